//! A single wish in one of its many wordings, restated plainly: `the closing two seconds of bunny can go` is `trim
//! 2s off the end of bunny.mp4`.
//!
//! What a sentence with one wish in it is made of is few things (a piece, a length, a moment) in many orders and with
//! many verbs. `assets/language/restated.toml` has the orders as rows, the verbs as rules that rows share, and for
//! each wish the plain sentence that the rest of the agent reads in its stead. A row fits a whole sentence or it does
//! not fit, so that nothing of a sentence is passed over; what no row fits is read as it stands. The first row that
//! fits counts.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::known;
use super::letters::{alike, ends_word, is_han, is_latin, shots_as_pieces};
use super::lexicon::sense_at;
use super::measure::measure_at;
use super::name::Name;
use super::restate_row::{Part, Row};
use super::restate_rules::{Finder, RULES, Reading};
use super::sense::Sense;
use super::token::Meaning;

/// A longer sentence is more than one wish.
const LONGEST: usize = 200;

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
    let said = known::said(sentence, names);
    said.plain.get_or_init(|| plainly(&said)).clone()
}

fn plainly(said: &Said) -> Option<String> {
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
    let rows = RULES.wishes_with(&said.stands, |row| said.may_have(row));
    let mut plain = rows.into_iter().filter_map(|(is, row)| settled(&filled(is, &whole(row)?)));
    plain.next()
}

/// A sentence and the files that may be named in it.
pub struct Said {
    /// As people write it, letter by letter.
    pub written: Vec<char>,
    /// The same letters made alike.
    pub letters: Vec<char>,
    /// The files.
    pub names: Rc<[Name]>,
    /// Where the words of rows stand: which, from where, up to where.
    standing: Vec<(usize, usize, usize)>,
    /// Whether a word stands anywhere.
    stands: Vec<bool>,
    /// Whether a rule may find something anywhere, where that is known.
    finds: Vec<Cell<Option<bool>>>,
    /// Which rows of a rule may stand anywhere.
    rows: RefCell<FxHashMap<usize, Live>>,
    /// What each rule found at each place, since many rows ask for the same.
    known: RefCell<FxHashMap<(usize, usize), Told>>,
    /// The plain sentence for it, if it is known whether there is one.
    plain: OnceCell<Option<String>>,
    /// Nothing at all, as a rule finds it.
    nothing: Told,
    /// Where a part of a row may begin.
    starts: OnceCell<Vec<usize>>,
    /// What is read at each letter.
    read: Vec<At>,
}

/// What is read at a letter, and how many letters it takes.
#[derive(Clone, Default)]
struct At {
    measured: OnceCell<Option<(Meaning, usize)>>,
    sense: OnceCell<Option<(Sense, usize)>>,
}

/// Rows of a rule that may stand in a sentence, with what they are of.
type Live = Rc<Vec<(&'static Reading, &'static Row)>>;

impl Said {
    /// A sentence of which nothing is found yet but the words of rows.
    pub fn new(sentence: &str, names: Rc<[Name]>) -> Self {
        let letters = shots_as_pieces(without_particles(alike(sentence)));
        let mut said = Self {
            written: sentence.chars().collect(),
            names,
            standing: Vec::new(),
            stands: vec![false; RULES.words.len()],
            finds: vec![Cell::new(None); RULES.finders.len()],
            rows: RefCell::default(),
            known: RefCell::default(),
            plain: OnceCell::new(),
            nothing: Told::default(),
            starts: OnceCell::new(),
            read: vec![At::default(); letters.len()],
            letters,
        };
        for from in 0..said.letters.len() {
            said.stand_at(from);
        }
        said.standing.sort_unstable();
        said
    }

    /// Notes which words of rows stand at a place.
    fn stand_at(&mut self, from: usize) {
        let first = self.letters[from];
        let next = self.letters.get(from + 1).copied();
        // Marks between Chinese letters say nothing.
        let over = self.letters.get(self.over_marks(from + 1, false)).copied();
        let seconds = [None, next, over.filter(|_| over != next)];
        for (place, second) in seconds.into_iter().enumerate() {
            if place > 0 && second.is_none() {
                continue;
            }
            for word in RULES.words_with(first, second) {
                if let Some(end) = self.word(&RULES.words[*word], from) {
                    self.standing.push((*word, from, end));
                    self.stands[*word] = true;
                }
            }
        }
    }

    /// Whether nothing stands behind a place but what ends any sentence.
    pub fn is_over(&self, at: usize) -> bool {
        let over = |at: usize| self.letters[at..].iter().all(|letter| " .,!?\n~".contains(*letter));
        over(at) || self.rule("behind-a-wish", at).iter().any(|(end, _)| over(*end))
    }

    /// What is measured at a place, and how many letters it takes.
    pub fn measure(&self, at: usize) -> Option<(Meaning, usize)> {
        self.read.get(at)?.measured.get_or_init(|| measure_at(&self.letters, at)).clone()
    }

