//! The dates of mail and RSS in, the numbers written there out: `Wed, 14 Aug 2019 12:00:00 +0430`.
//! Floor 2. Uses: nothing.
//!
//! [RFC 2822, 3.3 and 4.3](https://www.rfc-editor.org/rfc/rfc2822#section-3.3), without comments in brackets.

use super::calendar::Calendar;
use super::civil::{Offset, Written};
use super::iso::Rest;

const MONTHS: [&[u8]; 12] = [
    b"January",
    b"February",
    b"March",
    b"April",
    b"May",
    b"June",
    b"July",
    b"August",
    b"September",
    b"October",
    b"November",
    b"December",
];
const WEEKDAYS: [&[u8]; 7] =
    [b"Monday", b"Tuesday", b"Wednesday", b"Thursday", b"Friday", b"Saturday", b"Sunday"];
/// The zones of North America and how many hours they lie west of UTC.
const ZONES: [(&[u8], u8); 8] =
    [(b"EDT", 4), (b"EST", 5), (b"CDT", 5), (b"CST", 6), (b"MDT", 6), (b"MST", 7), (b"PDT", 7), (b"PST", 8)];

/// Reads this shape; the weekday is not held against the date.
pub(super) fn read(text: &str) -> Option<Written> {
    let mut rest = Rest(text.as_bytes());
    let weekday = rest.word();
    if !weekday.is_empty() {
        position(weekday, &WEEKDAYS)?;
        rest.eat(b",");
        rest.spaces();
    }
    let day = rest.number(1..=2)? as u8;
    rest.eat(b" -")?;
    rest.spaces();
    let month = position(rest.word(), &MONTHS)? as u8 + 1;
    rest.eat(b" -")?;
    rest.spaces();
    let year = rest.number(2..=4)?;
    rest.eat(b" ")?;
    rest.spaces();
    let time = rest.time()?;
    rest.spaces();
    let offset = rest.zone()?;
    let year = match year {
        0..50 => year + 2000,
        50..1000 => year + 1900, // the three digits are a fault of programs: 119 is 2019
        _ => year,
    };
    rest.0.is_empty().then_some(Written {
        calendar: Some(Calendar::Gregorian),
        year,
        month,
        day,
        time,
        offset,
    })
}

/// Which of these names a word begins, with three letters or more.
fn position(word: &[u8], names: &[&[u8]]) -> Option<usize> {
    let begins = |name: &&[u8]| name.get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    names.iter().position(begins).filter(|_| word.len() >= 3)
}

impl<'a> Rest<'a> {
    fn spaces(&mut self) {
        self.0 = self.0.trim_ascii_start();
    }

    /// The letters that come next.
    fn word(&mut self) -> &'a [u8] {
        let end = self.0.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at_checked(end).unwrap_or_default();
        self.0 = rest;
        word
    }

    /// A number of so many digits.
    fn number(&mut self, digits: core::ops::RangeInclusive<usize>) -> Option<i32> {
        let (mut value, mut count) = (0, 0);
        while let Some(digit) = self.digit() {
            count += 1;
            if count > *digits.end() {
                return None;
            }
            value = value * 10 + i32::from(digit);
        }
        digits.contains(&count).then_some(value)
    }

    /// `+0430`, `GMT`, `EST`, or nothing.
    fn zone(&mut self) -> Option<Option<Offset>> {
        if self.0.is_empty() {
            return Some(None);
        }
        if matches!(self.0.first(), Some(b'+' | b'-')) {
            return self.offset().map(Some);
        }
        let name = self.word();
        let is = |zone: &[u8]| zone.eq_ignore_ascii_case(name);
        if [&b"GMT"[..], b"UTC", b"UT", b"Z"].into_iter().any(is) {
            return Some(Some(Offset::default()));
        }
        let (_, hours) = ZONES.into_iter().find(|(zone, _)| is(zone))?;
        Some(Some(Offset { west: true, hours, minutes: 0 }))
    }
}
