//! What stands in the place of an article: that it is awaited, that it has not come, that there is none.

use super::messages::script;
use super::{Slice, View, is_blank};
use crate::article::{Article, Correction};
use crate::date::format;
use crate::options::Options;
use crate::tree::{Attr, Class, Tag, Tree};

/// Why there is no article to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is on its way.
    Waiting,
    /// It has not come, by no fault of the reader's.
    Failed,
    /// It has not come since the reader has no network.
    Offline,
    /// There is none of that address.
    NotFound,
}

impl State {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Failed, Self::Offline, Self::NotFound];

    /// What scripts call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Failed => "failed",
            Self::Offline => "offline",
            Self::NotFound => "notFound",
        }
    }

    /// What a page in this state is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        let [title, text] = script::of(self);
        if title.is_empty() { text } else { title }
    }
}

/// Draws what stands in the place of an article, in Persian, whatever language the options name.
///
/// ```
/// use satr::options::Options;
/// use satr::view::{self, State};
///
/// let tree = view::draw_state(State::NotFound, &Options::default());
/// assert!(satr::html::render(&tree).contains("خبری با این نشانی نیست"));
/// ```
#[must_use]
pub fn draw_state(state: State, options: &Options) -> Tree {
    let article = Article::default();
    let options = Options { language: None, ..options.clone() };
    let mut view = View::of(&article, &options, None, Slice::WHOLE);
    view.root(|view| {
        view.part(Tag::Div, Class::State, |view| {
            if state == State::Waiting {
                view.tree.class(Class::Skeleton);
            }
            view.tree.attr(Attr::Role, if state == State::Waiting { "status" } else { "alert" });
            let [title, text] = script::of(state);
            if !title.is_empty() {
                let level = view.heading(1);
                view.word(level, title);
            }
            view.word(Tag::P, text);
        });
    });
    view.tree.finish()
}

/// Of an article that has been withdrawn, what is told to those who read no page but what a page is about: machines.
pub(crate) fn notice(article: &Article, options: &Options) -> Option<Article> {
    let Correction { text, date } = article.withdrawn.as_ref()?;
    Some(Article {
        headline: super::messages::of(options.language_of(article)).withdrawn.into(),
        lead: text.clone(),
        published: article.published,
        modified: *date,
        id: article.id.clone(),
        language: article.language.clone(),
        url: article.url.clone(),
        publisher: article.publisher.clone(),
        ..Article::default()
    })
}

impl View<'_> {
    /// That an article has been withdrawn, when and why.
    pub(super) fn withdrawn(&mut self, withdrawal: &Correction, id: &str) {
        self.part(Tag::Article, Class::State, |view| {
            let level = view.heading(1);
            view.word(level, view.messages.withdrawn);
            view.element(Tag::P, |view| view.rich(&withdrawal.text));
            if let Some(date) = withdrawal.date {
                view.element(Tag::P, |view| view.time(date, &format::news));
            }
            if !is_blank(id) {
                view.element(Tag::P, |view| {
                    view.tree.text(view.messages.code);
                    view.tree.text(view.messages.colon);
                    view.news_code(id);
                });
            }
        });
    }
}
