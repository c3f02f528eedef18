//! Persian text in, the edits that give its lost half-spaces back out.
//! Floor 1. Uses: chars, token, rule.
//!
//! A half-space is lost in two ways: it is gone, «میرود», or it has become a space, «می رود». Where one belongs is told
//! by a [`Lexicon`], or, less well, by the rules of prefixes and endings alone.

pub mod lexicon;
mod part;
mod verb;
mod word;

use alloc::vec::Vec;

use super::token::{Kind, Script, Token, tokens};
use super::{Edit, Rule, Rules, chars};
use lexicon::Hashes;
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
    let mut mender = Mender { rules, lexicon, edits: Vec::new() };
    let mut before = Before::Nothing;
    for token in tokens(text) {
        before = match (token.kind, before) {
            (Kind::Word(Script::Arabic), before) => {
                let after = text.get(token.range().end..).unwrap_or_default();
                mender.word(token, before, after).map_or(Before::Nothing, Before::Word)
            }
            (Kind::Space, Before::Word(last)) if token.text.bytes().all(|b| b == b' ') => {
                Before::Space(last, token)
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
    /// Another word, with its last part.
    Word(Letters),
    /// Another word, and a space.
    Space(Letters, Token<'t>),
}

/// Decides, and keeps what was decided.
struct Mender<'l> {
    rules: Rules,
    lexicon: Option<&'l Lexicon<'l>>,
    edits: Vec<Edit>,
}

impl Mender<'_> {
    /// Mends a word, and the space before it. Gives back the letters of its last part, if they can be read.
    fn word(&mut self, token: Token<'_>, before: Before<'_>, after: &str) -> Option<Letters> {
        let mut before = before;
        let mut start = token.start;
        let mut last = None;
        for part in token.text.split(chars::ZWNJ) {
            last = Letters::of(part).and_then(|letters| {
                let cuts = self.cuts(letters.as_slice(), after);
                if let Before::Space(left, space) = &before {
                    let first = cuts.first().map_or(letters.as_slice().len(), |(at, _)| *at);
                    self.pair(left.as_slice(), letters.as_slice().get(..first)?, space);
                }
                self.edits.extend(cuts.iter().map(|(at, rule)| {
                    let place = start + letters.end(*at);
                    Edit { range: place..place, to: chars::ZWNJ_TEXT, rule: *rule }
                }));
                let from = cuts.last().map_or(0, |(at, _)| *at);
                (!letters.as_slice().is_empty()).then(|| letters.from(from))
            });
            before = Before::Nothing;
            start += part.len() + chars::ZWNJ.len_utf8();
        }
        last
    }

    /// Where half-spaces belong in the letters of a word, ascending, and what each is for. Each part is looked at once more
    /// as a word of its own, so that mending twice is mending once.
    fn cuts(&self, letters: &[u16], after: &str) -> Vec<(usize, Rule)> {
        let mut cuts = Vec::new();
        let mut waiting = Vec::new();
        let mut next = Some((0, letters));
        while let Some((start, word)) = next {
            let mut from = 0;
            for at in 1..word.len() {
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
        let belongs = match self.lexicon {
            Some(lexicon) => is_surest(lexicon, word, at, after),
            None => verb::belongs(word, at),
        };
        let rule = belongs.then(|| part::rule(left, right))?;
        let rule = if rule == Rule::Plural && part::is_pronoun(word) { Rule::Pronoun } else { rule };
        self.rules.contains(rule).then_some(rule)
    }

    /// Mends the space between two words, if a half-space belongs there.
    fn pair(&mut self, left: &[u16], right: &[u16], space: &Token<'_>) {
        let Some(rule) = self.between(left, right).filter(|rule| self.rules.contains(*rule)) else { return };
        let to = if left.last().is_some_and(|last| joins(*last)) { chars::ZWNJ_TEXT } else { "" };
        self.edits.push(Edit { range: space.range(), to, rule });
    }

    /// What a half-space between two words would be for, if one belongs there.
    fn between(&self, left: &[u16], right: &[u16]) -> Option<Rule> {
        if self.rules.contains(Rule::Perfect) && part::is_perfect(left, right) {
            return Some(Rule::Perfect);
        }
        if self.rules.contains(Rule::Adverb) && part::is_adverb(left, right) {
            return Some(Rule::Adverb);
        }
        let belongs = match self.lexicon {
            Some(lexicon) => lexicon.in_pair(left, right) > 0 || verb::is_sure_between(left, right),
            None => verb::belongs_between(left, right),
        };
        match belongs.then(|| part::rule(left, right))? {
            Rule::Compound if part::stay_apart(left, right) => None,
            Rule::Compound => Some(Rule::SplitCompound),
            rule => Some(rule),
        }
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
    let shift = if part::follows_no_ezafe(after) { NO_EZAFE } else { 0 };
    let other = |at| lexicon.in_word(&hashes, at);
    let (plural, indefinite) = if behind == 3 { (sure, other(at + 1)) } else { (other(at - 1), sure) };
    let (plural, indefinite) = (plural - shift, indefinite + shift);
    if behind == 3 {
        plural > -LEANING && plural >= indefinite
    } else {
        indefinite > -LEANING && indefinite > plural
    }
}
