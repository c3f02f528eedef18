//! Whether the database answers in, whether the server is well out.
//! Floor 1.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

/// `GET /healthz`: 200 `ok` when it is well, else 503. The question may block.
pub fn health(is_well: impl Fn() -> bool + Clone + Send + Sync + 'static) -> Router {
    let answer = async move || match tokio::task::spawn_blocking(is_well).await {
        Ok(true) => (StatusCode::OK, "ok"),
        Ok(false) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    };
    Router::new().route("/healthz", get(answer))
}
