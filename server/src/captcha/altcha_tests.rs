use serde_json::{Value, json};

use super::*;

/// Of the vectors, which npm's altcha-lib 2.8.0 solved and verified, given as its secrets the hexadecimal digits of
/// [`Secret::sign`] «altcha challenge» and «altcha key».
const SECRET: &[u8] = b"a secret of the tests";
const EXPIRES: i64 = 4_102_444_800;
const CHALLENGE: &str = concat!(
    r#"{"parameters":{"algorithm":"PBKDF2/SHA-256","cost":100,"expiresAt":4102444800,"keyLength":32,"#,
    r#""keyPrefix":"c7116c7daf6febb6f327b92c255a96f2","#,
    r#""keySignature":"4212be0906a7ab20211ce677b3483d0896c30cabf1ee1dc9337a78ad6dd35a35","#,
    r#""nonce":"11111111111111111111111111111111","salt":"22222222222222222222222222222222"},"#,
    r#""signature":"10fb93ac374f4fb45d21148dbc3eed1d1cd51250ae4270ef5e633dfa989f33a9"}"#,
);
const KEY_FOUND: &str = "c7116c7daf6febb6f327b92c255a96f28ef9dd4fff1e023851d6e34de9b76182";

fn captcha() -> Altcha {
    Altcha::new(&Secret::new(SECRET), Work { cost: 100, counters: 7..=7, seconds: 600 })
}

fn payload() -> Value {
    let challenge: Value = serde_json::from_str(CHALLENGE).unwrap();
    json!({"challenge": challenge, "solution": {"counter": 7, "derivedKey": KEY_FOUND, "time": 13.7}})
}

fn verify(payload: &Value, now: i64) -> Result<Proof, CaptchaError> {
    captcha().verify(&BASE64_STANDARD.encode(payload.to_string()), Timestamp::from_unix_seconds(now))
}

#[test]
fn a_challenge_is_the_one_that_the_library_solved() {
    let expires = Timestamp::from_unix_seconds(EXPIRES);
    assert_eq!(captcha().made([0x11; 16], [0x22; 16], 7, expires).unwrap(), CHALLENGE);
}

#[test]
fn what_the_library_solved_is_taken() {
    let proof = verify(&payload(), EXPIRES).unwrap();
    assert_eq!(proof.id, b"11111111111111111111111111111111");
    assert_eq!(proof.expires.unix_seconds(), EXPIRES);
    assert_eq!(verify(&payload(), EXPIRES + 1), Err(CaptchaError::Expired));
}

#[test]
fn what_the_library_asked_and_solved_is_taken() {
    // Made by its createChallenge and solveChallenge, written by btoa.
    let payload = concat!(
        "eyJjaGFsbGVuZ2UiOnsicGFyYW1ldGVycyI6eyJhbGdvcml0aG0iOiJQQktERjIvU0hBLTI1NiIsImNvc3QiOjUwLCJleHBpcmVzQXQi",
        "OjQxMDI0NDQ4MDAsImtleUxlbmd0aCI6MzIsImtleVByZWZpeCI6IjdhYmUxYTU5OTFkZGUxNzBjMGFlOWJkZjM2ZTAyNGZhIiwia2V5",
        "U2lnbmF0dXJlIjoiZmI4NDkxZjIyNjZmOTRjNjY2MzNmYzNmMWQxYzAyNmQ3NTA2OTgzMmI5Yjc5YzYyNGVkZDQ2NzZjNDUzMTNjMiIs",
        "Im5vbmNlIjoiMmMxZDIxYTU0NmE0ZjFjMWVmNmFjYzUyMDdiOTk3YTQiLCJzYWx0IjoiNjkyZDYwOGEwMzI1MzVkNjhhOGE5NGI2ZmNj",
        "ZjRhY2YifSwic2lnbmF0dXJlIjoiYTU4ZWVjYzg3M2M4N2Y4NjQ0OWRiNjM1YmE4MzJiMzE1N2YwMGY4ZTkzN2E3YmVjODMxZDc4YWMw",
        "NDE2YjRhZCJ9LCJzb2x1dGlvbiI6eyJjb3VudGVyIjozLCJkZXJpdmVkS2V5IjoiN2FiZTFhNTk5MWRkZTE3MGMwYWU5YmRmMzZlMDI0",
        "ZmFkNWVhZmUyMGFiZTNlMDhkMjIyYzFkYmUyMTdhZDJmYyIsInRpbWUiOjAuNn19",
    );
    let proof = captcha().verify(payload, Timestamp::from_unix_seconds(0)).unwrap();
    assert_eq!(proof.id, b"2c1d21a546a4f1c1ef6acc5207b997a4");
}

