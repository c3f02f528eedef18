//! Instants in, Persian dates out.
//! Floor 2. Uses: text.
//!
//! ```
//! use satr::date::{Jalali, Timestamp, Weekday, format};
//!
//! let published = Timestamp::parse("چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰")?;
//! assert_eq!(published, Timestamp::parse("2019-08-14T07:30:00Z")?);
//! assert_eq!(published.to_string(), "2019-08-14T07:30:00Z");
//!
//! assert_eq!(format::news(published), "23 مرداد 1398، 12:00");
//! assert_eq!(format::machine(published), "2019-08-14T12:00:00+04:30");
//!
//! let date = Jalali::at(published);
//! assert_eq!(date, Jalali::new(1398, 5, 23)?);
//! assert_eq!(date.weekday(), Weekday::Wednesday);
//! # Ok::<(), satr::date::DateError>(())
//! ```
//!
//! - [`Timestamp`]: an instant, to the second. What an article stores.
//! - [`Jalali`]: a day of the Persian calendar, which equals the official one on every year that was ever announced.
//! - [`zone`]: Tehran's clock, with every change the tz database knows of.
//! - [`format`](mod@format): what a page shows, and what its `<time datetime>` carries.
//!
//! Persian text is shown on Tehran's clock, whatever the reader's. Digits come out as ASCII: which numerals a page
//! shows is decided in one place, above. There is no clock here: "now" is always an argument.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::text::digits;

use serde::{Serialize, Serializer};

mod civil;
pub mod format;
mod iso;
mod jalali;
mod names;
mod parse;
mod tehran;
pub mod zone;

pub use jalali::{Jalali, Weekday};

/// An instant: whole seconds since 1970-01-01T00:00:00Z, in the years 0001 to 9999 of UTC.
///
/// The range is RFC 3339's, so that every timestamp can be written. Like Unix time it has no leap seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 0001-01-01T00:00:00Z.
    pub const MIN: Timestamp = Timestamp(-62_135_596_800);
    /// 9999-12-31T23:59:59Z.
    pub const MAX: Timestamp = Timestamp(253_402_300_799);

    /// The instant so many seconds after 1970-01-01T00:00:00Z; beyond the range, its nearer end.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Timestamp {
        Timestamp(seconds.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0
    }

    /// Reads a date as machines or Persian news pages write it; white space around it is ignored.
    ///
    /// | shape | examples |
    /// | --- | --- |
    /// | [RFC 3339] | `2019-08-14T07:30:00Z`, `2019-08-14 12:00:00.250+0430`, `2019-08-14t12:00+04` |
    /// | the same without an offset, or a bare date | `2019-08-14T12:00`, `2019-08-14` |
    /// | Jalali in words | `۲۳ مرداد ۱۳۹۸، ۱۲:۰۰`, `شنبه / ۶ آبان ۱۳۹۱ / ۱۰:۳۹`, `۲۳ مردادماه ۱۳۹۸ ساعت ۱۲:۰۰:۳۰` |
    /// | in numbers | `۱۳۹۸/۰۵/۲۳ ۱۲:۰۰`, `1398-5-23`, `2019/08/14` |
    ///
    /// - Without an offset the time is Tehran's, and without a time it is the day's first moment there.
    ///   [`zone::from_local`] says what happens when the clocks change.
    /// - Digits may be Persian, Arabic or ASCII; Arabic letters stand for Persian ones (`دي`, `دى`); a weekday may
    ///   lose its ZWNJ (`سهشنبه`) or have a space instead, and is not held against the date: the numbers decide.
    /// - A year from 1200 to 1599 written in numbers is Jalali, unless a `T` or an offset shows that a machine wrote
    ///   it: nobody else dates news in the Middle Ages.
    /// - A fraction of a second is dropped, and second 60, a leap second, is read as 59.
    ///
    /// The text must be the date and nothing else, so this also tells a date line from a sentence with a date in it.
    ///
    /// # Errors
    /// Says why the text is not a date, or why there is no such date.
    ///
    /// ```
    /// # use satr::date::{DateError, Timestamp};
    /// assert!(Timestamp::parse("30 اسفند 1399").is_ok());
    /// assert_eq!(Timestamp::parse("30 اسفند 1398"), Err(DateError::ImpossibleDay { day: 30, last: 29 }));
    /// assert_eq!(Timestamp::parse("در 23 مرداد 1398 برگزار شد"), Err(DateError::NotADate));
    /// ```
    ///
    /// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
    pub fn parse(text: &str) -> Result<Timestamp, DateError> {
        parse::parse(text)
    }

    /// The instant, unless it lies beyond the years 0001 to 9999.
    fn in_range(seconds: i64) -> Result<Timestamp, DateError> {
        let nearest = Self::from_unix_seconds(seconds);
        if nearest.0 == seconds { Ok(nearest) } else { Err(DateError::OutOfRange) }
    }
}

