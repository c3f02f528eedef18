//! Dates as they are written: every style, and that what is written is read back as the instant it was.

use proptest::prelude::*;
use satr::date::{
    Calendar, Context, Format, Jalali, Names, Place, Reckoning, Style, Timestamp, Zone, format,
};
use satr::text::digits::Numerals;

fn noon() -> Timestamp {
    Timestamp::parse("2019-08-14T12:00:00+04:30").unwrap()
}

#[test]
fn every_style_is_what_sites_print() {
    let latin = Format { calendar: Calendar::Gregorian, numerals: Numerals::Latin, ..Format::default() };
    let dari = Format { zone: Zone::KABUL, names: Names::Afghanistan, ..Format::default() };
    for (style, persian, gregorian, afghan) in [
        (
            Style::Full,
            "چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰",
            "چهارشنبه 14 اوت 2019 - 12:00",
            "چهارشنبه ۲۳ اسد ۱۳۹۸ - ۱۲:۰۰",
        ),
        (Style::Long, "چهارشنبه ۲۳ مرداد ۱۳۹۸", "چهارشنبه 14 اوت 2019", "چهارشنبه ۲۳ اسد ۱۳۹۸"),
        (Style::News, "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰", "14 اوت 2019، 12:00", "۲۳ اسد ۱۳۹۸، ۱۲:۰۰"),
        (Style::Medium, "۲۳ مرداد ۱۳۹۸", "14 اوت 2019", "۲۳ اسد ۱۳۹۸"),
        (Style::ShortTime, "۱۳۹۸/۰۵/۲۳ ۱۲:۰۰", "2019/08/14 12:00", "۱۳۹۸/۰۵/۲۳ ۱۲:۰۰"),
        (Style::Short, "۱۳۹۸/۰۵/۲۳", "2019/08/14", "۱۳۹۸/۰۵/۲۳"),
        (Style::Time, "۱۲:۰۰", "12:00", "۱۲:۰۰"),
        (
            Style::BothTime,
            "۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)، ۱۲:۰۰",
            "14 اوت 2019 (23 مرداد 1398)، 12:00",
            "۲۳ اسد ۱۳۹۸ (۱۴ اگست ۲۰۱۹)، ۱۲:۰۰",
        ),
        (
            Style::Both,
            "۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)",
            "14 اوت 2019 (23 مرداد 1398)",
            "۲۳ اسد ۱۳۹۸ (۱۴ اگست ۲۰۱۹)",
        ),
        (
            Style::Machine,
            "2019-08-14T12:00:00+04:30",
            "2019-08-14T12:00:00+04:30",
            "2019-08-14T12:00:00+04:30",
        ),
    ] {
        assert_eq!(Format::default().date(noon(), style), persian);
        assert_eq!(latin.date(noon(), style), gregorian);
        assert_eq!(dari.date(noon(), style), afghan);
    }
}

/// A page's own functions, which bring few tables along, write what all of the tables would.
#[test]
fn a_reckoning_is_written_as_its_format() {
    for (place, names) in [(Place::Iran, Names::Iran), (Place::Afghanistan, Names::Afghanistan)] {
        let usual = Reckoning::from(place);
        assert_eq!(usual, Reckoning { zone: place.zone(), calendar: Calendar::Jalali, place });
        let gregorian = Reckoning { calendar: Calendar::Gregorian, ..usual };
        for by in [usual, gregorian, Reckoning { zone: Zone::fixed(-570).unwrap(), ..gregorian }] {
            let format = Format { zone: by.zone, calendar: by.calendar, names, ..Format::default() };
            // A day and an hour on each time: every month, at every hour.
            for instant in (0..366).map(|day| Timestamp::from_unix_seconds(1_700_000_000 + day * 90_000)) {
                assert_eq!(format::news(instant, by), format.date(instant, Style::News));
                assert_eq!(format::day(instant, by), format.date(instant, Style::Medium));
                assert_eq!(format::clock(instant, by), format.date(instant, Style::Time));
                assert_eq!(format::machine(instant, by), format.date(instant, Style::Machine));
            }
        }
    }
}

#[test]
fn what_is_written_is_added() {
    let mut out = String::from("تهران، ");
    Format::default().write_date(&mut out, noon(), Style::Time);
    out.push(' ');
    Format::default().write_relative(&mut out, noon(), noon());
    assert_eq!(out, "تهران، ۱۲:۰۰ لحظاتی پیش");
}

#[test]
fn both_calendars_are_on_one_clock() {
    // An hour at which it is another day in Tehran than in Greenwich.
    let night = Timestamp::parse("2019-08-13T20:00:00Z").unwrap();
    let utc = Format { zone: Zone::UTC, ..Format::default() };
    assert_eq!(Format::default().date(night, Style::Both), "۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)");
    assert_eq!(utc.date(night, Style::Both), "۲۲ مرداد ۱۳۹۸ (۱۳ اوت ۲۰۱۹)");
}

