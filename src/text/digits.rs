//! Text in, the same text with its digits in one script out.
//! Floor 1. Uses: chars, token.
//!
//! «در سال 1398، iPhone 15 Pro» reads «در سال ۱۳۹۸، iPhone 15 Pro»: numbers follow the Persian around them, names keep
//! theirs. Only digits change; separators and their direction are other rules' work.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use super::token::{Kind, Script, Token, tokens};
use super::{Edit, apply, chars};

/// The script that digits are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numerals {
    /// ۱۲۳: the default of a Persian page.
    #[default]
    Persian,
    /// 123.
    Latin,
    /// As they were written.
    Keep,
}

/// What was given is not the name of a [`Numerals`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NumeralsError;

impl fmt::Display for NumeralsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected numerals to be \"persian\", \"latin\" or \"keep\", found another word")
    }
}

impl core::error::Error for NumeralsError {}

impl FromStr for Numerals {
    type Err = NumeralsError;

    fn from_str(name: &str) -> Result<Self, NumeralsError> {
        match name {
            "persian" => Ok(Self::Persian),
            "latin" => Ok(Self::Latin),
            "keep" => Ok(Self::Keep),
            _ => Err(NumeralsError),
        }
    }
}

impl Numerals {
    /// The digit that `c` becomes, if it is one and of another script.
    fn replace(self, c: char) -> Option<&'static str> {
        const PERSIAN: [&str; 10] = ["۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"];
        const LATIN: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let (zero, digits) = match (self, c) {
            (Self::Persian, '0'..='9') => ('0', &PERSIAN),
            (Self::Persian, '٠'..='٩') => ('٠', &PERSIAN),
            (Self::Latin, '٠'..='٩') => ('٠', &LATIN),
            (Self::Latin, '۰'..='۹') => ('۰', &LATIN),
            _ => return None,
        };
        digits.get(u32::from(c).wrapping_sub(u32::from(zero)) as usize).copied()
    }

    /// Whether any digit of `text` may have to be replaced: a look at the bytes, since most text has none.
    fn concerns(self, text: &str) -> bool {
        let is_foreign = |pair: (u8, u8)| match self {
            Self::Persian => matches!(pair, (_, b'0'..=b'9') | (0xD9, 0xA0..=0xA9)),
            Self::Latin => matches!(pair, (0xDB, 0xB0..=0xB9) | (0xD9, 0xA0..=0xA9)),
            Self::Keep => false,
        };
        let bytes = text.bytes();
        core::iter::once(0).chain(bytes.clone()).zip(bytes).any(is_foreign)
    }

    /// One edit for each digit of `text` to be replaced, its place counted from `start`.
    fn each(self, text: &str, start: usize) -> impl Iterator<Item = Edit> {
        text.char_indices().filter_map(move |(at, c)| {
            let at = start + at;
            self.replace(c).map(|to| Edit { range: at..at + c.len_utf8(), to })
        })
    }
}

/// Shows the digits of written text in `numerals`; see [`edits`] for which.
///
/// ```
/// use satr::text::digits::{Numerals, convert};
///
/// assert_eq!(convert("در 23 مرداد ١٣٩٨", Numerals::Persian), "در ۲۳ مرداد ۱۳۹۸");
/// assert_eq!(convert("نسخه 3.11.7 در a.ir/12", Numerals::Persian), "نسخه 3.11.7 در a.ir/12");
/// assert_eq!(convert("۱۲ نفر", Numerals::Latin), "12 نفر");
/// assert_eq!(convert("12 نفر", Numerals::Keep), "12 نفر");
/// ```
pub fn convert(text: &str, numerals: Numerals) -> Cow<'_, str> {
    apply(text, &edits(text, numerals))
}

