//! Satr turns article data into a Persian page: right-to-left nodes, Persian numerals and Jalali dates.
//!
//! ```
//! use satr::article;
//! use satr::options::Options;
//!
//! let json = r#"{
//!     "headline": "نخستین باران پاییزی در سمنان",
//!     "published": "2019-08-14T12:00:00+04:30",
//!     "body": "باران از ساعت 5 آغاز شد."
//! }"#;
//! let (article, notes) = article::from_json(json.as_bytes())?;
//! let html = satr::render_html(&article, &Options::default());
//!
//! assert!(notes.is_empty());
//! assert!(html.contains(r#"<h1 class="satr-headline">نخستین باران پاییزی در سمنان</h1>"#));
//! assert!(html.contains(r#"<time datetime="2019-08-14T12:00:00+04:30">۲۳ مرداد ۱۳۹۸، ۱۲:۰۰</time>"#));
//! assert!(html.contains("<p>باران از ساعت ۵ آغاز شد.</p>"));
//! # Ok::<(), satr::value::ParseError>(())
//! ```
//!
//! Data moves one way: [`import`] reads others' formats and [`article`] its own, [`view`] draws the article as
//! a [`tree`], [`html`] writes the tree, [`plain`] writes it as text, [`json_ld`] tells search engines of it,
//! [`page`] puts a whole page around it. The browser package reads the same tree. Reading may fail, drawing never
//! does: what was off comes back as [notes](article::Note).
//!
//! # What it does not do
//!
//! It has no clock and no locale of its own, reads no files and asks no network; it keeps no HTML of the data
//! (what is markup there is text here); and it does not guess: a field it cannot read is left out and noted.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), no_std)]

extern crate alloc;

pub mod text;

pub mod date;
pub mod value;

pub mod article;

pub mod import;
pub mod options;
pub mod schema;
pub mod tree;

pub mod view;

pub mod html;
pub mod plain;

pub mod json_ld;

pub mod page;

/// Draws an article as HTML: one `div.satr`, to stand in a page that has the [stylesheet](view::STYLESHEET).
#[must_use]
pub fn render_html(article: &article::Article, options: &options::Options) -> alloc::string::String {
    html::render(&view::draw(article, options))
}

/// The Rust of the README and the docs, run with the tests.
#[cfg(doctest)]
pub mod docs {
    #[doc = include_str!("../README.md")]
    pub struct Readme;
    #[doc = include_str!("../docs/rust.md")]
    pub struct Rust;
}
