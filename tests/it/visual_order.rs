//! The order in which a reader meets the characters, told by unicode-bidi: the algorithm that browsers draw by.
//!
//! A row is a run with its picture, the characters as they stand from left to right; each is held in every context.

use proptest::prelude::*;
use satr::article::{Article, Block, Mark, Marks, Paragraph, RichText, Span};
use satr::date::{Calendar, Place, Reckoning, Timestamp, format};
use satr::options::Options;
use satr::text::Typography;
use satr::text::bidi::{self, Ranges};
use satr::text::digits::{self, Numerals};
use satr::tree::{Attr, Event, Tag, Tree};
use satr::view;
use unicode_bidi::{BidiInfo, Level};

use crate::articles::{article, cases};

/// Runs as they are written, and their pictures from left to right with every digit in Latin.
const ROWS: &[(&str, &str)] = &[
    ("1398-05-23", "1398-05-23"),
    ("1398/05/23", "1398/05/23"),
    ("021-88776655", "021-88776655"),
    ("021 8877 6655", "021 8877 6655"),
    ("(021) 88776655", "(021) 88776655"),
    ("+98 21 8877 6655", "+98 21 8877 6655"),
    ("+98-912-345-6789", "+98-912-345-6789"),
    ("-5", "-5"),
    ("−5", "−5"),
    ("+5", "+5"),
    ("±5", "±5"),
    ("12٪", "12٪"),
    ("12%", "12%"),
    ("12.5٪", "12.5٪"),
    ("٪12", "٪12"),
    ("12,345,678", "12,345,678"),
    ("2/5", "2/5"),
    ("2-1", "1-2"),
    ("10-15", "15-10"),
    ("10-15٪", "15٪-10"),
    ("1398-1402", "1402-1398"),
    ("12:30-13:45", "13:45-12:30"),
    ("5+1", "1+5"),
    ("4-3-3", "4-3-3"),
    ("12:30", "12:30"),
    ("12:30:45", "12:30:45"),
    ("$100", "$100"),
    ("100$", "100$"),
    ("-$5", "-$5"),
    ("€5", "€5"),
    ("25°C", "25°C"),
    ("18+", "+18"),
    ("6037-9911-1234-5678", "6037-9911-1234-5678"),
    ("978-964-311-234-5", "978-964-311-234-5"),
    ("2019-08-14T07:30:00Z", "2019-08-14T07:30:00Z"),
    ("2019-08-14T12:00:00+04:30", "2019-08-14T12:00:00+04:30"),
    ("COVID-19", "COVID-19"),
    ("F-35", "F-35"),
    ("5G", "5G"),
    ("H2O", "H2O"),
    ("3.11.7", "3.11.7"),
    ("v2.0", "v2.0"),
    ("192.168.1.0/24", "192.168.1.0/24"),
    ("C++", "C++"),
    ("C#", "C#"),
    ("C++11", "C++11"),
    ("@user_1", "@user_1"),
    ("#Iran", "#Iran"),
    ("#covid-19", "#covid-19"),
    ("a.ir/x/", "a.ir/x/"),
    ("https://a.ir/x/?y=1&z=2", "https://a.ir/x/?y=1&z=2"),
    ("https://a.ir/(x)", "https://a.ir/(x)"),
    ("info@example.com", "info@example.com"),
    ("10.1007/s00146-020-00950-y", "10.1007/s00146-020-00950-y"),
    ("`x = 1;`", "`x = 1;`"),
    ("$E = mc^2$", "$E = mc^2$"),
    ("\\frac{1}{2}", "\\frac{1}{2}"),
    ("iPhone 15 Pro", "iPhone 15 Pro"),
    ("World Health Organization (WHO)", "World Health Organization (WHO)"),
    ("Twitter، Facebook", "Facebook ،Twitter"),
    ("Twitter، Facebook و Google", "Google و Facebook ،Twitter"),
    ("C++، Go", "Go ،C++"),
];

/// The same for what is what it is in Latin digits alone.
const IN_LATIN: &[(&str, &str)] =
    &[("::1", "::1"), ("fe80::1", "fe80::1"), ("IR82 0540 1026 8002", "IR82 0540 1026 8002")];

