//! Text in, how many of its half-spaces are lost out.
//! Floor 1. Uses: chars, rule, zwnj.
//!
//! Only sure signs count, so that a glance is enough and nothing has to be known of words: an ending of the plural or a
//! verb's «نمی» that no half-space parts from its word, or a space does. Good Persian has about 80 half-spaces in a
//! thousand words, and one such sign in as many.

use super::zwnj::{joins, letter};
use super::{Rule, Rules, Typography, chars};

/// What a text shows of its half-spaces. Read all that was written by one hand; a few words show nothing.
///
/// ```
/// use satr::text::Damage;
///
/// let text = "سازمانهای مردمنهاد نمیتوانند در حوزههای اجتماعی کارهایی بزرگ کنند، و کمبود های مالی را می بینند.";
/// assert!(Damage::of(text).shows());
/// assert!(!Damage::of("کتابهای من").shows());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Damage {
    /// Half-spaces that are there, and plurals that need none.
    kept: u32,
    /// Places where one is gone.
    deleted: u32,
    /// Places where one has become a space.
    spaced: u32,
}

/// So many lost ones to a kept one are no slips of the pen any more.
const MOST_KEPT: u32 = 8;

/// And so many say nothing of how compounds were written, of which few are told by what is counted here.
const MOST_BESIDE: u32 = 16;

/// A few words show nothing.
const FEWEST: u32 = 4;

impl Damage {
    /// What one text shows.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut damage = Self::default();
        damage.read(text);
        damage
    }

    /// Reads on.
    pub fn read(&mut self, text: &str) {
        let mut rest = text;
        // What parts a word from the one before, and whether that was a verb's prefix.
        let (mut gap, mut is_prefix) = ('\n', false);
        while let Some((word, after)) = rest.split_at_checked(chars::persian_span(rest)) {
            let mut ahead = after.chars();
            if !word.is_empty() {
                match (gap, Plural::of(word)) {
                    (chars::ZWNJ, _) => self.kept += 1,
                    (' ', Some(Plural { stem: 0, .. })) => self.spaced += 1,
                    (' ', _) if is_prefix => self.spaced += 1,
                    (_, Some(plural)) => {
                        self.deleted += u32::from(plural.is_damaged());
                        self.kept += u32::from(plural.is_sound());
                    }
                    _ => self.deleted += u32::from(is_negated(word)),
                }
                is_prefix = is(word, "می") || is(word, "نمی");
                gap = ahead.next().unwrap_or('\n');
            } else {
                let Some(c) = ahead.next() else { return };
                // All but more spaces parts them for good; a half-space beside one has no work.
                gap = match (gap, c) {
                    (' ' | chars::ZWNJ, ' ') | (' ', chars::ZWNJ) => ' ',
                    _ => '\n',
                };
            }
            rest = ahead.as_str();
        }
    }

    /// Whether a whole text has lost its half-spaces, and not one here and there.
    #[must_use]
    pub fn shows(self) -> bool {
        let lost = self.deleted + self.spaced;
        lost >= FEWEST && lost * MOST_KEPT >= self.kept
    }

    /// Whether a typography repairs what is so damaged.
    #[must_use]
    pub fn is_repaired_by(self, typography: Typography) -> bool {
        match typography {
            Typography::Repair => true,
            Typography::Auto => self.shows(),
            Typography::Polish | Typography::Off => false,
        }
    }

    /// Of some rules those that may mend this text: a compound is written in several ways, and where nothing else is
    /// amiss, as its writer meant it.
    #[must_use]
    pub fn mended_by(self, rules: Rules) -> Rules {
        let mut rules = rules;
        if self.deleted * MOST_BESIDE < self.kept + self.spaced {
            rules = rules.without(Rule::Compound);
        }
        if self.spaced * MOST_BESIDE < self.kept + self.deleted {
            rules = rules.without(Rule::SplitCompound);
        }
        rules
    }
}

/// The plural's endings that are no words of their own.
const PLURALS: [&str; 7] = ["ها", "های", "هایی", "هایش", "هایم", "هایشان", "هایمان"];

/// A word with the plural's ending, or that alone.
struct Plural {
    /// How many letters stand before it.
    stem: usize,
    /// Whether the last of them joins.
    joins: bool,
    /// Whether it is «ها» alone, as many a word ends that is no plural.
    is_short: bool,
}

