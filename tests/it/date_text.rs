//! Dates as people write them: what is read, what is refused, and laws over both.

use proptest::prelude::*;
use satr::date::{Calendar, Context, DateError, Jalali, Names, Timestamp, Zone};

const NOON: &str = "2019-08-14T07:30:00Z";

/// Reads a text on Tehran's clock that does not say when it was written.
fn read(text: &str) -> Result<Timestamp, DateError> {
    Timestamp::parse_with(text, &Context::default())
}

#[track_caller]
fn assert_reads(text: &str, expected: &str) {
    assert_eq!(read(text).map(|read| read.to_string()), Ok(expected.to_owned()), "{text}");
}

#[track_caller]
fn assert_refused(text: &str, why: DateError) {
    assert_eq!(read(text), Err(why), "{text}");
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
        "23 مرداد سال 1398 ساعت 12",
        "23 مرداد 98، ساعت 12:00",
        "98/05/23 12:00",
        "98/5/23 - 12:00",
        "23/05/98 12:00",
        "23/05/1398 12:00",
        "14/08/2019 12:00",
        "1398.05.23 12:00",
        "1398 مرداد 23, چهارشنبه 12:00",
        "14 اوت 2019، 12:00",
        "چهارشنبه 14 آگوست 2019 - 12:00",
        "23 مرداد 1398 (14 اوت 2019)، 12:00",
        "2019/08/14 - 1398/05/23 - 12:00",
        "23 اسد 1398، 12:00",
        "14 اگست 2019، 12:00",
        "23 مرداد 1398 ساعت 12:00 ظهر",
        "23 مرداد 1398، 12:00 ب.ظ",
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
        let midnight = read(&format!("1398/05/{day}")).unwrap().to_string();
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
        let read = read(&format!("9 {} 1400", date.month_name())).unwrap();
        assert_eq!(Jalali::at(read, Zone::TEHRAN), date);
    }
}

#[test]
fn hours_of_twelve_are_told_by_the_part_of_the_day() {
    for (time, utc) in [
        ("2:30 بعدازظهر", "10:00"),
        ("۲:۳۰ بعد از ظهر", "10:00"),
        ("ساعت 2:30 عصر", "10:00"),
        ("2:30 ب.ظ.", "10:00"),
        ("ساعت 2 و 30 دقیقه ظهر", "10:00"),
        ("14:30 ب‌ظ", "10:00"),
        ("11:30 ظهر", "07:00"),
        ("11 ظهر", "06:30"),
        ("10 ظهر", "05:30"),
        ("1 ظهر", "08:30"),
        ("8:00 صبح", "03:30"),
        ("08:00 ق.ظ", "03:30"),
        ("11:30 قبل از ظهر", "07:00"),
        ("5 بامداد", "00:30"),
        ("9:30 شب", "17:00"),
        ("12:30 ظهر", "08:00"),
    ] {
        let time = if time.contains(':') || time.contains("ساعت") {
            time.to_owned()
        } else {
            format!("ساعت {time}")
        };
        assert_reads(&format!("23 مرداد 1398، {time}"), &format!("2019-08-14T{utc}:00Z"));
    }
    assert_reads("23 مرداد 1398، 2:00 شب", "2019-08-13T21:30:00Z");
    assert_reads("23 مرداد 1398، 12:05 صبح", "2019-08-13T19:35:00Z");
    // Midnight is the end of the day it is said of.
    assert_reads("23 مرداد 1398، 12:00 شب", "2019-08-14T19:30:00Z");
    assert_reads("23 مرداد 1398 ساعت 12 و 15 دقیقه شب", "2019-08-14T19:45:00Z");
    assert_refused("23 مرداد 1398، 24:00 شب", DateError::ImpossibleTime);
    assert_refused("23 مرداد 1398، صبح", DateError::NotADate);
}

