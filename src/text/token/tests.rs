use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use proptest::prelude::*;

fn protected(text: &str) -> Vec<&str> {
    tokens(text).filter(|t| t.kind == Kind::Protected).map(|t| t.text).collect()
}

fn of_kind(text: &str, kind: Kind) -> Vec<&str> {
    tokens(text).filter(|t| t.kind == kind).map(|t| t.text).collect()
}

/// Whole tokens, each of which must survive alone, in a sentence, glued to Persian and in quotes.
const UNTOUCHABLE: &[&str] = &[
    "https://example.com",
    "http://example.com:8080/a/b.html?x=1&y=2#z",
    "https://fa.wikipedia.org/wiki/پل_(ورسک)",
    "https://a.ir/می\u{200C}رود/۱۳۹۸/صفحه1?پرسش=2",
    "https://a.ir/%D8%A7%E2%80%8C/1",
    "https://سایت.ایران/صفحه/2",
    "HTTPS://EXAMPLE.COM/1",
    "ftp://10.0.0.1/f1",
    "http://[2001:db8::1]:80/1",
    "tg://resolve?domain=irna_1313",
    "example.com",
    "www.bbc.co.uk/persian/iran-49346001",
    "fa.wikipedia.org/wiki/تهران_۲",
    "a.ir/x/",
    "example.com?id=12&p=3",
    "example.com:8080/1",
    "localhost:3000",
    "info@example.com",
    "user.name+tag@mail.co.uk",
    "mailto:info@example.com",
    "@user_1",
    "@irna",
    "@user@mastodon.social",
    "#Iran",
    "#Iran2020",
    "#covid-19",
    "`let x = 12;`",
    "``a ` 12``",
    "```\nx = 1\ny = 2\n```",
    "192.168.1.1",
    "192.168.1.0/24",
    "192.168.1.1:8080",
    "::1",
    "::ffff:192.0.2.1",
    "fe80::1",
    "2001:db8:0:0:0:0:0:1",
    "2001:0:0:0:0:0:0:1",
    "00:11:22:33:44:55",
    "3.11.7",
    "v2.0",
    "1.0.0-beta.2",
    "d41d8cd98f00b204e9800998ecf8427e",
    "07bff98",
    "sha256:9f86d081884c7d65",
    "550e8400-e29b-41d4-a716-446655440000",
    "00000000-0000-0000-0000-000000000000",
    "978-964-311-234-5",
    "978 964 311 234 5",
    "9789643112345",
    "964-311-234-X",
    "0-306-40615-2",
    "IR820540102680020817909002",
    "IR82 0540 1026 8002 0817 9090 02",
    "GB29 NWBK 6016 1331 9268 19",
    "6037-9911-1234-5678",
    "6037 9911 1234 5678",
    "6037991112345678",
    "H2O",
    "MP3",
    "COVID-19",
    "F-35",
    "5G",
    "MP۳",
    "COVID-۱۹",
    "3D",
    "80km",
    "snake_case",
    "Node.js",
    "report_1398.pdf",
    "C:\\Users\\1",
    "10.1007/s00146-020-00950-y",
    "2019-08-14T07:30:00Z",
    "2019-08-14T12:00:00.000+04:30",
    "20190814T073000Z",
    "2019-08-14 07:30:00Z",
    "2019-08-14 07:30:00.5+03:30",
    "mc^2",
    "l'H2O",
    "$E = mc^2$",
    "$\\alpha_1 + 2$",
    "$$\n\\sum_{i=1}^{10} i\n$$",
    "$\\$5$",
    "\\(x_1 + 2\\)",
    "\\[\\frac{1}{2}\\]",
    "\\frac{1}{2}",
    "\\alpha_1^{2}",
    "\\sqrt[3]{x + 8}",
    "\\Users\\1",
    "\\begin{align}\nx_1 &= 12\n\\end{align}",
    "1\u{FE0F}\u{20E3}",
    "2\u{20E3}",
];

#[test]
fn untouchable_kinds_are_protected_wherever_they_stand() {
    for it in UNTOUCHABLE {
        for (before, after) in [
            ("", ""),
            ("به ", " سر"),
            ("«", "»"),
            ("(", ")"),
            ("واژه\u{200C}ی ", "."),
            ("آیا ", "؟"),
            ("", "، و"),
            ("«", "!»"),
        ] {
            let text = format!("{before}{it}{after}");
            assert_eq!(protected(&text), [*it], "in {text:?}");
        }
        // A Persian word may be glued in front of anything, and behind whatever is not an open path or host.
        assert_eq!(protected(&format!("سایت{it}")), [*it]);
        if !it.contains("ه") && !it.contains("://") && !it.ends_with('/') {
            assert_eq!(protected(&format!("{it}ها")), [*it]);
        }
    }
}

#[test]
fn only_an_isbn_named_as_such_is_taken_on_trust() {
    assert_eq!(protected("شابک: 9643112345 است"), ["9643112345"]);
    assert_eq!(protected("ISBN 9643112345"), ["9643112345"]);
    assert_eq!(protected("ISBN-10: 0 306 40615 2"), ["ISBN-10", "0 306 40615 2"]);
    assert!(protected("تلفن 9643112345").is_empty());
}

