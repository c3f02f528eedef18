//! The text: lead, blocks and corrections.

use core::mem;

use super::{View, is_blank};
use crate::article::{Article, Block, Body, Code, Correction, Custom, List, ListItem, Poem, Quote, RichText};
use crate::date::format;
use crate::text::clean;
use crate::text::digits;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    /// The lead with its dateline, and the picture that goes with it.
    pub(super) fn lead(&mut self, article: &Article) {
        self.framed("lead", |view| {
            view.part(Tag::P, Class::Lead, |view| {
                if !is_blank(&article.dateline) {
                    view.beside(Tag::B, Class::Dateline, &article.dateline);
                    view.tree.text(" ");
                }
                view.rich(&article.lead);
            });
        });
        if let Some(figure) = &article.lead_figure {
            self.framed("lead-figure", |view| view.lead_figure(figure));
        }
    }

    pub(super) fn body(&mut self, body: &Body) {
        self.framed("body", |view| {
            view.part(Tag::Div, Class::Body, |view| {
                let mut paragraphs = 0;
                for (index, block) in body.iter().enumerate() {
                    let point = view.tree.point();
                    view.framed(&digits::ascii(index as u64), |view| view.block(block));
                    if matches!(block, Block::Paragraph(_)) && view.tree.shows_after(point) {
                        paragraphs += 1;
                        view.slot(paragraphs);
                    }
                }
            });
        });
    }

    /// A place for a host's own content.
    fn slot(&mut self, paragraph: usize) {
        if self.options.slots.is_after(paragraph) {
            let name = ["after-paragraph-", &digits::ascii(paragraph as u64)].concat();
            self.framed(&name, |view| {
                view.element(Tag::Slot, |view| {
                    view.tree.attr(Attr::Name, &name);
                    view.tree.keep();
                });
            });
        }
    }

    /// The blocks inside another one.
    pub(super) fn blocks(&mut self, body: &Body) {
        body.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(&paragraph.text),
            Block::Heading(heading) => self.section(heading),
            Block::List(list) => self.list(list),
            Block::Quote(quote) => self.quote(quote, Class::Quote),
            Block::PullQuote(quote) => self.quote(quote, Class::Pull),
            Block::Figure(figure) => self.figure(figure),
            Block::Gallery(gallery) => self.gallery(gallery),
            Block::Video(media) => self.media(media, Tag::Video),
            Block::Audio(media) => self.media(media, Tag::Audio),
            Block::Table(table) => self.table(table),
            Block::Embed(embed) => self.embed(embed),
            Block::RelatedLink(related) => self.related_link(related),
            Block::QuestionAnswer(qa) => self.questions(qa),
            Block::Timeline(timeline) => self.timeline(timeline),
            Block::KeyPoints(points) => self.points(points),
            Block::Callout(callout) => self.callout(callout),
            Block::Correction(correction) => self.correction(correction),
            Block::Code(code) => self.code(code),
            Block::Poem(poem) => self.poem(poem),
            Block::Divider(_) => self.part(Tag::Hr, Class::Divider, |_| {}),
            Block::Custom(custom) => self.custom(custom),
            Block::Unknown(unknown) => {
                self.part(Tag::P, Class::Unknown, |view| view.rich(&unknown.text));
            }
        }
    }

    pub(super) fn paragraph(&mut self, text: &RichText) {
        self.element(Tag::P, |view| view.rich(text));
    }

    fn list(&mut self, list: &List) {
        self.part(if list.ordered { Tag::Ol } else { Tag::Ul }, Class::List, |view| {
            if let Some(start) = list.start.filter(|start| list.ordered && *start < i32::MAX as u32) {
                view.tree.number(Attr::Start, start);
            }
            for item in list.items.iter() {
                view.element(Tag::Li, |view| view.item(item));
            }
        });
    }

    fn item(&mut self, item: &ListItem) {
        self.rich(&item.text);
        if let Some(list) = &item.list {
            self.list(list);
        }
    }

    fn quote(&mut self, quote: &Quote, class: Class) {
        self.part(Tag::Blockquote, class, |view| {
            view.paragraph(&quote.text);
            view.cite(&quote.cite);
        });
    }

    fn cite(&mut self, cite: &str) {
        if !is_blank(cite) {
            self.element(Tag::Footer, |view| view.text(cite));
        }
    }

    fn code(&mut self, code: &Code) {
        let text = clean(&code.code);
        if is_blank(&text) {
            return self.paragraph(&code.caption); // it is not lost with what it was said about
        }
        self.part(Tag::Figure, Class::Code, |view| {
            view.element(Tag::Pre, |view| {
                view.tree.attr(Attr::Dir, "ltr");
                view.tree.attr(Attr::Role, "group");
                let language = if is_blank(&code.language) { view.messages.listing } else { &code.language };
                view.tree.attr(Attr::Label, clean(language).trim());
                view.tree.attr(Attr::TabIndex, "0");
                view.element(Tag::Code, |view| view.tree.text(&text));
            });
            view.copy_button(view.messages.listing);
            view.element(Tag::Figcaption, |view| view.rich(&code.caption));
        });
    }

    fn poem(&mut self, poem: &Poem) {
        self.part(Tag::Div, Class::Poem, |view| {
            for line in poem.lines.iter() {
                view.part(Tag::P, Class::Beyt, |view| {
                    let mut is_first = true;
                    for hemistich in line.iter() {
                        if !view.has(hemistich) {
                            continue;
                        }
                        if !mem::replace(&mut is_first, false) {
                            view.tree.text(" ");
                        }
                        view.element(Tag::Span, |view| view.rich(hemistich));
                    }
                });
            }
            view.cite(&poem.cite);
        });
    }

    /// A place for what the host draws, told from others by its name.
    fn custom(&mut self, custom: &Custom) {
        self.part(Tag::Div, Class::Custom, |view| {
            if !is_blank(&custom.name) {
                view.tree.attr(Attr::Custom, clean(&custom.name).trim());
                if !custom.data.as_json().is_empty() {
                    view.tree.attr(Attr::Json, custom.data.as_json());
                }
                view.tree.keep();
            }
            view.rich(&custom.text);
        });
    }

    pub(super) fn corrections(&mut self, corrections: &[Correction]) {
        self.framed("corrections", |view| {
            view.part(Tag::Section, Class::Corrections, |view| {
                view.tree.attr(Attr::Label, view.messages.corrections);
                corrections.iter().for_each(|correction| view.correction(correction));
            });
        });
    }

    fn correction(&mut self, correction: &Correction) {
        if !self.has(&correction.text) {
            return;
        }
        self.part(Tag::P, Class::Correction, |view| {
            view.word(Tag::B, view.messages.correction);
            view.tree.text(" ");
            view.rich(&correction.text);
            if let Some(date) = correction.date {
                view.tree.text(" ");
                let last = correction.text.spans().last();
                view.time_beside(last.map_or("", |span| &span.text), date, &format::news);
            }
        });
    }
}
