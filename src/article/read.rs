//! The hand that reads the model from values: one trait, one macro, one path for the notes.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::note::{Note, Problem};
use super::url::{ImageUrl, LinkUrl, UrlError};
use crate::date::Timestamp;
use crate::text::digits;
use crate::value::Value;

/// How many notes are kept; what comes after them is counted.
const MAX_NOTES: usize = 200;

/// A field of the model, whatever its type.
pub(super) trait Field {
    /// Takes what a value holds, and says whether it could. If not, it stays as it is and the reader holds a note.
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool;

    /// Whether it says nothing and need not be written.
    fn is_absent(&self) -> bool
    where
        Self: Sized, // so that no page carries it along
    {
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
                    path.push_str(&digits::ascii(*index as u64));
                    path.push(']');
                }
            }
        }
        self.notes.push(Note { path, problem });
    }

    /// Notes that a value is of another kind than expected.
    pub(super) fn wrong(&mut self, expected: &'static str, value: &Value<'_>) -> bool {
        self.note(Problem::WrongType { expected, found: value.kind() });
        false
    }

    /// Reads an object's fields; one that is missing, null or wrong stays as it is.
    pub(super) fn object(
        &mut self,
        value: &Value<'_>,
        fields: &mut [(&'static str, &mut dyn Field)],
    ) -> bool {
        if !matches!(value, Value::Object(_)) {
            return self.wrong("an object", value);
        }
        for (key, field) in fields {
            if let Some(value) = value.get(key).filter(|value| !matches!(value, Value::Null)) {
                self.path.push(Step::Key(key));
                field.read(value, self);
                self.path.pop();
            }
        }
        true
    }

    /// Reads the items of an array one by one, or one item that stands alone.
    pub(super) fn items(
        &mut self,
        value: &Value<'_>,
        read: &mut dyn FnMut(&Value<'_>, &mut Self) -> bool,
    ) -> bool {
        let Value::Array(items) = value else { return read(value, self) };
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Index(index));
            read(item, self);
            self.path.pop();
        }
        true
    }

    /// Parses an address.
    fn address<T>(
        &mut self,
        value: &Value<'_>,
        parse: fn(&str, Option<&LinkUrl>) -> Result<T, UrlError>,
    ) -> Option<T> {
        let Value::String(text) = value else {
            self.wrong("an address as a string", value);
            return None;
        };
        parse(text, self.base.as_ref()).map_err(|error| self.note(Problem::BadUrl(error))).ok()
    }
}

impl Field for String {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        match value {
            Value::String(text) => text.as_ref().clone_into(self),
            Value::Number(digits) => (*digits).clone_into(self),
            _ => return reader.wrong("a string", value),
        }
        true
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Field for bool {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let Value::Bool(is) = value else { return reader.wrong("a boolean", value) };
        *self = *is;
        true
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

impl Field for u32 {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let Value::Number(digits) = value else { return reader.wrong("a whole number", value) };
        let number = digits.parse();
        match number {
            Ok(number) => *self = number,
            Err(_) => reader.note(Problem::OutOfRange),
        }
        number.is_ok()
    }
}

impl Field for Option<Timestamp> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let read = match value {
            Value::String(text) => Timestamp::parse(text),
            Value::Number(epoch) => Timestamp::from_epoch_digits(epoch),
            _ => return reader.wrong("a date as a string or a number", value),
        };
        *self = read.map_err(|error| reader.note(Problem::BadDate(error))).ok();
        self.is_some()
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl Field for Option<LinkUrl> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        *self = reader.address(value, LinkUrl::parse);
        self.is_some()
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl Field for Option<ImageUrl> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        *self = reader.address(value, ImageUrl::parse);
        self.is_some()
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Field + Default> Field for Option<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let mut field = T::default();
        let is_read = field.read(value, reader);
        *self = is_read.then_some(field);
        is_read
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// A list; one item that stands alone is a list of one, and items that are wrong are left out.
impl<T: Field + Default> Field for Vec<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        reader.items(value, &mut |value, reader| {
            let mut item = T::default();
            let is_read = item.read(value, reader);
            if is_read {
                self.push(item);
            }
            is_read
        })
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
                #[serde(rename = $key, skip_serializing_if = "crate::article::Field::is_absent")]
                pub $field: $type,
            )*
        }

        impl $crate::article::Field for $name {
            fn read(&mut self, value: &$crate::value::Value<'_>, reader: &mut $crate::article::Reader) -> bool {
                $(
                    if !matches!(value, $crate::value::Value::Object(_)) {
                        return self.$text.read(value, reader);
                    }
                )?
                reader.object(value, &mut [$(($key, &mut self.$field)),*])
            }
        }
    };
}
pub(super) use object;