/// What may stand before and behind a run. A Latin word behind Persian punctuation or in a sentence of its own is
/// another name; right beside a Latin run it is more of the same phrase, which is drawn as one.
const CONTEXTS: &[(&str, &str)] = &[
    ("", ""),
    ("", " است"),
    ("سطر ", " است"),
    ("سطر ", ""),
    ("سطر Latin، ", " است"),
    ("Latin، ", " است"),
    ("Latin، ", "، Latin"),
    ("Latin «", "» Latin"),
    ("سطر ", "، Latin"),
    ("سطر ", " و Latin"),
    ("سطر «", "» است"),
    ("سطر (", ") است"),
    ("(", ")"),
    ("سطر ۱۲، ", "، ۱۲"),
    ("در ۱۲ سطر، ", ". سطر"),
    ("سطر: ", "؟"),
];

/// Right after and before a Latin word: for runs that are no Latin phrase.
const BESIDE_LATIN: &[(&str, &str)] =
    &[("Latin ", " است"), ("Latin ", ""), ("سطر ", " Latin"), ("سطر Latin ", " سطر")];

fn in_script(text: &str, zero: char) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero as u32 + digit)).unwrap_or(c);
    text.chars().map(digit).collect()
}

fn in_latin(c: char) -> char {
    match c {
        '۰'..='۹' | '٠'..='٩' => char::from_digit(c as u32 & 0xF, 10).unwrap(),
        _ => c,
    }
}

