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

pub mod bidi;
pub mod chars;
mod clean;
mod damage;
pub mod digits;
pub mod language;
pub mod number;
pub mod orthography;
mod protected;
mod rule;
pub mod token;
mod typesetter;
pub mod zwnj;

pub use clean::clean;
pub use damage::Damage;
pub use rule::{Rule, RuleError, Rules, Typography, TypographyError};
pub use typesetter::{Repair, Typesetter};

/// One replacement: the bytes of `range` become `to`.
///
/// Rules answer with edits in ascending order that do not overlap, on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text the rule was given; empty where something is inserted.
    pub range: Range<usize>,
    /// What stands there afterwards: one character, or none where something is removed.
    pub to: &'static str,
    /// What it is made for.
    pub rule: Rule,
}

/// Carries out `edits` on the text they were made for. Without edits the text comes back as it is, not copied.
///
/// An edit that goes back before the end of the one before it, or that cuts a character, is passed over.
///
/// ```
/// use satr::text::{Edit, Rule, apply};
///
/// let edit = |range, to| Edit { range, to, rule: Rule::Numerals };
/// let edits = [edit(0..1, "۲"), edit(4..4, "!")];
/// assert_eq!(apply("2 تا", &edits), "۲ ت!ا");
/// ```
pub fn apply<'a>(text: &'a str, edits: &[Edit]) -> Cow<'a, str> {
    if edits.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + edits.len());
    let mut done = 0;
    for Edit { range, to, .. } in edits {
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

/// The edits that fall into a part of the text, as edits of that part. Of one that reaches over a border each part has
/// its own share: what is written stands where the edit begins. What is inserted at a border belongs to the part before.
///
/// ```
/// use satr::text::{Edit, Rule, within};
///
/// let edit = |range, to| Edit { range, to, rule: Rule::Numerals };
/// assert_eq!(within(&[edit(2..3, "۲"), edit(7..8, "۷")], 5..9), [edit(2..3, "۷")]);
/// assert_eq!(within(&[edit(4..6, " ")], 0..5), [edit(4..5, " ")]);
/// assert_eq!(within(&[edit(4..6, " ")], 5..9), [edit(0..1, "")]);
/// ```
#[must_use]
pub fn within(edits: &[Edit], part: Range<usize>) -> Vec<Edit> {
    // Their order leads to the first: looking through all of them for each part would be a square.
    let first = edits.partition_point(|edit| part.start > 0 && edit.range.end <= part.start);
    let mut inside = Vec::new();
    for Edit { range, to, rule } in edits.iter().skip(first).take_while(|edit| edit.range.start <= part.end) {
        let begins_here = match range.is_empty() {
            true => range.start > part.start || part.start == 0,
            false => part.contains(&range.start),
        };
        let to = if begins_here { *to } else { "" };
        let range = range.start.max(part.start) - part.start..range.end.min(part.end) - part.start;
        if !(to.is_empty() && range.is_empty()) {
            inside.push(Edit { range, to, rule: *rule });
        }
    }
    inside
}

/// The edits that do at once what `first`, and then `second` on what that gave, do one after the other.
///
/// An edit of `second` that covers what one of `first` wrote takes its place.
///
/// ```
/// use satr::text::{Edit, Rule, apply, then};
///
/// let spaces = [Edit { range: 4..6, to: " ", rule: Rule::Spacing }];
/// let joined = [Edit { range: 4..5, to: "\u{200C}", rule: Rule::Prefix }];
/// assert_eq!(apply(&apply("می  رود", &spaces), &joined), "می\u{200C}رود");
/// assert_eq!(then(spaces.to_vec(), &joined), [Edit { range: 4..6, ..joined[0].clone() }]);
/// ```
#[must_use]
pub fn then(first: Vec<Edit>, second: &[Edit]) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(first.len() + second.len());
    let mut first = first.as_slice();
    // By how much a place before the edits of `first` is more than the one after them; less than nothing goes round.
    let mut back = 0_usize;
    for edit in second {
        let mut edit = edit.clone();
        for (place, stays) in [(&mut edit.range.start, true), (&mut edit.range.end, false)] {
            while let [one, rest @ ..] = first
                && one.range.start.wrapping_sub(back) + one.to.len() <= *place
            {
                edits.extend(stays.then(|| one.clone()));
                back = back.wrapping_add(one.range.len()).wrapping_sub(one.to.len());
                first = rest;
            }
            *place = place.wrapping_add(back);
        }
        // What the one wrote and the other took back was never there.
        if !(edit.range.is_empty() && edit.to.is_empty()) {
            edits.push(edit);
        }
    }
    edits.extend_from_slice(first);
    edits
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may index")]
mod tests {
    use super::*;

    #[test]
    fn edits_out_of_order_or_inside_a_character_are_passed_over() {
        let edit = |range, to| Edit { range, to, rule: Rule::Invisible };
        assert_eq!(apply("abc", &[edit(1..2, "x"), edit(0..1, "y"), edit(2..9, "z")]), "axc");
        assert_eq!(apply("سلام", &[edit(1..2, "x")]), "سلام");
    }

    /// Edits to a text, each of a character or none, at places chosen by the seeds.
    fn some_edits(text: &str, seeds: &[u8]) -> Vec<Edit> {
        let to = ["", "", "x", "ب", "—"];
        let chars = text.char_indices().zip(seeds.iter().cycle());
        let edits = chars.filter(|(_, seed)| **seed < 90).map(|((at, c), seed)| {
            let end = if seed % 2 == 0 { at } else { at + c.len_utf8() };
            Edit { range: at..end, to: to[usize::from(seed % 5)], rule: Rule::Spacing }
        });
        edits.collect()
    }

    proptest::proptest! {
        #[test]
        fn edits_one_after_the_other_are_edits_at_once(
            text in "[a-cپ—😀]{0,12}",
            one in proptest::collection::vec(proptest::prelude::any::<u8>(), 1..12),
            two in proptest::collection::vec(proptest::prelude::any::<u8>(), 1..12),
        ) {
            let first = some_edits(&text, &one);
            let between = apply(&text, &first);
            let second = some_edits(&between, &two);
            let both = then(first.clone(), &second);
            proptest::prop_assert_eq!(apply(&text, &both), apply(&between, &second), "{:?} {:?}", first, second);
        }
    }

    proptest::proptest! {
        #[test]
        fn edits_of_the_parts_are_edits_of_the_whole(
            text in "[a-cپ—😀]{0,12}",
            seeds in proptest::collection::vec(proptest::prelude::any::<u8>(), 1..12),
            borders in proptest::collection::vec(0..13_usize, 0..4),
        ) {
            let edits = some_edits(&text, &seeds);
            let places: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            let mut borders: Vec<_> = borders.iter().filter_map(|border| places.get(*border).copied()).collect();
            borders.extend([0, text.len()]);
            borders.sort_unstable();
            borders.dedup();
            let parts = borders.windows(2).map(|pair| apply(&text[pair[0]..pair[1]], &within(&edits, pair[0]..pair[1])));
            proptest::prop_assert_eq!(parts.collect::<String>(), apply(&text, &edits), "{:?}", edits);
        }
    }

    #[test]
    fn nothing_to_do_copies_nothing() {
        assert!(matches!(apply("سلام", &[]), Cow::Borrowed("سلام")));
    }
}
