//! The doors compiled to wasm in, a line of counts for each way through them out: `satr-growth WASM PIECES DOUBLINGS`.
//!
//! An interpreter of wasm charges fuel for every block of instructions that it enters, the same on every machine, however
//! busy. Each way is gone with `PIECES` of its shape and with twice as many, so many times. What one doubling
//! adds may be at most [`LIMIT`] times what the one before it added, or the first pieces did; twice is linear.

mod guest;

use std::env;
use std::iter;
use std::process::ExitCode;

use guest::{Counts, Guest};

/// Of what was added before: a sort's n log n is 2.2 at most from 512 pieces on, a square is 4.
const LIMIT: f64 = 2.2;

/// What may be added besides: buffers grow in steps, and small numbers are no law.
const SLACK: Counts = Counts { fuel: 20_000, allocations: 16, bytes: 8_192 };

/// The least fuel of a piece; less says that the door did not look.
const LEAST: u64 = 1;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let read = |[wasm, pieces, doublings]: &[String; 3]| {
        Some((wasm.clone(), pieces.parse().ok()?, doublings.parse().ok()?))
    };
    let Some((wasm, pieces, doublings)) = <&[String; 3]>::try_from(arguments.as_slice()).ok().and_then(read)
    else {
        eprintln!("usage: satr-growth WASM PIECES DOUBLINGS");
        return ExitCode::from(2);
    };
    match check(&wasm, pieces, doublings) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Goes every way, and tells whether all grow as they may.
fn check(wasm: &str, pieces: u32, doublings: u32) -> Result<bool, Box<dyn std::error::Error>> {
    let guest = Guest::load(wasm)?;
    let (mut passed, mut failed) = (0, 0);
    for (way, name) in guest.names()?.iter().enumerate() {
        let sizes: Vec<u32> = (0..=doublings).map(|doubling| pieces << doubling).collect();
        let way = u32::try_from(way)?;
        let counts = sizes.iter().map(|size| guest.count(way, *size)).collect::<Result<Vec<_>, _>>();
        match counts.map_err(|why| why.to_string()).and_then(|counts| judge(&sizes, &counts)) {
            Ok(figures) => {
                passed += 1;
                println!("ok   {name}: {figures}");
            }
            Err(why) => {
                failed += 1;
                println!("FAIL {name}: {why}");
            }
        }
    }
    println!("{passed} passed, {failed} failed, 0 skipped");
    Ok(failed == 0 && passed > 0)
}

/// The figures of a way that grows as it may, or which one does not.
fn judge(sizes: &[u32], counts: &[Counts]) -> Result<String, String> {
    let (Some((first, last)), Some(size)) = (counts.first().zip(counts.last()), sizes.last()) else {
        return Err(String::from("nothing was counted"));
    };
    if last.fuel.saturating_sub(first.fuel) < LEAST * u64::from(*size) / 2 {
        return Err(format!("fuel {} for {size} pieces: the door did not look", last.fuel));
    }
    for kind in Counts::KINDS {
        grows(kind.of, &SLACK, counts).map_err(|run| format!("{}: {run}", kind.name))?;
    }
    let each = |count: u64| count as f64 / f64::from(*size);
    let Counts { fuel, allocations, bytes } = *last;
    Ok(format!(
        "fuel {:.0}, {:.2} allocations and {:.0} bytes a piece, of {size}",
        each(fuel),
        each(allocations),
        each(bytes)
    ))
}

/// Holds when no doubling adds more than it may; otherwise gives the counts in a row.
fn grows(of: fn(&Counts) -> u64, slack: &Counts, counts: &[Counts]) -> Result<(), String> {
    // Nothing costs nothing: so a single doubling is held against what came before it.
    let costs: Vec<u64> = iter::once(0).chain(counts.iter().map(of)).collect();
    let added: Vec<u64> =
        costs.iter().zip(costs.iter().skip(1)).map(|(less, more)| more.saturating_sub(*less)).collect();
    let is_steep = |(less, more): (&u64, &u64)| *more as f64 > LIMIT * *less as f64 + of(slack) as f64;
    if !added.iter().zip(added.iter().skip(1)).any(is_steep) {
        return Ok(());
    }
    Err(counts.iter().map(|counts| of(counts).to_string()).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(fuel: impl Fn(u64) -> u64) -> Vec<Counts> {
        SIZES.iter().map(|size| Counts { fuel: fuel(u64::from(*size)), allocations: 1, bytes: 1 }).collect()
    }

    const SIZES: [u32; 3] = [1024, 2048, 4096];

    #[test]
    fn what_grows_with_its_input_passes_and_a_square_does_not() {
        let linear = judge(&SIZES, &counts(|n| 50 * n + 9_000));
        assert_eq!(linear, Ok(String::from("fuel 52, 0.00 allocations and 0 bytes a piece, of 4096")));
        assert!(judge(&SIZES, &counts(|n| 50 * n * u64::from(n.ilog2()))).is_ok());
        let square = judge(&SIZES, &counts(|n| n * n / 8));
        assert_eq!(square, Err(String::from("fuel: 131072, 524288, 2097152")));
    }

    #[test]
    fn one_doubling_is_enough_to_tell() {
        assert!(judge(&SIZES[..2], &counts(|n| 50 * n + 9_000)[..2]).is_ok());
        assert!(judge(&SIZES[..2], &counts(|n| n * n / 8)[..2]).is_err());
    }

    #[test]
    fn a_door_that_does_not_look_fails() {
        let why = judge(&SIZES, &counts(|_| 300)).unwrap_err();
        assert!(why.ends_with("the door did not look"), "{why}");
    }
}
