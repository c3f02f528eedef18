//! Text in, the length of what must not be touched out.
//! Floor 1. Uses: chars, token.
//!
//! One matcher for each kind of text that means what it means byte for byte: links, addresses, code, identifiers. None
//! looks further ahead than it can account for: either what it reads becomes the token, or [`Seen`] or a fixed bound
//! keeps the next look short, so that the whole stays linear on any input.

use super::chars;
use super::token::{joins_latin, number, prefix};

/// What has been learnt about the text ahead.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// Up to this byte the current run of Latin letters, digits and signs was read, and found ordinary.
    plain: usize,
}

/// The length of the protected token that `rest` begins with, `before` being the text it follows and `first` its own
/// first character.
pub(super) fn at_start(before: &str, rest: &str, first: char, seen: &mut Seen) -> Option<usize> {
    let at = before.len();
    match first {
        '`' if !before.ends_with('`') => code(rest),
        '$' if !before.ends_with(['$', '\\']) => dollar_math(rest),
        '\\' => bracket_math(rest),
        '@' | '#' if at >= seen.plain => handle(rest),
        ':' if at >= seen.plain => short_ipv6(rest),
        _ if is_core(first) => {
            if at >= seen.plain {
                let run = run(rest);
                let found = link(rest, run).or_else(|| spaced_iban(rest)).or_else(|| identifier(run));
                if found.is_some() {
                    return found;
                }
                seen.plain = at + run.len();
            }
            first.is_ascii_digit().then(|| code_number(before, rest)).flatten()
        }
        _ => None,
    }
}

/// `` `a` ``, ``` ``a`b`` ```, and fences over several lines: a run of backticks up to the next run of the same length.
fn code(rest: &str) -> Option<usize> {
    let backtick = |c| c == '`';
    let width = prefix(rest, backtick);
    // A fence may span lines. Not finding a close means that no run of this width is left, so each width fails once
    // for a line or the text; the bound on widths keeps that linear.
    let fence = match width {
        1..=2 => false,
        3..=16 => true,
        _ => return None,
    };
    let mut end = width;
    loop {
        end += rest.get(end..)?.find(|c| c == '`' || (c == '\n' && !fence))?;
        let run = prefix(rest.get(end..)?, backtick);
        end += run;
        if run == width {
            return Some(end);
        }
        if run == 0 {
            return None;
        }
    }
}

/// `$x^2$` and `$$…$$`, not the prices in «$5 و $10»: the content has a command, a power or an index, and in the single
/// form touches both dollars (pandoc's rule, `tex_math_dollars`).
fn dollar_math(rest: &str) -> Option<usize> {
    let sign = if rest.starts_with("$$") { "$$" } else { "$" };
    let body = rest.get(sign.len()..)?;
    let unescaped = |at: &usize| !body.get(..*at).is_some_and(|inner| inner.ends_with('\\'));
    let len = body.match_indices(sign).map(|(at, _)| at).find(unescaped)?;
    let (inner, after) = body.split_at_checked(len)?;
    let tight = sign == "$$"
        || (inner.trim() == inner
            && !after.get(1..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit())));
    (tight && inner.contains(['\\', '^', '_'])).then_some(len + 2 * sign.len())
}

/// `\(…\)` and `\[…\]`, without another opening inside.
fn bracket_math(rest: &str) -> Option<usize> {
    let (open, close) = match rest.as_bytes().get(1)? {
        b'(' => ("\\(", "\\)"),
        b'[' => ("\\[", "\\]"),
        _ => return None,
    };
    let body = rest.get(2..)?;
    let len = body.match_indices('\\').map(|(at, _)| at).find(|at| {
        let here = body.get(*at..).unwrap_or_default();
        here.starts_with(open) || here.starts_with(close)
    })?;
    body.get(len..)?.starts_with(close).then_some(len + 4)
}

/// `@user_1`, `#Iran`: the sign, then a name with a letter in it.
fn handle(rest: &str) -> Option<usize> {
    let name = rest.get(1..)?;
    if !name.starts_with(is_core) {
        return None;
    }
    let name = trim(run(name));
    name.contains(chars::is_latin_letter).then_some(1 + name.len())
}

