//! Text in, the runs of it that need an isolate out.
//! Floor 1. Uses: chars, token.
//!
//! In a right-to-left line some runs are drawn in one order after a Persian word and in another after a Latin one or
//! at the line's start (UAX #9: W2 and W4 to W7 look back for a letter). The law here: a run's picture is the same in
//! every context. A run whose picture is so already is left alone, which is nearly all text: words, numbers,
//! ۱۳۹۸/۰۵/۲۳ and ۱۲:۳۰, a Latin name between Persian words.
//!
//! | run | picture, from the left | why |
//! | --- | --- | --- |
//! | ۱۳۹۸-۰۵-۲۳, 4-3-3, card, ISBN | as typed | three numbers and more are a date or a code, read as with slashes |
//! | ۰۲۱-۸۸۷۷۶۶۵۵, +۹۸ ۲۱ ۸۸۷۷ ۶۶۵۵ | as typed | a telephone is dialled from the left |
//! | ۱۰-۱۵, ۲-۱, ۱۲:۳۰-۱۳:۴۵ | ۱۵-۱۰ | two numbers are read in the order of the sentence: [`Ranges`] |
//! | -۵, ±۵, ۱۲٪, $100, ۲۵°C | as typed | a sign stands on the side of its number where it was typed |
//! | C++, @user_1, #Iran, a.ir/x/, code, formulas | as typed | they belong to a left-to-right world |
//! | Twitter، Facebook | Facebook ،Twitter | each name by itself: the Persian comma belongs to the sentence |
//! | Windows ۱۰ | ۱۰ Windows | a number in Persian digits belongs to the sentence |
//! | «Rust in Action!» | Rust in Action! | what is alone in its quotes, brackets or line owns its full stop |
//!
//! Runs are tight: without the space and the Persian punctuation around them.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::chars;
use super::token::{Kind, Token, number, tokens};

/// The direction of an isolate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// The direction of a range or a score, «۱۰-۱۵», «۲-۱», which Persian has not settled (W3C alreq, issue 288).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ranges {
    /// The first number at the right, as a sentence is read and as browsers draw it after a Persian word.
    #[default]
    Rtl,
    /// The first number at the left.
    Ltr,
}

/// A stretch of text to be isolated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its bytes.
    pub range: Range<usize>,
    /// Which way it is drawn.
    pub direction: Direction,
}

/// The runs of `text` that need an isolate in a right-to-left line, ascending, each within one line.
///
/// Two runs never cross, but one may hold others. In a range its hyphen is one, since digits around a bare hyphen are
/// drawn from the left even in an isolate from the right (UAX #9, W4); elsewhere it is numbers in Arabic-Indic digits,
/// which are drawn from the right even in an isolate from the left (N1).
///
/// ```
/// use satr::text::bidi::{Direction, Ranges, Run, runs};
///
/// let ltr = |range| Run { range, direction: Direction::Ltr };
/// assert_eq!(runs("زبان C++", Ranges::Rtl), [ltr(9..12)]);
/// assert_eq!(runs("2-1", Ranges::Rtl), [Run { range: 0..3, direction: Direction::Rtl }, ltr(1..2)]);
/// assert_eq!(runs("2-1", Ranges::Ltr), [ltr(0..3)]);
/// assert_eq!(runs("روز ۱۳۹۸/۰۵/۲۳ در iPhone", Ranges::Rtl), []);
/// ```
#[must_use]
pub fn runs(text: &str, ranges: Ranges) -> Vec<Run> {
    let mut reader = Reader { text, ranges, found: Vec::new(), phrase: None };
    // What is before it was read ahead.
    let mut done = 0;
    // Where signs begin that may belong to a number behind them, and whether a word or a number is right before.
    let (mut signs, mut touches) = (None, false);
    let mut tokens = tokens(text);
    loop {
        if tokens.pass_words() {
            reader.finish();
            (signs, touches) = (None, true);
        }
        let Some(token) = tokens.next() else { break };
        if token.start < done {
            continue;
        }
        let is_number = match token.kind {
            Kind::Number => true,
            Kind::Protected => !chars::has(token.text, chars::is_latin_letter),
            _ => false,
        };
        let is_sign = token.kind == Kind::Punctuation && chars::has(token.text, is_sign);
        match token.kind {
            _ if is_number => done = reader.number(token, signs.unwrap_or(token.start)),
            _ if token.text.bytes().any(|byte| byte == b'\n') => reader.finish(),
            Kind::Space | Kind::Punctuation => {}
            Kind::Word(_) if token.text.chars().next().is_some_and(chars::is_rtl) => reader.finish(),
            Kind::Number | Kind::Word(_) | Kind::Protected => reader.word(token),
        }
        if !is_sign {
            signs = None;
        } else if signs.is_none() && !touches {
            signs = Some(token.start);
        }
        touches = is_sign && touches || !matches!(token.kind, Kind::Space | Kind::Punctuation);
    }
    reader.finish();
    reader.found
}

