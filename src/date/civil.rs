//! The numbers of a written date in, its instant out.
//! Floor 2. Uses: nothing.

use icu_calendar::types::RataDie;
use icu_calendar::{AsCalendar, Date, Gregorian, RangeError};

use super::{DateError, Jalali, Timestamp, zone};

/// Seconds in a day of a clock that never changes.
const DAY: i64 = 86_400;

/// The day since 1970-01-01 and the second of the day of a clock reading.
pub(super) fn split(reading: i64) -> (i32, u32) {
    // A reading is a timestamp and less than a day: few enough days.
    (reading.div_euclid(DAY) as i32, reading.rem_euclid(DAY) as u32)
}

/// A date as it was written; whether there is such a date is not known yet.
pub(super) struct Written {
    pub(super) calendar: Calendar,
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    /// Hour, minute and second.
    pub(super) time: (u8, u8, u8),
    /// Without an offset the time is Tehran's.
    pub(super) offset: Option<Offset>,
}

pub(super) enum Calendar {
    Jalali,
    Gregorian,
    /// Numbers that a person wrote: the year tells which.
    ByYear,
}

/// A distance from UTC.
pub(super) struct Offset {
    pub(super) west: bool,
    pub(super) hours: u8,
    pub(super) minutes: u8,
}

impl Written {
    pub(super) fn instant(self) -> Result<Timestamp, DateError> {
        let Written { calendar, year, month, day, time: (hour, minute, second), offset } = self;
        let jalali = match calendar {
            Calendar::Jalali => true,
            Calendar::Gregorian => false,
            Calendar::ByYear => (1200..=1599).contains(&year),
        };
        let days = if jalali {
            Jalali::new(year, month, day)?.days()
        } else {
            days(&Date::try_new_gregorian(year, month, day).map_err(error)?)
        };
        let time = clock(hour, minute, second).ok_or(DateError::ImpossibleTime)?;
        let reading = i64::from(days) * DAY + time;
        Timestamp::in_range(match offset {
            None => zone::utc_from_local(reading),
            Some(Offset { west, hours, minutes }) => {
                let distance = clock(hours, minutes, 0).ok_or(DateError::BadOffset)?;
                if west { reading + distance } else { reading - distance }
            }
        })
    }
}

/// Seconds since midnight on a clock face. A leap second, 60, counts as 59: Unix time has no room for it.
fn clock(hour: u8, minute: u8, second: u8) -> Option<i64> {
    let valid = hour < 24 && minute < 60 && second <= 60;
    valid.then(|| i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second.min(59)))
}

/// What icu found out of range, as our error.
pub(super) fn error(error: RangeError) -> DateError {
    match error.field {
        // Both numbers come from u8.
        "day" => DateError::ImpossibleDay { day: error.value as u8, last: error.max as u8 },
        "month" => DateError::UnknownMonth,
        _ => DateError::OutOfRange,
    }
}

/// 1970-01-01 as icu counts days, from 0000-12-31.
const UNIX_EPOCH: i64 = 719_163;

/// Days since 1970-01-01 of a date.
pub(super) fn days<C: AsCalendar>(date: &Date<C>) -> i32 {
    // icu's dates end with the year 999,999, so the days fit.
    (date.to_rata_die().to_i64_date() - UNIX_EPOCH) as i32
}

/// The date of a day since 1970-01-01; beyond icu's years ±999,999, the nearest.
pub(super) fn date<C: AsCalendar>(days: i32, calendar: C) -> Date<C> {
    Date::from_rata_die(RataDie::new(i64::from(days) + UNIX_EPOCH), calendar)
}

/// The month of a date, from 1.
///
/// Months are about 30 days long, so the days before one tell which it is. `Date::month` would say so too, but it also
/// makes a text code, whose checks bring half a kilobyte into the browser.
pub(super) fn month<C: AsCalendar>(date: &Date<C>) -> u8 {
    let days_before = date.day_of_year().0 - u16::from(date.day_of_month().0);
    ((days_before + 15) / 30 + 1) as u8
}

/// Year, month and day in the proleptic Gregorian calendar.
pub(super) fn to_gregorian(days: i32) -> (i32, u8, u8) {
    let date = date(days, Gregorian);
    (date.year().extended_year(), month(&date), date.day_of_month().0)
}
