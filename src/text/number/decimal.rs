//! A number as it is written in; an exact decimal out.
//! Floor 1. Uses: chars.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use super::super::chars;
use super::ten;

/// As many digits as there may be, before and after the decimal mark together.
const MAX_DIGITS: u8 = 38;
/// The first number that has more.
const LIMIT: u128 = 10_u128.pow(MAX_DIGITS as u32);

/// An exact decimal number of up to 38 digits, with as many after the decimal mark as were written.
///
/// It is made of an integer or read from text: in Persian, Arabic-Indic or Latin digits, even mixed; grouped in threes by
/// `٬`, `,` or `،`, or not at all; with `٫`, `.`, `/` or `؍` as the decimal mark; with an exponent as JavaScript writes it. A
/// float is read from its text: `x.to_string().parse()`.
///
/// ```
/// use satr::text::number::{Decimal, DecimalError};
///
/// let read = |text: &str| text.parse::<Decimal>().map(|number| number.to_string());
/// assert_eq!(read("۱٬۲۳۴٫۵۰")?, "1234.50");
/// assert_eq!(read("-12/5")?, "-12.5");
/// assert_eq!(read("1e+21")?, "1000000000000000000000");
/// assert_eq!(read("1,5"), Err(DecimalError::Group { at: 3 }));
/// assert_eq!(Decimal::from(-12).to_string(), "-12");
/// # Ok::<(), DecimalError>(())
/// ```
///
/// Two are equal if they are written alike: 1.5 is not 1.50.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// Never of zero.
    negative: bool,
    /// All digits, as an integer below 10³⁸.
    digits: u128,
    /// How many of them stand after the decimal mark: at most 38.
    scale: u8,
}

/// What was given is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecimalError {
    /// Something else stands where a digit should.
    Digit {
        /// The byte it begins at.
        at: usize,
        /// What stands there; `None` at the end.
        found: Option<char>,
    },
    /// A group of digits ends that is not of three, or of one to three at the start.
    Group {
        /// The byte it ends at.
        at: usize,
    },
    /// It has more than 38 digits.
    TooLong,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digit { at, found: Some(found) } => {
                write!(f, "expected a digit at byte {at}, found {found:?}")
            }
            Self::Digit { at, found: None } => write!(f, "expected a digit at byte {at}, found the end"),
            Self::Group { at } => write!(f, "expected groups of three digits, found another up to byte {at}"),
            Self::TooLong => {
                write!(f, "expected a number of at most {MAX_DIGITS} digits, found a longer one")
            }
        }
    }
}

impl core::error::Error for DecimalError {}

impl Decimal {
    pub(super) const ZERO: Self = Self { negative: false, digits: 0, scale: 0 };
    pub(super) const HALF: Self = Self { negative: false, digits: 5, scale: 1 };

    /// `None` for more digits than there may be.
    pub(super) fn new(negative: bool, digits: u128, scale: u8) -> Option<Self> {
        let fits = digits < LIMIT && scale <= MAX_DIGITS;
        fits.then_some(Self { negative: negative && digits != 0, digits, scale })
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.negative
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { negative: false, ..self }
    }

