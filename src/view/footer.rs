//! What stands below the text: tags, facts about the article, related articles.

use super::{View, is_blank, shows};
use crate::article::url::LinkUrl;
use crate::article::{Article, Link, Related};
use crate::date::format;
use crate::text::clean;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    pub(super) fn footer(&mut self, article: &Article) {
        let source = article.source.as_ref().filter(|source| shows(source));
        let has_tags = article.tags.iter().any(shows);
        let has_facts = source.is_some() || !is_blank(&article.id) || article.short_link.is_some();
        if !has_tags && !has_facts {
            return;
        }
        self.framed("foot", |view| {
            view.part(Tag::Footer, Class::Foot, |view| {
                if has_tags {
                    view.tags(&article.tags);
                }
                if has_facts {
                    view.part(Tag::Dl, Class::Facts, |view| view.facts(article, source));
                }
            });
        });
    }

    fn tags(&mut self, tags: &[Link]) {
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

    fn facts(&mut self, article: &Article, source: Option<&Link>) {
        if let Some(source) = source {
            self.fact(self.messages.source, |view| view.link(source));
        }
        if !is_blank(&article.id) {
            self.fact(self.messages.code, |view| {
                view.element(Tag::Data, |view| {
                    view.tree.attr(Attr::Value, clean(&article.id).trim());
                    if article.id.bytes().any(|b| b.is_ascii_graphic() && !b.is_ascii_digit()) {
                        view.tree.attr(Attr::Dir, "ltr");
                        view.tree.text(&view.set(&article.id));
                    } else {
                        view.text(&article.id);
                    }
                });
            });
        }
        if let Some(link) = &article.short_link {
            self.fact(self.messages.short_link, |view| view.address(link));
        }
    }

    fn fact(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.element(Tag::Div, |view| {
            view.word(Tag::Dt, name);
            view.element(Tag::Dd, fill);
        });
    }

    /// An address as one reads it out: without its scheme, left to right.
    fn address(&mut self, url: &LinkUrl) {
        let address = url.as_str();
        let shown = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
        let shown = shown.unwrap_or(address);
        self.leading(Some(url), shown, &mut |view| {
            view.element(Tag::Bdi, |view| {
                view.tree.attr(Attr::Dir, "ltr");
                view.tree.text(&clean(shown));
            });
        });
    }

    pub(super) fn related(&mut self, related: &[Related]) {
        if related.iter().all(|one| is_blank(&one.text)) {
            return;
        }
        self.framed("related", |view| {
            view.part(Tag::Nav, Class::More, |view| {
                view.titled_by("related");
                view.titled(Tag::H2, "related", |view| view.tree.text(view.messages.related));
                view.element(Tag::Ul, |view| {
                    for one in related.iter().filter(|one| !is_blank(&one.text)) {
                        view.element(Tag::Li, |view| view.related_article(one));
                    }
                });
            });
        });
    }

    fn related_article(&mut self, related: &Related) {
        self.linked(related.url.as_ref(), &related.text, &mut |view| {
            view.text(&related.text);
            if let Some(date) = related.date {
                view.tree.text(" ");
                view.time_beside(&related.text, date, format::day);
            }
        });
    }
}
