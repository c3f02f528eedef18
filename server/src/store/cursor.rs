//! Where a page ended in, a text that says so out; and back.

use std::fmt;
use std::str::FromStr;

use satr::article::Sort;

use super::StoreError;

/// Where a page ended. Its text is the store's own affair, but stays good over restarts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cursor {
    /// After a thread of a list.
    Thread {
        /// The order of the list.
        sort: Sort,
        /// Whether the thread is one of the pinned.
        is_pinned: bool,
        /// What the order goes by.
        key: i64,
        /// The id of its starter.
        id: i64,
    },
    /// After a reply of a thread.
    Reply {
        /// Its id.
        id: i64,
    },
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thread { sort, is_pinned, key, id } => {
                write!(out, "{}{}.{key}.{id}", letter(*sort), u8::from(*is_pinned))
            }
            Self::Reply { id } => write!(out, "t.{id}"),
        }
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        read(text).ok_or(StoreError::BrokenCursor)
    }
}

fn read(text: &str) -> Option<Cursor> {
    let mut parts = text.split('.');
    let list = parts.next()?;
    let numbers = parts.map(|part| part.parse().ok()).collect::<Option<Vec<i64>>>()?;
    if list == "t" {
        let [id] = *numbers else { return None };
        return Some(Cursor::Reply { id });
    }
    let [key, id] = *numbers else { return None };
    let is_pinned = match list.get(1..)? {
        "0" => false,
        "1" => true,
        _ => return None,
    };
    let sort =
        [Sort::Newest, Sort::Oldest, Sort::Best].into_iter().find(|sort| list.starts_with(letter(*sort)))?;
    Some(Cursor::Thread { sort, is_pinned, key, id })
}

fn letter(sort: Sort) -> char {
    match sort {
        Sort::Newest => 'n',
        Sort::Oldest => 'o',
        Sort::Best => 'b',
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_as_it_went() {
        for sort in [Sort::Newest, Sort::Oldest, Sort::Best] {
            for (is_pinned, key, id) in [(false, 0, 1), (true, i64::MIN, i64::MAX), (false, -1, 7)] {
                let cursor = Cursor::Thread { sort, is_pinned, key, id };
                assert_eq!(cursor.to_string().parse::<Cursor>().unwrap(), cursor);
            }
        }
        let reply = Cursor::Reply { id: 9 };
        assert_eq!(reply.to_string().parse::<Cursor>().unwrap(), reply);
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for text in [
            "",
            "n",
            "n0",
            "n0.1",
            "n0.1.2.3",
            "x0.1.2",
            "n2.1.2",
            "é0.1.2",
            "n0.1.9999999999999999999",
            "t",
            "t.x",
            "t.1.2",
            "'; drop table comments",
        ] {
            assert!(matches!(text.parse::<Cursor>(), Err(StoreError::BrokenCursor)), "{text}");
        }
    }
}
