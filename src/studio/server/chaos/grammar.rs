//! Reading a list of faults: `NAME[=VALUE][@ENDPOINT][:WHICH]`, parted by commas.
//!
//! Several values, or several endpoints, are joined by `+`. `all` is every fault at a modest rate; a
//! fault that is named beside it is as it is named. A word that is not known is answered with the
//! nearest that is.

use std::time::Duration;

use crate::language::Detail;

use super::Endpoint;
use super::fault::{Known, TABLE};
use super::rule::{EVER, Manner, Rule, Which};

/// Every fault at once.
const ALL: &str = "all";

/// Why a list of faults cannot be used, in words for whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// Nothing stands between two commas, or in the whole list.
    #[error("a fault is missing in the list; docs/chaos.md has all of them")]
    Empty,
    /// No such fault.
    #[error("there is no fault \"{name}\"{}", did_you_mean(.near))]
    UnknownFault {
        /// As written.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// No such endpoint.
    #[error("there is no endpoint \"{name}\"{}", did_you_mean(.near))]
    UnknownEndpoint {
        /// As written.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// The fault does not happen there.
    #[error("{fault} cannot happen at {place}; it can at {possible}")]
    NotThere {
        /// Which fault.
        fault: &'static str,
        /// Where it was to happen.
        place: Endpoint,
        /// Where it can.
        possible: String,
    },
    /// A value that the fault does not take.
    #[error("{fault} takes no value \"{value}\"; it takes {takes}{}", did_you_mean(.near))]
    Value {
        /// Which fault.
        fault: &'static str,
        /// As written.
        value: String,
        /// What was probably meant.
        near: Option<String>,
        /// What it takes.
        takes: String,
    },
    /// A count that is none.
    #[error("\":{which}\" tells no requests; write :1, :2-4, :3-, :odd or :even")]
    Which {
        /// As written.
        which: String,
    },
}

impl ListError {
    /// The same words in both languages.
    #[must_use]
    pub fn detail(&self) -> Detail {
        let meant = |near: &Option<String>| {
            near.as_ref().map_or_else(String::new, |near| format!("；是否想写 \"{near}\"？"))
        };
        let chinese = match self {
            Self::Empty => "列表中缺少一项故障；全部故障见 docs/chaos.md".to_owned(),
            Self::UnknownFault { name, near } => {
                format!("没有名为 \"{name}\" 的故障{}", meant(near))
            }
            Self::UnknownEndpoint { name, near } => {
                format!("没有名为 \"{name}\" 的端点{}", meant(near))
            }
            Self::NotThere { fault, place, possible } => {
                format!("{fault} 不能发生在 {place}；可以在 {possible}")
            }
            Self::Value { fault, value, near, takes } => {
                format!("{fault} 不接受 \"{value}\"；可用的值：{takes}{}", meant(near))
            }
            Self::Which { which } => {
                format!("\":{which}\" 不是请求的序号；请写 :1、:2-4、:3-、:odd 或 :even")
            }
        };
        Detail::new(self.to_string(), chinese)
    }
}

fn did_you_mean(near: &Option<String>) -> String {
    near.as_ref().map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default()
}

/// Reads a list.
pub(super) fn read(list: &str) -> Result<Vec<Rule>, ListError> {
    let items: Vec<Item<'_>> =
        list.split(',').map(|item| Item::split(item.trim())).collect::<Result<_, _>>()?;
    let (all, named): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.name == ALL);
    let mut rules: Vec<Rule> = named.iter().map(one).collect::<Result<_, _>>()?;
    for item in &all {
        let more = every_one(item)?;
        let named = |rule: &Rule| rules.iter().any(|known| known.fault == rule.fault);
        let more: Vec<Rule> = more.into_iter().filter(|rule| !named(rule)).collect();
        rules.extend(more);
    }
    Ok(rules)
}

/// An item, taken apart.
#[derive(Debug, Default)]
struct Item<'a> {
    name: &'a str,
    value: Option<&'a str>,
    places: Option<&'a str>,
    which: Option<&'a str>,
}

impl<'a> Item<'a> {
    fn split(item: &'a str) -> Result<Self, ListError> {
        let (rest, which) = parted(item, ':');
        let (rest, places) = parted(rest, '@');
        let (name, value) = parted(rest, '=');
        if name.is_empty() {
            return Err(ListError::Empty);
        }
        Ok(Self { name, value, places, which })
    }
}

fn parted(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before.trim(), Some(after.trim())))
}

