//! Text in, the length of what must not be touched out.
//! Floor 1. Uses: chars, token.
//!
//! One matcher for each kind of text that means what it means byte for byte: links, addresses, code, identifiers. None
//! looks further ahead than it can account for: either what it reads becomes the token, or [`Seen`] or a fixed bound
//! keeps the next look short, so that the whole stays linear on any input.
//!
//! The matchers read bytes where what they look for is ASCII. Searching with `str` patterns would bring the standard
//! library's substring search and its panic messages along: 5 KB of a page after brotli, measured on 2026-11-23.

mod code;

use super::chars::{self, span};
use super::token::number;

/// What has been learnt about the text ahead.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// Up to this byte the current run of Latin letters, digits and signs was read, and found ordinary.
    plain: usize,
    /// Whether no `\end` is left.
    has_no_end: bool,
}

/// The length of the protected token that `rest` begins with, `before` being the text it follows and `first` its own
/// first character.
pub(super) fn at_start(before: &str, rest: &str, first: char, seen: &mut Seen) -> Option<usize> {
    let bytes = rest.as_bytes();
    let at = before.len();
    let last = before.as_bytes().last();
    match first {
        '`' if last != Some(&b'`') => code::fenced(bytes),
        '$' if !matches!(last, Some(b'$' | b'\\')) => code::dollar_math(rest),
        '\\' => code::backslash(bytes, seen),
        '@' | '#' if at >= seen.plain => handle(rest),
        ':' if at >= seen.plain => short_ipv6(rest),
        _ if is_core(first) => {
            if at >= seen.plain {
                let run = Run::read(rest);
                let found = link(rest, &run).or_else(|| spaced_iban(rest)).or_else(|| run.identifier());
                if found.is_some() {
                    return found;
                }
                seen.plain = at + run.reach;
            }
            if first.is_ascii_digit() { code_number(before, rest) } else { None }
        }
        _ => None,
    }
}

/// `@user_1`, `#Iran`: the sign, then a name with a letter in it.
fn handle(rest: &str) -> Option<usize> {
    // Looked at before the run is read: a row of signs would be read from each of them to its end.
    let name = rest.get(1..).filter(|name| name.starts_with(is_core))?;
    let run = Run::read(name);
    run.letters.then_some(1 + run.end)
}

/// `::1`, `::ffff:192.0.2.1`: the addresses that begin with their colons.
fn short_ipv6(rest: &str) -> Option<usize> {
    if !matches!(rest.as_bytes(), [b':', b':', hex, ..] if hex.is_ascii_hexdigit()) {
        return None;
    }
    let len = span(rest, |c| c.is_ascii_hexdigit() || matches!(c, ':' | '.' | '/'));
    let (address, after) = rest.split_at_checked(len)?;
    let end = address.as_bytes().iter().rposition(u8::is_ascii_hexdigit)? + 1;
    (!after.starts_with(is_core)).then_some(end)
}

/// What identifiers are made of at their ends. Digits of any script, since whoever writes «MP۳» means the same, and so
/// that changing a digit's script never changes where a token ends.
fn is_core(c: char) -> bool {
    chars::is_digit(c) || c == '_' || chars::is_latin_letter(c)
}

/// The Latin letters, digits and technical signs that a text begins with. Sentence punctuation ends them; a dot or an
/// apostrophe belongs only in front of more.
#[derive(Default)]
struct Run {
    /// How far it was read.
    reach: usize,
    /// Its length without the signs at its end. The rest is about this part.
    end: usize,
    letters: bool,
    digits: bool,
    /// Whether there is a sign that no sentence has inside a word.
    technical: bool,
    colons: usize,
    /// Whether two colons touch.
    double_colon: bool,
    /// Where the authority begins, behind the first `://`.
    authority: Option<usize>,
}

impl Run {
    fn read(rest: &str) -> Self {
        let mut run = Self::default();
        let mut signs = Self::default();
        let mut last = ' ';
        for (at, c) in rest.char_indices() {
            run.reach = at;
            if is_core(c) {
                run.end = at + c.len_utf8();
                run.letters |= chars::is_latin_letter(c);
                run.digits |= chars::is_digit(c);
                run.technical |= signs.technical || c == '_';
                run.colons = signs.colons;
                run.double_colon = signs.double_colon;
            } else if matches!(last, '.' | '\'' | '’') {
                return run;
            } else {
                match c {
                    '.' | '@' | '#' | '\\' | '^' => signs.technical = true,
                    ':' => {
                        signs.colons += 1;
                        signs.double_colon |= last == ':';
                        if run.authority.is_none()
                            && rest.get(at..).is_some_and(|rest| rest.starts_with("://"))
                        {
                            run.authority = Some(at + "://".len());
                        }
                    }
                    '-' | '/' | '+' | '=' | '&' | '%' | '~' | '*' | '\'' | '’' => {}
                    _ => return run,
                }
            }
            last = c;
        }
        run.reach = rest.len();
        run
    }

