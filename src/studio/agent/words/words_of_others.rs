//! Words in marks that somebody else said, and nobody wants to be shown: `Our chairman was amused by a rival club's caption,
//! "remove the roof"; I merely pass it on`.
//!
//! Words alone are a wish to show them where nothing else is said, or where what is said beside them is of the words on
//! the film (`The title is dull, "Winter Fair"`). Beside anything else that is told they are what was told of.

use super::clause::Sentence;
use super::list::LISTS;
use super::remark::is_text_noun;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token};

/// The words, where nothing but them would be wanted, and something is told of them.
pub fn words_of_others(said: &Sentence) -> Option<String> {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let light = |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Break));
    let mut wanted = said.clauses.iter().flat_map(|clause| &clause.tokens);
    let words = wanted.clone().find(|token| quoted(token))?;
    if said.remarks.is_empty() || !wanted.all(|token| quoted(token) || light(token)) {
        return None;
    }
    (!said.pieces.iter().any(|piece| tells_of_the_text(piece))).then(|| words.text.clone())
}

/// `里面有人喊“再来一条”`, `当年唱的《锁五龙》`: what somebody says aloud in the footage or performs is told, and not to be shown.
pub fn said_aloud(tokens: &mut [Token]) {
    if tokens.iter().any(is_text_noun) {
        return;
    }
    for place in 1..tokens.len() {
        if !matches!(tokens[place].meaning, Meaning::Quote(_)) {
            continue;
        }
        let before = &tokens[place.saturating_sub(2)..place];
        let said: String = before.iter().map(|token| token.text.as_str()).collect();
        let somebody = LISTS.somebody.iter().filter(|who| !who.is_ascii()).any(|who| {
            said.find(who).is_some_and(|at| LISTS.says_aloud.has(&said[at + who.len()..]))
        });
        if somebody || is_performed(tokens, place) {
            tokens[place].meaning = Meaning::Unknown;
        }
    }
}

/// `当年唱的《锁五龙》`, `一出《文昭关》`: a work that is performed, and no words to show.
fn is_performed(tokens: &[Token], place: usize) -> bool {
    let before = &tokens[place.saturating_sub(2)..place];
    let said: String = before.iter().map(|token| token.text.as_str()).collect();
    tokens[place].text.starts_with('《') && LISTS.performs_a_work.ends(&said)
}

/// `the title is dull`, `our old caption`: of the words that are there, or of some that are to be there.
fn tells_of_the_text(piece: &[Token]) -> bool {
    (0..piece.len()).any(|at| {
        let the = |before: &Token| {
            before.sense() == Some(Sense::Link(Link::The))
                || (LISTS.whose.has(&before.text_small())
                    && before.sense() != Some(Sense::Link(Link::A)))
                || !before.text.is_ascii()
        };
        let near = piece[..at].iter().rev().take(2);
        is_text_noun(&piece[at]) && (at == 0 || near.clone().any(the) || near.count() == 0)
    })
}
