//! What elements of a page are called, so that others can refer to them.

use alloc::borrow::Cow;
use alloc::string::String;

use super::View;
use crate::article::Article;
use crate::article::url::LinkUrl;
use crate::text::{chars, digits};
use crate::tree::{self, Attr, Tag};

impl View<'_> {
    /// An id of this page.
    pub(super) fn id(&self, name: &str) -> String {
        [&*self.prefix, name].concat()
    }

    /// A heading with an id of this page.
    pub(super) fn titled(&mut self, tag: Tag, id: &str, fill: impl FnOnce(&mut Self)) {
        let id = self.id(id);
        self.element(tag, |view| {
            view.tree.attr(Attr::Id, &id);
            fill(view);
        });
    }

    /// Names the element that has just opened by the heading with this id.
    pub(super) fn titled_by(&mut self, id: &str) {
        let id = self.id(id);
        self.tree.attr(Attr::LabelledBy, &id);
    }
}

/// What every id of an article's page begins with: its own id, or one made of what tells it from others.
pub(super) fn prefix(article: &Article) -> String {
    if !article.id.is_empty() {
        return ["satr-", &id_part(&article.id), "-"].concat();
    }
    let discussion = article.discussion.as_ref().and_then(|discussion| discussion.url.as_ref());
    let (title, url) = match discussion {
        Some(url) => ("", Some(url)), // the same on each of its pages, whatever these are called
        None => (&*article.headline, article.url.as_ref()),
    };
    let hash = tree::hash(title.bytes().chain(url.map_or("", LinkUrl::as_str).bytes()));
    ["satr-", &digits::ascii(hash % 1_000_000_000), "-"].concat()
}

/// What an id may hold of the data: Persian and ASCII letters, digits, and a few marks.
pub(super) fn id_part(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 64;
    let fits = |c: char| {
        c.is_ascii_alphanumeric()
            || chars::is_arabic_letter(c)
            || chars::is_digit(c)
            || matches!(c, '-' | '_' | '.')
    };
    if text.chars().zip(0..).all(|(c, at)| at < LONGEST && fits(c)) {
        Cow::Borrowed(text)
    } else {
        text.chars().take(LONGEST).map(|c| if fits(c) { c } else { '-' }).collect()
    }
}
