//! What readers wrote, and what can be done about it.

use alloc::string::String;
use alloc::vec::Vec;

use super::declare::{choice, object};
use super::url::LinkUrl;
use crate::date::Timestamp;

object! {
    /// A reader's comment. Threads are flat: a reply names the comment it answers.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Comment {
        /// What other comments name this one by; unique within the article.
        "id" id: String,
        /// The `id` of the comment this one answers; empty for one that starts a thread.
        "parent" parent: String,
        /// Who wrote it, as they signed.
        "author" author: String,
        /// When.
        "date" date: Option<Timestamp>,
        /// What they wrote: plain text, its paragraphs parted by empty lines. Addresses in it become links.
        "text" text: String,
        /// Whether everybody sees it.
        "state" state: CommentState,
        /// Whether the newsroom wrote it.
        "official" official: bool,
        /// Whether it stands ahead of all others.
        "pinned" pinned: bool,
        /// How many readers agree.
        "up" up: u32,
        /// How many do not.
        "down" down: u32,
        /// What this reader thinks of it.
        "vote" vote: Vote,
        /// How many more replies its thread has than are given here.
        "more" more: u32,
        /// What came of what this reader did to it.
        "said" said: Said,
    }
}

choice! {
    /// Whether everybody sees a comment.
    pub enum CommentState {
        /// Everybody does.
        #[default]
        Published = "published",
        /// Its writer alone, until it has been looked at.
        Pending = "pending",
        /// Nobody any more; only that it was there, for the sake of its replies.
        Removed = "removed",
    }
}

choice! {
    /// What a reader thinks of a comment.
    pub enum Vote {
        /// Nothing that was told.
        #[default]
        None = "none",
        /// That it is right.
        Up = "up",
        /// That it is not.
        Down = "down",
    }
}

choice! {
    /// What a reader is told of what they did.
    pub enum Said {
        /// Nothing.
        #[default]
        Nothing = "nothing",
        /// Their comment has come, and will be looked at before it is published.
        Held = "held",
        /// Their comment is published.
        Published = "published",
        /// Their report has come.
        Reported = "reported",
        /// It was not done.
        Failed = "failed",
    }
}

object! {
    /// Where the comments of an article are at home, and what of them is given here.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Discussion {
        /// Its address: what is read there, and written to. Without one nothing can be done but reading.
        "url" url: Option<LinkUrl>,
        /// How many comments are published; those that are given, if it is not said.
        "count" count: Option<u32>,
        /// Their order.
        "sort" sort: Sort,
        /// What the next comments are asked for by; empty if there are none.
        "next" next: String,
        /// The comment whose thread alone is given; empty for all.
        "thread" thread: String,
        /// Whether no more can be written.
        "closed" closed: bool,
        /// Whether comments are looked at before they are published.
        "moderated" moderated: bool,
        /// The most characters of a comment, as readers count them; 0 for any number.
        "limit" limit: u32,
        /// What a script proves by that it is no robot's: `altcha`; empty for nothing.
        "captcha" captcha: String,
        /// What a reader proves it by where there is no script.
        "question" question: Option<Question>,
        /// What is being written.
        "draft" draft: Option<Draft>,
        /// What came of what this reader did.
        "said" said: Said,
    }
}

choice! {
    /// The order of threads. Replies stand in the order they were written.
    pub enum Sort {
        /// The last first.
        #[default]
        Newest = "newest",
        /// The first first.
        Oldest = "oldest",
        /// Those first that most agree with.
        Best = "best",
    }
}

object! {
    /// A question that people find easy.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Question {
        /// What is asked.
        "text" text: String,
        /// What comes back with the answer, for the server to know what it asked.
        "token" token: String,
    }
}

object! {
    /// A comment that is being written.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Draft {
        /// The name to sign with.
        "author" author: String,
        /// The address that nobody is shown.
        "email" email: String,
        /// What is written so far.
        "text" text: String,
        /// The `id` of the comment it answers.
        "parent" parent: String,
        /// What tells it from any other, so that it is taken once however often it is sent.
        "key" key: String,
        /// What is to be put right.
        "faults" faults: Vec<Fault>,
        /// Whether it is on its way.
        "sending" sending: bool,
    }
}

choice! {
    /// What keeps a comment from being taken.
    pub enum Fault {
        /// Something went wrong that is nobody's fault.
        #[default]
        Failed = "failed",
        /// There is no network.
        Offline = "offline",
        /// Too many have come from there.
        TooMany = "too-many",
        /// No comments are taken any more.
        Closed = "closed",
        /// The comment that it answers is gone.
        ParentGone = "parent-gone",
        /// It comes from a page that may not send any.
        Refused = "refused",
        /// Nothing is written.
        TextMissing = "text-missing",
        /// It is longer than the limit.
        TextTooLong = "text-too-long",
        /// It does not look like Persian. Sent again, it is taken.
        NotPersian = "not-persian",
        /// The name is longer than 60 characters.
        AuthorTooLong = "author-too-long",
        /// The address is none.
        EmailInvalid = "email-invalid",
        /// The proof, or the answer to the question, is missing or wrong.
        CaptchaWrong = "captcha-wrong",
        /// It was good, but too long ago, or has been used.
        CaptchaExpired = "captcha-expired",
        /// It cannot be made, since the page has come in the open.
        Insecure = "insecure",
    }
}
