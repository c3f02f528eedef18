//! Text in, edits to its spaces and marks out.
//! Floor 1. Uses: chars, digits, token.

use alloc::vec::Vec;

use super::super::digits::has;
use super::super::token::{Kind, Script, Token, tokens};
use super::super::{Edit, Rule, Rules, chars};
use super::is_persian;

pub(super) fn edits(text: &str, rules: Rules) -> Vec<Edit> {
    let mut walk = Walk {
        text,
        rules,
        edits: Vec::new(),
        last: ' ',
        gap: 0,
        hangs: false,
        persian: false,
        technical: false,
        letters: 0,
        inside: 0,
        stem: "",
    };
    let mut done = 0;
    for token in tokens(text) {
        if token.start < done {
            continue;
        }
        match token.kind {
            Kind::Space => walk.space(token),
            Kind::Punctuation => done = walk.mark(token),
            _ => walk.word(token),
        }
    }
    walk.close_gap(text.len(), false);
    walk.edits
}

/// What [`Walk::last`] is for whole words: the end of one in the Arabic script, …
const PERSIAN: char = 'ب';
/// … of a number, …
const DIGIT: char = '5';
/// … of a word in another script and of all that is protected, …
const LATIN: char = 'a';
/// … and of what nothing is decided by.
const NOTHING: char = '_';

/// What the text so far ends with, all edits made.
struct Walk<'a> {
    text: &'a str,
    rules: Rules,
    edits: Vec<Edit>,
    /// The last mark or space, or what stands for the last word.
    last: char,
    /// How many spaces came last, of which the next token decides.
    gap: usize,
    /// Whether the last mark is one that touches what it belongs to.
    hangs: bool,
    /// Whether the last word of the line is Persian, or a number in Persian digits.
    persian: bool,
    /// Whether no space parts the last mark from something protected, to which more could come to belong.
    technical: bool,
    /// The number of letters of the last Persian word, up to three.
    letters: usize,
    /// The bytes of the Persian words since the last bracket opened.
    inside: usize,
    /// The last token, if it is a word that may take an ezafe.
    stem: &'a str,
}

impl<'a> Walk<'a> {
    fn edit(&mut self, start: usize, end: usize, to: &'static str, rule: Rule) {
        if self.rules.contains(rule) {
            self.edits.push(Edit { range: start..end, to, rule });
        }
    }

    /// The part of the text from `at` on.
    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn spaced(&self) -> bool {
        self.rules.contains(Rule::Spacing)
    }

    fn space(&mut self, token: Token<'_>) {
        if token.text.bytes().all(|b| b == b' ') {
            self.gap = token.text.len();
            return;
        }
        self.last = ' ';
        self.hangs = false;
        self.technical = false;
        self.stem = "";
        let mut at = token.start;
        for c in token.text.chars() {
            if c == ' ' {
                self.gap += 1;
            } else {
                self.close_gap(at, c == '\n');
                self.persian &= c != '\n';
            }
            at += c.len_utf8();
        }
        self.close_gap(at, false);
    }

    /// The gap ends at `at`: it goes, or one space is left of it.
    fn close_gap(&mut self, at: usize, goes: bool) {
        let gap = core::mem::take(&mut self.gap);
        let goes = goes && self.spaced();
        if gap > usize::from(!goes) {
            self.edit(at - gap + usize::from(!goes), at, "", Rule::Spacing);
        }
        if gap > 0 && !goes {
            self.last = ' ';
            self.hangs = false;
            self.technical = false;
        }
    }

    /// A word, a number, or something protected.
    fn word(&mut self, token: Token<'a>) {
        let first = token.text.chars().next().unwrap_or(' ');
        let is_word = token.kind == Kind::Word(Script::Arabic);
        let stem = core::mem::take(&mut self.stem);
        if is_word && self.ezafe(token, stem) {
            return;
        }
        if self.gap == 0 {
            let is_apart = if is_word && first != 'ـ' {
                self.parts(token.text)
            } else {
                // A number or a name behind a Persian word: «،۲», but not «۱،۲».
                !is_word && self.letters > 0 && matches!(self.last, '،' | '؛' | '؟')
            };
            if self.hangs && is_apart {
                self.edit(token.start, token.start, " ", Rule::Spacing);
            }
        } else if self.last.is_ascii_alphanumeric() && first.is_ascii_alphanumeric() {
            // Groups of a card's digits at two spaces are none; at one they are.
            self.gap = 1;
            self.close_gap(token.start, false);
        } else {
            let goes = match self.last {
                '«' => first != 'ـ',
                '(' | '[' => is_word && first != 'ـ' || token.kind == Kind::Number,
                _ => false,
            };
            self.close_gap(token.start, goes);
        }
        self.hangs = false;
        self.letters = 0;
        match token.kind {
            Kind::Word(Script::Arabic) => {
                let is_letter = |c: &char| is_persian(*c);
                let is_whole =
                    token.text.chars().next_back().is_some_and(|c| is_letter(&c) || chars::is_mark(c));
                self.last = if is_whole { PERSIAN } else { NOTHING };
                self.persian = true;
                self.technical = false;
                self.letters = token.text.chars().filter(is_letter).take(3).count();
                self.inside += token.text.len();
                self.stem = token.text;
            }
            Kind::Number => {
                self.last = DIGIT;
                self.persian |= !token.text.is_ascii();
            }
            _ => {
                self.last = LATIN;
                self.persian = false;
                self.technical = true;
            }
        }
    }

