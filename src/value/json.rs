//! JSON text (RFC 8259) in, a value tree out: one loop, no recursion, and no copy of a string that holds no escape.
//! Floor 2. Uses: nothing.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{MAX_DEPTH, MAX_VALUES, ParseError, Parsed, Value};

/// Parses JSON text. Half a surrogate pair, which JavaScript strings may hold, becomes U+FFFD.
///
/// # Errors
/// When the text is not one JSON value.
pub fn parse(text: &str) -> Result<Parsed<'_>, ParseError> {
    let mut reader = Reader { text, ..Reader::default() };
    let value = reader.document()?;
    Ok(Parsed { value, too_deep: reader.too_deep, too_many: reader.too_many })
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    /// The byte that is read next.
    at: usize,
    /// What ends each array and object that is open. Input may be millions of levels deep: one byte a level.
    ends: Vec<u8>,
    /// The outer ones of them, which are kept; what is over a budget is read and dropped.
    open: Vec<Open<'t>>,
    values: usize,
    too_deep: usize,
    too_many: usize,
}

/// An array or an object under way.
enum Open<'t> {
    Array(Vec<Value<'t>>),
    /// With the key of the value that comes next.
    Object(Vec<(Cow<'t, str>, Value<'t>)>, Cow<'t, str>),
}

impl<'t> Reader<'t> {
    fn document(&mut self) -> Result<Value<'t>, ParseError> {
        loop {
            let value = match self.peek()? {
                begin @ (b'[' | b'{') => {
                    let end = self.begin(begin);
                    if self.peek()? != end {
                        self.key()?;
                        continue;
                    }
                    self.at += 1;
                    self.close()
                }
                _ => Some(self.scalar()?).filter(|_| self.takes_room()),
            };
            if let Some(whole) = self.settle(value)? {
                return Ok(whole);
            }
        }
    }

    /// Puts a value where it stands; with it may end what it stands in, and what that stands in. Gives the whole
    /// document with its last value, and before that nothing: another value comes next.
    fn settle(&mut self, mut value: Option<Value<'t>>) -> Result<Option<Value<'t>>, ParseError> {
        while let Some(end) = self.ends.last().copied() {
            self.put(value);
            let next = self.peek()?;
            if next != end && next != b',' {
                return Err(self.failure());
            }
            self.at += 1;
            if next == b',' {
                return self.key().map(|()| None);
            }
            value = self.close();
        }
        self.end(value).map(Some)
    }

    /// Opens an array or an object and says what will end it.
    fn begin(&mut self, begin: u8) -> u8 {
        self.at += 1;
        let end = if begin == b'[' { b']' } else { b'}' };
        if self.takes_room() {
            if self.ends.len() < MAX_DEPTH {
                let array = begin == b'[';
                self.open.push(if array {
                    Open::Array(Vec::new())
                } else {
                    Open::Object(Vec::new(), "".into())
                });
            } else {
                self.too_deep += 1;
            }
        }
        self.ends.push(end);
        end
    }

    /// Closes the innermost array or object, and hands it out if it is kept.
    fn close(&mut self) -> Option<Value<'t>> {
        self.ends.pop();
        if self.open.len() <= self.ends.len() {
            return None;
        }
        Some(match self.open.pop()? {
            Open::Array(items) => Value::Array(items),
            Open::Object(entries, _) => Value::Object(entries),
        })
    }

    /// Puts a value into the innermost array or object.
    fn put(&mut self, value: Option<Value<'t>>) {
        match (value, self.open.last_mut()) {
            (Some(value), Some(Open::Array(items))) => items.push(value),
            (Some(value), Some(Open::Object(entries, key))) => entries.push((core::mem::take(key), value)),
            _ => {}
        }
    }

    /// Takes room for the value that comes next, if what it stands in is kept and the budget allows.
    fn takes_room(&mut self) -> bool {
        if self.open.len() < self.ends.len() {
            return false;
        }
        let has_room = self.values < MAX_VALUES;
        self.values += usize::from(has_room);
        self.too_many += usize::from(!has_room);
        has_room
    }

    /// In an object, reads the key that comes next.
    fn key(&mut self) -> Result<(), ParseError> {
        if self.ends.last() != Some(&b'}') {
            return Ok(());
        }
        if self.peek()? != b'"' {
            return Err(self.failure());
        }
        let read = self.string()?;
        if self.peek()? != b':' {
            return Err(self.failure());
        }
        self.at += 1;
        if self.open.len() == self.ends.len()
            && let Some(Open::Object(_, key)) = self.open.last_mut()
        {
            *key = read;
        }
        Ok(())
    }

    fn end(&mut self, value: Option<Value<'t>>) -> Result<Value<'t>, ParseError> {
        match self.peek() {
            Err(_) => Ok(value.unwrap_or(Value::Null)),
            Ok(_) => Err(self.failure()),
        }
    }

    fn scalar(&mut self) -> Result<Value<'t>, ParseError> {
        match self.byte() {
            Some(b'"') => self.string().map(Value::String),
            Some(b'n') => self.word("null").map(|()| Value::Null),
            Some(b't') => self.word("true").map(|()| Value::Bool(true)),
            Some(b'f') => self.word("false").map(|()| Value::Bool(false)),
            _ => self.number().map(Value::Number),
        }
    }

    fn word(&mut self, word: &str) -> Result<(), ParseError> {
        for letter in word.bytes() {
            if self.byte() != Some(letter) {
                return Err(self.failure());
            }
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<&'t str, ParseError> {
        let start = self.at;
        self.skip(|b| b == b'-', 1);
        if self.skip(|b| b == b'0', 1) == 0 {
            self.digits()?;
        }
        if self.skip(|b| b == b'.', 1) == 1 {
            self.digits()?;
        }
        if self.skip(|b| matches!(b, b'e' | b'E'), 1) == 1 {
            self.skip(|b| matches!(b, b'+' | b'-'), 1);
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    fn digits(&mut self) -> Result<(), ParseError> {
        if self.skip(|b| b.is_ascii_digit(), usize::MAX) == 0 { Err(self.failure()) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<Cow<'t, str>, ParseError> {
        let mut unescaped = String::new();
        loop {
            self.at += 1;
            let start = self.at;
            self.at += plain_span(self.rest());
            let plain = self.text.get(start..self.at).unwrap_or_default();
            match self.byte() {
                Some(b'"') if unescaped.is_empty() => {
                    self.at += 1;
                    return Ok(Cow::Borrowed(plain));
                }
                Some(b'"' | b'\\') => unescaped.push_str(plain),
                _ => return Err(self.failure()),
            }
            if self.byte() == Some(b'"') {
                self.at += 1;
                return Ok(Cow::Owned(unescaped));
            }
            unescaped.push(self.escape()?);
        }
    }

    /// Reads an escape up to its last byte.
    fn escape(&mut self) -> Result<char, ParseError> {
        self.at += 1;
        Ok(match self.byte() {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\x08',
            Some(b'f') => '\x0C',
            Some(same @ (b'"' | b'\\' | b'/')) => char::from(same),
            Some(b'u') => self.code_point()?,
            _ => return Err(self.failure()),
        })
    }

    /// Reads the digits of one `\u`, or of two that are a surrogate pair.
    fn code_point(&mut self) -> Result<char, ParseError> {
        let high = self.code_unit()?;
        let rest = self.text.get(self.at + 1..).unwrap_or_default();
        let mut code = high;
        if (0xD800..0xDC00).contains(&high) && rest.starts_with("\\u") {
            let after_high = self.at;
            self.at += 2;
            match self.code_unit()? {
                low @ 0xDC00..0xE000 => code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00),
                _ => self.at = after_high,
            }
        }
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn code_unit(&mut self) -> Result<u32, ParseError> {
        let mut unit = 0;
        for _ in 0..4 {
            self.at += 1;
            match self.byte().and_then(|b| char::from(b).to_digit(16)) {
                Some(digit) => unit = unit << 4 | digit,
                None => return Err(self.failure()),
            }
        }
        Ok(unit)
    }

    /// The byte that is read next, if there is any.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The same, after white space.
    fn peek(&mut self) -> Result<u8, ParseError> {
        loop {
            match self.byte() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                byte => return byte.ok_or(ParseError::Truncated),
            }
        }
    }

    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Skips bytes of a kind, so many at most, and says how many there were.
    fn skip(&mut self, is: fn(u8) -> bool, most: usize) -> usize {
        let skipped = self.rest().iter().take(most).take_while(|b| is(**b)).count();
        self.at += skipped;
        skipped
    }

    /// Says that the byte that is read next may not stand here, or is missing.
    fn failure(&self) -> ParseError {
        let Some(read) = self.text.as_bytes().get(..=self.at) else { return ParseError::Truncated };
        let lines = read.iter().filter(|b| **b == b'\n').count();
        let column = read.iter().rev().skip(1).take_while(|b| **b != b'\n').count() + 1;
        ParseError::NotJson { line: lines + 1, column }
    }
}

/// How many bytes at the start of a text stand in a string as they are.
fn plain_span(text: &[u8]) -> usize {
    let mut rest = text;
    while let [b' '..=b'!' | b'#'..=b'[' | b']'.., after @ ..] = rest {
        rest = after;
    }
    text.len() - rest.len()
}
