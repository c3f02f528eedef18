//! What holds of the library as a whole. One binary, so that it links once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may unwrap, index and panic: that is how it fails"
)]

mod articles;
mod budgets;
mod cases;
mod date_calendar;
mod date_format;
mod date_machine;
mod date_text;
mod discussions;
mod doc_examples;
mod docs;
mod drawn_fields;
mod format_cases;
mod homes;
mod imports;
mod json;
mod json_ld;
mod laws;
mod nowruz;
mod number;
mod number_reading;
mod parser;
mod plain;
mod repair;
mod schema;
mod slices;
mod tidy;
mod visual_order;
mod wrong_fields;
mod zone;
