//! A request that was read alone, about what was spoken of before it.

use super::pronoun::Subject;
use super::within::references_in;
use super::{
    Adjust, Fading, Position, Reference, Request, Sounding, TextChange, TextTarget, When, Which,
};

/// The request, about the subject if it could be. `None`: it is said of something that cannot be.
pub fn about(subject: &Subject, request: Request, says_it: bool) -> Option<Request> {
    match subject {
        Subject::Piece(of) => Some(about_piece(of, request)),
        // Without "it", cutting is said of the film: words and music have no length of their own.
        Subject::Music if matches!(request, Request::Fade { of: Fading::Film, .. }) => {
            about_music(request)
        }
        Subject::Words(_) | Subject::Music if !says_it && !is_of_it(&request) => Some(request),
        Subject::Words(target) => about_words(target, request),
        Subject::Music => about_music(request),
    }
}

/// `…, hold for 3 seconds`: of what was spoken of, without a word for it.
fn is_of_it(request: &Request) -> bool {
    matches!(request, Request::Length { of, .. } if of.which == Which::It)
}

fn about_piece(of: &Reference, mut request: Request) -> Request {
    for reference in references_in(&mut request) {
        if reference.which == Which::It {
            *reference = of.clone();
        }
    }
    let of = of.clone();
    match request {
        Request::TrimFilm { to } | Request::FitFilm { to } => Request::Length { of, length: to },
        Request::Cut { of: None, part } => Request::Cut { of: Some(of), part },
        Request::Keep { of: None, part } => Request::Keep { of: Some(of), part },
        Request::Volume { of: Sounding::Unsaid | Sounding::Everything, level } => {
            Request::Volume { of: Sounding::Clips(vec![of]), level }
        }
        // "Slow bunny down, its sound off".
        Request::Volume { of: Sounding::Clips(all), level } if all.is_empty() => {
            Request::Volume { of: Sounding::Clips(vec![of]), level }
        }
        Request::Camera { of: all, camera } if all.is_empty() => {
            Request::Camera { of: vec![of], camera }
        }
        Request::Detach(all) if all.is_empty() => Request::Detach(vec![of]),
        Request::Look { of: all, effect, wanted } if all.is_empty() => {
            Request::Look { of: vec![of], effect, wanted }
        }
        Request::Adjust(adjust) if adjust.of.is_empty() => {
            Request::Adjust(Adjust { of: vec![of], ..adjust })
        }
        Request::Fit { of: all, fit } if all.is_empty() => Request::Fit { of: vec![of], fit },
        Request::NoBackdrop { of: all, fit } if all.is_empty() => {
            Request::NoBackdrop { of: vec![of], fit }
        }
        Request::Relength { of: all, by } if all.is_empty() => {
            Request::Relength { of: vec![of], by }
        }
        Request::Hasten { of: all, to, way } if all.is_empty() => {
            Request::Hasten { of: vec![of], to, way }
        }
        Request::Pace { of: all, speed } if all.is_empty() => Request::Pace { of: vec![of], speed },
        Request::Backwards { of: all, wanted } if all.is_empty() => {
            Request::Backwards { of: vec![of], wanted }
        }
        Request::Fade { of: Fading::Film, sides, length } => {
            Request::Fade { of: Fading::Piece(of), sides, length }
        }
        other => other,
    }
}

fn about_words(target: &TextTarget, request: Request) -> Option<Request> {
    let moved = |when: When| TextChange { when, ..TextChange::default() };
    match request {
        Request::Remove(what) if is_only_it(&what) => Some(Request::RemoveText(target.clone())),
        Request::Place { what, at: Position::Start } if is_only_it(&what) => {
            Some(Request::ChangeText { target: target.clone(), change: moved(When::Start(None)) })
        }
        Request::Place { what, at: Position::End } if is_only_it(&what) => {
            Some(Request::ChangeText { target: target.clone(), change: moved(When::End(None)) })
        }
        Request::Place { what, .. } if is_only_it(&what) => None,
        Request::Duplicate(what) if what.which == Which::It => None,
        Request::Length { of: Reference { which: Which::It, .. }, length: to }
        | Request::TrimFilm { to }
        | Request::FitFilm { to } => {
            let change = moved(When::Lasting(to));
            Some(Request::ChangeText { target: target.clone(), change })
        }
        Request::Cut { of: None, .. }
        | Request::Keep { of: None, .. }
        | Request::Relength { .. }
        | Request::Volume { .. } => None,
        other => Some(other),
    }
}

pub fn is_only_it(what: &[Reference]) -> bool {
    matches!(what, [Reference { which: Which::It, .. }])
}

fn about_music(request: Request) -> Option<Request> {
    match request {
        Request::Remove(what) if is_only_it(&what) => Some(Request::RemoveMusic),
        Request::Place { what, .. } if is_only_it(&what) => None,
        Request::Duplicate(what) if what.which == Which::It => None,
        Request::Volume { level, .. } => Some(Request::Volume { of: Sounding::Music, level }),
        Request::Fade { of: Fading::Film, sides, length } => {
            Some(Request::Fade { of: Fading::Music, sides, length })
        }
        // "Give it a fade out at the end".
        Request::Fade { of: Fading::Piece(of), sides, length } if of.which == Which::It => {
            Some(Request::Fade { of: Fading::Music, sides, length })
        }
        Request::TrimFilm { .. } | Request::FitFilm { .. } | Request::Relength { .. } => None,
        Request::Length { of, .. } if of.which == Which::It => None,
        Request::Cut { of: None, .. } | Request::Keep { of: None, .. } => None,
        other => Some(other),
    }
}
