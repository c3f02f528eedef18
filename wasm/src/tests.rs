//! What the exports owe to JavaScript, asked in a browser; the pages of `tests/browser` ask the rest.
#![expect(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]

extern crate std;

use std::prelude::v1::*;

use js_sys::{Array, Function, Uint32Array};
use satr::article;
use satr::options::Options;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Node, ShadowRootInit, ShadowRootMode};

use super::{render, render_to_bytes, start};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = r#"{
    "headline": "نخستین باران پاییزی",
    "published": "2019-08-14T12:00:00+04:30",
    "body": ["باران از ساعت 5 آغاز شد.", {"type": "list", "items": ["یک", {"text": "<دو>", "marks": ["strong"]}]}]
}"#;

/// What the core writes for the article, without any of this crate.
fn expected(options: &str) -> String {
    let (article, _) = article::from_json(ARTICLE.as_bytes()).unwrap();
    satr::render_html(&article, &Options::from_json(options).unwrap())
}

/// Every test program is an instance of its own that nobody has started.
fn element() -> Element {
    start();
    document().create_element("div").unwrap()
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Draws as `render`, and does what the shell does with what that gives; returns the notes.
fn drawn(article: &[u8], options: &str, repair: &JsValue, target: &Node) -> Result<Option<Array>, JsValue> {
    let Some(given) = render(article, options, repair, target, None)? else { return Ok(None) };
    let put = Function::new_with_args(
        "pen, target",
        "const steps = pen.build(); let step; do step = steps.next(); while (!step.done); target.replaceChildren(step.value);",
    );
    put.call2(&JsValue::UNDEFINED, &given.get(1), target).unwrap();
    Ok(Some(given.get(0).unchecked_into()))
}

/// The strings of a list, as the exports pass what has parts.
fn strings(list: &JsValue) -> Vec<String> {
    assert!(Array::is_array(list));
    Array::from(list).iter().map(|part| part.as_string().unwrap()).collect()
}

#[wasm_bindgen_test]
fn an_element_holds_the_article_and_nothing_else() {
    let target = element();
    target.set_text_content(Some("what stood here before"));
    let notes = drawn(ARTICLE.as_bytes(), "{}", &JsValue::UNDEFINED, &target).unwrap().unwrap();
    assert_eq!(notes.length(), 0);
    assert_eq!(target.inner_html(), expected("{}"));
}

#[wasm_bindgen_test]
fn a_shadow_root_holds_the_same() {
    let root = element().attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    drawn(ARTICLE.as_bytes(), "{}", &JsValue::UNDEFINED, &root).unwrap().unwrap();
    assert_eq!(root.inner_html(), expected("{}"));
}

#[wasm_bindgen_test]
fn bytes_are_those_of_the_core() {
    let bytes = render_to_bytes(ARTICLE.as_bytes(), "{}", &JsValue::UNDEFINED).unwrap().unwrap();
    assert_eq!(String::from_utf8(bytes.to_vec()).unwrap(), expected("{}"));
}

#[wasm_bindgen_test]
fn options_reach_both_outputs() {
    let options = r#"{"numerals": "latin", "theme": "dark"}"#;
    assert_ne!(expected(options), expected("{}"));
    let target = element();
    drawn(ARTICLE.as_bytes(), options, &JsValue::UNDEFINED, &target).unwrap().unwrap();
    assert_eq!(target.inner_html(), expected(options));
    let bytes = render_to_bytes(ARTICLE.as_bytes(), options, &JsValue::UNDEFINED).unwrap().unwrap();
    assert_eq!(bytes.to_vec(), expected(options).as_bytes());
}

#[wasm_bindgen_test]
fn a_note_is_its_path_its_code_and_what_it_says() {
    let article = r#"{"headline": "سطر", "tags": [{"url": 5}]}"#.as_bytes();
    let notes = drawn(article, "{}", &JsValue::UNDEFINED, &element()).unwrap().unwrap();
    assert_eq!(notes.length(), 1);
    let expected = ["tags[0].url", "wrong-type", "expected an address as a string, a number came"];
    assert_eq!(strings(&notes.get(0)), expected);
}

#[wasm_bindgen_test]
fn an_error_is_its_code_and_its_detail_and_leaves_the_target() {
    let target = element();
    target.set_text_content(Some("متن پیشین"));
    for (article, options, code) in [
        ("", "{}", "empty"),
        ("{}", "{}", "empty"),
        ("{", "{}", "bad-json"),
        ("[]", "{}", "bad-type"),
        (ARTICLE, r#"{"theme": "blue"}"#, "bad-options"),
    ] {
        let none = &JsValue::UNDEFINED;
        let error = strings(&drawn(article.as_bytes(), options, none, &target).unwrap_err());
        assert_eq!(error.len(), 2, "{article}");
        assert_eq!(error.first().unwrap(), code, "{article}");
        assert_eq!(
            error,
            strings(&render_to_bytes(article.as_bytes(), options, none).unwrap_err()),
            "{article}"
        );
    }
    assert_eq!(target.text_content().unwrap(), "متن پیشین");
}

/// An article that has lost its half-spaces, where repair is asked for.
const DAMAGED: &str = r#"{"headline": "کتابهای ما"}"#;
const REPAIR: &str = r#"{"typography": "repair"}"#;

#[wasm_bindgen_test]
fn an_article_to_be_repaired_waits_for_what_repairs_it() {
    let target = element();
    assert!(drawn(DAMAGED.as_bytes(), REPAIR, &JsValue::UNDEFINED, &target).unwrap().is_none());
    assert_eq!(target.inner_html(), "");
    drawn(DAMAGED.as_bytes(), REPAIR, &JsValue::NULL, &target).unwrap().unwrap();
    assert!(target.inner_html().contains("کتابهای ما"));
}

#[wasm_bindgen_test]
fn a_repair_gives_places_in_bytes() {
    // A half-space behind the eighth byte, for the plural: the tenth of the rules.
    let repair = Function::new_with_args(
        "text, rules",
        "return text === 'کتابهای ما' && rules !== 0 ? [8, 8, 19] : []",
    );
    let target = element();
    drawn(DAMAGED.as_bytes(), REPAIR, &repair, &target).unwrap().unwrap();
    assert!(target.inner_html().contains("کتاب\u{200C}های ما"), "{}", target.inner_html());
    let broken = Function::new_no_args("throw new Error()");
    drawn(DAMAGED.as_bytes(), REPAIR, &broken, &target).unwrap().unwrap();
    assert!(target.inner_html().contains("کتابهای ما"));
}

#[wasm_bindgen_test]
fn a_page_comes_in_slices() {
    let comments = r#"[{"author": "یک"}, {"author": "دو"}, {"author": "سه"}]"#;
    let article = [r#"{"headline": "سطر", "comments": "#, comments, "}"].concat();
    let mut slice = Some(vec![2]);
    let mut slices = 0;
    while slice.is_some() {
        let given =
            render(article.as_bytes(), "{}", &JsValue::UNDEFINED, &element(), slice).unwrap().unwrap();
        let next = given.get(2);
        slice = (!next.is_undefined()).then(|| Uint32Array::from(next).to_vec());
        slices += 1;
    }
    assert_eq!(slices, 2);
}
