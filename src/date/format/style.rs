//! Instants and the name of a style in, what news sites print out.
//! Floor 2. Uses: text.

use alloc::string::String;

use super::{Format, Pattern};
use crate::date::{Calendar, Timestamp, iso};

/// What news sites print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// `چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰`
    Full,
    /// `چهارشنبه ۲۳ مرداد ۱۳۹۸`
    Long,
    /// `۲۳ مرداد ۱۳۹۸، ۱۲:۰۰`
    News,
    /// `۲۳ مرداد ۱۳۹۸`
    Medium,
    /// `۱۳۹۸/۰۵/۲۳ ۱۲:۰۰`
    ShortTime,
    /// `۱۳۹۸/۰۵/۲۳`
    Short,
    /// `۱۲:۰۰`
    Time,
    /// `۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)، ۱۲:۰۰`: the format's calendar, and the other in brackets.
    BothTime,
    /// `۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)`
    Both,
    /// `2019-08-14T12:00:00+04:30`: ISO 8601 in its own digits, for `<time datetime>`. In UTC where the offset is not
    /// of whole minutes.
    Machine,
}

impl Style {
    /// All of them.
    pub const ALL: [Style; 10] = [
        Style::Full,
        Style::Long,
        Style::News,
        Style::Medium,
        Style::ShortTime,
        Style::Short,
        Style::Time,
        Style::BothTime,
        Style::Both,
        Style::Machine,
    ];
}

const MEDIUM: Pattern<'_> = Pattern::checked("d MMMM y");

impl Format {
    /// Writes an instant in a style.
    ///
    /// ```
    /// # use satr::date::{Format, Style, Timestamp};
    /// let noon = Timestamp::parse("2019-08-14T12:00:00+04:30")?;
    /// let date = |style| Format::default().date(noon, style);
    /// assert_eq!(date(Style::Long), "چهارشنبه ۲۳ مرداد ۱۳۹۸");
    /// assert_eq!(date(Style::ShortTime), "۱۳۹۸/۰۵/۲۳ ۱۲:۰۰");
    /// assert_eq!(date(Style::Both), "۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)");
    /// # Ok::<(), satr::date::DateError>(())
    /// ```
    #[must_use]
    pub fn date(self, instant: Timestamp, style: Style) -> String {
        let mut out = String::with_capacity("۲۳ اردیبهشت ۱۳۹۸ (۱۳ سپتامبر ۲۰۱۹)، ۱۲:۰۰".len());
        self.write_date(&mut out, instant, style);
        out
    }

    /// [`date`](Self::date), added to a text.
    pub fn write_date(self, out: &mut String, instant: Timestamp, style: Style) {
        let pattern = match style {
            Style::Full => Pattern::checked("EEEE d MMMM y - HH:mm"),
            Style::Long => Pattern::checked("EEEE d MMMM y"),
            Style::News => Pattern::checked("d MMMM y، HH:mm"),
            Style::Medium => MEDIUM,
            Style::ShortTime => Pattern::checked("yyyy/MM/dd HH:mm"),
            Style::Short => Pattern::checked("yyyy/MM/dd"),
            Style::Time => Pattern::checked("HH:mm"),
            Style::Both => return self.write_both(out, instant, Pattern::checked("")),
            Style::BothTime => return self.write_both(out, instant, Pattern::checked("، HH:mm")),
            Style::Machine => return iso::write(instant, self.zone, out),
        };
        self.write_pattern(out, instant, pattern);
    }

    /// The day in both calendars, and what follows.
    fn write_both(self, out: &mut String, instant: Timestamp, then: Pattern<'_>) {
        let other = match self.calendar {
            Calendar::Jalali => Calendar::Gregorian,
            Calendar::Gregorian => Calendar::Jalali,
        };
        let fields = self.fields(instant);
        fields.write_all(out, MEDIUM);
        out.push_str(" (");
        fields.in_calendar(other).write_all(out, MEDIUM);
        out.push(')');
        fields.write_all(out, then);
    }
}
