//! A drawn article in, the tag that sees to it, with the article in its shadow root, out.

use alloc::string::String;
use alloc::vec;

use super::link;
use crate::article::Article;
use crate::html;
use crate::options::Options;
use crate::tree::Tree;
use crate::view;

/// The tag `<satr-article>` around an article, which is drawn in its declarative shadow root: to be seen at once and without
/// any script, and taken as it is by the tag's own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Element<'a> {
    /// The address of the tag's script, `element.js` of the package.
    pub script: &'a str,
    /// The address of the stylesheet, which has to stand in the shadow root too.
    pub sheet: &'a str,
    /// The address of the article's data, by which the script may draw it again.
    pub src: &'a str,
    /// What readers wrote, as a [discussion](Article::discussion) that has an address: drawn behind the article in a tag of its
    /// own, `<satr-comments>`. The article itself is to have none then.
    pub comments: Option<&'a Article>,
}

impl Element<'_> {
    pub(super) fn write(&self, tree: &Tree, options: &Options, html: &mut String) {
        let comments = self.comments.and_then(|comments| {
            let url = comments.discussion.as_ref().and_then(|discussion| discussion.url.as_ref());
            url.map(|url| (comments, url.as_str()))
        });
        let mut attributes = vec![("src", self.src)];
        attributes.extend(comments.map(|(_, url)| ("comments", url)));
        self.write_tag("satr-article", &attributes, tree, html, |html| {
            if let Some((comments, url)) = comments {
                let tree = view::draw(comments, &Options { discussion: true, ..options.clone() });
                self.write_tag("satr-comments", &[("src", url)], &tree, html, |_| {});
            }
        });
        html.push_str("\n<script type=\"module\" src=\"");
        html::escape(self.script, html);
        html.push_str("\"></script>");
    }

    /// A tag with a tree in its shadow root, and what stands behind that.
    fn write_tag(
        &self,
        name: &str,
        attributes: &[(&str, &str)],
        tree: &Tree,
        html: &mut String,
        behind: impl FnOnce(&mut String),
    ) {
        html.push('<');
        html.push_str(name);
        for (attribute, value) in attributes {
            html.push(' ');
            html.push_str(attribute);
            html.push_str("=\"");
            html::escape(value, html);
            html.push('"');
        }
        html.push_str("><template shadowrootmode=\"open\">");
        link(self.sheet, html);
        html::write(tree, html);
        behind(html);
        html.push_str("</template></");
        html.push_str(name);
        html.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Page, render};

    #[test]
    fn a_page_in_its_tag_stands_in_shadow_roots() {
        let article = Article { headline: "باران".into(), ..Article::default() };
        let json = r#"{"comments": [{"id": "1", "text": "آمد."}], "discussion": {"url": "/c/1?a=\"b\""}}"#;
        let (comments, _) = crate::article::from_json(json.as_bytes()).unwrap();
        let element = Element {
            script: "/satr/element.js",
            sheet: "/satr/satr.css",
            src: "/articles/1.json?a&b",
            comments: Some(&comments),
        };
        let options = Options { discussion: true, ..Options::default() };
        let html = render(&article, &options, &Page { element: Some(element), ..Page::default() });
        let body = html.split_once("<main>\n").unwrap().1.split_once("\n</main>").unwrap().0;
        let link = "<link rel=\"stylesheet\" href=\"/satr/satr.css\">\n";
        let [article, comments] =
            [article, comments].map(|article| html::render(&view::draw(&article, &options)));
        assert_eq!(
            body,
            [
                r#"<satr-article src="/articles/1.json?a&amp;b" comments="/c/1?a=&quot;b&quot;"><template shadowrootmode="open">"#,
                link,
                &article,
                r#"<satr-comments src="/c/1?a=&quot;b&quot;"><template shadowrootmode="open">"#,
                link,
                &comments,
                "</template></satr-comments></template></satr-article>\n",
                r#"<script type="module" src="/satr/element.js"></script>"#,
            ]
            .concat()
        );
    }
}
