//! Comments that are not taken, and why.

use std::num::NonZeroU32;
use std::path::PathBuf;

use rusqlite::Connection;
use satr_server::guard::{self, Proxy, Rate, Rates};

use super::*;

#[tokio::test]
async fn what_is_to_be_put_right_is_said_at_once() {
    let host = Host::new(Settings { limit: 20, ..open() });
    let zwnj = "می\u{200c}رود ".repeat(3);
    for (changes, faults) in [
        (json!({"text": " \n "}), json!(["text-missing"])),
        (json!({"text": "\u{200c}\u{2069}\u{feff}"}), json!(["text-missing"])),
        (json!({"text": "باران ".repeat(5)}), json!(["text-too-long"])),
        (json!({"text": zwnj}), json!(null)),
        (json!({"text": "nice rain today"}), json!(["not-persian"])),
        (json!({"text": "nice rain today", "anyway": true}), json!(null)),
        (json!({"text": "خوب بود", "author": "م".repeat(61)}), json!(["author-too-long"])),
        (json!({"text": "خوب بود", "author": "م".repeat(60)}), json!(null)),
        (json!({"text": "خوب بود", "author": ""}), json!(null)),
        (json!({"text": "خوب بود", "email": "not an address"}), json!(["email-invalid"])),
        (json!({"text": "", "email": "@"}), json!(["text-missing", "email-invalid"])),
        (json!({"text": "خوب بود", "parent": "99"}), json!(["parent-gone"])),
        (json!({"text": "خوب بود", "parent": "x"}), json!(["parent-gone"])),
        (json!({"text": "خوب بود", "key": ""}), json!(["failed"])),
        (json!({"text": "خوب بود", "key": "with spaces"}), json!(["failed"])),
    ]
    .into_iter()
    {
        let mut sent = comment(changes.clone());
        if changes.get("key").is_none() {
            sent["key"] = json!(Key::random().unwrap().as_str());
        }
        let answer = host.send(URL, &sent).await;
        let is_taken = faults.is_null();
        let expected = if is_taken { StatusCode::CREATED } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!((answer.status, answer.faults()), (expected, faults), "{changes}");
    }
}

#[tokio::test]
async fn a_limit_is_one_that_a_form_can_reach() {
    for limit in [0, 10_000, 50_000] {
        let host = Host::new(Settings { limit, ..open() });
        assert_eq!(host.get(URL).await.json()["discussion"]["limit"], 10_000, "{limit}");
        for (length, status) in [(10_001, StatusCode::UNPROCESSABLE_ENTITY), (10_000, StatusCode::SEE_OTHER)]
        {
            let text = "ی".repeat(length);
            let answer = host.send_form(URL, &[("text", &text), ("key", "form-key-01")], None).await;
            assert_eq!(answer.status, status, "{length}");
            assert!(status == StatusCode::SEE_OTHER || answer.text.contains(&text), "it is given back");
        }
    }
}

#[tokio::test]
async fn a_proof_is_asked_for() {
    let host = Host::new(Settings { captcha: Some(Arc::new(Trusting)), ..open() });
    let sent =
        |number: u32, captcha: &str| comment(json!({"captcha": captcha, "key": format!("key-{number:08}")}));
    for (number, captcha, fault) in
        [(1, "", "captcha-wrong"), (1, "bad", "captcha-wrong"), (1, "late", "captcha-expired")]
    {
        let answer = host.send(URL, &sent(number, captcha)).await;
        assert_eq!((answer.status, answer.faults()), (StatusCode::UNPROCESSABLE_ENTITY, json!([fault])));
    }
    let both = comment(json!({"text": "", "captcha": "good"}));
    assert_eq!(host.send(URL, &both).await.faults(), json!(["text-missing"]), "which uses no proof up");
    assert_eq!(host.send(URL, &sent(1, "good")).await.status, StatusCode::CREATED);
    assert_eq!(host.send(URL, &sent(2, "good")).await.faults(), json!(["captcha-expired"]));
}

#[tokio::test]
async fn what_is_closed_takes_nothing_more() {
    let host = Host::new(open());
    let answer = host.send(&format!("{BASE}/closed"), &comment(json!({}))).await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::GONE, json!(["closed"])));
    assert_eq!(host.get(&format!("{BASE}/closed")).await.json()["discussion"]["closed"], true);
    // Of what was taken before, it is still said so.
    let sent = comment(json!({}));
    assert_eq!(host.send(URL, &sent).await.status, StatusCode::CREATED);
    let closed = Host::of(host.store.clone(), Settings { is_closed: true, ..open() });
    assert_eq!(closed.send(URL, &sent).await.status, StatusCode::OK);
    assert_eq!(closed.send(URL, &comment(json!({"key": "another-key"}))).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn what_cannot_be_read_is_refused() {
    let host = Host::new(open());
    let post =
        |kind: &str| Request::post(URL).header("accept", "application/json").header("content-type", kind);
    for (kind, body, status) in [
        ("application/json", "{", 400),
        ("application/json", "[]", 400),
        ("application/json; charset=utf-8", "{}", 422),
        ("application/x-www-form-urlencoded", "text=%", 422),
        ("text/plain", "سلام", 415),
        ("multipart/form-data; boundary=x", "--x--", 415),
    ] {
        let answer = host.ask(post(kind), body).await;
        assert_eq!(answer.status.as_u16(), status, "{kind} {body}");
        assert!(answer.faults().is_array());
    }
    let answer = host.send(URL, &comment(json!({"text": "ی".repeat(64 * 1024)}))).await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::PAYLOAD_TOO_LARGE, json!(["text-too-long"])));
    assert_eq!(host.send(&format!("{BASE}/none"), &comment(json!({}))).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_sites_page_is_refused() {
    let host = Host::new(open());
    let request = Request::post(URL)
        .header("accept", "application/json")
        .header("content-type", "application/json")
        .header("host", "khabar.example")
        .header("origin", "https://elsewhere.example");
    let answer = host.ask(request, comment(json!({})).to_string()).await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::FORBIDDEN, json!(["refused"])));
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_to_its_end_is_not_our_fault() {
    let host = Host::new(open());
    let request = Request::post(URL).header("accept", "application/json");
    let request = request.header("content-type", "application/json");
    let never = Body::new(Endless);
    let answer = host.ask(request, never).await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::REQUEST_TIMEOUT, json!(["failed"])));
}

