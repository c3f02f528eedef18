//! Instants and zones in, readings of their clocks out, and back.
//! Floor 2. Uses: nothing.
//!
//! A clock reading is a number: the seconds from 1970-01-01 00:00:00 to it, as a clock that never changes counts
//! them. So `reading / 86_400` is the day and `reading % 86_400` the time of day, rounded down.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use super::tehran::TEHRAN;
use super::{DateError, Timestamp, iso};

/// Seconds in a day of a clock that never changes.
pub(super) const DAY: i64 = 86_400;

/// The day since 1970-01-01 and the second of the day of a clock reading.
pub(super) fn split(reading: i64) -> (i32, u32) {
    // A reading is a timestamp and less than a day: few enough days.
    (reading.div_euclid(DAY) as i32, reading.rem_euclid(DAY) as u32)
}

/// Whose clock dates are written for and read by: Tehran's, Kabul's, or one that never changes.
///
/// These are all the zones there are here, the same natively and in the browser. Written and read as text, a zone is
/// `Asia/Tehran`, `Asia/Kabul`, `UTC` or an offset from it, `+03:30`.
///
/// ```
/// # use satr::date::{DateError, Zone};
/// assert_eq!("Asia/Tehran".parse(), Ok(Zone::TEHRAN));
/// assert_eq!("+04:30".parse(), Zone::fixed(270));
/// assert_eq!("Europe/Paris".parse::<Zone>(), Err(DateError::UnknownZone));
/// assert_eq!(Zone::KABUL.to_string(), "Asia/Kabul");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Zone(Clock);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Clock {
    #[default]
    Tehran,
    Kabul,
    /// Always so many minutes east of UTC.
    Fixed(i16),
}

/// The history of a clock: mean solar time, then offsets in half hours.
pub(super) struct History {
    /// Unix seconds of the first instant after mean solar time.
    pub(super) mean_until: i64,
    /// Seconds east of UTC until then.
    pub(super) mean: i32,
    /// Half hours east of UTC from then on.
    pub(super) first: u8,
    /// In the order of time.
    pub(super) changes: &'static [Change],
}

/// A change of a clock, in the smallest parts: the browser loads them.
pub(super) struct Change {
    /// The day since 1970-01-01, in UTC.
    pub(super) day: i16,
    /// The half hour of that day that is the first on the new clock.
    pub(super) half_hour: u8,
    /// Half hours east of UTC from then on.
    pub(super) offset: u8,
}

/// The changes of Kabul's clock, from the tz database.
const KABUL: History = History {
    mean_until: -2_524_538_208, // 1889-12-31T19:23:12Z
    mean: 16_608,
    first: 8,
    changes: &[Change { day: -9132, half_hour: 40, offset: 9 }], // 1944-12-31T20:00:00Z
};

const HALF_HOUR: i32 = 1800;

impl History {
    fn offset_at(&self, unix: i64) -> i32 {
        if unix < self.mean_until {
            return self.mean;
        }
        let passed = self.changes.partition_point(|change| {
            i64::from(change.day) * DAY + i64::from(change.half_hour) * i64::from(HALF_HOUR) <= unix
        });
        let last = passed.checked_sub(1).and_then(|last| self.changes.get(last));
        i32::from(last.map_or(self.first, |change| change.offset)) * HALF_HOUR
    }
}

impl Zone {
    /// `Asia/Tehran`, with every change of its clock that the tz database knows of. The default.
    ///
    /// Before 1935-06-13 that is the mean solar time of the city, 3:25:44; since 2022-09-22 always +03:30.
    pub const TEHRAN: Zone = Zone(Clock::Tehran);
    /// `Asia/Kabul`: since 1945 always +04:30.
    pub const KABUL: Zone = Zone(Clock::Kabul);
    /// Coordinated Universal Time.
    pub const UTC: Zone = Zone(Clock::Fixed(0));

    /// A clock that is always so many minutes ahead of UTC, or behind it, less than a day.
    ///
    /// # Errors
    /// [`BadOffset`](DateError::BadOffset), when it is a day or more.
    pub const fn fixed(minutes_east: i16) -> Result<Zone, DateError> {
        if -1440 < minutes_east && minutes_east < 1440 {
            Ok(Zone(Clock::Fixed(minutes_east)))
        } else {
            Err(DateError::BadOffset)
        }
    }

