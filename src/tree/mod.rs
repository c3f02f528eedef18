//! Elements and text in, a flat tape out.
//! Floor 4. Uses: article (its addresses), text (its digits).
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
use core::mem;

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
    ///
    /// Every word and every text is read once: in the hash of a frame, one within it stands by its key and hash.
    pub fn seal(&mut self) {
        let mut around = Vec::new();
        let mut hash = Hash::default();
        let mut text = self.text.as_bytes();
        let mut at = 0;
        while let Some(op) = self.ops.get(at).copied() {
            hash.word(op.into());
            match op & 7 {
                kind @ (TEXT | ATTR | BEGIN) => {
                    let length = self.ops.get(at + 1).copied().unwrap_or_default();
                    let (slice, rest) = text.split_at_checked(length as usize).unwrap_or_default();
                    hash.slice(slice);
                    text = rest;
                    if kind == BEGIN {
                        around.push((at, mem::take(&mut hash)));
                    }
                }
                END => {
                    if let Some((begin, outer)) = around.pop() {
                        let Hash(inner) = mem::replace(&mut hash, outer);
                        hash.word(inner);
                        if let Some(words) = self.ops.get_mut(begin + 3..begin + 5) {
                            words.copy_from_slice(&[inner as u32, (inner >> 32) as u32]);
                        }
                    }
                }
                _ => {}
            }
            at += width(op & 7);
        }
    }
}

/// A hash in the making: a turn and a product for each word, as in `FxHash`.
///
/// It needs no secret: should two contents of one part ever meet in a hash, whether by chance, once in some 2⁶⁴, or by
/// design, its reader would go on seeing the older one.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(Self::FACTOR) // not zero, from which words of zero would not lead away
    }
}

impl Hash {
    const FACTOR: u64 = 0x517C_C1B7_2722_0A95;

    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(Self::FACTOR);
    }

    fn slice(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.word(u64::from_le_bytes(*word)));
        rest.iter().for_each(|byte| self.word(u64::from(*byte)));
    }
}

/// A hash to tell pages apart, not to withstand anyone: 64-bit FNV-1a.
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
