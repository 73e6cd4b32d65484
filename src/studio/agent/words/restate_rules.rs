//! The rows and rules of restated wishes, from `assets/language/restated*.toml`, read once.
//!
//! Words and rules have numbers, so that it is asked once for a sentence which of them stand in it, and not once for
//! each of the thousands of rows that have them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::restate_row::{Numbers, Part, Row, rows};
use super::restate_slots::{Measured, measured};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    turn: FxHashMap<String, Written>,
    rule: Vec<Rule>,
    wish: Vec<Wish>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: String,
    /// What is kept of it: what was found, in words that the agent reads.
    #[serde(default)]
    is: String,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    plainly: String,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
}

/// Rows that mean the same.
pub struct Reading {
    /// What is kept of them, or the plain sentence for them.
    pub is: String,
    /// In the order in which they are tried.
    pub rows: Vec<Row>,
}

/// How something is found.
pub enum Finder {
    /// By what the vocabulary knows.
    Measured(Measured),
    /// By rows.
    Rows(Vec<Reading>),
}

/// All that can be found.
pub struct Rules {
    /// The rules, each at its number.
    pub finders: Vec<Finder>,
    /// The wishes, in the order in which they are tried.
    pub wishes: Vec<Reading>,
    /// The rows of wishes by a word that they need, the one that fewest need; those that need none are at the end.
    needing: Vec<Vec<(usize, usize)>>,
    /// The words of rows, each at its number.
    pub words: Vec<Vec<char>>,
    /// Which words begin with two letters; with the first alone where there is no other.
    beginning: FxHashMap<(char, Option<char>), Vec<usize>>,
    /// Which number a rule has.
    numbers: FxHashMap<String, usize>,
}

impl Rules {
    /// The number of a rule, if there is one of that name.
    pub fn number(&self, rule: &str) -> Option<usize> {
        self.numbers.get(rule).copied()
    }

    /// The rows of wishes that need none but words that stand in a sentence, as far as one word of each tells, with
    /// what they come down to; in the order in which they are tried.
    pub fn wishes_with(
        &'static self,
        stands: &[bool],
        may_be: impl Fn(&'static Row) -> bool,
    ) -> Vec<(&'static str, &'static Row)> {
        let stand = |(word, _): &(usize, &Vec<_>)| stands.get(*word).copied().unwrap_or(true);
        let rows = self.needing.iter().enumerate().filter(stand).flat_map(|(_, rows)| rows);
        let row = |(wish, row): &(usize, usize)| &self.wishes[*wish].rows[*row];
        let mut rows: Vec<(usize, usize)> = rows.copied().filter(|at| may_be(row(at))).collect();
        rows.sort_unstable();
        rows.iter().map(|at| (self.wishes[at.0].is.as_str(), row(at))).collect()
    }

    /// The words that begin with two letters, or are the one, by their numbers.
    pub fn words_with(&self, first: char, second: Option<char>) -> &[usize] {
        self.beginning.get(&(first, second)).map_or(&[], Vec::as_slice)
    }
}

/// The rules, read at first use.
pub static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let File { turn, rule, wish } = file();
    let turns = turn.into_iter().map(|(name, turn)| (name, [turn.en, turn.zh].concat())).collect();
    let mut numbers = Numbers::default();
    let mut reading = |is: String, lines: [Vec<String>; 2]| Reading {
        is,
        rows: lines.concat().iter().flat_map(|line| rows(line, &turns, &mut numbers)).collect(),
    };
    let mut by_name: FxHashMap<String, Vec<Reading>> = FxHashMap::default();
    for rule in rule {
        let found = reading(rule.is, [rule.en, rule.zh]);
        by_name.entry(rule.name).or_default().push(found);
    }
    let wishes: Vec<Reading> =
        wish.into_iter().map(|wish| reading(wish.plainly, [wish.en, wish.zh])).collect();
    by_name.keys().for_each(|name| {
        numbers.rule(name);
    });
    let (words, names) = numbers.told();
    let mut finder = |name: &String| match measured(name) {
        Some(tell) => Finder::Measured(tell),
        None => Finder::Rows(by_name.remove(name).unwrap_or_default()),
    };
    let mut beginning: FxHashMap<(char, Option<char>), Vec<usize>> = FxHashMap::default();
    for (number, word) in words.iter().enumerate() {
        beginning.entry((word[0], word.get(1).copied())).or_default().push(number);
    }
    Rules {
        needing: needing(&wishes, words.len()),
        finders: names.iter().map(&mut finder).collect(),
        wishes,
        words,
        beginning,
        numbers: names.into_iter().enumerate().map(|(number, name)| (name, number)).collect(),
    }
});

