//! A vote or a report in, what all think now out.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use satr::article::{Fault, Said, Vote};
use serde_json::json;

use super::answer::Failure;
use super::asker::Asker;
use super::body::Fields;
use super::list::name_of;
use super::post::{names, see_other};
use super::{Comments, now};
use crate::store::CommentId;

pub(super) async fn act(
    State(comments): State<Comments>,
    Path((name, id)): Path<(String, String)>,
    asker: Asker,
    request: Request,
) -> Result<Response, Failure> {
    let act = Fields::read(request).await?.take("act");
    let vote = name_of(Vote::ALL, Vote::name, &act);
    if vote.is_none() && act != "report" {
        let faults = axum::Json(json!({ "faults": names(&[Fault::Failed]) }));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, faults).into_response());
    }
    let id: CommentId = id.parse().map_err(|_| Failure::NotFound)?;
    let name = name.parse().map_err(|_| Failure::NotFound)?;
    let (visitor, headers) = asker.visitor_or_new()?;
    let (is_script, now) = (asker.is_script, now().unix_seconds());
    let votes = comments
        .write(move |store| {
            let Some(vote) = vote else {
                return store.report(&name, id, &visitor, now).map(|()| None);
            };
            // The same button again takes the vote back, where no script sees to that.
            let is_again = !is_script && store.votes(&name, id, &visitor)?.vote == vote;
            store.vote(&name, id, &visitor, if is_again { Vote::None } else { vote }, now).map(Some)
        })
        .await?;
    if !is_script {
        let url = asker.path.rsplit_once('/').map_or("", |(url, _)| url);
        let said = if votes.is_none() { "&said=reported" } else { "" };
        return Ok(see_other(&format!("{url}?thread={id}{said}"), headers));
    }
    let answer = match votes {
        Some(votes) => json!({ "up": votes.up, "down": votes.down, "vote": votes.vote.name() }),
        None => json!({ "said": Said::Reported.name() }),
    };
    Ok((headers, axum::Json(answer)).into_response())
}
