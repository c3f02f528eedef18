//! The hand that writes lines: what parts two texts is written with the second, so that nothing is left at an end.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::{Head, Role};
use crate::text::chars;
use crate::text::digits::{self, Numerals};
use crate::tree::Tag;

/// An element around what is being written.
struct Open {
    tag: Tag,
    role: Role,
    /// Where the text ended when it opened.
    start: usize,
    /// Whether anything stood in it yet, with a text or without.
    is_begun: bool,
    /// Whether the innermost mark is its own.
    has_mark: bool,
}

/// What parts the next text from the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Line,
    Blank,
}

/// A mark around a text: written when the text is, and none around nothing.
struct Mark {
    role: Role,
    closing: &'static str,
}

pub(super) struct Writer {
    text: String,
    numerals: Numerals,
    open: Vec<Open>,
    /// How many open elements are left out: the outermost, and all in it.
    left_out: usize,
    gap: Gap,
    /// How many cells have begun since the last text.
    tabs: usize,
    /// The numbers of the items that have begun since then.
    markers: Vec<Option<u64>>,
    /// The marks around what comes, and how many of them, the innermost, are not written yet.
    marks: Vec<Mark>,
    waiting: usize,
    /// What tells a digit from the one before it, should there be one.
    raised: Option<char>,
    /// How many of these are open.
    items: usize,
    quotes: usize,
    rows: usize,
    figures: usize,
    codes: usize,
    comments: usize,
}

impl Writer {
    pub(super) fn new(bytes: usize, numerals: Numerals) -> Self {
        Self {
            text: String::with_capacity(bytes),
            numerals,
            open: Vec::new(),
            left_out: 0,
            gap: Gap::None,
            tabs: 0,
            markers: Vec::new(),
            marks: Vec::new(),
            waiting: 0,
            raised: None,
            items: 0,
            quotes: 0,
            rows: 0,
            figures: 0,
            codes: 0,
            comments: 0,
        }
    }

    pub(super) fn leave_out(&mut self) {
        self.left_out += 1;
    }

    pub(super) fn open(&mut self, head: &Head<'_>) {
        let role = self.role_of(head);
        if self.left_out > 0 || role == Role::LeftOut {
            return self.leave_out();
        }
        let (mut is_first, mut is_cell) = (self.open.is_empty(), false);
        if let Some(outer) = self.open.last_mut() {
            let is_begun = mem::replace(&mut outer.is_begun, true);
            // What is parted from what stands around need not be from its own first text. (A part of the line is not.)
            is_first = self.text.len() <= outer.start && outer.role.gap() > Gap::None;
            is_cell = is_begun && outer.role.is_row();
            if let (Role::Item, Role::List(next)) = (role, &mut outer.role) {
                let number = next.map(|next| head.value.unwrap_or(next));
                self.markers.push(number);
                *next = number.map(|number| number + 1);
            }
            // What names the speaker is not of the speech.
            if role == Role::Below && outer.role == Role::Quote && mem::take(&mut outer.has_mark) {
                self.close_mark();
            }
        }
        self.tabs += usize::from(is_cell);
        if !is_first {
            self.part(role);
        }
        let has_mark = matches!(role, Role::Quote | Role::InlineQuote | Role::Reference);
        if has_mark {
            self.marks.push(Mark { role, closing: "" });
            self.waiting += 1;
        }
        let start = self.text.len();
        match role {
            Role::Raised(sign) => self.raised = Some(sign),
            Role::Break if self.rows > 0 => self.gap = self.gap.max(Gap::Space),
            Role::Break => self.gap = if self.gap < Gap::Line { Gap::Line } else { Gap::Blank },
            Role::Rule => self.write("* * *"),
            Role::Picture => self.write(head.alt),
            _ => {}
        }
        self.open.push(Open { tag: head.tag, role, start, is_begun: false, has_mark });
        self.count(head.tag, role, 1);
    }

    /// What an element is where it stands.
    fn role_of(&self, head: &Head<'_>) -> Role {
        let outer = self.open.last();
        let is_in = |tag| outer.is_some_and(|outer| outer.tag == tag);
        match (head.role, outer.map(|outer| outer.role)) {
            (Role::Hint | Role::Slot, _) if self.comments > 0 => Role::LeftOut,
            (Role::Picture, _) if self.figures == 0 => Role::LeftOut,
            (Role::Block, Some(Role::Rows)) => Role::RowLine,
            (Role::Block, _) if head.tag == Tag::Footer && !is_in(Tag::Article) => Role::Below,
            (Role::Block, _) if head.tag.is_heading() && is_in(Tag::Li) => Role::Below,
            (Role::List(Some(_)), _) => Role::List(Some(head.start)),
            (Role::Item, Some(Role::List(_))) => Role::Item,
            (Role::Item, _) => Role::Block,
            (role, _) => role,
        }
    }

