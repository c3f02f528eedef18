//! The laws of the tape, one by one.

use super::super::Event;
use super::*;

fn events(tree: &Tree) -> Vec<Event<'_>> {
    tree.events().collect()
}

#[test]
fn neighbouring_texts_are_joined_and_empty_ones_dropped() {
    let mut b = Builder::default();
    b.open(Tag::P);
    b.text("");
    b.text("سطر ");
    b.text("");
    b.text("😀\r\n");
    b.close();
    let tree = b.finish();
    assert_eq!(events(&tree), [Event::Open(Tag::P), Event::Text("سطر 😀\n"), Event::Close]);
    assert_eq!(tree.ops(), [(Tag::P as u32) << 3, TEXT, 12, 7, CLOSE]);
}

#[test]
fn what_may_not_stand_is_left_out_and_its_content_kept() {
    for (outer, inner) in
        [(Tag::P, Tag::Div), (Tag::P, Tag::P), (Tag::H2, Tag::H3), (Tag::A, Tag::A), (Tag::Br, Tag::B)]
    {
        let mut b = Builder::default();
        b.open(outer);
        b.open(inner);
        b.text("سطر");
        b.close();
        b.close();
        let is_void = outer.is_void();
        let kept = [Event::Open(outer), Event::Text("سطر"), Event::Close];
        let kept = kept.into_iter().filter(|event| !is_void || !matches!(event, Event::Text(_)));
        assert_eq!(events(&b.finish()), kept.collect::<Vec<_>>(), "{inner:?} in {outer:?}");
    }
    let mut b = Builder::default();
    for _ in 0..MAX_DEPTH + 9 {
        b.open(Tag::Span);
    }
    b.text("سطر");
    let tree = b.finish();
    assert_eq!(tree.events().filter(|event| *event == Event::Close).count(), MAX_DEPTH);
    assert!(tree.events().any(|event| event == Event::Text("سطر")));
}

#[test]
fn what_is_set_on_an_element_left_out_falls_on_no_other() {
    let mut b = Builder::default();
    b.open(Tag::P);
    b.open(Tag::Div);
    b.class(Class::Root);
    b.attr(Attr::Lang, "fa");
    b.text("سطر");
    assert_eq!(events(&b.finish()), [Event::Open(Tag::P), Event::Text("سطر"), Event::Close]);
}

#[test]
fn the_budgets_hold() {
    let count = |tree: &Tree, tag| tree.events().filter(|event| *event == Event::Open(tag)).count();
    let leaf = |b: &mut Builder, tag| {
        b.open(tag);
        b.close();
    };
    let mut b = Builder::default();
    for _ in 0..MAX_IMAGES {
        leaf(&mut b, Tag::Img);
    }
    assert!(!b.is_cut());
    leaf(&mut b, Tag::Img);
    leaf(&mut b, Tag::Br);
    assert!(b.is_cut());
    let tree = b.finish();
    assert_eq!([count(&tree, Tag::Img), count(&tree, Tag::Br)], [MAX_IMAGES, 1]);

    let mut b = Builder::default();
    for _ in 0..MAX_ELEMENTS {
        leaf(&mut b, Tag::Br);
    }
    assert!(!b.is_cut());
    b.begin("over");
    b.open(Tag::P);
    b.class(Class::Root);
    b.text("over");
    b.close();
    b.end();
    assert!(b.is_cut());
    b.make_room(1);
    leaf(&mut b, Tag::Hr);
    let tree = b.finish();
    assert_eq!([count(&tree, Tag::Br), count(&tree, Tag::Hr)], [MAX_ELEMENTS, 1]);
    assert_eq!(tree.text(), "");

    let mut b = Builder::default();
    b.text(&"س".repeat(MAX_TEXT));
    assert!(b.is_cut());
    assert_eq!(b.finish().text().len(), MAX_TEXT);
}

#[test]
fn utf16_is_measured_at_every_place_in_a_word() {
    for c in [
        'a',
        '\u{C}',
        '\r',
        '\u{E}',
        '\u{7F}',
        '\u{8D}',
        '\u{80}',
        'س',
        '\u{7FF}',
        '\u{800}',
        '\u{FFFF}',
        '😀',
        '\u{10FFFF}',
    ] {
        for before in 0..8 {
            for after in 0..8 {
                let text = format!("{}{c}{}", "x".repeat(before), "ی".repeat(after));
                let units = text.encode_utf16().count();
                assert_eq!(measure(&text), (units, c == '\r'), "{text}");
            }
        }
    }
}

#[test]
fn frames_measure_what_they_hold() {
    let mut b = Builder::default();
    b.begin("block-1");
    b.open(Tag::P);
    b.class(Class::Lead);
    b.attr(Attr::Lang, "fa");
    b.text("سلام");
    b.close();
    b.end();
    let mut tree = b.finish();
    let Some(Event::Begin(frame)) = tree.events().next() else { panic!("a frame first") };
    assert_eq!((frame.key, frame.hash, frame.words), ("block-1", 0, 10));
    assert_eq!(tree.ops()[6..8], [10, 6]);
    assert_eq!(tree.ops().len(), 8 + 10);
    tree.seal();
    let Some(Event::Begin(frame)) = tree.events().next() else { panic!("a frame first") };
    assert_ne!(frame.hash, 0);
}

