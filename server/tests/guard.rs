//! What stands before the routes, asked without a socket.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may unwrap: that is how it fails")]

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::routing::{get, post};
use satr_server::guard::{BODY, Budget, Guard, Origins, Proxy, Rate, Rates, Settings};
use satr_server::health::health;
use tower::ServiceExt;

type Answer = (StatusCode, HeaderMap, String);

async fn ask(routes: &Router, request: Request<Body>) -> Answer {
    let (head, body) = routes.clone().oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (head.status, head.headers, String::from_utf8_lossy(&body).into_owned())
}

fn guard(settings: Settings) -> Router {
    let guard = Guard::new(settings);
    let write = guard.limited(Budget::Post, post(async |body: Bytes| body.len().to_string()));
    let routes = Router::new()
        .route("/a", get(async || "read").merge(write))
        .route("/panic", get(async || -> &'static str { panic!("a fault of ours") }))
        .route("/never", get(std::future::pending::<&'static str>))
        .route("/page", get(async || axum::response::Html("<p>")));
    guard.public(routes)
}

fn named() -> Router {
    let origins = Origins::of(["https://khabar.example"]).unwrap();
    guard(Settings { origins, ..Settings::default() })
}

fn request(method: Method, path: &str) -> Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header("host", "satr.example")
        .header("accept", "application/json")
}

async fn post_with(headers: &[(&str, &str)]) -> Answer {
    let request = headers
        .iter()
        .fold(request(Method::POST, "/a"), |request, (name, value)| request.header(*name, *value));
    ask(&named(), request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn only_its_own_pages_and_the_named_ones_may_send() {
    let allowed: [&[(&str, &str)]; 7] = [
        &[],
        &[("cookie", "a=b")],
        &[("origin", "https://satr.example")],
        &[("origin", "https://satr.example"), ("sec-fetch-site", "same-origin")],
        &[("origin", "https://khabar.example"), ("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "none")],
        // A page whose referrer policy is `no-referrer`.
        &[("origin", "null"), ("sec-fetch-site", "same-origin")],
    ];
    for headers in allowed {
        assert_eq!(post_with(headers).await.0, StatusCode::OK, "{headers:?}");
    }
    let refused: [&[(&str, &str)]; 8] = [
        &[("origin", "null")],
        &[("origin", "null"), ("sec-fetch-site", "cross-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "https://satr.example.evil.example")],
        &[("origin", "https://satr.example:8443")],
        &[("origin", "http://khabar.example")],
        &[("sec-fetch-site", "cross-site")],
        &[("origin", "https://other.satr.example"), ("sec-fetch-site", "same-site")],
    ];
    for headers in refused {
        let (status, answered, body) = post_with(headers).await;
        assert_eq!(
            (status, body.as_str()),
            (StatusCode::FORBIDDEN, r#"{"faults":["refused"]}"#),
            "{headers:?}"
        );
        assert!(!answered.contains_key("access-control-allow-origin"), "{headers:?}");
    }
}

#[tokio::test]
async fn named_pages_may_read_the_answer_and_send_what_the_protocol_needs() {
    let asked = |origin| {
        request(Method::OPTIONS, "/a")
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type,satr-visitor")
            .body(Body::empty())
            .unwrap()
    };
    let (status, headers, _) = ask(&named(), asked("https://khabar.example")).await;
    assert_eq!(
        (status, headers["access-control-allow-origin"].to_str().unwrap()),
        (StatusCode::OK, "https://khabar.example")
    );
    assert_eq!(headers["access-control-allow-methods"], "GET,POST");
    assert_eq!(headers["access-control-allow-headers"], "accept,content-type,satr-visitor");
    assert!(!headers.contains_key("access-control-allow-credentials"));
    let (_, headers, _) = ask(&named(), asked("https://evil.example")).await;
    assert!(!headers.contains_key("access-control-allow-origin"));

    let read =
        request(Method::GET, "/a").header("origin", "https://khabar.example").body(Body::empty()).unwrap();
    let (_, headers, body) = ask(&named(), read).await;
    assert_eq!(
        (headers["access-control-allow-origin"].to_str().unwrap(), body.as_str()),
        ("https://khabar.example", "read")
    );
    assert!(headers.get_all("vary").iter().any(|vary| vary.to_str().unwrap().contains("origin")));
}

#[tokio::test]
async fn a_body_has_its_limit() {
    let with = |length: usize| request(Method::POST, "/a").body(Body::from("x".repeat(length))).unwrap();
    assert_eq!(ask(&named(), with(BODY)).await.2, BODY.to_string());
    let (status, headers, body) = ask(&named(), with(BODY + 1)).await;
    assert_eq!((status, body.as_str()), (StatusCode::PAYLOAD_TOO_LARGE, r#"{"faults":["text-too-long"]}"#));
    assert_eq!(headers["content-type"], "application/json");
    // One that says it will be longer is not awaited.
    let said = request(Method::POST, "/a").header("content-length", "70000").body(Body::empty()).unwrap();
    assert_eq!(ask(&named(), said).await.0, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_panic_costs_its_own_answer_only() {
    let asked = || request(Method::GET, "/panic").body(Body::empty()).unwrap();
    let (status, _, body) = ask(&named(), asked()).await;
    assert_eq!((status, body.as_str()), (StatusCode::INTERNAL_SERVER_ERROR, r#"{"faults":["failed"]}"#));
    let mut page = asked();
    page.headers_mut().insert("accept", "text/html".parse().unwrap());
    let (_, headers, body) = ask(&named(), page).await;
    assert_eq!(headers["content-type"], "text/html; charset=utf-8");
    assert!(body.starts_with("<!DOCTYPE html>") && !body.contains("a fault of ours"), "{body}");
}

#[tokio::test(start_paused = true)]
async fn what_takes_for_ever_is_given_up() {
    let (status, headers, body) =
        ask(&named(), request(Method::GET, "/never").body(Body::empty()).unwrap()).await;
    assert_eq!((status, body.as_str()), (StatusCode::SERVICE_UNAVAILABLE, r#"{"faults":["failed"]}"#));
    assert!(headers.contains_key("retry-after"));
}

#[tokio::test]
async fn answers_may_do_nothing() {
    for (path, policy) in [
        ("/a", "default-src 'none'; frame-ancestors 'none'"),
        ("/page", "default-src 'none'; style-src 'self'"),
    ] {
        let (_, headers, _) = ask(&named(), request(Method::GET, path).body(Body::empty()).unwrap()).await;
        assert!(headers["content-security-policy"].to_str().unwrap().starts_with(policy), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(
            (headers["cache-control"].to_str().unwrap(), headers["x-frame-options"].to_str().unwrap()),
            ("no-store", "DENY")
        );
    }
}

fn one_an_hour() -> Rates {
    let rate = Rate { burst: NonZeroU32::MIN, every: Duration::from_secs(3600) };
    Rates { post: rate, ..Rates::default() }
}

fn from(address: &str, forwarded: &str, accept: &str) -> Request<Body> {
    let peer: SocketAddr = address.parse().unwrap();
    Request::builder()
        .method(Method::POST)
        .uri("/a")
        .header("accept", accept)
        .header("x-forwarded-for", forwarded)
        .extension(ConnectInfo(peer))
        .body(Body::empty())
        .unwrap()
}

#[tokio::test]
async fn each_client_has_a_budget() {
    let routes = guard(Settings { rates: one_an_hour(), ..Settings::default() });
    let json = "application/json";
    assert_eq!(ask(&routes, from("192.0.2.1:1", "1.1.1.1", json)).await.0, StatusCode::OK);
    let (status, headers, body) = ask(&routes, from("192.0.2.1:2", "2.2.2.2", json)).await;
    assert_eq!((status, body.as_str()), (StatusCode::TOO_MANY_REQUESTS, r#"{"faults":["too-many"]}"#));
    let wait: u64 = headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((3000..=3600).contains(&wait), "{wait}");
    let (status, headers, page) = ask(&routes, from("192.0.2.1:3", "3.3.3.3", "text/html")).await;
    assert_eq!((status, headers.contains_key("retry-after")), (StatusCode::TOO_MANY_REQUESTS, true));
    assert!(page.contains("<h1 class=\"satr-headline\">کمی بعد دوباره</h1>"), "{page}");
    assert_eq!(ask(&routes, from("192.0.2.2:1", "1.1.1.1", json)).await.0, StatusCode::OK);
    assert_eq!(ask(&routes, from("[2001:db8::1]:1", "", json)).await.0, StatusCode::OK);
    assert_eq!(ask(&routes, from("[2001:db8::2]:1", "", json)).await.0, StatusCode::TOO_MANY_REQUESTS);
    // Reading has another budget.
    let read = Request::builder().uri("/a").extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 1))));
    assert_eq!(ask(&routes, read.body(Body::empty()).unwrap()).await.0, StatusCode::OK);
}

#[tokio::test]
async fn behind_a_proxy_a_client_is_whom_it_names() {
    let routes =
        guard(Settings { rates: one_an_hour(), proxy: Proxy::ForwardedFor(1), ..Settings::default() });
    for (forwarded, expected) in [
        ("1.1.1.1", StatusCode::OK),
        ("2.2.2.2", StatusCode::OK),
        ("9.9.9.9, 2.2.2.2", StatusCode::TOO_MANY_REQUESTS),
    ] {
        assert_eq!(ask(&routes, from("192.0.2.1:1", forwarded, "*/*")).await.0, expected, "{forwarded}");
    }
}

#[tokio::test]
async fn who_is_not_known_has_no_budget() {
    let routes = guard(Settings { rates: one_an_hour(), ..Settings::default() });
    for _ in 0..3 {
        let request = request(Method::POST, "/a").body(Body::empty()).unwrap();
        assert_eq!(ask(&routes, request).await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn it_is_well_when_the_database_is() {
    for (is_well, status) in [(true, StatusCode::OK), (false, StatusCode::SERVICE_UNAVAILABLE)] {
        let request = Request::builder().uri("/healthz").body(Body::empty()).unwrap();
        let (found, _, body) = ask(&health(move || is_well), request).await;
        assert_eq!((found, body == "ok"), (status, is_well));
    }
}
