//! Posting, voting, reporting: once, and exactly.

use satr::article::{CommentState, Sort, Vote};
use satr::date::Timestamp;
use satr_server::captcha::Proof;
use satr_server::store::{Action, Shelf, StoreError, Votes};

use super::*;

#[test]
fn the_same_comment_is_taken_once() {
    let store = memory();
    let comment = new(0, "یک بار");
    assert_eq!(store.posted(&rain(), &comment).unwrap(), None);
    let id = post(&store, &comment);
    // Without the cookie that the first answer would have set, it comes from another visitor.
    for again in [comment.clone(), NewComment { visitor: Some(visitor(2)), now: 5000, ..comment.clone() }] {
        let Posted::Again(known) = store.post(&rain(), &again, None).unwrap() else {
            panic!("expected it again")
        };
        assert_eq!(known.id, id.to_string());
        assert_eq!(store.posted(&rain(), &again).unwrap(), Some(Posted::Again(known)));
    }
    let other = post(&store, &reply(9, id, "دیگری"));
    for changed in [
        NewComment { text: "دو بار".to_owned(), ..comment.clone() },
        NewComment { author: String::new(), ..comment.clone() },
        NewComment { email: "a@b.ir".to_owned(), ..comment.clone() },
        NewComment { parent: Some(other), ..comment },
    ] {
        assert_eq!(store.post(&rain(), &changed, None).unwrap(), Posted::KeyTaken);
        assert_eq!(store.posted(&rain(), &changed).unwrap(), Some(Posted::KeyTaken));
    }
    assert_eq!(list(&store, Sort::Newest).count, 2);
}

#[test]
fn who_sends_it_again_learns_what_became_of_it_but_not_that_it_was_rejected() {
    let store = memory();
    let comment = held(new(0, "در انتظار"));
    let id = post(&store, &comment);
    let state = || match store.post(&rain(), &comment, None).unwrap() {
        Posted::Again(comment) => comment.state,
        other => panic!("{other:?}"),
    };
    assert_eq!(state(), CommentState::Pending);
    for (action, expected) in [
        (Action::Reject, CommentState::Pending),
        (Action::Approve, CommentState::Published),
        (Action::Remove, CommentState::Removed),
    ] {
        assert!(store.moderate(id, action).unwrap());
        assert_eq!(state(), expected);
    }
}

#[test]
fn a_proof_is_good_for_one_comment() {
    let store = memory();
    let proof = Proof { id: b"nonce".to_vec(), expires: Timestamp::from_unix_seconds(2000) };
    let gone = reply(0, CommentId(99), "پاسخ");
    assert_eq!(
        store.post(&rain(), &gone, Some(&proof)).unwrap(),
        Posted::ParentGone,
        "which uses nothing up"
    );
    let comment = new(1, "یک");
    assert!(matches!(store.post(&rain(), &comment, Some(&proof)).unwrap(), Posted::New(_)));
    assert!(matches!(store.post(&rain(), &comment, Some(&proof)).unwrap(), Posted::Again(_)));
    assert_eq!(store.post(&rain(), &new(2, "دو"), Some(&proof)).unwrap(), Posted::ProofUsed);
    assert_eq!(list(&store, Sort::Newest).count, 1);
    assert!(!store.use_proof(&proof, 2000).unwrap());
    assert!(store.use_proof(&proof, 2001).unwrap(), "what has expired is not kept: nobody would take it");
}

#[test]
fn a_reply_goes_to_the_thread_of_what_it_answers() {
    let store = memory();
    let starter = post(&store, &new(0, "آغاز"));
    let first = post(&store, &reply(1, starter, "پاسخ"));
    let second = post(&store, &reply(2, first, "پاسخ پاسخ"));
    let page = thread(&store, second);
    assert_eq!(page.thread, Some(starter));
    let parents: Vec<_> = page.comments.iter().map(|comment| &*comment.parent).collect();
    assert_eq!(parents, ["", &starter.to_string(), &first.to_string()]);
    let waiting = post(&store, &held(new(3, "در انتظار")));
    for gone in [waiting, CommentId(99), CommentId(-1)] {
        assert_eq!(store.post(&rain(), &reply(4, gone, "به هیچ"), None).unwrap(), Posted::ParentGone);
    }
    assert!(store.moderate(first, Action::Remove).unwrap());
    assert_eq!(store.post(&rain(), &reply(4, first, "به هیچ"), None).unwrap(), Posted::ParentGone);
}

