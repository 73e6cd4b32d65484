//! A single wish in one of its many wordings, restated plainly: `the closing two seconds of bunny can go` is `trim
//! 2s off the end of bunny.mp4`.
//!
//! What a sentence with one wish in it is made of is few things (a piece, a length, a moment) in many orders and with
//! many verbs. `assets/language/restated.toml` has the orders as rows, the verbs as rules that rows share, and for
//! each wish the plain sentence that the rest of the agent reads in its stead. A row fits a whole sentence or it does
//! not fit, so that nothing of a sentence is passed over; what no row fits is read as it stands. The first row that
//! fits counts.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use serde::Deserialize;

use super::letters::{alike, ends_word, is_han, is_latin};
use super::name::Name;
use super::restate_row::{Part, Row, rows};
use super::restate_slots::measured;

/// A longer sentence is more than one wish.
const LONGEST: usize = 200;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    turn: HashMap<String, Written>,
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
struct Reading {
    is: String,
    rows: Vec<Row>,
}

struct Rules {
    by_name: HashMap<String, Vec<Reading>>,
    wishes: Vec<Reading>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let files = [
        include_str!("../../../../assets/language/restated.toml"),
        include_str!("../../../../assets/language/restated_beside.toml"),
        include_str!("../../../../assets/language/restated_otherwise.toml"),
    ];
    let [mut file, more @ ..]: [File; 3] =
        files.map(|file| toml::from_str(file).expect("the rows are compiled in and tested"));
    for more in more {
        file.turn.extend(more.turn);
        file.rule.extend(more.rule);
        file.wish.extend(more.wish);
    }
    let turns = file.turn.into_iter();
    let turns = turns.map(|(name, turn)| (name, [turn.en, turn.zh].concat())).collect();
    let reading = |is: String, lines: [Vec<String>; 2]| Reading {
        is,
        rows: lines.concat().iter().flat_map(|line| rows(line, &turns)).collect(),
    };
    let mut by_name: HashMap<String, Vec<Reading>> = HashMap::new();
    for rule in file.rule {
        by_name.entry(rule.name).or_default().push(reading(rule.is, [rule.en, rule.zh]));
    }
    let wishes = file.wish.into_iter().map(|wish| reading(wish.plainly, [wish.en, wish.zh]));
    Rules { by_name, wishes: wishes.collect() }
});

/// `从头到尾配上long.mp3吧，音量35%`: what only ends a phrase says nothing between the parts of a row.
fn without_particles(mut letters: Vec<char>) -> Vec<char> {
    for at in 1..letters.len() {
        let ends = matches!(letters.get(at + 1), Some(',' | ';' | '!'));
        let behind = is_han(letters[at - 1]) || is_latin(letters[at - 1]);
        if ends && behind && "吧呗哈呀啊哦嘛呢啦哟".contains(letters[at]) {
            letters[at] = ' ';
        }
    }
    letters
}

/// What was found in the slots of a row.
type Found = Vec<(String, String)>;

/// Where something that fits ends, and what was found in it.
type Fits = Vec<(usize, Found)>;

/// Where what a rule finds ends, with what is kept of it.
type Told = Rc<Vec<(usize, String)>>;

/// The plain sentence for one that a row fits.
pub fn restated(sentence: &str, names: &[Name]) -> Option<String> {
    let said = Said::new(sentence, names);
    if said.letters.len() > LONGEST {
        return None;
    }
    let mut begins: Vec<usize> =
        said.rule("before-a-wish", 0).iter().map(|(begin, _)| *begin).collect();
    begins.push(0);
    begins.sort_unstable();
    begins.dedup();
    let whole = |row: &'static Row| {
        let mut ends = begins.iter().flat_map(|begin| said.row(row, *begin));
        ends.find(|(end, _)| said.is_over(*end)).map(|(_, found)| found)
    };
    RULES.wishes.iter().find_map(|wish| {
        let mut fitting = wish.rows.iter().filter_map(whole);
        fitting.find_map(|found| settled(&filled(&wish.is, &found)))
    })
}

