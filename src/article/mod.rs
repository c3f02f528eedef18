//! A value tree in, the article out, with a note for everything that was off.
//! Floor 3. Uses: value, date, text.
//!
//! [`Article`] is the one model that every importer fills and every output is drawn from. Its JSON form is
//! the format people write and keep; the smallest article is a headline and a body:
//!
//! ```
//! let json = r#"{"headline": "نخستین باران پاییزی", "body": "باران از صبح آغاز شد.\n\nهوا خنک است."}"#;
//! let (article, notes) = satr::article::from_json(json.as_bytes())?;
//! assert_eq!(article.headline, "نخستین باران پاییزی");
//! assert_eq!(article.body.len(), 2);
//! assert!(notes.is_empty());
//! # Ok::<(), satr::value::ParseError>(())
//! ```
//!
//! # The format
//!
//! Keys are camelCase and are documented on the fields below. Every key may be missing or `null`; unknown
//! keys are ignored; a number stands where a string is expected; one item stands where a list is expected.
//! A field of the wrong kind is left out and noted, the rest stands.
//!
//! `version` is [`VERSION`]. Within a version keys are only added, never renamed, removed or given another
//! meaning, so a newer Satr reads every older article, and an older one reads a newer article less what it
//! does not know.

mod block;
mod declare;
mod discussion;
mod inline;
mod language;
mod media;
mod note;
mod player;
mod read;
pub mod shape;
pub mod url;
mod write;

pub use block::{
    Block, Callout, Cell, Code, Custom, Data, Divider, Embed, Entry, Exchange, Figure, FigureSize, Gallery,
    Heading, Items, KeyPoints, List, ListItem, Media, Paragraph, Poem, QuestionAnswer, Quote, Table,
    Timeline, Unknown,
};
pub use discussion::{Comment, CommentState, Discussion, Draft, Fault, Question, Said, Sort, Vote};
pub use inline::{Direction, Mark, Marks, RichText, Span};
pub use language::Language;
pub use media::{Focus, Image, Rendition, Track, TrackKind};
pub use note::{Note, Problem};
pub use player::player;

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::date::Timestamp;
use crate::value::{self, ParseError, Value};
use declare::object;
use read::{Field, Reader};
use shape::{Form, Shape, Shaped, Vocabulary};
use url::LinkUrl;

/// The version of the format that this crate writes.
pub const VERSION: u32 = 1;

object! {
    /// An article, whole: what a page shows and what a newsroom keeps.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Article {
        /// The version of the format; [`VERSION`] where the data names none.
        "version" version: Version,
        /// The news code (کد خبر): the publisher's own number or name for the article.
        "id" id: String,
        /// The language, by BCP 47; Persian where the data names none. `fa-AF` and `prs` are dated and worded as in Afghanistan.
        "language" language: Language,
        /// The article's own address; relative addresses in it are resolved on this one.
        "url" url: Option<LinkUrl>,
        /// The section path, outermost first: استان‌ها، سمنان.
        "section" section: Vec<Link>,
        /// The line above the headline (روتیتر).
        "kicker" kicker: String,
        /// The headline (تیتر).
        "headline" headline: String,
        /// The lines below the headline (سوتیتر، زیرتیتر).
        "deck" deck: String,
        /// Who made it.
        "byline" byline: Vec<Credit>,
        /// When it was first published.
        "published" published: Option<Timestamp>,
        /// When it was last changed in substance.
        "modified" modified: Option<Timestamp>,
        /// The place the report comes from, set before the lead.
        "dateline" dateline: String,
        /// The first paragraph, set larger (لید).
        "lead" lead: RichText,
        /// The picture that goes with the lead.
        "leadFigure" lead_figure: Option<Figure>,
        /// The text, block by block.
        "body" body: Body,
        /// What is said at the foot of the text (پانویس), in the order of its numbers.
        "footnotes" footnotes: Vec<Footnote>,
        /// What was wrong and has been put right.
        "corrections" corrections: Vec<Correction>,
        /// That it has been withdrawn: why, and when. It is then all that is shown of it.
        "withdrawn" withdrawn: Option<Correction>,
        /// Subjects (برچسب‌ها).
        "tags" tags: Vec<Link>,
        /// Where it was taken from.
        "source" source: Option<Link>,
        /// Who publishes it, for machines that read the page.
        "publisher" publisher: Option<Publisher>,
        /// A short address for sharing.
        "shortLink" short_link: Option<LinkUrl>,
        /// Other articles on the matter.
        "related" related: Vec<Related>,
        /// What readers wrote, in the order to be shown, with `parent` naming the comment replied to.
        "comments" comments: Vec<Comment>,
        /// What a comment must keep to, a sentence each.
        "commentRules" comment_rules: Vec<String>,
        /// Where the comments are at home, if readers can do more than read them.
        "discussion" discussion: Option<Discussion>,
    }
}