    /// The same number without the zeros that its fraction ends in: what tells whether two decimals are one number.
    ///
    /// ```
    /// # use satr::text::number::Decimal;
    /// let number = |text: &str| text.parse::<Decimal>().map(Decimal::normalized);
    /// assert_eq!(number("1.50"), number("15e-1"));
    /// assert_ne!(number("150"), number("15"));
    /// ```
    #[must_use]
    pub fn normalized(self) -> Self {
        let Self { negative, mut digits, mut scale } = self;
        while scale > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            scale -= 1;
        }
        Self { negative, digits, scale }
    }

    /// The number times ten to the power `places`, exactly; `None` if that has more than 38 digits.
    ///
    /// ```
    /// use satr::text::number::Decimal;
    ///
    /// let ratio: Decimal = "0.125".parse()?;
    /// assert_eq!(ratio.shift(2).map(|percent| percent.to_string()), Some("12.5".to_owned()));
    /// # Ok::<(), satr::text::number::DecimalError>(())
    /// ```
    #[must_use]
    pub fn shift(self, places: i8) -> Option<Self> {
        let Self { negative, mut digits, mut scale } = self;
        for _ in 0..places.unsigned_abs() {
            match (places > 0, scale) {
                (true, 0) => digits = digits.checked_mul(10)?,
                (true, _) => scale -= 1,
                // 120 becomes 12, but 12.0 becomes 1.20: a fraction keeps what was written.
                (false, 0) if digits.is_multiple_of(10) => digits /= 10,
                (false, _) => scale += 1,
            }
        }
        Self::new(negative, digits, scale)
    }

    /// The sum of two that are not negative; `None` if it has too many digits.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let aligned = |it: Self| it.digits.checked_mul(ten(scale - it.scale));
        Self::new(false, aligned(self)?.checked_add(aligned(other)?)?, scale)
    }

    pub(super) fn negated(self) -> Self {
        Self { negative: !self.negative && self.digits != 0, ..self }
    }

    /// Rounded to at most `places` digits after the decimal mark, a half away from zero, as CLDR does. If something was
    /// cut off, the zeros that are left at the end go too.
    pub(super) fn round(self, places: u8) -> Self {
        let Some(cut) = self.scale.checked_sub(places).filter(|cut| *cut > 0) else { return self };
        let unit = ten(cut);
        let digits = self.digits / unit + u128::from(self.digits % unit * 2 >= unit);
        Self { negative: self.negative && digits != 0, digits, scale: places }.normalized()
    }

    /// What stands before the decimal mark.
    pub(super) fn integer(self) -> u128 {
        self.digits / ten(self.scale)
    }

    /// What stands after the decimal mark, as an integer of [`Self::scale`] digits.
    pub(super) fn fraction(self) -> u128 {
        self.digits % ten(self.scale)
    }

    /// How many digits stand after the decimal mark.
    pub(super) fn scale(self) -> u8 {
        self.scale
    }

    /// The power of ten that the number is below, and not below a tenth of: 3 for 120, 0 for 0.5, -1 for 0.05.
    pub(super) fn magnitude(self) -> i16 {
        let digits = self.digits.checked_ilog10().map_or(0, |log| log as i16 + 1);
        digits - i16::from(self.scale)
    }

    /// Its digits in Latin, the integer ones and the others; one at least before the mark.
    pub(super) fn parts(self) -> (String, String) {
        let mut integer = String::new();
        push_digits(&mut integer, self.integer(), 1);
        let mut fraction = String::new();
        push_digits(&mut fraction, self.fraction(), self.scale);
        (integer, fraction)
    }
}

/// Writes `number` in at least `width` digits, for 0 none in no width.
fn push_digits(out: &mut String, number: u128, width: u8) {
    let digit = |digit: u8| char::from(b'0' + digit);
    // Most fit here, and machines divide these themselves.
    if let Ok(number) = u64::try_from(number) {
        let len = number.checked_ilog10().map_or(0, |log| log as u8 + 1).max(width);
        let power = |power: u8| 10_u64.checked_pow(power.into());
        let digits = (0..len).rev().map(|at| power(at).map_or(0, |power| (number / power % 10) as u8));
        return out.extend(digits.map(digit));
    }
    let len = number.checked_ilog10().map_or(0, |log| log as u8 + 1).max(width);
    out.extend((0..len).rev().map(|power| digit((number / ten(power) % 10) as u8)));
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Decimal {
            fn from(number: $integer) -> Self {
                let number = i128::from(number);
                Self { negative: number < 0, digits: number.unsigned_abs(), scale: 0 }
            }
        }
    )*};
}

// No wider ones: each of these has fewer than 38 digits.
from_integers!(i32 u32 i64 u64);

