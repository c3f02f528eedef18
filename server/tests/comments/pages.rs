//! What people without scripts see.

use satr_server::captcha::Question;
use satr_server::secret::Secret;

use super::*;

/// The value of a hidden field of a page.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = page.split("<input").find(|field| field.contains(&format!("name=\"{name}\""))).unwrap();
    field.split("value=\"").nth(1).unwrap().split('"').next().unwrap()
}

fn asking() -> Settings {
    let question = Question::new(&Secret::new(b"secret"), 600);
    Settings { captcha: Some(Arc::new(Trusting)), question: Some(question), ..open() }
}

#[tokio::test]
async fn a_page_shows_comments_and_leads_back_to_the_article() {
    let host = Host::new(open());
    host.given(7, None);
    let page = host.get_page(URL).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    for part in [
        "<html lang=\"fa\" dir=\"rtl\">",
        "<link rel=\"stylesheet\" href=\"/satr/satr.css\">",
        "<a href=\"/articles/rain\"",
        "باران پاییزی",
        "متن شمارهٔ",
        "<form",
        "name=\"key\"",
    ] {
        assert!(page.text.contains(part), "{part} in {}", page.text);
    }
    assert_eq!(host.get_page(&format!("{BASE}/none")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_comment_is_written_without_a_script() {
    let host = Host::new(asking());
    let page = host.get_page(URL).await.text;
    let (key, token) = (hidden(&page, "key"), hidden(&page, "token"));
    let mut answers = Vec::new();
    for answer in 4..=18 {
        let answer = answer.to_string();
        let fields = [
            ("text", "باران خوبی بود.\r\n\r\nهوا خنک شد."),
            ("author", ""),
            ("key", key),
            ("token", token),
            ("answer", &answer),
        ];
        answers.push(host.send_form(URL, &fields, None).await);
    }
    let (taken, refused): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| answer.status == StatusCode::SEE_OTHER);
    // Once it is there, a wrong answer does not undo it.
    assert!(
        !taken.is_empty() && taken.iter().all(|answer| answer.location() == format!("{URL}?said=published"))
    );
    assert!(refused.iter().all(|answer| answer.status == StatusCode::UNPROCESSABLE_ENTITY));
    assert!(refused.iter().all(|answer| hidden(&answer.text, "key") == key));
    let list = host.get(URL).await.json();
    assert_eq!(list["discussion"]["count"], 1);
    assert_eq!(list["comments"][0]["text"], "باران خوبی بود.\n\nهوا خنک شد.");
    let page = host.get_page(taken[0].location()).await.text;
    assert!(page.contains("نظر شما منتشر شد"), "{page}");
}

#[tokio::test]
async fn a_form_comes_back_with_all_that_was_typed() {
    let host = Host::new(open());
    let parent = host.given(0, None);
    let fields = [
        ("text", "nice <rain> today"),
        ("author", "Mary \"M\""),
        ("email", "mary@example.com"),
        ("parent", &parent.to_string()),
        ("key", "form-key-01"),
    ];
    let answer = host.send_form(URL, &fields, None).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["nice &lt;rain&gt; today</textarea>", "value=\"Mary &quot;M&quot;\"", "mary@example.com"] {
        assert!(answer.text.contains(part), "{part} in {}", answer.text);
    }
    assert_eq!(hidden(&answer.text, "parent"), parent.to_string());
    assert_eq!(hidden(&answer.text, "key"), "form-key-01");
    assert_eq!(hidden(&answer.text, "anyway"), "1");
    let meant = [&fields[..], &[("anyway", "1")]].concat();
    let answer = host.send_form(URL, &meant, None).await;
    let location = answer.location().to_owned();
    assert!(location.starts_with(&format!("{URL}?thread=")), "a reply is seen in its thread: {location}");
    assert_eq!(host.get_page(&location).await.status, StatusCode::OK);
    let other = [("text", "چیز دیگری که نوشتم"), ("key", "form-key-01")];
    let answer = host.send_form(URL, &other, None).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_ne!(hidden(&answer.text, "key"), "form-key-01", "else it could never be sent");
}

#[tokio::test]
async fn a_reply_whose_parent_has_gone_may_start_a_thread() {
    let host = Host::new(open());
    let answer = host
        .send_form(URL, &[("text", "پاسخ به هیچ‌کس"), ("parent", "99"), ("key", "form-key-01")], None)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text.contains("name=\"parent\""), "{}", answer.text);
}

#[tokio::test]
async fn a_reply_is_begun_by_a_link() {
    let host = Host::new(open());
    let starter = host.given(0, None);
    let mut last = starter;
    for number in 1..=70 {
        last = host.given(number, Some(starter));
    }
    for id in [starter, last] {
        let page = host.get_page(&format!("{URL}?reply={id}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(hidden(&page.text, "parent"), id.to_string());
        assert!(page.text.contains("<q>"), "whom and what it answers is shown");
    }
    assert_eq!(host.get_page(&format!("{URL}?reply=999")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn replies_of_another_page_stand_in_their_thread() {
    let host = Host::new(open());
    let starter = host.given(0, None);
    let first = host.given(1, Some(starter));
    for number in 2..=60 {
        host.given(number, Some(first));
    }
    let list = host.get(&format!("{URL}?thread={starter}")).await.json();
    let next = list["discussion"]["next"].as_str().unwrap();
    let page = host.get_page(&format!("{URL}?thread={starter}&after={next}")).await.text;
    let (_, replies) = page.split_once("satr-replies").unwrap();
    assert_eq!(page.matches("<li class=\"satr-comment").count(), 11);
    assert_eq!(replies.matches("<li class=\"satr-comment").count(), 10);
}

#[tokio::test]
async fn closed_comments_are_read_alone() {
    let host = Host::new(open());
    let page = host.get_page(&format!("{BASE}/closed")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("<textarea"), "{}", page.text);
}