#[test]
fn two_digits_of_a_year_mean_the_nearest() {
    let year = |text: &str, now: Option<&str>| {
        let now = now.map(|now| Timestamp::parse(now).unwrap());
        let read = Timestamp::parse_with(text, &Context { now, zone: Zone::TEHRAN }).unwrap();
        Jalali::at(read, Zone::TEHRAN).year()
    };
    assert_eq!(year("31/01/01", None), 1331);
    assert_eq!(year("99/01/01", None), 1399);
    assert_eq!(year("1 فروردین 00", None), 1400);
    assert_eq!(year("30/01/01", None), 1430);
    let now = Some("2019-08-14T12:00:00Z"); // 1398
    assert_eq!(year("48/01/01", now), 1448);
    assert_eq!(year("49/01/01", now), 1349);
    assert_eq!(year("98/01/01", now), 1398);
}

#[test]
fn imperial_years_are_those_of_1355_to_1357() {
    for (imperial, jalali) in [(2535, 1355), (2536, 1356), (2537, 1357)] {
        assert_eq!(read(&format!("5 مرداد {imperial}")), read(&format!("5 مرداد {jalali}")));
        assert_eq!(read(&format!("{imperial}/05/05")), read(&format!("{jalali}/05/05")));
    }
    assert_reads("14 اوت 2535", "2535-08-13T20:30:00Z");
    assert_eq!(Jalali::at(read("5 مرداد 2538").unwrap(), Zone::TEHRAN), Jalali::new(2538, 5, 5).unwrap());
}

#[test]
fn a_day_in_both_calendars_is_one() {
    assert_reads("24 مرداد 1398 - 15 اوت 2019", "2019-08-14T19:30:00Z");
    assert_refused("23 مرداد 1398 (15 اوت 2019)", DateError::TwoDays);
    assert_refused("1398/05/23 2019/08/15", DateError::TwoDays);
    assert_refused("23 مرداد 1398، 24 مرداد 1398", DateError::TwoDays);
}

#[test]
fn the_clock_is_the_context_s() {
    let at = |zone| {
        Timestamp::parse_with("23 مرداد 1398، 12:00", &Context { zone, now: None }).unwrap().to_string()
    };
    assert_eq!(at(Zone::KABUL), "2019-08-14T07:30:00Z");
    assert_eq!(at(Zone::UTC), "2019-08-14T12:00:00Z");
    assert_eq!(at(Zone::fixed(-60).unwrap()), "2019-08-14T13:00:00Z");
    let bare = Timestamp::parse_with("2019-08-14", &Context { zone: Zone::UTC, now: None });
    assert_eq!(bare.unwrap().to_string(), "2019-08-14T00:00:00Z");
}

/// Reads a text written in Tehran at noon on Wednesday, 23 Mordad 1398.
fn read_at_noon(text: &str) -> Result<Timestamp, DateError> {
    let now = Timestamp::parse(NOON).ok();
    Timestamp::parse_with(text, &Context { now, zone: Zone::TEHRAN })
}

