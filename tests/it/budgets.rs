//! However much comes in, a page has a bound, and says when it was cut.

use satr::article::{Article, Body, Comment, Link};
use satr::options::Options;
use satr::tree::{Event, MAX_ELEMENTS, Tag, Tree};
use satr::view;

const CUT: &str = "از اندازهٔ مجاز بیشتر بود";

fn elements(tree: &Tree) -> usize {
    tree.events().filter(|event| matches!(event, Event::Open(_))).count()
}

fn is_cut(tree: &Tree) -> bool {
    tree.events().any(|event| matches!(event, Event::Text(text) if text.contains(CUT)))
}

fn too_much() -> [(&'static str, Article); 4] {
    let link = Link { text: "برچسب".into(), url: None };
    let reply = |n: usize| Comment {
        id: n.to_string(),
        parent: n.saturating_sub(1).to_string(),
        text: "پاسخ".into(),
        ..Comment::default()
    };
    [
        ("line breaks", Article { lead: "\n.".repeat(500_000).as_str().into(), ..Article::default() }),
        ("tags", Article { tags: vec![link; 400_000], ..Article::default() }),
        ("replies", Article { comments: (0..100_000).map(reply).collect(), ..Article::default() }),
        ("blocks", Article { body: Body::from_text(&"بند\n\n".repeat(200_000)), ..Article::default() }),
    ]
}

#[test]
fn a_page_has_at_most_so_many_elements_and_says_when_it_was_cut() {
    for (what, article) in too_much() {
        let tree = view::draw(&article, &Options::default());
        assert!(elements(&tree) <= MAX_ELEMENTS + 1, "{what}: {}", elements(&tree));
        assert!(is_cut(&tree), "{what}");
    }
}

#[test]
fn a_page_that_fits_is_whole() {
    let body = Body::from_text(&"بند\n\n".repeat(MAX_ELEMENTS - 100));
    let tree = view::draw(&Article { body, ..Article::default() }, &Options::default());
    let paragraphs = tree.events().filter(|event| *event == Event::Open(Tag::P)).count();
    assert_eq!(paragraphs, MAX_ELEMENTS - 100);
    assert!(!is_cut(&tree));
}
