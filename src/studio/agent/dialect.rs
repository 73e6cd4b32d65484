//! English as it is spoken in a region, written out: `langoustine should go afore the haddock, an gie it jist three seconds`.
//!
//! The words stand in `assets/language/dialect.toml`. Some are nothing else (`afore`), others are words of their own where
//! nobody else in the sentence speaks so (`the pit`, `my ma and pa`). What is quoted, and what is part of a file's name, stays.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::words::{Name, quoted_at};

/// A plain word, and how it is said.
type Spoken = FxHashMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    always: Spoken,
    beside: Spoken,
}

/// What a word of a dialect is written out as, and whether it may be another word as well.
static PLAIN: LazyLock<FxHashMap<String, (String, bool)>> = LazyLock::new(|| {
    let file = include_str!("../../../assets/language/dialect.toml");
    let File { always, beside } =
        toml::from_str(file).expect("the words are compiled in and tested");
    let said = |words: Spoken, is_also_another: bool| {
        words.into_iter().flat_map(move |(plain, said)| {
            said.into_iter().map(move |word| (word, (plain.clone(), is_also_another)))
        })
    };
    said(always, false).chain(said(beside, true)).collect()
});

/// `t'logo`: an article that is written together with its word.
const ARTICLES: [&str; 2] = ["t'", "th'"];

/// `whaur's it gone`: what a word may end with besides.
const ENDINGS: [&str; 4] = ["'s", "'re", "'ll", "'d"];

/// `flashin'`: a verb that leaves its last letter out.
const LEFT_OUT: &str = "in'";

/// A sentence with such words written out, if it has any.
pub fn out_of_dialect(sentence: &str, names: &[Name]) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let words = words_of(&letters);
    let speaks_so = |(from, to): &(usize, usize)| {
        plain_word(&letters[*from..*to], false)
            .is_some_and(|_| !is_of_a_name(&letters[*from..*to], names))
    };
    if !words.iter().any(speaks_so) {
        return None;
    }
    let (mut written, mut done) = (String::new(), 0);
    for (from, to) in words {
        let word = &letters[from..to];
        if let Some(plain) = plain_word(word, true).filter(|_| !is_of_a_name(word, names)) {
            written.extend(&letters[done..from]);
            written.push_str(&plain);
            done = to;
        }
    }
    written.extend(&letters[done..]);
    Some(written)
}

/// Where the words of a sentence stand that are not quoted, an apostrophe at their end with them.
fn words_of(letters: &[char]) -> Vec<(usize, usize)> {
    // `wi-fi` is one word.
    let is_of_a_word =
        |letter: &char| letter.is_ascii_alphabetic() || *letter == '-' || is_apostrophe(*letter);
    let (mut words, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let length = letters[at..].iter().take_while(|letter| is_of_a_word(letter)).count();
        at += if let Some(quoted) = quoted_at(letters, at) {
            quoted.length
        } else if length > 0 {
            words.push((at, at + length));
            length
        } else {
            1
        };
    }
    words
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// What a word is in plain English, where it is one of a dialect.
fn plain_word(word: &[char], beside_another: bool) -> Option<String> {
    let straight =
        |letter: &char| if is_apostrophe(*letter) { '\'' } else { letter.to_ascii_lowercase() };
    let small: String = word.iter().map(straight).collect();
    plain(&small, beside_another).or_else(|| {
        let (word, ending) = parted(&small)?;
        plain(word, beside_another).map(|plain| plain + ending)
    })
}

fn plain(small: &str, beside_another: bool) -> Option<String> {
    let known = PLAIN.get(small).filter(|(_, is_also_another)| beside_another || !is_also_another);
    let article = || {
        ARTICLES
            .iter()
            .find_map(|article| small.strip_prefix(article))
            .filter(|named| !named.is_empty())
    };
    let verb = || small.strip_suffix(LEFT_OUT).filter(|verb| verb.len() > LEFT_OUT.len());
    known
        .map(|(plain, _)| plain.clone())
        .or_else(|| article().map(|named| format!("the {named}")))
        .or_else(|| verb().map(|verb| format!("{verb}ing")))
}

/// `whaur's`: a word, and what it ends with besides.
fn parted(small: &str) -> Option<(&str, &'static str)> {
    ENDINGS.into_iter().find_map(|ending| Some((small.strip_suffix(ending)?, ending)))
}

/// Whether a word is one that a file's name is made of: `yon` of `yon-gull.jpg`.
fn is_of_a_name(word: &[char], names: &[Name]) -> bool {
    let word: String = word.iter().map(char::to_ascii_lowercase).collect();
    let has = |name: &Name| {
        name.written().split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word)
    };
    names.iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::MediaKind;

    #[test]
    fn words_of_a_dialect_are_written_out_where_somebody_speaks_so() {
        for (said, plain) in [
            ("stick it afore the gull", Some("stick it before the gull")),
            ("pit it afore the gull", Some("put it before the gull")),
            ("the pit for 3 seconds", None),
            ("put t’gull in t'corner", Some("put the gull in the corner")),
            ("he's swearin' at ma gran", Some("he's swearing at my gran")),
            ("the wi-fi", None),
            ("at 9 o'clock", None),
        ] {
            assert_eq!(out_of_dialect(said, &[]).as_deref(), plain, "{said}");
        }
    }

    #[test]
    fn what_is_quoted_or_named_stays() {
        let names = [Name::new("yon-gull.jpg", MediaKind::Image)];
        let said = r#"put "Doon the watter" on yon frae the start"#;
        let plain = r#"put "Doon the watter" on yon from the start"#;
        assert_eq!(out_of_dialect(said, &names).as_deref(), Some(plain));
    }

    #[test]
    fn each_word_stands_once_and_small() {
        let file = include_str!("../../../assets/language/dialect.toml");
        let File { always, beside } = toml::from_str(file).expect("the file is well formed");
        let mut all: Vec<String> =
            always.into_values().chain(beside.into_values()).flatten().collect();
        assert!(all.iter().all(|word| word.to_lowercase() == *word));
        let said = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), said);
    }
}
