//! A question out, its answer in: for people without scripts.
//! Floor 1. Uses: secret.
//!
//! The token says when it expires and which question it is of, and is signed. Its bytes, in the Base64 of addresses, are the
//! expiry (seconds since 1970, eight bytes, the greatest first), a nonce of 16, and the signature of both. What is asked is
//! drawn from the same by another secret: the token tells the answer to nobody, and the server keeps nothing.

use std::io;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use satr::article;
use satr::date::Timestamp;
use satr::text::number::{Unit, read, words};

use super::{CaptchaError, Proof, after, draw};
use crate::secret::{Secret, random};

const EXPIRY: usize = 8;
const NONCE: usize = 16;

/// Small sums, in words: easy for people, who have to type two digits at most. A courtesy for those without scripts, and no
/// barrier: a robot that is made for it can add too. So it is good for one answer, and what it proves should be looked at.
#[derive(Debug, Clone)]
pub struct Question {
    secret: Secret,
    numbers: Secret,
    seconds: u32,
}

/// A question that was asked here, and has been answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Whether it is the answer.
    pub is_right: bool,
    /// What is used up by it, right or wrong: else a robot could guess until it is right.
    pub proof: Proof,
}

impl Question {
    /// Questions signed by this secret, to be answered within so many seconds.
    #[must_use]
    pub fn new(secret: &Secret, seconds: u32) -> Self {
        Self { secret: secret.of("question"), numbers: secret.of("numbers of a question"), seconds }
    }

    /// A question, as it is put into a form.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn ask(&self, now: Timestamp) -> io::Result<article::Question> {
        let mut token = Vec::new();
        token.extend(after(now, self.seconds).unix_seconds().to_be_bytes());
        token.extend(random::<NONCE>()?);
        let [one, other] =
            self.drawn(&token).map(|number| words(number.into(), Unit::None).unwrap_or_default());
        let text = format!("حاصل جمع {one} و {other} چند می‌شود؟");
        token.extend(self.secret.sign(&token));
        Ok(article::Question { text, token: BASE64_URL_SAFE_NO_PAD.encode(token) })
    }

    /// Whether this is the answer: in digits of any script, or in words. Either way its proof is to be kept.
    ///
    /// # Errors
    /// [`Wrong`](CaptchaError::Wrong), when the question was not asked here; [`Expired`](CaptchaError::Expired), when the
    /// answer comes too late.
    pub fn verify(&self, token: &str, answer: &str, now: Timestamp) -> Result<Answered, CaptchaError> {
        let token = BASE64_URL_SAFE_NO_PAD.decode(token).map_err(|_| CaptchaError::Wrong)?;
        let (asked, signature) = token.split_at_checked(EXPIRY + NONCE).ok_or(CaptchaError::Wrong)?;
        let (expiry, nonce) = asked.split_first_chunk::<EXPIRY>().ok_or(CaptchaError::Wrong)?;
        if !self.secret.has_signed(asked, signature) {
            return Err(CaptchaError::Wrong);
        }
        let expires = Timestamp::from_unix_seconds(i64::from_be_bytes(*expiry));
        if expires < now {
            return Err(CaptchaError::Expired);
        }
        let sum = self.drawn(asked).into_iter().sum::<u32>().to_string();
        let is_right = read(answer.trim()).is_ok_and(|answer| answer.normalized().to_string() == sum);
        Ok(Answered { is_right, proof: Proof { id: nonce.to_vec(), expires } })
    }

    /// What a token, as far as it is signed, asks to be added up.
    fn drawn(&self, asked: &[u8]) -> [u32; 2] {
        let bits = self.numbers.sign(asked);
        let mut drawn = bits.as_chunks().0.iter().map(|bits| draw(u32::from_be_bytes(*bits), &(2..=9)));
        [drawn.next().unwrap_or(2), drawn.next().unwrap_or(2)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::MIN;

    fn asked() -> (Question, article::Question, u32) {
        let question = Question::new(&Secret::new(b"secret"), 600);
        let asked = question.ask(NOW).unwrap();
        let sum = asked.text.strip_prefix("حاصل جمع ").unwrap().strip_suffix(" چند می‌شود؟").unwrap();
        let (one, other) = sum.split_once(" و ").unwrap();
        let number = |words| read(words).unwrap().to_string().parse::<u32>().unwrap();
        let answer = number(one) + number(other);
        (question, asked, answer)
    }

    #[test]
    fn it_is_answered_in_any_digits_and_in_words() {
        let (question, asked, sum) = asked();
        let right = question.verify(&asked.token, &sum.to_string(), NOW).unwrap();
        assert!(right.is_right);
        let other = |zero| -> String {
            let zero = u32::from(zero);
            sum.to_string()
                .bytes()
                .filter_map(|digit| char::from_u32(zero + u32::from(digit - b'0')))
                .collect()
        };
        for answer in
            [other('۰'), other('٠'), format!(" \u{a0}{sum}\n"), words(sum.into(), Unit::None).unwrap()]
        {
            assert_eq!(question.verify(&asked.token, &answer, NOW).as_ref(), Ok(&right), "{answer}");
        }
    }

    #[test]
    fn another_answer_is_wrong_and_uses_the_question_up() {
        let (question, asked, sum) = asked();
        let right = question.verify(&asked.token, &sum.to_string(), NOW).unwrap();
        let wrong = (0..30).filter(|number| *number != sum).map(|number| number.to_string());
        for answer in wrong.chain(["".into(), "نمی‌دانم".into(), format!("-{sum}"), format!("{sum}.5")])
        {
            let wrong = Answered { is_right: false, ..right.clone() };
            assert_eq!(question.verify(&asked.token, &answer, NOW), Ok(wrong), "{answer}");
        }
    }

    #[test]
    fn no_two_questions_are_one() {
        let (question, ..) = asked();
        let asked: Vec<_> = (0..50).map(|_| question.ask(NOW).unwrap()).collect();
        let count = |of: &dyn Fn(&article::Question) -> String| {
            asked.iter().map(of).collect::<std::collections::HashSet<_>>().len()
        };
        assert_eq!(count(&|asked| asked.token.clone()), 50);
        assert!(count(&|asked| asked.text.clone()) > 10, "{asked:?}");
    }

    #[test]
    fn it_expires() {
        let (question, asked, sum) = asked();
        let answer = sum.to_string();
        assert!(question.verify(&asked.token, &answer, after(NOW, 600)).is_ok());
        assert_eq!(question.verify(&asked.token, &answer, after(NOW, 601)), Err(CaptchaError::Expired));
    }

    #[test]
    fn a_token_cannot_be_made() {
        let (question, asked, sum) = asked();
        let answer = sum.to_string();
        let mut later = BASE64_URL_SAFE_NO_PAD.decode(&asked.token).unwrap();
        later[7] ^= 1;
        let later = BASE64_URL_SAFE_NO_PAD.encode(later);
        for token in [later.as_str(), "", "AAAA", "!", &asked.token[1..]] {
            assert_eq!(question.verify(token, &answer, NOW), Err(CaptchaError::Wrong), "{token}");
        }
        let other = Question::new(&Secret::new(b"other"), 600);
        assert_eq!(other.verify(&asked.token, &answer, NOW), Err(CaptchaError::Wrong));
    }
}