/// Shows every digit in `numerals`, whatever stands around it: for codes, counts and dates that the page writes itself,
/// in Latin digits. Since they were written by nobody, `Keep` shows them in Persian.
///
/// ```
/// use satr::text::digits::{Numerals, all};
///
/// assert_eq!(all("A-4692303", Numerals::Persian), "A-۴۶۹۲۳۰۳");
/// assert_eq!(all("12", Numerals::Latin), "12");
/// assert_eq!(all("12", Numerals::Keep), "۱۲");
/// ```
pub fn all(text: &str, numerals: Numerals) -> Cow<'_, str> {
    let numerals = if numerals == Numerals::Keep { Numerals::Persian } else { numerals };
    apply(text, &numerals.each(text, 0).collect::<Vec<_>>())
}

/// The edits that bring the digits of `text` to `numerals`, one for each digit, outside protected tokens.
///
/// To Latin, all of them. To Persian, Arabic-Indic digits always, and Latin ones in Persian context, which means not
/// - between two Latin words, across single spaces or hyphens: «iPhone 15 Pro» stays, «ویندوز 10» and «Windows 10 آمد»
///   do not;
/// - in a line with Latin words and no Persian one.
pub fn edits(text: &str, numerals: Numerals) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !numerals.concerns(text) {
        return edits;
    }
    let mut line = Line::default();
    for token in tokens(text) {
        if token.kind == Kind::Number {
            edits.extend(numerals.each(token.text, token.start));
        }
        if numerals == Numerals::Persian {
            line.read(token, &mut edits);
        }
    }
    line.end(&mut edits);
    edits
}

/// What a line of text has shown so far, to tell which of its edits are not in Persian context after all.
#[derive(Default)]
struct Line {
    /// The number of edits made before the line.
    start: usize,
    has_latin: bool,
    has_persian: bool,
    /// The number of edits made up to the last Latin word, as long as nothing but numbers and single links followed.
    inside: Option<usize>,
    /// Whether the last token was a link.
    linked: bool,
}

impl Line {
    fn read(&mut self, token: Token<'_>, edits: &mut Vec<Edit>) {
        let mut text = token.text.chars();
        let is_link = matches!((text.next(), text.next()), (Some(' ' | '-' | chars::NBSP), None));
        match token.kind {
            _ if is_link => {
                if self.linked {
                    self.inside = None;
                }
            }
            Kind::Number => {}
            _ if is_latin_word(token) => {
                if let Some(inside) = self.inside {
                    keep_latin(edits, inside);
                }
                self.inside = Some(edits.len());
                self.has_latin = true;
            }
            _ => {
                self.inside = None;
                self.has_persian |= token.kind == Kind::Word(Script::Arabic);
            }
        }
        self.linked = is_link;
        if token.kind == Kind::Space && token.text.contains('\n') {
            self.end(edits);
        }
    }

    fn end(&mut self, edits: &mut Vec<Edit>) {
        if self.has_latin && !self.has_persian {
            keep_latin(edits, self.start);
        }
        *self = Self { start: edits.len(), ..Self::default() };
    }
}

/// A Latin word, or a name like `MP3` or `COVID-19`; not a link or an address.
fn is_latin_word(token: Token<'_>) -> bool {
    match token.kind {
        Kind::Word(script) => script == Script::Latin,
        Kind::Protected => token.text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
        _ => false,
    }
}

