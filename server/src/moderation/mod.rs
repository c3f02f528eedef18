//! A store and a token in, the page out that comments are looked after on.
//! Floor 3. Uses: guard, secret, store.
//!
//! | path | what |
//! | --- | --- |
//! | `GET /moderation?shelf=waiting&after=ID` | a shelf: `waiting` (and reported), `published`, `rejected`, `removed` |
//! | `GET /moderation/articles/NAME?after=CURSOR&thread=ID` | the comments of an article |
//! | `GET /moderation/comments/ID` | one comment, and what it answers |
//! | `POST /moderation/comments/ID` | `act` = `approve`, `reject`, `remove`, `restore`, `pin`, `unpin`, or `answer` with `text` |
//! | `POST /moderation/erase` | `email` or `comment`: erases what its writer left, if `sure` is there; else asks |
//! | `POST /moderation/login`, `/logout` | `token` in, a cookie out; and back |
//!
//! Each is a Persian page, without any script. A program says `Authorization: Bearer TOKEN` and `Accept: application/json`,
//! sends forms or JSON, and is given what [`Entry`](crate::store::Entry) holds:
//! ```json
//! {"waiting": 1, "next": "12", "entries": [
//!   {"article": "mehr-4692303", "shelf": "waiting", "email": "", "reports": 0, "foreign": false, "comment": {"id": "12", …}}
//! ]}
//! ```
//! A page names 20. An act is answered by `{"done": true}`, with 409 and `false` if another moderator was faster; erasing by
//! `{"comments": 3, "votes": 1, "reports": 0}`.

mod act;
mod entry;
mod erase;
mod markup;
mod page;
mod session;
mod shelf;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json};
use satr::article::Fault;
use satr::date::Timestamp;
use serde::de::DeserializeOwned;

use crate::guard::{Guard, Refusal};
use crate::secret::{Secret, hex, random};
use crate::store::{Store, StoreError};

const SHEET: &str = include_str!("moderation.css");

/// Where comments are looked after. Cloning is cheap.
#[derive(Clone)]
struct Desk(Arc<Inner>);

struct Inner {
    store: Store,
    guard: Guard,
    /// Of the token, made by the secret that sessions are signed by.
    token: [u8; crate::secret::SIGNATURE],
    secret: Secret,
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("store", &self.0.store).finish_non_exhaustive()
    }
}

/// The routes below `/moderation`, for whoever knows the token. Another token ends all sessions.
///
/// An empty token opens to nobody; one shorter than [`TOKEN`] can be guessed. Its pages are dressed in [`SHEETS`](crate::SHEETS).
pub fn moderation(store: Store, token: &str, guard: &Guard) -> Router {
    let token = token.trim();
    let secret = store.secret().of("moderation").of(token);
    let desk =
        Desk(Arc::new(Inner { store, guard: guard.clone(), token: secret.sign(token.as_bytes()), secret }));
    let inside = Router::new()
        .route("/moderation", get(shelf::shelf))
        .route("/moderation/articles/{name}", get(shelf::article))
        .route("/moderation/comments/{id}", get(shelf::comment).post(act::act))
        .route("/moderation/erase", get(erase::ask).post(erase::erase))
        .layer(from_fn_with_state(desk.clone(), session::known));
    let door = Router::new()
        .route("/moderation/login", post(session::log_in))
        .route("/moderation/logout", post(session::log_out))
        .route("/moderation/moderation.css", get(sheet));
    guard.private(inside.merge(door).with_state(desk))
}

/// The fewest characters of a token that nobody guesses.
pub const TOKEN: usize = 16;

/// A token that nobody guesses.
///
/// # Errors
/// When the system has no randomness to give.
pub fn random_token() -> io::Result<String> {
    Ok(hex(&random::<16>()?))
}

async fn sheet() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], SHEET)
}

impl Desk {
    /// Asks the store, which may block.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.0.store.clone();
        match tokio::task::spawn_blocking(move || question(&store)).await {
            Ok(answer) => answer.map_err(Failure::Store),
            Err(error) => Err(Failure::Panicked(error)),
        }
    }
}

/// Why it was not done.
#[derive(Debug)]
enum Failure {
    /// The store did not do it.
    Store(StoreError),
    /// We failed.
    Panicked(tokio::task::JoinError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Store(StoreError::NotFound) => StatusCode::NOT_FOUND.into_response(),
            Self::Store(StoreError::BrokenCursor) => StatusCode::BAD_REQUEST.into_response(),
            Self::Store(error @ (StoreError::Busy | StoreError::Full)) => {
                tracing::warn!(%error, "a moderator has to wait");
                Refusal::new(Fault::Failed).after(Duration::from_secs(5)).into_response()
            }
            Self::Store(error) => {
                tracing::error!(%error, "the store failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
            Self::Panicked(error) => {
                tracing::error!(%error, "the store failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// What came in a body, as a form or as JSON.
struct Fields<T>(T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Fields<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let kind = request.headers().get(CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
        if kind.starts_with(b"application/json") {
            let Json(fields) =
                Json::from_request(request, state).await.map_err(IntoResponse::into_response)?;
            return Ok(Self(fields));
        }
        let Form(fields) = Form::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self(fields))
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    crate::guard::wants_json(headers)
}

fn now() -> Timestamp {
    let since_1970 = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    Timestamp::from_unix_seconds(i64::try_from(since_1970).unwrap_or(i64::MAX))
}
