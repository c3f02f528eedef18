//! What the server answers, asked without a socket.
#![allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]

use std::fs;
use std::path::PathBuf;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use satr_server::{Site, router};
use tower::ServiceExt;

async fn get(site: &Site, path: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    let answer = router(site.clone()).oneshot(request).await.unwrap();
    let (head, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (head.status, head.headers, String::from_utf8_lossy(&body).into_owned())
}

/// A folder of its own for a test, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> Site {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Site::Folder(root)
}

#[tokio::test]
async fn the_built_in_article_is_listed_and_drawn() {
    let (status, _, index) = get(&Site::BuiltIn, "/").await;
    assert_eq!(status, StatusCode::OK);
    assert!(index.contains(r#"href="/articles/mehr-4692303""#), "{index}");
    let (status, headers, page) = get(&Site::BuiltIn, "/articles/mehr-4692303").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["content-type"], "text/html; charset=utf-8");
    assert!(page.contains(r#"<time datetime="2019-08-14T12:00:00+04:30">۲۳ مرداد ۱۳۹۸، ۱۲:۰۰</time>"#));
    assert!(page.contains(r#"<script type="application/ld+json">{"@context":"https://schema.org""#));
    assert!(!index.contains("ld+json"), "a list is no news");
    for asset in ["/articles/lead.svg", "/satr/satr.css", "/satr/page.css"] {
        assert_eq!(get(&Site::BuiltIn, asset).await.0, StatusCode::OK, "{asset}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_safety_headers() {
    for path in ["/", "/articles/mehr-4692303", "/satr/satr.css", "/none", "/articles/none"] {
        let (_, headers, _) = get(&Site::BuiltIn, path).await;
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert!(headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    }
}

#[tokio::test]
async fn a_folder_serves_its_articles_and_files() {
    let files = [
        ("articles/rain.json", r#"{"headline": "باران", "body": "آمد."}"#),
        ("articles/خبر 50% #1.txt", "نخستین باران پاییزی در سمنان\n\nسمنان - باران از صبح آغاز شد."),
        ("articles/broken.json", "{"),
        ("articles/blank.json", "{}"),
        ("articles/folder.json/file", ""),
        ("articles/false.json", r#"{"headline": "آمد", "withdrawn": {"text": "نادرست بود."}}"#),
        ("satr/satr.css", "p {}"),
        ("notes.html", "<p>یادداشت</p>"),
    ];
    let site = folder("articles-and-files", &files);
    let (status, _, index) = get(&site, "/").await;
    assert_eq!(status, StatusCode::OK);
    assert!(index.contains(r#"<a href="/articles/rain">باران</a>"#), "{index}");
    assert!(index.contains(r#"href="/articles/خبر 50%25 %231""#), "{index}");
    let (status, _, page) = get(&site, "/articles/%D8%AE%D8%A8%D8%B1%2050%25%20%231").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("نخستین باران پاییزی"));
    let (status, headers, _) = get(&site, "/notes.html").await;
    assert_eq!(
        (status, &headers["content-type"]),
        (StatusCode::OK, &"text/html; charset=utf-8".parse().unwrap())
    );
    let (_, headers, _) = get(&site, "/articles/rain.json").await;
    assert_eq!(headers["content-type"], "application/json");
    for name in ["broken", "blank"] {
        let (status, _, page) = get(&site, &format!("/articles/{name}")).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{name}");
        assert!(page.contains("خبر نرسید"), "{name}");
    }
    assert!(!index.contains("/articles/false"), "{index}");
    let (status, _, page) = get(&site, "/articles/false").await;
    assert_eq!(status, StatusCode::GONE);
    assert!(page.contains("این خبر پس گرفته شد") && !page.contains("آمد"), "{page}");
    assert_eq!(get(&site, "/satr/satr.css").await.2, "p {}", "the site's own, as its package has it");
}

#[tokio::test]
async fn what_is_not_there_is_said_in_persian() {
    let site = folder("nothing", &[("articles/.hidden.json", "{}")]);
    for path in [
        "/articles/none",
        "/none.html",
        "/articles/.hidden",
        "/articles/..%2F..%2FCargo",
        "/%2e%2e/Cargo.toml",
    ] {
        let (status, _, page) = get(&site, path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.contains("خبری با این نشانی نیست"), "{path}");
    }
    assert_eq!(get(&site, "/favicon.ico").await.0, StatusCode::NO_CONTENT);
    assert!(get(&site, "/").await.2.contains("هنوز مقاله‌ای در این پوشه نیست."));
}
