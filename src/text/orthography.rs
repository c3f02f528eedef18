//! Text in, edits out that are safe by rule: letters, spaces and marks as Persian writes them.
//! Floor 1. Uses: chars, digits, token.
//!
//! What is written in two ways that are both good stays. Three rounds do the work, each by what the one before it left:
//! `quotes`, `words`, `marks`. Within the last, decisions rest on what the text so far ends with *after* the
//! edits, so that a second run finds nothing.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::{Edit, Rule, Rules, apply, chars, then};

mod marks;
mod quotes;
mod words;

/// The edits that polish `text`, which has been [cleaned](super::clean), by those of `rules` that are named here.
///
/// | rule | edits | left as it is |
/// | --- | --- | --- |
/// | [`Letters`](Rule::Letters) | «ك» → «ک», «ي», «ى» → «ی», «ہ», «ھ» → «ه» | words with letters of Kurdish, Urdu, Pashto …, and «ہ», «ھ» in a text that has such words; Arabic with its vowel signs; «ة», «ە» |
/// | [`Kashida`](Rule::Kashida) | «سـلام» → «سلام» | at the end of a word: «هـ.ش»; under a vowel sign; as a dash: «تهران ـ قم», «مشهدـقم» |
/// | [`Spacing`](Rule::Spacing) | one space for many; none at a line's end, before «، ؛ ؟ . : ! » ) ]» or behind «« ( [»; one behind «، ؛ ؟ . : ! … » )», and before «« (», where a Persian word touches them | «از … تا», «بی.بی.سی», «ه.ش», «(نا)امید», «کتاب(ها)», «پیامبر(ص)», «»ها», ":)", ".NET"; spaces beside a slash or a dash, tabs and no-break spaces |
/// | [`Punctuation`](Rule::Punctuation) | ",", ";" beside a Persian word, "?" behind one → «،», «؛», «؟» | between Latin words, `&nbsp;`, ";)" |
/// | [`Quotes`](Rule::Quotes) | "سلام", “سلام”, „سلام“ → «سلام» | a line where they do not pair, inches, what is quoted inside «», `name="value"` |
/// | [`Ellipsis`](Rule::Ellipsis) | "..." beside a Persian word → «…» | two dots, and four or more |
/// | [`Doubled`](Rule::Doubled) | «،،», «؛؛», «؟؟», «!!» → one | «؟!», «!؟» |
/// | [`Ezafe`](Rule::Ezafe) | «خانه‌ی ما», «خانه ی ما» → «خانهٔ ما» | where no word follows, and where the «ه» is spoken: «گروه ی», «راه ی» |
///
/// Protected tokens come out as they went in, and no letter is written, dropped or moved but by `Letters` and `Ezafe`.
/// («شابك» in Arabic letters is no name of a number that is protected; «شابک», which it becomes, is.)
///
/// ```
/// use satr::text::{Rule, Rules, apply, orthography};
///
/// let text = "او گفت : \"كتاب  علي\"  كجاست?بگو...";
/// let edits = orthography::edits(text, Rules::default());
/// assert_eq!(apply(text, &edits), "او گفت: «کتاب علی» کجاست؟ بگو…");
///
/// let edits = orthography::edits("چرا ?", Rules::default().without(Rule::Spacing));
/// assert_eq!(apply("چرا ?", &edits), "چرا ؟");
/// ```
pub fn edits(text: &str, rules: Rules) -> Vec<Edit> {
    if !rules.contains(Rule::Ezafe) && !concerns(text) {
        return Vec::new();
    }
    let rounds: [fn(&str, Rules) -> Vec<Edit>; 3] = [quotes::edits, words::edits, marks::edits];
    let mut polished = Cow::Borrowed(text);
    rounds.into_iter().fold(Vec::new(), |edits, round| {
        let more = round(&polished, rules);
        if more.is_empty() {
            return edits;
        }
        polished = Cow::Owned(apply(&polished, &more).into_owned());
        then(edits, &more)
    })
}

/// Whether a rule other than that of the ezafe may find something: a look at the bytes, since most text is well written.
fn concerns(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    // Whether a space may be missing before what opens.
    let mut is_after_word = false;
    loop {
        let found = match bytes {
            [] => return false,
            // What Arabic keyboards write, and the tatweel.
            [0xD9, 0x80 | 0x83 | 0x89 | 0x8A, ..] | [0xDA, 0xBE, ..] | [0xDB, 0x81, ..] => true,
            // «، ؛ ؟» before a word or another of them.
            [0xD8, 0x8C | 0x9B | 0x9F, b'#'..=b'z' | 0xC2..=0xFF, ..] => true,
            [0xD8..=0xDB, _, rest @ ..] => {
                is_after_word = true;
                bytes = rest;
                continue;
            }
            [b'"' | b',' | b';' | b'?', ..] => true,
            [b' ', b' ' | b'\n' | b'.' | b':' | b'!' | b')' | b']', ..] => true,
            [b' ', 0xD8, 0x8C | 0x9B | 0x9F, ..] | [b' ', 0xC2, 0xBB, ..] => true,
            [b'.', b'.', ..] | [b'!', b'!', ..] | [b'(' | b'[', b' ', ..] | [0xAB, b' ', ..] => true,
            // «» and “ ” „.
            [0xC2, 0xAB, ..] | [b'(', ..] => is_after_word,
            [0x80, 0x9C..=0x9E, ..] => true,
            // The end of «…» and «»» and other marks, before a word.
            [0xA6 | 0xBB | b'.' | b':' | b'!' | b')', 0xD8..=0xFF, ..] => true,
            _ => false,
        };
        if found {
            return true;
        }
        is_after_word = matches!(bytes, [b':' | 0x80..=0xFF, ..]);
        bytes = bytes.get(1..).unwrap_or_default();
    }
}

/// A Persian letter or digit. The tatweel alone is neither.
fn is_persian(c: char) -> bool {
    !c.is_ascii() && (chars::is_arabic_letter(c) && c != 'ـ' || chars::is_digit(c))
}

#[cfg(test)]
mod tests;
