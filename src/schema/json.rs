//! The vocabulary as a JSON Schema.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::summary;
use crate::article::VERSION;
use crate::article::shape::{Bare, Choice, Definition, Docs, Form, Member, Shape, Vocabulary};
use crate::value::{self, Value};

/// The most characters of a line that is not broken.
const WIDTH: usize = 120;

type Schema = Value<'static>;

/// The JSON Schema (draft 2020-12) of an article, as a file to keep.
///
/// It takes what is read without a note; what has a note of code `wrong-type` it refuses.
#[must_use]
pub fn json_schema() -> String {
    let vocabulary = Vocabulary::of_article();
    let writer = Writer { vocabulary: &vocabulary };
    let told = [("Address", json(ADDRESS)), ("Instant", json(INSTANT)), ("Language", json(LANGUAGE))];
    let defined = vocabulary.definitions().iter().map(|it| (it.name, writer.definition(it)));
    let schema = object([
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", text(format!("urn:satr:article:{VERSION}"))),
        ("title", text("Satr article")),
        (
            "description",
            text(format!(
                "An article as Satr reads it. Every field may be missing or null; unknown fields are ignored; a number \
             stands for a string, one item for a list of one. `version` is {VERSION}, also where it is missing: within \
             a version fields, choices and kinds of blocks are only added, never renamed, removed or given another \
             meaning, so that each reader reads every older article, and of a newer one what it knows."
            )),
        ),
        ("$ref", text("#/$defs/Article")),
        ("$defs", object(defined.chain(told))),
    ]);
    lay(&schema, 0) + "\n"
}

const ADDRESS: &str = r#"{
    "description": "An address: `https`, `http` or relative, of a link also `mailto` and `tel`, of a picture also a small one as base64 in a `data:` address. Others are left out and noted.",
    "type": "string"
}"#;

const INSTANT: &str = r#"{
    "description": "An instant: ISO 8601 such as `2019-08-14T12:00:00+04:30`, without an offset in Tehran; or seconds or milliseconds since 1970, from 1973 on. Others are left out and noted.",
    "type": ["string", "number"]
}"#;

const LANGUAGE: &str = r#"{
    "description": "A language by BCP 47, such as `fa` or `fa-AF`.",
    "type": "string",
    "maxLength": 35,
    "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
}"#;

/// Writes shapes as schemas, which refer to each other's definitions.
struct Writer<'v> {
    vocabulary: &'v Vocabulary,
}

