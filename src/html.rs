//! A tree in, HTML out.
//! Floor 6. Uses: tree.
//!
//! The one place where text is escaped, but for JSON in a script element (`json_ld`). A browser that parses this HTML builds the tree it was written from,
//! node by node.

use alloc::string::String;
use alloc::vec::Vec;

use crate::tree::{Event, Tree};

/// Writes a tree as HTML.
#[must_use]
pub fn render(tree: &Tree) -> String {
    let mut html = String::with_capacity(tree.text().len() + tree.ops().len() * 6);
    write(tree, &mut html);
    html
}

/// Where in a start tag the writer is.
#[derive(PartialEq, Eq)]
enum Head {
    /// Not in one.
    Closed,
    /// After the name or an attribute.
    Open,
    /// Inside the class attribute.
    InClass,
}

/// Appends a tree as HTML.
pub fn write(tree: &Tree, html: &mut String) {
    let mut open = Vec::new();
    let mut head = Head::Closed;
    for event in tree.events() {
        if let Event::Class(class) = event {
            html.push_str(if head == Head::InClass { " " } else { " class=\"" });
            html.push_str(class.name());
            head = Head::InClass;
            continue;
        }
        if head == Head::InClass {
            html.push('"');
            head = Head::Open;
        }
        if let Event::Attr(attr, value) = event {
            html.push(' ');
            html.push_str(attr.name());
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
            continue;
        }
        if head == Head::Open {
            html.push('>');
            head = Head::Closed;
        }
        match event {
            Event::Open(tag) => {
                html.push('<');
                html.push_str(tag.name());
                open.push(tag);
                head = Head::Open;
            }
            Event::Close => {
                if let Some(tag) = open.pop().filter(|tag| !tag.is_void()) {
                    html.push_str("</");
                    html.push_str(tag.name());
                    html.push('>');
                }
            }
            Event::Text(text) => escape(text, html),
            Event::Begin(_) | Event::End | Event::Attr(..) | Event::Class(_) => {}
        }
    }
}

/// Appends text so that HTML reads it as that text, in content and in quoted attributes alike.
pub fn escape(text: &str, html: &mut String) {
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let (length, escaped) = match byte {
            b'&' => (1, "&amp;"),
            b'<' => (1, "&lt;"),
            b'>' => (1, "&gt;"),
            b'"' => (1, "&quot;"),
            // The first byte of a no-break space, and of 63 other characters.
            0xC2 if text.as_bytes().get(at + 1) == Some(&0xA0) => (2, "&nbsp;"),
            _ => continue,
        };
        html.push_str(text.get(plain..at).unwrap_or_default());
        html.push_str(escaped);
        plain = at + length;
    }
    html.push_str(text.get(plain..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Attr, Builder, Class, Tag};

    #[test]
    fn elements_attributes_and_text() {
        let mut b = Builder::default();
        b.open(Tag::P);
        b.class(Class::Figure);
        b.class(Class::FigureWide);
        b.attr(Attr::Alt, "«\"<>&»");
        b.text("a\u{a0}<b>");
        b.open(Tag::Br);
        b.close();
        b.open(Tag::Span);
        b.keep();
        b.close();
        assert_eq!(
            render(&b.finish()),
            "<p class=\"satr-figure satr-figure-wide\" alt=\"«&quot;&lt;&gt;&amp;»\">\
             a&nbsp;&lt;b&gt;<br><span></span></p>"
        );
    }
}
