//! Comments in, kept in SQLite; pages of them out.
//!
//! Synchronous, and without a word of HTTP: a host that serves many calls it where it may block. Cloning is cheap.
//!
//! ```
//! use satr_server::store::{NewComment, PageQuery, Place, Posted, Store};
//!
//! let store = Store::open(&Place::Memory)?;
//! let article = "mehr-4692303".parse().unwrap();
//! let comment = NewComment { text: "باران خوبی بود.".into(), ..NewComment::new("k3y-0f-th1s".parse().unwrap()) };
//! assert!(matches!(store.post(&article, &comment, None)?, Posted::New(_)));
//! let page = store.list(&article, &PageQuery::default())?;
//! assert_eq!(page.comments[0].text, "باران خوبی بود.");
//! assert_eq!(page.count, 1);
//! # Ok::<(), satr_server::store::StoreError>(())
//! ```

mod cursor;
mod error;
mod kinds;
mod names;

pub use error::StoreError;
pub use kinds::{
    Action, Cursor, Entry, Erased, NewComment, Page, PageQuery, Place, Posted, Proof, Queue, Settings, Shelf,
    Votes,
};
pub use names::{ArticleName, CommentId, Key, NameError, Visitor};

use satr::article::{Comment, Vote};

/// The comments of all articles, and all that is known of them.
#[derive(Debug, Clone)]
pub struct Store;

#[allow(unused_variables, reason = "filled next")]
impl Store {
    /// Opens the database, and makes it if there is none.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        Self::open_with(place, &Settings::default())
    }

    /// Opens it with other settings.
    pub fn open_with(place: &Place, settings: &Settings) -> Result<Self, StoreError> {
        unimplemented!()
    }

    /// A page of an article's comments, in the order to be shown.
    pub fn list(&self, article: &ArticleName, query: &PageQuery) -> Result<Page, StoreError> {
        unimplemented!()
    }

    /// How many comments of each are published.
    pub fn counts(&self, articles: &[ArticleName]) -> Result<Vec<u32>, StoreError> {
        unimplemented!()
    }

    /// What became of the comment that came with this key before, if it did.
    pub fn posted(&self, article: &ArticleName, comment: &NewComment) -> Result<Option<Posted>, StoreError> {
        unimplemented!()
    }

    /// Takes a comment, once for a key. The proof is used up in the same transaction.
    pub fn post(
        &self,
        article: &ArticleName,
        comment: &NewComment,
        proof: Option<&Proof>,
    ) -> Result<Posted, StoreError> {
        unimplemented!()
    }

    /// Takes what a visitor thinks of a comment, in place of what they thought before.
    pub fn vote(
        &self,
        article: &ArticleName,
        id: CommentId,
        visitor: &Visitor,
        vote: Vote,
    ) -> Result<Votes, StoreError> {
        unimplemented!()
    }

    /// What a visitor thinks of a comment now.
    pub fn votes(
        &self,
        article: &ArticleName,
        id: CommentId,
        visitor: Option<&Visitor>,
    ) -> Result<Votes, StoreError> {
        unimplemented!()
    }

    /// Takes a visitor's word that a comment should be looked at; once.
    pub fn report(
        &self,
        article: &ArticleName,
        id: CommentId,
        visitor: &Visitor,
        now: i64,
    ) -> Result<(), StoreError> {
        unimplemented!()
    }

    /// Uses a proof up; false if it has been used.
    pub fn use_proof(&self, proof: &Proof, now: i64) -> Result<bool, StoreError> {
        unimplemented!()
    }

    /// What stands on a moderator's shelf, at most `limit` of it, after the place where the last page ended.
    pub fn queue(&self, shelf: Shelf, after: Option<CommentId>, limit: u32) -> Result<Queue, StoreError> {
        unimplemented!()
    }

    /// One comment as a moderator sees it.
    pub fn entry(&self, id: CommentId) -> Result<Entry, StoreError> {
        unimplemented!()
    }

    /// Does it; false if the comment is in no state for that.
    pub fn moderate(&self, id: CommentId, action: Action) -> Result<bool, StoreError> {
        unimplemented!()
    }

    /// Publishes the newsroom's reply to a published comment.
    pub fn answer(&self, id: CommentId, author: &str, text: &str, now: i64) -> Result<Comment, StoreError> {
        unimplemented!()
    }

    /// Erases all that came with an e-mail address, and what the same visitors voted and reported.
    pub fn erase_email(&self, email: &str) -> Result<Erased, StoreError> {
        unimplemented!()
    }

    /// Erases all that the writer of a comment wrote, voted and reported.
    pub fn erase_writer(&self, id: CommentId) -> Result<Erased, StoreError> {
        unimplemented!()
    }

    /// Forgets who wrote what is older than `before`, and proofs that have expired by `now`. How many comments it was.
    pub fn forget(&self, before: i64, now: i64) -> Result<u64, StoreError> {
        unimplemented!()
    }

    /// Takes over an article's own comments, once; how many, or `None` if it has been done.
    pub fn import(
        &self,
        article: &ArticleName,
        comments: &[Comment],
        now: i64,
    ) -> Result<Option<u32>, StoreError> {
        unimplemented!()
    }
}