fn one(item: &Item<'_>) -> Result<Rule, ListError> {
    let name = item.name.to_ascii_lowercase();
    let known = TABLE.iter().find(|known| known.name == name).ok_or_else(|| {
        let names = TABLE.iter().map(|known| known.name).chain([ALL]);
        ListError::UnknownFault { name: item.name.to_owned(), near: nearest(&name, names) }
    })?;
    let mut rule = Rule::alone(known.fault);
    if let Some(values) = item.value {
        rule.manner = manner(known, values)?;
        if rule.manner.rate.is_some() {
            rule.which = Which::Each;
        }
    }
    if let Some(places) = item.places {
        rule.places = named_places(places)?;
        must_be_possible(known, &rule.places)?;
    }
    if let Some(which) = item.which {
        rule.which = read_which(which)?;
    }
    Ok(rule)
}

/// Every fault, each as likely as the table says, or as the item does.
fn every_one(item: &Item<'_>) -> Result<Vec<Rule>, ListError> {
    let wished = item.value.map(|value| {
        let wrong = || ListError::Value {
            fault: ALL,
            value: value.to_owned(),
            near: None,
            takes: RATE.to_owned(),
        };
        rate(value).ok_or_else(wrong)
    });
    let wished = wished.transpose()?;
    let places = item.places.map(named_places).transpose()?;
    let which = item.which.map_or(Ok(Which::Each), read_which)?;
    let rules = TABLE.iter().map(|known| {
        let rate = Some(wished.unwrap_or(known.in_all));
        let mut rule = Rule { which, ..Rule::alone(known.fault) };
        rule.manner.rate = rate;
        if let Some(places) = &places {
            rule.places.retain(|place| places.contains(place));
        }
        rule
    });
    Ok(rules.filter(|rule| !rule.places.is_empty()).collect())
}

fn manner(known: &'static Known, values: &str) -> Result<Manner, ListError> {
    let mut manner = Manner::default();
    for value in values.split('+').map(str::trim) {
        let word = known.words.iter().find(|word| **word == value);
        if let Some(word) = word {
            manner.word = Some(word);
        } else if let (Some(time), true) = (time(value), known.time.is_some()) {
            manner.time = Some(time);
        } else if let (Some(times), true) = (times(value), known.times.is_some()) {
            manner.times = Some(times);
        } else if let Some(rate) = rate(value) {
            manner.rate = Some(rate);
        } else {
            let near = nearest(value, known.words.iter().copied());
            let (fault, value, takes) = (known.name, value.to_owned(), takes(known));
            return Err(ListError::Value { fault, value, near, takes });
        }
    }
    Ok(manner)
}

const RATE: &str = "a rate (0.3 or 30%)";

/// The values that a fault takes, in words.
fn takes(known: &Known) -> String {
    let mut takes = vec![RATE.to_owned()];
    if known.time.is_some() {
        takes.push("a time (200ms, 2s or 1m)".to_owned());
    }
    if known.times.is_some() {
        takes.push("a number of times (5x, or ever)".to_owned());
    }
    if !known.words.is_empty() {
        takes.push(known.words.join(", "));
    }
    takes.join(", ")
}

/// `0.3` or `30%`
fn rate(value: &str) -> Option<f64> {
    let rate = match value.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => value.parse().ok()?,
    };
    (0.0..=1.0).contains(&rate).then_some(rate)
}

/// `200ms`, `2s` or `10m`, up to a day.
fn time(value: &str) -> Option<Duration> {
    let digits = value.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let (number, unit) = value.split_at(digits);
    let number: f64 = number.parse().ok()?;
    let seconds = match unit {
        "ms" => number / 1000.0,
        "s" => number,
        "m" => number * 60.0,
        _ => return None,
    };
    (0.0..=86_400.0).contains(&seconds).then(|| Duration::from_secs_f64(seconds))
}

/// `5x`, or `ever`.
fn times(value: &str) -> Option<u32> {
    if value == EVER {
        return Some(u32::MAX);
    }
    value.strip_suffix('x')?.parse().ok()
}

fn named_places(places: &str) -> Result<Vec<Endpoint>, ListError> {
    places.split('+').map(|name| place(name.trim())).collect()
}

fn place(name: &str) -> Result<Endpoint, ListError> {
    let lower = name.to_ascii_lowercase();
    let found = Endpoint::ALL.iter().find(|endpoint| endpoint.name() == lower);
    found.copied().ok_or_else(|| {
        let names = Endpoint::ALL.iter().map(|endpoint| endpoint.name());
        ListError::UnknownEndpoint { name: name.to_owned(), near: nearest(&lower, names) }
    })
}

fn must_be_possible(known: &'static Known, places: &[Endpoint]) -> Result<(), ListError> {
    match places.iter().find(|place| !known.possible.contains(place)) {
        None => Ok(()),
        Some(place) => {
            let possible: Vec<&str> = known.possible.iter().map(|place| place.name()).collect();
            let possible = possible.join(", ");
            Err(ListError::NotThere { fault: known.name, place: *place, possible })
        }
    }
}

