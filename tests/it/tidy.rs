//! The house rules that a compiler does not know.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn files(folder: &Path, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "dist", "cases"].contains(&name.as_str()) && !name.starts_with('.')
            {
                found.extend(files(&path, endings));
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// A floor of the core: its number and what it says it uses.
struct Floor {
    number: u32,
    uses: Vec<String>,
}

/// The floors by name, as each module's second line tells them: `//! Floor 5. Uses: article, text.`
fn floors() -> BTreeMap<String, Floor> {
    let mut floors = BTreeMap::new();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name == "lib" {
            continue;
        }
        let file = if path.is_dir() { path.join("mod.rs") } else { path };
        let text = fs::read_to_string(&file).unwrap();
        let line = text.lines().nth(1).and_then(|line| line.strip_prefix("//! Floor "));
        let (number, uses) = line.and_then(|line| line.split_once(". Uses: ")).unwrap_or_else(|| {
            panic!("{}: the second line should be `//! Floor N. Uses: …`", file.display())
        });
        let word =
            |part: &str| part.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_owned();
        let uses = uses.split(',').map(word).filter(|word| word != "nothing").collect();
        floors.insert(name, Floor { number: number.parse().unwrap(), uses });
    }
    floors
}

#[test]
fn no_floor_looks_up() {
    let floors = floors();
    for (name, floor) in &floors {
        for used in &floor.uses {
            assert!(
                floors[used].number < floor.number,
                "{name} says it uses {used}, which is no floor below"
            );
        }
    }
    for (path, text) in files(&root().join("src"), &[".rs"]) {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let name = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let Some(floor) = floors.get(&name) else { continue };
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_own = used == name || used.is_empty();
                assert!(
                    is_own || floor.uses.contains(&used),
                    "{}: {name} uses {used}: {line}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_core_names_no_world_outside() {
    let outside = [
        "wasm_bindgen",
        "web_sys",
        "js_sys",
        "target_arch",
        "std::fs",
        "std::net",
        "std::env",
        "std::time",
        "std::thread",
        "SystemTime",
        "Instant::",
        "println!",
        "thread_local",
    ];
    for (path, text) in files(&root().join("src"), &[".rs"]) {
        for name in outside {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn every_class_is_styled_and_every_style_is_written() {
    let rules: String = satr::view::STYLESHEET
        .split("/*")
        .map(|part| part.split_once("*/").map_or(part, |(_, rule)| rule))
        .collect();
    let mut styled: Vec<_> = rules
        .split('.')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>())
        .filter(|name| name.starts_with("satr"))
        .collect();
    styled.sort();
    styled.dedup();
    let mut written: Vec<_> = satr::tree::Class::ALL.iter().map(|class| class.name().to_owned()).collect();
    // What scripts add is theirs to name.
    for (_, script) in files(&root().join("wasm/js"), &[".js"]) {
        let names = script.split("className: \"").skip(1).filter_map(|rest| rest.split_once('"'));
        written.extend(names.map(|(name, _)| name.to_owned()));
    }
    written.sort();
    written.dedup();
    assert_eq!(styled, written);
}

/// Whoever packs the sheet takes the folder as it stands.
#[test]
fn the_stylesheet_is_its_folder() {
    let mut sheets = files(&root().join("src/view/sheet"), &[".css"]);
    sheets.sort();
    let joined: String = sheets.into_iter().map(|(_, sheet)| sheet).collect();
    assert_eq!(joined, satr::view::STYLESHEET);
}

#[test]
fn no_source_hides_its_direction() {
    for (path, text) in files(&root(), &[".rs", ".js", ".mjs", ".css", ".html", ".toml", ".md"]) {
        let hidden = text.chars().find(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        assert_eq!(hidden, None, "{}", path.display());
    }
}

#[test]
fn escapes_of_characters_are_in_one_place() {
    for (path, text) in files(&root().join("src"), &[".rs"]) {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let is_exempt = path.ends_with("text/chars.rs") || path.ends_with("tests.rs");
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let escape = lines.filter(|_| !is_exempt).find(|line| line.contains("\\u{"));
        assert_eq!(escape, None, "{}: name the character in text::chars", path.display());
    }
}

/// What a page says of its own is said in the article's language: a view takes it from its messages.
#[test]
fn no_view_speaks_a_language_of_its_own() {
    let blocks = [
        '\u{600}'..='\u{6ff}',
        '\u{750}'..='\u{77f}',
        '\u{870}'..='\u{8ff}',
        '\u{fb50}'..='\u{fdff}',
        '\u{fe70}'..='\u{fefc}',
    ];
    let is_arabic_script = |c: char| blocks.iter().any(|block| block.contains(&c));
    let views = root().join("src/view");
    for (path, text) in files(&views, &[".rs"]) {
        if path.starts_with(views.join("messages")) || path.ends_with("tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap();
        // Rust has such letters in literals and comments alone.
        let said = code.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
        let said = said.map(|line| line.split_once(" // ").map_or(line, |(code, _)| code));
        let word = said.zip(1..).find(|(line, _)| line.contains(is_arabic_script));
        assert_eq!(word, None, "{}: its place is src/view/messages", path.display());
    }
}

#[test]
fn files_are_of_a_size_to_read() {
    for (path, text) in files(&root(), &[".rs", ".js", ".mjs", ".css"]) {
        let lines = text.lines().count();
        assert!(lines <= 500, "{} has {lines} lines: which rooms are in it?", path.display());
    }
}
