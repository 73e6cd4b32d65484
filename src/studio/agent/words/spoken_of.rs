//! `it` that stands for something on the pieces, and not for a piece: `I have gone off the sepia, please remove it from
//! both photographs`, `暗角太重了，两张都去掉`.
//!
//! Read alone, the wish takes the pieces away. What was only spoken of is named again in it instead.

use std::ops::Range;

use super::letters::is_han;
use super::list::LISTS;
use super::sense::{Link, Look, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_verb, mean, piece, says};

/// Names in a wish that takes away what was spoken of before it.
pub fn spoken_of(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        let here = piece(tokens, place);
        if here.start > 0 && takes_away(&tokens[here.clone()]) {
            name_again(tokens, here.start);
        } else if here.start > 0 && only_lasts(&tokens[here.clone()]) {
            length_of_seams(tokens, here.start);
        } else if here.start > 0
            && (only_fades(&tokens[here.clone()]) || changes_its_mood(&tokens[here.clone()]))
        {
            fade_of_the_music(tokens, here.start);
        }
        place = piece(tokens, here.start).end + 1;
    }
}

/// A wish that something goes, and no word of its own for what goes but those for pieces.
fn takes_away(wish: &[Token]) -> bool {
    let takes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Remove));
    let plain = |token: &Token| match token.meaning {
        Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Number(_) => true,
        Meaning::Known(sense) => match sense {
            Sense::Filler | Sense::Link(_) => true,
            Sense::Verb(verb) => verb == Verb::Remove,
            Sense::Noun(noun) => {
                matches!(noun, Noun::Picture | Noun::Clip | Noun::Footage | Noun::File | Noun::Film)
            }
            _ => false,
        },
        _ => says(token, &["everywhere", "both"]),
    };
    let refers = wish.iter().any(|token| is_it(token) || token.text.ends_with(" of them"));
    let chinese = wish.iter().any(|token| token.text.chars().any(is_han));
    wish.iter().any(takes)
        && wish.iter().all(plain)
        && (refers || (chinese && !wish.iter().any(|token| token.text.ends_with("那张"))))
}

fn is_it(token: &Token) -> bool {
    says(token, &["it", "that", "them", "它", "它们", "这个", "那个"])
}

/// Puts the name of what was spoken of in place of the word for it.
fn name_again(tokens: &mut Vec<Token>, start: usize) {
    let Some(told) = told_before(tokens, start) else { return };
    let Some(effect) = subject(&tokens[told.clone()]).map(|at| told.start + at) else { return };
    let pieces = where_it_lies(&tokens[told.clone()]);
    let named = tokens[effect].clone();
    for token in &mut tokens[told] {
        if is_verb(token)
            || token.sense() == named.sense()
            || token.sense() == Some(Sense::Link(Link::Not))
        {
            token.meaning = Meaning::Unknown;
        }
    }
    let here = piece(tokens, start);
    let own = tokens[here.clone()].iter().any(|token| {
        names_piece(token)
            || matches!(token.meaning, Meaning::Number(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::File)
                        | Sense::Link(Link::All | Link::These)
                )
            )
    });
    let more = if own { Vec::new() } else { pieces };
    // "从两张图上": where it is not, none goes.
    for token in &mut tokens[here.clone()] {
        if matches!(token.meaning, Meaning::Number(_)) || says(token, &["everywhere"]) {
            mean(token, Sense::Link(Link::All));
        }
    }
    match tokens[here.clone()].iter().position(is_it).map(|at| here.start + at) {
        Some(it) => tokens.splice(it..=it, std::iter::once(named).chain(more)).for_each(drop),
        None => {
            let both = std::iter::once(named).chain(more);
            tokens.splice(here.start..here.start, both).for_each(drop);
        }
    }
}

/// The pieces that are named with it; of a transition, what it lies between: `the crossfade between the abbey and the
/// charter is too long, remove it`.
fn where_it_lies(told: &[Token]) -> Vec<Token> {
    let between = told.iter().position(|token| token.sense() == Some(Sense::Link(Link::Between)));
    let named: Vec<usize> = (0..told.len()).filter(|at| names_piece(&told[*at])).collect();
    match (between, named.as_slice()) {
        (Some(between), [first, .., last]) => {
            told[between.min(*first)..=between.max(*last)].to_vec()
        }
        _ => named.iter().map(|at| told[*at].clone()).collect(),
    }
}

