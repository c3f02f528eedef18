//! A tree in, plain text out.
//! Floor 6. Uses: tree, text.
//!
//! For what reads without looking: a search index, a voice, a mail, a model of language. One pass over the tape.
//!
//! | in the tree | in the text |
//! | --- | --- |
//! | a paragraph, a heading, any other block | parted from its neighbours by an empty line |
//! | `br`, a caption, a `cite` below its quotation or poem, an answer | a line of its own |
//! | an item of `ul`, of `ol` | `• `, `۱. `, counted from its `start` or `value`; one of an inner list, and what follows in an item, two spaces further in |
//! | what stands side by side: cells, hemistichs, tags, a comment's name and date, a fact and its name | parted by tabs |
//! | `blockquote`, `q` | «…», inside another ‹…›; a `blockquote` that brings its own marks gets no others |
//! | `sup.satr-note-ref` | `[۱]` |
//! | `sup`, `sub` of a digit right behind another | `۱۰^۳`, `۱۰_۲` |
//! | `pre` | as it is |
//! | `hr` | `* * *` |
//! | `img` in a figure | its `alt`, on a line |
//! | any other element | its text, in the line if it may stand in one, else as a block |
//!
//! | what is left out | for it |
//! | --- | --- |
//! | `nav`, `.satr-contents`, `.satr-see`, `.satr-share`, `.satr-back`, `.satr-tools` | leads elsewhere |
//! | `button`, `form`, `.satr-saved`, `.satr-load` | is of the page, not of the article |
//! | `.satr-file`, `.satr-notice` | offers what is not here, or stands in for it: a file, a player |
//! | `.satr-rules`; `.satr-hint` and `slot` in `.satr-comments`, and that whole while no comment is in it | invites to write |
//! | `img` outside a figure | is to look at |
//!
//! A rule leaves text out only by a name in that table: an element that is new to the tree shows its text.

mod writer;

use alloc::string::String;

use crate::text::digits::Numerals;
use crate::tree::{Attr, Class, Event, Tag, Tree};
use writer::{Gap, Writer};

/// Writes a tree as plain text; the numbers of lists are in these digits.
///
/// Lines end with line feeds, and have no space at their ends (but for code); a text that is not empty ends with one.
///
/// ```
/// use satr::article;
/// use satr::options::Options;
/// use satr::{plain, view};
///
/// let json = r#"{"headline": "باران", "body": ["آمد.", {"type": "list", "items": ["نان", "سیب"]}]}"#;
/// let (article, _) = article::from_json(json.as_bytes())?;
/// let options = Options::default();
/// let text = plain::render(&view::draw(&article, &options), options.numerals);
/// assert_eq!(text, "باران\n\nآمد.\n\n• نان\n• سیب\n");
/// # Ok::<(), satr::value::ParseError>(())
/// ```
#[must_use]
pub fn render(tree: &Tree, numerals: Numerals) -> String {
    render_events(tree.events(), tree.text().len(), numerals)
}

/// The same for a part of a tree, whose text has about so many bytes.
pub(crate) fn render_events<'t>(
    mut events: impl Iterator<Item = Event<'t>> + Clone,
    bytes: usize,
    numerals: Numerals,
) -> String {
    let mut writer = Writer::new(bytes, numerals);
    let mut head: Option<Head<'_>> = None;
    while let Some(event) = events.next() {
        match (event, &mut head) {
            (Event::Class(class), Some(head)) => head.class(class),
            (Event::Attr(Attr::Alt, alt), Some(head)) => head.alt = alt,
            (Event::Attr(Attr::Start, start), Some(head)) => {
                head.start = start.parse::<u32>().map_or(1, u64::from)
            }
            (Event::Attr(Attr::Value, value), Some(head)) => {
                head.value = value.parse::<u32>().ok().map(u64::from)
            }
            (Event::Open(_) | Event::Text(_) | Event::Close, _) => {
                if let Some(head) = head.take() {
                    // Looked for once: nothing but comments stands behind them.
                    let is_bare = head.role == Role::Comments
                        && !events.clone().any(|event| event == Event::Class(Class::Comment));
                    if is_bare { writer.leave_out() } else { writer.open(&head) }
                }
                match event {
                    Event::Open(tag) => head = Some(Head::new(tag)),
                    Event::Text(text) => writer.write(text),
                    _ => writer.close(),
                }
            }
            _ => {}
        }
    }
    writer.finish()
}

