//! What the README and `docs/` show of data and manifests is read as they say. `tests/browser/snippets` runs the rest.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use satr::article;
use satr::view;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What stands between the fences of this language, and where.
fn snippets(language: &str) -> Vec<(String, String)> {
    let pages = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        pages.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    files.push(root().join("README.md"));
    let mut found = Vec::new();
    for file in files {
        let markdown = fs::read_to_string(&file).unwrap();
        let mut open: Option<(usize, String)> = None;
        for (line, at) in markdown.lines().zip(1..) {
            match &mut open {
                Some(_) if line == "```" => {
                    found.extend(open.take().map(|(at, text)| (format!("{}:{at}", file.display()), text)));
                }
                Some((_, text)) => *text += &format!("{line}\n"),
                None => open = (line == format!("```{language}")).then(|| (at, String::new())),
            }
        }
    }
    assert!(!found.is_empty(), "there is no {language}");
    found
}

#[test]
fn an_article_that_is_shown_is_read_without_a_note_and_is_the_schema_s() {
    let schema = serde_json::from_str(&satr::schema::json_schema()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for (place, json) in snippets("json") {
        let (article, notes) =
            article::from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{place}: {error}"));
        assert!(notes.is_empty(), "{place}: {notes:?}");
        assert!(!view::draw(&article, &satr::options::Options::default()).is_blank(), "{place} is blank");
        let value = serde_json::from_str(&json).unwrap();
        let wrong: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{place}: {wrong:?}");
    }
}

/// Cargo itself reads them, in a package beside which the library lies where they say.
#[test]
fn a_manifest_that_is_shown_finds_the_library_and_its_features() {
    let folder = env::temp_dir().join(format!("satr-docs-{}", std::process::id()));
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/lib.rs"), "").unwrap();
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    for (place, toml) in snippets("toml") {
        assert!(toml.contains(r#"path = "../satr""#), "{place}: {toml}");
        let own = "[package]\nname = \"shown\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n";
        let named = format!("path = {:?}", root());
        fs::write(folder.join("Cargo.toml"), own.to_owned() + &toml.replace(r#"path = "../satr""#, &named))
            .unwrap();
        let mut cargo = Command::new(env!("CARGO"));
        let read = cargo
            .args(["metadata", "--offline", "--format-version=1"])
            .current_dir(&folder)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&read.stderr);
        assert!(read.status.success(), "{place}: {said}");
    }
    fs::remove_dir_all(folder).unwrap();
}
