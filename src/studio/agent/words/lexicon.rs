//! The vocabulary: phrases of both languages and their senses, from `assets/language/*.toml`.
//!
//! Both languages are known at once, because people mix them. A phrase has one sense; what it means
//! beside other words is for the readers of requests. The files are part of the program and a test
//! reads them, so a mistake in them cannot reach anybody.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::draft::{Colour, Mood, TextPlace};
use crate::language::Language;

use super::index::Index;
use super::letters::{alike, is_latin, phrase_at, unit_phrase_at};
use super::sense::{
    Beyond, Camera, Closeness, Degree, Edge, Fitting, Lettering, Link, Look, Moving, Noun, Pace,
    Part, Portion, Question, Sense, Shape, Sizing, Sorting, Stretch, Tempo, Tone, Turn, Turning,
    Verb,
};
use super::slip::slipped_phrase_at;
use super::spelling;

/// One language's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vocabulary {
    verb: BTreeMap<Verb, Vec<String>>,
    noun: BTreeMap<Noun, Vec<String>>,
    link: BTreeMap<Link, Vec<String>>,
    edge: BTreeMap<Edge, Vec<String>>,
    degree: BTreeMap<Degree, Vec<String>>,
    shape: BTreeMap<Shape, Vec<String>>,
    platform: BTreeMap<Shape, Vec<String>>,
    mood: BTreeMap<String, Vec<String>>,
    place: BTreeMap<String, Vec<String>>,
    transition: BTreeMap<String, Vec<String>>,
    look: BTreeMap<Look, Vec<String>>,
    tone: BTreeMap<Tone, Vec<String>>,
    colour: BTreeMap<String, Vec<String>>,
    lettering: BTreeMap<Lettering, Vec<String>>,
    moving: BTreeMap<Moving, Vec<String>>,
    sizing: BTreeMap<Sizing, Vec<String>>,
    turning: BTreeMap<Turning, Vec<String>>,
    closeness: BTreeMap<Closeness, Vec<String>>,
    resolution: BTreeMap<String, Vec<String>>,
    camera: BTreeMap<Camera, Vec<String>>,
    fit: BTreeMap<Fitting, Vec<String>>,
    pace: BTreeMap<Pace, Vec<String>>,
    portion: BTreeMap<Portion, Vec<String>>,
    stretch: BTreeMap<Stretch, Vec<String>>,
    sorting: BTreeMap<Sorting, Vec<String>>,
    tempo: BTreeMap<Tempo, Vec<String>>,
    question: BTreeMap<Question, Vec<String>>,
    beyond: BTreeMap<Beyond, Vec<String>>,
    unit: BTreeMap<Unit, Vec<String>>,
    statement: BTreeMap<Part, Vec<String>>,
    #[serde(default)]
    turn: BTreeMap<Turn, Vec<String>>,
    #[serde(rename = "break")]
    breaks: Vec<String>,
    filler: Vec<String>,
    counter: Vec<String>,
    #[serde(default, rename = "not-slips")]
    not_slips: Vec<String>,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A thousandth of a second.
    Millisecond,
    /// A second.
    Second,
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
}

impl Unit {
    /// How many seconds it has.
    pub fn seconds(self) -> f64 {
        match self {
            Self::Millisecond => 0.001,
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3600.0,
        }
    }
}

struct Lexicon {
    phrases: Index<Sense>,
    units: Index<Unit>,
    counters: Vec<char>,
    not_slips: FxHashSet<Vec<char>>,
    transitions: Vec<String>,
    /// English, Chinese.
    statements: [BTreeMap<Part, Vec<String>>; 2],
    turns: FxHashSet<(Turn, String)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let files = [
        include_str!("../../../../assets/language/en.toml"),
        include_str!("../../../../assets/language/zh.toml"),
    ];
    let read = |file| toml::from_str(file).expect("the vocabulary is compiled in and tested");
    lexicon(files.map(read))
});

/// The words of a language that play a part in statements.
pub fn words_of(language: Language, part: Part) -> &'static [String] {
    let [english, chinese] = &LEXICON.statements;
    let statements = if language == Language::English { english } else { chinese };
    statements.get(&part).map_or(&[], Vec::as_slice)
}