/// Text with its runs between isolate controls, for places where markup cannot go.
///
/// ```
/// use satr::text::bidi::{Ranges, isolate};
///
/// assert_eq!(isolate("زبان C++ آمد", Ranges::Rtl), "زبان \u{2066}C++\u{2069} آمد");
/// ```
#[must_use]
pub fn isolate(text: &str, ranges: Ranges) -> Cow<'_, str> {
    let runs = runs(text, ranges);
    if runs.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 6 * runs.len());
    walk(0..text.len(), &runs, &mut |step| match step {
        Step::Text(part) => out.push_str(text.get(part).unwrap_or_default()),
        Step::Open(Direction::Ltr) => out.push(chars::LRI),
        Step::Open(Direction::Rtl) => out.push(chars::RLI),
        Step::Close => out.push(chars::PDI),
    });
    Cow::Owned(out)
}

/// A step through a text with isolates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Text between two of the others; it may be empty.
    Text(Range<usize>),
    /// An isolate begins.
    Open(Direction),
    /// The isolate that began last ends.
    Close,
}

/// Goes through a part of a text, of which `runs` are the runs.
pub fn walk(part: Range<usize>, runs: &[Run], step: &mut dyn FnMut(Step)) {
    let mut ends = Vec::new();
    let mut at = part.start;
    let last = Run { range: part.end..part.end, direction: Direction::Ltr };
    for Run { range, direction } in runs.iter().chain([&last]) {
        while let Some(end) = ends.pop_if(|end| *end <= range.start) {
            step(Step::Text(at..end));
            step(Step::Close);
            at = end;
        }
        step(Step::Text(at..range.start));
        if !range.is_empty() {
            step(Step::Open(*direction));
        }
        at = range.start;
        ends.push(range.end);
    }
}

/// What has been read of a text.
struct Reader<'t> {
    text: &'t str,
    ranges: Ranges,
    found: Vec<Run>,
    /// The Latin words after which no Persian one has come yet.
    phrase: Option<Phrase>,
}

/// Latin words and what stands between them.
struct Phrase {
    range: Range<usize>,
    /// How many runs stood before it.
    before: usize,
    /// Whether something follows that it would draw to its side: a number of the sentence, a name of its own.
    pulls: bool,
}