object! {
    /// A name that may lead somewhere. As a bare string it is the text alone.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Link {
        /// What is shown.
        "text" text: String,
        /// Where it leads.
        "url" url: Option<LinkUrl>,
    }
    or from text: text
}

object! {
    /// Somebody who made a part of it. As a bare string it is the name alone.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Credit {
        /// The name.
        "name" name: String,
        /// What they did: خبرنگار، عکاس، مترجم.
        "role" role: String,
        /// Their own page.
        "url" url: Option<LinkUrl>,
        /// A small picture of them.
        "photo" photo: Option<Image>,
    }
    or from text: name
}

object! {
    /// A newspaper, an agency, a site. As a bare string it is the name alone.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Publisher {
        /// The name.
        "name" name: String,
        /// Its own address.
        "url" url: Option<LinkUrl>,
        /// Its sign.
        "logo" logo: Option<Image>,
    }
    or from text: name
}

object! {
    /// A note at the foot of the text. As running text it is the text alone.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Footnote {
        /// What is said.
        "text" text: RichText,
        /// What references call it; where it is empty, its number.
        "id" id: String,
    }
    or from running text
}

object! {
    /// What was wrong and has been put right. As a bare string it is the text alone.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Correction {
        /// What was wrong, and what is right.
        "text" text: RichText,
        /// When it was put right.
        "date" date: Option<Timestamp>,
    }
    or from text: text
}

object! {
    /// Another article on the matter. As a bare string it is the headline alone.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Related {
        /// Its headline.
        "text" text: String,
        /// Its address.
        "url" url: Option<LinkUrl>,
        /// When it was published.
        "date" date: Option<Timestamp>,
    }
    or from text: text
}

/// The blocks of a text. In JSON also one string, whose paragraphs are parted by empty lines.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Body(pub Vec<Block>);

impl core::ops::Deref for Body {
    type Target = Vec<Block>;

    fn deref(&self) -> &Vec<Block> {
        &self.0
    }
}

impl Body {
    /// A text whose paragraphs are parted by empty lines; a single line end is a line break.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let paragraph = |text: &str| Block::Paragraph(Paragraph { text: text.into() });
        Self(paragraphs(text).map(paragraph).collect())
    }
}

/// The paragraphs of a plain text: what stands between empty lines, without the space around it.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let (mut start, mut end, mut is_empty) = (0, 0, true);
        for (at, c) in rest.char_indices() {
            match c {
                '\n' if is_empty && end > 0 => break,
                '\n' => is_empty = true,
                _ if c.is_whitespace() => {}
                _ => {
                    start = if end == 0 { at } else { start };
                    end = at + c.len_utf8();
                    is_empty = false;
                }
            }
        }
        let paragraph = rest.get(start..end)?;
        rest = rest.get(end..)?;
        (end > 0).then_some(paragraph)
    })
}

impl Field for Body {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let Value::String(text) = value else { return self.0.read(value, reader) };
        *self = Self::from_text(text);
        true
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl Shaped for Body {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        const DOCS: &[&str] =
            &["The text: blocks, or one string whose paragraphs are parted by empty lines."];
        vocabulary.define("Body", DOCS, |vocabulary| Form::Alias(Vec::<Block>::shape(vocabulary)))
    }
}

/// The version of the format an article was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Version(pub u32);

impl Default for Version {
    fn default() -> Self {
        Self(VERSION)
    }
}

impl Field for Version {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let is_read = self.0.read(value, reader);
        if self.0 > VERSION {
            reader.note(Problem::NewerVersion(self.0));
        }
        is_read
    }
}

/// Reads an article from a value.
///
/// Nothing fails: what is no article at all becomes an empty one, with a note.
#[must_use]
pub fn read(value: &Value<'_>) -> (Article, Vec<Note>) {
    let base = value.get("url").and_then(|url| match url {
        Value::String(url) => LinkUrl::parse(url, None).ok(),
        _ => None,
    });
    let mut reader = Reader::new(base);
    let mut article = Article::default();
    article.read(value, &mut reader);
    (article, reader.into_notes())
}

/// Reads an article from the bytes of its JSON form.
///
/// # Errors
/// When the bytes are not one JSON object: see [`ParseError`].
pub fn from_json(bytes: &[u8]) -> Result<(Article, Vec<Note>), ParseError> {
    let parsed = value::parse(value::decode(bytes)?)?;
    if !matches!(parsed.value, Value::Object(_)) {
        return Err(ParseError::NotAnObject(parsed.value.kind()));
    }
    let (article, mut notes) = read(&parsed.value);
    for (parts, problem) in [
        (parsed.too_deep, Problem::TooDeep(parsed.too_deep)),
        (parsed.too_many, Problem::TooMany(parsed.too_many)),
    ] {
        if parts > 0 {
            notes.push(Note { path: String::new(), problem });
        }
    }
    Ok((article, notes))
}
