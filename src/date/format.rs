//! Instants in, the dates a page shows out.
//! Floor 2. Uses: nothing.
//!
//! All on Tehran's clock and with ASCII digits, which the caller turns into the page's.

use alloc::string::String;

use super::iso::{self, push, push_clock};
use super::{Jalali, Timestamp, civil, zone};

/// Day and time as Iran's news agencies print them: `23 مرداد 1398، 12:00`.
///
/// ```
/// # use satr::date::{Timestamp, format};
/// let updated = Timestamp::parse("2020-04-17T14:26:21Z")?;
/// assert_eq!(format::news(updated), "29 فروردین 1399، 18:56");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn news(instant: Timestamp) -> String {
    let (days, second) = civil::split(zone::to_local(instant));
    let mut out = in_words(Jalali::from_days(days));
    out.push_str("، ");
    push_clock(&mut out, second);
    out
}

/// The day alone: `23 مرداد 1398`. A year before the Hijra has a minus: `11 دی -621`.
#[must_use]
pub fn day(instant: Timestamp) -> String {
    in_words(Jalali::at(instant))
}

/// The time of day alone: `12:00`.
#[must_use]
pub fn clock(instant: Timestamp) -> String {
    let (_, second) = civil::split(zone::to_local(instant));
    let mut out = String::with_capacity("12:00".len());
    push_clock(&mut out, second);
    out
}

/// Day, month and year, with room for a time after them.
fn in_words(date: Jalali) -> String {
    let mut out = String::with_capacity("23 اردیبهشت 1398، 12:00".len());
    push(&mut out, date.day().into(), 1);
    out.push(' ');
    out.push_str(date.month_name());
    out.push(' ');
    if date.year() < 0 {
        out.push('-');
    }
    push(&mut out, date.year().unsigned_abs(), 1);
    out
}

/// What `<time datetime>` carries, ISO 8601 with Tehran's offset: `2019-08-14T12:00:00+04:30`.
///
/// Where that cannot be written it is in UTC, `1935-06-12T20:34:15Z`: before that second Tehran's offset was not of
/// whole minutes, and in the last hours of the year 9999 it is already 10000 there.
#[must_use]
pub fn machine(instant: Timestamp) -> String {
    let offset = zone::offset_at(instant);
    let writable = offset % 60 == 0 && Timestamp::in_range(zone::to_local(instant)).is_ok();
    iso::write(instant, if writable { offset } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_machine(text: &str, expected: &str) {
        let instant = Timestamp::parse(text).unwrap();
        assert_eq!(machine(instant), expected);
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
    fn a_year_of_five_digits_is_in_utc() {
        assert_machine("9999-12-31T20:29:59Z", "9999-12-31T23:59:59+03:30");
        assert_machine("9999-12-31T20:30:00Z", "9999-12-31T20:30:00Z");
    }

    #[test]
    fn hours_have_two_digits_and_days_as_many_as_they_need() {
        let instant = Timestamp::parse("2019-03-21T05:35:09Z").unwrap();
        assert_eq!(news(instant), "1 فروردین 1398، 09:05");
        assert_eq!(day(instant), "1 فروردین 1398");
        assert_eq!(day(Timestamp::MIN), "11 دی -621");
        assert_eq!(news(Timestamp::MAX), "11 دی 9378، 03:29");
    }
}
