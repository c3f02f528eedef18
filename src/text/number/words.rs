//! A number in, its words out.
//! Floor 1. Uses: chars.

use alloc::string::String;
use core::fmt;

use super::super::chars;
use super::{Decimal, MAX_POWER, SCALES, Unit, push_word, ten};

pub(super) const ONES: [&str; 20] = [
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
];
pub(super) const TENS: [&str; 8] = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];
pub(super) const HUNDREDS: [&str; 9] =
    ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];
/// Stands before a number below zero.
pub(super) const MINUS: &str = "منفی";
/// Stands for the decimal mark.
pub(super) const MARK: &str = "ممیز";

/// There are no words for the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WordsError {
    /// It is 10¹⁸ or more, or as far below zero.
    TooLarge,
    /// It has more than 14 digits after the decimal mark.
    TooFine,
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "expected a number of at most 18 digits before the decimal mark, found more",
            Self::TooFine => "expected at most 14 digits after the decimal mark, found more",
        })
    }
}

impl core::error::Error for WordsError {}

/// The number as it is said, and its unit. A fraction is told as schools teach it, by tenths, hundredths and so on; zeros
/// at its end count as they are written.
///
/// ```
/// use satr::text::number::{Unit, WordsError, words};
///
/// assert_eq!(words(1_398.into(), Unit::None)?, "هزار و سیصد و نود و هشت");
/// assert_eq!(words(12_500.into(), Unit::Toman)?, "دوازده هزار و پانصد تومان");
/// assert_eq!(words((-7).into(), Unit::None)?, "منفی هفت");
/// let pi = "3.14".parse().unwrap_or_default();
/// assert_eq!(words(pi, Unit::None)?, "سه ممیز چهارده صدم");
/// assert_eq!(words(u64::MAX.into(), Unit::None), Err(WordsError::TooLarge));
/// # Ok::<(), WordsError>(())
/// ```
pub fn words(number: Decimal, unit: Unit) -> Result<String, WordsError> {
    let integer = cardinal(number.integer())?;
    let mut out = String::from(if number.is_negative() { MINUS } else { "" });
    push_word(&mut out, &integer);
    if number.scale() > 0 {
        push_word(&mut out, MARK);
        let fraction = cardinal(number.fraction()).map_err(|_| WordsError::TooFine)?;
        push_word(&mut out, &fraction);
        push_part(&mut out, number.scale())?;
    }
    push_word(&mut out, unit.word());
    Ok(out)
}

/// The words of a whole number.
pub(super) fn cardinal(number: u128) -> Result<String, WordsError> {
    if number >= ten(MAX_POWER) {
        return Err(WordsError::TooLarge);
    }
    let mut out = String::new();
    let mut rest = number;
    for (power, name) in SCALES {
        let count = rest / ten(power);
        rest %= ten(power);
        if count > 0 {
            push_and(&mut out);
            // A count of a thousand trillions and more goes one level down; «هزار» alone is one thousand.
            if count > 1 || power > 3 {
                out.push_str(&cardinal(count)?);
                out.push(' ');
            }
            out.push_str(name);
        }
    }
    push_small(&mut out, rest as usize);
    Ok(out)
}

/// The words of a number below a thousand: zero only if nothing stands before.
fn push_small(out: &mut String, number: usize) {
    let (hundreds, rest) = (number / 100, number % 100);
    let (tens, ones) = if rest < 20 { (0, rest) } else { (rest / 10, rest % 10) };
    let is_zero = number == 0 && out.is_empty();
    let hundreds = hundreds.checked_sub(1).and_then(|at| HUNDREDS.get(at));
    let tens = tens.checked_sub(2).and_then(|at| TENS.get(at));
    let ones = ONES.get(ones).filter(|_| ones > 0 || is_zero);
    for word in [hundreds, tens, ones].into_iter().flatten() {
        push_and(out);
        out.push_str(word);
    }
}

fn push_and(out: &mut String) {
    if !out.is_empty() {
        out.push_str(" و ");
    }
}

/// Ten to the power `-places`, as a part: «دهم», «صدم», «هزارم», «ده‌هزارم» and so on.
fn push_part(out: &mut String, places: u8) -> Result<(), WordsError> {
    let power = places / 3 * 3;
    let scale = SCALES.iter().find(|(scale, _)| *scale == power).map(|(_, name)| *name);
    out.push(' ');
    out.push_str(["", "ده", "صد"].get(usize::from(places % 3)).copied().unwrap_or_default());
    if power > 0 {
        if places % 3 == 1 {
            out.push(chars::ZWNJ);
        }
        out.push_str(scale.ok_or(WordsError::TooFine)?);
    }
    out.push('م');
    Ok(())
}
