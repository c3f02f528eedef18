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
use core::mem;
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
    let mut reader =
        Reader { text, ranges, found: Vec::new(), done: 0, phrase: 0..0, place: 0, is_pulled: false };
    let mut tokens = tokens(text);
    loop {
        if tokens.pass_words() {
            reader.finish();
        }
        let Some(token) = tokens.next() else { break };
        match token.kind {
            _ if token.start < reader.done => {}
            Kind::Number => reader.number(token),
            Kind::Protected if !chars::has(token.text, chars::is_latin_letter) => reader.number(token),
            _ if token.text.bytes().any(|byte| byte == b'\n') => reader.finish(),
            Kind::Space | Kind::Punctuation => {}
            Kind::Word(_) if token.text.starts_with(chars::is_rtl) => reader.finish(),
            Kind::Word(_) | Kind::Protected => reader.word(token),
        }
    }
    reader.finish();
    reader.runs()
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

/// Goes through a part of a text, of which `runs` are the runs; of those that begin in the part none ends behind it.
pub fn walk(part: Range<usize>, runs: &[Run], step: &mut dyn FnMut(Step)) {
    let mut ends = Vec::new();
    let mut at = part.start;
    let first = runs.partition_point(|run| run.range.start < at);
    let last = Run { range: part.end..part.end, direction: Direction::Ltr };
    for Run { range, direction } in runs.iter().skip(first).chain([&last]) {
        let start = range.start.min(part.end);
        while let Some(end) = ends.pop_if(|end| *end <= start) {
            step(Step::Text(at..end));
            step(Step::Close);
            at = end;
        }
        step(Step::Text(at..start));
        at = start;
        if at == part.end {
            return;
        }
        step(Step::Open(*direction));
        ends.push(range.end);
    }
}

/// What has been read of a text.
struct Reader<'t> {
    text: &'t str,
    ranges: Ranges,
    /// The runs so far, and for each phrase that needs none an empty one.
    found: Vec<Run>,
    /// What is before it was read ahead.
    done: usize,
    /// The Latin words after which no Persian one has come yet, with what stands between them.
    phrase: Range<usize>,
    /// Where its run is among those found; behind it are those of what follows.
    place: usize,
    /// Whether something follows that the phrase would draw to its side: a number of the sentence, a name of its own.
    is_pulled: bool,
}

