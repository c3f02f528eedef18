//! Countries in, their clocks and their names of months out; and what a page may have of its own in their place.
//! Floor 2. Uses: nothing.

use super::{Calendar, Zone, names};

/// A country by whose ways a page is dated: on its capital's clock, with months as they are named there.
///
/// The default is Iran.
///
/// ```
/// # use satr::date::{Place, Timestamp, Zone, format};
/// let noon = Timestamp::parse("2026-05-14T12:00:00+04:30")?;
/// assert_eq!(format::news(noon, Place::Afghanistan), "۲۴ ثور ۱۴۰۵، ۱۲:۰۰");
/// assert_eq!(format::news(noon, Place::Iran), "۲۴ اردیبهشت ۱۴۰۵، ۱۱:۰۰");
/// assert_eq!(Place::Afghanistan.zone(), Zone::KABUL);
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// Tehran's clock, `فروردین` to `اسفند`, `ژانویه` to `دسامبر`.
    #[default]
    Iran,
    /// Kabul's clock, `حمل` to `حوت`, `جنوری` to `دسمبر`.
    Afghanistan,
}

impl Place {
    /// Whose clock is read there.
    #[must_use]
    pub fn zone(self) -> Zone {
        match self {
            Self::Iran => Zone::TEHRAN,
            Self::Afghanistan => Zone::KABUL,
        }
    }

    /// The name there of a calendar's month from 1 to 12.
    pub(super) fn month(self, calendar: Calendar, number: u8) -> &'static str {
        let months = match (calendar, self) {
            (Calendar::Jalali, Self::Iran) => &names::JALALI,
            (Calendar::Jalali, Self::Afghanistan) => &names::JALALI_AFGHANISTAN,
            (Calendar::Gregorian, Self::Iran) => &names::GREGORIAN,
            (Calendar::Gregorian, Self::Afghanistan) => &names::GREGORIAN_AFGHANISTAN,
        };
        names::nth(months, number)
    }
}

/// How a page is dated: as at a [`Place`], but for the clock and the calendar, which a page may choose.
///
/// It is what the functions of [`format`](super::format) need of a [`Format`](super::Format), without the names and
/// patterns that one brings along.
///
/// ```
/// # use satr::date::{Calendar, Place, Reckoning, Timestamp, Zone, format};
/// let noon = Timestamp::parse("2019-08-14T12:00:00Z")?;
/// let by = Reckoning { zone: Zone::UTC, calendar: Calendar::Gregorian, place: Place::Afghanistan };
/// assert_eq!(format::news(noon, by), "۱۴ اگست ۲۰۱۹، ۱۲:۰۰");
/// assert_eq!(format::machine(noon, by), "2019-08-14T12:00:00Z");
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reckoning {
    /// Whose clock.
    pub zone: Zone,
    /// Which calendar.
    pub calendar: Calendar,
    /// Whose names of months.
    pub place: Place,
}

/// In Jalali dates, on the clock of the place.
impl From<Place> for Reckoning {
    fn from(place: Place) -> Self {
        Self { zone: place.zone(), calendar: Calendar::Jalali, place }
    }
}