#[test]
fn what_is_told_from_now() {
    for (text, expected) in [
        ("لحظاتی پیش", "1398-05-23 12:00"),
        ("لحظاتی دیگر", "1398-05-23 12:00"),
        ("هم‌اکنون", "1398-05-23 12:00"),
        ("30 ثانیه قبل", "1398-05-23 11:59:30"),
        ("۵ دقیقه پیش", "1398-05-23 11:55"),
        ("نیم ساعت پیش", "1398-05-23 11:30"),
        ("۲ ساعت پیش", "1398-05-23 10:00"),
        ("دو ساعت قبل", "1398-05-23 10:00"),
        ("۲ ساعت و ۱۰ دقیقه پیش", "1398-05-23 09:50"),
        ("۲۰ ساعت پیش", "1398-05-22 16:00"),
        ("چند لحظه پیش", "1398-05-23 12:00"),
        ("دقایقی پیش", "1398-05-23 12:00"),
        ("چند دقیقه پیش", "1398-05-23 12:00"),
        ("ساعتی پیش", "1398-05-23 11:00"),
        ("ربع ساعت پیش", "1398-05-23 11:45"),
        ("یک ربع پیش", "1398-05-23 11:45"),
        ("یک ساعت و ربع پیش", "1398-05-23 10:45"),
        ("یک ساعت و نیم پیش", "1398-05-23 10:30"),
        ("۲ ساعت و نيم پیش", "1398-05-23 09:30"),
        ("یک روز و نیم ساعت پیش", "1398-05-22 11:30"),
        ("یک روز و نیم پیش", "1398-05-22 00:00"),
        ("یک هفته و نیم پیش", "1398-05-13 00:00"),
        ("یک ماه و نیم پیش", "1398-04-08 12:00"),
        ("یک سال و نیم دیگر", "1399-11-23 12:00"),
        ("یک دقیقه و نیم پیش", "1398-05-23 11:58:30"),
        ("یازده ساعت پیش", "1398-05-23 01:00"),
        ("بیست دقیقه پیش", "1398-05-23 11:40"),
        ("بیست و پنج دقیقه پیش", "1398-05-23 11:35"),
        ("بیست\u{200c}وپنج دقیقه پیش", "1398-05-23 11:35"),
        ("یک ساعت و چهل دقیقه پیش", "1398-05-23 10:20"),
        ("ساعت ۱۰ و نیم", "1398-05-23 10:30"),
        ("ساعت ۱۰ و ربع شب", "1398-05-23 22:15"),
        ("۲ ساعت دیگر", "1398-05-23 14:00"),
        ("سه ساعت بعد", "1398-05-23 15:00"),
        ("یک روز پیش", "1398-05-22 12:00"),
        ("۳ روز پیش", "1398-05-20 12:00"),
        ("۳ روز پیش، ساعت ۸:۰۰", "1398-05-20 08:00"),
        ("هفته گذشته", "1398-05-16 12:00"),
        ("هفتهٔ پیش", "1398-05-16 12:00"),
        ("هفته‌ی آینده", "1398-05-30 12:00"),
        ("۲ هفته قبل", "1398-05-09 12:00"),
        ("ماه گذشته", "1398-04-23 12:00"),
        ("۶ ماه پیش", "1397-11-23 12:00"),
        ("سال گذشته", "1397-05-23 12:00"),
        ("۲ سال و ۱ ماه دیگر", "1400-06-23 12:00"),
        ("امروز", "1398-05-23 00:00"),
        ("امروز ۱۲:۳۰", "1398-05-23 12:30"),
        ("دیروز", "1398-05-22 00:00"),
        ("ديروز ۱۴:۳۰", "1398-05-22 14:30"),
        ("دیروز، ساعت ۱۴:۳۰", "1398-05-22 14:30"),
        ("۱۴:۳۰ - دیروز", "1398-05-22 14:30"),
        ("سه شنبه، دیروز ساعت ۲ بعدازظهر", "1398-05-22 14:00"),
        ("پریروز", "1398-05-21 00:00"),
        ("فردا ساعت ۹ صبح", "1398-05-24 09:00"),
        ("پس‌فردا", "1398-05-25 00:00"),
        ("پس فردا", "1398-05-25 00:00"),
        ("دیشب", "1398-05-22 00:00"),
        ("دیشب ساعت ۱۰", "1398-05-22 22:00"),
        ("دیشب ساعت ۱۰ شب", "1398-05-22 22:00"),
        ("ساعت ۲۲:۳۰ دیشب", "1398-05-22 22:30"),
        ("دیشب ساعت ۱۲", "1398-05-23 00:00"),
        ("دیشب ساعت ۲", "1398-05-23 02:00"),
        ("دیشب ساعت ۵ بامداد", "1398-05-23 05:00"),
        ("دیشب ۰۰:۳۰", "1398-05-23 00:30"),
        ("امشب", "1398-05-23 00:00"),
        ("امشب ساعت ۹", "1398-05-23 21:00"),
        ("پریشب ۸:۱۵", "1398-05-21 20:15"),
        ("فرداشب ساعت ۷", "1398-05-24 19:00"),
        ("فردا شب ساعت ۷", "1398-05-24 19:00"),
        ("۳ روز پیش، ساعت ۱۲ شب", "1398-05-21 00:00"),
        ("سه شنبه گذشته", "1398-05-22 00:00"),
        ("چهارشنبه گذشته", "1398-05-16 00:00"),
        ("چهارشنبه آینده", "1398-05-30 00:00"),
        ("پنج شنبه آینده ۱۲:۰۰", "1398-05-24 12:00"),
        ("۱۰:۳۰", "1398-05-23 10:30"),
        ("ساعت ۱۰ و ۳۰ دقیقه", "1398-05-23 10:30"),
        ("۲۰ مرداد", "1398-05-20 00:00"),
        ("یکشنبه ۲۰ مرداد، ۱۲:۰۰", "1398-05-20 12:00"),
        ("۱۱ اوت", "1398-05-20 00:00"),
    ] {
        let expected = Timestamp::parse(expected);
        assert_eq!(read_at_noon(text), expected, "{text}");
        assert_eq!(read_at_noon(&to_digits(text, '٠')), expected, "{text}");
        assert_refused(text, DateError::NoNow);
    }
}

