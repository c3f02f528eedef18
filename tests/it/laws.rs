//! Laws that hold on every article.

use proptest::prelude::*;
use satr::article::{self, Language};
use satr::date::{Calendar, Timestamp, Zone};
use satr::options::{Contents, HeadingLevel, Options, Slots, Theme, Tools};
use satr::text::Typography;
use satr::text::bidi::Ranges;
use satr::text::digits::Numerals;
use satr::{html, view};
use serde_json::Value;

use crate::articles::{article, cases, rules, text};
use crate::parser::{Node, nodes_of_html, nodes_of_tree};

fn options() -> impl Strategy<Value = Options> {
    let numerals = proptest::sample::select(vec![Numerals::Persian, Numerals::Latin, Numerals::Keep]);
    let ranges = proptest::sample::select(vec![Ranges::Rtl, Ranges::Ltr]);
    let theme = proptest::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]);
    let typography = [Typography::Off, Typography::Polish, Typography::Repair, Typography::Auto];
    let typography = proptest::sample::select(typography.to_vec());
    let contents = proptest::sample::select(vec![Contents::Auto, Contents::On, Contents::Off]);
    let slots = proptest::collection::vec(0..5_usize, 0..3)
        .prop_map(|places| places.into_iter().fold(Slots::default(), Slots::with));
    let heading_level = (1..7_u32).prop_map(|level| HeadingLevel::new(level).expect("a level"));
    let now = proptest::option::of((0..2_000_000_000_i64).prop_map(Timestamp::from_unix_seconds));
    let text = (numerals, ranges, typography, rules());
    let saved =
        proptest::option::weighted(0.2, (0..2_000_000_000_i64).prop_map(Timestamp::from_unix_seconds));
    let tools = any::<[bool; 4]>();
    let tools = tools.prop_map(|[font_size, print, copy, share]| Tools { font_size, print, copy, share });
    let page = (theme, contents, slots, heading_level, any::<bool>(), any::<bool>(), any::<[bool; 2]>());
    let times = (tools, saved, now);
    let calendar = proptest::sample::select(vec![Calendar::Jalali, Calendar::Gregorian]);
    let offset = (-1439..1440_i16).prop_map(|minutes| Zone::fixed(minutes).expect("an offset"));
    let zone = prop_oneof![Just(Zone::TEHRAN), Just(Zone::KABUL), Just(Zone::UTC), offset];
    let language = proptest::sample::select(vec!["fa", "fa-AF", "prs", "ckb", "en", "ku-Arab"]);
    let language = language.prop_map(|tag| Language::new(tag).expect("a tag"));
    let at = (calendar, proptest::option::of(zone), proptest::option::weighted(0.3, language));
    (text, page, times, at).prop_map(|(text, page, (tools, saved, now), (calendar, time_zone, language))| {
        let (numerals, ranges, typography, rules) = text;
        let (theme, contents, slots, heading_level, share, reading_time, [comments, discussion]) = page;
        Options {
            numerals,
            ranges,
            typography,
            rules,
            theme,
            heading_level,
            slots,
            contents,
            share,
            reading_time,
            comments,
            discussion,
            tools,
            saved,
            now,
            calendar,
            time_zone,
            language,
        }
    })
}

/// The first element that takes room and shows nothing: it is empty, or is a box with nothing but space in it.
pub(crate) fn empty_box(nodes: &[Node]) -> Option<&str> {
    const BOXES: [&str; 17] = [
        "blockquote",
        "caption",
        "dd",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "p",
        "section",
    ];
    nodes.windows(3).find_map(|nodes| match nodes {
        [Node::Open(tag, attrs), Node::Close, _] => {
            let may_be = ["img", "br", "hr", "source", "track", "tr", "td", "slot", "input", "textarea"];
            let may_be = may_be.contains(&tag.as_str());
            // What is yet to be filled: by a host, or with what is told to the reader.
            let is_place = attrs.contains_key("data-name") || attrs.contains_key("role");
            (!may_be && !is_place).then_some(&**tag)
        }
        [Node::Open(tag, _), Node::Text(text), Node::Close] => {
            let is_empty = BOXES.contains(&tag.as_str()) && text.chars().all(char::is_whitespace);
            is_empty.then_some(&**tag)
        }
        _ => None,
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_is_written_as_json_is_read_back(article in article()) {
        let json = article.to_json();
        // What serde_json writes is the oracle.
        prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), serde_json::to_value(&article).unwrap());
        let (read, notes) = article::from_json(json.as_bytes()).unwrap();
        prop_assert_eq!(&read, &article);
        let newer = |note: &article::Note| {
            use article::Problem::{NewerVersion, UnknownBlock};
            matches!(note.problem, UnknownBlock { .. } | NewerVersion(_))
        };
        prop_assert!(notes.iter().all(newer), "{notes:?}");
    }

    #[test]
    fn a_parser_gives_back_the_tree(article in article(), options in options()) {
        let tree = view::draw(&article, &options);
        prop_assert_eq!(nodes_of_html(&html::render(&tree)), nodes_of_tree(&tree));
    }

    #[test]
    fn the_tree_survives_a_parser_by_its_shape(article in article(), options in options()) {
        let nodes = nodes_of_tree(&view::draw(&article, &options));
        let mut open: Vec<&str> = Vec::new();
        for pair in nodes.windows(2) {
            prop_assert!(!matches!(pair, [Node::Text(_), Node::Text(_)]), "two texts side by side");
        }
        for node in &nodes {
            match node {
                Node::Open(tag, _) => {
                    prop_assert!(tag != "a" || !open.contains(&"a"), "a link in a link");
                    open.push(tag);
                }
                Node::Text(text) => prop_assert!(!text.is_empty() && !text.contains(['\r', '\0'])),
                Node::Close => {
                    open.pop();
                }
            }
        }
        prop_assert!(open.is_empty());
    }

    #[test]
    fn ids_are_unique(article in article()) {
        let nodes = nodes_of_tree(&view::draw(&article, &Options::default()));
        let id = |node: &Node| match node {
            Node::Open(_, attrs) => attrs.get("id").cloned(),
            _ => None,
        };
        let mut ids: Vec<_> = nodes.iter().filter_map(id).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }

    #[test]
    fn nothing_empty_is_drawn(article in article()) {
        let nodes = nodes_of_tree(&view::draw(&article, &Options::default()));
        prop_assert_eq!(empty_box(&nodes), None);
    }

    #[test]
    fn a_text_is_read_whatever_it_is(text in text()) {
        let _ = satr::import::import(text.as_bytes(), satr::import::Format::Text);
        let _ = article::from_json(text.as_bytes());
    }
}
