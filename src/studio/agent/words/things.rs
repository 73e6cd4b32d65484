//! Files that are spoken of by another word for what they show, often in the other language: `兔子那段倒放` and `the rabbit
//! clip` of `bunny.mp4`, `the seaside clip` of `海边.mp4`.
//!
//! The words stand in `assets/language/things.toml`. Without one that points at a piece, or that does something to pieces
//! (`兔子倒放`), they may be of anything that is seen in the film, and no file is meant by them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    things: Vec<Wordings>,
    behind: Wordings,
    edited: Vec<String>,
}

/// Words of both languages for the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wordings {
    en: Vec<String>,
    zh: Vec<String>,
}

/// How what a name says is told in other words.
#[derive(Debug, Default, PartialEq)]
pub struct Ways {
    /// With what points at a piece.
    pub pointed: Vec<Vec<char>>,
    /// Alone, where something is done to a piece right behind it.
    alone: Vec<Vec<char>>,
}

struct Things {
    told: FxHashMap<Vec<char>, Ways>,
    edited: Vec<Vec<char>>,
    none: Ways,
}

static THINGS: LazyLock<Things> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/things.toml");
    let file: File = toml::from_str(file).expect("the things are compiled in and tested");
    let File { things, behind, edited } = file;
    let mut told: FxHashMap<Vec<char>, Ways> = FxHashMap::default();
    for thing in &things {
        let chinese = pointed(&thing.zh, "", &behind.zh);
        let english = pointed(&thing.en, " ", &behind.en);
        for name in thing.en.iter().chain(&thing.zh) {
            let ways = told.entry(letters(name)).or_default();
            ways.pointed.extend(chinese.iter().chain(&english).cloned());
            ways.alone
                .extend(thing.zh.iter().map(|word| letters(word)).filter(|word| word.len() > 1));
        }
    }
    let edited = edited.iter().map(|word| letters(word)).collect();
    Things { told, edited, none: Ways::default() }
});

fn letters(word: &str) -> Vec<char> {
    word.chars().collect()
}

fn pointed(words: &[String], gap: &str, behind: &[String]) -> Vec<Vec<char>> {
    let mut all = Vec::new();
    for word in words {
        all.extend(behind.iter().map(|at| letters(&format!("{word}{gap}{at}"))));
    }
    all
}

/// All ways in which other words tell of what a name says.
pub fn in_other_words(name: &[char]) -> &'static Ways {
    THINGS.told.get(name).unwrap_or(&THINGS.none)
}

impl Ways {
    /// How many letters of a text the word takes that stands there alone, before what is done to it.
    pub fn alone_at(&self, text: &[char]) -> Option<usize> {
        let edits = |behind: &[char]| THINGS.edited.iter().any(|edit| behind.starts_with(edit));
        let lengths = self.alone.iter().filter(|word| text.starts_with(word)).map(Vec::len);
        lengths.filter(|length| edits(&text[*length..])).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(name: &str, said: &str) -> bool {
        let (name, said): (Vec<char>, Vec<char>) = (name.chars().collect(), said.chars().collect());
        let ways = in_other_words(&name);
        ways.pointed.contains(&said) || ways.alone_at(&said).is_some()
    }

    #[test]
    fn a_name_is_told_in_other_words_where_something_points_at_a_piece() {
        assert!(tells("bunny", "兔子那段"));
        assert!(tells("海边", "seaside clip"));
        assert!(!tells("bunny", "兔子"));
        assert!(tells("bunny", "兔子倒放"));
        assert!(!tells("bunny", "兔子跑得快"));
        assert!(!tells("bunny", "猫那段"));
    }
}
