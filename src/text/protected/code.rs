//! Text in, the length of the code or the formula that it begins with out.
//! Floor 1. Uses: chars.

use super::super::chars;
use super::Seen;

/// `` `a` ``, ``` ``a`b`` ```, and fences over several lines: a run of backticks up to the next run of the same length.
pub(super) fn fenced(bytes: &[u8]) -> Option<usize> {
    let run = |from| bytes.iter().skip(from).take_while(|b| **b == b'`').count();
    let width = run(0);
    // Not finding a close means that no run of this width is left, in the line or, for a fence, in the text: each width
    // fails once. The bound on widths keeps that linear.
    if width > 16 {
        return None;
    }
    let mut end = width;
    loop {
        match bytes.get(end)? {
            b'`' => {
                let close = run(end);
                end += close;
                if close == width {
                    return Some(end);
                }
            }
            b'\n' if width < 3 => return None,
            _ => end += 1,
        }
    }
}

/// `$x^2$` and `$$…$$`, not the prices in «$5 و $10»: the content has a command, a power or an index, and in the single
/// form touches both dollars (pandoc's rule, `tex_math_dollars`).
pub(super) fn dollar_math(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let width = if bytes.starts_with(b"$$") { 2 } else { 1 };
    let mut is_math = false;
    let mut at = width;
    let end = loop {
        match bytes.get(at)? {
            b'$' if width == 1 || bytes.get(at + 1) == Some(&b'$') => break at + width,
            b'\\' => {
                is_math = true;
                at += 1;
            }
            b'^' | b'_' => is_math = true,
            _ => {}
        }
        at += 1;
    };
    let touches = !bytes.get(1)?.is_ascii_whitespace() && !bytes.get(at - 1)?.is_ascii_whitespace();
    let tight = touches && !rest.get(end..)?.starts_with(chars::is_digit);
    (is_math && (tight || width == 2)).then_some(end)
}

/// What begins with a backslash: a formula, an environment, a command.
pub(super) fn backslash(bytes: &[u8], seen: &mut Seen) -> Option<usize> {
    bracket_math(bytes).or_else(|| environment(bytes, seen)).or_else(|| command(bytes))
}

/// `\(…\)` and `\[…\]`, without another opening inside.
fn bracket_math(bytes: &[u8]) -> Option<usize> {
    let open = *bytes.get(1)?;
    let close = match open {
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    let mut at = 2;
    loop {
        if *bytes.get(at)? == b'\\' {
            at += 1;
            match *bytes.get(at)? {
                sign if sign == close => return Some(at + 1),
                sign if sign == open => return None,
                _ => {}
            }
        }
        at += 1;
    }
}

/// `\begin{align} … \end{align}`, up to the first end of any.
fn environment(bytes: &[u8], seen: &mut Seen) -> Option<usize> {
    if seen.has_no_end || !bytes.starts_with(br"\begin{") {
        return None;
    }
    let end = bytes.windows(5).position(|window| window == br"\end{");
    let close = end.and_then(|end| Some(end + bytes.iter().skip(end).position(|b| *b == b'}')? + 1));
    seen.has_no_end = close.is_none();
    close
}

/// `\frac{1}{2}`, `\alpha_1`: names, powers, indices, and what is in brackets on their line, within a bound.
fn command(bytes: &[u8]) -> Option<usize> {
    if !bytes.get(1)?.is_ascii_alphabetic() {
        return None;
    }
    let mut depth = 0;
    let mut end = 0;
    for (b, len) in bytes.iter().zip(1..=250) {
        match b {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth > 0 => depth -= 1,
            b'\\' | b'^' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {}
            b'\n' => break,
            _ if depth > 0 => {}
            _ => break,
        }
        if depth == 0 {
            end = len;
        }
    }
    Some(end)
}
