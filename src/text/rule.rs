//! Names in, rules and sets of rules out: what may be changed in a text, and why it was.
//! Floor 1. Uses: nothing.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// What a change to a text is made for. Each but [`Invisible`](Rule::Invisible) may be switched by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// Characters that draw nothing and may do harm go. Never off: it is what keeps a page safe.
    Invisible,
    /// Letters of Arabic keyboards become Persian: «كتاب علي» → «کتاب علی».
    Letters,
    /// The stretching inside a word goes: «ســلام» → «سلام».
    Kashida,
    /// One space between words; none before a comma or inside brackets, one behind: «سلام ،خوبی» → «سلام، خوبی».
    Spacing,
    /// Latin commas, semicolons and question marks between Persian words: «چرا?» → «چرا؟».
    Punctuation,
    /// Straight and English quotation marks around Persian: "سلام" → «سلام».
    Quotes,
    /// Three dots are one sign: «...» → «…».
    Ellipsis,
    /// A mark that is written twice stands once: «چرا؟؟» → «چرا؟».
    Doubled,
    /// The verb's «می» and «نمی»: «میرود», «می رود» → «می‌رود».
    Prefix,
    /// The plural's «ها», with all that may follow it: «کتابهایش», «کتاب هایش» → «کتاب‌هایش».
    Plural,
    /// Endings: «رفتهاند», «خانهای», «کوچکترین» → «رفته‌اند», «خانه‌ای», «کوچک‌ترین».
    Ending,
    /// Words of several parts, written as one: «مردمنهاد» → «مردم‌نهاد».
    Compound,
    /// Words of several parts, written as several: «مردم نهاد» → «مردم‌نهاد».
    SplitCompound,
    /// Off unless asked for. The «ی» behind a final «ه»: «خانه‌ی ما» → «خانهٔ ما».
    Ezafe,
    /// Off unless asked for. «آنها», «اینها» → «آن‌ها», «این‌ها».
    Pronoun,
    /// Off unless asked for. «رفته است» → «رفته‌است».
    Perfect,
    /// Off unless asked for. «به عنوان» → «به‌عنوان», and its like.
    Adverb,
    /// Digits and their signs are of the page's own script.
    Numerals,
}

impl Rule {
    /// Every rule, in the order in which they are told.
    pub const ALL: [Self; 18] = [
        Self::Invisible,
        Self::Letters,
        Self::Kashida,
        Self::Spacing,
        Self::Punctuation,
        Self::Quotes,
        Self::Ellipsis,
        Self::Doubled,
        Self::Prefix,
        Self::Plural,
        Self::Ending,
        Self::Compound,
        Self::SplitCompound,
        Self::Ezafe,
        Self::Pronoun,
        Self::Perfect,
        Self::Adverb,
        Self::Numerals,
    ];

    /// Its name in options and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Invisible => "invisible",
            Self::Letters => "letters",
            Self::Kashida => "kashida",
            Self::Spacing => "spacing",
            Self::Punctuation => "punctuation",
            Self::Quotes => "quotes",
            Self::Ellipsis => "ellipsis",
            Self::Doubled => "doubled",
            Self::Prefix => "prefix",
            Self::Plural => "plural",
            Self::Ending => "ending",
            Self::Compound => "compound",
            Self::SplitCompound => "split-compound",
            Self::Ezafe => "ezafe",
            Self::Pronoun => "pronoun",
            Self::Perfect => "perfect",
            Self::Adverb => "adverb",
            Self::Numerals => "numerals",
        }
    }
}

/// What was given is not the name of a [`Rule`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleError;

impl RuleError {
    /// What was expected.
    #[must_use]
    pub fn message(self) -> String {
        let names: alloc::vec::Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        ["expected the name of a rule, one of ", &names.join(", ")].concat()
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for RuleError {}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(name: &str) -> Result<Self, RuleError> {
        Self::ALL.into_iter().find(|rule| rule.name() == name).ok_or(RuleError)
    }
}

/// A set of rules: those that are switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules(u32);

/// Every rule but those that settle what is written in two ways.
impl Default for Rules {
    fn default() -> Self {
        let disputed = [Rule::Ezafe, Rule::Pronoun, Rule::Perfect, Rule::Adverb];
        disputed.into_iter().fold(Self(u32::MAX), Self::without)
    }
}

impl Rules {
    /// Whether a rule is on.
    #[must_use]
    pub fn contains(self, rule: Rule) -> bool {
        self.0 & 1 << rule as u32 != 0
    }

    /// The set with one more rule.
    #[must_use]
    pub fn with(self, rule: Rule) -> Self {
        Self(self.0 | 1 << rule as u32)
    }

    /// The set as a number: one bit a rule, in the order of [`Rule::ALL`].
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }

    /// The set that [`Rules::bits`] gave as a number.
    #[must_use]
    pub fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The set without a rule.
    #[must_use]
    pub fn without(self, rule: Rule) -> Self {
        Self(self.0 & !(1 << rule as u32))
    }
}

/// How much of a text may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typography {
    /// Nothing: a text by itself is kept byte for byte; on a page it is only made safe, and its digits set.
    Off,
    /// What is safe by rule: letters, spaces, marks.
    Polish,
    /// That, and the half-spaces that are lost; of compounds as far as the text shows that theirs were.
    Repair,
    /// Polish, and repair where the whole text shows that its half-spaces were lost.
    #[default]
    Auto,
}

impl Typography {
    /// Its name in options.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Polish => "polish",
            Self::Repair => "repair",
            Self::Auto => "auto",
        }
    }
}

/// What was given is not the name of a [`Typography`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TypographyError;

impl fmt::Display for TypographyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected typography to be \"off\", \"polish\", \"repair\" or \"auto\", found another word",
        )
    }
}

impl core::error::Error for TypographyError {}

impl FromStr for Typography {
    type Err = TypographyError;

    fn from_str(name: &str) -> Result<Self, TypographyError> {
        let all = [Self::Off, Self::Polish, Self::Repair, Self::Auto];
        all.into_iter().find(|typography| typography.name() == name).ok_or(TypographyError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_switched_one_by_one() {
        for rule in Rule::ALL {
            assert_eq!(rule.name().parse(), Ok(rule));
            assert!(Rules::default().with(rule).contains(rule));
            assert!(!Rules::default().without(rule).contains(rule));
        }
        assert_eq!("half-space".parse::<Rule>(), Err(RuleError));
        assert!(Rules::default().contains(Rule::Letters) && !Rules::default().contains(Rule::Ezafe));
    }
}