#[test]
fn the_numerals_to_keep_are_persian() {
    let keep = Format { numerals: Numerals::Keep, ..Format::default() };
    assert_eq!(keep.date(noon(), Style::Time), "۱۲:۰۰");
}

#[test]
fn the_ends_of_time_are_written_in_every_style() {
    for calendar in [Calendar::Jalali, Calendar::Gregorian] {
        for zone in [Zone::TEHRAN, Zone::fixed(1439).unwrap(), Zone::fixed(-1439).unwrap()] {
            for style in Style::ALL {
                for instant in [Timestamp::MIN, Timestamp::MAX] {
                    assert_ne!(Format { zone, calendar, ..Format::default() }.date(instant, style), "");
                }
            }
        }
    }
}

fn formats() -> impl Strategy<Value = Format> {
    let zones = prop_oneof![
        Just(Zone::TEHRAN),
        Just(Zone::KABUL),
        (-1439..1440_i16).prop_map(|minutes| Zone::fixed(minutes).unwrap()),
    ];
    let numerals = prop::sample::select(vec![Numerals::Persian, Numerals::Latin, Numerals::Keep]);
    let calendars = prop::sample::select(vec![Calendar::Jalali, Calendar::Gregorian]);
    (zones, calendars, numerals, prop::sample::select(Names::ALL.to_vec()))
        .prop_map(|(zone, calendar, numerals, names)| Format { zone, calendar, numerals, names })
}

/// Instants of the years that in numbers tell their calendar: 1200 to 1599, and 1821 to 2220.
fn instants() -> impl Strategy<Value = Timestamp> {
    (-4_690_000_000..7_890_000_000_i64).prop_map(Timestamp::from_unix_seconds)
}

/// The first instant of the minute of an instant on a clock, or of its day.
fn start(instant: Timestamp, zone: Zone, unit: i64) -> i64 {
    zone.to_local(instant).div_euclid(unit)
}

proptest! {
    #[test]
    fn what_every_style_writes_is_read_as_what_it_says(
        instant in instants(),
        format in formats(),
        style in prop::sample::select(Style::ALL.to_vec()),
    ) {
        let text = format.date(instant, style);
        // A time alone is told from its day.
        let context = Context { zone: format.zone, now: (style == Style::Time).then_some(instant) };
        let read = Timestamp::parse_with(&text, &context);
        prop_assert!(read.is_ok(), "{}: {:?}", text, read);
        let read = read.unwrap();
        let shown = match style {
            Style::Machine => 1,
            Style::Full | Style::News | Style::ShortTime | Style::Time | Style::BothTime => 60,
            Style::Long | Style::Medium | Style::Short | Style::Both => 86_400,
        };
        // An hour shown twice is read as the first.
        prop_assert!(read <= instant, "{} is read as {}", text, read);
        prop_assert_eq!(start(read, format.zone, shown), start(instant, format.zone, shown), "{}", text);
        prop_assert_eq!(format.date(read, style), text);
    }

    #[test]
    fn a_time_from_now_is_read_as_no_further_than_its_unit(
        now in instants(),
        away in prop_oneof![-90..90_i64, -8_000..8_000_i64, -800_000..800_000_i64],
        format in formats(),
    ) {
        let instant = Timestamp::from_unix_seconds(now.unix_seconds() + away);
        let text = format.relative(instant, now);
        let read = Timestamp::parse_with(&text, &Context { zone: format.zone, now: Some(now) }).unwrap();
        let unit = match away.abs() {
            ..3600 => 60,
            _ if text.contains("ساعت") => 3600,
            // A day, and an hour that its clock may have been put forward or back.
            _ => 86_400 + 3600,
        };
        prop_assert!(read.unix_seconds().abs_diff(instant.unix_seconds()) <= unit, "{} is read as {}", text, read);
    }

    #[test]
    fn a_range_begins_and_ends_with_its_days(one in instants(), other in instants(), format in formats()) {
        let text = format.range(one, other, None);
        let (first, last) = (one.min(other), one.max(other));
        let date = |instant| format.date(instant, Style::Medium);
        prop_assert!(text.ends_with(&date(last)), "{}", text);
        if date(first) == date(last) {
            prop_assert_eq!(text, date(last));
        } else {
            let (from, _) = text.split_once(" تا ").unwrap();
            prop_assert!(date(first).starts_with(from), "{}", text);
        }
    }

    #[test]
    fn dates_agree_with_the_calendar(instant in instants(), zone in formats().prop_map(|format| format.zone)) {
        let format = Format { zone, numerals: Numerals::Latin, ..Format::default() };
        let date = Jalali::at(instant, zone);
        let expected = format!("{}/{:02}/{:02}", date.year(), date.month(), date.day());
        prop_assert_eq!(format.date(instant, Style::Short), expected);
    }
}
