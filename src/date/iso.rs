//! RFC 3339 text in, the numbers written there out; and instants in, RFC 3339 text out.
//! Floor 2. Uses: nothing.

use alloc::string::String;

use super::Timestamp;
use super::civil::{self, Calendar, Offset, Written};

/// Reads text of this shape.
pub(super) fn read(text: &str) -> Option<Written> {
    let mut rest = Rest(text.as_bytes());
    let year = i32::from(rest.two()?) * 100 + i32::from(rest.two()?);
    rest.eat(b"-")?;
    let month = rest.two()?;
    rest.eat(b"-")?;
    let day = rest.two()?;

    let (mut time, mut offset) = ((0, 0, 0), None);
    let separator = rest.eat(b"Tt ");
    if separator.is_some() {
        time = rest.time()?;
        offset = rest.offset()?;
    }
    let by_machine = offset.is_some() || matches!(separator, Some(b'T' | b't'));
    let calendar = if by_machine { Calendar::Gregorian } else { Calendar::ByYear };
    rest.0.is_empty().then_some(Written { calendar, year, month, day, time, offset })
}

/// The text not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    /// One of these bytes.
    fn eat(&mut self, any_of: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        let found = any_of.contains(&first).then_some(first)?;
        self.0 = rest;
        Some(found)
    }

    fn digit(&mut self) -> Option<u8> {
        self.eat(b"0123456789").map(|digit| digit - b'0')
    }

    /// A number of two digits.
    fn two(&mut self) -> Option<u8> {
        Some(self.digit()? * 10 + self.digit()?)
    }

    /// `12:00`, `12:00:30`, `12:00:30.250`.
    fn time(&mut self) -> Option<(u8, u8, u8)> {
        let hour = self.two()?;
        self.eat(b":")?;
        let minute = self.two()?;
        let mut second = 0;
        if self.eat(b":").is_some() {
            second = self.two()?;
            if self.eat(b".,").is_some() {
                self.digit()?;
                while self.digit().is_some() {}
            }
        }
        Some((hour, minute, second))
    }

    /// `Z`, `+04:30`, `+0430`, `+04`, perhaps after a space; or nothing.
    fn offset(&mut self) -> Option<Option<Offset>> {
        self.eat(b" ");
        let (mut hours, mut minutes) = (0, 0);
        let Some(sign) = self.eat(b"Zz+-") else { return Some(None) };
        if matches!(sign, b'+' | b'-') {
            hours = self.two()?;
            if self.eat(b":").is_some() || !self.0.is_empty() {
                minutes = self.two()?;
            }
        }
        Some(Some(Offset { west: sign == b'-', hours, minutes }))
    }
}

/// `2019-08-14T12:00:00+04:30` on the clock so many seconds east of UTC; the offset 0 is written `Z`.
///
/// The offset must be of whole minutes and not negative, and the year on that clock from 0001 to 9999.
pub(super) fn write(instant: Timestamp, offset: i32) -> String {
    let (days, second) = civil::split(instant.unix_seconds() + i64::from(offset));
    let (year, month, day) = civil::to_gregorian(days);

    let mut out = String::with_capacity("2019-08-14T12:00:00+04:30".len());
    push(&mut out, year.unsigned_abs(), 4);
    out.push('-');
    push(&mut out, month.into(), 2);
    out.push('-');
    push(&mut out, day.into(), 2);
    out.push('T');
    push_clock(&mut out, second);
    out.push(':');
    push(&mut out, second % 60, 2);
    if offset == 0 {
        out.push('Z');
    } else {
        out.push('+');
        push_clock(&mut out, offset.unsigned_abs());
    }
    out
}

/// `12:00` of so many seconds.
pub(super) fn push_clock(out: &mut String, seconds: u32) {
    push(out, seconds / 3600, 2);
    out.push(':');
    push(out, seconds / 60 % 60, 2);
}

/// A number in ASCII digits, with zeros before it up to the width.
pub(super) fn push(out: &mut String, number: u32, width: usize) {
    if number >= 10 || width > 1 {
        push(out, number / 10, width.saturating_sub(1));
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
