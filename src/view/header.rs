//! What stands above the text: section path, headline group, byline and times.

use alloc::string::String;

use super::{View, is_blank, sections};
use crate::article::{Article, Credit, Link};
use crate::date::{Reckoning, Timestamp, format};
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    pub(super) fn header(&mut self, article: &Article) {
        self.framed("head", |view| {
            view.part(Tag::Header, Class::Head, |view| {
                view.path(&article.section);
                view.headlines(article);
                view.part(Tag::Div, Class::Meta, |view| view.meta(article));
            });
        });
    }

    fn path(&mut self, section: &[Link]) {
        self.part(Tag::Nav, Class::Path, |view| {
            view.tree.attr(Attr::Label, view.messages.path);
            section.iter().for_each(|section| view.link(section));
        });
    }

    /// The kicker is the first half of the headline's sentence, so they are one group; without a headline
    /// there is nothing to group.
    fn headlines(&mut self, article: &Article) {
        let lines = |view: &mut Self| {
            view.line(Tag::P, Class::Kicker, &article.kicker);
            let level = view.heading(1);
            view.line(level, Class::Headline, &article.headline);
            view.line(Tag::P, Class::Deck, &article.deck);
        };
        if is_blank(&article.headline) {
            lines(self);
        } else {
            self.element(Tag::Hgroup, lines);
        }
    }

    fn meta(&mut self, article: &Article) {
        self.part(Tag::P, Class::Byline, |view| {
            let mut credits = article.byline.iter().filter(|credit| !is_blank(&credit.name)).peekable();
            while let Some(credit) = credits.next() {
                // Not to be torn apart, nor from the comma behind it.
                view.element(Tag::Span, |view| {
                    view.credit(credit);
                    if credits.peek().is_some() {
                        view.tree.text(view.messages.comma);
                    }
                });
                if credits.peek().is_some() {
                    view.tree.text(" ");
                }
            }
        });
        if let Some(published) = article.published {
            self.element(Tag::P, |view| view.time(published, &format::news));
        }
        if let Some(modified) = article.modified.filter(|modified| Some(*modified) != article.published) {
            self.element(Tag::P, |view| {
                view.tree.text(view.messages.updated);
                view.tree.text(" ");
                view.time(modified, &|time, by| brief(time, article.published, by));
            });
        }
        // Of less than a minute and a half there is nothing to say.
        let minutes = sections::minutes(self.words);
        if self.options.reading_time && minutes > 1 {
            self.element(Tag::P, |view| {
                let [before, behind] = view.messages.reading;
                view.tree.text(before);
                view.number(minutes);
                view.tree.text(behind);
            });
        }
        self.part(Tag::P, Class::Tools, |view| view.tools(article.comments.len()));
    }

    fn credit(&mut self, credit: &Credit) {
        if let Some((photo, source)) =
            credit.photo.as_ref().and_then(|photo| Some((photo, photo.url.as_ref()?)))
        {
            self.part(Tag::Img, Class::Photo, |view| {
                view.focus(photo.focus.as_ref());
                view.tree.attr(Attr::Alt, ""); // the name is beside it
                view.size(photo);
                view.tree.attr(Attr::Decoding, "async");
                view.tree.src(source);
            });
            self.tree.text(" ");
        }
        if !is_blank(&credit.role) {
            self.text(&credit.role);
            self.tree.text(self.messages.colon);
        }
        self.leading(credit.url.as_ref(), &credit.name, &mut |view| view.name(&credit.name));
    }
}

/// An instant of the day of publication by its hour alone.
pub(super) fn brief(time: Timestamp, published: Option<Timestamp>, by: Reckoning) -> String {
    match published {
        Some(published) if format::day(published, by) == format::day(time, by) => format::clock(time, by),
        _ => format::news(time, by),
    }
}
