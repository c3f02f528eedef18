//! What SQLite refuses in, what that means to us out.

use std::{fmt, io};

use rusqlite::ErrorCode;

/// Why the store could not do it.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// Another program holds the database. It may be asked again soon.
    Busy,
    /// The disk, or what the database may take of it, is full. What is there can still be read.
    Full,
    /// The database was made by a newer program.
    Newer {
        /// The version that it has.
        found: i64,
        /// The last version that this program knows.
        known: i64,
    },
    /// There is no such comment, or not for whoever asks.
    NotFound,
    /// What names the place to go on from was not given by this store.
    BrokenCursor,
    /// The file is no database, or a broken one; or the disk failed.
    Database(rusqlite::Error),
    /// The system gives no randomness to make a secret of.
    Randomness(io::Error),
}

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => out.write_str("expected the database to be free, another program holds it"),
            Self::Full => out.write_str("expected room in the database, it is full"),
            Self::Newer { found, known } => write!(
                out,
                "expected a database of version {known} or less, this one is of {found}: a newer program made it"
            ),
            Self::NotFound => out.write_str("expected a comment, there is none by that id"),
            Self::BrokenCursor => out.write_str("expected the `next` of an earlier page of the same order"),
            Self::Database(error) => write!(out, "expected a sound database: {error}"),
            Self::Randomness(error) => write!(out, "expected randomness of the system: {error}"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Database(error) => Some(error),
            Self::Randomness(error) => Some(error),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NotFound,
            _ => Self::Database(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        Self::Randomness(error)
    }
}
