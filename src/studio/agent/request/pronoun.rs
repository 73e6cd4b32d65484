//! `it`: what was spoken of just before. `Move clip 1 to the end and trim it to 2 seconds` trims the
//! clip; read alone, the second half would trim the film.

use super::super::words::{Clause, Link, Noun, Sense};
use super::read::{Reading, Topic};
use super::{
    Adjust, Dress, Fading, Reference, Request, Sounding, TextChange, TextTarget, When, Which,
};

/// What a clause is about, as far as the next one may go on with it.
#[derive(Debug, Clone, PartialEq)]
enum Subject {
    Piece(Reference),
    Words(TextTarget),
    Music,
}

/// Turns requests about the film into requests about what was spoken of before them, where the
/// sentence does not name the film again.
pub fn resolve(clauses: &[Clause], readings: Vec<Reading>) -> Vec<Reading> {
    let mut resolved: Vec<Reading> = Vec::new();
    let mut subject: Option<Subject> = None;
    for (clause, reading) in clauses.iter().zip(readings) {
        let reading = match (&subject, reading) {
            (Some(subject), Reading::Understood { requests, passed_over })
                if !names_the_film(clause) =>
            {
                going_on(subject, clause, requests, passed_over)
            }
            (_, reading) => reading,
        };
        subject = subject_of(&reading);
        resolved.push(reading);
    }
    resolved
}

fn going_on(
    subject: &Subject,
    clause: &Clause,
    requests: Vec<Request>,
    passed_over: Vec<String>,
) -> Reading {
    let says_it = has(clause, Sense::Link(Link::It));
    let turned: Option<Vec<Request>> =
        requests.into_iter().map(|request| about(subject, request, says_it)).collect();
    match turned {
        Some(requests) => Reading::Understood { requests, passed_over },
        None => Reading::Unclear { words: Vec::new(), topic: Topic::Cut },
    }
}

fn names_the_film(clause: &Clause) -> bool {
    has(clause, Sense::Noun(Noun::Film)) || has(clause, Sense::Noun(Noun::Promo))
}

fn has(clause: &Clause, sense: Sense) -> bool {
    clause.tokens.iter().any(|token| token.sense() == Some(sense))
}

/// The request, about the subject if it could be. `None`: it is said of something that cannot be.
fn about(subject: &Subject, request: Request, says_it: bool) -> Option<Request> {
    match subject {
        Subject::Piece(of) => Some(about_piece(of, request)),
        // Without "it", cutting is said of the film: words and music have no length of their own.
        Subject::Words(_) | Subject::Music if !says_it => Some(request),
        Subject::Words(target) => about_words(target, request),
        Subject::Music => about_music(request),
    }
}

fn about_piece(of: &Reference, request: Request) -> Request {
    let of = of.clone();
    match request {
        Request::TrimFilm { to } | Request::FitFilm { to } => Request::Length { of, length: to },
        Request::Cut { of: None, part } => Request::Cut { of: Some(of), part },
        Request::Keep { of: None, part } => Request::Keep { of: Some(of), part },
        Request::Volume { of: Sounding::Unsaid | Sounding::Everything, level } => {
            Request::Volume { of: Sounding::Clips(vec![of]), level }
        }
        Request::Look { of: all, effect, wanted } if all.is_empty() => {
            Request::Look { of: vec![of], effect, wanted }
        }
        Request::Adjust(adjust) if adjust.of.is_empty() => {
            Request::Adjust(Adjust { of: vec![of], ..adjust })
        }
        Request::Pace { of: all, speed } if all.is_empty() => Request::Pace { of: vec![of], speed },
        Request::Fade { of: Fading::Film, sides, length } => {
            Request::Fade { of: Fading::Piece(of), sides, length }
        }
        other => other,
    }
}

fn about_words(target: &TextTarget, request: Request) -> Option<Request> {
    match request {
        Request::TrimFilm { to } | Request::FitFilm { to } => {
            let change = TextChange {
                words: None,
                place: None,
                when: When::Lasting(to),
                dress: Dress::default(),
            };
            Some(Request::ChangeText { target: target.clone(), change })
        }
        Request::Cut { of: None, .. } | Request::Keep { of: None, .. } | Request::Volume { .. } => {
            None
        }
        other => Some(other),
    }
}

fn about_music(request: Request) -> Option<Request> {
    match request {
        Request::Volume { level, .. } => Some(Request::Volume { of: Sounding::Music, level }),
        Request::Fade { of: Fading::Film, sides, length } => {
            Some(Request::Fade { of: Fading::Music, sides, length })
        }
        Request::TrimFilm { .. } | Request::FitFilm { .. } => None,
        Request::Cut { of: None, .. } | Request::Keep { of: None, .. } => None,
        other => Some(other),
    }
}

/// What is still there after a request, and can be gone on with.
fn subject_of(reading: &Reading) -> Option<Subject> {
    let Reading::Understood { requests, .. } = reading else { return None };
    match requests.last()? {
        Request::Length { of, .. }
        | Request::Cut { of: Some(of), .. }
        | Request::Keep { of: Some(of), .. }
        | Request::Fade { of: Fading::Piece(of), .. } => Some(Subject::Piece(of.clone())),
        Request::Split { of: Some(of), .. } | Request::Duplicate(of) => {
            Some(Subject::Piece(of.clone()))
        }
        Request::Place { what, .. }
        | Request::Look { of: what, .. }
        | Request::Adjust(Adjust { of: what, .. })
        | Request::Fit { of: what, .. }
        | Request::Pace { of: what, .. }
        | Request::Insert(what)
        | Request::Volume { of: Sounding::Clips(what), .. } => match &what[..] {
            [one] => Some(Subject::Piece(one.clone())),
            _ => None,
        },
        Request::AddText(new) => Some(Subject::Words(TextTarget {
            words: Some(new.words.clone()),
            place: None,
            which: Which::Nth(-1),
        })),
        Request::ChangeText { target, change } => {
            let words = change.words.clone().or_else(|| target.words.clone());
            Some(Subject::Words(TextTarget { words, ..target.clone() }))
        }
        Request::AddMusic(_)
        | Request::Volume { of: Sounding::Music, .. }
        | Request::Fade { of: Fading::Music, .. } => Some(Subject::Music),
        _ => None,
    }
}
