//! Whose words are to go in, how much went out.

use rusqlite::{Connection, OptionalExtension, ToSql, Transaction};
use satr::article::Vote;

use super::hash::Hash;
use super::moderate::count_move;
use super::row::{self, State};
use super::vote::cast;
use super::{CommentId, Erased, Store, StoreError};

/// How many of each are forgotten at once: readers who write need not wait for all.
const AT_ONCE: u32 = 500;

const OF_EMAIL: &str =
    "SELECT id, visitor FROM comments WHERE email = ?1 COLLATE NOCASE AND email <> '' ORDER BY id DESC";
const OF_WRITER: &str = "SELECT id, visitor FROM comments WHERE id = ?1 \
    UNION SELECT id, visitor FROM comments WHERE visitor = (SELECT visitor FROM comments WHERE id = ?1) \
    ORDER BY id DESC";
const FORGET: &str = "UPDATE comments SET email = '', visitor = NULL, address = NULL WHERE id IN \
    (SELECT id FROM comments WHERE traceable = 1 AND created < ?1 LIMIT ?2)";
const FORGET_VOTES: &str = "DELETE FROM votes WHERE (comment, visitor) IN \
    (SELECT comment, visitor FROM votes WHERE created < ?1 LIMIT ?2)";
const FORGET_REPORTS: &str = "DELETE FROM reports WHERE (comment, visitor) IN \
    (SELECT comment, visitor FROM reports WHERE created < ?1 LIMIT ?2)";

/// What is looked for, and the index it is found by.
#[cfg(test)]
pub(super) const QUERIES: [(&str, &str); 5] = [
    (OF_EMAIL, "by_email"),
    (OF_WRITER, "by_visitor"),
    (FORGET, "traceable_by_time"),
    (FORGET_VOTES, "votes_by_time"),
    (FORGET_REPORTS, "reports_by_time"),
];

impl Store {
    /// Erases all comments that came with an e-mail address, and what the same visitors voted and reported.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn erase_email(&self, email: &str) -> Result<Erased, StoreError> {
        self.erase_found(OF_EMAIL, email)
    }

    /// Erases all that the writer of a comment wrote, voted and reported; the comment alone if it is not known whose it
    /// is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and what a database can refuse.
    pub fn erase_writer(&self, id: CommentId) -> Result<Erased, StoreError> {
        match self.erase_found(OF_WRITER, id.0)? {
            Erased { comments: 0, .. } => Err(StoreError::NotFound),
            erased => Ok(erased),
        }
    }

    fn erase_found(&self, query: &str, of: impl ToSql) -> Result<Erased, StoreError> {
        let erased = self.connections.write(|transaction| {
            let mut statement = transaction.prepare(query)?;
            let found = statement.query_map([of], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let found: Vec<(i64, Option<Hash>)> = found.collect::<Result<_, _>>()?;
            erase(transaction, &found)
        })?;
        self.connections.empty_log()?;
        Ok(erased)
    }

    /// Forgets who wrote, voted and reported what is older than `before`, and proofs that have expired by `now`. How many
    /// comments, votes and reports it was.
    ///
    /// What was counted stays counted. A vote that is forgotten can no longer be taken back, and who votes once more is
    /// somebody new.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn forget(&self, before: i64, now: i64) -> Result<u64, StoreError> {
        self.connections
            .write(|transaction| Ok(transaction.execute("DELETE FROM proofs WHERE expires < ?1", [now])?))?;
        let mut forgotten = 0;
        for query in [FORGET, FORGET_VOTES, FORGET_REPORTS] {
            loop {
                let forget =
                    |transaction: &Transaction<'_>| Ok(transaction.execute(query, (before, AT_ONCE))?);
                let some = self.connections.write(forget)?;
                if some == 0 {
                    break;
                }
                forgotten += u64::try_from(some).unwrap_or_default();
            }
        }
        self.connections.empty_log()?;
        Ok(forgotten)
    }
}

/// The last first, so that of replies to one's own comments no placeholder stays.
fn erase(connection: &Connection, found: &[(i64, Option<Hash>)]) -> Result<Erased, StoreError> {
    let mut erased = Erased::default();
    for (id, _) in found {
        erase_one(connection, CommentId(*id))?;
        erased.comments += 1;
    }
    let mut visitors: Vec<Hash> = found.iter().filter_map(|(_, visitor)| *visitor).collect();
    visitors.sort_unstable();
    visitors.dedup();
    for visitor in visitors {
        let mut statement = connection.prepare_cached("SELECT comment FROM votes WHERE visitor = ?1")?;
        let voted: Vec<i64> = statement.query_map([visitor], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for comment in voted {
            cast(connection, CommentId(comment), visitor, Vote::None, 0)?;
            erased.votes += 1;
        }
        connection
            .prepare_cached(
                "UPDATE comments SET reports = reports - 1 \
                 WHERE id IN (SELECT comment FROM reports WHERE visitor = ?1 AND is_open = 1)",
            )?
            .execute([visitor])?;
        let reports =
            connection.prepare_cached("DELETE FROM reports WHERE visitor = ?1")?.execute([visitor])?;
        erased.reports += u64::try_from(reports).unwrap_or_default();
    }
    Ok(erased)
}

/// The row, or all that is in it if replies hang on it.
fn erase_one(connection: &Connection, id: CommentId) -> Result<(), StoreError> {
    const EMPTY: &str = "UPDATE comments SET state = ?2, key = NULL, author = '', email = '', text = '', \
        visitor = NULL, address = NULL, official = 0, pinned = 0, foreign_text = 0, up = 0, down = 0, score = 0, \
        reports = 0 WHERE id = ?1";
    let state = row::one(connection, id, None)?.state;
    count_move(connection, id, state, State::Erased)?;
    let reply: Option<i64> = connection
        .prepare_cached("SELECT id FROM comments WHERE parent = ?1 LIMIT 1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    if reply.is_none() {
        connection.prepare_cached("DELETE FROM comments WHERE id = ?1")?.execute([id.0])?;
        return Ok(());
    }
    for query in ["DELETE FROM votes WHERE comment = ?1", "DELETE FROM reports WHERE comment = ?1"] {
        connection.prepare_cached(query)?.execute([id.0])?;
    }
    connection.prepare_cached(EMPTY)?.execute((id.0, State::Erased))?;
    Ok(())
}