/// A sentence and the files that may be named in it.
pub struct Said<'a> {
    /// As people write it, letter by letter.
    pub written: Vec<char>,
    /// The same letters made alike.
    pub letters: Vec<char>,
    /// The files.
    pub names: &'a [Name],
    /// What each rule found at each place, since many rows ask for the same.
    known: RefCell<HashMap<(&'static str, usize), Told>>,
}

impl<'a> Said<'a> {
    /// A sentence of which nothing is found yet.
    pub fn new(sentence: &str, names: &'a [Name]) -> Self {
        let written = sentence.chars().collect();
        let letters = without_particles(alike(sentence));
        Self { written, letters, names, known: RefCell::default() }
    }

    /// Whether nothing stands behind a place but what ends any sentence.
    pub fn is_over(&self, at: usize) -> bool {
        let over = |at: usize| self.letters[at..].iter().all(|letter| " .,!?\n~".contains(*letter));
        over(at) || self.rule("behind-a-wish", at).iter().any(|(end, _)| over(*end))
    }

    fn row(&self, row: &'static [Part], at: usize) -> Fits {
        let Some((part, rest)) = row.split_first() else { return vec![(at, Found::new())] };
        let mut fits = Fits::new();
        for (end, found) in self.part(part, at) {
            for (end, more) in self.row(rest, end) {
                if !fits.iter().any(|(other, _)| *other == end) {
                    fits.push((end, [found.clone(), more].concat()));
                }
            }
        }
        fits
    }

    fn part(&self, part: &'static Part, at: usize) -> Fits {
        match part {
            Part::Word(word) => {
                self.word(word, at).map(|end| (end, Found::new())).into_iter().collect()
            }
            Part::Choice(rows) => rows.iter().flat_map(|row| self.row(row, at)).collect(),
            Part::Slot { rule, name } => {
                let named =
                    |(end, told): &(usize, String)| (*end, vec![(name.clone(), told.clone())]);
                self.rule(rule, at).iter().map(named).collect()
            }
        }
    }

    /// What a rule finds at a place, with what is kept of it.
    pub fn rule(&self, name: &'static str, at: usize) -> Told {
        if let Some(known) = self.known.borrow().get(&(name, at)) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.found(name, at));
        self.known.borrow_mut().insert((name, at), Rc::clone(&found));
        found
    }

    fn found(&self, name: &str, at: usize) -> Vec<(usize, String)> {
        if let Some(tell) = measured(name) {
            let told = tell(self, self.over_marks(at, true));
            return told.into_iter().map(|(told, end)| (end, told)).collect();
        }
        let readings = RULES.by_name.get(name).map_or(&[][..], Vec::as_slice);
        let mut all: Vec<(usize, String)> = Vec::new();
        for reading in readings {
            for (end, found) in reading.rows.iter().flat_map(|row| self.row(row, at)) {
                if !all.iter().any(|(other, _)| *other == end) {
                    all.push((end, filled(&reading.is, &found)));
                }
            }
        }
        all
    }

    /// Where a word or Chinese letters end that stand at a place.
    fn word(&self, word: &[char], at: usize) -> Option<usize> {
        let mut end = self.over_marks(at, word[0] != '-');
        let before = end.checked_sub(1).map(|before| self.letters[before]);
        let inside = before.is_some_and(|before| is_latin(before) && !before.is_ascii_digit());
        if is_latin(word[0]) && inside {
            return None;
        }
        for letter in word {
            end = if is_han(*letter) { self.over_marks(end, false) } else { end };
            (self.letters.get(end) == Some(letter)).then_some(())?;
            end += 1;
        }
        let counted = word.len() == 1 && self.letters.get(end).is_some_and(char::is_ascii_digit);
        (counted || ends_word(&self.letters, end)).then_some(end)
    }

    /// Marks say nothing between the parts of a row, and neither does a hyphen.
    pub fn over_marks(&self, at: usize, hyphens: bool) -> usize {
        let idle = |letter: &&char| " ,:;、()".contains(**letter) || (hyphens && **letter == '-');
        at + self.letters[at..].iter().take_while(idle).count()
    }
}

