//! Text in, words, numbers, spaces and marks out, with what no rule may touch already set apart.
//! Floor 1. Uses: chars, protected.
//!
//! Every rule that changes text walks these tokens, so that one place decides what a number is and where a URL ends.
//! The tokens of a text, one after the other, are the text.

use core::iter::FusedIterator;
use core::ops::Range;

use super::chars;
use super::protected::{self, Seen};

/// The writing system of a [`Kind::Word`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "Persian")]
pub enum Script {
    /// Persian and all else in the Arabic script: `سلام`.
    Arabic,
    /// `hello`, `naïve`, `don't`.
    Latin,
    /// Any other: `שלום`, `привет`, `你好`.
    Other,
}

/// What a token is. The examples are whole tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters of one script with their marks; in the Arabic script with its joiners too: `می‌رود`, `hello`.
    Word(Script),
    /// Digits, and the single separators between them: `۱۲`, `1,234.5`, `1398/05/23`, `12:30`, `2-1`.
    Number,
    /// White space, a whole run of it.
    Space,
    /// One mark or symbol, also what is invisible and belongs to no word: `،`, `»`, `%`.
    Punctuation,
    /// What comes out as it went in: `https://a.ir/راه`, `info@a.ir`, `@user_1`, `#Iran`, `` `code` ``, `192.168.1.1`,
    /// `3.11.7`, `COVID-19`, `IR82 0540 1026 8002 0817 9090 02`, `2019-08-14T07:30:00Z`, `$x^2$`, `\frac{1}{2}`.
    Protected,
}

/// A stretch of text of one [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// The text itself, never empty.
    pub text: &'a str,
    /// Its first byte in the text it was found in.
    pub start: usize,
}

impl Token<'_> {
    /// Its bytes in the text it was found in.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// Splits `text` into tokens, in one pass and without allocating.
///
/// ```
/// use satr::text::token::{Kind, Script, tokens};
///
/// let found: Vec<_> = tokens("سایتexample.com، 12%").map(|t| (t.text, t.kind)).collect();
/// assert_eq!(found, [
///     ("سایت", Kind::Word(Script::Arabic)),
///     ("example.com", Kind::Protected),
///     ("،", Kind::Punctuation),
///     (" ", Kind::Space),
///     ("12", Kind::Number),
///     ("%", Kind::Punctuation),
/// ]);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0, seen: Seen::default() }
}

/// The tokens of a text; made by [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
    seen: Seen,
}

impl Tokens<'_> {
    /// Passes over the Persian words that come next, parted by single spaces, and says whether there were any: a quick
    /// step for rules that change none. What follows the last letter comes as a token of its own.
    pub(super) fn pass_words(&mut self) -> bool {
        let start = self.at;
        let mut end = start;
        loop {
            let letters = chars::persian_span(self.text.get(end..).unwrap_or_default());
            if letters == 0 {
                return self.at > start;
            }
            self.at = end + letters;
            end = self.at + 1;
            if self.text.as_bytes().get(self.at) != Some(&b' ') {
                return true;
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let (before, rest) = self.text.split_at_checked(self.at)?;
        let first = rest.chars().next()?;
        let class = class(first);
        // Most of a Persian text is Persian words and spaces, where nothing protected begins.
        let protected = match class {
            Class::Letter(Script::Arabic) | Class::Space => None,
            _ => protected::at_start(before, rest, first, &mut self.seen),
        };
        let (kind, len) = match (protected, class) {
            (Some(len), _) => (Kind::Protected, len),
            (_, Class::Letter(Script::Arabic)) => (Kind::Word(Script::Arabic), arabic_word(rest)),
            (_, Class::Letter(script)) => (Kind::Word(script), word(rest, script)),
            (_, Class::Digit) => (Kind::Number, number(rest)),
            (_, Class::Space) => (Kind::Space, chars::span(rest, char::is_whitespace)),
            (_, Class::Mark | Class::Punctuation) => (Kind::Punctuation, first.len_utf8()),
        };
        let token = Token { kind, text: rest.get(..len)?, start: self.at };
        self.at += len;
        Some(token)
    }
}

impl FusedIterator for Tokens<'_> {}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter(Script),
    Mark,
    Digit,
    Space,
    Punctuation,
}

fn class(c: char) -> Class {
    match c {
        ' ' => Class::Space,
        _ if chars::is_arabic_letter(c) => Class::Letter(Script::Arabic),
        _ if chars::is_latin_letter(c) => Class::Letter(Script::Latin),
        _ if chars::is_digit(c) => Class::Digit,
        _ if c.is_whitespace() => Class::Space,
        _ if chars::is_mark(c) => Class::Mark,
        _ if chars::is_punctuation(c) || c.is_control() => Class::Punctuation,
        _ => Class::Letter(Script::Other),
    }
}

/// The length of the word in the Arabic script that `rest` begins with.
fn arabic_word(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let after = rest.get(end..).unwrap_or_default();
        let letters = chars::persian_span(after);
        end += letters;
        if letters == 0 {
            match after.chars().next() {
                Some(c) if chars::is_arabic_letter(c) || chars::is_joiner(c) || chars::is_mark(c) => {
                    end += c.len_utf8()
                }
                _ => return end,
            }
        }
    }
}

/// The length of the word of another script. An apostrophe belongs between two Latin letters.
fn word(rest: &str, script: Script) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        match class(c) {
            Class::Letter(other) if other == script => end = at + c.len_utf8(),
            Class::Mark => end = at + c.len_utf8(),
            _ if script == Script::Latin && at == end && matches!(c, '\'' | '’') => {}
            _ => break,
        }
    }
    end
}

/// The length of the number that `rest` begins with.
pub(super) fn number(rest: &str) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        match c {
            _ if chars::is_digit(c) => end = at + c.len_utf8(),
            '.' | ',' | '/' | ':' | '-' | '٫' | '٬' if at == end => {}
            _ => break,
        }
    }
    end
}

#[cfg(test)]
pub(super) use tests::mixed;

#[cfg(test)]
mod tests;
