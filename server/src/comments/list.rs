//! What a reader wants to see in, comments, counts or a challenge out.

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use satr::article::{CommentState, Draft, Said, Sort};
use serde::Deserialize;

use super::answer::Failure;
use super::asker::Asker;
use super::page::{Shown, adopt};
use super::{Comments, blocking, now};
use crate::store::{ArticleName, CommentId, Cursor, Page, PageQuery};

/// The most articles that are counted at once.
const COUNTED: usize = 100;

/// What is wanted of an article's comments.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    sort: String,
    after: String,
    thread: String,
    reply: String,
    said: String,
}

/// What is wanted of many articles.
#[derive(Debug, Deserialize)]
pub(super) struct Counted {
    of: String,
}

/// A part of a query that is not to be understood is the asker's mistake.
type Asked<T> = Result<Query<T>, axum::extract::rejection::QueryRejection>;

pub(super) async fn list(
    State(comments): State<Comments>,
    Path(name): Path<String>,
    wanted: Asked<Wanted>,
    asker: Asker,
) -> Result<Response, Failure> {
    let Query(wanted) = wanted.map_err(|_| Failure::BadRequest)?;
    let mut query = wanted.query()?;
    query.visitor.clone_from(&asker.visitor);
    let (name, article) = comments.article(&name).await?;
    let said = name_of(Said::ALL, Said::name, &wanted.said).unwrap_or_default();
    let mut shown = Shown { name: name.clone(), article, url: asker.path, sort: query.sort, said };
    if asker.is_script {
        // Whoever goes on in a thread has what came before.
        let has_all = query.thread.is_some() && query.after.is_some();
        let mut page = comments.store(move |store| store.list(&name, &query)).await?;
        if !has_all {
            adopt(&mut page.comments);
        }
        return comments.json(&shown, page);
    }
    let reply: Option<CommentId> = parsed(&wanted.reply)?;
    let mut page = match reply {
        Some(reply) if query.thread.is_none() => comments.around(name, reply, query).await?,
        _ => comments.store(move |store| store.list(&name, &query)).await?,
    };
    if said == Said::Reported {
        shown.said = Said::Nothing;
        for comment in page.comments.iter_mut().filter(|comment| comment.id == wanted.thread) {
            comment.said = said;
        }
    }
    let can_answer = |id: &str| {
        page.comments.iter().any(|comment| comment.id == id && comment.state == CommentState::Published)
    };
    let parent = if can_answer(&wanted.reply) { wanted.reply } else { String::new() };
    let draft = Draft { parent, ..Draft::default() };
    comments.html(StatusCode::OK, HeaderMap::new(), &shown, page, draft)
}

impl Wanted {
    fn query(&self) -> Result<PageQuery, Failure> {
        let sort = match &*self.sort {
            "" => Some(Sort::default()),
            sort => name_of(Sort::ALL, Sort::name, sort),
        };
        Ok(PageQuery {
            sort: sort.ok_or(Failure::BadRequest)?,
            after: if self.after.is_empty() { None } else { Some(self.after.parse()?) },
            thread: parsed(&self.thread)?,
            visitor: None,
        })
    }
}

/// An id that has been asked for, if one has; what is no id names nothing that there is.
fn parsed(id: &str) -> Result<Option<CommentId>, Failure> {
    if id.is_empty() {
        return Ok(None);
    }
    id.parse().map(Some).map_err(|_| Failure::NotFound)
}

/// The choice of this name.
pub(super) fn name_of<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|choice| name(*choice) == wanted)
}

impl Comments {
    /// The part of a thread in which a comment stands.
    pub(super) async fn around(
        &self,
        name: ArticleName,
        id: CommentId,
        query: PageQuery,
    ) -> Result<Page, Failure> {
        let query = PageQuery { thread: Some(id), after: None, ..query };
        self.store(move |store| {
            let page = store.list(&name, &query)?;
            if page.comments.iter().any(|comment| comment.id == id.to_string()) {
                return Ok(page);
            }
            let after = Some(Cursor::Reply { id: id.0.saturating_sub(1) });
            store.list(&name, &PageQuery { after, ..query })
        })
        .await
    }
}

pub(super) async fn counts(
    State(comments): State<Comments>,
    counted: Asked<Counted>,
) -> Result<Response, Failure> {
    let Query(Counted { of }) = counted.map_err(|_| Failure::BadRequest)?;
    let mut names: Vec<ArticleName> = of.split(',').filter_map(|name| name.parse().ok()).collect();
    if names.len() > COUNTED {
        return Err(Failure::BadRequest);
    }
    names.sort_unstable();
    names.dedup();
    comments.take_over_all(&names).await?;
    let counts = comments
        .store(move |store| {
            let counts = store.counts(&names)?;
            let counts = names.iter().zip(counts).map(|(name, count)| (name.to_string(), count.into()));
            Ok(counts.collect::<serde_json::Map<String, serde_json::Value>>())
        })
        .await?;
    Ok(axum::Json(counts).into_response())
}

pub(super) async fn challenge(
    State(comments): State<Comments>,
    Path(name): Path<String>,
) -> Result<Response, Failure> {
    let captcha = comments.settings().captcha.clone().ok_or(Failure::NotFound)?;
    let _: ArticleName = name.parse().map_err(|_| Failure::NotFound)?;
    let challenge = blocking(move || captcha.challenge(now())).await?.map_err(Failure::Captcha)?;
    Ok(([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], challenge).into_response())
}
