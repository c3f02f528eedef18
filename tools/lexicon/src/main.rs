//! Counted words in, the lexicon of half-spaces out: `lexicon WORDS.tsv satr.zwnj`.
//!
//! A line of the words is a word without its half-spaces, its most frequent spelling, and how often that and all of its
//! spellings were counted, parted by tabs. On one machine the same words always give the same bytes.

#![allow(
    clippy::indexing_slicing,
    reason = "samples and weights are found by places that were made for them"
)]

mod learn;
mod samples;
mod verbs;
mod words;

use std::env;
use std::fs;
use std::process::ExitCode;

use learn::Training;
use satr::text::zwnj::lexicon::assemble;

/// Places in words: 64 KB of weights.
const WORDS: Training = Training { bits: 17, rate: 2.0, decay: 3.0, rounds: 16, shrink: 1e-6, over: 0.0 };

/// Pairs of words, 32 KB: what speaks for a half-space has to be surer than in a word, since what is joined wrongly is harder
/// to read than what is not joined.
const PAIRS: Training = Training { bits: 16, rate: 0.5, decay: 2.0, rounds: 4, shrink: 1e-7, over: 4.5 };

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("lexicon: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to] = arguments.as_slice() else {
        return Err("usage: lexicon WORDS.tsv satr.zwnj".into());
    };
    let text = fs::read_to_string(from).map_err(|error| format!("{from}: {error}"))?;
    let words = words::read(&text).map_err(|error| format!("{from}: {error}"))?;
    println!("{} words", words.len());
    let places = samples::places(&words);
    println!("{} places in words", places.len());
    let (word_codes, word_over) = WORDS.learn(&places);
    let pairs = samples::pairs(&words);
    println!("{} pairs of words", pairs.len());
    let (pair_codes, pair_over) = PAIRS.learn(&pairs);
    let bytes = assemble((&word_codes, word_over), (&pair_codes, pair_over));
    println!("{to}: {} bytes", bytes.len());
    fs::write(to, bytes).map_err(|error| format!("{to}: {error}"))
}
