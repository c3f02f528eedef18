//! A field that is wrong costs that field: on an article with every field, each made wrong in every way.

use std::fs;
use std::path::Path;

use satr::article::{self, Article, Note, Problem};
use satr::options::Options;
use serde_json::{Value, json};

/// Where something is in JSON: a key or an index a step.
type Steps = Vec<Value>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn every_field() -> Value {
    serde_json::from_slice(&fs::read(root().join("tests/cases/every-field/input.json")).unwrap()).unwrap()
}

/// What a field may come as, whatever it takes.
fn values() -> Vec<Value> {
    let deep = (0..100).fold(json!("سطر"), |inner, _| json!([inner]));
    let scalars = [json!(null), json!(true), json!(false), json!(0), json!(-1), json!(1.5), json!(u64::MAX)];
    let others = [json!(""), json!("x"), json!([]), json!({}), json!([[]]), json!([null]), deep];
    scalars.into_iter().chain(others).collect()
}

fn fields(value: &Value, steps: &Steps, found: &mut Vec<Steps>) {
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

fn part<'v>(value: &'v mut Value, steps: &[Value]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Value::String(key) => value.get_mut(key),
        step => value.get_mut(usize::try_from(step.as_u64()?).ok()?),
    })
}

/// The value without what is at these steps; an item that is taken out leaves no gap.
fn without(mut value: Value, steps: &[Value]) -> Value {
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
fn written(steps: &[Value]) -> String {
    let step = |step: &Value| step.as_str().map_or_else(|| format!("[{step}]"), |key| format!(".{key}"));
    steps.iter().map(step).collect::<String>().trim_start_matches('.').to_owned()
}

/// What a wrong value at these steps may change at most: spans join when one of them changes, so running text is one
/// part, and a block is another block when its type is.
fn reach(steps: &[Value]) -> &[Value] {
    const RUNNING: [&str; 3] = ["lead", "text", "caption"];
    let is_running = |step: &Value| step.as_str().is_some_and(|key| RUNNING.contains(&key));
    let items = steps.iter().position(|step| step == "items").map(|at| at + 2);
    let running = steps.iter().position(is_running).map(|at| at + 1);
    let block = steps.iter().position(|step| step == "type");
    let end = [items, running, block].into_iter().flatten().min().unwrap_or(steps.len());
    &steps[..end.min(steps.len())]
}

/// Whether a value says nothing, so that it may be passed over without a note.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
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
    let others = |article: &Article| without(serde_json::to_value(article).unwrap(), reached);
    let (others_of_whole, others_of_rest) = (others(whole), others(&rest));

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
        assert_eq!(stray, None, "{said}: noted as left out, and more is lost or kept");
        let kept = others(&came);
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
    assert!(all.len() > 80, "{} fields", all.len());
    let (article, _) = read(&whole);
    for steps in &all {
        hold(&whole, &article, steps);
    }
}

#[test]
fn the_case_has_every_field_of_the_model() {
    let case = fs::read_to_string(root().join("tests/cases/every-field/input.json")).unwrap();
    let mut keys = 0;
    for file in fs::read_dir(root().join("src/article")).unwrap() {
        let path = file.unwrap().path();
        let Ok(source) = fs::read_to_string(&path) else { continue };
        for line in source.lines().filter(|line| line.ends_with(',')) {
            let Some((key, _)) = line.strip_prefix("        \"").and_then(|rest| rest.split_once("\" "))
            else {
                continue;
            };
            if line.contains(": ") {
                keys += 1;
                assert!(case.contains(&format!("\"{key}\":")), "{key} of {} is in no field", path.display());
            }
        }
    }
    assert!(keys > 40, "{keys} keys");
}
