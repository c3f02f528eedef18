//! Pages in each order, threads, and what only their writer sees.

use satr::article::{CommentState, Sort, Vote};
use satr_server::store::{Action, Cursor, PageQuery, StoreError};

use super::*;

#[test]
fn an_article_without_comments_has_an_empty_page() {
    let page = list(&memory(), Sort::Newest);
    assert_eq!(page, Page::default());
    assert_eq!(memory().counts(&[rain(), "snow".parse().unwrap()]).unwrap(), [0, 0]);
}

/// All pages of an order, one after the other.
fn all_pages(store: &Store, sort: Sort) -> Vec<Page> {
    let mut pages = vec![list(store, sort)];
    while let Some(next) = pages.last().unwrap().next {
        // It goes through a link.
        let after: Cursor = next.to_string().parse().unwrap();
        pages.push(
            store.list(&rain(), &PageQuery { sort, after: Some(after), ..PageQuery::default() }).unwrap(),
        );
    }
    pages
}

#[test]
fn pages_of_each_order_hold_every_comment_once() {
    let store = memory();
    let mut expected = Vec::new();
    for number in 0..173 {
        // Three of each second, so that ids decide.
        let comment = NewComment { now: i64::from(number / 3), ..new(number, &number.to_string()) };
        expected.push(post(&store, &comment));
        for voter in 0..number % 7 {
            store.vote(&rain(), expected[number as usize], &visitor(voter), Vote::Up, NOW).unwrap();
        }
    }
    for pinned in [3, 170] {
        assert!(store.moderate(expected[pinned], Action::Pin).unwrap());
    }
    for sort in [Sort::Newest, Sort::Oldest, Sort::Best] {
        let pages = all_pages(&store, sort);
        let sizes: Vec<_> = pages.iter().map(|page| page.comments.len()).collect();
        assert_eq!(sizes, [50, 50, 50, 23], "{sort:?}");
        assert!(pages.iter().all(|page| page.count == 173));
        let given: Vec<(i64, u32, bool)> = pages
            .iter()
            .flat_map(|page| &page.comments)
            .map(|comment| (comment.id.parse().unwrap(), comment.up, comment.pinned))
            .collect();
        let mut once: Vec<_> = given.iter().map(|(id, ..)| *id).collect();
        once.sort_unstable();
        assert_eq!(once, expected.iter().map(|id| id.0).collect::<Vec<_>>(), "{sort:?}");
        let mut sorted = given.clone();
        sorted.sort_by_key(|(id, up, is_pinned)| {
            let place = match sort {
                Sort::Newest => (0, -id),
                Sort::Oldest => (0, *id),
                Sort::Best => (-i64::from(*up), -id),
            };
            (!is_pinned, place)
        });
        assert_eq!(given, sorted, "{sort:?}");
    }
}

#[test]
fn more_pinned_threads_than_a_page_holds_are_read_on() {
    let store = memory();
    for number in 0..60 {
        let id = post(&store, &new(number, "سنجاق"));
        assert!(number >= 55 || store.moderate(id, Action::Pin).unwrap());
    }
    for sort in [Sort::Newest, Sort::Oldest, Sort::Best] {
        let pages = all_pages(&store, sort);
        let pinned: Vec<_> =
            pages.iter().map(|page| page.comments.iter().filter(|comment| comment.pinned).count()).collect();
        assert_eq!(pinned, [50, 5], "{sort:?}");
        assert_eq!(pages[1].comments.len(), 10);
    }
}

#[test]
fn a_list_gives_the_first_replies_of_a_thread_and_says_how_many_there_are() {
    let store = memory();
    let starter = post(&store, &new(0, "آغاز"));
    let first = post(&store, &reply(1, starter, "یک"));
    for number in 2..=60 {
        post(&store, &reply(number, if number % 2 == 0 { first } else { starter }, &number.to_string()));
    }
    let page = list(&store, Sort::Newest);
    assert_eq!(page.comments.len(), 11);
    assert_eq!((page.comments[0].more, page.count), (50, 61));
    assert_eq!(page.comments[2].parent, first.to_string(), "whom it answers is kept");
    // By any comment of it.
    for id in [starter, first] {
        let one = thread(&store, id);
        assert_eq!((one.thread, one.comments.len(), one.comments[0].more), (Some(starter), 51, 0));
        let query = PageQuery { thread: Some(id), after: one.next, ..PageQuery::default() };
        let other = store.list(&rain(), &query).unwrap();
        assert_eq!(other.comments.len(), 11, "its starter stands on every page");
        assert_eq!(ids(&other.comments)[0], starter.to_string());
        assert_eq!(other.next, None);
        let mut all = ids(&one.comments);
        all.extend(&ids(&other.comments)[1..]);
        all.dedup();
        assert_eq!(all.len(), 61);
    }
}

#[test]
fn a_page_ends_with_the_thread_that_fills_it() {
    let store = memory();
    for number in 0..12 {
        let starter = post(&store, &new(number * 100, "آغاز"));
        for reply_number in 1..=9 {
            post(&store, &reply(number * 100 + reply_number, starter, "پاسخ"));
        }
    }
    let sizes: Vec<_> = all_pages(&store, Sort::Oldest).iter().map(|page| page.comments.len()).collect();
    assert_eq!(sizes, [50, 50, 20]);
}

