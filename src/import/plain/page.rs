//! The lines of a page in, an article out.
//! Floor 4. Uses: article, text.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::line::{Line, fold};
use super::shape;
use crate::article::url::ImageUrl;
use crate::article::{
    Article, Block, Body, Credit, Figure, Heading, Image, Items, Link, List, ListItem, Note, Paragraph,
    Problem, Related, RichText,
};
use crate::text::digits::{self, Numerals};

/// How many notes are kept; what comes after them is counted.
const MAX_NOTES: usize = 200;

/// A headline is among so many first texts; a page of short lines is not compared all with all.
const NEAR: usize = 16;

/// A part of a page; they follow each other.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Above the first paragraph.
    #[default]
    Head,
    /// From the first paragraph on.
    Body,
    /// Below the end mark.
    Foot,
    /// Below «نظر شما».
    Comments,
}

/// What a label on a line of its own promised, until a line comes that does not look it.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Awaited {
    #[default]
    Nothing,
    Tags,
    Titles,
    ShortLink,
}

/// A page as its lines come in.
#[derive(Default)]
pub(super) struct Page<'t> {
    article: Article,
    part: Part,
    awaited: Awaited,
    picture: Option<ImageUrl>,
    /// The texts above the first paragraph, with the numbers of their lines.
    head: Vec<(usize, &'t str)>,
    /// The texts from there on.
    body: Vec<(usize, &'t str)>,
    notes: Vec<(usize, Problem)>,
    more_notes: usize,
}

impl<'t> Page<'t> {
    /// Takes the next line that is not blank.
    pub(super) fn take(&mut self, number: usize, text: &'t str) {
        let line = Line::of(text);
        if self.part == Part::Comments {
            // Whatever readers write here, it is not about the article.
            match shape::is_rule(text) {
                true => self.article.comment_rules.push(shape::item(text).unwrap_or(text).to_owned()),
                false => self.furniture(number, text),
            }
        } else if !self.take_awaited(number, text, &line) {
            self.place(number, text, line);
        }
    }

    /// Takes a line that a label has promised.
    fn take_awaited(&mut self, number: usize, text: &str, line: &Line<'_>) -> bool {
        match (self.awaited, line) {
            (_, Line::Furniture) => return false,
            (Awaited::Tags, Line::Text) if shape::are_tags(text) => self.tags(text),
            (Awaited::Titles, Line::Text | Line::Section(_)) if shape::is_title(text) => self.related(text),
            // Beside the titles: their dates and pictures.
            (Awaited::Titles, Line::Date(_) | Line::Image(_) | Line::Address(_)) => {
                self.furniture(number, text)
            }
            (Awaited::ShortLink, Line::Address(link)) if self.article.short_link.is_none() => {
                self.article.short_link = Some(link.clone());
                self.awaited = Awaited::Nothing;
            }
            _ => {
                self.awaited = Awaited::Nothing;
                return false;
            }
        }
        true
    }

    /// Puts a line where what it is and the part of the page say.
    fn place(&mut self, number: usize, text: &'t str, line: Line<'t>) {
        use Part::{Body, Comments, Foot, Head};
        let article = &mut self.article;
        match (self.part, line) {
            (Head | Foot, Line::Date(date)) | (_, Line::Published(date)) if article.published.is_none() => {
                article.published = Some(date);
            }
            (_, Line::Code(code)) if article.id.is_empty() => {
                article.id = digits::all(code, Numerals::Latin);
            }
            (Head | Foot, Line::Source(source)) if article.source.is_none() => {
                article.source = Some(link(source));
            }
            (_, Line::ShortLink(None)) => self.awaited = Awaited::ShortLink,
            (_, Line::ShortLink(url)) if article.short_link.is_none() => article.short_link = url,
            (Head | Foot, Line::Credit(role, name)) => {
                article.byline.push(Credit {
                    name: name.to_owned(),
                    role: role.to_owned(),
                    ..Credit::default()
                });
            }
            (Head, Line::Section(path)) if article.section.is_empty() => {
                article.section = shape::sections(path).map(link).collect();
            }
            (Head | Body, Line::Image(url)) if self.picture.is_none() => self.picture = Some(url),
            (_, Line::Tags("")) => self.awaited = Awaited::Tags,
            (_, Line::Tags(tags)) => self.tags(tags),
            // At the top of a page these are words of its menu.
            (Head, Line::Related(_) | Line::End) if self.head.is_empty() => self.furniture(number, text),
            (Head, Line::Comments) => self.furniture(number, text),
            (_, Line::Related("")) => self.awaited = Awaited::Titles,
            (_, Line::Related(title)) => self.related(title),
            (_, Line::Comments) => self.part = Comments,
            (_, Line::End) => {
                self.part = Foot;
                self.furniture(number, text);
            }
            // Furniture, what was said before, and what is about the page where it stands beside the text.
            (_, Line::Furniture | Line::Published(_) | Line::Code(_) | Line::ShortLink(_))
            | (Head, Line::Date(_) | Line::Image(_) | Line::Address(_) | Line::Source(_) | Line::Detail)
            | (Foot | Comments, _) => self.furniture(number, text),
            (Head, _) if !self.opens_body(text) => self.head.push((number, text)),
            (Head | Body, _) => {
                self.part = Body;
                self.body.push((number, text));
            }
        }
    }

    /// Whether a text begins the report: it looks it, and is not the headline come again.
    fn opens_body(&self, text: &str) -> bool {
        let is_new = |text| !self.head.iter().take(NEAR).any(|(_, other)| fold(other) == fold(text));
        shape::opens_body(text, self.head.is_empty()) && is_new(text)
    }

    fn tags(&mut self, line: &str) {
        self.article.tags.extend(shape::tags(line).map(link));
    }

    fn related(&mut self, title: &str) {
        let title = shape::item(title).unwrap_or(title);
        self.article.related.push(Related { text: title.to_owned(), ..Related::default() });
    }

    fn furniture(&mut self, number: usize, text: &str) {
        const SHOWN: usize = 80;
        self.note(number, Problem::Furniture(text.chars().take(SHOWN).collect()));
    }

    fn note(&mut self, number: usize, problem: Problem) {
        if self.notes.len() < MAX_NOTES {
            self.notes.push((number, problem));
        } else {
            self.more_notes += 1;
        }
    }

    /// Puts the texts into their places.
    pub(super) fn finish(mut self) -> (Article, Vec<Note>) {
        self.take_from_below();
        let head = mem::take(&mut self.head);
        let mut below = self.titles(&head);
        if self.body.is_empty() {
            // Without any paragraph what stands below the headline is what there is to say.
            self.body = below;
        } else {
            self.drop_repetitions(&mut below);
            self.article.deck = join(&below);
        }
        let mut body = mem::take(&mut self.body);
        self.drop_repetitions(&mut body);
        let texts: Vec<&str> = body.into_iter().map(|(_, text)| text).collect();
        self.article.body = Body(blocks(self.lead(&texts)));
        if let Some(url) = self.picture {
            let image = Image { url: Some(url), ..Image::default() };
            self.article.lead_figure.get_or_insert_default().image = Some(image);
        }
        self.notes.sort_unstable_by_key(|(number, _)| *number);
        let notes = self.notes.into_iter();
        let mut notes: Vec<Note> =
            notes.map(|(number, problem)| Note { path: format!("line {number}"), problem }).collect();
        if self.more_notes > 0 {
            notes.push(Note { path: String::new(), problem: Problem::MoreNotes(self.more_notes) });
        }
        (self.article, notes)
    }

    /// Takes a date and a source from below the last paragraph. Between paragraphs they are texts: a chronology's days,
    /// the words of one who was asked.
    fn take_from_below(&mut self) {
        while let Some((_, text)) = self.body.last() {
            match Line::of(text) {
                Line::Date(date) if self.article.published.is_none() => self.article.published = Some(date),
                Line::Source(source) if self.article.source.is_none() => {
                    self.article.source = Some(link(source));
                }
                _ => break,
            }
            self.body.pop();
        }
    }

    /// Finds kicker and headline in the texts above the lead, and returns what is left: the one that the page repeats
    /// is the headline; else the one after a kicker, which is told by its few words or its semicolon; else the first.
    fn titles(&mut self, texts: &[(usize, &'t str)]) -> Vec<(usize, &'t str)> {
        const KICKER_WORDS: usize = 4;
        let near: Vec<String> = texts.iter().take(NEAR).map(|(_, text)| fold(text)).collect();
        // A row of dashes comes again too.
        let repeated = near.iter().enumerate().position(|(at, text)| {
            text.contains(char::is_alphabetic) && near.iter().skip(at + 1).any(|other| other == text)
        });
        let leads_on = |(_, text): &&(usize, &str)| text.ends_with(['؛', ':']);
        let is_short = |(_, text): &(usize, &str)| text.split_whitespace().count() <= KICKER_WORDS;
        let kickers = usize::from(texts.first().is_some_and(is_short));
        let kickers = kickers + texts.iter().skip(kickers).take_while(leads_on).count();
        let at = repeated.unwrap_or(kickers.min(texts.len().saturating_sub(1)));
        let (above, rest) = texts.split_at_checked(at).unwrap_or_default();
        let Some(((_, headline), below)) = rest.split_first() else { return Vec::new() };
        (*headline).clone_into(&mut self.article.headline);
        self.article.kicker = join(above);
        below.to_vec()
    }

    /// Leaves out the headline come again; where there is a picture it is the caption.
    fn drop_repetitions(&mut self, texts: &mut Vec<(usize, &str)>) {
        let headline = fold(&self.article.headline);
        texts.retain(|(number, text)| {
            if headline.is_empty() || fold(text) != headline {
                return true;
            }
            if self.picture.is_some() && self.article.lead_figure.is_none() {
                let caption = RichText::from(self.article.headline.as_str());
                self.article.lead_figure = Some(Figure { caption, ..Figure::default() });
            } else {
                self.note(*number, Problem::RepeatedHeadline);
            }
            false
        });
    }

    /// The first paragraph is the lead when a dateline opens it, or when the report proper («به گزارش …») begins after
    /// it. Returns what is left for the body.
    fn lead<'b>(&mut self, texts: &'b [&'t str]) -> &'b [&'t str] {
        let Some((first, rest)) = texts.split_first() else { return texts };
        if let Some((place, lead)) = shape::dateline(first) {
            place.clone_into(&mut self.article.dateline);
            self.article.lead = lead.into();
            return rest;
        }
        let reports = |text: &&str| fold(text).starts_with("بهگزارش");
        if shape::is_paragraph(first) && !reports(first) && rest.first().is_some_and(reports) {
            self.article.lead = (*first).into();
            return rest;
        }
        texts
    }
}

/// The texts below the lead as blocks: bullets in a row are a list, the address of a picture is the picture,
/// and the rest are subheadings and paragraphs.
fn blocks(texts: &[&str]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if let Some(item) = shape::item(text) {
            let item = ListItem { text: item.into(), list: None };
            if let Some(Block::List(list)) = blocks.last_mut() {
                list.items.0.push(item);
            } else {
                blocks.push(Block::List(List { items: Items(vec![item]), ..List::default() }));
            }
        } else if let Some(url) = shape::picture(text) {
            let image = Some(Image { url: Some(url), ..Image::default() });
            blocks.push(Block::Figure(Figure { image, ..Figure::default() }));
        } else if is_subheading(text, texts.get(index + 1)) {
            blocks.push(Block::Heading(Heading { level: None, text: (*text).into() }));
        } else {
            blocks.push(Block::Paragraph(Paragraph { text: (*text).into() }));
        }
    }
    blocks
}

/// A bare short line before a paragraph or a list; a question of an interview («خبرنگار: …») is none.
fn is_subheading(text: &str, next: Option<&&str>) -> bool {
    const LONGEST: usize = 90;
    text.chars().count() <= LONGEST
        && !shape::ends_sentence(text)
        && !text.starts_with(['-', '–', '*'])
        && !text.ends_with([':', '؛', '،'])
        && matches!(Line::of(text), Line::Text | Line::Date(_))
        && next.is_some_and(|next| shape::is_paragraph(next) || shape::item(next).is_some())
}

fn link(text: &str) -> Link {
    Link { text: text.to_owned(), url: None }
}

fn join(texts: &[(usize, &str)]) -> String {
    texts.iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n")
}
