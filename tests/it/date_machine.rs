//! Dates as machines write them: what is read, what is refused, and laws over both.

use proptest::prelude::*;
use satr::date::{Context, DateError, Place, Timestamp, Zone, format};

const NOON: &str = "2019-08-14T07:30:00Z";

#[track_caller]
fn assert_reads(text: &str, expected: &str) {
    assert_eq!(Timestamp::parse(text).map(|read| read.to_string()), Ok(expected.to_owned()), "{text}");
}

#[track_caller]
fn assert_refused(text: &str, why: DateError) {
    assert_eq!(Timestamp::parse(text), Err(why), "{text}");
}

#[test]
fn rfc_3339_and_its_near_kin() {
    for text in [
        NOON,
        "2019-08-14t07:30:00z",
        "2019-08-14 07:30:00Z",
        "2019-08-14T07:30Z",
        "2019-08-14T07:30:00.999Z",
        "2019-08-14T07:30:00,5Z",
        "2019-08-14 07:30:00 UTC",
        "2019-08-14T07:30:00 GMT",
        "2019-08-14T07:30:00-00:00",
        "2019-08-14T12:00:00+04:30",
        "2019-08-14T12:00:00.123456789+0430",
        "2019-08-14 12:00:00 +0430",
        "2019-08-14T03:30-04",
        "2019-08-13T23:31:00-07:59",
        "2019-08-14T12:00:00",
        "2019-08-14T12:00",
        "2019-08-14 12:00",
        "  2019-08-14T07:30:00Z\r\n",
        "\u{feff}2019-08-14T07:30:00Z\u{200f}",
    ] {
        assert_reads(text, NOON);
        let context = Context { zone: Zone::TEHRAN, now: None };
        assert_eq!(Timestamp::parse_with(text, &context), Timestamp::parse(text), "{text}");
    }
    assert_reads("2019-08-14", "2019-08-13T19:30:00Z");
    assert_reads("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z");
}

#[test]
fn a_year_in_numbers_tells_the_calendar() {
    for text in [
        "1398-05-23 12:00:00",
        "1398-05-23T12:00:00",
        "1398-05-23t12:00",
        "1398-05-23T12:00:00+04:30",
        "1398-05-23 12:00 +0430",
        "1398-05-23T07:30:00.000Z",
    ] {
        assert_reads(text, NOON);
    }
    assert_reads("1398-05-23", "2019-08-13T19:30:00Z");
    assert_reads("2535-05-23", "2535-05-22T20:30:00Z");
    // The first and last years taken for Jalali, and those beside them.
    assert_reads("1199-01-01", "1198-12-31T20:34:16Z");
    assert_reads("1200-01-01", "1821-03-20T20:34:16Z");
    assert_reads("1599-01-01", "2220-03-20T20:30:00Z");
    assert_reads("1600-01-01", "1599-12-31T20:34:16Z");
}

#[test]
fn epoch_numbers_of_seconds_and_milliseconds() {
    for text in ["1565767800", "1565767800000", "1565767800.25", "1565767800999", " 1565767800 "] {
        assert_reads(text, NOON);
    }
    assert_reads("1000000000", "2001-09-09T01:46:40Z");
    assert_reads("9999999999999", "2286-11-20T17:46:39Z");
    assert_eq!(Timestamp::from_epoch(100_000_000).unwrap().to_string(), "1973-03-03T09:46:40Z");
    assert_eq!(Timestamp::from_epoch(99_999_999_999).unwrap().to_string(), "5138-11-16T09:46:39Z");
    assert_eq!(Timestamp::from_epoch(100_000_000_000).unwrap().to_string(), "1973-03-03T09:46:40Z");
    assert_eq!(Timestamp::from_epoch(i64::MAX), Err(DateError::OutOfRange));
    for number in [i64::MIN, -1_565_767_800, 0, 12, 13_980_523, 99_999_999] {
        assert_eq!(Timestamp::from_epoch(number), Err(DateError::NotADate), "{number}");
    }
}

#[test]
fn what_is_not_a_date_and_nothing_else_is_refused() {
    for text in [
        "",
        " \n",
        "1398",
        "13980523",
        "20190814120000",
        "4692303",
        "09121234567",
        "0912123456",
        "-1565767800",
        "1565767800.",
        "99999999999999999999999999",
        "2019-08-14T",
        "2019-08-14T12",
        "2019-08-14T12:00:00.Z",
        "2019-08-14T12:00:00Zulu",
        "2019-08-14T12:00:00 IRST",
        "2019-08-14T7:30:00Z",
        "2019-08-14T12:00:00+4:30",
        "2019-08-14T12:00:00+04:",
        "2019-08-14T12:00:00+04:3",
        "2019-08-14T12:00:00+04:30:00",
        "2019-08-14T12:00:00ZZ",
        "2019-08-14Z",
        "+2019-08-14T07:30:00Z",
        "۲۰۱۹-۰۸-۱۴",
        "23 مرداد 1398",
        "دیروز",
    ] {
        assert_refused(text, DateError::NotADate);
    }
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let day = |day, last| DateError::ImpossibleDay { day, last };
    for (text, why) in [
        ("2024-02-30", day(30, 29)),
        ("2023-02-29T00:00:00Z", day(29, 28)),
        ("1900-02-29T00:00:00Z", day(29, 28)),
        ("2019-04-31", day(31, 30)),
        ("2019-08-00", day(0, 31)),
        ("1398-12-30", day(30, 29)),
        ("1398-12-30T12:00:00Z", day(30, 29)),
        ("2019-00-14", DateError::UnknownMonth),
        ("2019-13-14T00:00:00Z", DateError::UnknownMonth),
        ("2019-08-14T25:00:00Z", DateError::ImpossibleTime),
        ("2019-08-14T24:00:00Z", DateError::ImpossibleTime),
        ("2019-08-14T12:00:61Z", DateError::ImpossibleTime),
        ("2019-08-14T12:00:00+99:00", DateError::BadOffset),
        ("2019-08-14T12:00:00+24:00", DateError::BadOffset),
        ("2019-08-14T12:00:00+04:60", DateError::BadOffset),
        ("0000-12-31T23:59:59Z", DateError::OutOfRange),
        ("0001-01-01T00:00:00+00:01", DateError::OutOfRange),
        ("0001-01-01", DateError::OutOfRange),
        ("9999-12-31T23:59:59-00:01", DateError::OutOfRange),
    ] {
        assert_refused(text, why);
    }
}

