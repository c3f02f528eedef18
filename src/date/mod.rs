//! Dates as machines and people write them in, instants and Persian dates out.
//! Floor 2. Uses: text.
//!
//! ```
//! use satr::date::{Context, Format, Jalali, Style, Timestamp, Weekday, Zone};
//!
//! let published = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
//! let context = Context { now: Some(published), ..Context::default() };
//! assert_eq!(Timestamp::parse_with("چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰", &context)?, published);
//! let earlier = Timestamp::parse_with("۲ ساعت پیش", &context)?;
//!
//! let format = Format::default();
//! assert_eq!(format.date(published, Style::News), "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰");
//! assert_eq!(format.date(published, Style::Machine), "2019-08-14T12:00:00+04:30");
//! assert_eq!(format.relative(earlier, published), "۲ ساعت پیش");
//!
//! let date = Jalali::at(published, Zone::TEHRAN);
//! assert_eq!(date, Jalali::new(1398, 5, 23)?);
//! assert_eq!(date.weekday(), Weekday::Wednesday);
//! # Ok::<(), satr::date::DateError>(())
//! ```
//!
//! - [`Timestamp`]: an instant, to the second. What an article stores.
//! - [`Jalali`]: a day of the Persian calendar, which equals the official one on every year that was ever announced.
//! - [`Zone`]: Tehran's clock with every change the tz database knows of, Kabul's, UTC and fixed offsets.
//! - [`Place`]: a country's clock and its names of months; [`Reckoning`]: the same with a clock and a calendar of one's
//!   own, which is all that an article's page needs.
//! - [`Format`]: what a page shows: named [styles](Style), [patterns](Pattern), relative times, ranges.
//!
//! There is no clock and no locale here: "now" and the zone are always arguments, and the zone is Tehran unless told
//! otherwise, whatever the reader's.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::text::{chars, digits};

use serde::{Serialize, Serializer};

mod calendar;
mod civil;
pub mod format;
mod iso;
mod jalali;
mod mail;
mod names;
mod parse;
mod phrase;
mod place;
mod tehran;
mod tokens;
mod words;
mod zone;