/// An element whose attributes and classes are being read.
struct Head<'t> {
    tag: Tag,
    role: Role,
    alt: &'t str,
    start: u64,
    /// The number of an item that is not the next one.
    value: Option<u64>,
}

/// What an element is in plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A part of the line.
    Inline,
    /// Parted by an empty line.
    Block,
    /// Parted by the end of a line.
    Line,
    /// The same, and close to what stands before.
    Below,
    /// A list, and the number of its next item if they are numbered.
    List(Option<u64>),
    Item,
    /// What is in it stands side by side, in a block or a line of its own.
    Row,
    RowLine,
    /// What is in it is rows: facts.
    Rows,
    Quote,
    InlineQuote,
    /// A reference to a footnote.
    Reference,
    /// Set high or low, as this sign tells where it stands by digits.
    Raised(char),
    Code,
    Break,
    Rule,
    Picture,
    Comments,
    /// Left out in comments; elsewhere it says that the article was cut.
    Hint,
    /// A place of the host's: left out in comments.
    Slot,
    LeftOut,
}

impl Role {
    /// What parts it from what stands around.
    fn gap(self) -> Gap {
        match self {
            Self::Inline | Self::InlineQuote | Self::Reference | Self::Raised(_) => Gap::None,
            Self::Break | Self::Slot | Self::LeftOut => Gap::None,
            Self::Line | Self::Below | Self::Item | Self::RowLine | Self::Picture => Gap::Line,
            Self::Block | Self::List(_) | Self::Row | Self::Rows | Self::Quote | Self::Code => Gap::Blank,
            Self::Rule | Self::Comments | Self::Hint => Gap::Blank,
        }
    }

    fn is_row(self) -> bool {
        matches!(self, Self::Row | Self::RowLine)
    }
}

impl Head<'_> {
    fn new(tag: Tag) -> Self {
        let role = match tag {
            Tag::Nav => Role::LeftOut,
            Tag::Ul => Role::List(None),
            Tag::Ol => Role::List(Some(1)),
            Tag::Li => Role::Item,
            Tag::Tr => Role::RowLine,
            Tag::Thead | Tag::Tbody | Tag::Tfoot => Role::Line,
            Tag::Caption | Tag::Figcaption | Tag::Dd => Role::Below,
            Tag::Blockquote => Role::Quote,
            Tag::Q => Role::InlineQuote,
            Tag::Sup => Role::Raised('^'),
            Tag::Sub => Role::Raised('_'),
            Tag::Pre => Role::Code,
            Tag::Br => Role::Break,
            Tag::Hr => Role::Rule,
            Tag::Img => Role::Picture,
            Tag::Button | Tag::Form => Role::LeftOut,
            Tag::Slot => Role::Slot,
            _ if tag.is_phrasing() => Role::Inline,
            _ => Role::Block,
        };
        Self { tag, role, alt: "", start: 1, value: None }
    }

    fn class(&mut self, class: Class) {
        self.role = match class {
            Class::Contents | Class::See | Class::Share | Class::Back | Class::Tools | Class::Saved => {
                Role::LeftOut
            }
            Class::File | Class::Notice | Class::Rules | Class::Load => Role::LeftOut,
            Class::Comments => Role::Comments,
            // Their items are no list's: each is many blocks.
            Class::Timeline | Class::Comment => Role::Block,
            Class::Tags | Class::By => Role::Row,
            Class::Beyt => Role::RowLine,
            Class::Facts => Role::Rows,
            Class::NoteRef => Role::Reference,
            Class::Hint => Role::Hint,
            _ => return,
        };
    }
}

#[cfg(test)]
mod tests;
