//! The Jalali year against the sun: an account of the March equinox that shares nothing with the calendar's.
//!
//! The year begins on the day whose true noon at 52.5° east comes first after the equinox. Sources: J. Meeus,
//! *Astronomical Algorithms*, 2nd edition, chapters 27 (equinoxes) and 28 (equation of time); F. Espenak and
//! J. Meeus, *Five Millennium Canon of Solar Eclipses*, polynomials for ΔT, the seconds by which the rotating Earth
//! lags behind uniform time.
//!
//! What is hard: in 2224 (1602 AP) the equinox comes some ten seconds from noon, and in seven other years less than
//! three minutes; there the rounding of these formulas, and the ΔT of centuries to come, could decide otherwise. By
//! mean noon, some 7 minutes earlier, 1503, 1602, 1701 and 2159 AP would begin a day later.

use satr::date::{Jalali, Timestamp};

/// The periodic terms of Meeus' table 27.C: size, phase in degrees, degrees a century.
const TERMS: [(f64, f64, f64); 24] = [
    (485.0, 324.96, 1_934.136),
    (203.0, 337.23, 32_964.467),
    (199.0, 342.08, 20.186),
    (182.0, 27.85, 445_267.112),
    (156.0, 73.14, 45_036.886),
    (136.0, 171.52, 22_518.443),
    (77.0, 222.54, 65_928.934),
    (74.0, 296.72, 3_034.906),
    (70.0, 243.58, 9_037.513),
    (58.0, 119.81, 33_718.147),
    (52.0, 297.17, 150.678),
    (50.0, 21.02, 2_281.226),
    (45.0, 247.54, 29_929.562),
    (44.0, 325.15, 31_555.956),
    (29.0, 60.93, 4_443.417),
    (18.0, 155.12, 67_555.328),
    (17.0, 288.79, 4_562.452),
    (16.0, 198.04, 62_894.029),
    (14.0, 199.76, 31_436.921),
    (12.0, 95.39, 14_577.848),
    (12.0, 287.11, 31_931.756),
    (12.0, 320.81, 34_777.259),
    (9.0, 227.73, 1_222.114),
    (8.0, 15.45, 16_859.074),
];

/// The polynomial with these coefficients, lowest first.
fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

/// Centuries from noon of 2000-01-01.
fn centuries(julian_day: f64) -> f64 {
    (julian_day - 2_451_545.0) / 36_525.0
}

/// The March equinox of a Gregorian year, as a Julian day of uniform time.
fn equinox(year: f64) -> f64 {
    let mean = polynomial(
        (year - 2000.0) / 1000.0,
        &[2_451_623.809_84, 365_242.374_04, 0.051_69, -0.004_11, -0.000_57],
    );
    let t = centuries(mean);
    let w = (35_999.373 * t - 2.47).to_radians();
    let periodic: f64 =
        TERMS.iter().map(|(size, phase, rate)| size * (phase + rate * t).to_radians().cos()).sum();
    mean + 0.000_01 * periodic / (1.0 + 0.0334 * w.cos() + 0.0007 * (2.0 * w).cos())
}

