//! An article's own comments become the store's.

use satr::article::{CommentState, Sort};
use satr::date::Timestamp;

use super::*;

fn given(id: &str, parent: &str, date: Option<i64>) -> Comment {
    Comment {
        id: id.to_owned(),
        parent: parent.to_owned(),
        text: format!("متن {id}"),
        author: "خواننده".to_owned(),
        date: date.map(Timestamp::from_unix_seconds),
        up: 3,
        ..Comment::default()
    }
}

fn import(store: &Store, comments: &[Comment]) -> Option<u32> {
    store.import(&rain(), comments, 9000).unwrap()
}

/// The words of a thread that stand in the texts above.
fn order(page: &Page) -> Vec<&str> {
    texts(page).into_iter().map(|text| text.trim_start_matches("متن ")).collect()
}

#[test]
fn they_are_taken_over_once_with_threads_and_order() {
    let path = file("imported");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let comments = [
        given("b", "", Some(200)),
        given("b2", "b1", Some(202)),
        given("b1", "b", Some(201)),
        given("a", "", Some(100)),
        Comment { pinned: true, official: true, ..given("a1", "a", None) },
        Comment { pinned: true, official: true, ..given("c", "none such", Some(50)) },
    ];
    assert_eq!(import(&store, &comments), Some(6));
    assert_eq!(import(&store, &comments), None);
    let page = list(&store, Sort::Newest);
    assert_eq!(order(&page), ["c", "b", "b2", "b1", "a", "a1"]);
    assert_eq!(page.count, 6);
    assert!(page.comments[0].pinned && page.comments[0].official && page.comments[0].up == 3);
    assert!(!page.comments[5].pinned && page.comments[5].official);
    assert_eq!(
        page.comments[2].parent, page.comments[3].id,
        "whom it answers is kept, even if that stands later"
    );
    assert_eq!(order(&list(&store, Sort::Oldest)), ["c", "a", "a1", "b", "b2", "b1"]);
    let next = post(&store, &new(0, "تازه"));
    assert!(page.comments.iter().all(|comment| comment.id.parse::<i64>().unwrap() < next.0));
    let connection = Connection::open(&path).unwrap();
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
}

#[test]
fn circles_are_cut() {
    let store = memory();
    let comments = [
        given("self", "self", Some(1)),
        given("tail", "x", Some(2)),
        given("x", "y", Some(3)),
        given("y", "z", Some(4)),
        given("z", "x", Some(5)),
        given("", "z", Some(6)),
        given("x", "self", Some(7)),
    ];
    assert_eq!(import(&store, &comments), Some(7));
    let page = list(&store, Sort::Oldest);
    assert_eq!(order(&page), ["self", "x", "x", "tail", "y", "z", ""]);
    let parents: Vec<bool> = page.comments.iter().map(|comment| comment.parent.is_empty()).collect();
    assert_eq!(parents, [true, false, true, false, false, false, false]);
}

#[test]
fn a_long_chain_is_one_thread() {
    let store = memory();
    let comments: Vec<Comment> =
        (0..20_000).map(|at| given(&at.to_string(), &(at + 1).to_string(), None)).collect();
    assert_eq!(import(&store, &comments), Some(20_000));
    let page = list(&store, Sort::Newest);
    assert_eq!((order(&page)[0], page.comments[0].more, page.count), ("19999", 19_989, 20_000));
}

#[test]
fn without_dates_the_order_is_that_of_the_list() {
    let store = memory();
    import(&store, &["1", "2", "3"].map(|id| given(id, "", None)));
    let page = list(&store, Sort::Oldest);
    assert_eq!(order(&page), ["1", "2", "3"]);
    assert_eq!(page.comments[0].date, Some(Timestamp::from_unix_seconds(9000)));
    // Where it is seen that the last stand first, those of one moment do so, too.
    let store = memory();
    let comments = [("4", Some(40)), ("3", None), ("2", None), ("1", Some(10))];
    import(&store, &comments.map(|(id, date)| given(id, "", date)));
    assert_eq!(order(&list(&store, Sort::Newest)), ["4", "3", "2", "1"]);
}

#[test]
fn what_is_not_public_does_not_become_so() {
    let store = memory();
    let comments = [
        Comment { state: CommentState::Pending, ..given("p", "", Some(1)) },
        Comment { state: CommentState::Removed, pinned: true, ..given("r", "", Some(2)) },
        given("answer", "r", Some(3)),
        given("late", "p", Some(4)),
    ];
    assert_eq!(import(&store, &comments), Some(3));
    let page = list(&store, Sort::Oldest);
    assert_eq!(order(&page), ["", "answer", "late"]);
    assert_eq!((page.comments[0].state, page.count), (CommentState::Removed, 2));
    assert!(page.comments[2].parent.is_empty());
}
