//! The plain text of a Persian news page in, an article out.
//! Floor 4. Uses: article, date, text.
//!
//! A page that was copied or scraped comes as lines, and what each is can be told from its words, its shape and its
//! place. `line` tells what a line is by its words, `shape` what its shape says, and `page` what its place makes of
//! it: above the first paragraph texts are kicker, headline and deck, below it paragraphs and subheadings, and the
//! same label opens the comments there and is a word of the menu here.
//!
//! Nothing vanishes: a line is of the article, or noted, or only a label: «برچسب‌ها».

mod line;
mod page;
mod shape;

use alloc::vec::Vec;

use crate::article::{Article, Note};
use crate::text::chars::is_invisible;
use page::Page;

/// Reads the text of a page.
pub(super) fn read(text: &str) -> (Article, Vec<Note>) {
    let mut page = Page::default();
    let lines = text.lines().map(shape::trim).enumerate();
    for (index, line) in lines.filter(|(_, line)| !line.chars().all(is_invisible)) {
        page.take(index + 1, line);
    }
    page.finish()
}