/// ΔT of a Gregorian year, in seconds.
fn delta_t(year: f64) -> f64 {
    let parabola = || -20.0 + 32.0 * ((year - 1820.0) / 100.0).powi(2);
    match year {
        ..1800.0 => {
            polynomial(year - 1700.0, &[8.83, 0.1603, -0.005_928_5, 0.000_133_36, -1.0 / 1_174_000.0])
        }
        ..1860.0 => polynomial(
            year - 1800.0,
            &[13.72, -0.332_447, 0.006_861_2, 0.004_111_6, -0.000_374_36, 1.212_72e-5, -1.699e-7, 8.75e-10],
        ),
        ..1900.0 => polynomial(
            year - 1860.0,
            &[7.62, 0.5737, -0.251_754, 0.016_806_68, -0.000_447_362_4, 1.0 / 233_174.0],
        ),
        ..1920.0 => polynomial(year - 1900.0, &[-2.79, 1.494_119, -0.059_893_9, 0.006_196_6, -0.000_197]),
        ..1941.0 => polynomial(year - 1920.0, &[21.20, 0.844_93, -0.0761, 0.002_093_6]),
        ..1961.0 => polynomial(year - 1950.0, &[29.07, 0.407, -1.0 / 233.0, 1.0 / 2547.0]),
        ..1986.0 => polynomial(year - 1975.0, &[45.45, 1.067, -1.0 / 260.0, -1.0 / 718.0]),
        ..2005.0 => polynomial(
            year - 2000.0,
            &[63.86, 0.3345, -0.060_374, 0.001_727_5, 0.000_651_814, 0.000_023_735_99],
        ),
        ..2050.0 => polynomial(year - 2000.0, &[62.92, 0.322_17, 0.005_589]),
        ..2150.0 => parabola() - 0.5628 * (2150.0 - year),
        _ => parabola(),
    }
}

/// How far the sun is ahead of the mean sun, in days.
fn equation_of_time(julian_day: f64) -> f64 {
    let t = centuries(julian_day);
    let longitude = polynomial(t, &[280.466_46, 36_000.769_83, 0.000_303_2]).to_radians();
    let anomaly = polynomial(t, &[357.529_11, 35_999.050_29, -0.000_153_7]).to_radians();
    let eccentricity = polynomial(t, &[0.016_708_634, -0.000_042_037, -0.000_000_126_7]);
    let obliquity = (23.439_29 - 0.013_004_2 * t).to_radians();
    let y = (obliquity / 2.0).tan().powi(2);
    let angle = y * (2.0 * longitude).sin() - 2.0 * eccentricity * anomaly.sin()
        + 4.0 * eccentricity * y * anomaly.sin() * (2.0 * longitude).cos()
        - 0.5 * y * y * (4.0 * longitude).sin()
        - 1.25 * eccentricity * eccentricity * (2.0 * anomaly).sin();
    angle / std::f64::consts::TAU
}

/// The equinox on a true sundial at 52.5° east: days since noon of 1970-01-01.
fn equinox_by_the_sun(jalali: i32) -> f64 {
    const UNIX_NOON: f64 = 2_440_588.0;
    let year = f64::from(jalali + 621);
    let universal = equinox(year) - delta_t(year) / 86_400.0;
    universal + 52.5 / 360.0 + equation_of_time(universal) - UNIX_NOON
}

#[test]
fn every_year_from_1178_to_3000_begins_with_the_noon_after_the_equinox() {
    let mut narrow = Vec::new();
    for year in 1178..=3000 {
        let equinox = equinox_by_the_sun(year);
        let nowruz = Jalali::new(year, 1, 1).unwrap();
        assert_eq!(f64::from(nowruz.days()), equinox.ceil(), "{year}: the equinox is at {equinox}");
        if (equinox - equinox.round()).abs() * 1440.0 < 3.0 {
            narrow.push(year);
        }
    }
    assert_eq!(narrow, [1503, 1536, 1602, 2027, 2093, 2584, 2716], "where noon is less than 3 minutes away");
}

#[test]
fn the_equinox_is_when_it_was_observed() {
    // Minutes of Universal Time, as almanacs tell them.
    for (year, almanac) in
        [(1398, "2019-03-20T21:58:00Z"), (1399, "2020-03-20T03:50:00Z"), (1403, "2024-03-20T03:06:00Z")]
    {
        let gregorian = f64::from(year + 621);
        let unix = (equinox(gregorian) - 2_440_587.5) * 86_400.0 - delta_t(gregorian);
        let off = unix - Timestamp::parse(almanac).unwrap().unix_seconds() as f64;
        assert!(off.abs() < 90.0, "{year}: {off} seconds");
    }
}
