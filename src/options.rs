//! JSON or Rust in, one bag of choices out.
//! Floor 4. Uses: value, text.
//!
//! ```
//! use satr::options::{Options, Theme};
//!
//! let options = Options::from_json(r#"{"theme": "dark"}"#)?;
//! assert_eq!(options, Options { theme: Theme::Dark, ..Options::default() });
//! # Ok::<(), satr::options::OptionsError>(())
//! ```

use alloc::string::String;
use core::fmt;

use crate::text::bidi::Ranges;
use crate::text::digits::Numerals;
use crate::text::{Rule, Rules, Typography};
use crate::value::{self, ParseError, Value};

/// How an article is drawn; every field has a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
        Ok(options)
    }
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
}

impl OptionsError {
    /// Which option, and what was expected.
    #[must_use]
    pub fn message(self) -> String {
        match self {
            Self::Json(error) => ["options: ", &error.message()].concat(),
            Self::NotAnObject => "options: expected an object".into(),
            Self::Numerals => "options.numerals: expected persian, latin or keep".into(),
            Self::Ranges => "options.ranges: expected rtl or ltr".into(),
            Self::Typography => "options.typography: expected auto, off, polish or repair".into(),
            Self::Rules => "options.rules: expected an object of names of rules and booleans".into(),
            Self::Theme => "options.theme: expected auto, light or dark".into(),
        }
    }
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for OptionsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_and_strays_are_errors() {
        let read = Options::from_json;
        assert_eq!(read("{}"), Ok(Options::default()));
        assert_eq!(read(r#"{"theme": null, "newer": 1}"#), Ok(Options::default()));
        let latin = Options { numerals: Numerals::Latin, ..Options::default() };
        assert_eq!(read(r#"{"numerals": "latin"}"#), Ok(latin));
        assert_eq!(read(r#"{"numerals": "roman"}"#), Err(OptionsError::Numerals));
        let ltr = Options { ranges: Ranges::Ltr, ..Options::default() };
        assert_eq!(read(r#"{"ranges": "ltr"}"#), Ok(ltr));
        assert_eq!(read(r#"{"ranges": "auto"}"#), Err(OptionsError::Ranges));
        let off = Options { typography: Typography::Off, ..Options::default() };
        assert_eq!(read(r#"{"typography": "off"}"#), Ok(off));
        assert_eq!(read(r#"{"typography": "on"}"#), Err(OptionsError::Typography));
        let rules = Rules::default().without(Rule::Quotes).with(Rule::Ezafe);
        assert_eq!(
            read(r#"{"rules": {"quotes": false, "ezafe": true, "letters": null}}"#),
            Ok(Options { rules, ..Options::default() })
        );
        for rules in [r#"["quotes"]"#, r#"{"half-space": true}"#, r#"{"quotes": "no"}"#] {
            assert_eq!(read(&format!(r#"{{"rules": {rules}}}"#)), Err(OptionsError::Rules));
        }
        assert_eq!(read(r#"{"theme": 3}"#), Err(OptionsError::Theme));
        assert_eq!(read("[]"), Err(OptionsError::NotAnObject));
        assert_eq!(read("{"), Err(OptionsError::Json(ParseError::Truncated)));
    }
}
