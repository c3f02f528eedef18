//! Films and sound.

use alloc::string::String;

use super::{View, is_blank};
use crate::article::{Language, Media, Rendition, Track};
use crate::text::clean;
use crate::text::digits;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    /// A film or a sound, of which nothing is loaded before it is played.
    pub(super) fn media(&mut self, media: &Media, tag: Tag) {
        self.part(Tag::Figure, Class::Figure, |view| {
            let plays = media.renditions.iter().any(|rendition| rendition.url.is_some());
            if plays {
                view.element(tag, |view| view.player(media, tag));
            }
            view.element(Tag::Figcaption, |view| {
                if !media.caption.is_blank() && !is_blank(&media.title) {
                    view.element(Tag::B, |view| view.text(&media.title));
                    view.tree.text(view.messages.colon);
                }
                let says = view.says(&media.caption, &media.title, &media.credit);
                if plays {
                    if says {
                        view.tree.text(" ");
                    }
                    view.part(Tag::Span, Class::File, |view| view.file(media));
                }
            });
        });
    }

    fn player(&mut self, media: &Media, tag: Tag) {
        self.tree.flag(Attr::Controls);
        self.tree.attr(Attr::Preload, "none");
        if tag == Tag::Video {
            self.tree.flag(Attr::PlaysInline);
            if let Some(poster) = &media.poster {
                self.size(poster);
                if let Some(url) = &poster.url {
                    self.tree.poster(url);
                }
            }
        }
        if !is_blank(&media.title) {
            self.tree.attr(Attr::Label, &self.flat(&self.set(&media.title)));
        }
        for Rendition { url, media_type, .. } in &media.renditions {
            let Some(url) = url else { continue };
            self.element(Tag::Source, |view| {
                if !is_blank(media_type) {
                    view.tree.attr(Attr::Type, clean(media_type).trim());
                }
                view.tree.media_src(url);
            });
        }
        media.tracks.iter().for_each(|track| self.track(track));
    }

    fn track(&mut self, track: &Track) {
        let Some(url) = &track.url else { return };
        self.element(Tag::Track, |view| {
            view.tree.attr(Attr::Kind, track.kind.name());
            view.tree.attr(Attr::SrcLang, track.language.as_ref().map_or(view.language, Language::as_str));
            if !is_blank(&track.label) {
                view.tree.attr(Attr::TrackLabel, &view.set(&track.label));
            }
            view.tree.media_src(url);
        });
    }

    /// How long it is, and a file to take along: the first of a type that every device knows, or else the first.
    fn file(&mut self, media: &Media) {
        if let Some(seconds) = media.duration.filter(|seconds| *seconds > 0) {
            self.element(Tag::Time, |view| {
                view.tree.attr(Attr::Datetime, &["PT", &digits::ascii(seconds.into()), "S"].concat());
                view.tree.text(&digits::all(&length(seconds), view.options.numerals));
            });
            self.tree.text(" ");
        }
        let is_known = |file: &&Rendition| ["audio/mpeg", "video/mp4"].contains(&&*file.media_type);
        let files = || media.renditions.iter().filter(|file| file.url.is_some());
        let Some(Rendition { url: Some(url), bytes, .. }) = files().find(is_known).or_else(|| files().next())
        else {
            return;
        };
        self.element(Tag::A, |view| {
            view.tree.download(url);
            view.tree.text(view.messages.download);
            if let Some(bytes) = bytes.filter(|bytes| *bytes > 0) {
                view.tree.text(" (");
                let [kilo, mega, giga] = view.messages.bytes;
                let (unit, name) = match bytes {
                    0..999_500 => (1000, kilo),
                    999_500..999_500_000 => (1_000_000, mega),
                    _ => (1_000_000_000, giga),
                };
                let count = bytes.saturating_add(unit / 2) / unit;
                view.number(count.max(1) as usize);
                view.tree.text(" ");
                view.tree.text(name);
                view.tree.text(")");
            }
        });
    }
}

/// A length as players show it: `۱:۴۸`, `۱:۰۲:۰۳`.
fn length(seconds: u32) -> String {
    let [hours, minutes, seconds] =
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map(|n| digits::ascii(n.into()));
    let two = |text: &str| if text.len() < 2 { "0" } else { "" };
    match &*hours {
        "0" => [&minutes, ":", two(&seconds), &seconds].concat(),
        _ => [&*hours, ":", two(&minutes), &minutes, ":", two(&seconds), &seconds].concat(),
    }
}
