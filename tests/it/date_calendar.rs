//! The Jalali calendar against the official table, and against itself on every day.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::HashSet;

use satr::date::{DateError, Jalali, Place, Timestamp, Weekday, Zone, format};

const OFFICIAL: &str = include_str!("data/nowruz.tsv");

/// Days since 1970-01-01 of a Gregorian date.
fn days(date: &str) -> i32 {
    let midnight = Timestamp::parse(&format!("{date}T00:00:00Z")).unwrap();
    i32::try_from(midnight.unix_seconds() / 86_400).unwrap()
}

#[test]
fn every_official_year_begins_and_leaps_as_announced() {
    let mut years = 0;
    for row in OFFICIAL.lines().filter(|row| !row.starts_with('#')) {
        let [nowruz, year, leap] = row.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let (first, year) = (days(nowruz), year.parse().unwrap());
        assert_eq!(Jalali::new(year, 1, 1).map(Jalali::days), Ok(first), "{row}");
        assert_eq!(Jalali::from_days(first), Jalali::new(year, 1, 1).unwrap(), "{row}");
        assert_eq!(Jalali::new(year, 12, 30).is_ok(), leap != "0", "{row}");
        years += 1;
    }
    assert_eq!(years, 293);
}

#[test]
fn every_day_round_trips() {
    let start = Jalali::new(1178, 1, 1).unwrap();
    let end = Jalali::new(1499, 1, 1).unwrap();
    let mut yesterday = Jalali::from_days(start.days() - 1);
    for day in start.days()..end.days() {
        let date = Jalali::from_days(day);
        assert_eq!(date.days(), day);
        assert_eq!(Jalali::new(date.year(), date.month(), date.day()), Ok(date));
        assert!(yesterday < date);
        let next_of_month = (date.year(), date.month(), date.day())
            == (yesterday.year(), yesterday.month(), yesterday.day() + 1);
        assert!(next_of_month || date.day() == 1, "{date:?} after {yesterday:?}");
        yesterday = date;
    }
    assert_eq!(end.days() - start.days(), 117_243);
}

#[test]
fn every_gregorian_day_of_five_centuries_is_written_as_jiff_writes_it() {
    let mut day = jiff::civil::date(1600, 1, 1);
    let end = jiff::civil::date(2101, 1, 1);
    let mut instant = Timestamp::parse("1600-01-01T00:00:00Z").unwrap();
    while day < end {
        assert_eq!(instant.to_string(), format!("{day}T00:00:00Z"));
        day = day.tomorrow().unwrap();
        instant = Timestamp::from_unix_seconds(instant.unix_seconds() + 86_400);
    }
}

#[test]
fn a_day_that_is_not_there_is_refused_with_the_reason() {
    assert_eq!(Jalali::new(1399, 7, 31), Err(DateError::ImpossibleDay { day: 31, last: 30 }));
    assert_eq!(Jalali::new(1398, 12, 30), Err(DateError::ImpossibleDay { day: 30, last: 29 }));
    assert_eq!(Jalali::new(1398, 1, 0), Err(DateError::ImpossibleDay { day: 0, last: 31 }));
    assert_eq!(Jalali::new(1398, 13, 1), Err(DateError::UnknownMonth));
    assert_eq!(Jalali::new(1398, 0, 1), Err(DateError::UnknownMonth));
    assert_eq!(Jalali::new(10_000, 1, 1), Err(DateError::OutOfRange));
}

#[test]
fn the_week_goes_round_from_saturday() {
    let week = Weekday::ALL;
    // 1 Farvardin 1398 was a Thursday.
    for (day, weekday) in (0..).zip(week.iter().cycle().skip(5).take(400)) {
        let date = Jalali::from_days(days("2019-03-21") + day);
        assert_eq!(date.weekday(), *weekday, "{date:?}");
    }
    let names: Vec<_> = week.iter().map(|day| day.name()).collect();
    assert_eq!(names, ["شنبه", "یکشنبه", "دوشنبه", "سه\u{200c}شنبه", "چهارشنبه", "پنجشنبه", "جمعه"]);
    assert!(week.is_sorted());
}

#[test]
fn every_month_has_its_name() {
    let names: Vec<_> = (1..=12).map(|month| Jalali::new(1398, month, 1).unwrap().month_name()).collect();
    assert_eq!(names.join(" "), "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند");
}

#[test]
fn the_date_is_tehran_s() {
    let instant = |text| Timestamp::parse(text).unwrap();
    assert_eq!(Jalali::at(instant("2019-08-13T19:29:59Z"), Zone::TEHRAN), Jalali::new(1398, 5, 22).unwrap());
    assert_eq!(Jalali::at(instant("2019-08-13T19:30:00Z"), Zone::TEHRAN), Jalali::new(1398, 5, 23).unwrap());
    assert_eq!(format::news(instant("2020-04-17T14:26:21Z"), Place::Iran), "۲۹ فروردین ۱۳۹۹، ۱۸:۵۶");
}

#[test]
fn a_day_has_a_date_in_each_calendar() {
    let mut day = jiff::civil::date(1600, 1, 1);
    while day < jiff::civil::date(2300, 1, 1) {
        let (year, month, of_month) = (i32::from(day.year()), day.month() as u8, day.day() as u8);
        let jalali = Jalali::from_gregorian(year, month, of_month).unwrap();
        assert_eq!(jalali.to_gregorian(), (year, month, of_month));
        assert_eq!(jalali.is_proleptic(), day < jiff::civil::date(1925, 3, 21), "{day}");
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn no_number_of_days_is_too_far() {
    for days in [i32::MIN, i32::MAX] {
        let date = Jalali::from_days(days);
        assert_eq!(date.days(), days);
        assert_eq!(format!("{date:?}").starts_with("Jalali(-"), days < 0);
    }
    let both: HashSet<_> = [Jalali::from_days(0), Jalali::new(1348, 10, 11).unwrap()].into();
    assert_eq!(both.len(), 1, "equal dates hash alike");
}
