//! Two instants in, what lies between them out: `۳ ساعت پیش`.
//! Floor 2. Uses: text.

use alloc::string::String;

use super::{Format, Style, push};
use crate::date::Timestamp;

/// Up to six hours away it is hours even across midnight; beyond, the day is named.
const HOURS: u64 = 6 * 3600;

impl Format {
    /// Writes an instant as it lies from now, in Persian.
    ///
    /// | away from now | before it | after it |
    /// | --- | --- | --- |
    /// | less than a minute | `لحظاتی پیش` | `لحظاتی دیگر` |
    /// | less than an hour | `۵ دقیقه پیش` | `۵ دقیقه دیگر` |
    /// | on the same day, or less than six hours | `۳ ساعت پیش` | `۳ ساعت دیگر` |
    /// | a day · two days, on the zone's calendar | `دیروز` · `پریروز` | `فردا` · `پس‌فردا` |
    /// | less than a week | `۴ روز پیش` | `۴ روز دیگر` |
    /// | more | the [`Medium`](Style::Medium) date | the same |
    ///
    /// Minutes and hours are whole ones gone by.
    ///
    /// ```
    /// # use satr::date::{Format, Timestamp};
    /// let now = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
    /// let relative = |text| Timestamp::parse(text).map(|then| Format::default().relative(then, now));
    /// assert_eq!(relative("2019-08-14T09:10:00+04:30")?, "۲ ساعت پیش");
    /// assert_eq!(relative("2019-08-13T23:00:00+04:30")?, "دیروز");
    /// assert_eq!(relative("2019-08-18T12:00:00+04:30")?, "۴ روز دیگر");
    /// assert_eq!(relative("2019-03-21T12:00:00+04:30")?, "۱ فروردین ۱۳۹۸");
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn relative(self, instant: Timestamp, now: Timestamp) -> String {
        let mut out = String::with_capacity("۲۳ اردیبهشت ۱۳۹۸".len());
        self.write_relative(&mut out, instant, now);
        out
    }

    /// [`relative`](Self::relative), added to a text.
    pub fn write_relative(self, out: &mut String, instant: Timestamp, now: Timestamp) {
        let days = self.local(instant).0.abs_diff(self.local(now).0);
        if !push_relative(out, instant, now, days, self.zero()) {
            self.write_date(out, instant, Style::Medium);
        }
    }
}

/// Appends an instant as it lies from now, so many days of the calendar away, in digits that begin with `zero`; unless it
/// is so far that its date is to be told.
pub(super) fn push_relative(
    out: &mut String,
    instant: Timestamp,
    now: Timestamp,
    days: u32,
    zero: char,
) -> bool {
    let away = instant.unix_seconds().abs_diff(now.unix_seconds());
    let is_past = instant <= now;
    // Where a number stands it is small: it fits.
    let (number, word) = match (away, days, is_past) {
        (..60, ..) => (None, "لحظاتی"),
        (..3600, ..) => (Some((away / 60) as u32), " دقیقه"),
        (..HOURS, ..) | (_, 0, _) => (Some((away / 3600) as u32), " ساعت"),
        (_, 1 | 2, _) => {
            out.push_str(match (days, is_past) {
                (1, true) => "دیروز",
                (_, true) => "پریروز",
                (1, false) => "فردا",
                (_, false) => "پس‌فردا",
            });
            return true;
        }
        (_, ..7, _) => (Some(days), " روز"),
        _ => return false,
    };
    if let Some(number) = number {
        push(out, number, 1, zero);
    }
    out.push_str(word);
    out.push_str(if is_past { " پیش" } else { " دیگر" });
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_threshold_is_where_it_is_said_to_be() {
        let now = Timestamp::parse("2019-08-14T12:00:00+04:30").unwrap();
        for (seconds, past, future) in [
            (0, "لحظاتی پیش", "لحظاتی پیش"),
            (1, "لحظاتی پیش", "لحظاتی دیگر"),
            (59, "لحظاتی پیش", "لحظاتی دیگر"),
            (60, "۱ دقیقه پیش", "۱ دقیقه دیگر"),
            (3599, "۵۹ دقیقه پیش", "۵۹ دقیقه دیگر"),
            (3600, "۱ ساعت پیش", "۱ ساعت دیگر"),
            (12 * 3600 - 1, "۱۱ ساعت پیش", "۱۱ ساعت دیگر"),
            (12 * 3600, "۱۲ ساعت پیش", "فردا"),
            (12 * 3600 + 1, "دیروز", "فردا"),
            (36 * 3600, "دیروز", "پس\u{200c}فردا"),
            (36 * 3600 + 1, "پریروز", "پس\u{200c}فردا"),
            (60 * 3600, "پریروز", "۳ روز دیگر"),
            (60 * 3600 + 1, "۳ روز پیش", "۳ روز دیگر"),
            (156 * 3600 - 1, "۶ روز پیش", "۶ روز دیگر"),
            (156 * 3600, "۶ روز پیش", "۳۰ مرداد ۱۳۹۸"),
            (156 * 3600 + 1, "۱۶ مرداد ۱۳۹۸", "۳۰ مرداد ۱۳۹۸"),
        ] {
            let at = |seconds| Timestamp::from_unix_seconds(now.unix_seconds() + seconds);
            assert_eq!(Format::default().relative(at(-seconds), now), past, "{seconds} before");
            assert_eq!(Format::default().relative(at(seconds), now), future, "{seconds} after");
        }
    }

    #[test]
    fn hours_reach_over_midnight_and_days_do_not_begin_there_at_once() {
        let now = Timestamp::parse("2019-08-14T01:00:00+04:30").unwrap();
        let relative = |text| Format::default().relative(Timestamp::parse(text).unwrap(), now);
        assert_eq!(relative("2019-08-13T19:00:01+04:30"), "۵ ساعت پیش");
        assert_eq!(relative("2019-08-13T19:00:00+04:30"), "دیروز");
    }
}
