//! What the store is asked for in, what it answers out: the types of both.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use satr::article::{Comment, Sort, Vote};

use super::{ArticleName, CommentId, Key, Visitor};

pub use super::cursor::Cursor;

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a file, with two beside it of the same name and `-wal`, `-shm`.
    File(PathBuf),
    /// Nowhere once the store is gone.
    Memory,
}

/// How the database is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How long another program is waited for that holds the database.
    pub patience: Duration,
    /// How many connections read at the same time; at least one.
    pub readers: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { patience: Duration::from_secs(4), readers: 4 }
    }
}

/// A page that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageQuery {
    /// The order of threads.
    pub sort: Sort,
    /// Where the last page ended.
    pub after: Option<Cursor>,
    /// A comment of the thread that alone is wanted.
    pub thread: Option<CommentId>,
    /// Who asks: sees their own pending comments and their votes.
    pub visitor: Option<Visitor>,
}

/// A page of comments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// In the order to be shown.
    pub comments: Vec<Comment>,
    /// Where the next page goes on; `None` if this is the last.
    pub next: Option<Cursor>,
    /// How many comments of the article are published.
    pub count: u32,
    /// The starter of the thread that was asked for.
    pub thread: Option<CommentId>,
}

/// A comment that has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    /// What it is known by until it is taken.
    pub key: Key,
    /// The comment that it answers.
    pub parent: Option<CommentId>,
    /// The name that it is signed with; may be empty.
    pub author: String,
    /// The address that nobody but a moderator sees; may be empty.
    pub email: String,
    /// What is written.
    pub text: String,
    /// Who wrote it.
    pub visitor: Option<Visitor>,
    /// Where it came from.
    pub address: Option<IpAddr>,
    /// Whether it waits for a moderator.
    pub is_held: bool,
    /// Whether it is rejected as it comes. Its writer is told that it waits.
    pub is_rejected: bool,
    /// Whether it does not look like Persian.
    pub is_foreign: bool,
    /// When, in seconds since 1970.
    pub now: i64,
}

impl NewComment {
    /// A comment with nothing in it, of nobody, to be published at once.
    #[must_use]
    pub fn new(key: Key) -> Self {
        Self {
            key,
            parent: None,
            author: String::new(),
            email: String::new(),
            text: String::new(),
            visitor: None,
            address: None,
            is_held: false,
            is_rejected: false,
            is_foreign: false,
            now: 0,
        }
    }
}

/// What became of a comment that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// It is taken.
    New(Comment),
    /// It had been taken before, and is as it is now.
    Again(Comment),
    /// Its key has come before, with something else.
    KeyTaken,
    /// What it answers is not there, or no longer published.
    ParentGone,
    /// Its proof has been used.
    ProofUsed,
}

/// What is thought of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Votes {
    /// How many agree.
    pub up: u32,
    /// How many do not.
    pub down: u32,
    /// What the visitor thinks.
    pub vote: Vote,
}

/// What a moderator does to a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Publishes what waits or was rejected; of what is published, puts the reports aside.
    Approve,
    /// Never publishes what waits.
    Reject,
    /// Takes back what is published.
    Remove,
    /// Publishes again what was removed.
    Restore,
    /// Puts a published thread ahead of all others.
    Pin,
    /// Puts it back in its place.
    Unpin,
}

/// The lists that a moderator goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shelf {
    /// What waits, and what is published and was reported; the first first.
    #[default]
    Waiting,
    /// What is published; the last first.
    Published,
    /// What was rejected; the last first.
    Rejected,
    /// What was removed; the last first.
    Removed,
}

/// A comment as a moderator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What everybody sees of it, and its text even if nobody does. Of a rejected one the state is `Removed`.
    pub comment: Comment,
    /// Its id.
    pub id: CommentId,
    /// What it stands below.
    pub article: ArticleName,
    /// Which list it is on.
    pub shelf: Shelf,
    /// The address that was given with it.
    pub email: String,
    /// How many have reported it since it was last looked at.
    pub reports: u32,
    /// Whether it does not look like Persian.
    pub is_foreign: bool,
}

/// A page of a shelf.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    /// In order.
    pub entries: Vec<Entry>,
    /// Where the next page goes on; `None` if this is the last.
    pub next: Option<CommentId>,
    /// How many are on the shelf Waiting, up to 1,000.
    pub waiting: u32,
}

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erased {
    /// Comments; of some there is still a placeholder.
    pub comments: u64,
    /// Votes.
    pub votes: u64,
    /// Reports.
    pub reports: u64,
}