/// The rows of wishes by the word of theirs that fewest of them need.
fn needing(wishes: &[Reading], words: usize) -> Vec<Vec<(usize, usize)>> {
    let needed = |row: &Row| {
        let word = |part: &Part| match part {
            Part::Word { number, .. } => Some(*number),
            Part::Choice(_) | Part::Slot { .. } => None,
        };
        row.iter().filter_map(word).collect::<Vec<usize>>()
    };
    let mut times = vec![0_usize; words];
    let rows = wishes.iter().flat_map(|wish| &wish.rows);
    rows.flat_map(needed).for_each(|word| times[word] += 1);
    let mut needing = vec![Vec::new(); words + 1];
    for (number, wish) in wishes.iter().enumerate() {
        for (place, row) in wish.rows.iter().enumerate() {
            let rarest = needed(row).into_iter().min_by_key(|word| times[*word]);
            needing[rarest.unwrap_or(words)].push((number, place));
        }
    }
    needing
}

/// All that is written.
fn file() -> File {
    let files = [
        include_str!("../../../../assets/language/restated.toml"),
        include_str!("../../../../assets/language/restated_beside.toml"),
        include_str!("../../../../assets/language/restated_otherwise.toml"),
        include_str!("../../../../assets/language/restated_further.toml"),
        include_str!("../../../../assets/language/restated_in_one_breath.toml"),
    ];
    let [mut file, more @ ..]: [File; 5] =
        files.map(|file| toml::from_str(file).expect("the rows are compiled in and tested"));
    for more in more {
        file.turn.extend(more.turn);
        file.rule.extend(more.rule);
        file.wish.extend(more.wish);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::super::by_rule::PHRASES;
    use super::*;

    /// The rules that a row asks for.
    fn slots(row: &[Part], all: &mut Vec<usize>) {
        for part in row {
            match part {
                Part::Word { .. } => {}
                Part::Choice(rows) => rows.iter().for_each(|row| slots(row, all)),
                Part::Slot { rule, .. } => all.push(*rule),
            }
        }
    }

    #[test]
    fn every_slot_is_found_by_a_rule_and_every_rule_is_asked_for() {
        let mut names = vec!["before-a-wish", "behind-a-wish"];
        names.extend(PHRASES.map(|(rule, _)| rule));
        names.extend(super::super::neighbour::RULES);
        names.extend(super::super::corrected::RULES);
        names.extend(super::super::taken_up::RULES);
        names.push(super::super::with_its_words::RULE);
        names.push(super::super::place_on::RULE);
        names.push(super::super::own_moment::RULE);
        names.push(super::super::piece_of_file::RULE);
        names.push(super::super::said_otherwise::RULE);
        names.extend(super::super::nothing_of::REFUSED.map(|(rule, ..)| rule));
        names.push(super::super::otherwise::RULE);
        names.push(super::super::words_over::RULE);
        names.push(super::super::off_both_ends::RULE);
        let number = |name: &str| {
            RULES.number(name).unwrap_or_else(|| panic!("<{name}> is found by nothing"))
        };
        let mut asked: Vec<usize> = names.into_iter().map(number).collect();
        let rows = |finder: &'static Finder| match finder {
            Finder::Measured(_) => &[][..],
            Finder::Rows(readings) => readings,
        };
        let readings = RULES.finders.iter().flat_map(rows).chain(&RULES.wishes);
        readings.flat_map(|reading| &reading.rows).for_each(|row| slots(row, &mut asked));
        for (name, number) in &RULES.numbers {
            let found = match &RULES.finders[*number] {
                Finder::Measured(_) => true,
                Finder::Rows(readings) => !readings.is_empty(),
            };
            assert!(found, "<{name}> is found by nothing");
            assert!(asked.contains(number), "no row asks for <{name}>");
        }
    }
}
