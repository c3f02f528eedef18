//! Text in, edits out that are safe by rule: letters, spaces and marks as Persian writes them.
//! Floor 1. Uses: chars, token.
//!
//! What is written in two ways that are both good stays. Two rounds do the work: letters and quotation marks first
//! ([`words`]), then spaces and marks ([`marks`]), which decide by what the first round left. Within the second each
//! decision rests on what the text so far ends with *after* the edits, so that a second run finds nothing.

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
    let first = words::edits(text, rules);
    let second = marks::edits(&apply(text, &first), rules);
    then(first, &second)
}

/// Whether a rule other than that of the ezafe may find something: a look at each byte and the two before it, since
/// most text is well written.
fn concerns(text: &str) -> bool {
    let (mut first, mut second) = (b' ', b' ');
    text.bytes().any(|third| {
        let found = match third {
            b'"' | b',' | b';' | b'?' => true,
            // Behind a space, or doubled.
            b' ' => matches!(second, b' ' | b'(' | b'[') || (first, second) == (0xC2, 0xAB),
            b'\n' | b':' | b')' | b']' => second == b' ',
            b'.' | b'!' => second == b' ' || second == third,
            b'(' => second >= 0x80,
            // What Arabic keyboards write, and the tatweel.
            0x80 | 0x83 | 0x89 | 0x8A if second == 0xD9 => true,
            0xBE if second == 0xDA => true,
            0x81 if second == 0xDB => true,
            // «، ؛ ؟», behind a space or doubled.
            0x8C | 0x9B | 0x9F if second == 0xD8 => first == b' ' || first == third,
            // “ ” „
            0x9C..=0x9E => (first, second) == (0xE2, 0x80),
            0xBB => (first, second) == (b' ', 0xC2),
            0xAB => second == 0xC2 && !matches!(first, b' ' | b'\n' | b'('),
            // A word that touches the mark before it.
            b'#'..=b'z' | 0xC2.. => match second {
                b'.' | b':' | b'!' | b')' => third >= 0xD8,
                0x8C | 0x9B | 0x9F => first == 0xD8,
                0xBB => first == 0xC2 && third >= 0xD8,
                0xA6 => first == 0x80 && third >= 0xD8,
                _ => false,
            },
            _ => false,
        };
        (first, second) = (second, third);
        found
    })
}

/// A Persian letter or digit. The tatweel alone is neither.
fn is_persian(c: char) -> bool {
    !c.is_ascii() && (chars::is_arabic_letter(c) && c != 'ـ' || chars::is_digit(c))
}

#[cfg(test)]
mod tests;
