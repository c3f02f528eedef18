//! A number in words and digits in, the number out.
//! Floor 1. Uses: nothing.

use core::fmt;

use super::pieces::{Item, Piece, pieces};
use super::{Decimal, ten};

/// What was given does not say a number. `at` is the first byte of the word that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing to read.
    Empty,
    /// No number is said with this word or sign.
    Word {
        /// Where.
        at: usize,
    },
    /// These digits are no one number: `12/30/5`.
    Figure {
        /// Where.
        at: usize,
    },
    /// «بیلیون» is 10⁹ to some and 10¹² to others.
    Billion {
        /// Where.
        at: usize,
    },
    /// It cannot stand behind what was said: «صد و دویست», «هزار و دو میلیون».
    Order {
        /// Where.
        at: usize,
    },
    /// A «و» is missing: «بیست پنج».
    And {
        /// Before which word.
        at: usize,
    },
    /// A number is missing: after «و» and «ممیز», or before a magnitude as in «میلیون و دو».
    Number {
        /// Before which word, or at the end.
        at: usize,
    },
    /// After «ممیز» it is not said what the parts are: «دهم», «صدم», «هزارم».
    Part {
        /// At which word.
        at: usize,
    },
    /// A cardinal was to be read and an ordinal found.
    Ordinal {
        /// Where.
        at: usize,
    },
    /// An ordinal was to be read and a cardinal, a fraction or a negative number found.
    Cardinal {
        /// Where.
        at: usize,
    },
    /// It has more than 38 digits.
    TooLong,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (at, message) = match *self {
            Self::Empty => return f.write_str("expected a number, found nothing"),
            Self::TooLong => {
                return f.write_str("expected a number of at most 38 digits, found a longer one");
            }
            Self::Word { at } => (at, "expected a word of a number, found another"),
            Self::Figure { at } => (at, "expected a number in digits, found other digits"),
            Self::Billion { at } => {
                (at, "expected «میلیارد» or «تریلیون», found «بیلیون», which may mean either")
            }
            Self::Order { at } => (at, "expected something smaller than what was said, found more"),
            Self::And { at } => (at, "expected «و» between two numbers, found none"),
            Self::Number { at } => (at, "expected a number, found none"),
            Self::Part { at } => {
                (at, "expected «دهم», «صدم», «هزارم» or a finer part after «ممیز», found none")
            }
            Self::Ordinal { at } => (at, "expected a cardinal number, found the ending of an ordinal"),
            Self::Cardinal { at } => (at, "expected an ordinal number, found another"),
        };
        write!(f, "{message}, at byte {at}")
    }
}

impl core::error::Error for ReadError {}

/// Reads a number in words, in digits, or in both.
///
/// Words may be joined, by a ZWNJ or without, and their letters be Arabic; «و» may be missing after a magnitude only. What
/// [`words`](super::words) writes is read as the same number.
///
/// ```
/// use satr::text::number::{Decimal, ReadError, read};
///
/// let text = |words| read(words).map(|number| number.to_string());
/// assert_eq!(text("بیست‌وپنج")?, "25");
/// assert_eq!(text("دوازده میلیون و ۵۰۰ هزار")?, "12500000");
/// assert_eq!(text("۳٫۵ میلیارد")?, "3500000000");
/// assert_eq!(text("دو و نیم میلیون")?, "2500000");
/// assert_eq!(text("دو میلیون و نیم")?, "2500000");
/// assert_eq!(text("منفی سه ممیز چهارده صدم")?, "-3.14");
/// assert_eq!(text("هزار میلیارد")?, "1000000000000");
/// assert_eq!(text("١٬٢٣٤٫٥")?, "1234.5");
/// assert_eq!(text("صد و دویست"), Err(ReadError::Order { at: 8 }));
/// # Ok::<(), ReadError>(())
/// ```
pub fn read(text: &str) -> Result<Decimal, ReadError> {
    // What digits alone may hold, like «۱۲،۵۰۰», is more than a word between others would.
    if let Ok(number) = text.parse() {
        return Ok(number);
    }
    let items = pieces(text)?;
    let (is_negative, items) = match items.split_first() {
        Some((Item { piece: Piece::Minus, .. }, rest)) => (true, rest),
        _ => (false, items.as_slice()),
    };
    let mark = items.iter().position(|item| item.piece == Piece::Mark);
    let number = match mark.and_then(|mark| items.split_at_checked(mark)) {
        Some((whole, [mark, parts @ ..])) => {
            let whole = sum(whole, mark.at)?;
            fraction(whole, parts, text.len())
                .and_then(|parts| whole.plus(parts).ok_or(ReadError::TooLong))?
        }
        _ if text.trim().is_empty() => return Err(ReadError::Empty),
        _ => sum(items, text.len())?,
    };
    Ok(if is_negative { number.negated() } else { number })
}

