//! The letters of words in, how surely a half-space belongs between them out.
//! Floor 1. Uses: nothing.
//!
//! What is known of Persian words stands in two tables of weights that were learnt from counted words. A place in a
//! word, or a pair of neighbouring words, has features: short stretches of letters on both sides of it. Each feature is
//! hashed to one weight, and the sum tells. So there is no list of words: what holds of «کتاب‌ها» is known of every
//! plural, and what makes «تنها» an exception is one heavy weight more (Weinberger et al., "Feature Hashing for Large
//! Scale Multitask Learning", 2009). The tables are read in place.

use core::fmt;

/// What a file of tables begins with; the last byte is the version of the features.
const MAGIC: [u8; 4] = *b"zwn\x01";

/// Its head: the magic, the size of each table as a power of two, and what each sum must be over, as 16 bits.
const HEAD: usize = 10;

/// A weight is four bits: the last three tell its size, each 1.6 of the one before, the first its sign.
const WEIGHTS: [i32; 16] = [0, 3, 5, 8, 13, 21, 34, 55, 0, -3, -5, -8, -13, -21, -34, -55];

/// The most letters on one side of a place that a feature tells of, the word's edge counting as one.
const REACH: usize = 7;

/// The same where a feature tells of letters on both sides.
const TOGETHER: usize = 4;

/// Knowledge of Persian words: where a lost half-space belongs, in a word and between two.
///
/// It is a file of its own, `satr.zwnj`, under a licence of its own.
#[derive(Clone, Copy)]
pub struct Lexicon<'a> {
    words: Table<'a>,
    pairs: Table<'a>,
}

impl fmt::Debug for Lexicon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

#[derive(Clone, Copy)]
struct Table<'a> {
    /// How far a hash is shifted to become a place in the table.
    shift: u32,
    over: i32,
    /// Two weights a byte.
    weights: &'a [u8],
}

/// The bytes are no lexicon that this version reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LexiconError;

impl LexiconError {
    /// What was expected.
    #[must_use]
    pub fn message(self) -> &'static str {
        "expected the whole of a satr.zwnj of this version, other bytes came"
    }
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl core::error::Error for LexiconError {}

impl Lexicon<'static> {
    /// The lexicon that is compiled in, with the feature `lexicon`.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        #[cfg(feature = "lexicon")]
        let bytes = include_bytes!("../../../lexicon/satr.zwnj");
        #[cfg(not(feature = "lexicon"))]
        let bytes = b"";
        Self::new(bytes).ok()
    }
}

impl<'a> Lexicon<'a> {
    /// The lexicon in these bytes, which are looked into and not copied.
    ///
    /// # Errors
    /// When they are not the whole of a lexicon of this version.
    pub fn new(bytes: &'a [u8]) -> Result<Self, LexiconError> {
        let head = bytes.get(..HEAD).ok_or(LexiconError)?;
        let [m0, m1, m2, m3, words, pairs, w0, w1, p0, p1] = *head else { return Err(LexiconError) };
        if [m0, m1, m2, m3] != MAGIC || !(8..=24).contains(&words) || !(8..=24).contains(&pairs) {
            return Err(LexiconError);
        }
        let tables = bytes.get(HEAD..).ok_or(LexiconError)?;
        let (of_words, of_pairs) = tables.split_at_checked(1 << (words - 1)).ok_or(LexiconError)?;
        if of_pairs.len() != 1 << (pairs - 1) {
            return Err(LexiconError);
        }
        let table = |bits, over, weights| Table {
            shift: 32 - u32::from(bits),
            over: i32::from(i16::from_le_bytes(over)),
            weights,
        };
        Ok(Self { words: table(words, [w0, w1], of_words), pairs: table(pairs, [p0, p1], of_pairs) })
    }

    /// How much speaks for a half-space at place `at` of a word: more than nothing is for it.
    pub(super) fn in_word(&self, word: &Hashes, at: usize) -> i32 {
        let mut sum = -self.words.over;
        word.features(at, &mut |hash| sum += self.words.weight(hash));
        sum
    }

    /// The same of a half-space between two words.
    pub(super) fn in_pair(&self, left: &[u16], right: &[u16]) -> i32 {
        let mut sum = -self.pairs.over;
        pair_features(left, right, &mut |hash| sum += self.pairs.weight(hash));
        sum
    }
}

impl Table<'_> {
    fn weight(&self, hash: u32) -> i32 {
        let place = (hash >> self.shift) as usize;
        let pair = self.weights.get(place / 2).copied().unwrap_or_default();
        weight(pair >> (place % 2 * 4))
    }
}

