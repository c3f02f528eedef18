//! Whose traces are to go in, what went out. An address stands in no URL, and so in no log.
//! Floor 3. Uses: entry, page.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::entry::number;
use super::markup::Markup;
use super::{Desk, Failure, Fields, page, wants_json};
use crate::email;
use crate::store::{CommentId, Erased, StoreError};

const TITLE: &str = "پاک‌کردن داده‌های یک نفر";

#[derive(Deserialize)]
pub(super) struct Asked {
    comment: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Whose {
    #[serde(default)]
    email: String,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    sure: String,
}

/// Asks whose, or about the writer of a comment, whether that is meant.
pub(super) async fn ask(State(desk): State<Desk>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    match asked.comment {
        Some(comment) => confirm(&desk, Whose { email: String::new(), comment, sure: String::new() }).await,
        None => Ok(page::inner(TITLE, None, None, ask_for_email).into_response()),
    }
}

fn ask_for_email(m: &mut Markup) {
    m.word("p", &[], "همهٔ نظرهایی که با این رایانامه آمده است، و رأی‌ها و گزارش‌های نویسندهٔ آن‌ها، پاک می‌شود.");
    m.element("form", &[("class", "satr-form"), ("method", "post"), ("action", "/moderation/erase")], |m| {
        m.element("div", &[("class", "satr-field")], |m| {
            m.word("label", &[("for", "email")], "رایانامه");
            // Browsers would refuse the digits of a Persian keyboard as those of an `email`.
            let attrs = [
                ("id", "email"),
                ("name", "email"),
                ("type", "text"),
                ("inputmode", "email"),
                ("dir", "ltr"),
                ("required", ""),
            ];
            m.void("input", &attrs);
        });
        m.element("p", &[("class", "satr-send")], |m| m.word("button", &[("type", "submit")], "ادامه"));
    });
}

/// Erases, once it is sure.
pub(super) async fn erase(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Fields(whose): Fields<Whose>,
) -> Result<Response, Failure> {
    // What is confirmed is what is looked for.
    let whose = Whose { email: email::as_kept(&whose.email), ..whose };
    if whose.sure.is_empty() {
        if wants_json(&headers) {
            return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response()); // a program is to say at once that it is sure
        }
        return confirm(&desk, whose).await;
    }
    let Whose { email, comment, .. } = whose;
    let erased = if comment.is_empty() {
        if email.is_empty() {
            return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
        }
        desk.ask(move |store| store.erase_email(&email)).await?
    } else {
        let id = read(&comment)?;
        desk.ask(move |store| store.erase_writer(id)).await?
    };
    let Erased { comments, votes, reports } = erased;
    tracing::info!(comments, votes, reports, "erased");
    if wants_json(&headers) {
        let erased = json!({ "comments": comments, "votes": votes, "reports": reports });
        return Ok(Json(erased).into_response());
    }
    let words =
        format!("{} نظر، {} رأی و {} گزارش پاک شد.", number(comments), number(votes), number(reports));
    let page = page::inner(TITLE, None, None, |m| {
        m.word("p", &[("class", "satr-said"), ("role", "status")], &words);
    });
    Ok(page.into_response())
}

async fn confirm(desk: &Desk, whose: Whose) -> Result<Response, Failure> {
    let Whose { email, comment, .. } = whose;
    let written = if comment.is_empty() {
        None
    } else {
        let id = read(&comment)?;
        Some(desk.ask(move |store| store.entry(id)).await?)
    };
    let page = page::inner(TITLE, None, None, |m| {
        match &written {
            Some(entry) => {
                m.word("p", &[], "همهٔ آنچه نویسندهٔ این نظر نوشته، رأی داده و گزارش کرده است پاک می‌شود:");
                m.word("blockquote", &[("class", "desk-text"), ("dir", "auto")], &entry.comment.text);
            }
            None => m.element("p", &[], |m| {
                m.text(
                    "همهٔ نظرهایی که با این رایانامه آمده است، و رأی‌ها و گزارش‌های نویسندهٔ آن‌ها، پاک می‌شود: ",
                );
                m.word("bdi", &[("dir", "ltr")], &email);
            }),
        }
        m.word("p", &[("class", "satr-error")], "این کار برگشت‌پذیر نیست.");
        m.element("form", &[("method", "post"), ("action", "/moderation/erase")], |m| {
            m.hidden("email", &email);
            m.hidden("comment", &comment);
            m.hidden("sure", "1");
            m.element("p", &[("class", "satr-send")], |m| {
                m.word("button", &[("type", "submit"), ("class", "desk-danger")], "برای همیشه پاک شود");
                m.word("a", &[("href", "/moderation")], "انصراف");
            });
        });
    });
    Ok(page.into_response())
}

fn read(id: &str) -> Result<CommentId, Failure> {
    id.parse().map_err(|_| Failure::Store(StoreError::NotFound))
}
