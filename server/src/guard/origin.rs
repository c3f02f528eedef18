//! Whose page sends a request in; whether that page may out.
//! Floor 2. Uses: refusal.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use axum::Router;
use axum::http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, Method};
use satr::article::Fault;
use tower_http::cors::CorsLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use super::refusal::Refusal;

/// The origins whose pages may read answers, and send what changes something.
///
/// The server's own may always. What changes something is refused with 403, unless
///
/// - its `Origin` is one of these, or
/// - its `Sec-Fetch-Site` is `same-origin`, or `none` (typed by the reader), or
/// - it has no `Sec-Fetch-Site`, as old browsers send none, and its `Origin` is the `Host` it was sent to, or
/// - it has neither header, so that no browser sent it: every browser sends one of them with a POST since 2020.
///
/// So `Origin: null` is refused, but where the browser itself says by `Sec-Fetch-Site` that page and server are the same:
/// a page that tells its address to nobody is such a one. Cookies do not matter: they are `SameSite`, so none comes along from
/// another site. A proxy has to leave `Host` as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins(Vec<Origin>);

/// Scheme, host and port: `https://khabar.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Origin(String);

/// What was given is not the origin of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct OriginError;

impl fmt::Display for OriginError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected an origin like https://khabar.example, found something else")
    }
}

impl std::error::Error for OriginError {}

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        // As browsers write it, for it is compared byte by byte.
        let origin = text.trim_end_matches('/').to_ascii_lowercase();
        match (CsrfLayer::new().add_trusted_origin(&origin), HeaderValue::from_str(&origin)) {
            (Ok(_), Ok(_)) => Ok(Self(origin)),
            _ => Err(OriginError),
        }
    }
}

impl Origins {
    /// These origins.
    ///
    /// ```
    /// use satr_server::guard::Origins;
    ///
    /// assert!(Origins::of(["https://khabar.example", "http://localhost:8080/"]).is_ok());
    /// assert!(Origins::of(["khabar.example"]).is_err());
    /// assert!(Origins::of(["*"]).is_err());
    /// ```
    ///
    /// # Errors
    /// When one of them is none.
    pub fn of<T: AsRef<str>>(origins: impl IntoIterator<Item = T>) -> Result<Self, OriginError> {
        origins.into_iter().map(|origin| origin.as_ref().parse()).collect::<Result<_, _>>().map(Self)
    }

    /// Refuses what comes from any other page.
    pub(super) fn protect(&self, routes: Router) -> Router {
        let layer = self.0.iter().fold(CsrfLayer::new(), |layer, Origin(origin)| {
            // It was tried when it was read.
            layer.clone().add_trusted_origin(origin).unwrap_or(layer)
        });
        routes.layer(
            layer.with_rejection_response(|_: ProtectionError| {
                Refusal::new(Fault::Refused).into_bare_response()
            }),
        )
    }

    /// Lets their pages read the answers. No cookie comes along, so readers are told apart by a header.
    pub(super) fn cors(&self) -> CorsLayer {
        let origins = self.0.iter().filter_map(|Origin(origin)| HeaderValue::from_str(origin).ok());
        CorsLayer::new()
            .allow_origin(origins.collect::<Vec<_>>())
            .allow_methods([Method::GET, Method::POST])
            .allow_headers([ACCEPT, CONTENT_TYPE, HeaderName::from_static("satr-visitor")])
            .expose_headers([RETRY_AFTER])
            .max_age(Duration::from_secs(60 * 60))
    }
}