    /// How far the clock is ahead of UTC at an instant, in seconds.
    ///
    /// ```
    /// # use satr::date::{Timestamp, Zone};
    /// let summer = Timestamp::parse("2019-08-14T07:30:00Z")?;
    /// assert_eq!(Zone::TEHRAN.offset_at(summer), 4 * 3600 + 30 * 60);
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn offset_at(self, instant: Timestamp) -> i32 {
        self.offset(instant.unix_seconds())
    }

    /// What the clock reads at an instant: `2019-08-14 12:00:00` as the seconds to it from `1970-01-01 00:00:00`.
    ///
    /// ```
    /// # use satr::date::{Timestamp, Zone};
    /// let noon = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
    /// assert_eq!(Zone::TEHRAN.to_local(noon) % 86_400, 12 * 3600);
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn to_local(self, instant: Timestamp) -> i64 {
        instant.unix_seconds() + i64::from(self.offset_at(instant))
    }

    /// The instant at which the clock reads this; beyond a timestamp's range, its nearer end.
    ///
    /// When the clock is put forward it skips some readings, most often the hour after midnight: such a reading means
    /// the instant so much after the change, 00:30 what is then called 01:30. When the clock is put back it shows some
    /// readings twice: the first is meant. RFC 5545, java.time and Temporal's `compatible` decide alike.
    ///
    /// ```
    /// # use satr::date::{Timestamp, Zone};
    /// let no_such_midnight = Timestamp::parse("2019-03-22T00:00")?;
    /// assert_eq!(no_such_midnight, Timestamp::parse("2019-03-22T01:00:00+04:30")?);
    /// let reading = Zone::TEHRAN.to_local(no_such_midnight);
    /// assert_eq!(Zone::TEHRAN.from_local(reading), no_such_midnight);
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn from_local(self, reading: i64) -> Timestamp {
        Timestamp::from_unix_seconds(self.utc_from_local(reading))
    }

    /// [`from_local`](Self::from_local) before it is brought into a timestamp's range.
    pub(super) fn utc_from_local(self, reading: i64) -> i64 {
        let at = |offset: i32| reading.saturating_sub(offset.into());
        // No clock changes twice in two days. The earlier offset serves when it is the one in force at what it
        // gives, and for a reading that is skipped: then neither is.
        let early = self.offset(reading.saturating_sub(DAY));
        let late = self.offset(reading.saturating_add(DAY));
        let is_early = self.offset(at(early)) == early || self.offset(at(late)) != late;
        at(if is_early { early } else { late })
    }

    fn offset(self, unix: i64) -> i32 {
        let history = match self.0 {
            Clock::Tehran => &TEHRAN,
            Clock::Kabul => &KABUL,
            Clock::Fixed(minutes) => return i32::from(minutes) * 60,
        };
        history.offset_at(unix)
    }
}

/// What zones are called.
const NAMED: [(&str, Zone); 7] = [
    ("Asia/Tehran", Zone::TEHRAN),
    ("Asia/Kabul", Zone::KABUL),
    ("UTC", Zone::UTC),
    ("Iran", Zone::TEHRAN),
    ("Etc/UTC", Zone::UTC),
    ("GMT", Zone::UTC),
    ("Z", Zone::UTC),
];

impl FromStr for Zone {
    type Err = DateError;

    /// Also knows `Iran`, `Etc/UTC`, `GMT` and `Z`.
    fn from_str(name: &str) -> Result<Zone, DateError> {
        match NAMED.iter().find(|(known, _)| *known == name) {
            Some((_, zone)) => Ok(*zone),
            None => iso::read_offset(name).ok_or(DateError::UnknownZone)?.zone(),
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Clock::Tehran => f.pad("Asia/Tehran"),
            Clock::Kabul => f.pad("Asia/Kabul"),
            Clock::Fixed(0) => f.pad("UTC"),
            Clock::Fixed(minutes) => {
                let mut out = String::with_capacity("+03:30".len());
                iso::push_offset(&mut out, i32::from(minutes) * 60);
                f.pad(&out)
            }
        }
    }
}
