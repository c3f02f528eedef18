//! A token in, a session out.
//! Floor 3. Uses: page.
//!
//! A session is a cookie that says until when it is good, signed. It goes to no other site (`SameSite=Strict`), to no script
//! (`HttpOnly`) and, once it was given over HTTPS, to no open line (`Secure`). The server keeps nothing: logging out takes
//! the cookie back, and ends no copy of it; another token does.

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, ORIGIN, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use satr::article::Fault;
use satr::date::Timestamp;
use serde::Deserialize;

use super::{Desk, Fields, now, page, wants_json};
use crate::guard::{Budget, Client};
use crate::secret::{hex, unhex};

const COOKIE: &str = "satr-moderation";
/// A working day.
const SECONDS: i64 = 12 * 60 * 60;

#[derive(Deserialize)]
pub(super) struct LogIn {
    #[serde(default)]
    token: String,
}

impl Desk {
    fn is_token(&self, token: &str) -> bool {
        let token = token.trim();
        !token.is_empty() && self.0.secret.has_signed(token.as_bytes(), &self.0.token)
    }

    /// What a session's cookie says.
    fn session(&self, until: Timestamp) -> String {
        let until = until.unix_seconds();
        format!("{until}.{}", hex(&self.0.secret.sign(format!("session {until}").as_bytes())))
    }

    fn is_session(&self, cookie: &str, now: Timestamp) -> bool {
        let is_signed = |until: &str, signature: &str| {
            let signature = unhex(signature).unwrap_or_default();
            self.0.secret.has_signed(format!("session {until}").as_bytes(), &signature)
        };
        cookie.split_once('.').is_some_and(|(until, signature)| {
            is_signed(until, signature) && until.parse().is_ok_and(|until: i64| now.unix_seconds() < until)
        })
    }
}

/// Lets those through who are known.
pub(super) async fn known(
    State(desk): State<Desk>,
    jar: CookieJar,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    if let Some(bearer) = headers.get(AUTHORIZATION) {
        let (guard, client) = (&desk.0.guard, request.extensions().get().copied());
        // Who has guessed too often is not told either that it is right now.
        if let Err(refusal) = guard.look(Budget::LogIn, client) {
            return refusal.into_response();
        }
        let token = bearer.to_str().ok().and_then(|bearer| bearer.split_once(' '));
        let is_known = token
            .is_some_and(|(scheme, token)| scheme.eq_ignore_ascii_case("bearer") && desk.is_token(token));
        return match guard.spend(if is_known { Budget::Act } else { Budget::LogIn }, client) {
            Err(refusal) => refusal.into_response(),
            Ok(()) if is_known => next.run(request).await,
            Ok(()) => {
                tracing::warn!("a moderator's token was wrong");
                stranger(headers, Told::Nothing)
            }
        };
    }
    if jar.get(COOKIE).is_some_and(|cookie| desk.is_session(cookie.value(), now())) {
        return next.run(request).await;
    }
    stranger(headers, Told::Nothing)
}

/// What whoever wants to log in is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    Wrong,
}

fn stranger(headers: &HeaderMap, told: Told) -> Response {
    let mut answer = if wants_json(headers) {
        let faults = serde_json::json!({ "faults": [Fault::Refused.name()] });
        (StatusCode::UNAUTHORIZED, axum::Json(faults)).into_response()
    } else {
        (StatusCode::UNAUTHORIZED, page::log_in(told)).into_response()
    };
    answer.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"moderation\""));
    answer
}

pub(super) async fn log_in(
    State(desk): State<Desk>,
    client: Option<axum::Extension<Client>>,
    headers: HeaderMap,
    jar: CookieJar,
    Fields(LogIn { token }): Fields<LogIn>,
) -> Response {
    if let Err(refusal) = desk.0.guard.spend(Budget::LogIn, client.map(|client| client.0)) {
        return refusal.into_response();
    }
    if !desk.is_token(&token) {
        tracing::warn!("a moderator's token was wrong");
        return stranger(&headers, Told::Wrong);
    }
    let is_https = headers.get(ORIGIN).is_some_and(|origin| origin.as_bytes().starts_with(b"https://"));
    let until = Timestamp::from_unix_seconds(now().unix_seconds() + SECONDS);
    let cookie = Cookie::build((COOKIE, desk.session(until)))
        .path("/moderation")
        .http_only(true)
        .secure(is_https)
        .same_site(SameSite::Strict);
    (jar.add(cookie), Redirect::to("/moderation")).into_response()
}

pub(super) async fn log_out(jar: CookieJar) -> impl IntoResponse {
    (jar.remove(Cookie::build(COOKIE).path("/moderation")), Redirect::to("/moderation"))
}
