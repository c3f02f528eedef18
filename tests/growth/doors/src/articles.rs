//! Articles that grow in one place in, the work of reading, drawing and writing them out.

use satr::article::{Article, from_json};
use satr::options::Options;
use satr::text::digits::Numerals;
use satr::{html, json_ld, plain, view};

use crate::{Door, Shape};

pub(crate) const DOORS: &[Door] = &[
    ("article::from_json", |json| Box::new(move || read(&json).body.len())),
    ("view::draw", |json| {
        let article = read(&json);
        Box::new(move || view::draw(&article, &Options::default()).ops().len())
    }),
    ("tree::seal", |json| {
        let mut tree = view::draw(&read(&json), &Options::default());
        Box::new(move || {
            tree.seal();
            tree.ops().len()
        })
    }),
    ("html::render", |json| {
        let tree = view::draw(&read(&json), &Options::default());
        Box::new(move || html::render(&tree).len())
    }),
    ("plain::render", |json| {
        let tree = view::draw(&read(&json), &Options::default());
        Box::new(move || plain::render(&tree, Numerals::Persian).len())
    }),
    ("json_ld::render", |json| {
        let article = read(&json);
        Box::new(move || json_ld::render(&article, &Options::default()).len())
    }),
];

fn read(json: &str) -> Article {
    from_json(json.as_bytes()).map(|(article, _)| article).unwrap_or_default()
}