/// What stands behind «ممیز»: a number and what part of one it counts, as «چهارده صدم».
fn fraction(whole: Decimal, items: &[Item], end: usize) -> Result<Decimal, ReadError> {
    let [items @ .., part, Item { piece: Piece::Ordinal, .. }] = items else {
        return Err(ReadError::Part { at: items.first().map_or(end, |item| item.at) });
    };
    let (places, items) = match (part.piece, items) {
        (Piece::Small(10, _), _) => (1, items),
        (Piece::Small(100, _), _) => (2, items),
        // «ده‌هزارم» is a part when written as one word, or where «ده» cannot be counted: «پنج ده هزارم».
        (Piece::Scale(power), [before @ .., ten]) => match (ten.piece, before.last()) {
            (Piece::Small(10, _), last) if is_of_part(part, last) => (power + 1, before),
            (Piece::Small(100, _), last) if is_of_part(part, last) => (power + 2, before),
            _ => (power, items),
        },
        _ => return Err(ReadError::Part { at: part.at }),
    };
    let count = sum(items, part.at)?;
    let is_whole = whole.scale() == 0 && count.scale() == 0;
    if !is_whole || count.integer() >= ten(places) {
        return Err(ReadError::Order { at: part.at });
    }
    Decimal::new(false, count.integer(), places).ok_or(ReadError::TooLong)
}

/// Whether the word between `last` and a magnitude belongs to the magnitude.
fn is_of_part(magnitude: &Item, last: Option<&Item>) -> bool {
    magnitude.is_joined || last.is_some_and(|last| last.piece != Piece::And)
}

/// The sum that the items say; `end` is where one that is missing at the end should have stood.
pub(super) fn sum(items: &[Item], end: usize) -> Result<Decimal, ReadError> {
    let mut sum = Sum::default();
    for item in items {
        sum.read(*item)?;
    }
    sum.end(end)
}

/// A number while its words are read: «دو میلیون» + «سیصد هزار» + «بیست و یک».
struct Sum {
    /// What is counted in a magnitude above a thousand.
    high: Option<Decimal>,
    /// The power that all which follows must be below.
    power: u8,
    /// What is counted in thousands.
    thousands: Option<Decimal>,
    /// What is below, or to be counted in what comes.
    small: Option<Decimal>,
    /// What the next small number must be below.
    room: u16,
    /// Whether a fraction has been said, behind which nothing can be added.
    is_closed: bool,
    /// Whether the last word was «و».
    is_and: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            high: None,
            power: u8::MAX,
            thousands: None,
            small: None,
            room: 1000,
            is_closed: false,
            is_and: false,
        }
    }
}

