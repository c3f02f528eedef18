//! The numbers of a written date in, its instant out.
//! Floor 2. Uses: nothing.

use super::calendar::{Calendar, Date};
use super::zone::DAY;
use super::{DateError, Timestamp, Zone};

/// A date as it was written; whether there is such a date is not known yet.
pub(super) struct Written {
    /// None, when the year tells.
    pub(super) calendar: Option<Calendar>,
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) time: Time,
    /// None, when the time is on the clock of the reader's zone.
    pub(super) offset: Option<Offset>,
}

/// Hour, minute and second of a clock face.
pub(super) type Time = (u8, u8, u8);

/// A distance from UTC.
#[derive(Default)]
pub(super) struct Offset {
    pub(super) west: bool,
    pub(super) hours: u8,
    pub(super) minutes: u8,
}

impl Written {
    /// The instant; where no offset was written, on the clock of `zone`.
    pub(super) fn instant(self, zone: Zone) -> Result<Timestamp, DateError> {
        let days = days(self.calendar, (self.year, self.month, self.day))?;
        let zone = self.offset.map_or(Ok(zone), Offset::zone)?;
        at(days, self.time, zone)
    }
}

/// The day since 1970-01-01; without a calendar the year tells which.
pub(super) fn days(calendar: Option<Calendar>, date: Date) -> Result<i32, DateError> {
    let calendar = calendar.unwrap_or(match date {
        (1200..=1599, ..) => Calendar::Jalali,
        _ => Calendar::Gregorian,
    });
    calendar.days(date)
}

/// The instant at which the clock of a zone shows a time on a day.
pub(super) fn at(days: i32, time: Time, zone: Zone) -> Result<Timestamp, DateError> {
    let second = second(time).ok_or(DateError::ImpossibleTime)?;
    Timestamp::in_range(zone.utc_from_local(i64::from(days) * DAY + second))
}

impl Offset {
    pub(super) fn zone(self) -> Result<Zone, DateError> {
        let seconds = second((self.hours, self.minutes, 0)).ok_or(DateError::BadOffset)?;
        // Less than a day: its minutes fit.
        let minutes = (seconds / 60) as i16;
        Zone::fixed(if self.west { -minutes } else { minutes })
    }
}

/// Seconds since midnight on a clock face. A leap second, 60, counts as 59: Unix time has no room for it.
fn second((hour, minute, second): Time) -> Option<i64> {
    let valid = hour < 24 && minute < 60 && second <= 60;
    valid.then(|| i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second.min(59)))
}
