//! Strings in, strings out.
//! Floor 1. Uses: nothing.
//!
//! A rule reads text and answers with [`Edit`]s; [`apply`] carries them out. Keeping the two apart lets one rule work
//! on a paragraph that inline marks have cut into several strings: join, ask, and apply each edit where its bytes are.
//!
//! ```
//! use satr::text::{apply, digits, digits::Numerals};
//!
//! let edits = digits::edits("فصل 7", Numerals::Persian);
//! assert_eq!(edits[0].range, 7..8);
//! assert_eq!(apply("فصل 7", &edits), "فصل ۷");
//! ```
#![deny(clippy::indexing_slicing)]

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

pub mod chars;
mod clean;
pub mod digits;
pub mod number;
mod protected;
pub mod token;

pub use clean::clean;

/// One replacement: the bytes of `range` become `to`.
///
/// Rules answer with edits in ascending order that do not overlap, on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text the rule was given; empty where something is inserted.
    pub range: Range<usize>,
    /// What stands there afterwards; empty where something is removed.
    pub to: &'static str,
}

/// Carries out `edits` on the text they were made for. Without edits the text comes back as it is, not copied.
///
/// An edit that goes back before the end of the one before it, or that cuts a character, is passed over.
///
/// ```
/// use satr::text::{Edit, apply};
///
/// let edits = [Edit { range: 0..1, to: "۲" }, Edit { range: 4..4, to: "!" }];
/// assert_eq!(apply("2 تا", &edits), "۲ ت!ا");
/// ```
pub fn apply<'a>(text: &'a str, edits: &[Edit]) -> Cow<'a, str> {
    if edits.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + edits.len());
    let mut done = 0;
    for Edit { range, to } in edits {
        // No slice backwards and none inside a character: both are None here.
        if let (Some(before), Some(_)) = (text.get(done..range.start), text.get(range.clone())) {
            out.push_str(before);
            out.push_str(to);
            done = range.end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// The edits that fall into a part of the text, as edits of that part. One that reaches over its border is left out.
///
/// ```
/// use satr::text::{Edit, within};
///
/// let edits = [Edit { range: 2..3, to: "۲" }, Edit { range: 7..8, to: "۷" }];
/// assert_eq!(within(&edits, 5..9), [Edit { range: 2..3, to: "۷" }]);
/// ```
#[must_use]
pub fn within(edits: &[Edit], part: Range<usize>) -> Vec<Edit> {
    // Their order leads to the first: looking through all of them for each part would be a square.
    let first = edits.partition_point(|edit| edit.range.start < part.start);
    let inside = edits.iter().skip(first).take_while(|edit| edit.range.end <= part.end);
    inside
        .map(|edit| Edit { range: edit.range.start - part.start..edit.range.end - part.start, to: edit.to })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_out_of_order_or_inside_a_character_are_passed_over() {
        let edit = |range, to| Edit { range, to };
        assert_eq!(apply("abc", &[edit(1..2, "x"), edit(0..1, "y"), edit(2..9, "z")]), "axc");
        assert_eq!(apply("سلام", &[edit(1..2, "x")]), "سلام");
    }

    #[test]
    fn nothing_to_do_copies_nothing() {
        assert!(matches!(apply("سلام", &[]), Cow::Borrowed("سلام")));
    }
}
