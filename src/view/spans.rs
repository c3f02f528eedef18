//! The texts of spans, set as the one text they are, so that a rule sees across their borders.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::is_blank;
use crate::article::{Mark, RichText, Span};
use crate::text::{self, Edit, Rule, Typesetter, chars, clean};

/// Running text as one line, for a place without its elements.
pub(crate) fn line(text: &RichText, typesetter: &Typesetter<'_>) -> String {
    let (set, _) = set(text.spans(), typesetter);
    if is_blank(&set) { String::new() } else { set.trim().replace('\n', " ") }
}

/// The text of spans, and where in it that of each ends.
pub(super) fn set<'t>(spans: &'t [Span], typesetter: &Typesetter<'_>) -> (String, Vec<(&'t Span, usize)>) {
    let mut line = String::new();
    let mut ends = Vec::with_capacity(spans.len());
    for (index, span) in spans.iter().enumerate() {
        let text = clean(&span.text);
        // A half-space at the border of two spans stands in neither of them between letters, but in the line it does.
        if span.text.starts_with(chars::ZWNJ) && parts(line.chars().next_back(), text.chars().next()) {
            line.push(chars::ZWNJ);
        }
        line.push_str(&text);
        let next = spans.get(index + 1).and_then(|next| next.text.chars().next());
        if span.text.ends_with(chars::ZWNJ) && parts(text.chars().next_back(), next) {
            line.push(chars::ZWNJ);
        }
        ends.push((span, line.len()));
    }
    let edits = typesetter.edits(&line);
    if !edits.is_empty() {
        let text = mem::take(&mut line);
        let mut start = 0;
        let is_foreign = |index: usize| spans.get(index).is_some_and(is_foreign);
        for (index, (_, end)) in ends.iter_mut().enumerate() {
            let part = start..*end;
            start = *end;
            let mut edits = text::within(&edits, part.clone());
            // No rule knows what code or another language means, for the marks and spaces beside it neither.
            let (behind, before) = (index > 0 && is_foreign(index - 1), is_foreign(index + 1));
            edits.retain(|Edit { range, rule, .. }| {
                let touches = behind && range.start == 0 || before && range.end == part.len();
                !is_foreign(index) && (!touches || matches!(rule, Rule::Letters | Rule::Numerals))
            });
            line.push_str(&text::apply(text.get(part).unwrap_or_default(), &edits));
            *end = line.len();
        }
    }
    (line, ends)
}

/// Whether a half-space between these two has work to do.
fn parts(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    clean(&String::from_iter([before, chars::ZWNJ, after])).contains(chars::ZWNJ)
}

/// Whether the rules of Persian are not for a span.
fn is_foreign(span: &Span) -> bool {
    span.marks.contains(Mark::Code) || span.lang.as_ref().is_some_and(|language| !language.is_persian())
}
