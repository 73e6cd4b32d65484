//! Chinese words with a word of the trade in them that say something else as a whole: `录进` has nothing of `进`, and `周末`
//! is no end of anything.
//!
//! Chinese is written without spaces, and the vocabulary finds the longest phrase that it knows at each place. What people
//! tell beside a wish is full of words that it does not know, and of letters in them that it does. The words of
//! `assets/language/compounds.toml` are each one strange word, unless a phrase that is as long or the name of a file stands
//! there.

use std::sync::LazyLock;

use serde::Deserialize;

use super::index::Index;
use super::letters::is_han;
use super::name::{Name, name_at};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    zh: Vec<String>,
}

static COMPOUNDS: LazyLock<Index<()>> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/compounds.toml");
    let file: File = toml::from_str(file).expect("the words are compiled in and tested");
    Index::of(file.zh.into_iter().map(|word| (word.chars().collect(), ())).collect())
});

/// How many letters such a word takes at a place.
pub fn compound_at(letters: &[char], at: usize, names: &[Name]) -> Option<usize> {
    if !is_han(letters[at]) {
        return None;
    }
    let stands = |letters: &[char], at: usize, word: &[char]| {
        letters[at..].starts_with(word).then_some(word.len())
    };
    let ((), length) = COMPOUNDS.longest_at(letters, at, stands)?;
    let named = (at..at + length).any(|place| name_at(letters, place, names).is_some());
    (!named).then_some(length)
}
