//! The comments' store: what it keeps, and what it does when it cannot.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may: that is how it fails"
)]

mod crowd;
mod erasing;
mod faults;
mod importing;
mod moderating;
mod pages;
mod writing;

use std::path::PathBuf;

use rusqlite::Connection;
use satr::article::{Comment, Sort};
use satr_server::store::{
    ArticleName, CommentId, Key, NewComment, Page, PageQuery, Place, Posted, Store, Visitor,
};

/// When what has no time of its own is done.
const NOW: i64 = 5000;

fn memory() -> Store {
    Store::open(&Place::Memory).unwrap()
}

/// A new database of a test's own.
fn file(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("store").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder.join("comments.db")
}

fn rain() -> ArticleName {
    "rain".parse().unwrap()
}

fn key(number: u32) -> Key {
    format!("key-{number:05}").parse().unwrap()
}

fn visitor(number: u32) -> Visitor {
    format!("visitor-{number:020}").parse().unwrap()
}

/// A comment of visitor 1.
fn new(number: u32, text: &str) -> NewComment {
    NewComment {
        author: format!("خوانندهٔ {number}"),
        text: text.to_owned(),
        visitor: Some(visitor(1)),
        now: 1000 + i64::from(number),
        ..NewComment::new(key(number))
    }
}

fn reply(number: u32, parent: CommentId, text: &str) -> NewComment {
    NewComment { parent: Some(parent), ..new(number, text) }
}

fn held(comment: NewComment) -> NewComment {
    NewComment { is_held: true, ..comment }
}

/// Takes it as new.
fn post(store: &Store, comment: &NewComment) -> CommentId {
    match store.post(&rain(), comment, None).unwrap() {
        Posted::New(comment) => comment.id.parse().unwrap(),
        other => panic!("expected a new comment, got {other:?}"),
    }
}

fn list(store: &Store, sort: Sort) -> Page {
    store.list(&rain(), &PageQuery { sort, ..PageQuery::default() }).unwrap()
}

/// What visitor 1 sees.
fn own(store: &Store) -> Page {
    store.list(&rain(), &PageQuery { visitor: Some(visitor(1)), ..PageQuery::default() }).unwrap()
}

fn thread(store: &Store, id: CommentId) -> Page {
    store.list(&rain(), &PageQuery { thread: Some(id), ..PageQuery::default() }).unwrap()
}

fn texts(page: &Page) -> Vec<&str> {
    page.comments.iter().map(|comment| &*comment.text).collect()
}

fn ids(comments: &[Comment]) -> Vec<&str> {
    comments.iter().map(|comment| &*comment.id).collect()
}

/// All counts that the store keeps, and the same counted anew.
fn expect_counts(path: &std::path::Path) {
    let connection = Connection::open(path).unwrap();
    for query in [
        "SELECT name, published, (SELECT count(*) FROM comments WHERE article = articles.id AND state = 1) FROM articles",
        "SELECT id, replies, (SELECT count(*) FROM comments AS below WHERE below.state = 1 AND iif(c.thread IS NULL, \
         below.thread = c.id, below.parent = c.id)) FROM comments AS c",
        "SELECT id, up, (SELECT count(*) FROM votes WHERE comment = id AND vote = 1) FROM comments",
        "SELECT id, down, (SELECT count(*) FROM votes WHERE comment = id AND vote = -1) FROM comments",
        "SELECT id, reports, (SELECT count(*) FROM reports WHERE comment = id AND is_open) FROM comments",
    ] {
        let mut statement = connection.prepare(query).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (of, kept, counted): (rusqlite::types::Value, i64, i64) =
                (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
            assert_eq!(kept, counted, "{query}: {of:?}");
        }
    }
    let foreign: Option<i64> = connection.query_row("PRAGMA foreign_key_check", [], |row| row.get(1)).ok();
    assert_eq!(foreign, None, "a row points to none");
}
