//! The table of what JavaScript is given for dates and numbers alone, asked of the core itself.
//!
//! `tests/browser/format.js` asks the package the same: so both sides answer alike.

use std::fmt::Debug;

use satr::date::{Calendar, Context, Format, Jalali, Names, Pattern, Style, Timestamp, Zone};
use satr::text::digits::Numerals;
use satr::text::number::{self, Decimal, Notation, Unit};
use serde_json::{Value, json};

/// What an argument or an option was refused with.
type Refusal = &'static str;

#[test]
fn the_core_answers_as_the_table_says() {
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/format/cases.json");
    let cases: Vec<(String, Vec<Value>, Value)> =
        serde_json::from_str(&std::fs::read_to_string(table).unwrap()).unwrap();
    assert!(cases.len() > 50);
    for (function, arguments, expected) in cases {
        let given = answer(&function, &arguments).unwrap_or_else(|code| json!({ "error": code }));
        assert_eq!(given, expected, "{function}({arguments:?})");
    }
}

fn answer(function: &str, arguments: &[Value]) -> Result<Value, Refusal> {
    let first = &arguments[0];
    let second = arguments.get(1).unwrap_or(&Value::Null);
    Ok(match function {
        "formatDate" => date(instant(first)?, second)?.into(),
        "formatDates" => {
            let instants = first.as_array().unwrap().iter().map(instant);
            instants.map(|each| date(each?, second)).collect::<Result<Vec<_>, _>>()?.into()
        }
        "formatDateRange" => {
            let options = arguments.get(2).unwrap_or(&Value::Null);
            let now = optional(&options["relativeTo"])?;
            format(options)?.range(instant(first)?, instant(second)?, now).into()
        }
        "parseDate" => {
            let context = Context { zone: zone(second)?, now: optional(&second["now"])? };
            let read = Timestamp::parse_with(first.as_str().unwrap(), &context);
            (read.map_err(|_| "bad-date")?.unix_seconds() * 1000).into()
        }
        "jalali" => jalali(instant(first)?, zone(second)?),
        "formatNumber" => number::format(decimal(first)?, style(second)).into(),
        "toWords" if second["ordinal"] == true => {
            let number = decimal(first)?.to_string().parse().map_err(|_| "bad-number")?;
            number::ordinal(number).map_err(|_| "bad-number")?.into()
        }
        "toWords" => number::words(decimal(first)?, style(second).unit).map_err(|_| "bad-number")?.into(),
        "parseNumber" => {
            let digits = number::read(first.as_str().unwrap()).map_err(|_| "bad-number")?.to_string();
            if second["as"] == "string" { digits.into() } else { as_number(&digits) }
        }
        _ => panic!("there is no {function}"),
    })
}

/// A number as the table has it: JSON knows whole ones and others.
fn as_number(digits: &str) -> Value {
    let float: f64 = digits.parse().unwrap();
    if float.fract() == 0.0 { json!(float as i64) } else { json!(float) }
}

fn date(instant: Timestamp, options: &Value) -> Result<String, Refusal> {
    let format = format(options)?;
    Ok(match (options["pattern"].as_str(), optional(&options["relativeTo"])?) {
        (Some(pattern), _) => format.pattern(instant, Pattern::new(pattern).map_err(|_| "bad-options")?),
        (None, Some(now)) => format.relative(instant, now),
        (None, None) => format.date(instant, named(&options["style"], &Style::ALL).unwrap_or(Style::News)),
    })
}

fn format(options: &Value) -> Result<Format, Refusal> {
    Ok(Format {
        zone: zone(options)?,
        calendar: named(&options["calendar"], &[Calendar::Jalali, Calendar::Gregorian]).unwrap_or_default(),
        numerals: numerals(options),
        names: named(&options["names"], &Names::ALL).unwrap_or_default(),
    })
}

fn style(options: &Value) -> number::Style {
    let units = [Unit::None, Unit::Percent, Unit::Rial, Unit::Toman, Unit::Byte];
    number::Style {
        notation: named(&options["notation"], &[Notation::Standard, Notation::Compact]).unwrap_or_default(),
        unit: named(&options["unit"], &units).unwrap_or_default(),
        grouping: options["grouping"].as_bool().unwrap_or(true),
        fraction: options["fraction"].as_u64().map(|places| places as u8),
        numerals: numerals(options),
    }
}

fn numerals(options: &Value) -> Numerals {
    named(&options["numerals"], &[Numerals::Persian, Numerals::Latin]).unwrap_or_default()
}

/// The choice that is named as JavaScript does it: `shortTime` is `ShortTime`.
fn named<T: Copy + Debug>(name: &Value, choices: &[T]) -> Option<T> {
    let name = name.as_str()?;
    let is_named = |choice: &&T| {
        let variant = format!("{choice:?}");
        variant[..1].to_lowercase() + &variant[1..] == name
    };
    Some(*choices.iter().find(is_named).unwrap_or_else(|| panic!("there is no {name}")))
}

fn zone(options: &Value) -> Result<Zone, Refusal> {
    options["zone"].as_str().map_or(Ok(Zone::TEHRAN), |name| name.parse().map_err(|_| "bad-options"))
}

fn optional(value: &Value) -> Result<Option<Timestamp>, Refusal> {
    if value.is_null() { Ok(None) } else { instant(value).map(Some) }
}

fn instant(value: &Value) -> Result<Timestamp, Refusal> {
    match value.as_str() {
        Some(text) => text.parse().map_err(|_| "bad-date"),
        None => Ok(Timestamp::from_unix_seconds((value.as_f64().unwrap() / 1000.0).floor() as i64)),
    }
}

fn decimal(value: &Value) -> Result<Decimal, Refusal> {
    let text = value.as_str().map_or_else(|| value.as_f64().unwrap().to_string(), str::to_owned);
    text.parse().map_err(|_| "bad-number")
}

fn jalali(instant: Timestamp, zone: Zone) -> Value {
    let date = Jalali::at(instant, zone);
    let second = zone.to_local(instant).rem_euclid(86_400);
    json!({
        "year": date.year(), "month": date.month(), "day": date.day(), "weekday": date.weekday() as u8,
        "hour": second / 3600, "minute": second / 60 % 60, "second": second % 60,
        "monthName": date.month_name(), "weekdayName": date.weekday().name(),
        "isLeapYear": Jalali::new(date.year(), 12, 30).is_ok(), "isProleptic": date.is_proleptic(),
    })
}
