//! What a visitor thinks of a comment in, what all of them think out.

use rusqlite::{Connection, OptionalExtension};
use satr::article::Vote;

use super::hash::Hash;
use super::row;
use super::score::score;
use super::{ArticleName, CommentId, Store, StoreError, Visitor, Votes};

impl Store {
    /// Takes what a visitor thinks of a comment now, in seconds since 1970, in place of what they thought before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if the article has no such published comment, and what a database can refuse.
    pub fn vote(
        &self,
        article: &ArticleName,
        id: CommentId,
        visitor: &Visitor,
        vote: Vote,
        now: i64,
    ) -> Result<Votes, StoreError> {
        let visitor = self.hasher.visitor(visitor);
        self.connections.write(|transaction| {
            expect_published(transaction, article, id)?;
            cast(transaction, id, visitor, vote, now)
        })
    }

    /// What is thought of a comment, and what this visitor does.
    ///
    /// # Errors
    /// As [`Store::vote`].
    pub fn votes(
        &self,
        article: &ArticleName,
        id: CommentId,
        visitor: &Visitor,
    ) -> Result<Votes, StoreError> {
        let visitor = self.hasher.visitor(visitor);
        self.connections.read(|connection| {
            expect_published(connection, article, id)?;
            let comment = row::one(connection, id, Some(visitor))?.comment;
            Ok(Votes { up: comment.up, down: comment.down, vote: comment.vote })
        })
    }

    /// Takes a visitor's word that a comment should be looked at; once.
    ///
    /// # Errors
    /// As [`Store::vote`].
    pub fn report(
        &self,
        article: &ArticleName,
        id: CommentId,
        visitor: &Visitor,
        now: i64,
    ) -> Result<(), StoreError> {
        let visitor = self.hasher.visitor(visitor);
        self.connections.write(|transaction| {
            expect_published(transaction, article, id)?;
            let added = transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO reports (comment, visitor, created) VALUES (?1, ?2, ?3)",
                )?
                .execute((id.0, visitor, now))?;
            transaction
                .prepare_cached("UPDATE comments SET reports = reports + ?2 WHERE id = ?1")?
                .execute((id.0, i64::from(added > 0)))?;
            Ok(())
        })
    }
}

/// Puts a vote in place of the one before, and counts anew.
pub(super) fn cast(
    connection: &Connection,
    id: CommentId,
    visitor: Hash,
    vote: Vote,
    now: i64,
) -> Result<Votes, StoreError> {
    let before = connection
        .prepare_cached("SELECT vote FROM votes WHERE comment = ?1 AND visitor = ?2")?
        .query_row((id.0, visitor), |row| row.get(0))
        .optional()?;
    let [(up_before, down_before), (up_now, down_now)] =
        [row::vote(before), vote].map(|vote| (i64::from(vote == Vote::Up), i64::from(vote == Vote::Down)));
    if vote == Vote::None {
        connection
            .prepare_cached("DELETE FROM votes WHERE comment = ?1 AND visitor = ?2")?
            .execute((id.0, visitor))?;
    } else {
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO votes (comment, visitor, vote, created) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((id.0, visitor, up_now - down_now, now))?;
    }
    let (up, down) = connection
        .prepare_cached(
            "UPDATE comments SET up = up + ?2, down = down + ?3 WHERE id = ?1 RETURNING up, down",
        )?
        .query_row((id.0, up_now - up_before, down_now - down_before), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    connection
        .prepare_cached("UPDATE comments SET score = ?2 WHERE id = ?1")?
        .execute((id.0, score(up, down)))?;
    Ok(Votes { up, down, vote })
}

fn expect_published(connection: &Connection, article: &ArticleName, id: CommentId) -> Result<(), StoreError> {
    const PUBLISHED: &str = "SELECT 1 FROM comments JOIN articles ON articles.id = comments.article \
        WHERE comments.id = ?1 AND state = 1 AND name = ?2";
    Ok(connection.prepare_cached(PUBLISHED)?.query_row((id.0, article.as_str()), |_| Ok(()))?)
}
