//! The vocabulary as TypeScript types.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::summary;
use crate::article::shape::{Bare, Choice, Definition, Form, Member, Shape, Vocabulary};

/// The most characters of a line.
const WIDTH: usize = 120;

/// What stands before the definitions: what this file is, and the names of what they are made of.
const HEAD: &str = "\
// The types of an article. Written by `cargo xtask bless` from what src/article says; change it there.
//
// Every field may be missing or null; one of the wrong kind is left out and noted, the rest stands.

/** Text in one line; a number is written as it is. */
export type Line = string | number | null;

/** An address. `https`, `http` and, for links, `mailto` and `tel`; others are left out and noted. */
export type Address = string | URL | null;

/** An instant: ISO 8601 such as `2019-08-14T12:00:00+04:30`, a `Date`, or seconds or milliseconds since 1970, from 1973 on. */
export type Instant = string | number | Date | null;

/** A list; one item alone stands for a list of one. */
export type Many<T> = T | readonly NonNullable<T>[] | null;

/**
 * A list of what may be a list itself, so that one item alone must stand in an array, unless it is a string. An item that is
 * null keeps its place, as an empty cell does.
 */
export type Items<T> = string | readonly (T | null)[] | null;
";

/// The TypeScript types of an article, as a file to keep.
#[must_use]
pub fn typescript() -> String {
    let vocabulary = Vocabulary::of_article();
    let writer = Writer { vocabulary: &vocabulary };
    let definitions = vocabulary.definitions().iter().map(|definition| writer.definition(definition));
    HEAD.to_owned() + &definitions.collect::<String>()
}

/// Writes shapes as types, which name each other.
struct Writer<'v> {
    vocabulary: &'v Vocabulary,
}

impl Writer<'_> {
    fn definition(&self, definition: &Definition) -> String {
        let Definition { name, docs, form } = definition;
        let says = comment(&summary(docs), 0);
        match form {
            Form::Alias(shape) => format!("\n{says}export type {name} = {};\n", self.shape(shape)),
            Form::Object(fields, _) if fields.is_empty() => format!("\n{says}export interface {name} {{}}\n"),
            Form::Object(fields, _) => {
                let fields: String = fields.iter().map(|field| self.field(field)).collect();
                format!("\n{says}export interface {name} {{\n{fields}}}\n")
            }
            Form::Choice(choices, default) => {
                format!("\n{says}export type {name} ={}\n", union(choices, *default))
            }
            Form::Blocks(kinds, other) => self.blocks(name, &says, kinds, other),
        }
    }

    fn field(&self, field: &Member) -> String {
        let Member { key, docs, shape } = field;
        let null = if self.takes_null(shape) { "" } else { " | null" };
        format!("{}  {key}?: {}{null};\n", comment(&summary(docs), 2), self.shape(shape))
    }

    /// The kinds by their names, in an interface that others may add to: a union with a kind of any name in it would
    /// not be told apart by `type`.
    fn blocks(&self, name: &str, says: &str, kinds: &[Member], other: &Shape) -> String {
        let kind = |kind: &Member| {
            let says = comment(&summary(kind.docs), 2);
            let name = if let Shape::Named(name) = kind.shape { name } else { "unknown" };
            format!("{says}  {}: {name};\n", kind.key)
        };
        let other = self.shape(other);
        let open = format!(
            "/**\n * The kinds of blocks, by name. Of any other the text is kept, and noted; to write one, declare it:\n \
             * `declare module \"satr\" {{ interface {name}Kinds {{ mood: {other} }} }}`.\n */\n"
        );
        let kinds: String = kinds.iter().map(kind).collect();
        format!(
            "\n{says}export type {name} = {{ [Kind in keyof {name}Kinds]: {{ type: Kind }} & {name}Kinds[Kind] \
             }}[keyof {name}Kinds];\n\n{open}export interface {name}Kinds {{\n{kinds}}}\n"
        )
    }

    fn shape(&self, shape: &Shape) -> String {
        let name = match shape {
            Shape::Line => "Line",
            Shape::Switch => "boolean",
            Shape::Count => "number",
            Shape::Instant => "Instant",
            Shape::Address => "Address",
            Shape::Language => "string",
            Shape::Any => "unknown",
            Shape::Many(item) => return format!("Many<{}>", self.shape(item)),
            Shape::Items(item) => return format!("Items<{}>", self.shape(item)),
            Shape::Named(name) => {
                let bare = self.bare(name);
                return if bare.is_empty() { (*name).to_owned() } else { format!("{bare} | {name}") };
            }
        };
        name.to_owned()
    }

    /// What may stand for a definition that is an object.
    fn bare(&self, name: &str) -> &'static str {
        match self.vocabulary.get(name).map(|definition| &definition.form) {
            Some(Form::Object(_, Bare::Running)) => "RichText",
            Some(Form::Object(fields, Bare::Field(key))) => {
                let is_address = |field: &Member| field.key == *key && field.shape == Shape::Address;
                if fields.iter().any(is_address) { "Address" } else { "Line" }
            }
            Some(Form::Blocks(..)) => "Line",
            _ => "",
        }
    }

    /// Whether the type of a shape has null in it already.
    fn takes_null(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Switch | Shape::Count | Shape::Language => false,
            Shape::Named(name) => {
                let form = self.vocabulary.get(name).map(|definition| &definition.form);
                matches!(form, Some(Form::Alias(_))) || !self.bare(name).is_empty()
            }
            _ => true,
        }
    }
}

/// Names that one may choose from, a line each.
fn union(choices: &[Choice], default: Option<&str>) -> String {
    let last = choices.last().map(|choice| choice.name);
    let line = |choice: &Choice| {
        let end = if last == Some(choice.name) { ";" } else { "" };
        let default = if default == Some(choice.name) { " The default." } else { "" };
        format!("\n  | \"{}\"{end} // {}{default}", choice.name, summary(choice.docs))
    };
    choices.iter().map(line).collect()
}

/// A comment of documentation, on as few lines as it takes.
fn comment(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let line = format!("{margin}/** {text} */\n");
    if line.chars().count() <= WIDTH {
        return line;
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= WIDTH => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(format!("{margin} * {word}")),
        }
    }
    format!("{margin}/**\n{}\n{margin} */\n", lines.join("\n"))
}
