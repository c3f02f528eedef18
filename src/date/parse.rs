//! Text in, timestamps out.
//! Floor 2. Uses: text.
//!
//! What machines write is read by `iso` and `mail`; all other here, as Persian pages write dates: a day, a time and a
//! weekday, in any order, with punctuation between them, or a distance from now. Anything more makes it no date.

use super::calendar::Calendar;
use super::civil::{self, Time};
use super::phrase::{Distance, Now};
use super::tokens::{Number, Token, Tokens};
use super::words::{Half, Meaning, Unit};
use super::{DateError, Timestamp, Weekday, Zone, iso, mail};

/// What a written date leaves unsaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context {
    /// Whose clock and calendar day are meant where no offset is written.
    pub zone: Zone,
    /// When the text was written, for dates told from there: `۲ ساعت پیش`, `دیروز`. Without it they are errors.
    pub now: Option<Timestamp>,
}

pub(super) fn parse(text: &str, context: &Context) -> Result<Timestamp, DateError> {
    match iso::read(text).or_else(|| mail::read(text)) {
        Some(written) => written.instant(context.zone),
        // Only when all of the text has proved to be a date it is asked whether there is such a date.
        None => read(text).ok_or(DateError::NotADate)?.instant(context),
    }
}

/// The parts of a date as they were found; there is at most one of each, but a day in either calendar.
#[derive(Default)]
struct Parts {
    day: Option<Day>,
    other_day: Option<Day>,
    time: Option<Time>,
    half: Option<Half>,
    weekday: Option<Weekday>,
    /// How far from now, and whether before it.
    distance: Option<(Distance, bool)>,
}

#[derive(Clone, Copy)]
enum Day {
    Written {
        /// None, when the year tells.
        calendar: Option<Calendar>,
        year: Year,
        month: u8,
        day: u8,
    },
    /// So many days from today.
    Today(i32),
    /// The night that begins so many days from today.
    Night(i32),
    /// The last such weekday, or the next.
    Weekday(Weekday, bool),
}

#[derive(Clone, Copy)]
enum Year {
    Full(i32),
    /// The last two digits.
    Short(u8),
    /// That of now.
    Unsaid,
}

/// Reads text as people write it.
fn read(text: &str) -> Option<Parts> {
    let mut tokens = Tokens(text);
    let mut parts = Parts::default();
    loop {
        let mut ahead = tokens;
        match ahead.next() {
            None => return Some(parts),
            Some(Token::Mark(_)) => tokens = ahead,
            Some(Token::Number(first)) => {
                tokens = ahead;
                parts.number(first, &mut tokens)?;
            }
            Some(Token::Word(_)) => {
                let meaning = tokens.meaning()?;
                parts.word(meaning, &mut tokens)?;
            }
        }
    }
}

/// Puts a part of the date in its place.
fn fill<T>(place: &mut Option<T>, part: T) -> Option<()> {
    place.replace(part).is_none().then_some(())
}

impl Parts {
    /// Reads what begins with a number.
    fn number(&mut self, first: Number<'_>, tokens: &mut Tokens<'_>) -> Option<()> {
        let mut ahead = *tokens;
        match ahead.next() {
            Some(Token::Mark(':')) => {
                *tokens = ahead;
                return fill(&mut self.time, tokens.time_after(first)?);
            }
            Some(Token::Mark(mark @ ('/' | '-' | '.'))) => {
                *tokens = ahead;
                return self.fill_day(tokens.numbers_after(first, mark)?);
            }
            _ => {}
        }
        let mut ahead = *tokens;
        let month = match ahead.meaning() {
            Some(Meaning::Unit(unit)) => {
                *tokens = ahead;
                return self.distance(first.of(1, 4)?, unit, tokens);
            }
            Some(Meaning::Month(calendar, month)) => {
                *tokens = ahead;
                Some((calendar, month))
            }
            // Not known as one; what follows tells whether it should be.
            _ => {
                tokens.skip_word();
                None
            }
        };
        self.fill_day(tokens.after_month(first, month)?)
    }

    /// Reads what begins with a word.
    fn word(&mut self, meaning: Meaning, tokens: &mut Tokens<'_>) -> Option<()> {
        match meaning {
            Meaning::Today(days) => fill(&mut self.day, Day::Today(days)),
            Meaning::Night(days) => fill(&mut self.day, Day::Night(days)),
            Meaning::Now => fill(&mut self.distance, (Distance::default(), true)),
            Meaning::Moments => fill(&mut self.distance, (Distance::default(), tokens.side()?)),
            Meaning::Half(half) => fill(&mut self.half, half),
            Meaning::Weekday(weekday) => match tokens.side() {
                Some(is_past) => fill(&mut self.day, Day::Weekday(weekday, is_past)),
                None => fill(&mut self.weekday, weekday),
            },
            Meaning::Unit(Unit::Hour) => match tokens.number() {
                Some(hour) => fill(&mut self.time, tokens.time_of(hour)?),
                None => self.distance(1, Unit::Hour, tokens),
            },
            Meaning::Unit(unit) => self.distance(1, unit, tokens),
            Meaning::Count(count) => {
                let unit = tokens.unit()?;
                self.distance(count, unit, tokens)
            }
            Meaning::Month(..) | Meaning::Past | Meaning::Future | Meaning::And | Meaning::OneHalf => None,
        }
    }

