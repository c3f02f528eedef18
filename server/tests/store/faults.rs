//! A database that is locked, full, newer, broken; a program that is killed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use satr::article::Sort;
use satr_server::captcha::Proof;
use satr_server::store::{Settings, StoreError};

use super::*;

const IMPATIENT: Settings = Settings { patience: Duration::ZERO, readers: 2 };

#[test]
fn a_locked_database_takes_nothing_and_goes_on_afterwards() {
    let path = file("locked");
    let store = Store::open_with(&Place::File(path.clone()), &IMPATIENT).unwrap();
    let known = post(&store, &new(0, "پیش از آن"));
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let proof = Proof { id: vec![1], expires: satr::date::Timestamp::from_unix_seconds(i64::MAX) };
    let comment = new(1, "در میانه");
    assert!(matches!(store.post(&rain(), &comment, Some(&proof)), Err(StoreError::Busy)));
    assert!(matches!(store.report(&rain(), known, &visitor(1), NOW), Err(StoreError::Busy)));
    assert_eq!(texts(&list(&store, Sort::Newest)), ["پیش از آن"], "it can still be read");
    other.execute_batch("ROLLBACK").unwrap();
    assert!(
        matches!(store.post(&rain(), &comment, Some(&proof)), Ok(Posted::New(_))),
        "nor is its proof used up"
    );
    assert_eq!(list(&store, Sort::Newest).count, 2);
}

#[test]
fn a_full_database_can_be_read() {
    let path = file("full");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    post(&store, &new(0, "پیش از آن"));
    store.limit_size(1).unwrap();
    let long = "ی".repeat(2000);
    let proof = |number: u32| Proof {
        id: number.to_be_bytes().to_vec(),
        expires: satr::date::Timestamp::from_unix_seconds(i64::MAX),
    };
    let (mut taken, mut number) = (1, 1);
    while taken < 10_000 {
        match store.post(&rain(), &new(number, &long), Some(&proof(number))) {
            Ok(Posted::New(_)) => taken += 1,
            Err(StoreError::Full) => break,
            other => panic!("{other:?}"),
        }
        number += 1;
    }
    assert!(taken < 100, "it never filled");
    assert_eq!(list(&store, Sort::Newest).count, taken);
    assert!(matches!(store.post(&rain(), &new(number, &long), Some(&proof(number))), Err(StoreError::Full)));
    store.limit_size(0).unwrap();
    assert!(matches!(store.post(&rain(), &new(number, &long), Some(&proof(number))), Ok(Posted::New(_))));
    assert_eq!(list(&store, Sort::Newest).count, taken + 1);
    drop(store);
    expect_counts(&path);
}

#[test]
fn what_is_no_database_of_ours_is_refused() {
    let path = file("newer");
    drop(Store::open(&Place::File(path.clone())).unwrap());
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 7).unwrap();
    let error = Store::open(&Place::File(path)).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found: 7, known: 1 }));
    assert!(error.to_string().contains("version 1 or less"), "{error}");
    let path = file("broken");
    std::fs::write(&path, "این پایگاه داده نیست. ".repeat(100)).unwrap();
    assert!(matches!(Store::open(&Place::File(path)), Err(StoreError::Database(_))));
    let path = file("nowhere").join("no/such/folder");
    assert!(matches!(Store::open(&Place::File(path)), Err(StoreError::Database(_))));
}

#[test]
fn what_was_kept_is_there_when_it_is_opened_again() {
    let path = file("again");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    post(&store, &held(new(0, "در انتظار")));
    let signed = store.secret().sign(b"message");
    drop(store);
    let store = Store::open(&Place::File(path)).unwrap();
    assert_eq!(texts(&own(&store)), ["در انتظار"], "its writer is still known");
    assert_eq!(store.secret().sign(b"message"), signed);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let path = file("private");
    let store = Store::open(&Place::File(path.clone())).unwrap();
    post(&store, &new(0, "متن"));
    let files: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().map(Result::unwrap).collect();
    assert_eq!(files.len(), 3, "{files:?}");
    for file in files {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
}

const DATABASE: &str = "SATR_TEST_DATABASE";

/// Not a test of its own: the program that the next one kills. It posts until then, and says of each that it was taken.
#[test]
#[ignore = "runs until it is killed; the next test starts it"]
fn a_program_that_posts() {
    let Some(path) = std::env::var_os(DATABASE) else { return };
    let store = Store::open(&Place::File(path.into())).unwrap();
    for number in 0..90_000 {
        post(&store, &new(number, &format!("متن {number}")));
        println!("taken {number}");
    }
}

#[test]
fn a_comment_that_was_taken_outlives_the_program() {
    for round in 1..=3 {
        let path = file(&format!("killed-{round}"));
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "faults::a_program_that_posts", "--ignored", "--nocapture"])
            .env(DATABASE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let number = |line: String| -> Option<u32> { line.split_once("taken ")?.1.parse().ok() };
        let mut taken: Vec<u32> = lines.by_ref().filter_map(number).take(40 * round).collect();
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had said before it died, and was still in the pipe.
        taken.extend(lines.filter_map(number));
        assert!(taken.len() >= 40 * round, "{taken:?}");
        let store = Store::open(&Place::File(path.clone())).unwrap();
        let count = list(&store, Sort::Newest).count as usize;
        // At most one was taken and could not say so.
        assert!((taken.len()..=taken.len() + 1).contains(&count), "{count} of {}", taken.len());
        for number in taken {
            let again = store.post(&rain(), &new(number, &format!("متن {number}")), None).unwrap();
            assert!(matches!(again, Posted::Again(_)), "{number}: {again:?}");
        }
        assert_eq!(list(&store, Sort::Newest).count as usize, count);
        drop(store);
        expect_counts(&path);
    }
}
