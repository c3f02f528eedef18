//! Instants in, Tehran's clock out, and back.
//! Floor 2. Uses: nothing.
//!
//! A clock reading is a number: the seconds from 1970-01-01 00:00:00 to it, as a clock that never changes counts
//! them. So `reading / 86_400` is the day and `reading % 86_400` the time of day, rounded down.

use super::Timestamp;
use super::tehran::{LAST_OFFSET, TRANSITIONS};

/// A change of the clock.
pub(super) struct Transition {
    /// Unix seconds of the first instant on the new clock.
    pub(super) at: i64,
    /// Seconds east of UTC until then.
    pub(super) before: i32,
    /// Seconds east of UTC from then on.
    pub(super) after: i32,
}

/// How far Tehran's clock is ahead of UTC at an instant, in seconds.
///
/// Before 1935-06-13 that is the mean solar time of the city, 3:25:44; since 2022-09-22 always 3:30.
///
/// ```
/// # use satr::date::{Timestamp, zone};
/// assert_eq!(zone::offset_at(Timestamp::parse("2019-08-14T07:30:00Z")?), 4 * 3600 + 30 * 60);
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn offset_at(instant: Timestamp) -> i32 {
    offset_before_first(|change| change.at > instant.unix_seconds())
}

/// What Tehran's clock reads at an instant.
#[must_use]
pub fn to_local(instant: Timestamp) -> i64 {
    instant.unix_seconds() + i64::from(offset_at(instant))
}

/// The instant at which Tehran's clock reads this.
///
/// When the clock is put forward it skips some readings, most often the hour after midnight: such a reading means
/// the instant so much after the change, 00:30 what is then called 01:30. When the clock is put back it shows some
/// readings twice: the first is meant. RFC 5545, java.time and Temporal's `compatible` decide alike.
///
/// ```
/// # use satr::date::{Timestamp, zone};
/// let no_such_midnight = Timestamp::parse("2019-03-22T00:00")?;
/// assert_eq!(no_such_midnight, Timestamp::parse("2019-03-22T01:00:00+04:30")?);
/// # Ok::<(), satr::date::DateError>(())
/// ```
#[must_use]
pub fn from_local(reading: i64) -> Timestamp {
    Timestamp::from_unix_seconds(utc_from_local(reading))
}

/// [`from_local`] before it is brought into a timestamp's range.
pub(super) fn utc_from_local(reading: i64) -> i64 {
    // The old offset serves until the new clock has passed all readings that the change skips or repeats: up to
    // there a skipped reading moves forward by the gap, and a repeated one is the earlier.
    let offset =
        offset_before_first(|change| change.at + i64::from(change.before.max(change.after)) > reading);
    reading.saturating_sub(i64::from(offset))
}

/// The offset in force until the first change that is `later`; later changes must all be.
fn offset_before_first(later: impl Fn(&Transition) -> bool) -> i32 {
    let passed = TRANSITIONS.partition_point(|change| !later(change));
    TRANSITIONS.get(passed).map_or(LAST_OFFSET, |change| change.before)
}
