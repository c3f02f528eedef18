//! Proofs that were used, are too old, or were meddled with.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rusqlite::Connection;
use satr::date::Timestamp;
use satr_server::captcha::{Altcha, Captcha, Work};
use satr_server::secret::Secret;
use serde_json::{Value, json};
use sha2::Sha256;

use super::program::{Place, Program, URL, comment, other};

/// Challenges as the server of a database makes them, but for less work: it proves them all the same.
fn challenger(database: &Connection) -> Altcha {
    let secret: Vec<u8> = database.query_row("SELECT secret FROM settings", [], |row| row.get(0)).unwrap();
    Altcha::new(&Secret::new(&secret), Work { cost: 1, counters: 3..=9, seconds: 1200 })
}

fn now() -> Timestamp {
    let since_1970 = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    Timestamp::from_unix_seconds(since_1970.as_secs().try_into().unwrap())
}

/// What a browser makes of a challenge, as JSON.
fn solved(challenge: &str) -> Value {
    let challenge: Value = serde_json::from_str(challenge).unwrap();
    let told = |name: &str| challenge["parameters"][name].as_str().unwrap().to_owned();
    let (nonce, salt, prefix) = (bytes(&told("nonce")), bytes(&told("salt")), told("keyPrefix"));
    let cost = challenge["parameters"]["cost"].as_u64().unwrap().try_into().unwrap();
    let keys = (0_u32..10).map(|counter| {
        let password = [nonce.as_slice(), &counter.to_be_bytes()].concat();
        let key = pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(&password, &salt, cost);
        (counter, key.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    });
    let (counter, key) = keys.into_iter().find(|(_, key)| key.starts_with(&prefix)).unwrap();
    json!({"challenge": challenge, "solution": {"counter": counter, "derivedKey": key}})
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn with_proof(key: &str, proof: &str) -> Value {
    let mut comment = comment(key, "باران خوبی بود.");
    comment["captcha"] = json!(proof);
    comment
}

fn encoded(proof: &Value) -> String {
    BASE64_STANDARD.encode(proof.to_string())
}

#[test]
fn a_proof_is_good_once_in_time_and_as_it_was_given() {
    let place = Place::new("proofs");
    let program = Program::start(&place, &["--unmoderated"]);
    let altcha = challenger(&other(&place.database()));
    let refused = |key: &str, proof: &str, fault: &str| {
        let answer = program.post(URL, &with_proof(key, proof));
        assert_eq!((answer.status, answer.faults()), (422, json!([fault])), "{proof}");
    };
    let late = Timestamp::from_unix_seconds(now().unix_seconds() - 1201);
    refused("key-late", &encoded(&solved(&altcha.challenge(late).unwrap())), "captcha-expired");

    let good = solved(&altcha.challenge(now()).unwrap());
    let later = good["challenge"]["parameters"]["expiresAt"].as_i64().unwrap() + 1;
    let other = solved(&altcha.challenge(now()).unwrap());
    for (part, meddled) in [
        ("/challenge/parameters/expiresAt", json!(later)),
        ("/challenge/parameters/expiresAt", json!(i64::MAX)),
        ("/challenge/parameters/cost", json!(2)),
        ("/challenge/parameters/nonce", other["challenge"]["parameters"]["nonce"].clone()),
        ("/challenge/parameters/keySignature", other["challenge"]["parameters"]["keySignature"].clone()),
        ("/challenge/signature", other["challenge"]["signature"].clone()),
        ("/challenge/signature", json!("")),
        ("/challenge/parameters", other["challenge"]["parameters"].clone()),
        ("/solution/derivedKey", other["solution"]["derivedKey"].clone()),
        ("/solution", json!({"counter": 1})),
        ("/solution/derivedKey", json!("é".repeat(32))),
    ] {
        let mut proof = good.clone();
        *proof.pointer_mut(part).unwrap() = meddled;
        refused("key-meddled", &encoded(&proof), "captcha-wrong");
    }
    let deep = BASE64_STANDARD.encode("[".repeat(3000));
    for proof in ["", "!", "e30=", "bnVsbA==", &"A".repeat(5000), &deep] {
        refused("key-broken", proof, "captcha-wrong");
    }

    let good = encoded(&good);
    assert_eq!(program.post(URL, &with_proof("key-first", &good)).status, 201);
    refused("key-second", &good, "captcha-expired");
    assert_eq!(
        program.post(URL, &with_proof("key-first", &good)).status,
        200,
        "the same again is no other use"
    );
    assert_eq!(program.texts().len(), 1);
    program.end_well();
}

#[test]
fn one_proof_of_many_at_once_is_taken_for_one_comment() {
    let place = Place::new("one-proof");
    let program = Program::start(&place, &["--unmoderated"]);
    let altcha = challenger(&other(&place.database()));
    let good = encoded(&solved(&altcha.challenge(now()).unwrap()));
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let send =
            |number: u32| program.post(URL, &with_proof(&format!("key-of-many-{number}"), &good)).status;
        let writers: Vec<_> = (0..8).map(|number| scope.spawn(move || send(number))).collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 7, "{statuses:?}");
    assert_eq!(program.texts().len(), 1);
    program.end_well();
}