#[test]
fn what_was_changed_is_wrong() {
    let changes = [
        ("/challenge/parameters/cost", json!(1)),
        ("/challenge/parameters/expiresAt", json!(EXPIRES + 1)),
        ("/challenge/parameters/keyPrefix", json!("c7")),
        ("/challenge/parameters/nonce", json!("21111111111111111111111111111111")),
        ("/challenge/parameters/keySignature", json!("")),
        ("/challenge/signature", json!("")),
        ("/challenge/signature", json!(null)),
        // Its beginning was told with the challenge; the rest is what the work is for.
        ("/solution/derivedKey", json!("c7116c7daf6febb6f327b92c255a96f2")),
        ("/solution/derivedKey", json!(null)),
        ("/solution", json!({})),
    ];
    for (at, value) in changes {
        let mut payload = payload();
        *payload.pointer_mut(at).unwrap() = value;
        assert_eq!(verify(&payload, 0), Err(CaptchaError::Wrong), "{at}");
    }
    let mut unsigned = payload();
    unsigned["challenge"]["parameters"]["data"] = json!({});
    assert_eq!(verify(&unsigned, 0), Err(CaptchaError::Wrong));
}

#[test]
fn what_is_no_payload_is_wrong() {
    let long = BASE64_STANDARD.encode(payload().to_string() + &" ".repeat(LONGEST));
    for payload in ["", "e30=", "!", "null", &payload().to_string(), &long] {
        let verified = captcha().verify(payload, Timestamp::from_unix_seconds(0));
        assert_eq!(verified, Err(CaptchaError::Wrong), "{payload}");
    }
}

#[test]
fn another_server_does_not_take_it() {
    let other = Altcha::new(&Secret::new(b"another"), Work::default());
    let payload = BASE64_STANDARD.encode(payload().to_string());
    assert_eq!(other.verify(&payload, Timestamp::from_unix_seconds(0)), Err(CaptchaError::Wrong));
}

#[test]
fn no_two_challenges_are_the_same_and_each_can_be_solved() {
    let captcha = Altcha::new(&Secret::new(SECRET), Work { cost: 2, counters: 3..=9, seconds: 600 });
    let now = Timestamp::from_unix_seconds(EXPIRES);
    let mut ids = Vec::new();
    for _ in 0..20 {
        let challenge: Value = serde_json::from_str(&captcha.challenge(now).unwrap()).unwrap();
        let told = |name: &str| challenge["parameters"][name].as_str().unwrap();
        let bytes = |name| -> [u8; 16] { unhex(told(name)).unwrap().try_into().unwrap() };
        let keys = (0..=9).map(|counter| hex(&derive(&bytes("nonce"), &bytes("salt"), counter, 2)));
        let found: Vec<_> = keys.filter(|key| key.starts_with(told("keyPrefix"))).collect();
        let payload = json!({"challenge": challenge, "solution": {"derivedKey": found[0]}});
        let payload = BASE64_STANDARD.encode(payload.to_string());
        let proof = captcha.verify(&payload, now).unwrap();
        assert_eq!(proof.expires.unix_seconds(), EXPIRES + 600);
        ids.push(proof.id);
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 20);
}
