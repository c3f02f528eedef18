//! The cases: folders of `tests/cases` that a person can open, and that every output is held against.
//!
//! | file | what |
//! | --- | --- |
//! | `source.txt` | the text of a page, if the case is one of importing |
//! | `input.json` | the article; imported from `source.txt` where there is one |
//! | `options.json` | how to draw it, if not by default |
//! | `notes.txt` | what was noted on the way, a line each, if anything |
//! | `expected.html` | what is drawn |
//!
//! Half-spaces are repaired by the lexicon, as in the browser, whether it is compiled in or not.
//!
//! With `SATR_BLESS=1` what comes out is written, not compared.

use std::fs;
use std::path::{Path, PathBuf};

use satr::article;
use satr::import::{Format, import};
use satr::options::Options;
use satr::{html, view};

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
        let tree = view::draw_with(&article, &Options::from_json(&options).unwrap(), Some(&repair));
        let html = html::render(&tree);
        let notes: String = notes.iter().map(|note| format!("{note}\n")).collect();
        hold(&case, "notes.txt", &notes);
        hold(&case, "expected.html", &html);
        assert_eq!(parser::nodes_of_html(&html), parser::nodes_of_tree(&tree), "{}", case.display());
    }
}
