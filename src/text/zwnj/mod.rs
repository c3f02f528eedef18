//! Persian text in, the edits that give its lost half-spaces back out.
//! Floor 1. Uses: chars, token, rule.
//!
//! A half-space is lost in two ways: it is gone, «میرود», or it has become a space, «می رود». Where one belongs is told
//! by a [`Lexicon`], or, less well, by the rules of prefixes and endings alone.

pub mod lexicon;
mod part;
mod verb;
mod whole;
mod word;

use alloc::vec::Vec;

use super::token::{Kind, Script, Token, tokens};
use super::{Edit, Rule, Rules, chars};
use lexicon::Hashes;
use whole::Whole;
use word::Letters;

pub use lexicon::{Lexicon, LexiconError};
pub use part::stay_apart;
pub use word::{joins, letter};

/// The edits that give the half-spaces of a text back, as far as the rules for them are on: by what the lexicon knows,
/// or, without one, by the rules of prefixes and endings alone. What has a half-space stays, and what is written in two
/// ways («آنها», «شده است», «به عنوان») stays as it is, unless its rule is on.
///
/// ```
/// use satr::text::{Rules, apply, zwnj};
///
/// let edits = zwnj::edits("کتابهای خوبی را می خواندند.", Rules::default(), None);
/// assert_eq!(apply("کتابهای خوبی را می خواندند.", &edits), "کتاب\u{200C}های خوبی را می\u{200C}خواندند.");
/// ```
#[must_use]
pub fn edits(text: &str, rules: Rules, lexicon: Option<&Lexicon<'_>>) -> Vec<Edit> {
    let mut mender = Mender { rules, lexicon, whole: Whole::for_text(text.len()), edits: Vec::new() };
    let mut before = Before::Nothing;
    for token in tokens(text) {
        before = match (token.kind, before) {
            (Kind::Word(Script::Arabic), before) => {
                let after = text.get(token.range().end..).unwrap_or_default();
                mender.word(token, before, after).map_or(Before::Nothing, Before::Word)
            }
            (Kind::Space, Before::Word(left)) if token.text.bytes().all(|b| b == b' ') => {
                Before::Space(left, token)
            }
            _ => Before::Nothing,
        };
    }
    mender.edits
}

/// The edits by the lexicon that is compiled in, or, without the feature `lexicon`, by the rules alone.
#[must_use]
pub fn repair(text: &str, rules: Rules) -> Vec<Edit> {
    edits(text, rules, Lexicon::built_in().as_ref())
}

/// What stands before a word.
enum Before<'t> {
    Nothing,
    /// Another word.
    Word(Left),
    /// Another word, and a space.
    Space(Left, Token<'t>),
}

/// What of a word, as it is after the edits, the next one has to know.
struct Left {
    /// The letters behind its last half-space.
    last: Letters,
    /// If it has none: the same of the word that a space parts from it.
    outer: Option<Letters>,
}

/// Decides, and keeps what was decided. Each decision rests on what a second run will find as well, so that mending
/// twice is mending once.
struct Mender<'l, 't> {
    rules: Rules,
    lexicon: Option<&'l Lexicon<'l>>,
    /// Words without a place for a half-space, whatever follows them.
    whole: Whole<'t>,
    edits: Vec<Edit>,
}

