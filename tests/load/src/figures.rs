//! How long each answer took in, a few numbers that say it out.

use std::time::Duration;

/// What came of some time of asking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figures {
    /// Answers in a second.
    pub(crate) rate: f64,
    /// Half of the answers took no longer; in milliseconds.
    pub(crate) p50: f64,
    /// 99 of 100 took no longer.
    pub(crate) p99: f64,
}

impl Figures {
    /// Of answers that came in this time.
    pub(crate) fn of(mut took: Vec<Duration>, time: Duration) -> Self {
        took.sort_unstable();
        let at = |percent: usize| {
            let place = (took.len() * percent / 100).min(took.len().saturating_sub(1));
            took.get(place).map_or(f64::INFINITY, |took| took.as_secs_f64() * 1000.0)
        };
        Self { rate: took.len() as f64 / time.as_secs_f64(), p50: at(50), p99: at(99) }
    }

    /// What is in the middle of some rounds, each number by itself.
    pub(crate) fn median(rounds: &[Self]) -> Self {
        let middle = |of: fn(&Self) -> f64| {
            let mut all: Vec<f64> = rounds.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
        };
        Self {
            rate: middle(|round| round.rate),
            p50: middle(|round| round.p50),
            p99: middle(|round| round.p99),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredth_is_left_out_above() {
        let took: Vec<Duration> = (0..200).rev().map(Duration::from_millis).collect();
        let figures = Figures::of(took, Duration::from_secs(2));
        assert_eq!(figures, Figures { rate: 100.0, p50: 100.0, p99: 198.0 });
    }

    #[test]
    fn the_middle_is_taken_of_each_number() {
        let round = |rate, p50, p99| Figures { rate, p50, p99 };
        let rounds = [round(1.0, 9.0, 5.0), round(2.0, 7.0, 6.0), round(3.0, 8.0, 4.0)];
        assert_eq!(Figures::median(&rounds), round(2.0, 8.0, 5.0));
    }

    #[test]
    fn nothing_that_came_is_as_slow_as_can_be() {
        let figures = Figures::of(Vec::new(), Duration::from_secs(1));
        assert!(figures.rate == 0.0 && figures.p99.is_infinite());
    }
}
