//! Comments of the store in, an article of them out: as JSON, or as a whole page.

use std::collections::HashSet;

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use satr::article::url::LinkUrl;
use satr::article::{Article, Comment, Discussion, Draft, Link, Said, Sort};
use satr::options::Options;
use satr::page::{self, Kind, Styles};

use super::answer::Failure;
use super::{Comments, now};
use crate::SHEETS;
use crate::captcha::Question;
use crate::store::{ArticleName, Key, Page};

/// What is shown: of which article, at which address, in which order.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) name: ArticleName,
    pub(super) article: Article,
    /// The address of the article's comments.
    pub(super) url: String,
    pub(super) sort: Sort,
    pub(super) said: Said,
}

impl Comments {
    /// Whether no more are taken of this article.
    pub(super) fn is_closed(&self, article: &Article) -> bool {
        let is_closed = article.discussion.as_ref().is_some_and(|discussion| discussion.closed);
        self.settings().is_closed || is_closed || article.withdrawn.is_some()
    }

    /// An article of comments and nothing else.
    fn of(&self, shown: &Shown, page: Page) -> Article {
        let settings = self.settings();
        let rules = &shown.article.comment_rules;
        let discussion = Discussion {
            url: LinkUrl::parse(&shown.url, None).ok(),
            count: Some(page.count),
            sort: shown.sort,
            next: page.next.map(|next| next.to_string()).unwrap_or_default(),
            thread: page.thread.map(|thread| thread.to_string()).unwrap_or_default(),
            closed: self.is_closed(&shown.article),
            moderated: settings.is_moderated,
            limit: settings.limit,
            said: shown.said,
            ..Discussion::default()
        };
        Article {
            language: shown.article.language.clone(),
            comments: page.comments,
            comment_rules: if rules.is_empty() { settings.rules.clone() } else { rules.clone() },
            discussion: Some(discussion),
            ..Article::default()
        }
    }

    /// As JSON, for scripts.
    pub(super) fn json(&self, shown: &Shown, page: Page) -> Result<Response, Failure> {
        let settings = self.settings();
        let mut article = self.of(shown, page);
        if let Some(discussion) = &mut article.discussion {
            match (&settings.captcha, &settings.question) {
                (Some(captcha), _) => captcha.kind().clone_into(&mut discussion.captcha),
                (None, Some(question)) => ask(discussion, question)?,
                (None, None) => {}
            }
        }
        Ok(([(CONTENT_TYPE, "application/json")], article.to_json()).into_response())
    }

    /// For people without scripts: with a question of its own, and a key for what they may write.
    pub(super) fn for_people(&self, shown: &Shown, page: Page, draft: Draft) -> Result<Article, Failure> {
        let mut article = self.of(shown, page);
        adopt(&mut article.comments);
        if let Some(discussion) = &mut article.discussion {
            if let Some(question) = &self.settings().question {
                ask(discussion, question)?;
            }
            let key = match draft.key.parse::<Key>() {
                Ok(_) => draft.key,
                Err(_) => Key::random().map_err(Failure::Captcha)?.as_str().to_owned(),
            };
            discussion.draft = Some(Draft { key, ..draft });
        }
        Ok(article)
    }

    /// As a page of its own.
    pub(super) fn html(
        &self,
        status: StatusCode,
        headers: HeaderMap,
        shown: &Shown,
        page: Page,
        draft: Draft,
    ) -> Result<Response, Failure> {
        let mut article = self.for_people(shown, page, draft)?;
        let name = shown.name.as_str();
        let title = if shown.article.headline.is_empty() { name } else { &shown.article.headline };
        article.headline = "نظرهای خوانندگان".to_owned();
        article.section = vec![Link { text: title.to_owned(), url: self.settings().articles.address(name) }];
        let options = Options { now: Some(now()), discussion: true, ..Options::default() };
        let about = page::Page { styles: Styles::Linked(SHEETS), kind: Kind::Website, element: None };
        Ok((status, headers, Html(page::render(&article, &options, &about))).into_response())
    }
}

/// What the question alone proves is looked at first.
fn ask(discussion: &mut Discussion, question: &Question) -> Result<(), Failure> {
    discussion.question = Some(question.ask(now()).map_err(Failure::Captcha)?);
    discussion.moderated = true;
    Ok(())
}

/// Lets replies whose parent is on another page answer the starter of their thread, below which they then stand.
pub(super) fn adopt(comments: &mut [Comment]) {
    let given: HashSet<String> = comments.iter().map(|comment| comment.id.clone()).collect();
    let mut starter = String::new();
    for comment in comments {
        if comment.parent.is_empty() {
            starter.clone_from(&comment.id);
        } else if !given.contains(&comment.parent) {
            comment.parent.clone_from(&starter);
        }
    }
}
