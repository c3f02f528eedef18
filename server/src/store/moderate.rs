//! What a moderator decides in, what readers then see changed; and what there is to decide out.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use satr::article::Comment;

use super::row::{self, Read, State, columns, own_vote};
use super::write::count;
use super::{Action, CommentId, Entry, Queue, Shelf, Store, StoreError};

/// More than so many that wait are not counted.
const COUNTED: u32 = 1000;

macro_rules! entries {
    ($index:literal, $rest:literal) => {
        concat!(
            "SELECT own.*, articles.name, raw.email, raw.reports, raw.foreign_text FROM (",
            columns!(),
            $index,
            own_vote!(),
            $rest,
            ") AS own JOIN comments AS raw ON raw.id = own.id JOIN articles ON articles.id = raw.article \
             ORDER BY own.id"
        )
    };
}

const ONE: &str = entries!("", "WHERE c.id = ?2");
const WAITING: &str =
    entries!(" INDEXED BY waiting_by_id", "WHERE c.waiting = 1 AND c.id > ?2 ORDER BY c.id LIMIT ?3");
const BY_STATE: &str = concat!(
    entries!(" INDEXED BY by_state", "WHERE c.state = ?4 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3"),
    " DESC"
);

const COUNT: &str =
    "SELECT count(*) FROM (SELECT 1 FROM comments INDEXED BY waiting_by_id WHERE waiting = 1 LIMIT ?1)";

/// What is read for a moderator, and the index it is found by.
#[cfg(test)]
pub(super) const QUERIES: [(&str, &str); 4] =
    [(ONE, "PRIMARY KEY"), (WAITING, "waiting_by_id"), (BY_STATE, "by_state"), (COUNT, "waiting_by_id")];

impl Store {
    /// What stands on a shelf, at most `limit` of it, after the place where the last page ended.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn queue(&self, shelf: Shelf, after: Option<CommentId>, limit: u32) -> Result<Queue, StoreError> {
        self.connections.read(|connection| {
            let nobody: Option<i64> = None;
            let limit = usize::try_from(limit).unwrap_or(usize::MAX);
            let more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
            let mut entries: Vec<Entry> = match shelf {
                Shelf::Waiting => connection
                    .prepare_cached(WAITING)?
                    .query_map((nobody, after.map_or(0, |id| id.0), more), entry)?
                    .collect::<Result<_, _>>()?,
                Shelf::Published | Shelf::Rejected | Shelf::Removed => connection
                    .prepare_cached(BY_STATE)?
                    .query_map((nobody, after.map_or(i64::MAX, |id| id.0), more, state(shelf)), entry)?
                    .collect::<Result<_, _>>()?,
            };
            let has_more = entries.len() > limit;
            entries.truncate(limit);
            let next = entries.last().map(|entry| entry.id).filter(|_| has_more);
            let waiting = connection.prepare_cached(COUNT)?.query_row([COUNTED], |row| row.get(0))?;
            Ok(Queue { entries, next, waiting })
        })
    }

    /// One comment as a moderator sees it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and what a database can refuse.
    pub fn entry(&self, id: CommentId) -> Result<Entry, StoreError> {
        self.connections.read(|connection| {
            let nobody: Option<i64> = None;
            Ok(connection.prepare_cached(ONE)?.query_row((nobody, id.0), entry)?)
        })
    }

    /// Does it; false if the comment is in no state for that, as when another moderator was faster.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and what a database can refuse.
    pub fn moderate(&self, id: CommentId, action: Action) -> Result<bool, StoreError> {
        self.connections.write(|transaction| {
            let read = row::one(transaction, id, None)?;
            let is_starter = read.thread.is_none();
            match (action, read.state) {
                (Action::Approve, State::Pending | State::Rejected | State::Published)
                | (Action::Restore, State::Removed) => {
                    move_to(transaction, id, read.state, State::Published)?
                }
                (Action::Reject, State::Pending) => move_to(transaction, id, read.state, State::Rejected)?,
                (Action::Remove, State::Published) => move_to(transaction, id, read.state, State::Removed)?,
                (Action::Pin | Action::Unpin, State::Published) if is_starter => {
                    transaction
                        .prepare_cached("UPDATE comments SET pinned = ?2 WHERE id = ?1")?
                        .execute((id.0, action == Action::Pin))?;
                }
                _ => return Ok(false),
            }
            Ok(true)
        })
    }

    /// Publishes the newsroom's reply to a published comment; once, if the same is sent again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such comment or it is not published, and what a database can refuse.
    pub fn answer(&self, id: CommentId, author: &str, text: &str, now: i64) -> Result<Comment, StoreError> {
        const AGAIN: &str = "SELECT id FROM comments \
            WHERE parent = ?1 AND official = 1 AND state = 1 AND author = ?2 AND text = ?3";
        self.connections.write(|transaction| {
            let again = transaction
                .prepare_cached(AGAIN)?
                .query_row((id.0, author, text), |row| row.get(0))
                .optional()?;
            if let Some(again) = again {
                return Ok(row::one(transaction, CommentId(again), None)?.comment);
            }
            let added = transaction
                .prepare_cached(
                    "INSERT INTO comments (article, parent, thread, author, email, text, created, state, official) \
                     SELECT article, id, coalesce(thread, id), :author, '', :text, :now, 1, 1 \
                     FROM comments WHERE id = :id AND state = 1",
                )?
                .execute(named_params! {":id": id.0, ":author": author, ":text": text, ":now": now})?;
            if added == 0 {
                return Err(StoreError::NotFound);
            }
            let id = CommentId(transaction.last_insert_rowid());
            count(transaction, id, 1)?;
            Ok(row::one(transaction, id, None)?.comment)
        })
    }
}

/// Whoever decides has seen the reports. What is taken back is no longer pinned.
fn move_to(transaction: &Transaction<'_>, id: CommentId, from: State, to: State) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE comments SET state = ?2, reports = 0, pinned = iif(?2 = 1, pinned, 0) WHERE id = ?1",
        )?
        .execute((id.0, to))?;
    transaction.prepare_cached("UPDATE reports SET is_open = 0 WHERE comment = ?1")?.execute([id.0])?;
    count_move(transaction, id, from, to)
}

/// Keeps the counts right when a comment goes from one state to another.
pub(super) fn count_move(
    connection: &Connection,
    id: CommentId,
    from: State,
    to: State,
) -> Result<(), StoreError> {
    match i64::from(to == State::Published) - i64::from(from == State::Published) {
        0 => Ok(()),
        by => count(connection, id, by),
    }
}

fn state(shelf: Shelf) -> State {
    match shelf {
        Shelf::Waiting => State::Pending,
        Shelf::Published => State::Published,
        Shelf::Rejected => State::Rejected,
        Shelf::Removed => State::Removed,
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let read = Read::of(row)?;
    let name: String = row.get(14)?;
    let article = name.parse().map_err(|_| rusqlite::Error::InvalidQuery)?;
    let reports = row.get(16)?;
    let shelf = match read.state {
        State::Pending => Shelf::Waiting,
        State::Published if reports > 0 => Shelf::Waiting,
        State::Published => Shelf::Published,
        State::Rejected => Shelf::Rejected,
        State::Removed | State::Erased => Shelf::Removed,
    };
    Ok(Entry {
        id: CommentId(read.id),
        comment: read.comment,
        article,
        shelf,
        email: row.get(15)?,
        reports,
        is_foreign: row.get(17)?,
    })
}