/// Takes back the edits from `from` on that replace a Latin digit: the one kind of a single byte.
fn keep_latin(edits: &mut Vec<Edit>, from: usize) {
    edits.extract_if(from.., |edit| edit.range.len() == 1).for_each(drop);
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;
    use proptest::prelude::*;

    fn persian(text: &str) -> Cow<'_, str> {
        convert(text, Numerals::Persian)
    }

    #[test]
    fn numbers_follow_the_persian_around_them() {
        for (given, expected) in [
            ("12", "۱۲"),
            ("در 1398/05/23، ساعت 12:30:45", "در ۱۳۹۸/۰۵/۲۳، ساعت ۱۲:۳۰:۴۵"),
            ("١٢٣ و 456 و ۷۸۹", "۱۲۳ و ۴۵۶ و ۷۸۹"),
            ("1,234.5 تومان (12.5%)", "۱,۲۳۴.۵ تومان (۱۲.۵%)"),
            ("سال1398م", "سال۱۳۹۸م"),
            ("کووید-19", "کووید-۱۹"),
            ("Windows 10 آمد", "Windows ۱۰ آمد"),
            ("آمدن 10 Windows", "آمدن ۱۰ Windows"),
            ("در Rome, 2019 Reuters نوشت", "در Rome, ۲۰۱۹ Reuters نوشت"),
            ("از BBC. 12 CNN نوشت", "از BBC. ۱۲ CNN نوشت"),
            ("از BBC  12 CNN نوشت", "از BBC  ۱۲ CNN نوشت"),
            ("به a.ir 12 b.ir رفت", "به a.ir ۱۲ b.ir رفت"),
            ("گوشی iPhone ١٥ Pro", "گوشی iPhone ۱۵ Pro"),
        ] {
            assert_eq!(persian(given), expected);
        }
    }

    #[test]
    fn names_keep_theirs() {
        for text in [
            "گوشی iPhone 15 Pro آمد",
            "گوشی Galaxy-S 21 - 22",
            "مدل Pro 15 16-17 Max و",
            "پخش MP3 320 kbps است",
            "گوشی iPhone\u{A0}15\u{A0}Pro است",
            "Published on 12 May 2020.",
            "متن https://a.ir/12 و COVID-19 و 3.11.7",
        ] {
            let expected = text.replace("21 - 22", "۲۱ - ۲۲");
            assert_eq!(persian(text), expected);
        }
    }

    #[test]
    fn a_line_is_judged_alone() {
        assert_eq!(persian("Room 12\nاتاق 12\nRoom 12\n12"), "Room 12\nاتاق ۱۲\nRoom 12\n۱۲");
    }

    #[test]
    fn latin_takes_both_other_scripts_and_keep_none() {
        assert_eq!(convert("۱۲ و ٣٤ و https://a.ir/۵", Numerals::Latin), "12 و 34 و https://a.ir/۵");
        assert_eq!(convert("۱۲ و ٣٤ و 56", Numerals::Keep), "۱۲ و ٣٤ و 56");
        assert!(matches!(convert("۱۲ سلام", Numerals::Persian), Cow::Borrowed(_)));
    }

    #[test]
    fn numerals_have_names() {
        assert_eq!("latin".parse(), Ok(Numerals::Latin));
        assert_eq!("persian".parse(), Ok(Numerals::default()));
        assert_eq!("keep".parse(), Ok(Numerals::Keep));
        assert_eq!("Latin".parse::<Numerals>(), Err(NumeralsError));
    }

    fn any_numerals() -> impl Strategy<Value = Numerals> {
        prop_oneof![Just(Numerals::Persian), Just(Numerals::Latin), Just(Numerals::Keep)]
    }

    /// The text with every digit, of any script, told by its value alone.
    fn values(text: &str) -> String {
        text.chars()
            .map(|c| Numerals::Latin.replace(c).map_or(c, |digit| digit.chars().next().unwrap_or(c)))
            .collect()
    }

    proptest! {
        #[test]
        fn twice_is_once(text in token::mixed(), numerals in any_numerals()) {
            let once = convert(&text, numerals);
            prop_assert_eq!(convert(&once, numerals), once.as_ref());
        }

        #[test]
        fn only_digits_change_and_never_in_value(text in token::mixed(), numerals in any_numerals()) {
            prop_assert_eq!(values(&convert(&text, numerals)), values(&text));
            prop_assert_eq!(values(&all(&text, numerals)), values(&text));
        }

        #[test]
        fn edits_ascend_and_leave_protected_tokens(text in token::mixed(), numerals in any_numerals()) {
            let edits = edits(&text, numerals);
            prop_assert!(edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
            for token in tokens(&text).filter(|token| token.kind == Kind::Protected) {
                prop_assert!(edits.iter().all(|edit| edit.range.end <= token.start || edit.range.start >= token.range().end));
            }
        }

        #[test]
        fn no_arabic_indic_digit_is_left_in_the_open(text in token::mixed()) {
            for token in tokens(&persian(&text)).filter(|token| token.kind == Kind::Number) {
                prop_assert!(!token.text.contains(|c| chars::is_digit(c) && ('٠'..='٩').contains(&c)));
            }
        }
    }
}
