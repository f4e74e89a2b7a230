//! Counting tests in what the runners print.

/// How many tests passed, failed, or did not run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ran and held.
    pub passed: u32,
    /// Ran and did not hold.
    pub failed: u32,
    /// Did not run though they exist.
    pub skipped: u32,
}

/// Whose lines to read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// `cargo test`, its doc tests, and the runner of wasm-bindgen: `test result: ok. 3 passed; …`.
    Cargo,
    /// `cargo nextest`: `Summary [ 0.1s] 3 tests run: 3 passed, …`. It shows what failing tests print, Cargo's line among it.
    Nextest,
}

impl Tally {
    /// Adds what a line says, if it is a closing line of that runner.
    pub fn see(&mut self, runner: Runner, line: &str) {
        let line = without_colour(line);
        let line = line.trim();
        match runner {
            Runner::Cargo => {
                if let Some(counts) = line.strip_prefix("test result:") {
                    self.passed += count_before(counts, "passed");
                    self.failed += count_before(counts, "failed");
                    self.skipped += count_before(counts, "ignored");
                }
            }
            Runner::Nextest => {
                if let Some(counts) = line.strip_prefix("Summary [") {
                    let passed = count_before(counts, "passed");
                    self.passed += passed;
                    self.failed += run_of(counts).saturating_sub(passed);
                    self.skipped += count_before(counts, "skipped");
                }
            }
        }
    }

    /// The sum of two.
    pub fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

/// The number right before a word, 0 when the word is not there.
fn count_before(text: &str, word: &str) -> u32 {
    let mut before = "";
    for here in text.split(|c: char| c.is_whitespace() || c == ',' || c == ';' || c == '(') {
        if here == word {
            return before.parse().unwrap_or(0);
        }
        before = here;
    }
    0
}

/// The number of tests that nextest ran: `3 tests run`, or `3/5 tests run` when it was cut short.
fn run_of(text: &str) -> u32 {
    let Some((before, _)) = text.split_once(" run:") else {
        return 0;
    };
    let word = before.split_whitespace().rev().nth(1).unwrap_or_default();
    word.split('/').next_back().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// The text without terminal colours.
fn without_colour(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once(|c: char| c.is_ascii_alphabetic()).map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(runner: Runner, text: &str) -> (u32, u32, u32) {
        let mut tally = Tally::default();
        text.lines().for_each(|line| tally.see(runner, line));
        (tally.passed, tally.failed, tally.skipped)
    }

    #[test]
    fn cargo_lines_add_up() {
        let text = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: \u{1b}[31mFAILED\u{1b}[0m. 1 passed; 3 failed; 1 ignored; 0 measured; 7 filtered out\n";
        assert_eq!(tally(Runner::Cargo, text), (3, 3, 1));
    }

    #[test]
    fn nextest_counts_every_way_of_not_passing() {
        let all_well = "     Summary [   0.005s] 3 tests run: 3 passed (1 slow), 0 skipped";
        assert_eq!(tally(Runner::Nextest, all_well), (3, 0, 0));
        let not_well = "\u{1b}[31m     Summary\u{1b}[0m [   9.0s] 6 tests run: 3 passed (1 flaky), 2 failed, 1 timed out, 2 skipped";
        assert_eq!(tally(Runner::Nextest, not_well), (3, 3, 2));
        let cut_short = "Summary [ 9.0s] 3/6 tests run: 3 passed, 0 skipped";
        assert_eq!(tally(Runner::Nextest, cut_short), (3, 3, 0));
    }

    #[test]
    fn nextest_is_not_misled_by_what_tests_print() {
        assert_eq!(tally(Runner::Nextest, "test result: FAILED. 0 passed; 1 failed;"), (0, 0, 0));
    }
}
