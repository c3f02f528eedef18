//! Instants and a pattern in CLDR's letters in, dates out.
//! Floor 2. Uses: text.

use alloc::string::String;
use core::fmt;

use super::{Format, push, push_year};
use crate::date::calendar::{Calendar, Date};
use crate::date::{Timestamp, Weekday};
use crate::text::chars;

/// A form of date in the letters of [CLDR's date patterns]: `EEEE d MMMM y، HH:mm`.
///
/// | letters | what they stand for |
/// | --- | --- |
/// | `y` `yy` `yyyy` | the year: ۱۳۹۸; its last two digits; with zeros up to so many digits |
/// | `M` `MM` · `MMMM` or `MMM` | the month: ۵, ۰۵; its name. `L` for `M` is the same |
/// | `d` `dd` · `D` to `DDD` | the day of the month; of the year |
/// | `EEEE` or less · `EEEEE` | the weekday: چهارشنبه; its first letter |
/// | `G` to `GGG` · `GGGG` | the era: ه‍.ش., م.; هجری شمسی, میلادی |
/// | `H` `HH` · `h` `hh` | the hour from 0 to 23; from 1 to 12 |
/// | `a` to `aaa` · `aaaa` | ق.ظ., ب.ظ.; قبل‌ازظهر, بعدازظهر |
/// | `m` `mm` · `s` `ss` | the minute; the second |
/// | `x` `xx` `xxx` | the offset: +04, +0430, +04:30. `X` is the same, but `Z` for UTC |
///
/// Other letters of ASCII are refused, unless in quotes: `'T'`. Two quotes are one. All else stands for itself.
///
/// [CLDR's date patterns]: https://unicode.org/reports/tr35/tr35-dates.html#Date_Field_Symbol_Table
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pattern<'a>(&'a str);

/// Why a text is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PatternError {
    /// So many of a letter mean nothing here.
    UnknownField {
        /// The letter.
        letter: char,
        /// How many of it came.
        count: usize,
    },
    /// A quote that is not closed.
    OpenQuote,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownField { letter, count } => {
                write!(f, "expected a field such as d, MMMM or 'in quotes', found {letter:?} {count} times")
            }
            Self::OpenQuote => f.write_str("expected a second quote to close the first"),
        }
    }
}

impl core::error::Error for PatternError {}

impl<'a> Pattern<'a> {
    /// Checks a pattern.
    ///
    /// # Errors
    /// Says which letters mean nothing, or that a quote is not closed.
    ///
    /// ```
    /// # use satr::date::{Format, Pattern, PatternError, Timestamp};
    /// let noon = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
    /// let pattern = Pattern::new("EEEE، d MMMM y 'ساعت' H:mm")?;
    /// assert_eq!(Format::default().pattern(noon, pattern), "چهارشنبه، ۲۳ مرداد ۱۳۹۸ ساعت ۱۲:۰۰");
    /// assert_eq!(Pattern::new("YYYY"), Err(PatternError::UnknownField { letter: 'Y', count: 4 }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(pattern: &'a str) -> Result<Self, PatternError> {
        for part in Parts::of(pattern) {
            match part {
                Part::Field(letter, count) if !is_field(letter, count) => {
                    return Err(PatternError::UnknownField { letter, count });
                }
                Part::OpenQuote => return Err(PatternError::OpenQuote),
                Part::Field(..) | Part::Text(_) => {}
            }
        }
        Ok(Self(pattern))
    }

    /// A pattern of ours; tests write each of them.
    pub(super) const fn checked(pattern: &'a str) -> Self {
        Self(pattern)
    }
}

/// Whether so many of a letter mean something.
fn is_field(letter: char, count: usize) -> bool {
    let most = match letter {
        'y' | 'M' | 'L' | 'G' | 'a' => 4,
        'E' => 5,
        'D' | 'x' | 'X' => 3,
        'd' | 'H' | 'h' | 'm' | 's' => 2,
        _ => 0,
    };
    count <= most
}

/// A part of a pattern.
enum Part<'a> {
    /// A letter, and how many times it comes.
    Field(char, usize),
    /// What stands for itself.
    Text(&'a str),
    OpenQuote,
}

