//! Blocks without text of their own, and those of other kinds.

use alloc::string::String;
use alloc::vec;

use serde::Serialize;
use serde::ser::Serializer;

use crate::article::declare::object;
use crate::article::inline::RichText;
use crate::article::note::Problem;
use crate::article::read::{Field, Reader};
use crate::article::shape::{Bare, Form, Shape, Shaped, Vocabulary};
use crate::value::{self, ParseError, Value};

object! {
    /// A pause between two parts.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Divider {}
}

object! {
    /// A block of a kind that the host of the page knows.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Custom {
        /// What the host calls its kind.
        "name" name: String,
        /// What the host needs to draw it.
        "data" data: Data,
        /// What stands there until it is drawn.
        "text" text: RichText,
    }
}

/// Any JSON, kept as its text without the white space.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Data(String);

impl Data {
    /// The data that a JSON text holds; `null` is none.
    ///
    /// # Errors
    /// When it is not JSON: see [`ParseError`].
    pub fn from_json(json: &str) -> Result<Self, ParseError> {
        let parsed = value::parse(json)?;
        let mut data = Self::default();
        if parsed.value != Value::Null {
            value::write(&parsed.value, &mut data.0);
        }
        Ok(data)
    }

    /// The JSON text; empty where there is none.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

impl Field for Data {
    fn read(&mut self, value: &Value<'_>, _: &mut Reader) -> bool {
        self.0.clear();
        value::write(value, &mut self.0);
        true
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

/// As what it holds; where nobody reads what is written, as the bytes of its text, which lose no digit.
impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_bytes(self.0.as_bytes());
        }
        let parsed = value::parse(&self.0).map_err(serde::ser::Error::custom)?;
        parsed.value.serialize(serializer)
    }
}

/// A block of a kind that this version does not know, kept as text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Unknown {
    /// What the data calls its kind.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its text.
    pub text: RichText,
}

impl Field for Unknown {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        match value.get("text").filter(|text| !matches!(text, Value::Null)) {
            Some(text) => self.text.read(text, reader),
            None => self.text.read(&Value::String(gather_text(value).into()), reader),
        };
        let kept = !self.text.is_blank();
        reader.note(Problem::UnknownBlock { kind: self.kind.clone(), kept });
        true
    }
}

impl Shaped for Unknown {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        vocabulary.define(
            "Unknown",
            &["A block of a kind that is not known: its text is kept, and noted."],
            |vocabulary| {
                Form::Object(vocabulary.members(&[("text", &["Its text."], RichText::shape)]), Bare::Nothing)
            },
        )
    }
}

/// The strings of a block whose shape is unknown, line by line, in the order of the data.
///
/// Only keys that hold text in the formats about are looked into; others hold names, addresses and codes.
fn gather_text(block: &Value<'_>) -> String {
    const TEXTUAL: [&str; 12] = [
        "title", "content", "children", "items", "caption", "question", "answer", "body", "text", "data",
        "value", "code",
    ];
    let mut lines = String::new();
    let mut waiting = vec![block];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) if !text.chars().all(char::is_whitespace) => {
                if !lines.is_empty() {
                    lines.push('\n');
                }
                lines.push_str(text);
            }
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(entries) => {
                let textual = entries.iter().rev().filter(|(key, _)| TEXTUAL.contains(&key.as_ref()));
                waiting.extend(textual.map(|(_, value)| value));
            }
            _ => {}
        }
    }
    lines
}
