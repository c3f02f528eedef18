//! JSON-LD: what Google's pages ask for is there, what is empty is not, and a page gives it back whatever is in it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use satr::article::{self, Article};
use satr::json_ld;
use satr::options::Options;
use satr::page::{self, Kind, Page};
use serde_json::{Value, json};

use crate::articles::{article, cases};

fn read(json: &str) -> Article {
    article::from_json(json.as_bytes()).unwrap().0
}

fn json_ld(article: &Article) -> Value {
    serde_json::from_str(&json_ld::render(article, &Options::default())).unwrap()
}

fn case(name: &str) -> Value {
    let path = format!("{}/tests/cases/{name}/input.json", env!("CARGO_MANIFEST_DIR"));
    json_ld(&read(&std::fs::read_to_string(path).unwrap()))
}

/// The texts of the elements of this name in a document, as a browser's parser reads it.
fn texts_of(page: &str, name: &str) -> Vec<String> {
    fn walk(node: &Handle, name: &str, texts: &mut Vec<String>) {
        if let NodeData::Element { name: of_element, .. } = &node.data
            && &*of_element.local == name
        {
            let text = |child: &Handle| match &child.data {
                NodeData::Text { contents } => contents.borrow().to_string(),
                other => panic!("no text: {other:?}"),
            };
            texts.push(node.children.borrow().iter().map(text).collect());
        }
        node.children.borrow().iter().for_each(|child| walk(child, name, texts));
    }
    let dom: RcDom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut texts = Vec::new();
    walk(&dom.document, name, &mut texts);
    texts
}

#[test]
fn an_article_has_what_google_recommends() {
    let it = case("every-field");
    assert_eq!((&it["@context"], &it["@type"]), (&json!("https://schema.org"), &json!("LiveBlogPosting")));
    assert_eq!(it["headline"], "مقاله‌ای که هر فیلدی دارد");
    assert_eq!(it["datePublished"], "2026-11-18T09:40:00+03:30");
    assert_eq!(it["dateModified"], "2026-11-19T12:10:00+03:30");
    let nasrin = json!({
        "@type": "Person",
        "name": "نسرین آذرگون",
        "url": "https://sepidar.example/people/nasrin",
        "image": "https://sepidar.example/nasrin.jpg",
    });
    assert_eq!(it["author"], json!([nasrin, {"@type": "Person", "name": "مریم"}]));
    let image = &it["image"][0];
    assert_eq!(image["url"], "https://sepidar.example/lead.jpg");
    assert_eq!((&image["width"], &image["height"]), (&json!(1600), &json!(900)));
    assert_eq!(image["creditText"], "عکس: نگار");
    for (key, value) in [
        ("url", json!("https://sepidar.example/news/every-field")),
        ("mainEntityOfPage", json!({"@type": "WebPage", "@id": "https://sepidar.example/news/every-field"})),
        ("identifier", json!("every-field")),
        ("inLanguage", json!("fa-IR")),
        ("alternativeHeadline", json!("سوتیتر")),
        ("description", json!("سوتیتر")),
        ("articleSection", json!(["فرهنگ", "کتاب"])),
        ("keywords", json!(["کتاب", "روستا"])),
        ("dateline", json!("سپیدار")),
        ("commentCount", json!(2)),
        ("isBasedOn", json!({"@type": "CreativeWork", "name": "سپیدار", "url": "https://sepidar.example/"})),
    ] {
        assert_eq!(it[key], value, "{key}");
    }
    let corrected =
        json!({"@type": "CorrectionComment", "text": "اصلاحیه", "datePublished": "2026-11-18T12:10:00+03:30"});
    assert_eq!(it["correction"][0], corrected);
    assert!(it["wordCount"].as_u64().unwrap() > 10);

    let seed = case("seed");
    assert_eq!(seed["@type"], "NewsArticle");
    assert_eq!(seed["datePublished"], "2019-08-14T12:00:00+04:30");
    assert!(seed["headline"].as_str().unwrap().contains("سازمان\u{200c}های"), "set as on the page");
    assert!(seed["description"].as_str().unwrap().ends_with("برگزار شد."), "the lead, without its dateline");
}

