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
use satr::options::Options;
use satr::page::{self, Kind, PAGE_STYLESHEET, Page, Styles};
use satr::view::{self, STYLESHEET};

use crate::Site;
use crate::comments::Comments;
use crate::site::path_segment;

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
        (StatusCode::INTERNAL_SERVER_ERROR, state(&Site::BuiltIn, view::State::Failed)).into_response()
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
    Ok(html(&site, &page, Kind::Website).into_response())
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
    State(comments): State<Option<Comments>>,
    Path(name): Path<String>,
    request: Request,
) -> Answer {
    let Some((bytes, format)) = site.article(&name).await? else {
        return file(State(site), request).await;
    };
    match import(&bytes, format) {
        Ok((article, notes)) => {
            for note in notes {
                tracing::warn!(name, %note, "an article has something wrong in it");
            }
            if !view::draw(&article, &Options::default()).is_blank() {
                return Ok(match comments {
                    _ if article.withdrawn.is_some() => {
                        (StatusCode::GONE, html(&site, &article, Kind::Article)).into_response()
                    }
                    Some(comments) => {
                        let url = format!("/comments/{}", path_segment(&name));
                        let article = comments.below(&name, url, article, request.headers()).await;
                        // It shows what its reader wrote, and asks them something new each time.
                        let headers = [(header::CACHE_CONTROL, "no-store")];
                        (headers, html(&site, &article, Kind::Article)).into_response()
                    }
                    None => html(&site, &article, Kind::Article).into_response(),
                });
            }
            tracing::error!(name, "expected an article, nothing in it can be shown");
        }
        Err(error) => tracing::error!(name, %error, "an article cannot be read"),
    }
    Ok((StatusCode::INTERNAL_SERVER_ERROR, state(&site, view::State::Failed)).into_response())
}

pub(crate) async fn file(State(site): State<Arc<Site>>, request: Request) -> Answer {
    let answer = site.file(request).await?;
    if answer.status() != StatusCode::NOT_FOUND {
        return Ok(answer);
    }
    Ok((StatusCode::NOT_FOUND, state(&site, view::State::NotFound)).into_response())
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

pub(crate) async fn page_css() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], PAGE_STYLESHEET)
}

fn html(site: &Site, article: &Article, kind: Kind) -> Html<String> {
    Html(page::render(article, &options(), &Page { styles: styles(site), kind, ..Page::default() }))
}

fn state(site: &Site, state: view::State) -> Html<String> {
    Html(page::render_state(state, &options(), styles(site)))
}

/// The font comes with the browser package; a site without it does well with the reader's own fonts.
fn styles(site: &Site) -> Styles<'static> {
    const SHEETS: &[&str] = &["/satr/satr.css", "/satr/page.css"];
    const WITH_FONT: &[&str] = &["/satr/satr.css", "/satr/page.css", "/satr/font.css"];
    Styles::Linked(if site.has("satr/font.css") { WITH_FONT } else { SHEETS })
}

/// A page is drawn when it is asked for, so ages are told as of now.
fn options() -> Options {
    let since_1970 = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let now = i64::try_from(since_1970).ok().map(Timestamp::from_unix_seconds);
    Options { now, ..Options::default() }
}
