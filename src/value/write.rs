//! Values as JSON text again.

use alloc::string::String;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Value;

/// Appends a value as JSON without white space. Numbers are written as they came.
pub fn write(value: &Value<'_>, json: &mut String) {
    match value {
        Value::Null => json.push_str("null"),
        Value::Bool(is) => json.push_str(if *is { "true" } else { "false" }),
        Value::Number(digits) => json.push_str(digits),
        Value::String(text) => write_string(text, json),
        Value::Array(items) => {
            json.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                write(item, json);
            }
            json.push(']');
        }
        Value::Object(entries) => {
            json.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                write_string(key, json);
                json.push(':');
                write(value, json);
            }
            json.push('}');
        }
    }
}

/// Appends a text as JSON.
pub(crate) fn write_string(text: &str, json: &mut String) {
    json.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        // One byte is one character there, so no cut goes through any.
        let (plain, marked) = rest.split_at_checked(at).unwrap_or((rest, ""));
        json.push_str(plain);
        match marked.chars().next() {
            Some(mark @ ('"' | '\\')) => json.extend(['\\', mark]),
            Some(control) => {
                // A short escape, `\n`, is only shorter.
                json.push_str(if control < '\x10' { "\\u000" } else { "\\u001" });
                json.push(char::from_digit(control as u32 % 16, 16).unwrap_or_default());
            }
            None => {}
        }
        rest = marked.get(1..).unwrap_or_default();
    }
    json.push_str(rest);
    json.push('"');
}

impl Serialize for Value<'_> {
    /// A number is written as the nearest that the serializer knows.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(is) => serializer.serialize_bool(*is),
            Value::Number(digits) => {
                if let Ok(number) = digits.parse::<i64>() {
                    serializer.serialize_i64(number)
                } else if let Ok(number) = digits.parse::<u64>() {
                    serializer.serialize_u64(number)
                } else {
                    serializer.serialize_f64(digits.parse().map_err(serde::ser::Error::custom)?)
                }
            }
            Value::String(text) => serializer.serialize_str(text),
            Value::Array(items) => serializer.collect_seq(items),
            Value::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn written(json: &str) -> String {
        let mut out = String::new();
        write(&parse(json).expect(json).value, &mut out);
        out
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        for json in [
            r#"{"a":[null,true,false,-1.50e3,"س\u000a\u001f\"\\"],"b":{},"c":[]}"#,
            "12345678901234567890.10",
            r#""\u200c""#,
        ] {
            let once = written(json);
            assert_eq!(parse(&once), parse(json), "{json}");
            assert_eq!(written(&once), once);
        }
        assert_eq!(written(" { \"a\" : [ 1 , 2 ] } "), r#"{"a":[1,2]}"#);
    }
}
