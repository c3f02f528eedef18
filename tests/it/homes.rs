//! Where a discussion is at home, and the addresses that are drawn for it.

use satr::article::from_json;
use satr::html;
use satr::options::Options;
use satr::text::digits::Numerals;
use satr::view::draw;

fn drawn(url: &str) -> String {
    let data = [
        r#"{"comments": [{"id": "7", "text": "آمد."}], "discussion": {"next": "n", "url": ""#,
        url,
        r#"", "draft": {"faults": ["author-too-long"]}}}"#,
    ];
    let (article, _) = from_json(data.concat().as_bytes()).unwrap();
    let options = Options { numerals: Numerals::Latin, discussion: true, ..Options::default() };
    html::render(&draw(&article, &options))
}

#[test]
fn faults_are_told_in_the_pages_digits() {
    assert!(drawn("/c/1").contains("نباید بیش از 60 نویسه باشد"));
}

#[test]
fn what_is_below_an_address_keeps_its_parameters() {
    for (url, comment, next) in [
        ("/c/1", "/c/1/7", "/c/1?sort=newest&amp;after=n"),
        ("/c/1/", "/c/1/7", "/c/1/?sort=newest&amp;after=n"),
        ("/c?of=1", "/c/7?of=1", "/c?of=1&amp;sort=newest&amp;after=n"),
        ("/c/1#place", "/c/1/7", "/c/1?sort=newest&amp;after=n"),
        ("/c?of=1#a?b", "/c/7?of=1", "/c?of=1&amp;sort=newest&amp;after=n"),
    ] {
        let html = drawn(url);
        for part in [["action=\"", comment, "\""], ["href=\"", next, "\""]] {
            assert!(html.contains(&part.concat()), "{url}: {part:?} in {html}");
        }
    }
    let html = drawn("?of=1");
    assert!(!html.contains("satr-acts") && html.contains("action=\"?of=1#"), "{html}");
}

#[test]
fn no_form_is_sent_by_mail() {
    for url in ["mailto:a@b.ir", "TEL:+98"] {
        assert!(!drawn(url).contains("<form"), "{url}");
    }
}

/// Whoever writes an article is not who says where a page's readers send their names.
#[test]
fn no_form_is_drawn_that_was_not_asked_for() {
    let data = r#"{"comments": [{"id": "7", "text": "آمد."}], "discussion": {"url": "https://evil.example/", "count": 9}}"#;
    let (article, _) = from_json(data.as_bytes()).unwrap();
    let html = html::render(&draw(&article, &Options::default()));
    assert!(!html.contains("<form") && !html.contains("evil.example") && html.contains("۹ نظر"), "{html}");
}
