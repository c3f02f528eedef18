//! JSON or Rust in, one bag of choices out.
//! Floor 4. Uses: value, text, date, article.
//!
//! ```
//! use satr::options::{Options, Theme};
//!
//! let options = Options::from_json(r#"{"theme": "dark"}"#)?;
//! assert_eq!(options, Options { theme: Theme::Dark, ..Options::default() });
//! # Ok::<(), satr::options::OptionsError>(())
//! ```

mod error;

use crate::article::{Article, Language};
use crate::date::{Calendar, Timestamp, Zone};
use crate::text::bidi::Ranges;
use crate::text::digits::Numerals;
use crate::text::{Rule, Rules, Typography};
use crate::value::{self, Value};
pub use error::OptionsError;

/// How an article is drawn; every field has a default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The digits of the page. Key: `numerals`, one of `persian` (the default), `latin`, `keep`.
    pub numerals: Numerals,
    /// The direction of ranges and scores, «۱۰-۱۵». Key: `ranges`, one of `rtl` (the default), `ltr`.
    pub ranges: Ranges,
    /// How much of the text may be changed. Key: `typography`, one of `auto` (the default), `off`, `polish`, `repair`.
    pub typography: Typography,
    /// Which rules may change it. Key: `rules`, an object that switches them by name: `{"quotes": false}`.
    pub rules: Rules,
    /// The colours of the page. Key: `theme`, one of `auto` (the default), `light`, `dark`.
    pub theme: Theme,
    /// The level of the headline, by which a page that has headings of its own fits the article in. Key: `headingLevel`,
    /// from 1 (the default) to 6.
    pub heading_level: HeadingLevel,
    /// Places for a host's own content. Key: `slots`, a list of `after-paragraph-1` to `after-paragraph-63`.
    pub slots: Slots,
    /// Whether the sections are listed ahead of the text. Key: `contents`, one of `auto` (the default: in long articles of
    /// three sections or more), `on`, `off`.
    pub contents: Contents,
    /// Whether ways to share an article of known address are offered. Key: `share`, `true` (the default) or `false`.
    pub share: bool,
    /// Whether it is told how long reading takes. Key: `readingTime`, `true` (the default) or `false`.
    pub reading_time: bool,
    /// Whether the article's own comments are drawn, with the rules for them. Key: `comments`, `true` (the default) or `false`.
    pub comments: bool,
    /// Whether readers can do more than read where the article names a discussion: forms are drawn that post to the address
    /// in the data, which has to be one that the page trusts. Key: `discussion`, `true` or `false` (the default).
    pub discussion: bool,
    /// What readers can do that takes a script. Key: `tools`, a list of `fontSize`, `print`, `copy` and `share`; none by
    /// default.
    pub tools: Tools,
    /// When the copy that is shown was kept, where the reader has no network: the page says both. Key: `saved`, in seconds
    /// or milliseconds since 1970.
    pub saved: Option<Timestamp>,
    /// The present, by which the age of related articles is told; without it none is. Key: `now`, in seconds or
    /// milliseconds since 1970. (To read dates as text would cost those who only mend texts 3 KB.)
    pub now: Option<Timestamp>,
    /// The calendar of every date on the page. Key: `calendar`, one of `jalali` (the default), `gregorian`.
    pub calendar: Calendar,
    /// Whose clock the times of the page are on, if not that of the language's place. What the data says without an offset
    /// is on Tehran's in any case. Key: `timeZone`, one of `Asia/Tehran`, `Asia/Kabul`, `UTC` and offsets such as `+03:30`.
    pub time_zone: Option<Zone>,
    /// What the page knows of its language, in place of what the data says. Key: `language`, a tag of BCP 47.
    pub language: Option<Language>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            numerals: Numerals::default(),
            ranges: Ranges::default(),
            typography: Typography::default(),
            rules: Rules::default(),
            theme: Theme::default(),
            heading_level: HeadingLevel::default(),
            slots: Slots::default(),
            contents: Contents::default(),
            share: true,
            reading_time: true,
            comments: true,
            discussion: false,
            tools: Tools::default(),
            saved: None,
            now: None,
            calendar: Calendar::default(),
            time_zone: None,
            language: None,
        }
    }
}