impl Reader<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn after(&self, at: usize) -> &str {
        self.slice(at..self.text.len())
    }

    /// Notes a run at a place among those found.
    fn put(&mut self, place: usize, range: Range<usize>, direction: Direction) {
        let run = self.slice(range.clone());
        // An isolate of the data's own must not be cut.
        if chars::has(run, chars::is_bidi_control) {
            return;
        }
        let is_plain = direction == Direction::Rtl || !chars::has(run, is_arabic_digit);
        let mut after = self.found.split_off(place);
        self.found.push(Run { range: range.clone(), direction });
        if !is_plain {
            self.push_numbers(range);
        }
        self.found.append(&mut after);
    }

    fn push(&mut self, range: Range<usize>, direction: Direction) {
        self.put(self.found.len(), range, direction);
    }

    /// Isolates the Arabic numbers in a run from left to right: two of them turn a sign between them around (N1).
    fn push_numbers(&mut self, Range { start, end }: Range<usize>) {
        let mut at = start;
        while at < end {
            let number = at..at + chars::span(self.slice(at..end), is_arabic_digit);
            at = number.end + chars::span(self.slice(number.end..end), |c| !is_arabic_digit(c));
            if !number.is_empty() && number != (start..end) {
                self.found.push(Run { range: number, direction: Direction::Ltr });
            }
        }
    }

    /// A Latin word, or a protected token with a Latin letter in it.
    fn word(&mut self, token: Token<'_>) {
        let mut range = token.range();
        // C++, C#, A+
        if token.kind != Kind::Protected {
            let signs = chars::span(self.after(range.end), |c| matches!(c, '+' | '#'));
            range.end += if signs > 2 { 0 } else { signs };
        }
        if let Some(phrase) = &self.phrase {
            if self.joins(phrase.range.end..range.start) {
                self.found.truncate(phrase.before);
                range.start = phrase.range.start;
            } else {
                self.pull();
                self.finish();
            }
        }
        self.phrase = Some(Phrase { range, before: self.found.len(), pulls: false });
    }

    /// Whether what parts two Latin words, or a number from one, keeps them together: spaces, Latin punctuation, numbers.
    fn joins(&self, range: Range<usize>) -> bool {
        let mut inside = self.slice(range.clone()).char_indices();
        inside.all(|(at, c)| match c {
            '(' => self.closes(range.start + at),
            '"' | '\n' | '<' | '>' | '[' | ']' | '{' | '}' => false,
            ' '..='~' | chars::NBSP | '–' | '—' | '’' => true,
            _ => chars::is_digit(c),
        })
    }

    /// Whether the bracket that opens here closes before long, with no Persian in it.
    fn closes(&self, at: usize) -> bool {
        let ahead = self.after(at).bytes().take(64).take_while(u8::is_ascii);
        ahead.take_while(|byte| *byte != b'\n').any(|byte| byte == b')')
    }

    fn pull(&mut self) {
        if let Some(phrase) = &mut self.phrase {
            phrase.pulls = true;
        }
    }

    /// Nothing more belongs to the phrase: isolates it if it needs that.
    fn finish(&mut self) {
        let Some(Phrase { range, before, pulls }) = self.phrase.take() else { return };
        let Range { start, mut end } = range;
        let signs = chars::span(self.after(end), |c| matches!(c, '.' | '!' | '?' | '…'));
        let opens = |text: &str| {
            matches!(
                text.as_bytes(),
                [] | [.., b'\n' | b'"' | b'(' | b'['] | [.., 0xC2, 0xAB] | [.., 0x80, 0x9C]
            )
        };
        let closes = |text: &str| {
            matches!(
                text.as_bytes(),
                [] | [b'\n' | b'"' | b')' | b']', ..] | [0xC2, 0xBB, ..] | [0xE2, 0x80, 0x9D, ..]
            )
        };
        if signs > 0 && opens(self.slice(0..start)) && closes(self.after(end + signs)) {
            end += signs;
        }
        let phrase = self.slice(start..end);
        if !pulls && holds(phrase) {
            return;
        }
        let open = phrase.bytes().fold(0, |open, byte| match byte {
            b'(' => open + 1,
            b')' => open - 1,
            _ => open,
        });
        if open > 0 && self.after(end).as_bytes().first() == Some(&b')') {
            end += 1;
        }
        self.put(before, start..end, Direction::Ltr);
    }

    /// A number with its signs, which begin at `from`; gives where they end.
    fn number(&mut self, token: Token<'_>, from: usize) -> usize {
        let Range { mut start, mut end } = token.range();
        // A row of signs is a line, not a sign.
        if start - from <= 4 {
            start = from;
        }
        let is_signed = start == from && start < token.start;
        end += trailing_signs(self.after(end));
        let telephone = telephone(self.after(start));
        if let Some(length) = telephone {
            end = end.max(start + length);
            let is_bracketed = self.slice(start..end).bytes().any(|byte| byte == b')');
            start -= usize::from(is_bracketed && self.slice(0..start).as_bytes().last() == Some(&b'('));
        }
        if holds(self.slice(start..end)) {
            self.pull();
            if let Some(phrase) =
                self.phrase.as_ref().filter(|_| token.text.as_bytes().first().is_some_and(u8::is_ascii))
            {
                if self.joins(phrase.range.end..start) {
                    self.found.truncate(phrase.before);
                    self.phrase = Some(Phrase { range: phrase.range.start..end, pulls: false, ..*phrase });
                } else {
                    self.finish();
                }
            }
            return end;
        }
        let is_range = self.ranges == Ranges::Rtl && !is_signed && telephone.is_none();
        match range_sign(self.slice(start..end)).filter(|_| is_range) {
            Some(sign) => {
                let second = start + sign + 1..end;
                self.push(start..end, Direction::Rtl);
                self.push(start + sign..second.start, Direction::Ltr);
                if self.slice(second.clone()).contains(is_arabic_digit) && !holds(self.slice(second.clone()))
                {
                    self.push(second, Direction::Ltr);
                }
            }
            None => self.push(start..end, Direction::Ltr),
        }
        end
    }
}

/// Money, percent and degrees: what stands on either side of a number.
fn is_unit(c: char) -> bool {
    matches!(c, '%' | '٪' | '‰' | '$' | '€' | '£' | '¥' | '°')
}

/// What may stand before a number and belong to it.
fn is_sign(c: char) -> bool {
    is_unit(c) || matches!(c, '+' | '-' | '−' | '±' | '#')
}