/// `::1`, `::ffff:192.0.2.1`: the addresses that begin with their colons.
fn short_ipv6(rest: &str) -> Option<usize> {
    let hex = |c: char| c.is_ascii_hexdigit();
    let body = rest.strip_prefix("::").filter(|body| body.starts_with(hex))?;
    let len = prefix(body, |c| hex(c) || matches!(c, ':' | '.' | '/'));
    let (address, after) = body.split_at_checked(len)?;
    let address = address.trim_end_matches([':', '.', '/']);
    (!after.starts_with(is_core)).then_some(2 + address.len())
}

/// What identifiers are made of at their ends. Digits of any script, since whoever writes «MP۳» means the same, and so
/// that changing a digit's script never changes where a token ends.
fn is_core(c: char) -> bool {
    chars::is_digit(c) || c == '_' || chars::is_latin_letter(c)
}

/// The Latin letters, digits and technical signs `rest` begins with. Sentence punctuation ends a run; a dot or an
/// apostrophe belongs to it only in front of more.
fn run(rest: &str) -> &str {
    let mut ahead = rest.char_indices().peekable();
    while let Some((at, c)) = ahead.next() {
        let next = ahead.peek().map(|(_, next)| next);
        let belongs = is_core(c)
            || matches!(c, '-' | ':' | '/' | '\\' | '@' | '#' | '+' | '=' | '&' | '%' | '~' | '*' | '^')
            || (c == '.' && next.is_some_and(|next| is_core(*next)))
            || joins_latin(c, next);
        if !belongs {
            return rest.get(..at).unwrap_or_default();
        }
    }
    rest
}

fn trim(run: &str) -> &str {
    run.trim_end_matches(|c| !is_core(c))
}

/// Names that mean something only as they are: letters with digits (`H2O`, `COVID-19`, a hash, a UUID, an ISO timestamp),
/// letters with signs that no sentence has inside (`example.com`, `a@b.ir`, `snake_case`), digits with an address's colons.
fn identifier(run: &str) -> Option<usize> {
    let name = trim(run);
    let named = match (name.contains(chars::is_latin_letter), name.contains(chars::is_digit)) {
        (true, true) => true,
        (true, false) => name.contains(['.', '@', '#', '_', '\\', '^']),
        (false, _) => name.contains("::") || name.matches(':').count() >= 4,
    };
    named.then_some(name.len())
}

/// `https://…` with any scheme, or a domain with a path or a query behind it. (A bare domain is an [`identifier`].)
fn link(rest: &str, run: &str) -> Option<usize> {
    if let Some(colon) = run.find("://") {
        return link_end(rest, colon + 3, true);
    }
    let domain = run.get(..prefix(run, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))?;
    let (_, top) = domain.rsplit_once('.')?;
    if top.len() < 2 || !top.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let after = rest.get(domain.len()..)?;
    let port = match after.strip_prefix(':') {
        Some(port) => 1 + prefix(port, |c| c.is_ascii_digit()),
        None => 0,
    };
    let after = after.get(port..)?;
    let goes_on = after.starts_with('/')
        || after
            .strip_prefix('?')
            .is_some_and(|query| query.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if goes_on { link_end(rest, domain.len() + port, false) } else { None }
}

/// Where the link ends whose host (after a scheme) or path (without one) begins at `from`.
///
/// Other scripts belong to a host that begins with them, and to a path: after a scheme anywhere in it, else only behind
/// a sign, so that «example.com/aرا» leaves «را» out. A bracket that the link did not open ends it, and so does what
/// closes a sentence.
fn link_end(rest: &str, from: usize, has_scheme: bool) -> Option<usize> {
    let body = rest.get(from..)?;
    let foreign_host = body.starts_with(|c: char| !c.is_ascii());
    let mut in_path = false;
    let mut open = 0_usize;
    let mut before = '/';
    let mut end = 0;
    for (at, c) in body.char_indices() {
        match c {
            '/' | '?' | '#' => in_path = true,
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => break,
            ')' | ']' => open -= 1,
            '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^' => break,
            _ if c.is_ascii_graphic() => {}
            _ if c.is_ascii() || !is_foreign(c) => break,
            _ if !in_path && foreign_host => {}
            _ if in_path && (has_scheme || !before.is_ascii_alphanumeric()) => {}
            _ => break,
        }
        if !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '(' | '[') {
            end = at + c.len_utf8();
        }
        before = c;
    }
    (end > 0).then_some(from + end)
}