/// An article whose one field is a list of so many items.
fn list(field: &str, pieces: usize, item: impl Fn(usize) -> String) -> String {
    let items: Vec<String> = (0..pieces).map(item).collect();
    format!(r#"{{"{field}":[{}]}}"#, items.join(","))
}

fn same(field: &str, pieces: usize, item: &str) -> String {
    list(field, pieces, |_| item.to_owned())
}

/// An article whose one field is so long a text.
fn text(field: &str, pieces: usize, piece: &str) -> String {
    format!(r#"{{"{field}":"{}"}}"#, piece.repeat(pieces))
}

/// An article of one block, in which one field is a list of so many items.
fn inside(kind: &str, field: &str, pieces: usize, item: &str) -> String {
    format!(r#"{{"body":[{{"type":"{kind}","{field}":[{}]}}]}}"#, vec![item; pieces].join(","))
}

fn table(rows: usize, row: &str) -> String {
    inside("table", "rows", rows, row)
}

fn callout(body: &str) -> String {
    format!(r#"{{"type":"callout","title":"ب","body":[{body}]}}"#)
}

/// As many footnotes as references, which of them each one means.
fn footnotes(pieces: usize, meant: impl Fn(usize) -> usize) -> String {
    let reference = |at| format!(r#"{{"text":"باران","footnote":"{:06}"}}"#, meant(at));
    let note = |id| format!(r#"{{"id":"{id:06}","text":"ب"}}"#);
    let lead: Vec<String> = (0..pieces).map(reference).collect();
    let notes: Vec<String> = (0..pieces).map(note).collect();
    format!(r#"{{"lead":[{}],"footnotes":[{}]}}"#, lead.join(","), notes.join(","))
}

/// Comments by number, all numbers as long as each other, and whom each one answers.
fn comments(pieces: usize, parent: impl Fn(usize) -> usize) -> String {
    list("comments", pieces, |id| {
        format!(r#"{{"id":"{id:06}","parent":"{:06}","author":"علی","text":"خوب بود 5"}}"#, parent(id))
    })
}

const NOBODY: usize = 999_999;

pub(crate) const SHAPES: &[Shape] = &[
    ("paragraphs", |n| same("body", n, r#""باران از ساعت 5 صبح آغاز شد.""#)),
    ("paragraphs of one text", |n| text("body", n, r"باران 5\n\n")),
    ("one paragraph", |n| text("lead", n, "باران 5 ")),
    ("line breaks", |n| text("lead", n, r"ب\n")),
    ("a long headline", |n| text("headline", n, "باران 5 ")),
    ("headings", |n| same("body", n, r#"{"type":"heading","text":"باران"}"#)),
    ("lists", |n| same("body", n, r#"{"type":"list","items":["یک","دو"]}"#)),
    ("items", |n| format!(r#"{{"body":[{{"type":"list","items":[{}"یک"]}}]}}"#, r#""دو","#.repeat(n))),
    ("nested lists", |n| {
        let list = |inner: &str| format!(r#"{{"items":["یک",{{"text":"دو","list":{inner}}}]}}"#);
        let deep = (0..24).fold(String::from(r#"{"items":["سه"]}"#), |inner, _| list(&inner));
        same("body", n / 16, &deep.replacen('{', r#"{"type":"list","#, 1))
    }),
    ("rows", |n| table(n, r#"["باران","1",{"text":"ب","header":true,"colspan":3}]"#)),
    ("a wide table", |n| table(1, &format!("[{}1]", r#""ب","#.repeat(n)))),
    ("empty cells", |n| table(n, r#"["",null,"ب"]"#)),
    ("deep callouts", |n| {
        let deep = (0..16).fold(String::from(r#""ب""#), |inner, _| callout(&inner));
        same("body", n / 16, &deep)
    }),
    ("a timeline", |n| {
        inside(
            "timeline",
            "entries",
            n,
            r#"{"time":"2019-08-14T12:00:00+04:30"},{"time":"2019-08-14T12:00:00+04:30","title":"ب","body":"ب"}"#,
        )
    }),
    ("a long poem", |n| inside("poem", "lines", n, r#"["باران آمد","باران رفت"]"#)),
    ("renditions of a picture", |n| {
        let files = vec![r#"{"url":"https://a.ir/1.webp","type":"image/webp","width":800}"#; n].join(",");
        format!(
            r#"{{"body":[{{"type":"figure","image":{{"url":"https://a.ir/1.png","renditions":[{files}]}}}}]}}"#
        )
    }),
    ("renditions of a film", |n| {
        inside("video", "renditions", n, r#"{"url":"https://a.ir/1.mp4","bytes":1000}"#)
    }),
    ("code", |n| format!(r#"{{"body":[{{"type":"code","code":"{}"}}]}}"#, r"let a = 1;\n".repeat(n))),
    ("much data", |n| inside("custom", "name\":\"poll\",\"data", n, r#"{"id":1}"#)),
    ("footnotes", |n| footnotes(n, |id| id)),
    ("many references to one footnote", |n| footnotes(n, |_| 0)),
    ("footnotes, last first", |n| footnotes(n, move |id| n - 1 - id)),
    ("references to no footnote", |n| same("lead", n, r#"{"text":"ب","footnote":"nowhere"}"#)),
    ("footnotes that are empty", |n| same("footnotes", n, r#""","ب""#)),
    ("half-spaces at borders", |n| same("lead", n, r#""کتاب\u200c",{"text":"\u200cها","marks":["strong"]}"#)),
    ("quotes", |n| same("body", n, r#"{"type":"quote","text":"باران","cite":"علی"}"#)),
    ("figures", |n| {
        same("body", n, r#"{"type":"figure","image":{"url":"https://a.ir/1.png"},"caption":"باران"}"#)
    }),
    ("moments of a live timeline", |n| {
        let entry = r#"{"time":"2019-08-14T12:00:00+04:30","title":"باران","body":"آمد."}"#;
        format!(
            r#"{{"body":[{{"type":"timeline","live":true,"entries":[{}{entry}]}}]}}"#,
            format!("{entry},").repeat(n)
        )
    }),
    ("unknown blocks", |n| same("body", n, r#"{"type":"poll","question":"باران؟"}"#)),
    ("an unknown block with much in it", |n| {
        format!(r#"{{"body":[{{"type":"poll","items":[{}"ب"]}}]}}"#, r#"{"title":"ب"},"#.repeat(n))
    }),
    ("tiny spans", |n| same("lead", n, r#""ب",{"text":"1","marks":["strong"]}"#)),
    ("tiny links", |n| same("lead", n, r#""a",{"text":".ir","href":"https://a.ir/"}"#)),
    ("spans of one kind", |n| same("lead", n, r#""ب""#)),
    ("wrong blocks", |n| same("body", n, "1")),
    ("tags", |n| same("tags", n, r#"{"text":"باران","url":"https://a.ir/t"}"#)),
    ("sections", |n| same("section", n, r#""باران""#)),
    ("authors", |n| same("byline", n, r#"{"name":"علی","role":"خبرنگار"}"#)),
    ("corrections", |n| same("corrections", n, r#"{"text":"باران","date":"2019-08-14T12:00:00+04:30"}"#)),
    ("related articles", |n| same("related", n, r#"{"text":"باران","url":"/a"}"#)),
    ("rules of comments", |n| same("commentRules", n, r#""باران""#)),
    ("steps up in an address", |n| {
        list("tags", n / 64, |_| format!(r#"{{"text":"ب","url":"https://a.ir/{}"}}"#, "a/../".repeat(64)))
    }),
    ("a long id", |n| text("id", n, "a ")),
    ("comments", |n| comments(n, |_| NOBODY)),
    ("a deep thread", |n| comments(n, |id| id.checked_sub(1).unwrap_or(NOBODY))),
    ("a deep thread, last first", |n| comments(n, |id| id + 1)),
    ("a wide thread", |n| comments(n, |_| 0)),
    ("a ring", |n| comments(n, |id| (id + 1) % n)),
    ("rings of two", |n| comments(n, |id| id ^ 1)),
    ("a tree of replies", |n| comments(n, |id| id / 2)),
    ("comments of one id", |n| same("comments", n, r#"{"id":"7","parent":"7","text":"خوب بود"}"#)),
    ("a long comment", |n| format!(r#"{{"comments":[{{"text":"{}"}}]}}"#, r"خوب بود 5\n\n".repeat(n))),
];
