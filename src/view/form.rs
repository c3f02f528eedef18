//! Where readers write.

use alloc::string::String;

use super::messages::Talk;
use super::{View, is_blank};
use crate::article::url::LinkUrl;
use crate::article::{Comment, Discussion, Draft, Fault, Question, Said};
use crate::text::{clean, digits};
use crate::tree::{Attr, Class, Tag};

/// How much of what is replied to is quoted, in characters.
const QUOTED: usize = 80;

/// What is typed into: its name, its id, what it is called and what is added to that.
struct Field<'m> {
    name: &'m str,
    label: &'m str,
    hint: &'m str,
}

impl View<'_> {
    /// The form for a comment; where none is taken, that it is so.
    pub(super) fn form(&mut self, comments: &[Comment], rules: &[String]) {
        let Some((discussion, url)) = self.home() else { return };
        if discussion.closed {
            self.framed("form", |view| {
                view.part(Tag::P, Class::Hint, |view| view.tree.text(view.messages.talk.closed));
            });
            return self.said(discussion.said);
        }
        let none = Draft::default();
        let draft = discussion.draft.as_ref().unwrap_or(&none);
        self.framed("form", |view| {
            view.part(Tag::Form, Class::Form, |view| {
                let id = view.id("form");
                view.tree.attr(Attr::Id, &id);
                // What comes back is the same page: its reader is where they were.
                let home = view.at_home("", &[]);
                let place =
                    home.and_then(|url| LinkUrl::parse(&[url.as_str(), "#", &id].concat(), None).ok());
                view.tree.post_to(place.as_ref().unwrap_or(url));
                view.tree.flag(Attr::NoValidate);
                view.titled_by("write");
                let level = view.heading(2);
                view.titled(level, "write", |view| view.tree.text(view.messages.talk.your_comment));
                view.framed("rules", |view| view.rules(rules));
                view.framed("reply", |view| view.replying(comments, draft, url));
                view.framed("faults", |view| view.faults(&draft.faults));
                view.fields(discussion, draft);
                view.hidden("parent", &draft.parent);
                view.hidden("key", &draft.key);
                if draft.faults.contains(&Fault::NotPersian) {
                    view.hidden("anyway", "1");
                }
                view.framed("send", |view| view.send(discussion, draft.sending));
                view.said(discussion.said);
            });
        });
    }

    /// What came of what the reader did: the same element whatever comes before it, and there before there is anything to
    /// say, or nobody would be told.
    fn said(&mut self, said: Said) {
        self.framed("said", |view| {
            view.part(Tag::P, Class::Said, |view| {
                view.tree.attr(Attr::Role, "status");
                view.tree.text(view.told(said));
                view.tree.keep();
            });
        });
    }

    /// Whom the reader is answering, and what they said.
    fn replying(&mut self, comments: &[Comment], draft: &Draft, url: &LinkUrl) {
        let Some(answered) =
            comments.iter().find(|comment| !comment.id.is_empty() && comment.id == draft.parent)
        else {
            return;
        };
        let [before, behind] = self.messages.talk.replying;
        self.part(Tag::Div, Class::Reply, |view| {
            view.element(Tag::P, |view| {
                view.tree.text(before);
                view.signature(answered);
                view.tree.text(behind);
            });
            let quote = view.set(&answered.text);
            view.element(Tag::Q, |view| {
                let end = quote.char_indices().nth(QUOTED).map(|(end, _)| end);
                let start = end.and_then(|end| quote.get(..end));
                // Cut between words, where there are any.
                let start = start.map(|start| start.rsplit_once(' ').map_or(start, |(words, _)| words));
                view.text(start.unwrap_or(&quote));
                if start.is_some() {
                    view.tree.text("…");
                }
            });
            view.element(Tag::A, |view| {
                view.tree.href(url);
                view.tree.attr(Attr::Comments, "cancel");
                view.tree.text(view.messages.talk.no_reply);
            });
        });
    }

    /// What is to be put right, and where.
    fn faults(&mut self, faults: &[Fault]) {
        if faults.is_empty() {
            return;
        }
        self.part(Tag::P, Class::Error, |view| {
            view.tree.attr(Attr::Role, "alert");
            let mut space = "";
            for fault in faults {
                if view.place_of(*fault).is_empty() {
                    view.tree.text(space);
                    view.tree.text(&view.digits(view.messages.talk.fault(*fault)));
                    space = " ";
                }
            }
            let mut is_first = true;
            for field in view.messages.talk.fields() {
                if faults.iter().all(|fault| view.place_of(*fault) != field.name) {
                    continue;
                }
                if is_first {
                    view.tree.text(space);
                }
                view.tree.text(if is_first { view.messages.talk.put_right } else { view.messages.comma });
                view.tree.text(" ");
                is_first = false;
                let id = view.id(field.name);
                view.element(Tag::A, |view| {
                    view.tree.href_to(&id);
                    view.tree.text(field.label);
                });
            }
        });
    }

    fn fields(&mut self, discussion: &Discussion, draft: &Draft) {
        let [text, author, email, answer] = self.messages.talk.fields();
        let [before, behind] = self.messages.talk.up_to;
        let limit = [before, &self.digits(&digits::ascii(discussion.limit.into())), behind].concat();
        let text = Field { hint: if discussion.limit > 0 { &limit } else { "" }, ..text };
        self.field(&text, &draft.faults, |view| {
            view.tree.open(Tag::Textarea);
            view.tree.attr(Attr::Name, "text");
            // A parser takes a line feed that comes first for none.
            view.typed(&text, &draft.faults, clean(&draft.text).trim_start());
        });
        self.part(Tag::Div, Class::Pair, |view| {
            view.field(&author, &draft.faults, |view| {
                view.input(&author, "name", "", &draft.author);
                view.typed(&author, &draft.faults, "");
            });
            view.field(&email, &draft.faults, |view| {
                view.input(&email, "email", "email", &draft.email);
                view.tree.attr(Attr::Dir, "ltr");
                view.typed(&email, &draft.faults, "");
            });
        });
        if let Some(Question { text, token }) = question_of(discussion) {
            let question = self.set(text);
            let answer = Field { label: &question, ..answer };
            self.field(&answer, &draft.faults, |view| {
                view.input(&answer, "off", "numeric", "");
                view.typed(&answer, &draft.faults, "");
            });
            self.hidden("token", token);
        }
        // What robots fill in and nobody sees.
        self.part(Tag::Div, Class::Trap, |view| {
            view.tree.attr(Attr::Hidden, "true");
            let trap = Field { name: "website", label: view.messages.talk.website, hint: "" };
            view.field(&trap, &[], |view| {
                view.input(&trap, "off", "", "");
                view.tree.attr(Attr::TabIndex, "-1");
                view.typed(&trap, &[], "");
            });
        });
    }

    /// A field: what it is called, what is typed into, and what is to be put right in it.
    fn field(&mut self, field: &Field<'_>, faults: &[Fault], draw: impl FnOnce(&mut Self)) {
        let [id, fault_id] = [field.name, &[field.name, "-fault"].concat()].map(|name| self.id(name));
        self.part(Tag::Div, Class::Field, |view| {
            view.element(Tag::Label, |view| {
                view.tree.attr(Attr::For, &id);
                view.tree.text(field.label);
                if !field.hint.is_empty() {
                    view.tree.text(" ");
                    view.word(Tag::Span, field.hint);
                }
            });
            draw(view);
            let mut own = faults.iter().filter(|fault| view.place_of(**fault) == field.name);
            if let Some(fault) = own.next() {
                view.part(Tag::P, Class::Error, |view| {
                    view.tree.attr(Attr::Id, &fault_id);
                    view.tree.text(&view.digits(view.messages.talk.fault(*fault)));
                });
            }
        });
    }

    /// Opens a line to type into.
    fn input(&mut self, field: &Field<'_>, complete: &str, mode: &str, value: &str) {
        self.tree.open(Tag::Input);
        self.tree.attr(Attr::Type, "text");
        self.tree.attr(Attr::Name, field.name);
        self.tree.attr(Attr::AutoComplete, complete);
        for (attr, value) in [(Attr::InputMode, mode), (Attr::Value, &*clean(value))] {
            if !value.is_empty() {
                self.tree.attr(attr, value);
            }
        }
    }

    /// Closes what is typed into, with what has been, and what belongs to any.
    fn typed(&mut self, field: &Field<'_>, faults: &[Fault], text: &str) {
        let [id, fault_id] = [field.name, &[field.name, "-fault"].concat()].map(|name| self.id(name));
        self.tree.attr(Attr::Id, &id);
        if faults.iter().any(|fault| self.place_of(*fault) == field.name) {
            self.tree.attr(Attr::Invalid, "true");
            self.tree.attr(Attr::DescribedBy, &fault_id);
        }
        self.tree.text(text);
        self.tree.keep();
        self.tree.close();
    }

    fn hidden(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.element(Tag::Input, |view| {
            view.tree.attr(Attr::Type, "hidden");
            view.tree.attr(Attr::Name, name);
            view.tree.attr(Attr::Value, value);
        });
    }

    fn send(&mut self, discussion: &Discussion, is_sending: bool) {
        self.part(Tag::Div, Class::Send, |view| {
            view.element(Tag::Button, |view| {
                view.tree.attr(Attr::Type, "submit");
                if is_sending {
                    view.tree.attr(Attr::Disabled, "true");
                }
                view.tree.text(if is_sending { view.messages.talk.sending } else { view.messages.talk.send });
            });
            view.part(Tag::P, Class::Hint, |view| {
                if discussion.moderated {
                    view.tree.text(view.messages.talk.moderated);
                    view.tree.text(" ");
                }
                if !discussion.captcha.is_empty() {
                    view.tree.text(view.messages.talk.captcha);
                }
            });
        });
    }

    /// The field that a fault is to be put right in; empty for the whole.
    fn place_of(&self, fault: Fault) -> &'static str {
        let has_question = self.discussion.and_then(question_of).is_some();
        match fault {
            Fault::TextMissing | Fault::TextTooLong | Fault::NotPersian => "text",
            Fault::AuthorTooLong => "author",
            Fault::EmailInvalid => "email",
            Fault::CaptchaWrong | Fault::CaptchaExpired if has_question => "answer",
            _ => "",
        }
    }

    /// What the reader is told of what they sent.
    fn told(&self, said: Said) -> &'static str {
        match said {
            Said::Held => self.messages.talk.held,
            Said::Published => self.messages.talk.published,
            Said::Failed => self.messages.talk.not_done,
            Said::Nothing | Said::Reported => "",
        }
    }
}

/// The question, if there is one to be read.
fn question_of(discussion: &Discussion) -> Option<&Question> {
    discussion.question.as_ref().filter(|question| !is_blank(&question.text))
}

impl Talk {
    /// What is typed into, in the order of the form.
    fn fields(&self) -> [Field<'static>; 4] {
        let field = |name, label, hint| Field { name, label, hint };
        [
            field("text", self.text, ""),
            field("author", self.author, self.is_shown),
            field("email", self.email, self.is_not_shown),
            field("answer", self.answer, ""),
        ]
    }

    fn fault(&self, fault: Fault) -> &'static str {
        self.faults.get(fault as usize).copied().unwrap_or_default()
    }
}
