//! An article's own comments in, the store's out: the same words, threads and order.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Transaction, named_params};
use satr::article::{Comment, CommentState};
use satr::date::Timestamp;

use super::row::{self, State};
use super::score::score;
use super::{ArticleName, Store, StoreError};

impl Store {
    /// Whether an article's own comments have been taken over.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn is_imported(&self, article: &ArticleName) -> Result<bool, StoreError> {
        const IMPORTED: &str = "SELECT imported FROM articles WHERE name = ?1";
        self.connections.read(|connection| {
            let mut statement = connection.prepare_cached(IMPORTED)?;
            let is_imported = statement.query_row([article.as_str()], |row| row.get(0)).optional()?;
            Ok(is_imported.unwrap_or_default())
        })
    }

    /// Takes over the comments that an article has in its own data, once; how many, or `None` if that has been done.
    ///
    /// What has no date gets that of its neighbour, or `now`. A parent that is missing, or that is a reply to its own
    /// reply, is none. What is pending in the data is left there, since nobody could say whose it is.
    ///
    /// # Errors
    /// What a database can refuse.
    pub fn import(
        &self,
        article: &ArticleName,
        comments: &[Comment],
        now: i64,
    ) -> Result<Option<u32>, StoreError> {
        self.connections.write(|transaction| {
            let article = row::article_or_new(transaction, article)?;
            let news = transaction
                .execute("UPDATE articles SET imported = 1 WHERE id = ?1 AND imported = 0", [article])?;
            if news == 0 {
                return Ok(None);
            }
            let comments: Vec<&Comment> =
                comments.iter().filter(|comment| comment.state != CommentState::Pending).collect();
            insert(transaction, article, &Import::of(&comments, now))?;
            Ok(Some(u32::try_from(comments.len()).unwrap_or(u32::MAX)))
        })
    }
}

/// Comments as they will stand: parents and starters are places in the list.
struct Import<'c> {
    comments: &'c [&'c Comment],
    parents: Vec<Option<usize>>,
    starters: Vec<usize>,
    created: Vec<i64>,
    /// The places in the order in which ids are given.
    order: Vec<usize>,
}

impl<'c> Import<'c> {
    fn of(comments: &'c [&'c Comment], now: i64) -> Self {
        let mut parents = parents(comments);
        let starters = starters(&mut parents);
        let created = dates(comments, now);
        let mut order: Vec<usize> = (0..comments.len()).collect();
        // Ids rise with time. A list whose last comes first is turned, that those of one second keep their order; but
        // replies stand in theirs either way.
        let dates =
            || comments.iter().filter(|comment| comment.parent.is_empty()).filter_map(|comment| comment.date);
        if dates().next() > dates().next_back() {
            order.sort_by_key(|place| {
                let is_reply = parents.get(*place).is_some_and(Option::is_some);
                (is_reply, if is_reply { *place } else { usize::MAX - *place })
            });
        }
        Self { comments, parents, starters, created, order }
    }
}