/// The rest of a pattern, and whether it begins inside quotes.
struct Parts<'a> {
    rest: &'a str,
    quoted: bool,
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        loop {
            return Some(match self.rest.as_bytes() {
                [b'\'', b'\'', ..] => {
                    self.take(1);
                    Part::Text(self.take(1))
                }
                [b'\'', ..] => {
                    self.take(1);
                    self.quoted = !self.quoted;
                    continue;
                }
                [] if core::mem::take(&mut self.quoted) => Part::OpenQuote,
                [] => return None,
                _ if self.quoted => Part::Text(self.take_until(|byte| byte == b'\'')),
                [letter, rest @ ..] if letter.is_ascii_alphabetic() => {
                    let more = rest.iter().take_while(|byte| *byte == letter).count();
                    self.take(1 + more);
                    Part::Field(char::from(*letter), 1 + more)
                }
                _ => Part::Text(self.take_until(|byte| byte == b'\'' || byte.is_ascii_alphabetic())),
            });
        }
    }
}

impl<'a> Parts<'a> {
    fn of(pattern: &'a str) -> Self {
        Self { rest: pattern, quoted: false }
    }

    fn take(&mut self, end: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        taken
    }

    /// Takes what stands before the first ASCII character of a kind.
    fn take_until(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let end = self.rest.bytes().position(ends);
        self.take(end.unwrap_or(self.rest.len()))
    }
}

impl Format {
    /// Writes an instant in a pattern.
    #[must_use]
    pub fn pattern(self, instant: Timestamp, pattern: Pattern<'_>) -> String {
        let mut out = String::new();
        self.write_pattern(&mut out, instant, pattern);
        out
    }

    /// [`pattern`](Self::pattern), added to a text.
    pub fn write_pattern(self, out: &mut String, instant: Timestamp, pattern: Pattern<'_>) {
        self.fields(instant).write_all(out, pattern);
    }

    pub(super) fn fields(self, instant: Timestamp) -> Fields {
        let (days, second) = self.local(instant);
        Fields { format: self, instant, days, date: self.calendar.date(days), second }
    }
}

/// What the clock and the calendar show at an instant.
pub(super) struct Fields {
    format: Format,
    instant: Timestamp,
    days: i32,
    date: Date,
    second: u32,
}

impl Fields {
    /// The same day in a calendar.
    pub(super) fn in_calendar(&self, calendar: Calendar) -> Self {
        Self { format: Format { calendar, ..self.format }, date: calendar.date(self.days), ..*self }
    }

    pub(super) fn write_all(&self, out: &mut String, pattern: Pattern<'_>) {
        for part in Parts::of(pattern.0) {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Field(letter, count) => self.write(out, letter, count),
                Part::OpenQuote => {}
            }
        }
    }

    fn write(&self, out: &mut String, letter: char, count: usize) {
        let Self { format, date: (year, month, day), second, .. } = *self;
        let number = match letter {
            'y' if count == 2 => year.rem_euclid(100).unsigned_abs(),
            'y' => return push_year(out, year, count, format.zero()),
            'M' | 'L' if count < 3 => month.into(),
            'M' | 'L' => return out.push_str(format.names.month(format.calendar, month)),
            'd' => day.into(),
            'D' => 1 + self.days.abs_diff(format.calendar.new_year(year)),
            'E' => return self.weekday(out, count),
            'G' => return self.era(out, count),
            'H' => second / 3600,
            'h' => (second / 3600 + 11) % 12 + 1,
            'm' => second / 60 % 60,
            's' => second % 60,
            'a' => return out.push_str(half(second < NOON, count)),
            _ => return self.offset(out, letter, count),
        };
        push(out, number, count, format.zero());
    }

    fn weekday(&self, out: &mut String, count: usize) {
        let name = self.format.names.weekday(Weekday::of(self.days));
        match name.chars().next() {
            Some(first) if count == 5 => out.push(first),
            _ => out.push_str(name),
        }
    }

    fn era(&self, out: &mut String, count: usize) {
        match (self.format.calendar, count) {
            (Calendar::Jalali, 4) => out.push_str("هجری شمسی"),
            (Calendar::Gregorian, 4) => out.push_str("میلادی"),
            (Calendar::Jalali, _) => {
                out.push('ه');
                // The joiner keeps the letter in the form it has at a word's start.
                out.push(chars::ZWJ);
                out.push_str(".ش.");
            }
            (Calendar::Gregorian, _) => out.push_str("م."),
        }
    }

    fn offset(&self, out: &mut String, letter: char, count: usize) {
        let (offset, zero) = (self.format.zone.offset_at(self.instant), self.format.zero());
        if offset == 0 && letter == 'X' {
            return out.push('Z');
        }
        out.push(if offset < 0 { '-' } else { '+' });
        let minutes = offset.unsigned_abs() / 60;
        push(out, minutes / 60, 2, zero);
        if count == 3 {
            out.push(':');
        }
        if count > 1 || minutes % 60 > 0 {
            push(out, minutes % 60, 2, zero);
        }
    }
}