/// The weight of the last four bits.
#[must_use]
pub fn weight(code: u8) -> i32 {
    WEIGHTS.get(usize::from(code & 0xF)).copied().unwrap_or_default()
}

/// Puts tables together as [`Lexicon::new`] reads them: weights by [`weight`], and what each sum must be over. The
/// lengths of the tables are powers of two.
#[must_use]
pub fn assemble(words: (&[u8], i16), pairs: (&[u8], i16)) -> alloc::vec::Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([words.0.len().ilog2() as u8, pairs.0.len().ilog2() as u8]);
    for (_, over) in [words, pairs] {
        bytes.extend(over.to_le_bytes());
    }
    for (codes, _) in [words, pairs] {
        bytes.extend(codes.chunks_exact(2).map(|pair| match pair {
            [low, high] => low | high << 4,
            _ => 0,
        }));
    }
    bytes
}

/// The letter that stands for a word's edge.
const EDGE: u16 = 1;

fn step(hash: u32, letter: u16) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// The hash of what stands left and right of a place.
fn meet(left: u32, right: u32) -> u32 {
    (left.wrapping_mul(0x9E37_79B1) ^ right.rotate_left(15)).wrapping_mul(0x85EB_CA6B)
}

const NONE: u32 = 0x811C_9DC5;

/// The hashes of the letters outwards from a place: of none, of the nearest, of the two nearest, … The word's edge counts
/// as a letter.
struct Outwards {
    hashes: [u32; REACH + 1],
    count: usize,
}

impl Outwards {
    fn of<'l>(letters: impl Iterator<Item = &'l u16>) -> Self {
        let mut side = Self { hashes: [NONE; REACH + 1], count: 1 };
        let mut hash = NONE;
        for (slot, letter) in side.hashes.iter_mut().skip(1).zip(letters.chain([&EDGE])) {
            hash = step(hash, *letter);
            *slot = hash;
            side.count += 1;
        }
        side
    }

    /// Those of at most so many letters.
    fn upto(&self, most: usize) -> &[u32] {
        self.hashes.get(..self.count.min(most + 1)).unwrap_or_default()
    }
}

/// A word whose places are asked about.
pub struct Hashes<'w>(pub &'w [u16]);

impl fmt::Debug for Hashes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Hashes").field(&self.0).finish()
    }
}

impl Hashes<'_> {
    /// Tells the hashes of the features of place `at`: up to four letters on either side together, and up to
    /// seven on one.
    pub fn features(&self, at: usize, told: &mut impl FnMut(u32)) {
        let (left, right) = self.0.split_at_checked(at).unwrap_or_default();
        let (left, right) = (Outwards::of(left.iter().rev()), Outwards::of(right.iter()));
        for (letters, left) in left.upto(REACH).iter().enumerate() {
            // Neither side alone is no feature.
            let (least, most) = match letters {
                0 => (1, REACH),
                1..=TOGETHER => (0, TOGETHER),
                _ => (0, 0),
            };
            for right in right.upto(most).iter().skip(least) {
                told(meet(*left, *right));
            }
        }
    }
}

/// Tells the hashes of the features of a pair of words: each whole, the two together, and up to three letters of
/// their beginnings and ends.
pub fn pair_features(left: &[u16], right: &[u16], told: &mut impl FnMut(u32)) {
    let whole = |word: &[u16]| word.iter().fold(NONE ^ 2, |hash, letter| step(hash, *letter));
    let (a, b) = (whole(left), whole(right));
    told(meet(a, NONE));
    told(meet(NONE, b));
    told(meet(a, b));
    let ends = edges(left.iter().rev());
    let begins = edges(right.iter());
    let closes = edges(right.iter().rev());
    for ((end, begin), close) in ends.into_iter().zip(begins).zip(closes) {
        told(meet(end, b));
        told(meet(a, begin));
        told(meet(end, NONE));
        told(meet(NONE, begin));
        told(meet(close, 3));
        told(meet(end, begin));
    }
}

/// The hashes of one, two and three letters from an edge of a word. With the edge, so that a short word is told whole.
fn edges<'l>(mut letters: impl Iterator<Item = &'l u16>) -> [u32; 3] {
    let mut hash = step(NONE, EDGE);
    [(); 3].map(|()| {
        hash = step(hash, *letters.next().unwrap_or(&EDGE));
        hash
    })
}
