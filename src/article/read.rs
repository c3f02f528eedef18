//! The hand that reads the model from values: one trait, one macro, one path for the notes.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::note::{Note, Problem};
use super::shape::Shaped;
use super::url::{ImageUrl, LinkUrl, MediaUrl, UrlError};
use crate::date::Timestamp;
use crate::text::digits;
use crate::value::Value;

/// How many notes are kept; what comes after them is counted.
const MAX_NOTES: usize = 200;

/// A field of the model, whatever its type.
pub(super) trait Field: Shaped {
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

    /// Reads the items of an array one by one, or one item that stands alone; those that are wrong are left out.
    ///
    /// One loop for lists of every type: only what makes an item is theirs.
    pub(super) fn list(&mut self, value: &Value<'_>, list: &mut dyn Growing) -> bool {
        let Value::Array(items) = value else { return self.item(value, list) };
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Index(index));
            self.item(item, list);
            self.path.pop();
        }
        true
    }

    fn item(&mut self, value: &Value<'_>, list: &mut dyn Growing) -> bool {
        let keeps_places = list.keeps_places();
        let Some(item) = list.add() else { return false };
        if keeps_places && matches!(value, Value::Null) {
            return true;
        }
        let is_read = item.read(value, self);
        if !is_read && !keeps_places {
            list.take_back();
        }
        is_read
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

macro_rules! addresses {
    ($($url:ident)*) => { $(
        impl Field for Option<$url> {
            fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
                *self = reader.address(value, $url::parse);
                self.is_some()
            }

            fn is_absent(&self) -> bool {
                self.is_none()
            }
        }
    )* };
}
addresses! { LinkUrl ImageUrl MediaUrl }

impl<T: Field> Field for Box<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        (**self).read(value, reader)
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Field + Default> Field for Option<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let is_read = self.insert(T::default()).read(value, reader);
        if !is_read {
            *self = None;
        }
        is_read
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// A list in the making.
pub(super) trait Growing {
    /// Adds an empty item, to be read into.
    fn add(&mut self) -> Option<&mut dyn Field>;

    /// Takes it back.
    fn take_back(&mut self);

    /// Whether an item that is null or wrong stays where it is, empty: those behind it stand in columns of their own.
    fn keeps_places(&self) -> bool {
        false
    }
}

impl<T: Field + Default> Growing for Vec<T> {
    fn add(&mut self) -> Option<&mut dyn Field> {
        self.push(T::default());
        self.last_mut().map(|item| item as &mut dyn Field)
    }

    fn take_back(&mut self) {
        self.truncate(self.len().saturating_sub(1)); // less code than to pop it, which would move it first
    }
}

/// A list; one item that stands alone is a list of one, and items that are wrong are left out.
impl<T: Field + Default> Field for Vec<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        reader.list(value, self)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Whether a value is running text, not an object with a key of its own beside `text` or with a list for its `text`.
pub(super) fn is_running(value: &Value<'_>, keys: &[&str]) -> bool {
    let has_own = keys.iter().any(|key| value.get(key).is_some());
    !has_own && !matches!(value.get("text"), Some(Value::Array(_) | Value::Object(_)))
}