const NOON: u32 = 12 * 3600;

fn half(is_morning: bool, count: usize) -> &'static str {
    match (is_morning, count) {
        (true, 4) => "قبل‌ازظهر",
        (false, 4) => "بعدازظهر",
        (true, _) => "ق.ظ.",
        (false, _) => "ب.ظ.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Names, Zone};
    use crate::text::digits::Numerals;

    const EVENING: &str = "2019-08-14T21:05:09+04:30";

    fn write(format: Format, text: &str, pattern: &str) -> String {
        format.pattern(Timestamp::parse(text).unwrap(), Pattern::new(pattern).unwrap())
    }

    #[test]
    fn every_field_is_written() {
        for (pattern, expected) in [
            ("y yy yyy yyyy", "۱۳۹۸ ۹۸ ۱۳۹۸ ۱۳۹۸"),
            ("M MM MMM MMMM L LL LLLL", "۵ ۰۵ مرداد مرداد ۵ ۰۵ مرداد"),
            ("d dd D DD DDD", "۲۳ ۲۳ ۱۴۷ ۱۴۷ ۱۴۷"),
            ("E EEEE EEEEE", "چهارشنبه چهارشنبه چ"),
            ("G GGGG", "ه\u{200d}.ش. هجری شمسی"),
            ("H HH h hh", "۲۱ ۲۱ ۹ ۰۹"),
            ("a aaaa", "ب.ظ. بعدازظهر"),
            ("m mm s ss", "۵ ۰۵ ۹ ۰۹"),
            ("x xx xxx X XX XXX", "+۰۴۳۰ +۰۴۳۰ +۰۴:۳۰ +۰۴۳۰ +۰۴۳۰ +۰۴:۳۰"),
            ("'d' '''' ''d'' 'ساعت''s' ۱", "d '' '۲۳' ساعت's ۱"),
            ("", ""),
        ] {
            assert_eq!(write(Format::default(), EVENING, pattern), expected, "{pattern}");
        }
    }

    #[test]
    fn hours_of_twelve_begin_with_twelve() {
        for (time, expected) in
            [("00:30", "۱۲ ق.ظ."), ("11:59", "۱۱ ق.ظ."), ("12:00", "۱۲ ب.ظ."), ("23:00", "۱۱ ب.ظ.")]
        {
            assert_eq!(write(Format::default(), &format!("2019-08-14T{time}"), "h a"), expected);
        }
    }

    #[test]
    fn calendar_zone_names_and_digits_are_the_format_s() {
        let format = Format { calendar: Calendar::Gregorian, numerals: Numerals::Latin, ..Format::default() };
        assert_eq!(write(format, EVENING, "d MMMM y G, D"), "14 اوت 2019 م., 226");
        let format = Format { zone: Zone::UTC, ..format };
        assert_eq!(write(format, EVENING, "H:mm X XXX x xxx"), "16:35 Z Z +00 +00:00");
        let format = Format { names: Names::Kurdish, ..Format::default() };
        assert_eq!(write(format, EVENING, "EEEE d MMMM"), "چوارشەممە ۲۳ گەلاوێژ");
        let west = Format { zone: Zone::fixed(-90).unwrap(), ..Format::default() };
        assert_eq!(write(west, EVENING, "xxx"), "-۰۱:۳۰");
    }

    #[test]
    fn what_means_nothing_is_refused() {
        let unknown = |letter, count| Err(PatternError::UnknownField { letter, count });
        assert_eq!(Pattern::new("d Q"), unknown('Q', 1));
        assert_eq!(Pattern::new("ddd"), unknown('d', 3));
        assert_eq!(Pattern::new("yyyyy"), unknown('y', 5));
        assert_eq!(Pattern::new("d 'de"), Err(PatternError::OpenQuote));
        assert_eq!(Pattern::new("'"), Err(PatternError::OpenQuote));
        assert_eq!(
            Pattern::new("SSS").unwrap_err().to_string(),
            "expected a field such as d, MMMM or 'in quotes', found 'S' 3 times"
        );
    }
}
