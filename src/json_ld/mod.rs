//! An article in, what a search engine reads of it out: a schema.org `NewsArticle` as JSON-LD.
//! Floor 7. Uses: article, options, value, text, date, tree, view, plain.
//!
//! | key | of the article |
//! | --- | --- |
//! | `headline` | the headline, as [`view::title`] sets it |
//! | `alternativeHeadline` | the deck, which can be read alone; a kicker is half a sentence |
//! | `description` | the deck, or else how the lead begins |
//! | `url`, `mainEntityOfPage`, `identifier`, `inLanguage` | its address, id and language |
//! | `datePublished`, `dateModified` | with the offset, as `<time datetime>` has them |
//! | `author` | each of the byline, a `Person`: nothing tells of which kind a credit is |
//! | `publisher` | an `Organization` with its `logo` |
//! | `articleSection`, `keywords`, `dateline` | section path, tags, dateline |
//! | `image` | the files of the lead's picture, or else of the first in the body |
//! | `video`, `audio` | of the body: with an absolute address and a name; a film also with a poster and a date |
//! | `wordCount`, `commentCount` | words of lead and body; comments |
//! | `isBasedOn` | the source: the article is made of its work, not in its name (`sourceOrganization`) |
//! | `correction` | each correction, a `CorrectionComment` |
//! | `liveBlogUpdate`, `coverageStartTime`, `coverageEndTime` | a live timeline: see below |
//!
//! A field that is empty leaves no key. Names and lines are set as on the page; addresses, ids and dates are exact. What
//! must be absolute, as every address here, stays out where it is relative. The text itself (`articleBody`) and the
//! comments stay out too: the page that this stands in has them, and would be twice as long.
//!
//! An article with a live timeline is a `LiveBlogPosting` if an entry of it has a time and a text. As nobody knows when it
//! ends, and a search engine shows it as live until then, its end is told as a day after its last entry.
//!
//! Sources: Google's pages on structured data for [articles](https://developers.google.com/search/docs/appearance/structured-data/article)
//! and [videos](https://developers.google.com/search/docs/appearance/structured-data/video), and
//! [schema.org](https://schema.org/NewsArticle), where an update of a live blog is a `BlogPosting` with `headline`,
//! `datePublished` and `articleBody`.

mod live;
mod media;
mod object;
mod setter;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::article::url::{LinkUrl, whole};
use crate::article::{Article, Block, Correction, Credit, Link, Publisher};
use crate::options::Options;
use crate::plain;
use crate::text::{chars, clean, digits};
use crate::tree::{Event, Tree};
use crate::value::{self, Value};
use crate::view;
pub(crate) use media::Picture;
use object::{Object, object};
pub(crate) use setter::Setter;

/// Writes an article's JSON-LD, so that it may stand in a `script` element as it is.
///
/// ```
/// use satr::article::Article;
/// use satr::json_ld;
/// use satr::options::Options;
///
/// let article = Article { headline: "باران </script>".into(), ..Article::default() };
/// let json = json_ld::render(&article, &Options::default());
/// assert!(json.starts_with(r#"{"@context":"https://schema.org","@type":"NewsArticle""#));
/// assert!(json.contains(r#""headline":"باران \u003c/script\u003e""#));
/// assert!(!json.contains("</script>"));
/// ```
#[must_use]
pub fn render(article: &Article, options: &Options) -> String {
    let notice = view::notice(article, options);
    let article = notice.as_ref().unwrap_or(article);
    let tree = view::draw(article, options);
    write(article, &tree, &Setter::new(article, options))
}

/// The same for an article that is drawn already.
pub(crate) fn write(article: &Article, tree: &Tree, setter: &Setter<'_>) -> String {
    let picture = Picture::of(article);
    let told = article.discussion.as_ref().and_then(|discussion| discussion.count);
    let comments = told.map_or(article.comments.len() as u64, u64::from);
    let counted = Counted {
        words: digits::ascii(words(tree, "lead", setter) + words(tree, "body", setter)),
        comments: digits::ascii(comments),
        logo: article
            .publisher
            .as_ref()
            .and_then(|publisher| publisher.logo.as_ref())
            .and_then(Picture::of_image),
    };
    let mut json = String::new();
    value::write(&news_article(article, picture.as_ref(), &counted, setter), &mut json);
    escape(&json)
}

/// What is counted before the rest is put together.
struct Counted<'a> {
    words: String,
    comments: String,
    logo: Option<Picture<'a>>,
}

