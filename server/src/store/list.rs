//! What page is asked for in, its comments out.

use rusqlite::{Connection, OptionalExtension, named_params};
use satr::article::Sort;

use super::hash::Hash;
use super::row::{self, Read, State, columns, own_vote};
use super::{ArticleName, CommentId, Cursor, Page, PageQuery, Store, StoreError};

/// The most comments of a page, but for the replies of its last thread.
const PAGE: usize = 50;
/// How many replies of a thread stand in a list.
const FIRST_REPLIES: usize = 10;
/// How many of a visitor's own pending comments are given.
const OWN: usize = 50;

macro_rules! starters {
    ($index:literal, $key:literal, $than:literal, $direction:literal) => {
        concat!(
            columns!(),
            " INDEXED BY ",
            $index,
            own_vote!(),
            "WHERE c.article = ?2 AND c.thread IS NULL AND c.shown = 1 AND c.pinned = ?3 AND (",
            $key,
            ", c.id) ",
            $than,
            " (?4, ?5) ORDER BY ",
            $key,
            $direction,
            ", c.id",
            $direction,
            " LIMIT ?6"
        )
    };
}

const NEWEST: &str = starters!("starters_by_time", "c.created", "<", " DESC");
const OLDEST: &str = starters!("starters_by_time", "c.created", ">", " ASC");
const BEST: &str = starters!("starters_by_score", "c.score", "<", " DESC");
const REPLIES: &str = concat!(
    columns!(),
    " INDEXED BY replies_by_id",
    own_vote!(),
    "WHERE c.thread = ?2 AND c.shown = 1 AND c.id > ?3 ORDER BY c.id LIMIT ?4"
);
const OWN_PENDING: &str = concat!(
    columns!(),
    " INDEXED BY pending_of_visitor",
    own_vote!(),
    "WHERE c.visitor = ?1 AND c.article = ?2 AND c.state = 0 ORDER BY c.id DESC LIMIT ?3"
);

/// All that a page is read by, for the tests of what it costs.
#[cfg(test)]
pub(super) const QUERIES: [&str; 5] = [NEWEST, OLDEST, BEST, REPLIES, OWN_PENDING];

impl Store {
    /// A page of an article's comments, in the order to be shown.
    ///
    /// Pinned threads come first. A removed comment is given without its words, and only if it has published replies.
    /// The visitor's own pending comments stand at the top of the first page, or at the end of their thread.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a thread that the article has not, [`StoreError::BrokenCursor`] for a cursor of
    /// another order, and what a database can refuse.
    pub fn list(&self, article: &ArticleName, query: &PageQuery) -> Result<Page, StoreError> {
        let visitor = query.visitor.as_ref().map(|visitor| self.hasher.visitor(visitor));
        self.connections.read(|connection| {
            let known = connection
                .prepare_cached("SELECT id, published FROM articles WHERE name = ?1")?
                .query_row([article.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let Some((article, count)) = known else {
                return if query.thread.is_some() { Err(StoreError::NotFound) } else { Ok(Page::default()) };
            };
            let reader = Reader { connection, article, visitor };
            let page = match query.thread {
                Some(thread) => reader.thread(thread, query.after)?,
                None => reader.list(query.sort, query.after)?,
            };
            Ok(Page { count, ..page })
        })
    }

    /// How many comments of each are published, in the same order.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn counts(&self, articles: &[ArticleName]) -> Result<Vec<u32>, StoreError> {
        self.connections.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT published FROM articles WHERE name = ?1")?;
            let mut count = |name: &ArticleName| -> Result<u32, StoreError> {
                let count = statement.query_row([name.as_str()], |row| row.get(0)).optional()?;
                Ok(count.unwrap_or_default())
            };
            articles.iter().map(&mut count).collect()
        })
    }
}

/// So many rows, as SQLite counts them.
fn rows(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// A list as far as it has come.
#[derive(Default)]
struct List {
    page: Page,
    /// How many comments are in it that count.
    given: usize,
    /// Where it would be gone on if it ended here.
    last: Option<Cursor>,
}

struct Reader<'c> {
    connection: &'c Connection,
    article: i64,
    visitor: Option<Hash>,
}

