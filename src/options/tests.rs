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
    assert_eq!(read(r#"{"contents": "yes"}"#), Err(OptionsError::Contents));
    assert_eq!(read(r#"{"share": 0}"#), Err(OptionsError::Switch("share")));
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
    assert_eq!(read("[]"), Err(OptionsError::NotAnObject));
    assert_eq!(read("{"), Err(OptionsError::Json(ParseError::Truncated)));
}