/// A fade, and nothing that fades: `give it a fade-in of four seconds`, `加个4秒的淡入`.
fn only_fades(wish: &[Token]) -> bool {
    let fades = |token: &Token| {
        let text = token.text.to_lowercase();
        matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
            && !text.contains("black")
            && !text.contains('黑')
    };
    wish.iter().any(fades)
        && wish.iter().all(|token| {
            fades(token)
                || matches!(token.meaning, Meaning::Time(_))
                || matches!(
                    token.sense(),
                    Some(Sense::Filler | Sense::Link(_) | Sense::Verb(Verb::Add | Verb::Make))
                )
        })
}

/// A length for all of them, and no word of what they are: `都改成2秒`, `make them a second each`.
fn only_lasts(wish: &[Token]) -> bool {
    let timed = |token: &Token| matches!(token.meaning, Meaning::Time(_));
    let all = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::All | Link::Each)))
            || LISTS.all_of_them.has(&token.text)
            || is_it(token)
    };
    wish.iter().filter(|token| timed(token)).count() == 1
        && wish.iter().any(all)
        && wish.iter().all(|token| {
            timed(token)
                || all(token)
                || matches!(token.meaning, Meaning::Number(_))
                || matches!(
                    token.sense(),
                    Some(
                        Sense::Filler
                            | Sense::Verb(Verb::Change | Verb::Make | Verb::Show | Verb::Trim)
                            | Sense::Link(Link::To | Link::It | Link::The | Link::For | Link::Long)
                    )
                )
        })
}

/// `叠化还是短了点，全都改成2秒`: the transitions, and not the pieces.
fn length_of_seams(tokens: &mut Vec<Token>, start: usize) {
    let Some(told) = told_before(tokens, start) else { return };
    let said = &tokens[told.clone()];
    let seam = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    };
    let other = |token: &Token| {
        names_piece(token)
            || (is_verb(token) && !(token.text.is_ascii() && token.text.ends_with('s')))
            || matches!(token.meaning, Meaning::Time(_) | Meaning::Quote(_))
            || matches!(
                token.sense(),
                Some(Sense::Noun(
                    Noun::Film | Noun::Promo | Noun::Picture | Noun::Clip | Noun::Footage
                ))
            )
    };
    let (Some(named), false) =
        (said.iter().find(|token| seam(token)).cloned(), said.iter().any(other))
    else {
        return;
    };
    for token in &mut tokens[told] {
        if seam(token) {
            token.meaning = Meaning::Unknown;
        }
    }
    let here = piece(tokens, start);
    match tokens[here.clone()].iter().position(is_it).map(|at| here.start + at) {
        Some(it) => tokens.splice(it..=it, [named]).for_each(drop),
        None => tokens.splice(here.start..here.start, [named]).for_each(drop),
    }
}

/// `change it to lo-fi`: only music has a mood.
fn changes_its_mood(wish: &[Token]) -> bool {
    wish.iter().any(is_it)
        && wish.iter().any(|token| matches!(token.sense(), Some(Sense::Mood(_))))
        && wish.iter().any(|token| {
            matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Swap | Verb::Make)))
        })
        && !wish.iter().any(|token| matches!(token.sense(), Some(Sense::Noun(_))))
}

