//! Text in, timestamps out.
//! Floor 2. Uses: text.
//!
//! Text in the shape of RFC 3339 is read by `iso`; all other here, as Persian news pages write dates: a day, a time and
//! a weekday, in any order, with punctuation between them. Anything more makes it no date.

use super::civil::{Calendar, Written};
use super::{DateError, Timestamp, iso, names};
use crate::text::chars;

pub(super) fn parse(text: &str) -> Result<Timestamp, DateError> {
    let text = text.trim_matches(chars::is_invisible);
    // Only when all of the text has proved to be a date it is asked whether there is such a date.
    iso::read(text).or_else(|| read(text)).ok_or(DateError::NotADate)?.instant()
}

/// Reads text as people write it.
fn read(text: &str) -> Option<Written> {
    let mut tokens = Tokens(text);
    let (mut day, mut time, mut weekday) = (None, None, None);
    while let Some(token) = tokens.next() {
        match token {
            Token::Mark(_) => {}
            Token::Number(first) => match tokens.next()? {
                Token::Mark(':') => fill(&mut time, tokens.time_after(first)?)?,
                Token::Mark(mark @ ('/' | '-')) => fill(&mut day, tokens.numbers_after(first, mark)?)?,
                Token::Word(month) => fill(&mut day, tokens.words_after(first, month)?)?,
                _ => return None,
            },
            Token::Word("ساعت") => {
                let hour = tokens.number()?;
                tokens.eat(Token::Mark(':'))?;
                fill(&mut time, tokens.time_after(hour)?)?;
            }
            Token::Word(name) => fill(&mut weekday, tokens.weekday_after(name)?)?,
        }
    }
    Some(Written { time: time.unwrap_or((0, 0, 0)), ..day? })
}

/// Puts a part of the date in its place; there is one of each.
fn fill<T>(place: &mut Option<T>, part: T) -> Option<()> {
    place.replace(part).is_none().then_some(())
}

#[derive(Clone, Copy, PartialEq)]
enum Token<'a> {
    Number(Number<'a>),
    Word(&'a str),
    Mark(char),
}

/// Digits of any of the three scripts, in a row.
#[derive(Clone, Copy, PartialEq)]
struct Number<'a>(&'a str);

impl Number<'_> {
    /// The value, if the number is written with so many digits.
    fn of(self, least: usize, most: usize) -> Option<u16> {
        let digits = || self.0.chars().filter_map(names::digit);
        let fits = (least..=most).contains(&digits().count());
        fits.then(|| digits().fold(0, |value, digit| value * 10 + digit))
    }

    /// A year has four digits.
    fn year(self) -> Option<i32> {
        self.of(4, 4).map(i32::from)
    }

    /// A day, month or hour has one digit or two.
    fn short(self) -> Option<u8> {
        self.of(1, 2).map(|value| value as u8)
    }

    /// A minute or second has two digits.
    fn two(self) -> Option<u8> {
        self.of(2, 2).map(|value| value as u8)
    }
}

/// The text not read yet.
#[derive(Clone, Copy)]
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.0 = self.0.trim_start_matches(chars::is_invisible);
        let first = self.0.chars().next()?;
        Some(if names::digit(first).is_some() {
            Token::Number(Number(self.take_all(|c| names::digit(c).is_some())))
        } else if names::is_mark(first) {
            self.0 = self.0.strip_prefix(first).unwrap_or_default();
            Token::Mark(first)
        } else {
            Token::Word(self.take_all(names::is_letter))
        })
    }
}

impl<'a> Tokens<'a> {
    /// Takes the characters up to the first that does not belong.
    fn take_all(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let end = self.0.find(|c| !belongs(c)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at_checked(end).unwrap_or_default();
        self.0 = rest;
        taken
    }

    /// Takes this token if it is the next.
    fn eat(&mut self, token: Token<'_>) -> Option<()> {
        let mut ahead = *self;
        (ahead.next()? == token).then(|| *self = ahead)
    }

    fn number(&mut self) -> Option<Number<'a>> {
        match self.next()? {
            Token::Number(number) => Some(number),
            _ => None,
        }
    }

    /// What follows `12:`: hour, minute and second.
    fn time_after(&mut self, hour: Number<'_>) -> Option<(u8, u8, u8)> {
        let minute = self.number()?.two()?;
        let second = match self.eat(Token::Mark(':')) {
            Some(()) => self.number()?.two()?,
            None => 0,
        };
        Some((hour.short()?, minute, second))
    }

    /// What follows `1398/`: month and day.
    fn numbers_after(&mut self, year: Number<'_>, mark: char) -> Option<Written> {
        let month = self.number()?.short()?;
        self.eat(Token::Mark(mark))?;
        let day = self.number()?.short()?;
        Some(at_midnight(Calendar::ByYear, year.year()?, month, day))
    }

    /// What follows `23 مرداد`: the year, perhaps after the word for month.
    fn words_after(&mut self, day: Number<'_>, month: &str) -> Option<Written> {
        self.eat(Token::Word("ماه"));
        let year = self.number()?.year()?;
        // No calendar has a month 0, so that a word that is no month is found out.
        Some(at_midnight(Calendar::Jalali, year, names::to_month(month).unwrap_or(0), day.short()?))
    }

    /// What follows a word that may be a weekday, or the `سه` of `سه شنبه`.
    fn weekday_after(&mut self, name: &str) -> Option<()> {
        if names::is_weekday(name, "") {
            return Some(());
        }
        match self.next()? {
            Token::Word(rest) => names::is_weekday(name, rest).then_some(()),
            _ => None,
        }
    }
}

fn at_midnight(calendar: Calendar, year: i32, month: u8, day: u8) -> Written {
    Written { calendar, year, month, day, time: (0, 0, 0), offset: None }
}