    /// Names that mean something only as they are: letters with digits (`H2O`, `COVID-19`, a hash, a UUID, an ISO
    /// timestamp), letters with technical signs (`example.com`, `a@b.ir`, `snake_case`), digits with an address's colons.
    fn identifier(&self) -> Option<usize> {
        let is_name = match (self.letters, self.digits) {
            (true, true) => true,
            (true, false) => self.technical,
            (false, _) => self.double_colon || self.colons >= 4,
        };
        is_name.then_some(self.end)
    }
}

/// `https://…` with any scheme, or a domain with a path or a query behind it. (A bare domain is an identifier.)
fn link(rest: &str, run: &Run) -> Option<usize> {
    if let Some(authority) = run.authority {
        return link_end(rest, authority, true);
    }
    let domain = span(rest.get(..run.reach)?, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let bytes = rest.as_bytes();
    let top = bytes.get(..domain)?.iter().rposition(|b| *b == b'.')? + 1;
    if domain - top < 2 || !bytes.get(top..domain)?.iter().all(u8::is_ascii_alphabetic) {
        return None;
    }
    let mut end = domain;
    if bytes.get(end) == Some(&b':') {
        end += 1 + span(rest.get(end + 1..)?, |c| c.is_ascii_digit());
    }
    let after = rest.get(end..)?;
    let goes_on = match after.strip_prefix('?') {
        Some(query) => query.starts_with(is_core),
        None => after.starts_with('/'),
    };
    if goes_on { link_end(rest, end, false) } else { None }
}

/// Where the link ends whose host (after a scheme) or path (without one) begins at `from`.
///
/// Other scripts belong to a host that begins with them, and to a path: after a scheme anywhere in it, else only behind
/// a sign, so that «example.com/aرا» leaves «را» out. A bracket that the link did not open ends it, and so does what
/// closes a sentence.
fn link_end(rest: &str, from: usize, has_scheme: bool) -> Option<usize> {
    let body = rest.get(from..)?;
    let foreign_host = body.starts_with(is_foreign) && !body.starts_with(chars::is_digit);
    let mut in_path = false;
    let mut open = 0_usize;
    let mut last = '/';
    let mut end = 0;
    for (at, c) in body.char_indices() {
        match c {
            '/' | '?' | '#' => in_path = true,
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => break,
            ')' | ']' => open -= 1,
            '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^' => break,
            '!'..='~' => {}
            _ if !is_foreign(c) => break,
            _ if chars::is_digit(c) => {}
            _ if in_path && (has_scheme || !is_core(last)) => {}
            _ if !in_path && foreign_host => {}
            _ => break,
        }
        if !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '(' | '[') {
            end = at + c.len_utf8();
        }
        last = c;
    }
    (end > 0).then_some(from + end)
}

/// A letter, mark, digit or joiner outside ASCII.
fn is_foreign(c: char) -> bool {
    let is_sign = chars::is_punctuation(c) || c.is_whitespace() || c.is_control();
    !c.is_ascii() && (!is_sign || chars::is_joiner(c))
}

/// `IR82 0540 1026 8002 0817 9090 02`: country and check digits, then groups of four (ISO 13616).
fn spaced_iban(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let is_code = |b: &&u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    let [a, b, c, d, b' ', ..] = bytes else { return None };
    if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return None;
    }
    let mut end = 4;
    let mut width = 4;
    while width == 4 && end < 40 && bytes.get(end) == Some(&b' ') {
        width = bytes.iter().skip(end + 1).take(4).take_while(is_code).count();
        let after = rest.get(end + 1 + width..)?;
        if width == 0 || after.starts_with(is_core) {
            break;
        }
        end += 1 + width;
    }
    let digits = bytes.iter().take(end).filter(|b| b.is_ascii_digit()).count();
    (end >= 18 && digits >= 8).then_some(end)
}