/// A letter, mark, digit or joiner outside ASCII.
fn is_foreign(c: char) -> bool {
    !c.is_ascii()
        && (!(chars::is_punctuation(c) || c.is_whitespace() || c.is_control()) || chars::is_joiner(c))
}

/// `IR82 0540 1026 8002 0817 9090 02`: country and check digits, then groups of four (ISO 13616).
fn spaced_iban(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    // The length of a group of one to four, or 0.
    let group = |at| {
        let len = bytes
            .iter()
            .skip(at)
            .take(4)
            .take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            .count();
        if rest.get(at + len..).is_some_and(|after| after.starts_with(is_core)) { 0 } else { len }
    };
    let [a, b, c, d, b' ', ..] = bytes else { return None };
    let country = a.is_ascii_uppercase() && b.is_ascii_uppercase();
    if !(country && c.is_ascii_digit() && d.is_ascii_digit()) {
        return None;
    }
    let mut end = 4;
    let mut last = 4;
    while last == 4 && end < 40 && bytes.get(end) == Some(&b' ') {
        last = group(end + 1);
        if last > 0 {
            end += 1 + last;
        }
    }
    let code = rest.get(..end)?;
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    (end >= 18 && digits >= 8).then_some(end)
}

/// Numbers that name something: versions and IPv4, cards, ISBN, and whatever has sixteen digits or more.
fn code_number(before: &str, rest: &str) -> Option<usize> {
    let figure = number(rest);
    if !figure.is_ascii() {
        return None;
    }
    let named = after_isbn(before);
    let plain = figure.bytes().all(|b| b.is_ascii_digit());
    let whole = if plain {
        figure.len() >= 16 || (figure.len() == 13 && is_bookland(figure))
    } else {
        figure.split([',', '/', ':', '-']).any(|part| part.matches('.').count() >= 2)
    };
    grouped(rest, named).or((whole || named).then_some(figure.len()))
}

/// Whether an ISBN-13 could begin like this.
fn is_bookland(digits: &str) -> bool {
    digits.starts_with("978") || digits.starts_with("979")
}

/// Whether `before` ends by announcing an ISBN: «شابک: », `ISBN-13 `.
fn after_isbn(before: &str) -> bool {
    let name = before.trim_end_matches([' ', ':', chars::NBSP]);
    let name = name.strip_suffix("-10").or(name.strip_suffix("-13")).unwrap_or(name);
    name.ends_with("ISBN") || name.ends_with("شابک")
}

/// Groups of digits between single hyphens or single spaces, in the shape of a card, a UUID or an ISBN.
fn grouped(rest: &str, named: bool) -> Option<usize> {
    let bytes = rest.as_bytes();
    let digits_from = |at: usize| bytes.iter().skip(at).take(13).take_while(|b| b.is_ascii_digit()).count();
    let mut widths = [0; 5];
    let mut groups = 0;
    let mut end = 0;
    let mut separator = None;
    loop {
        let width = digits_from(end);
        *widths.get_mut(groups)? = width;
        groups += 1;
        end += width;
        let sign = bytes.get(end).filter(|b| matches!(b, b' ' | b'-'));
        if sign.is_none() || *separator.get_or_insert(sign) != sign || digits_from(end + 1) == 0 {
            break;
        }
        end += 1;
    }
    if rest.get(end..)?.starts_with(is_core) {
        return None;
    }
    let widths = widths.get(..groups)?;
    let total: usize = widths.iter().sum();
    let hyphens = separator == Some(Some(&b'-'));
    let shaped = match widths {
        // Not four years in a row: cards begin with 3 to 9.
        [4, 4, 4, 4] => bytes.first().is_some_and(|b| *b >= b'3'),
        [8, 4, 4, 4, 12] => hyphens,
        [3, _, _, _, 1] => total == 13 && is_bookland(rest),
        [_, _, _, 1] => total == 10 && (hyphens || named),
        _ => false,
    };
    shaped.then_some(end)
}
