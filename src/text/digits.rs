//! Text in, the same text with its digits in one script out.
//! Floor 1. Uses: chars, rule, token.
//!
//! «در سال 1398، iPhone 15 Pro» reads «در سال ۱۳۹۸، iPhone 15 Pro»: numbers follow the Persian around them, names keep
//! theirs. The signs of a quantity go with its digits, «1,234.5» and «12.5%» read «۱٬۲۳۴٫۵» and «۱۲٫۵٪»; those of dates,
//! times, scores and sections, «1398/05/23», «12:30», «2-1», «ماده 12.3», stay. Direction is another rule's work.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use super::token::{Kind, Script, Token, number, tokens};
use super::{Edit, Rule, apply, chars};

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

    /// The sign of a quantity that `c` becomes, if it is one and of another script.
    fn replace_sign(self, c: char) -> Option<&'static str> {
        match (self, c) {
            (Self::Persian, ',') => Some("٬"),
            (Self::Persian, '.') => Some("٫"),
            (Self::Persian, '%') => Some("٪"),
            (Self::Latin, '٬') => Some(","),
            (Self::Latin, '٫') => Some("."),
            (Self::Latin, '٪') => Some("%"),
            _ => None,
        }
    }

    /// Whether anything in `text` may have to be replaced: a look at the bytes, since most text has none.
    fn concerns(self, text: &str) -> bool {
        let mut before = 0;
        text.bytes().any(|byte| {
            matches!(
                (self, core::mem::replace(&mut before, byte), byte),
                (Self::Persian, _, b'0'..=b'9' | b'%')
                    // A sign before a Persian digit, or at least before a letter.
                    | (Self::Persian, b'.' | b',', 0xDB)
                    | (Self::Latin, 0xDB, 0xB0..=0xB9)
                    | (Self::Persian, 0xD9, 0xA0..=0xA9)
                    | (Self::Latin, 0xD9, 0xA0..=0xAC)
            )
        })
    }

    /// One edit for each digit of `text` to be replaced, and each sign if asked, their places counted from `start`.
    fn each(self, text: &str, start: usize, with_signs: bool, edits: &mut Vec<Edit>) {
        edits.extend(text.char_indices().filter_map(|(at, c)| {
            let at = start + at;
            let to = self.replace(c).or_else(|| self.replace_sign(c).filter(|_| with_signs))?;
            Some(Edit { range: at..at + c.len_utf8(), to, rule: Rule::Numerals })
        }));
    }

    /// The edits to a number and to the percent sign before or behind it, `after` being what follows. Returns where they
    /// end.
    fn number(self, sign: Option<Token<'_>>, number: Token<'_>, after: &str, edits: &mut Vec<Edit>) -> usize {
        let counted = || if sign.is_some() { Counted::Things } else { counted(after, true) };
        let has_signs = !number.text.chars().all(chars::is_digit);
        let with_signs = has_signs && (self == Self::Latin || is_quantity(number.text, counted()));
        if let Some(sign) = sign {
            self.each(sign.text, sign.start, true, edits);
        }
        self.each(number.text, number.start, with_signs, edits);
        let (sign, _) = after.split_at_checked(percent(after)).unwrap_or_default();
        self.each(sign, number.range().end, true, edits);
        number.range().end + sign.len()
    }
}

/// How many bytes of `after` are the percent sign of the number before, and the gap that may part them.
fn percent(after: &str) -> usize {
    let gap = gap(after);
    let end = match after.as_bytes().get(gap..) {
        Some([b'%', ..]) => gap + 1,
        Some([0xD9, 0xAA, ..]) => gap + 2,
        _ => return 0,
    };
    let next = after.get(end..).and_then(|rest| rest.chars().next());
    // Behind a gap it belongs to the number it touches: «سال 1398 %12».
    if gap > 0 && next.is_some_and(chars::is_digit) { 0 } else { end }
}

