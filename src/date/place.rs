//! Countries in, their clocks and their names of months out.
//! Floor 2. Uses: nothing.

use super::{Zone, names};

/// A country by whose ways a page is dated: on its capital's clock, with Jalali months as they are named there.
///
/// It is what the functions of [`format`](super::format) need of a [`Format`](super::Format), without the tables of
/// names and calendars that one brings along. The default is Iran.
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
    /// Tehran's clock, `فروردین` to `اسفند`.
    #[default]
    Iran,
    /// Kabul's clock, `حمل` to `حوت`.
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

    /// The name there of a Jalali month from 1 to 12.
    pub(super) fn month(self, number: u8) -> &'static str {
        let months = match self {
            Self::Iran => &names::JALALI,
            Self::Afghanistan => &names::JALALI_AFGHANISTAN,
        };
        names::nth(months, number)
    }
}
