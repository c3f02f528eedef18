//! Text in, edits to its letters out.
//! Floor 1. Uses: chars, token.

use alloc::vec::Vec;
use core::ops::Range;

use super::super::token::{Kind, Script, tokens};
use super::super::{Edit, Rule, Rules, chars};

pub(super) fn edits(text: &str, rules: Rules) -> Vec<Edit> {
    let mut edits = Vec::new();
    // Two letters are not Persian, but the whole of other languages: «ہم» and «ھەولێر» are well written.
    let is_foreign = text.chars().any(is_foreign);
    // Two vowel signs on a word show vowelled Arabic, and the words with one may be of the same.
    let signs = |word: &str| word.chars().filter(|c| chars::is_vowel_sign(*c)).count();
    let is_vowelled =
        text.chars().any(chars::is_vowel_sign) && tokens(text).any(|token| signs(token.text) > 1);
    for token in tokens(text) {
        if token.kind == Kind::Word(Script::Arabic) {
            let keeps_letters = is_vowelled && signs(token.text) > 0
                || is_foreign && token.text.chars().any(self::is_foreign);
            word(token.text, |range, to, rule| {
                let keeps = rule == Rule::Letters && (keeps_letters || to == "ه" && is_foreign);
                if rules.contains(rule) && !keeps {
                    let range = token.start + range.start..token.start + range.end;
                    edits.push(Edit { range, to, rule });
                }
            });
        }
    }
    edits
}

/// Tells `edit` what may be changed in a word.
fn word(text: &str, mut edit: impl FnMut(Range<usize>, &'static str, Rule)) {
    // Where stretching began, and the letter that it would stretch.
    let mut stretch = None;
    let mut stretched = false;
    for (at, c) in text.char_indices() {
        if c == 'ـ' {
            stretch = stretch.or(stretched.then_some(at));
            continue;
        }
        let is_letter = chars::is_arabic_letter(c);
        if let Some(from) = stretch.take()
            && is_letter
        {
            edit(from..at, "", Rule::Kashida);
        }
        if is_letter {
            // Behind a letter that joins nothing it is a dash.
            stretched = !matches!(c, 'ء'..='إ' | 'ا' | 'ة' | 'د'..='ز' | 'و' | 'ژ');
        } else if !chars::is_mark(c) {
            stretched = false;
        }
        let to = match c {
            'ك' => "ک",
            'ي' | 'ى' => "ی",
            'ہ' | 'ھ' => "ه",
            _ => continue,
        };
        edit(at..at + c.len_utf8(), to, Rule::Letters);
    }
}

/// A letter of the Arabic script that neither Persian nor Arabic has, nor a Persian text by mistake.
fn is_foreign(c: char) -> bool {
    matches!(c, 'ٲ'..='ۓ' | 'ە') && !matches!(c, 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ھ' | 'ۀ' | 'ہ' | 'ی')
}