#[test]
fn a_change_changes_the_hash_of_its_frame_and_of_those_around_it() {
    let hashes = |key: &str, tag: Tag, value: &str, text: &str| {
        let mut b = Builder::default();
        b.begin("body");
        b.open(Tag::Div);
        for (key, tag, value, text) in [("a", Tag::P, "rtl", "same"), (key, tag, value, text)] {
            b.begin(key);
            b.open(tag);
            b.attr(Attr::Dir, value);
            b.text(text);
            b.close();
            b.end();
        }
        b.close();
        b.end();
        let mut tree = b.finish();
        tree.seal();
        let hash = |event| match event {
            Event::Begin(frame) => Some(frame.hash),
            _ => None,
        };
        let [body, same, other] = tree.events().filter_map(hash).collect::<Vec<_>>()[..] else {
            panic!("three frames")
        };
        (body, same, other)
    };
    let one = hashes("b", Tag::P, "rtl", "one");
    for (what, other) in [
        ("a tag", hashes("b", Tag::Li, "rtl", "one")),
        ("an attribute", hashes("b", Tag::P, "ltr", "one")),
        ("a text", hashes("b", Tag::P, "rtl", "two")),
        ("a longer text", hashes("b", Tag::P, "rtl", "one and more")),
        ("where a value ends", hashes("b", Tag::P, "rtlo", "ne")),
    ] {
        assert_ne!(one.0, other.0, "{what}, around");
        assert_eq!(one.1, other.1, "{what}, beside");
        assert_ne!(one.2, other.2, "{what}");
    }
    let renamed = hashes("c", Tag::P, "rtl", "one");
    assert_ne!(one.0, renamed.0, "a key belongs to the frame around");
    assert_eq!((one.1, one.2), (renamed.1, renamed.2));
}

#[test]
fn what_holds_nothing_leaves_no_trace() {
    let mut b = Builder::default();
    b.open(Tag::Div);
    b.text("یک");
    b.begin("part");
    b.open_as(Tag::Section, Class::Body);
    b.open(Tag::P);
    b.attr(Attr::Lang, "fa");
    b.open(Tag::Span);
    b.close();
    b.close();
    b.close();
    b.end();
    b.text("دو");
    b.open(Tag::Td);
    b.close();
    b.open(Tag::Slot);
    b.attr(Attr::Name, "kept");
    b.keep();
    b.close();
    b.open(Tag::Hr);
    b.close();
    b.close();
    b.open(Tag::P);
    b.close();
    let tree = b.finish();
    let slot = [Event::Open(Tag::Slot), Event::Attr(Attr::Name, "kept"), Event::Close];
    let expected = [Event::Open(Tag::Div), Event::Text("یکدو")].into_iter().chain(slot);
    let expected = expected.chain([Event::Open(Tag::Hr), Event::Close, Event::Close]);
    assert_eq!(events(&tree), expected.collect::<Vec<_>>());
}

#[test]
fn tables_hold_what_a_parser_keeps_in_them_and_nothing_else() {
    use Tag::{Caption, Div, Span, Table, Tbody, Td, Tr};
    let drawn = |tags: &[Tag]| {
        let mut b = Builder::default();
        tags.iter().for_each(|tag| b.open(*tag));
        b.text("س");
        let tree = b.finish();
        let open = |event| if let Event::Open(tag) = event { Some(tag) } else { None };
        tree.events().filter_map(open).collect::<Vec<_>>()
    };
    assert_eq!(drawn(&[Table, Tbody, Tr, Td, Div]), [Table, Tbody, Tr, Td, Div]);
    assert_eq!(drawn(&[Table, Caption, Span]), [Table, Caption, Span]);
    assert_eq!(drawn(&[Div, Tbody, Tr, Td]), [Div]);
    // Where there is no room for its cells there is no table.
    for depth in 0..MAX_DEPTH {
        let tags: Vec<_> = std::iter::repeat_n(Div, depth).chain([Table, Tbody, Tr, Td]).collect();
        let drawn = drawn(&tags);
        assert!([depth, depth + 4].contains(&drawn.len()), "{depth}: {drawn:?}");
    }
}

#[test]
fn candidates_are_parted_by_what_none_of_them_holds() {
    let mut b = Builder::default();
    b.open(Tag::Img);
    let urls = ["/a b,c.png", ",/d,"].map(|url| MediaUrl::parse(url, None).expect(url));
    let [one, other] = &urls;
    b.srcset(None, &[(one, Some(400)), (other, None)]);
    let tree = b.finish();
    assert_eq!(tree.events().nth(1), Some(Event::Attr(Attr::Srcset, "/a%20b,c.png 400w, %2C/d%2C")));
}

#[test]
fn what_is_taken_back_leaves_the_text_before_it_whole() {
    let mut b = Builder::default();
    b.open(Tag::P);
    b.text("یک");
    let point = b.point();
    b.text(" دو");
    b.open(Tag::Br);
    b.close();
    assert!(b.shows_after(point));
    b.go_back(point);
    assert!(!b.shows_after(point));
    b.text(" سه");
    let tree = b.finish();
    assert_eq!(events(&tree), [Event::Open(Tag::P), Event::Text("یک سه"), Event::Close]);
}

#[test]
fn a_text_that_is_joined_is_no_longer_than_one() {
    let mut b = Builder::default();
    b.open(Tag::P);
    for _ in 0..3 {
        b.text(&"س".repeat(MAX_TEXT / 4));
    }
    assert!(b.is_cut());
    assert_eq!(b.finish().text().len(), MAX_TEXT);
}

#[test]
fn a_poster_is_a_picture() {
    let mut b = Builder::default();
    let url = ImageUrl::parse("/a.png", None).expect("an address");
    for _ in 0..=MAX_IMAGES {
        b.open(Tag::Video);
        b.poster(&url);
        b.keep();
        b.close();
    }
    assert!(b.is_cut());
    let tree = b.finish();
    let posters = tree.events().filter(|event| matches!(event, Event::Attr(Attr::Poster, _))).count();
    assert_eq!(posters, MAX_IMAGES);
}