/// `2019-08-14 07:30:00Z`, as RFC 3339 allows it. Without a zone it is a date and a time in a sentence.
fn spaced_timestamp(bytes: &[u8]) -> Option<usize> {
    let fits = |from, shape: &[u8]| {
        let mut here = bytes.iter().skip(from);
        shape
            .iter()
            .all(|sign| here.next().is_some_and(|b| b == sign || (*sign == b'0' && b.is_ascii_digit())))
    };
    let shape = b"0000-00-00 00:00:00";
    if !fits(0, shape) {
        return None;
    }
    let fraction = bytes.iter().skip(shape.len()).take(12).take_while(|b| matches!(b, b'.' | b'0'..=b'9'));
    let end = shape.len() + fraction.count();
    match bytes.get(end)? {
        b'Z' => Some(end + 1),
        b'+' | b'-' if fits(end + 1, b"00:00") => Some(end + 6),
        _ => None,
    }
}

/// `1️⃣`: a digit that a mark or a selector makes an emoji of.
fn keycap(rest: &str) -> Option<usize> {
    let marks = span(rest.get(1..)?, |c| chars::is_mark(c) || chars::is_variation_selector(c));
    (marks > 0).then_some(1 + marks)
}

/// Numbers that name something: versions and IPv4, cards, ISBN, and whatever has sixteen digits or more.
fn code_number(before: &str, rest: &str) -> Option<usize> {
    if let Some(len) = keycap(rest).or_else(|| spaced_timestamp(rest.as_bytes())) {
        return Some(len);
    }
    let figure = rest.get(..number(rest))?;
    if !figure.is_ascii() {
        return None;
    }
    let mut is_plain = true;
    let mut is_version = false;
    let mut dots = 0;
    for b in figure.bytes() {
        match b {
            b'0'..=b'9' => continue,
            b'.' => dots += 1,
            _ => dots = 0,
        }
        is_plain = false;
        is_version |= dots == 2;
    }
    let is_long = is_plain && (figure.len() >= 16 || (figure.len() == 13 && is_bookland(figure)));
    let is_named = after_isbn(before);
    grouped(rest, is_named).or((is_long || is_version || is_named).then_some(figure.len()))
}

/// Whether an ISBN-13 could begin like this.
fn is_bookland(digits: &str) -> bool {
    digits.starts_with("978") || digits.starts_with("979")
}

/// Whether `before` ends by announcing an ISBN: «شابک: », `ISBN-13 `.
fn after_isbn(before: &str) -> bool {
    let name = before.trim_ascii_end();
    let name = name.strip_suffix(':').unwrap_or(name).trim_ascii_end();
    ["شابک", "ISBN", "ISBN-10", "ISBN-13"].iter().any(|known| name.ends_with(known))
}

/// Groups of digits between single hyphens or single spaces, in the shape of a card, a UUID or an ISBN.
fn grouped(rest: &str, is_named: bool) -> Option<usize> {
    let bytes = rest.as_bytes();
    let digits_from = |at| bytes.iter().skip(at).take(13).take_while(|b| b.is_ascii_digit()).count();
    let mut widths = [0; 5];
    let mut end = 0;
    let mut separator = None;
    for slot in &mut widths {
        let from = match (end, bytes.get(end)) {
            (0, _) => 0,
            (_, Some(sign @ (b' ' | b'-'))) if *separator.get_or_insert(sign) == sign => end + 1,
            _ => break,
        };
        *slot = digits_from(from);
        if *slot == 0 {
            break;
        }
        end = from + *slot;
    }
    let goes_on =
        matches!(bytes.get(end..)?, [sign, digit, ..] if Some(sign) == separator && digit.is_ascii_digit());
    if goes_on || rest.get(end..)?.starts_with(is_core) {
        return None;
    }
    let has_hyphens = separator == Some(&b'-');
    let total: usize = widths.iter().sum();
    let is_shaped = match widths {
        // Not four years in a row: cards begin with 3 to 9.
        [4, 4, 4, 4, 0] => bytes.first() >= Some(&b'3'),
        [8, 4, 4, 4, 12] => has_hyphens,
        [3, _, _, _, 1] => total == 13 && is_bookland(rest),
        [_, _, _, 1, 0] => total == 10 && (has_hyphens || is_named),
        _ => false,
    };
    is_shaped.then_some(end)
}