impl<'t> Mender<'_, 't> {
    /// Mends a word, and the space before it.
    fn word(&mut self, token: Token<'t>, before: Before<'_>, after: &str) -> Option<Left> {
        let mut before = before;
        let mut start = token.start;
        let mut last = None;
        let mut parts = token.text.split(is_zwnj).peekable();
        while let Some(part) = parts.next() {
            let after = if parts.peek().is_none() { after } else { "" };
            last = self.part(part, start, before, after);
            before = Before::Nothing;
            start += part.len() + chars::ZWNJ.len_utf8();
        }
        last
    }

    /// Mends what stands between two half-spaces; `after` is what follows the last of a word.
    fn part(&mut self, part: &'t str, start: usize, before: Before<'_>, after: &str) -> Option<Left> {
        let letters = Letters::of(part).filter(|letters| !letters.as_slice().is_empty())?;
        let mut cuts = Vec::new();
        if !self.whole.has(part) {
            cuts = self.cuts(letters.as_slice(), after);
            if cuts.is_empty() && !part::may_be_plural(letters.as_slice()) {
                self.whole.keep(part);
            }
        }
        // «خانهٔ ما» is two words for good.
        let has_ezafe = part.ends_with(chars::HAMZA_ABOVE) || part.ends_with('ۀ');
        let (Some((first, _)), Some((last, _))) = (cuts.first(), cuts.last()) else {
            let left = self.beside(before, letters, after);
            return (!has_ezafe).then_some(left);
        };
        self.beside(before, letters.upto(*first), "");
        self.edits.extend(cuts.iter().map(|(at, rule)| {
            let place = start + word::end(part, *at);
            Edit { range: place..place, to: chars::ZWNJ_TEXT, rule: *rule }
        }));
        (!has_ezafe).then(|| Left { last: letters.from(*last), outer: None })
    }

    /// Where half-spaces belong in the letters of a word, ascending, and what each is for. Each part is looked at once more
    /// as a word of its own.
    fn cuts(&self, letters: &[u16], after: &str) -> Vec<(usize, Rule)> {
        let mut cuts = Vec::new();
        let mut waiting = Vec::new();
        let mut next = Some((0, letters));
        while let Some((start, word)) = next {
            let after = if start + word.len() == letters.len() { after } else { "" };
            let mut from = 0;
            // No part of a word is one letter at its beginning.
            for at in 2..word.len() {
                if let Some(rule) = self.place(word, at, after) {
                    cuts.push((start + at, rule));
                    waiting.push((start + from, word.get(from..at).unwrap_or_default()));
                    from = at;
                }
            }
            if from > 0 {
                waiting.push((start + from, word.get(from..).unwrap_or_default()));
            }
            next = waiting.pop();
        }
        cuts.sort_unstable_by_key(|(at, _)| *at);
        cuts
    }

    /// What a half-space at a place of a word would be for, if one belongs there.
    fn place(&self, word: &[u16], at: usize, after: &str) -> Option<Rule> {
        let (left, right) = word.split_at_checked(at)?;
        if !joins(*left.last()?) {
            return None;
        }
        if self.rules.contains(Rule::Pronoun) && part::is_pronoun(word) {
            return (part::rule(left, right) == Rule::Plural).then_some(Rule::Pronoun);
        }
        let belongs = match self.lexicon {
            Some(lexicon) => is_surest(lexicon, word, at, after),
            None => verb::belongs(word, at),
        };
        let rule = belongs.then(|| part::rule(left, right))?;
        // Of «آنها» nothing is to be decided here.
        (self.rules.contains(rule) && !part::is_pronoun(word)).then_some(rule)
    }

    /// Mends the space before a word, if a half-space belongs there, and gives back what the word is then.
    fn beside(&mut self, before: Before<'_>, right: Letters, after: &str) -> Left {
        let Before::Space(left, space) = before else { return Left { last: right, outer: None } };
        let rule = self.between(left.last.as_slice(), right.as_slice());
        let Some(rule) = rule.filter(|_| !left.leans_on(&right)) else {
            return Left { last: right, outer: Some(left.last) };
        };
        if left.last.as_slice().last().is_some_and(|last| joins(*last)) {
            self.edits.push(Edit { range: space.range(), to: chars::ZWNJ_TEXT, rule });
            return Left { last: right, outer: None };
        }
        // Without a half-space that could be seen the two become one word: if that is whole, and stands as well where the
        // first of them stood.
        let one = left.last.and(&right).filter(|one| {
            let stands = |outer: &Letters| {
                self.between(outer.as_slice(), one.as_slice()).is_none() && !outer.leans_on(one)
            };
            self.cuts(one.as_slice(), after).is_empty() && left.outer.as_ref().is_none_or(stands)
        });
        match one {
            Some(one) => {
                self.edits.push(Edit { range: space.range(), to: "", rule });
                Left { last: one, outer: left.outer }
            }
            None => Left { last: right, outer: Some(left.last) },
        }
    }

    /// What a half-space between two words would be for, if one belongs there.
    fn between(&self, left: &[u16], right: &[u16]) -> Option<Rule> {
        if self.rules.contains(Rule::Perfect) && part::is_perfect(left, right) {
            return Some(Rule::Perfect);
        }
        if self.rules.contains(Rule::Adverb) && part::is_adverb(left, right) {
            return Some(Rule::Adverb);
        }
        let rule = match part::rule(left, right) {
            Rule::Compound => Rule::SplitCompound,
            rule => rule,
        };
        // Asked before the lexicon, which is looked into at many places.
        let is_left = || rule == Rule::SplitCompound && part::are_apart(left, right) || part::is_ezafe(left);
        if !self.rules.contains(rule) || is_left() {
            return None;
        }
        let belongs = match self.lexicon {
            Some(lexicon) => lexicon.in_pair(left, right) > 0 || verb::is_sure_between(left, right),
            None => verb::belongs_between(left, right),
        };
        belongs.then_some(rule)
    }
}

