//! A field that is wrong costs that field: on an article with every field, each made wrong in every way.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use satr::article::{self, Article, Block, Note, Problem};
use satr::options::Options;
use serde_json::{Value, json};

/// Where something is in JSON: a key or an index a step.
pub(crate) type Steps = Vec<Value>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The case with every field, and the one that would leave nothing of the others to be seen.
pub(crate) fn every_field() -> Value {
    let case = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(root().join("tests/cases").join(name).join("input.json")).unwrap())
            .unwrap()
    };
    let mut whole = case("every-field");
    whole["withdrawn"] = case("withdrawn")["withdrawn"].clone();
    whole
}

/// What a field may come as, whatever it takes.
pub(crate) fn values() -> Vec<Value> {
    let deep = (0..100).fold(json!("سطر"), |inner, _| json!([inner]));
    let scalars = [json!(null), json!(true), json!(false), json!(0), json!(-1), json!(1.5), json!(u64::MAX)];
    let others = [json!(""), json!("x"), json!([]), json!({}), json!([[]]), json!([null]), deep];
    scalars.into_iter().chain(others).collect()
}

pub(crate) fn fields(value: &Value, steps: &Steps, found: &mut Vec<Steps>) {
    let below = |step| steps.iter().cloned().chain([step]).collect::<Steps>();
    let inner: Vec<(Steps, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, value)| (below(json!(key)), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, value)| (below(json!(n)), value)).collect(),
        _ => return,
    };
    for (steps, value) in inner {
        found.push(steps.clone());
        fields(value, &steps, found);
    }
}

pub(crate) fn part<'v>(value: &'v mut Value, steps: &[Value]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Value::String(key) => value.get_mut(key),
        step => value.get_mut(usize::try_from(step.as_u64()?).ok()?),
    })
}

/// The value without what is at these steps; an item that is taken out leaves no gap.
pub(crate) fn without(mut value: Value, steps: &[Value]) -> Value {
    let (last, parent) = steps.split_last().unwrap();
    match (part(&mut value, parent), last) {
        (Some(Value::Object(entries)), Value::String(key)) => drop(entries.remove(key)),
        (Some(Value::Array(items)), step) => {
            let index = usize::try_from(step.as_u64().unwrap()).unwrap();
            if index < items.len() {
                items.remove(index);
            }
        }
        _ => {}
    }
    value
}

fn read(value: &Value) -> (Article, Vec<Note>) {
    article::from_json(value.to_string().as_bytes()).unwrap()
}

/// The path as notes write it.
pub(crate) fn written(steps: &[Value]) -> String {
    let step = |step: &Value| step.as_str().map_or_else(|| format!("[{step}]"), |key| format!(".{key}"));
    steps.iter().map(step).collect::<String>().trim_start_matches('.').to_owned()
}

/// What a wrong value at these steps may change at most: spans join when one of them changes, so running text is one
/// part, and so is what a host gets whole; a block is another block when its type is.
fn reach(steps: &[Value]) -> &[Value] {
    const WHOLE: [&str; 6] = ["lead", "text", "caption", "title", "question", "data"];
    let ends = |(at, step): (usize, &Value)| {
        let is_of_block = |at: usize| steps[..at].iter().rev().nth(1).is_none_or(|of| of != "renditions");
        match step.as_str()? {
            "type" if is_of_block(at) => Some(at),
            key if WHOLE.contains(&key) => Some(at + 1),
            // What may be running text is a part of its own where it is an object with keys of its own.
            key => {
                let (depth, keys) = running_items(key)?;
                let end = at + 1 + depth;
                let is_object = |step: &Value| step.as_str().is_some_and(|step| keys.contains(&step));
                (!steps.get(end).is_some_and(is_object)).then_some(end)
            }
        }
    };
    let end = steps.iter().enumerate().find_map(ends).unwrap_or(steps.len());
    &steps[..end.min(steps.len())]
}

/// How deep below a field its items are that may be running text, and the keys of one that is an object.
fn running_items(field: &str) -> Option<(usize, &'static [&'static str])> {
    match field {
        "items" => Some((1, &["text", "list"])),
        "footnotes" => Some((1, &["text", "id"])),
        "head" | "rows" | "foot" => Some((2, &["text", "header", "colspan", "rowspan"])),
        "lines" => Some((2, &[])),
        _ => None,
    }
}

/// Whether what is at these steps keeps its place when it is wrong, and is then an empty one: those behind it stand in
/// places of their own.
fn keeps_its_place(steps: &[Value]) -> bool {
    (1..=2).any(|depth| {
        let field = steps.iter().rev().nth(depth).and_then(Value::as_str).unwrap_or_default();
        let is_inside = steps.iter().rev().take(depth).all(Value::is_u64);
        is_inside && field != "footnotes" && running_items(field).is_some_and(|(deepest, _)| depth <= deepest)
    })
}

/// Whether a value says nothing, so that it may be passed over without a note.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_u64() == Some(0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    }
}

