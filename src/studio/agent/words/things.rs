//! Files that are spoken of by another word for what they show, often in the other language: `兔子那段倒放` and `the rabbit
//! clip` of `bunny.mp4`, `the seaside clip` of `海边.mp4`.
//!
//! The words stand in `assets/language/things.toml`. Without one that points at a piece they may be of anything that
//! is seen in the film, and no file is meant by them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    things: Vec<Wordings>,
    behind: Wordings,
}

/// Words of both languages for the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wordings {
    en: Vec<String>,
    zh: Vec<String>,
}

/// How what a name says is told in other words, by its letters.
static TOLD: LazyLock<FxHashMap<Vec<char>, Vec<Vec<char>>>> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/things.toml");
    let file: File = toml::from_str(file).expect("the things are compiled in and tested");
    let File { things, behind } = file;
    let mut told: FxHashMap<Vec<char>, Vec<Vec<char>>> = FxHashMap::default();
    for thing in &things {
        let chinese = pointed(&thing.zh, "", &behind.zh);
        let english = pointed(&thing.en, " ", &behind.en);
        for name in thing.en.iter().chain(&thing.zh) {
            let ways = chinese.iter().chain(&english).cloned();
            told.entry(name.chars().collect()).or_default().extend(ways);
        }
    }
    told
});

fn pointed(words: &[String], gap: &str, behind: &[String]) -> Vec<Vec<char>> {
    let mut all = Vec::new();
    for word in words {
        all.extend(behind.iter().map(|at| format!("{word}{gap}{at}").chars().collect()));
    }
    all
}

/// All ways in which other words point at what a name says.
pub fn in_other_words(name: &[char]) -> &'static [Vec<char>] {
    TOLD.get(name).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(name: &str, said: &str) -> bool {
        let (name, said): (Vec<char>, Vec<char>) = (name.chars().collect(), said.chars().collect());
        in_other_words(&name).contains(&said)
    }

    #[test]
    fn a_name_is_told_in_other_words_where_something_points_at_a_piece() {
        assert!(tells("bunny", "兔子那段"));
        assert!(tells("海边", "seaside clip"));
        assert!(!tells("bunny", "兔子"));
        assert!(!tells("bunny", "猫那段"));
    }
}