#[test]
fn months_keep_to_the_days_they_have_and_clocks_to_their_changes() {
    let at = |text: &str, now: &str| {
        let now = Timestamp::parse(now).ok();
        Timestamp::parse_with(text, &Context { now, zone: Zone::TEHRAN }).unwrap()
    };
    // 31 Shahrivar and a month are 30 Mehr; 30 Esfand and a year, 29 Esfand.
    assert_eq!(at("۱ ماه دیگر", "1398-06-31 12:00"), Timestamp::parse("1398-07-30 12:00").unwrap());
    assert_eq!(at("سال آینده", "1399-12-30 12:00"), Timestamp::parse("1400-12-29 12:00").unwrap());
    // A day is one of the calendar, be it of 23 hours, 24 or 25.
    assert_eq!(at("۱ روز پیش", "1398-01-02 12:00"), Timestamp::parse("1398-01-01 12:00").unwrap());
    assert_eq!(at("۲۴ ساعت پیش", "1398-01-02 12:00"), Timestamp::parse("1398-01-01 11:00").unwrap());
    assert_eq!(at("لحظاتی پیش", "0001-01-01T00:00:00Z"), Timestamp::MIN);
}

#[test]
fn what_lies_too_far_from_now_is_refused() {
    assert_eq!(read_at_noon("9999 سال پیش"), Err(DateError::OutOfRange));
    assert_eq!(read_at_noon("9999 سال و 9999 سال و 9999 ماه دیگر"), Err(DateError::OutOfRange));
    let years = |parts| ["9999 سال"].repeat(parts).join(" و ") + " پیش";
    assert_eq!(read_at_noon(&years(4)), Err(DateError::OutOfRange));
    assert_eq!(read_at_noon(&years(5)), Err(DateError::NotADate));
    assert_eq!(read_at_noon(&years(40_000)), Err(DateError::NotADate));
}

#[test]
fn what_is_told_from_now_and_more_is_refused() {
    for text in [
        "پیش",
        "ساعت",
        "ساعت پیش ۲",
        "۲ ساعت",
        "۲ پیش",
        "۲ ساعت پیش دیروز",
        "دیروز امروز",
        "دیروز ۲۲ مرداد ۱۳۹۸ فردا",
        "۲ ساعت پیش و",
        "۲ ساعت و پیش",
        "لحظاتی",
        "دیروز بود",
        "چند ساعت پیش",
        "نیم پیش",
        "ربع ساعت و نیم پیش",
        "منفی دو ساعت پیش",
        "شنبه",
        "۱۲:۰۰ شنبه",
        "صبح دیروز",
        "دو شنبه پیش آینده",
        "99999 ساعت پیش",
        "۲۳ مردادی",
        "۱۴ اوت ۱۹",
    ] {
        assert_eq!(read_at_noon(text), Err(DateError::NotADate), "{text}");
    }
}

