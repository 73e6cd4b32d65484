//! One item of a list of faults: which fault, where, at which requests, how likely, and how.

use std::fmt;
use std::time::Duration;

use super::fault::{Alone, Fault};
use super::{Dice, Endpoint};

/// More times than anybody waits for.
pub(super) const EVER: &str = "ever";

/// Which requests of an endpoint, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    Each,
    /// The first, the third, the fifth …
    Odd,
    /// The second, the fourth …
    Even,
    /// From one to another, both included.
    Between(u64, u64),
}

impl Which {
    fn has(self, count: u64) -> bool {
        match self {
            Self::Each => true,
            Self::Odd => !count.is_multiple_of(2),
            Self::Even => count.is_multiple_of(2),
            Self::Between(first, last) => (first..=last).contains(&count),
        }
    }
}

/// What a list says of how a fault is to be; what it does not say, chance or the table does.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Manner {
    /// How likely, 0 to 1.
    pub rate: Option<f64>,
    /// For how long.
    pub time: Option<Duration>,
    /// How many times.
    pub times: Option<u32>,
    /// Which kind.
    pub word: Option<&'static str>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What goes wrong.
    pub fault: Fault,
    /// Where.
    pub places: Vec<Endpoint>,
    /// When.
    pub which: Which,
    /// How.
    pub manner: Manner,
}

impl Rule {
    /// The rule of a fault that is named alone.
    #[must_use]
    pub fn alone(fault: Fault) -> Self {
        let known = fault.known();
        let which = match known.alone {
            Alone::Each => Which::Each,
            Alone::EveryOther => Which::Odd,
        };
        Self { fault, places: known.usual.to_vec(), which, manner: Manner::default() }
    }

    /// Whether the fault happens at the `count`-th request of an endpoint. The same answer for the
    /// same question, always.
    #[must_use]
    pub fn strikes(&self, seed: u64, endpoint: Endpoint, count: u64) -> bool {
        let rate = self.manner.rate.unwrap_or(1.0);
        self.places.contains(&endpoint)
            && self.which.has(count)
            && Dice::of(seed, self.fault.name(), endpoint, count).fraction() < rate
    }
}

impl fmt::Display for Rule {
    /// The rule as a list would write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.fault.known();
        f.write_str(known.name)?;
        let values = self.manner.to_string();
        if !values.is_empty() {
            write!(f, "={values}")?;
        }
        if self.places != known.usual {
            let places: Vec<&str> = self.places.iter().map(|place| place.name()).collect();
            write!(f, "@{}", places.join("+"))?;
        }
        match self.which {
            Which::Each => Ok(()),
            Which::Odd => f.write_str(":odd"),
            Which::Even => f.write_str(":even"),
            Which::Between(first, last) if first == last => write!(f, ":{first}"),
            Which::Between(first, u64::MAX) => write!(f, ":{first}-"),
            Which::Between(first, last) => write!(f, ":{first}-{last}"),
        }
    }
}

impl fmt::Display for Manner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = [
            self.word.map(str::to_owned),
            self.rate.map(|rate| rate.to_string()),
            self.time.map(|time| format!("{}ms", time.as_millis())),
            self.times.map(|times| match times {
                u32::MAX => EVER.to_owned(),
                times => format!("{times}x"),
            }),
        ];
        let said: Vec<String> = values.into_iter().flatten().collect();
        f.write_str(&said.join("+"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(rule: &Rule, seed: u64) -> Vec<u64> {
        (1..=20).filter(|count| rule.strikes(seed, Endpoint::Chat, *count)).collect()
    }

    #[test]
    fn a_count_says_exactly_which_requests() {
        let rule = |which| Rule { which, ..Rule::alone(Fault::Drop) };
        assert_eq!(struck(&rule(Which::Between(1, 1)), 9), [1]);
        assert_eq!(struck(&rule(Which::Between(2, 4)), 9), [2, 3, 4]);
        assert_eq!(struck(&rule(Which::Between(19, u64::MAX)), 9), [19, 20]);
        assert_eq!(struck(&rule(Which::Even), 9).len(), 10);
        assert_eq!(struck(&Rule::alone(Fault::Drop), 9).len(), 20);
        assert_eq!(struck(&Rule::alone(Fault::Question), 9)[..2], [1, 3]);
        assert_eq!(struck(&Rule::alone(Fault::NotInPlan), 9), [0; 0], "not at this endpoint");
    }

    #[test]
    fn a_rate_falls_the_same_way_for_the_same_seed() {
        let manner = Manner { rate: Some(0.4), ..Manner::default() };
        let rule = Rule { manner, ..Rule::alone(Fault::Drop) };
        assert_eq!(struck(&rule, 1), struck(&rule, 1));
        assert_ne!(struck(&rule, 1), struck(&rule, 2));
        assert!(!struck(&rule, 1).is_empty() && struck(&rule, 1).len() < 20);
    }
}
