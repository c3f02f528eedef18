//! Blocks of running text.

use alloc::boxed::Box;
use alloc::string::String;

use super::Items;
use crate::article::declare::object;
use crate::article::inline::RichText;

object! {
    /// A paragraph.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Paragraph {
        /// Its text.
        "text" text: RichText,
    }
    or from text: text
}

object! {
    /// A heading inside the text (میان‌تیتر).
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Heading {
        /// From 2, the default, to 6; level 1 is the headline's own.
        "level" level: Option<u32>,
        /// Its text.
        "text" text: RichText,
    }
}

object! {
    /// A list.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct List {
        /// Whether the order counts and the items are numbered.
        "ordered" ordered: bool,
        /// The number of the first item, where that is not 1.
        "start" start: Option<u32>,
        /// The items.
        "items" items: Items<ListItem>,
    }
}

object! {
    /// An item of a list. As running text it is the text alone.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct ListItem {
        /// Its text.
        "text" text: RichText,
        /// A list inside it.
        "list" list: Option<Box<List>>,
    }
    or from running text
}

object! {
    /// What somebody said, or a sentence of the text set large beside it.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Quote {
        /// What was said.
        "text" text: RichText,
        /// By whom, or where.
        "cite" cite: String,
    }
}

object! {
    /// What to take away, ahead of the text.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct KeyPoints {
        /// What they are called, where that is not «نکته‌های اصلی».
        "title" title: String,
        /// The points.
        "items" items: Items<RichText>,
    }
}

object! {
    /// Program text.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Code {
        /// The text, character by character.
        "code" code: String,
        /// What it is written in: `rust`, `json`.
        "language" language: String,
        /// What it shows.
        "caption" caption: RichText,
    }
}

object! {
    /// Verse.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Poem {
        /// The lines: each of two hemistichs (بیت), or of one.
        "lines" lines: Items<Items<RichText>>,
        /// Whose it is, and where it stands.
        "cite" cite: String,
    }
}
