//! it
mod date_calendar;
mod date_text;
mod zone;
