//! A comment of a reader in; what became of it out.

use rusqlite::{Connection, OptionalExtension, named_params};
use satr::article::{Comment, CommentState};

use super::row::{self, Read, State};
use super::{ArticleName, CommentId, NewComment, Posted, Store, StoreError};
use crate::captcha::Proof;

impl Store {
    /// What became of the comment that came with this key before, if one did: asked before a proof is asked for.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn posted(&self, article: &ArticleName, comment: &NewComment) -> Result<Option<Posted>, StoreError> {
        self.connections.read(|connection| match row::article(connection, article)? {
            Some(article) => posted(connection, article, comment),
            None => Ok(None),
        })
    }

    /// Takes a comment, once for a key within an article. Its proof is used up if the comment is taken, and only then.
    ///
    /// When this comes back the comment is on the disk.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Full`], and what else a database can refuse; nothing is kept then.
    pub fn post(
        &self,
        article: &ArticleName,
        comment: &NewComment,
        proof: Option<&Proof>,
    ) -> Result<Posted, StoreError> {
        self.connections.write(|transaction| {
            let known = row::article(transaction, article)?;
            if let Some(known) = known
                && let Some(posted) = posted(transaction, known, comment)?
            {
                return Ok(posted);
            }
            let thread = match comment.parent {
                None => None,
                Some(parent) => match thread_of(transaction, known, parent)? {
                    None => return Ok(Posted::ParentGone),
                    thread => thread,
                },
            };
            if let Some(proof) = proof
                && !use_proof(transaction, proof, comment.now)?
            {
                return Ok(Posted::ProofUsed);
            }
            let article = row::article_or_new(transaction, article)?;
            let state = match comment {
                NewComment { is_rejected: true, .. } => State::Rejected,
                NewComment { is_held: true, .. } => State::Pending,
                _ => State::Published,
            };
            transaction
                .prepare_cached(
                    "INSERT INTO comments (article, parent, thread, key, author, email, text, created, state, \
                     foreign_text, visitor, address) VALUES (:article, :parent, :thread, :key, :author, :email, \
                     :text, :created, :state, :foreign, :visitor, :address)",
                )?
                .execute(named_params! {
                    ":article": article,
                    ":parent": comment.parent.map(|parent| parent.0),
                    ":thread": thread,
                    ":key": comment.key.as_str(),
                    ":author": comment.author,
                    ":email": comment.email,
                    ":text": comment.text,
                    ":created": comment.now,
                    ":state": state,
                    ":foreign": comment.is_foreign,
                    ":visitor": comment.visitor.as_ref().map(|visitor| self.hasher.visitor(visitor)),
                    ":address": comment.address.map(|address| self.hasher.address(address)),
                })?;
            let id = CommentId(transaction.last_insert_rowid());
            if state == State::Published {
                count(transaction, id, 1)?;
            }
            Ok(Posted::New(told(row::one(transaction, id, None)?)))
        })
    }

    /// Uses a proof up; false if it has been used.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn use_proof(&self, proof: &Proof, now: i64) -> Result<bool, StoreError> {
        self.connections.write(|transaction| use_proof(transaction, proof, now))
    }
}

/// What became of the comment that came with this key, if one did.
fn posted(connection: &Connection, article: i64, new: &NewComment) -> Result<Option<Posted>, StoreError> {
    let known: Option<(i64, bool)> = connection
        .prepare_cached(
            "SELECT id, author = :author AND email = :email AND text = :text AND parent IS :parent \
             FROM comments WHERE article = :article AND key = :key",
        )?
        .query_row(
            named_params! {
                ":author": new.author,
                ":email": new.email,
                ":text": new.text,
                ":parent": new.parent.map(|parent| parent.0),
                ":article": article,
                ":key": new.key.as_str(),
            },
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((id, is_same)) = known else { return Ok(None) };
    if !is_same {
        return Ok(Some(Posted::KeyTaken));
    }
    Ok(Some(Posted::Again(told(row::one(connection, CommentId(id), None)?))))
}

/// A comment as its writer is told of it: not that it is rejected.
fn told(read: Read) -> Comment {
    if read.state == State::Rejected {
        Comment { state: CommentState::Pending, ..read.comment }
    } else {
        read.into_public()
    }
}

/// The starter of the thread that a reply to this comment goes to, if it may be replied to.
fn thread_of(
    connection: &Connection,
    article: Option<i64>,
    parent: CommentId,
) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(thread, id) FROM comments WHERE id = ?1 AND article = ?2 AND state = 1",
    )?;
    Ok(statement.query_row((parent.0, article), |row| row.get(0)).optional()?)
}

/// Those that would not be taken anyway are forgotten by the way.
fn use_proof(connection: &Connection, proof: &Proof, now: i64) -> Result<bool, StoreError> {
    connection.prepare_cached("DELETE FROM proofs WHERE expires < ?1")?.execute([now])?;
    let used = connection
        .prepare_cached("INSERT OR IGNORE INTO proofs (name, expires) VALUES (?1, ?2)")?
        .execute((&proof.id, proof.expires.unix_seconds()))?;
    Ok(used == 1)
}

/// Counts a comment in where it is published, or out with -1.
pub(super) fn count(connection: &Connection, id: CommentId, by: i64) -> Result<(), StoreError> {
    for query in [
        "UPDATE articles SET published = published + ?2 WHERE id = (SELECT article FROM comments WHERE id = ?1)",
        "UPDATE comments SET replies = replies + ?2 WHERE id = (SELECT thread FROM comments WHERE id = ?1)",
        "UPDATE comments SET replies = replies + ?2 \
         WHERE id = (SELECT parent FROM comments WHERE id = ?1 AND parent <> thread)",
    ] {
        connection.prepare_cached(query)?.execute((id.0, by))?;
    }
    Ok(())
}
