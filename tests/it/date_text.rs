//! Dates as people and machines write them: what is read, what is refused, and laws over both.

use proptest::prelude::*;
use satr::date::{DateError, Jalali, Timestamp, format};

const NOON: &str = "2019-08-14T07:30:00Z";

#[track_caller]
fn assert_reads(text: &str, expected: &str) {
    assert_eq!(Timestamp::parse(text).map(|read| read.to_string()), Ok(expected.to_owned()), "{text}");
}

#[track_caller]
fn assert_refused(text: &str, why: DateError) {
    assert_eq!(Timestamp::parse(text), Err(why), "{text}");
}

fn to_digits(text: &str, zero: char) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|value| char::from_u32(zero as u32 + value));
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

#[test]
fn persian_shapes_in_three_scripts_of_digits() {
    for text in [
        "23 مرداد 1398، 12:00",
        "23 مرداد 1398 12:00",
        "چهارشنبه 23 مرداد 1398 - 12:00",
        "چهارشنبه، 23 مرداد 1398 | 12:00",
        "چهارشنبه / 23 مرداد 1398 / 12:00",
        "چهار شنبه ۲۳ مرداد 1398 - 12:00",
        "23 مرداد 1398 ساعت 12:00",
        "23 مرداد 1398 – ساعت 12:00:00",
        "23 مرداد ماه 1398، 12:00",
        "23 مردادماه 1398، 12:00",
        "23مرداد1398،12:00",
        "12:00 - 23 مرداد 1398",
        "12:00 1398/05/23",
        "1398/05/23 12:00",
        "1398/5/23 - 12:00:00",
        "1398 / 05 / 23 ، 12:00",
        "1398-05-23 12:00",
        "1398-5-23 12:00",
        "2019/08/14 12:00",
        "2019/8/14، 12:00",
        "(23 مرداد 1398، 12:00)",
        "«23 مرداد 1398، 12:00».",
        "\u{200f}23 مرداد 1398،\u{a0}12:00\u{200f}\n",
        "\u{feff}1398/05\u{200e}/23\t12:00",
        "23 مُرداد 1398، 12:00",
        "23 مـــرداد 1398، 12:00",
        "۲۳ مرداد\u{200c} 1398،\u{200c}12:00",
    ] {
        assert_reads(text, NOON);
        assert_reads(&to_digits(text, '۰'), NOON);
        assert_reads(&to_digits(text, '٠'), NOON);
    }
}

#[test]
fn a_seconds_field_counts_and_a_day_alone_begins_at_midnight() {
    assert_reads("23 مرداد 1398، 12:00:59", "2019-08-14T07:30:59Z");
    assert_reads("1398/05/23", "2019-08-13T19:30:00Z");
    assert_reads("چهارشنبه ۲۳ مرداد ۱۳۹۸", "2019-08-13T19:30:00Z");
    assert_reads("2 فروردین 1398", "2019-03-21T20:30:00Z"); // that day began at 01:00
    assert_reads("شنبه / ۶ آبان ۱۳۹۱ / ۱۰:۳۹", "2012-10-27T07:09:00Z");
}

#[test]
fn arabic_letters_stand_for_persian_ones() {
    for month in ["دی", "دي", "دى", "ديماه", "دی ماه", "دی\u{200c}ماه"] {
        assert_reads(&format!("۱۱ {month} ۱۳۴۸، ۰۳:۳۰"), "1970-01-01T00:00:00Z");
    }
    assert_reads("يك شنبه 1 ارديبهشت 1398", "2019-04-20T19:30:00Z");
    assert_reads("1 ابان 1398", "2019-10-22T20:30:00Z");
}

#[test]
fn every_weekday_in_every_spelling_is_known() {
    for (day, spellings) in [
        (19, ["شنبه", "شنبه", "شنبه"]),
        (20, ["یکشنبه", "یک شنبه", "یک\u{200c}شنبه"]),
        (21, ["دوشنبه", "دو شنبه", "دو\u{200c}شنبه"]),
        (22, ["سهشنبه", "سه شنبه", "سه\u{200c}شنبه"]),
        (23, ["چهارشنبه", "چهار شنبه", "چهار\u{200c}شنبه"]),
        (24, ["پنجشنبه", "پنج شنبه", "پنج\u{200c}شنبه"]),
        (25, ["جمعه", "جمعه", "جمعه"]),
    ] {
        let midnight = Timestamp::parse(&format!("1398/05/{day}")).unwrap().to_string();
        for weekday in spellings {
            assert_reads(&format!("{weekday} {day} مرداد 1398"), &midnight);
            assert_reads(&format!("{weekday}، {day} مرداد 1398"), &midnight);
        }
    }
}

