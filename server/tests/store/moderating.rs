//! What moderators see and decide.

use satr::article::{CommentState, Sort};
use satr_server::store::{Action, Shelf, StoreError};

use super::*;

fn shelf(store: &Store, shelf: Shelf) -> Vec<CommentId> {
    let mut after = None;
    let mut found = Vec::new();
    loop {
        let page = store.queue(shelf, after, 3).unwrap();
        assert!(page.entries.len() <= 3);
        assert!(page.entries.iter().all(|entry| entry.shelf == shelf));
        found.extend(page.entries.iter().map(|entry| entry.id));
        match page.next {
            Some(next) => after = Some(next),
            None => return found,
        }
    }
}

#[test]
fn what_waits_or_was_reported_is_seen_by_age() {
    let store = memory();
    let ids: Vec<CommentId> = (0..8)
        .map(|number| {
            let comment = new(number, "متن");
            post(&store, &if number % 2 == 0 { held(comment) } else { comment })
        })
        .collect();
    store.report(&rain(), ids[3], &visitor(5), NOW).unwrap();
    assert_eq!(shelf(&store, Shelf::Waiting), [ids[0], ids[2], ids[3], ids[4], ids[6]]);
    assert_eq!(store.queue(Shelf::Rejected, None, 1).unwrap().waiting, 5);
    assert!(store.moderate(ids[0], Action::Reject).unwrap());
    assert!(store.moderate(ids[2], Action::Reject).unwrap());
    assert!(store.moderate(ids[3], Action::Remove).unwrap());
    assert!(store.moderate(ids[4], Action::Approve).unwrap());
    assert_eq!(shelf(&store, Shelf::Waiting), [ids[6]]);
    assert_eq!(shelf(&store, Shelf::Rejected), [ids[2], ids[0]]);
    assert_eq!(shelf(&store, Shelf::Removed), [ids[3]]);
    assert_eq!(shelf(&store, Shelf::Published), [ids[7], ids[5], ids[4], ids[1]]);
    assert_eq!(list(&store, Sort::Newest).count, 4);
}

#[test]
fn a_moderator_sees_all_of_a_comment() {
    let store = memory();
    let starter = post(&store, &new(0, "آغاز"));
    let comment = NewComment {
        email: "reader@example.ir".to_owned(),
        is_foreign: true,
        ..held(reply(1, starter, "hello"))
    };
    let id = post(&store, &comment);
    let entry = store.entry(id).unwrap();
    assert_eq!(
        (&*entry.email, entry.is_foreign, &*entry.comment.text, &entry.article),
        ("reader@example.ir", true, "hello", &rain())
    );
    assert_eq!(entry.comment.parent, starter.to_string());
    assert!(store.moderate(id, Action::Approve).unwrap());
    assert!(store.moderate(id, Action::Remove).unwrap());
    let entry = store.entry(id).unwrap();
    assert_eq!((entry.comment.state, &*entry.comment.text), (CommentState::Removed, "hello"));
    assert!(matches!(store.entry(CommentId(99)), Err(StoreError::NotFound)));
}

#[test]
fn a_decision_holds_in_its_state_alone() {
    use Action::*;
    let path = file("decisions");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let id = post(&store, &held(new(0, "متن")));
    for (action, is_done, count) in [
        (Restore, false, 0),
        (Remove, false, 0),
        (Pin, false, 0),
        (Approve, true, 1),
        (Approve, true, 1),
        (Reject, false, 1),
        (Restore, false, 1),
        (Pin, true, 1),
        (Remove, true, 0),
        (Approve, false, 0),
        (Unpin, false, 0),
        (Restore, true, 1),
        (Unpin, true, 1),
        (Remove, true, 0),
        (Reject, false, 0),
    ] {
        assert_eq!(store.moderate(id, action).unwrap(), is_done, "{action:?}");
        assert_eq!(list(&store, Sort::Newest).count, count, "{action:?}");
        expect_counts(&path);
    }
    assert!(!store.entry(id).unwrap().comment.pinned, "what is removed loses its pin");
    let starter = post(&store, &new(1, "آغاز"));
    let below = post(&store, &reply(2, starter, "پاسخ"));
    assert!(!store.moderate(below, Pin).unwrap(), "a reply stands where it is");
    assert!(matches!(store.moderate(CommentId(99), Approve), Err(StoreError::NotFound)));
}

#[test]
fn the_newsroom_answers_at_once() {
    let path = file("answers");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    let starter = post(&store, &new(0, "پرسش"));
    let below = post(&store, &reply(1, starter, "من هم"));
    let answer = store.answer(below, "تحریریه", "پاسخ", 2000).unwrap();
    assert!(answer.official && answer.parent == below.to_string());
    assert_eq!(store.answer(below, "تحریریه", "پاسخ", 2001).unwrap(), answer, "a button pressed twice");
    assert_eq!(texts(&list(&store, Sort::Newest)), ["پرسش", "من هم", "پاسخ"]);
    let waiting = post(&store, &held(new(2, "در انتظار")));
    for gone in [waiting, CommentId(99)] {
        assert!(matches!(store.answer(gone, "تحریریه", "پاسخ", 2000), Err(StoreError::NotFound)));
    }
    expect_counts(&path);
}
