//! What stands above the text: section path, headline group, byline and times.

use alloc::string::String;

use super::{View, is_blank, shows};
use crate::article::{Article, Credit, Link};
use crate::date::{Timestamp, format};
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    pub(super) fn header(&mut self, article: &Article) {
        let lines = [&article.kicker, &article.headline, &article.deck];
        let has_path = article.section.iter().any(shows);
        let has_byline = article.byline.iter().any(|credit| !is_blank(&credit.name));
        let has_meta = has_byline || article.published.is_some() || article.modified.is_some();
        if !has_path && lines.into_iter().all(|line| is_blank(line)) && !has_meta {
            return;
        }
        self.framed("head", |view| {
            view.part(Tag::Header, Class::Head, |view| {
                if has_path {
                    view.path(&article.section);
                }
                view.headlines(article);
                if has_meta {
                    view.part(Tag::Div, Class::Meta, |view| view.meta(article));
                }
            });
        });
    }

    fn path(&mut self, section: &[Link]) {
        self.part(Tag::Nav, Class::Path, |view| {
            view.tree.attr(Attr::Label, view.messages.path);
            for section in section.iter().filter(|section| shows(section)) {
                view.link(section);
            }
        });
    }

    /// The kicker is the first half of the headline's sentence, so they are one group; without a headline
    /// there is nothing to group.
    fn headlines(&mut self, article: &Article) {
        let lines = |view: &mut Self| {
            view.line(Tag::P, Class::Kicker, &article.kicker);
            view.line(Tag::H1, Class::Headline, &article.headline);
            view.line(Tag::P, Class::Deck, &article.deck);
        };
        if is_blank(&article.headline) {
            lines(self);
        } else {
            self.element(Tag::Hgroup, lines);
        }
    }

    fn meta(&mut self, article: &Article) {
        let mut credits = article.byline.iter().filter(|credit| !is_blank(&credit.name)).peekable();
        if credits.peek().is_some() {
            self.part(Tag::P, Class::Byline, |view| {
                for (index, credit) in credits.enumerate() {
                    if index > 0 {
                        view.tree.text(view.messages.comma);
                    }
                    view.credit(credit);
                }
            });
        }
        if let Some(published) = article.published {
            self.element(Tag::P, |view| view.time(published, format::news));
        }
        if let Some(modified) = article.modified.filter(|modified| Some(*modified) != article.published) {
            self.element(Tag::P, |view| {
                view.tree.text(view.messages.updated);
                view.tree.text(" ");
                view.time(modified, |time| update(time, article.published));
            });
        }
    }

    fn credit(&mut self, credit: &Credit) {
        if !is_blank(&credit.role) {
            self.text(&credit.role);
            self.tree.text(": ");
        }
        self.leading(credit.url.as_ref(), &credit.name, &mut |view| view.name(&credit.name));
    }
}

/// A change on the day of publication says the hour alone.
fn update(modified: Timestamp, published: Option<Timestamp>) -> String {
    match published {
        Some(published) if format::day(published) == format::day(modified) => format::clock(modified),
        _ => format::news(modified),
    }
}