#[test]
fn every_month_is_read_as_it_is_written() {
    for month in 1..=12 {
        let date = Jalali::new(1400, month, 9).unwrap();
        let read = Timestamp::parse(&format!("9 {} 1400", date.month_name())).unwrap();
        assert_eq!(Jalali::at(read), date);
    }
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
        "2019-08-14T12:00:00+04:30",
        "2019-08-14T12:00:00.123456789+0430",
        "2019-08-14 12:00:00 +0430",
        "2019-08-14T03:30-04",
        "2019-08-13T23:31:00-07:59",
        "2019-08-14T12:00:00",
        "2019-08-14T12:00",
        "2019-08-14 12:00",
        "  2019-08-14T07:30:00Z\r\n",
    ] {
        assert_reads(text, NOON);
    }
    assert_reads("2019-08-14", "2019-08-13T19:30:00Z");
    assert_reads("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z");
    assert_reads("2020-04-17T14:26:21Z", "2020-04-17T14:26:21Z");
}

#[test]
fn a_year_in_numbers_tells_the_calendar_unless_a_machine_wrote_it() {
    assert_reads("1398-05-23 12:00:00", NOON);
    assert_reads("1398-05-23", "2019-08-13T19:30:00Z");
    assert_reads("1398-05-23T12:00:00Z", "1398-05-23T12:00:00Z");
    assert_reads("1398-05-23 12:00:00Z", "1398-05-23T12:00:00Z");
    assert_reads("1398-05-23T12:00", "1398-05-23T08:34:16Z");
    assert_reads("1398-05-23t12:00", "1398-05-23T08:34:16Z");
    // The first and last years taken for Jalali, and those beside them.
    assert_reads("1199-01-01", "1198-12-31T20:34:16Z");
    assert_reads("1200/01/01", "1821-03-20T20:34:16Z");
    assert_reads("1599-01-01", "2220-03-20T20:30:00Z");
    assert_reads("1600/01/01", "1599-12-31T20:34:16Z");
}

