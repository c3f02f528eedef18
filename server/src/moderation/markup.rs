//! Elements and text in, HTML out. All text and all values are escaped here, by the core's hand.
//! Floor 0.

/// HTML that is being written. Names are the program's own, so they are fixed; all else may be anybody's.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

type Attrs<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// An element around what `inside` writes.
    pub(super) fn element(&mut self, tag: &'static str, attrs: Attrs<'_>, inside: impl FnOnce(&mut Self)) {
        self.void(tag, attrs);
        inside(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element that holds only text.
    pub(super) fn word(&mut self, tag: &'static str, attrs: Attrs<'_>, text: &str) {
        self.element(tag, attrs, |inside| inside.text(text));
    }

    /// An element that can hold nothing. A value that is empty is written, for `hidden value=""` is one.
    pub(super) fn void(&mut self, tag: &'static str, attrs: Attrs<'_>) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attrs {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Text. Control characters show nothing, and HTML knows none but those that part lines and columns.
    pub(super) fn text(&mut self, text: &str) {
        for part in text.split(|c: char| c.is_control() && !matches!(c, '\n' | '\t')) {
            satr::html::escape(part, &mut self.0);
        }
    }

    /// What a form sends along unseen.
    pub(super) fn hidden(&mut self, name: &str, value: &str) {
        self.void("input", &[("type", "hidden"), ("name", name), ("value", value)]);
    }

    /// A whole page, by its root element.
    pub(super) fn into_page(self) -> String {
        format!("<!DOCTYPE html>\n{}\n", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stays_text() {
        let mut m = Markup::default();
        m.element("p", &[("title", "\"><script>")], |m| {
            m.text("<b>\0&\u{1b}\u{85}");
            m.void("br", &[]);
            m.hidden("a", "'\"");
        });
        let page = m.into_page();
        assert_eq!(
            page,
            "<!DOCTYPE html>\n<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;<br>\
             <input type=\"hidden\" name=\"a\" value=\"'&quot;\"></p>\n"
        );
    }
}
