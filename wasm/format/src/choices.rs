//! The numbers of choices in, what was chosen out.
//!
//! JavaScript asks once for the names, and then passes the place that a choice has in its list: a small number costs
//! a call nothing, a text would be copied.

use satr::date::{Calendar, Format, Names, Style, Zone};
use satr::text::digits::Numerals;
use satr::text::number::{self, Notation, Unit};

/// What can be chosen for a key, by name; the first is the default.
type Choices<T> = [(&'static str, T)];

const STYLES: &Choices<Style> = &[
    ("news", Style::News),
    ("full", Style::Full),
    ("long", Style::Long),
    ("medium", Style::Medium),
    ("shortTime", Style::ShortTime),
    ("short", Style::Short),
    ("time", Style::Time),
    ("bothTime", Style::BothTime),
    ("both", Style::Both),
    ("machine", Style::Machine),
];
const CALENDARS: &Choices<Calendar> = &[("jalali", Calendar::Jalali), ("gregorian", Calendar::Gregorian)];
/// Not [`Numerals::Keep`]: nobody has written these digits before.
const NUMERALS: &Choices<Numerals> = &[("persian", Numerals::Persian), ("latin", Numerals::Latin)];
const NAMES: &Choices<Names> = &[
    ("iran", Names::Iran),
    ("iranAmordad", Names::IranAmordad),
    ("afghanistan", Names::Afghanistan),
    ("pashto", Names::Pashto),
    ("kurdish", Names::Kurdish),
];
const NOTATIONS: &Choices<Notation> = &[("standard", Notation::Standard), ("compact", Notation::Compact)];
const UNITS: &Choices<Unit> = &[
    ("none", Unit::None),
    ("percent", Unit::Percent),
    ("rial", Unit::Rial),
    ("toman", Unit::Toman),
    ("byte", Unit::Byte),
];

/// A line a key: its name, then those of its choices.
pub(crate) fn list() -> String {
    let mut list = String::new();
    add(&mut list, "style", STYLES);
    add(&mut list, "calendar", CALENDARS);
    add(&mut list, "numerals", NUMERALS);
    add(&mut list, "names", NAMES);
    add(&mut list, "notation", NOTATIONS);
    add(&mut list, "unit", UNITS);
    list
}

fn add<T>(list: &mut String, key: &str, choices: &Choices<T>) {
    list.push_str(if list.is_empty() { "" } else { "\n" });
    list.push_str(key);
    for (name, _) in choices {
        list.push(' ');
        list.push_str(name);
    }
}

/// Choices packed into one number: the first key's in the lowest four bits, the next one's above them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed(pub(crate) u32);

impl Packed {
    /// Packed are the style, the calendar, the numerals and the names.
    pub(crate) fn style(self) -> Style {
        self.pick(0, STYLES).unwrap_or(Style::News)
    }

    /// Packed as for [`style`](Self::style).
    pub(crate) fn format(self, zone: Zone) -> Format {
        Format {
            zone,
            calendar: self.pick(1, CALENDARS).unwrap_or_default(),
            numerals: self.pick(2, NUMERALS).unwrap_or_default(),
            names: self.pick(3, NAMES).unwrap_or_default(),
        }
    }

    /// Packed are the unit, the notation and the numerals.
    pub(crate) fn unit(self) -> Unit {
        self.pick(0, UNITS).unwrap_or_default()
    }

    /// Packed as for [`unit`](Self::unit).
    pub(crate) fn number(self, grouping: bool, fraction: Option<u8>) -> number::Style {
        number::Style {
            notation: self.pick(1, NOTATIONS).unwrap_or_default(),
            unit: self.unit(),
            grouping,
            fraction,
            numerals: self.pick(2, NUMERALS).unwrap_or_default(),
        }
    }

    fn pick<T: Copy>(self, place: u32, choices: &Choices<T>) -> Option<T> {
        let number = self.0.unbounded_shr(4 * place) & 15;
        choices.get(number as usize).map(|(_, choice)| *choice)
    }
}
