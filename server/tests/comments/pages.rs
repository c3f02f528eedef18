//! What people without scripts see.

use std::num::NonZeroU32;

use satr_server::captcha::Question;
use satr_server::guard::{self, Proxy, Rate, Rates};
use satr_server::secret::Secret;
use satr_server::store::Shelf;

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

/// The answer to the question of a page.
fn sum(page: &str) -> u32 {
    let asked = page.split("حاصل جمع ").nth(1).unwrap().split(" چند می‌شود").next().unwrap();
    let numbers = ["دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"];
    let number = |word: &str| (2..).zip(numbers).find(|(_, known)| *known == word).unwrap().0;
    asked.split(" و ").map(number).sum()
}

/// What a form says, but for its key and the answer to its question.
const RAIN: [(&str, &str); 2] = [("text", "باران خوبی بود.\r\n\r\nهوا خنک شد."), ("author", "")];

#[tokio::test]
async fn a_comment_is_written_without_a_script() {
    let host = Host::new(asking());
    let page = host.get_page(URL).await.text;
    assert!(page.contains("پیش از انتشار بررسی می‌شوند"), "{page}");
    let (key, token, answer) = (hidden(&page, "key"), hidden(&page, "token"), sum(&page).to_string());
    let fields = |answer| [&RAIN[..], &[("key", key), ("token", token), ("answer", answer)]].concat();
    let taken = host.send_form(URL, &fields(&answer), None).await;
    assert_eq!(taken.location(), format!("{URL}?said=held"), "though others are published at once");
    // Once it is there, a wrong answer does not undo it.
    let again = host.send_form(URL, &fields("3"), None).await;
    assert_eq!(again.location(), taken.location());
    let queue = host.store.queue(Shelf::Waiting, None, 9).unwrap();
    assert_eq!(queue.entries.len(), 1);
    assert_eq!(queue.entries[0].comment.text, "باران خوبی بود.\n\nهوا خنک شد.");
    let page = host.get_page(taken.location()).await.text;
    assert!(page.contains("نظر شما رسید"), "{page}");
    // By a captcha's proof it is published.
    let answer = host.send(URL, &comment(json!({"captcha": "good"}))).await.json();
    assert_eq!(answer["said"], "published");
    assert_eq!(host.get(URL).await.json()["discussion"]["moderated"], json!(null));
}

#[tokio::test]
async fn a_question_is_guessed_at_once() {
    let host = Host::new(asking());
    let page = host.get_page(URL).await.text;
    let (key, token, right) = (hidden(&page, "key"), hidden(&page, "token"), sum(&page));
    for answer in [right + 1, right] {
        let answer = answer.to_string();
        let fields = [&RAIN[..], &[("key", key), ("token", token), ("answer", &answer)]].concat();
        let answer = host.send_form(URL, &fields, None).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the first guess was the last");
        assert!(answer.text.contains("هوا خنک شد.</textarea>") && hidden(&answer.text, "key") == key);
        assert_ne!(hidden(&answer.text, "token"), token, "another question is asked");
    }
    assert_eq!(host.store.queue(Shelf::Waiting, None, 9).unwrap().entries, []);
}

#[tokio::test]
async fn what_the_question_proves_has_a_small_budget() {
    let hour = Duration::from_secs(60 * 60);
    let rates = Rates { question: Rate { burst: NonZeroU32::MIN, every: hour }, ..Rates::default() };
    let guard =
        Guard::new(guard::Settings { rates, proxy: Proxy::ForwardedFor(1), ..guard::Settings::default() });
    let host = Host::behind(&guard, Store::open(&Place::Memory).unwrap(), asking());
    let send = async |accept: &str, key: &str, proof: &str| {
        let request = Request::post(URL)
            .header("accept", accept)
            .header("x-forwarded-for", "192.0.2.1")
            .header("content-type", "application/x-www-form-urlencoded");
        host.ask(request, format!("text={}&key={key}&{proof}", encoded("باران خوبی بود."))).await
    };
    let (form, json) = ("text/html", "application/json");
    assert_eq!(send(form, "form-key-01", "answer=7&token=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = send(form, "form-key-01", "answer=8&token=").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers.contains_key("retry-after"));
    assert!(
        answer.text.contains("باران خوبی بود.</textarea>") && hidden(&answer.text, "key") == "form-key-01"
    );
    let answer = send(json, "form-key-01", "answer=8&token=").await;
    assert_eq!((answer.status, answer.faults()), (StatusCode::TOO_MANY_REQUESTS, json!(["too-many"])));
    assert_eq!(
        send(json, "form-key-01", "captcha=good").await.status,
        StatusCode::CREATED,
        "which spends none"
    );
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