#[test]
fn a_pending_comment_is_seen_by_its_writer_alone() {
    let store = memory();
    let starter = post(&store, &new(0, "آغاز"));
    post(&store, &held(new(1, "نخست")));
    post(&store, &held(new(2, "دوم")));
    let waiting = post(&store, &held(reply(3, starter, "پاسخ")));
    assert_eq!(texts(&list(&store, Sort::Newest)), ["آغاز"]);
    let page = own(&store);
    assert_eq!(texts(&page), ["دوم", "نخست", "آغاز", "پاسخ"]);
    assert_eq!(page.comments[0].state, CommentState::Pending);
    assert_eq!((page.count, page.comments[2].more), (1, 0));
    let other = PageQuery { visitor: Some(visitor(2)), ..PageQuery::default() };
    assert_eq!(texts(&store.list(&rain(), &other).unwrap()), ["آغاز"]);
    // Its thread, too.
    let query = |visitor| PageQuery { thread: Some(waiting), visitor, ..PageQuery::default() };
    assert_eq!(texts(&store.list(&rain(), &query(Some(visitor(1)))).unwrap()), ["آغاز", "پاسخ"]);
    for stranger in [None, Some(visitor(2))] {
        assert!(matches!(store.list(&rain(), &query(stranger)), Err(StoreError::NotFound)));
    }
    assert!(store.moderate(waiting, Action::Reject).unwrap());
    assert_eq!(texts(&own(&store)), ["دوم", "نخست", "آغاز"]);
}

#[test]
fn own_pending_comments_stand_on_the_first_page_alone() {
    let store = memory();
    for number in 0..60 {
        post(&store, &new(number, "همگانی"));
    }
    post(&store, &held(new(60, "در انتظار")));
    let first = own(&store);
    assert_eq!(first.comments.len(), 51);
    let query = PageQuery { after: first.next, visitor: Some(visitor(1)), ..PageQuery::default() };
    assert_eq!(store.list(&rain(), &query).unwrap().comments.len(), 10);
}

#[test]
fn a_removed_comment_leaves_its_place_to_its_replies() {
    let store = memory();
    let starter = post(&store, &new(0, "آغاز"));
    let middle = post(&store, &reply(1, starter, "میانه"));
    let last = post(&store, &reply(2, middle, "پایان"));
    let lonely = post(&store, &new(3, "تنها"));
    for id in [starter, middle, lonely] {
        assert!(store.moderate(id, Action::Remove).unwrap());
    }
    let page = list(&store, Sort::Newest);
    assert_eq!(ids(&page.comments), [starter, middle, last].map(|id| id.to_string()));
    assert_eq!(texts(&page), ["", "", "پایان"]);
    assert_eq!(page.comments[0].author, "");
    assert_eq!(page.comments[0].state, CommentState::Removed);
    assert_eq!((page.count, page.comments[0].more), (1, 0));
    // A reply to what nobody sees any more answers the starter.
    let further = post(&store, &reply(4, last, "پس از پایان"));
    assert!(store.moderate(last, Action::Remove).unwrap());
    let page = list(&store, Sort::Newest);
    assert_eq!(ids(&page.comments), [starter, last, further].map(|id| id.to_string()));
    assert_eq!(page.comments[1].parent, starter.to_string());
    assert!(matches!(
        store.list(&rain(), &PageQuery { thread: Some(lonely), ..PageQuery::default() }),
        Err(StoreError::NotFound)
    ));
}

#[test]
fn own_votes_are_given_to_their_voter() {
    let store = memory();
    let id = post(&store, &new(0, "آغاز"));
    let below = post(&store, &reply(1, id, "پاسخ"));
    store.vote(&rain(), id, &visitor(1), Vote::Up, NOW).unwrap();
    store.vote(&rain(), below, &visitor(1), Vote::Down, NOW).unwrap();
    let votes = |page: Page| page.comments.iter().map(|comment| comment.vote).collect::<Vec<_>>();
    assert_eq!(votes(own(&store)), [Vote::Up, Vote::Down]);
    assert_eq!(votes(list(&store, Sort::Best)), [Vote::None, Vote::None]);
}

#[test]
fn a_cursor_of_another_list_is_refused() {
    let store = memory();
    for number in 0..60 {
        post(&store, &new(number, "متن"));
    }
    let next = list(&store, Sort::Newest).next;
    for query in [
        PageQuery { sort: Sort::Best, after: next, ..PageQuery::default() },
        PageQuery { thread: Some(CommentId(1)), after: next, ..PageQuery::default() },
        PageQuery { after: Some(Cursor::Reply { id: 1 }), ..PageQuery::default() },
    ] {
        assert!(matches!(store.list(&rain(), &query), Err(StoreError::BrokenCursor)), "{query:?}");
    }
}

#[test]
fn an_articles_comments_are_its_own() {
    let store = memory();
    let id = post(&store, &new(0, "باران"));
    let snow: ArticleName = "snow".parse().unwrap();
    store.post(&snow, &new(0, "برف"), None).unwrap();
    assert_eq!(texts(&list(&store, Sort::Newest)), ["باران"]);
    let query = PageQuery { thread: Some(id), ..PageQuery::default() };
    assert!(matches!(store.list(&snow, &query), Err(StoreError::NotFound)));
    assert!(matches!(store.vote(&snow, id, &visitor(1), Vote::Up, NOW), Err(StoreError::NotFound)));
    assert!(matches!(store.report(&snow, id, &visitor(1), NOW), Err(StoreError::NotFound)));
    assert_eq!(store.post(&snow, &reply(1, id, "پاسخ"), None).unwrap(), Posted::ParentGone);
    assert_eq!(store.counts(&[snow, rain(), "hail".parse().unwrap()]).unwrap(), [1, 1, 0]);
}
