//! Words and characters of a written date in, what they mean out; and the names of months and weekdays.
//! Floor 2. Uses: nothing.

use super::Weekday;

/// Keeps the two halves of a compound apart without a space. Deleted or made a space by careless tools.
const ZWNJ: char = '\u{200c}';

const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// In the order of [`Weekday`].
const WEEKDAYS: [&str; 7] = ["شنبه", "یکشنبه", "دوشنبه", "سه\u{200c}شنبه", "چهارشنبه", "پنجشنبه", "جمعه"];

const MARKS: [char; 23] = [
    '/', ':', '-', '–', '—', '|', ',', '،', ';', '؛', '.', '…', '·', '•', '*', '(', ')', '[', ']', '«', '»',
    '"', '\'',
];

/// The name of a month from 1 to 12.
pub(super) fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

/// The name of a weekday.
pub(super) fn weekday(day: Weekday) -> &'static str {
    WEEKDAYS.get(day as usize).copied().unwrap_or_default()
}

/// The month a word names, from 1: `مرداد`, `مردادماه`.
pub(super) fn to_month(word: &str) -> Option<u8> {
    let name = word.strip_suffix("ماه").unwrap_or(word);
    (1..=12).find(|&number| same(name, "", month(number)))
}

/// Whether a word, or two with a space or a joiner between them, name a weekday: `چهارشنبه`, `چهار شنبه`.
pub(super) fn is_weekday(word: &str, next: &str) -> bool {
    WEEKDAYS.iter().any(|name| same(word, next, name))
}

/// Whether two words together are this name, but for Arabic letters, signs over letters and the joiner.
fn same(word: &str, next: &str, name: &str) -> bool {
    let letters = word.chars().chain(next.chars()).filter_map(letter);
    letters.eq(name.chars().filter_map(letter))
}

/// The letter a character of a word or name stands for; nothing for signs and the joiner.
fn letter(c: char) -> Option<char> {
    match c {
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        'آ' | 'أ' => Some('ا'),
        '\u{640}' | '\u{64b}'..='\u{655}' | ZWNJ => None, // tatweel; vowel signs, madda and hamza
        c => Some(c),
    }
}

/// The value of a Persian, Arabic or ASCII digit.
pub(super) fn digit(c: char) -> Option<u16> {
    match c {
        '0'..='9' => Some((c as u32 - '0' as u32) as u16),
        '۰'..='۹' => Some((c as u32 - '۰' as u32) as u16),
        '٠'..='٩' => Some((c as u32 - '٠' as u32) as u16),
        _ => None,
    }
}

/// Whether this is punctuation that may stand before, after and between the parts of a date.
pub(super) fn is_mark(c: char) -> bool {
    MARKS.contains(&c)
}

/// Whether this is white space or shows nothing: direction marks, isolates, joiners, the byte order mark.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

/// Whether this belongs to a word, as all does that is nothing else. A joiner ends a word, as a space does.
pub(super) fn is_letter(c: char) -> bool {
    !(is_blank(c) || is_mark(c) || digit(c).is_some())
}
