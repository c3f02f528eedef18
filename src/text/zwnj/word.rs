//! The text of a word in, its letters out; and words that are known by name.
//! Floor 1. Uses: chars.

use super::super::chars;

/// The longest part of a word that is looked at, in letters; longer ones are left as they are.
pub(super) const MOST: usize = 24;

/// The letters of a part of a word, without its vowel signs.
pub(super) struct Letters {
    letters: [u16; MOST],
    count: usize,
}

impl Letters {
    /// The letters of `text`, if there are not too many and it has nothing but letters and marks on them.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut word = Self { letters: [0; MOST], count: 0 };
        for c in text.chars() {
            match letter(c) {
                Some(letter) if c != chars::TATWEEL => word.push(letter)?,
                None if !chars::is_mark(c) => return None,
                _ if word.count == 0 => return None,
                _ => {}
            }
        }
        Some(word)
    }

    fn push(&mut self, letter: u16) -> Option<()> {
        *self.letters.get_mut(self.count)? = letter;
        self.count += 1;
        Some(())
    }

    pub(super) fn as_slice(&self) -> &[u16] {
        self.letters.get(..self.count).unwrap_or_default()
    }

    /// The letters from `at` on, as a part of their own.
    pub(super) fn from(mut self, at: usize) -> Self {
        let at = at.min(self.count);
        self.letters.copy_within(at..self.count, 0);
        self.count -= at;
        self
    }

    /// The first letters, as a part of their own.
    pub(super) fn upto(&self, at: usize) -> Self {
        Self { count: at.min(self.count), ..*self }
    }

    /// These letters and others behind them, as one part, if it is not too long.
    pub(super) fn and(&self, right: &Self) -> Option<Self> {
        let mut one = Self { ..*self };
        right.as_slice().iter().try_for_each(|letter| one.push(*letter))?;
        Some(one)
    }
}

/// Where the first letters of a text, so many, end with the signs on them.
pub(super) fn end(text: &str, letters: usize) -> usize {
    let mut starts = text.char_indices().filter(|(_, c)| !chars::is_mark(*c) && *c != chars::TATWEEL);
    starts.nth(letters).map_or(text.len(), |(at, _)| at)
}

/// A word of up to eight letters as one number, a byte a letter, so that it is found in a list at a glance.
pub(super) type Short = u64;

/// A list of such words, which spaces part.
macro_rules! words {
    ($list:literal) => {{
        const LIST: &str = $list;
        const WORDS: [$crate::text::zwnj::word::Short; $crate::text::zwnj::word::count(LIST)] =
            $crate::text::zwnj::word::read(LIST);
        &WORDS
    }};
}
pub(super) use words;

/// How many words a list has.
pub(super) const fn count(list: &str) -> usize {
    let mut rest = list.as_bytes();
    let mut count = 1;
    while let [first, more @ ..] = rest {
        count += (*first == b' ') as usize;
        rest = more;
    }
    count
}

/// The words of a list. What is none of up to eight Persian letters is found when the list is compiled.
#[allow(clippy::panic, clippy::indexing_slicing, reason = "it runs in the compiler alone")]
pub(super) const fn read<const COUNT: usize>(list: &str) -> [Short; COUNT] {
    let mut words = [0; COUNT];
    let mut rest = list.as_bytes();
    let mut at = 0;
    loop {
        rest = match rest {
            [] => return words,
            [b' ', more @ ..] => {
                at += 1;
                more
            }
            [lead @ 0xD8..=0xDB, tail, more @ ..] => {
                assert!(words[at] >> 56 == 0, "a word of a list has at most eight letters");
                words[at] = words[at] << 8 | (*lead as Short & 0x3) << 6 | *tail as Short & 0x3F;
                more
            }
            _ => panic!("a list has Persian letters and spaces alone"),
        }
    }
}

/// A word as lists have it, if it is short enough to be in one.
fn short(letters: &[u16]) -> Option<Short> {
    let push = |word, letter: &u16| match letter {
        0x600..=0x6FF => Some(word << 8 | Short::from(letter & 0xFF)),
        _ => None,
    };
    if letters.len() > 8 { None } else { letters.iter().try_fold(0, push) }
}

/// Whether the letters are one of the words of a list.
#[inline]
pub(super) fn is_one_of(words: &[Short], letters: &[u16]) -> bool {
    short(letters).is_some_and(|word| words.contains(&word))
}

/// What is left of a word without an ending, if it has that.
pub(super) fn without(word: &[u16], ending: Short) -> Option<&[u16]> {
    let letters = (Short::BITS - ending.leading_zeros()).div_ceil(8) as usize;
    let (stem, end) = word.split_at_checked(word.len().checked_sub(letters)?)?;
    (short(end) == Some(ending)).then_some(stem)
}

/// A letter as the lexicon knows it: Persian for its Arabic twins.
#[must_use]
#[inline]
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
