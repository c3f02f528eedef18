//! An answer in, the same with headers out that let it do nothing it need not.
//! Floor 1.

use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::response::Response;

/// What pages of comments may load: sheets, fonts and pictures of their own host. They may send forms to it.
const PAGE: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'";

/// What data may do.
const DATA: &str = "default-src 'none'; frame-ancestors 'none'";

/// Whatever an answer says of itself stays.
pub(super) async fn secure(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    let is_page = headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, if is_page { PAGE } else { DATA }),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        // What a reader sees depends on who they are.
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}