/// The level of the headline, from 1 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingLevel(u32);

impl HeadingLevel {
    /// A level, if it is one.
    #[must_use]
    pub fn new(level: u32) -> Option<Self> {
        (1..=6).contains(&level).then_some(Self(level))
    }

    /// The level, from 1 to 6.
    #[must_use]
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(1)
    }
}

/// Which places a page has for a host's own content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slots(u64);

impl Slots {
    /// The same places and one more, after the so manieth paragraph, from 1 to 63; another number changes nothing.
    #[must_use]
    pub fn with(self, paragraph: usize) -> Self {
        Self(self.0 | if (1..64).contains(&paragraph) { 1 << paragraph } else { 0 })
    }

    /// Whether there is a place after the so manieth paragraph.
    #[must_use]
    pub fn is_after(self, paragraph: usize) -> bool {
        paragraph < 64 && self.0 >> paragraph & 1 == 1
    }
}

/// What readers can do that takes a script: each a button, which does nothing where no script sees to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tools {
    /// Set the text smaller and larger. Name: `fontSize`.
    pub font_size: bool,
    /// Print the page. Name: `print`.
    pub print: bool,
    /// Take the news code, the short link or a program's text along. Name: `copy`.
    pub copy: bool,
    /// Share by what the device itself offers. Name: `share`.
    pub share: bool,
}

impl Tools {
    /// All there are.
    pub const ALL: Self = Self { font_size: true, print: true, copy: true, share: true };
}

/// Whether the sections of an article are listed ahead of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contents {
    /// In long articles.
    #[default]
    Auto,
    /// Wherever there is a section.
    On,
    /// Never.
    Off,
}

/// Which colours a page takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The reader's own preference.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Options {
    /// Reads options from a JSON object. A key that is missing or null keeps its default; one that is unknown
    /// is ignored, as a newer page may know more than this version.
    ///
    /// # Errors
    /// When the text is no JSON object, or a choice is none that the key offers.
    pub fn from_json(text: &str) -> Result<Self, OptionsError> {
        let parsed = value::parse(text).map_err(OptionsError::Json)?;
        if !matches!(parsed.value, Value::Object(_)) {
            return Err(OptionsError::NotAnObject);
        }
        let mut options = Self::default();
        if let Some(name) = choice(&parsed.value, "numerals") {
            options.numerals = name.parse().map_err(|_| OptionsError::Numerals)?;
        }
        if let Some(name) = choice(&parsed.value, "ranges") {
            options.ranges = match name {
                "rtl" => Ranges::Rtl,
                "ltr" => Ranges::Ltr,
                _ => return Err(OptionsError::Ranges),
            };
        }
        if let Some(name) = choice(&parsed.value, "typography") {
            options.typography = name.parse().map_err(|_| OptionsError::Typography)?;
        }
        options.rules = switched(parsed.value.get("rules")).ok_or(OptionsError::Rules)?;
        if let Some(name) = choice(&parsed.value, "theme") {
            options.theme = match name {
                "auto" => Theme::Auto,
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => return Err(OptionsError::Theme),
            };
        }
        if let Some(name) = choice(&parsed.value, "contents") {
            options.contents = match name {
                "auto" => Contents::Auto,
                "on" => Contents::On,
                "off" => Contents::Off,
                _ => return Err(OptionsError::Contents),
            };
        }
        for (key, switch) in [
            ("share", &mut options.share),
            ("readingTime", &mut options.reading_time),
            ("comments", &mut options.comments),
            ("discussion", &mut options.discussion),
        ] {
            match parsed.value.get(key) {
                None | Some(Value::Null) => {}
                Some(Value::Bool(is_on)) => *switch = *is_on,
                Some(_) => return Err(OptionsError::Switch(key)),
            }
        }
        match parsed.value.get("headingLevel") {
            None | Some(Value::Null) => {}
            Some(Value::Number(level)) => {
                let level = level.parse::<u32>().ok().and_then(HeadingLevel::new);
                options.heading_level = level.ok_or(OptionsError::HeadingLevel)?;
            }
            Some(_) => return Err(OptionsError::HeadingLevel),
        }
        match parsed.value.get("slots") {
            None | Some(Value::Null) => {}
            Some(Value::Array(names)) => options.slots = slots(names).ok_or(OptionsError::Slots)?,
            Some(_) => return Err(OptionsError::Slots),
        }
        match parsed.value.get("tools") {
            None | Some(Value::Null) => {}
            Some(Value::Array(names)) => options.tools = tools(names).ok_or(OptionsError::Tools)?,
            Some(_) => return Err(OptionsError::Tools),
        }
        for (key, instant) in [("saved", &mut options.saved), ("now", &mut options.now)] {
            *instant = match parsed.value.get(key) {
                None | Some(Value::Null) => None,
                Some(Value::Number(epoch)) => {
                    Some(Timestamp::from_epoch_digits(epoch).map_err(|_| OptionsError::Instant(key))?)
                }
                Some(_) => return Err(OptionsError::Instant(key)),
            };
        }
        if let Some(name) = choice(&parsed.value, "calendar") {
            options.calendar = match name {
                "jalali" => Calendar::Jalali,
                "gregorian" => Calendar::Gregorian,
                _ => return Err(OptionsError::Calendar),
            };
        }
        if let Some(name) = choice(&parsed.value, "timeZone") {
            options.time_zone = Some(name.parse().map_err(|_| OptionsError::TimeZone)?);
        }
        if let Some(tag) = choice(&parsed.value, "language") {
            options.language = Some(Language::new(tag).ok_or(OptionsError::Language)?);
        }
        Ok(options)
    }

    /// The language of an article's page: the one that was chosen, or the article's own.
    #[must_use]
    pub fn language_of<'a>(&'a self, article: &'a Article) -> &'a Language {
        self.language.as_ref().unwrap_or(&article.language)
    }
}

