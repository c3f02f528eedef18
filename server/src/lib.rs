//! Satr's reference host: an axum router that serves articles as Persian pages, drawn on the server.
//!
//! | path | what |
//! | --- | --- |
//! | `/` | the folder's `index.html` if it has one, else a page that lists its articles |
//! | `/articles/NAME` | the page of `articles/NAME.json` or `articles/NAME.txt` |
//! | `/satr/satr.css`, `/satr/page.css`, `/satr/font.css` | the stylesheets of those pages |
//! | `/comments/NAME` | what readers write of an article ([`comments`]), with [`router_with`] |
//! | `/moderation` | where that is looked after ([`moderation`](mod@moderation)), if it is merged in |
//! | `/healthz` | whether all is well ([`health`](mod@health)), if it is merged in |
//! | anything else | the file of the folder |
//!
//! Articles are read anew for every answer, so what is on the disk is what is served.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use satr_server::comments::{Comments, Settings};
//! use satr_server::guard::{self, Guard};
//! use satr_server::serve::{Limits, serve, told_to_stop};
//! use satr_server::store::{Place, Store};
//! use satr_server::{Site, moderation::moderation, router_with};
//!
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let store = Store::open(&Place::File("comments.db".into()))?;
//! let comments = Comments::new(store.clone(), Settings::new(Arc::new(Site::BuiltIn)));
//! let guard = Guard::new(guard::Settings::default());
//! let routes = router_with(Site::BuiltIn, &comments, &guard)
//!     .merge(moderation(store, "a long token", &guard));
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! serve(listener, guard::logged(routes), Limits::default(), told_to_stop()).await?;
//! # Ok(())
//! # }
//! ```

pub mod captcha;
pub mod comments;
mod email;
pub mod guard;
pub mod health;
pub mod moderation;
mod pages;
pub mod secret;
pub mod serve;
mod site;
pub mod store;

pub use site::Site;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::routing::get;
use tower_http::set_header::SetResponseHeaderLayer;

use comments::Comments;
use guard::Guard;

/// What pages may load: their own host's files, pictures, films and sound; the wasm of the browser package may run. Forms
/// go to the host.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self' https: data:; media-src 'self' https:; font-src 'self'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'self'";

/// The stylesheets that every page asks for, those of comments and moderation too: [`router`] serves them, and whoever
/// mounts those alone has to.
pub const SHEETS: &[&str] = &["/satr/satr.css", "/satr/page.css", "/satr/font.css"];

/// What pages are made of.
#[derive(Debug, Clone)]
struct Host {
    site: Arc<Site>,
    talk: Option<(Comments, Guard)>,
}

impl FromRef<Host> for Arc<Site> {
    fn from_ref(host: &Host) -> Self {
        Self::clone(&host.site)
    }
}

impl FromRef<Host> for Option<(Comments, Guard)> {
    fn from_ref(host: &Host) -> Self {
        host.talk.clone()
    }
}

/// Routes that serve a site.
pub fn router(site: Site) -> Router {
    pages_of(Host { site: Arc::new(site), talk: None })
}

/// Routes that serve a site, and below its articles what readers write; that is at home at `/comments`. Articles so spend
/// [`Budget::Read`](guard::Budget::Read).
pub fn router_with(site: Site, comments: &Comments, guard: &Guard) -> Router {
    let host = Host { site: Arc::new(site), talk: Some((comments.clone(), guard.clone())) };
    pages_of(host).nest("/comments", comments.router(guard))
}

fn pages_of(host: Host) -> Router {
    let headers: [(HeaderName, &'static str); 3] = [
        (CONTENT_SECURITY_POLICY, PAGE_POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "strict-origin-when-cross-origin"),
    ];
    let article = match &host.talk {
        Some((_, guard)) => guard.known(get(pages::article)),
        None => get(pages::article),
    };
    let routes = Router::new()
        .route("/", get(pages::index))
        .route("/articles/{name}", article)
        .route("/favicon.ico", get(pages::favicon))
        .route("/satr/satr.css", get(pages::sheet))
        .route("/satr/page.css", get(pages::page_css))
        .route("/satr/font.css", get(pages::font))
        .fallback(get(pages::file))
        .with_state(host);
    headers.into_iter().fold(routes, |routes, (name, value)| {
        routes.layer(SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value)))
    })
}

/// The Rust of the docs, compiled with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../docs/server.md")]
pub struct Docs;

/// Likewise.
#[cfg(doctest)]
#[doc = include_str!("../../docs/comments.md")]
pub struct DocsOfComments;
