//! The hand that reads the model from values: one trait, one macro, one path for the notes.

use super::note::{Note, Problem};
use super::url::{ImageUrl, LinkUrl};
use crate::date::Timestamp;
use crate::value::Value;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

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

    /// Reads an object's fields into their places; one that is missing, null or wrong stays as it is.
    /// Says whether there was an object.
    pub(super) fn object(
        &mut self,
        value: &Value<'_>,
        fields: &mut [(&'static str, &mut dyn Place)],
    ) -> bool {
        if !matches!(value, Value::Object(_)) {
            return self.wrong::<()>("an object", value).is_some();
        }
        for (key, place) in fields {
            if let Some(value) = value.get(key).filter(|value| !matches!(value, Value::Null)) {
                self.path.push(Step::Key(key));
                place.fill(value, self);
                self.path.pop();
            }
        }
        true
    }

    /// Hands on the items of an array, one by one.
    fn each(&mut self, items: &[Value<'_>], read: &mut dyn FnMut(&Value<'_>, &mut Self)) {
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Index(index));
            read(item, self);
            self.path.pop();
        }
    }

    /// Reads the items of an array; those that are wrong are left out.
    pub(super) fn items<T: FromValue>(&mut self, items: &[Value<'_>]) -> Vec<T> {
        let mut read = Vec::new();
        self.each(items, &mut |item, reader| read.extend(T::read(item, reader)));
        read
    }
}

/// A field of the model, whatever its type.
pub(super) trait Place {
    /// Puts there what a value holds, and says whether it could be read.
    fn fill(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool;
}

impl<T: FromValue> Place for T {
    fn fill(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        match T::read(value, reader) {
            Some(read) => {
                *self = read;
                true
            }
            None => false,
        }
    }
}

impl FromValue for String {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::String(text) => Some(text.clone().into_owned()),
            Value::Number(number) => Some((*number).to_owned()),
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
        let Value::Number(number) = value else {
            return reader.wrong("a whole number", value);
        };
        let number = number.parse().ok();
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
                let mut object = Self::default();
                $(
                    if !matches!(value, $crate::value::Value::Object(_)) {
                        return $crate::article::Place::fill(&mut object.$text, value, reader).then_some(object);
                    }
                )?
                reader.object(value, &mut [$(($key, &mut object.$field)),*]).then_some(object)
            }
        }
    };
}
pub(super) use object;
