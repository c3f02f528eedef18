//! Days in, Jalali dates out, and back.
//! Floor 2. Uses: nothing.

use core::fmt;
use core::hash::{Hash, Hasher};

use icu_calendar::Date;
use icu_calendar::cal::Persian;

use super::{DateError, Timestamp, civil, names, zone};

/// A day of the Jalali calendar: Iran's civil calendar since 1304 AP (1925).
///
/// The arithmetic is `icu_calendar`'s; it equals the years 1206 to 1498 as announced by the Calendar Center of the
/// University of Tehran, and the astronomical rule up to 3000. Dates before 1304 are proleptic: the day existed, but
/// people then named it otherwise. Like icu's years, ours have a year 0 before year 1.
#[doc(alias = "persian")]
#[doc(alias = "shamsi")]
#[doc(alias = "solar hijri")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jalali(Date<Persian>);

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
        Date::try_new_persian(year, month, day).map(Jalali).map_err(civil::error)
    }

    /// The date in Tehran at an instant.
    #[must_use]
    pub fn at(instant: Timestamp) -> Jalali {
        Self::from_days(civil::split(zone::to_local(instant)).0)
    }

    /// The date so many days after 1970-01-01 (11 Dey 1348). Beyond the Gregorian years ±999,999, the nearest.
    #[must_use]
    pub fn from_days(days: i32) -> Jalali {
        Jalali(civil::date(days, Persian))
    }

    /// Days since 1970-01-01 (11 Dey 1348).
    #[must_use]
    pub fn days(self) -> i32 {
        civil::days(&self.0)
    }

    /// The year, AP (anno Persico); 0 and below before the Hijra.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year().extended_year()
    }

    /// The month, 1 (فروردین) to 12 (اسفند).
    #[must_use]
    pub fn month(self) -> u8 {
        civil::month(&self.0)
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day_of_month().0
    }

    /// The month's name in Iran: `مرداد`.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        names::month(self.month())
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        match self.days().rem_euclid(7) {
            0 => Weekday::Thursday, // as was 1970-01-01
            1 => Weekday::Friday,
            2 => Weekday::Saturday,
            3 => Weekday::Sunday,
            4 => Weekday::Monday,
            5 => Weekday::Tuesday,
            _ => Weekday::Wednesday,
        }
    }
}

impl Hash for Jalali {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.days().hash(state);
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
    /// The day's name: `چهارشنبه`. The one of Tuesday holds a ZWNJ.
    #[must_use]
    pub fn name(self) -> &'static str {
        names::weekday(self)
    }
}