#[test]
fn ordinary_text_is_not_protected() {
    for text in [
        "سال\u{200C}های 1398 1399 1400 1401",
        "2018 2019 2020 2021",
        "1398/05/23 12:30:45",
        "1398-05-23 12:30:45 و 1398-05-23 12:30-13:45",
        "1,234,567.89",
        "2-1 and/or iPhone - C++ and F#",
        "قیمت $5 و $10 است",
        "قیمت $5_ و $6",
        "wait... what",
        "1.5-2.5",
        "@ کاربر #ایران_1398 #12",
        "یک ` تنها",
        "021-88776655",
        "عنوان::متن",
        "don't 'quote' rock’n’roll",
        "۳.۱۱.۷",
    ] {
        assert_eq!(protected(text), [""; 0], "in {text:?}");
    }
}

#[test]
fn sentence_punctuation_and_brackets_stay_outside() {
    assert_eq!(protected("(https://a.ir/x_(y)),"), ["https://a.ir/x_(y)"]);
    assert_eq!(protected("https://a.ir/x...»"), ["https://a.ir/x"]);
    assert_eq!(protected("https://a.ir/الف،https://b.ir؛"), ["https://a.ir/الف", "https://b.ir"]);
    assert_eq!(protected("example.com."), ["example.com"]);
    assert_eq!(protected("از H2O!"), ["H2O"]);
    assert_eq!(protected("https://example.comرا"), ["https://example.com"]);
}

#[test]
fn numbers_take_single_separators_between_digits() {
    assert_eq!(
        of_kind("1,234.5 ۱۲٫۵٪ 1398/05/23، 12:30. 2-1-", Kind::Number),
        ["1,234.5", "۱۲٫۵", "1398/05/23", "12:30", "2-1"]
    );
    assert_eq!(of_kind("1..2 ٣١", Kind::Number), ["1", "2", "٣١"]);
}

#[test]
fn words_hold_their_marks_and_joiners() {
    assert_eq!(of_kind("می\u{200C}رَوَد خانهٔ۵", Kind::Word(Script::Arabic)), ["می\u{200C}رَوَد", "خانهٔ"]);
    assert_eq!(of_kind("don't 'naïve'", Kind::Word(Script::Latin)), ["don't", "naïve"]);
    assert_eq!(of_kind("سلامпривет", Kind::Word(Script::Other)), ["привет"]);
}

/// Anything that once made, or could make, a matcher look ahead again and again.
#[test]
fn long_runs_of_anything_are_read_through() {
    for unit in [
        "a/",
        "a:",
        "a..",
        "#1",
        "@1",
        "$",
        "$a ",
        "$$ ",
        "\\$",
        "$\\$",
        "`",
        "` ``",
        "\\(",
        "\\[x",
        "\\a{",
        "\\begin{",
        "\\begin{a} \\end{",
        "2019-08-14 ",
        "1\u{301}",
        ":",
        "::1-",
        "::abx",
        "1 ",
        "1-",
        "1.",
        "IR82 ",
        "AB12 C",
        "a://",
        "https://a.ir/(",
        "a.ir/",
        "ISBN ",
        "ISBN 1 ",
        "شابک  1 ",
        "a'",
        "-",
        "سa",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        assert_eq!(tokens(&text).map(|t| t.text.len()).sum::<usize>(), text.len(), "{unit:?}");
    }
    let widths: String = (1..700).map(|n| "`".repeat(n) + " ").collect();
    assert!(tokens(&widths).count() > 0);
}

/// Text made of what the matchers look for.
pub(in crate::text) fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(UNTOUCHABLE).prop_map(str::to_owned),
        4 => "[ا-ی\u{200C}a-zA-Z]{1,5}",
        4 => "[0-9۰-۹٠-٩]{1,5}",
        4 => "[ \n.,:/@#$`\\\\^_()«»،؛؟%+*='-]{1,3}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn passing_over_words_meets_the_same_numbers_and_what_is_protected(text in mixed()) {
        let counts = |token: &Token<'_>| matches!(token.kind, Kind::Number | Kind::Protected);
        let mut passing = tokens(&text);
        let mut met = Vec::new();
        loop {
            passing.pass_words();
            let Some(token) = passing.next() else { break };
            met.extend(Some(token).filter(counts));
        }
        prop_assert_eq!(met, tokens(&text).filter(counts).collect::<Vec<_>>());
    }

    #[test]
    fn tokens_are_the_text(text in mixed()) {
        let mut at = 0;
        for token in tokens(&text) {
            prop_assert_eq!(token.start, at);
            prop_assert!(!token.text.is_empty());
            prop_assert_eq!(&text[token.range()], token.text);
            at = token.range().end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn digits_are_in_numbers_or_protected(text in mixed()) {
        for token in tokens(&text).filter(|t| t.text.contains(chars::is_digit)) {
            prop_assert!(matches!(token.kind, Kind::Number | Kind::Protected), "{:?}", token);
        }
    }
}
