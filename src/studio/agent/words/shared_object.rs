//! Two orders with one object: `rotate and brighten the shelf`. The first says nothing of what it is of, and would be done to
//! every piece. And one order for two objects of two kinds, said last: `龙骨和标题删掉` is `标题和龙骨删掉`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, mean, piece, says};

/// Writes the object behind the first order as well.
pub fn shared_objects(tokens: &mut Vec<Token>) {
    for mark in (1..tokens.len().saturating_sub(1)).rev() {
        if !says(&tokens[mark], &["and", "&", "n"]) || !is_break(&tokens[mark]) {
            continue;
        }
        let (first, second) = (piece(tokens, mark - 1), piece(tokens, mark + 1));
        if is_bare_order(&tokens[first])
            && let Some(object) = object(&tokens[second])
        {
            tokens.splice(mark..mark, object);
        }
    }
}

/// Puts what is no piece first, where both go: the piece then stands next to what is done to it.
pub fn piece_next_to_its_order(tokens: &mut [Token]) {
    for mark in 1..tokens.len().saturating_sub(2) {
        let thing = matches!(
            tokens[mark + 1].sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Music))
        );
        let joined = is_break(&tokens[mark]) && LISTS.and_as_well.has(&tokens[mark].text);
        let named = tokens[..mark].iter().rposition(|token| !is_which(token));
        let at = named.filter(|at| is_file_or_place(&tokens[*at]));
        let light =
            |token: &&Token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::All)));
        let goes = tokens[mark + 2..].iter().position(|token| light(&token));
        let goes = goes.map(|at| mark + 2 + at).filter(|at| takes_away(&tokens[*at]));
        if let (Some(at), true, Some(goes)) = (at, joined && thing, goes) {
            tokens.swap(at, mark + 1);
            // "龙骨和标题全删掉": all of these two.
            tokens[mark + 2..goes].iter_mut().for_each(|token| mean(token, Sense::Filler));
        }
    }
}

fn takes_away(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Remove) | Sense::Link(Link::Without)))
}

/// `那张`, behind a piece.
fn is_which(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)))
}

/// An order for pieces that names nothing.
fn is_bare_order(tokens: &[Token]) -> bool {
    let orders = |token: &&Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Rotate | Verb::Mute | Verb::Reverse | Verb::Freeze)
                    | Sense::Tone(_)
                    | Sense::Look(_)
            )
        )
    };
    let mut telling = tokens.iter().filter(|token| token.sense() != Some(Sense::Filler));
    telling.next().filter(orders).is_some() && telling.next().is_none()
}

/// What the second order is of, where that is one piece right behind its verb.
fn object(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut telling = tokens.iter().filter(|token| token.sense() != Some(Sense::Filler));
    let verb = telling.next()?;
    let orders = matches!(verb.sense(), Some(Sense::Verb(_) | Sense::Tone(_) | Sense::Look(_)));
    let object: Vec<Token> = telling
        .take_while(|token| {
            is_file_or_place(token) || token.sense() == Some(Sense::Link(Link::The))
        })
        .cloned()
        .collect();
    let named = object.iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    (orders && named).then_some(object)
}
