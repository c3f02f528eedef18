//! What is answered. Pages of the host's own are articles too, and drawn by the same hand.

use std::io;
use std::sync::Arc;
use std::time::SystemTime;

use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use satr::article::url::LinkUrl;
use satr::article::{Article, Related};
use satr::date::Timestamp;
use satr::import::{Format, import};
use satr::options::{Options, Tools};
use satr::page::{self, Element, Kind, PAGE_STYLESHEET, Page, Styles};
use satr::view::{self, STYLESHEET};

use crate::comments::Comments;
use crate::guard::{Budget, Guard};
use crate::site::path_segment;
use crate::{SHEETS, Site};

/// The tag's script, if the site has the package.
const SCRIPT: &str = "/satr/element.js";

type Answer = Result<Response, Fault>;

/// A fault of the host's disk: said in the log, and to the reader as a page.
pub(crate) struct Fault(io::Error);

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        tracing::error!(error = %self.0, "the folder cannot be read");
        (StatusCode::INTERNAL_SERVER_ERROR, state(view::State::Failed)).into_response()
    }
}

pub(crate) async fn index(State(site): State<Arc<Site>>, request: Request) -> Answer {
    if site.has("index.html") {
        return Ok(site.file(request).await?);
    }
    let mut related = Vec::new();
    for name in site.names().await? {
        match site.article(&name).await {
            Ok(Some((bytes, format))) => related.extend(listed(&name, &bytes, format)),
            Ok(None) => {}
            Err(error) => tracing::error!(name, %error, "an article cannot be read"),
        }
    }
    let deck =
        if related.is_empty() { "هنوز مقاله‌ای در این پوشه نیست." } else { "" };
    let page =
        Article {
            headline: "مقاله‌ها".to_owned(), deck: deck.to_owned(), related, ..Article::default()
        };
    Ok(html(&page, Kind::Website).into_response())
}

/// An article as it stands in the list, if it can be read.
fn listed(name: &str, bytes: &[u8], format: Format) -> Option<Related> {
    let (article, _) = import(bytes, format)
        .map_err(|error| tracing::error!(name, %error, "an article cannot be read"))
        .ok()?;
    if article.withdrawn.is_some() {
        return None;
    }
    let text = if article.headline.is_empty() { name.to_owned() } else { article.headline };
    let url = LinkUrl::parse(&format!("/articles/{}", path_segment(name)), None).ok();
    Some(Related { text, url, date: article.published })
}

pub(crate) async fn article(
    State(site): State<Arc<Site>>,
    State(talk): State<Option<(Comments, Guard)>>,
    Path(name): Path<String>,
    request: Request,
) -> Answer {
    let Some((bytes, format)) = site.article(&name).await? else {
        return file(State(site), request).await;
    };
    if let Some((_, guard)) = &talk
        && let Err(refusal) = guard.spend(Budget::Read, request.extensions().get().copied())
    {
        return Ok(refusal.into_response());
    }
    let mut article = match import(&bytes, format) {
        Ok((article, notes)) => {
            for note in notes {
                tracing::warn!(name, %note, "an article has something wrong in it");
            }
            article
        }
        Err(error) => {
            tracing::error!(name, %error, "an article cannot be read");
            return Ok(failed());
        }
    };
    if view::draw(&article, &Options::default()).is_blank() {
        tracing::error!(name, "expected an article, nothing in it can be shown");
        return Ok(failed());
    }
    if article.withdrawn.is_some() {
        return Ok((StatusCode::GONE, html(&article, Kind::Article)).into_response());
    }
    let segment = path_segment(&name);
    let has_comments = talk.is_some();
    let talk = match &talk {
        Some((comments, _)) => {
            let url = format!("/comments/{segment}");
            comments.below(&name, url, &mut article, request.headers()).await
        }
        None => None,
    };
    let src = match format {
        Format::Json if site.has(SCRIPT.trim_start_matches('/')) => Some(format!("/articles/{segment}.json")),
        _ => None, // the article stands in the page itself
    };
    let page = match &src {
        Some(src) => in_tag(&article, src, talk.as_ref()),
        None => with(article, talk),
    };
    // With comments it shows what its reader wrote, and asks them something new each time.
    let headers = has_comments.then_some([(header::CACHE_CONTROL, "no-store")]);
    Ok((headers, page).into_response())
}

/// An article in the page itself, with what readers wrote of it.
fn with(article: Article, talk: Option<Article>) -> Html<String> {
    let Some(Article { comments, comment_rules, discussion, .. }) = talk else {
        return html(&article, Kind::Article);
    };
    let article = Article { comments, comment_rules, discussion, ..article };
    let page = Page { styles: Styles::Linked(SHEETS), ..Page::default() };
    Html(page::render(&article, &Options { discussion: true, ..options() }, &page))
}

pub(crate) async fn file(State(site): State<Arc<Site>>, request: Request) -> Answer {
    let answer = site.file(request).await?;
    if answer.status() != StatusCode::NOT_FOUND {
        return Ok(answer);
    }
    Ok((StatusCode::NOT_FOUND, state(view::State::NotFound)).into_response())
}

/// Browsers ask for this of every host. One that has none says so without a fault.
pub(crate) async fn favicon(State(site): State<Arc<Site>>, request: Request) -> Answer {
    if site.has("favicon.ico") {
        Ok(site.file(request).await?)
    } else {
        Ok(StatusCode::NO_CONTENT.into_response())
    }
}

/// The site's own, where it has a package.
pub(crate) async fn sheet(State(site): State<Arc<Site>>, request: Request) -> Answer {
    if site.has("satr/satr.css") {
        return Ok(site.file(request).await?);
    }
    Ok(([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLESHEET).into_response())
}

/// The font comes with the browser package; a site without it does well with the reader's own fonts.
pub(crate) async fn font(State(site): State<Arc<Site>>, request: Request) -> Answer {
    if site.has("satr/font.css") {
        return Ok(site.file(request).await?);
    }
    Ok(([(header::CONTENT_TYPE, "text/css; charset=utf-8")], "").into_response())
}

pub(crate) async fn page_css() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], PAGE_STYLESHEET)
}

fn html(article: &Article, kind: Kind) -> Html<String> {
    Html(page::render(article, &options(), &Page { styles: Styles::Linked(SHEETS), kind, element: None }))
}

/// An article in the package's tag.
fn in_tag(article: &Article, src: &str, comments: Option<&Article>) -> Html<String> {
    let element = Element { script: SCRIPT, sheet: "/satr/satr.css", src, comments };
    // What these buttons do, the tag's script sees to.
    let tools = Tools { share: false, ..Tools::ALL };
    let page = Page { styles: Styles::Linked(SHEETS), element: Some(element), ..Page::default() };
    Html(page::render(article, &Options { tools, ..options() }, &page))
}

fn failed() -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, state(view::State::Failed)).into_response()
}

fn state(state: view::State) -> Html<String> {
    Html(page::render_state(state, &options(), Styles::Linked(SHEETS)))
}

/// A page is drawn when it is asked for, so ages are told as of now.
fn options() -> Options {
    let since_1970 = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let now = i64::try_from(since_1970).ok().map(Timestamp::from_unix_seconds);
    Options { now, ..Options::default() }
}