/// Holds the law for one field and every value.
fn hold(json: &Value, whole: &Article, steps: &Steps) {
    let (path, reached) = (written(steps), reach(steps));
    let (rest, _) = read(&without(json.clone(), steps));
    let json_of = |article: &Article| serde_json::to_value(article).unwrap();
    let (others_of_whole, others_of_rest) =
        (without(json_of(whole), reached), without(json_of(&rest), reached));

    for value in values() {
        let said = format!("{path} = {value}");
        let mut wrong = json.clone();
        *part(&mut wrong, steps).unwrap() = value.clone();
        let (came, notes) = read(&wrong);

        for note in &notes {
            let names_it = note.path.starts_with(&path) || note.path == written(reached);
            assert!(names_it || matches!(note.problem, Problem::TooDeep(_)), "{said}: {note}");
        }
        if came == rest {
            assert!(is_blank(&value) || !notes.is_empty(), "{said}: lost without a word");
            continue;
        }
        let is_left_out = |note: &Note| note.path == path && reached == steps.as_slice();
        let stray = notes.iter().find(|note| is_left_out(note) && !is_kept(&note.problem));
        let mut kept = json_of(&came);
        let is_empty = keeps_its_place(steps) && part(&mut kept, steps).is_some_and(|place| is_blank(place));
        assert!(
            stray.is_none() || is_empty,
            "{said}: noted as left out, and more is lost or kept: {stray:?}"
        );
        let kept = without(kept, reached);
        assert!(kept == others_of_whole || kept == others_of_rest, "{said}: the rest is another: {kept}");
        assert!(!satr::render_html(&came, &Options::default()).is_empty(), "{said}");
    }
}

/// Whether a problem is noted of what is kept all the same.
fn is_kept(problem: &Problem) -> bool {
    matches!(problem, Problem::UnknownBlock { .. } | Problem::NewerVersion(_))
}

#[test]
fn a_wrong_field_costs_that_field() {
    let whole = every_field();
    let mut all = Vec::new();
    fields(&whole, &Steps::new(), &mut all);
    assert!(all.len() > 300, "{} fields", all.len());
    let (article, _) = read(&whole);
    for steps in &all {
        hold(&whole, &article, steps);
    }
}

#[test]
fn the_case_has_every_field_of_the_model() {
    let case = every_field();
    let said = case.to_string();
    let model = model();
    assert!(model.values().map(Vec::len).sum::<usize>() > 100, "{} objects", model.len());
    for (name, keys) in &model {
        for key in keys {
            assert!(said.contains(&format!("\"{key}\":")), "{key} of {name} is in no field");
        }
    }
    for (kind, object) in kinds() {
        let mut blocks = Vec::new();
        gather(&case, &kind, &mut blocks);
        assert!(!blocks.is_empty(), "there is no {kind}");
        for key in &model[&object] {
            assert!(blocks.iter().any(|block| block.get(key).is_some()), "{key} is in no {kind}");
        }
    }
}

/// The objects of the model, as the sources declare them: each by its name, with its keys.
fn model() -> BTreeMap<String, Vec<String>> {
    let mut model = BTreeMap::<String, Vec<String>>::new();
    for folder in ["src/article", "src/article/block"] {
        for file in fs::read_dir(root().join(folder)).unwrap() {
            let Ok(source) = fs::read_to_string(file.unwrap().path()) else { continue };
            let mut name = "";
            for line in source.lines() {
                if let Some(rest) = line.strip_prefix("    pub struct ") {
                    name = rest.split(' ').next().unwrap();
                    model.entry(name.to_owned()).or_default();
                }
                let key = line.strip_prefix("        \"").and_then(|rest| rest.split_once("\" "));
                if let Some((key, _)) = key.filter(|(_, rest)| rest.contains(": ") && rest.ends_with(',')) {
                    model.get_mut(name).unwrap().push(key.to_owned());
                }
            }
        }
    }
    model
}

/// The kinds of blocks, as the source declares them: each by its name in JSON, with its object.
fn kinds() -> Vec<(String, String)> {
    let source = fs::read_to_string(root().join("src/article/block/mod.rs")).unwrap();
    let kind = |line: &str| {
        let (object, name) = line.trim().split_once('(')?.1.split_once(") = \"")?;
        Some((name.strip_suffix("\",")?.to_owned(), object.to_owned()))
    };
    let kinds: Vec<_> = source.lines().filter_map(kind).collect();
    assert_eq!(kinds.iter().map(|(kind, _)| &**kind).collect::<Vec<_>>(), Block::KINDS);
    kinds
}

/// Every block of a kind, however deep.
fn gather<'v>(value: &'v Value, kind: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(entries) => {
            if value.get("type").is_some_and(|name| name == kind) {
                found.push(value);
            }
            entries.values().for_each(|value| gather(value, kind, found));
        }
        Value::Array(items) => items.iter().for_each(|value| gather(value, kind, found)),
        _ => {}
    }
}
