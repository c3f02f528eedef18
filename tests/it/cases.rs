//! The cases: folders of `tests/cases` that a person can open, and that every output is held against.
//!
//! | file | what |
//! | --- | --- |
//! | `source.txt` | the text of a page, if the case is one of importing |
//! | `input.json` | the article; imported from `source.txt` where there is one |
//! | `options.json` | how to draw it, if not by default |
//! | `notes.txt` | what was noted on the way, a line each, if anything |
//! | `expected.html` | what is drawn |
//! | `expected.txt`, `expected.jsonld` | the same for machines; held where they are, which some cases are enough for |
//!
//! Half-spaces are repaired by the lexicon, as in the browser, whether it is compiled in or not.
//!
//! With `SATR_BLESS=1` what comes out is written, not compared.

use std::fs;
use std::path::{Path, PathBuf};

use satr::article::{self, Block, Mark};
use satr::import::{Format, import};
use satr::options::Options;
use satr::{html, json_ld, plain, view};
use serde_json::Value;

use crate::parser;
use crate::repair::repair;

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 3, "the cases are gone");
    cases
}

/// Holds what came out against a file of the case; nothing and no file are the same.
fn hold(case: &Path, file: &str, actual: &str) {
    let path = case.join(file);
    if std::env::var_os("SATR_BLESS").is_some() {
        if actual.is_empty() {
            let _ = fs::remove_file(&path);
        } else {
            fs::write(&path, actual).unwrap();
        }
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let lines = expected.lines().zip(actual.lines());
    if let Some((line, (expected, actual))) = lines.enumerate().find(|(_, (e, a))| e != a) {
        panic!("{} line {}\n  expected: {expected}\n  came:     {actual}", path.display(), line + 1);
    }
    assert_eq!(expected, actual, "{}", path.display());
}

#[test]
fn every_case_comes_out_as_expected() {
    for case in cases() {
        let mut notes = Vec::new();
        if let Ok(source) = fs::read(case.join("source.txt")) {
            let (article, imported) = import(&source, Format::Text).unwrap();
            notes.extend(imported);
            hold(&case, "input.json", &(serde_json::to_string_pretty(&article).unwrap() + "\n"));
        }
        let (article, read) = article::from_json(&fs::read(case.join("input.json")).unwrap()).unwrap();
        notes.extend(read);
        let options = fs::read_to_string(case.join("options.json")).unwrap_or("{}".into());
        let options = Options::from_json(&options).unwrap();
        let tree = view::draw_with(&article, &options, Some(&repair));
        let html = html::render(&tree);
        let notes: String = notes.iter().map(|note| format!("{note}\n")).collect();
        hold(&case, "notes.txt", &notes);
        hold(&case, "expected.html", &html);
        if case.join("expected.txt").exists() {
            hold(&case, "expected.txt", &plain::render(&tree, options.numerals));
        }
        // It repairs by what is compiled in.
        if cfg!(feature = "lexicon") && case.join("expected.jsonld").exists() {
            hold(&case, "expected.jsonld", &(json_ld::render(&article, &options) + "\n"));
        }
        assert_eq!(parser::nodes_of_html(&html), parser::nodes_of_tree(&tree), "{}", case.display());
    }
}

/// Every name under a key, however deep.
fn gather<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                match value {
                    Value::String(said) if name == key => found.push(said),
                    Value::Array(said) if name == key => found.extend(said.iter().filter_map(Value::as_str)),
                    _ => {}
                }
                gather(value, key, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|value| gather(value, key, found)),
        _ => {}
    }
}

#[test]
fn every_kind_of_block_and_every_mark_has_a_case() {
    let json_of = |case: &Path| -> Value {
        serde_json::from_slice(&fs::read(case.join("input.json")).unwrap()).unwrap()
    };
    for kind in Block::KINDS {
        let kebab: String = kind
            .chars()
            .flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain([c.to_ascii_lowercase()]))
            .collect();
        let name = format!("block-{kebab}");
        let case = cases().into_iter().find(|case| case.ends_with(&name));
        let case = json_of(&case.unwrap_or_else(|| panic!("there is no {name}")));
        let mut kinds = Vec::new();
        gather(&case, "type", &mut kinds);
        assert!(kinds.contains(kind), "{name} has no {kind}");
    }
    let inputs: Vec<Value> = cases().iter().map(|case| json_of(case)).collect();
    let mut marks = Vec::new();
    inputs.iter().for_each(|input| gather(input, "marks", &mut marks));
    for mark in Mark::ALL {
        assert!(marks.contains(&mark.name()), "{} is in no case", mark.name());
    }
}
