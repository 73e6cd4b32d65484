//! The plan of a run: a seed and its rules. What it says of a request is a pure function of both and
//! of the request's number at its endpoint.

use std::time::Duration;

use super::fault::Fault;
use super::grammar::{self, ListError};
use super::rule::{Manner, Rule};
use super::{Dice, Endpoint};

/// What goes wrong in this run.
#[derive(Debug, Clone, PartialEq)]
pub struct Chaos {
    seed: u64,
    rules: Vec<Rule>,
}

impl Chaos {
    /// Reads a list of faults, as `--chaos` takes it.
    ///
    /// # Errors
    /// [`ListError`], with the nearest right word.
    pub fn read(list: &str, seed: u64) -> Result<Self, ListError> {
        Ok(Self { seed, rules: grammar::read(list)? })
    }

    /// The seed, which repeats the run.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Its rules, as a list would write them.
    #[must_use]
    pub fn list(&self) -> Vec<String> {
        self.rules.iter().map(Rule::to_string).collect()
    }

    /// Whether a fault may happen at all.
    pub(super) fn has(&self, fault: Fault) -> bool {
        self.rules.iter().any(|rule| rule.fault == fault)
    }

    /// Whether a fault may happen at an endpoint.
    pub(super) fn has_at(&self, fault: Fault, endpoint: Endpoint) -> bool {
        self.rules.iter().any(|rule| rule.fault == fault && rule.places.contains(&endpoint))
    }

    /// Whether, and how, a fault happens at the `count`-th request of an endpoint.
    pub(super) fn hit(&self, fault: Fault, endpoint: Endpoint, count: u64) -> Option<Hit> {
        let strikes =
            |rule: &&Rule| rule.fault == fault && rule.strikes(self.seed, endpoint, count);
        let rule = self.rules.iter().find(strikes)?;
        let mut dice = Dice::of(self.seed, fault.name(), endpoint, count);
        // The first throw told whether; what follows is free.
        dice.fraction();
        let words = fault.known().words;
        let chosen = (!words.is_empty()).then(|| dice.pick(words));
        let word = rule.manner.word.or(chosen).unwrap_or_default();
        Some(Hit { fault, word, manner: rule.manner, dice })
    }
}

/// A fault that happens, and how.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hit {
    pub(super) fault: Fault,
    /// Which kind; empty where there is only one.
    pub(super) word: &'static str,
    manner: Manner,
    /// For whatever else is left to chance.
    pub(super) dice: Dice,
}

impl Hit {
    pub(super) fn time(&self) -> Duration {
        self.manner.time.or(self.fault.known().time).unwrap_or_default()
    }

    pub(super) fn times(&self) -> u32 {
        self.manner.times.or(self.fault.known().times).unwrap_or_default()
    }

    /// The fault and its kind: `drop=before`.
    pub(super) fn name(&self) -> String {
        match self.word {
            "" => self.fault.name().to_owned(),
            word => format!("{}={word}", self.fault.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(list: &str, seed: u64) -> Vec<String> {
        let chaos = Chaos::read(list, seed).expect("a list");
        let hits = (1..=50).flat_map(|count| {
            let hit = |fault| chaos.hit(fault, Endpoint::Chat, count);
            let found = [Fault::Drop, Fault::Gateway, Fault::Adk].into_iter().filter_map(hit);
            found.map(move |hit| format!("{count} {}", hit.name())).collect::<Vec<_>>()
        });
        hits.collect()
    }

    #[test]
    fn a_seed_repeats_faults_and_their_kinds_and_another_does_not() {
        let list = "all,drop=0.4,5xx=0.2";
        assert_eq!(run(list, 7), run(list, 7));
        assert_ne!(run(list, 7), run(list, 8));
        for kind in ["drop=before", "drop=after", "5xx=504", "adk=mixed"] {
            assert!(run(list, 7).iter().any(|hit| hit.ends_with(kind)), "{kind}");
        }
    }

    #[test]
    fn what_the_list_says_is_not_left_to_chance() {
        let chaos = Chaos::read("drop=before:2,slow=5ms", 1).expect("a list");
        assert_eq!(chaos.hit(Fault::Drop, Endpoint::Chat, 1), None);
        let hit = chaos.hit(Fault::Drop, Endpoint::Chat, 2).expect("the second");
        assert_eq!(hit.name(), "drop=before");
        let hit = chaos.hit(Fault::Slow, Endpoint::State, 9).expect("each");
        assert_eq!(hit.time(), Duration::from_millis(5));
    }
}