#[test]
fn the_dates_of_mail_and_rss() {
    let read = |text: &str| Timestamp::parse_with(text, &Context::default());
    for text in [
        "Wed, 14 Aug 2019 12:00:00 +0430",
        "Wed, 14 Aug 2019 07:30:00 GMT",
        "Wed, 14 Aug 2019 07:30:00 UT",
        "Wed, 14 Aug 2019 07:30:00 Z",
        "Wed,14 Aug 2019  07:30 utc",
        "Wednesday, 14-August-19 07:30:00 GMT",
        "14 Aug 119 03:30:00 EDT",
        "wed 14 aug 2019 12:00",
        "Thu, 14 Aug 2019 12:00:00 +0430",
    ] {
        assert_eq!(read(text).map(|read| read.to_string()), Ok(NOON.to_owned()), "{text}");
    }
    assert_eq!(read("Sat, 1 Jan 72 00:00:00 GMT").unwrap().to_string(), "1972-01-01T00:00:00Z");
    for text in [
        "Wed, 14 Aug 2019",
        "Wex, 14 Aug 2019 12:00:00 +0430",
        "We, 14 Aug 2019 12:00:00 +0430",
        "Wed, 14 Augustus 2019 12:00:00 +0430",
        "Wed, 14 Aug 2019 12:00:00 IRST",
        "Wed, 14 Aug 2019 12:00:00 +0430 (Tehran)",
        "Wed, 014 Aug 2019 12:00:00 +0430",
        "Wed, 14 Aug 20190 12:00:00 +0430",
    ] {
        assert_eq!(read(text), Err(DateError::NotADate), "{text}");
    }
    assert_eq!(read("Thu, 30 Feb 2024 12:00:00 GMT"), Err(DateError::ImpossibleDay { day: 30, last: 29 }));
    assert_eq!(read("Wed, 14 Aug 2019 12:00:00 +9900"), Err(DateError::BadOffset));
}

/// Whether the year that a date begins with is taken for a Jalali one.
fn is_jalali(date: &str) -> bool {
    ("1200".."1600").contains(&&date[..4])
}

/// Instants of all the range, most of them recent.
pub(crate) fn instants() -> impl Strategy<Value = Timestamp> {
    let all = Timestamp::MIN.unix_seconds()..=Timestamp::MAX.unix_seconds();
    prop_oneof![all, -1_100_000_000..1_900_000_000_i64].prop_map(Timestamp::from_unix_seconds)
}

proptest! {
    #[test]
    fn what_is_shown_to_machines_comes_back(instant in instants()) {
        let [iran, afghanistan] = [Place::Iran, Place::Afghanistan].map(|place| format::machine(instant, place));
        let shown = [instant.to_string(), iran, afghanistan];
        prop_assume!(shown.iter().all(|shown| !is_jalali(shown)));
        for shown in shown {
            prop_assert_eq!(Timestamp::parse(&shown), Ok(instant));
        }
    }

    #[test]
    fn offsets_are_read_as_jiff_reads_them(
        instant in instants(),
        hours in -23..=23_i8,
        minutes in 0..60_i8,
        colon in any::<bool>(),
    ) {
        let offset = jiff::tz::Offset::from_seconds(i32::from(hours) * 3600 + i32::from(minutes) * 60).unwrap();
        if let Ok(there) = jiff::Timestamp::from_second(instant.unix_seconds()) {
            let zoned = there.to_zoned(offset.to_time_zone());
            let text = zoned.strftime(if colon { "%FT%T%:z" } else { "%F %T%z" }).to_string();
            if (1..=9999).contains(&zoned.year()) && !is_jalali(&text) {
                prop_assert_eq!(Timestamp::parse(&text), Ok(instant), "{}", text);
            }
        }
    }

    #[test]
    fn mail_is_read_as_jiff_writes_it(unix in -2_208_000_000..4_000_000_000_i64, hours in -12..=14_i8) {
        let offset = jiff::tz::Offset::from_hours(hours).unwrap();
        let zoned = jiff::Timestamp::from_second(unix).unwrap().to_zoned(offset.to_time_zone());
        let text = jiff::fmt::rfc2822::to_string(&zoned).unwrap();
        let read = Timestamp::parse_with(&text, &Context::default());
        prop_assert_eq!(read, Ok(Timestamp::from_unix_seconds(unix)), "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Timestamp::parse(&text);
    }
}
