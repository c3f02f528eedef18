//! Running text: spans of characters with marks, never nested.
//!
//! A flat list of spans can hold everything that nested elements could, but a link cannot stand inside a
//! link, depth cannot grow, and a text rule sees the words whole: the view joins the spans of a paragraph,
//! works on one string and puts each edit into the span it falls in.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::note::Problem;
use super::read::{Field, Reader, object};
use super::url::LinkUrl;
use crate::text::chars;
use crate::value::Value;

/// Running text: spans that follow each other.
///
/// In JSON a string, a span, or a list of both:
/// `["به گزارش ", {"text": "مهر", "href": "https://www.mehrnews.com"}, "، باران آمد."]`.
/// A line end in a span is a line break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RichText(Vec<Span>);

object! {
    /// Characters that share their marks.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Span {
        /// The characters.
        "text" text: String,
        /// How they are set.
        "marks" marks: Marks,
        /// Where they lead.
        "href" href: Option<LinkUrl>,
    }
    or from text: text
}

impl RichText {
    /// Text of spans; empty ones are left out and neighbours with the same marks are joined.
    #[must_use]
    pub fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                _ if span.text.is_empty() => {}
                Some(last) if last.marks == span.marks && last.href == span.href => {
                    last.text.push_str(&span.text);
                }
                _ => joined.push(span),
            }
        }
        Self(joined)
    }

    /// The spans.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// Whether there is nothing that could be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.chars().all(chars::is_invisible))
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::new([Span { text, ..Span::default() }])
    }
}

impl Field for RichText {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let mut spans = Vec::new();
        let is_read = spans.read(value, reader);
        *self = Self::new(spans);
        is_read
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [] => serializer.serialize_str(""),
            [span] => SpanOrText(span).serialize(serializer),
            spans => {
                let mut list = serializer.serialize_seq(Some(spans.len()))?;
                for span in spans {
                    list.serialize_element(&SpanOrText(span))?;
                }
                list.end()
            }
        }
    }
}

/// Writes a span without marks as the bare string it is.
struct SpanOrText<'s>(&'s Span);

impl Serialize for SpanOrText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.marks == Marks::default() && self.0.href.is_none() {
            self.0.text.serialize(serializer)
        } else {
            self.0.serialize(serializer)
        }
    }
}

/// A way to set characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Mark {
    /// Of importance; bold.
    Strong,
    /// Stressed; Persian has no italic, so the view sets it in a medium weight.
    Emphasis,
    /// Code: kept character by character, left to right.
    Code,
}

impl Mark {
    /// Every mark, outermost first: the order in which the view nests them.
    pub const ALL: [Self; 3] = [Self::Strong, Self::Emphasis, Self::Code];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Emphasis => "emphasis",
            Self::Code => "code",
        }
    }
}

/// A set of marks; in JSON a list of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);

impl Marks {
    /// Whether a mark is in the set.
    #[must_use]
    pub fn contains(self, mark: Mark) -> bool {
        self.0 & 1 << mark as u8 != 0
    }

    /// The set with one more mark.
    #[must_use]
    pub fn with(self, mark: Mark) -> Self {
        Self(self.0 | 1 << mark as u8)
    }

    /// The marks, outermost first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Mark> {
        Mark::ALL.into_iter().filter(move |mark| self.contains(*mark))
    }
}

impl FromIterator<Mark> for Marks {
    fn from_iter<I: IntoIterator<Item = Mark>>(marks: I) -> Self {
        marks.into_iter().fold(Self::default(), Self::with)
    }
}

impl Field for Marks {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        reader.items(value, &mut |value, reader| {
            let mut name = String::new();
            let mark =
                name.read(value, reader).then(|| Mark::ALL.into_iter().find(|mark| mark.name() == name));
            match mark {
                Some(Some(mark)) => *self = self.with(mark),
                Some(None) => reader.note(Problem::UnknownMark(name)),
                None => {}
            }
            true
        })
    }

    fn is_absent(&self) -> bool {
        self.0 == 0
    }
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Mark::name))
    }
}
