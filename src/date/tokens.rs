//! A written date in, its numbers, words and marks out.
//! Floor 2. Uses: text.

use alloc::string::String;

use super::words::{self, Meaning};
use crate::text::chars;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Token<'a> {
    Number(Number<'a>),
    Word(&'a str),
    Mark(char),
}

/// Digits of any of the three scripts, in a row.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Number<'a>(&'a str);

impl Number<'_> {
    /// The value, if the number is written with so many digits.
    pub(super) fn of(self, least: usize, most: usize) -> Option<u16> {
        let digits = || self.0.chars().filter_map(digit);
        let fits = (least..=most).contains(&digits().count());
        fits.then(|| digits().fold(0, |value, digit| value * 10 + digit))
    }

    /// A day, month or hour has one digit or two.
    pub(super) fn short(self) -> Option<u8> {
        self.of(1, 2).map(|value| value as u8)
    }

    /// A minute or second has two digits.
    pub(super) fn two(self) -> Option<u8> {
        self.of(2, 2).map(|value| value as u8)
    }
}

/// The text not read yet.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a>(pub(super) &'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.0 = self.0.trim_start_matches(chars::is_invisible);
        let first = self.0.chars().next()?;
        Some(if chars::is_digit(first) {
            Token::Number(Number(self.take(chars::span(self.0, chars::is_digit))))
        } else if is_mark(first) {
            self.0 = self.0.strip_prefix(first).unwrap_or_default();
            Token::Mark(first)
        } else {
            Token::Word(self.take(word_span(self.0)))
        })
    }
}

impl<'a> Tokens<'a> {
    /// Takes so many bytes.
    fn take(&mut self, end: usize) -> &'a str {
        let (taken, rest) = self.0.split_at_checked(end).unwrap_or_default();
        self.0 = rest;
        taken
    }

    /// Takes this mark if it is the next token.
    pub(super) fn mark(&mut self, mark: char) -> Option<()> {
        let mut ahead = *self;
        (ahead.next()? == Token::Mark(mark)).then(|| *self = ahead)
    }

    /// Takes the number that comes next.
    pub(super) fn number(&mut self) -> Option<Number<'a>> {
        let mut ahead = *self;
        let Token::Number(number) = ahead.next()? else { return None };
        *self = ahead;
        Some(number)
    }

    /// Takes the word that comes next, whatever it means.
    pub(super) fn skip_word(&mut self) {
        let mut ahead = *self;
        if let Some(Token::Word(_)) = ahead.next() {
            *self = ahead;
        }
    }

    /// Takes the words that come next as far as they mean something together: `سه شنبه`, `پس فردا`, `بعد از ظهر`.
    pub(super) fn meaning(&mut self) -> Option<Meaning> {
        const MOST_WORDS: usize = 3;
        let (mut ahead, mut folded, mut found) = (*self, String::new(), None);
        for _ in 0..MOST_WORDS {
            let Some(Token::Word(word)) = ahead.next() else { break };
            folded.reserve(2 * words::LONGEST);
            // One letter more than the longest that means something makes a word that means nothing.
            folded.extend(word.chars().filter_map(chars::fold).take(words::LONGEST + 1));
            if let Some(meaning) = words::meaning(&folded) {
                found = Some(meaning);
                *self = ahead;
            }
            // «ق.ظ», «ب.ظ»
            if matches!(folded.as_str(), "ق" | "ب") {
                ahead.mark('.');
            }
        }
        found
    }

    /// Takes the next words if they mean this.
    pub(super) fn eat(&mut self, expected: Meaning) -> Option<()> {
        let mut ahead = *self;
        (ahead.meaning()? == expected).then(|| *self = ahead)
    }
}

/// The value of a Persian, Arabic or ASCII digit.
fn digit(c: char) -> Option<u16> {
    match c {
        '0'..='9' => Some((c as u32 - '0' as u32) as u16),
        '۰'..='۹' => Some((c as u32 - '۰' as u32) as u16),
        '٠'..='٩' => Some((c as u32 - '٠' as u32) as u16),
        _ => None,
    }
}

/// Whether this is punctuation that may stand before, after and between the parts of a date.
fn is_mark(c: char) -> bool {
    const MARKS: [char; 23] = [
        '/', ':', '-', '–', '—', '|', ',', '،', ';', '؛', '.', '…', '·', '•', '*', '(', ')', '[', ']', '«',
        '»', '"', '\'',
    ];
    MARKS.contains(&c)
}

/// How many bytes at the start of `text` are a word.
fn word_span(text: &str) -> usize {
    let quick = chars::persian_span(text);
    quick + chars::span(text.get(quick..).unwrap_or_default(), is_letter)
}

/// Whether this belongs to a word, as all does that is nothing else. A joiner ends a word, as a space does.
fn is_letter(c: char) -> bool {
    !(chars::is_invisible(c) || is_mark(c) || chars::is_digit(c))
}
