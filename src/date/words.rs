//! Words of a written date in, what they mean out.
//! Floor 2. Uses: text.
//!
//! Words come folded: Persian letters for Arabic ones, bare alef, no signs and no joiners, several as one.

use super::{Calendar, Names, Weekday};
use crate::text::chars;

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
    /// `لحظاتی`, with a side of now.
    Moments,
    /// `ساعت`, `روز`: also `ساعت ۱۲`.
    Unit(Unit),
    /// `دو`, for a number.
    Count(u16),
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
    HalfHour,
    Hour,
    Day,
    Week,
    Month,
    Year,
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
    word(folded).or_else(|| month(folded)).or_else(|| weekday(folded).map(Meaning::Weekday))
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
        "لحظاتی" | "لحظهای" => Meaning::Moments,
        "ثانیه" => Meaning::Unit(Unit::Second),
        "دقیقه" => Meaning::Unit(Unit::Minute),
        "نیمساعت" => Meaning::Unit(Unit::HalfHour),
        "ساعت" => Meaning::Unit(Unit::Hour),
        "روز" => Meaning::Unit(Unit::Day),
        "هفته" | "هفتهی" => Meaning::Unit(Unit::Week),
        "ماه" => Meaning::Unit(Unit::Month),
        "سال" => Meaning::Unit(Unit::Year),
        "یک" => Meaning::Count(1),
        "دو" => Meaning::Count(2),
        "سه" => Meaning::Count(3),
        "چهار" => Meaning::Count(4),
        "پنج" => Meaning::Count(5),
        "شش" => Meaning::Count(6),
        "هفت" => Meaning::Count(7),
        "هشت" => Meaning::Count(8),
        "نه" => Meaning::Count(9),
        "ده" => Meaning::Count(10),
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
