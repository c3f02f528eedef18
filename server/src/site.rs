//! Where the articles are.

use std::io;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use satr::article::url::LinkUrl;
use satr::import::{Format, import};
use tower_http::services::ServeDir;

use crate::comments::{Articles, Sought};

/// What is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Site {
    /// One article that comes with the program, to see what a page looks like.
    BuiltIn,
    /// A folder: its `articles/*.json` and `articles/*.txt`, and all its files.
    Folder(PathBuf),
}

const BUILT_IN: &str = "mehr-4692303";
const BUILT_IN_ARTICLE: &[u8] = include_bytes!("../../www/articles/mehr-4692303.json");
const BUILT_IN_FIGURE: &[u8] = include_bytes!("../../www/articles/lead.svg");

impl Site {
    /// The bytes of an article, and what they are written in; `None` if there is none of that name.
    pub(crate) async fn article(&self, name: &str) -> io::Result<Option<(Vec<u8>, Format)>> {
        let Self::Folder(root) = self else {
            return Ok((name == BUILT_IN).then(|| (BUILT_IN_ARTICLE.to_vec(), Format::Json)));
        };
        if !is_name(name) {
            return Ok(None);
        }
        for (extension, format) in [("json", Format::Json), ("txt", Format::Text)] {
            match tokio::fs::read(root.join("articles").join(format!("{name}.{extension}"))).await {
                Ok(bytes) => return Ok(Some((bytes, format))),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// The names of all articles, in order.
    pub(crate) async fn names(&self) -> io::Result<Vec<String>> {
        let Self::Folder(root) = self else {
            return Ok(vec![BUILT_IN.to_owned()]);
        };
        let mut names = Vec::new();
        let mut files = match tokio::fs::read_dir(root.join("articles")).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(names),
            files => files?,
        };
        while let Some(file) = files.next_entry().await? {
            let path = file.path();
            let is_article =
                path.extension().is_some_and(|extension| extension == "json" || extension == "txt");
            names.extend(
                path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_article).map(str::to_owned),
            );
        }
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// A file of the site.
    pub(crate) async fn file(&self, request: Request) -> io::Result<Response> {
        match self {
            Self::BuiltIn if request.uri().path() == "/articles/lead.svg" => {
                Ok(([(header::CONTENT_TYPE, "image/svg+xml")], BUILT_IN_FIGURE).into_response())
            }
            Self::BuiltIn => Ok(StatusCode::NOT_FOUND.into_response()),
            Self::Folder(root) => match ServeDir::new(root).try_call(request).await {
                Ok(answer) => Ok(in_utf8(answer.map(Body::new))),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    Ok(StatusCode::NOT_FOUND.into_response())
                }
                Err(error) => Err(error),
            },
        }
    }

    /// Whether the site has a file.
    pub(crate) fn has(&self, path: impl AsRef<Path>) -> bool {
        matches!(self, Self::Folder(root) if root.join(path).is_file())
    }
}

/// What cannot be read as an article has no comments either.
impl Articles for Site {
    fn article<'a>(&'a self, name: &'a str) -> Sought<'a> {
        Box::pin(async move {
            let found = Self::article(self, name).await?;
            Ok(found.and_then(|(bytes, format)| import(&bytes, format).ok()).map(|(article, _)| article))
        })
    }

    fn address(&self, name: &str) -> Option<LinkUrl> {
        LinkUrl::parse(&format!("/articles/{}", path_segment(name)), None).ok()
    }
}

/// A name as a segment of a path: what would end it there is percent-encoded.
pub(crate) fn path_segment(name: &str) -> String {
    name.replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

/// Says of a text that it is UTF-8, as a page's own words may come too late.
fn in_utf8(mut answer: Response) -> Response {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if let Some(kind) = kind.filter(|kind| kind.starts_with("text/") && !kind.contains("charset"))
        && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    answer
}

/// Whether a name is that of a file, not a way to another folder, and leaves room for what it ends with.
fn is_name(name: &str) -> bool {
    name.len() <= 250 && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_name_leads_nowhere_else() {
        assert!(is_name("mehr-4692303") && is_name("باران پاییزی"));
        assert!(is_name(&"a".repeat(250)) && !is_name(&"a".repeat(251)), "no file system has longer ones");
        for way in ["..", "../Cargo", "a/b", "a\\b", "C:x", ".git", "a\0"] {
            assert!(!is_name(way), "{way}");
        }
    }
}
