//! What was taken is there once, whatever happens to the program, its database, or the way to it.

use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{scope, spawn};

use serde_json::json;

use super::program::{Connection, Place, Program, URL, comment, other};

const OPEN: &[&str] = &["--captcha", "off", "--unmoderated"];

/// So many comments are taken in a round before the program is killed.
const TAKEN: usize = 40;
const ROUNDS: usize = 3;
const WRITERS: usize = 8;

#[test]
fn what_was_taken_is_there_once_when_the_program_is_killed() {
    let place = Place::new("killed");
    let mut all = HashSet::new();
    for round in 0..ROUNDS {
        let mut program = Program::start(&place, OPEN);
        let address = program.address;
        let count = AtomicUsize::new(0);
        let (sent, taken) = (Mutex::new(Vec::new()), Mutex::new(HashSet::new()));
        scope(|scope| {
            for writer in 0..WRITERS {
                let (sent, taken, count) = (&sent, &taken, &count);
                scope.spawn(move || {
                    let mut connection = Connection::to(address).unwrap();
                    for number in 0.. {
                        let key = format!("key-{round}-{writer}-{number}");
                        sent.lock().unwrap().push(key.clone());
                        // Whoever gets no answer cannot know what became of it.
                        let Ok(answer) = connection.post(URL, &of_key(&key)) else { return };
                        assert_eq!(answer.status, 201, "{answer:?}");
                        taken.lock().unwrap().insert(key);
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
            while count.load(Ordering::Relaxed) < TAKEN {
                std::thread::yield_now();
            }
            program.kill();
        });
        let program = Program::start(&place, OPEN);
        let (sent, taken) = (sent.into_inner().unwrap(), taken.into_inner().unwrap());
        let found: HashSet<String> = program.texts().into_iter().collect();
        for key in &taken {
            assert!(found.contains(&text_of(key)), "{key} was taken, and is not there");
        }
        let mut connection = program.connect();
        for key in sent {
            let is_there = found.contains(&text_of(&key));
            let answer = connection.post(URL, &of_key(&key)).unwrap();
            assert_eq!(answer.status, if is_there { 200 } else { 201 }, "{key}: {answer:?}");
            all.insert(text_of(&key));
        }
        let texts = program.texts();
        assert_eq!(texts.len(), all.len(), "each is there once");
        assert_eq!(texts.into_iter().collect::<HashSet<_>>(), all);
        assert_eq!(program.get("/comments?of=rain").json()["rain"], all.len());
        program.end_well();
    }
}

fn of_key(key: &str) -> serde_json::Value {
    comment(key, &text_of(key))
}

fn text_of(key: &str) -> String {
    format!("باران خوبی بود. {key}")
}

#[test]
fn while_another_holds_the_database_nothing_is_taken_and_all_can_be_read() {
    let place = Place::new("held");
    let program = Program::start(&place, OPEN);
    program.is_well("key-before");
    let other = other(&place.database());
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let keys = ["key-held-1", "key-held-2"];
    let address = program.address;
    let writers =
        keys.map(|key| spawn(move || Connection::to(address).unwrap().post(URL, &of_key(key)).unwrap()));
    while writers.iter().any(|writer| !writer.is_finished()) {
        assert_eq!(program.get(URL).status, 200, "they are read meanwhile");
        std::thread::sleep(std::time::Duration::from_millis(100)); // not more than a reader may
    }
    for answer in writers.map(|writer| writer.join().unwrap()) {
        assert_eq!((answer.status, answer.faults()), (503, json!(["failed"])), "{answer:?}");
        assert!(answer.header("retry-after").is_some_and(|wait| wait.parse::<u32>().unwrap() > 0));
    }
    other.execute_batch("ROLLBACK").unwrap();
    for status in [201, 200] {
        for key in keys {
            assert_eq!(program.post(URL, &of_key(key)).status, status, "{key}");
        }
    }
    assert_eq!(program.texts().len(), 3);
    // It was told, and once a refusal.
    assert!(program.end().contains("ERROR"));
}

#[test]
fn whoever_got_no_answer_sends_it_again_and_it_is_there_once() {
    let place = Place::new("lost");
    let program = Program::start(&place, OPEN);
    let bodies: Vec<_> = (0..20).map(|number| of_key(&format!("key-lost-{number}"))).collect();
    for (number, body) in bodies.iter().enumerate() {
        let body = body.to_string();
        let mut connection = program.connect();
        connection.write(format!(
            "POST {URL} HTTP/1.1\r\nhost: a\r\naccept: application/json\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nx-forwarded-for: 192.0.2.{number}\r\n\r\n{body}",
            body.len()
        ));
        // It is gone before there is an answer, or there is none to be had in time.
        drop(connection);
        let answer = program.post(URL, &bodies[number]);
        assert!(matches!(answer.status, 200 | 201), "{answer:?}");
    }
    for body in &bodies {
        assert_eq!(program.post(URL, body).status, 200);
    }
    assert_eq!(program.texts().len(), bodies.len());
    program.end_well();
}
