//! The words of a number in, what each says out.
//! Floor 1. Uses: chars, token.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::chars;
use super::super::token::{Kind, Script, tokens};
use super::read::ReadError;
use super::words::{HUNDREDS, MARK, MINUS, ONES, TENS};
use super::{Decimal, SCALES};

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    /// A whole number below a thousand in one word. Only what is below the second may be added to it.
    Small(u16, u16),
    /// «نیم».
    Half,
    /// A number in digits.
    Figure(Decimal),
    /// Ten to a power: «هزار» and above.
    Scale(u8),
    /// «و».
    And,
    /// «ممیز».
    Mark,
    /// «منفی».
    Minus,
    /// The ending that makes a number an ordinal, or a part of one: «م».
    Ordinal,
}

/// A piece and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) piece: Piece,
    /// The first byte of its word.
    pub(super) at: usize,
    /// Whether the one before belongs to the same word: «ده‌هزارم».
    pub(super) is_joined: bool,
}

/// Reads the pieces of `text`: words may be joined with or without a ZWNJ, and their letters be Arabic.
pub(super) fn pieces(text: &str) -> Result<Vec<Item>, ReadError> {
    let mut items = Vec::new();
    for token in tokens(text) {
        let at = token.start;
        let mut push = |piece| items.push(Item { piece, at, is_joined: false });
        match token.kind {
            Kind::Space => {}
            Kind::Word(Script::Arabic) => push_word(&mut items, token.text, at)?,
            Kind::Number => match token.text.parse() {
                Ok(number) => push(Piece::Figure(number)),
                Err(_) => return Err(ReadError::Figure { at }),
            },
            _ if matches!(token.text, "-" | "−") => push(Piece::Minus),
            _ if token.text.chars().all(chars::is_invisible) => {}
            _ => return Err(ReadError::Word { at }),
        }
    }
    Ok(items)
}

/// Reads the pieces of one written word, longest first: «بیستوپنج» is three.
fn push_word(items: &mut Vec<Item>, word: &str, at: usize) -> Result<(), ReadError> {
    let folded: String = word.chars().filter_map(chars::fold).collect();
    let (body, is_ordinal) = without_ending(folded);
    let mut rest = body.as_str();
    let mut is_joined = false;
    while !rest.is_empty() {
        let (piece, len) = longest(rest).ok_or(match rest {
            "بیلیون" | "بلیون" => ReadError::Billion { at },
            _ => ReadError::Word { at },
        })?;
        items.push(Item { piece, at, is_joined });
        rest = rest.get(len..).unwrap_or_default();
        is_joined = true;
    }
    if is_ordinal {
        items.push(Item { piece: Piece::Ordinal, at, is_joined });
    }
    Ok(())
}

/// Takes the ending of an ordinal from a word: «م», as in «پنجم», «سوم», «سی‌ام», «میلیونیم» and «پنجمین».
/// What is first has words of its own.
fn without_ending(mut word: String) -> (String, bool) {
    if matches!(word.as_str(), "اول" | "اولین" | "نخست" | "نخستین") {
        return ("یک".to_owned(), true);
    }
    // «نیم» is no ordinal, «دوونیم» neither; «میلیونیم» is.
    if word.ends_with("نیم") && !word.ends_with("یونیم") {
        return (word, false);
    }
    let Some(bare) = word.strip_suffix("مین").or_else(|| word.strip_suffix('م')) else {
        return (word, false);
    };
    let is_third = bare.ends_with("سو");
    let has_vowel = is_third || bare.ends_with('ا') || bare.ends_with("نی");
    word.truncate(bare.len() - if has_vowel { 'ا'.len_utf8() } else { 0 });
    if is_third {
        word.push('ه');
    }
    (word, true)
}

/// The longest known word that `text` begins with: what it says, and its length.
fn longest(text: &str) -> Option<(Piece, usize)> {
    let ones = ONES.iter().zip(0..).map(|(word, n)| (*word, Piece::Small(n, u16::from(n > 0))));
    let tens = TENS.iter().zip(2..).map(|(word, n)| (*word, Piece::Small(10 * n, 10)));
    let hundreds = HUNDREDS.iter().zip(1..).map(|(word, n)| (*word, Piece::Small(100 * n, 100)));
    let scales = SCALES.iter().map(|(power, word)| (*word, Piece::Scale(*power)));
    let others = [
        ("و", Piece::And),
        ("نیم", Piece::Half),
        (MARK, Piece::Mark),
        (MINUS, Piece::Minus),
        ("هیجده", Piece::Small(18, 1)),
        ("ملیون", Piece::Scale(6)),
        ("ملیارد", Piece::Scale(9)),
    ];
    let all = ones.chain(tens).chain(hundreds).chain(scales).chain(others);
    let found = all.filter(|(word, _)| text.starts_with(word)).max_by_key(|(word, _)| word.len())?;
    Some((found.1, found.0.len()))
}