    fn fill_day(&mut self, day: Day) -> Option<()> {
        fill(if self.day.is_none() { &mut self.day } else { &mut self.other_day }, day)
    }

    /// What follows `۲ ساعت`: perhaps `و ۱۰ دقیقه` or `و نیم` a few times, then the side of now.
    fn distance(&mut self, count: u16, mut unit: Unit, tokens: &mut Tokens<'_>) -> Option<()> {
        const MOST_PARTS: usize = 4;
        let mut distance = Distance::default();
        distance.add(count, unit);
        for _ in 1..MOST_PARTS {
            if tokens.eat(Meaning::And).is_none() {
                break;
            }
            let count;
            (count, unit) = match tokens.eat(Meaning::OneHalf) {
                Some(()) => unit.half()?,
                None => tokens.count_of()?,
            };
            distance.add(count, unit);
        }
        fill(&mut self.distance, (distance, tokens.side()?))
    }

    fn instant(self, context: &Context) -> Result<Timestamp, DateError> {
        let now = || match context.now {
            Some(instant) => Ok(Now { instant, zone: context.zone }),
            None => Err(DateError::NoNow),
        };
        let time = self.time_of_day()?;
        let day = match (self.day, self.distance) {
            (None, Some((distance, is_past))) => return distance.instant(is_past, now()?, time),
            (Some(day), None) => day,
            (None, None) if time.is_some() && self.weekday.is_none() => Day::Today(0),
            _ => return Err(DateError::NotADate),
        };
        let days = day.days(&now)?;
        if self.other_day.map_or(Ok(days), |other| other.days(&now))? != days {
            return Err(DateError::TwoDays);
        }
        let (later, time) = time.unwrap_or_default();
        civil::at(days + later, time, context.zone)
    }

    /// The time on a clock of 24 hours, and whether it is the next day's: the small hours of `دیشب` are today's, and so
    /// is `ساعت ۱۲ شب` at the end of the day it is said of.
    fn time_of_day(&self) -> Result<Option<(i32, Time)>, DateError> {
        let is_night = matches!(self.day, Some(Day::Night(_)));
        let (half, time) = match (self.half, self.time) {
            (None, Some(time)) if is_night => (Half::Night, time),
            (None, time) => return Ok(time.map(|time| (0, time))),
            (Some(half), time) => (half, time.ok_or(DateError::NotADate)?),
        };
        let (told, minute, second) = time;
        let is_before_noon = match half {
            Half::Morning => true,
            // Whichever is nearer to noon; the night ends with its small hours.
            Half::Noon => told > 6,
            Half::Afternoon => false,
            Half::Night => told < 6,
        };
        let hour = match told {
            12 if matches!(half, Half::Morning | Half::Night) => 0,
            1..=11 if !is_before_noon => told + 12,
            _ => told,
        };
        let is_next_day = (told == 12 && half == Half::Night) || (is_night && hour < 6);
        Ok(Some((i32::from(is_next_day), (hour, minute, second))))
    }
}

impl Day {
    /// The day since 1970-01-01.
    fn days(self, now: &impl Fn() -> Result<Now, DateError>) -> Result<i32, DateError> {
        let (calendar, year, month, day) = match self {
            Self::Today(days) | Self::Night(days) => return Ok(now()?.date().days() + days),
            Self::Weekday(weekday, is_past) => return Ok(now()?.weekday(weekday, is_past)),
            Self::Written { calendar, year, month, day } => (calendar, year, month, day),
        };
        // The imperial calendar counted years from Cyrus, from 1355 to 1357.
        const IMPERIAL: i32 = 1180;
        let (calendar, year) = match (year, calendar) {
            (Year::Full(year @ 2535..=2537), None | Some(Calendar::Jalali)) => {
                (Some(Calendar::Jalali), year - IMPERIAL)
            }
            (Year::Full(year), calendar) => (calendar, year),
            (Year::Short(ending), None | Some(Calendar::Jalali)) => {
                let year = now().map_or(1380, |now| now.date().year());
                (Some(Calendar::Jalali), nearest(ending.into(), year))
            }
            (Year::Short(_), _) => return Err(DateError::NotADate),
            (Year::Unsaid, calendar) => {
                let (year, _, _) = calendar.unwrap_or_default().date(now()?.date().days());
                (calendar, year)
            }
        };
        civil::days(calendar, (year, month, day))
    }
}

