//! Which comments are asked for in, a page of them out.
//! Floor 3. Uses: entry, page.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::entry::{self, segment};
use super::markup::Markup;
use super::{Desk, Failure, page, wants_json};
use crate::store::{ArticleName, CommentId, Entry, PageQuery, Queue, Shelf, Store, StoreError};

const ON_A_PAGE: u32 = 20;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    shelf: String,
    after: Option<String>,
    thread: Option<String>,
    said: Option<String>,
}

type Answer = Result<Response, Failure>;

/// One of the lists.
pub(super) async fn shelf(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Answer {
    let shelf = match asked.shelf.as_str() {
        "" | "waiting" => Shelf::Waiting,
        "published" => Shelf::Published,
        "rejected" => Shelf::Rejected,
        "removed" => Shelf::Removed,
        _ => return Err(Failure::Store(StoreError::NotFound)),
    };
    let after = read_id(asked.after.as_deref())?;
    let queue = desk.ask(move |store| store.queue(shelf, after, ON_A_PAGE)).await?;
    let name = entry::name(shelf);
    if wants_json(&headers) {
        let next = queue.next.map(|id| id.to_string());
        return Ok(listed(&queue.entries, next, Some(queue.waiting)));
    }
    let title = page::SHELVES.into_iter().find(|(found, _)| *found == name).map_or("", |(_, title)| title);
    let here = format!("/moderation?shelf={name}");
    let back = after.map_or_else(|| here.clone(), |after| format!("{here}&after={after}"));
    let Queue { entries, next, waiting } = queue;
    let html = page::inner(title, Some(name), Some(waiting), |m| {
        page::said(m, asked.said.as_deref());
        list(m, &entries, &back);
        more(m, next.map(|next| format!("{here}&after={next}")));
    });
    Ok(html.into_response())
}

/// What everybody sees of an article, and what is behind it.
pub(super) async fn article(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let article: ArticleName = name.parse().map_err(|_| Failure::Store(StoreError::NotFound))?;
    let after = asked
        .after
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_| Failure::Store(StoreError::BrokenCursor))?;
    let thread = read_id(asked.thread.as_deref())?;
    let query = PageQuery { after, thread, ..PageQuery::default() };
    let (entries, next, count) = desk
        .ask(move |store| {
            let page = store.list(&article, &query)?;
            let mut entries = Vec::new();
            for id in page.comments.iter().filter_map(|comment| comment.id.parse().ok()) {
                match store.entry(id) {
                    // Erased since.
                    Err(StoreError::NotFound) => {}
                    entry => entries.push(entry?),
                }
            }
            Ok((entries, page.next.map(|next| next.to_string()), page.count))
        })
        .await?;
    if wants_json(&headers) {
        return Ok(listed(&entries, next, None));
    }
    let here = format!("/moderation/articles/{}", segment(&name));
    let thread = thread.map_or_else(String::new, |thread| format!("&thread={thread}"));
    let back = asked.after.as_deref().map_or_else(String::new, |after| format!("&after={}", segment(after)));
    let back = format!("{here}?{}", format!("{thread}{back}").trim_start_matches('&'));
    let title = format!("{} نظر منتشرشده", entry::number(count));
    let html = page::inner(&title, None, None, |m| {
        m.element("p", &[("class", "desk-about")], |m| m.word("bdi", &[], &name));
        page::said(m, asked.said.as_deref());
        list(m, &entries, back.trim_end_matches('?'));
        more(m, next.map(|next| format!("{here}?after={}{thread}", segment(&next))));
    });
    Ok(html.into_response())
}

/// One comment, below what it answers.
pub(super) async fn comment(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id: CommentId = id.parse().map_err(|_| Failure::Store(StoreError::NotFound))?;
    let entries = desk.ask(move |store| with_parent(store, id)).await?;
    if wants_json(&headers) {
        return Ok(listed(&entries, None, None));
    }
    let title = format!("نظر {}", entry::number(id));
    let html = page::inner(&title, None, None, |m| {
        page::said(m, asked.said.as_deref());
        list(m, &entries, &format!("/moderation/comments/{id}"));
    });
    Ok(html.into_response())
}

fn with_parent(store: &Store, id: CommentId) -> Result<Vec<Entry>, StoreError> {
    let entry = store.entry(id)?;
    let parent = entry.comment.parent.parse().ok().map(|parent| store.entry(parent)).transpose()?;
    Ok(parent.into_iter().chain([entry]).collect())
}

/// A page for programs.
fn listed(entries: &[Entry], next: Option<String>, waiting: Option<u32>) -> Response {
    let entries: Vec<_> = entries.iter().map(entry::json).collect();
    let mut page = json!({ "entries": entries, "next": next });
    if let (Some(waiting), Some(page)) = (waiting, page.as_object_mut()) {
        page.insert("waiting".to_owned(), waiting.into());
    }
    (StatusCode::OK, Json(page)).into_response()
}

fn list(m: &mut Markup, entries: &[Entry], back: &str) {
    if entries.is_empty() {
        return m.word("p", &[("class", "satr-hint")], "این‌جا نظری نیست.");
    }
    m.element("ol", &[], |m| {
        for entry in entries {
            entry::draw(m, entry, back);
        }
    });
}

fn more(m: &mut Markup, href: Option<String>) {
    if let Some(href) = href {
        m.word("a", &[("class", "satr-load"), ("href", &href)], "نظرهای بعدی");
    }
}

fn read_id(text: Option<&str>) -> Result<Option<CommentId>, Failure> {
    text.map(str::parse).transpose().map_err(|_| Failure::Store(StoreError::BrokenCursor))
}
