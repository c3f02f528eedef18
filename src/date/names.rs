//! Words and characters of a written date in, what they mean out; and the names of months and weekdays.
//! Floor 2. Uses: text.

use super::Weekday;
use crate::text::chars;

const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// In the order of [`Weekday`].
const WEEKDAYS: [&str; 7] = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"];

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
    let letters = word.chars().chain(next.chars()).filter_map(chars::fold);
    letters.eq(name.chars().filter_map(chars::fold))
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

/// Whether this belongs to a word, as all does that is nothing else. A joiner ends a word, as a space does.
pub(super) fn is_letter(c: char) -> bool {
    !(chars::is_invisible(c) || is_mark(c) || digit(c).is_some())
}
