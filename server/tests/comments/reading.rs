//! Lists, threads, counts, challenges.

use super::*;

#[tokio::test]
async fn a_list_is_an_article_of_comments() {
    let settings =
        Settings { rules: vec!["به موضوع بپردازید.".to_owned()], limit: 500, ..open() };
    let host = Host::new(Settings { captcha: Some(Arc::new(Trusting)), ..settings });
    let answer = host.get(URL).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.json(),
        json!({
            "version": 1, "language": "fa", "commentRules": ["به موضوع بپردازید."],
            "discussion": {"url": URL, "count": 0, "limit": 500, "captcha": "altcha"},
        })
    );
    let first = host.given(1, None);
    host.given(2, Some(first));
    let answer = host.get(URL).await.json();
    let comments = answer["comments"].as_array().unwrap();
    assert_eq!(comments.len(), 2);
    assert_eq!(comments[0]["text"], "متن شمارهٔ 1");
    assert_eq!(comments[1]["parent"], comments[0]["id"]);
    assert_eq!(answer["discussion"]["count"], 2);
    // What is written is read again.
    let (article, notes) = satr::article::from_json(answer.to_string().as_bytes()).unwrap();
    assert_eq!((article.comments.len(), notes.len()), (2, 0));
}

#[tokio::test]
async fn lists_are_sorted_and_go_on() {
    let host = Host::new(open());
    for number in 0..60 {
        host.given(number, None);
    }
    for (sort, first) in [("newest", 59), ("oldest", 0), ("best", 59)] {
        let page = host.get(&format!("{URL}?sort={sort}")).await.json();
        assert_eq!(page["comments"].as_array().unwrap().len(), 50, "{sort}");
        assert_eq!(page["comments"][0]["text"], format!("متن شمارهٔ {first}"));
        let next = page["discussion"]["next"].as_str().unwrap();
        let rest = host.get(&format!("{URL}?sort={sort}&after={next}")).await.json();
        assert_eq!(rest["comments"].as_array().unwrap().len(), 10);
        assert_eq!(rest["discussion"].get("next"), None);
    }
}

#[tokio::test]
async fn a_thread_is_given_by_any_of_its_comments() {
    let host = Host::new(open());
    let starter = host.given(0, None);
    let first = host.given(1, Some(starter));
    for number in 2..=60 {
        host.given(number, Some(first));
    }
    let list = host.get(URL).await.json();
    assert_eq!((list["comments"].as_array().unwrap().len(), &list["comments"][0]["more"]), (11, &json!(50)));
    let page = host.get(&format!("{URL}?thread={first}")).await.json();
    assert_eq!(page["discussion"]["thread"], starter.to_string());
    let next = page["discussion"]["next"].as_str().unwrap();
    let rest = host.get(&format!("{URL}?thread={starter}&after={next}")).await.json();
    assert_eq!(rest["comments"].as_array().unwrap().len(), 11);
    assert_eq!(rest["comments"][1]["parent"], first.to_string(), "a script has its parent already");
}

#[tokio::test]
async fn what_there_is_not_is_404_and_what_is_no_query_400() {
    let host = Host::new(open());
    host.given(0, None);
    for path in ["/none", "/rain?thread=99", "/rain?thread=x", "/%00"] {
        let answer = host.get(&format!("{BASE}{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.faults(), json!(["failed"]));
    }
    for path in
        ["/rain?sort=worst", "/rain?after=x", "/rain?sort=best&after=n0.1.1", "/rain?thread=1&after=n0.1.1"]
    {
        let answer = host.get(&format!("{BASE}{path}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(answer.faults(), json!(["failed"]));
    }
}

#[tokio::test]
async fn an_article_may_have_a_persian_name() {
    let host = Host::new(open());
    let path = format!("{BASE}/{}", encoded("باران"));
    let answer = host.send(&path, &comment(json!({}))).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let list = host.get(&path).await.json();
    assert_eq!(list["discussion"]["count"], 1);
    assert_eq!(list["discussion"]["url"], path);
}

#[tokio::test]
async fn an_articles_own_comments_are_taken_over() {
    let host = Host::new(open());
    let counts = host.get(&format!("{BASE}?of=old,rain,none")).await;
    assert_eq!(counts.json(), json!({"old": 2, "rain": 0, "none": 0}));
    for _ in 0..2 {
        let list = host.get(&format!("{BASE}/old")).await.json();
        assert_eq!(list["comments"].as_array().unwrap().len(), 2);
        assert_eq!(list["commentRules"], json!(["مؤدب باشید."]));
    }
}

#[tokio::test]
async fn many_articles_are_counted_at_once() {
    let host = Host::new(open());
    host.given(0, None);
    assert_eq!(host.get(&format!("{BASE}?of=rain")).await.json(), json!({"rain": 1}));
    assert_eq!(host.get(&format!("{BASE}?of=")).await.json(), json!({}));
    assert_eq!(host.get(BASE).await.status, StatusCode::BAD_REQUEST);
    let many = |count: usize| (0..count).map(|name| name.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(host.get(&format!("{BASE}?of={}", many(100))).await.status, StatusCode::OK);
    assert_eq!(host.get(&format!("{BASE}?of={}", many(101))).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_challenge_is_nobody_elses() {
    let host = Host::new(Settings { captcha: Some(Arc::new(Trusting)), ..open() });
    let answer = host.get(&format!("{URL}/captcha")).await;
    assert_eq!((answer.status, &*answer.text), (StatusCode::OK, r#"{"parameters":{}}"#));
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(Host::new(open()).get(&format!("{URL}/captcha")).await.status, StatusCode::NOT_FOUND);
}
