//! Satr turns article data into a Persian page: right-to-left nodes, Persian numerals and Jalali dates.
#![forbid(unsafe_code)]

pub mod date;
pub mod text;
