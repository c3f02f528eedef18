//! The name of a task and its inputs in, answers and times out.
//! Floor 1 of the bench. Uses: satr.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use satr::date::{DateError, Format, Jalali, Place, Style, Timestamp, format};
use satr::text::digits::{self, Numerals};
use satr::text::number::{self, Unit};
use satr::text::zwnj::{self, Lexicon};
use satr::text::{Damage, Repair, Rules, Typesetter, Typography, apply, clean};

/// Something to be done with each of its inputs.
pub(crate) trait Task {
    /// What comes of each input.
    fn answers(&self) -> Vec<String>;

    /// How long so many passes over all inputs take.
    fn time(&self, passes: u32) -> Duration;
}

struct Loaded<I, W, S> {
    inputs: Vec<I>,
    work: W,
    show: S,
}

// The work is a type of its own in each task, not a pointer, so that the loop around it is compiled with it.
impl<I, O, W: Fn(&I) -> O, S: Fn(O) -> String> Task for Loaded<I, W, S> {
    fn answers(&self) -> Vec<String> {
        self.inputs.iter().map(|input| (self.show)((self.work)(input))).collect()
    }

    fn time(&self, passes: u32) -> Duration {
        let begun = Instant::now();
        for _ in 0..passes {
            for input in &self.inputs {
                black_box((self.work)(black_box(input)));
            }
        }
        begun.elapsed()
    }
}

/// A task by its name; its inputs are made ready here, outside of the time.
pub(crate) fn load(name: &str, lines: &[String]) -> Result<Box<dyn Task>, Box<dyn Error>> {
    let text = String::from;
    Ok(match name {
        "to-jalali" => {
            task(dates(lines)?, |&(year, month, day)| Jalali::from_gregorian(year, month, day), jalali)
        }
        "to-gregorian" => task(
            dates(lines)?,
            |&(year, month, day)| Jalali::new(year, month, day).map(Jalali::to_gregorian),
            |date| or_error(date.map(numbers)),
        ),
        "news" => task(instants(lines)?, |&instant| format::news(instant, Place::Iran), text),
        "both" => task(instants(lines)?, |&at| Format::default().date(at, Style::BothTime), text),
        "read-words" => {
            task(lines.to_vec(), |line| Timestamp::parse_with(line, &Default::default()), seconds)
        }
        "read-machine" => task(lines.to_vec(), |line| Timestamp::parse(line), seconds),
        "digits" => task(lines.to_vec(), |line| digits::convert(line, Numerals::Persian).into_owned(), text),
        "number" => task(integers(lines)?, |&count| number::format(count.into(), Default::default()), text),
        "words" => task(
            integers(lines)?,
            |&count| number::words(count.into(), Unit::None),
            |words| words.unwrap_or_else(|why| why.to_string()),
        ),
        "repair" => task(vec![lines.join("\n")], |lines| mended(lines, Typography::Repair), text),
        "polish" => task(vec![lines.join("\n")], |lines| mended(lines, Typography::Polish), text),
        _ => return Err(format!("there is no task `{name}`").into()),
    })
}

fn task<I: 'static, O: 'static>(
    inputs: Vec<I>,
    work: impl Fn(&I) -> O + 'static,
    show: impl Fn(O) -> String + 'static,
) -> Box<dyn Task> {
    Box::new(Loaded { inputs, work, show })
}

/// A text of one hand, its lines set one by one, as `satr repair` does: the damage is of the whole of it.
fn mended(text: &str, typography: Typography) -> String {
    let lexicon = Lexicon::built_in();
    let repair: Repair<'_> = &|line, rules| zwnj::edits(line, rules, lexicon.as_ref());
    let damage = Damage::of(&clean(text));
    let typesetter = Typesetter {
        numerals: Numerals::Keep,
        ..Typesetter::new(typography, Rules::default(), damage, Some(repair))
    };
    let mut mended = String::with_capacity(text.len() + text.len() / 16);
    for line in text.split_inclusive('\n') {
        let (line, end) = line.split_at(line.trim_end_matches('\n').len());
        mended.push_str(&apply(line, &typesetter.edits_of_any(line)));
        mended.push_str(end);
    }
    mended
}

type Date = (i32, u8, u8);

/// `2019 8 14`
fn dates(lines: &[String]) -> Result<Vec<Date>, Box<dyn Error>> {
    let read = |line: &String| match line.split(' ').collect::<Vec<_>>().as_slice() {
        [year, month, day] => Ok((year.parse()?, month.parse()?, day.parse()?)),
        _ => Err(format!("expected a year, a month and a day, found `{line}`").into()),
    };
    lines.iter().map(read).collect()
}

fn integers(lines: &[String]) -> Result<Vec<i64>, Box<dyn Error>> {
    Ok(lines.iter().map(|line| line.parse()).collect::<Result<_, _>>()?)
}

/// Unix seconds.
fn instants(lines: &[String]) -> Result<Vec<Timestamp>, Box<dyn Error>> {
    Ok(integers(lines)?.into_iter().map(Timestamp::from_unix_seconds).collect())
}

fn jalali(date: Result<Jalali, DateError>) -> String {
    or_error(date.map(|date| numbers((date.year(), date.month(), date.day()))))
}

fn seconds(instant: Result<Timestamp, DateError>) -> String {
    or_error(instant.map(|instant| instant.unix_seconds().to_string()))
}

fn numbers((year, month, day): Date) -> String {
    format!("{year} {month} {day}")
}

fn or_error(answer: Result<String, DateError>) -> String {
    answer.unwrap_or_else(|why| why.to_string())
}