impl Sum {
    fn read(&mut self, Item { piece, at, .. }: Item) -> Result<(), ReadError> {
        match piece {
            Piece::And if self.is_and || self.is_empty() => return Err(ReadError::Number { at }),
            Piece::And => {
                self.is_and = true;
                return Ok(());
            }
            Piece::Small(0, _) if self.is_and || !self.is_empty() => return Err(ReadError::Order { at }),
            Piece::Small(number, room) => match self.hundreds().filter(|_| number == 100) {
                Some(count) => {
                    self.small = Some(Decimal::from(100 * count));
                    self.room = room;
                }
                None => self.add(u32::from(number).into(), room, at)?,
            },
            Piece::Half => self.add(self.half(), 0, at)?,
            // «۲ و نیم»: half is all that can follow.
            Piece::Figure(number) => self.add(number, 1, at)?,
            Piece::Scale(power) => self.count(power, at)?,
            Piece::Mark | Piece::Minus => return Err(ReadError::Word { at }),
            Piece::Ordinal => return Err(ReadError::Ordinal { at }),
        }
        self.is_and = false;
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.high.is_none() && self.thousands.is_none() && self.small.is_none()
    }

    /// How many hundreds a «صد» would make of what was said just before: 3 for «سه صد» and for «سی صد».
    fn hundreds(&self) -> Option<u32> {
        let count = self.small.filter(|_| !self.is_and && !self.is_closed)?;
        match (self.room, count.integer()) {
            (1, count @ 1..=9) => Some(count as u32),
            (10, 30) => Some(3),
            _ => None,
        }
    }

    /// What «نیم» says: half of the magnitude just before, as in «دو میلیون و نیم», or of one.
    fn half(&self) -> Decimal {
        let power = match (self.small, self.thousands, self.high) {
            (None, Some(_), _) => 3,
            (None, None, Some(_)) => self.power,
            _ => 0,
        };
        Decimal::HALF.shift(power as i8).unwrap_or(Decimal::HALF)
    }

    /// Adds a number below a thousand, or one in digits.
    fn add(&mut self, number: Decimal, room: u16, at: usize) -> Result<(), ReadError> {
        if self.small.is_some() && !self.is_and {
            return Err(ReadError::And { at });
        }
        let limit = match (self.small, self.thousands) {
            (Some(_), _) => self.room.into(),
            (None, Some(_)) => 1000,
            (None, None) => ten(self.power),
        };
        if self.is_closed || number.integer() >= limit {
            return Err(ReadError::Order { at });
        }
        let small = self.small.unwrap_or(Decimal::ZERO);
        self.small = Some(small.plus(number).ok_or(ReadError::TooLong)?);
        self.room = room;
        self.is_closed = room == 0 || number.scale() > 0;
        Ok(())
    }

    /// Counts what was said in a magnitude.
    fn count(&mut self, power: u8, at: usize) -> Result<(), ReadError> {
        let is_thousand = power == 3;
        if power >= self.power
            || (is_thousand && self.thousands.is_some())
            || (self.is_and && self.small.is_some())
        {
            return Err(ReadError::Order { at });
        }
        let count = match (self.thousands.filter(|_| !self.is_and), self.small) {
            (Some(thousands), small) => thousands.plus(small.unwrap_or(Decimal::ZERO)),
            (None, Some(small)) => Some(small),
            // One thousand needs no number before it: «هزار», «یک میلیون و هزار».
            (None, None) if is_thousand && (self.is_and || self.high.is_none()) => Some(Decimal::from(1)),
            (None, None) => None,
        };
        let count = count.filter(|count| *count != Decimal::ZERO).ok_or(ReadError::Number { at })?;
        let number = count.shift(power as i8).ok_or(ReadError::TooLong)?;
        if number.integer() >= ten(self.power) {
            return Err(ReadError::Order { at });
        }
        if is_thousand {
            self.thousands = Some(number);
        } else {
            self.high = Some(self.high.unwrap_or(Decimal::ZERO).plus(number).ok_or(ReadError::TooLong)?);
            self.thousands = None;
            self.power = power;
        }
        self.small = None;
        Ok(())
    }

    fn end(self, at: usize) -> Result<Decimal, ReadError> {
        if self.is_and || self.is_empty() {
            return Err(ReadError::Number { at });
        }
        let parts = [self.high, self.thousands, self.small];
        let sum = parts.into_iter().flatten().try_fold(Decimal::ZERO, Decimal::plus);
        sum.ok_or(ReadError::TooLong)
    }
}
