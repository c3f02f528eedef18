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

mod connect;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]
mod cost_tests;
mod cursor;
mod erase;
mod error;
mod hash;
mod import;
mod kinds;
mod list;
mod moderate;
mod names;
mod row;
mod score;
mod vote;
mod write;

pub use error::StoreError;
pub use kinds::{
    Action, Cursor, Entry, Erased, NewComment, Page, PageQuery, Place, Posted, Queue, Settings, Shelf, Votes,
};
pub use names::{ArticleName, CommentId, Key, NameError, Visitor};

use std::sync::Arc;

use connect::Connections;
use hash::Hasher;

use crate::secret::Secret;

/// The comments of all articles, and all that is known of them.
#[derive(Debug, Clone)]
pub struct Store {
    connections: Arc<Connections>,
    hasher: Hasher,
}

impl Store {
    /// Opens the database, and makes it if there is none.
    ///
    /// # Errors
    /// [`StoreError::Newer`] if a newer program made it, [`StoreError::Database`] if it is no database or a broken one.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        Self::open_with(place, &Settings::default())
    }

    /// Opens it with other settings.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with(place: &Place, settings: &Settings) -> Result<Self, StoreError> {
        let connections = Connections::open(place, settings)?;
        let hasher = connections.read(|connection| Hasher::read(connection))?;
        Ok(Self { connections: Arc::new(connections), hasher })
    }

    /// A secret that lasts as long as the database, for what its host signs: take one of it for each purpose, by
    /// [`Secret::of`].
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.hasher.secret
    }

    /// Holds the database to so many bytes, so that it leaves room for others; 0 for as many as there can be. What is
    /// there already stays.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn limit_size(&self, bytes: u64) -> Result<(), StoreError> {
        self.connections.limit_size(bytes)
    }
}
