//! Blocks that hold blocks, or stand beside the text.

use super::header::brief;
use super::{View, is_blank};
use crate::article::url::LinkUrl;
use crate::article::{Callout, Embed, Entry, KeyPoints, QuestionAnswer, Related, RichText, Timeline, player};
use crate::date::Timestamp;
use crate::text::digits;
use crate::tree::{Class, Tag};

impl View<'_> {
    pub(super) fn callout(&mut self, callout: &Callout) {
        self.part(Tag::Aside, Class::Callout, |view| {
            view.under(&callout.title, |view| view.blocks(&callout.body));
        });
    }

    pub(super) fn questions(&mut self, qa: &QuestionAnswer) {
        self.part(Tag::Dl, Class::Qa, |view| {
            for exchange in &qa.exchanges {
                // One without its half must not take that of the next.
                view.element(Tag::Div, |view| {
                    view.element(Tag::Dt, |view| view.rich(&exchange.question));
                    view.element(Tag::Dd, |view| {
                        view.under(&RichText::default(), |view| view.blocks(&exchange.answer));
                    });
                });
            }
        });
    }

    /// Each moment is a part of its own, but where the whole is in another block; in a live one the newest comes first, so
    /// they are counted from the end.
    pub(super) fn timeline(&mut self, timeline: &Timeline) {
        let len = timeline.entries.len();
        self.part(Tag::Ol, Class::Timeline, |view| {
            if timeline.live {
                view.tree.class(Class::Live);
            }
            let mut is_now = timeline.live;
            let mut day = view.published;
            for (index, entry) in timeline.entries.iter().enumerate() {
                let key = digits::ascii(if timeline.live { len - index } else { index } as u64);
                let point = view.tree.point();
                let draw = |view: &mut Self| view.element(Tag::Li, |view| view.entry(entry, day, is_now));
                if view.is_inside {
                    draw(view)
                } else {
                    view.framed(&key, draw)
                }
                if view.tree.shows_after(point) {
                    is_now = false;
                    day = entry.time.or(day);
                }
            }
        });
    }

    /// A time without anything that happened is no entry. Of the day that the one before it was on, its hour is enough.
    fn entry(&mut self, entry: &Entry, day: Option<Timestamp>, is_now: bool) {
        let before = self.tree.point();
        if let Some(time) = entry.time {
            self.time(time, &|time, by| brief(time, day, by));
            if is_now {
                self.tree.text(" ");
            }
        }
        if is_now {
            self.word(Tag::B, self.messages.live);
        }
        let after = self.tree.point();
        self.under(&entry.title, |view| view.blocks(&entry.body));
        if !self.tree.shows_after(after) {
            self.tree.go_back(before);
        }
    }

    pub(super) fn points(&mut self, points: &KeyPoints) {
        if !points.items.iter().any(|item| self.has(item)) {
            return;
        }
        let title = if is_blank(&points.title) { self.messages.points } else { &points.title };
        let title = RichText::from(title);
        self.part(Tag::Section, Class::Points, |view| {
            view.under(&title, |view| {
                view.element(Tag::Ul, |view| {
                    for item in points.items.iter() {
                        view.element(Tag::Li, |view| view.rich(item));
                    }
                });
            });
        });
    }

    pub(super) fn related_link(&mut self, related: &Related) {
        if is_blank(&related.text) && related.url.is_none() {
            return;
        }
        self.part(Tag::Aside, Class::See, |view| {
            view.word(Tag::B, view.messages.see);
            view.tree.text(" ");
            match &related.url {
                Some(url) if is_blank(&related.text) => view.address(url),
                _ => view.related_article(related),
            }
        });
    }

    /// What another site has is named, and asked for when the reader wants it: by what leads to its page, and where its
    /// player is known says so to a script.
    pub(super) fn embed(&mut self, embed: &Embed) {
        let player = embed.url.as_ref().and_then(player);
        self.part(Tag::Div, Class::Embed, |view| {
            view.element(Tag::B, |view| match &embed.url {
                Some(_) if is_blank(&embed.title) => {
                    view.tree.class(Class::Notice);
                    view.tree.text(view.messages.embed);
                }
                _ => view.rich(&RichText::from(&*embed.title)),
            });
            view.element(Tag::P, |view| view.rich(&embed.caption));
            let Some(url) = &embed.url else { return };
            // Who asks for the player is told whom it is asked of.
            if let Some(host) = player.as_ref().and_then(LinkUrl::host) {
                view.part(Tag::P, Class::Notice, |view| {
                    let [before, behind] = view.messages.embed_notice;
                    view.tree.text(before);
                    view.ltr(host);
                    view.tree.text(behind);
                });
            }
            view.part(Tag::P, Class::Notice, |view| {
                if let Some(player) = &player {
                    view.element(Tag::A, |view| {
                        view.tree.player(player);
                        view.tree.href(url);
                        view.tree.text(view.messages.play);
                    });
                    view.tree.text(" ");
                }
                view.element(Tag::A, |view| {
                    view.tree.href(url);
                    view.tree.text(view.messages.embed_link);
                });
            });
        });
    }
}
