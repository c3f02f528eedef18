//! Text in, edits to quotation marks out, where they pair on their line.
//! Floor 1. Uses: chars, token.

use alloc::vec::Vec;

use super::super::token::{Kind, Script, Token, tokens};
use super::super::{Edit, Rule, Rules, chars};
use super::is_persian;

pub(super) fn edits(text: &str, rules: Rules) -> Vec<Edit> {
    let mut edits = Vec::new();
    if rules.contains(Rule::Quotes) {
        let mut line = Line::default();
        for token in tokens(text) {
            line.read(text, token, &mut edits);
        }
        line.end(&mut edits);
    }
    edits
}

/// What a line has shown of its quotation marks. Where they do not pair, its edits are taken back at its end.
#[derive(Default)]
struct Line {
    /// The number of edits made before the line.
    start: usize,
    /// The mark that is open: its place and its length, which tells straight ones from others.
    open: Option<(usize, usize)>,
    /// Whether the open pair stands in Persian context, or has a Persian word inside.
    is_persian: bool,
    /// Whether it has «» inside, which would then stand in their like.
    is_nested: bool,
    /// How many «» are open.
    depth: usize,
    /// Whether a mark stands as none of a pair would.
    is_broken: bool,
}

impl Line {
    fn read(&mut self, text: &str, token: Token<'_>, edits: &mut Vec<Edit>) {
        match token.kind {
            Kind::Space if token.text.bytes().any(|b| b == b'\n') => self.end(edits),
            Kind::Space => {}
            Kind::Number if token.text.is_ascii() => {}
            Kind::Punctuation => match token.text {
                "«" => {
                    self.depth += 1;
                    self.is_nested = true;
                }
                "»" if self.depth > 0 => self.depth -= 1,
                // Inside a pair it would close what becomes «.
                "»" => self.is_broken |= self.open.is_some(),
                "\"" | "“" | "”" | "„" if self.depth == 0 => self.mark(text, token, edits),
                _ => {}
            },
            kind => {
                let is_persian = matches!(kind, Kind::Word(Script::Arabic) | Kind::Number);
                self.is_persian = is_persian || self.is_persian && self.open.is_some();
            }
        }
    }

    fn mark(&mut self, text: &str, token: Token<'_>, edits: &mut Vec<Edit>) {
        let (before, rest) = text.split_at_checked(token.start).unwrap_or_default();
        let len = token.text.len();
        let mut ahead = rest.chars().skip(1);
        let last = before.chars().next_back().unwrap_or(' ');
        let next = ahead.next().unwrap_or(' ');
        let Some((open, open_len)) = self.open else {
            // Inches, values in code, and what closes a pair that was never opened.
            self.is_broken |= chars::is_latin_letter(last)
                || chars::is_digit(last)
                || matches!(last, '=' | '\\' | '{')
                || next.is_whitespace()
                    && !last.is_whitespace()
                    && !matches!(last, '(' | '[' | ':' | '،' | ',');
            self.open = Some((token.start, len));
            self.is_nested = false;
            return;
        };
        // Another kind of mark is a quotation in the quotation.
        if open_len != len {
            return;
        }
        self.open = None;
        self.is_broken |= open + len == token.start || last.is_whitespace() && is_persian(next);
        let is_persian_next = || [next].into_iter().chain(ahead).find(|c| *c != ' ').is_some_and(is_persian);
        if !self.is_nested && (self.is_persian || is_persian_next()) {
            let edit = |start, to| Edit { range: start..start + len, to, rule: Rule::Quotes };
            edits.extend([edit(open, "«"), edit(token.start, "»")]);
        }
    }

    /// The line ends.
    fn end(&mut self, edits: &mut Vec<Edit>) {
        if self.is_broken || self.open.is_some() {
            edits.truncate(self.start);
        }
        *self = Self { start: edits.len(), ..Self::default() };
    }
}