impl Reader<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn after(&self, at: usize) -> &str {
        self.slice(at..self.text.len())
    }

    fn push(&mut self, range: Range<usize>, direction: Direction) {
        self.found.push(Run { range, direction });
    }

    /// The runs, and in those from left to right the Arabic numbers: two of them turn a sign between them around (N1).
    fn runs(self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        // Where the runs end that the next may lie in.
        let mut open: Vec<Range<usize>> = Vec::new();
        for run in &self.found {
            let mut rest = self.slice(run.range.clone());
            open.retain(|outer| outer.end > run.range.start);
            // One that crosses another is none: what is read twice as a part of two is left as it is.
            let is_in = |outer: &Range<usize>| {
                outer.start <= run.range.start && run.range.end <= outer.end && *outer != run.range
            };
            if !open.iter().all(is_in) {
                continue;
            }
            // An isolate of the data's own must not be cut, and none reaches over a line's end, as a formula may.
            if rest.is_empty() || chars::has(rest, |c| chars::is_bidi_control(c) || c == '\n') {
                continue;
            }
            open.push(run.range.clone());
            runs.push(run.clone());
            while run.direction == Direction::Ltr && !rest.is_empty() {
                let start = run.range.end - rest.len();
                let number = start..start + chars::span(rest, is_arabic_digit);
                rest = self.slice(number.end..run.range.end);
                rest = rest.get(chars::span(rest, |c| !is_arabic_digit(c))..).unwrap_or_default();
                if !number.is_empty() && number != run.range {
                    runs.push(Run { range: number, ..*run });
                }
            }
        }
        runs
    }

    /// A Latin word, or a protected token with a Latin letter in it.
    fn word(&mut self, token: Token<'_>) {
        let mut range = token.range();
        // C++, C#, A+
        if token.kind != Kind::Protected {
            let signs = chars::span(self.after(range.end), |c| matches!(c, '+' | '#'));
            range.end += if signs > 2 { 0 } else { signs };
        }
        if !self.joins(&range) {
            self.place = self.found.len();
            self.push(0..0, Direction::Ltr);
            self.phrase = range;
            self.is_pulled = false;
        }
    }

    /// Makes a word, or a number, a part of the phrase, if what parts the two keeps them together: spaces, Latin
    /// punctuation, numbers. If not, the phrase is at its end.
    fn joins(&mut self, next: &Range<usize>) -> bool {
        let between = self.phrase.end..next.start;
        let mut inside = self.slice(between.clone()).char_indices();
        let joins = !self.phrase.is_empty()
            && inside.all(|(at, c)| match c {
                '(' => self.closes(between.start + at),
                '"' | '<' | '>' | '[' | ']' | '{' | '}' => false,
                ' '..='~' | chars::NBSP | '–' | '—' | '’' => true,
                _ => chars::is_digit(c),
            });
        self.is_pulled = !joins;
        if joins {
            self.found.truncate(self.place + 1);
            self.phrase.end = next.end;
        } else {
            self.finish();
        }
        joins
    }

    /// Whether the bracket that opens here closes before long, with no Persian in it.
    fn closes(&self, at: usize) -> bool {
        let ahead = self.after(at).bytes().take(64).take_while(|byte| matches!(byte, b' '..=b'~'));
        ahead.into_iter().any(|byte| byte == b')')
    }

    /// Nothing more belongs to the phrase: isolates it if it needs that.
    fn finish(&mut self) {
        let Range { start, mut end } = mem::take(&mut self.phrase);
        if start == end {
            return;
        }
        let signs = chars::span(self.after(end), |c| matches!(c, '.' | '!' | '?' | '…'));
        if is_edge(self.slice(0..start).chars().next_back())
            && is_edge(self.after(end + signs).chars().next())
        {
            end += signs;
        }
        let phrase = self.slice(start..end);
        if !self.is_pulled && holds(phrase) {
            return;
        }
        let open = phrase.bytes().fold(0, |open, byte| match byte {
            b'(' => open + 1,
            b')' => open - 1,
            _ => open,
        });
        end += usize::from(open > 0 && self.after(end).as_bytes().first() == Some(&b')'));
        if let Some(run) = self.found.get_mut(self.place) {
            run.range = start..end;
        }
    }

    /// A number with its signs.
    fn number(&mut self, token: Token<'_>) {
        let Range { mut start, mut end } = token.range();
        for c in self.slice(0..token.start).chars().rev() {
            if !is_sign(c) || start <= self.done {
                // What touches a word or a number belongs to that.
                start = if is_letter(c) { token.start } else { start };
                break;
            }
            start -= c.len_utf8();
            // A row of signs is a line, not a sign.
            if token.start - start > 4 {
                start = token.start;
                break;
            }
        }
        let is_signed = start < token.start;
        end += trailing_signs(self.after(end));
        let telephone = telephone(self.after(start));
        if let Some(length) = telephone {
            end = end.max(start + length);
            let is_bracketed = self.slice(start..end).bytes().any(|byte| byte == b')');
            start -= usize::from(is_bracketed && self.slice(0..start).as_bytes().last() == Some(&b'('));
        }
        self.done = end;
        let run = self.slice(start..end);
        if holds(run) {
            if token.text.as_bytes().first().is_some_and(u8::is_ascii) {
                self.joins(&(start..end));
            }
            self.is_pulled |= self.phrase.end != end;
            return;
        }
        let is_range = self.ranges == Ranges::Rtl && !is_signed && telephone.is_none();
        let sign = range_sign(run).filter(|_| is_range).map(|sign| start + sign);
        self.push(start..end, if sign.is_some() { Direction::Rtl } else { Direction::Ltr });
        if let Some(sign) = sign {
            let second = sign + 1..end;
            self.push(sign..second.start, Direction::Ltr);
            if self.slice(second.clone()).contains(is_arabic_digit) && !holds(self.slice(second.clone())) {
                self.push(second, Direction::Ltr);
            }
        }
    }
}

/// Whether a phrase that begins or ends beside `c`, or beside nothing, is alone: in its line, in quotes or brackets.
fn is_edge(c: Option<char>) -> bool {
    matches!(c, None | Some('\n' | '"' | '(' | ')' | '[' | ']' | '«' | '»' | '“' | '”'))
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
    match after.strip_prefix("+").map_or(0, number) {
        0 => 0,
        added => 1 + added,
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
