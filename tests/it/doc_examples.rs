//! What the docs of blocks and spans show is what comes out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use satr::article::{self, Article, Block, Mark, Marks};
use satr::html;
use satr::options::Options;
use satr::view;

/// The examples of a source: each JSON with the HTML below it.
fn examples(file: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/article").join(file);
    let source = fs::read_to_string(path).unwrap();
    let docs: Vec<_> =
        source.lines().filter_map(|line| line.trim_start().strip_prefix("///")).map(str::trim).collect();
    let fenced = |fence: &str| -> Vec<String> {
        let parts = docs.split(|line| *line == "```");
        let code = |part: &[&str]| Some(part[part.iter().position(|line| *line == fence)? + 1..].concat());
        parts.filter_map(code).collect()
    };
    let (json, html) = (fenced("```json"), fenced("```html"));
    assert_eq!(json.len(), html.len());
    json.into_iter().zip(html).collect()
}

/// The body of an article with this alone in it, and the article.
fn drawn(block: &str) -> (Article, String) {
    let json = format!(
        r#"{{"id": "1", "url": "https://a.ir/1", "published": "2026-11-18T09:00:00+03:30",
            "footnotes": ["پانویس"], "body": [{block}]}}"#
    );
    let (article, notes) = article::from_json(json.as_bytes()).unwrap();
    let is_known = !matches!(article.body.0[0], Block::Unknown(_));
    assert_eq!(notes.is_empty(), is_known, "{block}: {notes:?}");
    let html = html::render(&view::draw(&article, &Options::default()));
    let (_, rest) = html.split_once(r#"<div class="satr-body">"#).unwrap();
    let (body, _) = rest.split_once(r#"</div><section class="satr-footnotes""#).unwrap();
    (article, body.replace("\"https://a.ir/", "\"/"))
}

#[test]
fn every_kind_is_drawn_as_its_docs_show() {
    let examples = examples("block/mod.rs");
    let shown = |kind: &str| examples.iter().any(|(json, _)| json.split('"').nth(3) == Some(kind));
    let unshown: Vec<_> = Block::KINDS.iter().filter(|kind| !shown(kind)).collect();
    assert!(unshown.is_empty(), "without an example: {unshown:?}");
    for (block, expected) in examples {
        assert_eq!(drawn(&block).1, expected, "{block}");
    }
}

#[test]
fn every_mark_and_what_else_a_span_may_have_is_drawn_as_its_docs_show() {
    let examples = examples("inline.rs");
    let mut fields = BTreeSet::new();
    let mut marks = Marks::default();
    for (span, expected) in examples {
        let (article, body) = drawn(&format!(r#"{{"type": "paragraph", "text": {span}}}"#));
        assert_eq!(body, format!("<p>{expected}</p>"), "{span}");
        let Block::Paragraph(paragraph) = &article.body.0[0] else { panic!("a paragraph") };
        marks = paragraph.text.spans()[0].marks.iter().fold(marks, Marks::with);
        let span: serde_json::Value = serde_json::from_str(&span).unwrap();
        fields.extend(span.as_object().unwrap().keys().cloned());
    }
    assert!(Mark::ALL.iter().all(|mark| marks.contains(*mark)), "{marks:?}");
    let all = ["dir", "expansion", "footnote", "href", "lang", "marks", "text", "time"];
    assert_eq!(fields.into_iter().collect::<Vec<_>>(), all);
}
