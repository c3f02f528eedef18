//! Words in that were found to be whole, whether a word is one of them out.
//! Floor 1. Uses: nothing.

use alloc::vec;
use alloc::vec::Vec;

/// The last whole words of a text: most of a long one is the same few thousand words, which need be looked at once.
pub(super) struct Whole<'t> {
    /// Each word in the seat of its hash; the last to come has it.
    seats: Vec<&'t str>,
}

/// The most seats, which take 64 KB.
const MOST: usize = 4096;

impl<'t> Whole<'t> {
    /// None yet, with as many seats as a text of so many bytes can fill.
    pub(super) fn for_text(bytes: usize) -> Self {
        Self { seats: vec![""; (bytes / 32).next_power_of_two().min(MOST)] }
    }

    /// Whether a word was found to be whole.
    pub(super) fn has(&self, word: &str) -> bool {
        self.seats.get(self.seat(word)) == Some(&word)
    }

    /// Keeps in mind that a word is whole.
    pub(super) fn keep(&mut self, word: &'t str) {
        let seat = self.seat(word);
        if let Some(seat) = self.seats.get_mut(seat) {
            *seat = word;
        }
    }

    fn seat(&self, word: &str) -> usize {
        let hash = word.bytes().fold(0_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (hash ^ hash >> 15) as usize & (self.seats.len() - 1)
    }
}
