//! What a sentence is made of once its words are known.

use std::ops::Range;

use crate::api::wire::MediaKind;
use crate::draft::{Colour, Millis};

use super::lexicon;
use super::{Sense, Turn};

/// A word or phrase with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it means.
    pub meaning: Meaning,
    /// The words as written.
    pub text: String,
    /// Where they stand, in letters of the sentence.
    pub span: Range<usize>,
}

/// What a word or phrase means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Quoted text.
    Quote(String),
    /// One of the session's files, by its place among them.
    File(usize, MediaKind),
    /// Words that the names of several files of the session have, by their places among them.
    Files(Vec<usize>),
    /// A file name that no file of the session has.
    MissingFile(String),
    /// A bare number.
    Number(f64),
    /// `第3个`, `third`; counted from the end when negative.
    Ordinal(i32),
    /// A length, or a moment counted from the start.
    Time(Millis),
    /// From one moment to a later one.
    Range(Millis, Millis),
    /// The first so many seconds.
    Head(Millis),
    /// The last so many seconds.
    Tail(Millis),
    /// So many seconds from the middle.
    Core(Millis),
    /// The first so many of something.
    FirstOf(usize),
    /// The last so many of something.
    LastOf(usize),
    /// One of two parts: `the second part`, behind a wish that parts something.
    Half { later: bool },
    /// A share of a hundred.
    Percent(f64),
    /// Of a circle.
    Degrees(f64),
    /// So many times the usual speed.
    Speed(f64),
    /// Louder or quieter by so much.
    Decibels(f64),
    /// How loud a whole is.
    Loudness(f64),
    /// Frames a second.
    Rate(f64),
    /// On the canvas.
    Pixels(f64),
    /// `#ffd500`.
    Colour(Colour),
    /// `9:16`, `1080x1920`.
    Ratio(u32, u32),
    /// A phrase of the vocabulary.
    Known(Sense),
    /// A word of no known meaning.
    Unknown,
}

impl Token {
    /// The vocabulary's sense, if this is one of its phrases.
    pub fn sense(&self) -> Option<Sense> {
        match self.meaning {
            Meaning::Known(sense) => Some(sense),
            _ => None,
        }
    }

    /// Its words, written small and with plain apostrophes.
    pub fn text_small(&self) -> String {
        self.text.to_lowercase().replace('’', "'")
    }

    /// A word that was meant beside this one and not said.
    pub fn beside(&self, sense: Sense, text: &str) -> Self {
        Self { meaning: Meaning::Known(sense), text: text.to_owned(), span: self.span.clone() }
    }
}

/// Whether a token is one of some words, as they are written small.
pub fn says(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.text.eq_ignore_ascii_case(word))
}

/// Whether a token does this in a turn of phrase.
pub fn turns(token: &Token, turn: Turn) -> bool {
    lexicon::turns(turn, &token.text)
}

/// Gives a token another sense than its words have by themselves.
pub fn mean(token: &mut Token, sense: Sense) {
    token.meaning = Meaning::Known(sense);
}

/// Whether a token parts a sentence.
pub fn is_break(token: &Token) -> bool {
    token.sense() == Some(Sense::Break)
}

/// Whether a token says what is to be done.
pub fn is_verb(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(_)))
}

/// Whether a token names a file of the session.
pub fn is_file(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..))
}

/// Whether a token names a piece by its file or by its place in a row.
pub fn is_file_or_place(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
}

/// Whether a token is a length or a moment.
pub fn is_time(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Time(_))
}

/// Whether a time is written as a moment: `第9秒`, `0:09`.
pub fn tells_when(time: &str) -> bool {
    time.starts_with('第') || time.contains([':', '：'])
}

/// Where the piece of the sentence around a place begins and ends.
pub fn piece(tokens: &[Token], place: usize) -> Range<usize> {
    let from = tokens[..place].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let to = tokens[place..].iter().position(is_break).map_or(tokens.len(), |mark| place + mark);
    from..to
}
