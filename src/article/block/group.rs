//! Blocks that hold blocks.

use alloc::vec::Vec;

use crate::article::Body;
use crate::article::declare::object;
use crate::article::inline::RichText;
use crate::date::Timestamp;

object! {
    /// A box beside the story.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Callout {
        /// What it is about.
        "title" title: RichText,
        /// What it says.
        "body" body: Body,
    }
}

object! {
    /// Questions and their answers.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct QuestionAnswer {
        /// Each question with its answer.
        "exchanges" exchanges: Vec<Exchange>,
    }
}

object! {
    /// A question and what was answered.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Exchange {
        /// What was asked.
        "question" question: RichText,
        /// What was answered.
        "answer" answer: Body,
    }
}

object! {
    /// What happened, moment by moment.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Timeline {
        /// Whether it still goes on, with the newest entry first.
        "live" live: bool,
        /// The moments, in the order to be shown.
        "entries" entries: Vec<Entry>,
    }
}

object! {
    /// A moment of a timeline.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Entry {
        /// When it was.
        "time" time: Option<Timestamp>,
        /// What happened, in a few words.
        "title" title: RichText,
        /// What happened.
        "body" body: Body,
    }
}
