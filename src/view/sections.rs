//! The sections that headings part a text into: their levels, their ids, and the list of them.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::places::Places;
use super::{View, spans};
use crate::article::{Article, Block, Heading, RichText};
use crate::options::Contents;
use crate::text::chars;
use crate::text::clean;
use crate::text::digits;
use crate::tree::{Attr, Class, Tag};

/// An article is long enough for a list of its sections from so many words on: some six minutes.
const LONG: usize = 1200;
/// And from so many sections on.
const SECTIONS: usize = 3;
/// The most characters of an id.
const LONGEST: usize = 64;

impl View<'_> {
    /// The list of the sections, ahead of the text.
    pub(super) fn contents(&mut self, article: &Article) {
        let is_section = |heading: &&Heading| heading.level.unwrap_or(2) <= 2 && !heading.text.is_blank();
        let sections = || headings(&article.body).zip(0..).filter(|(heading, _)| is_section(heading));
        let is_listed = match self.options.contents {
            Contents::Auto => sections().count() >= SECTIONS && self.words >= LONG,
            Contents::On => sections().next().is_some(),
            Contents::Off => false,
        };
        if !is_listed {
            return;
        }
        self.framed("contents", |view| {
            view.part(Tag::Nav, Class::Contents, |view| {
                view.titled_by("contents");
                let level = view.heading(2);
                view.titled(level, "contents", |view| view.tree.text(view.messages.contents));
                view.part(Tag::Ol, Class::List, |view| {
                    for (heading, index) in sections() {
                        view.element(Tag::Li, |view| {
                            view.element(Tag::A, |view| {
                                let id = view.section_id(index);
                                view.tree.href_to(&id);
                                // The link leads to the heading: what is in it can lead nowhere else.
                                let name = spans::line(&heading.text, &view.typesetter);
                                let runs = view.runs(&name);
                                view.line_with(&name, &runs);
                            });
                        });
                    }
                });
            });
        });
    }

    /// A heading of the text itself, the next one that has an id. None is more than a level below the one before it: who
    /// goes from heading to heading misses none. In another block all are below its title.
    pub(super) fn section(&mut self, heading: &Heading) {
        let level = heading.level.unwrap_or(2).clamp(2, 6) as usize;
        let level = (self.top + level - 1).min(self.level + 1);
        let tag = self.heading(level);
        let point = self.tree.point();
        self.element(tag, |view| {
            if !view.is_inside {
                let id = view.section_id(view.sections);
                view.tree.attr(Attr::Id, &id);
                view.sections += 1;
            }
            view.rich(&heading.text);
        });
        if self.tree.shows_after(point) {
            self.level = level;
        }
    }

    /// A title of a block, one level below the section it is in, and what stands under it.
    pub(super) fn under(&mut self, title: &RichText, fill: impl FnOnce(&mut Self)) {
        let (level, top) = (self.level, self.top);
        if !title.is_blank() {
            self.level += 1;
            let tag = self.heading(self.level);
            self.element(tag, |view| view.rich(title));
        }
        self.top = self.level;
        let is_inside = mem::replace(&mut self.is_inside, true);
        fill(self);
        self.is_inside = is_inside;
        (self.level, self.top) = (level, top);
    }

    /// The element of a heading, so many levels below what the headline would be on a page of its own.
    pub(super) fn heading(&self, level: usize) -> Tag {
        const LEVELS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
        let level = self.options.heading_level.get() + level - 2;
        LEVELS.get(level).copied().unwrap_or(Tag::H6)
    }

    fn section_id(&self, index: usize) -> String {
        self.id(self.section_names.get(index).map_or("", |name| name))
    }
}

/// The headings of a text that are not inside other blocks.
fn headings(body: &[Block]) -> impl Iterator<Item = &Heading> {
    body.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    })
}

/// What the headings of a text are called in addresses, by their words; one that repeats another is numbered.
pub(super) fn names(body: &[Block]) -> Vec<String> {
    let names: Vec<_> = headings(body).map(|heading| name(&heading.text.to_text())).collect();
    let mut numbered = names.clone();
    let mut last = ("", 1_u64);
    for (name, place) in Places::of(names.iter().map(String::as_str)).iter() {
        last = (name, if last.0 == name { last.1 + 1 } else { 1 });
        if let Some(numbered) = numbered.get_mut(place).filter(|_| last.1 > 1) {
            numbered.push(':'); // which no words leave in a name
            numbered.push_str(&digits::ascii(last.1));
        }
    }
    numbered
}

/// Letters and digits as they are, whatever is between them as one hyphen.
fn name(text: &str) -> String {
    let mut name = String::from("part");
    let mut is_parted = true;
    for c in clean(text).chars().take(LONGEST) {
        let fits = c.is_ascii_alphanumeric() || chars::is_arabic_letter(c) || chars::is_digit(c);
        if fits && is_parted {
            name.push('-');
        }
        if fits {
            name.push(c);
        }
        is_parted = !fits;
    }
    name
}

/// How many minutes it takes to read so many words, at two hundred a minute.
pub(super) fn minutes(words: usize) -> usize {
    words.div_ceil(200)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_words_and_unique() {
        let heading = |text: &str| Block::Heading(Heading { level: None, text: text.into() });
        let body = ["هدفِ طرح؟", "می‌رود", "هدفِ طرح؟", " CO2: ۱۲ ", "؟!", "هدفِ طرح؟"].map(heading);
        let expected =
            ["part-هدف-طرح", "part-می-رود", "part-هدف-طرح:2", "part-CO2-۱۲", "part", "part-هدف-طرح:3"];
        assert_eq!(names(&body), expected);
    }
}
