//! Words of a written date in, what they mean out.
//! Floor 2. Uses: text.
//!
//! Words come folded: Persian letters for Arabic ones, bare alef, no signs and no joiners, several as one.

use alloc::string::ToString;

use super::{Calendar, Names, Weekday};
use crate::text::{chars, number};

/// What the words of a date mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// `مرداد`, `مردادماه`, `اسد`, `اوت`: a month from 1.
    Month(Calendar, u8),
    /// `چهارشنبه`
    Weekday(Weekday),
    /// `امروز`, `دیروز`, `فردا`: so many days from today.
    Today(i32),
    /// `امشب`, `دیشب`, `فردا شب`: the night that begins so many days from today.
    Night(i32),
    /// `اکنون`
    Now,
    /// `لحظاتی`, `دقایقی`, with a side of now: too little to count.
    Moments,
    /// `ساعت`, `روز`: also `ساعت ۱۲`.
    Unit(Unit),
    /// `دو`, `بیست و پنج`, for a number.
    Count(u16),
    /// `نیم`: half of the unit before.
    OneHalf,
    /// `پیش`, `گذشته`
    Past,
    /// `دیگر`, `آینده`
    Future,
    /// `صبح`, `بعدازظهر`
    Half(Half),
    /// `و`
    And,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    Second,
    Minute,
    QuarterHour,
    HalfHour,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// What half of it is, of those that are said to have a half: `یک ساعت و نیم`.
    pub(super) fn half(self) -> Option<(u16, Self)> {
        Some(match self {
            Self::Minute => (30, Self::Second),
            Self::Hour => (1, Self::HalfHour),
            Self::Day => (12, Self::Hour),
            Self::Week => (84, Self::Hour),
            Self::Month => (15, Self::Day),
            Self::Year => (6, Self::Month),
            Self::Second | Self::QuarterHour | Self::HalfHour => return None,
        })
    }
}

/// The part of the day that an hour of twelve lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Half {
    /// From midnight.
    Morning,
    /// Around noon.
    Noon,
    /// From noon.
    Afternoon,
    /// Dusk to dawn: late hours are before midnight, small ones after.
    Night,
}

/// The most letters that mean something.
pub(super) const LONGEST: usize = 16;

/// What a word means, or several written as one.
pub(super) fn meaning(folded: &str) -> Option<Meaning> {
    let day = || weekday(folded).map(Meaning::Weekday);
    word(folded).or_else(|| month(folded)).or_else(day).or_else(|| count(folded).map(Meaning::Count))
}

/// A whole number in words.
fn count(folded: &str) -> Option<u16> {
    number::read(folded).ok()?.to_string().parse().ok()
}

fn word(folded: &str) -> Option<Meaning> {
    Some(match folded {
        "امروز" => Meaning::Today(0),
        "دیروز" => Meaning::Today(-1),
        "پریروز" => Meaning::Today(-2),
        "فردا" => Meaning::Today(1),
        "پسفردا" => Meaning::Today(2),
        "امشب" => Meaning::Night(0),
        "دیشب" => Meaning::Night(-1),
        "پریشب" => Meaning::Night(-2),
        "فرداشب" => Meaning::Night(1),
        "اکنون" | "هماکنون" | "الان" | "همینالان" => Meaning::Now,
        "لحظاتی" | "لحظهای" | "چندلحظه" | "دقایقی" | "چنددقیقه" => {
            Meaning::Moments
        }
        "ثانیه" => Meaning::Unit(Unit::Second),
        "دقیقه" => Meaning::Unit(Unit::Minute),
        "ربع" | "ربعساعت" => Meaning::Unit(Unit::QuarterHour),
        "نیمساعت" => Meaning::Unit(Unit::HalfHour),
        "نیم" => Meaning::OneHalf,
        "ساعت" | "ساعتی" => Meaning::Unit(Unit::Hour),
        "روز" => Meaning::Unit(Unit::Day),
        "هفته" | "هفتهی" => Meaning::Unit(Unit::Week),
        "ماه" => Meaning::Unit(Unit::Month),
        "سال" => Meaning::Unit(Unit::Year),
        "پیش" | "قبل" | "گذشته" => Meaning::Past,
        "دیگر" | "بعد" | "اینده" => Meaning::Future,
        "صبح" | "بامداد" | "قظ" | "قبلازظهر" => Meaning::Half(Half::Morning),
        "ظهر" => Meaning::Half(Half::Noon),
        "عصر" | "بظ" | "بعدازظهر" => Meaning::Half(Half::Afternoon),
        "شب" => Meaning::Half(Half::Night),
        "و" => Meaning::And,
        _ => return None,
    })
}

fn weekday(folded: &str) -> Option<Weekday> {
    Weekday::ALL.into_iter().find(|&day| Names::ALL.into_iter().any(|names| is(folded, names.weekday(day))))
}

fn month(folded: &str) -> Option<Meaning> {
    /// What Gregorian months are called besides.
    const MORE: [(&str, u8); 2] = [("ژوییه", 7), ("اگوست", 8)];
    let folded = folded.strip_suffix("ماه").unwrap_or(folded);
    for calendar in [Calendar::Jalali, Calendar::Gregorian] {
        for names in Names::ALL {
            let number = (1..=12).find(|&number| is(folded, names.month(calendar, number)));
            if let Some(number) = number {
                return Some(Meaning::Month(calendar, number));
            }
        }
    }
    let (_, number) = MORE.into_iter().find(|(name, _)| *name == folded)?;
    Some(Meaning::Month(Calendar::Gregorian, number))
}

fn is(folded: &str, name: &str) -> bool {
    folded.chars().eq(name.chars().filter_map(chars::fold))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_longer_than_the_longest() {
        let months = Names::ALL.into_iter().flat_map(|names| {
            [Calendar::Jalali, Calendar::Gregorian]
                .into_iter()
                .flat_map(move |calendar| (1..=12).map(move |number| names.month(calendar, number)))
        });
        assert!(months.map(|name| name.chars().count()).max() <= Some(LONGEST - "ماه".chars().count()));
    }

    #[test]
    fn no_two_months_share_a_name() {
        for calendar in [Calendar::Jalali, Calendar::Gregorian] {
            for names in Names::ALL {
                for number in 1..=12 {
                    let folded: String =
                        names.month(calendar, number).chars().filter_map(chars::fold).collect();
                    assert_eq!(meaning(&folded), Some(Meaning::Month(calendar, number)), "{folded}");
                }
            }
        }
    }
}
