//! Routes in, the same routes out behind what keeps strangers, floods and faults away from them.
//! Floor 2. Uses: refusal.
//!
//! What a request goes through, from without:
//!
//! 1. its line in the log ([`logged`]): method, path, status, time; no query, no address, no word of what was sent;
//! 2. what it was refused for is said as JSON or as a Persian page, as it asked ([`Refusal`]);
//! 3. headers that let an answer do nothing;
//! 4. CORS, for the pages of named origins;
//! 5. whose page sends it: see [`Origins`];
//! 6. a panic is an answer 500, a handler that takes too long 503;
//! 7. a body longer than 64 KiB is an answer 413;
//! 8. how much came from there: see [`Rates`].

mod client;
mod clients;
mod headers;
mod log;
mod origin;
mod rate;
mod refusal;

pub use client::{Client, Proxy};
pub use log::logged;
pub use origin::{OriginError, Origins};
pub use rate::{Budget, Rate, Rates};
pub use refusal::Refusal;
pub(crate) use refusal::wants_json;

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// The most bytes of a request's body.
pub const BODY: usize = 64 * 1024;

/// What is guarded against, and how far.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whose pages may send something, besides the server's own.
    pub origins: Origins,
    /// What stands between the server and its clients.
    pub proxy: Proxy,
    /// How much may come from one of them.
    pub rates: Rates,
}

/// Stands before routes. Cloning is cheap, and shares what has come.
#[derive(Debug, Clone)]
pub struct Guard(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    origins: Origins,
    proxy: Proxy,
    limiters: rate::Limiters,
}

impl Guard {
    /// A guard with these settings.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let Settings { origins, proxy, rates } = settings;
        Self(Arc::new(Inner { origins, proxy, limiters: rate::Limiters::new(&rates) }))
    }

    /// Routes for the pages of all named origins.
    pub fn public(&self, routes: Router) -> Router {
        self.around(self.0.origins.protect(within(routes)).layer(self.0.origins.cors()))
    }

    /// Routes for the server's own pages alone.
    pub fn private(&self, routes: Router) -> Router {
        self.around(Origins::default().protect(within(routes)))
    }

    /// The methods of a route that spends budgets itself: it is known who asks, and a refusal is said.
    pub(crate) fn known<S: Clone + Send + Sync + 'static>(
        &self,
        methods: MethodRouter<S>,
    ) -> MethodRouter<S> {
        methods.layer(from_fn(refusal::said)).layer(from_fn_with_state(self.clone(), known))
    }

    fn around(&self, routes: Router) -> Router {
        routes
            .layer(from_fn(refusal::said))
            .layer(map_response(headers::secure)) // around the words, as what they may do hangs on their type
            .layer(from_fn_with_state(self.clone(), known))
    }

    /// The methods of a route, as far as the budget of whoever asks goes.
    pub fn limited<S: Clone + Send + Sync + 'static>(
        &self,
        budget: Budget,
        methods: MethodRouter<S>,
    ) -> MethodRouter<S> {
        methods.layer(from_fn_with_state((self.clone(), budget), within_budget))
    }

    /// Takes one from a client's budget.
    ///
    /// Where the address of a client is not known, since the routes are not served by [`serve`](crate::serve::serve) or with
    /// `ConnectInfo`, there is no budget.
    ///
    /// # Errors
    /// When there is nothing left: 429, and how long it takes until there is.
    pub fn spend(&self, budget: Budget, client: Option<Client>) -> Result<(), Refusal> {
        client.map_or(Ok(()), |client| self.0.limiters.ask(budget, client, true))
    }

    /// Looks whether there is something left of a client's budget, and takes nothing.
    ///
    /// # Errors
    /// As [`Guard::spend`].
    pub fn look(&self, budget: Budget, client: Option<Client>) -> Result<(), Refusal> {
        client.map_or(Ok(()), |client| self.0.limiters.ask(budget, client, false))
    }
}

/// What guards a handler whoever asks.
fn within(routes: Router) -> Router {
    const PATIENCE: Duration = Duration::from_secs(15);
    routes
        .layer(DefaultBodyLimit::max(BODY))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(panicked))
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    // The panic's hook has told where and why.
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Lets handlers know who asks.
async fn known(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    if let Some(client) = guard.0.proxy.client(request.headers(), request.extensions()) {
        request.extensions_mut().insert(client);
    }
    next.run(request).await
}

async fn within_budget(
    State((guard, budget)): State<(Guard, Budget)>,
    request: Request,
    next: Next,
) -> Response {
    match guard.spend(budget, request.extensions().get().copied()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}
