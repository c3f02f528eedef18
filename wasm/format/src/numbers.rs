//! Numbers as texts in, what a Persian reader reads or says out, and back.

use std::fmt::Display;

use satr::text::number::{self, Decimal};
use wasm_bindgen::prelude::*;

use crate::choices::Packed;
use crate::{failure, found};

/// Shows a number.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = formatNumber)]
pub fn format_number(
    text: &str,
    choices: u32,
    grouping: bool,
    fraction: Option<u8>,
) -> Result<String, JsValue> {
    Ok(number::format(read(text)?, Packed(choices).number(grouping, fraction)))
}

/// Tells a number and its unit in words.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = toWords)]
pub fn to_words(text: &str, choices: u32) -> Result<String, JsValue> {
    number::words(read(text)?, Packed(choices).unit()).map_err(|why| refusal(text, &why))
}

/// Tells a number's ordinal in words.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = toOrdinal)]
pub fn to_ordinal(text: &str) -> Result<String, JsValue> {
    let number = read(text)?.to_string().parse();
    let number = number.map_err(|_| refusal(text, &"expected a whole number from 0 for an ordinal"))?;
    number::ordinal(number).map_err(|why| refusal(text, &why))
}

/// Reads a number in words, in digits or in both, as the text of a decimal.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = parseNumber)]
pub fn parse_number(text: &str) -> Result<String, JsValue> {
    number::read(text).map(|number| number.to_string()).map_err(|why| refusal(text, &why))
}

/// Whether two texts of decimals are one number: `1.50` and `15e-1` are.
#[wasm_bindgen(js_name = isSame)]
pub fn is_same(one: &str, other: &str) -> bool {
    match (one.parse::<Decimal>(), other.parse::<Decimal>()) {
        (Ok(one), Ok(other)) => one.normalized() == other.normalized(),
        _ => false,
    }
}

fn read(text: &str) -> Result<Decimal, JsValue> {
    text.parse().map_err(|why: number::DecimalError| refusal(text, &why))
}

fn refusal(text: &str, why: &dyn Display) -> JsValue {
    failure("bad-number", &found(text, &why.to_string()))
}
