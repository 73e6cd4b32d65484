//! `is the` and its like in the middle of what is told: `the mask photo is the only one without a caption`. Only where they
//! begin do they ask.

use super::sense::{Link, Question, Sense};
use super::token::{Token, is_break};

/// Passes over such words behind what they tell of.
pub fn tells(tokens: &mut Vec<Token>) {
    for place in (1..tokens.len()).rev() {
        let asks = tokens[place].sense() == Some(Sense::Question(Question::Other));
        let text = tokens[place].text_small();
        let is = text.starts_with("is ") || text.starts_with("are ") || text.starts_with("was ");
        let light = |token: &&Token| {
            !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
        };
        let before = tokens[..place].iter().rev().take_while(|token| !is_break(token));
        let told = before.filter(light).count() > 0;
        let asked =
            tokens[..place].iter().any(|token| matches!(token.sense(), Some(Sense::Question(_))));
        if asks && is && told && !asked {
            let words: Vec<Token> =
                text.split(' ').map(|word| tokens[place].beside(Sense::Filler, word)).collect();
            tokens.splice(place..=place, words);
        }
    }
}
