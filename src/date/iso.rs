//! RFC 3339 text and epoch numbers in, the numbers written there out; and instants in, RFC 3339 text out.
//! Floor 2. Uses: nothing.

use alloc::string::String;

use super::calendar::Calendar;
use super::civil::{Offset, Time, Written};
use super::{DateError, Timestamp, Zone, zone};

/// Reads what a machine has written. Only when all of the text has proved to be a date it is asked whether there is
/// such a date.
pub(super) fn parse(text: &str, zone: Zone) -> Result<Timestamp, DateError> {
    if let Some(number) = epoch(text.as_bytes()) {
        return Timestamp::from_epoch(number);
    }
    read(text).ok_or(DateError::NotADate)?.instant(zone)
}

/// `1565767800`, `1565767800.25`, `1565767800000`: ten digits of seconds or thirteen of milliseconds, as they are from
/// 2001 to 2286. Other numbers are codes, or days without a mark between: `13980523`.
fn epoch(text: &[u8]) -> Option<i64> {
    let mut rest = Rest(text);
    let number = rest.whole()?;
    rest.fraction()?;
    let fits = matches!(number, 1_000_000_000..10_000_000_000 | 1_000_000_000_000..10_000_000_000_000);
    (fits && rest.0.is_empty() && text.first() != Some(&b'0')).then_some(number)
}

/// Reads a whole number of seconds or milliseconds, as few as they may be.
pub(super) fn number(text: &str) -> Result<Timestamp, DateError> {
    let mut rest = Rest(text.as_bytes());
    let number = rest.whole().filter(|_| rest.0.is_empty());
    Timestamp::from_epoch(number.ok_or(DateError::NotADate)?)
}

/// Reads the shape of RFC 3339 and its near kin.
pub(super) fn read(text: &str) -> Option<Written> {
    let mut rest = Rest(text.as_bytes());
    let year = i32::from(rest.two()?) * 100 + i32::from(rest.two()?);
    rest.eat(b"-")?;
    let month = rest.two()?;
    rest.eat(b"-")?;
    let day = rest.two()?;

    let (mut time, mut offset) = ((0, 0, 0), None);
    if rest.eat(b"Tt ").is_some() {
        time = rest.time()?;
        rest.eat(b" ");
        if !rest.0.is_empty() {
            offset = Some(rest.offset()?);
        }
    }
    // Not RFC 3339's calendar in all years: programs in Iran put a T behind a Jalali day too.
    rest.0.is_empty().then_some(Written { calendar: None, year, month, day, time, offset })
}

/// Reads `+04:30`, `+0430` or `+04`.
pub(super) fn read_offset(text: &str) -> Option<Offset> {
    let mut rest = Rest(text.as_bytes());
    let offset = rest.distance()?;
    rest.0.is_empty().then_some(offset)
}

/// The text not read yet.
pub(super) struct Rest<'a>(pub(super) &'a [u8]);

impl Rest<'_> {
    /// One of these bytes.
    pub(super) fn eat(&mut self, any_of: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        let found = any_of.iter().find(|byte| **byte == first).copied()?;
        self.0 = rest;
        Some(found)
    }

    pub(super) fn digit(&mut self) -> Option<u8> {
        self.eat(b"0123456789").map(|digit| digit - b'0')
    }

    /// A whole number.
    fn whole(&mut self) -> Option<i64> {
        let mut number = i64::from(self.digit()?);
        // A check of the product would bring multiplication in 128 bits along.
        while let Some(digit) = self.digit() {
            number = (number < i64::MAX / 10).then(|| 10 * number + i64::from(digit))?;
        }
        Some(number)
    }

    /// A number of two digits.
    pub(super) fn two(&mut self) -> Option<u8> {
        Some(self.digit()? * 10 + self.digit()?)
    }

    /// `12:00`, `12:00:30`, `12:00:30.250`.
    pub(super) fn time(&mut self) -> Option<Time> {
        let hour = self.two()?;
        self.eat(b":")?;
        let minute = self.two()?;
        let mut second = 0;
        if self.eat(b":").is_some() {
            second = self.two()?;
            self.fraction()?;
        }
        Some((hour, minute, second))
    }

    /// `.250` or nothing; it is dropped.
    fn fraction(&mut self) -> Option<()> {
        if self.eat(b".,").is_some() {
            self.digit()?;
            while self.digit().is_some() {}
        }
        Some(())
    }

    /// `Z`, `UTC`, `GMT`, or a [distance](Self::distance).
    pub(super) fn offset(&mut self) -> Option<Offset> {
        if matches!(self.0, b"Z" | b"z" | b"UTC" | b"GMT") {
            self.0 = &[];
            return Some(Offset::default());
        }
        self.distance()
    }

    /// `+04:30`, `+0430`, `+04`.
    fn distance(&mut self) -> Option<Offset> {
        let west = self.eat(b"+-")? == b'-';
        let hours = self.two()?;
        let has_minutes = self.eat(b":").is_some() || !self.0.is_empty();
        let minutes = if has_minutes { self.two()? } else { 0 };
        Some(Offset { west, hours, minutes })
    }
}

/// `2019-08-14T12:00:00+04:30` on a zone's clock; the offset 0 is written `Z`.
///
/// Where that cannot be written, because the offset is not of whole minutes or the year not from 0001 to 9999 there,
/// it is in UTC.
pub(super) fn write(instant: Timestamp, zone: Zone, out: &mut String) {
    let (mut offset, mut reading) = (zone.offset_at(instant), zone.to_local(instant));
    if offset % 60 != 0 || Timestamp::in_range(reading).is_err() {
        (offset, reading) = (0, instant.unix_seconds());
    }
    let (days, second) = zone::split(reading);
    let (year, month, day) = Calendar::Gregorian.date(days);

    push(out, year.unsigned_abs(), 4, '0');
    out.push('-');
    push(out, month.into(), 2, '0');
    out.push('-');
    push(out, day.into(), 2, '0');
    out.push('T');
    push_clock(out, second, '0');
    out.push(':');
    push(out, second % 60, 2, '0');
    if offset == 0 {
        out.push('Z');
    } else {
        push_offset(out, offset);
    }
}

/// `+04:30` of an offset in seconds.
pub(super) fn push_offset(out: &mut String, offset: i32) {
    out.push(if offset < 0 { '-' } else { '+' });
    push_clock(out, offset.unsigned_abs(), '0');
}

/// `12:00` of so many seconds, in the digits that begin with `zero`.
pub(super) fn push_clock(out: &mut String, seconds: u32, zero: char) {
    push(out, seconds / 3600, 2, zero);
    out.push(':');
    push(out, seconds / 60 % 60, 2, zero);
}

/// A number with zeros before it up to the width, in the digits that begin with `zero`.
pub(super) fn push(out: &mut String, number: u32, width: usize, zero: char) {
    if number >= 10 || width > 1 {
        push(out, number / 10, width.saturating_sub(1), zero);
    }
    out.push(char::from_u32(u32::from(zero) + number % 10).unwrap_or(zero));
}
