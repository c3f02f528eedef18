//! Work out, the proof that it was done in: ALTCHA's open protocol, its second version.
//! Floor 1. Uses: secret.
//!
//! # What is given
//! ```json
//! {
//!   "parameters": {
//!     "algorithm": "PBKDF2/SHA-256",
//!     "cost": 5000,
//!     "expiresAt": 1565769000,
//!     "keyLength": 32,
//!     "keyPrefix": "26c98dc06cbda4aa3e20a1c26e840177",
//!     "keySignature": "…64 digits",
//!     "nonce": "353ec7918a65add333a6e33eb7aaf3d2",
//!     "salt": "85573bafa91ef470ae1b8537b8626dd4"
//!   },
//!   "signature": "…64 digits"
//! }
//! ```
//! Bytes are written as lower-case hexadecimal digits, `expiresAt` in seconds since 1970.
//!
//! # What is to be done
//! For `counter` = 0, 1, 2, … derive `key` = PBKDF2-HMAC-SHA-256(password = `nonce` and the counter as four bytes, the
//! greatest first; `salt`; `cost` iterations; `keyLength` bytes), until it begins with `keyPrefix`. The counter was drawn
//! here, and the key derived, before it was asked for; so the work has an end that is known, and is proved without
//! repeating it.
//!
//! # What comes back
//! The Base64 (RFC 4648 section 4) of
//! ```json
//! {"challenge": {"parameters": {…}, "signature": "…"}, "solution": {"counter": 612, "derivedKey": "…64 digits"}}
//! ```
//! where the challenge is what was given, its keys in any order.
//!
//! # What is signed
//! `keySignature` is the HMAC-SHA-256 of the key's bytes, `signature` that of the parameters as JSON without spaces, their
//! names in order. The secrets are [`Secret::of`] «altcha key» and «altcha challenge».

use std::io;
use std::ops::RangeInclusive;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use satr::date::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::{Captcha, CaptchaError, Proof, after, draw};
use crate::secret::{Secret, hex, random, unhex};

const ALGORITHM: &str = "PBKDF2/SHA-256";
const KEY: usize = 32;
const PREFIX: usize = 16;

/// No proof is longer: it is some 700 characters.
const LONGEST: usize = 4096;

/// How much is to be done, and how soon.
///
/// A browser derives a key in 1 to 3 ms at the default cost, so that a phone works for one to two seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Iterations of PBKDF2 for each key.
    pub cost: u32,
    /// How many keys are to be derived: a number of these is drawn.
    pub counters: RangeInclusive<u32>,
    /// For how many seconds a challenge is good.
    pub seconds: u32,
}

impl Default for Work {
    fn default() -> Self {
        Self { cost: 5000, counters: 300..=900, seconds: 20 * 60 }
    }
}

/// The open proof of work: no service is asked, and nobody is watched.
#[derive(Debug, Clone)]
pub struct Altcha {
    challenges: Secret,
    keys: Secret,
    work: Work,
}

#[derive(Debug, Serialize, Deserialize)]
struct Challenge {
    parameters: Parameters,
    signature: String,
}

/// In the order of their names, as they are signed. One that is not known would not be signed, so there may be none.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Parameters {
    algorithm: String,
    cost: u32,
    expires_at: i64,
    key_length: usize,
    key_prefix: String,
    key_signature: String,
    nonce: String,
    salt: String,
}

#[derive(Debug, Deserialize)]
struct Payload {
    challenge: Challenge,
    solution: Solution,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Solution {
    derived_key: String,
}

impl Altcha {
    /// Challenges signed by this secret.
    #[must_use]
    pub fn new(secret: &Secret, work: Work) -> Self {
        Self { challenges: secret.of("altcha challenge"), keys: secret.of("altcha key"), work }
    }

    fn made(&self, nonce: [u8; 16], salt: [u8; 16], counter: u32, expires: Timestamp) -> io::Result<String> {
        let key = derive(&nonce, &salt, counter, self.work.cost);
        let parameters = Parameters {
            algorithm: ALGORITHM.to_owned(),
            cost: self.work.cost,
            expires_at: expires.unix_seconds(),
            key_length: KEY,
            key_prefix: hex(key.get(..PREFIX).unwrap_or_default()),
            key_signature: hex(&self.keys.sign(&key)),
            nonce: hex(&nonce),
            salt: hex(&salt),
        };
        let signature = hex(&self.challenges.sign(&serde_json::to_vec(&parameters)?));
        Ok(serde_json::to_string(&Challenge { parameters, signature })?)
    }
}

impl Captcha for Altcha {
    fn kind(&self) -> &'static str {
        "altcha"
    }

    fn challenge(&self, now: Timestamp) -> io::Result<String> {
        let counter = draw(u32::from_be_bytes(random()?), &self.work.counters);
        self.made(random()?, random()?, counter, after(now, self.work.seconds))
    }

    fn verify(&self, payload: &str, now: Timestamp) -> Result<Proof, CaptchaError> {
        let Payload { challenge, solution } = read(payload).ok_or(CaptchaError::Wrong)?;
        let is_signed = |secret: &Secret, message: &[u8], signature| {
            unhex(signature).is_some_and(|signature| secret.has_signed(message, &signature))
        };
        let asked = serde_json::to_vec(&challenge.parameters).map_err(|_| CaptchaError::Wrong)?;
        let key = unhex(&solution.derived_key).ok_or(CaptchaError::Wrong)?;
        let parameters = challenge.parameters;
        if !is_signed(&self.challenges, &asked, &challenge.signature)
            || !is_signed(&self.keys, &key, &parameters.key_signature)
        {
            return Err(CaptchaError::Wrong);
        }
        let expires = Timestamp::from_unix_seconds(parameters.expires_at);
        if expires < now {
            return Err(CaptchaError::Expired);
        }
        // It was signed, so it is the nonce that was drawn, in the digits it was written with.
        Ok(Proof { id: parameters.nonce.into_bytes(), expires })
    }
}

fn read(payload: &str) -> Option<Payload> {
    if payload.len() > LONGEST {
        return None;
    }
    serde_json::from_slice(&BASE64_STANDARD.decode(payload).ok()?).ok()
}

fn derive(nonce: &[u8; 16], salt: &[u8; 16], counter: u32, cost: u32) -> [u8; KEY] {
    let password = [nonce.as_slice(), &counter.to_be_bytes()].concat();
    pbkdf2::pbkdf2_hmac_array::<Sha256, KEY>(&password, salt, cost)
}

#[cfg(test)]
#[path = "altcha_tests.rs"]
mod tests;
