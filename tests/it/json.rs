//! The JSON reader beside serde_json: what one reads the other reads, and nothing else.

use proptest::prelude::*;
use satr::value::{self, Value};

/// The same value as serde_json has it; a number is compared by what it says.
fn agrees(ours: &Value<'_>, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), Theirs::Number(theirs)) => {
            let (ours, theirs) = (ours.parse::<f64>().unwrap(), theirs.as_f64().unwrap());
            (ours - theirs).abs() <= ours.abs() * 1e-12 // theirs is off by a digit at times
        }
        (Value::String(ours), Theirs::String(theirs)) => ours == theirs,
        (Value::Array(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| agrees(ours, theirs))
        }
        (Value::Object(ours), Theirs::Object(theirs)) => {
            theirs.iter().all(|(key, theirs)| {
                let last = ours.iter().rev().find(|(ours, _)| ours == key);
                last.is_some_and(|(_, ours)| agrees(ours, theirs))
            }) && ours.iter().all(|(key, _)| theirs.contains_key(key.as_ref()))
        }
        _ => false,
    }
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let theirs: Result<serde_json::Value, _> = serde_json::from_str(text);
    match (value::parse(text), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert!(agrees(&ours.value, &theirs), "{text}"),
        (Err(_), Err(_)) => {}
        // Where serde_json reads a number as a float it refuses one that is too large for that.
        (Ok(_), Err(error)) if error.to_string().starts_with("number out of range") => {}
        // It refuses half a surrogate pair, which JavaScript writes and we mend.
        (Ok(_), Err(error))
            if error.to_string().contains("surrogate") || error.to_string().contains("hex escape") => {}
        (ours, theirs) => prop_assert!(false, "{text}: {ours:?} and {theirs:?}"),
    }
    Ok(())
}

/// Text that is nearly JSON: its own words and marks, in any order.
fn nearly_json() -> impl Strategy<Value = String> {
    let parts = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "0633",
        "d83d",
        "de00",
        "null",
        "true",
        "fa",
        "-",
        "0",
        "1",
        "9.5",
        ".",
        "e",
        "E+2",
        " ",
        "\n",
        "\t",
        "\"a\"",
        "\"سطر\"",
        "{\"a\":",
        "[1,",
        "\u{1}",
        "\u{feff}",
        "😀",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..14).prop_map(|parts| parts.concat())
}

/// A JSON value, written with spaces and escapes where JSON allows them.
fn json() -> impl Strategy<Value = String> {
    let string = prop::collection::vec(
        prop::sample::select(vec![
            "س",
            "a",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\b\\f\\r\\t",
            "\\u0633",
            "\\ud83d\\ude00",
            "😀",
            " ",
        ]),
        0..6,
    )
    .prop_map(|parts| format!("\"{}\"", parts.concat()));
    let scalar = prop_oneof![
        Just("null".to_owned()),
        Just(" true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_filter("JSON has no infinity", |f| f.is_finite()).prop_map(|f| format!("{f:e} ")),
        string.clone(),
    ];
    scalar.prop_recursive(5, 60, 6, move |inner| {
        let entry = (string.clone(), inner.clone()).prop_map(|(key, value)| format!("{key} :\r\n{value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(|items| format!("[{} ]", items.join(" , "))),
            prop::collection::vec(entry, 0..6).prop_map(|entries| format!("{{{} }}", entries.join(","))),
        ]
    })
}

proptest! {
    #[test]
    fn json_is_read_as_serde_json_reads_it(text in json()) {
        prop_assert!(value::parse(&text).is_ok(), "{}", text);
        check(&text)?;
    }

    #[test]
    fn what_is_nearly_json_is_refused_alike(text in nearly_json()) {
        check(&text)?;
    }

    #[test]
    fn what_is_cut_is_read_or_refused_alike(text in json(), cut in any::<prop::sample::Index>()) {
        let end = cut.index(text.len() + 1);
        if let Some(start) = text.get(..end) {
            check(start)?;
        }
    }
}

#[test]
fn corners_are_read_alike() {
    for text in [
        "-",
        "-0",
        "00",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1E-0",
        "+1",
        "--1",
        "0x1",
        "1 2",
        "[1,]",
        "{,}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{1:2}",
        "[1 2]",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800",
        "nul",
        "nullnull",
        "truefalse",
        "]",
        "}",
        "[}",
        "{]",
        "",
        " ",
        "\"",
        "\u{feff}1",
        "[[[[]]]]",
        "{\"a\":{\"a\":{}}}",
        "\"\u{7f}\"",
    ] {
        check(text).unwrap_or_else(|why| panic!("{text}: {why}"));
    }
}