fn news_article<'a>(
    article: &'a Article,
    picture: Option<&'a Picture<'a>>,
    counted: &'a Counted<'a>,
    setter: &Setter<'_>,
) -> Value<'a> {
    let live = live::Coverage::of(article, setter);
    let mut it = Object::default();
    it.text("@context", "https://schema.org");
    it.text("@type", if live.is_some() { "LiveBlogPosting" } else { "NewsArticle" });
    let url = article.url.as_ref().and_then(absolute_link);
    it.value("mainEntityOfPage", url.map(|url| object("WebPage", |page| page.text("@id", url))));
    it.maybe("url", url);
    it.text("identifier", clean(&article.id).trim().to_owned());
    it.text("inLanguage", setter.options().language_of(article).as_str().to_owned());
    it.text("headline", setter.title());
    it.text("alternativeHeadline", setter.line(&article.deck));
    it.text("description", setter.description());
    it.texts("articleSection", names(&article.section, setter));
    it.texts("keywords", names(&article.tags, setter));
    it.text("dateline", setter.name(&article.dateline));
    it.maybe("datePublished", article.published.map(|time| setter.machine(time)));
    it.maybe("dateModified", article.modified.map(|time| setter.machine(time)));
    it.list("author", article.byline.iter().filter_map(|credit| person(credit, setter)).collect());
    it.value(
        "publisher",
        article.publisher.as_ref().and_then(|one| organization(one, counted.logo.as_ref(), setter)),
    );
    it.list("image", picture.map(|picture| picture.objects(setter)).unwrap_or_default());
    for (key, is_video) in [("video", true), ("audio", false)] {
        it.list(key, media::recordings(article, is_video, setter));
    }
    for (key, count) in [("wordCount", &counted.words), ("commentCount", &counted.comments)] {
        it.value(key, Some(Value::Number(count)).filter(|_| count != "0"));
    }
    it.value("isBasedOn", article.source.as_ref().and_then(|source| work(source, setter)));
    it.list("correction", corrections(article).filter_map(|one| correction(one, setter)).collect());
    if let Some(live) = live {
        it.text("coverageStartTime", live.start);
        it.text("coverageEndTime", live.end);
        it.list("liveBlogUpdate", live.updates);
    }
    it.into()
}

fn names(links: &[Link], setter: &Setter<'_>) -> Vec<String> {
    links.iter().map(|link| setter.name(&link.text)).collect()
}

fn person<'a>(credit: &'a Credit, setter: &Setter<'_>) -> Option<Value<'a>> {
    let name = setter.name(&credit.name);
    let photo = credit.photo.as_ref().and_then(|photo| photo.url.as_ref());
    (!name.is_empty()).then(|| {
        object("Person", |person| {
            person.text("name", name);
            person.maybe("url", credit.url.as_ref().and_then(absolute_link));
            person.maybe("image", photo.and_then(|photo| whole(photo.as_str())));
        })
    })
}

fn organization<'a>(
    publisher: &'a Publisher,
    logo: Option<&'a Picture<'a>>,
    setter: &Setter<'_>,
) -> Option<Value<'a>> {
    let name = setter.name(&publisher.name);
    (!name.is_empty()).then(|| {
        object("Organization", |organization| {
            organization.text("name", name);
            organization.maybe("url", publisher.url.as_ref().and_then(absolute_link));
            organization.value("logo", logo.and_then(|logo| logo.objects(setter).into_iter().next()));
        })
    })
}

fn work<'a>(source: &'a Link, setter: &Setter<'_>) -> Option<Value<'a>> {
    let name = setter.name(&source.text);
    let url = source.url.as_ref().and_then(absolute_link);
    (!name.is_empty() || url.is_some()).then(|| {
        object("CreativeWork", |work| {
            work.text("name", name);
            work.maybe("url", url);
        })
    })
}

/// The corrections of an article, those inside its text too.
fn corrections(article: &Article) -> impl Iterator<Item = &Correction> {
    let inside = blocks(&article.body).filter_map(|block| match block {
        Block::Correction(correction) => Some(correction),
        _ => None,
    });
    article.corrections.iter().chain(inside)
}

fn correction<'a>(correction: &Correction, setter: &Setter<'_>) -> Option<Value<'a>> {
    let text = setter.rich(&correction.text);
    (!text.is_empty()).then(|| {
        object("CorrectionComment", |comment| {
            comment.text("text", text);
            comment.maybe("datePublished", correction.date.map(|time| setter.machine(time)));
        })
    })
}

/// Every block of a text, also those inside others, in order.
fn blocks(body: &[Block]) -> impl Iterator<Item = &Block> {
    let mut waiting = Vec::from([body.iter()]);
    core::iter::from_fn(move || {
        loop {
            let Some(block) = waiting.last_mut()?.next() else {
                waiting.pop();
                continue;
            };
            match block {
                Block::Callout(callout) => waiting.push(callout.body.iter()),
                Block::QuestionAnswer(all) => {
                    waiting.extend(all.exchanges.iter().rev().map(|one| one.answer.iter()))
                }
                Block::Timeline(timeline) => {
                    waiting.extend(timeline.entries.iter().rev().map(|one| one.body.iter()))
                }
                _ => {}
            }
            return Some(block);
        }
    })
}

/// How many words stand in a frame of the tree.
fn words(tree: &Tree, key: &str, setter: &Setter<'_>) -> u64 {
    let is_it = |event: &Event<'_>| matches!(event, Event::Begin(frame) if frame.key == key);
    let mut depth = 0_usize;
    let inside = tree.events().skip_while(|event| !is_it(event)).take_while(move |event| {
        match event {
            Event::Begin(_) => depth += 1,
            Event::End => depth -= 1,
            _ => {}
        }
        depth > 0
    });
    let text = plain::render_events(inside, 0, setter.options().numerals);
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u64
}

/// A link that says where it leads wherever it is read.
pub(crate) fn absolute_link(url: &LinkUrl) -> Option<&str> {
    whole(url.as_str())
}

/// JSON as a `script` element may hold it: no character is left that could end the element or be read as markup, and none
/// that ends a line in a script but not in JSON. It is the same JSON, as these stand in its strings alone.
///
/// ```
/// assert_eq!(satr::json_ld::escape(r#"["</script>&"]"#), r#"["\u003c/script\u003e\u0026"]"#);
/// ```
#[must_use]
pub fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            chars::LINE_SEPARATOR => escaped.push_str("\\u2028"),
            chars::PARAGRAPH_SEPARATOR => escaped.push_str("\\u2029"),
            _ => escaped.push(c),
        }
    }
    escaped
}
