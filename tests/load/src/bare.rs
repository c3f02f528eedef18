//! A folder of answers in, routes that give them without any work out: what can be reached at all.

use std::fs;
use std::path::Path;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use axum::routing::any;
use satr_server::serve::{Limits, serve};
use tokio::net::TcpListener;

use crate::Outcome;

/// Serves each file of a folder, a whole answer with its head, at the path of its name: by our loop, or by axum's.
pub(crate) fn run(folder: &Path, is_ours: bool) -> Outcome<()> {
    let mut routes = Router::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        let (status, headers, body) = parse(&fs::read(file.path())?)?;
        let answer = move |_: Bytes| {
            let mut answer = Response::new(Body::from(body.clone()));
            *answer.status_mut() = status;
            answer.headers_mut().clone_from(&headers);
            std::future::ready(answer)
        };
        routes = routes.route(&format!("/{}", file.file_name().to_string_lossy()), any(answer));
    }
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}/", listener.local_addr()?);
        if is_ours {
            serve(listener, routes, Limits::default(), std::future::pending()).await?;
        } else {
            axum::serve(listener, routes).await?;
        }
        Ok(())
    })
}

/// An answer's head and body; what hyper writes itself is left to it.
fn parse(answer: &[u8]) -> Outcome<(StatusCode, HeaderMap, Bytes)> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or("expected an answer's head")?;
    let (head, body) = answer.split_at(end + 4);
    let mut lines = std::str::from_utf8(head)?.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).ok_or("expected a status")?;
    let mut headers = HeaderMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        if !["content-length", "date"].contains(&name) {
            headers.append(HeaderName::try_from(name)?, HeaderValue::try_from(value)?);
        }
    }
    Ok((status.parse()?, headers, Bytes::copy_from_slice(body)))
}
