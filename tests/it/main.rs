//! it
mod date_calendar;
mod zone;
