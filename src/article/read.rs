//! The hand that reads the model from values: one trait, one macro, one path for the notes.

use super::note::{Note, Problem};
use super::url::{ImageUrl, LinkUrl};
use crate::date::Timestamp;
use crate::value::Value;

/// How many notes are kept; what comes after them is counted.
const MAX_NOTES: usize = 200;

/// A type that can be read from a value; `None` leaves the field out, and the reader holds a note of why.
pub(super) trait FromValue: Sized {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self>;

    /// Whether a field of this type says nothing and need not be written.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What reading carries along: where it is, what was off so far, and what relative addresses are based on.
pub(super) struct Reader {
    path: Vec<Step>,
    notes: Vec<Note>,
    more: usize,
    base: Option<LinkUrl>,
}

#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

impl Reader {
    pub(super) fn new(base: Option<LinkUrl>) -> Self {
        Self { path: Vec::new(), notes: Vec::new(), more: 0, base }
    }

    pub(super) fn into_notes(mut self) -> Vec<Note> {
        if self.more > 0 {
            self.notes.push(Note { path: String::new(), problem: Problem::MoreNotes(self.more) });
        }
        self.notes
    }

    pub(super) fn note(&mut self, problem: Problem) {
        if self.notes.len() >= MAX_NOTES {
            self.more += 1;
            return;
        }
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        self.notes.push(Note { path, problem });
    }

    /// Notes that a value is of another kind than expected, and leaves it out.
    pub(super) fn wrong<T>(&mut self, expected: &'static str, value: &Value<'_>) -> Option<T> {
        self.note(Problem::WrongType { expected, found: value.kind() });
        None
    }

    /// Reads what lies one step further in.
    fn at<T: FromValue>(&mut self, step: Step, value: &Value<'_>) -> Option<T> {
        self.path.push(step);
        let read = T::read(value, self);
        self.path.pop();
        read
    }

    /// Reads the field of an object; one that is missing, null or wrong is the default.
    pub(super) fn field<T: FromValue + Default>(&mut self, object: &Value<'_>, key: &'static str) -> T {
        let value = object.get(key).filter(|value| !matches!(value, Value::Null));
        value.and_then(|value| self.at(Step::Key(key), value)).unwrap_or_default()
    }

    /// Reads the items of an array; those that are wrong are left out.
    pub(super) fn items<T: FromValue>(&mut self, items: &[Value<'_>]) -> Vec<T> {
        let read = |(index, item)| self.at(Step::Index(index), item);
        items.iter().enumerate().filter_map(read).collect()
    }
}

impl FromValue for String {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::String(text) => Some(text.clone().into_owned()),
            Value::Integer(number) => Some(number.to_string()),
            _ => reader.wrong("a string", value),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl FromValue for bool {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Bool(is) => Some(*is),
            _ => reader.wrong("a boolean", value),
        }
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

impl FromValue for u32 {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::Integer(number) = value else {
            return reader.wrong("a whole number", value);
        };
        let number = Self::try_from(*number).ok();
        if number.is_none() {
            reader.note(Problem::OutOfRange);
        }
        number
    }
}

impl FromValue for Timestamp {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::String(text) = value else {
            return reader.wrong("a date as a string", value);
        };
        Self::parse(text).map_err(|error| reader.note(Problem::BadDate(error))).ok()
    }
}

impl FromValue for LinkUrl {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::String(text) = value else {
            return reader.wrong("an address as a string", value);
        };
        Self::parse(text, reader.base.as_ref()).map_err(|error| reader.note(Problem::BadUrl(error))).ok()
    }
}

impl FromValue for ImageUrl {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::String(text) = value else {
            return reader.wrong("an address as a string", value);
        };
        Self::parse(text, reader.base.as_ref()).map_err(|error| reader.note(Problem::BadUrl(error))).ok()
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(value, reader).map(Some)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// A list; one item that stands alone is a list of one.
impl<T: FromValue> FromValue for Vec<T> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Array(items) => Some(reader.items(items)),
            _ => T::read(value, reader).map(|item| vec![item]),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Declares a struct of the model: each field beside the key it is read from and written to.
/// With `or from text: field`, a bare string is read as that field alone.
macro_rules! object {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $( $(#[$doc:meta])* $key:literal $field:ident: $type:ty, )* }
        $(or from text: $text:ident)?
    ) => {
        $(#[$meta])*
        #[derive(serde::Serialize)]
        pub struct $name {
            $(
                $(#[$doc])*
                #[doc = concat!("\n\nKey: `", $key, "`.")]
                #[serde(rename = $key, skip_serializing_if = "crate::article::FromValue::is_absent")]
                pub $field: $type,
            )*
        }

        impl $crate::article::FromValue for $name {
            fn read(value: &$crate::value::Value<'_>, reader: &mut $crate::article::Reader) -> Option<Self> {
                $(
                    if !matches!(value, $crate::value::Value::Object(_)) {
                        let $text = $crate::article::FromValue::read(value, reader)?;
                        return Some(Self { $text, ..Self::default() });
                    }
                )?
                if !matches!(value, $crate::value::Value::Object(_)) {
                    return reader.wrong("an object", value);
                }
                Some(Self { $( $field: reader.field(value, $key), )* })
            }
        }
    };
}
pub(super) use object;
