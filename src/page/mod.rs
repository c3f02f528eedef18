//! An article in, a whole HTML page around it out.
//! Floor 8. Uses: article, options, date, tree, view, html, json_ld.
//!
//! The head tells machines what the page is about: `title`, `description` and `canonical` for search engines, Open Graph
//! for those who share it, JSON-LD for both. All of it is text in attributes, and the JSON-LD a data block: a `script` of
//! no script's type is neither run nor counted by a content security policy, as the HTML Standard leaves off preparing it
//! before it asks the policy. So a page passes `default-src 'none'` with `style-src` alone.

mod element;

pub use element::Element;

use alloc::string::String;

use crate::article::{Article, Language};
use crate::html;
use crate::json_ld::{self, Picture, Setter};
use crate::options::{Options, Theme};
use crate::tree::Tree;
use crate::view::{self, STYLESHEET, State};

/// What a page brings along besides the article.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Page<'a> {
    /// Where the stylesheet comes from.
    pub styles: Styles<'a>,
    /// What machines are told that it is.
    pub kind: Kind,
    /// The tag that sees to it where scripts run; without one the article stands in the page itself.
    pub element: Option<Element<'a>>,
}

/// What a page is to machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// An article, told of in full.
    #[default]
    Article,
    /// A page of the host's own that is only drawn like one: a list of articles, a word that there is none. It has no
    /// JSON-LD, which would make news of it.
    Website,
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
pub const PAGE_STYLESHEET: &str = include_str!("../view/page.css");

/// Writes a whole page.
///
/// ```
/// use satr::article::Article;
/// use satr::options::Options;
/// use satr::page::{self, Page};
///
/// let article = Article { headline: "نخستین باران پاییزی".into(), ..Article::default() };
/// let html = page::render(&article, &Options::default(), &Page::default());
/// assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\">"));
/// assert!(html.contains("<title>نخستین باران پاییزی</title>"));
/// ```
#[must_use]
pub fn render(article: &Article, options: &Options, page: &Page<'_>) -> String {
    let tree = view::draw(article, options);
    let head = |html: &mut String| head(article, options, page, &tree, html);
    let body = |html: &mut String| match &page.element {
        None => html::write(&tree, html),
        Some(element) => element.write(&tree, options, html),
    };
    around(options.language_of(article), options, page.styles, head, body)
}

/// Writes a whole page for a state in which there is no article to be seen; its status is the host's to send.
///
/// ```
/// use satr::options::Options;
/// use satr::page::{self, Styles};
/// use satr::view::State;
///
/// let html = page::render_state(State::NotFound, &Options::default(), Styles::Inline);
/// assert!(html.contains("<title>خبری با این نشانی نیست</title>"));
/// ```
#[must_use]
pub fn render_state(state: State, options: &Options, styles: Styles<'_>) -> String {
    let tree = view::draw_state(state, options);
    let head = |html: &mut String| {
        html.push_str("<title>");
        html.push_str(state.title());
        html.push_str("</title>\n<meta name=\"robots\" content=\"noindex\">\n");
    };
    around(&Language::default(), options, styles, head, |html| html::write(&tree, html))
}

fn link(sheet: &str, html: &mut String) {
    html.push_str("<link rel=\"stylesheet\" href=\"");
    html::escape(sheet, html);
    html.push_str("\">\n");
}

/// A page around what `body` writes.
fn around(
    language: &Language,
    options: &Options,
    styles: Styles<'_>,
    head: impl FnOnce(&mut String),
    body: impl FnOnce(&mut String),
) -> String {
    let mut html = String::from("<!DOCTYPE html>\n<html lang=\"");
    html::escape(language.as_str(), &mut html);
    html.push_str(if language.is_rtl() { "\" dir=\"rtl\">\n" } else { "\" dir=\"ltr\">\n" });
    html.push_str("<head>\n<meta charset=\"utf-8\">\n");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.push_str(match options.theme {
        Theme::Auto => "<meta name=\"color-scheme\" content=\"light dark\">\n",
        Theme::Light => "<meta name=\"color-scheme\" content=\"light\">\n",
        Theme::Dark => "<meta name=\"color-scheme\" content=\"dark\">\n",
    });
    head(&mut html);
    match styles {
        Styles::Inline => {
            for sheet in [STYLESHEET, PAGE_STYLESHEET] {
                html.push_str("<style>\n");
                html.push_str(sheet);
                html.push_str("</style>\n");
            }
        }
        Styles::Linked(addresses) => {
            for address in addresses {
                link(address, &mut html);
            }
        }
    }
    html.push_str("</head>\n<body>\n<main>\n");
    body(&mut html);
    html.push_str("\n</main>\n</body>\n</html>\n");
    html
}

