//! What came as text in, what the store knows things by out.

use std::fmt;
use std::io;
use std::num::ParseIntError;
use std::str::FromStr;

use crate::secret::{hex, random};

/// What a comment is known by: a number that no other comment ever gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommentId(pub i64);

impl fmt::Display for CommentId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for CommentId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

/// What an article is known by: 1 to 255 bytes without control characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleName(String);

/// A text that cannot be what it was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameError {
    /// The name of an article is empty, longer than 255 bytes, or has control characters.
    Article,
    /// A visitor is not 22 to 64 of `A-Z a-z 0-9 _ -`.
    Visitor,
    /// A key is not 8 to 64 of `A-Z a-z 0-9 _ -`.
    Key,
}

impl fmt::Display for NameError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Article => "expected an article's name of 1 to 255 bytes without control characters",
            Self::Visitor => "expected a visitor of 22 to 64 letters, digits, _ and -",
            Self::Key => "expected a key of 8 to 64 letters, digits, _ and -",
        })
    }
}

impl std::error::Error for NameError {}

impl ArticleName {
    /// The name as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for ArticleName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let is_name = (1..=255).contains(&text.len()) && !text.contains(char::is_control);
        is_name.then(|| Self(text.to_owned())).ok_or(NameError::Article)
    }
}

/// Whoever reads and writes from one browser: a secret of that browser, which the store keeps as a hash alone.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Visitor(String);

impl Visitor {
    /// A visitor that there was not before.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random() -> io::Result<Self> {
        Ok(Self(hex(&random::<16>()?)))
    }

    /// The secret, for the cookie that keeps it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The secret stays out of logs.
impl fmt::Debug for Visitor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Visitor")
    }
}

impl FromStr for Visitor {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        is_token(text, 22).then(|| Self(text.to_owned())).ok_or(NameError::Visitor)
    }
}

/// What tells one comment that is sent from any other, however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key(String);

impl Key {
    /// A key that nobody has used.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random() -> io::Result<Self> {
        Ok(Self(hex(&random::<16>()?)))
    }

    /// The key as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        is_token(text, 8).then(|| Self(text.to_owned())).ok_or(NameError::Key)
    }
}

fn is_token(text: &str, least: usize) -> bool {
    (least..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}