    /// Whether a space belongs between the last mark, which hangs on something, and the `word` that touches it.
    fn parts(&self, word: &str) -> bool {
        match self.last {
            '،' | '؛' | '؟' | '.' | ':' | '…' => true,
            '!' | '»' => !has(ENDINGS, word),
            // «(نا)امید», «کتاب(ها)ی»: what is short may be a part of the word.
            ')' => self.inside >= ASIDE && !has(ENDINGS, word),
            _ => false,
        }
    }

    /// Writes the ezafe of «خانه‌ی ما» and of «خانه ی ما», if `token` ends with it or is it.
    fn ezafe(&mut self, token: Token<'a>, before: &'a str) -> bool {
        if !self.rules.contains(Rule::Ezafe) {
            return false;
        }
        let Some(word) = token.text.strip_suffix(['ی', 'ي']) else { return false };
        let end = token.range().end;
        let (stem, start) = match word.strip_suffix(chars::ZWNJ) {
            Some(stem) => (stem, token.start + stem.len()),
            None if word.is_empty() && self.gap > 0 => (before, token.start - self.gap),
            None => return false,
        };
        let rest = self.rest(end);
        let (next, after) = first_word(rest);
        if stem.len() < 6
            || !stem.ends_with('ه')
            || stem.ends_with("اه")
            || has(SPOKEN, stem)
            || !matches!(rest.as_bytes(), [b' ', ..] | [0xC2, 0xAB, ..])
            || next.is_empty() && !after.chars().next().is_some_and(|c| c == '«' || chars::is_digit(c))
            || has(UNOWNED, next)
        {
            return false;
        }
        // A gap before the word is no part of «‌ی».
        if !word.is_empty() {
            let stem = Token { text: stem, ..token };
            self.word(stem);
            self.stem = "";
        }
        self.gap = 0;
        self.edit(start, end, chars::HAMZA_ABOVE, Rule::Ezafe);
        true
    }

    /// A mark. Returns where it ends, or the last of those that become one with it.
    fn mark(&mut self, token: Token<'_>) -> usize {
        let Some(c) = token.text.chars().next() else { return token.start };
        let end = token.range().end;
        let (c, end, made) = match self.form(c, end) {
            Some((c, to, rule, end)) => (c, end, Some((to, rule))),
            None => (c, end, None),
        };
        let hangs = self.hangs_on(c, self.rest(end));
        if self.gap == 0 {
            let is_apart = match c {
                '«' => self.last == PERSIAN || self.hangs && matches!(self.last, '،' | '؛' | ':'),
                '(' => matches!(self.last, PERSIAN | '»') && is_aside(self.rest(end)),
                _ => false,
            };
            if is_apart {
                self.edit(token.start, token.start, " ", Rule::Spacing);
            }
        }
        // Of «از … تا» and «از… تا» neither is wrong.
        let is_first = matches!(self.last, '«' | '(' | '[') && matches!(c, '«' | '(' | '٪' | '%');
        self.close_gap(token.start, is_first || hangs && c != '…');
        if c == ')' && self.inside == self.stem.len() && has(HONOURS, self.stem) {
            self.inside = ASIDE;
        }
        self.stem = "";
        let is_double = c == self.last && (matches!(c, '،' | '؛' | '؟') || c == '!' && self.persian);
        if is_double && self.rules.contains(Rule::Doubled) {
            self.edit(token.start, end, "", Rule::Doubled);
            return end;
        }
        if let Some((to, rule)) = made {
            self.edit(token.start, end, to, rule);
        }
        self.hangs = hangs && self.last != ' ';
        if c == '(' {
            self.inside = 0;
        }
        // Not «:(», and not what an address could go on with.
        let opens_nothing = self.technical || matches!(self.last, ':' | ';' | '-');
        self.last = if matches!(c, '(' | '[') && opens_nothing { NOTHING } else { c };
        end
    }

