//! Two wishes in one sentence do what they do one after the other, however they are joined: nothing of one is said of
//! what the other names.

use std::path::PathBuf;

use serde::Deserialize;

use super::notation::{self, film};
use crate::studio::agent::take_turn;

/// So many pairs are left out for each that is tried, as there are thousands; coprime to how many joinings there are.
const EVERY: usize = 11;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    en: Vec<Wishes>,
    zh: Vec<Wishes>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wishes {
    film: String,
    joined: Vec<String>,
    wishes: Vec<String>,
}

impl Wishes {
    /// What comes of sentences, one after the other.
    fn after(&self, sentences: &[&str]) -> String {
        let mut scene = notation::scene(&self.film);
        for sentence in sentences {
            take_turn(sentence, &mut scene);
        }
        film(&scene.draft)
    }

    /// The pairs that do something else, of those that can be done one after the other.
    fn wrong(&self) -> Vec<String> {
        let pairs = self.wishes.iter().flat_map(|first| {
            self.wishes
                .iter()
                .filter(move |second| *second != first)
                .map(move |second| (first, second))
        });
        let tried = pairs.enumerate().filter(|(at, _)| at % EVERY == 0);
        let wrong = tried.filter_map(|(at, (first, second))| {
            let by_turns = self.after(&[first, second]);
            let both_done = [first, second].iter().all(|only| self.after(&[only]) != by_turns);
            let said = format!("{first}{}{second}", self.joined[at / EVERY % self.joined.len()]);
            let found = self.after(&[&said]);
            (both_done && found != by_turns)
                .then(|| format!("{said}\n  wanted {by_turns}\n  found  {found}"))
        });
        wrong.collect()
    }
}

fn wishes() -> Both {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/in_one_breath.toml");
    let text = std::fs::read_to_string(file).expect("the wishes");
    toml::from_str(&text).expect("a table")
}

fn all_do_so(films: &[Wishes]) {
    let wrong: Vec<String> = films.iter().flat_map(Wishes::wrong).collect();
    assert!(wrong.is_empty(), "{}:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn two_wishes_in_english_do_what_they_do_one_after_the_other() {
    all_do_so(&wishes().en);
}

#[test]
fn two_wishes_in_chinese_do_what_they_do_one_after_the_other() {
    all_do_so(&wishes().zh);
}