pub use calendar::Calendar;
pub use format::{Format, Pattern, PatternError, Style};
pub use jalali::{Jalali, Weekday};
pub use names::Names;
pub use parse::Context;
pub use place::{Place, Reckoning};
pub use zone::Zone;

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

    /// The instant that a number of seconds or milliseconds since 1970 tells: 11 digits are the most for seconds.
    ///
    /// # Errors
    /// [`NotADate`](DateError::NotADate), when the number is smaller than any date since 1973 would be.
    ///
    /// ```
    /// # use satr::date::{DateError, Timestamp};
    /// assert_eq!(Timestamp::from_epoch(1_565_767_800)?.to_string(), "2019-08-14T07:30:00Z");
    /// assert_eq!(Timestamp::from_epoch(1_565_767_800_250)?.to_string(), "2019-08-14T07:30:00Z");
    /// assert_eq!(Timestamp::from_epoch(1398), Err(DateError::NotADate));
    /// # Ok::<(), DateError>(())
    /// ```
    pub fn from_epoch(number: i64) -> Result<Timestamp, DateError> {
        match number {
            ..100_000_000 => Err(DateError::NotADate),
            100_000_000..100_000_000_000 => Self::in_range(number),
            100_000_000_000.. => Self::in_range(number / 1000),
        }
    }

    /// The same of the number's digits.
    pub(crate) fn from_epoch_digits(text: &str) -> Result<Timestamp, DateError> {
        iso::number(text)
    }

    /// Reads a date as machines write it, white space around it or not.
    ///
    /// | shape | examples |
    /// | --- | --- |
    /// | [RFC 3339] | `2019-08-14T07:30:00Z`, `2019-08-14 12:00:00.250+0430`, `2019-08-14t12:00+04` |
    /// | the same without an offset, or a bare date | `2019-08-14T12:00`, `2019-08-14`, `1398-05-23 12:00` |
    /// | seconds or milliseconds since 1970 | `1565767800`, `1565767800.25`, `1565767800000` |
    ///
    /// - Without an offset the time is Tehran's, and without a time it is the day's first moment there.
    ///   [`Zone::from_local`] says what happens when the clocks change.
    /// - A year from 1200 to 1599 is Jalali, with a `T` and an offset too: programs in Iran write `1398-05-23T12:00`, and
    ///   nobody dates news in the Middle Ages. So what RFC 3339 says of those years, [`Display`](fmt::Display) among it,
    ///   is read as 621 years later.
    /// - A fraction of a second is dropped, and second 60, a leap second, is read as 59.
    ///
    /// # Errors
    /// Says why the text is not a date, or why there is no such date.
    ///
    /// ```
    /// # use satr::date::{DateError, Timestamp};
    /// assert_eq!(Timestamp::parse("2019-08-14T12:00+0430")?.to_string(), "2019-08-14T07:30:00Z");
    /// assert_eq!(Timestamp::parse("2024-02-30"), Err(DateError::ImpossibleDay { day: 30, last: 29 }));
    /// assert_eq!(Timestamp::parse("2019-08-14T12:00:00+99:00"), Err(DateError::BadOffset));
    /// # Ok::<(), DateError>(())
    /// ```
    ///
    /// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
    pub fn parse(text: &str) -> Result<Timestamp, DateError> {
        iso::parse(text.trim_matches(chars::is_invisible), Zone::TEHRAN)
    }

    /// Reads a date as people or machines write it, and nothing else beside it: so this also tells a date line from a
    /// sentence with a date in it.
    ///
    /// | shape | examples |
    /// | --- | --- |
    /// | Jalali in words | `۲۳ مرداد ۱۳۹۸، ۱۲:۰۰`, `شنبه / ۶ آبان ۱۳۹۱ / ۱۰:۳۹`, `۲۳ مردادماه ۹۸ ساعت ۲:۳۰ بعدازظهر` |
    /// | Gregorian in words, or both | `۱۴ اوت ۲۰۱۹`, `۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)` |
    /// | in numbers | `۱۳۹۸/۰۵/۲۳ ۱۲:۰۰`, `1398-5-23`, `۹۸/۵/۲۳`, `۲۳/۰۵/۱۳۹۸`, `2019/08/14`, `۲۵۳۵/۰۵/۲۳` |
    /// | from now | `۲ ساعت پیش`, `دیروز ۱۴:۳۰`, `هفته گذشته`, `لحظاتی پیش`, `شنبه آینده`, `۲۳ مرداد`, `۱۲:۰۰` |
    /// | RFC 3339, [RFC 2822] | `2019-08-14T07:30:00Z`, `Wed, 14 Aug 2019 12:00:00 +0430` |
    ///
    /// - Digits may be Persian, Arabic or ASCII; Arabic letters stand for Persian ones (`دي`, `دى`); months may have
    ///   their names of Iran or Afghanistan; a weekday may lose its ZWNJ (`سهشنبه`) or have a space instead, and is
    ///   not held against the date: the numbers decide.
    /// - A year of two digits is the nearest to `now` that ends so, or without a `now` one of 1331 to 1430; 2535 to
    ///   2537 are the imperial years of 1355 to 1357. Otherwise the calendar, the time and the offset are as
    ///   [`parse`](Self::parse) says, on the clock of the context's zone.
    /// - Counts may be in words, `بیست و پنج دقیقه پیش`. `دقایقی پیش` and `چند دقیقه پیش` are now, `چند ساعت پیش` is no
    ///   date; `یک ماه و نیم` is a month and 15 days.
    /// - Weeks, months and years back keep the time of day; a day alone begins at its first moment. `دیشب ساعت ۱۰` is
    ///   22:00, its small hours are today's, and `ساعت ۱۲ شب` is midnight at the end of the day it is said of.
    /// - A bare number is no date here: in text it may be anything.
    ///
    /// # Errors
    /// Says why the text is not a date, or why there is no such date; [`NoNow`](DateError::NoNow), when it is one that
    /// only a `now` could tell.
    ///
    /// ```
    /// # use satr::date::{Context, DateError, Timestamp};
    /// let now = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
    /// let context = Context { now: Some(now), ..Context::default() };
    /// let read = |text| Timestamp::parse_with(text, &context);
    /// assert_eq!(read("دیروز ۱۴:۳۰"), Timestamp::parse("2019-08-13T14:30:00+04:30"));
    /// assert!(read("30 اسفند 1399").is_ok());
    /// assert_eq!(read("30 اسفند 1398"), Err(DateError::ImpossibleDay { day: 30, last: 29 }));
    /// assert_eq!(read("در 23 مرداد 1398 برگزار شد"), Err(DateError::NotADate));
    /// # Ok::<(), DateError>(())
    /// ```
    ///
    /// [RFC 2822]: https://www.rfc-editor.org/rfc/rfc2822#section-3.3
    pub fn parse_with(text: &str, context: &Context) -> Result<Timestamp, DateError> {
        parse::parse(text.trim_matches(chars::is_invisible), context)
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
        f.pad(&format::machine_in(*self, Zone::UTC))
    }
}

/// The same text as [`Display`](fmt::Display).
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format::machine_in(*self, Zone::UTC))
    }
}

/// Why there is no such date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateError {
    /// The text is no date in a known shape, or holds more than the date.
    NotADate,
    /// A date that is told from now, `۲ ساعت پیش`, with no `now` to tell it from.
    NoNow,
    /// A date in each calendar, on different days: `۲۳ مرداد ۱۳۹۸ (۱۵ اوت ۲۰۱۹)`.
    TwoDays,
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
    /// The name of a zone that is not known here: `Europe/Paris`.
    UnknownZone,
    /// A date whose instant lies outside the years 0001 to 9999 of UTC.
    OutOfRange,
}

impl DateError {
    /// What was expected, and what was found.
    #[must_use]
    pub fn message(self) -> String {
        let text = match self {
            Self::NotADate => "expected a date and nothing else, such as 2019-08-14T12:00:00+04:30",
            Self::NoNow => "expected a full date, found one told from now",
            Self::TwoDays => "expected one day, found two",
            Self::UnknownMonth => "expected a month, 1 to 12 or by name, such as مرداد or اوت",
            Self::ImpossibleDay { day, last } => {
                let (day, last) = (digits::ascii(day.into()), digits::ascii(last.into()));
                return ["expected a day from 1 to ", &last, ", the month's last; found ", &day].concat();
            }
            Self::ImpossibleTime => "expected a time from 00:00:00 to 23:59:59",
            Self::BadOffset => "expected an offset from UTC, Z or -23:59 to +23:59",
            Self::UnknownZone => "expected Asia/Tehran, Asia/Kabul, UTC or an offset such as +03:30",
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
        let error = "2023-02-29".parse::<Timestamp>().unwrap_err();
        assert_eq!(error.to_string(), "expected a day from 1 to 28, the month's last; found 29");
    }
}
