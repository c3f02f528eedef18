//! Instants in, the dates a page shows out.
//! Floor 2. Uses: text.
//!
//! The functions here write what a page of Satr shows: dates in Persian digits, by the [`Reckoning`] of the page, or
//! simply by a [`Place`](super::Place). [`Format`] writes everything else, and lets all of that be chosen.

use alloc::string::String;

mod pattern;
mod range;
mod relative;
mod style;

pub use pattern::{Pattern, PatternError};
pub use style::Style;

use super::iso::{self, push, push_clock};
use super::{Calendar, Names, Reckoning, Timestamp, Zone, zone};
use crate::text::digits::Numerals;

/// Day and time as news agencies print them: `۲۳ مرداد ۱۳۹۸، ۱۲:۰۰`, in Afghanistan `۲۳ اسد ۱۳۹۸، ۱۲:۰۰`.
///
/// ```
/// # use satr::date::{Place, Timestamp, format};
/// let updated = Timestamp::parse("2020-04-17T14:26:21Z")?;
/// assert_eq!(format::news(updated, Place::Iran), "۲۹ فروردین ۱۳۹۹، ۱۸:۵۶");
/// assert_eq!(format::news(updated, Place::Afghanistan), "۲۹ حمل ۱۳۹۹، ۱۸:۵۶");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn news(instant: Timestamp, by: impl Into<Reckoning>) -> String {
    let by = by.into();
    let (days, second) = zone::split(by.zone.to_local(instant));
    let mut out = in_words(days, by);
    out.push_str("، ");
    push_clock(&mut out, second, PERSIAN_ZERO);
    out
}

/// The day alone: `۲۳ مرداد ۱۳۹۸`. A year before the Hijra has a minus: `۱۱ دی -۶۲۱`.
///
/// ```
/// # use satr::date::{Place, Timestamp, format};
/// assert_eq!(format::day(Timestamp::parse("2019-08-14")?, Place::Iran), "۲۳ مرداد ۱۳۹۸");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn day(instant: Timestamp, by: impl Into<Reckoning>) -> String {
    let by = by.into();
    in_words(zone::split(by.zone.to_local(instant)).0, by)
}

/// How long ago it was: `۳ ساعت پیش`, as [`Format::relative`] says it; a week away and more, its [`day`].
///
/// ```
/// # use satr::date::{Place, Timestamp, format};
/// let now = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
/// let ago = |text| Timestamp::parse(text).map(|then| format::ago(then, now, Place::Iran));
/// assert_eq!(ago("2019-08-14T09:10:00+04:30")?, "۲ ساعت پیش");
/// assert_eq!(ago("2019-03-21T12:00:00+04:30")?, "۱ فروردین ۱۳۹۸");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn ago(instant: Timestamp, now: Timestamp, by: impl Into<Reckoning>) -> String {
    let by = by.into();
    let day_of = |instant| zone::split(by.zone.to_local(instant)).0;
    let mut out = String::new();
    if !relative::push_relative(&mut out, instant, now, day_of(instant).abs_diff(day_of(now)), PERSIAN_ZERO) {
        out = in_words(day_of(instant), by);
    }
    out
}

/// The time of day alone: `۱۲:۰۰`.
///
/// ```
/// # use satr::date::{Place, Timestamp, format};
/// assert_eq!(format::clock(Timestamp::parse("2019-08-14T07:30Z")?, Place::Iran), "۱۲:۰۰");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn clock(instant: Timestamp, by: impl Into<Reckoning>) -> String {
    let (_, second) = zone::split(by.into().zone.to_local(instant));
    let mut out = String::with_capacity("۱۲:۰۰".len());
    push_clock(&mut out, second, PERSIAN_ZERO);
    out
}

/// What `<time datetime>` carries, ISO 8601 with the clock's offset: `2019-12-14T11:00:00+03:30`.
///
/// Where that cannot be written it is in UTC, `1935-06-12T20:34:15Z`: before that second Tehran's offset was not of
/// whole minutes, nor was Kabul's before 1890, and in the last hours of the year 9999 it is already 10000 there.
///
/// ```
/// # use satr::date::{Place, Timestamp, format};
/// let instant = Timestamp::parse("2019-12-14T07:30Z")?;
/// assert_eq!(format::machine(instant, Place::Iran), "2019-12-14T11:00:00+03:30");
/// assert_eq!(format::machine(instant, Place::Afghanistan), "2019-12-14T12:00:00+04:30");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn machine(instant: Timestamp, by: impl Into<Reckoning>) -> String {
    machine_in(instant, by.into().zone)
}

/// The same on any clock.
pub(super) fn machine_in(instant: Timestamp, zone: Zone) -> String {
    let mut out = String::with_capacity("2019-08-14T12:00:00+04:30".len());
    iso::write(instant, zone, &mut out);
    out
}

/// Day, month and year of a day since 1970-01-01, with room for a time after them.
fn in_words(days: i32, by: Reckoning) -> String {
    let (year, month, day) = by.calendar.date(days);
    let mut out = String::with_capacity("۲۳ اردیبهشت ۱۳۹۸، ۱۲:۰۰".len());
    push(&mut out, day.into(), 1, PERSIAN_ZERO);
    out.push(' ');
    out.push_str(by.place.month(by.calendar, month));
    out.push(' ');
    push_year(&mut out, year, 1, PERSIAN_ZERO);
    out
}