    /// What becomes of the mark `c` that ends at `end`, if it is written in another way: the character, that as text,
    /// why, and where it ends then.
    fn form(&self, c: char, end: usize) -> Option<(char, &'static str, Rule, usize)> {
        let rest = self.rest(end);
        let is_here = |rest| self.persian || is_persian_ahead(rest);
        let found = match c {
            ',' if is_here(rest) => ('،', "،", Rule::Punctuation, end),
            ';' if is_here(rest)
                && !matches!(rest.as_bytes(), [b')' | b'-', ..])
                && !self.ends_entity(end - 1) =>
            {
                ('؛', "؛", Rule::Punctuation, end)
            }
            '?' if self.persian => ('؟', "؟", Rule::Punctuation, end),
            '.' if self.last != '.' || self.gap > 0 => {
                if !matches!(rest.as_bytes(), [b'.', b'.'] | [b'.', b'.', b'\0'..=b'-' | b'/'..=0xFF, ..])
                    || !is_here(rest.get(2..)?)
                {
                    return None;
                }
                ('…', "…", Rule::Ellipsis, end + 2)
            }
            _ => return None,
        };
        self.rules.contains(found.2).then_some(found)
    }

    /// Whether the semicolon at `at` ends something like `&nbsp;`.
    fn ends_entity(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        before.iter().rev().take(10).find(|b| !b.is_ascii_alphanumeric() && **b != b'#') == Some(&b'&')
    }

    /// Whether the mark `c`, with `rest` behind it, belongs to what the text so far ends with, so that no space parts
    /// the two.
    fn hangs_on(&self, c: char, rest: &str) -> bool {
        let next = rest.chars().next().unwrap_or(' ');
        let is_end = next.is_whitespace();
        let on_word = matches!(self.last, PERSIAN | DIGIT | '»' | ')' | ']');
        let on_mark = self.hangs && matches!(self.last, '!' | '؟' | '…' | '،' | '؛');
        match c {
            '،' | '؛' | '؟' | '»' | '…' => {
                on_word || on_mark || self.last == LATIN || self.hangs && self.last == '.'
            }
            ')' | ']' => on_word || on_mark || self.hangs && self.last == '.',
            '!' => {
                (on_word || on_mark)
                    && (is_end || is_persian(next) || matches!(next, '«' | '»' | '!' | '?' | '؟'))
            }
            '.' | ':' => {
                // Between words of some length it ends a sentence; «بی.بی.سی» and «ه.ش» are one word each.
                let is_long = self.letters > 2 && (next == '«' || chars::persian_span(rest) > 2);
                match self.last {
                    PERSIAN => is_long || is_end && self.letters > 1,
                    '»' | ')' => is_long || is_end,
                    DIGIT => {
                        c == '.' && is_end && !rest.chars().find(|c| *c != ' ').is_some_and(chars::is_digit)
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// Whether the first character of `rest` that is neither space, opening bracket nor Latin digit is a Persian letter or
/// digit.
fn is_persian_ahead(rest: &str) -> bool {
    let mut ahead = rest.chars().filter(|c| !matches!(c, ' ' | '«' | '(' | '[' | '0'..='9'));
    ahead.next().is_some_and(is_persian)
}

/// The bytes of the words in brackets that are no part of the word before or behind them: six letters.
const ASIDE: usize = 12;

/// What stands in brackets behind a revered name, and is no part of a word either: «(ره)».
const HONOURS: &str = "ره ع ص س عج";

/// What may be written behind a quotation or a bracket without a space.
const ENDINGS: &str = "ی ها های هایی هایش ای ام ات اش اند ایم اید تر ترین";

/// Words whose «ه» is spoken, so that a «ی» behind it is another one; those in «اه» are more.
const SPOKEN: &str = "گروه کوه شکوه اندوه انبوه ستوه مکروه شبیه تشبیه توجیه تنبیه فقیه سفیه توجه متوجه موجه مواجه فقه شبه \
    مشابه تشابه";

/// Words before which nothing takes an ezafe: «خانه ی که» was «خانه‌ای که».
const UNOWNED: &str = "که را و است بود از در به با";

/// Whether what follows a bracket is more than a part of the word before it: «کتاب(ها)», «پیامبر(ص)».
fn is_aside(rest: &str) -> bool {
    let (word, rest) = first_word(rest);
    let is_phrase = rest.starts_with(' ') && !first_word(rest).0.is_empty();
    (word.len() >= 8 || is_phrase && !word.is_empty()) && !word.starts_with("ها")
}

/// The Persian letters behind the spaces that `text` begins with, and what follows.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.get(chars::span(text, |c| c == ' ')..).unwrap_or_default();
    text.split_at_checked(chars::persian_span(text)).unwrap_or_default()
}