impl Reader<'_> {
    fn list(&self, sort: Sort, after: Option<Cursor>) -> Result<Page, StoreError> {
        let (is_pinned, key, id) = match after {
            None if sort == Sort::Oldest => (true, i64::MIN, i64::MIN),
            None => (true, i64::MAX, i64::MAX),
            Some(Cursor::Thread { sort: of, is_pinned, key, id }) if of == sort => (is_pinned, key, id),
            Some(_) => return Err(StoreError::BrokenCursor),
        };
        let own = self.own_pending()?;
        let mut list = List::default();
        if after.is_none() {
            let starters = own.iter().filter(|own| own.comment.parent.is_empty());
            list.page.comments.extend(starters.cloned().map(Read::into_public));
        }
        self.threads(&mut list, (sort, is_pinned), (key, id), &own)?;
        if is_pinned && list.page.next.is_none() {
            let start = if sort == Sort::Oldest { i64::MIN } else { i64::MAX };
            self.threads(&mut list, (sort, false), (start, start), &own)?;
        }
        Ok(list.page)
    }

    fn thread(&self, id: CommentId, after: Option<Cursor>) -> Result<Page, StoreError> {
        let after = match after {
            None => i64::MIN,
            Some(Cursor::Reply { id }) => id,
            Some(_) => return Err(StoreError::BrokenCursor),
        };
        let root: i64 = self
            .connection
            .prepare_cached(
                "SELECT coalesce(thread, id) FROM comments WHERE id = :id AND article = :article \
                 AND (shown = 1 OR (state = 0 AND visitor = :visitor))",
            )?
            .query_row(
                named_params! {":id": id.0, ":article": self.article, ":visitor": self.visitor},
                |row| row.get(0),
            )?;
        let mut page = Page { thread: Some(CommentId(root)), ..Page::default() };
        let starter = row::one(self.connection, CommentId(root), self.visitor)?;
        let mut replies = self.replies(root, after, PAGE + 1)?;
        if replies.len() > PAGE {
            replies.truncate(PAGE);
            page.next = replies.last().map(|reply| Cursor::Reply { id: reply.id });
        }
        let own = if after == i64::MIN { self.own_pending()? } else { Vec::new() };
        self.push(&mut page, starter, replies, &own);
        if let Some(starter) = page.comments.first_mut() {
            // All of them are to be had by going on.
            starter.more = 0;
        }
        Ok(page)
    }

    /// A thread: its starter, these replies, and what the visitor added that is still pending.
    fn push(&self, page: &mut Page, mut starter: Read, replies: Vec<Read>, own: &[Read]) {
        let published = replies.iter().filter(|reply| reply.state == State::Published).count();
        let published = u32::try_from(published).unwrap_or(u32::MAX);
        starter.comment.more = starter.replies.saturating_sub(published);
        let id = starter.id;
        page.comments.push(starter.into_public());
        page.comments.extend(replies.into_iter().map(Read::into_public));
        let own = own.iter().rev().filter(|own| own.thread == Some(id));
        page.comments.extend(own.cloned().map(Read::into_public));
    }

    /// Adds threads after a place, until the page is full. Only those are read, and one more.
    fn threads(
        &self,
        list: &mut List,
        (sort, is_pinned): (Sort, bool),
        (key, id): (i64, i64),
        own: &[Read],
    ) -> Result<(), StoreError> {
        let query = match sort {
            Sort::Newest => NEWEST,
            Sort::Oldest => OLDEST,
            Sort::Best => BEST,
        };
        let mut statement = self.connection.prepare_cached(query)?;
        let most = rows(PAGE + 1);
        for starter in
            statement.query_map((self.visitor, self.article, is_pinned, key, id, most), Read::of)?
        {
            if list.given >= PAGE {
                list.page.next = list.last;
                break;
            }
            let starter = starter?;
            let key = if sort == Sort::Best { starter.score } else { starter.created };
            list.last = Some(Cursor::Thread { sort, is_pinned, key, id: starter.id });
            let replies =
                if starter.replies > 0 { self.replies(starter.id, 0, FIRST_REPLIES)? } else { Vec::new() };
            list.given += 1 + replies.len();
            self.push(&mut list.page, starter, replies, own);
        }
        Ok(())
    }

    fn replies(&self, thread: i64, after: i64, limit: usize) -> Result<Vec<Read>, StoreError> {
        let mut statement = self.connection.prepare_cached(REPLIES)?;
        let found = statement.query_map((self.visitor, thread, after, rows(limit)), Read::of)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The last first.
    fn own_pending(&self) -> Result<Vec<Read>, StoreError> {
        if self.visitor.is_none() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(OWN_PENDING)?;
        let found = statement.query_map((self.visitor, self.article, rows(OWN)), Read::of)?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
