//! What readers wrote.

use alloc::string::String;

use super::declare::object;
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
        /// What they wrote: plain text, its paragraphs parted by empty lines.
        "text" text: String,
    }
}
