//! Samples in, a table of weights of four bits out.
//!
//! Logistic regression by stochastic gradient descent. The rate is the same for all weights, so short stretches of
//! letters, which are met often, learn most, and new words are read well; weights shrink a little at each step.

use satr::text::zwnj::lexicon::weight;

use crate::samples::Samples;

/// How a table is learnt.
pub(crate) struct Training {
    /// The size of the table as a power of two.
    pub(crate) bits: u32,
    /// How far the first steps go.
    pub(crate) rate: f32,
    /// How much shorter they become, by rounds.
    pub(crate) decay: f32,
    /// How often every sample is seen.
    pub(crate) rounds: usize,
    /// By how much weights shrink, at each step and rate.
    pub(crate) shrink: f32,
    /// What the sum must be over, in units of log odds.
    pub(crate) over: f32,
}

impl Training {
    /// The codes of the weights, and what their sum must be over.
    pub(crate) fn learn(&self, samples: &Samples) -> (Vec<u8>, i16) {
        let (weights, bias) = self.descend(samples);
        let largest = weights.iter().fold(0_f32, |most, weight| most.max(weight.abs()));
        // The largest weight that has a code of its own: where the fewest samples are lost by the rounding.
        let tops = (0..12).map(|step| largest * 0.9_f32.powi(step));
        let units = tops.map(|top| top / weight(7) as f32);
        let rounded = units.map(|unit| {
            let codes: Vec<u8> = weights.iter().map(|weight| code(weight / unit)).collect();
            let over = ((self.over - bias) / unit).round().clamp(-32_768.0, 32_767.0) as i16;
            let loss = self.loss(samples, &codes, over, unit);
            (codes, over, loss)
        });
        let Some((codes, over, loss)) = rounded.min_by(|one, other| one.2.total_cmp(&other.2)) else {
            return Default::default();
        };
        println!("loss {loss:.4}, over {over}");
        (codes, over)
    }

    fn place(&self, hash: u32) -> usize {
        (hash >> (32 - self.bits)) as usize
    }

    fn descend(&self, samples: &Samples) -> (Vec<f32>, f32) {
        let mut weights = vec![0_f32; 1 << self.bits];
        // Weights stand divided by this, so that shrinking all is one multiplication.
        let mut scale = 1_f32;
        let mut bias = 0_f32;
        let mut order: Vec<usize> = (0..samples.len()).collect();
        let mut state = 2;
        let mut seen = 0_usize;
        for round in 0..self.rounds {
            shuffle(&mut order, &mut state);
            for index in &order {
                let (hashes, right, counts) = samples.get(*index);
                let rate = self.rate / (1.0 + self.decay * seen as f32 / samples.len() as f32);
                seen += 1;
                let sum: f32 = hashes.iter().map(|hash| weights[self.place(*hash)]).sum();
                let chance = 1.0 / (1.0 + (-(sum * scale + bias)).exp());
                let step = (chance - f32::from(u8::from(right))) * counts * rate;
                scale *= 1.0 - rate * self.shrink;
                bias -= step * 0.1;
                for hash in hashes {
                    weights[self.place(*hash)] -= step / scale;
                }
            }
            eprint!("\rround {}/{}", round + 1, self.rounds);
        }
        eprintln!();
        (weights.into_iter().map(|weight| weight * scale).collect(), bias)
    }

    /// The mean log loss of the rounded weights.
    fn loss(&self, samples: &Samples, codes: &[u8], over: i16, unit: f32) -> f32 {
        let bias = self.over - f32::from(over) * unit;
        let losses = (0..samples.len()).map(|index| {
            let (hashes, right, counts) = samples.get(index);
            let sum: i32 = hashes.iter().map(|hash| weight(codes[self.place(*hash)])).sum();
            let odds = sum as f32 * unit + bias;
            f64::from(counts * (1.0 + (if right { -odds } else { odds }).min(80.0).exp()).ln())
        });
        (losses.sum::<f64>() / samples.len() as f64) as f32
    }
}

/// The code whose weight is nearest.
fn code(value: f32) -> u8 {
    let size = value.abs();
    let code = (1..8).take_while(|code| size > (weight(code - 1) + weight(*code)) as f32 / 2.0).count() as u8;
    code | if value < 0.0 { 8 } else { 0 }
}

fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        order.swap(last, (random(state) % (last as u64 + 1)) as usize);
    }
}

/// The next number by chance (SplitMix64).
pub(crate) fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_has_the_nearest_code() {
        for code_of in 0..16 {
            // Minus nothing is nothing.
            let expected = if code_of == 8 { 0 } else { code_of };
            assert_eq!(code(weight(code_of) as f32), expected);
        }
        assert_eq!([code(1.4), code(1.6), code(-1000.0), code(1000.0)], [0, 1, 15, 7]);
    }

    #[test]
    fn orders_differ_and_hold_every_sample() {
        let mut order: Vec<usize> = (0..100).collect();
        let mut state = 2;
        shuffle(&mut order, &mut state);
        let first = order.clone();
        shuffle(&mut order, &mut state);
        assert_ne!(first, order);
        order.sort_unstable();
        assert!(order.into_iter().eq(0..100));
    }
}
