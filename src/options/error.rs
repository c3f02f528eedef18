//! Why options could not be read in, what was expected out.

use alloc::string::String;
use core::fmt;

use crate::value::ParseError;

/// Why options could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionsError {
    /// They are not JSON.
    Json(ParseError),
    /// They are JSON, but no object.
    NotAnObject,
    /// `numerals` is none of its choices.
    Numerals,
    /// `ranges` is none of its choices.
    Ranges,
    /// `typography` is none of its choices.
    Typography,
    /// `rules` is no object of known names and booleans.
    Rules,
    /// `theme` is none of its choices.
    Theme,
    /// `contents` is none of its choices.
    Contents,
    /// The option of this name is no boolean.
    Switch(&'static str),
    /// `headingLevel` is no whole number from 1 to 6.
    HeadingLevel,
    /// `slots` is no list of names of places.
    Slots,
    /// `tools` is no list of names of tools.
    Tools,
    /// The option of this name is no instant.
    Instant(&'static str),
    /// `calendar` is none of its choices.
    Calendar,
    /// `timeZone` is no zone that is known here.
    TimeZone,
    /// `language` is no tag of a language.
    Language,
}

impl OptionsError {
    /// Which option, and what was expected.
    #[must_use]
    pub fn message(self) -> String {
        let (key, expected) = match self {
            Self::Json(error) => return ["options: ", &error.message()].concat(),
            Self::NotAnObject => return "options: expected an object".into(),
            Self::Numerals => ("numerals", "persian, latin or keep"),
            Self::Ranges => ("ranges", "rtl or ltr"),
            Self::Typography => ("typography", "auto, off, polish or repair"),
            Self::Rules => ("rules", "an object of names of rules and booleans"),
            Self::Theme => ("theme", "auto, light or dark"),
            Self::Contents => ("contents", "auto, on or off"),
            Self::Switch(key) => (key, "a boolean"),
            Self::HeadingLevel => ("headingLevel", "a whole number from 1 to 6"),
            Self::Slots => ("slots", "a list of after-paragraph-1 to after-paragraph-63"),
            Self::Tools => ("tools", "a list of fontSize, print, copy and share"),
            Self::Instant(key) => (key, "a number of seconds or milliseconds since 1970"),
            Self::Calendar => ("calendar", "jalali or gregorian"),
            Self::TimeZone => ("timeZone", "Asia/Tehran, Asia/Kabul, UTC or an offset such as +03:30"),
            Self::Language => ("language", "a language tag such as fa or fa-AF"),
        };
        ["options.", key, ": expected ", expected].concat()
    }
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for OptionsError {}
