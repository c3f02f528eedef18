//! Numbers in, what a Persian reader reads or says out; and back.
//! Floor 1. Uses: chars, digits, token.
//!
//! ```
//! use satr::text::number::{Decimal, Notation, Style, Unit, format, ordinal, read, words};
//!
//! let price: Decimal = "1234500".parse()?;
//! assert_eq!(format(price, Style::default()), "۱٬۲۳۴٬۵۰۰");
//! assert_eq!(format(price, Style { unit: Unit::Toman, ..Style::default() }), "۱٬۲۳۴٬۵۰۰ تومان");
//! assert_eq!(format(price, Style { notation: Notation::Compact, ..Style::default() }), "۱٫۲ میلیون");
//! assert_eq!(words(price, Unit::Toman)?, "یک میلیون و دویست و سی و چهار هزار و پانصد تومان");
//! assert_eq!(read("یک میلیون و ۲۳۴ هزار و پانصد")?, price);
//! assert_eq!(ordinal(30)?, "سی\u{200C}ام");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A [`Decimal`] is exact, so no digit is lost on the way: read one from text, or make it of an integer. The names of
//! magnitudes and units are those of CLDR 48, locale fa; 10¹² is «تریلیون» (its short form), since «هزار میلیارد», its
//! long one, cannot be counted on: «دو هزار میلیارد» is two of them. [`read`] takes both.
//!
//! Running text is not this module's: [`digits`](super::digits) sets the numbers in it as they are written.

use alloc::string::String;

mod decimal;
mod format;
mod ordinal;
mod pieces;
mod read;
mod words;

pub use decimal::{Decimal, DecimalError, rials_to_tomans, tomans_to_rials};
pub use format::{Notation, Style, format};
pub use ordinal::{ordinal, read_ordinal};
pub use read::{ReadError, read};
pub use words::{WordsError, words};

/// What is counted. It stands behind the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Nothing but the number: «۱۲».
    #[default]
    None,
    /// Hundredths, as they are: 12.5 is «۱۲٫۵٪», in words «دوازده ممیز پنج دهم درصد». (A ratio of 0.125 becomes 12.5 by
    /// [`Decimal::shift`] of 2.)
    Percent,
    /// «۱۲٬۵۰۰ ریال».
    Rial,
    /// «۱٬۲۵۰ تومان», ten rials each; see [`rials_to_tomans`].
    Toman,
    /// «۱٬۵۰۰ بایت»; in compact notation «۱٫۵ کیلوبایت», of 1,000 bytes, as SI, CLDR and the makers of disks count.
    Byte,
}

impl Unit {
    /// Its word, if it has one.
    fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Percent => "درصد",
            Self::Rial => "ریال",
            Self::Toman => "تومان",
            Self::Byte => "بایت",
        }
    }
}

/// The powers of ten with a name, as exponents, descending.
const SCALES: [(u8, &str); 4] = [(12, "تریلیون"), (9, "میلیارد"), (6, "میلیون"), (3, "هزار")];

/// Words are told for numbers below ten to this power: a thousand times the largest name, a thousand times.
const MAX_POWER: u8 = 18;

/// Ten to the power `power`, which stays below 39 everywhere.
fn ten(power: u8) -> u128 {
    10_u128.saturating_pow(power.into())
}

/// Puts `word` behind what is written, a space between.
fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() && !word.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}