fn read_which(which: &str) -> Result<Which, ListError> {
    let number = |text: &str| text.parse::<u64>().ok().filter(|count| *count > 0);
    let read = match which.split_once('-') {
        None if which == "odd" => Some(Which::Odd),
        None if which == "even" => Some(Which::Even),
        None => number(which).map(|only| Which::Between(only, only)),
        Some((first, "")) => number(first).map(|first| Which::Between(first, u64::MAX)),
        Some((first, last)) => match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => Some(Which::Between(first, last)),
            _ => None,
        },
    };
    read.ok_or_else(|| ListError::Which { which: which.to_owned() })
}

fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = known.map(|word| (strsim::damerau_levenshtein(name, word), word)).min()?;
    (near.0 <= 3 && near.0 < name.len()).then(|| near.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::server::chaos::Fault;

    fn canonical(list: &str) -> Result<String, String> {
        let rules = read(list).map_err(|error| error.to_string())?;
        Ok(rules.iter().map(Rule::to_string).collect::<Vec<_>>().join(","))
    }

    #[test]
    fn every_part_of_an_item_is_read() {
        for (list, read) in [
            ("silent", "silent"),
            (" silent , drop=30% ", "silent,drop=0.3"),
            ("drop=before:1", "drop=before:1"),
            ("slow=0.2s+0.5@chat", "slow=0.5+200ms@chat"),
            ("5xx@chat:1", "5xx@chat:1"),
            ("5xx=504@chat+poll:2-4", "5xx=504@chat+poll:2-4"),
            ("5xx", "5xx:odd"),
            ("5xx=0.3", "5xx=0.3"),
            ("5xx=502", "5xx=502:odd"),
            ("429=bare:3-", "429=bare:3-"),
            ("render-stall=5x", "render-stall=5x"),
            ("render-stall=ever:2", "render-stall=ever:2"),
            ("Render-Fail=1", "render-fail=1"),
            ("heartbeats=10m:even", "heartbeats=600000ms:even"),
        ] {
            assert_eq!(canonical(list).as_deref(), Ok(read), "{list}");
            assert_eq!(canonical(read).as_deref(), Ok(read), "what is printed can be given again");
        }
    }

    #[test]
    fn all_is_every_fault_and_what_is_named_beside_it_wins() {
        let rules = read("all,402=0,drop=before").expect("a list");
        assert_eq!(rules.len(), TABLE.len());
        let of = |fault| rules.iter().find(|rule| rule.fault == fault).expect("a rule");
        assert_eq!(of(Fault::NotInPlan).manner.rate, Some(0.0));
        assert_eq!(of(Fault::Drop).manner.word, Some("before"));
        assert!(rules.iter().filter(|rule| rule.manner.rate.is_some_and(|r| r < 1.0)).count() > 20);
        let rules = read("all=0.5@poll").expect("a list");
        assert!(rules.iter().all(|rule| rule.places == [Endpoint::Poll]));
        assert!(rules.iter().any(|rule| rule.fault == Fault::Slow));
    }

    #[test]
    fn mistakes_are_told_with_the_nearest_right_word() {
        for (list, words) in [
            ("", "a fault is missing in the list; docs/chaos.md has all of them"),
            ("silent,", "a fault is missing in the list; docs/chaos.md has all of them"),
            ("dorp", "there is no fault \"dorp\"; did you mean \"drop\"?"),
            ("renderstall", "there is no fault \"renderstall\"; did you mean \"render-stall\"?"),
            ("everything", "there is no fault \"everything\""),
            ("5xx@chta", "there is no endpoint \"chta\"; did you mean \"chat\"?"),
            ("truncate@chat", "truncate cannot happen at chat; it can at download, film, file"),
            (
                "drop=befor",
                "drop takes no value \"befor\"; it takes a rate (0.3 or 30%), before, after; did you \
                 mean \"before\"?",
            ),
            (
                "drop=1.5",
                "drop takes no value \"1.5\"; it takes a rate (0.3 or 30%), before, after",
            ),
            (
                "slow=fast",
                "slow takes no value \"fast\"; it takes a rate (0.3 or 30%), a time (200ms, 2s or 1m)",
            ),
            ("drop:0", "\":0\" tells no requests; write :1, :2-4, :3-, :odd or :even"),
            ("drop:4-2", "\":4-2\" tells no requests; write :1, :2-4, :3-, :odd or :even"),
        ] {
            assert_eq!(canonical(list), Err(words.to_owned()), "{list}");
        }
    }
}