#[test]
fn what_is_not_a_date_and_nothing_else_is_refused() {
    for text in [
        "",
        " ،\n",
        "\u{200c}",
        "مرداد",
        "23 مرداد",
        "مرداد 1398",
        "1398",
        "1398/05",
        "12:00",
        "چهارشنبه",
        "چهارشنبه 12:00",
        "23 مرداد 98",
        "23 مرداد 1398 بود",
        "در 23 مرداد 1398",
        "سمنان - 23 مرداد 1398",
        "کارگاه 23 مرداد 1398 در مهدیشهر برگزار شد.",
        "30 اسفند 1398 روزی که نبود",
        "3 نفر در سال 1398",
        "23 مرداد 1398 - 12:00 - 13:00",
        "23 مرداد 1398 تا 24 مرداد 1398",
        "23 مرداد 1398، 24 مرداد 1398",
        "شنبه یکشنبه 23 مرداد 1398",
        "سه 23 مرداد 1398",
        "ساعت 23 مرداد 1398",
        "23 مرداد 1398 ساعت",
        "23 مرداد 1398 ساعت 12/30",
        "23 مرداد 1398 12",
        "23 مرداد 1398، 12:0",
        "23 مرداد 1398، 12:00:0",
        "23 مرداد 1398، 12:00 + 1",
        "023 مرداد 1398",
        "1398/05-23",
        "1398/005/23",
        "13980523",
        "1398/05/23/1",
        "کد خبر 4692303",
        "09121234567",
        "2-1",
        "v1.2.3",
        "2019-08-14T",
        "2019-08-14T12",
        "2019-08-14T12:00:00.Z",
        "2019-08-14T12:00:00Zulu",
        "2019-08-14T7:30:00Z",
        "2019-08-14T12:00:00+4:30",
        "2019-08-14T12:00:00+04:",
        "2019-08-14T12:00:00+04:3",
        "2019-08-14T12:00:00+04:30:00",
        "2019-08-14T12:00:00ZZ",
        "2019-08-14Z",
        "+2019-08-14T07:30:00Z",
        "99999999999999999999999999",
        "1398/99999999999999999999/1",
    ] {
        assert_refused(text, DateError::NotADate);
        assert_refused(&to_digits(text, '۰'), DateError::NotADate);
    }
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let day = |day, last| DateError::ImpossibleDay { day, last };
    for (text, why) in [
        ("30 اسفند 1398", day(30, 29)),
        ("1398/12/30", day(30, 29)),
        ("31 مهر 1398، 12:00", day(31, 30)),
        ("0 مهر 1398", day(0, 30)),
        ("2024-02-30", day(30, 29)),
        ("2023-02-29T00:00:00Z", day(29, 28)),
        ("2019/04/31", day(31, 30)),
        ("23 August 1398", DateError::UnknownMonth),
        ("23 جمعه 1398", DateError::UnknownMonth),
        ("1398/13/01", DateError::UnknownMonth),
        ("2019-00-14", DateError::UnknownMonth),
        ("23 مرداد 1398، 25:00", DateError::ImpossibleTime),
        ("23 مرداد 1398، 24:00", DateError::ImpossibleTime),
        ("1398/05/23 12:60", DateError::ImpossibleTime),
        ("2019-08-14T25:00:00Z", DateError::ImpossibleTime),
        ("2019-08-14T12:00:61Z", DateError::ImpossibleTime),
        ("2019-08-14T12:00:00+99:00", DateError::BadOffset),
        ("2019-08-14T12:00:00+24:00", DateError::BadOffset),
        ("2019-08-14T12:00:00+04:60", DateError::BadOffset),
        ("0000-12-31T23:59:59Z", DateError::OutOfRange),
        ("0001-01-01T00:00:00+00:01", DateError::OutOfRange),
        ("0001-01-01", DateError::OutOfRange),
        ("9999-12-31T23:59:59-00:01", DateError::OutOfRange),
        ("1 فروردین 9999", DateError::OutOfRange),
    ] {
        assert_refused(text, why);
    }
}

/// Instants of all the range, most of them recent.
fn instants() -> impl Strategy<Value = Timestamp> {
    let all = Timestamp::MIN.unix_seconds()..=Timestamp::MAX.unix_seconds();
    prop_oneof![all, -1_100_000_000..1_900_000_000_i64].prop_map(Timestamp::from_unix_seconds)
}

proptest! {
    #[test]
    fn what_is_shown_to_machines_comes_back(instant in instants()) {
        prop_assert_eq!(Timestamp::parse(&instant.to_string()), Ok(instant));
        prop_assert_eq!(Timestamp::parse(&format::machine(instant)), Ok(instant));
    }

    #[test]
    fn what_is_shown_to_people_comes_back_to_the_minute(
        instant in (-10_900_000_000..200_000_000_000_i64).prop_map(Timestamp::from_unix_seconds),
    ) {
        let shown = format::news(instant);
        let read = Timestamp::parse(&to_digits(&shown, '۰')).unwrap();
        prop_assert!(read <= instant);
        prop_assert_eq!(format::news(read), shown);
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
            if (1..=9999).contains(&zoned.year()) {
                prop_assert_eq!(Timestamp::parse(&text), Ok(instant), "{}", text);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Timestamp::parse(&text);
    }

    #[test]
    fn text_made_of_the_parts_of_dates_is_read_or_refused(
        parts in prop::collection::vec(prop::sample::select(vec![
            "1398", "۲۳", "12", "2019", "00", "/", "-", ":", "،", " ", "T", "Z", "+", ".", "مرداد", "ماه", "شنبه", "سه",
            "ساعت", "\u{200c}", "\u{200f}", "99999999999",
        ]), 0..14),
    ) {
        let text = parts.concat();
        if let Ok(read) = Timestamp::parse(&text) {
            prop_assert_eq!(Timestamp::parse(&[" ", &text, "\u{200f}"].concat()), Ok(read));
            prop_assert_eq!(Timestamp::parse(&[&text, " خبر"].concat()), Err(DateError::NotADate));
        }
    }
}
