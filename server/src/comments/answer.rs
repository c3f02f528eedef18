//! What went wrong in, an answer that says so out. The guard puts words to those that have none.

use std::time::Duration;
use std::{fmt, io};

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use satr::article::Fault;

use crate::guard::Refusal;
use crate::store::StoreError;

/// Why there is no answer but that there is none.
#[derive(Debug)]
pub(super) enum Failure {
    /// There is no such article, thread or comment.
    NotFound,
    /// It cannot be understood.
    BadRequest,
    /// What a body or a query was refused for while it was read.
    Unread(StatusCode),
    /// The store is at fault.
    Store(StoreError),
    /// The articles are.
    Articles(io::Error),
    /// The captcha is.
    Captcha(io::Error),
    /// We are.
    Panicked(tokio::task::JoinError),
}

impl Failure {
    /// When it is worth while to ask again.
    fn wait(&self) -> Option<Duration> {
        match self {
            Self::Store(StoreError::Busy) => Some(Duration::from_secs(5)),
            Self::Store(_) | Self::Articles(_) | Self::Captcha(_) => Some(Duration::from_secs(60)),
            Self::NotFound | Self::BadRequest | Self::Unread(_) | Self::Panicked(_) => None,
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Unread(status) => *status,
            Self::Store(_) | Self::Articles(_) | Self::Captcha(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Panicked(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => out.write_str("expected an article, thread or comment, there is none"),
            Self::BadRequest => out.write_str("expected a request that can be understood"),
            Self::Unread(status) => write!(out, "expected a body that can be read: {status}"),
            Self::Store(error) => error.fmt(out),
            Self::Articles(error) => write!(out, "expected the articles to be readable: {error}"),
            Self::Captcha(error) => write!(out, "expected a challenge: {error}"),
            Self::Panicked(error) => write!(out, "expected work to end: {error}"),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::BrokenCursor => Self::BadRequest,
            error => Self::Store(error),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Articles(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if self.status().is_server_error() {
            tracing::error!("{self}");
        }
        match self.wait() {
            Some(wait) => Refusal::new(Fault::Failed).after(wait).into_response(),
            None => self.status().into_response(),
        }
    }
}
