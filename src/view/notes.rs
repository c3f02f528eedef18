//! Footnotes: their references in the text, and the notes at its foot.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::View;
use super::places::Places;
use crate::article::{Footnote, RichText};
use crate::text::chars;
use crate::text::digits::{self, Numerals};
use crate::tree::{Attr, Class, Tag};

/// The footnotes of an article.
pub(super) struct Notes<'a> {
    places: Places<'a>,
    /// Which of them have been referred to so far, or will be by another.
    is_referred_to: Vec<bool>,
    /// Which of them have a first reference, that they lead back to.
    has_first: Vec<bool>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(footnotes: &'a [Footnote]) -> Self {
        let places = Places::of(footnotes.iter().map(|note| &*note.id));
        let none = vec![false; footnotes.len()];
        Self { places, is_referred_to: none.clone(), has_first: none }
    }

    fn refer(&mut self, place: usize) {
        if let Some(is_referred_to) = self.is_referred_to.get_mut(place) {
            *is_referred_to = true;
        }
    }

    /// Which note a reference means: by its id, or, where none has that id, by its number.
    fn place(&self, id: &str) -> Option<usize> {
        if id.is_empty() {
            return None;
        }
        let by_id = self.places.first(id);
        by_id
            .or_else(|| (number(id)? as usize).checked_sub(1))
            .filter(|place| *place < self.is_referred_to.len())
    }
}

/// A number in digits of any kind.
fn number(id: &str) -> Option<u32> {
    digits::all(id, Numerals::Latin).parse().ok()
}

impl View<'_> {
    /// A reference to a footnote, if there is such a one.
    pub(super) fn reference(&mut self, id: &str) {
        let Some(place) = self.notes.place(id) else { return };
        self.part(Tag::Sup, Class::NoteRef, |view| {
            view.element(Tag::A, |view| {
                // The note leads back to the first one.
                view.notes.refer(place);
                let first = view.notes.has_first.get_mut(place).filter(|has| !**has);
                if first.map(|has| *has = true).is_some() {
                    let id = view.numbered_id("ref-", place);
                    view.tree.attr(Attr::Id, &id);
                }
                let to = view.numbered_id("note-", place);
                view.tree.href_to(&to);
                view.number(place + 1);
            });
        });
    }

    /// Whether running text has anything to show: a reference alone is something.
    pub(super) fn has(&self, text: &RichText) -> bool {
        !text.is_blank() || text.spans().iter().any(|span| self.notes.place(&span.footnote).is_some())
    }

    pub(super) fn footnotes(&mut self, footnotes: &[Footnote]) {
        // A note may refer to one before it, which has to know.
        for span in footnotes.iter().flat_map(|note| note.text.spans()) {
            if let Some(place) = self.notes.place(&span.footnote) {
                self.notes.refer(place);
            }
        }
        self.framed("footnotes", |view| {
            view.part(Tag::Section, Class::Footnotes, |view| {
                view.tree.attr(Attr::Label, view.messages.footnotes);
                view.part(Tag::Ol, Class::List, |view| {
                    let mut next = 0;
                    for (place, note) in footnotes.iter().enumerate() {
                        let point = view.tree.point();
                        view.footnote(place, note, place == next);
                        if view.tree.shows_after(point) {
                            next = place + 1;
                        }
                    }
                });
            });
        });
    }

    /// One without text that nothing refers to is left out, and the next one says its number, so that all stay right.
    fn footnote(&mut self, place: usize, note: &Footnote, is_next: bool) {
        let id = self.numbered_id("note-", place);
        self.element(Tag::Li, |view| {
            view.tree.attr(Attr::Id, &id);
            if !is_next {
                view.tree.attr(Attr::Value, &digits::ascii(place as u64 + 1));
            }
            view.rich(&note.text);
            if view.notes.is_referred_to.get(place) == Some(&true) {
                if !note.text.is_blank() {
                    view.tree.text(chars::NBSP.encode_utf8(&mut [0; 4])); // it opens no line
                }
                view.part(Tag::A, Class::Back, |view| {
                    view.tree.attr(Attr::Label, view.messages.back);
                    let to = view.numbered_id("ref-", place);
                    view.tree.href_to(&to);
                    view.tree.text("↑");
                });
            }
        });
    }

    fn numbered_id(&self, name: &str, place: usize) -> String {
        self.id(&[name, &digits::ascii(place as u64 + 1)].concat())
    }
}
