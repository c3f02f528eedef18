//! The program, as typed.
#![allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What came of the program: whether it succeeded, what it wrote, what it said.
fn satr(arguments: &[&str], input: &str) -> (bool, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_satr"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that refuses what it was told has ended before it reads.
    let given = child.stdin.take().unwrap().write_all(input.as_bytes());
    assert!(given.is_ok() || child.wait().is_ok_and(|status| !status.success()));
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

const TEXT: &str = "نخستین باران پاییزی در سمنان\n\nسمنان - باران از صبح آغاز شد.\n\nچاپ\n\nکد خبر 12";
const JSON: &str = r#"{"headline": "باران", "body": "آمد.", "tags": true}"#;

#[test]
fn the_format_is_told_from_the_text() {
    let (done, page, notes) = satr(&["render"], TEXT);
    assert!(done && page.starts_with("<!DOCTYPE html>"), "{notes}");
    assert!(page.contains("<h1 class=\"satr-headline\">نخستین باران پاییزی در سمنان</h1>"));
    assert_eq!(notes, "satr: standard input: line 5: not part of the article: چاپ\n");

    let (done, fragment, notes) = satr(&["render", "--fragment", "-"], JSON);
    assert!(done && fragment.starts_with("<div class=\"satr\"") && fragment.ends_with("</div>"));
    assert_eq!(notes, "satr: standard input: tags: expected a string, a boolean came\n");
}

#[test]
fn what_to_write_can_be_said() {
    let to = |what: &str| satr(&["render", "--to", what], JSON).1;
    assert!(to("page").starts_with("<!DOCTYPE html>") && to("page").contains("application/ld+json"));
    assert_eq!(to("article"), satr(&["render", "--fragment"], JSON).1);
    assert_eq!(to("text"), "باران\n\nآمد.\n");
    assert!(to("json-ld").starts_with(r#"{"@context":"https://schema.org","@type":"NewsArticle""#));
    assert!(!satr(&["render", "--to", "text", "--fragment"], JSON).0);
}

#[test]
fn a_format_can_be_said() {
    let (done, _, error) = satr(&["render", "--format", "json"], TEXT);
    assert!(!done);
    assert_eq!(error, "satr: standard input: expected JSON, line 1 column 1 is not\n");
    assert!(satr(&["render", "--format", "text"], "{}\n\nمتن").0);
}

#[test]
fn a_page_can_be_written_to_a_file() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (input, output) = (folder.join("in.json"), folder.join("out.html"));
    fs::write(&input, JSON).unwrap();
    let (done, printed, _) = satr(&["render", input.to_str().unwrap(), "-o", output.to_str().unwrap()], "");
    assert!(done && printed.is_empty());
    assert!(fs::read_to_string(&output).unwrap().contains("<h1 class=\"satr-headline\">باران</h1>"));
}

#[test]
fn lines_are_repaired_one_by_one() {
    let damaged = "سازمانهای مردمنهاد\nمي رود ،و 12 کتاب\r\n\n";
    let (done, polished, _) = satr(&["repair"], damaged);
    assert!(done);
    assert_eq!(polished, "سازمانهای مردمنهاد\nمی رود، و 12 کتاب\r\n\n");
    let (_, repaired, told) =
        satr(&["repair", "--mode", "repair", "--edits", "--numerals", "persian"], damaged);
    assert_eq!(repaired, "سازمان\u{200C}های مردم\u{200C}نهاد\nمی\u{200C}رود، و ۱۲ کتاب\r\n\n");
    assert!(told.starts_with("standard input:1:7: plural: \"\" → \"\\u{200c}\"\n"), "{told}");
    assert!(told.contains("standard input:2:2: letters: \"ي\" → \"ی\"\n"), "{told}");
    assert_eq!(told.lines().count(), 8, "{told}");
}

#[test]
fn a_repair_can_be_bounded() {
    let damaged = "كتابهای مردمنهاد";
    let with = |arguments: &[&str]| satr(&[&["repair"], arguments].concat(), damaged).1;
    assert_eq!(with(&["--mode", "off"]), damaged);
    assert_eq!(with(&["--mode", "repair", "--no-lexicon"]), "کتاب\u{200C}های مردمنهاد");
    assert_eq!(with(&["--mode", "repair", "--without", "letters"]), "كتاب\u{200C}های مردم\u{200C}نهاد");
    assert!(satr(&["repair", "--with", "half-space"], "").2.contains("expected the name of a rule"));
}

#[test]
fn failures_say_what_was_expected_and_what_came() {
    for (arguments, input, said) in [
        (&["render", "no-such-file"][..], "", "satr: no-such-file: No such file"),
        (&["render"], "", "satr: standard input: expected an article, nothing came"),
        (&["render"], "{}", "satr: standard input: expected an article, nothing in it can be shown"),
        (&["render"], "{\"a\": ", "satr: standard input: expected JSON, it ends before its value does"),
        (&["serve", "no-such-folder"], "", "satr: no-such-folder: No such file"),
    ] {
        let (done, printed, error) = satr(arguments, input);
        assert!(!done && printed.is_empty(), "{arguments:?}");
        assert!(error.starts_with(said), "{error}");
    }
}
