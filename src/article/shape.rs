//! What the model is made of, told by the types that are read: for those who write a schema or types of it.
//!
//! No field can be left out of it: whatever is [read](super::read) has a shape, and the macros that declare the
//! model tell fields, choices and kinds with their documentation. Nothing that draws asks for it, so that the
//! linker keeps it from the browser.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::block::{Data, Items};
use super::url::{ImageUrl, LinkUrl, MediaUrl};
use super::{Article, Language, Version};
use crate::date::Timestamp;

/// What a value may be, beside null, which says as much as a field that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A string, or a number that stands for one.
    Line,
    /// `true` or `false`.
    Switch,
    /// A whole number that a `u32` holds.
    Count,
    /// A date as a string or a number.
    Instant,
    /// An address as a string.
    Address,
    /// The tag of a language.
    Language,
    /// Whatever JSON can write.
    Any,
    /// The definition of this name.
    Named(&'static str),
    /// One of it, or a list of them.
    Many(Box<Shape>),
    /// A list of them, or a string for one: see [`Items`].
    Items(Box<Shape>),
}

/// The lines of a documentation comment.
pub type Docs = &'static [&'static str];

/// A part of the vocabulary that has a name.
#[derive(Debug, Clone)]
pub struct Definition {
    /// What it is called, in Rust and everywhere.
    pub name: &'static str,
    /// What is said of it.
    pub docs: Docs,
    /// What it consists of.
    pub form: Form,
}

/// What a definition consists of.
#[derive(Debug, Clone)]
pub enum Form {
    /// Another name for a shape.
    Alias(Shape),
    /// An object with fields, and what may stand for it.
    Object(Vec<Member>, Bare),
    /// One of these names, and which it is where none is given.
    Choice(&'static [Choice], Option<&'static str>),
    /// An object whose `type` says which of these it is, or else the other; bare, what may stand for the first.
    Blocks(Vec<Member>, Shape),
}

/// A field of an object, or a kind of block.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its key, or the kind's name.
    pub key: &'static str,
    /// What is said of it.
    pub docs: Docs,
    /// What it may be.
    pub shape: Shape,
}

/// One of several names.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The name in JSON.
    pub name: &'static str,
    /// What is said of it.
    pub docs: Docs,
}

/// What may stand in an object's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bare {
    /// Nothing.
    Nothing,
    /// What is no object stands for the field of this key, which Rust calls the same.
    Field(&'static str),
    /// Running text stands for the field `text`. An object with a key of its own beside `text`, or with a list or an
    /// object for its `text`, is none.
    Running,
}

/// The definitions of a format, in the order in which they are first named.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    definitions: Vec<Definition>,
}

impl Vocabulary {
    /// The article's, with the article first.
    #[must_use]
    pub fn of_article() -> Self {
        let mut vocabulary = Self { definitions: Vec::new() };
        Article::shape(&mut vocabulary);
        vocabulary
    }

    /// The definitions.
    #[must_use]
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// The definition of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.name == name)
    }

    /// Names a definition; the first time, it is told as well.
    pub(super) fn define(
        &mut self,
        name: &'static str,
        docs: Docs,
        form: impl FnOnce(&mut Self) -> Form,
    ) -> Shape {
        if self.get(name).is_none() {
            let place = self.definitions.len();
            // Named before it is told, since it may hold itself.
            self.definitions.push(Definition { name, docs, form: Form::Alias(Shape::Any) });
            let form = form(self);
            if let Some(definition) = self.definitions.get_mut(place) {
                definition.form = form;
            }
        }
        Shape::Named(name)
    }

    /// Asks each field of an object, or each kind of block, for its shape.
    pub(super) fn members(&mut self, members: &[Unasked]) -> Vec<Member> {
        members.iter().map(|(key, docs, shape)| Member { key, docs, shape: shape(self) }).collect()
    }
}

/// A field or a kind that is yet to be asked for its shape.
type Unasked = (&'static str, Docs, fn(&mut Vocabulary) -> Shape);

/// What can tell its shape: every type of the model.
pub(super) trait Shaped {
    /// What a value of it may be.
    fn shape(vocabulary: &mut Vocabulary) -> Shape
    where
        Self: Sized; // so that no page carries it along
}

/// Declares the shapes of types that hold no others.
macro_rules! simple {
    ($( $shape:ident: $($type:ty)+, )*) => { $( $(
        impl Shaped for $type {
            fn shape(_: &mut Vocabulary) -> Shape {
                Shape::$shape
            }
        }
    )+ )* };
}
simple! {
    Line: String,
    Switch: bool,
    Count: u32 Version,
    Instant: Timestamp,
    Address: LinkUrl ImageUrl MediaUrl,
    Language: Language,
    Any: Data,
}

impl<T: Shaped> Shaped for Box<T> {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        T::shape(vocabulary)
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        T::shape(vocabulary)
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        Shape::Many(T::shape(vocabulary).into())
    }
}

impl<T: Shaped> Shaped for Items<T> {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        Shape::Items(T::shape(vocabulary).into())
    }
}

/// Tells the shape of an object by what `object!` was told of it.
macro_rules! object_shape {
    ($name:ident $docs:tt { $( $key:literal: $type:ty, $field_docs:tt )* } $($bare:tt)*) => {
        impl $crate::article::shape::Shaped for $name {
            fn shape(vocabulary: &mut $crate::article::shape::Vocabulary) -> $crate::article::shape::Shape {
                use $crate::article::shape::{Bare, Form, bare, docs};
                vocabulary.define(stringify!($name), docs!$docs, |vocabulary| {
                    let fields = vocabulary.members(&[
                        $(($key, docs!$field_docs, <$type as $crate::article::shape::Shaped>::shape)),*
                    ]);
                    Form::Object(fields, bare!($($bare)*))
                })
            }
        }
    };
}
pub(super) use object_shape;

/// What may stand for an object, from what `object!` says last.
macro_rules! bare {
    () => {
        Bare::Nothing
    };
    (or from text: $field:ident) => {
        Bare::Field(stringify!($field))
    };
    (or from running text) => {
        Bare::Running
    };
}
pub(super) use bare;

/// Tells the shape of a choice by what `choice!` and `marks!` were told of it.
macro_rules! choice_shape {
    ($name:ident $docs:tt { $( $text:literal, $choice_docs:tt )* } $default:expr) => {
        impl $crate::article::shape::Shaped for $name {
            fn shape(vocabulary: &mut $crate::article::shape::Vocabulary) -> $crate::article::shape::Shape {
                use $crate::article::shape::{Choice, Form, docs};
                vocabulary.define(stringify!($name), docs!$docs, |_| {
                    Form::Choice(&[$(Choice { name: $text, docs: docs!$choice_docs }),*], $default)
                })
            }
        }
    };
}
pub(super) use choice_shape;

/// The lines of the documentation comments among attributes.
macro_rules! docs {
    ($( #[$($attribute:tt)*] )*) => { &[$( $crate::article::shape::line!($($attribute)*) ),*] };
}
pub(super) use docs;

/// The line of a documentation comment; of any other attribute none.
macro_rules! line {
    (doc = $line:literal) => {
        $line
    };
    ($($other:tt)*) => {
        ""
    };
}
pub(super) use line;