    pub(super) fn close(&mut self) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        let Some(closed) = self.open.pop() else { return };
        self.count(closed.tag, closed.role, usize::MAX);
        if closed.has_mark {
            self.close_mark();
        }
        match closed.role {
            // Nothing was in it if its own is still there.
            Role::Item => drop(self.markers.pop()),
            Role::Raised(_) => self.raised = None,
            role if role.is_row() => self.tabs = 0,
            _ => {}
        }
        if closed.role != Role::Below {
            self.part(closed.role);
        } else {
            self.part(Role::Line);
        }
    }

    /// Counts one more of the open, or one less.
    fn count(&mut self, tag: Tag, role: Role, by: usize) {
        let counted = match role {
            Role::Item => &mut self.items,
            Role::Row | Role::RowLine => &mut self.rows,
            Role::Code => &mut self.codes,
            Role::Comments => &mut self.comments,
            _ if tag == Tag::Figure => &mut self.figures,
            _ => return,
        };
        *counted = counted.wrapping_add(by);
    }

    /// Parts an element from what stands before, or what comes from it.
    fn part(&mut self, role: Role) {
        let gap = role.gap();
        self.gap = match role {
            _ if gap == Gap::None => self.gap,
            _ if self.rows > 0 => self.gap.max(Gap::Space),
            Role::Below => Gap::Line,
            Role::List(_) if self.items > 0 => self.gap.max(Gap::Line),
            _ => self.gap.max(gap),
        };
    }

    pub(super) fn write(&mut self, text: &str) {
        if self.left_out > 0 || text.is_empty() {
            return;
        }
        if self.codes > 0 {
            self.begin(text);
            self.text.push_str(text);
            return;
        }
        for (index, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if index > 0 {
                self.gap = self.gap.max(Gap::Space);
            }
            if !word.is_empty() {
                self.begin(word);
                self.text.push_str(word);
            }
        }
    }

    /// Writes all that stands between the last text and this one.
    fn begin(&mut self, word: &str) {
        if let Some(open) = self.open.last_mut() {
            open.is_begun = true;
        }
        if self.gap >= Gap::Line {
            self.text.truncate(self.text.trim_end().len());
            if !self.text.is_empty() {
                self.text.push_str(if self.gap == Gap::Blank { "\n\n" } else { "\n" });
            }
        }
        let is_fresh = self.gap >= Gap::Line || self.text.is_empty();
        if is_fresh {
            let depth = self.items.saturating_sub(self.markers.len());
            (0..depth).for_each(|_| self.text.push_str("  "));
        }
        let raised = self.raised.take().filter(|_| !is_fresh && self.gap == Gap::None && self.tabs == 0);
        if self.tabs > 0 {
            (0..self.tabs).for_each(|_| self.text.push('\t'));
        } else if self.gap == Gap::Space && !is_fresh {
            self.text.push(' ');
        }
        if word.starts_with(chars::is_digit) && self.text.ends_with(chars::is_digit) {
            self.text.extend(raised);
        }
        (self.gap, self.tabs) = (Gap::None, 0);
        for number in mem::take(&mut self.markers) {
            match number {
                Some(number) => {
                    self.text.push_str(&digits::all(&digits::ascii(number), self.numerals));
                    self.text.push_str(". ");
                }
                None => self.text.push_str("• "),
            }
        }
        let written = self.marks.len() - self.waiting;
        for mark in self.marks.iter_mut().skip(written) {
            let (opening, closing) = match mark.role {
                Role::Quote if word.starts_with('«') => continue,
                Role::Reference => ("[", "]"),
                _ if self.quotes % 2 == 1 => ("‹", "›"),
                _ => ("«", "»"),
            };
            self.quotes += usize::from(mark.role != Role::Reference);
            self.text.push_str(opening);
            mark.closing = closing;
        }
        self.waiting = 0;
    }

    fn close_mark(&mut self) {
        self.waiting = self.waiting.saturating_sub(1);
        if let Some(mark) = self.marks.pop().filter(|mark| !mark.closing.is_empty()) {
            self.quotes = self.quotes.saturating_sub(usize::from(mark.role != Role::Reference));
            self.text.push_str(mark.closing);
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}
