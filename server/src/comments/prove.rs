//! A submission in, what proves that it is no robot's out.

use satr::article::Fault;

use super::submission::Submission;
use super::{Comments, now};
use crate::captcha::{Answered, CaptchaError, Proof, Question};

/// What comes of what a submission proves itself by.
#[derive(Debug)]
pub(super) enum Proved {
    /// It is no robot's: by this, which is used up with it, or by nothing where nothing has to be proved.
    Yes(Option<Proof>),
    /// It may be one's, for this. A question that was answered wrong is used up by that.
    No(Fault, Option<Proof>),
}

impl Proved {
    /// What is used up with the comment.
    pub(super) fn proof(&self) -> Option<&Proof> {
        match self {
            Self::Yes(proof) => proof.as_ref(),
            Self::No(..) => None,
        }
    }
}

impl Comments {
    /// The question, if it is what a submission proves itself by.
    pub(super) fn question_of(&self, submission: &Submission) -> Option<&Question> {
        let settings = self.settings();
        let has_proof = settings.captcha.is_some() && !submission.captcha.is_empty();
        settings.question.as_ref().filter(|_| !has_proof)
    }

    /// What proves that it is no robot's, if something has to.
    pub(super) fn prove(&self, submission: &Submission) -> Proved {
        let no = |error| match error {
            CaptchaError::Expired => Proved::No(Fault::CaptchaExpired, None),
            _ => Proved::No(Fault::CaptchaWrong, None),
        };
        match (self.question_of(submission), &self.settings().captcha) {
            (Some(question), _) => match question.verify(&submission.token, &submission.answer, now()) {
                Ok(Answered { is_right: true, proof }) => Proved::Yes(Some(proof)),
                Ok(Answered { proof, .. }) => Proved::No(Fault::CaptchaWrong, Some(proof)),
                Err(error) => no(error),
            },
            (None, Some(captcha)) => {
                captcha.verify(&submission.captcha, now()).map_or_else(no, |proof| Proved::Yes(Some(proof)))
            }
            (None, None) => Proved::Yes(None),
        }
    }
}