/// In Latin digits, with a point, without groups: `-1234.50`. This is the form for machines; [`format`](super::format) writes
/// for readers.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (integer, fraction) = self.parts();
        f.write_str(if self.negative { "-" } else { "" })?;
        f.write_str(&integer)?;
        f.write_str(if fraction.is_empty() { "" } else { "." })?;
        f.write_str(&fraction)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim_end_matches(chars::is_invisible);
        let number = text.trim_start_matches(chars::is_invisible);
        let unsigned = number.strip_prefix(['-', '−', '+']).unwrap_or(number);
        let mut figure = Figure::default();
        for (at, c) in unsigned.char_indices() {
            let at = text.len() - unsigned.len() + at;
            match c {
                _ if chars::is_digit(c) => figure.digit(c)?,
                ',' | '٬' | '،' if !figure.in_fraction => figure.group(at, c)?,
                '.' | '٫' | '/' | '؍' if !figure.in_fraction => figure.mark(at, c)?,
                'e' | 'E' => {
                    figure.end(at, Some(c))?;
                    let power = text.get(at + 1..).unwrap_or_default();
                    let wrong = DecimalError::Digit { at: at + 1, found: power.chars().next() };
                    let power = power.parse().map_err(|_| wrong)?;
                    let number = figure.number(!number.starts_with(['-', '−'])).shift(power);
                    return number.ok_or(DecimalError::TooLong);
                }
                _ => return Err(DecimalError::Digit { at, found: Some(c) }),
            }
        }
        figure.end(text.len(), None)?;
        Ok(figure.number(!number.starts_with(['-', '−'])))
    }
}

/// A number while it is read.
#[derive(Default)]
struct Figure {
    digits: u128,
    scale: u8,
    /// Digits since the last separator.
    run: u8,
    is_grouped: bool,
    in_fraction: bool,
}

impl Figure {
    fn digit(&mut self, c: char) -> Result<(), DecimalError> {
        // The digits of each script begin where the last four bits are zero.
        let digits = self.digits.saturating_mul(10).saturating_add(u128::from(u32::from(c) & 0xF));
        let scale = self.scale + u8::from(self.in_fraction);
        let fits = Decimal::new(false, digits, scale).ok_or(DecimalError::TooLong)?;
        self.run = self.run.saturating_add(1);
        (self.digits, self.scale) = (fits.digits, fits.scale);
        Ok(())
    }

    fn group(&mut self, at: usize, found: char) -> Result<(), DecimalError> {
        self.end(at, Some(found))?;
        if self.run > 3 {
            return Err(DecimalError::Group { at });
        }
        self.is_grouped = true;
        self.run = 0;
        Ok(())
    }

    fn mark(&mut self, at: usize, found: char) -> Result<(), DecimalError> {
        self.end(at, Some(found))?;
        self.in_fraction = true;
        self.run = 0;
        Ok(())
    }

    /// Whether digits may end at `at`, where `found` stands.
    fn end(&self, at: usize, found: Option<char>) -> Result<(), DecimalError> {
        match self.run {
            0 => Err(DecimalError::Digit { at, found }),
            3 => Ok(()),
            _ if self.is_grouped && !self.in_fraction => Err(DecimalError::Group { at }),
            _ => Ok(()),
        }
    }

    fn number(&self, positive: bool) -> Decimal {
        Decimal { negative: !positive && self.digits != 0, digits: self.digits, scale: self.scale }
    }
}

/// An amount of rials in tomans: a tenth. `None` if that has more than 38 digits.
///
/// ```
/// use satr::text::number::{Decimal, rials_to_tomans};
///
/// assert_eq!(rials_to_tomans(Decimal::from(125_000)), Some(Decimal::from(12_500)));
/// assert_eq!(rials_to_tomans(Decimal::from(15)).map(|tomans| tomans.to_string()), Some("1.5".to_owned()));
/// ```
#[must_use]
pub fn rials_to_tomans(rials: Decimal) -> Option<Decimal> {
    rials.shift(-1)
}

/// An amount of tomans in rials: tenfold. `None` if that has more than 38 digits.
///
/// ```
/// use satr::text::number::{Decimal, tomans_to_rials};
///
/// assert_eq!(tomans_to_rials(Decimal::from(12_500)), Some(Decimal::from(125_000)));
/// ```
#[must_use]
pub fn tomans_to_rials(tomans: Decimal) -> Option<Decimal> {
    tomans.shift(1)
}
