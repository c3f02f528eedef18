//! The blocks of a body.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use serde::Serialize;

use super::inline::RichText;
use super::media::Image;
use super::note::Problem;
use super::read::{Field, Reader, object};
use crate::value::Value;

/// A block of the body. In JSON an object whose `type` names its kind, or a bare string for a paragraph.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Block {
    /// `{"type": "paragraph", "text": "…"}` → `<p>…</p>`
    Paragraph(Paragraph),
    /// `{"type": "heading", "level": 2, "text": "…"}` → `<h2>…</h2>`
    Heading(Heading),
    /// `{"type": "list", "ordered": true, "items": ["…"]}` → `<ol><li>…</li></ol>`
    List(List),
    /// `{"type": "quote", "text": "…", "cite": "…"}` → `<blockquote><p>…</p><footer>…</footer></blockquote>`
    Quote(Quote),
    /// `{"type": "figure", "image": {"url": "…", "alt": "…"}, "caption": "…", "credit": "…"}`
    /// → `<figure><img><figcaption>…</figcaption></figure>`
    Figure(Figure),
    /// Any other kind: its text is kept → `<p>…</p>`
    #[serde(untagged)]
    Unknown(Unknown),
}

object! {
    /// A paragraph.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Paragraph {
        /// Its text.
        "text" text: RichText,
    }
    or from text: text
}

object! {
    /// A heading inside the text (میان‌تیتر).
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Heading {
        /// From 2, the default, to 6; level 1 is the headline's own.
        "level" level: Option<u32>,
        /// Its text.
        "text" text: RichText,
    }
}

object! {
    /// A list.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct List {
        /// Whether the order counts and the items are numbered.
        "ordered" ordered: bool,
        /// The items.
        "items" items: Items,
    }
}

object! {
    /// A quotation that stands apart.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Quote {
        /// What was said.
        "text" text: RichText,
        /// By whom, or where.
        "cite" cite: String,
    }
}

object! {
    /// A picture with what is said about it.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Figure {
        /// The picture.
        "image" image: Option<Image>,
        /// What it shows and why it is here.
        "caption" caption: RichText,
        /// Who made it.
        "credit" credit: String,
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

/// The items of a list, each a text of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Items(pub Vec<RichText>);

impl Field for Items {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        match value {
            Value::Array(_) => self.0.read(value, reader),
            _ => reader.wrong("an array", value),
        }
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl Default for Block {
    fn default() -> Self {
        Self::Paragraph(Paragraph::default())
    }
}

impl Field for Block {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        *self = match value.get("type") {
            _ if !matches!(value, Value::Object(_)) => Self::default(),
            Some(Value::String(kind)) => Self::of_kind(kind),
            _ => Self::of_kind(""),
        };
        match self {
            Self::Paragraph(paragraph) => paragraph.read(value, reader),
            Self::Heading(heading) => heading.read(value, reader),
            Self::List(list) => list.read(value, reader),
            Self::Quote(quote) => quote.read(value, reader),
            Self::Figure(figure) => figure.read(value, reader),
            Self::Unknown(unknown) => unknown.read(value, reader),
        }
    }
}

impl Block {
    /// An empty block of the kind that JSON calls by this name.
    fn of_kind(kind: &str) -> Self {
        match kind {
            "paragraph" => Self::Paragraph(Paragraph::default()),
            "heading" => Self::Heading(Heading::default()),
            "list" => Self::List(List::default()),
            "quote" => Self::Quote(Quote::default()),
            "figure" => Self::Figure(Figure::default()),
            _ => Self::Unknown(Unknown { kind: kind.to_owned(), ..Unknown::default() }),
        }
    }
}

impl Field for Unknown {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        match value.get("text") {
            Some(text) => self.text.read(text, reader),
            None => self.text.read(&Value::String(gather_text(value).into()), reader),
        };
        let kept = !self.text.is_blank();
        reader.note(Problem::UnknownBlock { kind: self.kind.clone(), kept });
        true
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
