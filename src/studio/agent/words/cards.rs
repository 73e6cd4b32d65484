//! Cards, and what is written on them: `片尾加一张3秒的黑底卡片，写上“欢迎光临”`, `a black card for 3 seconds saying "The End"`.

use super::sense::{Fitting, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, says};
use crate::draft::Colour;

const BLACK: Colour = Colour([0; 3]);
const WHITE: Colour = Colour([255; 3]);

/// Says their colour, and that the words belong to them.
pub fn cards(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        ground(tokens, place);
        written_on(tokens, place);
    }
}

/// `黑底卡片`: of that colour, and no black bars.
fn ground(tokens: &mut [Token], place: usize) {
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    if !next.is_some_and(is_card) {
        return;
    }
    match tokens[place].sense() {
        Some(Sense::Fit(Fitting::Bars)) => mean(&mut tokens[place], Sense::Colour(BLACK)),
        Some(Sense::Fit(Fitting::WhiteBars)) => mean(&mut tokens[place], Sense::Colour(WHITE)),
        _ => {}
    }
}

fn is_card(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Card))
}

/// `…卡片，写上“欢迎光临”`.
fn written_on(tokens: &mut [Token], place: usize) {
    let quoted =
        tokens.get(place + 1).is_some_and(|next| matches!(next.meaning, Meaning::Quote(_)));
    let writes = says(
        &tokens[place],
        &["写上", "写着", "写", "写上去", "上面写", "上面写着", "write", "saying"],
    );
    let parted = place > 0 && is_break(&tokens[place - 1]);
    if !quoted || !writes || !parted {
        return;
    }
    let from = tokens[..place - 1].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let before = &tokens[from..place - 1];
    let brought = before
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Make))));
    if brought && before.iter().any(is_card) {
        mean(&mut tokens[place - 1], Sense::Filler);
        mean(&mut tokens[place], Sense::Link(Link::Saying));
    }
}