/// The characters of a line from left to right, each with its place in the text. Browsers mirror what is drawn
/// from right to left; here characters stay as they are.
fn picture(text: &str) -> Vec<(usize, char)> {
    let info = BidiInfo::new(text, Some(Level::rtl()));
    let mut drawn = Vec::new();
    for paragraph in &info.paragraphs {
        let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
        let chars: Vec<_> = text[paragraph.range.clone()].char_indices().collect();
        let order = BidiInfo::reorder_visual(&levels[paragraph.range.start..]);
        drawn.extend(order.into_iter().map(|index| (paragraph.range.start + chars[index].0, chars[index].1)));
    }
    drawn
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// What a reader sees where `run` is in a text with its isolates.
fn picture_of(run: &str, before: &str, after: &str, isolated: &str) -> String {
    // The places of the run's characters, counted without controls.
    let first = before.chars().count();
    let last = first + run.chars().count();
    let mut place = 0;
    let mut places = Vec::new();
    for (at, c) in isolated.char_indices() {
        if !is_control(c) {
            places.push((at, (first..last).contains(&place)));
            place += 1;
        }
    }
    assert_eq!(place, last + after.chars().count(), "only controls are added to {isolated:?}");
    let is_of_run = |at: &usize| places.iter().any(|(place, is_of_run)| place == at && *is_of_run);
    picture(isolated).into_iter().filter(|(at, c)| !is_control(*c) && is_of_run(at)).map(|(_, c)| c).collect()
}

/// A tree's text as a browser sees its isolates, in UAX #9's own controls.
fn flat(tree: &Tree) -> String {
    let mut flat = String::new();
    let mut open: Vec<bool> = Vec::new();
    let mut pending = None;
    for event in tree.events() {
        if let Event::Attr(Attr::Dir, direction) = event {
            let is_block = open.len() < 2;
            if !is_block {
                pending = Some(if direction == "rtl" { '\u{2067}' } else { '\u{2066}' });
            }
            continue;
        }
        if matches!(event, Event::Attr(..) | Event::Class(_)) {
            continue;
        }
        if let Some(control) = pending.take() {
            flat.push(control);
            *open.last_mut().unwrap() = true;
        }
        match event {
            Event::Open(Tag::Bdi) => {
                open.push(true);
                pending = Some('\u{2068}');
            }
            Event::Open(Tag::Br) => {
                open.push(false);
                flat.push('\n');
            }
            Event::Open(_) => open.push(false),
            Event::Close => flat.extend(open.pop().unwrap().then_some('\u{2069}')),
            Event::Text(text) => flat.push_str(text),
            _ => {}
        }
    }
    flat
}

fn drawn(text: RichText, numerals: Numerals) -> String {
    let body = vec![Block::Paragraph(Paragraph { text })];
    let article = Article { body: satr::article::Body(body), ..Article::default() };
    flat(&view::draw(&article, &Options { numerals, ..Options::default() }))
}

/// Every row in every context and in the digits of every script, as it is drawn.
#[test]
fn a_run_is_drawn_the_same_wherever_it_stands() {
    let mut wrong = Vec::new();
    for (written, expected) in ROWS.iter().chain(IN_LATIN) {
        let is_phrase = written.contains(|c: char| c.is_ascii_alphabetic());
        let beside = if is_phrase { &[] } else { BESIDE_LATIN };
        for zero in
            if IN_LATIN.iter().any(|(row, _)| row == written) { &['0'][..] } else { &['0', '۰', '٠'] }
        {
            let run = in_script(written, *zero);
            for (before, after) in CONTEXTS.iter().chain(beside) {
                let text = format!("{before}{run}{after}");
                let isolated = drawn(text.as_str().into(), Numerals::Keep);
                let seen: String = picture_of(&run, before, after, &isolated).chars().map(in_latin).collect();
                if seen != *expected {
                    wrong.push(format!("{seen} in {before}{run}{after}: {isolated:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} pictures are wrong", wrong.join("\n"), wrong.len());
}

/// A row has an isolate where its picture would be another without it, and nowhere else.
#[test]
fn isolates_are_where_they_are_needed() {
    for (written, expected) in ROWS.iter().filter(|(written, _)| !written.contains(['،', '('])) {
        for zero in ['0', '۰'] {
            let run = in_script(written, zero);
            let contexts = [("سطر ", " است"), ("", " است"), ("Latin ", " است"), ("سطر «", "»")];
            let is_right = contexts.iter().all(|(before, after)| {
                let seen = picture_of(&run, before, after, &format!("{before}{run}{after}"));
                seen.chars().map(in_latin).eq(expected.chars())
            });
            let isolated = bidi::isolate(&format!("سطر {run} است"), Ranges::Rtl).contains(is_control);
            assert!(isolated != is_right, "{run}, isolated: {isolated}");
        }
    }
}

/// A date that the page writes is one run of the sentence, wherever it stands.
#[test]
fn dates_of_the_page_need_no_isolate() {
    let instants = [1_565_767_800, 0, 1_700_000_000].map(Timestamp::from_unix_seconds);
    let places = [Place::Iran, Place::Afghanistan].map(Reckoning::from);
    let gregorian = places.map(|by| Reckoning { calendar: Calendar::Gregorian, ..by });
    for news in
        [places, gregorian].as_flattened().iter().flat_map(|by| instants.map(|at| format::news(at, *by)))
    {
        let date = digits::all(&news, Numerals::Persian);
        let isolated = bidi::isolate(&date, Ranges::Rtl);
        assert_eq!(isolated, date);
        let [after, start] =
            ["سطر ", ""].map(|before| picture_of(&date, before, "", &format!("{before}{date}")));
        assert_eq!(after, start);
    }
}

/// Quotes and brackets around a run are mirrored as those of the sentence.
#[test]
fn pairs_belong_to_the_sentence() {
    for (text, expected) in [
        ("سطر Latin «Rust» سطر", "رطس «Rust» Latin رطس"),
        ("سطر «Rust in Action!» (Go)", "(Go) «Rust in Action!» رطس"),
        ("سطر Latin (۱۲) و", "و (۱۲) Latin رطس"),
        ("World (W)، ۱۲", "۱۲ ،World (W)"),
    ] {
        let isolated = drawn(text.into(), Numerals::Persian);
        let info = BidiInfo::new(&isolated, Some(Level::rtl()));
        // Mirrored as a browser does it: by the level of each.
        let mirrored = picture(&isolated).into_iter().map(|(at, c)| match c {
            '«' if info.levels[at].is_rtl() => '»',
            '»' if info.levels[at].is_rtl() => '«',
            '(' if info.levels[at].is_rtl() => ')',
            ')' if info.levels[at].is_rtl() => '(',
            c => c,
        });
        assert_eq!(mirrored.filter(|c| !is_control(*c)).collect::<String>(), expected);
    }
}

/// One run in several spans is one isolate around them; in a link, in code and over their borders nothing is cut.
#[test]
fn marks_do_not_part_a_run() {
    let span = |text: &str, marks: &[Mark]| Span {
        text: text.into(),
        marks: marks.iter().copied().collect::<Marks>(),
        ..Span::default()
    };
    let strong = &[Mark::Strong][..];
    for (spans, expected) in [
        (vec![span("زبان ", &[]), span("C", strong), span("++ است", &[])], "زبان [<C>++] است"),
        (vec![span("زبان C", strong), span("++", &[])], "<زبان >[<C>++]"),
        (vec![span("بازی ۲", strong), span("-۱ شد", &[])], "<بازی >{<۲>[-]۱} شد"),
        (vec![span("دمای -۵ شد", strong)], "<دمای [-۵] شد>"),
        (vec![span("کد ", &[]), span("a-", &[Mark::Code]), span("5", &[])], "کد `a-`5"),
    ] {
        let body = vec![Block::Paragraph(Paragraph { text: RichText::new(spans) })];
        let article = Article { body: satr::article::Body(body), ..Article::default() };
        let html = satr::render_html(&article, &Options::default());
        let (_, paragraph) = html.split_once("<p>").unwrap();
        let (paragraph, _) = paragraph.split_once("</p>").unwrap();
        let mut open = Vec::new();
        let mut shown = String::new();
        for part in paragraph.split_inclusive('>') {
            let (text, tag) = part.split_once('<').unwrap_or((part, ""));
            shown.push_str(text);
            let (before, after) = match tag {
                "" => continue,
                "strong>" => ("<", ">"),
                "bdi dir=\"ltr\">" => ("[", "]"),
                "bdi dir=\"rtl\">" => ("{", "}"),
                "code dir=\"ltr\">" => ("`", "`"),
                _ => {
                    shown.push_str(open.pop().unwrap());
                    continue;
                }
            };
            shown.push_str(before);
            open.push(after);
        }
        assert_eq!(shown, expected);
    }
}

/// How many isolates are open behind a text, `depth` of them before it; none if it closes one of those.
fn depth_after(text: &str, depth: usize) -> Option<usize> {
    text.chars().try_fold(depth, |now, c| match c {
        '\u{2066}'..='\u{2068}' => Some(now + 1),
        '\u{2069}' => now.checked_sub(1).filter(|now| *now >= depth),
        '\u{202a}'..='\u{202e}' => None,
        _ => Some(now),
    })
}

proptest! {
    #![proptest_config(cases(200))]

    /// Whatever the data holds, no control of it reaches out of its text, its attribute or the title.
    #[test]
    fn no_field_leaks(article in article()) {
        let options = Options::default();
        let tree = view::draw(&article, &options);
        prop_assert_eq!(depth_after(&view::title(&article, &options), 0), Some(0));
        // What each open element holds; an isolate of the data may hold one of ours, but ends in the element it began in.
        let mut held = vec![String::new()];
        for event in tree.events() {
            match event {
                Event::Open(_) => held.push(String::new()),
                Event::Close => {
                    let text = held.pop().unwrap();
                    prop_assert_eq!(depth_after(&text, 0), Some(0), "{:?}", text);
                }
                Event::Text(text) => held.last_mut().unwrap().push_str(text),
                Event::Attr(_, value) => prop_assert_eq!(depth_after(value, 0), Some(0), "{:?}", value),
                _ => {}
            }
        }
    }

    /// Isolates are the one thing that is drawn otherwise, and each is of something.
    #[test]
    fn isolates_change_no_text(article in article()) {
        // The rules of Persian are not gone through on a page of another language.
        let options = Options { typography: Typography::Off, ..Options::default() };
        let ltr = Article { language: satr::article::Language::new("en").unwrap(), ..article };
        let rtl = Article { language: satr::article::Language::default(), ..ltr.clone() };
        let [ltr, rtl] = [ltr, rtl].map(|article| {
            let tree = view::draw(&article, &options);
            let text = |event| if let Event::Text(text) = event { text } else { "" };
            tree.events().map(text).collect::<String>()
        });
        prop_assert_eq!(ltr, rtl);
    }
}