/// How many bytes at the start of `after` belong to the number before: a unit («۱۲٪», «۲۵°C»), or what is added to it
/// («۵+۱»). A plus alone, «۱۸+», is drawn at its left everywhere.
fn trailing_signs(after: &str) -> usize {
    let units = chars::span(after, is_unit);
    if units > 0 {
        return units + chars::span(after.get(units..).unwrap_or_default(), |c| c.is_ascii_alphabetic());
    }
    match after.as_bytes() {
        [b'+', ..] => Some(number(after.get(1..).unwrap_or_default()))
            .filter(|added| *added > 0)
            .map_or(0, |added| 1 + added),
        _ => 0,
    }
}

/// How many bytes at the start of `text` are a telephone number: it begins with a plus or a zero, and its groups may be
/// parted by spaces, hyphens and brackets.
fn telephone(text: &str) -> Option<usize> {
    let is_abroad = text.as_bytes().first() == Some(&b'+');
    let (mut digits, mut first, mut signs, mut end) = (0, 0, 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '+' if at == 0 => {}
            _ if chars::is_digit(c) => {
                // In all three scripts the last four bits of a digit are its value.
                if digits == 0 && !is_abroad && u32::from(c) & 0xF != 0 {
                    return None;
                }
                (digits, signs, end) = (digits + 1, 0, at + c.len_utf8());
            }
            // A whole number, and what comes next is another.
            ' ' | chars::NBSP if digits >= 11 => break,
            ' ' | chars::NBSP | '-' | '(' | ')' if signs < 2 => {
                signs += 1;
                if first == 0 {
                    first = digits;
                }
            }
            _ => break,
        }
        if digits > 15 {
            return None;
        }
    }
    (digits >= 6 && (is_abroad || first == 0 || first > 2)).then_some(end)
}

/// Where the one hyphen or plus of a run is that has two numbers; not in what is a code by its look, «۸۸۷۷-۶۶۵۵».
fn range_sign(run: &str) -> Option<usize> {
    let is_hyphen = |byte: &u8| matches!(byte, b'-' | b'+');
    let at = run.bytes().position(|byte| is_hyphen(&byte))?;
    let (first, second) = (run.get(..at)?, run.get(at + 1..)?);
    let is_one = !second.as_bytes().iter().any(is_hyphen);
    // Of one length and one script, the greater number is the greater text.
    let is_code = chars::span(first, chars::is_digit) == at && first.len() == second.len() && first >= second;
    (is_one
        && !(is_code && first.chars().zip(0..).any(|(_, at)| at == 3))
        && chars::has(second, chars::is_digit))
    .then_some(at)
}

fn is_arabic_digit(c: char) -> bool {
    matches!(c, '٠'..='٩')
}

/// Neither sign, space nor mark, in a text without digits.
fn is_letter(c: char) -> bool {
    !(chars::is_punctuation(c) || c.is_whitespace() || c.is_control())
}

/// What a character is to the order in which it is drawn (UAX #9, table 4), as far as it matters here.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Start,
    /// L
    Letter,
    /// EN: 1 and ۱
    European,
    /// AN: ١, and the signs «٫» and «٬».
    Arabic,
    /// CS: it joins two numbers of one class.
    Joint,
    Sign,
}

/// Whether a run is drawn from left to right in every context, without an isolate.
fn holds(run: &str) -> bool {
    let mut has_letter = false;
    let (mut last, mut sign) = (Class::Start, Class::Start);
    for c in run.chars() {
        let class = match c {
            '0'..='9' | '۰'..='۹' => Class::European,
            '٠'..='٩' | '٫' | '٬' => Class::Arabic,
            '.' | ',' | ':' | '/' | chars::NBSP => Class::Joint,
            _ if chars::is_mark(c) || chars::is_variation_selector(c) || chars::is_joiner(c) => continue,
            _ if chars::is_rtl(c) => return false,
            _ if is_letter(c) => Class::Letter,
            _ => Class::Sign,
        };
        if matches!(class, Class::Joint | Class::Sign) {
            if last == Class::Start {
                return false;
            }
            sign = if sign == Class::Start { class } else { Class::Sign };
            continue;
        }
        // Behind a letter every sign and number is as the letter, but for Arabic numbers.
        let is_joined = match sign {
            Class::Start => true,
            _ if has_letter => last != Class::Arabic && class != Class::Arabic,
            Class::Joint => last == class,
            _ => false,
        };
        if !is_joined {
            return false;
        }
        has_letter |= class == Class::Letter;
        (last, sign) = (class, Class::Start);
    }
    sign == Class::Start
}

#[cfg(test)]
mod tests;
