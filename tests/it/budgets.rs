//! However much comes in, a page has a bound, and says when it was cut.

use satr::article::{
    self, Article, Block, Body, Callout, Cell, Comment, Figure, Gallery, Image, Items, Link, Problem, Table,
};
use satr::options::Options;
use satr::tree::{Attr, Event, MAX_DEPTH, MAX_ELEMENTS, MAX_IMAGES, Tag, Tree};
use satr::{html, view};

use crate::parser::{Node, nodes_of_html, nodes_of_tree};

const CUT: &str = "از اندازهٔ مجاز بیشتر بود";

fn elements(tree: &Tree) -> usize {
    tree.events().filter(|event| matches!(event, Event::Open(_))).count()
}

fn is_cut(tree: &Tree) -> bool {
    tree.events().any(|event| matches!(event, Event::Text(text) if text.contains(CUT)))
}

fn of_block(block: Block) -> Article {
    Article { body: Body(vec![block]), ..Article::default() }
}

fn too_much() -> [(&'static str, Article); 6] {
    let link = Link { text: "برچسب".into(), url: None };
    let reply = |n: usize| Comment {
        id: n.to_string(),
        parent: n.saturating_sub(1).to_string(),
        text: "پاسخ".into(),
        ..Comment::default()
    };
    [
        ("line breaks", Article { lead: "\n.".repeat(500_000).as_str().into(), ..Article::default() }),
        ("tags", Article { tags: vec![link; 400_000], ..Article::default() }),
        ("replies", Article { comments: (0..100_000).map(reply).collect(), ..Article::default() }),
        ("cells", of_block(Block::Table(table(1_000, 100)))),
        ("a row", of_block(Block::Table(table(1, 100_000)))),
        ("blocks", Article { body: Body::from_text(&"بند\n\n".repeat(200_000)), ..Article::default() }),
    ]
}

#[test]
fn a_page_has_at_most_so_many_elements_and_says_when_it_was_cut() {
    for (what, article) in too_much() {
        let tree = view::draw(&article, &Options::default());
        assert!(elements(&tree) <= MAX_ELEMENTS + 1, "{what}: {}", elements(&tree));
        assert!(is_cut(&tree), "{what}");
    }
}

#[test]
fn a_page_that_fits_is_whole() {
    let body = Body::from_text(&"بند\n\n".repeat(MAX_ELEMENTS - 100));
    let options = Options { reading_time: false, ..Options::default() };
    let tree = view::draw(&Article { body, ..Article::default() }, &options);
    let paragraphs = tree.events().filter(|event| *event == Event::Open(Tag::P)).count();
    assert_eq!(paragraphs, MAX_ELEMENTS - 100);
    assert!(!is_cut(&tree));
}

fn table(rows: usize, columns: usize) -> Table {
    let cell = Cell { text: "خانه".into(), ..Cell::default() };
    Table { rows: Items(vec![Items(vec![cell; columns]); rows]), ..Table::default() }
}

#[test]
fn a_page_has_at_most_so_many_pictures_and_the_rest_of_it() {
    let image = Image { url: article::url::ImageUrl::parse("/1.png", None).ok(), ..Image::default() };
    let figure = Figure { image: Some(image), caption: "شرح".into(), ..Figure::default() };
    let gallery = Gallery { figures: vec![figure; 1_000], ..Gallery::default() };
    let mut body = vec![Block::Gallery(gallery); 7];
    body.extend_from_slice(&Body::from_text("پایان"));
    let tree = view::draw(&Article { body: Body(body), ..Article::default() }, &Options::default());
    let count = |tag| tree.events().filter(|event| *event == Event::Open(tag)).count();
    assert_eq!(count(Tag::Img), MAX_IMAGES);
    assert_eq!(count(Tag::Figcaption), 7_000);
    assert!(tree.events().any(|event| event == Event::Text("پایان")));
    assert!(is_cut(&tree));
}

#[test]
fn a_cell_takes_no_more_than_a_hundred_columns_or_rows() {
    let json = r#"{"body": [{"type": "table", "rows": [[
        {"text": "ب", "colspan": 4294967295, "rowspan": 4294967295},
        {"text": "ب", "colspan": 4294967296, "rowspan": -1},
        {"text": "ب", "colspan": 0, "rowspan": 1}
    ]]}]}"#;
    let (article, notes) = article::from_json(json.as_bytes()).unwrap();
    let codes: Vec<_> = notes.iter().map(|note| note.problem.code()).collect();
    assert_eq!(codes, ["out-of-range", "out-of-range"]);
    let tree = view::draw(&article, &Options::default());
    let spans: Vec<_> = tree
        .events()
        .filter(|event| matches!(event, Event::Attr(Attr::ColSpan | Attr::RowSpan, _)))
        .collect();
    assert_eq!(spans, [Event::Attr(Attr::ColSpan, "100"), Event::Attr(Attr::RowSpan, "100")]);
}

/// The deepest that elements nest.
fn depth(nodes: &[Node]) -> usize {
    let step = |(depth, deepest): (usize, usize), node: &Node| match node {
        Node::Open(..) => (depth + 1, deepest.max(depth + 1)),
        Node::Close => (depth - 1, deepest),
        Node::Text(_) => (depth, deepest),
    };
    nodes.iter().fold((0, 0), step).1
}

#[test]
fn boxes_in_boxes_nest_only_so_deep_and_lose_no_text() {
    let deepest = Block::Table(table(2, 2));
    let boxed = |inner: Block, n: usize| {
        Block::Callout(Callout { title: format!("جعبهٔ {n}").as_str().into(), body: Body(vec![inner]) })
    };
    let tree = view::draw(&of_block((0..200).fold(deepest, boxed)), &Options::default());
    let nodes = nodes_of_tree(&tree);
    assert!(depth(&nodes) <= MAX_DEPTH, "{}", depth(&nodes));
    assert_eq!(nodes_of_html(&html::render(&tree)), nodes);
    let has = |said: &str| nodes.iter().any(|node| matches!(node, Node::Text(text) if text.contains(said)));
    assert!(has("جعبهٔ ۰") && has("جعبهٔ ۱۹۹") && has("خانه"));
}

#[test]
fn what_lies_deeper_in_json_is_left_out_with_a_note() {
    let open = r#"{"type": "callout", "title": "جعبه", "body": ["#;
    let json = format!(r#"{{"body": [{}"متن"{}]}}"#, open.repeat(64), "]}".repeat(64));
    let (article, notes) = article::from_json(json.as_bytes()).unwrap();
    assert!(matches!(notes.as_slice(), [article::Note { problem: Problem::TooDeep(_), .. }]), "{notes:?}");
    let html = html::render(&view::draw(&article, &Options::default()));
    assert!(html.matches("جعبه").count() > 20, "{html}");
}
