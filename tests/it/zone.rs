//! The clocks of Tehran and Kabul against the tz database, which is also what its table is made from.
//!
//! `SATR_BLESS=1 cargo test --test it table` writes the table anew.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fmt::Write as _;
use std::{env, fs};

use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use satr::date::{DateError, Timestamp, Zone};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/date/tehran.rs");

fn tehran() -> TimeZone {
    zone("Asia/Tehran")
}

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect("the bundled tz database knows the zone")
}

/// A change of the clock: Unix seconds, and seconds east of UTC before and after.
struct Change {
    at: jiff::Timestamp,
    before: i32,
    after: i32,
}

/// Every change of the offset. The database also lists the renaming of 1916, which changed no clock.
fn changes(zone: &TimeZone) -> Vec<Change> {
    let mut before = zone.to_offset(jiff::Timestamp::MIN).seconds();
    let mut changes = Vec::new();
    for transition in zone.following(jiff::Timestamp::MIN) {
        // A rule for ever after would go on to the year 9999, and need code and not a table.
        assert!(changes.len() < 200, "the clock changes every year now");
        let after = transition.offset().seconds();
        if after != before {
            changes.push(Change { at: transition.timestamp(), before, after });
        }
        before = after;
    }
    changes
}

fn render(changes: &[Change]) -> String {
    let mut out = String::from(
        "//! Nothing in, the changes of Tehran's clock out.\n\
         //! Floor 2. Uses: nothing.\n\
         //!\n\
         //! Made from `Asia/Tehran` of the tz database by `SATR_BLESS=1 cargo test --test it table`; a test compares.\n\
         \n\
         use super::zone::{Change, History};\n\
         \n\
         pub(super) const TEHRAN: History = History {\n",
    );
    let half_hours = |seconds: i32| {
        assert_eq!(seconds % 1800, 0, "an offset that is not of half hours");
        seconds / 1800
    };
    let [mean, changes @ ..] = changes else { panic!("the clock has changed") };
    writeln!(out, "    mean_until: {}, // {}", mean.at.as_second(), mean.at).unwrap();
    writeln!(out, "    mean: {},", mean.before).unwrap();
    writeln!(out, "    first: {},", half_hours(mean.after)).unwrap();
    writeln!(out, "    changes: &CHANGES,\n}};\n\nconst CHANGES: [Change; {}] = [", changes.len()).unwrap();
    let row = |Change { at, after, .. }: &Change| {
        let (day, second) = (at.as_second().div_euclid(86_400), at.as_second().rem_euclid(86_400));
        let (half_hour, offset) = (half_hours(second as i32), half_hours(*after));
        format!("Change {{ day: {day}, half_hour: {half_hour}, offset: {offset} }},")
    };
    for change in changes {
        writeln!(out, "    {} // {}", row(change), change.at).unwrap();
    }
    out.push_str("];\n");
    out
}

#[test]
fn the_table_is_the_tz_database_s() {
    let rendered = render(&changes(&tehran()));
    if env::var_os("SATR_BLESS").is_some() {
        fs::write(TABLE, &rendered).unwrap();
    }
    assert!(
        fs::read_to_string(TABLE).unwrap() == rendered,
        "src/date/tehran.rs is not what the tz database gives"
    );
}

fn timestamp(unix: i64) -> Timestamp {
    Timestamp::from_unix_seconds(unix)
}

#[track_caller]
fn assert_offset(tehran: &TimeZone, unix: i64) {
    let expected = tehran.to_offset(jiff::Timestamp::from_second(unix).unwrap()).seconds();
    assert_eq!(Zone::TEHRAN.offset_at(timestamp(unix)), expected, "at {}", timestamp(unix));
}

#[test]
fn the_offset_is_right_around_every_change() {
    let tehran = tehran();
    let changes = changes(&tehran);
    assert_eq!(changes.len(), 70);
    for change in &changes {
        for second in -1..=1 {
            assert_offset(&tehran, change.at.as_second() + second);
        }
    }
    assert_eq!(Zone::TEHRAN.offset_at(Timestamp::MAX), 3 * 3600 + 30 * 60);
    assert_eq!(Zone::TEHRAN.offset_at(Timestamp::MIN), 3 * 3600 + 25 * 60 + 44);
}

#[test]
fn the_offset_is_right_on_every_half_hour_of_the_years_with_summer_time() {
    let tehran = tehran();
    let start = date(1991, 1, 1).to_zoned(TimeZone::UTC).unwrap().timestamp().as_second();
    let end = date(2023, 1, 1).to_zoned(TimeZone::UTC).unwrap().timestamp().as_second();
    for unix in (start..end).step_by(1800) {
        assert_offset(&tehran, unix);
    }
}

/// The reading of a clock as `zone` counts it.
fn reading(civil: DateTime) -> i64 {
    Offset::UTC.to_timestamp(civil).unwrap().as_second()
}

