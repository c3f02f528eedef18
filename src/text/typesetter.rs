//! Text and what may be changed in it in, all edits that set it out.
//! Floor 1. Uses: clean, damage, digits, orthography, rule.
//!
//! Digits come first: which script they are of tells whether a mark behind them is Persian.

use alloc::vec::Vec;
use core::fmt;

use super::digits::{self, Numerals};
use super::{Damage, Edit, Rule, Rules, Typography, apply, clean, orthography, then};

/// What finds lost half-spaces: [`zwnj::edits`](super::zwnj::edits) with a lexicon or without, or what a host has.
pub type Repair<'r> = &'r dyn Fn(&str, Rules) -> Vec<Edit>;

/// The rules that a text goes through, one after the other: of digits, of orthography, of half-spaces.
///
/// ```
/// use satr::text::{Rules, Typesetter, apply, zwnj};
/// use satr::text::digits::Numerals;
///
/// let typesetter = Typesetter {
///     rules: Rules::default(),
///     polish: true,
///     repair: Some(&|text, rules| zwnj::edits(text, rules, None)),
///     numerals: Numerals::Persian,
/// };
/// let text = "12 كتاب را مي خواند ،اما كتابهای ديگر ...";
/// assert_eq!(apply(text, &typesetter.edits(text)), "۱۲ کتاب را می\u{200C}خواند، اما کتاب\u{200C}های دیگر …");
/// ```
#[derive(Clone, Copy)]
pub struct Typesetter<'r> {
    /// The rules that are on.
    pub rules: Rules,
    /// Whether the rules of orthography are gone through.
    pub polish: bool,
    /// What finds lost half-spaces, where they are looked for.
    pub repair: Option<Repair<'r>>,
    /// What digits become.
    pub numerals: Numerals,
}

impl fmt::Debug for Typesetter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typesetter").field("polish", &self.polish).field("numerals", &self.numerals).finish()
    }
}

impl<'r> Typesetter<'r> {
    /// The rules that a typography goes through, for texts that show this damage as a whole.
    #[must_use]
    pub fn new(typography: Typography, rules: Rules, damage: Damage, repair: Option<Repair<'r>>) -> Self {
        let repair = repair.filter(|_| damage.is_repaired_by(typography));
        Self {
            rules: if repair.is_some() { damage.mended_by(rules) } else { rules },
            polish: typography != Typography::Off,
            repair,
            numerals: Numerals::default(),
        }
    }

    /// The edits that make any text safe and set it: without what could harm, then as a clean text.
    #[must_use]
    pub fn edits_of_any(&self, text: &str) -> Vec<Edit> {
        let cleaned = clean::edits(text);
        let edits = self.edits(&apply(text, &cleaned));
        then(cleaned, &edits)
    }

    /// The edits that set a [clean](super::clean()) text, in its own places.
    #[must_use]
    pub fn edits(&self, text: &str) -> Vec<Edit> {
        let set_numerals = self.rules.contains(Rule::Numerals);
        let mut edits = digits::edits(text, if set_numerals { self.numerals } else { Numerals::Keep });
        let mut go = |find: Repair<'_>| {
            let found = find(&apply(text, &edits), self.rules);
            edits = then(core::mem::take(&mut edits), &found);
        };
        if self.polish {
            go(&orthography::edits);
        }
        if let Some(repair) = self.repair {
            go(repair);
            // What is «خانه‌ی» only now may be «خانهٔ».
            if self.polish && self.rules.contains(Rule::Ezafe) {
                go(&orthography::edits);
            }
        }
        edits
    }
}
