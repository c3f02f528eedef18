//! Set text, drawn with its runs in isolates.
//!
//! Only on a page from right to left: on the other kind Latin runs need none, and Persian ones follow each other as they
//! do in any text from left to right.

use alloc::vec::Vec;
use core::ops::Range;

use super::View;
use crate::text::bidi::{self, Direction, Run, Step};
use crate::text::chars;
use crate::tree::{Attr, Tag};

impl View<'_> {
    /// The runs of set text that need an isolate on this page.
    pub(super) fn runs(&self, set: &str) -> Vec<Run> {
        if self.is_rtl { bidi::runs(set, self.options.ranges) } else { Vec::new() }
    }

    /// Isolates the element that has just opened, if `text`, in it or before it, has Latin letters.
    pub(super) fn apart(&mut self, text: &str) {
        if self.is_rtl && chars::has(text, chars::is_latin_letter) {
            self.tree.attr(Attr::Dir, "rtl");
        }
    }

    /// Draws text of the data.
    pub(super) fn text(&mut self, text: &str) {
        let set = self.set(text);
        let runs = self.runs(&set);
        self.line_with(&set, &runs);
    }

    /// Draws set text of one line, the runs of which are known.
    pub(super) fn line_with(&mut self, set: &str, runs: &[Run]) {
        self.isolated(0..set.len(), runs, &mut |view, part| {
            view.tree.text(set.get(part).unwrap_or_default());
        });
    }

    /// Draws set text; its line ends are line breaks.
    pub(super) fn lines(&mut self, set: &str) {
        let runs = self.runs(set);
        self.lines_with(set, 0..set.len(), &runs);
    }

    /// The same for a part of a text, the runs of which are known.
    pub(super) fn lines_with(&mut self, text: &str, part: Range<usize>, runs: &[Run]) {
        self.isolated(part, runs, &mut |view, part| {
            let mut rest = text.get(part).unwrap_or_default();
            while let Some(end) = rest.bytes().position(|byte| byte == b'\n') {
                view.tree.text(rest.get(..end).unwrap_or_default());
                view.element(Tag::Br, |_| {});
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            view.tree.text(rest);
        });
    }

    /// Text of the data as all that a link holds. Links that follow each other are fields of their own, so one in Latin
    /// letters is isolated; the rest is one element, since a stylesheet may set a link's children apart.
    pub(super) fn label(&mut self, text: &str) {
        let set = self.set(text);
        let is_latin = chars::has(&set, chars::is_latin_letter) && !chars::has(&set, chars::is_rtl);
        if is_latin && self.is_rtl {
            self.element(Tag::Bdi, |view| {
                view.tree.attr(Attr::Dir, "ltr");
                view.tree.text(&set);
            });
            return;
        }
        let runs = self.runs(&set);
        if runs.is_empty() {
            self.tree.text(&set);
        } else {
            self.element(Tag::Span, |view| view.line_with(&set, &runs));
        }
    }

    /// Draws a part of a text piece by piece, each run in an isolate of its own.
    pub(super) fn isolated(
        &mut self,
        part: Range<usize>,
        runs: &[Run],
        draw: &mut dyn FnMut(&mut Self, Range<usize>),
    ) {
        bidi::walk(part, runs, &mut |step| match step {
            Step::Text(part) => draw(self, part),
            Step::Open(direction) => {
                self.tree.open(Tag::Bdi);
                self.tree.attr(Attr::Dir, if direction == Direction::Ltr { "ltr" } else { "rtl" });
            }
            Step::Close => self.tree.close(),
        });
    }
}
