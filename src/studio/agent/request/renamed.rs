//! What was spoken of, in place of `it`: `make it twice as big` after a title is `make the text twice as big`. A short
//! answer to what was just done (`and red`, `a bit quieter`) is read with its name as well.

use super::super::words::{Clause, Link, Meaning, Noun, Sense, Token};
use super::pronoun::Subject;
use super::read::{Reading, read_clause};
use super::reference::is_it;
use super::{Fading, Request, Sounding, TextTarget, Which};

/// The clause read of words or music that were spoken of. `None` where it says nothing about such.
pub fn named(clause: &Clause, subject: &Subject) -> Option<Reading> {
    let noun = match subject {
        Subject::Words(_) => Noun::Text,
        Subject::Music => Noun::Music,
        Subject::Piece(_) => return None,
    };
    let mut reading = read_clause(&with_name(clause, noun)?);
    let Reading::Understood { requests, passed_over } = &mut reading else { return None };
    if !passed_over.is_empty() || requests.is_empty() {
        return None;
    }
    let about = |request: &mut Request| match subject {
        Subject::Words(target) => is_about_words(request, target),
        _ => is_about_music(request),
    };
    requests.iter_mut().all(about).then_some(reading)
}

/// The clause with the name where `it` stands, or before everything.
fn with_name(clause: &Clause, noun: Noun) -> Option<Clause> {
    let refers = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::It | Link::The))) && is_it(&token.text)
    };
    let span = clause.tokens.first()?.span.clone();
    let word = |sense: Sense, text: &str| Token {
        meaning: Meaning::Known(sense),
        text: text.to_owned(),
        span: span.clone(),
    };
    let text = if noun == Noun::Text { "text" } else { "music" };
    let name = [word(Sense::Link(Link::The), "the"), word(Sense::Noun(noun), text)];
    let mut tokens = clause.tokens.clone();
    match tokens.iter().position(refers) {
        Some(it) => tokens.splice(it..=it, name).for_each(drop),
        None => {
            let leading =
                tokens.iter().take_while(|token| token.sense() == Some(Sense::Break)).count();
            tokens.splice(leading..leading, name).for_each(drop);
        }
    }
    Some(Clause { tokens })
}

/// Words that are changed or go away, of which it is not said which: those spoken of.
fn is_about_words(request: &mut Request, subject: &TextTarget) -> bool {
    let (Request::ChangeText { target, .. } | Request::RemoveText(target)) = request else {
        return false;
    };
    if target.words.is_some() || !matches!(target.which, Which::Only | Which::All) {
        return false;
    }
    *target = subject.clone();
    true
}

fn is_about_music(request: &mut Request) -> bool {
    matches!(
        request,
        Request::RemoveMusic
            | Request::MusicTime { .. }
            | Request::Duck(_)
            | Request::Volume { of: Sounding::Music, .. }
            | Request::Fade { of: Fading::Music, .. }
    )
}
