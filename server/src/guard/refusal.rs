//! Why something was not done in, the answer that says so out: JSON for scripts, a Persian page for people.
//! Floor 1.

use std::time::Duration;

use crate::SHEETS;
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use satr::article::{Article, Fault};
use satr::options::Options;
use satr::page::{self, Kind, Page, Styles};

/// Something that was not done. As an answer it has no words yet: those are put in as the request wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    fault: Fault,
    retry_after: Option<Duration>,
}

impl Refusal {
    /// It was not done for this.
    #[must_use]
    pub fn new(fault: Fault) -> Self {
        Self { fault, retry_after: None }
    }

    /// And may be asked for again so long after.
    #[must_use]
    pub fn after(self, wait: Duration) -> Self {
        Self { retry_after: Some(wait), ..self }
    }

    /// What it was not done for.
    #[must_use]
    pub fn fault(self) -> Fault {
        self.fault
    }

    /// How long to wait, in whole seconds as the header has them.
    #[must_use]
    pub fn seconds(self) -> Option<u64> {
        self.retry_after.map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
    }

    fn status(self) -> StatusCode {
        match self.fault {
            Fault::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Fault::Refused => StatusCode::FORBIDDEN,
            Fault::Closed => StatusCode::GONE,
            Fault::TextTooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::Failed => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// For layers that make a body of any kind.
    pub(super) fn into_bare_response<B: Default>(self) -> axum::http::Response<B> {
        let mut answer = axum::http::Response::new(B::default());
        *answer.status_mut() = self.status();
        if let Some(seconds) = self.seconds() {
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.into_bare_response()
    }
}

/// Whether scripts ask, not people: they take JSON.
pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    let mut accepted = headers.get_all(ACCEPT).iter().filter_map(|accept| accept.to_str().ok());
    accepted.any(|accept| accept.contains("application/json"))
}

/// Puts words to an answer that has only a status, or those of a library.
pub(super) async fn said(request: Request, next: Next) -> Response {
    let wants_json = wants_json(request.headers());
    let answer = next.run(request).await;
    let status = answer.status();
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_said = kind.is_some_and(|kind| !kind.starts_with("text/plain"));
    if is_said || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let words =
        if wants_json { json(fault(status)).into_response() } else { Html(html(status)).into_response() };
    let (mut head, _) = answer.into_parts();
    let (words, body) = words.into_parts();
    head.headers.remove(axum::http::header::CONTENT_LENGTH);
    head.headers.extend(words.headers);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        head.headers.entry(RETRY_AFTER).or_insert(HeaderValue::from_static("5"));
    }
    Response::from_parts(head, body)
}

fn json(fault: Fault) -> impl IntoResponse {
    axum::Json(serde_json::json!({ "faults": [fault.name()] }))
}

/// What a status says, for scripts that know faults alone.
fn fault(status: StatusCode) -> Fault {
    match status {
        StatusCode::TOO_MANY_REQUESTS => Fault::TooMany,
        StatusCode::FORBIDDEN => Fault::Refused,
        StatusCode::GONE => Fault::Closed,
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TextTooLong,
        _ => Fault::Failed,
    }
}

/// What a status says, for people.
fn html(status: StatusCode) -> String {
    let styles = Styles::Linked(SHEETS);
    let [headline, deck] = match status {
        StatusCode::NOT_FOUND => {
            return page::render_state(satr::view::State::NotFound, &Options::default(), styles);
        }
        StatusCode::TOO_MANY_REQUESTS => {
            ["کمی بعد دوباره", "درخواست‌های زیادی از این نشانی رسیده است. چند لحظه صبر کنید و دوباره بفرستید."]
        }
        StatusCode::FORBIDDEN => ["پذیرفته نشد", "این درخواست از صفحه‌ای آمده است که اجازهٔ فرستادن ندارد."],
        StatusCode::UNAUTHORIZED => ["اجازه لازم است", "برای دیدن این صفحه باید وارد شوید."],
        StatusCode::PAYLOAD_TOO_LARGE => ["بیش از اندازه", "آنچه فرستادید از اندازهٔ مجاز بزرگ‌تر است."],
        status if status.is_client_error() => ["خوانده نشد", "این درخواست درست نیست و انجام نشد."],
        _ => return page::render_state(satr::view::State::Failed, &Options::default(), styles),
    };
    let article = Article { headline: headline.to_owned(), deck: deck.to_owned(), ..Article::default() };
    page::render(&article, &Options::default(), &Page { styles, kind: Kind::Website, element: None })
}
