//! Many at once.

use std::thread;

use satr::article::{Sort, Vote};

use super::*;

#[test]
fn counts_hold_when_all_write_at_once() {
    for place in [Place::File(file("crowd")), Place::Memory] {
        let store = Store::open(&place).unwrap();
        let starter = post(&store, &new(99_999, "آغاز"));
        thread::scope(|scope| {
            for writer in 0..8_u32 {
                let store = store.clone();
                scope.spawn(move || {
                    for number in 0..25 {
                        // Each key comes twice, from two writers.
                        let key = (writer / 2) * 1000 + number;
                        store.post(&rain(), &reply(key, starter, "پاسخ"), None).unwrap();
                        let vote = [Vote::Up, Vote::Down, Vote::None][(number % 3) as usize];
                        // Two writers share a visitor.
                        store.vote(&rain(), starter, &visitor(writer / 2), vote, NOW).unwrap();
                        store.report(&rain(), starter, &visitor(number % 5), NOW).unwrap();
                        assert_eq!(list(&store, Sort::Best).comments[0].id, starter.to_string());
                    }
                });
            }
        });
        let page = list(&store, Sort::Newest);
        assert_eq!((page.count, page.comments[0].more), (101, 90));
        assert_eq!(store.entry(starter).unwrap().reports, 5);
        if let Place::File(path) = place {
            expect_counts(&path);
        }
    }
}
