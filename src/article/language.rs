//! Tags of languages.

use alloc::borrow::ToOwned;
use alloc::string::String;

use serde::Serialize;

use super::note::Problem;
use super::read::{Field, Reader};
use crate::value::Value;

/// A language tag of BCP 47 shape, such as `fa` or `fa-AF`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Language(String);

impl Language {
    /// A tag, if it has the shape of one: groups of 1 to 8 ASCII letters and digits, the first of letters.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let mut least = 2; // of the group that is read: the first one has two letters at least, and no digits
        let mut length = 0;
        for b in tag.bytes().chain([b'-']) {
            match b {
                b'-' if (least..=8).contains(&length) => (least, length) = (1, 0),
                b'a'..=b'z' | b'A'..=b'Z' => length += 1,
                b'0'..=b'9' if least == 1 => length += 1,
                _ => return None,
            }
        }
        (tag.len() <= 35).then(|| Self(tag.to_owned()))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the language is Persian.
    #[must_use]
    pub fn is_persian(&self) -> bool {
        self.is_called(b"fa|prs|pes")
    }

    /// Whether the language is written from right to left: as its script is, where the tag names one.
    ///
    /// ```
    /// # use satr::article::Language;
    /// let is_rtl = |tag| Language::new(tag).is_some_and(|language| language.is_rtl());
    /// assert!(is_rtl("fa") && is_rtl("ku-Arab") && !is_rtl("ku") && !is_rtl("fa-Cyrl"));
    /// ```
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        // A group of four that begins with a digit is a variant.
        let mut scripts = self.groups().skip(1).filter(|group| matches!(group, [b'A'..=b'z', _, _, _]));
        match scripts.next() {
            Some(script) => is_one_of(script, b"arab|aran|hebr|syrc|thaa"),
            None => self.is_called(b"fa|prs|pes|ar|ps|ckb|ur|sd|ug|he|yi|dv|azb|glk|mzn|lrc|bal|syr"),
        }
    }

    /// Whether the language is in a range, as [RFC 4647] matches extended ranges, less their wildcards: `fa-Arab-AF` is in
    /// `fa-AF`, in letters of either case. `fa-x-af` is not, since what follows a letter alone is an extension.
    ///
    /// ```
    /// # use satr::article::Language;
    /// let dari = Language::new("fa-Arab-AF");
    /// assert!(dari.is_some_and(|dari| dari.is_in("fa") && dari.is_in("fa-AF") && !dari.is_in("fa-IR")));
    /// ```
    ///
    /// [RFC 4647]: https://www.rfc-editor.org/rfc/rfc4647#section-3.3.2
    #[must_use]
    pub fn is_in(&self, range: &str) -> bool {
        let mut groups = self.groups();
        let mut range = range.as_bytes().split(|byte| *byte == b'-');
        let first = groups.next().zip(range.next());
        first.is_some_and(|(group, first)| group.eq_ignore_ascii_case(first))
            && range.all(|wanted| groups.any(|group| group.eq_ignore_ascii_case(wanted)))
    }

    /// Its groups, less those of extensions.
    fn groups(&self) -> impl Iterator<Item = &[u8]> {
        self.0.as_bytes().split(|byte| *byte == b'-').take_while(|group| group.len() > 1)
    }

    /// Whether its first group is one of those that bars part.
    fn is_called(&self, known: &[u8]) -> bool {
        self.groups().next().is_some_and(|group| is_one_of(group, known))
    }
}

/// Whether a group is one of those that bars part, in letters of either case.
fn is_one_of(group: &[u8], known: &[u8]) -> bool {
    known.split(|byte| *byte == b'|').any(|known| group.eq_ignore_ascii_case(known))
}

impl Default for Language {
    fn default() -> Self {
        Self("fa".to_owned())
    }
}

impl Field for Language {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let mut tag = String::new();
        if !tag.read(value, reader) {
            return false;
        }
        let language = Self::new(&tag);
        let is_language = language.is_some();
        match language {
            Some(language) => *self = language,
            None => reader.note(Problem::BadLanguage),
        }
        is_language
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_script_decides_where_there_is_one() {
        for (tags, expected) in [
            (
                "fa FA-ir pes glk mzn lrc bal syr prs-AF ur azb ku-Arab fa-arab-AF uz-Arab-AF ur-Aran en-Hebr",
                true,
            ),
            ("en tg ku fa-Latn fa-Cyrl-TJ ckb-Latn tg-Cyrl en-x-arab de-1996 sr-Cyrl", false),
            ("fa-x-latn fa-u-ca-persian fa-1234", true),
        ] {
            for tag in tags.split(' ') {
                assert_eq!(Language::new(tag).unwrap().is_rtl(), expected, "{tag}");
            }
        }
        assert!(Language::new("pes-IR").unwrap().is_persian());
    }
}
