//! A live timeline, as the updates of a live blog.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::object::object;
use super::{Setter, blocks};
use crate::article::{Article, Block, Entry};
use crate::date::Timestamp;
use crate::plain;
use crate::value::Value;
use crate::view;

/// How long a live blog is live behind its last entry, in seconds: a day.
const QUIET: i64 = 24 * 60 * 60;

/// A headline is no longer than is shown.
const HEADLINE: usize = 110;

/// What is told of a live timeline.
pub(super) struct Coverage<'a> {
    pub(super) start: String,
    pub(super) end: String,
    pub(super) updates: Vec<Value<'a>>,
}

impl Coverage<'_> {
    /// The first live timeline, if it has an entry with all that an update needs.
    pub(super) fn of(article: &Article, setter: &Setter<'_>) -> Option<Self> {
        let timeline = blocks(&article.body).find_map(|block| match block {
            Block::Timeline(timeline) if timeline.live => Some(timeline),
            _ => None,
        })?;
        let of_entry = |entry: &Entry| Some((entry.time?, update(article, entry, setter)?));
        let (times, updates): (Vec<_>, Vec<_>) = timeline.entries.iter().filter_map(of_entry).unzip();
        let end = times.iter().max()?.unix_seconds().saturating_add(QUIET);
        Some(Self {
            start: setter.machine(*times.iter().min()?),
            end: setter.machine(Timestamp::from_unix_seconds(end)),
            updates,
        })
    }
}

/// An entry that has a time and a text. Without a title its text's beginning is its headline, without a text its title
/// is that.
fn update<'a>(article: &Article, entry: &Entry, setter: &Setter<'_>) -> Option<Value<'a>> {
    let time = entry.time?;
    let title = setter.rich(&entry.title);
    let text = body(article, entry, setter);
    let headline =
        if title.is_empty() { setter.beginning(&text.replace('\n', " "), HEADLINE) } else { title.clone() };
    (!headline.is_empty()).then(|| {
        object("BlogPosting", |update| {
            update.text("headline", headline);
            update.text("datePublished", setter.machine(time));
            update.text("articleBody", if text.is_empty() { title } else { text });
        })
    })
}

/// What an entry says, drawn as an article of its own.
fn body(article: &Article, entry: &Entry, setter: &Setter<'_>) -> String {
    let alone =
        Article { language: article.language.clone(), body: entry.body.clone(), ..Article::default() };
    let options = setter.options();
    plain::render(&view::draw(&alone, options), options.numerals).trim_end().to_owned()
}
