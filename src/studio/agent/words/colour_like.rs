//! What a colour is like, said behind its figures: `make it #ffcc00 same as me bus`, `#ffdd00 like the flags`, `改成#ffcc00跟校服一个色`.
//!
//! The figures say which it is, and what it is like is no more than a remark, whatever it is called.

use super::list::LISTS;
use super::sense::{Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece};

/// Passes over what a colour is like.
pub fn passed_over(tokens: &mut [Token]) {
    coloured_letters(tokens);
    for figures in 0..tokens.len() {
        let end = piece(tokens, figures).end;
        let behind = figures + 1..end;
        if matches!(tokens[figures].meaning, Meaning::Colour(_))
            && !behind.is_empty()
            && is_likeness(&tokens[behind.clone()])
        {
            tokens[behind].iter_mut().for_each(|token| mean(token, Sense::Filler));
        }
    }
}

fn is_likeness(said: &[Token]) -> bool {
    let words: Vec<String> = said.iter().map(Token::text_small).collect();
    let joint = if said.iter().all(|token| token.text.is_ascii()) { " " } else { "" };
    let begins = LISTS.likens.starts(&words.join(joint));
    let wanted = |token: &Token| {
        is_break(token)
            || matches!(
                token.meaning,
                Meaning::Quote(_) | Meaning::Time(_) | Meaning::Percent(_) | Meaning::Colour(_)
            )
            || matches!(token.sense(), Some(Sense::Verb(verb)) if verb != Verb::Show)
            || matches!(token.sense(), Some(Sense::Place(_) | Sense::Sizing(_) | Sense::Edge(_)))
    };
    begins && said.len() > 1 && !said.iter().any(wanted)
}

/// `a caption reading “Oak loom”, in gold lettering`: the letters of what was just quoted, and no other words.
fn coloured_letters(tokens: &mut [Token]) {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let Some(quote) = tokens.iter().rposition(quoted) else { return };
    for place in quote + 1..tokens.len().saturating_sub(1) {
        let coloured = matches!(tokens[place].meaning, Meaning::Colour(_))
            || matches!(tokens[place].sense(), Some(Sense::Colour(_)));
        if coloured && LISTS.letters_alone.has(&tokens[place + 1].text) {
            mean(&mut tokens[place + 1], Sense::Filler);
        }
    }
}
