//! Plain text: small articles with theirs, and a law of all.

use proptest::prelude::*;
use satr::article;
use satr::options::Options;
use satr::{plain, view};

use crate::articles::{article, cases};
use crate::parser::{Node, nodes_of_tree};

fn text(article: &article::Article) -> String {
    plain::render(&view::draw(article, &Options::default()), Options::default().numerals)
}

#[test]
fn small_articles() {
    for (json, expected) in [
        ("{}", ""),
        (
            r#"{"kicker": "روتیتر", "headline": "تیتر", "section": ["فرهنگ"], "dateline": "سمنان", "lead": "لید."}"#,
            "روتیتر\n\nتیتر\n\nسمنان لید.\n",
        ),
        (
            r#"{"body": "یک\nدو\n\nسه", "tags": ["کتاب", "روستا"], "id": "12", "related": ["دیگر"]}"#,
            "یک\nدو\n\nسه\n\nبرچسب‌ها\tکتاب\tروستا\n\nکد خبر\t۱۲\n",
        ),
        (
            r#"{"body": [{"type": "list", "ordered": true, "items": ["نان", "C++ و سیب"]}, {"type": "quote", "text": "گفت.", "cite": "او"}]}"#,
            "۱. نان\n۲. C++ و سیب\n\n«گفت.»\nاو\n",
        ),
        (
            r#"{"leadFigure": {"image": {"url": "/a.jpg", "alt": "جاده"}, "caption": "پیچ", "credit": "نگار"}}"#,
            "جاده\nپیچ نگار\n",
        ),
        (
            r#"{"body": [{"type": "embed", "url": "https://youtu.be/a", "title": "قصه", "caption": "شرح"},
                {"type": "embed", "url": "https://youtu.be/b"}]}"#,
            "قصه\n\nشرح\n",
        ),
        (
            r#"{"lead": ["باران", {"text": "", "footnote": "2"}], "footnotes": [{"text": ""}, {"text": "دوم"}]}"#,
            "باران[۲]\n\n۲. دوم\n",
        ),
        (
            r#"{"comments": [{"author": "مریم", "text": "نظر"}], "commentRules": ["کوتاه"]}"#,
            "۱ نظر\n\nمریم\n\nنظر\n",
        ),
        (r#"{"headline": "تیتر", "commentRules": ["کوتاه"]}"#, "تیتر\n"),
    ] {
        let (article, _) = article::from_json(json.as_bytes()).unwrap();
        assert_eq!(text(&article), expected, "{json}");
    }
}

/// What plain text leaves out, by element or class.
const LEFT_OUT: &[&str] = &[
    "nav",
    "satr-contents",
    "satr-see",
    "satr-share",
    "satr-back",
    "satr-tools",
    "satr-file",
    "satr-notice",
    "satr-rules",
    "satr-load",
    "form",
];

/// And in comments.
const LEFT_OUT_OF_COMMENTS: &[&str] = &["satr-hint", "slot"];

/// The words of a tree, those left out aside; and whether there is code among them, which is kept as it is.
fn words(nodes: &[Node]) -> (Vec<&str>, bool) {
    let names = |node: &Node| match node {
        Node::Open(tag, attrs) => {
            let classes = attrs.get("class").map(String::as_str).unwrap_or_default();
            classes.split(' ').chain([tag.as_str()]).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    let has_comment = nodes.iter().any(|node| names(node).iter().any(|name| name == "satr-comment"));
    let (mut words, mut has_code) = (Vec::new(), false);
    // Of each open element: whether it is left out, and whether it is in comments.
    let mut open = vec![(false, false)];
    for node in nodes {
        let (is_out, in_comments) = *open.last().unwrap();
        match node {
            Node::Open(..) => {
                let is = |known: &[&str]| names(node).iter().any(|name| known.contains(&name.as_str()));
                has_code |= is(&["pre"]);
                let are_comments = is(&["satr-comments"]);
                let is_out = is_out
                    || is(LEFT_OUT)
                    || in_comments && is(LEFT_OUT_OF_COMMENTS)
                    || are_comments && !has_comment;
                open.push((is_out, in_comments || are_comments));
            }
            Node::Text(text) if !is_out => words.extend(text.split_whitespace()),
            Node::Text(_) => {}
            Node::Close => drop(open.pop()),
        }
    }
    (words, has_code)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_text_is_lost_and_all_stays_in_order(article in article()) {
        let nodes = nodes_of_tree(&view::draw(&article, &Options::default()));
        let text = text(&article);
        let (words, has_code) = words(&nodes);
        let mut rest = text.as_str();
        for word in words {
            let found = rest.split_once(word);
            prop_assert!(found.is_some(), "{word:?} is not in {rest:?} of {text:?}");
            rest = found.unwrap().1;
        }
        if !has_code {
            prop_assert!(!text.contains("\n\n\n") && !text.starts_with('\n'), "{text:?}");
            prop_assert!(text.lines().all(|line| line == line.trim_end()), "{text:?}");
        }
        prop_assert!(text.is_empty() || text.ends_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    }
}
