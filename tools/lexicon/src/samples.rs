//! Words in, what to learn from out: places in words and pairs of words, with or without a half-space.

use std::collections::BTreeMap;

use satr::text::zwnj::joins;
use satr::text::zwnj::lexicon::{Hashes, pair_features};

use crate::words::Word;

/// Things to learn from: the hashes of their features, what is right, and how much each counts.
#[derive(Default)]
pub(crate) struct Samples {
    hashes: Vec<u32>,
    ends: Vec<usize>,
    right: Vec<bool>,
    weights: Vec<f32>,
}

impl Samples {
    pub(crate) fn len(&self) -> usize {
        self.right.len()
    }

    /// The features of one of them, whether it has a half-space, and how much it counts.
    pub(crate) fn get(&self, index: usize) -> (&[u32], bool, f32) {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        (&self.hashes[start..self.ends[index]], self.right[index], self.weights[index])
    }

    fn end(&mut self, right: bool, weight: f32) {
        self.ends.push(self.hashes.len());
        self.right.push(right);
        self.weights.push(weight);
    }

    /// Brings the weights to a mean of 1, and none over `most`.
    fn level(&mut self, most: f32) {
        let mean = self.weights.iter().sum::<f32>() / self.weights.len() as f32;
        for weight in &mut self.weights {
            *weight = (*weight / mean).min(most);
        }
    }
}

/// Every place of every word where a half-space could be seen.
///
/// A frequent word counts more than a rare one, but far less than by its number: what is learnt from the rare ones is
/// what new words are read by. A word without half-spaces in its best spelling that is mostly spelt in other ways
/// says nothing.
pub(crate) fn places(words: &[Word]) -> Samples {
    let mut samples = Samples::default();
    for word in words.iter().filter(|word| !word.cuts.is_empty() || word.best >= word.all / 2.0) {
        let weight = word.all.max(1.0).powf(0.4);
        for at in (1..word.letters.len()).filter(|at| joins(word.letters[at - 1])) {
            Hashes(&word.letters).features(at, &mut |hash| samples.hashes.push(hash));
            samples.end(word.cuts.contains(&at), weight);
        }
    }
    samples.level(30.0);
    samples
}

/// Half-spaces among all gaps between words or parts of words.
const SHARE: f32 = 0.08;

/// How many pairs of neighbours are drawn.
const DRAWS: usize = 4_000_000;

/// Neighbouring parts of words, which a half-space parts, and neighbouring words, which a space does.
///
/// Words are counted one by one, so what stands beside what is drawn by chance, each word as often as it is met.
pub(crate) fn pairs(words: &[Word]) -> Samples {
    let mut joined: BTreeMap<(&[u16], &[u16]), f32> = BTreeMap::new();
    for word in words {
        let parts: Vec<_> = word.parts().collect();
        for pair in parts.windows(2) {
            *joined.entry((pair[0], pair[1])).or_default() += word.best;
        }
    }
    let mut draw = Draw::new(words);
    let mut apart: BTreeMap<(&[u16], &[u16]), f32> = BTreeMap::new();
    for _ in 0..DRAWS {
        let (left, right) = (&words[draw.next()], &words[draw.next()]);
        if let (Some(left), Some(right)) = (left.parts().next_back(), right.parts().next()) {
            *apart.entry((left, right)).or_default() += 1.0;
        }
    }
    let mut samples = Samples::default();
    for (pairs, right, share) in [(joined, true, SHARE), (apart, false, 1.0)] {
        let total: f32 = pairs.values().sum();
        for ((left, right_word), count) in pairs {
            if satr::text::zwnj::stay_apart(left, right_word) {
                continue;
            }
            pair_features(left, right_word, &mut |hash| samples.hashes.push(hash));
            samples.end(right, share * count / total);
        }
    }
    samples.level(50.0);
    samples
}

/// Draws words by chance, each as often as it was met.
struct Draw {
    sums: Vec<f64>,
    state: u64,
}

impl Draw {
    fn new(words: &[Word]) -> Self {
        let mut sum = 0.0;
        let sums = words.iter().map(|word| {
            sum += f64::from(word.all);
            sum
        });
        Self { sums: sums.collect(), state: 1 }
    }

    fn next(&mut self) -> usize {
        let chance = (crate::learn::random(&mut self.state) >> 11) as f64 / (1_u64 << 53) as f64;
        let total = self.sums.last().copied().unwrap_or_default();
        self.sums.partition_point(|sum| *sum <= chance * total).min(self.sums.len() - 1)
    }
}
