//! The hand that writes the tape, and keeps it to what an HTML parser would give back.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::{ATTR, BEGIN, CLASS, CLOSE, END, OPEN, TEXT, Tree};
use super::{Attr, Class, Tag};
use crate::article::url::{ImageUrl, LinkUrl};

/// Elements never nest deeper: one below is left out and its content kept.
pub const MAX_DEPTH: usize = 64;
/// The most elements of a tree: what comes after them is left out.
pub const MAX_ELEMENTS: usize = 100_000;
/// The most pictures among them.
pub const MAX_IMAGES: usize = 5_000;
/// The most bytes of one text; it is cut there.
pub const MAX_TEXT: usize = 2 * 1024 * 1024;

/// Writes a [`Tree`], part by part, in document order.
///
/// An element that may not stand where it is opened, as a parser would move it (a block in a paragraph, a heading in
/// a heading, a link in a link, anything below [`MAX_DEPTH`]), is left out and its content kept. One for which there
/// is no room is left out with its content. Either is closed like any other.
#[derive(Debug)]
pub(crate) struct Builder {
    ops: Vec<u32>,
    text: String,
    /// The length of `text` in UTF-16 units.
    units: usize,
    /// The open elements; none for one that may not stand.
    open: Vec<Option<Tag>>,
    frames: Vec<Begun>,
    /// How many open elements and parts there is no room for: nothing is written until they are closed.
    over: usize,
    /// How many more elements, and pictures among them, there is room for.
    room: usize,
    images: usize,
    is_cut: bool,
    last: Last,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            ops: Vec::new(),
            text: String::new(),
            units: 0,
            open: Vec::new(),
            frames: Vec::new(),
            over: 0,
            room: MAX_ELEMENTS,
            images: MAX_IMAGES,
            is_cut: false,
            last: Last::Other,
        }
    }
}

/// Where a part began, to be measured when it ends.
#[derive(Debug)]
struct Begun {
    at: usize,
    bytes: usize,
    units: usize,
}

/// What stands last on the tape, as far as the next operation minds.
#[derive(Debug, PartialEq, Eq)]
enum Last {
    /// An element's head: attributes and classes may follow.
    Head,
    /// A text: another is joined to it.
    Text,
    Other,
}

impl Builder {
    /// Whether something was left out for want of room.
    pub(crate) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Makes room for so many more elements: to say that the tree was cut.
    pub(crate) fn make_room(&mut self, elements: usize) {
        self.room += elements;
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, tag: Tag) {
        if self.leaves_out(self.room == 0 || tag == Tag::Img && self.images == 0) {
            return;
        }
        if !self.may_stand(tag) {
            // What is set next is meant for the one left out, not for the one around it.
            if self.last == Last::Head {
                self.last = Last::Other;
            }
            return self.open.push(None);
        }
        self.room -= 1;
        self.images -= usize::from(tag == Tag::Img);
        self.op(OPEN, tag as u32);
        self.open.push(Some(tag));
        self.last = Last::Head;
    }

    /// Opens an element with a class.
    pub(crate) fn open_as(&mut self, tag: Tag, class: Class) {
        self.open(tag);
        self.class(class);
    }

    /// Closes the element opened last.
    pub(crate) fn close(&mut self) {
        if self.over > 0 {
            self.over -= 1;
        } else if let Some(Some(_)) = self.open.pop() {
            self.op(CLOSE, 0);
            self.last = Last::Other;
        }
    }

    /// Begins a part that can change alone: exactly one element, and then [`end`](Self::end).
    pub(crate) fn begin(&mut self, key: &str) {
        if self.leaves_out(self.room == 0) {
            return;
        }
        let at = self.ops.len();
        self.op(BEGIN, 0);
        self.slice(key);
        self.ops.resize(at + super::width(BEGIN), 0);
        self.frames.push(Begun { at, bytes: self.text.len(), units: self.units });
        self.last = Last::Other;
    }

    /// Ends a part.
    pub(crate) fn end(&mut self) {
        if self.over > 0 {
            self.over -= 1;
        } else if let Some(begun) = self.frames.pop() {
            self.op(END, 0);
            let ops = self.ops.len() - begun.at - super::width(BEGIN);
            let lengths = [ops, self.text.len() - begun.bytes, self.units - begun.units].map(to_word);
            if let Some(words) = self.ops.get_mut(begun.at + 5..begun.at + 8) {
                words.copy_from_slice(&lengths);
            }
            self.last = Last::Other;
        }
    }

    /// Leaves out what is to be opened, with all it holds, if there is no room for it or for what it is in.
    fn leaves_out(&mut self, is_full: bool) -> bool {
        let is_over = is_full || self.over > 0;
        self.is_cut |= is_over;
        self.over += usize::from(is_over);
        is_over
    }