#[test]
fn a_reading_that_is_skipped_or_repeated_is_resolved_as_temporal_does() {
    let tehran = tehran();
    for change in changes(&tehran) {
        // Six hours around each change, by the minute, and the second before and after.
        let center = change.at.as_second() + i64::from(change.before);
        for step in -180..=180 {
            for second in -1..=1 {
                let local = center + step * 60 + second;
                let civil = Offset::UTC.to_datetime(jiff::Timestamp::from_second(local).unwrap());
                assert_eq!(reading(civil), local);
                let expected = tehran.to_timestamp(civil).unwrap().as_second();
                assert_eq!(
                    Zone::TEHRAN.from_local(local),
                    timestamp(expected),
                    "when the clock reads {civil}"
                );
            }
        }
    }
}

#[test]
fn gaps_move_forward_and_the_first_of_two_is_meant() {
    let at = |text: &str| Zone::TEHRAN.from_local(reading(text.parse().unwrap()));
    // 2019-03-22 began at 01:00, and 2019-09-21 ended with a second hour from 23:00.
    assert_eq!(at("2019-03-21T23:59:59").to_string(), "2019-03-21T20:29:59Z");
    assert_eq!(at("2019-03-22T00:00:00").to_string(), "2019-03-21T20:30:00Z");
    assert_eq!(at("2019-03-22T00:30:00"), at("2019-03-22T01:30:00"));
    assert_eq!(at("2019-09-21T23:30:00").to_string(), "2019-09-21T19:00:00Z");
    assert_eq!(at("2019-09-22T00:00:00").to_string(), "2019-09-21T20:30:00Z");
}

#[test]
fn a_bare_date_is_the_first_moment_of_its_day() {
    let tehran = tehran();
    let mut without_midnight = 0;
    let mut day = date(1930, 1, 1);
    while day < date(2030, 1, 1) {
        let first = day.to_zoned(tehran.clone()).unwrap();
        assert_eq!(Timestamp::parse(&day.to_string()), Ok(timestamp(first.timestamp().as_second())), "{day}");
        without_midnight += u32::from((1991..=2022).contains(&day.year()) && first.hour() != 0);
        day = day.tomorrow().unwrap();
    }
    assert_eq!(without_midnight, 30, "every summer time of those years began at midnight");
}

#[test]
fn the_clock_round_trips_where_it_runs() {
    let first: Date = date(1900, 1, 1);
    let start = first.to_zoned(TimeZone::UTC).unwrap().timestamp().as_second();
    for unix in (start..start + 150 * 366 * 86_400).step_by(5 * 3600 + 7) {
        let instant = timestamp(unix);
        let local = Zone::TEHRAN.to_local(instant);
        let again = Zone::TEHRAN.from_local(local);
        // A repeated reading gives its first instant, which reads the same.
        assert!(again == instant || again < instant && Zone::TEHRAN.to_local(again) == local, "{instant}");
    }
}

#[test]
fn kabul_s_clock_is_the_tz_database_s() {
    let kabul = zone("Asia/Kabul");
    let changes = changes(&kabul);
    assert_eq!(changes.len(), 2);
    for change in changes {
        for step in (-10_000..=10_000).chain([-86_400, 86_400]) {
            let unix = change.at.as_second() + step;
            let expected = kabul.to_offset(jiff::Timestamp::from_second(unix).unwrap()).seconds();
            assert_eq!(Zone::KABUL.offset_at(timestamp(unix)), expected, "at {}", timestamp(unix));
            let reading = unix + i64::from(change.before);
            let civil = Offset::UTC.to_datetime(jiff::Timestamp::from_second(reading).unwrap());
            let expected = kabul.to_timestamp(civil).unwrap().as_second();
            assert_eq!(Zone::KABUL.from_local(reading), timestamp(expected), "when the clock reads {civil}");
        }
    }
    assert_eq!(Zone::KABUL.offset_at(Timestamp::MAX), 4 * 3600 + 30 * 60);
}

#[test]
fn zones_have_names() {
    for zone in [Zone::TEHRAN, Zone::KABUL, Zone::UTC, Zone::fixed(-210).unwrap(), Zone::fixed(1439).unwrap()]
    {
        assert_eq!(zone.to_string().parse(), Ok(zone));
    }
    for (name, zone) in [
        ("Iran", Zone::TEHRAN),
        ("Z", Zone::UTC),
        ("+00:00", Zone::UTC),
        ("+0430", Zone::fixed(270).unwrap()),
    ] {
        assert_eq!(name.parse(), Ok(zone), "{name}");
    }
    for name in ["", "asia/tehran", "Europe/Paris", "Tehran", "04:30", "+4:30", "+04:3", "+04:30x"] {
        assert_eq!(name.parse::<Zone>(), Err(DateError::UnknownZone), "{name}");
    }
    for name in ["+24:00", "-99:00", "+04:60"] {
        assert_eq!(name.parse::<Zone>(), Err(DateError::BadOffset), "{name}");
    }
    assert_eq!(Zone::fixed(1440), Err(DateError::BadOffset));
    assert_eq!(Zone::fixed(i16::MIN), Err(DateError::BadOffset));
    assert_eq!(format!("{:>12}|{}", Zone::KABUL, Zone::fixed(-90).unwrap()), "  Asia/Kabul|-01:30");
}

#[test]
fn no_reading_is_too_far() {
    assert_eq!(Zone::TEHRAN.from_local(i64::MIN), Timestamp::MIN);
    assert_eq!(Zone::TEHRAN.from_local(i64::MAX), Timestamp::MAX);
}