/// Whether a word plays a part in the statements of a language.
pub fn is_said(language: Language, part: Part, word: &str) -> bool {
    words_of(language, part).iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a word does this in turns of phrase, in either language.
pub fn turns(turn: Turn, word: &str) -> bool {
    LEXICON.turns.contains(&(turn, word.to_lowercase()))
}

/// The sense of the longest phrase at a place, and how many letters it takes.
pub fn sense_at(letters: &[char], at: usize) -> Option<(Sense, usize)> {
    LEXICON.phrases.longest_at(letters, at, phrase_at)
}

/// The unit of time at a place, and how many letters it takes.
pub fn unit_at(letters: &[char], at: usize) -> Option<(Unit, usize)> {
    LEXICON.units.longest_at(letters, at, unit_phrase_at)
}

/// Whether a letter counts things: `个`, `张`, `段`.
pub fn is_counter(letter: char) -> bool {
    LEXICON.counters.contains(&letter)
}

/// Whether a word looks like a slip and is another word.
pub fn is_another_word(word: &[char]) -> bool {
    LEXICON.not_slips.contains(word)
}

/// The sense of the one word that a word is a slip of. One that could be a slip of words that mean
/// different things is none.
pub fn sense_of_misspelt(word: &[char]) -> Option<Sense> {
    // The first two letters may have been swapped.
    let firsts = [word.first()?, word.get(1)?];
    let candidates = firsts.into_iter().flat_map(|first| LEXICON.phrases.words_with(*first));
    let mut senses =
        candidates.filter(|(phrase, _)| spelling::is_slip_of(word, phrase)).map(|(_, s)| *s);
    let first = senses.next()?;
    senses.all(|sense| sense == first).then_some(first)
}

/// The sense of the longest phrase of several words of which one has a slip, and how many letters it takes.
pub fn sense_of_slipped_phrase(letters: &[char], at: usize) -> Option<(Sense, usize)> {
    let firsts = [letters.get(at)?, letters.get(at + 1)?];
    let over = |is_in: fn(&char) -> bool| letters[at..].iter().take_while(|at| is_in(at)).count();
    // A slip takes or gives one letter; what is joined by a mark ("that's") has none.
    let words = [over(|letter| is_latin(*letter)), over(|letter| *letter != ' ')];
    let may_be = |phrase: &[char]| {
        let first = phrase.iter().position(|letter| *letter == ' ');
        first.is_some_and(|length| words.iter().any(|word| word.abs_diff(length) <= 1))
    };
    let candidates = firsts.into_iter().flat_map(|first| LEXICON.phrases.rows_with(*first));
    let candidates = candidates.filter(|(phrase, _)| may_be(phrase));
    let fitting = candidates.filter_map(|(phrase, sense)| {
        slipped_phrase_at(letters, at, phrase).map(|length| (*sense, length))
    });
    let found: Vec<(Sense, usize)> = fitting.collect();
    let longest = found.iter().map(|(_, length)| *length).max()?;
    let mut senses = found.iter().filter(|(_, length)| *length == longest).map(|(sense, _)| *sense);
    let first = senses.next()?;
    senses.all(|sense| sense == first).then_some((first, longest))
}

/// The name that drafts give to a transition of the vocabulary.
pub fn transition_name(index: usize) -> &'static str {
    LEXICON.transitions.get(index).map_or("crossfade", String::as_str)
}

/// No transition at all: one clip is cut to the next.
pub fn plain_cut() -> Sense {
    transition("none")
}

/// One picture that melts into the next.
pub fn crossfade() -> Sense {
    transition("crossfade")
}

fn transition(of: &str) -> Sense {
    let place = LEXICON.transitions.iter().position(|name| name == of);
    Sense::Transition(place.unwrap_or_default())
}

fn lexicon(mut languages: [Vocabulary; 2]) -> Lexicon {
    let (mut phrases, mut units, mut counters) = (Vec::new(), Vec::new(), Vec::new());
    let mut not_slips = FxHashSet::default();
    let mut transitions: Vec<String> =
        languages.iter().flat_map(|language| language.transition.keys().cloned()).collect();
    transitions.sort();
    transitions.dedup();
    let statements = languages.each_mut().map(|language| std::mem::take(&mut language.statement));
    let each = |language: &Vocabulary| {
        let words = |(turn, words): (&Turn, &Vec<String>)| {
            words.iter().map(|word| (*turn, word.clone())).collect::<Vec<_>>()
        };
        language.turn.iter().flat_map(words).collect::<Vec<_>>()
    };
    let turns = languages.iter().flat_map(each).collect();
    for language in languages {
        units.extend(spread(&language.unit, |unit| unit));
        counters.extend(language.counter.iter().filter_map(|word| word.chars().next()));
        not_slips.extend(language.not_slips.iter().map(|word| alike(word)));
        phrases.extend(senses(&language, &transitions));
    }
    let (phrases, units) = (Index::of(phrases), Index::of(units));
    Lexicon { phrases, units, counters, not_slips, transitions, statements, turns }
}

