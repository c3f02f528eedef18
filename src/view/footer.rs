//! What stands below the text: tags, facts about the article, related articles.

use super::{View, is_blank, shows};
use crate::article::url::LinkUrl;
use crate::article::{Article, Link, Related};
use crate::date::{Timestamp, format};
use crate::text::clean;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    pub(super) fn footer(&mut self, article: &Article) {
        self.framed("foot", |view| {
            view.part(Tag::Footer, Class::Foot, |view| {
                view.tags(&article.tags);
                view.share(article);
                view.part(Tag::Dl, Class::Facts, |view| view.facts(article));
            });
        });
    }

    fn tags(&mut self, tags: &[Link]) {
        if !tags.iter().any(shows) {
            return;
        }
        self.part(Tag::P, Class::Tags, |view| {
            view.word(Tag::B, view.messages.tags);
            for tag in tags.iter().filter(|tag| shows(tag)) {
                view.linked(tag.url.as_ref(), &tag.text, &mut |view| {
                    if tag.url.is_some() {
                        view.tree.attr(Attr::Rel, "tag");
                    }
                    view.label(&tag.text);
                });
            }
        });
    }

    fn facts(&mut self, article: &Article) {
        if let Some(source) = article.source.as_ref().filter(|source| shows(source)) {
            self.fact(self.messages.source, |view| view.link(source));
        }
        if !is_blank(&article.id) {
            self.fact(self.messages.code, |view| {
                view.news_code(&article.id);
                view.copy_button(view.messages.code);
            });
        }
        if let Some(link) = &article.short_link {
            self.fact(self.messages.short_link, |view| {
                view.address(link);
                view.copy_button(view.messages.short_link);
            });
        }
    }

    /// The news code: for people set, for machines as it is given.
    pub(super) fn news_code(&mut self, id: &str) {
        self.element(Tag::Data, |view| {
            view.tree.attr(Attr::Value, clean(id).trim());
            if id.bytes().any(|b| b.is_ascii_graphic() && !b.is_ascii_digit()) {
                view.tree.attr(Attr::Dir, "ltr");
                view.tree.text(&view.set(id));
            } else {
                view.text(id);
            }
        });
    }

    fn fact(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.element(Tag::Div, |view| {
            view.word(Tag::Dt, name);
            view.element(Tag::Dd, fill);
        });
    }

    /// An address as one reads it out: without its scheme, left to right.
    pub(super) fn address(&mut self, url: &LinkUrl) {
        let address = url.as_str();
        let shown = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
        let shown = shown.unwrap_or(address);
        self.leading(Some(url), shown, &mut |view| {
            view.ltr(&clean(shown));
        });
    }

    pub(super) fn related(&mut self, related: &[Related]) {
        if related.iter().all(|one| is_blank(&one.text)) {
            return;
        }
        self.framed("related", |view| {
            view.part(Tag::Nav, Class::More, |view| {
                view.titled_by("related");
                let level = view.heading(2);
                view.titled(level, "related", |view| view.tree.text(view.messages.related));
                view.element(Tag::Ul, |view| {
                    for one in related.iter().filter(|one| !is_blank(&one.text)) {
                        view.element(Tag::Li, |view| view.related_article(one));
                    }
                });
            });
        });
    }

    /// Another article; one of a year ago or more says so, since its news may be none any more.
    pub(super) fn related_article(&mut self, related: &Related) {
        self.linked(related.url.as_ref(), &related.text, &mut |view| {
            view.text(&related.text);
            let Some(date) = related.date else { return };
            view.tree.text(" ");
            view.time_beside(&related.text, date, &format::day);
            let years = view.options.now.map_or(0, |now| years_between(date, now));
            if years > 0 {
                view.tree.text(" ");
                view.part(Tag::Span, Class::Age, |view| {
                    view.number(years);
                    view.tree.text(" ");
                    view.tree.text(view.messages.years_ago);
                });
            }
        });
    }
}

/// Whole years from one instant to another, of 365 days and a quarter; 0 where it is not later.
fn years_between(from: Timestamp, to: Timestamp) -> usize {
    const YEAR: i64 = 31_557_600;
    usize::try_from(to.unix_seconds().saturating_sub(from.unix_seconds()) / YEAR).unwrap_or_default()
}
