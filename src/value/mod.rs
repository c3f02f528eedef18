//! JSON text in, a borrowed value tree out.
//! Floor 2. Uses: text.
//!
//! All data enters through this one tree, so that there is one parser, one budget and one place where
//! damaged input is mended. The model is then read from the tree by hand, field by field: what is wrong in
//! one field costs that field alone.
//!
//! ```
//! use satr::value::{self, Value};
//!
//! let text = value::decode(br#"{"headline": "\u0633\u0637\u0631", "id": 4692303}"#)?;
//! let parsed = value::parse(text)?;
//! assert_eq!(parsed.value.get("headline"), Some(&Value::String("سطر".into())));
//! assert_eq!(parsed.value.get("id"), Some(&Value::Number("4692303")));
//! # Ok::<(), value::ParseError>(())
//! ```

mod json;
mod write;

pub use json::parse;
pub use write::write;
pub(crate) use write::write_string;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::text::{chars, digits};

/// The largest input that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The deepest nesting that is kept; what lies deeper is read over and left out.
pub const MAX_DEPTH: usize = 64;
/// The most values that are kept, about five for each element that a page may hold; the rest is read over.
pub const MAX_VALUES: usize = 500_000;

/// A JSON value that borrows its text from the input wherever the input holds it unescaped.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as the input writes it: no digit is lost.
    Number(&'a str),
    /// A string.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Value<'a>>),
    /// An object, in the order of the input; of repeated keys the last counts.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl Value<'_> {
    /// The value of a key, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Value::Object(entries) => entries.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// What kind of value this is, in JSON's words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }
}

/// A parsed input, and how much of it was over a budget.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed<'a> {
    /// The tree.
    pub value: Value<'a>,
    /// Parts left out because they lay deeper than [`MAX_DEPTH`].
    pub too_deep: usize,
    /// Items and entries left out because they came after [`MAX_VALUES`] values.
    pub too_many: usize,
}

/// Why an input could not be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// Nothing but white space.
    Empty,
    /// More than [`MAX_BYTES`]; how many came.
    TooLarge(usize),
    /// Not UTF-8; the offset of the first byte that is not.
    NotUtf8(usize),
    /// Not JSON; where reading stopped, both counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// JSON that ends before its value does: a transfer that was cut.
    Truncated,
    /// JSON, but not the object that an article is; what came, in JSON's words.
    NotAnObject(&'static str),
}

impl ParseError {
    /// The stable code that crosses to JavaScript.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge(_) => "too-large",
            Self::NotUtf8(_) => "bad-encoding",
            Self::NotJson { .. } | Self::Truncated => "bad-json",
            Self::NotAnObject(_) => "bad-type",
        }
    }
}

impl ParseError {
    /// What was expected, and what came.
    #[must_use]
    pub fn message(self) -> String {
        let (one, two) = match self {
            Self::TooLarge(bytes) => (MAX_BYTES, bytes),
            Self::NotUtf8(at) => (at, 0),
            Self::NotJson { line, column } => (line, column),
            _ => (0, 0),
        };
        let (one, two) = (digits::ascii(one as u64), digits::ascii(two as u64));
        let parts: &[&str] = match self {
            Self::Empty => &["expected an article, nothing came"],
            Self::TooLarge(_) => &["expected at most ", &one, " bytes, ", &two, " came"],
            Self::NotUtf8(_) => &["expected UTF-8, byte ", &one, " is not"],
            Self::NotJson { .. } => &["expected JSON, line ", &one, " column ", &two, " is not"],
            Self::Truncated => &["expected JSON, it ends before its value does"],
            Self::NotAnObject(found) => &["expected an object, ", found, " came"],
        };
        parts.concat()
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for ParseError {}

/// Bytes in, text out: checks the size and the encoding and takes a byte order mark off.
///
/// # Errors
/// When there is nothing, too much, or something other than UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, ParseError> {
    if bytes.len() > MAX_BYTES {
        return Err(ParseError::TooLarge(bytes.len()));
    }
    let text = core::str::from_utf8(bytes).map_err(|e| ParseError::NotUtf8(e.valid_up_to()))?;
    let text = text.strip_prefix(chars::BYTE_ORDER_MARK).unwrap_or(text);
    if text.chars().all(char::is_whitespace) {
        return Err(ParseError::Empty);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> Value<'_> {
        parse(json).expect(json).value
    }

    #[test]
    fn every_kind_is_read() {
        let all = value(r#"{"a": [null, true, -7, 2.5e+3, "س"], "b": {}}"#);
        let items = [
            Value::Null,
            Value::Bool(true),
            Value::Number("-7"),
            Value::Number("2.5e+3"),
            Value::String("س".into()),
        ];
        assert_eq!(all.get("a"), Some(&Value::Array(items.into())));
        assert_eq!(all.get("b"), Some(&Value::Object(vec![])));
        assert_eq!(all.get("c"), None);
    }

    #[test]
    fn plain_strings_are_borrowed() {
        let Value::String(Cow::Borrowed("سطر")) = value(r#""سطر""#) else {
            panic!("copied");
        };
    }

    #[test]
    fn the_last_of_repeated_keys_counts() {
        assert_eq!(value(r#"{"a": 1, "a": 2}"#).get("a"), Some(&Value::Number("2")));
    }

    #[test]
    fn errors_say_where() {
        assert_eq!(parse("{\n \"a\": x}"), Err(ParseError::NotJson { line: 2, column: 7 }));
        assert_eq!(parse("{\"a\": "), Err(ParseError::Truncated));
        assert_eq!(parse("1 2"), Err(ParseError::NotJson { line: 1, column: 3 }));
        assert_eq!(decode(b" \n"), Err(ParseError::Empty));
        assert_eq!(decode(b"\"\xff\""), Err(ParseError::NotUtf8(1)));
        assert_eq!(decode(&vec![b' '; MAX_BYTES + 1]), Err(ParseError::TooLarge(MAX_BYTES + 1)));
    }

    #[test]
    fn a_byte_order_mark_is_taken_off() {
        assert_eq!(decode("\u{feff}{}".as_bytes()), Ok("{}"));
    }

    #[test]
    fn lone_surrogates_are_mended_and_pairs_kept() {
        for (raw, mended) in [
            (r#""\ud83d\ude00""#, "😀"),
            (r#""a\ud83d""#, "a\u{fffd}"),
            (r#""\ude00b""#, "\u{fffd}b"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
            (r#""\\ud800""#, "\\ud800"),
            (r#""\u0633\n""#, "س\n"),
        ] {
            assert_eq!(value(raw), Value::String(mended.into()), "{raw}");
        }
    }

    #[test]
    fn depth_over_the_budget_costs_only_what_is_deep() {
        let deep = format!(r#"[{}1{}, "stays"]"#, "[".repeat(20_000), "]".repeat(20_000));
        let parsed = parse(&deep).expect("well formed");
        assert_eq!(parsed.too_deep, 1);
        let Value::Array(items) = parsed.value else { panic!("an array") };
        assert_eq!(items.last(), Some(&Value::String("stays".into())));
    }

    #[test]
    fn values_over_the_budget_are_counted_and_not_kept() {
        let many = format!(r#"[{}0, {{"a": 1}}]"#, "0,".repeat(MAX_VALUES));
        let parsed = parse(&many).expect("well formed");
        assert_eq!(parsed.too_many, 3);
        let Value::Array(items) = parsed.value else { panic!("an array") };
        assert_eq!(items.len(), MAX_VALUES - 1);
    }
}
