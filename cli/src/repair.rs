//! `satr repair`: lines in, as many lines with their letters, spaces, marks and half-spaces mended out.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use satr::text::digits::Numerals;
use satr::text::zwnj::{self, Lexicon};
use satr::text::{Damage, Edit, Repair as Mend, Rule, Rules, Typesetter, Typography, apply, clean};

use crate::{Failure, read, write_stdout};

#[derive(Args)]
pub(crate) struct Repair {
    /// The texts; `-` or nothing for standard input. Each is judged by its own damage.
    files: Vec<PathBuf>,
    /// How much may be changed.
    #[arg(long, value_enum, default_value_t)]
    mode: Mode,
    /// Tell each edit on standard error: where, by which rule, what.
    #[arg(long)]
    edits: bool,
    /// What digits become.
    #[arg(long, value_enum, default_value_t)]
    numerals: Digits,
    /// Switch on a rule that is off: ezafe, pronoun, perfect or adverb.
    #[arg(long = "with", value_name = "RULE")]
    on: Vec<Rule>,
    /// Switch off a rule, such as quotes.
    #[arg(long = "without", value_name = "RULE")]
    off: Vec<Rule>,
    /// Find half-spaces by the rules of prefixes and endings alone, not by the lexicon.
    #[arg(long)]
    no_lexicon: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Mode {
    /// Nothing: the text comes out as it went in.
    Off,
    /// Letters, spaces and marks.
    Polish,
    /// These and half-spaces.
    Repair,
    /// Polish, and repair where the text as a whole shows that its half-spaces were lost.
    #[default]
    Auto,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Digits {
    /// ۱۲۳
    Persian,
    /// 123
    Latin,
    /// As they were written.
    #[default]
    Keep,
}

impl Repair {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let files: Vec<Option<PathBuf>> = match self.files.as_slice() {
            [] => vec![None],
            files => files.iter().map(|file| Some(file.clone())).collect(),
        };
        for file in files {
            let (name, bytes) = read(file)?;
            let text = String::from_utf8(bytes).map_err(Failure::with(&name))?;
            write_stdout(&self.mend(&name, &text))?;
        }
        Ok(())
    }

    /// The text of a file, mended, its edits told.
    fn mend(&self, name: &str, text: &str) -> String {
        let typography = match self.mode {
            Mode::Off => return text.to_owned(),
            Mode::Polish => Typography::Polish,
            Mode::Repair => Typography::Repair,
            Mode::Auto => Typography::Auto,
        };
        let rules = self.on.iter().fold(Rules::default(), |rules, rule| rules.with(*rule));
        let rules = self.off.iter().fold(rules, |rules, rule| rules.without(*rule));
        let lexicon = Lexicon::built_in().filter(|_| !self.no_lexicon);
        let repair: Mend<'_> = &|text, rules| zwnj::edits(text, rules, lexicon.as_ref());
        let typesetter = Typesetter {
            numerals: match self.numerals {
                Digits::Persian => Numerals::Persian,
                Digits::Latin => Numerals::Latin,
                Digits::Keep => Numerals::Keep,
            },
            ..Typesetter::new(typography, rules, Damage::of(&clean(text)), Some(repair))
        };
        let mut mended = String::with_capacity(text.len() + text.len() / 16);
        // A lone carriage return would become a line end, so it parts lines here.
        for (line, number) in text.split_inclusive(['\n', '\r']).zip(1..) {
            let (line, end) = line.split_at(line.trim_end_matches(['\n', '\r']).len());
            let edits = typesetter.edits_of_any(line);
            if self.edits {
                // Nobody may be listening any more; the text still has its reader.
                let _ = io::stderr().lock().write_all(told(name, number, line, &edits).as_bytes());
            }
            mended.push_str(&apply(line, &edits));
            mended.push_str(end);
        }
        mended
    }
}

/// A line an edit: `name:line:column: rule: "before" → "after"`, columns counted in characters.
fn told(name: &str, number: usize, line: &str, edits: &[Edit]) -> String {
    let mut told = String::new();
    // Counted onwards: a line may be as long as a file.
    let (mut at, mut column) = (0, 1);
    for edit in edits {
        column += line.get(at..edit.range.start).unwrap_or_default().chars().count();
        at = edit.range.start;
        let from = line.get(edit.range.clone()).unwrap_or_default();
        let rule = edit.rule.name();
        // A string has nothing to say against being written to.
        let _ = writeln!(told, "{name}:{number}:{column}: {rule}: {from:?} → {:?}", edit.to);
    }
    told
}