#[test]
fn what_is_empty_leaves_no_key() {
    let it = json_ld(&read("{}"));
    assert_eq!(it, json!({"@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "fa"}));
    // What has to be absolute stays out where it is not, and what has to be whole where it is not.
    let it = json_ld(&read(
        r#"{"headline": " ", "url": "/news", "byline": [{"name": "مریم", "url": "/maryam"}, " "],
            "leadFigure": {"image": "/a.jpg"}, "publisher": {"url": "https://a.ir"}, "tags": [""], "corrections": [""],
            "body": [{"type": "video", "title": "فیلم", "renditions": "https://a.ir/v.mp4"}, {"type": "audio", "renditions": "/a.mp3"}]}"#,
    ));
    let author = json!([{"@type": "Person", "name": "مریم"}]);
    let expected = json!({"@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "fa", "author": author});
    let without = |mut it: Value| {
        it.as_object_mut().unwrap().remove("wordCount");
        it
    };
    assert_eq!(without(it), expected);
}

#[test]
fn pictures_films_and_sound_are_told_with_what_they_need() {
    let it = json_ld(&read(
        r#"{"published": "2026-11-18T09:40:00+03:30", "url": "https://a.ir/1",
            "publisher": {"name": "سپیدار", "url": "https://a.ir/", "logo": {"url": "/logo.png", "width": 600, "height": 60}},
            "body": [
            {"type": "callout", "body": [{"type": "gallery", "figures": [{"image": {"url": "/w.jpg", "alt": "جاده", "width": 1600, "height": 900,
                "renditions": [{"url": "/w.jpg"}, {"url": "/n.avif", "type": "image/avif", "width": 800}]}}]}]},
            {"type": "video", "title": "فیلم", "caption": "شرح", "duration": 108, "poster": "/p.jpg", "renditions": {"url": "/v.mp4", "type": "video/mp4"}},
            {"type": "audio", "title": "صدا", "renditions": "/a.mp3"},
            {"type": "correction", "text": "یازده درست است."}]}"#,
    ));
    assert_eq!(
        it["image"],
        json!([
            {"@type": "ImageObject", "url": "https://a.ir/w.jpg", "width": 1600, "height": 900, "caption": "جاده"},
            {"@type": "ImageObject", "url": "https://a.ir/n.avif", "encodingFormat": "image/avif", "width": 800, "height": 450},
        ])
    );
    assert_eq!(
        it["video"],
        json!([{"@type": "VideoObject", "name": "فیلم", "description": "شرح", "thumbnailUrl": "https://a.ir/p.jpg",
            "uploadDate": "2026-11-18T09:40:00+03:30", "contentUrl": "https://a.ir/v.mp4", "encodingFormat": "video/mp4", "duration": "PT108S"}])
    );
    assert_eq!(
        it["audio"],
        json!([{"@type": "AudioObject", "name": "صدا", "uploadDate": "2026-11-18T09:40:00+03:30", "contentUrl": "https://a.ir/a.mp3"}])
    );
    assert_eq!(
        it["publisher"],
        json!({"@type": "Organization", "name": "سپیدار", "url": "https://a.ir/",
            "logo": {"@type": "ImageObject", "url": "https://a.ir/logo.png", "width": 600, "height": 60}})
    );
    assert_eq!(it["correction"], json!([{"@type": "CorrectionComment", "text": "یازده درست است."}]));
}

#[test]
fn a_sound_without_a_name_is_called_as_its_article() {
    let audio = |fields: &str| {
        let json = format!(
            r#"{{{fields} "body": [{{"type": "audio", "renditions": "https://a.ir/a.mp3"}}, {{"type": "video", "renditions": "https://a.ir/v.mp4"}}]}}"#
        );
        let it = json_ld(&read(&json));
        assert!(it.get("video").is_none());
        it.get("audio").cloned()
    };
    let told = json!([{"@type": "AudioObject", "name": "باران", "contentUrl": "https://a.ir/a.mp3"}]);
    assert_eq!(audio(r#""headline": "باران","#), Some(told));
    assert_eq!(audio(""), None);
}

#[test]
fn running_text_is_set_across_its_spans() {
    for (lead, expected) in [
        (
            r#"[{"text": "می\u200c", "marks": ["strong"]}, "رود ", {"text": "کتاب", "marks": ["strong"]}, "\u200cها"]"#,
            "می\u{200c}رود کتاب\u{200c}ها",
        ),
        (r#"[{"text": "Version 3, no. 12", "lang": "en"}, " و 3"]"#, "Version 3, no. 12 و ۳"),
        (r#"["نسخهٔ 3 ", {"text": "x = 3", "marks": ["code"]}, "\nو 4"]"#, "نسخهٔ ۳ x = 3 و ۴"),
        (r#"[" ", {"text": "\u200c", "marks": ["strong"]}]"#, ""),
    ] {
        let article = read(&format!(r#"{{"lead": {lead}, "corrections": [{{"text": {lead}}}]}}"#));
        let it = json_ld(&article);
        assert_eq!(it["description"].as_str().unwrap_or_default(), expected);
        assert_eq!(it["correction"][0]["text"].as_str().unwrap_or_default(), expected);
        let page = page::render(&article, &Options::default(), &Page::default());
        let description = format!(r#"<meta name="description" content="{expected}">"#);
        assert_eq!(page.contains(&description), !expected.is_empty(), "{expected}");
    }
}

#[test]
fn a_live_timeline_makes_a_live_blog() {
    let entries = r#"[{"time": "2026-11-18T18:40:00+03:30", "title": "بازگشت", "body": ["قفسه خالی است.", "تمام شد."]},
        {"time": "2026-11-18T09:40:00+03:30", "body": "آغاز شد."}, {"title": "بی‌زمان"}, {"time": "2026-11-18T08:00:00+03:30"}]"#;
    let live = |live: bool, entries: &str| {
        let json = format!(
            r#"{{"headline": "تیتر", "body": [{{"type": "timeline", "live": {live}, "entries": {entries}}}]}}"#
        );
        json_ld(&read(&json))
    };
    let it = live(true, entries);
    assert_eq!(it["@type"], "LiveBlogPosting");
    assert_eq!(it["coverageStartTime"], "2026-11-18T09:40:00+03:30");
    assert_eq!(it["coverageEndTime"], "2026-11-19T18:40:00+03:30");
    let updates = json!([
        {"@type": "BlogPosting", "headline": "بازگشت", "datePublished": "2026-11-18T18:40:00+03:30", "articleBody": "قفسه خالی است.\n\nتمام شد."},
        {"@type": "BlogPosting", "headline": "آغاز شد.", "datePublished": "2026-11-18T09:40:00+03:30", "articleBody": "آغاز شد."},
    ]);
    assert_eq!(it["liveBlogUpdate"], updates);
    for it in [live(false, entries), live(true, r#"[{"title": "بی‌زمان"}]"#), live(true, "[]")] {
        assert_eq!(it["@type"], "NewsArticle");
        assert!(it.get("liveBlogUpdate").is_none() && it.get("coverageEndTime").is_none());
    }
}

#[test]
fn hostile_text_stays_in_its_place() {
    let hostile = "</script><!--<script>&lt;\u{2028}\u{2029}\"'\\ ]]>";
    let article = Article {
        headline: hostile.into(),
        deck: hostile.into(),
        tags: vec![article::Link { text: hostile.into(), url: None }],
        ..Article::default()
    };
    let json = json_ld::render(&article, &Options::default());
    assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{json}");
    assert!(json_ld(&article)["keywords"][0].as_str().unwrap().starts_with("</script><!--<script>&lt;"));
    let page = page::render(&article, &Options::default(), &Page::default());
    assert_eq!(texts_of(&page, "script"), [json]);
    assert_eq!(texts_of(&page, "title"), [satr::view::title(&article, &Options::default())]);
}

#[test]
fn the_head_tells_what_the_page_is_about() {
    let path = format!("{}/tests/cases/every-field/input.json", env!("CARGO_MANIFEST_DIR"));
    let article = read(&std::fs::read_to_string(path).unwrap());
    let page = page::render(&article, &Options::default(), &Page::default());
    for line in [
        r#"<link rel="canonical" href="https://sepidar.example/news/every-field">"#,
        r#"<meta name="description" content="سوتیتر">"#,
        r#"<meta property="og:type" content="article">"#,
        r#"<meta property="og:title" content="مقاله‌ای که هر فیلدی دارد">"#,
        r#"<meta property="og:url" content="https://sepidar.example/news/every-field">"#,
        r#"<meta property="og:locale" content="fa_IR">"#,
        r#"<meta property="og:image" content="https://sepidar.example/lead.jpg">"#,
        r#"<meta property="og:image:width" content="1600">"#,
        r#"<meta property="og:image:height" content="900">"#,
        r#"<meta property="og:image:alt" content="مینی‌بوس سبز در جاده">"#,
        r#"<meta property="article:published_time" content="2026-11-18T09:40:00+03:30">"#,
        r#"<meta property="article:modified_time" content="2026-11-19T12:10:00+03:30">"#,
        r#"<meta property="article:author" content="https://sepidar.example/people/nasrin">"#,
        r#"<meta property="article:section" content="فرهنگ">"#,
        r#"<meta property="article:tag" content="روستا">"#,
        r#"<meta name="twitter:card" content="summary_large_image">"#,
    ] {
        assert!(page.lines().any(|written| written == line), "{line}");
    }
    for url in ["mailto:info@a.ir", "/news/1"] {
        let article = read(&format!(r#"{{"url": "{url}"}}"#));
        let page = page::render(&article, &Options::default(), &Page::default());
        assert!(!page.contains("canonical") && !page.contains("og:url"), "{url}");
    }
    let notice =
        page::render(&article, &Options::default(), &Page { kind: Kind::Website, ..Page::default() });
    assert!(notice.contains(r#"<meta property="og:type" content="website">"#));
    assert!(!notice.contains("ld+json") && !notice.contains("property=\"article:"));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_page_gives_back_the_json(article in article()) {
        let json = json_ld::render(&article, &Options::default());
        let value: Value = serde_json::from_str(&json).unwrap();
        prop_assert!(value["@type"].is_string());
        let page = page::render(&article, &Options::default(), &Page::default());
        prop_assert_eq!(texts_of(&page, "script"), [json]);
    }
}
