//! Days in, Jalali dates out, and back.
//! Floor 2. Uses: nothing.

use core::fmt;

use super::calendar::{self, Calendar};
use super::zone::{self, Zone};
use super::{DateError, Names, Timestamp, names};

/// A day of the Jalali calendar: Iran's civil calendar since 1304 AP (1925).
///
/// Its years equal all that the Calendar Center of the University of Tehran has announced, 1206 to 1498, and the
/// astronomical rule from 1178 to 3000; beyond, leap years follow a cycle of 33 years. There is a year 0 before year 1.
#[doc(alias = "persian")]
#[doc(alias = "shamsi")]
#[doc(alias = "solar hijri")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jalali {
    year: i32,
    month: u8,
    day: u8,
}

impl Jalali {
    /// The date of these numbers; the year from -9999 to 9999, month and day from 1.
    ///
    /// # Errors
    /// [`UnknownMonth`](DateError::UnknownMonth), [`ImpossibleDay`](DateError::ImpossibleDay) or, for the year,
    /// [`OutOfRange`](DateError::OutOfRange).
    ///
    /// ```
    /// # use satr::date::{DateError, Jalali};
    /// assert!(Jalali::new(1403, 12, 30).is_ok());
    /// assert_eq!(Jalali::new(1404, 12, 30), Err(DateError::ImpossibleDay { day: 30, last: 29 }));
    /// ```
    pub fn new(year: i32, month: u8, day: u8) -> Result<Jalali, DateError> {
        Calendar::Jalali.check((year, month, day)).map(|()| Jalali { year, month, day })
    }

    /// The date of a Gregorian one; its year too from -9999 to 9999, with a year 0.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    ///
    /// ```
    /// # use satr::date::{DateError, Jalali};
    /// assert_eq!(Jalali::from_gregorian(2019, 8, 14), Jalali::new(1398, 5, 23));
    /// assert_eq!(Jalali::from_gregorian(2023, 2, 29), Err(DateError::ImpossibleDay { day: 29, last: 28 }));
    /// ```
    pub fn from_gregorian(year: i32, month: u8, day: u8) -> Result<Jalali, DateError> {
        Calendar::Gregorian.days((year, month, day)).map(Self::from_days)
    }

    /// The date on a zone's clock at an instant.
    ///
    /// ```
    /// # use satr::date::{Jalali, Timestamp, Zone};
    /// let instant = Timestamp::parse("2019-08-13T20:00:00Z")?;
    /// assert_eq!(Jalali::at(instant, Zone::TEHRAN), Jalali::new(1398, 5, 23)?);
    /// assert_eq!(Jalali::at(instant, Zone::UTC), Jalali::new(1398, 5, 22)?);
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn at(instant: Timestamp, zone: Zone) -> Jalali {
        Self::from_days(zone::split(zone.to_local(instant)).0)
    }

    /// The date so many days after 1970-01-01 (11 Dey 1348).
    #[must_use]
    pub fn from_days(days: i32) -> Jalali {
        let (year, month, day) = Calendar::Jalali.date(days);
        Jalali { year, month, day }
    }

    /// Days since 1970-01-01 (11 Dey 1348).
    #[must_use]
    pub fn days(self) -> i32 {
        calendar::from_jalali((self.year, self.month, self.day))
    }

    /// Year, month and day in the Gregorian calendar, also before it was made.
    ///
    /// ```
    /// # use satr::date::Jalali;
    /// assert_eq!(Jalali::new(1398, 5, 23)?.to_gregorian(), (2019, 8, 14));
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn to_gregorian(self) -> (i32, u8, u8) {
        Calendar::Gregorian.date(self.days())
    }

    /// The year, AP (anno Persico); 0 and below before the Hijra.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 (فروردین) to 12 (اسفند).
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Whether the day lies before 1304 AP: it existed, but people then named it in another calendar.
    ///
    /// ```
    /// # use satr::date::Jalali;
    /// assert!(Jalali::new(1303, 12, 29)?.is_proleptic());
    /// assert!(!Jalali::new(1304, 1, 1)?.is_proleptic());
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn is_proleptic(self) -> bool {
        self.year < 1304
    }

    /// The month's name in Iran: `مرداد`.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        names::nth(&names::JALALI, self.month)
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        Weekday::of(self.days())
    }
}

impl fmt::Debug for Jalali {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Jalali({}-{:02}-{:02})", self.year(), self.month(), self.day())
    }
}

/// A day of the week, which in Iran starts on Saturday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// شنبه
    Saturday,
    /// یکشنبه
    Sunday,
    /// دوشنبه
    Monday,
    /// سه‌شنبه
    Tuesday,
    /// چهارشنبه
    Wednesday,
    /// پنجشنبه
    Thursday,
    /// جمعه
    Friday,
}

impl Weekday {
    /// The week from its first day.
    pub const ALL: [Weekday; 7] = [
        Weekday::Saturday,
        Weekday::Sunday,
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
    ];

    /// The weekday of a day since 1970-01-01, which was a Thursday.
    pub(super) fn of(days: i32) -> Weekday {
        match days.rem_euclid(7) {
            0 => Weekday::Thursday,
            1 => Weekday::Friday,
            2 => Weekday::Saturday,
            3 => Weekday::Sunday,
            4 => Weekday::Monday,
            5 => Weekday::Tuesday,
            _ => Weekday::Wednesday,
        }
    }

    /// The day's name: `چهارشنبه`. The one of Tuesday holds a ZWNJ.
    #[must_use]
    pub fn name(self) -> &'static str {
        Names::Iran.weekday(self)
    }
}