fn insert(transaction: &Transaction<'_>, article: i64, import: &Import<'_>) -> Result<(), StoreError> {
    let last: Option<i64> = transaction
        .query_row("SELECT seq FROM sqlite_sequence WHERE name = 'comments'", [], |row| row.get(0))
        .optional()?;
    let first = last.unwrap_or_default() + 1;
    let mut ids = vec![0; import.comments.len()];
    for (place, id) in import.order.iter().zip(first..) {
        if let Some(given) = ids.get_mut(*place) {
            *given = id;
        }
    }
    let id_of = |place: usize| ids.get(place).copied();
    let mut statement = transaction.prepare(
        "INSERT INTO comments (id, article, parent, thread, author, email, text, created, state, official, pinned, \
         up, down, score) VALUES (:id, :article, :parent, :thread, :author, '', :text, :created, :state, :official, \
         :pinned, :up, :down, :score)",
    )?;
    for &place in &import.order {
        let (Some(comment), Some(parent), Some(starter), Some(created)) = (
            import.comments.get(place),
            import.parents.get(place),
            import.starters.get(place),
            import.created.get(place),
        ) else {
            continue;
        };
        let is_removed = comment.state == CommentState::Removed;
        statement.execute(named_params! {
            ":id": id_of(place),
            ":article": article,
            ":parent": parent.and_then(id_of),
            ":thread": parent.and_then(|_| id_of(*starter)),
            ":author": comment.author,
            ":text": comment.text,
            ":created": created,
            ":state": if is_removed { State::Removed } else { State::Published },
            ":official": comment.official,
            ":pinned": comment.pinned && parent.is_none() && !is_removed,
            ":up": comment.up,
            ":down": comment.down,
            ":score": score(comment.up, comment.down),
        })?;
    }
    for query in RECOUNT {
        transaction.execute(query, [article, first])?;
    }
    Ok(())
}

/// All counts at once, which is less work than one comment after the other. What has come has the id `?2` or a later one: no
/// index has all comments of an article together, and to look through those of all articles takes the longer the more
/// there are.
pub(super) const RECOUNT: [&str; 3] = [
    "UPDATE articles SET published = published + (SELECT count(*) FROM comments AS c \
     WHERE article = ?1 AND state = 1 AND id >= ?2) WHERE id = ?1",
    "UPDATE comments SET replies = below.replies FROM (SELECT thread, count(*) AS replies FROM comments AS c \
     WHERE article = ?1 AND state = 1 AND id >= ?2 AND thread IS NOT NULL GROUP BY thread) AS below \
     WHERE comments.id = below.thread",
    "UPDATE comments SET replies = below.replies FROM (SELECT parent, count(*) AS replies FROM comments AS c \
     WHERE article = ?1 AND state = 1 AND id >= ?2 AND parent <> thread GROUP BY parent) AS below \
     WHERE comments.id = below.parent",
];

/// Whom each answers. Of two comments of one id the first is meant.
fn parents(comments: &[&Comment]) -> Vec<Option<usize>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (place, comment) in comments.iter().enumerate().filter(|(_, comment)| !comment.id.is_empty()) {
        places.entry(&comment.id).or_insert(place);
    }
    comments.iter().map(|comment| places.get(&*comment.parent).copied()).collect()
}

/// The starter of each one's thread. Whoever a circle comes back to answers nobody from here on.
fn starters(parents: &mut [Option<usize>]) -> Vec<usize> {
    // A thread's starter once it is known; and the walk that last came by, numbered by where it set out.
    let mut starters: Vec<Option<usize>> = vec![None; parents.len()];
    let mut walked: Vec<Option<usize>> = vec![None; parents.len()];
    for start in 0..parents.len() {
        let mut way = Vec::new();
        let mut at = start;
        let starter = loop {
            if let Some(known) = starters.get(at).copied().flatten() {
                break known;
            }
            if let Some(by) = walked.get_mut(at)
                && by.replace(start) == Some(start)
            {
                if let Some(parent) = parents.get_mut(at) {
                    *parent = None;
                }
                break at;
            }
            way.push(at);
            match parents.get(at).copied().flatten() {
                Some(parent) => at = parent,
                None => break at,
            }
        };
        for place in way {
            if let Some(known) = starters.get_mut(place) {
                *known = Some(starter);
            }
        }
    }
    starters.into_iter().flatten().collect()
}

/// When each was written: what does not say was written when its neighbour was.
fn dates(comments: &[&Comment], now: i64) -> Vec<i64> {
    let dates = || comments.iter().map(|comment| comment.date.map(Timestamp::unix_seconds));
    let mut last = dates().flatten().next().unwrap_or(now);
    let mut dated = Vec::new();
    for date in dates() {
        last = date.unwrap_or(last);
        dated.push(last);
    }
    dated
}
