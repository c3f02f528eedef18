//! The schema and the types that are published are those of the model, and the schema takes what is read.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use proptest::prelude::*;
use satr::article::{self, Note, Problem};
use satr::html;
use satr::options::Options;
use satr::view::{self, State};
use serde_json::{Value, json};

use crate::articles::{article, cases};
use crate::wrong_fields::{Steps, every_field, fields, part, values};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Holds what the model says against a file of the package. With `SATR_BLESS=1` it is written, not compared.
fn hold(file: &str, actual: &str) {
    let path = root().join("wasm/js").join(file);
    if std::env::var_os("SATR_BLESS").is_some() {
        fs::write(&path, actual).unwrap();
    }
    let is_same = fs::read_to_string(&path).is_ok_and(|expected| expected == actual);
    assert!(is_same, "{} is not what the model says: run `cargo xtask bless`", path.display());
}

#[test]
fn the_schema_is_that_of_the_model() {
    hold("article.schema.json", &satr::schema::json_schema());
}

#[test]
fn the_types_are_those_of_the_model() {
    hold("article.d.ts", &satr::schema::typescript());
}

#[test]
fn the_words_of_scripts_are_those_of_the_messages() {
    hold("words.js", &satr::view::words_module());
    hold("comment-words.js", &satr::view::comment_words_module());
}

/// What there is instead of an article, as scripts are to draw it.
#[test]
fn the_states_are_as_they_are_drawn() {
    for state in State::ALL {
        let html = html::render(&view::draw_state(state, &Options::default()));
        hold(&format!("../../tests/states/{}.html", state.name()), &html);
    }
}

fn schema() -> Value {
    serde_json::from_str(&satr::schema::json_schema()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn notes(value: &Value) -> Vec<Note> {
    article::from_json(value.to_string().as_bytes()).unwrap().1
}

/// Why a value is refused; nothing if it is not.
fn objections(validator: &Validator, value: &Value) -> String {
    let objection = |error: jsonschema::ValidationError<'_>| format!("{}: {error}\n", error.instance_path());
    validator.iter_errors(value).map(objection).collect()
}

/// The examples that the schema has, one for each kind of block at least.
fn examples() -> Vec<Value> {
    let schema = schema();
    let kinds = schema["$defs"]["Block"]["anyOf"].as_array().unwrap();
    let examples = kinds.iter().filter_map(|kind| kind["examples"].as_array()).flatten();
    let examples: Vec<Value> = examples.cloned().collect();
    let shown: Vec<&str> = examples.iter().map(|example| example["type"].as_str().unwrap()).collect();
    assert_eq!(shown, article::Block::KINDS);
    examples
}

#[test]
fn the_schema_is_one() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema()));
}

#[test]
fn a_case_without_notes_is_valid() {
    let validator = validator();
    let mut valid = 0;
    for case in fs::read_dir(root().join("tests/cases")).unwrap() {
        let path = case.unwrap().path().join("input.json");
        let value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        if notes(&value).is_empty() {
            assert_eq!(objections(&validator, &value), "", "{}", path.display());
            valid += 1;
        }
    }
    assert!(valid > 10, "{valid} cases");
}

#[test]
fn the_examples_are_valid_and_read_without_notes() {
    let article = json!({"body": examples()});
    assert_eq!(notes(&article), []);
    assert_eq!(objections(&validator(), &article), "");
}

/// An article of every form that an object, a list and running text may have.
fn every_form() -> Value {
    let span = json!({
        "text": "سطر", "marks": ["strong", "code"], "href": "/a", "lang": "en", "dir": "ltr", "expansion": "x",
        "time": 1_565_767_800, "footnote": "1",
    });
    let cell = json!({"text": ["یک", span], "header": true, "colspan": 2, "rowspan": 2});
    let image = json!({"url": "/a.jpg", "focus": {"x": 1, "y": 2}, "renditions": [{"url": "/b.avif", "type": "image/avif"}]});
    let mut body = examples();
    body.extend([
        json!("بند"),
        json!(["بند", span]),
        json!({"type": "mood", "text": span}),
        json!({"type": "table", "rows": [["یک", 2, span, [span, "سه"], cell]], "head": "سر"}),
        json!({"type": "figure", "image": image, "size": "wide"}),
        json!({"type": "video", "tracks": [{"url": "/a.vtt", "kind": "subtitles", "language": "fa"}], "poster": image}),
        json!({"type": "list", "items": [{"text": span, "list": {"items": ["یک", span]}}]}),
        json!({"type": "callout", "body": {"type": "callout", "body": "یک"}}),
    ]);
    json!({
        "body": body,
        "byline": {"name": "نام", "photo": image},
        "publisher": {"name": "نام", "logo": "/a.png"},
        "footnotes": ["یک", span, {"text": ["دو", span], "id": "a"}],
        "corrections": [{"text": [span, "یک"], "date": "2019-08-14"}, ["دو", span]],
        "lead": span,
    })
}

/// Of each field that is made wrong in every way: where reading notes a wrong type the schema refuses, and where it notes
/// nothing the schema takes it.
#[test]
fn the_schema_refuses_what_is_of_a_wrong_type_and_takes_what_is_read() {
    let validator = validator();
    let forms = [
        json!(["x", {"text": "x", "href": "/x"}]),
        json!([["x", ["x"]]]),
        json!({"text": "x", "marks": 5}),
        json!({"text": ["x"], "date": true}),
        json!({"type": "x", "text": true}),
    ];
    for whole in [every_field(), every_form()] {
        let mut all = Vec::new();
        fields(&whole, &Steps::new(), &mut all);
        for steps in &all {
            for value in values().into_iter().chain(forms.clone()) {
                let mut changed = whole.clone();
                *part(&mut changed, steps).unwrap() = value.clone();
                let notes = notes(&changed);
                let said = || format!("{} = {value}: {notes:?}", json!(steps));
                if notes.iter().any(|note| matches!(note.problem, Problem::WrongType { .. })) {
                    assert!(!validator.is_valid(&changed), "taken: {}", said());
                } else if notes.is_empty() {
                    assert!(validator.is_valid(&changed), "refused: {}", said());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_written_is_valid(article in article()) {
        thread_local! {
            static VALIDATOR: Validator = validator();
        }
        let value = serde_json::to_value(&article).unwrap();
        prop_assert_eq!(VALIDATOR.with(|validator| objections(validator, &value)), "");
    }
}
