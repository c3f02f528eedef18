use super::*;
use crate::value::ParseError;

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
    assert_eq!(read(r#"{"contents": "yes"}"#), Err(OptionsError::Contents));
    assert_eq!(read(r#"{"share": 0}"#), Err(OptionsError::Switch("share")));
    assert!(read(r#"{"discussion": true}"#).is_ok_and(|options| options.discussion));
    assert!(read(r#"{"comments": false}"#).is_ok_and(|options| !options.comments && options.share));
    assert!(read(r#"{"readingTime": false}"#).is_ok_and(|options| !options.reading_time && options.share));
    let level = |options: Options| options.heading_level.get();
    assert_eq!(read(r#"{"headingLevel": 3}"#).map(level), Ok(3));
    for level in ["0", "7", "1.5", "-1", "\"2\""] {
        assert_eq!(read(&format!(r#"{{"headingLevel": {level}}}"#)), Err(OptionsError::HeadingLevel));
    }
    let slots =
        read(r#"{"slots": ["after-paragraph-3", "after-paragraph-63"]}"#).map(|options| options.slots);
    assert_eq!(slots, Ok(Slots::default().with(3).with(63)));
    for slots in [r#""after-paragraph-3""#, r#"["after-paragraph-64"]"#, r#"["after-paragraph-0"]"#, "[3]"] {
        assert_eq!(read(&format!(r#"{{"slots": {slots}}}"#)), Err(OptionsError::Slots));
    }
    let noon = Timestamp::parse("2026-11-25T12:00:00Z").ok();
    assert_eq!(read(r#"{"now": 1795608000}"#).map(|options| options.now), Ok(noon));
    assert_eq!(read(r#"{"now": 1795608000000}"#).map(|options| options.now), Ok(noon));
    assert_eq!(read(r#"{"now": "2026-11-25T12:00:00Z"}"#), Err(OptionsError::Instant("now")));
    assert_eq!(read(r#"{"saved": 1795608000}"#).map(|options| options.saved), Ok(noon));
    let some = Tools { print: true, copy: true, ..Tools::default() };
    assert_eq!(read(r#"{"tools": ["print", "copy"]}"#).map(|options| options.tools), Ok(some));
    for tools in [r#""print""#, r#"["zoom"]"#, "[true]"] {
        assert_eq!(read(&format!(r#"{{"tools": {tools}}}"#)), Err(OptionsError::Tools));
    }
    let gregorian = Options { calendar: Calendar::Gregorian, ..Options::default() };
    assert_eq!(read(r#"{"calendar": "gregorian"}"#), Ok(gregorian));
    assert_eq!(read(r#"{"calendar": "jalali"}"#), Ok(Options::default()));
    for calendar in [r#""persian""#, "1"] {
        assert_eq!(read(&format!(r#"{{"calendar": {calendar}}}"#)), Err(OptionsError::Calendar));
    }
    for (name, zone) in [
        ("Asia/Tehran", Some(Zone::TEHRAN)),
        ("Asia/Kabul", Some(Zone::KABUL)),
        ("UTC", Some(Zone::UTC)),
        ("+03:30", Zone::fixed(210).ok()),
        ("-09:30", Zone::fixed(-570).ok()),
        ("Europe/Paris", None),
        ("+24:00", None),
        ("", None),
    ] {
        let read = read(&format!(r#"{{"timeZone": "{name}"}}"#)).map(|options| options.time_zone);
        assert_eq!(read, zone.map(Some).ok_or(OptionsError::TimeZone), "{name}");
    }
    assert_eq!(read(r#"{"timeZone": 210}"#), Err(OptionsError::TimeZone));
    let dari = Options { language: Language::new("fa-AF"), ..Options::default() };
    assert_eq!(read(r#"{"language": "fa-AF"}"#), Ok(dari));
    for language in [r#""""#, r#""Persian of Iran""#, r#""fa_IR""#, "7"] {
        assert_eq!(read(&format!(r#"{{"language": {language}}}"#)), Err(OptionsError::Language));
    }
    let none = read(r#"{"calendar": null, "timeZone": null, "language": null}"#);
    assert_eq!(none, Ok(Options::default()));
    assert_eq!(read("[]"), Err(OptionsError::NotAnObject));
    assert_eq!(read("{"), Err(OptionsError::Json(ParseError::Truncated)));
}

#[test]
fn an_error_says_what_was_expected() {
    for (options, expected) in [
        (r#"{"calendar": "lunar"}"#, "options.calendar: expected jalali or gregorian"),
        (
            r#"{"timeZone": "Europe/Paris"}"#,
            "options.timeZone: expected Asia/Tehran, Asia/Kabul, UTC or an offset such as +03:30",
        ),
        (r#"{"language": "x"}"#, "options.language: expected a language tag such as fa or fa-AF"),
    ] {
        assert_eq!(Options::from_json(options).unwrap_err().to_string(), expected);
    }
}

#[test]
fn the_language_of_a_page_is_the_one_chosen() {
    let article = Article { language: Language::new("en").unwrap(), ..Article::default() };
    let chosen = Options { language: Language::new("ckb"), ..Options::default() };
    assert_eq!(chosen.language_of(&article).as_str(), "ckb");
    assert_eq!(Options::default().language_of(&article).as_str(), "en");
}