impl Plural {
    fn of(word: &str) -> Option<Self> {
        // What all begin with, in the place nearest to the end: a look at the bytes, since few words have it.
        let earliest = word.len().saturating_sub("هایشان".len());
        let at = (earliest..word.len())
            .rev()
            .find(|at| word.get(*at..).is_some_and(|end| end.starts_with("ها")))?;
        let (stem, ending) = word.split_at_checked(at)?;
        let last = stem.chars().next_back().and_then(letter);
        PLURALS.iter().any(|known| is(ending, known)).then(|| Self {
            stem: stem.len() / 2,
            joins: last.is_some_and(joins),
            is_short: ending.len() == "ها".len(),
        })
    }

    /// Whether it has surely lost a half-space.
    fn is_damaged(&self) -> bool {
        self.joins && self.stem > 2 && !self.is_short
    }

    /// Whether it needs none, as «کارهای»: where a space is mended, it may become such a word.
    fn is_sound(&self) -> bool {
        !self.joins && self.stem > 1
    }
}

/// Whether a word is a verb with a «نمی» that has lost its half-space.
fn is_negated(word: &str) -> bool {
    let (prefix, verb) = word.split_at_checked("نمی".len()).unwrap_or_default();
    is(prefix, "نمی") && verb.len() > 2 * 2
}

/// Whether a word is another, its letters Persian or Arabic.
fn is(word: &str, known: &str) -> bool {
    word.len() == known.len() && word.chars().map(letter).eq(known.chars().map(letter))
}

#[cfg(test)]
mod tests {
    use super::super::chars::ZWNJ_TEXT;
    use super::*;

    /// A half-space is shown as a bar.
    fn damage(text: &str) -> Damage {
        let mut damage = Damage::default();
        damage.read(&text.replace('|', ZWNJ_TEXT));
        damage
    }

    #[test]
    fn lost_half_spaces_are_counted() {
        for (text, kept, deleted, spaced) in [
            ("", 0, 0, 0),
            ("کتاب|ها را می|خواند", 2, 0, 0),
            ("کتابهایش را نمیخواند", 0, 2, 0),
            ("کتاب هایش را نمی خواند", 0, 0, 2),
            ("می رود، نمی، می\u{A0}رود", 0, 0, 1),
            ("کتاب|  ها، کتاب | ها", 0, 0, 2),
            // These may well be words of their own.
            ("تنهایی", 0, 0, 0),
            ("کتابها میرود", 0, 0, 0),
            ("بهای نمایش و نمیر", 0, 0, 0),
            ("کمبودهای مالی، کارها", 2, 0, 0),
            ("سازمانهاي، نميتوانند، كتاب هاي", 0, 2, 1),
        ] {
            let counted = damage(text);
            assert_eq!((counted.kept, counted.deleted, counted.spaced), (kept, deleted, spaced), "{text}");
        }
    }

    #[test]
    fn a_text_that_lost_its_half_spaces_shows_it() {
        for (text, shows) in [
            ("نمیتوانند کتابهایش کتابهای", false),
            ("نمیتوانند کتابهایش کتابهای سازمانهای", true),
            ("می رود می رود ها های", true),
            (&"کتاب|ها ".repeat(99), false),
            (&["نمیتوانند کتابهایش کتابهای سازمانهای ", &*"می|رود ".repeat(32)].concat(), true),
            (&["نمیتوانند کتابهایش کتابهای سازمانهای ", &*"می|رود ".repeat(33)].concat(), false),
        ] {
            assert_eq!(damage(text).shows(), shows, "{text}");
        }
    }

    #[test]
    fn what_was_lost_in_one_way_is_mended_in_that_way() {
        let deleted = "نمیتوانند کتابهایش کتابهای سازمانهای ";
        let spaced = "می رود نمی رود کتاب های خانه های ";
        for (text, compound, split) in [
            ("", true, true),
            (deleted, true, false),
            (spaced, false, true),
            (&[deleted, spaced].concat(), true, true),
            (&"می|رود ".repeat(9), false, false),
        ] {
            let rules = damage(text).mended_by(Rules::default());
            assert_eq!(rules.contains(Rule::Compound), compound, "{text}");
            assert_eq!(rules.contains(Rule::SplitCompound), split, "{text}");
            assert!(rules.contains(Rule::Plural) && !rules.contains(Rule::Ezafe));
        }
        let none = Rules::default().without(Rule::Compound).without(Rule::SplitCompound);
        assert_eq!(damage(deleted).mended_by(none), none);
    }
}
