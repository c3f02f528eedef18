//! An article in, the tree of its page out.
//! Floor 5. Uses: article, text, date, tree, options.
//!
//! Here, and only here, text is set and dates are written: every output reads the same tree. Nothing fails,
//! and a part with nothing in it leaves no trace.

mod body;
mod comment;
mod comments;
mod figure;
mod footer;
mod form;
mod group;
mod header;
mod ids;
mod inline;
mod isolate;
mod media;
mod messages;
mod notes;
mod places;
mod prose;
mod sections;
mod share;
pub(crate) mod spans;
mod state;
mod table;
mod threads;
mod tools;

use alloc::string::String;
use alloc::vec::Vec;

use crate::article::url::LinkUrl;
use crate::article::{Article, Discussion, Link};
use crate::date::{Reckoning, Timestamp, format};
use crate::options::{Options, Theme};
use crate::text::bidi;
use crate::text::chars;
use crate::text::clean;
use crate::text::digits::{self, Numerals};
use crate::text::{self, Damage, Repair, Typesetter, Typography};
use crate::tree::{self, Attr, Builder, Class, Tag, Tree};
use messages::Messages;
pub use messages::script::{comment_words_module, words_module};
use notes::Notes;
pub(crate) use state::notice;
pub use state::{State, draw_state};

/// The stylesheet of the page: the files of `sheet`, one behind the other.
pub const STYLESHEET: &str = concat!(
    include_str!("sheet/1-host.css"),
    include_str!("sheet/2-ground.css"),
    include_str!("sheet/3-head.css"),
    include_str!("sheet/4-text.css"),
    include_str!("sheet/5-blocks.css"),
    include_str!("sheet/6-foot.css"),
    include_str!("sheet/7-comments.css"),
    include_str!("sheet/8-states.css"),
    include_str!("sheet/9-paper.css"),
);

/// Draws an article.
///
/// One element stands at the root, `div.satr`: it is the measure that the stylesheet answers to, and carries
/// language, direction and theme. In it are the article and, where there is something to show, its comments.
///
/// Where half-spaces are to be repaired, the lexicon that is compiled in says where they belong, or, without the feature
/// `lexicon`, the rules alone.
#[must_use]
pub fn draw(article: &Article, options: &Options) -> Tree {
    draw_with(article, options, Some(&text::zwnj::repair))
}

/// Draws an article, and repairs lost half-spaces by what a host has for it. With nothing the text is only polished.
#[must_use]
pub fn draw_with(article: &Article, options: &Options, repair: Option<Repair<'_>>) -> Tree {
    draw_slice(article, options, repair, Slice::WHOLE).0
}

/// Draws as much of an article as a slice holds, and tells the next: none behind the last.
///
/// The first is the page without most of its comments. Of every other the root holds the threads that come next, in one
/// list, and where the page was cut the word that it was.
#[must_use]
pub fn draw_slice(
    article: &Article,
    options: &Options,
    repair: Option<Repair<'_>>,
    slice: Slice,
) -> (Tree, Option<Slice>) {
    let mut view = View::of(article, options, repair, slice);
    if slice.thread > 0 {
        view.tree.make_room(2); // the root and the list are those of the first slice
    }
    view.root(|view| {
        if slice.thread > 0 {
            view.threads(&article.comments);
            return view.cut();
        }
        if let Some(withdrawal) = &article.withdrawn {
            return view.framed("withdrawn", |view| view.withdrawn(withdrawal, &article.id));
        }
        view.part(Tag::Article, Class::Article, |view| {
            let start = view.tree.point();
            view.saved();
            view.header(article);
            view.lead(article);
            view.contents(article);
            view.body(&article.body);
            view.corrections(&article.corrections);
            view.footnotes(&article.footnotes);
            view.footer(article);
            view.related(&article.related);
            // There is nothing to do with nothing.
            if view.tree.shown_after(start) == view.furniture {
                view.tree.go_back(start);
            }
        });
        if view.options.comments {
            view.comments(article);
        }
        view.cut();
    });
    let room = view.tree.room();
    let next = view.next_thread.filter(|_| !view.tree.is_cut()).map(|thread| Slice { thread, room, ..slice });
    (view.tree.finish(), next)
}

/// A part of a page, for hosts that draw a long one piece by piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// The first of its threads of comments, counted from 0, with which comes all that stands before them.
    pub thread: usize,
    /// About how many comments it holds: a thread is never parted.
    pub comments: usize,
    /// How many elements there is room for.
    pub room: usize,
}

impl Slice {
    /// All of a page.
    pub const WHOLE: Self = Self { thread: 0, comments: usize::MAX, room: tree::MAX_ELEMENTS };
}

/// What to call the page of an article: its headline, set as on the page. No markup can stand in a title, so runs that
/// need an isolate stand between isolate controls.
#[must_use]
pub fn title(article: &Article, options: &Options) -> String {
    let typesetter = typesetter(article, options, Some(&text::zwnj::repair));
    flat(&set(&article.headline, &typesetter), options, options.language_of(article).is_rtl())
}

