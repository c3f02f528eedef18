//! The text: lead, blocks and corrections.

use super::{View, is_blank};
use crate::article::{Article, Block, Correction, Heading, List, Quote, RichText};
use crate::date::format;
use crate::text::digits;
use crate::tree::{Attr, Class, Tag};

impl View<'_> {
    /// The lead with its dateline, and the picture that goes with it.
    pub(super) fn lead(&mut self, article: &Article) {
        let dateline = &article.dateline;
        if !is_blank(dateline) || !article.lead.is_blank() {
            self.framed("lead", |view| {
                view.part(Tag::P, Class::Lead, |view| {
                    if !is_blank(dateline) {
                        view.beside(Tag::B, Class::Dateline, dateline);
                        view.tree.text(" ");
                    }
                    view.rich(&article.lead);
                });
            });
        }
        if let Some(figure) = article.lead_figure.as_ref().filter(|figure| super::figure::shows(figure)) {
            self.framed("lead-figure", |view| view.lead_figure(figure));
        }
    }

    pub(super) fn body(&mut self, blocks: &[Block]) {
        if !blocks.iter().any(shows) {
            return;
        }
        self.framed("body", |view| {
            view.part(Tag::Div, Class::Body, |view| {
                for (index, block) in blocks.iter().enumerate().filter(|(_, block)| shows(block)) {
                    view.framed(&digits::ascii(index as u64), |view| view.block(block));
                }
            });
        });
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(&paragraph.text),
            Block::Heading(heading) => self.heading(heading),
            Block::List(list) => self.list(list),
            Block::Quote(quote) => self.quote(quote),
            Block::Figure(figure) => self.figure(figure),
            Block::Unknown(unknown) => {
                self.part(Tag::P, Class::Unknown, |view| view.rich(&unknown.text));
            }
        }
    }

    fn paragraph(&mut self, text: &RichText) {
        self.element(Tag::P, |view| view.rich(text));
    }

    fn heading(&mut self, heading: &Heading) {
        let tag = match heading.level {
            None | Some(0..=2) => Tag::H2,
            Some(3) => Tag::H3,
            Some(4) => Tag::H4,
            Some(5) => Tag::H5,
            Some(_) => Tag::H6,
        };
        self.element(tag, |view| view.rich(&heading.text));
    }

    fn list(&mut self, list: &List) {
        self.part(if list.ordered { Tag::Ol } else { Tag::Ul }, Class::List, |view| {
            for item in list.items.0.iter().filter(|item| !item.is_blank()) {
                view.element(Tag::Li, |view| view.rich(item));
            }
        });
    }

    fn quote(&mut self, quote: &Quote) {
        self.part(Tag::Blockquote, Class::Quote, |view| {
            if !quote.text.is_blank() {
                view.paragraph(&quote.text);
            }
            if !is_blank(&quote.cite) {
                view.element(Tag::Footer, |view| view.text(&quote.cite));
            }
        });
    }

    pub(super) fn corrections(&mut self, corrections: &[Correction]) {
        if corrections.iter().all(|correction| correction.text.is_blank()) {
            return;
        }
        self.framed("corrections", |view| {
            view.part(Tag::Section, Class::Corrections, |view| {
                view.tree.attr(Attr::Label, view.messages.corrections);
                for correction in corrections.iter().filter(|correction| !correction.text.is_blank()) {
                    view.part(Tag::P, Class::Correction, |view| view.correction(correction));
                }
            });
        });
    }

    fn correction(&mut self, correction: &Correction) {
        self.word(Tag::B, self.messages.correction);
        self.tree.text(" ");
        self.rich(&correction.text);
        if let Some(date) = correction.date {
            self.tree.text(" ");
            let last = correction.text.spans().last();
            self.time_beside(last.map_or("", |span| &span.text), date, format::news);
        }
    }
}

/// Whether a block has anything to show.
fn shows(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => !paragraph.text.is_blank(),
        Block::Heading(heading) => !heading.text.is_blank(),
        Block::List(list) => list.items.0.iter().any(|item| !item.is_blank()),
        Block::Quote(quote) => !quote.text.is_blank() || !is_blank(&quote.cite),
        Block::Figure(figure) => super::figure::shows(figure),
        Block::Unknown(unknown) => !unknown.text.is_blank(),
    }
}
