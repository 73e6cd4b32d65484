//! What is not to be there, said of nobody knows what: `nothing written on it`, `don't write anything on the pictures`, `别在
//! 上面写任何东西`, `nothing playing underneath`. It is a refusal of words, of music or of transitions, and is said so.
//!
//! The rules (`assets/language/restated_beside.toml`) have the refusal and what it is of in one phrase, since neither of
//! its words means anything of the kind by itself.

use super::restate::Said;
use super::sense::{Link, Noun, Sense};
use super::token::Token;

/// The rules, and what each refuses.
pub const REFUSED: [(&str, Noun, &str); 3] = [
    ("nothing-written", Noun::Text, "text"),
    ("nothing-heard", Noun::Music, "music"),
    ("nothing-between", Noun::Transition, "transition"),
];

/// Says the refusal plainly: `no`, and the thing.
pub fn refused_plainly(said: &Said, tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        for (rule, noun, text) in REFUSED {
            let Some(last) = longest(said, rule, tokens, place) else { continue };
            let span = tokens[place].span.start..tokens[last].span.end;
            let no = Token { span, ..tokens[place].beside(Sense::Link(Link::Without), "no") };
            let thing = no.beside(Sense::Noun(noun), text);
            tokens.splice(place..=last, [no, thing]);
            place += 1;
            break;
        }
        place += 1;
    }
}

/// The last word of the longest phrase that a rule finds at a word, and that ends with a word.
fn longest(said: &Said, rule: &'static str, tokens: &[Token], place: usize) -> Option<usize> {
    if !tokens[place].text.contains(char::is_alphanumeric) {
        return None;
    }
    let ends: Vec<usize> =
        said.rule(rule, tokens[place].span.start).iter().map(|(end, _)| *end).collect();
    (place..tokens.len()).rev().find(|last| ends.contains(&tokens[*last].span.end))
}
