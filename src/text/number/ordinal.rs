//! A number in, its ordinal in words out; and back.
//! Floor 1. Uses: chars.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::super::chars;
use super::pieces::{Item, Piece, pieces};
use super::read::{ReadError, sum};
use super::words::{ONES, WordsError, cardinal};

/// The ordinal in words. Tens and ones make one word, as the Academy of Persian orders, with a ZWNJ where letters would
/// join; greater parts stay apart.
///
/// ```
/// use satr::text::number::{WordsError, ordinal};
///
/// assert_eq!(ordinal(1)?, "اول");
/// assert_eq!(ordinal(3)?, "سوم");
/// assert_eq!(ordinal(23)?, "بیست\u{200C}وسوم");
/// assert_eq!(ordinal(30)?, "سی\u{200C}ام");
/// assert_eq!(ordinal(1_398)?, "هزار و سیصد و نودوهشتم");
/// assert_eq!(ordinal(u64::MAX), Err(WordsError::TooLarge));
/// # Ok::<(), WordsError>(())
/// ```
pub fn ordinal(number: u64) -> Result<String, WordsError> {
    if number == 1 {
        return Ok("اول".to_owned());
    }
    let mut out = cardinal(number.into())?;
    let (tens, ones) = (number % 100 / 10, number % 10);
    if tens > 1 && ones > 0 {
        let last = ONES.get(ones as usize).copied().unwrap_or_default();
        out.truncate(out.len() - last.len() - " و ".len());
        // Only «هفتاد», «هشتاد» and «نود» end in a letter that does not join.
        if !out.ends_with('د') {
            out.push(chars::ZWNJ);
        }
        out.push('و');
        out.push_str(last);
    }
    match (tens, ones) {
        (0 | 2.., 3) => {
            out.truncate(out.len() - "ه".len());
            out.push('و');
        }
        (3, 0) => {
            out.push(chars::ZWNJ);
            out.push('ا');
        }
        _ => {}
    }
    out.push('م');
    Ok(out)
}

/// Reads an ordinal in words, or in digits with its ending.
///
/// ```
/// use satr::text::number::{ReadError, read_ordinal};
///
/// assert_eq!(read_ordinal("بیست و سوم")?, 23);
/// assert_eq!(read_ordinal("سی‌امین")?, 30);
/// assert_eq!(read_ordinal("صد و بیستم")?, 120);
/// assert_eq!(read_ordinal("۲۳م")?, 23);
/// assert_eq!(read_ordinal("بیست و سه"), Err(ReadError::Cardinal { at: 12 }));
/// # Ok::<(), ReadError>(())
/// ```
pub fn read_ordinal(text: &str) -> Result<u64, ReadError> {
    let items = pieces(text)?;
    let (last, items) = items.split_last().ok_or(ReadError::Empty)?;
    let Item { piece: Piece::Ordinal, at, .. } = *last else {
        return Err(ReadError::Cardinal { at: last.at });
    };
    let number = sum(items, at)?;
    let is_whole = number.scale() == 0;
    let number = u64::try_from(number.integer()).map_err(|_| ReadError::TooLong)?;
    if is_whole { Ok(number) } else { Err(ReadError::Cardinal { at }) }
}
