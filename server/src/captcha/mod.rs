//! A challenge out, a proof of having done it in.
//! Floor 1. Uses: secret.
//!
//! What keeps robots from writing is asked of the machine, [`Altcha`], or of the person where there is no script,
//! [`Question`], which is a courtesy and no barrier. Neither keeps anything: what is asked is signed, and comes back with the answer. So that an answer is good
//! for one comment only, whoever takes it keeps the [`Proof`]'s id until it expires, and takes none that is kept already
//! ([`CaptchaError::Expired`]).

mod altcha;
mod question;

pub use altcha::{Altcha, Work};
pub use question::{Answered, Question};

use std::fmt;
use std::io;

use satr::date::Timestamp;

/// Something that a script proves by that it comes from a person, or that it has at least worked for it.
///
/// ```
/// use satr::date::Timestamp;
/// use satr_server::captcha::{Altcha, Captcha, CaptchaError, Work};
/// use satr_server::secret::Secret;
///
/// let captcha = Altcha::new(&Secret::random()?, Work::default());
/// let now = Timestamp::from_unix_seconds(1_565_767_800);
/// assert!(captcha.challenge(now)?.starts_with(r#"{"parameters":{"algorithm":"PBKDF2/SHA-256","cost":5000"#));
/// assert_eq!(captcha.verify("anything else", now), Err(CaptchaError::Wrong));
/// # Ok::<(), std::io::Error>(())
/// ```
pub trait Captcha: Send + Sync + fmt::Debug {
    /// Its name, by which scripts know what to do: `altcha`.
    fn kind(&self) -> &'static str;

    /// What is to be done, as JSON. It may take some milliseconds.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    fn challenge(&self, now: Timestamp) -> io::Result<String>;

    /// Whether it was done.
    ///
    /// # Errors
    /// [`Wrong`](CaptchaError::Wrong), when it was not, or what was to be done does not come from here;
    /// [`Expired`](CaptchaError::Expired), when it comes too late.
    fn verify(&self, payload: &str, now: Timestamp) -> Result<Proof, CaptchaError>;
}

/// A proof that is good. It is so once: its id is to be kept until it expires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What tells it from all others.
    pub id: Vec<u8>,
    /// When it is good no more.
    pub expires: Timestamp,
}

/// Why a proof is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CaptchaError {
    /// It does not prove anything.
    Wrong,
    /// It comes too late, or a second time.
    Expired,
}

impl fmt::Display for CaptchaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wrong => "expected what was asked for to be done, found that it was not",
            Self::Expired => "expected a proof that is still good, found one that is too old or used",
        })
    }
}

impl std::error::Error for CaptchaError {}

/// So many seconds later.
fn after(now: Timestamp, seconds: u32) -> Timestamp {
    Timestamp::from_unix_seconds(now.unix_seconds().saturating_add(seconds.into()))
}

/// A number of a range, none likelier than another: for the few thousand that are asked of it, `bits` are many enough.
fn draw(bits: u32, range: &std::ops::RangeInclusive<u32>) -> u32 {
    let count = u64::from(range.end().saturating_sub(*range.start())) + 1;
    let offset = (u64::from(bits) * count) >> 32;
    range.start().saturating_add(u32::try_from(offset).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::draw;

    #[test]
    fn all_of_a_range_is_drawn() {
        assert_eq!((draw(0, &(2..=9)), draw(u32::MAX, &(2..=9))), (2, 9));
        assert_eq!((draw(1 << 31, &(0..=1)), draw((1 << 31) - 1, &(0..=1))), (1, 0));
        assert_eq!(draw(u32::MAX, &(7..=7)), 7);
        assert_eq!(draw(u32::MAX, &(0..=u32::MAX)), u32::MAX);
    }
}
