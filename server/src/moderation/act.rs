//! What a moderator decides in, what came of it out.
//! Floor 3. Uses: page.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use satr::article::Fault;
use serde::Deserialize;
use serde_json::json;

use super::{Desk, Failure, Fields, now, wants_json};
use crate::store::{Action, CommentId, StoreError};

/// Who signs what the newsroom writes.
const NEWSROOM: &str = "تحریریه";

#[derive(Deserialize)]
pub(super) struct Act {
    act: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    back: String,
}

pub(super) async fn act(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Fields(Act { act, text, back }): Fields<Act>,
) -> Result<Response, Failure> {
    let id: CommentId = id.parse().map_err(|_| Failure::Store(StoreError::NotFound))?;
    let action = match act.as_str() {
        "approve" => Action::Approve,
        "reject" => Action::Reject,
        "remove" => Action::Remove,
        "restore" => Action::Restore,
        "pin" => Action::Pin,
        "unpin" => Action::Unpin,
        "answer" => return answer(&desk, &headers, id, text, &back).await,
        _ => return Ok(StatusCode::BAD_REQUEST.into_response()),
    };
    let is_done = desk.ask(move |store| store.moderate(id, action)).await?;
    tracing::info!(comment = id.0, act, is_done, "moderated");
    if !wants_json(&headers) {
        return Ok(to(&back, if is_done { "done" } else { "late" }));
    }
    let status = if is_done { StatusCode::OK } else { StatusCode::CONFLICT };
    Ok((status, Json(json!({ "done": is_done }))).into_response())
}

async fn answer(
    desk: &Desk,
    headers: &HeaderMap,
    id: CommentId,
    text: String,
    back: &str,
) -> Result<Response, Failure> {
    let wants_json = wants_json(headers);
    if satr::text::clean(&text).trim().is_empty() {
        let missing = json!({ "faults": [Fault::TextMissing.name()] });
        return Ok(match wants_json {
            true => (StatusCode::UNPROCESSABLE_ENTITY, Json(missing)).into_response(),
            false => to(back, "empty"),
        });
    }
    let now = now().unix_seconds();
    let comment = desk.ask(move |store| store.answer(id, NEWSROOM, text.trim(), now)).await?;
    tracing::info!(comment = id.0, "answered");
    if wants_json {
        return Ok((StatusCode::CREATED, Json(json!({ "comment": comment }))).into_response());
    }
    Ok(to(back, "done"))
}

/// Back to one of our own pages, and to no other.
fn to(back: &str, said: &str) -> Response {
    let is_ours =
        back.strip_prefix("/moderation").is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '/']));
    let is_plain = back.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#' && byte != b'\\');
    let back = if is_ours && is_plain { back } else { "/moderation" };
    let mark = if back.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{back}{mark}said={said}")).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leads_to_our_own_pages_alone() {
        let to = |back| to(back, "done").headers()["location"].to_str().unwrap().to_owned();
        assert_eq!(to("/moderation?shelf=removed&after=3"), "/moderation?shelf=removed&after=3&said=done");
        assert_eq!(to("/moderation/comments/3"), "/moderation/comments/3?said=done");
        for other in
            ["", "//evil.example", "/moderationx", "https://evil.example/moderation", "/moderation\r\nx: y"]
        {
            assert_eq!(to(other), "/moderation?said=done", "{other}");
        }
    }
}
