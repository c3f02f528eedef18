//! A comment in, what became of it out.

use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use satr::article::{Comment, CommentState, Draft, Fault, Said};
use serde_json::json;

use super::answer::Failure;
use super::asker::Asker;
use super::body::Fields;
use super::page::Shown;
use super::prove::Proved;
use super::submission::Submission;
use super::{Comments, now};
use crate::guard::{Budget, Guard};
use crate::store::{ArticleName, Key, NewComment, PageQuery, Posted, Store, StoreError, Visitor};

/// What became of a submission.
enum Outcome {
    /// It is there; whether it has come only now.
    Taken(Comment, bool),
    /// It is not taken, for this.
    Refused(StatusCode, Vec<Fault>),
}

pub(super) async fn post(
    State(comments): State<Comments>,
    Extension(guard): Extension<Guard>,
    Path(name): Path<String>,
    asker: Asker,
    request: Request,
) -> Result<Response, Failure> {
    let mut spent = guard.spend(Budget::Post, asker.client);
    // A form that is shown again is read again.
    if let Err(refusal) = spent
        && (asker.is_script || guard.spend(Budget::Read, asker.client).is_err())
    {
        return Ok(refusal.into_response());
    }
    let (name, article) = comments.article(&name).await?;
    let submission = Submission::of(Fields::read(request).await?);
    let (visitor, headers) = asker.visitor_or_new()?;
    let shown = Shown {
        name,
        article,
        url: asker.path.clone(),
        sort: satr::article::Sort::default(),
        said: Said::Nothing,
    };
    if spent.is_ok() && comments.question_of(&submission).is_some() && !submission.answer.is_empty() {
        spent = guard.spend(Budget::Question, asker.client);
    }
    if let Err(refusal) = spent {
        if asker.is_script {
            return Ok(refusal.into_response());
        }
        let draft = submission.into_draft(vec![refusal.fault()]);
        return comments.form_of(refusal.into_response(), headers, &shown, draft, visitor).await;
    }
    match comments.take(&shown, &submission, &visitor, &asker).await {
        Ok(Outcome::Taken(comment, is_new)) => Ok(taken(&asker, headers, &shown.url, comment, is_new)),
        Ok(Outcome::Refused(status, faults)) if asker.is_script => {
            Ok((status, headers, axum::Json(json!({ "faults": names(&faults) }))).into_response())
        }
        Ok(Outcome::Refused(status, faults)) => {
            comments.form_again(status, headers, &shown, submission.into_draft(faults), visitor).await
        }
        // What was typed is not lost with it.
        Err(failure) if !asker.is_script && failure.status() == StatusCode::SERVICE_UNAVAILABLE => {
            let draft = submission.into_draft(vec![Fault::Failed]);
            comments.form_of(failure.into_response(), headers, &shown, draft, visitor).await
        }
        Err(failure) => Err(failure),
    }
}