    fn may_stand(&self, tag: Tag) -> bool {
        let within = |outer: fn(Tag) -> bool| self.open.iter().flatten().any(|tag| outer(*tag));
        self.open.len() < MAX_DEPTH
            && (tag.is_phrasing() || !within(|t| t == Tag::P))
            && !(tag.is_heading() && within(Tag::is_heading))
            && !(tag == Tag::A && within(|t| t == Tag::A))
            && !within(Tag::is_void)
    }

    /// Adds text. An empty one leaves no trace; one beside another is joined to it.
    pub(crate) fn text(&mut self, text: &str) {
        if text.is_empty() || self.over > 0 || self.open.iter().flatten().any(|tag| tag.is_void()) {
            return;
        }
        let fits = start(text, MAX_TEXT);
        self.is_cut |= fits.len() < text.len();
        let joined = self.last == Last::Text;
        if !joined {
            self.op(TEXT, 0);
        }
        let [bytes, units] = self.push(fits);
        match self.ops.last_chunk_mut() {
            Some([b, u]) if joined => {
                *b += bytes;
                *u += units;
            }
            _ => self.ops.extend([bytes, units]),
        }
        self.last = Last::Text;
    }

    /// Adds a class to the element that has just opened.
    pub(crate) fn class(&mut self, class: Class) {
        if self.over == 0 && self.last == Last::Head {
            self.op(CLASS, class as u32);
        }
    }

    /// Sets an attribute of the element that has just opened. Addresses have doors of their own.
    pub(crate) fn attr(&mut self, attr: Attr, value: &str) {
        debug_assert!(!matches!(attr, Attr::Href | Attr::Src), "{attr:?} is an address");
        if !matches!(attr, Attr::Href | Attr::Src) {
            self.set(attr, value);
        }
    }

    /// Makes the element that has just opened lead to an address.
    pub(crate) fn href(&mut self, url: &LinkUrl) {
        self.set(Attr::Href, url.as_str());
    }

    /// Makes the element that has just opened lead to another one of this tree.
    pub(crate) fn href_to(&mut self, id: &str) {
        self.set(Attr::Href, &["#", id].concat());
    }

    /// Gives the element that has just opened its picture.
    pub(crate) fn src(&mut self, url: &ImageUrl) {
        self.set(Attr::Src, url.as_str());
    }

    fn set(&mut self, attr: Attr, value: &str) {
        if self.over == 0 && self.last == Last::Head {
            self.op(ATTR, attr as u32);
            self.slice(value);
        }
    }

    fn op(&mut self, op: u32, number: u32) {
        self.ops.push(number << 3 | op);
    }

    fn slice(&mut self, text: &str) {
        let lengths = self.push(text);
        self.ops.extend(lengths);
    }

    /// Appends to the one text and returns by how much, in bytes and in UTF-16 units. Line ends become what an HTML
    /// parser gives back: line feeds alone.
    fn push(&mut self, text: &str) -> [u32; 2] {
        let (units, has_returns) = measure(text);
        if has_returns {
            return self.push(&line_feeds(text));
        }
        self.text.push_str(text);
        self.units += units;
        [to_word(text.len()), to_word(units)]
    }

    /// The tree; elements still open are closed.
    pub(crate) fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.close();
        }
        Tree { ops: self.ops, text: self.text }
    }
}

/// The start of a text, at most so many bytes.
fn start(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    (0..4).find_map(|back| text.get(..most - back)).unwrap_or_default()
}

/// A text with line feeds for its CR LF and CR.
fn line_feeds(text: &str) -> String {
    let mut last = ' ';
    let feed = |c| match (mem::replace(&mut last, c), c) {
        ('\r', '\n') => None,
        (_, '\r') => Some('\n'),
        _ => Some(c),
    };
    text.chars().filter_map(feed).collect()
}

