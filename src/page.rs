//! An article in, a whole HTML page around it out.
//! Floor 7. Uses: article, options, view, html.

use alloc::string::String;

use crate::article::Article;
use crate::article::url::LinkUrl;
use crate::html;
use crate::options::{Options, Theme};
use crate::view::{self, STYLESHEET};

/// What a page brings along besides the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Page<'a> {
    /// Where the stylesheet comes from.
    pub styles: Styles<'a>,
}

/// Where a page's stylesheet comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Styles<'a> {
    /// Inside the page, which then needs no other file. A reader who has the Vazirmatn font installed sees it.
    #[default]
    Inline,
    /// Files of a host: their addresses, in order. A page policy of `style-src 'self'` allows these alone.
    Linked(&'a [&'a str]),
}

/// The sheet for a page that holds nothing but an article.
pub const PAGE_STYLESHEET: &str = include_str!("view/page.css");

/// Writes a whole page.
///
/// ```
/// use satr::article::Article;
/// use satr::options::Options;
/// use satr::page::{self, Page};
///
/// let article = Article { headline: "نخستین باران پاییزی".into(), ..Article::default() };
/// let html = page::render(&article, &Options::default(), &Page::default());
/// assert!(html.starts_with("<!doctype html>\n<html lang=\"fa\" dir=\"rtl\">"));
/// assert!(html.contains("<title>نخستین باران پاییزی</title>"));
/// ```
#[must_use]
pub fn render(article: &Article, options: &Options, page: &Page<'_>) -> String {
    let mut html = String::from("<!doctype html>\n<html lang=\"");
    html::escape(article.language.as_str(), &mut html);
    html.push_str(if article.language.is_rtl() { "\" dir=\"rtl\">\n" } else { "\" dir=\"ltr\">\n" });
    html.push_str("<head>\n<meta charset=\"utf-8\">\n");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.push_str(match options.theme {
        Theme::Auto => "<meta name=\"color-scheme\" content=\"light dark\">\n",
        Theme::Light => "<meta name=\"color-scheme\" content=\"light\">\n",
        Theme::Dark => "<meta name=\"color-scheme\" content=\"dark\">\n",
    });
    html.push_str("<title>");
    html::escape(&view::title(article, options), &mut html);
    html.push_str("</title>\n");
    if let Some(url) = &article.url {
        canonical(url, &mut html);
    }
    match page.styles {
        Styles::Inline => {
            for sheet in [STYLESHEET, PAGE_STYLESHEET] {
                html.push_str("<style>\n");
                html.push_str(sheet);
                html.push_str("</style>\n");
            }
        }
        Styles::Linked(addresses) => {
            for address in addresses {
                html.push_str("<link rel=\"stylesheet\" href=\"");
                html::escape(address, &mut html);
                html.push_str("\">\n");
            }
        }
    }
    html.push_str("</head>\n<body>\n<main>\n");
    html::write(&view::draw(article, options), &mut html);
    html.push_str("\n</main>\n</body>\n</html>\n");
    html
}

fn canonical(url: &LinkUrl, html: &mut String) {
    html.push_str("<link rel=\"canonical\" href=\"");
    html::escape(url.as_str(), html);
    html.push_str("\">\n");
}
