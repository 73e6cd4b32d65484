//! `… should be added`, `… swapped`, `… slowed to half speed`: the verb of what is wanted done, by its stem.
//!
//! As something that was done it tells (`the clip was slowed`); so it is read only behind what wants it.

use super::lexicon::sense_at;
use super::list::LISTS;
use super::sense::{Sense, Verb};
use super::token::{Meaning, Token, piece};

/// Reads participles that are wanted as their verbs.
pub fn participles(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        if tokens[place].meaning != Meaning::Unknown || !tokens[place].text.is_ascii() {
            continue;
        }
        let here = piece(tokens, place);
        let wants =
            |token: &Token| token.text_small().split(' ').any(|word| LISTS.is_to_be.has(word));
        if tokens[here.start..place].iter().any(wants)
            && let Some(verb) = verb_of(&tokens[place].text_small())
        {
            tokens[place].meaning = Meaning::Known(Sense::Verb(verb));
        }
    }
}

/// `bikes should be zorbed`: it is wanted done, whatever it is.
pub fn is_unknown_and_wanted(tokens: &[Token]) -> bool {
    let wants =
        |token: &Token| token.text_small().split(' ').any(|word| LISTS.should_be_done.has(word));
    let strange = |token: &Token| {
        token.meaning == Meaning::Unknown && token.text.is_ascii() && token.text.ends_with("ed")
    };
    let wanted = tokens.iter().position(wants);
    wanted.is_some_and(|wanted| tokens[wanted..].iter().take(3).any(strange))
}

/// The verb that a participle is of.
fn verb_of(participle: &str) -> Option<Verb> {
    let stem = participle.strip_suffix("ed")?;
    let doubled = stem.char_indices().last().map(|(last, _)| &stem[..last]);
    let with_e = format!("{stem}e");
    [Some(stem), Some(with_e.as_str()), doubled].into_iter().flatten().find_map(|stem| {
        let letters: Vec<char> = stem.chars().collect();
        match sense_at(&letters, 0) {
            Some((Sense::Verb(verb), length)) if length == letters.len() => Some(verb),
            _ => None,
        }
    })
}