/// Whether the lost half-spaces of an article are to be repaired: where it was asked for, and where the whole of the
/// article shows the damage.
#[must_use]
pub fn wants_repair(article: &Article, options: &Options) -> bool {
    damage(article, options).is_repaired_by(typography(article, options))
}

/// The rules are those of Persian: text of another language keeps its letters and marks.
fn typography(article: &Article, options: &Options) -> Typography {
    if options.language_of(article).is_persian() { options.typography } else { Typography::Off }
}

/// What the article shows of its half-spaces; only where that is asked.
fn damage(article: &Article, options: &Options) -> Damage {
    match typography(article, options) {
        Typography::Off | Typography::Polish => Damage::default(),
        Typography::Repair | Typography::Auto => prose::damage(article),
    }
}

/// By whose clock and calendar the page of an article is dated.
pub(crate) fn reckoning(article: &Article, options: &Options) -> Reckoning {
    let usual = Reckoning::from(messages::of(options.language_of(article)).place);
    Reckoning { zone: options.time_zone.unwrap_or(usual.zone), calendar: options.calendar, ..usual }
}

/// What sets the text of an article.
pub(crate) fn typesetter<'r>(
    article: &Article,
    options: &Options,
    repair: Option<Repair<'r>>,
) -> Typesetter<'r> {
    // Without anything to repair by, its damage is of no use.
    let damage = if repair.is_some() { damage(article, options) } else { Damage::default() };
    Typesetter {
        numerals: options.numerals,
        ..Typesetter::new(typography(article, options), options.rules, damage, repair)
    }
}

/// How a time is shown to people.
type Shown<'a> = &'a dyn Fn(Timestamp, Reckoning) -> String;

/// A page being drawn.
struct View<'a> {
    tree: Builder,
    options: &'a Options,
    typesetter: Typesetter<'a>,
    language: &'a str,
    /// Whether the page is one from right to left.
    is_rtl: bool,
    messages: &'static Messages,
    reckoning: Reckoning,
    /// What every id of this page begins with.
    prefix: String,
    /// When the article was.
    published: Option<Timestamp>,
    /// How many words the article has.
    words: usize,
    notes: Notes<'a>,
    discussion: Option<&'a Discussion>,
    /// Whether links are drawn that readers have set.
    links_by_readers: bool,
    /// What the sections of the text are called, and how many of them have been drawn.
    section_names: Vec<String>,
    sections: usize,
    /// The level of the heading that was drawn last, 1 for the headline.
    level: usize,
    /// The level of what the headings are under: the headline, or the title of the block that they are in.
    top: usize,
    /// Whether a block inside another is being drawn.
    is_inside: bool,
    /// How much there is to see that is of the page itself, and not of the article.
    furniture: usize,
    /// Which part of the page is drawn, and the first thread that is not of it any more.
    slice: Slice,
    next_thread: Option<usize>,
}

impl<'a> View<'a> {
    fn of(article: &'a Article, options: &'a Options, repair: Option<Repair<'a>>, slice: Slice) -> Self {
        let language = options.language_of(article);
        Self {
            tree: Builder::with_room(slice.room),
            options,
            typesetter: typesetter(article, options, repair),
            language: language.as_str(),
            is_rtl: language.is_rtl(),
            messages: messages::of(language),
            reckoning: reckoning(article, options),
            prefix: ids::prefix(article),
            published: article.published,
            words: prose::words(article),
            notes: Notes::of(&article.footnotes),
            discussion: article.discussion.as_ref(),
            links_by_readers: false,
            section_names: sections::names(&article.body),
            sections: 0,
            level: 1,
            top: 1,
            is_inside: false,
            furniture: 0,
            slice,
            next_thread: None,
        }
    }
}

