//! What was off in the data, and where.

use alloc::string::String;
use core::fmt;

use super::url::UrlError;
use crate::date::DateError;
use crate::text::digits;
use crate::value::{MAX_DEPTH, MAX_VALUES};

/// Something in the data that was left out or read otherwise than written; the rest of the article stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where in the data: `body[3].image.url`, or `line 12` of a text. Empty for the whole.
    pub path: String,
    /// What was off.
    pub problem: Problem,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => write!(f, "{}", self.problem),
            path => write!(f, "{path}: {}", self.problem),
        }
    }
}

/// What can be off in an article's data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// A value of another kind than the field takes; it was left out.
    WrongType {
        /// What the field takes.
        expected: &'static str,
        /// What came.
        found: &'static str,
    },
    /// An address that the policy refuses; it was left out.
    BadUrl(UrlError),
    /// A date that is none; it was left out.
    BadDate(DateError),
    /// A language that is not of BCP 47 shape; Persian was taken.
    BadLanguage,
    /// A number outside the range that the field takes; it was left out.
    OutOfRange,
    /// A block of a kind that this version does not know.
    UnknownBlock {
        /// What the data calls it.
        kind: String,
        /// Whether any text was found in it, and kept.
        kept: bool,
    },
    /// A mark of a kind that this version does not know; the text was kept without it.
    UnknownMark(String),
    /// A newer version of the format; what is new in it was not read.
    NewerVersion(u32),
    /// So many parts were nested too deep and were left out.
    TooDeep(usize),
    /// So many parts came after the most that are read, and were left out.
    TooMany(usize),
    /// So many notes were not kept.
    MoreNotes(usize),
    /// A line of a page that is not part of its article.
    Furniture(String),
    /// A line that repeats the headline, with no picture whose caption it could be.
    RepeatedHeadline,
}

impl Problem {
    /// The stable code of the problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongType { .. } => "wrong-type",
            Self::BadUrl(_) => "bad-url",
            Self::BadDate(_) => "bad-date",
            Self::BadLanguage => "bad-language",
            Self::OutOfRange => "out-of-range",
            Self::UnknownBlock { .. } => "unknown-block",
            Self::UnknownMark(_) => "unknown-mark",
            Self::NewerVersion(_) => "newer-version",
            Self::TooDeep(_) => "too-deep",
            Self::TooMany(_) => "too-many",
            Self::MoreNotes(_) => "more-notes",
            Self::Furniture(_) => "furniture",
            Self::RepeatedHeadline => "repeated-headline",
        }
    }
}

impl Problem {
    /// What was expected, what came, and what became of it.
    #[must_use]
    pub fn message(&self) -> String {
        let (number, limit) = match self {
            Self::NewerVersion(version) => (*version as usize, 0),
            Self::TooDeep(parts) => (*parts, MAX_DEPTH),
            Self::TooMany(parts) => (*parts, MAX_VALUES),
            Self::MoreNotes(notes) => (*notes, 0),
            _ => (0, 0),
        };
        let (number, limit) = (digits::ascii(number as u64), digits::ascii(limit as u64));
        let parts: &[&str] = match self {
            Self::WrongType { expected, found } => &["expected ", expected, ", ", found, " came"],
            Self::BadUrl(error) => &[error.message()],
            Self::BadDate(error) => return error.message(),
            Self::BadLanguage => &["expected a language tag such as fa or fa-AF"],
            Self::OutOfRange => &["expected a whole number from 0 to 4294967295"],
            Self::UnknownBlock { kind, kept } => {
                let fate = if *kept { "; its text was kept" } else { ", and no text was found in it" };
                &["the block kind «", kind, "» is unknown", fate]
            }
            Self::UnknownMark(kind) => &["the mark «", kind, "» is unknown", "; the text was kept"],
            Self::NewerVersion(_) => &["version ", &number, " is newer than this reader's"],
            Self::TooDeep(_) => &[&number, " parts lie deeper than ", &limit, " levels"],
            Self::TooMany(_) => &[&number, " parts come after the first ", &limit],
            Self::MoreNotes(_) => &[&number, " more notes were not kept"],
            Self::Furniture(line) => &["not part of the article: ", line],
            Self::RepeatedHeadline => &["repeats the headline, and no picture goes with it"],
        };
        parts.concat()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}