/// A plain sentence with what was found in the places that are kept for it.
fn filled(plain: &str, found: &Found) -> String {
    let fill = |plain: String, (name, told): &(String, String)| {
        plain.replace(&format!("{{{name}}}"), told).replace(&format!("{{{name}?}}"), told)
    };
    // Where one thing could be named before and behind it, what was named counts.
    let (said, unsaid): (Found, Found) =
        found.iter().cloned().partition(|(_, told)| !told.is_empty());
    said.iter().chain(&unsaid).fold(plain.to_owned(), fill)
}

/// The sentence without the places that may stay empty; none if another one is.
fn settled(plain: &str) -> Option<String> {
    let mut said = plain.to_owned();
    while let Some((before, rest)) = said.split_once('{') {
        let (name, after) = rest.split_once('}')?;
        said = name.ends_with('?').then(|| format!("{before}{after}"))?;
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::super::by_rule::PHRASES;
    use super::*;
    use crate::api::wire::MediaKind;

    fn names() -> [Name; 3] {
        let name = |name, kind| Name::new(name, kind);
        [
            name("bikes.mp4", MediaKind::Video),
            name("fire.jpg", MediaKind::Image),
            name("song.mp3", MediaKind::Audio),
        ]
    }

    #[test]
    fn orders_of_words_that_mean_the_same_come_down_to_one_sentence() {
        for said in [
            "the closing two seconds of bikes can go",
            "could you take two seconds off the end of bikes?",
            "bikes should lose its last 2 seconds",
            "把bikes最后两秒剪掉吧",
            "bikes結尾2秒不要了",
        ] {
            let plain = restated(said, &names());
            assert_eq!(plain.as_deref(), Some("trim 2s off the end of bikes.mp4"), "{said}");
        }
    }

    #[test]
    fn what_no_row_fits_as_a_whole_is_left_as_it_is_said() {
        for said in [
            "the last two seconds of bikes are lovely",
            "take two seconds off the end of the song",
            "start song.mp3 at 5 seconds",
            "remove bikes and mute the music",
            "最后两秒很好看",
        ] {
            assert_eq!(restated(said, &names()), None, "{said}");
        }
    }

    #[test]
    fn every_slot_is_found_by_a_rule_and_every_rule_is_asked_for() {
        fn slots<'a>(row: &'a [Part], all: &mut Vec<&'a str>) {
            for part in row {
                match part {
                    Part::Word(_) => {}
                    Part::Choice(rows) => rows.iter().for_each(|row| slots(row, all)),
                    Part::Slot { rule, .. } => all.push(rule),
                }
            }
        }
        let mut asked = vec!["before-a-wish", "behind-a-wish"];
        asked.extend(PHRASES.map(|(rule, _)| rule));
        asked.extend(super::super::neighbour::RULES);
        asked.extend(super::super::corrected::RULES);
        asked.extend(super::super::taken_up::RULES);
        asked.push(super::super::with_its_words::RULE);
        asked.push(super::super::said_otherwise::RULE);
        asked.extend(super::super::nothing_of::REFUSED.map(|(rule, ..)| rule));
        asked.push(super::super::otherwise::RULE);
        let readings = RULES.by_name.values().flatten().chain(&RULES.wishes);
        readings.flat_map(|reading| &reading.rows).for_each(|row| slots(row, &mut asked));
        for slot in &asked {
            let known = measured(slot).is_some() || RULES.by_name.contains_key(*slot);
            assert!(known, "<{slot}> is found by nothing");
        }
        for rule in RULES.by_name.keys() {
            assert!(asked.contains(&rule.as_str()), "no row asks for <{rule}>");
        }
    }
}