/// A body of which nothing comes.
struct Endless;

impl axum::body::HttpBody for Endless {
    type Data = axum::body::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        std::task::Poll::Pending
    }
}

/// A new database of a test's own.
fn file(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("comments").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder.join("comments.db")
}

#[tokio::test]
async fn a_locked_database_is_asked_again_later() {
    let path = file("locked");
    let host = Host::on_disk(&path, Settings { captcha: Some(Arc::new(Trusting)), ..open() });
    assert_eq!(host.get(URL).await.status, StatusCode::OK);
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let sent = comment(json!({"captcha": "good"}));
    let answer = host.send(URL, &sent).await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::SERVICE_UNAVAILABLE, json!(["failed"])));
    assert_eq!(answer.headers["retry-after"], "5");
    // A person gets back what they typed.
    let fields =
        [("text", "متنی که نباید گم شود"), ("author", "مریم"), ("key", "form-key-01"), ("captcha", "good 2")];
    let form = host.send_form(URL, &fields, None).await;
    assert_eq!(form.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(form.headers["retry-after"], "5");
    assert!(
        form.text.contains("متنی که نباید گم شود</textarea>") && form.text.contains("form-key-01"),
        "{}",
        form.text
    );
    assert_eq!(host.get(URL).await.status, StatusCode::OK, "it is still read");
    let old = format!("{BASE}/old");
    let list = host.get(&old).await;
    assert_eq!(
        (list.status, list.json().get("comments")),
        (StatusCode::OK, None),
        "its own cannot be taken over"
    );
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(host.get(&old).await.json()["discussion"]["count"], 2);
    assert_eq!(host.send(URL, &sent).await.status, StatusCode::CREATED, "nor is the proof used up");
}

#[tokio::test]
async fn a_full_database_is_read_on() {
    let host = Host::on_disk(&file("full"), open());
    host.given(0, None);
    assert_eq!(host.get(URL).await.status, StatusCode::OK);
    host.store.limit_size(1).unwrap();
    let numbered = |number: u32| {
        let text = format!("{} {number}", "باران خوبی بود. ".repeat(100));
        comment(json!({"text": text, "key": format!("key-{number:08}")}))
    };
    let mut taken = 0;
    let answer = loop {
        let answer = host.send(URL, &numbered(taken)).await;
        if answer.status != StatusCode::CREATED {
            break answer;
        }
        taken += 1;
        assert!(taken < 200, "it is full some day");
    };
    assert_eq!((answer.status, answer.faults()), (StatusCode::SERVICE_UNAVAILABLE, json!(["failed"])));
    assert_eq!(answer.headers["retry-after"], "60");
    assert_eq!(host.get(URL).await.status, StatusCode::OK);
    // What was taken stays, and when there is room again so does the rest.
    host.store.limit_size(0).unwrap();
    for number in 0..=taken {
        let expected = if number < taken { StatusCode::OK } else { StatusCode::CREATED };
        assert_eq!(host.send(URL, &numbered(number)).await.status, expected, "{number}");
    }
    assert_eq!(host.get(URL).await.json()["discussion"]["count"], taken + 2, "each once, and the first");
}

#[tokio::test]
async fn who_has_sent_too_much_has_what_was_typed() {
    let hour = Duration::from_secs(60 * 60);
    let rates = Rates { post: Rate { burst: NonZeroU32::MIN, every: hour }, ..Rates::default() };
    let guard =
        Guard::new(guard::Settings { rates, proxy: Proxy::ForwardedFor(1), ..guard::Settings::default() });
    let host = Host::behind(&guard, Store::open(&Place::Memory).unwrap(), open());
    let send = async |accept: &str, key: &str| {
        let request = Request::post(URL)
            .header("accept", accept)
            .header("x-forwarded-for", "192.0.2.1")
            .header("content-type", "application/x-www-form-urlencoded");
        host.ask(request, format!("text={}&key={key}", encoded("باران خوبی بود."))).await
    };
    assert_eq!(send("text/html", "form-key-01").await.status, StatusCode::SEE_OTHER);
    let answer = send("text/html", "form-key-02").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers.contains_key("retry-after"));
    assert!(answer.text.contains("باران خوبی بود.</textarea>"), "{}", answer.text);
    assert!(answer.text.contains("پشت سر هم") && answer.text.contains("form-key-02"), "{}", answer.text);
    let answer = send("application/json", "form-key-02").await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::TOO_MANY_REQUESTS, json!(["too-many"])));
}

#[tokio::test]
async fn below_an_article_in_another_language_persian_is_not_asked_for() {
    let host = Host::new(open());
    let text = json!({"text": "دا خبر ډېر ښه دی، مننه"});
    assert_eq!(host.send(URL, &comment(text.clone())).await.faults(), json!(["not-persian"]));
    assert_eq!(host.send(&format!("{BASE}/pashto"), &comment(text)).await.status, StatusCode::CREATED);
}
