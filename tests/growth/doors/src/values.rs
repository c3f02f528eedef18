//! JSON of every shape, articles or not, in, the work of reading it out.

use satr::article::from_json;
use satr::value::{decode, parse};

use crate::{Door, Shape};

pub(crate) const DOORS: &[Door] = &[
    ("value", |json| Box::new(move || usize::from(decode(json.as_bytes()).and_then(parse).is_ok()))),
    ("article::from_json", |json| Box::new(move || usize::from(from_json(json.as_bytes()).is_ok()))),
];

/// So many pieces between a beginning and an end.
fn around(begin: &str, piece: &str, pieces: usize, end: &str) -> String {
    format!("{begin}{}{end}", piece.repeat(pieces))
}

/// An object with so many names.
fn names(name: fn(usize) -> String, pieces: usize) -> String {
    let entries: Vec<String> = (0..pieces).map(|piece| format!("\"{}\":1", name(piece))).collect();
    format!("{{{}}}", entries.join(","))
}

pub(crate) const SHAPES: &[Shape] = &[
    ("a long array", |n| around("[", "1,", n, "1]")),
    ("a long array of texts", |n| around("[", r#""ب","#, n, "1]")),
    ("a long array of arrays", |n| around("[", "[1],", n, "1]")),
    ("a long text", |n| around(r#"{"headline":""#, "ب", n, r#""}"#)),
    ("escapes", |n| around(r#"{"headline":""#, r"\n\u0628", n, r#""}"#)),
    ("halves of pairs", |n| around(r#"{"headline":""#, r"\ud800", n, r#""}"#)),
    ("pairs", |n| around(r#"{"headline":""#, r"\ud83d\ude00", n, r#""}"#)),
    ("backslashes", |n| around(r#"{"headline":""#, r"\\", n, r#""}"#)),
    ("a long number", |n| around(r#"{"id":"#, "1", n, "}")),
    ("a long fraction", |n| around(r#"{"id":0."#, "1", n, "}")),
    ("white space", |n| around("{", " \n", n, r#""headline":"ب"}"#)),
    ("openings", |n| "[".repeat(n)),
    ("openings and ends", |n| "[".repeat(n) + &"]".repeat(n)),
    ("openings in objects", |n| around("", r#"{"body":["#, n, "")),
    ("openings and ends in objects", |n| r#"{"a":"#.repeat(n) + "1" + &"}".repeat(n)),
    ("many depths", |n| around("[", &("[".repeat(60) + &"]".repeat(60) + ","), n / 64, "1]")),
    ("an array without an end", |n| around("[", "1,", n, "")),
    ("a text without an end", |n| around(r#"{"headline":""#, "ب", n, "")),
    ("unknown names", |n| names(|piece| format!("x{piece:06}"), n)),
    ("one name", |n| names(|_| String::from("headline"), n)),
    ("long names", |n| around(r#"{""#, "ب", n, r#"":1}"#)),
    ("marks", |n| around(r#"{"lead":[{"text":"ب","marks":["#, r#""strong","#, n, r#""code"]}]}"#)),
    ("wrong spans", |n| around(r#"{"lead":["#, "[1],", n, "1]}")),
    ("a long address", |n| around(r#"{"url":""#, "https://a.ir/", n, r#""}"#)),
    ("marks of byte order", |n| around(r#"{"headline":""#, "\u{feff}", n, r#""}"#)),
];
