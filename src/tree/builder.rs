//! The hand that writes the tape, and keeps it to what an HTML parser would give back.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::{ATTR, BEGIN, CLASS, CLOSE, END, OPEN, TEXT, Tree};
use super::{Attr, Class, Tag};
use crate::article::url::{ImageUrl, LinkUrl, MediaUrl};
use crate::text::digits;

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
/// a heading, a link in a link, a form in a form, anything below [`MAX_DEPTH`]), is left out and its content kept. One for which there
/// is no room is left out with its content. Either is closed like any other.
///
/// An element, or a part, that holds nothing when it is closed is taken back, so that what has nothing to show leaves no
/// trace; but for void ones and those that are to be [kept](Self::keep).
#[derive(Debug)]
pub(crate) struct Builder {
    ops: Vec<u32>,
    text: String,
    /// The length of `text` in UTF-16 units.
    units: usize,
    open: Vec<Opened>,
    frames: Vec<Begun>,
    /// How much there is to see so far: grows with every text and every element that holds none.
    weight: usize,
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
        Self::with_room(MAX_ELEMENTS)
    }
}

/// An open element.
#[derive(Debug)]
struct Opened {
    /// None for one that may not stand.
    tag: Option<Tag>,
    before: Point,
}

/// A part that has begun: where, and where what is in it does.
#[derive(Debug)]
struct Begun {
    before: Point,
    within: Point,
}

/// A point of the tape, to come back to or to measure from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    at: usize,
    bytes: usize,
    units: usize,
    weight: usize,
    room: usize,
    images: usize,
    last: Last,
    /// The last words: the lengths of a text, if one stands last, which more may be joined to.
    end: Option<[u32; 2]>,
}

/// What stands last on the tape, as far as the next operation minds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// An element's head: attributes and classes may follow.
    Head,
    /// The same, with nothing more to be set on it.
    Shut,
    /// A text: another is joined to it.
    Text,
    Other,
}

impl Builder {
    /// One that has room for so many elements.
    pub(crate) fn with_room(room: usize) -> Self {
        Self {
            ops: Vec::new(),
            text: String::new(),
            units: 0,
            open: Vec::new(),
            frames: Vec::new(),
            weight: 0,
            over: 0,
            room,
            images: MAX_IMAGES,
            is_cut: false,
            last: Last::Other,
        }
    }

    /// Whether something was left out for want of room.
    pub(crate) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// How many more elements there is room for.
    pub(crate) fn room(&self) -> usize {
        self.room
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
        let before = self.point();
        if !self.may_stand(tag) {
            // What is set next is meant for the one left out, not for the one around it.
            if self.last == Last::Head {
                self.last = Last::Shut;
            }
            return self.open.push(Opened { tag: None, before });
        }
        self.room -= 1;
        self.images -= usize::from(tag == Tag::Img);
        self.weight += usize::from(tag.is_void());
        self.op(OPEN, tag as u32);
        self.open.push(Opened { tag: Some(tag), before });
        self.last = Last::Head;
    }

    /// Opens an element with a class.
    pub(crate) fn open_as(&mut self, tag: Tag, class: Class) {
        self.open(tag);
        self.class(class);
    }

    /// Keeps the element that has just opened, whether or not it comes to hold anything. Nothing more is set on it.
    pub(crate) fn keep(&mut self) {
        if self.last == Last::Head {
            self.last = Last::Other;
            self.weight += 1;
        }
    }

    /// Closes the element opened last.
    pub(crate) fn close(&mut self) {
        if self.over > 0 {
            self.over -= 1;
        } else if let Some(Opened { tag: Some(tag), before }) = self.open.pop() {
            if matches!(self.last, Last::Head | Last::Shut) && !tag.is_void() {
                return self.go_back(before);
            }
            self.op(CLOSE, 0);
            self.last = Last::Other;
        }
    }

    /// Begins a part that can change alone: at most one element, and then [`end`](Self::end).
    pub(crate) fn begin(&mut self, key: &str) {
        if self.leaves_out(self.room == 0) {
            return;
        }
        let before = self.point();
        self.op(BEGIN, 0);
        self.slice(key);
        self.ops.resize(before.at + super::width(BEGIN), 0);
        self.frames.push(Begun { before, within: self.point() });
        self.last = Last::Other;
    }

    /// Ends a part.
    pub(crate) fn end(&mut self) {
        if self.over > 0 {
            self.over -= 1;
        } else if let Some(Begun { before, within }) = self.frames.pop() {
            if self.ops.len() == within.at {
                return self.go_back(before);
            }
            self.op(END, 0);
            let Point { at, bytes, units, .. } = within;
            let lengths = [self.ops.len() - at, self.text.len() - bytes, self.units - units].map(to_word);
            if let Some(words) = self.ops.get_mut(at - 3..at) {
                words.copy_from_slice(&lengths);
            }
            self.last = Last::Other;
        }
    }

    /// The end of the tape, now.
    pub(crate) fn point(&self) -> Point {
        Point {
            at: self.ops.len(),
            bytes: self.text.len(),
            units: self.units,
            weight: self.weight,
            room: self.room,
            images: self.images,
            last: self.last,
            end: self.ops.last_chunk().copied(),
        }
    }

    /// Whether there is anything to see after a point.
    pub(crate) fn shows_after(&self, point: Point) -> bool {
        self.shown_after(point) > 0
    }

    /// How much there is to see after a point.
    pub(crate) fn shown_after(&self, point: Point) -> usize {
        self.weight - point.weight
    }