impl View<'_> {
    /// The one element that all stands in.
    fn root(&mut self, fill: impl FnOnce(&mut Self)) {
        self.part(Tag::Div, Class::Root, |view| {
            view.tree.attr(Attr::Lang, view.language);
            view.tree.attr(Attr::Dir, if view.is_rtl { "rtl" } else { "ltr" });
            if view.options.numerals == Numerals::Latin {
                view.tree.attr(Attr::Numerals, "latin");
            }
            match view.options.theme {
                Theme::Auto => {}
                Theme::Light => view.tree.attr(Attr::Theme, "light"),
                Theme::Dark => view.tree.attr(Attr::Theme, "dark"),
            }
            fill(view);
        });
    }

    /// Says that there was more than there is room for, if there was.
    fn cut(&mut self) {
        if self.tree.is_cut() {
            self.tree.make_room(1);
            self.part(Tag::P, Class::Hint, |view| view.tree.text(view.messages.cut));
        }
    }

    /// Draws an element around what `fill` draws.
    fn element(&mut self, tag: Tag, fill: impl FnOnce(&mut Self)) {
        self.tree.open(tag);
        fill(self);
        self.tree.close();
    }

    /// An element with a class.
    fn part(&mut self, tag: Tag, class: Class, fill: impl FnOnce(&mut Self)) {
        self.tree.open_as(tag, class);
        fill(self);
        self.tree.close();
    }

    /// Frames the one element that `draw` draws, so that it can change alone.
    fn framed(&mut self, key: &str, draw: impl FnOnce(&mut Self)) {
        self.tree.begin(key);
        draw(self);
        self.tree.end();
    }

    /// Text of the data, made safe and set.
    fn set(&self, text: &str) -> String {
        set(text, &self.typesetter)
    }

    /// Set text for a place without markup.
    fn flat(&self, set: &str) -> String {
        flat(set, self.options, self.is_rtl)
    }

    /// Draws a number of our own.
    fn number(&mut self, number: usize) {
        self.tree.text(&self.digits(&digits::ascii(number as u64)));
    }

    /// A text of our own in the digits of the page.
    fn digits(&self, text: &str) -> String {
        digits::all(text, self.options.numerals)
    }

    /// Text of the data as an element with a class, if there is anything to see.
    fn line(&mut self, tag: Tag, class: Class, text: &str) {
        if !is_blank(text) {
            let set = self.set(text);
            self.part(tag, class, |view| view.lines(&set));
        }
    }

    /// The same in a line with other text of the data: Latin words of the two must not be drawn as one phrase.
    fn beside(&mut self, tag: Tag, class: Class, text: &str) {
        if !is_blank(text) {
            let set = self.set(text);
            self.part(tag, class, |view| {
                view.apart(&set);
                view.lines(&set);
            });
        }
    }

    /// An interface word as an element.
    fn word(&mut self, tag: Tag, word: &str) {
        self.element(tag, |view| view.tree.text(word));
    }

    /// A run from left to right, by itself.
    fn ltr(&mut self, text: &str) {
        self.element(Tag::Bdi, |view| {
            view.tree.attr(Attr::Dir, "ltr");
            view.tree.text(text);
        });
    }

    /// A name: it may be of any script, so its direction is its own.
    fn name(&mut self, name: &str) {
        let name = if is_blank(name) { self.messages.nameless } else { name };
        self.element(Tag::Bdi, |view| {
            if chars::has(name, chars::is_rtl) {
                view.text(name);
            } else {
                view.tree.text(&view.set(name));
            }
        });
    }

    /// What may lead somewhere: in a link where there is an address, as it is where there is none.
    fn leading(&mut self, url: Option<&LinkUrl>, text: &str, fill: &mut dyn FnMut(&mut Self)) {
        let Some(url) = url else { return fill(self) };
        self.tree.open(Tag::A);
        self.tree.href(url);
        if self.links_by_readers {
            self.tree.attr(Attr::Rel, "nofollow ugc noopener noreferrer");
        }
        fill(self);
        self.real_host(text, url);
        self.tree.close();
    }

    /// The same as an element in any case.
    fn linked(&mut self, url: Option<&LinkUrl>, text: &str, fill: &mut dyn FnMut(&mut Self)) {
        if url.is_some() {
            self.leading(url, text, fill);
        } else {
            self.element(Tag::Span, fill);
        }
    }

    /// A name that may lead somewhere.
    fn link(&mut self, link: &Link) {
        self.linked(link.url.as_ref(), &link.text, &mut |view| view.label(&link.text));
    }

    /// An instant: for people as `shown` writes it by the page's reckoning, for machines in full.
    fn time(&mut self, time: Timestamp, shown: Shown<'_>) {
        self.time_beside("", time, shown);
    }

    /// The same in a line behind text of the data: a Latin word must not draw the day to itself.
    fn time_beside(&mut self, text: &str, time: Timestamp, shown: Shown<'_>) {
        let by = self.reckoning;
        self.element(Tag::Time, |view| {
            view.tree.attr(Attr::Datetime, &format::machine(time, by));
            view.apart(text);
            view.tree.text(&view.digits(&shown(time, by)));
        });
    }
}

/// Text of the data as the page shows it: without what could harm, without space around it, set.
pub(crate) fn set(text: &str, typesetter: &Typesetter<'_>) -> String {
    let clean = clean(text);
    let text = clean.trim();
    text::apply(text, &typesetter.edits(text)).into_owned()
}

/// Set text for a place without markup.
pub(crate) fn flat(set: &str, options: &Options, is_rtl: bool) -> String {
    if is_rtl { bidi::isolate(set, options.ranges).into_owned() } else { set.into() }
}

/// Whether a name that may lead somewhere has anything to see.
fn shows(link: &Link) -> bool {
    !is_blank(&link.text)
}

/// Whether nothing of a text could be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(chars::is_invisible)
}