impl Writer<'_> {
    fn definition(&self, definition: &Definition) -> Schema {
        let schema = match &definition.form {
            Form::Alias(shape) => self.shape(shape),
            Form::Object(fields, bare) => self.object(fields, *bare),
            Form::Choice(choices, default) => choice(choices, *default),
            Form::Blocks(kinds, other) => self.blocks(kinds, other),
        };
        described(definition.docs, schema)
    }

    /// What a value may be, beside null.
    fn shape(&self, shape: &Shape) -> Schema {
        match shape {
            Shape::Line => json(r#"{"type": ["string", "number"]}"#),
            Shape::Switch => json(r#"{"type": "boolean"}"#),
            Shape::Count => json(r#"{"type": "integer", "minimum": 0, "maximum": 4294967295}"#),
            Shape::Instant => reference("Instant"),
            Shape::Address => reference("Address"),
            Shape::Language => reference("Language"),
            Shape::Any => object([]),
            Shape::Named(name) => reference(name),
            Shape::Many(item) => {
                let one = self.shape(item);
                // An array is the list, also where an item could be one.
                let one = if self.takes_lists(item) { but(one, "array") } else { one };
                any_of([one, list(self.shape(item))])
            }
            // An item that is null keeps its place.
            Shape::Items(item) => any_of([json(r#"{"type": "string"}"#), list(nullable(self.shape(item)))]),
        }
    }

    /// Whether a value of a shape may be an array.
    fn takes_lists(&self, shape: &Shape) -> bool {
        let Shape::Named(name) = shape else { return matches!(shape, Shape::Many(_) | Shape::Items(_)) };
        match self.vocabulary.get(name).map(|definition| &definition.form) {
            Some(Form::Alias(shape)) => self.takes_lists(shape),
            Some(Form::Object(fields, Bare::Field(key))) => {
                fields.iter().any(|field| field.key == *key && self.takes_lists(&field.shape))
            }
            Some(Form::Object(_, bare)) => *bare == Bare::Running,
            Some(Form::Blocks(..)) => true,
            Some(Form::Choice(..)) | None => false,
        }
    }

    fn object(&self, fields: &[Member], bare: Bare) -> Schema {
        let property =
            |field: &Member| (field.key, described(field.docs, nullable(self.shape(&field.shape))));
        let properties = ("properties", object(fields.iter().map(property)));
        let whole = || object([("type", text("object")), properties.clone()]);
        match bare {
            Bare::Nothing => whole(),
            Bare::Field(key) => {
                let field = fields.iter().filter(|field| field.key == key);
                let bare = field.map(|field| match field.shape {
                    Shape::Named(_) => but(self.shape(&field.shape), "object"),
                    _ => self.shape(&field.shape),
                });
                any_of([whole()].into_iter().chain(bare))
            }
            // Beside the choice, so that a field that is wrong is not taken for one that running text does not know.
            Bare::Running => object([("anyOf", array([own(fields), reference("RichText")])), properties]),
        }
    }

    fn blocks(&self, kinds: &[Member], other: &Shape) -> Schema {
        let bare = kinds.first().map(|kind| but(self.shape(&kind.shape), "object"));
        let known = kinds.iter().map(|kind| {
            let schema = self.block(object([("const", text(kind.key))]), &kind.shape);
            let schema = described(kind.docs, schema);
            examples(kind.docs).into_iter().fold(schema, |schema, all| with(schema, "examples", all))
        });
        let names = array(kinds.iter().map(|kind| text(kind.key)));
        let unknown = object([("type", text("string")), ("not", object([("enum", names)]))]);
        any_of(bare.into_iter().chain(known).chain([self.block(unknown, other)]))
    }

    /// An object whose `type` is one of those, and whose other fields are these.
    fn block(&self, kind: Schema, fields: &Shape) -> Schema {
        let block = object([
            ("type", text("object")),
            ("required", array([text("type")])),
            ("properties", object([("type", kind)])),
        ]);
        match self.shape(fields) {
            Value::Object(fields) => {
                fields.into_iter().fold(block, |block, (key, value)| with(block, key, value))
            }
            _ => block,
        }
    }
}

/// What is no running text but an object: it has a key of its own, or a list or an object for its `text`.
fn own(fields: &[Member]) -> Schema {
    let keys = fields.iter().filter(|field| field.key != "text");
    let has = keys.map(|field| object([("required", array([text(field.key)]))]));
    let long = json(r#"{"required": ["text"], "properties": {"text": {"type": ["array", "object"]}}}"#);
    object([("type", text("object")), ("anyOf", array(has.chain([long])))])
}

fn choice(choices: &[Choice], default: Option<&'static str>) -> Schema {
    let told = |choice: &Choice| described(choice.docs, object([("const", text(choice.name))]));
    let default = default.map(|name| ("default", text(name)));
    object(default.into_iter().chain([("oneOf", array(choices.iter().map(told)))]))
}

/// The examples in JSON that documentation has.
fn examples(docs: Docs) -> Option<Schema> {
    let mut lines = docs.iter().map(|line| line.trim()).skip_while(|line| *line != "```json").skip(1);
    lines.next().map(|example| array([json(example)]))
}

/// A schema with what documentation says first.
fn described(docs: Docs, schema: Schema) -> Schema {
    let mut all = Vec::from([("description".into(), text(summary(docs)))]);
    if let Value::Object(entries) = schema {
        all.extend(entries);
    }
    Value::Object(all)
}

fn list(item: Schema) -> Schema {
    object([("type", text("array")), ("items", item)])
}

/// A schema that takes null as well.
fn nullable(schema: Schema) -> Schema {
    let null = || text("null");
    match schema {
        Value::Object(mut entries) => {
            let places = entries.iter_mut().find_map(|(key, value)| match (key.as_ref(), value) {
                ("type", value) => {
                    *value = match core::mem::replace(value, Value::Null) {
                        Value::Array(types) => array(types.into_iter().chain([null()])),
                        one => array([one, null()]),
                    };
                    Some(())
                }
                ("anyOf", Value::Array(schemas)) => {
                    schemas.push(json(r#"{"type": "null"}"#));
                    Some(())
                }
                _ => None,
            });
            match places {
                None if !entries.is_empty() => any_of([Value::Object(entries), json(r#"{"type": "null"}"#)]),
                _ => Value::Object(entries),
            }
        }
        other => other,
    }
}

/// A schema without the values of a type.
fn but(schema: Schema, kind: &'static str) -> Schema {
    with(schema, "not", object([("type", text(kind))]))
}

fn with(schema: Schema, key: impl Into<Cow<'static, str>>, value: Schema) -> Schema {
    match schema {
        Value::Object(mut entries) => {
            entries.push((key.into(), value));
            Value::Object(entries)
        }
        other => other,
    }
}

fn any_of(schemas: impl IntoIterator<Item = Schema>) -> Schema {
    object([("anyOf", array(schemas))])
}

fn reference(name: &str) -> Schema {
    object([("$ref", text(format!("#/$defs/{name}")))])
}

fn object(entries: impl IntoIterator<Item = (&'static str, Schema)>) -> Schema {
    Value::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

fn array(items: impl IntoIterator<Item = Schema>) -> Schema {
    Value::Array(items.into_iter().collect())
}

fn text(text: impl Into<Cow<'static, str>>) -> Schema {
    Value::String(text.into())
}

/// What is written as JSON in the source.
fn json(text: &'static str) -> Schema {
    value::parse(text).map_or(Value::Null, |parsed| parsed.value)
}

/// JSON for people: a value on one line where it fits, else an item or entry a line.
fn lay(value: &Value<'_>, indent: usize) -> String {
    let line = line(value);
    let (parts, open, close): (Vec<String>, _, _) = match value {
        _ if indent + line.chars().count() <= WIDTH => return line,
        Value::Array(items) => (items.iter().map(|item| lay(item, indent + 2)).collect(), '[', ']'),
        Value::Object(entries) => {
            let entry = |(key, value): &(Cow<'_, str>, _)| format!("\"{key}\": {}", lay(value, indent + 2));
            (entries.iter().map(entry).collect(), '{', '}')
        }
        _ => return line,
    };
    let (outer, inner) = (" ".repeat(indent), " ".repeat(indent + 2));
    format!("{open}\n{inner}{}\n{outer}{close}", parts.join(&format!(",\n{inner}")))
}

/// The same on one line, whatever its length.
fn line(value: &Value<'_>) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(line).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entry = |(key, value): &(Cow<'_, str>, _)| format!("\"{key}\": {}", line(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        other => {
            let mut json = String::new();
            value::write(other, &mut json);
            json
        }
    }
}
