//! Traditional characters, read as the simplified ones that the vocabulary is written with: `刪掉第二張`.
//!
//! One character stands for one other, so that a place in the result is a place in the sentence as it was
//! written. What is put on the picture is taken from the sentence itself and stays traditional.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pairs: Vec<String>,
}

static SIMPLIFIED: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/traditional.toml");
    let file: File = toml::from_str(file).expect("the pairs are compiled in and tested");
    let pair = |pair: &str| {
        let mut letters = pair.chars();
        Some((letters.next()?, letters.next()?))
    };
    file.pairs.iter().flat_map(|row| row.split(' ')).filter_map(pair).collect()
});

/// The character that the vocabulary has for this one.
pub fn simplified(letter: char) -> char {
    if letter.is_ascii() { letter } else { SIMPLIFIED.get(&letter).copied().unwrap_or(letter) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_is_read_as_one_that_stays_itself() {
        assert_eq!("刪掉第二張".chars().map(simplified).collect::<String>(), "删掉第二张");
        for (letter, plain) in SIMPLIFIED.iter() {
            assert_eq!(simplified(*plain), *plain, "{letter} becomes {plain}, and that another");
        }
    }
}
