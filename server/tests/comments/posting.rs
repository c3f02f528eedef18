//! Comments that are taken, by scripts.

use satr_server::store::{Action, Shelf};

use super::*;

#[tokio::test]
async fn a_comment_is_published_at_once_where_nobody_looks_first() {
    let host = Host::new(open());
    let answer = host.send(URL, &comment(json!({"email": " reader۱۲@example.ir "}))).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let answer = answer.json();
    assert_eq!(answer["said"], "published");
    assert_eq!(answer["comment"]["author"], "مریم");
    assert!(!answer.to_string().contains("example.ir") && !answer.to_string().contains(VISITOR), "{answer}");
    let id: CommentId = answer["comment"]["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(host.store.entry(id).unwrap().email, "reader12@example.ir");
    assert_eq!(host.get(URL).await.json()["comments"], json!([answer["comment"]]));
}

#[tokio::test]
async fn a_comment_is_held_where_somebody_does() {
    let host = Host::new(Settings { is_moderated: true, ..open() });
    let answer = host.send(URL, &comment(json!({}))).await.json();
    assert_eq!((&answer["said"], &answer["comment"]["state"]), (&json!("held"), &json!("pending")));
    let own = host.get(URL).await.json();
    assert_eq!((&own["comments"][0]["state"], &own["discussion"]["count"]), (&json!("pending"), &json!(0)));
    let other = host.ask(Request::get(URL).header("accept", "application/json"), Body::empty()).await.json();
    assert_eq!(other.get("comments"), None);
}

#[tokio::test]
async fn the_same_again_is_answered_the_same() {
    let host = Host::new(Settings { captcha: Some(Arc::new(Trusting)), ..open() });
    let sent = comment(json!({"captcha": "good 1"}));
    let first = host.send(URL, &sent).await;
    assert_eq!(first.status, StatusCode::CREATED);
    for again in [sent.clone(), comment(json!({"captcha": "late"})), comment(json!({}))] {
        let answer = host.send(URL, &again).await;
        assert_eq!((answer.status, answer.json()), (StatusCode::OK, first.json()));
    }
    let other = host.send(URL, &comment(json!({"captcha": "good 2", "text": "چیز دیگری می‌نویسم"}))).await;
    assert_eq!((other.status, other.faults()), (StatusCode::CONFLICT, json!(["failed"])));
    assert_eq!(host.get(URL).await.json()["discussion"]["count"], 1);
}

#[tokio::test]
async fn replies_go_to_their_thread() {
    let host = Host::new(open());
    let starter = host.given(0, None);
    let answer = host.send(URL, &comment(json!({"parent": starter.to_string()}))).await;
    assert_eq!(answer.json()["comment"]["parent"], starter.to_string());
    // As a number, too, and with nulls and strangers.
    let sent = comment(json!({"parent": starter.0, "key": "key-0000002", "email": null, "more": [1]}));
    assert_eq!(host.send(URL, &sent).await.status, StatusCode::CREATED);
    assert_eq!(host.get(URL).await.json()["comments"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn line_ends_are_one_kind_and_the_rest_is_as_it_was_typed() {
    let host = Host::new(open());
    let text = "\r\n می\u{200c}شود <b>گفت</b>\u{202e} که\r\n\r\nخوب بود. \n";
    let answer = host.send(URL, &comment(json!({"text": text}))).await.json();
    assert_eq!(answer["comment"]["text"], "می\u{200c}شود <b>گفت</b>\u{202e} که\n\nخوب بود.");
}

#[tokio::test]
async fn what_only_robots_fill_in_is_rejected_without_a_word() {
    let host = Host::new(open());
    let starter = host.given(0, None);
    let sent = comment(json!({"website": "https://spam.example", "parent": starter.to_string()}));
    let answer = host.send(URL, &sent).await;
    assert_eq!((answer.status, &answer.json()["said"]), (StatusCode::CREATED, &json!("held")));
    let told = answer.json()["comment"].clone();
    assert_eq!((&told["state"], &told["text"]), (&json!("pending"), &sent["text"]));
    let again = host.send(URL, &sent).await;
    assert_eq!((again.status, again.json()), (StatusCode::OK, answer.json()));
    assert_eq!(host.get(URL).await.json()["comments"].as_array().unwrap().len(), 1, "nobody sees it");
    // A person, whose browser filled it in, is led to a page that is there.
    let parent = starter.to_string();
    let fields = [("text", "باران خوبی بود."), ("key", "form-key-01"), ("website", "a"), ("parent", &parent)];
    let form = host.send_form(URL, &fields, None).await;
    assert_eq!(form.location(), format!("{URL}?thread={starter}&said=held"));
    assert_eq!(host.get_page(form.location()).await.status, StatusCode::OK);
    // Nothing is lost: a moderator finds it and may approve.
    let rejected = host.store.queue(Shelf::Rejected, None, 9).unwrap().entries;
    assert_eq!(rejected.len(), 2);
    let id = told["id"].as_str().unwrap().parse().unwrap();
    assert!(host.store.moderate(id, Action::Approve).unwrap());
    assert_eq!(host.get(URL).await.json()["comments"][1]["text"], sent["text"]);
}

#[tokio::test]
async fn what_only_robots_fill_in_has_to_be_proved_as_well() {
    let host = Host::new(Settings { captcha: Some(Arc::new(Trusting)), ..open() });
    let answer = host.send(URL, &comment(json!({"website": "a", "text": ""}))).await;
    assert_eq!(answer.faults(), json!(["text-missing", "captcha-wrong"]));
    assert_eq!(host.store.queue(Shelf::Rejected, None, 9).unwrap().entries, []);
}

#[tokio::test]
async fn who_is_not_known_gets_a_cookie_and_is_known_by_it() {
    let host = Host::new(Settings { is_moderated: true, ..open() });
    let request =
        || Request::post(URL).header("accept", "application/json").header("content-type", "application/json");
    let answer = host.ask(request(), comment(json!({})).to_string()).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.starts_with("satr-visitor="), "{cookie}");
    let pair = cookie.split(';').next().unwrap();
    let list = Request::get(URL).header("accept", "application/json").header("cookie", pair);
    assert_eq!(host.ask(list, Body::empty()).await.json()["comments"].as_array().unwrap().len(), 1);
    // Known already, by either way.
    let other = comment(json!({"key": "key-0000002"})).to_string();
    for (header, value) in [("cookie", pair), ("satr-visitor", VISITOR)] {
        let answer = host.ask(request().header(header, value), other.clone()).await;
        assert_eq!(answer.headers.get("set-cookie"), None, "{header}");
    }
    let answer = host.ask(request().header("satr-visitor", "too short"), other).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(!cookie.contains("Secure"), "{cookie}");
    let safe = request().header("host", "a.ir").header("origin", "https://a.ir");
    let answer = host.ask(safe, comment(json!({"key": "key-0000003"})).to_string()).await;
    assert!(answer.headers["set-cookie"].to_str().unwrap().ends_with("; Secure"));
}
