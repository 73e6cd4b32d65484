//! Frames: how a wish is put. `Could you kindly …`, `I should like …`, `… if you would`, `能不能麻烦您…`.
//!
//! There are as many of them as there are manners, so they are not phrases of the vocabulary but rows of words
//! with choices in them, from `assets/language/frames.toml`. They are found before anything is understood: what
//! is left is the wish itself. A frame that wants is a verb only where the wish has none of its own (`I should
//! like a square film`, but not `I should like the title to go`).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::letters::is_han;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_verb, piece};

/// What a frame makes of the wish in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Is {
    Idle,
    Wants,
    Without,
    Because,
    UnderSpeech,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    frame: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    is: Is,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
}

/// A row of words with choices in it.
struct Frame {
    is: Is,
    begins: bool,
    follows: bool,
    ends: bool,
    parts: Vec<Choice>,
}

/// One of several words, or none of them.
struct Choice {
    optional: bool,
    /// It must stand there, and is no part of the frame.
    stays: bool,
    /// Each as the words or Chinese letters that it is written with.
    words: Vec<Vec<String>>,
}

/// All frames, and which of them may begin with a word.
struct Frames {
    all: Vec<Frame>,
    with: FxHashMap<String, Vec<usize>>,
}

static FRAMES: LazyLock<Frames> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/frames.toml");
    let file: File = toml::from_str(file).expect("the frames are compiled in and tested");
    let frame = |written: Written| {
        let rows = written.en.into_iter().chain(written.zh);
        rows.map(|row| Frame::of(written.is, &row)).collect::<Vec<_>>()
    };
    let all: Vec<Frame> = file.frame.into_iter().flat_map(frame).collect();
    let mut with: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (number, frame) in all.iter().enumerate() {
        for word in frame.first_words() {
            with.entry(word).or_default().push(number);
        }
    }
    Frames { all, with }
});

impl Frame {
    fn of(is: Is, row: &str) -> Self {
        let begins = row.starts_with(['^', '&']);
        let follows = row.starts_with('&');
        let ends = row.ends_with('$');
        let parts = row.split_whitespace().filter(|part| !["^", "&", "$"].contains(part));
        let choice = |part: &str| {
            let optional = part.ends_with('?');
            let stays = part.starts_with('>');
            let part = part.trim_start_matches('>').trim_end_matches('?');
            Choice { optional, stays, words: part.split('/').map(units).collect() }
        };
        Self { is, begins, follows, ends, parts: parts.map(choice).collect() }
    }

    /// The words that it may begin with, each once.
    fn first_words(&self) -> FxHashSet<String> {
        let needed = self.parts.iter().take_while(|part| part.optional).count();
        let parts = self.parts.iter().take(needed + 1);
        parts.flat_map(|part| &part.words).filter_map(|words| words.first().cloned()).collect()
    }
}

/// English words; each Chinese letter by itself.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for word in text.to_lowercase().replace('’', "'").split([' ', '_', '\n']) {
        if word.is_empty() {
            continue;
        }
        if word.chars().any(is_han) {
            units.extend(word.chars().map(String::from));
        } else {
            units.push(word.to_owned());
        }
    }
    units
}

/// A word of the sentence, and the token that it is of.
struct Word {
    text: String,
    token: usize,
}

/// Takes the frames out of a sentence.
pub fn frames(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        if let Some((is, count)) = frame_at(tokens, place) {
            settle(tokens, place, count, is);
        }
        place += 1;
    }
}

/// The longest frame that begins with a token, and how many tokens it takes.
fn frame_at(tokens: &[Token], place: usize) -> Option<(Is, usize)> {
    let words = words_from(tokens, place);
    let here = piece(tokens, place);
    let begins = tokens[here.start..place].iter().all(is_idle);
    let with = FRAMES.with.get(&words.first()?.text)?;
    let frames = with.iter().map(|number| &FRAMES.all[*number]);
    let fitting = frames.filter(|frame| begins || !frame.begins);
    let fitting = fitting.filter(|frame| here.start > 0 || !frame.follows).filter_map(|frame| {
        let length = longest(&frame.parts, &words)?;
        let count = words[length - 1].token + 1 - place;
        let ends = tokens[place + count..here.end.max(place + count)].iter().all(is_idle);
        (ends || !frame.ends).then_some((frame.is, count))
    });
    fitting.max_by_key(|(_, count)| *count)
}