/// How many bytes may part a number from what it counts: spaces and half-spaces, or none.
fn gap(text: &str) -> usize {
    chars::span(text, |c| matches!(c, ' ' | chars::NBSP | chars::ZWNJ))
}

/// What stands behind a number tells whether a point in it parts off a fraction.
#[derive(Clone, Copy, PartialEq)]
enum Counted {
    /// Nothing that is counted: the number may be a section's or a time.
    Nothing,
    /// Money: three digits behind the point may be thousands as well, as in «10.000 تومان».
    Money,
    /// A quantity.
    Things,
}

// Words in one string, since a table of their places would weigh as much again.
const MONEY: &str = "تومان ریال دلار یورو";

/// A ZWNJ ends a word and «ی» is taken from its end, so that «سانت» also stands for «سانتی‌متر».
const THINGS: &str = "درصد هزار میلیون میلیارد تریلیون همت متر کیلو کیلومتر سانت سانتیمتر میل میلیمتر اینچ هکتار تن گرم \
    کیلوگرم لیتر میلیلیتر بشکه مگاوات درجه ریشتر واحد برابر بار";

/// What is counted in what follows: at once, or behind the other end of a range, as in «2.5 تا 3.5 درصد».
fn counted(after: &str, may_range: bool) -> Counted {
    if percent(after) > 0 {
        return Counted::Things;
    }
    let (word, rest) = split(after, chars::persian_span);
    let unit = word.strip_suffix('ی').unwrap_or(word);
    let is_range = has("تا به الی", word);
    if may_range && (is_range || has("و یا", word)) {
        let (end, rest) = split(rest, number);
        // «ماده 12.3 و 5 درصد» are two things: both ends of a range without its word have a point.
        let is_range = is_range || end.chars().any(|c| matches!(c, '.' | '٫'));
        return if is_range { counted(rest, false) } else { Counted::Nothing };
    }
    if has(MONEY, unit) {
        Counted::Money
    } else if has(THINGS, unit) {
        Counted::Things
    } else {
        Counted::Nothing
    }
}

/// Whether `word` is one of the `words`, which spaces part.
pub(super) fn has(mut words: &str, word: &str) -> bool {
    while !word.is_empty() && !words.is_empty() {
        let (first, rest) = split(words, chars::persian_span);
        if first == word {
            return true;
        }
        words = rest;
    }
    false
}

/// What stands behind the gap at the start of `text`, measured by `span`, and the rest.
pub(super) fn split(text: &str, span: fn(&str) -> usize) -> (&str, &str) {
    let text = text.get(gap(text)..).unwrap_or_default();
    text.split_at_checked(span(text)).unwrap_or_default()
}

/// Whether the signs of a number, or of the two ends of a range, group it in threes or part off a fraction of what is
/// counted. Groups that rise by one, «101,102,103», are a list, if nothing counted follows.
fn is_quantity(text: &str, counted: Counted) -> bool {
    // The digits of the run that is read, of that before the point, and what the next group of a list would be.
    let (mut run, mut whole, mut next) = (0, 0, 0);
    let mut value = 0_u32;
    let (mut is_grouped, mut in_fraction, mut is_list) = (false, false, false);
    for c in text.chars().chain(['-']) {
        if chars::is_digit(c) {
            run += 1;
            // In all three scripts the last four bits of a digit are its value.
            value = value.wrapping_mul(10).wrapping_add(u32::from(c) & 0xF);
            continue;
        }
        let ends_group = in_fraction || run == 3;
        let may_be_grouped = counted == Counted::Money && run == 3 && whole <= 3;
        let is_fraction = counted != Counted::Nothing && !may_be_grouped;
        let is_whole = if is_grouped { ends_group } else { is_fraction || !in_fraction };
        is_list = run == 3 && !in_fraction && (!is_grouped || is_list && value == next);
        match c {
            ',' | '٬' if !in_fraction && (ends_group || !is_grouped && run < 3) => is_grouped = true,
            '.' | '٫' if !in_fraction && (ends_group || !is_grouped) => (in_fraction, whole) = (true, run),
            '-' if is_whole && !(is_grouped && is_list && counted == Counted::Nothing) => {
                (is_grouped, in_fraction) = (false, false);
            }
            _ => return false,
        }
        (run, value, next) = (0, 0, value.wrapping_add(1));
    }
    true
}

