//! A row of comments in, the comment as a reader may see it out.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};
use satr::article::{Comment, CommentState, Vote};
use satr::date::Timestamp;

use super::hash::Hash;
use super::{ArticleName, CommentId, StoreError};

/// What is read of a comment, before the FROM. A reply whose parent is not shown answers the starter of its thread,
/// which is. `?1` is the visitor.
macro_rules! columns {
    () => {
        "SELECT c.id, \
         CASE WHEN c.thread IS NULL OR (SELECT p.shown FROM comments AS p WHERE p.id = c.parent) \
         THEN c.parent ELSE c.thread END, \
         c.author, c.created, c.text, c.state, c.official, c.pinned, c.up, c.down, c.replies, c.score, v.vote, c.thread \
         FROM comments AS c"
    };
}

/// What this visitor thinks of it, after the FROM.
macro_rules! own_vote {
    () => {
        " LEFT JOIN votes AS v ON v.comment = c.id AND v.visitor = ?1 "
    };
}

pub(super) use {columns, own_vote};

/// What a moderator has made of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Pending = 0,
    Published = 1,
    Rejected = 2,
    Removed = 3,
    /// Removed, and nothing is left that could be restored.
    Erased = 4,
}

impl FromSql for State {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(|state| match state {
            0 => Self::Pending,
            1 => Self::Published,
            2 => Self::Rejected,
            3 => Self::Removed,
            _ => Self::Erased,
        })
    }
}

impl ToSql for State {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(*self as i64))
    }
}

/// A comment, and what the lists go by.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) id: i64,
    pub(super) thread: Option<i64>,
    pub(super) comment: Comment,
    pub(super) state: State,
    pub(super) created: i64,
    pub(super) score: i64,
    pub(super) replies: u32,
}

impl Read {
    /// A row that was asked for by [`columns`].
    pub(super) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (id, parent): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
        let (created, state): (i64, State) = (row.get(3)?, row.get(5)?);
        let comment = Comment {
            id: id.to_string(),
            parent: parent.map(|parent| parent.to_string()).unwrap_or_default(),
            author: row.get(2)?,
            date: Some(Timestamp::from_unix_seconds(created)),
            text: row.get(4)?,
            state: match state {
                State::Pending => CommentState::Pending,
                State::Published => CommentState::Published,
                State::Rejected | State::Removed | State::Erased => CommentState::Removed,
            },
            official: row.get(6)?,
            pinned: row.get(7)?,
            up: row.get(8)?,
            down: row.get(9)?,
            vote: vote(row.get(12)?),
            ..Comment::default()
        };
        Ok(Self {
            id,
            thread: row.get(13)?,
            comment,
            state,
            created,
            score: row.get(11)?,
            replies: row.get(10)?,
        })
    }

    /// Without what was said, if it is removed.
    pub(super) fn into_public(self) -> Comment {
        let comment = self.comment;
        if comment.state != CommentState::Removed {
            return comment;
        }
        let Comment { id, parent, date, state, more, .. } = comment;
        Comment { id, parent, date, state, more, ..Comment::default() }
    }
}

/// One comment, whatever its state.
pub(super) fn one(connection: &Connection, id: CommentId, visitor: Option<Hash>) -> Result<Read, StoreError> {
    const ONE: &str = concat!(columns!(), own_vote!(), "WHERE c.id = ?2");
    Ok(connection.prepare_cached(ONE)?.query_row((visitor, id.0), Read::of)?)
}

/// The number of an article, if anything is known of it.
pub(super) fn article(connection: &Connection, name: &ArticleName) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM articles WHERE name = ?1")?;
    Ok(statement.query_row([name.as_str()], |row| row.get(0)).optional()?)
}

/// The number of an article, which gets one if it has none.
pub(super) fn article_or_new(connection: &Connection, name: &ArticleName) -> Result<i64, StoreError> {
    if let Some(id) = article(connection, name)? {
        return Ok(id);
    }
    connection.prepare_cached("INSERT INTO articles (name) VALUES (?1)")?.execute([name.as_str()])?;
    Ok(connection.last_insert_rowid())
}

/// A vote as it is kept: 1, -1, or no row.
pub(super) fn vote(kept: Option<i64>) -> Vote {
    match kept {
        Some(1) => Vote::Up,
        Some(_) => Vote::Down,
        None => Vote::None,
    }
}
