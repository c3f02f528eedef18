//! An object in the making: what is empty leaves no key.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::value::Value;

#[derive(Default)]
pub(super) struct Object<'a>(Vec<(Cow<'a, str>, Value<'a>)>);

/// An object of a type of schema.org.
pub(super) fn object<'a>(kind: &'static str, fill: impl FnOnce(&mut Object<'a>)) -> Value<'a> {
    let mut object = Object::default();
    object.text("@type", kind);
    fill(&mut object);
    object.into()
}

impl<'a> Object<'a> {
    pub(super) fn value(&mut self, key: &'static str, value: Option<Value<'a>>) {
        self.0.extend(value.map(|value| (key.into(), value)));
    }

    pub(super) fn text(&mut self, key: &'static str, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        self.value(key, (!text.is_empty()).then_some(Value::String(text)));
    }

    pub(super) fn maybe(&mut self, key: &'static str, text: Option<impl Into<Cow<'a, str>>>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    pub(super) fn list(&mut self, key: &'static str, items: Vec<Value<'a>>) {
        self.value(key, (!items.is_empty()).then_some(Value::Array(items)));
    }

    pub(super) fn texts(&mut self, key: &'static str, texts: Vec<String>) {
        let texts = texts.into_iter().filter(|text| !text.is_empty());
        self.list(key, texts.map(|text| Value::String(text.into())).collect());
    }
}

impl<'a> From<Object<'a>> for Value<'a> {
    fn from(object: Object<'a>) -> Self {
        Value::Object(object.0)
    }
}