/// Shows the digits of written text in `numerals`; see [`edits`] for which.
///
/// ```
/// use satr::text::digits::{Numerals, convert};
///
/// assert_eq!(convert("در 23 مرداد ١٣٩٨", Numerals::Persian), "در ۲۳ مرداد ۱۳۹۸");
/// assert_eq!(convert("12.5% از 1,234,567.89 ریال", Numerals::Persian), "۱۲٫۵٪ از ۱٬۲۳۴٬۵۶۷٫۸۹ ریال");
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
pub fn all(text: &str, numerals: Numerals) -> String {
    let numerals = if numerals == Numerals::Keep { Numerals::Persian } else { numerals };
    let mut shown = String::with_capacity(2 * text.len());
    for c in text.chars() {
        match numerals.replace(c) {
            Some(digit) => shown.push_str(digit),
            None => shown.push(c),
        }
    }
    shown
}

/// A whole number in ASCII digits, without the weight of the formatter's paddings and signs.
///
/// ```
/// assert_eq!(satr::text::digits::ascii(4692303), "4692303");
/// ```
#[must_use]
pub fn ascii(number: u64) -> String {
    let mut unit = 1;
    while number / unit >= 10 {
        unit *= 10;
    }
    let mut text = String::new();
    while unit > 0 {
        text.extend(char::from_digit((number / unit % 10) as u32, 10));
        unit /= 10;
    }
    text
}

/// The edits that bring the digits of `text` to `numerals`, one for each digit or sign, outside protected tokens.
///
/// To Latin, all of them. To Persian, Arabic-Indic digits always, and Latin ones in Persian context, which means not
/// - between two Latin words, across single spaces or hyphens: «iPhone 15 Pro» stays, «ویندوز 10» and «Windows 10 آمد»
///   do not;
/// - in a line with Latin words and no Persian one.
///
/// The signs of a number go with its digits: to Latin always; to Persian, where they group it in threes, and where they
/// part off a fraction of something counted, which is a percentage or stands before a word like «میلیون» or «تومان». What
/// may be either stays: «10.000 تومان» may be ten or ten thousand, «101,102,103» are three pages. Spaces and half-spaces
/// may part a number from the percent sign or word behind it, or nothing; a percent sign before a number touches it.
pub fn edits(text: &str, numerals: Numerals) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !numerals.concerns(text) {
        return edits;
    }
    let mut line = Line::default();
    // The end of the last number, and a percent sign behind it that may stand before the next.
    let (mut end, mut sign) = (0, None);
    let mut tokens = tokens(text);
    loop {
        if tokens.pass_words() {
            line.words();
            sign = None;
        }
        let Some(token) = tokens.next() else { break };
        if token.kind == Kind::Number {
            let after = text.get(token.range().end..).unwrap_or_default();
            end = numerals.number(sign, token, after, &mut edits);
        }
        let is_sign = token.start >= end && matches!(token.text, "%" | "٪");
        sign = is_sign.then_some(token);
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
    /// Persian words came.
    fn words(&mut self) {
        self.inside = None;
        self.linked = false;
        self.has_persian = true;
    }

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
            Kind::Word(Script::Arabic) => self.words(),
            _ => self.inside = None,
        }
        self.linked = is_link;
        if token.kind == Kind::Space && token.text.bytes().any(|byte| byte == b'\n') {
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
    let mut kept = from;
    for at in from..edits.len() {
        if edits.get(at).is_some_and(|edit| edit.range.len() > 1) {
            edits.swap(kept, at);
            kept += 1;
        }
    }
    edits.truncate(kept);
}

#[cfg(test)]
mod tests;
