//! The hand that writes the tape, and keeps it to what an HTML parser would give back.

use std::borrow::Cow;

use super::{ATTR, BEGIN, CLASS, CLOSE, END, OPEN, TEXT, Tree};
use super::{Attr, Class, Tag};
use crate::article::url::{ImageUrl, LinkUrl};

/// Elements never nest deeper: one below is left out and its content kept.
pub const MAX_DEPTH: usize = 64;
/// The most elements a tree should hold: see [`Builder::is_full`].
pub const MAX_ELEMENTS: usize = 100_000;

/// Writes a [`Tree`], part by part, in document order.
///
/// An element that may not stand where it is put is left out and its content kept: a block in a paragraph,
/// a heading in a heading, a link in a link, anything below [`MAX_DEPTH`].
#[derive(Debug, Default)]
pub struct Builder {
    ops: Vec<u32>,
    text: String,
    open: Vec<Tag>,
    elements: usize,
    last: Last,
}

/// What stands last on the tape, as far as the next operation minds.
#[derive(Debug, Default, PartialEq, Eq)]
enum Last {
    /// An element's head: attributes and classes may follow.
    Head,
    /// A text: another is joined to it.
    Text,
    #[default]
    Other,
}

impl Builder {
    /// Whether the tree has all the elements it should hold; whoever adds parts in a loop stops then.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.elements >= MAX_ELEMENTS
    }

    /// Opens an element and says whether it stands; if it does, it is to be [closed](Self::close).
    pub fn open(&mut self, tag: Tag) -> bool {
        let stands = self.may_stand(tag);
        if stands {
            self.op(OPEN, tag as u32);
            self.open.push(tag);
            self.elements += 1;
            self.last = Last::Head;
        }
        stands
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if self.open.pop().is_some() {
            self.op(CLOSE, 0);
            self.last = Last::Other;
        }
    }

    fn may_stand(&self, tag: Tag) -> bool {
        let within = |outer: fn(&Tag) -> bool| self.open.iter().any(outer);
        self.open.len() < MAX_DEPTH
            && (tag.is_phrasing() || !within(|t| *t == Tag::P))
            && !(tag.is_heading() && within(|t| t.is_heading()))
            && !(tag == Tag::A && within(|t| *t == Tag::A))
            && !within(|t| t.is_void())
    }

    /// Begins a part that can change alone: exactly one element, and then [`end`](Self::end).
    ///
    /// Returns what `end` is to be given.
    pub fn begin(&mut self, key: &str) -> Begun {
        let at = self.ops.len();
        self.op(BEGIN, 0);
        self.slice(key);
        let begun = Begun { at, ops: at + super::width(BEGIN), bytes: self.text.len() };
        self.ops.resize(begun.ops, 0);
        self.last = Last::Other;
        begun
    }

    /// Ends a part.
    pub fn end(&mut self, begun: &Begun) {
        self.op(END, 0);
        let text = self.text.get(begun.bytes..).unwrap_or_default();
        let lengths = [
            (begun.at + 5, self.ops.len() - begun.ops),
            (begun.at + 6, text.len()),
            (begun.at + 7, utf16_len(text)),
        ];
        for (word, length) in lengths {
            if let Some(word) = self.ops.get_mut(word) {
                *word = to_word(length);
            }
        }
        self.last = Last::Other;
    }

    /// Adds text. An empty one leaves no trace; one beside another is joined to it.
    pub fn text(&mut self, text: &str) {
        let text = &*line_feeds(text);
        if text.is_empty() || self.open.last().is_some_and(|tag| tag.is_void()) {
            return;
        }
        if self.last == Last::Text {
            self.text.push_str(text);
            if let Some([bytes, units]) = self.ops.last_chunk_mut() {
                *bytes += to_word(text.len());
                *units += to_word(utf16_len(text));
            }
        } else {
            self.op(TEXT, 0);
            self.slice(text);
            self.last = Last::Text;
        }
    }

    /// Adds a class to the element that has just opened.
    pub fn class(&mut self, class: Class) {
        debug_assert_eq!(self.last, Last::Head, "{class:?} comes after content");
        if self.last == Last::Head {
            self.op(CLASS, class as u32);
        }
    }

    /// Sets an attribute of the element that has just opened. Addresses have doors of their own.
    pub fn attr(&mut self, attr: Attr, value: &str) {
        debug_assert!(!matches!(attr, Attr::Href | Attr::Src), "{attr:?} is an address");
        if !matches!(attr, Attr::Href | Attr::Src) {
            self.set(attr, value);
        }
    }

    /// Makes the element that has just opened lead to an address.
    pub fn href(&mut self, url: &LinkUrl) {
        self.set(Attr::Href, url.as_str());
    }

    /// Makes the element that has just opened lead to another one of this tree.
    pub fn href_to(&mut self, id: &str) {
        self.set(Attr::Href, &format!("#{id}"));
    }

    /// Gives the element that has just opened its picture.
    pub fn src(&mut self, url: &ImageUrl) {
        self.set(Attr::Src, url.as_str());
    }

    fn set(&mut self, attr: Attr, value: &str) {
        debug_assert_eq!(self.last, Last::Head, "{attr:?} comes after content");
        if self.last == Last::Head {
            self.op(ATTR, attr as u32);
            self.slice(&line_feeds(value));
        }
    }

    fn op(&mut self, op: u32, number: u32) {
        self.ops.push(number << 3 | op);
    }

    fn slice(&mut self, text: &str) {
        self.text.push_str(text);
        self.ops.extend([to_word(text.len()), to_word(utf16_len(text))]);
    }

    /// The tree; elements still open are closed.
    #[must_use]
    pub fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.close();
        }
        Tree { ops: self.ops, text: self.text }
    }
}