impl Comments {
    async fn take(
        &self,
        shown: &Shown,
        submission: &Submission,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Outcome, Failure> {
        let refused = |faults| Ok(Outcome::Refused(StatusCode::UNPROCESSABLE_ENTITY, faults));
        let Ok(key) = submission.key.parse::<Key>() else { return refused(vec![Fault::Failed]) };
        let parent = match &*submission.parent {
            "" => None,
            parent => match parent.parse() {
                Ok(parent) => Some(parent),
                Err(_) => return refused(vec![Fault::ParentGone]),
            },
        };
        // Where an article is in another language, so are its readers.
        let is_foreign = shown.article.language.is_persian() && submission.is_foreign();
        let comment = NewComment {
            key,
            parent,
            author: submission.author.clone(),
            email: submission.email.clone(),
            text: submission.text.clone(),
            visitor: Some(visitor.clone()),
            address: asker.client.map(|client| client.0),
            // A sum keeps no robot away.
            is_held: self.settings().is_moderated || self.question_of(submission).is_some(),
            // A robot that is told so would try again; and a browser that fills in all there is loses nobody's words.
            is_rejected: !submission.trap.is_empty(),
            is_foreign,
            now: now().unix_seconds(),
        };
        let (is_closed, name) = (self.is_closed(&shown.article), shown.name.clone());
        let mut faults = submission.faults(self.settings().limit, is_foreign);
        // A proof is the last thing that is looked at, and the first that would be lost by it.
        let proved = self.prove(submission);
        if let Proved::No(fault, _) = proved {
            faults.push(fault);
        }
        self.write(move |store| take(store, &name, &comment, &proved, is_closed, faults)).await
    }

    /// An answer that says no more than that it was not taken, and the form as it was filled in.
    async fn form_of(
        &self,
        mut answer: Response,
        headers: HeaderMap,
        shown: &Shown,
        draft: Draft,
        visitor: Visitor,
    ) -> Result<Response, Failure> {
        let form = self.form_again(answer.status(), headers, shown, draft, visitor).await?;
        let (head, body) = form.into_parts();
        answer.headers_mut().extend(head.headers);
        *answer.body_mut() = body;
        Ok(answer)
    }

    /// The form as it was filled in, below the thread or the list that it belongs to.
    async fn form_again(
        &self,
        status: StatusCode,
        headers: HeaderMap,
        shown: &Shown,
        mut draft: Draft,
        visitor: Visitor,
    ) -> Result<Response, Failure> {
        if draft.faults.contains(&Fault::ParentGone) {
            // Sent again, it starts a thread.
            draft.parent.clear();
        }
        if status == StatusCode::CONFLICT {
            draft.key.clear();
        }
        let query = PageQuery { visitor: Some(visitor), ..PageQuery::default() };
        let mut page = Err(Failure::NotFound);
        if let Ok(parent) = draft.parent.parse() {
            page = self.around(shown.name.clone(), parent, query.clone()).await;
        }
        if page.is_err() {
            let name = shown.name.clone();
            page = self.store(move |store| store.list(&name, &query)).await;
        }
        self.html(status, headers, shown, page.unwrap_or_default(), draft)
    }
}

/// What has been taken is so whatever happened since: comments closed, its proof used, the limit lowered.
fn take(
    store: &Store,
    name: &ArticleName,
    comment: &NewComment,
    proved: &Proved,
    is_closed: bool,
    faults: Vec<Fault>,
) -> Result<Outcome, StoreError> {
    let refused = |status, fault| Ok(Outcome::Refused(status, vec![fault]));
    let posted = match store.posted(name, comment)? {
        Some(posted) => posted,
        None if is_closed => return refused(StatusCode::GONE, Fault::Closed),
        None if !faults.is_empty() => {
            if let Proved::No(_, Some(wrong)) = proved {
                store.use_proof(wrong, comment.now)?;
            }
            return Ok(Outcome::Refused(StatusCode::UNPROCESSABLE_ENTITY, faults));
        }
        None => store.post(name, comment, proved.proof())?,
    };
    match posted {
        Posted::New(comment) => Ok(Outcome::Taken(comment, true)),
        Posted::Again(comment) => Ok(Outcome::Taken(comment, false)),
        Posted::KeyTaken => refused(StatusCode::CONFLICT, Fault::Failed),
        Posted::ParentGone => refused(StatusCode::UNPROCESSABLE_ENTITY, Fault::ParentGone),
        Posted::ProofUsed => refused(StatusCode::UNPROCESSABLE_ENTITY, Fault::CaptchaExpired),
    }
}

fn taken(asker: &Asker, headers: HeaderMap, url: &str, comment: Comment, is_new: bool) -> Response {
    let said = if comment.state == CommentState::Published { Said::Published } else { Said::Held };
    if asker.is_script {
        let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
        let answer = json!({ "comment": comment, "said": said.name() });
        return (status, headers, axum::Json(answer)).into_response();
    }
    // A reply is seen in its thread, which its parent names to all; a comment at the top of the first page.
    let parent = comment.parent;
    let thread = if parent.is_empty() { parent } else { format!("thread={parent}&") };
    see_other(&format!("{url}?{thread}said={}", said.name()), headers)
}

/// Sends a browser on, by what reloading does nothing again.
pub(super) fn see_other(url: &str, mut headers: HeaderMap) -> Response {
    if let Ok(url) = HeaderValue::from_str(url) {
        headers.insert(LOCATION, url);
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

pub(super) fn names(faults: &[Fault]) -> Vec<&'static str> {
    faults.iter().map(|fault| fault.name()).collect()
}
