//! Text of the data in, the text that machines are shown out.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::article::{Article, RichText};
use crate::date::{Timestamp, format};
use crate::options::{Contents, Options};
use crate::text::{Typesetter, Typography, chars, zwnj};
use crate::view::{self, spans};

/// A description is shorter than so many characters: what is longer is not shown.
const DESCRIPTION: usize = 200;

/// Sets text as the page does.
pub(crate) struct Setter<'a> {
    article: &'a Article,
    options: Options,
    typesetter: Typesetter<'static>,
}

impl<'a> Setter<'a> {
    pub(crate) fn new(article: &'a Article, options: &Options) -> Self {
        let wants_repair = view::wants_repair(article, options);
        let typography = match options.typography {
            Typography::Auto if wants_repair => Typography::Repair,
            Typography::Auto => Typography::Polish,
            told => told,
        };
        let alone = Options {
            typography,
            reading_time: false,
            share: false,
            contents: Contents::Off,
            ..options.clone()
        };
        Self { article, options: alone, typesetter: view::typesetter(article, options, Some(&zwnj::repair)) }
    }

    /// An instant in full, on the clock of the article's page.
    pub(crate) fn machine(&self, instant: Timestamp) -> String {
        format::machine(instant, view::reckoning(self.article, &self.options))
    }

    /// The options by which a part of the article is drawn alone: whether it is repaired was told by the whole, and it has
    /// none of what belongs to an article.
    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    /// The headline.
    pub(crate) fn title(&self) -> String {
        view::title(self.article, &self.options)
    }

    /// A name: machines compare it, so nothing invisible tells its direction.
    pub(crate) fn name(&self, text: &str) -> String {
        if view::is_blank(text) {
            String::new()
        } else {
            view::set(text, &self.typesetter).replace('\n', " ")
        }
    }

    /// A line to be read: with its runs in isolates, as no markup can stand in it.
    pub(crate) fn line(&self, text: &str) -> String {
        self.isolated(&self.name(text))
    }

    fn isolated(&self, set: &str) -> String {
        view::flat(set, &self.options, self.options.language_of(self.article).is_rtl())
    }

    /// Running text as a line.
    pub(crate) fn rich(&self, text: &RichText) -> String {
        self.isolated(&spans::line(text, &self.typesetter))
    }

    /// What the article is about, in a few lines: the deck, or how the lead begins.
    pub(crate) fn description(&self) -> String {
        let deck = self.name(&self.article.deck);
        let text = if deck.is_empty() { spans::line(&self.article.lead, &self.typesetter) } else { deck };
        self.beginning(&text, DESCRIPTION)
    }

    /// How running text begins, as a line of fewer characters than `most`.
    pub(crate) fn beginning(&self, text: &str, most: usize) -> String {
        self.isolated(&start(text, most))
    }
}

/// The start of a text, up to the end of a word; what is left out is told by an ellipsis.
fn start(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most - 1) else { return text.to_owned() };
    // One less has to fit, for the ellipsis.
    let fits = text.get(..end).unwrap_or_default();
    let fits = fits.char_indices().next_back().and_then(|(last, _)| fits.get(..last)).unwrap_or_default();
    let ends_word = text.get(fits.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let words =
        if ends_word { fits } else { fits.rsplit_once(char::is_whitespace).map_or(fits, |(words, _)| words) };
    let mut start = words.trim_end_matches(|c: char| c.is_whitespace() || chars::is_joiner(c)).to_owned();
    start.push('…');
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_ends_with_a_word() {
        for (text, most, expected) in [
            ("باران آمد", 10, "باران آمد"),
            ("باران آمد", 9, "باران…"),
            ("باران آمد", 7, "باران…"),
            ("باران آمد", 6, "بارا…"),
            ("باران", 3, "ب…"),
            ("", 3, ""),
        ] {
            assert_eq!(start(text, most), expected);
            assert!(expected.chars().count() < most.max(1));
        }
    }
}
