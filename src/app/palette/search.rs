//! Which entries fit a few letters, the best first.
//!
//! What somebody writes is most often the name of a thing. So whole names come first, then whole words
//! of the name and the help, then beginnings of words, then letters inside of words. Letters that are
//! merely in the right order count in the name alone, and only where there are a few of them: in a
//! sentence of help nearly everything has its letters somewhere.

use unicode_segmentation::UnicodeSegmentation;

use super::PaletteEntry;

/// An entry that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// It.
    pub entry: PaletteEntry,
    /// Which of its words' letters were asked for, counted from 0, rising.
    pub letters: Vec<usize>,
}

/// How well an entry fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is all of its words, in one of the languages.
    Whole,
    /// It is its name, or a word that stands for it.
    Name,
    /// Every word is one of its words.
    Words,
    /// Every word begins one of its words.
    Beginnings,
    /// Every word is somewhere in it.
    Inside,
    /// The letters are in its name, in this order.
    Letters,
}

/// How well it fits; what can be done now stands before what cannot; then how far in its words it is.
type Rank = (Fit, bool, usize);

/// Fewer letters in order say nothing.
const FEWEST_LETTERS: usize = 4;

/// The entries that fit, the best first; what fits equally well keeps its order. Everything fits
/// nothing.
pub(super) fn search(entries: Vec<PaletteEntry>, query: &str) -> Vec<Found> {
    // Names of the table are written with points and strokes.
    let query = query.replace(['.', '-'], " ").trim().to_lowercase();
    let terms: Vec<&str> = query.split_whitespace().collect();
    if terms.is_empty() {
        let found = |entry| Found { entry, letters: Vec::new() };
        return entries.into_iter().map(found).collect();
    }
    let mut found: Vec<(Rank, Found)> = entries
        .into_iter()
        .filter_map(|entry| {
            let words = entry.words.to_lowercase();
            let fit = fit(&entry, &words, &query, &terms)?;
            let letters = letters(&words, &terms);
            let rank = (fit, !entry.possible, first(&entry, &words, &query, &terms));
            Some((rank, Found { entry, letters }))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    // Letters in order are a guess, for where nothing is named so.
    if found.first().is_some_and(|((fit, ..), _)| *fit != Fit::Letters) {
        found.retain(|((fit, ..), _)| *fit != Fit::Letters);
    }
    found.into_iter().map(|(_, found)| found).collect()
}

fn fit(entry: &PaletteEntry, words: &str, query: &str, terms: &[&str]) -> Option<Fit> {
    if words == query || entry.others == query {
        return Some(Fit::Whole);
    }
    if entry.names().any(|name| name == query) {
        return Some(Fit::Name);
    }
    let texts = || std::iter::once(words).chain(entry.texts());
    let every = |fits: fn(&str, &str) -> bool| {
        terms.iter().all(|term| texts().any(|text| fits(text, term)))
    };
    if every(|text, term| self::words(text).any(|word| word == term)) {
        return Some(Fit::Words);
    }
    if every(|text, term| self::words(text).any(|word| word.starts_with(term))) {
        return Some(Fit::Beginnings);
    }
    if every(|text, term| text.contains(term)) {
        return Some(Fit::Inside);
    }
    let in_order = query.chars().count() >= FEWEST_LETTERS
        && entry.names().any(|name| has_in_order(name, query));
    in_order.then_some(Fit::Letters)
}

/// How far in its words the first of the terms is; what begins a name of it is at the beginning.
fn first(entry: &PaletteEntry, words: &str, query: &str, terms: &[&str]) -> usize {
    if entry.names().any(|name| name.starts_with(query)) {
        return 0;
    }
    terms.iter().filter_map(|term| place(words, term)).min().unwrap_or(words.len())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Where a term is in the words: at the beginning of one where it is at one.
fn place(words: &str, term: &str) -> Option<usize> {
    let begins = |at: &usize| !words[..*at].chars().next_back().is_some_and(char::is_alphanumeric);
    let mut places = words.match_indices(term).map(|(at, _)| at);
    places.find(begins).or_else(|| words.find(term))
}

/// The letters of the words that were asked for.
fn letters(words: &str, terms: &[&str]) -> Vec<usize> {
    let asked: Vec<_> =
        terms.iter().filter_map(|term| place(words, term).map(|at| at..at + term.len())).collect();
    let is_asked = |at: usize| asked.iter().any(|range| range.contains(&at));
    let places = words.grapheme_indices(true).enumerate();
    places.filter(|(_, (at, _))| is_asked(*at)).map(|(place, _)| place).collect()
}

/// Whether a name begins with the first letter and has the others behind it, in their order.
fn has_in_order(name: &str, letters: &str) -> bool {
    let mut rest = name.chars();
    let mut wanted = letters.chars().filter(|letter| !letter.is_whitespace());
    rest.next() == wanted.next() && wanted.all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_order_begin_with_the_first() {
        assert!(has_in_order("zoom fit", "zmft"));
        assert!(!has_in_order("a zoom fit", "zmft"));
        assert!(!has_in_order("zoom in", "zmft"));
    }

    #[test]
    fn a_word_is_marked_where_it_begins_one() {
        assert_eq!(letters("as a trim is", &["is"]), [10, 11]);
        assert_eq!(letters("导出影片", &["影片"]), [2, 3]);
    }
}
