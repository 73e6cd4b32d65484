//! What a conversation leaves for its next turn: what was spoken of, and what was asked back.
//!
//! Pieces and words are kept by their ids, because numbers change meanwhile. Both are forgotten without
//! harm: then `it` means nothing and is asked for.

use serde::{Deserialize, Serialize};

use super::words::{Answered, answered};

/// What a turn leaves for the next one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Talk {
    /// What was spoken of last.
    pub about: Option<About>,
    /// Where was cut last, if that was the last thing done.
    pub cut: Option<Cut>,
    /// What was asked back and is not answered yet.
    pub asked: Option<Asked>,
}

/// Where something was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// At its beginning, not at its end.
    pub head: bool,
    /// The film as a whole.
    pub film: bool,
}

/// Something that `it` can stand for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum About {
    /// Pieces of the film.
    Pieces(Vec<String>),
    /// Words on the picture.
    Words(Vec<String>),
    /// The music.
    Music,
}

/// A sentence that could be meant in several ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The sentence as it was said.
    pub sentence: String,
    /// The ways, as they were offered.
    pub options: Vec<Offer>,
}

/// One way to mean it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The words of the choice.
    pub label: String,
    /// What it means.
    pub meant: Meant,
}

/// What a choice stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meant {
    /// This piece.
    Piece(String),
    /// These words.
    Words(String),
    /// This file.
    File(String),
    /// Another sentence, which says it plainly.
    Sentence(String),
}

impl Asked {
    /// The choice that a sentence takes: by its number, its place or its words. None where it says
    /// something else, which is then a sentence like any other.
    pub(super) fn choice(&self, sentence: &str) -> Option<&Offer> {
        let said = sentence.trim().trim_end_matches(['.', '!', '。', '！']).to_lowercase();
        let label = |offer: &&Offer| offer.label.to_lowercase();
        if let Some(exact) = self.options.iter().find(|offer| label(offer) == said) {
            return Some(exact);
        }
        let place = match answered(sentence)? {
            Answered::Nth(number) => super::plan::nth(number, self.options.len()),
            Answered::Words => {
                let mut named = (0..self.options.len())
                    .filter(|place| holds(&label(&&self.options[*place]), &said));
                named.next().filter(|_| named.next().is_none())
            }
        };
        place.and_then(|place| self.options.get(place))
    }
}

/// Whether a choice has all that was said in it, as whole words.
fn holds(label: &str, said: &str) -> bool {
    if said.is_ascii() {
        let words: Vec<&str> =
            label.split(|letter: char| !(letter.is_alphanumeric() || letter == '.')).collect();
        return said.split_whitespace().all(|word| words.contains(&word));
    }
    label.contains(said)
}
