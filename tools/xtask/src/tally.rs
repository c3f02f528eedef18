//! Lines of test reports in, counts out.
//! Floor 1 of xtask. Uses: nothing.

use std::fmt;
use std::ops::AddAssign;
use std::str::FromStr;

/// How many tests passed, failed and were skipped.
///
/// Written and read as `3 passed, 0 failed, 1 skipped`: the last line of `cargo xtask test`, and of the browser driver's
/// own report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Tally {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub(crate) const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// Reads one line of `cargo test`; `None` for all but the result lines.
    ///
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
    pub(crate) fn of_test_result(line: &str) -> Option<Self> {
        let counts = line.strip_prefix("test result: ")?;
        let count = |what: &str| {
            counts.split(';').find_map(|part| {
                let mut words = part.split_whitespace().rev();
                (words.next()? == what).then(|| words.next()?.parse().ok())?
            })
        };
        Some(Self { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored")? })
    }

    /// The counts, with a failure added when the run as a whole failed and no test says so: a build that broke, a
    /// test program that died, a report that never came, or a run that held no test.
    pub(crate) fn settled(mut self, succeeded: bool) -> Self {
        let silent_failure = !succeeded && self.failed == 0;
        if silent_failure || self == Self::default() {
            self.failed += 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

impl FromStr for Tally {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let mut parts = line.split(", ");
        let mut count = |what: &str| {
            let (number, word) = parts.next().and_then(|part| part.split_once(' ')).ok_or(())?;
            if word == what { number.parse().map_err(|_| ()) } else { Err(()) }
        };
        let tally = Self { passed: count("passed")?, failed: count("failed")?, skipped: count("skipped")? };
        if parts.next().is_none() { Ok(tally) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(passed: u32, failed: u32, skipped: u32) -> Tally {
        Tally { passed, failed, skipped }
    }

    #[test]
    fn counts_cargos_result_lines() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        let failed = "test result: FAILED. 2 passed; 5 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s";
        let coloured =
            "test result: \u{1b}[32mok\u{1b}[m. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_test_result(ok), Some(tally(12, 0, 1)));
        assert_eq!(Tally::of_test_result(failed), Some(tally(2, 5, 0)));
        assert_eq!(Tally::of_test_result(coloured), Some(tally(7, 0, 0)));
    }

    #[test]
    fn leaves_every_other_line_alone() {
        for line in [
            "",
            "running 3 tests",
            "test it::works ... ok",
            "  test result: ok. 1 passed",
            "test result: ok.",
        ] {
            assert_eq!(Tally::of_test_result(line), None, "{line}");
        }
    }

    #[test]
    fn reads_back_what_it_writes() {
        let counts = tally(31, 2, 4);
        assert_eq!(counts.to_string(), "31 passed, 2 failed, 4 skipped");
        assert_eq!(counts.to_string().parse(), Ok(counts));
        for line in [
            "",
            "31 passed",
            "31 passed, 2 failed",
            "1 passed, 2 failed, 3 skipped, 4 lost",
            "a passed, 0 failed, 0 skipped",
        ] {
            assert_eq!(line.parse::<Tally>(), Err(()), "{line}");
        }
    }

    #[test]
    fn a_run_that_fails_in_silence_is_one_failure() {
        assert_eq!(tally(5, 0, 0).settled(true), tally(5, 0, 0));
        assert_eq!(tally(5, 0, 0).settled(false), tally(5, 1, 0));
        assert_eq!(tally(5, 2, 0).settled(false), tally(5, 2, 0));
        assert_eq!(tally(0, 0, 0).settled(true), tally(0, 1, 0));
    }
}
