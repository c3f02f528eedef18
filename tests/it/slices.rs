//! A page in slices is the page, and no larger.

use satr::article::{self, Article};
use satr::html;
use satr::options::Options;
use satr::view::{self, Slice};

/// Threads of three comments each, the last but one of which answers the first.
fn article(comments: usize) -> Article {
    let comment = |index: usize| {
        let parent = if index % 3 == 1 { index - 1 } else { index };
        format!(r#"{{"id": "{index}", "parent": "{parent}", "author": "ن {index}", "text": "نظر {index}"}}"#)
    };
    let comments: Vec<_> = (0..comments).map(comment).collect();
    let json = format!(
        r#"{{"id": "1", "headline": "سطر", "body": "بند", "commentRules": ["قاعده"], "comments": [{}]}}"#,
        comments.join(",")
    );
    article::from_json(json.as_bytes()).unwrap().0
}

/// The page in slices: each as HTML.
fn slices(article: &Article, comments: usize, room: usize) -> Vec<String> {
    let mut next = Some(Slice { comments, room, ..Slice::WHOLE });
    let mut slices = Vec::new();
    while let Some(slice) = next {
        let (tree, later) = view::draw_slice(article, &Options::default(), None, slice);
        slices.push(html::render(&tree));
        next = later;
    }
    slices
}

/// What stands in the list of comments.
fn rows(html: &str) -> &str {
    let start = html.find("<ol><li class=\"satr-comment\"").unwrap() + 4;
    let end = html.find("</ol></div>").or_else(|| html.find("</ol><aside")).unwrap();
    &html[start..end]
}

#[test]
fn the_slices_hold_the_page_in_its_order() {
    let article = article(30);
    let whole = html::render(&view::draw_with(&article, &Options::default(), None));
    for comments in [1, 2, 3, 7, 29, 30, 1000] {
        let slices = slices(&article, comments, Slice::WHOLE.room);
        let joined: String = slices.iter().map(|slice| rows(slice)).collect();
        assert_eq!(joined, rows(&whole), "by {comments}");
        let [first, ..] = &*slices else { panic!("there is no slice") };
        assert_eq!(first.replacen(rows(first), &joined, 1), whole, "by {comments}");
    }
}

#[test]
fn a_page_that_is_cut_says_so_once_and_ends() {
    let article = article(30);
    for room in 1..=120 {
        let slices = slices(&article, 4, room);
        let hints = slices.iter().filter(|slice| slice.contains("satr-hint")).count();
        assert_eq!(hints, 1, "{room}");
        assert!(slices.last().unwrap().contains("satr-hint"), "{room}");
        let elements = slices.iter().map(|slice| slice.matches("</").count()).sum::<usize>();
        assert!(
            elements <= room + 2 * slices.len() + 1,
            "{elements} elements, where there was room for {room}"
        );
    }
}
