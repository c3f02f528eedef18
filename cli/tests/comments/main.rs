//! The server of comments, as a program of its own: killed amid its work, with a database that takes nothing, and asked by
//! whoever means it no good.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may unwrap, index and panic: that is how it fails"
)]

mod faults;
mod hostile;
mod program;
mod proofs;
mod slow;
