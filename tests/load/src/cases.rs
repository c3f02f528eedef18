//! What is asked for in, the bytes of a request out.

use std::sync::atomic::{AtomicU32, Ordering};

/// One kind of request.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) title: &'static str,
    pub(crate) kind: Kind,
    /// What is wanted of the article's comments; page 20 has a cursor besides.
    pub(crate) query: &'static str,
    pub(crate) page: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Json,
    Html,
    Post,
}

pub(crate) const CASES: [Case; 5] = [
    Case { title: "JSON, newest", kind: Kind::Json, query: "?sort=newest", page: 1 },
    Case { title: "JSON, best", kind: Kind::Json, query: "?sort=best", page: 1 },
    Case { title: "JSON, page 20", kind: Kind::Json, query: "?sort=newest", page: 20 },
    Case { title: "HTML, newest", kind: Kind::Html, query: "?sort=newest", page: 1 },
    Case { title: "Posting", kind: Kind::Post, query: "", page: 1 },
];

impl Kind {
    pub(crate) const fn status(self) -> u16 {
        if matches!(self, Self::Post) { 201 } else { 200 }
    }

    /// A request as a reader's browser sends it, through the one proxy that the server believes. Each comes from another
    /// reader: so each is within its budget, and none has been answered before.
    pub(crate) fn request(self, path: &str) -> Vec<u8> {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        let [_, _, high, low] = (number % 60_000).to_be_bytes();
        let method = if self == Self::Post { "POST" } else { "GET" };
        let head =
            format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nx-forwarded-for: 10.0.{high}.{low}\r\n");
        let visitor = format!("satr-visitor: visitor-of-the-load-{number:010}\r\n");
        let rest = match self {
            Self::Json => format!("accept: application/json\r\n{visitor}\r\n"),
            Self::Html => "accept: text/html\r\n\r\n".to_owned(),
            Self::Post => {
                let body = format!(
                    r#"{{"author":"مریم","text":"باران خوبی بود، خدا را شکر.","key":"load-{number:010}"}}"#
                );
                let kind = "accept: application/json\r\ncontent-type: application/json\r\n";
                format!("{kind}{visitor}content-length: {}\r\n\r\n{body}", body.len())
            }
        };
        (head + &rest).into_bytes()
    }
}
