//! One comment, and what can be done with it.

use alloc::string::String;

use super::View;
use super::share::encoded;
use super::threads::Threads;
use crate::article::url::LinkUrl;
use crate::article::{Comment, CommentState, RichText, Said, Span, Vote, paragraphs};
use crate::date::{Timestamp, format};
use crate::text::token::{Kind, tokens};
use crate::text::{clean, digits};
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    /// A comment, and what was replied to it if it started a thread.
    pub(super) fn comment(&mut self, comments: &[Comment], threads: &Threads<'_>, index: usize) {
        let Some(comment) = comments.get(index) else { return };
        let id = self.id(&threads.id(index));
        self.framed(&id, |view| {
            view.part(Tag::Li, Class::Comment, |view| {
                if comment.official {
                    view.tree.class(Class::Official);
                }
                if comment.state == CommentState::Pending {
                    view.tree.class(Class::Pending);
                }
                view.tree.attr(Attr::Id, &id);
                if comment.state == CommentState::Removed {
                    view.part(Tag::P, Class::By, |view| view.tree.text(view.messages.talk.removed));
                } else {
                    let answered =
                        threads.parent(index).and_then(|parent| Some((comments.get(parent)?, parent)));
                    let answered = answered.filter(|(answered, _)| answered.state != CommentState::Removed);
                    view.by(comment, &id, answered.map(|(answered, parent)| (answered, threads.id(parent))));
                    view.said_by_readers(&comment.text);
                    if comment.state == CommentState::Published
                        && let Some(name) = threads.name(index)
                    {
                        view.acts(comment, name);
                    }
                }
                view.replies(comments, threads, index);
            });
        });
    }

    fn replies(&mut self, comments: &[Comment], threads: &Threads<'_>, index: usize) {
        let replies = threads.replies(index);
        if !replies.is_empty() {
            self.part(Tag::Ol, Class::Replies, |view| {
                for reply in replies {
                    view.comment(comments, threads, *reply);
                }
            });
        }
        let more = comments.get(index).map_or(0, |comment| comment.more);
        let address = threads.name(index).and_then(|name| self.at_home("", &["thread=", &encoded(name)]));
        if let Some(url) = address.filter(|_| more > 0) {
            self.load(&url, "thread", |view| {
                view.number(more as usize);
                view.tree.text(view.messages.talk.more_replies);
            });
        }
    }

    /// Who wrote it, to whom, when, and what it is to the page.
    fn by(&mut self, comment: &Comment, id: &str, answered: Option<(&Comment, String)>) {
        self.part(Tag::P, Class::By, |view| {
            let is_newsroom = comment.official && super::is_blank(&comment.author);
            view.element(Tag::B, |view| {
                if is_newsroom {
                    view.tree.text(view.messages.talk.newsroom)
                } else {
                    view.name(&comment.author)
                }
            });
            if let Some((answered, id)) = answered {
                view.element(Tag::Span, |view| view.answers(answered, &id));
            }
            let labels = [
                (comment.official && !is_newsroom, view.messages.talk.newsroom),
                (comment.pinned, view.messages.talk.pinned),
                (comment.state == CommentState::Pending, view.messages.talk.pending),
            ];
            for (_, label) in labels.into_iter().filter(|(is_so, _)| *is_so) {
                view.part(Tag::Span, Class::Label, |view| view.tree.text(label));
            }
            let Some(date) = comment.date else { return };
            if view.home().is_none() {
                return view.time(date, &format::news);
            }
            view.element(Tag::A, |view| {
                view.tree.href_to(id);
                view.age(date);
            });
        });
    }

    fn answers(&mut self, answered: &Comment, id: &str) {
        let id = self.id(id);
        self.tree.text(self.messages.talk.in_reply_to);
        self.tree.text(" ");
        self.element(Tag::A, |view| {
            view.tree.href_to(&id);
            view.signature(answered);
        });
    }

    /// How long ago it was, and when that was for who asks; without a present, when.
    fn age(&mut self, date: Timestamp) {
        let by = self.reckoning;
        let exact = self.digits(&format::news(date, by));
        self.element(Tag::Time, |view| {
            view.tree.attr(Attr::Datetime, &format::machine(date, by));
            match view.options.now {
                None => view.tree.text(&exact),
                Some(now) => {
                    view.tree.attr(Attr::Title, &exact);
                    view.tree.text(&view.digits(&format::ago(date, now, by)));
                }
            }
        });
    }

    /// Whose a comment is, for a place without markup.
    fn called(&self, comment: &Comment) -> String {
        match (comment.official, super::is_blank(&comment.author)) {
            (true, true) => self.messages.talk.newsroom.into(),
            (false, true) => self.messages.nameless.into(),
            _ => self.flat(&self.set(&comment.author)),
        }
    }

    /// The name under a comment.
    pub(super) fn signature(&mut self, comment: &Comment) {
        if comment.official && super::is_blank(&comment.author) {
            self.tree.text(self.messages.talk.newsroom);
        } else {
            self.name(&comment.author);
        }
    }

    /// What a reader wrote: its paragraphs, and links where it names addresses.
    fn said_by_readers(&mut self, text: &str) {
        let text = clean(text);
        for paragraph in paragraphs(&text) {
            self.element(Tag::P, |view| {
                if may_name_address(paragraph) {
                    view.links_by_readers = true;
                    view.rich(&linked(paragraph));
                    view.links_by_readers = false;
                } else {
                    view.lines(&view.set(paragraph));
                }
            });
        }
    }

    /// What can be done with a comment that others name so.
    fn acts(&mut self, comment: &Comment, name: &str) {
        let name = encoded(name);
        let Some(action) = self.at_home(&["/", &name].concat(), &[]) else { return };
        let author = self.called(comment);
        self.part(Tag::Form, Class::Acts, |view| {
            view.tree.post_to(&action);
            view.vote("up", view.messages.talk.agree, comment.up, comment.vote == Vote::Up, &author);
            view.vote("down", view.messages.talk.disagree, comment.down, comment.vote == Vote::Down, &author);
            let form = view.id("form");
            if let Some(url) = view.at_home("", &["reply=", &name, "#", &form]).filter(|_| view.can_write()) {
                view.element(Tag::A, |view| {
                    view.tree.href(&url);
                    view.tree.attr(Attr::Comments, "reply");
                    view.tree.attr(
                        Attr::Label,
                        &[view.messages.talk.reply, view.messages.talk.to, &author].concat(),
                    );
                    view.tree.text(view.messages.talk.reply);
                });
            }
            if !comment.official {
                view.act("report", |view| {
                    let label =
                        [view.messages.talk.report, " ", view.messages.talk.comment, " ", &author].concat();
                    view.tree.attr(Attr::Label, &label);
                    view.tree.text(view.messages.talk.report);
                });
            }
            match comment.said {
                Said::Reported => view.told_of(Class::Said, "status", view.messages.talk.reported),
                Said::Failed => view.told_of(Class::Error, "alert", view.messages.talk.not_done),
                Said::Nothing | Said::Held | Said::Published => {}
            }
        });
    }

    fn told_of(&mut self, class: Class, role: &str, word: &str) {
        self.part(Tag::Span, class, |view| {
            view.tree.attr(Attr::Role, role);
            view.tree.text(word);
        });
    }

    /// A button for a vote on what somebody has written.
    fn vote(&mut self, value: &str, word: &str, count: u32, is_given: bool, author: &str) {
        self.act(value, |view| {
            let count = view.digits(&digits::ascii(count.into()));
            let label =
                [word, " ", &count, view.messages.comma, " ", view.messages.talk.comment, " ", author];
            view.tree.attr(Attr::Label, &label.concat());
            view.tree.attr(Attr::Pressed, if is_given { "true" } else { "false" });
            view.tree.text(word);
            view.tree.text(" ");
            view.word(Tag::B, &count);
        });
    }

    /// A button that says to the server what is to be done.
    fn act(&mut self, value: &str, fill: impl FnOnce(&mut Self)) {
        self.element(Tag::Button, |view| {
            view.tree.attr(Attr::Type, "submit");
            view.tree.attr(Attr::Name, "act");
            view.tree.attr(Attr::Value, value);
            fill(view);
        });
    }
}

/// Whether a text has what an address has: a dot and a Latin letter behind it.
fn may_name_address(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| matches!(pair, [b'.', letter] if letter.is_ascii_alphabetic()))
}

/// A text whose addresses are links.
fn linked(text: &str) -> RichText {
    let span = |text: &str| Span { text: text.into(), ..Span::default() };
    RichText::new(tokens(text).map(|token| {
        let is_address = token.kind == Kind::Protected && super::inline::named_host(token.text).is_some();
        let href = is_address.then(|| address(token.text)).flatten();
        Span { href, ..span(token.text) }
    }))
}

/// Where an address leads as people write it, with its scheme or without.
fn address(text: &str) -> Option<LinkUrl> {
    let is_schemed = text.contains("://");
    LinkUrl::parse(&[if is_schemed { "" } else { "https://" }, text].concat(), None).ok()
}
