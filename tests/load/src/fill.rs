//! How many comments are wanted in, a folder of articles and the database of their comments out.

use std::fs;
use std::path::{Path, PathBuf};

use satr::article::Comment;
use satr::date::Timestamp;
use satr::import::{Format, import};
use satr_server::store::{Place, Store};

use crate::Outcome;

/// The article that is asked for.
pub(crate) const ASKED: &str = "asked";

/// An article of everyday length; what readers wrote below it is replaced.
const ARTICLE: &[u8] = include_bytes!("../../../www/articles/mehr-4692303.json");

/// How many replies each of ten threads has: with their starters a page of 50, some alone, some with all that a list shows.
const REPLIES: [usize; 10] = [0, 3, 1, 10, 0, 5, 2, 8, 4, 7];

/// 2026-01-01.
const BEGUN: i64 = 1_767_225_600;

const SENTENCES: [&str; 6] = [
    "باران امسال دیر آمد ولی خوب آمد و کشاورزان راضی‌اند.",
    "چرا در این گزارش از مردم محله‌های پایین شهر چیزی پرسیده نشده است؟",
    "من خودم آنجا بودم؛ آب تا زانو می‌رسید و کسی برای کمک نیامد.",
    "ممنون از خبرنگار خوب شما.",
    "این آمار با آنچه هفتهٔ پیش نوشته بودید نمی‌خواند، لطفاً بررسی کنید و درستش را بنویسید.",
    "امیدوارم که دست‌کم از این تجربه برای سال‌های آینده درسی گرفته شود.",
];

/// Where a site lies.
pub(crate) struct Filled {
    pub(crate) folder: PathBuf,
    pub(crate) database: PathBuf,
}

/// A site of articles, with so many comments below the one that is asked for, and so many below each of the others.
pub(crate) fn site(at: &Path, asked: usize, others: usize, each: usize) -> Outcome<Filled> {
    let filled = Filled { folder: at.join("site"), database: at.join("comments.db") };
    let articles = filled.folder.join("articles");
    fs::create_dir_all(&articles)?;
    let mut article = import(ARTICLE, Format::Json)?.0;
    article.comments.clear();
    let article = article.to_json();
    let store = Store::open(&Place::File(filled.database.clone()))?;
    let add = |name: &str, comments: usize| -> Outcome<()> {
        fs::write(articles.join(format!("{name}.json")), &article)?;
        store.import(&name.parse()?, &comments_of(comments), BEGUN)?;
        Ok(())
    };
    // In the midst of the others: neither the first nor the last of the database.
    for other in 0..others / 2 {
        add(&format!("other-{other}"), each)?;
    }
    add(ASKED, asked)?;
    for other in others / 2..others {
        add(&format!("other-{other}"), each)?;
    }
    Ok(filled)
}

/// So many comments, the first first, in threads of several lengths.
fn comments_of(count: usize) -> Vec<Comment> {
    let threads = REPLIES.iter().cycle().enumerate().flat_map(|(thread, replies)| {
        (0..=*replies).map(move |reply| if reply == 0 { (thread, None) } else { (thread, Some(thread)) })
    });
    let numbered = threads.take(count).zip(0_u32..);
    numbered.map(|((thread, parent), number)| comment(thread, parent, number)).collect()
}

fn comment(thread: usize, parent: Option<usize>, number: u32) -> Comment {
    let sentences = SENTENCES.iter().cycle().skip(number as usize % 6).take(1 + number as usize % 4);
    Comment {
        id: parent.map_or_else(|| format!("t{thread}"), |_| format!("r{number}")),
        parent: parent.map(|parent| format!("t{parent}")).unwrap_or_default(),
        author: format!("خوانندهٔ {}", number % 997),
        date: Some(Timestamp::from_unix_seconds(BEGUN + i64::from(number))),
        text: sentences.copied().collect::<Vec<_>>().join(" "),
        up: number * 7919 % 211,
        down: number * 6007 % 53,
        ..Comment::default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]
mod tests {
    use super::*;
    use satr_server::store::PageQuery;

    #[test]
    fn a_thousand_are_twenty_full_pages() {
        let store = Store::open(&Place::Memory).unwrap();
        let article = ASKED.parse().unwrap();
        store.import(&article, &comments_of(1000), BEGUN).unwrap();
        let (mut query, mut pages) = (PageQuery::default(), 0);
        loop {
            let page = store.list(&article, &query).unwrap();
            assert_eq!((page.comments.len(), page.count), (50, 1000));
            pages += 1;
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        assert_eq!(pages, 20);
    }
}
