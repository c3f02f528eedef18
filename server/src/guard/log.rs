//! Requests in, a line of the log for each out.
//! Floor 1.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use tower_http::trace::TraceLayer;
use tracing::Span;

/// Logs each request once it is answered. A query may hold what is nobody's business, so it is left out, as are addresses
/// and all headers.
pub fn logged(routes: Router) -> Router {
    routes.layer(
        TraceLayer::new_for_http()
            .make_span_with(|request: &Request| {
                static LAST: AtomicU64 = AtomicU64::new(0);
                let id = LAST.fetch_add(1, Ordering::Relaxed) + 1;
                tracing::info_span!("request", id, method = %request.method(), path = request.uri().path())
            })
            .on_request(())
            .on_response(|answer: &Response, latency: Duration, _: &Span| {
                let (status, ms) = (answer.status().as_u16(), latency.as_millis());
                if answer.status().is_server_error() {
                    tracing::error!(status, ms, "failed");
                } else {
                    tracing::info!(status, ms, "answered");
                }
            })
            .on_failure(()),
    )
}
