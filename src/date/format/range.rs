//! Two instants in, the days from one to the other out: `۲۳ تا ۲۵ مرداد ۱۳۹۸`.
//! Floor 2. Uses: text.

use alloc::string::String;

use super::{Format, push, push_year};
use crate::date::Timestamp;
use crate::date::calendar::Date;

impl Format {
    /// Writes the days from one instant to another, whichever comes first, saying what they share once.
    ///
    /// The year is left out when both days lie in the year of `now`.
    ///
    /// ```
    /// # use satr::date::{Format, Timestamp};
    /// let day = Timestamp::parse;
    /// let range = |from, to| Format::default().range(from, to, None);
    /// assert_eq!(range(day("2019-08-14")?, day("2019-08-16")?), "۲۳ تا ۲۵ مرداد ۱۳۹۸");
    /// assert_eq!(range(day("2019-08-14")?, day("2019-08-25")?), "۲۳ مرداد تا ۳ شهریور ۱۳۹۸");
    /// assert_eq!(range(day("2019-03-20")?, day("2019-03-22")?), "۲۹ اسفند ۱۳۹۷ تا ۲ فروردین ۱۳۹۸");
    ///
    /// let now = day("2019-09-01")?;
    /// assert_eq!(Format::default().range(day("2019-08-14")?, day("2019-08-16")?, Some(now)), "۲۳ تا ۲۵ مرداد");
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn range(self, from: Timestamp, to: Timestamp, now: Option<Timestamp>) -> String {
        let mut out = String::with_capacity("۲۳ اردیبهشت ۱۳۹۸ تا ۲۵ اردیبهشت ۱۳۹۹".len());
        self.write_range(&mut out, from, to, now);
        out
    }

    /// [`range`](Self::range), added to a text.
    pub fn write_range(self, out: &mut String, from: Timestamp, to: Timestamp, now: Option<Timestamp>) {
        let date = |instant| self.calendar.date(self.local(instant).0);
        let (from, to) = (date(from.min(to)), date(from.max(to)));
        let same_year = from.0 == to.0;
        let same_month = same_year && from.1 == to.1;
        let year_unsaid = same_year && now.is_some_and(|now| date(now).0 == to.0);
        if from != to {
            self.write_parts(out, from, !same_month, !same_year);
            out.push_str(" تا ");
        }
        self.write_parts(out, to, true, !year_unsaid);
    }

    /// The day, and with it the month and the year, where they are said.
    fn write_parts(self, out: &mut String, (year, month, day): Date, with_month: bool, with_year: bool) {
        push(out, day.into(), 1, self.zero());
        if with_month {
            out.push(' ');
            out.push_str(self.names.month(self.calendar, month));
        }
        if with_year {
            out.push(' ');
            push_year(out, year, 1, self.zero());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Calendar;

    fn range(from: &str, to: &str, now: Option<&str>) -> String {
        let instant = |text| Timestamp::parse(text).unwrap();
        Format::default().range(instant(from), instant(to), now.map(instant))
    }

    #[test]
    fn a_day_is_one_and_the_order_is_that_of_time() {
        assert_eq!(range("2019-08-14T01:00", "2019-08-14T23:00", None), "۲۳ مرداد ۱۳۹۸");
        assert_eq!(range("2019-08-16", "2019-08-14", None), "۲۳ تا ۲۵ مرداد ۱۳۹۸");
    }

    #[test]
    fn the_year_is_said_unless_it_is_this() {
        assert_eq!(range("2019-08-14", "2019-08-25", Some("2020-03-19")), "۲۳ مرداد تا ۳ شهریور");
        assert_eq!(range("2019-08-14", "2019-08-25", Some("2020-03-20")), "۲۳ مرداد تا ۳ شهریور ۱۳۹۸");
        assert_eq!(range("2019-03-20", "2019-03-22", Some("2019-08-14")), "۲۹ اسفند ۱۳۹۷ تا ۲ فروردین ۱۳۹۸");
        // The same month of another year is not the same month.
        assert_eq!(range("2018-08-14", "2019-08-14", None), "۲۳ مرداد ۱۳۹۷ تا ۲۳ مرداد ۱۳۹۸");
    }

    #[test]
    fn the_calendar_is_the_format_s() {
        let format = Format { calendar: Calendar::Gregorian, ..Format::default() };
        let day = |text| Timestamp::parse(text).unwrap();
        assert_eq!(format.range(day("2019-08-30"), day("2019-09-02"), None), "۳۰ اوت تا ۲ سپتامبر ۲۰۱۹");
    }
}
