//! A place in, connections to the database there out, its schema brought up to date.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::{Place, Settings, StoreError};
use crate::secret::random;

/// Each brings the database from the version of its place to the next. What has been released is never edited.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001.sql")];

/// One connection that writes, since SQLite lets one write at a time, and some that read meanwhile.
#[derive(Debug)]
pub(super) struct Connections {
    writer: Mutex<Connection>,
    /// None of a database in memory, which its one connection alone can see.
    readers: Vec<Mutex<Connection>>,
    turn: AtomicUsize,
}

impl Connections {
    pub(super) fn open(place: &Place, settings: &Settings) -> Result<Self, StoreError> {
        let mut writer = match place {
            Place::File(path) => {
                keep_private(path);
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
                Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?
            }
            Place::Memory => Connection::open_in_memory()?,
        };
        prepare(&writer, settings)?;
        // Who is told that a comment has come may rely on it, whatever happens to the machine: FULL.
        writer.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        writer.pragma_update(None, "synchronous", "FULL")?;
        // What is erased is overwritten, not only let go.
        writer.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
        migrate(&mut writer, MIGRATIONS)?;
        let readers = match place {
            Place::File(path) => (0..settings.readers.max(1))
                .map(|_| reader(path, settings).map(Mutex::new))
                .collect::<Result<_, _>>()?,
            Place::Memory => Vec::new(),
        };
        Ok(Self { writer: Mutex::new(writer), readers, turn: AtomicUsize::new(0) })
    }

    /// Does all of the work or, when it fails, none.
    pub(super) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = lock(&self.writer);
        // What is going to write says so at once: else it could find out too late that another has.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Does the work on the database as it stands at one moment.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.reader();
        work(&connection.transaction()?)
    }

    /// Whoever is free, else the one whose turn it is.
    fn reader(&self) -> MutexGuard<'_, Connection> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let free = |reader| match Mutex::try_lock(reader) {
            Ok(reader) => Some(reader),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        };
        if let Some(reader) = self.readers.iter().find_map(free) {
            return reader;
        }
        let turn = turn.checked_rem(self.readers.len()).unwrap_or_default();
        lock(self.readers.get(turn).unwrap_or(&self.writer))
    }

    /// Holds the database to so many bytes; 0 for as many as there can be.
    pub(super) fn limit_size(&self, bytes: u64) -> Result<(), StoreError> {
        let writer = lock(&self.writer);
        let page: u32 = writer.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let pages = bytes.checked_div(page.into()).unwrap_or_default().max(1);
        let pages = if bytes == 0 { u32::MAX - 1 } else { u32::try_from(pages).unwrap_or(u32::MAX - 1) };
        Ok(writer.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?)
    }

    /// Empties the log beside the file, in which what was erased may still stand. Not if somebody reads in it just now:
    /// it is overwritten soon.
    pub(super) fn empty_log(&self) -> Result<(), StoreError> {
        match lock(&self.writer)
            .pragma(None, "wal_checkpoint", "TRUNCATE", |_| Ok(()))
            .map_err(StoreError::from)
        {
            Err(StoreError::Busy) => Ok(()),
            done => done,
        }
    }
}

/// Makes a new database readable to its owner alone, and with it what SQLite puts beside it: there are addresses in it.
/// If that fails, SQLite says why.
fn keep_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// Whoever panicked while they had it has left a transaction, which was then rolled back.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

fn reader(path: &Path, settings: &Settings) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(path, flags)?;
    prepare(&reader, settings)?;
    Ok(reader)
}

fn prepare(connection: &Connection, settings: &Settings) -> Result<(), StoreError> {
    connection.busy_timeout(settings.patience)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    // A statement is compiled once, whatever is asked with it: else some are with every question.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Brings the schema up to date, a version at a time. The first time, a secret is made.
fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    loop {
        // Another program may be at the same: who comes second finds it done.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version > known {
            return Err(StoreError::Newer { found: version, known });
        }
        let next = usize::try_from(version).ok().and_then(|version| migrations.get(version));
        let Some(next) = next else { return Ok(()) };
        transaction.execute_batch(next)?;
        if version == 0 {
            transaction.execute("INSERT INTO settings (secret) VALUES (?1)", [random::<32>()?])?;
        }
        transaction.pragma_update(None, "user_version", version + 1)?;
        transaction.commit()?;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]
mod tests {
    use super::*;

    fn version(connection: &Connection) -> i64 {
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_database_is_brought_up_to_date_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, MIGRATIONS).unwrap();
        let secret = |connection: &Connection| -> Vec<u8> {
            connection.query_row("SELECT secret FROM settings", [], |row| row.get(0)).unwrap()
        };
        let first = secret(&connection);
        let later = [MIGRATIONS, &["CREATE TABLE later (id INTEGER)"]].concat();
        migrate(&mut connection, &later).unwrap();
        migrate(&mut connection, &later).unwrap();
        assert_eq!(version(&connection), i64::try_from(later.len()).unwrap());
        assert_eq!(secret(&connection), first);
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, MIGRATIONS).unwrap();
        let before = version(&connection);
        let broken =
            [MIGRATIONS, &["CREATE TABLE half (id INTEGER); CREATE TABLE comments (id INTEGER)"]].concat();
        assert!(migrate(&mut connection, &broken).is_err());
        assert_eq!(version(&connection), before);
        assert!(connection.prepare("SELECT id FROM half").is_err());
    }

    #[test]
    fn a_newer_database_is_left_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        let error = migrate(&mut connection, MIGRATIONS).unwrap_err();
        assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error}");
    }
}
