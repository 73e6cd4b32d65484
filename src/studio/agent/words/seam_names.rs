//! `boat转cabin加1秒叠化`, `boat接cabin用左滑`: a verb of going over between two names, where a transition is
//! spoken of, stands for "and".

use super::list::LISTS;
use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token};

/// Makes the verb a joining word, so that both names are those of the seam.
pub fn join_seams(tokens: &mut Vec<Token>) {
    let of_a_seam = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    };
    let end = |token: &Token| matches!(token.text.as_str(), "." | "!" | "\n" | "。" | "；");
    for at in 1..tokens.len().saturating_sub(1) {
        let named = is_piece(&tokens[at - 1]) && is_piece(&tokens[at + 1]);
        let over = LISTS.goes_over.has(&tokens[at].text);
        let follows = tokens[at..].iter().take_while(|token| !end(token)).any(of_a_seam);
        let verbs =
            tokens[..at - 1].iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
        if named && over && follows && !verbs {
            tokens[at].meaning = Meaning::Known(Sense::Break);
            tokens[at].text = "和".into();
            let span = tokens[at + 1].span.end..tokens[at + 1].span.end;
            let between = Meaning::Known(Sense::Link(Link::Between));
            tokens.insert(at + 2, Token { meaning: between, text: "之间".into(), span });
        }
    }
}

fn is_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
}
