//! Elements and text in, a flat tape out.
//! Floor 4. Uses: article (its addresses).
//!
//! A [`Tree`] is a list of `u32` operations in document order and one string that holds all text. It is
//! what the view draws and what every output reads: the HTML writer through [`Tree::events`], the browser
//! straight from linear memory.
//!
//! The tape cannot hold markup as text: tags, attributes and classes are closed lists, and addresses come in
//! as [`LinkUrl`](crate::article::url::LinkUrl) and [`ImageUrl`](crate::article::url::ImageUrl) alone. What the view draws survives
//! an HTML parser unchanged.
//!
//! # Operations
//!
//! The low three bits of the first word name the operation; the rest is its number in the table of names.
//! Texts follow each other in the one string, so an operation holds their lengths alone, each twice: in
//! UTF-8 bytes for readers in Rust, in UTF-16 units for readers in JavaScript.
//!
//! | operation | words |
//! | --- | --- |
//! | open an element | `tag << 3 \| 0` |
//! | close it | `1` |
//! | text | `2`, length 8, length 16 |
//! | attribute of the open element | `attr << 3 \| 3`, length 8, length 16 |
//! | one more class of the open element | `class << 3 \| 4` |
//! | begin a frame | `5`, key length 8, key length 16, hash low, hash high, words to its end, text length 8, text length 16 |
//! | end it | `6` |
//!
//! A frame holds one element that can change alone: a block, a comment, a region. Its key says which one it
//! is, its hash what is in it, its lengths how far to the end.

mod builder;
mod names;

pub(crate) use builder::Builder;
pub use builder::{MAX_DEPTH, MAX_ELEMENTS, MAX_IMAGES, MAX_TEXT};
pub use names::{Attr, Class, Tag};

use alloc::string::String;
use alloc::vec::Vec;

const OPEN: u32 = 0;
const CLOSE: u32 = 1;
const TEXT: u32 = 2;
const ATTR: u32 = 3;
const CLASS: u32 = 4;
const BEGIN: u32 = 5;
const END: u32 = 6;

/// What a reader of the tape sees, in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'t> {
    /// A part begins that can change alone.
    Begin(Frame<'t>),
    /// That part ends.
    End,
    /// An element opens; its attributes and classes follow, then its content.
    Open(Tag),
    /// An attribute of the element that has just opened.
    Attr(Attr, &'t str),
    /// One more class of the element that has just opened.
    Class(Class),
    /// A text, never empty and never beside another.
    Text(&'t str),
    /// The innermost open element closes, void ones too.
    Close,
}

/// Which part a frame is, and what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'t> {
    /// The part's name, unique among the frames of its parent.
    pub key: &'t str,
    /// A hash of everything in the part; 0 before [`Tree::seal`].
    pub hash: u64,
    /// Words from the end of this operation to the end of the frame's last.
    pub words: u32,
}

/// A tree of elements and text, as a tape.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    ops: Vec<u32>,
    text: String,
}

impl Tree {
    /// The operations.
    #[must_use]
    pub fn ops(&self) -> &[u32] {
        &self.ops
    }

    /// All text, in document order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tape as events, in document order.
    #[must_use]
    pub fn events(&self) -> Events<'_> {
        Events { ops: self.ops.iter(), text: &self.text }
    }

    /// Whether nothing was drawn: a tree without a single part.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.events().any(|event| matches!(event, Event::Begin(_)))
    }

    /// Writes into each frame the hash of what is in it. Only a reader that keeps what it drew needs them.
    pub fn seal(&mut self) {
        let mut open: Vec<(usize, usize)> = Vec::new();
        let (mut at, mut text) = (0, 0);
        while let Some(op) = self.ops.get(at).copied() {
            let length = self.ops.get(at + 1).copied().unwrap_or_default() as usize;
            match op & 7 {
                TEXT | ATTR => text += length,
                BEGIN => {
                    text += length;
                    open.push((at, text));
                }
                END => {
                    if let Some((begin, from)) = open.pop() {
                        let hash = self.hash(begin + width(BEGIN)..at, from..text);
                        let words = [(begin + 3, hash), (begin + 4, hash >> 32)];
                        for (word, half) in words {
                            if let Some(word) = self.ops.get_mut(word) {
                                *word = (half & 0xFFFF_FFFF) as u32;
                            }
                        }
                    }
                }
                _ => {}
            }
            at += width(op & 7);
        }
    }

    fn hash(&self, ops: core::ops::Range<usize>, text: core::ops::Range<usize>) -> u64 {
        let ops = self.ops.get(ops).unwrap_or_default();
        let text = self.text.as_bytes().get(text).unwrap_or_default();
        hash(ops.iter().flat_map(|op| op.to_le_bytes()).chain(text.iter().copied()))
    }
}

/// A hash to tell parts apart, not to withstand anyone: 64-bit FNV-1a.
pub(crate) fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// How many words an operation takes.
fn width(op: u32) -> usize {
    match op {
        TEXT | ATTR => 3,
        BEGIN => 8,
        _ => 1,
    }
}

/// The events of a tree.
#[derive(Debug, Clone)]
pub struct Events<'t> {
    ops: core::slice::Iter<'t, u32>,
    text: &'t str,
}

impl<'t> Events<'t> {
    fn word(&mut self) -> u32 {
        self.ops.next().copied().unwrap_or_default()
    }

    fn slice(&mut self) -> &'t str {
        let length = self.word() as usize;
        self.word();
        let (slice, rest) = self.text.split_at_checked(length).unwrap_or_default();
        self.text = rest;
        slice
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = Event<'t>;

    fn next(&mut self) -> Option<Event<'t>> {
        let op = *self.ops.next()?;
        let number = (op >> 3) as usize;
        Some(match op & 7 {
            OPEN => Event::Open(*Tag::ALL.get(number)?),
            CLOSE => Event::Close,
            TEXT => Event::Text(self.slice()),
            ATTR => Event::Attr(*Attr::ALL.get(number)?, self.slice()),
            CLASS => Event::Class(*Class::ALL.get(number)?),
            BEGIN => {
                let key = self.slice();
                let hash = u64::from(self.word()) | u64::from(self.word()) << 32;
                let words = self.word();
                self.word();
                self.word();
                Event::Begin(Frame { key, hash, words })
            }
            _ => Event::End,
        })
    }
}