/// What machines read of a page.
fn head(article: &Article, options: &Options, page: &Page<'_>, tree: &Tree, html: &mut String) {
    let notice = view::notice(article, options);
    let article = notice.as_ref().unwrap_or(article);
    let setter = Setter::new(article, options);
    let (title, description) = (setter.title(), setter.description());
    html.push_str("<title>");
    html::escape(&title, html);
    html.push_str("</title>\n");
    let url = article.url.as_ref().and_then(json_ld::absolute_link);
    if let Some(url) = url {
        html.push_str("<link rel=\"canonical\" href=\"");
        html::escape(url, html);
        html.push_str("\">\n");
    }
    let mut meta = |name: &str, content: &str| {
        if !content.is_empty() {
            // Open Graph is RDFa, which calls its names properties.
            html.push_str(if name.contains(':') && !name.starts_with("twitter") {
                "<meta property=\""
            } else {
                "<meta name=\""
            });
            html.push_str(name);
            html.push_str("\" content=\"");
            html::escape(content, html);
            html.push_str("\">\n");
        }
    };
    meta("description", &description);
    meta("og:type", if page.kind == Kind::Article { "article" } else { "website" });
    meta("og:title", &title);
    meta("og:description", &description);
    meta("og:url", url.unwrap_or_default());
    meta("og:locale", &locale(options.language_of(article).as_str()));
    meta("og:site_name", &article.publisher.as_ref().map(|one| setter.name(&one.name)).unwrap_or_default());
    let picture = Picture::of(article);
    if let Some((picture, file)) =
        picture.as_ref().and_then(|picture| Some((picture, picture.files.first()?)))
    {
        meta("og:image", file.url);
        meta("og:image:width", &file.width);
        meta("og:image:height", &file.height);
        meta("og:image:alt", &setter.line(&picture.image.alt));
    }
    if page.kind == Kind::Article {
        about(article, &setter, &mut meta);
    }
    meta("twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    if page.kind == Kind::Article {
        html.push_str("<script type=\"application/ld+json\">");
        html.push_str(&match notice {
            Some(_) => json_ld::render(article, options),
            None => json_ld::write(article, tree, &setter),
        });
        html.push_str("</script>\n");
    }
}

/// Open Graph's names for what articles alone have.
fn about(article: &Article, setter: &Setter<'_>, meta: &mut dyn FnMut(&str, &str)) {
    for (name, time) in
        [("article:published_time", article.published), ("article:modified_time", article.modified)]
    {
        meta(name, &time.map(|time| setter.machine(time)).unwrap_or_default());
    }
    // Authors are told by their profiles alone, and an article is in one section, the widest.
    for author in
        article.byline.iter().filter_map(|credit| credit.url.as_ref().and_then(json_ld::absolute_link))
    {
        meta("article:author", author);
    }
    for section in article.section.iter().take(1) {
        meta("article:section", &setter.name(&section.text));
    }
    for tag in &article.tags {
        meta("article:tag", &setter.name(&tag.text));
    }
}

/// A language with its country, as Open Graph writes both: `fa_IR`. Persian is of Iran where nothing else is said; of
/// other languages the country has to be told.
fn locale(language: &str) -> String {
    // What follows a letter alone is an extension: a calendar, a keyboard.
    let mut groups = language.split('-').take_while(|group| group.len() > 1);
    let first = groups.next().unwrap_or_default().to_ascii_lowercase();
    let country = groups.find(|group| group.len() == 2).map(str::to_ascii_uppercase);
    let (language, usual) = match &*first {
        "fa" | "pes" => ("fa", "IR"),
        "prs" => ("fa", "AF"),
        other => (other, ""),
    };
    match country.as_deref().unwrap_or(usual) {
        "" => String::new(),
        country => [language, "_", country].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_a_country() {
        for (language, expected) in [
            ("fa", "fa_IR"),
            ("FA-ir", "fa_IR"),
            ("fa-AF", "fa_AF"),
            ("prs", "fa_AF"),
            ("fa-Arab-AF", "fa_AF"),
            ("fa-u-ca-persian", "fa_IR"),
            ("fa-AF-u-ca-persian", "fa_AF"),
            ("en-x-us", ""),
            ("en", ""),
            ("en-GB", "en_GB"),
        ] {
            assert_eq!(locale(language), expected, "{language}");
        }
    }

    #[test]
    fn a_page_is_in_the_language_chosen() {
        let article = Article { headline: "Rain".into(), ..Article::default() };
        let options = Options { language: Language::new("en-GB"), ..Options::default() };
        let html = render(&article, &options, &Page::default());
        for part in [r#"<html lang="en-GB" dir="ltr">"#, r#"content="en_GB""#, r#""inLanguage":"en-GB""#] {
            assert!(html.contains(part), "{part}");
        }
        let withdrawn = Article { withdrawn: Some(Default::default()), ..article };
        let dari = Options { language: Language::new("fa-AF"), ..Options::default() };
        assert!(render(&withdrawn, &dari, &Page::default()).contains(r#"<html lang="fa-AF" dir="rtl">"#));
    }

    /// Their words are Persian.
    #[test]
    fn a_state_is_in_persian_whatever_is_chosen() {
        let english = Options { language: Language::new("en"), ..Options::default() };
        for state in State::ALL {
            let [chosen, usual] =
                [&english, &Options::default()].map(|options| render_state(state, options, Styles::Inline));
            assert_eq!(chosen, usual);
        }
    }
}