/// The same as [`Timestamp::parse`].
impl FromStr for Timestamp {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Timestamp, DateError> {
        Timestamp::parse(text)
    }
}

/// RFC 3339 in UTC: `2019-08-14T07:30:00Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&iso::write(*self, 0))
    }
}

/// The same text as [`Display`](fmt::Display).
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&iso::write(*self, 0))
    }
}

/// Why there is no such date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateError {
    /// The text is no date in a known shape, or holds more than the date.
    NotADate,
    /// A word or number where the month should be: `23 August 1398`, `1398/13/01`.
    UnknownMonth,
    /// A day that its month does not have: `30 اسفند 1398`, `2024-02-30`.
    ImpossibleDay {
        /// The day given.
        day: u8,
        /// The month's last day in that year.
        last: u8,
    },
    /// An hour over 23, or a minute or second over 59: `25:00`.
    ImpossibleTime,
    /// An offset from UTC of a day or more, or of 60 minutes or more: `+99:00`.
    BadOffset,
    /// A date whose instant lies outside the years 0001 to 9999 of UTC.
    OutOfRange,
}

impl DateError {
    /// What was expected, and what was found.
    #[must_use]
    pub fn message(self) -> String {
        let text = match self {
            Self::NotADate => {
                "expected a date and nothing else, such as 2019-08-14T12:00:00+04:30 or 23 مرداد 1398، 12:00"
            }
            Self::UnknownMonth => "expected a month, 1 to 12 or فروردین to اسفند",
            Self::ImpossibleDay { day, last } => {
                let [day, last] = [day, last].map(|day| digits::ascii(day.into()));
                return ["expected a day from 1 to ", &last, ", the month's last; found ", &day].concat();
            }
            Self::ImpossibleTime => "expected a time from 00:00:00 to 23:59:59",
            Self::BadOffset => "expected an offset from UTC, Z or -23:59 to +23:59",
            Self::OutOfRange => "expected a date in the years 0001 to 9999 of UTC",
        };
        text.into()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for DateError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_range_are_what_they_say() {
        assert_eq!(Timestamp::MIN.to_string(), "0001-01-01T00:00:00Z");
        assert_eq!(Timestamp::MAX.to_string(), "9999-12-31T23:59:59Z");
        assert_eq!(Timestamp::from_unix_seconds(i64::MIN), Timestamp::MIN);
        assert_eq!(Timestamp::from_unix_seconds(i64::MAX), Timestamp::MAX);
    }

    #[test]
    fn shows_and_serializes_as_rfc_3339() {
        let published = Timestamp::from_unix_seconds(1_565_767_800);
        assert_eq!(published.to_string(), "2019-08-14T07:30:00Z");
        assert_eq!(format!("{published:>22}"), "  2019-08-14T07:30:00Z");
        assert_eq!(serde_json::to_string(&published).unwrap(), "\"2019-08-14T07:30:00Z\"");
    }

    #[test]
    fn an_error_says_what_was_expected_and_what_came() {
        let error = "30 اسفند 1398".parse::<Timestamp>().unwrap_err();
        assert_eq!(error.to_string(), "expected a day from 1 to 29, the month's last; found 30");
    }
}
