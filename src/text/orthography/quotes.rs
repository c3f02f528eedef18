//! Tokens in, edits to quotation marks out, where they pair on their line.
//! Floor 1. Uses: chars, token.

use alloc::vec::Vec;

use super::super::token::{Kind, Script, Token};
use super::super::{Edit, Rule, chars};
use super::is_persian;

/// What a line has shown of its quotation marks. The edits of a line whose marks do not pair are taken back at its end.
#[derive(Default)]
pub(super) struct Quotes {
    /// The number of edits made before the line.
    start: usize,
    /// The pair that is open.
    open: Option<Open>,
    /// How many «» are open.
    depth: usize,
    /// Whether the last word is Persian.
    persian: bool,
    /// Whether a mark stands as none of a pair would.
    broken: bool,
}

struct Open {
    /// Whether the mark is straight: only its like closes it.
    straight: bool,
    /// The place of its edit among the edits.
    edit: usize,
    /// Whether it stands in Persian context, or has a Persian word inside.
    persian: bool,
    /// Whether it has «» inside, which would then stand in their like.
    nested: bool,
}

impl Quotes {
    pub(super) fn read(&mut self, text: &str, token: Token<'_>, edits: &mut Vec<Edit>) {
        match token.kind {
            Kind::Space if token.text.contains('\n') => self.end(edits),
            Kind::Space => {}
            Kind::Punctuation => self.mark(text, token, edits),
            Kind::Number if token.text.is_ascii() => {}
            kind => {
                self.persian = matches!(kind, Kind::Word(Script::Arabic) | Kind::Number);
                if let Some(open) = &mut self.open {
                    open.persian |= self.persian;
                }
            }
        }
    }

    fn mark(&mut self, text: &str, token: Token<'_>, edits: &mut Vec<Edit>) {
        match token.text {
            "«" => {
                self.depth += 1;
                if let Some(open) = &mut self.open {
                    open.nested = true;
                }
            }
            "»" if self.depth > 0 => self.depth -= 1,
            // Inside a pair it would close what becomes «.
            "»" => self.broken |= self.open.is_some(),
            "\"" | "“" | "”" | "„" if self.depth == 0 && !self.broken => self.quote(text, token, edits),
            _ => {}
        }
    }

    fn quote(&mut self, text: &str, token: Token<'_>, edits: &mut Vec<Edit>) {
        let (before, rest) = text.split_at_checked(token.start).unwrap_or_default();
        let after = rest.get(token.text.len()..).unwrap_or_default();
        let last = before.chars().next_back().unwrap_or(' ');
        let next = after.chars().next().unwrap_or(' ');
        let straight = token.text == "\"";
        let edit = |to| Edit { range: token.range(), to, rule: Rule::Quotes };
        match self.open.take() {
            None => {
                // Inches, values in code, and what closes a pair that was never opened.
                self.broken = chars::is_latin_letter(last)
                    || chars::is_digit(last)
                    || matches!(last, '=' | '\\' | '{')
                    || next.is_whitespace()
                        && !last.is_whitespace()
                        && !matches!(last, '(' | '[' | ':' | '،' | ',');
                self.open = Some(Open { straight, edit: edits.len(), persian: self.persian, nested: false });
                edits.push(edit("«"));
            }
            Some(open) if open.straight == straight => {
                let is_empty = matches!(last, '"' | '“' | '”' | '„');
                self.broken |= is_empty || last.is_whitespace() && !next.is_whitespace() && is_persian(next);
                let ahead = after.chars().find(|c| *c != ' ');
                if !open.nested && (open.persian || ahead.is_some_and(is_persian)) {
                    edits.push(edit("»"));
                } else if open.edit < edits.len() {
                    edits.remove(open.edit);
                }
            }
            inner => self.open = inner,
        }
    }

    /// The line ends.
    pub(super) fn end(&mut self, edits: &mut Vec<Edit>) {
        if self.broken || self.open.is_some() {
            edits.extract_if(self.start.., |edit| edit.rule == Rule::Quotes).for_each(drop);
        }
        *self = Self { start: edits.len(), ..Self::default() };
    }
}
