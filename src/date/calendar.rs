//! Days since 1970-01-01 in, years, months and days of both calendars out, and back.
//! Floor 2. Uses: nothing.
//!
//! A Jalali year begins on the day whose true noon at 52.5° east comes first after the March equinox. The rule of 33
//! years, with a leap year every four and once every five, gives that day in all years from 1178 to 3000 but the
//! [`LATE`] ones; tests compare with the sun itself.

use super::DateError;

/// A calendar in which days are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Iran's and Afghanistan's: `۲۳ مرداد ۱۳۹۸`.
    #[doc(alias = "persian")]
    #[doc(alias = "shamsi")]
    #[default]
    Jalali,
    /// The world's: `۱۴ اوت ۲۰۱۹`.
    Gregorian,
}

/// Year, month and day.
pub(super) type Date = (i32, u8, u8);

impl Calendar {
    /// The date of a day since 1970-01-01.
    pub(super) fn date(self, days: i32) -> Date {
        match self {
            Self::Jalali => to_jalali(days),
            Self::Gregorian => to_gregorian(days),
        }
    }

    /// The day since 1970-01-01 of a date that may have been written by anybody.
    pub(super) fn days(self, date: Date) -> Result<i32, DateError> {
        self.check(date)?;
        Ok(match self {
            Self::Jalali => from_jalali(date),
            Self::Gregorian => from_gregorian(date),
        })
    }

    /// Whether there is such a date, in the years -9999 to 9999.
    pub(super) fn check(self, (year, month, day): Date) -> Result<(), DateError> {
        if !(-9999..=9999).contains(&year) {
            return Err(DateError::OutOfRange);
        }
        let last = self.last_day(year, month).ok_or(DateError::UnknownMonth)?;
        if (1..=last).contains(&day) { Ok(()) } else { Err(DateError::ImpossibleDay { day, last }) }
    }

    /// The first day of a year, since 1970-01-01.
    pub(super) fn new_year(self, year: i32) -> i32 {
        match self {
            Self::Jalali => from_jalali((year, 1, 1)),
            Self::Gregorian => from_gregorian((year, 1, 1)),
        }
    }

    /// The last day of a month; none, if no year has such a month.
    pub(super) fn last_day(self, year: i32, month: u8) -> Option<u8> {
        Some(match (self, month) {
            (Self::Jalali, 1..=6) | (Self::Gregorian, 1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
            (Self::Jalali, 7..=11) | (Self::Gregorian, 4 | 6 | 9 | 11) => 30,
            (Self::Jalali, 12) => 29 + u8::from(nowruz(year + 1) - nowruz(year) == 366),
            (Self::Gregorian, 2) => 28 + u8::from(is_leap(year)),
            _ => return None,
        })
    }
}

/// Years that the rule of 33 years would make leap, and whose next year is leap instead.
const LATE: [u16; 78] = [
    1502, 1601, 1634, 1667, 1700, 1733, 1766, 1799, 1832, 1865, 1898, 1931, 1964, 1997, 2030, 2059, 2063,
    2096, 2129, 2158, 2162, 2191, 2195, 2224, 2228, 2257, 2261, 2290, 2294, 2323, 2327, 2356, 2360, 2389,
    2393, 2422, 2426, 2455, 2459, 2488, 2492, 2521, 2525, 2554, 2558, 2587, 2591, 2620, 2624, 2653, 2657,
    2686, 2690, 2719, 2723, 2748, 2752, 2756, 2781, 2785, 2789, 2818, 2822, 2847, 2851, 2855, 2880, 2884,
    2888, 2913, 2917, 2921, 2946, 2950, 2954, 2979, 2983, 2987,
];

fn is_late(year: i64) -> bool {
    LATE.iter().any(|&late| i64::from(late) == year)
}

/// The day of 1 Farvardin of the year 1.
const FARVARDIN_1: i64 = -492_268;

/// The day of 1 Farvardin of a year.
fn nowruz(year: i32) -> i64 {
    let year = i64::from(year);
    let leap_days = (8 * year + 21).div_euclid(33) - i64::from(year > 1500 && is_late(year - 1));
    FARVARDIN_1 + 365 * (year - 1) + leap_days
}

pub(super) fn from_jalali((year, month, day): Date) -> i32 {
    let month = i64::from(month) - 1;
    // Dates come from days, or have years of four digits: the sum fits.
    (nowruz(year) + 30 * month + month.min(6) + i64::from(day) - 1) as i32
}

fn to_jalali(days: i32) -> Date {
    // 12,053 days are 33 years.
    let mut year = 1 + (33 * (i64::from(days) - FARVARDIN_1) + 3).div_euclid(12_053) as i32;
    let mut day = (i64::from(days) - nowruz(year)) as u32;
    if day == 365 && is_late(year.into()) {
        (year, day) = (year + 1, 0);
    }
    let (month, day) = if day < 186 { (day / 31, day % 31) } else { ((day - 6) / 30, (day - 6) % 30) };
    (year, month as u8 + 1, day as u8 + 1)
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

// Years here begin in March, so that a leap day is the last of its year, and months have 31, 30, 31, 30, 31 days over
// and over: 153 in five. The method is Howard Hinnant's, https://howardhinnant.github.io/date_algorithms.html.

/// The day of 0000-03-01.
const MARCH_0: i64 = -719_468;

/// Days in 400, in 100 and in 4 years.
const CENTURIES: i64 = 146_097;
const CENTURY: u32 = 36_524;
const OLYMPIAD: u32 = 1_461;

fn from_gregorian((year, month, day): Date) -> i32 {
    let month = i32::from(month);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    MARCH_0 as i32 + 365 * year + leap_days + (153 * month + 2) / 5 + i32::from(day) - 1
}

fn to_gregorian(days: i32) -> Date {
    let since = i64::from(days) - MARCH_0;
    let (era, day) = (since.div_euclid(CENTURIES) as i32, since.rem_euclid(CENTURIES) as u32);
    let year = (day - day / (OLYMPIAD - 1) + day / CENTURY - day / (CENTURIES as u32 - 1)) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let next = month >= 10;
    let month = if next { month - 9 } else { month + 3 };
    (era * 400 + year as i32 + i32::from(next), month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        for (days, jalali, gregorian) in [
            (0, (1348, 10, 11), (1970, 1, 1)),
            (18_122, (1398, 5, 23), (2019, 8, 14)),
            (19_801, (1402, 12, 29), (2024, 3, 19)),
            (20_167, (1403, 12, 30), (2025, 3, 20)),
            (-719_468, (-622, 12, 11), (0, 3, 1)),
        ] {
            assert_eq!(Calendar::Jalali.date(days), jalali);
            assert_eq!(Calendar::Jalali.days(jalali), Ok(days));
            assert_eq!(Calendar::Gregorian.date(days), gregorian);
            assert_eq!(Calendar::Gregorian.days(gregorian), Ok(days));
        }
    }

    #[test]
    fn every_day_number_is_a_date_that_comes_back() {
        for days in (i32::MIN..=i32::MAX).step_by(65_537).chain([i32::MAX]) {
            assert_eq!(from_jalali(to_jalali(days)), days);
        }
        for days in (-4_000_000..4_000_000).step_by(7) {
            assert_eq!(from_gregorian(to_gregorian(days)), days);
        }
    }
}
