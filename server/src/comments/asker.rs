//! A request's head in, who asks and for what form of answer out.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderValue;
use axum::http::header::{HeaderMap, ORIGIN, SET_COOKIE};
use axum::http::request::Parts;
use axum_extra::extract::cookie::CookieJar;

use super::answer::Failure;
use crate::guard::{Client, wants_json};
use crate::store::Visitor;

/// The header that scripts name a visitor in.
const HEADER: &str = "satr-visitor";
/// The cookie that names one who has no script.
const COOKIE: &str = "satr-visitor";
/// How long it is kept: a year.
const KEPT: u32 = 365 * 24 * 60 * 60;

/// Whoever asks.
#[derive(Debug)]
pub(super) struct Asker {
    /// Whether it is asked over HTTPS, as far as a browser says so: a cookie then goes to no open line.
    is_https: bool,
    /// Whether it is a script, which wants JSON, or a person, who wants a page.
    pub(super) is_script: bool,
    pub(super) visitor: Option<Visitor>,
    pub(super) client: Option<Client>,
    /// The path that was asked for, wherever the routes are nested.
    pub(super) path: String,
}

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
        let origin = parts.headers.get(ORIGIN);
        Ok(Self {
            is_https: origin.is_some_and(|origin| origin.as_bytes().starts_with(b"https://")),
            is_script: wants_json(&parts.headers),
            visitor: visitor(&parts.headers),
            client: parts.extensions.get().copied(),
            path: uri.path().to_owned(),
        })
    }
}

/// A header or cookie of another shape names nobody.
pub(super) fn visitor(headers: &HeaderMap) -> Option<Visitor> {
    let named = headers.get(HEADER).and_then(|visitor| visitor.to_str().ok()?.parse().ok());
    named.or_else(|| CookieJar::from_headers(headers).get(COOKIE)?.value().parse().ok())
}

impl Asker {
    /// The visitor; one that there was not before is to be told who they are, by these headers.
    pub(super) fn visitor_or_new(&self) -> Result<(Visitor, HeaderMap), Failure> {
        let mut headers = HeaderMap::new();
        if let Some(visitor) = &self.visitor {
            return Ok((visitor.clone(), headers));
        }
        let visitor = Visitor::random().map_err(|error| Failure::Store(error.into()))?;
        let secure = if self.is_https { "; Secure" } else { "" };
        let cookie =
            format!("{COOKIE}={}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Lax{secure}", visitor.as_str());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.insert(SET_COOKIE, cookie);
        }
        Ok((visitor, headers))
    }
}