/// `The music begins rather abruptly; please give it a fade-in`: what was told of is what fades.
fn fade_of_the_music(tokens: &mut Vec<Token>, start: usize) {
    let Some(told) = told_before(tokens, start) else { return };
    let music = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Music));
    let other = |token: &Token| {
        names_piece(token)
            || (is_verb(token) && !is_mild(token, false))
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Film | Noun::Promo | Noun::Picture | Noun::Clip))
            )
            || matches!(token.meaning, Meaning::Percent(_) | Meaning::Time(_))
    };
    let said = &tokens[told.clone()];
    let Some(named) = said.iter().find(|token| music(token)).cloned() else { return };
    if said.iter().any(other) {
        return;
    }
    // "Not feeling the electronic music": said of it, and no taking back.
    for token in &mut tokens[told] {
        if matches!(token.sense(), Some(Sense::Link(Link::Not) | Sense::Mood(_))) {
            token.meaning = Meaning::Unknown;
        }
    }
    let here = piece(tokens, start);
    let the = named.beside(Sense::Link(Link::The), "the");
    match tokens[here.clone()].iter().position(is_it).map(|at| here.start + at) {
        Some(it) => tokens.splice(it..=it, [the, named]).for_each(drop),
        None => tokens.splice(here.start..here.start, [named]).for_each(drop),
    }
}

fn names_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
}

/// The piece of the sentence before a wish, if that tells something.
fn told_before(tokens: &[Token], start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end > 0 {
        let before = piece(tokens, end - 1);
        if tokens[before.clone()].iter().any(|token| token.sense() != Some(Sense::Filler)) {
            return Some(with_both_sides(tokens, before));
        }
        end = before.start.min(end - 1);
    }
    None
}

/// "Between the abbey and the charter" is one place, wherever the sentence is parted.
fn with_both_sides(tokens: &[Token], told: Range<usize>) -> Range<usize> {
    let Some(end) = told.start.checked_sub(1) else { return told };
    let before = piece(tokens, end);
    let said = &tokens[before.clone()];
    let between = said.iter().position(|token| token.sense() == Some(Sense::Link(Link::Between)));
    let opens =
        between.is_some_and(|at| said[at..].iter().filter(|one| names_piece(one)).count() == 1);
    if opens && tokens[told.clone()].iter().any(names_piece) {
        before.start..told.end
    } else {
        told
    }
}

/// The one look, transition or move of the camera that something is told of. `The black and white one is dull` tells of
/// a piece, and `the photo is blurred` as well.
fn subject(told: &[Token]) -> Option<usize> {
    let dislikes = is_disliked(told);
    let orders = told.iter().any(|token| is_verb(token) && !is_mild(token, dislikes));
    let mut found = (0..told.len()).filter(|at| lies_on_a_piece(&told[*at]));
    let (Some(effect), None) = (found.next(), found.next()) else { return None };
    let next = told[effect + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    let of_a_piece = next.is_some_and(|next| {
        says(next, &["one", "ones"])
            || matches!(next.sense(), Some(Sense::Noun(_)))
            || (next.sense() == Some(Sense::Link(Link::The)) && !next.text.is_ascii())
    });
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A | Link::It)))
    };
    let of = |at: usize| says(&told[at], &["的"]) && told[..at].iter().any(names_piece);
    let first = told[..effect].iter().all(light)
        || (effect > 0
            && of(effect - 1)
            && told[..effect].iter().all(|t| light(t) || names_piece(t)));
    (!orders && !of_a_piece && (first || dislikes)).then_some(effect)
}

/// Whether somebody is no more pleased with what is spoken of.
fn is_disliked(told: &[Token]) -> bool {
    let words: Vec<String> = told.iter().map(|token| token.text.to_lowercase()).collect();
    LISTS.dislikes.is_within(&words.join(" ")) || LISTS.dislikes.is_within(&words.concat())
}

/// Words for doing that order nothing where something is only disliked.
fn is_mild(token: &Token, dislikes: bool) -> bool {
    (dislikes && !matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Swap))))
        || matches!(token.sense(), Some(Sense::Verb(Verb::Make | Verb::Show | Verb::Use)))
        || (token.text.is_ascii() && token.text.ends_with('s'))
}

fn lies_on_a_piece(token: &Token) -> bool {
    match token.sense() {
        Some(Sense::Look(look)) => look != Look::InColour,
        Some(Sense::Camera(_) | Sense::Transition(_) | Sense::Noun(Noun::Transition)) => true,
        Some(Sense::Tone(tone)) => tone.way() == 0,
        _ => false,
    }
}
