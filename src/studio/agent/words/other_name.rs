//! Names of files said a little otherwise: with a slip of the fingers (`the rehersal pics`), in the singular (`the cow
//! picture` for `cows.jpg`), with a word more (`the lotus pose`, `平面图plan.png`), or by a word that counts or
//! directs elsewhere (`take the steps photo out`, `put steps first`).

use crate::api::wire::MediaKind;

use super::letters::{alike, is_han, is_latin};
use super::likeness::names_a_thing;
use super::name::Name;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file, mean};

/// Turns such words into the files; words that only go with a name are passed over.
pub fn recognise(tokens: &mut [Token], names: &[Name]) {
    for place in 0..tokens.len() {
        if let Some(file) = nearly(tokens, place, names).or_else(|| counted(tokens, place, names)) {
            tokens[place].meaning = Meaning::File(file, names[file].kind);
        }
    }
    for place in 0..tokens.len() {
        if goes_with_a_name(tokens, place)
            || stands_before_a_name(tokens, place)
            || says_what_it_is(tokens, place)
        {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

fn next(tokens: &[Token], place: usize) -> Option<&Token> {
    tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler))
}

/// The one file whose name is a letter away from a strange word before a kind of thing.
fn nearly(tokens: &[Token], place: usize, names: &[Name]) -> Option<usize> {
    let token = &tokens[place];
    let thing = next(tokens, place).is_some_and(names_a_thing);
    // "Swap the rehersal and bench pics".
    let moved = tokens[..place]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Swap | Verb::Move))))
        && place > 0
        && tokens[place - 1].sense() == Some(Sense::Link(Link::The))
        && next(tokens, place).is_none_or(is_break);
    if token.meaning != Meaning::Unknown || !(thing || moved) {
        return None;
    }
    let word = alike(&token.text);
    if word.len() < 3 || !word.iter().all(|letter| is_latin(*letter)) {
        return None;
    }
    let like = |(_, name): &(usize, &Name)| name.kind.is_visual() && name.is_nearly(&word);
    let mut found = names.iter().enumerate().filter(like).map(|(file, _)| file);
    found.next().filter(|_| found.next().is_none())
}

/// `the steps photo`, `steps first`: a word that counts elsewhere, where a file has that very name.
fn counted(tokens: &[Token], place: usize, names: &[Name]) -> Option<usize> {
    let token = &tokens[place];
    if !matches!(token.sense(), Some(Sense::Link(Link::Times) | Sense::Edge(_))) {
        return None;
    }
    let word = alike(&token.text);
    let file = names.iter().position(|name| name.kind.is_visual() && name.is_called(&word))?;
    let kind = next(tokens, place).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
    });
    let the = place > 0
        && matches!(tokens[place - 1].sense(), Some(Sense::Link(Link::The) | Sense::Verb(_)));
    let moved = place > 0
        && matches!(tokens[place - 1].sense(), Some(Sense::Verb(Verb::Move | Verb::Add)))
        && next(tokens, place).is_some_and(|next| matches!(next.meaning, Meaning::Ordinal(_)));
    // "Delete the steps": steps cannot be deleted, but taken back.
    let ends = next(tokens, place).is_none_or(is_break);
    let ordered = tokens[..place].iter().rev().take_while(|token| !is_break(token)).any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Move | Verb::Swap | Verb::Duplicate))
        )
    });
    let counts = token.sense() == Some(Sense::Link(Link::Times));
    ((kind && the) || moved || (counts && the && ends && ordered)).then_some(file)
}

/// `囍字图`, `店标那张图`: a picture by its name, and the word for a picture.
fn says_what_it_is(tokens: &[Token], place: usize) -> bool {
    let picture = tokens[place].sense() == Some(Sense::Noun(Noun::Picture));
    let mut before = tokens[..place].iter().rev();
    let last = before.next();
    let pointed = last.filter(|last| last.sense() == Some(Sense::Link(Link::The)));
    let named = if pointed.is_some() { before.next() } else { last };
    let touches = last.is_some_and(|last| last.span.end == tokens[place].span.start);
    let ends = tokens.get(place + 1).is_none_or(|next| !is_file(next));
    let image = |token: &Token| matches!(token.meaning, Meaning::File(_, MediaKind::Image));
    picture && touches && ends && tokens[place].text.chars().all(is_han) && named.is_some_and(image)
}

/// `hold the lotus pose for 8 seconds`: a strange word behind a name, before a mark or a word that holds together.
fn goes_with_a_name(tokens: &[Token], place: usize) -> bool {
    if place < 2 || tokens[place].meaning != Meaning::Unknown || !tokens[place].text.is_ascii() {
        return false;
    }
    let name = is_file(&tokens[place - 1])
        && tokens[place - 1].text.is_ascii()
        && !tokens[place - 1].text.contains('.')
        && matches!(tokens[place - 2].sense(), Some(Sense::Link(Link::The)));
    let verb = tokens[..place - 2].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let ordered = verb.is_some_and(|verb| {
        matches!(
            verb.sense(),
            Some(Sense::Verb(
                Verb::Show | Verb::Remove | Verb::Move | Verb::Swap | Verb::Duplicate | Verb::Mute
            ))
        )
    });
    let ends = tokens.get(place + 1).is_none_or(|next| {
        matches!(
            next.sense(),
            Some(
                Sense::Break
                    | Sense::Link(
                        Link::For | Link::To | Link::Before | Link::After | Link::At | Link::With
                    )
            )
        )
    });
    name && ordered && ends
}

/// `平面图plan.png`: what the file shows, said right before its name.
fn stands_before_a_name(tokens: &[Token], place: usize) -> bool {
    let han = |token: &Token| token.text.chars().all(is_han);
    let touches = |one: &Token, other: &Token| one.span.end == other.span.start;
    let whole = |token: &Token| is_file(token) && token.text.contains('.') && token.text.is_ascii();
    let strange = tokens[place].meaning == Meaning::Unknown && han(&tokens[place]);
    let long = tokens[place].text.chars().count() > 1;
    match (tokens.get(place + 1), tokens.get(place + 2)) {
        (Some(next), _) if strange && long && whole(next) => touches(&tokens[place], next),
        (Some(kind), Some(file)) if strange && whole(file) => {
            touches(&tokens[place], kind)
                && touches(kind, file)
                && kind.sense() == Some(Sense::Noun(Noun::Picture))
        }
        _ => false,
    }
}