/// UTF-16 units of a text: one for each character, two for those that take four bytes in UTF-8; and whether it has a
/// carriage return. Eight bytes at a time, each told by its high bits: a character begins where they are not `10`, one of
/// four bytes where they are `1111`; and a byte is zero where a one taken from it sets the highest bit.
fn measure(text: &str) -> (usize, bool) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const RETURNS: u64 = 0x0D0D_0D0D_0D0D_0D0D;
    let (words, rest) = text.as_bytes().as_chunks();
    let mut last = [0x80; 8]; // what fills it up begins nothing
    last.iter_mut().zip(rest).for_each(|(byte, of_rest)| *byte = *of_rest);
    let (mut units, mut returns) = (0, 0);
    for word in words.iter().chain([&last]) {
        let word = u64::from_le_bytes(*word);
        let begin = !word | word << 1;
        let four = word & word << 1 & word << 2 & word << 3;
        units += (begin & HIGH).count_ones() + (four & HIGH).count_ones();
        let other = word ^ RETURNS;
        returns |= other.wrapping_sub(HIGH >> 7) & !other & HIGH;
    }
    (units as usize, returns != 0)
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
            b.open(outer);
            b.open(inner);
            b.close();
            b.close();
            assert_eq!(events(&b.finish()), [Event::Open(outer), Event::Close], "{inner:?} in {outer:?}");
        }
        let mut b = Builder::default();
        for _ in 0..MAX_DEPTH + 9 {
            b.open(Tag::Span);
        }
        b.text("سطر");
        let tree = b.finish();
        assert_eq!(tree.events().filter(|event| *event == Event::Close).count(), MAX_DEPTH);
        assert!(tree.events().any(|event| event == Event::Text("سطر")));
    }

    #[test]
    fn what_is_set_on_an_element_left_out_falls_on_no_other() {
        let mut b = Builder::default();
        b.open(Tag::P);
        b.open(Tag::Div);
        b.class(Class::Root);
        b.attr(Attr::Lang, "fa");
        b.text("سطر");
        assert_eq!(events(&b.finish()), [Event::Open(Tag::P), Event::Text("سطر"), Event::Close]);
    }

    #[test]
    fn the_budgets_hold() {
        let count = |tree: &Tree, tag| tree.events().filter(|event| *event == Event::Open(tag)).count();
        let leaf = |b: &mut Builder, tag| {
            b.open(tag);
            b.close();
        };
        let mut b = Builder::default();
        for _ in 0..MAX_IMAGES {
            leaf(&mut b, Tag::Img);
        }
        assert!(!b.is_cut());
        leaf(&mut b, Tag::Img);
        leaf(&mut b, Tag::Br);
        assert!(b.is_cut());
        let tree = b.finish();
        assert_eq!([count(&tree, Tag::Img), count(&tree, Tag::Br)], [MAX_IMAGES, 1]);

        let mut b = Builder::default();
        for _ in 0..MAX_ELEMENTS {
            leaf(&mut b, Tag::Br);
        }
        assert!(!b.is_cut());
        b.begin("over");
        b.open(Tag::P);
        b.class(Class::Root);
        b.text("over");
        b.close();
        b.end();
        assert!(b.is_cut());
        b.make_room(1);
        leaf(&mut b, Tag::P);
        let tree = b.finish();
        assert_eq!([count(&tree, Tag::Br), count(&tree, Tag::P)], [MAX_ELEMENTS, 1]);
        assert_eq!(tree.text(), "");

        let mut b = Builder::default();
        b.text(&"س".repeat(MAX_TEXT));
        assert!(b.is_cut());
        assert_eq!(b.finish().text().len(), MAX_TEXT);
    }

    #[test]
    fn utf16_is_measured_at_every_place_in_a_word() {
        for c in [
            'a',
            '\u{C}',
            '\r',
            '\u{E}',
            '\u{7F}',
            '\u{8D}',
            '\u{80}',
            'س',
            '\u{7FF}',
            '\u{800}',
            '\u{FFFF}',
            '😀',
            '\u{10FFFF}',
        ] {
            for before in 0..8 {
                for after in 0..8 {
                    let text = format!("{}{c}{}", "x".repeat(before), "ی".repeat(after));
                    let units = text.encode_utf16().count();
                    assert_eq!(measure(&text), (units, c == '\r'), "{text}");
                }
            }
        }
    }

    #[test]
    fn frames_measure_what_they_hold() {
        let mut b = Builder::default();
        b.begin("block-1");
        b.open(Tag::P);
        b.class(Class::Lead);
        b.attr(Attr::Lang, "fa");
        b.text("سلام");
        b.close();
        b.end();
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
        let hashes = |key: &str, tag: Tag, value: &str, text: &str| {
            let mut b = Builder::default();
            b.begin("body");
            b.open(Tag::Div);
            for (key, tag, value, text) in [("a", Tag::P, "rtl", "same"), (key, tag, value, text)] {
                b.begin(key);
                b.open(tag);
                b.attr(Attr::Dir, value);
                b.text(text);
                b.close();
                b.end();
            }
            b.close();
            b.end();
            let mut tree = b.finish();
            tree.seal();
            let hash = |event| match event {
                Event::Begin(frame) => Some(frame.hash),
                _ => None,
            };
            let [body, same, other] = tree.events().filter_map(hash).collect::<Vec<_>>()[..] else {
                panic!("three frames")
            };
            (body, same, other)
        };
        let one = hashes("b", Tag::P, "rtl", "one");
        for (what, other) in [
            ("a tag", hashes("b", Tag::Li, "rtl", "one")),
            ("an attribute", hashes("b", Tag::P, "ltr", "one")),
            ("a text", hashes("b", Tag::P, "rtl", "two")),
            ("a longer text", hashes("b", Tag::P, "rtl", "one and more")),
            ("where a value ends", hashes("b", Tag::P, "rtlo", "ne")),
        ] {
            assert_ne!(one.0, other.0, "{what}, around");
            assert_eq!(one.1, other.1, "{what}, beside");
            assert_ne!(one.2, other.2, "{what}");
        }
        let renamed = hashes("c", Tag::P, "rtl", "one");
        assert_ne!(one.0, renamed.0, "a key belongs to the frame around");
        assert_eq!((one.1, one.2), (renamed.1, renamed.2));
    }
}
