//! What readers wrote: threads out of flat data, and the rules to write by.

use alloc::string::String;

use super::threads::Threads;
use super::{View, is_blank};
use crate::article::{Comment, paragraphs};
use crate::date::format;
use crate::text::clean;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    pub(super) fn comments(&mut self, comments: &[Comment], rules: &[String]) {
        let has_rules = rules.iter().any(|rule| !is_blank(rule));
        if comments.is_empty() && !has_rules {
            return;
        }
        self.framed("comments", |view| {
            view.part(Tag::Section, Class::Comments, |view| {
                view.titled_by("comments");
                view.part(Tag::Div, Class::CommentsHead, |view| {
                    let level = view.heading(2);
                    view.titled(level, "comments", |view| view.comment_count(comments.len()));
                });
                if comments.is_empty() {
                    view.part(Tag::P, Class::Hint, |view| view.tree.text(view.messages.no_comments));
                } else {
                    view.threads(comments);
                }
                if has_rules {
                    view.framed("rules", |view| view.rules(rules));
                }
            });
        });
    }

    pub(super) fn comment_count(&mut self, count: usize) {
        if count == 0 {
            self.tree.text(self.messages.comments);
        } else {
            self.number(count);
            self.tree.text(" ");
            self.tree.text(self.messages.comment);
        }
    }

    /// Threads of two levels: every reply stands below the comment that started its thread, in the order of
    /// the data, and says whom it answers. What is of another slice is left to it.
    pub(super) fn threads(&mut self, comments: &[Comment]) {
        let threads = Threads::of(comments);
        self.element(Tag::Ol, |view| {
            let mut drawn = 0;
            for (place, starter) in threads.starters().enumerate().skip(view.slice.thread) {
                if drawn >= view.slice.comments {
                    view.next_thread = Some(place);
                    break;
                }
                view.comment(comments, &threads, starter);
                drawn += 1 + threads.replies(starter).len();
            }
        });
    }

    /// A comment, and what was replied to it if it started a thread.
    fn comment(&mut self, comments: &[Comment], threads: &Threads<'_>, index: usize) {
        let Some(comment) = comments.get(index) else { return };
        let id = self.id(&threads.id(index));
        self.framed(&id, |view| {
            view.part(Tag::Li, Class::Comment, |view| {
                view.tree.attr(Attr::Id, &id);
                view.part(Tag::P, Class::By, |view| {
                    view.element(Tag::B, |view| view.name(&comment.author));
                    if let Some(parent) = threads.parent(index) {
                        view.element(Tag::Span, |view| view.answers(comments, threads, parent));
                    }
                    if let Some(date) = comment.date {
                        view.time(date, &format::news);
                    }
                });
                let text = clean(&comment.text);
                for paragraph in paragraphs(&text) {
                    let set = view.set(paragraph);
                    view.element(Tag::P, |view| view.lines(&set));
                }
                let replies = threads.replies(index);
                if !replies.is_empty() {
                    view.part(Tag::Ol, Class::Replies, |view| {
                        for reply in replies {
                            view.comment(comments, threads, *reply);
                        }
                    });
                }
            });
        });
    }

    fn answers(&mut self, comments: &[Comment], threads: &Threads<'_>, parent: usize) {
        let Some(answered) = comments.get(parent) else { return };
        let id = self.id(&threads.id(parent));
        self.tree.text(self.messages.in_reply_to);
        self.tree.text(" ");
        self.element(Tag::A, |view| {
            view.tree.href_to(&id);
            view.name(&answered.author);
        });
    }

    fn rules(&mut self, rules: &[String]) {
        self.part(Tag::Aside, Class::Rules, |view| {
            view.titled_by("rules");
            let level = view.heading(3);
            view.titled(level, "rules", |view| view.tree.text(view.messages.rules));
            view.part(Tag::Ul, Class::List, |view| {
                for rule in rules.iter().filter(|rule| !is_blank(rule)) {
                    view.element(Tag::Li, |view| view.text(rule));
                }
            });
        });
    }
}