/// The places of these names, if all are names of places.
fn slots(names: &[Value<'_>]) -> Option<Slots> {
    names.iter().try_fold(Slots::default(), |slots, name| {
        let Value::String(name) = name else { return None };
        let paragraph = name.strip_prefix("after-paragraph-")?.parse::<u32>().ok()? as usize;
        let more = slots.with(paragraph);
        more.is_after(paragraph).then_some(more)
    })
}

/// The tools of these names, if all are names of tools.
fn tools(names: &[Value<'_>]) -> Option<Tools> {
    names.iter().try_fold(Tools::default(), |tools, name| match name {
        Value::String(name) => match &**name {
            "fontSize" => Some(Tools { font_size: true, ..tools }),
            "print" => Some(Tools { print: true, ..tools }),
            "copy" => Some(Tools { copy: true, ..tools }),
            "share" => Some(Tools { share: true, ..tools }),
            _ => None,
        },
        _ => None,
    })
}

/// What was chosen for a key, if anything; a value that is no string names no choice.
fn choice<'v>(options: &'v Value<'_>, key: &str) -> Option<&'v str> {
    match options.get(key)? {
        Value::Null => None,
        Value::String(name) => Some(name),
        _ => Some(""),
    }
}

/// The usual rules with those switched that an object names; nothing if it is none, or names what is no rule.
fn switched(switches: Option<&Value<'_>>) -> Option<Rules> {
    let switches = match switches {
        None | Some(Value::Null) => return Some(Rules::default()),
        Some(Value::Object(switches)) => switches,
        Some(_) => return None,
    };
    switches.iter().try_fold(Rules::default(), |rules, (name, switch)| {
        let rule: Rule = name.parse().ok()?;
        match switch {
            Value::Bool(true) => Some(rules.with(rule)),
            Value::Bool(false) => Some(rules.without(rule)),
            Value::Null => Some(rules),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests;
