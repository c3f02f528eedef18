//! What a reader sent in, a comment or what is to be put right out.

use satr::article::{Draft, Fault};
use satr::text::chars::is_invisible;
use satr::text::language::guess;
use unicode_segmentation::UnicodeSegmentation;

use super::body::Fields;
use crate::email;

/// The most characters of a name.
const AUTHOR: usize = 60;

/// A comment as it was sent.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) author: String,
    pub(super) email: String,
    pub(super) text: String,
    pub(super) parent: String,
    pub(super) key: String,
    /// What only robots fill in.
    pub(super) trap: String,
    pub(super) captcha: String,
    pub(super) answer: String,
    pub(super) token: String,
    /// Whether it is meant though it does not look like Persian.
    pub(super) is_meant: bool,
}

impl Submission {
    pub(super) fn of(mut fields: Fields) -> Self {
        let mut trimmed = |name| fields.take(name).trim().to_owned();
        Self {
            author: trimmed("author"),
            email: email::as_kept(&trimmed("email")),
            text: trimmed("text"),
            parent: trimmed("parent"),
            key: trimmed("key"),
            trap: trimmed("website"),
            captcha: trimmed("captcha"),
            answer: trimmed("answer"),
            token: trimmed("token"),
            is_meant: matches!(&*trimmed("anyway"), "1" | "true" | "on"),
        }
    }

    /// What is to be put right in what was typed; `is_foreign` says of its language that it is another than the article's.
    pub(super) fn faults(&self, limit: u32, is_foreign: bool) -> Vec<Fault> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        [
            (self.text.chars().all(is_invisible), Fault::TextMissing),
            (characters(&self.text) > limit, Fault::TextTooLong),
            (is_foreign && !self.is_meant, Fault::NotPersian),
            (characters(&self.author) > AUTHOR, Fault::AuthorTooLong),
            (!self.email.is_empty() && !email::is_one(&self.email), Fault::EmailInvalid),
        ]
        .into_iter()
        .filter_map(|(is_so, fault)| is_so.then_some(fault))
        .collect()
    }

    /// Whether it does not look like Persian.
    pub(super) fn is_foreign(&self) -> bool {
        !guess(&self.text).may_be_persian()
    }

    /// The form as it was filled in.
    pub(super) fn into_draft(self, faults: Vec<Fault>) -> Draft {
        let Self { author, email, text, parent, key, .. } = self;
        Draft { author, email, text, parent, key, faults, sending: false }
    }
}

/// Characters as readers count them: joiners are no more than a way to write.
fn characters(text: &str) -> usize {
    text.graphemes(true).filter(|grapheme| !grapheme.chars().all(is_joiner)).count()
}

fn is_joiner(c: char) -> bool {
    satr::text::chars::is_joiner(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_those_that_readers_count() {
        for (text, count) in [
            ("", 0),
            ("می\u{200c}رود", 5),
            ("\u{200c}\u{200d}\u{200c}", 0),
            ("کِتاب", 4),
            ("👩\u{200d}👩\u{200d}👧\u{200d}👦", 1),
            ("a\nb", 3),
        ] {
            assert_eq!(characters(text), count, "{text:?}");
        }
    }
}
