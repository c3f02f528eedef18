//! What moderators do, asked without a socket.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may unwrap: that is how it fails")]

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use satr::article::CommentState;
use satr_server::guard::{Guard, Rate, Rates, Settings};
use satr_server::moderation::moderation;
use satr_server::store::{ArticleName, CommentId, NewComment, PageQuery, Place, Posted, Shelf, Store};
use serde_json::{Value, json};
use tower::ServiceExt;

const TOKEN: &str = "the token of the tests";

struct Desk {
    store: Store,
    routes: Router,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    fn location(&self) -> &str {
        self.headers["location"].to_str().unwrap()
    }
}

/// How a request shows that it may.
#[derive(Clone, Copy)]
enum By<'a> {
    Nobody,
    Bearer(&'a str),
    Cookie(&'a str),
}

impl Desk {
    fn new() -> Self {
        Self::with(Settings::default())
    }

    fn with(settings: Settings) -> Self {
        let store = Store::open(&Place::Memory).unwrap();
        let routes = moderation(store.clone(), TOKEN, &Guard::new(settings));
        Self { store, routes }
    }

    fn article() -> ArticleName {
        "باران/1".parse().unwrap()
    }

    fn post(&self, key: &str, text: &str, is_held: bool) -> CommentId {
        let comment = NewComment {
            author: "<b>مریم</b>".into(),
            email: "maryam@example.com".into(),
            text: text.into(),
            is_held,
            now: 1_565_767_800,
            visitor: Some("a-visitor-of-the-tests-1".parse().unwrap()),
            ..NewComment::new(key.parse().unwrap())
        };
        let Posted::New(comment) = self.store.post(&Self::article(), &comment, None).unwrap() else {
            unreachable!("a new key");
        };
        comment.id.parse().unwrap()
    }

    async fn send(&self, method: Method, path: &str, by: By<'_>, accept: &str, body: &str) -> Answer {
        let kind =
            if body.starts_with('{') { "application/json" } else { "application/x-www-form-urlencoded" };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "satr.example")
            .header("accept", accept)
            .header("content-type", kind)
            .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 1))));
        let request = match by {
            By::Nobody => request,
            By::Bearer(token) => request.header("authorization", format!("Bearer {token}")),
            By::Cookie(cookie) => request.header("cookie", cookie),
        };
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let (head, body) = self.routes.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        Answer { status: head.status, headers: head.headers, body }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, By::Bearer(TOKEN), "application/json", "").await
    }

    async fn page(&self, path: &str) -> String {
        self.send(Method::GET, path, By::Bearer(TOKEN), "text/html", "").await.body
    }

    async fn act(&self, id: CommentId, fields: Value) -> Answer {
        let path = format!("/moderation/comments/{id}");
        self.send(Method::POST, &path, By::Bearer(TOKEN), "application/json", &fields.to_string()).await
    }
}