fn senses(language: &Vocabulary, transitions: &[String]) -> Vec<(Vec<char>, Sense)> {
    let place_of = |name: &String| transitions.iter().position(|known| known == name).unwrap_or(0);
    let mut all = Vec::new();
    all.extend(spread(&language.verb, Sense::Verb));
    all.extend(spread(&language.noun, Sense::Noun));
    all.extend(spread(&language.link, Sense::Link));
    all.extend(spread(&language.edge, Sense::Edge));
    all.extend(spread(&language.degree, Sense::Degree));
    all.extend(spread(&language.shape, Sense::Shape));
    all.extend(spread(&language.platform, Sense::Platform));
    all.extend(spread(&language.look, Sense::Look));
    all.extend(spread(&language.tone, Sense::Tone));
    all.extend(spread(&language.lettering, Sense::Lettering));
    all.extend(spread(&language.moving, Sense::Moving));
    all.extend(spread(&language.sizing, Sense::Sizing));
    all.extend(spread_with(&language.colour, |hex| Colour::from_hex(hex).map(Sense::Colour)));
    all.extend(spread(&language.turning, Sense::Turning));
    all.extend(spread(&language.closeness, Sense::Closeness));
    all.extend(spread(&language.camera, Sense::Camera));
    all.extend(spread_with(&language.resolution, |lines| {
        lines.parse().ok().map(Sense::Resolution)
    }));
    all.extend(spread(&language.fit, Sense::Fit));
    all.extend(spread(&language.pace, Sense::Pace));
    all.extend(spread(&language.portion, Sense::Portion));
    all.extend(spread(&language.stretch, Sense::Stretch));
    all.extend(spread(&language.sorting, Sense::Sorting));
    all.extend(spread(&language.tempo, Sense::Tempo));
    all.extend(spread(&language.question, Sense::Question));
    all.extend(spread(&language.beyond, Sense::Beyond));
    all.extend(spread_with(&language.transition, |name| Some(Sense::Transition(place_of(name)))));
    all.extend(spread_with(&language.mood, |name| Mood::from_name(name).map(Sense::Mood)));
    all.extend(spread_with(&language.place, |name| TextPlace::from_name(name).map(Sense::Place)));
    all.extend(language.breaks.iter().map(|phrase| (alike(phrase), Sense::Break)));
    all.extend(language.filler.iter().map(|phrase| (alike(phrase), Sense::Filler)));
    with_plurals(all)
}

fn spread<K: Copy, T>(
    table: &BTreeMap<K, Vec<String>>,
    sense: impl Fn(K) -> T,
) -> Vec<(Vec<char>, T)> {
    let each = |(key, phrases): (&K, &Vec<String>)| {
        phrases.iter().map(|phrase| (alike(phrase), sense(*key))).collect::<Vec<_>>()
    };
    table.iter().flat_map(each).collect()
}

fn spread_with(
    table: &BTreeMap<String, Vec<String>>,
    sense: impl Fn(&String) -> Option<Sense>,
) -> Vec<(Vec<char>, Sense)> {
    let each = |(key, phrases): (&String, &Vec<String>)| {
        let meaning = sense(key);
        phrases.iter().filter_map(|phrase| Some((alike(phrase), meaning?))).collect::<Vec<_>>()
    };
    table.iter().flat_map(each).collect()
}

/// English things are named in the plural by an `s`, unless the vocabulary gives that word itself.
fn with_plurals(phrases: Vec<(Vec<char>, Sense)>) -> Vec<(Vec<char>, Sense)> {
    let stated: FxHashSet<Vec<char>> = phrases.iter().map(|(phrase, _)| phrase.clone()).collect();
    let plural = |(phrase, sense): &(Vec<char>, Sense)| {
        let last = phrase.last()?;
        let is_thing = matches!(sense, Sense::Noun(_) | Sense::Transition(_));
        let takes_s = is_thing && last.is_ascii_alphabetic() && *last != 's';
        let plural: Vec<char> = phrase.iter().copied().chain(['s']).collect();
        (takes_s && !stated.contains(&plural)).then_some((plural, *sense))
    };
    let plurals: Vec<_> = phrases.iter().filter_map(plural).collect();
    phrases.into_iter().chain(plurals).collect()
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashMap;

    use super::*;

    #[test]
    fn every_phrase_has_one_sense() {
        let mut seen: FxHashMap<&Vec<char>, Sense> = FxHashMap::default();
        for (phrase, sense) in LEXICON.phrases.all() {
            let other = seen.insert(phrase, *sense);
            assert!(other.is_none(), "{} is {sense:?} and {other:?}", String::from_iter(phrase));
        }
    }

    #[test]
    fn moods_and_places_are_named_as_drafts_name_them() {
        for file in [
            include_str!("../../../../assets/language/en.toml"),
            include_str!("../../../../assets/language/zh.toml"),
        ] {
            let language: Vocabulary = toml::from_str(file).expect("the file is well formed");
            let moods: Vec<&str> = language.mood.keys().map(String::as_str).collect();
            assert_eq!(moods.len(), Mood::ALL.len());
            assert!(moods.into_iter().all(|name| Mood::from_name(name).is_some()));
            assert!(language.place.keys().all(|name| TextPlace::from_name(name).is_some()));
        }
    }

    #[test]
    fn every_colour_has_a_name_to_be_told_by() {
        for (colour, english, chinese) in crate::language::COLOURS {
            for name in [english, chinese] {
                let found = sense_at(&alike(name), 0).map(|(sense, _)| sense);
                assert_eq!(found, Some(Sense::Colour(Colour(colour))), "{name}");
            }
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        let found = sense_at(&alike("fade in and out"), 0);
        assert_eq!(found, Some((Sense::Noun(Noun::FadeBoth), 15)));
    }
}
