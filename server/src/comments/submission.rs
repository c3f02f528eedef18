//! What a reader sent in, a comment or what is to be put right out.

use satr::article::{Draft, Fault};
use satr::text::chars::is_invisible;
use satr::text::language::guess;
use unicode_segmentation::UnicodeSegmentation;

use super::body::Fields;

/// The most characters of a name.
const AUTHOR: usize = 60;
/// The most bytes of an e-mail address (RFC 5321, 4.5.3.1.3, less the brackets).
const EMAIL: usize = 254;

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
            email: trimmed("email").chars().map(ascii_digit).collect(),
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
            (limit > 0 && characters(&self.text) > limit, Fault::TextTooLong),
            (is_foreign && !self.is_meant, Fault::NotPersian),
            (characters(&self.author) > AUTHOR, Fault::AuthorTooLong),
            (!self.email.is_empty() && !is_email(&self.email), Fault::EmailInvalid),
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

/// Of Persian and Arabic digits those that an address is written in.
fn ascii_digit(c: char) -> char {
    let zero = match c {
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        _ => return c,
    };
    let value = u32::from(c).saturating_sub(u32::from(zero));
    char::from_digit(value, 10).unwrap_or(c)
}

/// Whether it has the shape of an address. Only a letter to it could tell more.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let is_local = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || is_joiner(c))
    };
    let labels = domain.split('.').count();
    text.len() <= EMAIL && is_local && labels > 1 && domain.split('.').all(is_label)
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

    #[test]
    fn addresses_are_told_by_their_shape() {
        for good in ["a@b.ir", "reader+news@mail.example.com", "o'neil@a-b.co", "نام@نمونه.ایران"]
        {
            assert!(is_email(good), "{good}");
        }
        let long = format!("{}@b.ir", "a".repeat(250));
        for bad in [
            "a",
            "@b.ir",
            "a@",
            "a@b",
            "a b@c.ir",
            "a@b..ir",
            "a@-b.ir",
            "a@b.ir\nbcc: c@d.ir",
            "<a@b.ir>",
            &long,
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn digits_of_an_address_are_ascii() {
        let typed: String = "reader۱۲٣@example۴.ir".chars().map(ascii_digit).collect();
        assert_eq!(typed, "reader123@example4.ir");
    }
}
