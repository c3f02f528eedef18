//! The text of a word in, its letters out.
//! Floor 1. Uses: chars.

use super::super::chars;

/// The longest part of a word that is looked at, in letters; longer ones are left as they are.
pub(super) const MOST: usize = 32;

/// The letters of a part of a word, without its vowel signs.
pub(super) struct Letters {
    letters: [u16; MOST],
    /// Where each letter, with the signs on it, ends in the text.
    ends: [u8; MOST],
    count: usize,
}

impl Letters {
    /// The letters of `text`, if there are not too many and it has nothing but letters and marks.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut word = Self { letters: [0; MOST], ends: [0; MOST], count: 0 };
        for (at, c) in text.char_indices() {
            let end = (at + c.len_utf8()).try_into().ok()?;
            if chars::is_mark(c) || c == chars::TATWEEL {
                *word.ends.get_mut(word.count.checked_sub(1)?)? = end;
                continue;
            }
            *word.letters.get_mut(word.count)? = letter(c)?;
            *word.ends.get_mut(word.count)? = end;
            word.count += 1;
        }
        Some(word)
    }

    pub(super) fn as_slice(&self) -> &[u16] {
        self.letters.get(..self.count).unwrap_or_default()
    }

    /// The letters from `at` on, as a part of their own.
    pub(super) fn from(&self, at: usize) -> Self {
        let mut part = Self { letters: [0; MOST], ends: [0; MOST], count: 0 };
        for (slot, letter) in part.letters.iter_mut().zip(self.as_slice().iter().skip(at)) {
            *slot = *letter;
            part.count += 1;
        }
        part
    }

    /// Where the first `count` letters end in the text.
    pub(super) fn end(&self, count: usize) -> usize {
        count.checked_sub(1).and_then(|last| self.ends.get(last)).map_or(0, |end| usize::from(*end))
    }
}

/// A letter as the lexicon knows it: Persian for its Arabic twins.
#[must_use]
pub fn letter(c: char) -> Option<u16> {
    let c = match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ۀ' => 'ه',
        _ if chars::is_arabic_letter(c) => c,
        _ => return None,
    };
    u16::try_from(u32::from(c)).ok()
}

/// Whether a letter joins the one that follows it, so that a half-space between them can be seen.
#[must_use]
pub fn joins(letter: u16) -> bool {
    !matches!(letter, 0x621..=0x625 | 0x627 | 0x629 | 0x62F..=0x632 | 0x648 | 0x671..=0x677 | 0x688..=0x699
        | 0x6C0 | 0x6C3..=0x6CB | 0x6CD | 0x6CF | 0x6D2..=0x6D5)
}
