//! The page of an article in which one field is missing, null, empty or wrong: whole, without an empty box, and with a
//! note where there was something to note.

use satr::article::{self, Article};
use satr::options::{Contents, Options, Tools};
use satr::{html, view};
use serde_json::{Value, json};

use crate::laws::empty_box;
use crate::parser::{nodes_of_html, nodes_of_tree};
use crate::wrong_fields::{Steps, every_field, fields, part, without, written};

/// Nothing of the kind that a value is.
fn empty(value: &Value) -> Value {
    match value {
        Value::String(_) => json!(""),
        Value::Array(_) => json!([]),
        Value::Object(_) => json!({}),
        Value::Number(_) => json!(0),
        other => other.clone(),
    }
}

/// What no field takes that takes a value of this kind.
fn wrong(value: &Value) -> Value {
    if value.is_boolean() { json!("درست") } else { json!(true) }
}

/// Draws an article, holds the page to its laws, and gives how many notes there were.
fn hold(said: &str, json: &Value) -> usize {
    let (article, notes) = article::from_json(json.to_string().as_bytes()).unwrap();
    let options = Options { contents: Contents::On, tools: Tools::ALL, ..Options::default() };
    for article in [&Article { withdrawn: None, ..article.clone() }, &article] {
        let tree = view::draw(article, &options);
        let nodes = nodes_of_tree(&tree);
        assert_eq!(empty_box(&nodes), None, "{said}: an empty box");
        assert_eq!(nodes_of_html(&html::render(&tree)), nodes, "{said}: parsed, it is another");
    }
    notes.len()
}

#[test]
fn a_field_that_says_nothing_or_is_wrong_leaves_a_whole_page() {
    let whole = every_field();
    assert_eq!(hold("as it is", &whole), 0);
    let mut all = Vec::new();
    fields(&whole, &Steps::new(), &mut all);
    for steps in &all {
        let path = written(steps);
        hold(&format!("{path} is missing"), &without(whole.clone(), steps));
        let with = |value: &dyn Fn(&Value) -> Value| {
            let mut json = whole.clone();
            let place = part(&mut json, steps).unwrap();
            *place = value(place);
            json
        };
        hold(&format!("{path} is null"), &with(&|_| Value::Null));
        hold(&format!("{path} is empty"), &with(&empty));
        let notes = hold(&format!("{path} is wrong"), &with(&wrong));
        // What a host gets whole may be anything.
        assert!(notes > 0 || steps.contains(&json!("data")), "{path} is wrong: no note");
    }
}

#[test]
fn nothing_at_all_is_an_empty_page() {
    let tree = view::draw(&Article::default(), &Options::default());
    assert_eq!(tree.events().count(), 0, "{}", html::render(&tree));
}
