//! A site with comments, asked without a socket.
#![allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use satr_server::captcha::Question;
use satr_server::comments::{Comments, Settings};
use satr_server::guard::{self, Guard, Proxy, Rate, Rates};
use satr_server::store::{NewComment, Place, Posted, Store};
use satr_server::{Site, router, router_with};
use tower::ServiceExt;

const ARTICLE: &str = "/articles/mehr-4692303";

async fn ask(routes: &Router, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let (head, body) = routes.clone().oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (head.status, head.headers, String::from_utf8_lossy(&body).into_owned())
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn host() -> (Store, Router) {
    let store = Store::open(&Place::Memory).unwrap();
    let mut settings = Settings::new(Arc::new(Site::BuiltIn));
    settings.question = Some(Question::new(store.secret(), 600));
    let comments = Comments::new(store.clone(), settings);
    (store, router_with(Site::BuiltIn, &comments, &Guard::new(Default::default())))
}

#[tokio::test]
async fn what_readers_wrote_stands_below_the_article() {
    let (store, routes) = host();
    let (_, headers, before) = ask(&routes, get(ARTICLE)).await;
    assert_eq!(headers["cache-control"], "no-store");
    assert!(headers["content-security-policy"].to_str().unwrap().contains("form-action 'self'"));
    assert!(before.contains(r##"action="/comments/mehr-4692303#"##) && before.contains(r#"name="token""#));
    let comment =
        NewComment { text: "خوب بود.".into(), ..NewComment::new("key-of-host-1".parse().unwrap()) };
    let posted = store.post(&"mehr-4692303".parse().unwrap(), &comment, None).unwrap();
    assert!(matches!(posted, Posted::New(_)));
    let (status, _, after) = ask(&routes, get(ARTICLE)).await;
    assert_eq!(status, StatusCode::OK);
    assert!(after.contains("<p>خوب بود.</p>") && !before.contains("خوب بود."));
}

#[tokio::test]
async fn whoever_waits_sees_what_they_wrote() {
    let (store, routes) = host();
    let visitor = "a-visitor-of-the-tests-1";
    let comment = NewComment {
        text: "در انتظارم.".into(),
        is_held: true,
        visitor: Some(visitor.parse().unwrap()),
        ..NewComment::new("key-of-host-1".parse().unwrap())
    };
    store.post(&"mehr-4692303".parse().unwrap(), &comment, None).unwrap();
    assert!(!ask(&routes, get(ARTICLE)).await.2.contains("در انتظارم."));
    let own = Request::get(ARTICLE).header("cookie", format!("satr-visitor={visitor}"));
    assert!(ask(&routes, own.body(Body::empty()).unwrap()).await.2.contains("در انتظارم."));
}

#[tokio::test]
async fn the_comments_are_at_home_beside_the_articles() {
    let (_, routes) = host();
    let (status, _, counts) = ask(&routes, get("/comments?of=mehr-4692303")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(counts.starts_with(r#"{"mehr-4692303":"#), "{counts}");
    let (status, _, page) = ask(&routes, get("/comments/mehr-4692303")).await;
    assert!(status == StatusCode::OK && page.contains("نظرهای خوانندگان"));
    let (status, headers, page) = ask(&routes, get("/comments/none")).await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("/satr/satr.css"), "{page}");
    assert!(headers["content-security-policy"].to_str().unwrap().contains("style-src 'self'"), "{headers:?}");
}

/// A folder of its own for a test, with the package's script and one article that brings a comment along.
fn packaged(name: &str) -> Site {
    let root = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&root);
    for (path, text) in [
        ("satr/element.js", ""),
        (
            "articles/rain.json",
            r#"{"headline": "باران", "comments": [{"id": "1", "text": "آمد."}], "commentRules": ["بی توهین."]}"#,
        ),
        ("articles/wind.txt", "باد پاییزی در سمنان\n\nسمنان - باد از صبح آغاز شد."),
    ] {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    Site::Folder(root)
}

#[tokio::test]
async fn where_the_package_is_an_article_stands_in_its_tag() {
    let site = packaged("in-its-tag");
    let (_, _, page) = ask(&router(site.clone()), get("/articles/rain")).await;
    let tag = r#"<satr-article src="/articles/rain.json"><template shadowrootmode="open">"#;
    assert!(page.contains(tag) && page.contains("آمد.") && !page.contains("<satr-comments"), "{page}");
    let (_, _, page) = ask(&router(site.clone()), get("/articles/wind")).await;
    assert!(
        !page.contains("<satr-article") && page.contains("باد از صبح"),
        "only JSON is drawn again: {page}"
    );

    let comments = Comments::new(Store::open(&Place::Memory).unwrap(), Settings::new(Arc::new(site.clone())));
    let routes = router_with(site, &comments, &Guard::new(Default::default()));
    let (_, _, page) = ask(&routes, get("/articles/rain")).await;
    let (article, talk) = page.split_once("<satr-comments src=\"/comments/rain\">").unwrap();
    assert!(
        article.contains(r#"<satr-article src="/articles/rain.json" comments="/comments/rain">"#),
        "{article}"
    );
    assert!(!article.contains("آمد.") && talk.contains("<p>آمد.</p>") && talk.contains("<form"), "{page}");
    assert!(
        !article.contains("توهین") && talk.contains("بی توهین."),
        "its rules stand where one writes: {page}"
    );
}

#[tokio::test]
async fn a_name_that_is_encoded_in_addresses_is_one_name() {
    let site = packaged("named-by-signs");
    let Site::Folder(root) = &site else { return };
    std::fs::rename(root.join("articles/rain.json"), root.join("articles/50% باران؟#1.json")).unwrap();
    let store = Store::open(&Place::Memory).unwrap();
    let comments = Comments::new(store.clone(), Settings::new(Arc::new(site.clone())));
    let routes = router_with(site, &comments, &Guard::new(Default::default()));
    let name = "50%25%20%D8%A8%D8%A7%D8%B1%D8%A7%D9%86%D8%9F%231";
    let comment =
        NewComment { text: "خوب بود.".into(), ..NewComment::new("key-of-host-1".parse().unwrap()) };
    store.post(&"50% باران؟#1".parse().unwrap(), &comment, None).unwrap();
    for place in ["articles", "comments"] {
        let (status, _, page) = ask(&routes, get(&format!("/{place}/{name}"))).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("خوب بود.") && page.contains("<p>آمد.</p>"), "{place}: {page}");
    }
}

#[tokio::test]
async fn an_article_with_comments_spends_what_reading_them_does() {
    let hour = Duration::from_secs(60 * 60);
    let read = Rate { burst: NonZeroU32::new(2).unwrap(), every: hour };
    let rates = Rates { read, ..Rates::default() };
    let guard =
        Guard::new(guard::Settings { rates, proxy: Proxy::ForwardedFor(1), ..guard::Settings::default() });
    let site = packaged("with-a-budget");
    let comments = Comments::new(Store::open(&Place::Memory).unwrap(), Settings::new(Arc::new(site.clone())));
    let routes = router_with(site.clone(), &comments, &guard);
    let by = |path: &str, client: &str| {
        Request::get(path).header("x-forwarded-for", client).body(Body::empty()).unwrap()
    };
    for status in [StatusCode::OK, StatusCode::OK, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(ask(&routes, by("/articles/rain", "192.0.2.1")).await.0, status);
    }
    let (_, headers, page) = ask(&routes, by("/articles/rain", "192.0.2.1")).await;
    assert!(headers.contains_key("retry-after") && headers.contains_key("content-security-policy"));
    assert!(page.contains("کمی بعد دوباره"), "{page}");
    assert_eq!(ask(&routes, by("/comments/rain", "192.0.2.1")).await.0, StatusCode::TOO_MANY_REQUESTS);
    for path in ["/articles/rain.json", "/satr/element.js", "/"] {
        assert_eq!(ask(&routes, by(path, "192.0.2.1")).await.0, StatusCode::OK, "{path} is but a file");
    }
    assert_eq!(ask(&routes, by("/articles/rain", "192.0.2.2")).await.0, StatusCode::OK);
    let alone = router(site);
    for _ in 0..5 {
        assert_eq!(ask(&alone, by("/articles/rain", "192.0.2.1")).await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_site_without_comments_takes_none() {
    let routes = router(Site::BuiltIn);
    let (_, headers, page) = ask(&routes, get(ARTICLE)).await;
    assert!(!headers.contains_key("cache-control") && !page.contains("<form"));
    assert_eq!(ask(&routes, get("/comments/mehr-4692303")).await.0, StatusCode::NOT_FOUND);
}
