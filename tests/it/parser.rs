//! A foreign reader of our HTML: html5ever, the parser of a browser.

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use satr::tree::{Event, Tree};

/// A step through a tree, as both sides can tell it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Open(String, BTreeMap<String, String>),
    Text(String),
    Close,
}

/// What a parser makes of HTML.
pub(crate) fn nodes_of_html(html: &str) -> Vec<Node> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom: RcDom = parse_fragment(RcDom::default(), ParseOpts::default(), context, vec![], false).one(html);
    let mut nodes = Vec::new();
    for root in dom.document.children.borrow().iter() {
        for child in root.children.borrow().iter() {
            walk(child, &mut nodes);
        }
    }
    nodes
}

fn walk(handle: &Handle, nodes: &mut Vec<Node>) {
    match &handle.data {
        NodeData::Element { name, attrs, .. } => {
            let attrs = attrs.borrow();
            let attrs = attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
            nodes.push(Node::Open(name.local.to_string(), attrs));
            for child in handle.children.borrow().iter() {
                walk(child, nodes);
            }
            nodes.push(Node::Close);
        }
        NodeData::Text { contents } => nodes.push(Node::Text(contents.borrow().to_string())),
        other => panic!("not of our making: {other:?}"),
    }
}

/// What the tape says.
pub(crate) fn nodes_of_tree(tree: &Tree) -> Vec<Node> {
    let mut nodes = Vec::new();
    for event in tree.events() {
        match event {
            Event::Open(tag) => nodes.push(Node::Open(tag.name().into(), BTreeMap::new())),
            Event::Attr(attr, value) => attribute(&mut nodes, attr.name(), value, ""),
            Event::Class(class) => attribute(&mut nodes, "class", class.name(), " "),
            Event::Text(text) => nodes.push(Node::Text(text.into())),
            Event::Close => nodes.push(Node::Close),
            Event::Begin(_) | Event::End => {}
        }
    }
    nodes
}

fn attribute(nodes: &mut [Node], name: &str, value: &str, between: &str) {
    let Some(Node::Open(_, attrs)) = nodes.last_mut() else { panic!("{name} comes after content") };
    let all = attrs.entry(name.into()).or_default();
    if !all.is_empty() {
        all.push_str(between);
    }
    all.push_str(value);
}