const PERSIAN_ZERO: char = '۰';

/// A year, with zeros before it up to the width; a minus stands before one below 0.
fn push_year(out: &mut String, year: i32, width: usize, zero: char) {
    if year < 0 {
        out.push('-');
    }
    push(out, year.unsigned_abs(), width, zero);
}

/// How dates are written: on whose clock, and in which calendar, digits and names.
///
/// The default is what Iran reads: Tehran's clock, Jalali dates, Persian digits. Each method returns a text; those
/// named `write_…` add it to one that is there already, and allocate nothing besides.
///
/// ```
/// use satr::date::{Calendar, Format, Names, Style, Timestamp, Zone};
/// use satr::text::digits::Numerals;
///
/// let noon = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
/// assert_eq!(Format::default().date(noon, Style::Full), "چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰");
///
/// let kabul = Format { zone: Zone::KABUL, names: Names::Afghanistan, ..Format::default() };
/// assert_eq!(kabul.date(noon, Style::News), "۲۳ اسد ۱۳۹۸، ۱۲:۰۰");
///
/// let gregorian = Format { calendar: Calendar::Gregorian, numerals: Numerals::Latin, ..Format::default() };
/// assert_eq!(gregorian.date(noon, Style::Medium), "14 اوت 2019");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Format {
    /// Whose clock.
    pub zone: Zone,
    /// Which calendar.
    pub calendar: Calendar,
    /// Which digits; [`Keep`](Numerals::Keep) is Persian, for these were written by nobody.
    pub numerals: Numerals,
    /// What months and weekdays are called.
    pub names: Names,
}

impl Format {
    /// The digit 0 of the numerals.
    fn zero(self) -> char {
        if self.numerals == Numerals::Latin { '0' } else { PERSIAN_ZERO }
    }

    /// The day since 1970-01-01 of an instant, and the second of the day, on the zone's clock.
    fn local(self, instant: Timestamp) -> (i32, u32) {
        zone::split(self.zone.to_local(instant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Place;

    #[track_caller]
    fn assert_machine(text: &str, expected: &str) {
        let instant = Timestamp::parse(text).unwrap();
        assert_eq!(machine(instant, Place::Iran), expected);
        assert_eq!(Timestamp::parse(expected), Ok(instant), "the same instant comes back");
    }

    #[test]
    fn the_offset_is_that_of_the_moment() {
        assert_machine("2019-08-14T07:30:00Z", "2019-08-14T12:00:00+04:30");
        assert_machine("2019-12-14T07:30:00Z", "2019-12-14T11:00:00+03:30");
        assert_machine("1978-05-01T00:00:00Z", "1978-05-01T05:00:00+05:00");
    }

    #[test]
    fn what_has_no_offset_in_minutes_is_in_utc() {
        assert_machine("1935-06-12T20:34:15Z", "1935-06-12T20:34:15Z");
        assert_machine("1935-06-12T20:34:16Z", "1935-06-13T00:04:16+03:30");
        assert_machine("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
    }

    #[test]
    fn kabul_has_its_own_offsets() {
        for (text, expected) in [
            ("2019-12-14T07:30:00Z", "2019-12-14T12:00:00+04:30"),
            ("1944-12-31T19:59:59Z", "1944-12-31T23:59:59+04:00"),
            ("1889-12-31T19:23:12Z", "1889-12-31T23:23:12+04:00"),
            ("1889-12-31T19:23:11Z", "1889-12-31T19:23:11Z"),
        ] {
            assert_eq!(machine(Timestamp::parse(text).unwrap(), Place::Afghanistan), expected);
        }
    }

    #[test]
    fn a_year_of_five_digits_is_in_utc() {
        assert_machine("9999-12-31T20:29:59Z", "9999-12-31T23:59:59+03:30");
        assert_machine("9999-12-31T20:30:00Z", "9999-12-31T20:30:00Z");
    }

    #[test]
    fn an_offset_may_lie_west() {
        let newfoundland = Zone::fixed(-210).unwrap();
        let noon = Timestamp::parse("2019-08-14T07:30:00Z").unwrap();
        assert_eq!(machine_in(noon, newfoundland), "2019-08-14T04:00:00-03:30");
        assert_eq!(machine_in(Timestamp::MIN, newfoundland), "0001-01-01T00:00:00Z");
    }

    #[test]
    fn hours_have_two_digits_and_days_as_many_as_they_need() {
        let instant = Timestamp::parse("2019-03-21T05:35:09Z").unwrap();
        assert_eq!(news(instant, Place::Iran), "۱ فروردین ۱۳۹۸، ۰۹:۰۵");
        assert_eq!(day(instant, Place::Iran), "۱ فروردین ۱۳۹۸");
        assert_eq!(day(Timestamp::MIN, Place::Iran), "۱۱ دی -۶۲۱");
        assert_eq!(news(Timestamp::MAX, Place::Iran), "۱۱ دی ۹۳۷۸، ۰۳:۲۹");
    }
}