#[tokio::test]
async fn nobody_comes_in_without_the_token() {
    let free = Rate { burst: NonZeroU32::MIN, every: Duration::ZERO };
    let rates = Rates { log_in: free, ..Rates::default() };
    let desk = Desk::with(Settings { rates, ..Settings::default() });
    let id = desk.post("key-0001", "نظر", true);
    let comment = format!("/moderation/comments/{id}");
    for by in [By::Nobody, By::Bearer("another"), By::Bearer(""), By::Cookie("satr-moderation=9999999999.00")]
    {
        for path in ["/moderation", "/moderation/erase", "/moderation/articles/a", &comment] {
            let answer = desk.send(Method::GET, path, by, "application/json", "").await;
            assert_eq!(
                (answer.status, answer.body.as_str()),
                (StatusCode::UNAUTHORIZED, r#"{"faults":["refused"]}"#)
            );
        }
        for (path, body) in
            [(comment.as_str(), "act=approve"), ("/moderation/erase", "email=maryam@example.com&sure=1")]
        {
            assert_eq!(
                desk.send(Method::POST, path, by, "text/html", body).await.status,
                StatusCode::UNAUTHORIZED
            );
        }
    }
    assert_eq!(desk.store.entry(id).unwrap().comment.state, CommentState::Pending);
    let door = desk.send(Method::GET, "/moderation", By::Nobody, "text/html", "").await;
    assert!(
        door.body.contains(r#"action="/moderation/login""#) && !door.body.contains("نظر</p>"),
        "{}",
        door.body
    );
}

#[tokio::test]
async fn the_token_is_typed_once_and_the_session_ends_with_it() {
    let desk = Desk::new();
    let log_in = async |token: &str| {
        desk.send(Method::POST, "/moderation/login", By::Nobody, "text/html", &format!("token={token}")).await
    };
    let wrong = log_in("another").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(wrong.body.contains("این رمز درست نیست.") && !wrong.headers.contains_key("set-cookie"));

    let right = log_in("the+token+of+the+tests").await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/moderation"));
    let cookie = right.headers["set-cookie"].to_str().unwrap();
    for told in ["HttpOnly", "SameSite=Strict", "Path=/moderation"] {
        assert!(cookie.contains(told), "{cookie}");
    }
    let (session, _) = cookie.split_once(';').unwrap();
    let inside = desk.send(Method::GET, "/moderation", By::Cookie(session), "text/html", "").await;
    assert_eq!(inside.status, StatusCode::OK);
    assert!(inside.headers["content-security-policy"].to_str().unwrap().contains("form-action 'self'"));

    let later = session.replacen("satr-moderation=1", "satr-moderation=2", 1);
    let forged = desk.send(Method::GET, "/moderation", By::Cookie(&later), "text/html", "").await;
    assert_eq!(forged.status, StatusCode::UNAUTHORIZED);
    let renewed = moderation(desk.store.clone(), "a new token", &Guard::new(Settings::default()));
    let other = Desk { store: desk.store.clone(), routes: renewed };
    let ended = other.send(Method::GET, "/moderation", By::Cookie(session), "text/html", "").await;
    assert_eq!(ended.status, StatusCode::UNAUTHORIZED);

    let out = desk.send(Method::POST, "/moderation/logout", By::Cookie(session), "text/html", "").await;
    assert!(out.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
}

#[tokio::test]
async fn an_empty_token_opens_to_nobody() {
    let store = Store::open(&Place::Memory).unwrap();
    let routes = moderation(store.clone(), " ", &Guard::new(Settings::default()));
    let desk = Desk { store, routes };
    for by in [By::Bearer(""), By::Bearer(" ")] {
        let answer = desk.send(Method::GET, "/moderation", by, "application/json", "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    let typed = desk.send(Method::POST, "/moderation/login", By::Nobody, "text/html", "token=").await;
    assert_eq!(typed.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn guessing_is_slow() {
    let rate = Rate { burst: NonZeroU32::new(2).unwrap(), every: Duration::from_secs(3600) };
    let limited =
        || Desk::with(Settings { rates: Rates { log_in: rate, ..Rates::default() }, ..Settings::default() });
    let desk = limited();
    let log_in = || desk.send(Method::POST, "/moderation/login", By::Nobody, "text/html", "token=a");
    for status in [StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(log_in().await.status, status);
    }
    let desk = limited();
    let bearer = |token| desk.send(Method::GET, "/moderation", By::Bearer(token), "application/json", "");
    for (token, status) in [
        (TOKEN, StatusCode::OK),
        (TOKEN, StatusCode::OK),
        (TOKEN, StatusCode::OK),
        ("a", StatusCode::UNAUTHORIZED),
        (TOKEN, StatusCode::OK),
        ("b", StatusCode::UNAUTHORIZED),
        ("c", StatusCode::TOO_MANY_REQUESTS),
        (TOKEN, StatusCode::TOO_MANY_REQUESTS),
    ] {
        assert_eq!(bearer(token).await.status, status, "{token}");
    }
    let log_in = desk.send(Method::POST, "/moderation/login", By::Nobody, "text/html", "token=a").await;
    assert_eq!(log_in.status, StatusCode::TOO_MANY_REQUESTS, "it is one budget");
}

#[tokio::test]
async fn another_site_cannot_act_for_a_moderator() {
    let desk = Desk::new();
    let id = desk.post("key-0001", "نظر", true);
    let request = Request::post(format!("/moderation/comments/{id}"))
        .header("host", "satr.example")
        .header("origin", "https://evil.example")
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("act=approve"))
        .unwrap();
    assert_eq!(desk.routes.clone().oneshot(request).await.unwrap().status(), StatusCode::FORBIDDEN);
    assert_eq!(desk.store.entry(id).unwrap().comment.state, CommentState::Pending);
}

#[tokio::test]
async fn the_queue_tells_what_only_moderators_see() {
    let desk = Desk::new();
    let id = desk.post("key-0001", "یک\n\n<script>alert(1)</script>", true);
    let queue = desk.get("/moderation").await.json();
    assert_eq!((&queue["waiting"], &queue["next"]), (&json!(1), &json!(null)));
    let entry = &queue["entries"][0];
    assert_eq!(entry["comment"]["id"], id.to_string());
    assert_eq!((&entry["email"], &entry["article"]), (&json!("maryam@example.com"), &json!("باران/1")));
    assert_eq!(
        (&entry["shelf"], &entry["reports"], &entry["foreign"]),
        (&json!("waiting"), &json!(0), &json!(false))
    );

    let page = desk.page("/moderation").await;
    for told in [
        "<bdi>&lt;b&gt;مریم&lt;/b&gt;</bdi>",
        "یک\n\n&lt;script&gt;alert(1)&lt;/script&gt;",
        r#"<bdi dir="ltr">maryam@example.com</bdi>"#,
        r#"<time datetime="2019-08-14T12:00:00+04:30">چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰</time>"#,
        r#"<a href="/moderation/articles/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86%2F1">"#,
        "در انتظار <b>۱</b>",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
    assert!(!page.contains("<script") && !page.contains("style="));
    assert_eq!(desk.get("/moderation?shelf=attic").await.status, StatusCode::NOT_FOUND);
    assert_eq!(desk.get("/moderation?after=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn each_act_does_what_it_says() {
    let desk = Desk::new();
    let id = desk.post("key-0001", "نظر", true);
    let shelf = || desk.store.entry(id).unwrap().shelf;
    for (act, is_done, expected) in [
        ("remove", false, Shelf::Waiting),
        ("reject", true, Shelf::Rejected),
        ("approve", true, Shelf::Published),
        ("pin", true, Shelf::Published),
        ("unpin", true, Shelf::Published),
        ("remove", true, Shelf::Removed),
        ("remove", false, Shelf::Removed),
        ("restore", true, Shelf::Published),
    ] {
        let answer = desk.act(id, json!({ "act": act })).await;
        let status = if is_done { StatusCode::OK } else { StatusCode::CONFLICT };
        assert_eq!((answer.status, answer.json()), (status, json!({ "done": is_done })), "{act}");
        assert_eq!(shelf(), expected, "{act}");
    }
    assert_eq!(desk.act(id, json!({ "act": "praise" })).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(desk.act(CommentId(99), json!({ "act": "pin" })).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_leads_back_to_where_it_was() {
    let desk = Desk::new();
    let id = desk.post("key-0001", "نظر", true);
    let path = format!("/moderation/comments/{id}");
    let act =
        async |fields: &str| desk.send(Method::POST, &path, By::Bearer(TOKEN), "text/html", fields).await;
    let done = act("act=approve&back=%2Fmoderation%3Fshelf%3Dwaiting").await;
    assert_eq!(
        (done.status, done.location()),
        (StatusCode::SEE_OTHER, "/moderation?shelf=waiting&said=done")
    );
    assert!(desk.page("/moderation?shelf=waiting&said=done").await.contains("انجام شد."));
    let late = act("act=reject&back=//evil.example").await;
    assert_eq!(late.location(), "/moderation?said=late");
    assert!(desk.page("/moderation?said=late").await.contains("پیش از شما"));
}

#[tokio::test]
async fn the_newsroom_answers() {
    let desk = Desk::new();
    let id = desk.post("key-0001", "نظر", false);
    let answer = desk.act(id, json!({ "act": "answer", "text": " سپاس از شما. " })).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let page = desk.store.list(&Desk::article(), &PageQuery::default()).unwrap();
    let reply = &page.comments[1];
    assert_eq!((reply.author.as_str(), reply.text.as_str()), ("تحریریه", "سپاس از شما."));
    assert!(reply.official && reply.parent == id.to_string());
    let empty = desk.act(id, json!({ "act": "answer", "text": " \u{200b}\n" })).await;
    assert_eq!(
        (empty.status, empty.body.as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, r#"{"faults":["text-missing"]}"#)
    );

    let one = desk.get(&format!("/moderation/comments/{}", reply.id)).await.json();
    let ids: Vec<_> =
        one["entries"].as_array().unwrap().iter().map(|entry| entry["comment"]["id"].clone()).collect();
    assert_eq!(ids, [json!(id.to_string()), json!(reply.id)]);
}

#[tokio::test]
async fn an_article_shows_all_of_its_comments() {
    let desk = Desk::new();
    for number in 0..60 {
        desk.post(&format!("key-{number:04}"), &format!("نظر {number}"), false);
    }
    let path = "/moderation/articles/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86%2F1";
    let first = desk.get(path).await.json();
    assert_eq!(first["entries"].as_array().unwrap().len(), 50);
    let page = desk.page(path).await;
    assert!(page.contains("<h1>۶۰ نظر منتشرشده</h1>"));
    let next = page.split("class=\"satr-load\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let second = desk.get(&next.replace("&amp;", "&")).await.json();
    assert_eq!((second["entries"].as_array().unwrap().len(), &second["next"]), (10, &json!(null)));
}

#[tokio::test]
async fn a_person_is_erased_once_that_is_sure() {
    let desk = Desk::new();
    let (one, other) = (desk.post("key-0001", "نظر", false), desk.post("key-0002", "نظر دیگر", false));
    let erase = async |accept: &str, fields: &str| {
        desk.send(Method::POST, "/moderation/erase", By::Bearer(TOKEN), accept, fields).await
    };
    let asked = erase("text/html", "email=maryam%40example.com").await;
    assert!(asked.body.contains(r#"<input type="hidden" name="sure" value="1">"#), "{}", asked.body);
    assert!(desk.page(&format!("/moderation/erase?comment={one}")).await.contains("نظر</blockquote>"));
    assert!(desk.store.entry(other).is_ok());

    let done = erase("application/json", "email=maryam%40example.com&sure=1").await;
    assert_eq!(done.json(), json!({ "comments": 2, "votes": 0, "reports": 0 }));
    assert!(desk.store.entry(one).is_err() && desk.store.entry(other).is_err());
    let typed = NewComment {
        email: "negar12@example.com".into(),
        text: "نظر".into(),
        ..NewComment::new("key-negar".parse().unwrap())
    };
    desk.store.post(&Desk::article(), &typed, None).unwrap();
    assert!(desk.page("/moderation/erase").await.contains(r#"type="text" inputmode="email""#));
    let asked = erase("text/html", "email=+negar%DB%B1%D9%A2%40example.com").await;
    assert!(asked.body.contains("<bdi dir=\"ltr\">negar12@example.com</bdi>"), "{}", asked.body);
    let done = erase("application/json", "email=+negar%DB%B1%D9%A2%40example.com&sure=1").await;
    assert_eq!(done.json()["comments"], 1, "its digits are those of a Persian keyboard");
    let third = desk.post("key-0003", "نظر سوم", false);
    let done = erase("text/html", &format!("comment={third}&sure=1")).await;
    assert!(done.body.contains("۱ نظر، ۰ رأی و ۰ گزارش پاک شد."), "{}", done.body);
}
