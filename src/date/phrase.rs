//! Distances from now in, instants out: `۲ ساعت پیش`, `هفته گذشته`.
//! Floor 2. Uses: nothing.

use super::calendar::Calendar;
use super::civil::{self, Time};
use super::words::Unit;
use super::{DateError, Jalali, Timestamp, Weekday, Zone, zone};

/// A time away from now. Months and longer keep the day of the month, days and longer the time of day.
#[derive(Clone, Copy, Default)]
pub(super) struct Distance {
    months: i32,
    days: i32,
    seconds: i64,
}

impl Distance {
    /// Adds so many of a unit. What is too far for the numbers is too far for any date.
    pub(super) fn add(&mut self, count: u16, unit: Unit) {
        let (whole, seconds) = (i32::from(count), i64::from(count));
        let (months, days, seconds) = match unit {
            Unit::Second => (0, 0, seconds),
            Unit::Minute => (0, 0, seconds * 60),
            Unit::QuarterHour => (0, 0, seconds * 900),
            Unit::HalfHour => (0, 0, seconds * 1800),
            Unit::Hour => (0, 0, seconds * 3600),
            Unit::Day => (0, whole, 0),
            Unit::Week => (0, whole * 7, 0),
            Unit::Month => (whole, 0, 0),
            Unit::Year => (whole * 12, 0, 0),
        };
        self.months = self.months.saturating_add(months);
        self.days = self.days.saturating_add(days);
        self.seconds = self.seconds.saturating_add(seconds);
    }

    /// The instant so far before now, or after it; if one is given, at this time so many days later.
    pub(super) fn instant(
        self,
        is_past: bool,
        now: Now,
        time: Option<(i32, Time)>,
    ) -> Result<Timestamp, DateError> {
        let sign = if is_past { -1 } else { 1 };
        let seconds = i64::from(sign) * self.seconds;
        if self.months == 0 && self.days == 0 && time.is_none() {
            return Timestamp::in_range(now.instant.unix_seconds().saturating_add(seconds));
        }
        let day = months_later(now.date(), sign * self.months)?.days().saturating_add(sign * self.days);
        let (later, time) = time.unwrap_or((0, now.time()));
        let there = civil::at(day.saturating_add(later), time, now.zone)?;
        Timestamp::in_range(there.unix_seconds().saturating_add(seconds))
    }
}

/// The same day so many months later, or the last of the month where there is no such day.
fn months_later(date: Jalali, months: i32) -> Result<Jalali, DateError> {
    let month = (date.year() * 12 + i32::from(date.month()) - 1).saturating_add(months);
    // A remainder of 12 fits.
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u8 + 1);
    let last = Calendar::Jalali.last_day(year, month).unwrap_or(date.day());
    Jalali::new(year, month, date.day().min(last))
}

/// A moment on a zone's clock.
#[derive(Clone, Copy)]
pub(super) struct Now {
    pub(super) instant: Timestamp,
    pub(super) zone: Zone,
}

impl Now {
    pub(super) fn date(self) -> Jalali {
        Jalali::at(self.instant, self.zone)
    }

    fn time(self) -> Time {
        let (_, second) = zone::split(self.zone.to_local(self.instant));
        // Less than a day: each part fits.
        ((second / 3600) as u8, (second / 60 % 60) as u8, (second % 60) as u8)
    }

    /// The last such weekday before today, or the next after it, as a day since 1970-01-01.
    pub(super) fn weekday(self, weekday: Weekday, is_past: bool) -> i32 {
        let today = self.date();
        let ahead = (weekday as i32 - today.weekday() as i32).rem_euclid(7);
        today.days()
            + match (is_past, ahead) {
                (true, _) => ahead - 7,
                (false, 0) => 7,
                (false, _) => ahead,
            }
    }
}
