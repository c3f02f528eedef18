//! The program `satr` in, how fast it serves comments out: `satr-load PROGRAM [CONNECTIONS]`.
//!
//! It serves a thousand comments in one process and a million in another. Beside them stand two processes that give the very
//! same answers without any work, by our accept loop and by axum's. All are asked in turn, round after round, and of each
//! the median round is told. What does not reach its mark is asked again: others may have needed the machine.

mod bare;
mod cases;
mod client;
mod field;
mod figures;
mod fill;
mod server;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use cases::{CASES, Case, Kind};
use field::Field;
use figures::Figures;

/// What comes of something that may fail in many ways, each of which ends the measuring.
pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Answers in a second, and milliseconds of all but a hundredth, that a page of 50 in JSON has to keep.
const LEAST_RATE: f64 = 2000.0;
const MOST_P99: f64 = 25.0;
/// How many times as long a million comments may take as a thousand.
const MOST_GROWTH: f64 = 5.0;
/// Enough to keep two cores busy; more only wait for one another.
const CONNECTIONS: usize = 16;
/// How often cases are measured again that do not reach their marks, all together: so the program ends in some four minutes.
const AGAIN: usize = 3;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match *arguments {
        ["bare", loop_of, folder] => bare::run(Path::new(folder), loop_of == "ours").map(|()| true),
        [program] => measure(Path::new(program), CONNECTIONS),
        [program, connections] => connections
            .parse()
            .map_err(Into::into)
            .and_then(|connections| measure(Path::new(program), connections)),
        _ => Err("usage: satr-load PROGRAM [CONNECTIONS]".into()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Measures every case, and tells whether all reach their marks.
fn measure(program: &Path, connections: usize) -> Outcome<bool> {
    // One thread, as it is to take as little from the servers as it can.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let field = Field::new(program, &runtime)?;
    println!("{connections} connections; the machine's load before: {}\n", load());
    println!("| what | of | in a second | p50 (ms) | p99 (ms) |\n| --- | --- | ---: | ---: | ---: |");
    let (mut verdicts, mut again) = (Vec::new(), AGAIN);
    for (number, case) in CASES.iter().enumerate() {
        let (figures, faults) = loop {
            let figures = runtime.block_on(field.measure(number, connections))?;
            let faults = judge(case, &figures);
            if faults.is_empty() || again == 0 {
                break (figures, faults);
            }
            again -= 1;
            eprintln!("{}, to be measured again: {}", case.title, faults.join("; "));
        };
        for (title, Figures { rate, p50, p99 }) in Field::TITLES.iter().zip(figures) {
            println!("| {} | {title} | {rate:.0} | {p50:.2} | {p99:.2} |", case.title);
        }
        verdicts.push((case.title, faults));
    }
    println!("\nthe machine's load after: {}", load());
    for (title, faults) in &verdicts {
        let word = if faults.is_empty() { "ok  " } else { "FAIL" };
        println!("{word} {title} {}", faults.join("; "));
    }
    let failed = verdicts.iter().filter(|(_, faults)| !faults.is_empty()).count();
    println!("{} passed, {failed} failed, 0 skipped", verdicts.len() - failed);
    Ok(failed == 0)
}

/// What is not as it should be.
fn judge(case: &Case, [thousand, million, ..]: &[Figures; 4]) -> Vec<String> {
    let is_page = case.kind == Kind::Json;
    let growth = million.p99 / thousand.p99;
    [
        (is_page && thousand.rate < LEAST_RATE, format!("{:.0} a second, not {LEAST_RATE}", thousand.rate)),
        (is_page && thousand.p99 > MOST_P99, format!("p99 {:.1} ms, not {MOST_P99}", thousand.p99)),
        (growth >= MOST_GROWTH, format!("p99 {growth:.1} times as long for a million, not {MOST_GROWTH}")),
    ]
    .into_iter()
    .filter_map(|(is_so, fault)| is_so.then_some(fault))
    .collect()
}

/// How many have wanted the machine in the last 1, 5 and 15 minutes.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let numbers: Vec<&str> = load.split(' ').take(3).collect();
    if numbers.is_empty() { "unknown".to_owned() } else { numbers.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(rate: f64, p99: f64) -> Figures {
        Figures { rate, p50: p99 / 2.0, p99 }
    }

    #[test]
    fn each_mark_is_looked_at() {
        let [page, .., post] = &CASES;
        let bare = figures(9000.0, 2.0);
        let judged = |case, thousand, million| judge(case, &[thousand, million, bare, bare]).len();
        assert_eq!(judged(page, figures(2000.0, 25.0), figures(900.0, 124.0)), 0);
        assert_eq!(judged(page, figures(1999.0, 25.0), figures(900.0, 30.0)), 1);
        assert_eq!(judged(page, figures(2000.0, 25.1), figures(900.0, 30.0)), 1);
        assert_eq!(judged(page, figures(2000.0, 10.0), figures(900.0, 50.0)), 1);
        assert_eq!(judged(post, figures(100.0, 90.0), figures(100.0, 90.0)), 0);
    }
}