    /// What the vocabulary has at a place, and how many letters it takes.
    pub fn sense(&self, at: usize) -> Option<(Sense, usize)> {
        *self.read.get(at)?.sense.get_or_init(|| sense_at(&self.letters, at))
    }

    /// Whether all that a row needs stands anywhere.
    fn may_have(&self, row: &'static [Part]) -> bool {
        let word = |part: &Part| match part {
            Part::Word { number, .. } => self.stands[*number],
            Part::Choice(_) | Part::Slot { .. } => true,
        };
        let other = |part: &'static Part| match part {
            Part::Word { .. } => true,
            Part::Choice(rows) => rows.iter().any(|row| self.may_have(row)),
            Part::Slot { rule, .. } => self.may_find(*rule),
        };
        row.iter().all(word) && row.iter().all(other)
    }

    /// Whether a rule may find something anywhere.
    fn may_find(&self, rule: usize) -> bool {
        if let Some(known) = self.finds[rule].get() {
            return known;
        }
        // A rule that is asked for while it is looked at may find something.
        self.finds[rule].set(Some(true));
        let finds = match &RULES.finders[rule] {
            Finder::Measured(tell) => self.starts().iter().any(|at| tell(self, *at).is_some()),
            Finder::Rows(readings) => {
                readings.iter().flat_map(|reading| &reading.rows).any(|row| self.may_have(row))
            }
        };
        self.finds[rule].set(Some(finds));
        finds
    }

    /// Where a part of a row may begin.
    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            // "speed ×2": a number may touch the letter before it.
            let starts =
                |at: &usize| !self.is_within_a_word(*at) || self.letters[*at].is_ascii_digit();
            let places = (0..self.letters.len()).filter(starts);
            let mut places: Vec<usize> = places.map(|at| self.over_marks(at, true)).collect();
            places.dedup();
            places
        })
    }

    /// The rows of a rule that may stand anywhere.
    fn live(&self, rule: usize, readings: &'static [Reading]) -> Live {
        if let Some(known) = self.rows.borrow().get(&rule) {
            return Rc::clone(known);
        }
        let rows = |reading: &'static Reading| reading.rows.iter().map(move |row| (reading, row));
        let rows = readings.iter().flat_map(rows).filter(|(_, row)| self.may_have(row));
        let live: Live = Rc::new(rows.collect());
        self.rows.borrow_mut().insert(rule, Rc::clone(&live));
        live
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
            Part::Word { number, hyphen } => {
                let end = self.end_of(*number, self.over_marks(at, !hyphen));
                end.map(|end| (end, Found::new())).into_iter().collect()
            }
            Part::Choice(rows) => rows.iter().flat_map(|row| self.row(row, at)).collect(),
            Part::Slot { rule, name } => {
                let named =
                    |(end, told): &(usize, String)| (*end, vec![(name.clone(), told.clone())]);
                self.found_by(*rule, at).iter().map(named).collect()
            }
        }
    }

    /// What a rule finds at a place, with what is kept of it.
    pub fn rule(&self, name: &str, at: usize) -> Told {
        RULES.number(name).map_or_else(Told::default, |rule| self.found_by(rule, at))
    }

    fn found_by(&self, rule: usize, at: usize) -> Told {
        if matches!(RULES.finders[rule], Finder::Rows(_)) && !self.may_find(rule) {
            return Rc::clone(&self.nothing);
        }
        if let Some(known) = self.known.borrow().get(&(rule, at)) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.found(rule, at));
        self.known.borrow_mut().insert((rule, at), Rc::clone(&found));
        found
    }

    fn found(&self, rule: usize, at: usize) -> Vec<(usize, String)> {
        let readings = match &RULES.finders[rule] {
            Finder::Measured(tell) => {
                let told = tell(self, self.over_marks(at, true));
                return told.into_iter().map(|(told, end)| (end, told)).collect();
            }
            Finder::Rows(readings) => readings,
        };
        let mut all: Vec<(usize, String)> = Vec::new();
        for (reading, row) in self.live(rule, readings).iter() {
            for (end, found) in self.row(row, at) {
                if !all.iter().any(|(other, _)| *other == end) {
                    all.push((end, filled(&reading.is, &found)));
                }
            }
        }
        all
    }

    /// Whether a place is inside of a Latin word, where no part of a row begins.
    fn is_within_a_word(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.letters[before]);
        before.is_some_and(|before| is_latin(before) && !before.is_ascii_digit())
            && is_latin(self.letters[at])
    }

    /// Where a word of rows ends that begins at a place.
    fn end_of(&self, word: usize, from: usize) -> Option<usize> {
        let at = self.standing.partition_point(|(w, f, _)| (*w, *f) < (word, from));
        let (found, begin, end) = self.standing.get(at)?;
        ((*found, *begin) == (word, from)).then_some(*end)
    }

    /// Where a word or Chinese letters end that stand at a place.
    fn word(&self, word: &[char], from: usize) -> Option<usize> {
        if is_latin(word[0]) && self.is_within_a_word(from) {
            return None;
        }
        let mut end = from;
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
}