/// A part that has begun.
#[derive(Debug)]
#[must_use = "a part that has begun is to be ended"]
pub struct Begun {
    at: usize,
    ops: usize,
    bytes: usize,
}

/// Line ends as an HTML parser gives them back: line feeds alone.
fn line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut parts = text.split('\r');
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        kept.push('\n');
        kept.push_str(part.strip_prefix('\n').unwrap_or(part));
    }
    Cow::Owned(kept)
}

/// UTF-16 units of a text: one for each character, two for those that take four bytes in UTF-8.
fn utf16_len(text: &str) -> usize {
    text.bytes().map(|b| usize::from(b & 0xC0 != 0x80) + usize::from(b >= 0xF0)).sum()
}

/// A length as a word. Input is bounded far below 4 GiB, so nothing is ever cut here.
fn to_word(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::Event;
    use super::*;

    fn events(tree: &Tree) -> Vec<Event<'_>> {
        tree.events().collect()
    }

    #[test]
    fn neighbouring_texts_are_joined_and_empty_ones_dropped() {
        let mut b = Builder::default();
        b.open(Tag::P);
        b.text("");
        b.text("سطر ");
        b.text("");
        b.text("😀\r\n");
        b.close();
        let tree = b.finish();
        assert_eq!(events(&tree), [Event::Open(Tag::P), Event::Text("سطر 😀\n"), Event::Close]);
        assert_eq!(tree.ops(), [(Tag::P as u32) << 3, TEXT, 12, 7, CLOSE]);
    }

    #[test]
    fn what_may_not_stand_is_left_out_and_its_content_kept() {
        for (outer, inner) in
            [(Tag::P, Tag::Div), (Tag::P, Tag::P), (Tag::H2, Tag::H3), (Tag::A, Tag::A), (Tag::Br, Tag::B)]
        {
            let mut b = Builder::default();
            assert!(b.open(outer));
            assert!(!b.open(inner), "{inner:?} in {outer:?}");
        }
        let mut b = Builder::default();
        for _ in 0..MAX_DEPTH {
            assert!(b.open(Tag::Span));
        }
        assert!(!b.open(Tag::Span));
    }

    #[test]
    fn frames_measure_what_they_hold() {
        let mut b = Builder::default();
        let begun = b.begin("block-1");
        b.open(Tag::P);
        b.class(Class::Lead);
        b.attr(Attr::Lang, "fa");
        b.text("سلام");
        b.close();
        b.end(&begun);
        let mut tree = b.finish();
        let Some(Event::Begin(frame)) = tree.events().next() else { panic!("a frame first") };
        assert_eq!((frame.key, frame.hash, frame.words), ("block-1", 0, 10));
        assert_eq!(tree.ops()[6..8], [10, 6]);
        assert_eq!(tree.ops().len(), 8 + 10);
        tree.seal();
        let Some(Event::Begin(frame)) = tree.events().next() else { panic!("a frame first") };
        assert_ne!(frame.hash, 0);
    }

    #[test]
    fn a_change_changes_the_hash_of_its_frame_and_of_those_around_it() {
        let hashes = |text: &str| {
            let mut b = Builder::default();
            let outer = b.begin("body");
            b.open(Tag::Div);
            for (key, text) in [("a", "same"), ("b", text)] {
                let inner = b.begin(key);
                b.open(Tag::P);
                b.text(text);
                b.close();
                b.end(&inner);
            }
            b.close();
            b.end(&outer);
            let mut tree = b.finish();
            tree.seal();
            let hash = |event| match event {
                Event::Begin(frame) => Some(frame.hash),
                _ => None,
            };
            tree.events().filter_map(hash).collect::<Vec<_>>()
        };
        let (one, two) = (hashes("one"), hashes("two"));
        assert_ne!(one[0], two[0]);
        assert_eq!(one[1], two[1]);
        assert_ne!(one[2], two[2]);
    }
}