#[test]
fn what_is_not_a_date_and_nothing_else_is_refused() {
    for text in [
        "",
        " ،\n",
        "\u{200c}",
        "مرداد",
        "مرداد 1398",
        "1398",
        "1398/05",
        "چهارشنبه",
        "چهارشنبه 12:00",
        "23 مرداد 1398 بود",
        "در 23 مرداد 1398",
        "سمنان - 23 مرداد 1398",
        "کارگاه 23 مرداد 1398 در مهدیشهر برگزار شد.",
        "30 اسفند 1398 روزی که نبود",
        "3 نفر در سال 1398",
        "23 مرداد 1398 - 12:00 - 13:00",
        "23 مرداد 1398 تا 24 مرداد 1398",
        "23 مرداد 1398، 23 مرداد 1398، 23 مرداد 1398",
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
        "1565767800",
        "1398.5.23.1",
        "98.05.23",
        "98-05-23",
        "9/8/98",
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
        ("۲۰۲۴/۰۲/۳۰", day(30, 29)),
        ("30 فوریه 2024", day(30, 29)),
        ("98/12/30", day(30, 29)),
        ("2019/04/31", day(31, 30)),
        ("23 August 1398", DateError::UnknownMonth),
        ("23 جمعه 1398", DateError::UnknownMonth),
        ("1398/13/01", DateError::UnknownMonth),
        ("2019/00/14", DateError::UnknownMonth),
        ("23 مرداد 1398، 25:00", DateError::ImpossibleTime),
        ("23 مرداد 1398، 24:00", DateError::ImpossibleTime),
        ("1398/05/23 12:60", DateError::ImpossibleTime),
        ("1 فروردین 9999", DateError::OutOfRange),
    ] {
        assert_refused(text, why);
    }
}

#[test]
fn every_month_is_read_in_every_language_that_writes_it_in_one_word() {
    for calendar in [Calendar::Jalali, Calendar::Gregorian] {
        let year = if calendar == Calendar::Jalali { 1400 } else { 2021 };
        for names in Names::ALL {
            for month in 1..=12 {
                let expected = read(&format!("{year}/{month}/9"));
                let written = names.month(calendar, month);
                assert_eq!(read(&format!("9 {written} {year}")), expected, "{written}");
            }
        }
    }
}

#[test]
fn long_texts_take_time_in_proportion() {
    for part in [
        "23 مرداد 1398 ",
        "1398/",
        "ساعت ",
        "ساعت 12 و ",
        "الف",
        "ب.ظ ",
        "12:",
        "۲ ساعت و ",
        "سه\u{200c}",
        "بیست و ",
    ] {
        let text = part.repeat(2_000_000 / part.len());
        assert!(read(&text).is_err());
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = read(&text);
        let _ = read_at_noon(&text);
    }

    #[test]
    fn text_made_of_the_parts_of_dates_is_read_or_refused(
        parts in prop::collection::vec(prop::sample::select(vec![
            "1398", "۲۳", "12", "2019", "00", "/", "-", ":", "،", " ", "T", "Z", "+", ".", "مرداد", "ماه", "شنبه", "سه",
            "ساعت", "پیش", "دیروز", "و", "دو", "روز", "ظهر", "98", "اوت", "\u{200c}", "\u{200f}", "99999999999",
        ]), 0..14),
    ) {
        let text = parts.concat();
        if let Ok(instant) = read_at_noon(&text) {
            prop_assert_eq!(read_at_noon(&[" ", &text, "\u{200f}"].concat()), Ok(instant));
            prop_assert_eq!(read_at_noon(&[&text, " خبر"].concat()), Err(DateError::NotADate));
        }
    }
}
