//! What is erased is gone; what is forgotten is nobody's.

use std::fs;

use satr::article::{CommentState, Sort, Vote};
use satr_server::store::{Action, Erased, StoreError};

use super::*;

const EMAIL: &str = "reader@example.ir";

#[test]
fn all_of_an_address_is_erased() {
    let path = file("erased");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let of_reader = |number, parent| NewComment {
        email: EMAIL.to_owned(),
        author: "نام محرمانه".to_owned(),
        parent,
        ..new(number, "متن محرمانه")
    };
    let others =
        |comment| NewComment { visitor: Some(visitor(2)), author: "دیگری".to_owned(), ..comment };
    let answered = post(&store, &of_reader(0, None));
    let answer = post(&store, &others(reply(1, answered, "پاسخ دیگری")));
    let alone = post(&store, &of_reader(2, None));
    post(&store, &of_reader(3, Some(alone)));
    let other = post(&store, &others(new(4, "دیگری")));
    let unsigned = post(&store, &new(5, "همان خواننده، بی‌نشانی"));
    store.vote(&rain(), other, &visitor(1), Vote::Up, NOW).unwrap();
    store.vote(&rain(), other, &visitor(2), Vote::Up, NOW).unwrap();
    store.vote(&rain(), answered, &visitor(2), Vote::Down, NOW).unwrap();
    store.report(&rain(), other, &visitor(1), NOW).unwrap();
    store.report(&rain(), answered, &visitor(2), NOW).unwrap();
    assert!(store.moderate(answered, Action::Pin).unwrap());

    let erased = store.erase_email("READER@example.ir").unwrap();
    assert_eq!(erased, Erased { comments: 3, votes: 1, reports: 1 });
    let page = list(&store, Sort::Oldest);
    assert_eq!(ids(&page.comments), [answered, answer, other, unsigned].map(|id| id.to_string()));
    let first = &page.comments[0];
    assert_eq!((first.state, &*first.text, &*first.author), (CommentState::Removed, "", ""));
    assert_eq!((page.count, page.comments[2].up), (3, 1));
    expect_counts(&path);
    // Nor can it be had back.
    assert!(!store.moderate(answered, Action::Restore).unwrap());
    let entry = store.entry(answered).unwrap();
    assert_eq!((&*entry.email, &*entry.comment.text, entry.reports), ("", "", 0));
    assert!(matches!(store.entry(alone), Err(StoreError::NotFound)));
    assert_eq!(store.erase_email(EMAIL).unwrap(), Erased::default());
    assert_eq!(store.erase_email("").unwrap(), Erased::default(), "no address is nobody's");
    // The bytes are gone from the disk too, not only let go.
    for file in fs::read_dir(path.parent().unwrap()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for text in [EMAIL, "محرمانه"] {
            assert!(!bytes.windows(text.len()).any(|part| part == text.as_bytes()), "{text}");
        }
    }
}

#[test]
fn all_of_a_writer_is_erased() {
    let path = file("writer");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let first = post(&store, &new(0, "یک"));
    post(&store, &held(new(1, "دو")));
    let other = post(&store, &NewComment { visitor: Some(visitor(2)), ..new(2, "سه") });
    store.vote(&rain(), other, &visitor(1), Vote::Up, NOW).unwrap();
    assert_eq!(store.erase_writer(first).unwrap(), Erased { comments: 2, votes: 1, reports: 0 });
    assert_eq!(texts(&own(&store)), ["سه"]);
    assert!(matches!(store.erase_writer(first), Err(StoreError::NotFound)));
    let answer: CommentId = store.answer(other, "تحریریه", "پاسخ", 0).unwrap().id.parse().unwrap();
    assert_eq!(store.erase_writer(answer).unwrap().comments, 1, "of nobody known, that one alone");
    let new_id = post(&store, &new(0, "یک"));
    assert!(new_id.0 > answer.0, "an id is never given again");
    expect_counts(&path);
}

#[test]
fn who_wrote_it_is_forgotten_in_time() {
    let path = file("forgotten");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    for number in 0..1200 {
        let comment = NewComment {
            email: EMAIL.to_owned(),
            address: Some("203.0.113.9".parse().unwrap()),
            is_held: number >= 1190,
            ..new(number, "متن")
        };
        post(&store, &comment);
    }
    assert_eq!(store.forget(2100, 0).unwrap(), 1100);
    assert_eq!(store.forget(2100, 0).unwrap(), 0);
    assert_eq!(list(&store, Sort::Newest).count, 1190);
    assert_eq!(own(&store).comments.len(), 60, "what is newer is still theirs");
    let connection = Connection::open(&path).unwrap();
    let known: i64 = connection
        .query_row(
            "SELECT count(*) FROM comments WHERE email <> '' AND visitor IS NOT NULL AND address IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let traces: i64 = connection
        .query_row(
            "SELECT count(*) FROM comments WHERE email <> '' OR visitor IS NOT NULL OR address IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!((known, traces), (100, 100));
}

#[test]
fn who_voted_and_reported_is_forgotten_in_time() {
    let path = file("forgotten-votes");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let id = post(&store, &NewComment { now: NOW, ..new(0, "متن") });
    for voter in 2..600 {
        store.vote(&rain(), id, &visitor(voter), Vote::Up, NOW - 2).unwrap();
        store.report(&rain(), id, &visitor(voter), NOW - 2).unwrap();
    }
    for voter in [1, 2] {
        // What is thought anew is as old as that.
        store.vote(&rain(), id, &visitor(voter), Vote::Down, NOW).unwrap();
        store.report(&rain(), id, &visitor(1), NOW).unwrap();
    }
    assert_eq!(store.forget(NOW - 2, 0).unwrap(), 0);
    assert_eq!(store.forget(NOW, 0).unwrap(), 597 + 598);
    assert_eq!(store.forget(NOW, 0).unwrap(), 0);
    let connection = Connection::open(&path).unwrap();
    let count = |table: &str| -> i64 {
        connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("votes"), count("reports")), (2, 1));
    let votes = store.votes(&rain(), id, &visitor(3)).unwrap();
    assert_eq!((votes.up, votes.down, votes.vote), (597, 2, Vote::None), "they stay counted");
    assert_eq!(store.entry(id).unwrap().reports, 599);
    // Of what is left all is erased.
    assert_eq!(store.erase_writer(id).unwrap(), Erased { comments: 1, votes: 0, reports: 0 });
    assert_eq!((count("votes"), count("reports")), (0, 0));
}

#[test]
fn visitors_and_addresses_are_kept_as_hashes_alone() {
    let path = file("hashes");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let comment = NewComment { address: Some("2001:db8::1".parse().unwrap()), ..new(0, "متن") };
    let id = post(&store, &comment);
    store.vote(&rain(), id, &visitor(1), Vote::Up, NOW).unwrap();
    store.report(&rain(), id, &visitor(1), NOW).unwrap();
    let same = NewComment { address: Some("2001:db8::2".parse().unwrap()), ..new(1, "متن") };
    post(&store, &same);
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let secret = visitor(1).as_str().as_bytes().to_vec();
    assert!(!bytes.windows(secret.len()).any(|part| part == secret));
    let connection = Connection::open(&path).unwrap();
    let hashes = |query: &str| -> i64 { connection.query_row(query, [], |row| row.get(0)).unwrap() };
    assert_eq!(hashes("SELECT count(DISTINCT address) FROM comments WHERE length(address) = 16"), 1);
    assert_eq!(hashes("SELECT count(DISTINCT visitor) FROM comments WHERE length(visitor) = 16"), 1);
}