    /// Takes back all that was written after a point; what was opened after it has been closed.
    pub(crate) fn go_back(&mut self, point: Point) {
        self.ops.truncate(point.at);
        self.text.truncate(point.bytes);
        if let (Some(words), Some(end)) = (self.ops.last_chunk_mut(), point.end) {
            *words = end;
        }
        let Point { units, weight, room, images, last, .. } = point;
        (self.units, self.weight, self.room, self.images, self.last) = (units, weight, room, images, last);
    }

    /// Leaves out what is to be opened, with all it holds, if there is no room for it or for what it is in.
    fn leaves_out(&mut self, is_full: bool) -> bool {
        let is_over = is_full || self.over > 0;
        self.is_cut |= is_over;
        self.over += usize::from(is_over);
        is_over
    }

    fn may_stand(&self, tag: Tag) -> bool {
        let around = self.open.iter().rev().filter_map(|opened| opened.tag);
        let parent = around.clone().next();
        // Text in a table outside its cells would be moved: it has room for all of them, or is none.
        let deepest = self.open.len() + if tag == Tag::Table { 3 } else { 0 };
        let within = |outer: fn(Tag) -> bool| around.clone().any(outer);
        deepest < MAX_DEPTH
            && tag.may_be_in(parent)
            && (tag.is_phrasing() || !within(|t| t == Tag::P))
            && !(tag.is_heading() && within(Tag::is_heading))
            && !(tag == Tag::A && within(|t| t == Tag::A))
            && !(tag == Tag::Form && within(|t| t == Tag::Form))
            && !within(|t| t.is_void() || t == Tag::Textarea)
    }

    /// Adds text. An empty one leaves no trace; one beside another is joined to it.
    pub(crate) fn text(&mut self, text: &str) {
        if text.is_empty()
            || self.over > 0
            || self.open.iter().any(|opened| opened.tag.is_some_and(Tag::is_void))
        {
            return;
        }
        let joined = self.last == Last::Text;
        let before =
            self.ops.last_chunk().filter(|_| joined).map_or(0, |[bytes, _]: &[u32; 2]| *bytes as usize);
        let fits = start(text, MAX_TEXT.saturating_sub(before));
        self.is_cut |= fits.len() < text.len();
        if fits.is_empty() {
            return;
        }
        self.weight += 1;
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
        debug_assert!(!attr.is_address(), "{attr:?} is an address");
        if !attr.is_address() {
            self.set(attr, value);
        }
    }

    /// Sets an attribute that has no value.
    pub(crate) fn flag(&mut self, attr: Attr) {
        self.attr(attr, "");
    }

    /// Sets an attribute to a whole number.
    pub(crate) fn number(&mut self, attr: Attr, number: u32) {
        self.attr(attr, &digits::ascii(number.into()));
    }

    /// Makes the element that has just opened lead to an address.
    pub(crate) fn href(&mut self, url: &LinkUrl) {
        self.set(Attr::Href, url.as_str());
    }

    /// Makes the element that has just opened lead to another one of this tree.
    pub(crate) fn href_to(&mut self, id: &str) {
        self.set(Attr::Href, &["#", id].concat());
    }

    /// Makes the element that has just opened lead to a picture by itself.
    pub(crate) fn href_to_picture(&mut self, url: &ImageUrl) {
        self.set(Attr::Href, url.as_str());
    }

    /// Gives the element that has just opened its picture.
    pub(crate) fn src(&mut self, url: &ImageUrl) {
        self.set(Attr::Src, url.as_str());
    }

    /// Gives the element that has just opened its film or sound, or the timed text of one.
    pub(crate) fn media_src(&mut self, url: &MediaUrl) {
        self.set(Attr::Src, url.as_str());
    }

    /// Makes the element that has just opened offer a file.
    pub(crate) fn download(&mut self, url: &MediaUrl) {
        self.flag(Attr::Download);
        self.set(Attr::Href, url.as_str());
    }

    /// Gives the element that has just opened the picture that stands for a film: one of the pictures there is room for.
    pub(crate) fn poster(&mut self, url: &ImageUrl) {
        self.is_cut |= self.images == 0;
        if self.images > 0 {
            self.images -= 1;
            self.set(Attr::Poster, url.as_str());
        }
    }

    /// Makes the form that has just opened post to an address.
    pub(crate) fn post_to(&mut self, url: &LinkUrl) {
        self.attr(Attr::Method, "post");
        self.set(Attr::Action, url.as_str());
    }

    /// Gives the element that has just opened the address of what it can be played by.
    pub(crate) fn player(&mut self, url: &LinkUrl) {
        self.set(Attr::Player, url.as_str());
    }

    /// Gives the element that has just opened a picture in several widths, for a browser to choose from; `own` is the one
    /// that its `src` has, which is none of them by itself.
    pub(crate) fn srcset(&mut self, own: Option<(&ImageUrl, u32)>, others: &[(&MediaUrl, Option<u32>)]) {
        let mut set = String::new();
        let others = others.iter().map(|(url, width)| (url.as_str(), *width));
        for (url, width) in own.map(|(url, width)| (url.as_str(), Some(width))).into_iter().chain(others) {
            if !set.is_empty() {
                set.push_str(", ");
            }
            // What parts candidates must not stand in one, or at its ends.
            for (at, c) in url.char_indices() {
                match c {
                    ' ' => set.push_str("%20"),
                    ',' if at == 0 || at + 1 == url.len() => set.push_str("%2C"),
                    _ => set.push(c),
                }
            }
            if let Some(width) = width {
                set.push(' ');
                set.push_str(&digits::ascii(width.into()));
                set.push('w');
            }
        }
        self.set(Attr::Srcset, &set);
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
mod tests;
