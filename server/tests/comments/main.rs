//! What readers are answered, asked without a socket.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may: that is how it fails"
)]

mod acting;
mod pages;
mod posting;
mod reading;
mod refusing;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use satr::article::url::LinkUrl;
use satr::article::{Article, Comment, Discussion, Language};
use satr::date::Timestamp;
use satr_server::captcha::{Captcha, CaptchaError, Proof};
use satr_server::comments::{Articles, Comments, Settings, Sought};
use satr_server::guard::Guard;
use satr_server::store::{CommentId, Key, NewComment, Place, Posted, Store};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Where the routes are nested.
const BASE: &str = "/api/comments";
const URL: &str = "/api/comments/rain";
const VISITOR: &str = "visitor-0000000000000001";

/// `rain`; `pashto`, which is written in it; `closed`, whose discussion is; `old`, which has comments of its own.
#[derive(Debug)]
struct Newsroom;

impl Articles for Newsroom {
    fn article<'a>(&'a self, name: &'a str) -> Sought<'a> {
        let article = Article { headline: "باران پاییزی".to_owned(), ..Article::default() };
        let found = match name {
            "rain" | "باران" => Some(article),
            "pashto" => Some(Article { language: Language::new("ps").unwrap(), ..article }),
            "closed" => Some(Article {
                discussion: Some(Discussion { closed: true, ..Discussion::default() }),
                ..article
            }),
            "old" => Some(Article {
                comments: vec![
                    Comment { id: "a".into(), text: "نظر قدیمی".into(), ..Comment::default() },
                    Comment {
                        id: "b".into(), parent: "a".into(), text: "پاسخ".into(), ..Comment::default()
                    },
                ],
                comment_rules: vec!["مؤدب باشید.".to_owned()],
                ..article
            }),
            _ => None,
        };
        Box::pin(async move { Ok(found) })
    }

    fn address(&self, name: &str) -> Option<LinkUrl> {
        LinkUrl::parse(&format!("/articles/{name}"), None).ok()
    }
}

/// Takes what begins with `good`, once for each.
#[derive(Debug)]
struct Trusting;

impl Captcha for Trusting {
    fn kind(&self) -> &'static str {
        "altcha"
    }

    fn challenge(&self, _: Timestamp) -> std::io::Result<String> {
        Ok(r#"{"parameters":{}}"#.to_owned())
    }

    fn verify(&self, payload: &str, now: Timestamp) -> Result<Proof, CaptchaError> {
        let expires = Timestamp::from_unix_seconds(now.unix_seconds() + 1000);
        match payload {
            "late" => Err(CaptchaError::Expired),
            good if good.starts_with("good") => Ok(Proof { id: good.as_bytes().to_vec(), expires }),
            _ => Err(CaptchaError::Wrong),
        }
    }
}

fn open() -> Settings {
    Settings { is_moderated: false, ..Settings::new(Arc::new(Newsroom)) }
}

/// A host, and its store.
struct Host {
    routes: Router,
    store: Store,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn json(&self) -> Value {
        assert_eq!(self.headers["content-type"], "application/json");
        serde_json::from_str(&self.text).unwrap()
    }

    fn faults(&self) -> Value {
        self.json()["faults"].clone()
    }

    /// Where a browser is sent.
    fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER);
        self.headers["location"].to_str().unwrap()
    }
}

impl Host {
    fn new(settings: Settings) -> Self {
        Self::of(Store::open(&Place::Memory).unwrap(), settings)
    }

    fn on_disk(path: &Path, settings: Settings) -> Self {
        let impatient = satr_server::store::Settings { patience: Duration::ZERO, readers: 1 };
        Self::of(Store::open_with(&Place::File(path.to_owned()), &impatient).unwrap(), settings)
    }

    fn of(store: Store, settings: Settings) -> Self {
        Self::behind(&Guard::new(Default::default()), store, settings)
    }

    fn behind(guard: &Guard, store: Store, settings: Settings) -> Self {
        let comments = Comments::new(store.clone(), settings);
        let routes = Router::new().nest(BASE, comments.router(guard));
        Self { routes, store }
    }

    async fn ask(&self, request: axum::http::request::Builder, body: impl Into<Body>) -> Answer {
        let answer = self.routes.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (head, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Answer { status: head.status, headers: head.headers, text }
    }

    /// As a script of the visitor asks.
    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header("accept", "application/json").header("satr-visitor", VISITOR);
        self.ask(request, Body::empty()).await
    }

    async fn get_page(&self, path: &str) -> Answer {
        self.ask(Request::get(path).header("accept", "text/html"), Body::empty()).await
    }

    async fn send(&self, path: &str, body: &Value) -> Answer {
        let request = Request::post(path)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .header("satr-visitor", VISITOR);
        self.ask(request, body.to_string()).await
    }

    /// As a browser without scripts sends a form, with this cookie.
    async fn send_form(&self, path: &str, fields: &[(&str, &str)], cookie: Option<&str>) -> Answer {
        let mut request = Request::post(path)
            .header("accept", "text/html,application/xhtml+xml")
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        let fields: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.ask(request, fields.join("&")).await
    }

    /// A published comment that is there already.
    fn given(&self, number: u32, parent: Option<CommentId>) -> CommentId {
        let key: Key = format!("given-{number:05}").parse().unwrap();
        let comment = NewComment {
            text: format!("متن شمارهٔ {number}"),
            parent,
            now: number.into(),
            ..NewComment::new(key)
        };
        match self.store.post(&"rain".parse().unwrap(), &comment, None).unwrap() {
            Posted::New(comment) => comment.id.parse().unwrap(),
            other => panic!("{other:?}"),
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The comment that a script sends, with these fields in place of its own.
fn comment(changes: Value) -> Value {
    let mut comment = json!({
        "author": "مریم", "email": "", "text": "باران خوبی بود و هوا خنک شد.", "parent": "",
        "key": "key-0000001", "website": "", "captcha": "", "answer": "", "token": "",
    });
    for (name, value) in changes.as_object().unwrap() {
        comment[name] = value.clone();
    }
    comment
}
