//! Milliseconds and texts in, dates out, and back.
//!
//! An instant is a number of milliseconds since 1970, as a `Date` counts them; the shell has seen to it that there is
//! such a timestamp.

use satr::date::{Context, Format, Jalali, Pattern, Style, Timestamp, Zone};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::choices::Packed;
use crate::{failure, found};

/// Writes an instant.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = formatDate)]
pub fn format_date(
    instant: f64,
    choices: u32,
    zone: Option<String>,
    pattern: Option<String>,
    now: Option<f64>,
) -> Result<String, JsValue> {
    let mut out = String::with_capacity(64);
    Form::new(choices, zone, pattern.as_deref(), now)?.write(&mut out, instant);
    Ok(out)
}

/// Writes many instants, and after each a NUL.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = formatDates)]
pub fn format_dates(
    instants: &[f64],
    choices: u32,
    zone: Option<String>,
    pattern: Option<String>,
    now: Option<f64>,
) -> Result<String, JsValue> {
    let form = Form::new(choices, zone, pattern.as_deref(), now)?;
    let mut out = String::with_capacity(32 * instants.len());
    for &instant in instants {
        form.write(&mut out, instant);
        out.push('\0');
    }
    Ok(out)
}

/// Writes the days from one instant to another; of the choices the style is left aside.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = formatDateRange)]
pub fn format_date_range(
    from: f64,
    to: f64,
    choices: u32,
    zone: Option<String>,
    now: Option<f64>,
) -> Result<String, JsValue> {
    let format = Packed(choices).format(read_zone(zone)?);
    Ok(format.range(timestamp(from), timestamp(to), now.map(timestamp)))
}

/// Reads a date as machines write it.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = readDate)]
pub fn read_date(text: &str) -> Result<f64, JsValue> {
    Timestamp::parse(text).map(milliseconds).map_err(|why| failure("bad-date", &found(text, &why.message())))
}

/// Reads a date as people or machines write it.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = parseDate)]
pub fn parse_date(text: &str, zone: Option<String>, now: Option<f64>) -> Result<f64, JsValue> {
    let context = Context { zone: read_zone(zone)?, now: now.map(timestamp) };
    Timestamp::parse_with(text, &context)
        .map(milliseconds)
        .map_err(|why| failure("bad-date", &found(text, &why.message())))
}

/// The Jalali date and the time of day at an instant, as an object.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen]
pub fn jalali(instant: f64, zone: Option<String>) -> Result<JsValue, JsValue> {
    let moment = Moment::at(timestamp(instant), read_zone(zone)?);
    serde_wasm_bindgen::to_value(&moment).map_err(JsValue::from)
}

/// What the calendar and the clock show.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Moment {
    year: i32,
    month: u8,
    day: u8,
    /// 0 is شنبه.
    weekday: u8,
    hour: u8,
    minute: u8,
    second: u8,
    month_name: &'static str,
    weekday_name: &'static str,
    is_leap_year: bool,
    is_proleptic: bool,
}

impl Moment {
    fn at(instant: Timestamp, zone: Zone) -> Self {
        let date = Jalali::at(instant, zone);
        // Below 86,400: it fits.
        let second = zone.to_local(instant).rem_euclid(86_400) as u32;
        Self {
            year: date.year(),
            month: date.month(),
            day: date.day(),
            weekday: date.weekday() as u8,
            hour: (second / 3600) as u8,
            minute: (second / 60 % 60) as u8,
            second: (second % 60) as u8,
            month_name: date.month_name(),
            weekday_name: date.weekday().name(),
            is_leap_year: Jalali::new(date.year(), 12, 30).is_ok(),
            is_proleptic: date.is_proleptic(),
        }
    }
}

/// How instants are written: in a pattern, or else as they lie from now, or else in a style.
enum Form<'a> {
    Pattern(Format, Pattern<'a>),
    Relative(Format, Timestamp),
    Style(Format, Style),
}

impl<'a> Form<'a> {
    fn new(
        choices: u32,
        zone: Option<String>,
        pattern: Option<&'a str>,
        now: Option<f64>,
    ) -> Result<Self, JsValue> {
        let format = Packed(choices).format(read_zone(zone)?);
        Ok(match (pattern, now) {
            (Some(pattern), _) => Self::Pattern(format, read_pattern(pattern)?),
            (None, Some(now)) => Self::Relative(format, timestamp(now)),
            (None, None) => Self::Style(format, Packed(choices).style()),
        })
    }

    fn write(&self, out: &mut String, instant: f64) {
        let instant = timestamp(instant);
        match *self {
            Self::Pattern(format, pattern) => format.write_pattern(out, instant, pattern),
            Self::Relative(format, now) => format.write_relative(out, instant, now),
            Self::Style(format, style) => format.write_date(out, instant, style),
        }
    }
}

fn read_zone(name: Option<String>) -> Result<Zone, JsValue> {
    let Some(name) = name else { return Ok(Zone::TEHRAN) };
    name.parse().map_err(|why: satr::date::DateError| {
        failure("bad-options", &["options.zone: ", &found(&name, &why.message())].concat())
    })
}

fn read_pattern(pattern: &str) -> Result<Pattern<'_>, JsValue> {
    Pattern::new(pattern)
        .map_err(|why| failure("bad-options", &["options.pattern: ", &why.to_string()].concat()))
}

/// Parts of a second are dropped.
fn timestamp(milliseconds: f64) -> Timestamp {
    Timestamp::from_unix_seconds((milliseconds as i64).div_euclid(1000))
}

/// Of so few seconds, a double holds each.
fn milliseconds(instant: Timestamp) -> f64 {
    (instant.unix_seconds() * 1000) as f64
}