impl Left {
    /// Whether what was decided of this word, or of the one before it, would be decided otherwise if it was one with
    /// the next.
    fn leans_on(&self, right: &Letters) -> bool {
        self.last.leans_on(right) || self.outer.as_ref().is_some_and(|outer| outer.leans_on(&self.last))
    }
}

impl Letters {
    /// Whether it counted, for «نامه‌ای» and «نام‌های», which word follows.
    fn leans_on(&self, right: &Self) -> bool {
        part::may_be_plural(self.as_slice()) && part::follows_no_ezafe(right.as_slice())
    }
}

/// How much a word that follows no ezafe speaks for «نامه‌ای» and against «نام‌های».
const NO_EZAFE: i32 = 60;

/// How little may speak against both «نام‌های» and «نامه‌ای», as one of the two it nearly always is.
const LEANING: i32 = 15;

/// Whether a half-space belongs at a place of a word, by the lexicon: of the two in «نامهای» only the surer one.
fn is_surest(lexicon: &Lexicon<'_>, word: &[u16], at: usize, after: &str) -> bool {
    let hashes = Hashes(word);
    let sure = lexicon.in_word(&hashes, at);
    let behind = word.len() - at;
    if !(2..=3).contains(&behind) || sure <= -LEANING - NO_EZAFE || !part::may_be_plural(word) {
        return sure > 0;
    }
    let shift = if next_word(after).is_some_and(|next| part::follows_no_ezafe(next.as_slice())) {
        NO_EZAFE
    } else {
        0
    };
    let other = |at| lexicon.in_word(&hashes, at);
    let (plural, indefinite) = if behind == 3 { (sure, other(at + 1)) } else { (other(at - 1), sure) };
    let (plural, indefinite) = (plural - shift, indefinite + shift);
    if behind == 3 {
        plural > -LEANING && plural >= indefinite
    } else {
        indefinite > -LEANING && indefinite > plural
    }
}

/// A function, since for a word of some letters to look at each is faster than to search for bytes.
fn is_zwnj(c: char) -> bool {
    c == chars::ZWNJ
}

/// The letters of the word that a text begins with, of one that has neither half-spaces nor marks.
fn next_word(text: &str) -> Option<Letters> {
    let text = text.trim_start_matches(' ');
    let (word, rest) = text.split_at_checked(chars::persian_span(text))?;
    let goes_on = |c| chars::is_joiner(c) || chars::is_mark(c) || chars::is_arabic_letter(c);
    if rest.starts_with(goes_on) { None } else { Letters::of(word) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may unwrap and index")]
mod tests;
