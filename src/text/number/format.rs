//! A number in, its digits as a Persian reader expects them out.
//! Floor 1. Uses: chars, digits.

use alloc::string::String;

use super::super::chars;
use super::super::digits::{self, Numerals};
use super::{Decimal, SCALES, Unit, push_word};

/// How large numbers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Notation {
    /// All digits: «۱٬۲۳۴٬۵۶۷».
    #[default]
    Standard,
    /// Few digits and a magnitude: «۱٫۲ میلیون»; bytes by their own: «۱٫۲ مگابایت».
    Compact,
}

/// How [`format`] shows a number. The defaults show all of it.
///
/// Years, codes and telephone numbers are no quantities: [`digits::all`] shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// All digits, or a few and a magnitude.
    pub notation: Notation,
    /// What is counted.
    pub unit: Unit,
    /// Whether digits are grouped in threes: «۱٬۲۳۴» or «۱۲۳۴».
    pub grouping: bool,
    /// The most digits after the decimal mark; more are rounded, a half away from zero. `None` keeps all in standard
    /// notation and leaves two significant digits at least in compact, as CLDR does: «۱٫۲ میلیون», «۱۲ میلیون», «۱۲۳ میلیون».
    pub fraction: Option<u8>,
    /// Persian digits with `٬`, `٫` and `٪`, or Latin ones with `,`, `.` and `%`. As nobody has written them before, `Keep` is
    /// Persian.
    pub numerals: Numerals,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            notation: Notation::Standard,
            unit: Unit::None,
            grouping: true,
            fraction: None,
            numerals: Numerals::Persian,
        }
    }
}

/// Shows a number.
///
/// A minus stands at the left, also in a Persian line: before it goes a left-to-right mark, as in CLDR's fa. Whatever else
/// of direction there is to say is said by the markup around.
///
/// ```
/// use satr::text::digits::Numerals;
/// use satr::text::number::{Decimal, Notation, Style, Unit, format};
///
/// let plain = Style::default();
/// assert_eq!(format("1234567.89".parse()?, plain), "۱٬۲۳۴٬۵۶۷٫۸۹");
/// assert_eq!(format((-5).into(), plain), "\u{200E}−۵");
/// assert_eq!(format("12.5".parse()?, Style { unit: Unit::Percent, ..plain }), "۱۲٫۵٪");
/// assert_eq!(format("2.665".parse()?, Style { fraction: Some(2), ..plain }), "۲٫۶۷");
/// assert_eq!(format(12_500.into(), Style { numerals: Numerals::Latin, unit: Unit::Rial, ..plain }), "12,500 ریال");
///
/// let compact = Style { notation: Notation::Compact, ..plain };
/// assert_eq!(format(12_345.into(), compact), "۱۲ هزار");
/// assert_eq!(format(1_234_567.into(), Style { unit: Unit::Toman, ..compact }), "۱٫۲ میلیون تومان");
/// assert_eq!(format(1_536.into(), Style { unit: Unit::Byte, ..compact }), "۱٫۵ کیلوبایت");
/// # Ok::<(), satr::text::number::DecimalError>(())
/// ```
#[must_use]
pub fn format(number: Decimal, style: Style) -> String {
    let (number, scale) = match style.notation {
        Notation::Standard => (style.fraction.map_or(number, |places| number.round(places)), 0),
        Notation::Compact => compact(number, style),
    };
    let mut out = figure(number, style);
    match (style.unit, scale) {
        (Unit::Percent, 0) => out.push(if style.numerals == Numerals::Latin { '%' } else { '٪' }),
        (Unit::Byte, scale) => push_word(&mut out, BYTES.get(scale).copied().unwrap_or_default()),
        (unit, scale) => {
            push_word(&mut out, magnitude(scale));
            push_word(&mut out, unit.word());
        }
    }
    out
}

/// Bytes by powers of a thousand.
const BYTES: [&str; 6] = ["بایت", "کیلوبایت", "مگابایت", "گیگابایت", "ترابایت", "پتابایت"];

/// The name of a thousand to the power `scale`: none for 0.
fn magnitude(scale: usize) -> &'static str {
    SCALES.iter().rev().nth(scale.wrapping_sub(1)).map_or("", |(_, name)| name)
}

/// The number in its highest magnitude, rounded, and which power of a thousand that is.
fn compact(number: Decimal, style: Style) -> (Decimal, usize) {
    let last = if style.unit == Unit::Byte { BYTES.len() - 1 } else { SCALES.len() };
    let mut scale = 0;
    loop {
        // What has a thousand to give has room for three digits more behind the mark: this shift is always possible.
        let scaled = number.shift(-3 * scale as i8).unwrap_or(number);
        let least = (2 - scaled.magnitude()).clamp(0, 38) as u8;
        let rounded = scaled.round(style.fraction.unwrap_or(least));
        // 999,999 is a million when rounded, not a thousand thousand.
        if rounded.magnitude() <= 3 || scale == last {
            return (rounded, scale);
        }
        scale += 1;
    }
}

/// The sign and the digits.
fn figure(number: Decimal, style: Style) -> String {
    let is_latin = style.numerals == Numerals::Latin;
    let (group, mark) = if is_latin { (',', '.') } else { ('٬', '٫') };
    let (integer, fraction) = number.parts();
    let mut out = String::new();
    if number.is_negative() {
        out.push(chars::LRM);
        out.push('−');
    }
    for (at, digit) in integer.chars().enumerate() {
        if style.grouping && at > 0 && (integer.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(mark);
        out.push_str(&fraction);
    }
    digits::all(&out, style.numerals)
}