fn words_from(tokens: &[Token], place: usize) -> Vec<Word> {
    let mut words = Vec::new();
    for (at, token) in tokens.iter().enumerate().skip(place).take(16) {
        // "A minute" may be a time, and "two" a number.
        let spelt = token.text.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
        let said = matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown)
            || (matches!(token.meaning, Meaning::Number(_) | Meaning::Time(_)) && spelt);
        let texts = if said { units(&token.text) } else { vec![String::new()] };
        words.extend(texts.into_iter().map(|text| Word { text, token: at }));
    }
    words
}

/// How many words fit the parts, at most. What it takes of a token it takes whole.
fn longest(parts: &[Choice], words: &[Word]) -> Option<usize> {
    let lengths = fits(parts, words, 0);
    let whole = |length: &usize| {
        *length > 0 && words.get(*length).is_none_or(|next| next.token != words[*length - 1].token)
    };
    lengths.into_iter().filter(whole).max()
}

fn fits(parts: &[Choice], words: &[Word], at: usize) -> Vec<usize> {
    let Some((part, rest)) = parts.split_first() else { return vec![at] };
    let mut lengths = if part.optional { fits(rest, words, at) } else { Vec::new() };
    for choice in &part.words {
        let said = words.get(at..at + choice.len());
        if said.is_some_and(|said| said.iter().zip(choice).all(|(word, text)| word.text == *text)) {
            let next = if part.stays { at } else { at + choice.len() };
            lengths.extend(fits(rest, words, next));
        }
    }
    lengths
}

fn settle(tokens: &mut Vec<Token>, place: usize, count: usize, is: Is) {
    let here = piece(tokens, place + count - 1);
    let verb = tokens[place + count..here.end.max(place + count)].iter().any(is_verb);
    let sense = match is {
        Is::Idle => Sense::Filler,
        Is::Wants if verb => Sense::Filler,
        Is::Wants => Sense::Verb(Verb::Make),
        Is::Without => Sense::Link(Link::Without),
        Is::Because => Sense::Break,
        Is::UnderSpeech => Sense::Link(Link::Over),
    };
    let said = tokens[place..place + count].iter().map(|token| token.text.as_str());
    let said = said.collect::<Vec<_>>().join(" ");
    let text = if is == Is::Because { "because".to_owned() } else { said };
    let span = tokens[place].span.start..tokens[place + count - 1].span.end;
    let token = Token { meaning: Meaning::Known(sense), text, span };
    tokens.splice(place..place + count, [token]);
}

fn is_idle(token: &Token) -> bool {
    is_break(token) || token.sense() == Some(Sense::Filler)
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    fn left(sentence: &str) -> String {
        let mut tokens = tokens(sentence, &[]);
        frames(&mut tokens);
        let telling = tokens.iter().filter(|token| token.sense() != Some(Sense::Filler));
        telling.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_only_puts_a_wish_is_taken_away() {
        for (sentence, wish) in [
            ("Might I perhaps mute the clip", "mute the clip"),
            ("I'd be ever so grateful if you could remove the title", "remove the title"),
            ("I was wondering whether we could swap them", "swap them"),
            ("brighten it, if you would", "brighten it ,"),
            ("能不能麻烦您删掉标题", "删掉 标题"),
            ("删掉标题，其余部分保持不变", "删掉 标题 ，"),
        ] {
            assert_eq!(left(sentence), wish, "{sentence}");
        }
    }

    #[test]
    fn a_frame_that_wants_is_a_verb_where_there_is_none() {
        assert_eq!(left("I should very much like the clip muted"), "the clip muted");
        assert_eq!(left("I fancy a square film"), "I fancy a square film");
        assert_eq!(
            left("We would rather not have any music"),
            "We would rather not have any music"
        );
    }
}
