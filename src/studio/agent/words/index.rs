//! Phrases, found by how they begin: of thousands, few share their first two letters.

use rustc_hash::FxHashMap;

/// How a phrase is recognised at a place: how many letters it takes there.
pub type Fits = fn(&[char], usize, &[char]) -> Option<usize>;

/// Phrases with what they mean, the longest first.
pub struct Index<T> {
    phrases: Vec<(Vec<char>, T)>,
    /// Those of one word.
    words: FxHashMap<char, Vec<usize>>,
    /// Those of several words.
    rows: FxHashMap<char, Vec<usize>>,
    /// The second is none where a phrase is one letter, or its first word is.
    by_two: FxHashMap<(char, Option<char>), Vec<usize>>,
}

impl<T: Copy> Index<T> {
    /// All phrases. Those without a letter are never found.
    pub fn of(mut phrases: Vec<(Vec<char>, T)>) -> Self {
        // Of two that are as long, the later one is tried first.
        phrases.sort_by_key(|(phrase, _)| phrase.len());
        phrases.reverse();
        let (mut words, mut rows) = (FxHashMap::default(), FxHashMap::default());
        let mut by_two: FxHashMap<(char, Option<char>), Vec<usize>> = FxHashMap::default();
        for (number, (phrase, _)) in phrases.iter().enumerate() {
            let Some(first) = phrase.first() else { continue };
            let second = phrase.get(1).copied().filter(|letter| *letter != ' ');
            let by_first: &mut FxHashMap<char, Vec<usize>> =
                if phrase.contains(&' ') { &mut rows } else { &mut words };
            by_first.entry(*first).or_default().push(number);
            by_two.entry((*first, second)).or_default().push(number);
        }
        Self { phrases, words, rows, by_two }
    }

    /// What the longest phrase at a place means, and how many letters it takes.
    pub fn longest_at(&self, letters: &[char], at: usize, fits: Fits) -> Option<(T, usize)> {
        let first = *letters.get(at)?;
        let find = |second: Option<char>| {
            let numbers = self.by_two.get(&(first, second))?;
            numbers.iter().find_map(|number| {
                let (phrase, meaning) = &self.phrases[*number];
                fits(letters, at, phrase).map(|length| (phrase.len(), *meaning, length))
            })
        };
        let two = letters.get(at + 1).and_then(|second| find(Some(*second)));
        let longest = match (two, find(None)) {
            (Some(two), Some(one)) if one.0 > two.0 => Some(one),
            (two, one) => two.or(one),
        };
        longest.map(|(_, meaning, length)| (meaning, length))
    }

    /// The phrases of one word that begin with a letter.
    pub fn words_with(&self, first: char) -> impl Iterator<Item = &(Vec<char>, T)> {
        let numbers = self.words.get(&first).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|number| &self.phrases[*number])
    }

    /// The phrases of several words that begin with a letter.
    pub fn rows_with(&self, first: char) -> impl Iterator<Item = &(Vec<char>, T)> {
        let numbers = self.rows.get(&first).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|number| &self.phrases[*number])
    }

    /// All of them.
    #[cfg(test)]
    pub fn all(&self) -> &[(Vec<char>, T)] {
        &self.phrases
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::{alike, phrase_at};
    use super::*;

    #[test]
    fn the_longest_phrase_counts_wherever_its_first_word_ends() {
        let phrases = ["a", "a bit", "an", "and so", "再", "再来"];
        let index = Index::of(phrases.map(|phrase| (alike(phrase), phrase)).into());
        for (written, found) in [
            ("a bit", Some("a bit")),
            ("a-bit", Some("a bit")),
            ("a bitter", Some("a")),
            ("and so", Some("and so")),
            ("an", Some("an")),
            ("and", None),
            ("再来一次", Some("再来")),
            ("再见", Some("再")),
        ] {
            let longest = index.longest_at(&alike(written), 0, phrase_at);
            assert_eq!(longest.map(|(phrase, _)| phrase), found, "{written}");
        }
    }
}