#[test]
fn a_visitor_has_one_vote_and_may_change_it() {
    let store = memory();
    let id = post(&store, &new(0, "متن"));
    let mut expected = Votes::default();
    for (voter, vote, up, down) in [
        (1, Vote::Up, 1, 0),
        (1, Vote::Up, 1, 0),
        (2, Vote::Up, 2, 0),
        (1, Vote::Down, 1, 1),
        (3, Vote::None, 1, 1),
        (1, Vote::None, 1, 0),
        (2, Vote::None, 0, 0),
    ] {
        expected = Votes { up, down, vote };
        assert_eq!(store.vote(&rain(), id, &visitor(voter), vote, NOW).unwrap(), expected);
        assert_eq!(store.votes(&rain(), id, &visitor(voter)).unwrap(), expected);
    }
    assert_eq!(expected, Votes::default());
    let waiting = post(&store, &held(new(1, "در انتظار")));
    for gone in [waiting, CommentId(99)] {
        assert!(matches!(store.vote(&rain(), gone, &visitor(1), Vote::Up, NOW), Err(StoreError::NotFound)));
        assert!(matches!(store.votes(&rain(), gone, &visitor(1)), Err(StoreError::NotFound)));
        assert!(matches!(store.report(&rain(), gone, &visitor(1), NOW), Err(StoreError::NotFound)));
    }
}

#[test]
fn a_visitor_reports_once() {
    let store = memory();
    let id = post(&store, &new(0, "متن"));
    for reporter in [1, 1, 2] {
        store.report(&rain(), id, &visitor(reporter), NOW).unwrap();
    }
    let entry = store.entry(id).unwrap();
    assert_eq!((entry.reports, entry.shelf), (2, Shelf::Waiting));
    assert!(store.moderate(id, Action::Approve).unwrap());
    store.report(&rain(), id, &visitor(1), NOW).unwrap();
    assert_eq!(store.entry(id).unwrap().reports, 0, "a moderator has seen it");
    store.report(&rain(), id, &visitor(3), NOW).unwrap();
    assert_eq!(store.entry(id).unwrap().reports, 1);
}

#[test]
fn a_text_is_kept_as_it_came() {
    let store = Store::open(&Place::File(file("texts"))).unwrap();
    let texts = [
        "'); DROP TABLE comments; --".to_owned(),
        "pre\0post".to_owned(),
        "<script>alert(1)</script> & \"quotes\"".to_owned(),
        "\u{202e}وارونه\u{202c} \u{2067}جدا\u{2069} می\u{200c}شود \u{feff}".to_owned(),
        "👩‍👩‍👧‍👦 e\u{301} \r\n\n\t\u{1}".to_owned(),
        "ی".repeat(500_000),
    ];
    for (number, text) in texts.iter().enumerate() {
        let number = u32::try_from(number).unwrap();
        let comment = NewComment { author: text.clone(), email: text.clone(), ..new(number, text) };
        let id = post(&store, &comment);
        let entry = store.entry(id).unwrap();
        assert_eq!((&entry.comment.text, &entry.comment.author, &entry.email), (text, text, text));
        assert!(matches!(store.post(&rain(), &comment, None).unwrap(), Posted::Again(_)));
    }
    assert_eq!(
        list(&store, Sort::Oldest).comments.iter().map(|one| &one.text).collect::<Vec<_>>(),
        texts.iter().collect::<Vec<_>>()
    );
}

#[test]
fn names_have_their_shapes() {
    for name in ["", "a\nb", "a\0", &"x".repeat(256)] {
        assert!(name.parse::<ArticleName>().is_err(), "{name:?}");
    }
    for name in ["rain", "باران پاییزی", "a,b"] {
        assert_eq!(name.parse::<ArticleName>().unwrap().as_str(), name);
    }
    for token in ["short", "spaces in it are not allowed", &"x".repeat(65), "ناشناس-ناشناس-ناشناس"]
    {
        assert!(token.parse::<Visitor>().is_err() && token.parse::<Key>().is_err(), "{token}");
    }
    let made = Visitor::random().unwrap();
    assert_eq!(made.as_str().parse::<Visitor>().unwrap(), made);
    assert_ne!(made, Visitor::random().unwrap());
    assert_eq!(format!("{made:?}"), "Visitor");
    assert!("1x".parse::<CommentId>().is_err());
}
