//! What belongs to the page and not to the article: what readers can do with it, and that it is a copy.

use super::View;
use super::messages::Messages;
use crate::date::format;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    /// A button that a script sees to: what it does, and what it is called where that is more than it says.
    pub(super) fn button(&mut self, act: &str, name: &str, word: &str) {
        self.furniture += 1;
        self.element(Tag::Button, |view| {
            view.tree.attr(Attr::Type, "button");
            view.tree.attr(Attr::Act, act);
            if !name.is_empty() {
                view.tree.attr(Attr::Label, name);
            }
            view.tree.text(word);
        });
    }

    /// A button that takes along what stands before it, called `what`.
    pub(super) fn copy_button(&mut self, what: &str) {
        if self.options.tools.copy {
            self.tree.text(" ");
            self.element(Tag::Button, |view| {
                view.tree.attr(Attr::Type, "button");
                view.tree.attr(Attr::Copy, view.messages.copied);
                view.tree.attr(Attr::Label, &[view.messages.copy, " ", what].concat());
                view.tree.text(view.messages.copy);
            });
        }
    }

    /// That what is shown is a copy, and from when.
    pub(super) fn saved(&mut self) {
        let Some(time) = self.options.saved else { return };
        self.part(Tag::P, Class::Saved, |view| {
            view.tree.attr(Attr::Role, "status");
            let [before, behind] = view.messages.saved;
            let point = view.tree.point();
            view.tree.text(before);
            view.time(time, &format::news);
            view.tree.text(behind);
            view.furniture += view.tree.shown_after(point);
        });
    }

    /// What a reader can do with the whole of it.
    pub(super) fn tools(&mut self, comments: usize) {
        let comments = self.counted(comments);
        let Messages { letter, smaller, larger, print, .. } = *self.messages;
        if self.options.tools.font_size {
            self.button("smaller", smaller, letter);
            self.button("larger", larger, letter);
        }
        if self.options.tools.print {
            self.button("print", "", print);
        }
        if comments > 0 && self.options.comments {
            let point = self.tree.point();
            self.element(Tag::A, |view| {
                let comments_id = view.id("comments");
                view.tree.href_to(&comments_id);
                view.comment_count(comments);
            });
            self.furniture += self.tree.shown_after(point);
        }
    }
}