/// The year nearest to another that ends in two digits.
fn nearest(ending: i32, year: i32) -> i32 {
    year + 50 - (year + 50 - ending).rem_euclid(100)
}

impl<'a> Tokens<'a> {
    /// What follows `12:`: minute and second.
    fn time_after(&mut self, hour: Number<'_>) -> Option<Time> {
        let minute = self.number()?.two()?;
        let second = match self.mark(':') {
            Some(()) => self.number()?.two()?,
            None => 0,
        };
        Some((hour.short()?, minute, second))
    }

    /// What follows `ساعت 12`: minutes, or none.
    fn time_of(&mut self, hour: Number<'_>) -> Option<Time> {
        if self.mark(':').is_some() {
            return self.time_after(hour);
        }
        let minute = match self.eat(Meaning::And) {
            None => 0,
            Some(()) if self.eat(Meaning::OneHalf).is_some() => 30,
            Some(()) => match self.count_of()? {
                (minute @ 0..60, Unit::Minute) => minute as u8,
                (1, Unit::QuarterHour) => 15,
                _ => return None,
            },
        };
        Some((hour.short()?, minute, 0))
    }

    /// `۲ ساعت`, `دو ساعت`, `نیم ساعت`.
    fn count_of(&mut self) -> Option<(u16, Unit)> {
        let count = match self.number() {
            Some(number) => number.of(1, 4)?,
            None => match self.meaning()? {
                Meaning::Count(count) => count,
                Meaning::Unit(unit @ (Unit::HalfHour | Unit::QuarterHour)) => return Some((1, unit)),
                _ => return None,
            },
        };
        Some((count, self.unit()?))
    }

    /// Takes the unit of time that comes next.
    fn unit(&mut self) -> Option<Unit> {
        let mut ahead = *self;
        let Meaning::Unit(unit) = ahead.meaning()? else { return None };
        *self = ahead;
        Some(unit)
    }

    /// The side of now, if it is said next: whether it is the past.
    fn side(&mut self) -> Option<bool> {
        let past = self.eat(Meaning::Past).map(|()| true);
        past.or_else(|| self.eat(Meaning::Future).map(|()| false))
    }

    /// What follows `1398/`, `98/` or `23/`: the other two of year, month and day.
    fn numbers_after(&mut self, first: Number<'_>, mark: char) -> Option<Day> {
        let month = self.number()?.short()?;
        self.mark(mark)?;
        let last = self.number()?;
        let (year, day) = match (full_year(first), full_year(last)) {
            (Some(year), None) => (year, last),
            (None, Some(year)) if mark != '.' => (year, first),
            // With other marks two digits of a year could be a score or a version.
            (None, None) if mark == '/' => match (first.two()?, last.two()) {
                (..=31, Some(year @ 32..)) => (Year::Short(year), first),
                (year, _) => (Year::Short(year), last),
            },
            _ => return None,
        };
        Some(Day::Written { calendar: None, year, month, day: day.short()? })
    }

    /// What follows `23 مرداد`: the year, if it is said; or what follows `1398 مرداد`: the day.
    fn after_month(&mut self, first: Number<'_>, month: Option<(Calendar, u8)>) -> Option<Day> {
        self.eat(Meaning::Unit(Unit::Year));
        let (year, day) = match (full_year(first), self.number_alone()) {
            (Some(year), Some(day)) => (year, day),
            (None, Some(year)) => (full_year(year).or_else(|| year.two().map(Year::Short))?, first),
            (None, None) => (Year::Unsaid, first),
            (Some(_), None) => return None,
        };
        let (calendar, month) = match (month, year) {
            (Some(month), _) => month,
            // No calendar has a month 0, so that a word that is no month is found out, if a full year follows.
            (None, Year::Full(_)) => (Calendar::Jalali, 0),
            (None, _) => return None,
        };
        Some(Day::Written { calendar: Some(calendar), year, month, day: day.short()? })
    }

    /// Takes the number that comes next, unless it begins a time.
    fn number_alone(&mut self) -> Option<Number<'a>> {
        let mut ahead = *self;
        let number = ahead.number()?;
        if ahead.mark(':').is_some() {
            return None;
        }
        *self = ahead;
        Some(number)
    }
}

/// A year of four digits.
fn full_year(number: Number<'_>) -> Option<Year> {
    number.of(4, 4).map(|year| Year::Full(year.into()))
}
