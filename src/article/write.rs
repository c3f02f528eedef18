//! An article in, its JSON out.

use alloc::string::String;
use core::fmt;

use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use super::Article;
use crate::text::digits;
use crate::value::write_string;

impl Article {
    /// The article's JSON, from which [`from_json`](super::from_json) reads the same article. Numbers in the data of a
    /// host's own blocks are written as they came.
    ///
    /// ```
    /// use satr::article::Article;
    ///
    /// let article = Article { headline: "باران".into(), ..Article::default() };
    /// assert_eq!(article.to_json(), r#"{"version":1,"language":"fa","headline":"باران"}"#);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        let written = self.serialize(Writer(&mut json));
        debug_assert!(written.is_ok(), "the model has what its writer does not know");
        json
    }
}

/// Appends what the model is made of, and no more: a general writer would bring the reading and the writing of fractions
/// into the browser, of which the model has none. It calls itself unreadable, so that data comes as the bytes of its JSON.
struct Writer<'j>(&'j mut String);

/// The parts of a list or an object.
struct Parts<'j> {
    json: &'j mut String,
    is_begun: bool,
    end: char,
}

/// What the model is not made of.
type Never = Impossible<(), fmt::Error>;

impl<'j> Writer<'j> {
    fn parts(self, start: char, end: char) -> Parts<'j> {
        self.0.push(start);
        Parts { json: self.0, is_begun: false, end }
    }
}

impl Parts<'_> {
    /// What stands between two.
    fn next(&mut self) {
        if self.is_begun {
            self.json.push(',');
        }
        self.is_begun = true;
    }

    fn finish(self) {
        self.json.push(self.end);
    }
}

/// Refuses what the model is not made of.
macro_rules! unknown {
    ($($method:ident($kind:ty),)*) => {
        $( fn $method(self, _: $kind) -> Result<(), fmt::Error> { Err(fmt::Error) } )*
    };
}

impl<'j> Serializer for Writer<'j> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Parts<'j>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Parts<'j>;
    type SerializeStruct = Parts<'j>;
    type SerializeStructVariant = Never;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bytes(self, json: &[u8]) -> Result<(), fmt::Error> {
        self.0.push_str(str::from_utf8(json).map_err(|_| fmt::Error)?);
        Ok(())
    }

    fn serialize_bool(self, is: bool) -> Result<(), fmt::Error> {
        self.0.push_str(if is { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, number: u32) -> Result<(), fmt::Error> {
        self.0.push_str(&digits::ascii(number.into()));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), fmt::Error> {
        write_string(text, self.0);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), fmt::Error> {
        self.serialize_str(name)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'j>, fmt::Error> {
        Ok(self.parts('[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'j>, fmt::Error> {
        Ok(self.parts('{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'j>, fmt::Error> {
        Ok(self.parts('{', '}'))
    }

    unknown! {
        serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u64(u64),
        serialize_f32(f32), serialize_f64(f64), serialize_char(char),
        serialize_unit_struct(&'static str),
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.next();
        value.serialize(Writer(self.json))
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.finish();
        Ok(())
    }
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        self.next();
        key.serialize(Writer(self.json))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.json.push(':');
        value.serialize(Writer(self.json))
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.finish();
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        self.serialize_entry(key, value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.finish();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::article::from_json;

    #[test]
    fn numbers_of_data_keep_their_digits() {
        let json = r#"{"version":1,"language":"fa","body":[{"type":"custom","name":"chart","data":[1.50e3,12345678901234567890.10,-0]}]}"#;
        assert_eq!(from_json(json.as_bytes()).unwrap().0.to_json(), json);
    }
}
