//! The references that a request carries, wherever it keeps them.

use super::{
    Adjust, Bound, Fading, Music, Position, Reference, Request, Sounding, TextChange, When,
};

/// Every piece that a request names, to be looked at or put right.
pub fn references_in(request: &mut Request) -> Vec<&mut Reference> {
    match request {
        Request::Make(make) => make.from.iter_mut().collect(),
        Request::Join(named)
        | Request::Remove(named)
        | Request::KeepOnly(named)
        | Request::Open(named)
        | Request::Spare(named)
        | Request::Insert(named)
        | Request::Look { of: named, .. }
        | Request::Fit { of: named, .. }
        | Request::NoBackdrop { of: named, .. }
        | Request::Pace { of: named, .. }
        | Request::Backwards { of: named, .. }
        | Request::Hasten { of: named, .. }
        | Request::Relength { of: named, .. }
        | Request::Adjust(Adjust { of: named, .. })
        | Request::Volume { of: Sounding::Clips(named), .. } => named.iter_mut().collect(),
        Request::Transitions { between, .. } => between.iter_mut().collect(),
        Request::Row(items) => items.iter_mut().map(|(of, _)| of).collect(),
        Request::Length { of, .. }
        | Request::InsertAt { what: of, .. }
        | Request::Duplicate(of)
        | Request::Lift(of)
        | Request::Fade { of: Fading::Piece(of), .. } => vec![of],
        Request::Cut { of, .. }
        | Request::Keep { of, .. }
        | Request::LiftPart { of, .. }
        | Request::PacePart { of, .. }
        | Request::Split { of, .. } => of.iter_mut().collect(),
        Request::Swap(one, other) => vec![one, other],
        Request::Replace { what, by } => vec![what, by],
        Request::Place { what, at: Position::Before(beside) | Position::After(beside) }
        | Request::Lay { what, at: Position::Before(beside) | Position::After(beside) } => {
            what.iter_mut().chain([beside]).collect()
        }
        Request::Place { what, .. } | Request::Lay { what, .. } => what.iter_mut().collect(),
        Request::AddText(new) => during(&mut new.when),
        Request::ChangeText { change: TextChange { when, .. }, .. }
        | Request::AddMusic(Music { when, .. })
        | Request::MusicTime { when } => during(when),
        _ => Vec::new(),
    }
}

/// The pieces of a request that names none, where it is said of all of them then.
pub fn nameless(request: &mut Request) -> Option<&mut Vec<Reference>> {
    let of = match request {
        Request::Look { of, .. }
        | Request::Fit { of, .. }
        | Request::NoBackdrop { of, .. }
        | Request::Pace { of, .. }
        | Request::Camera { of, .. }
        | Request::Backwards { of, .. }
        | Request::Relength { of, .. }
        | Request::Hasten { of, .. }
        | Request::Detach(of)
        | Request::Volume { of: Sounding::Clips(of), .. }
        | Request::Adjust(Adjust { of, .. }) => of,
        _ => return None,
    };
    of.is_empty().then_some(of)
}

/// Of which pieces something is said that is said of all where none is named.
pub fn pieces_meant(request: &mut Request) -> Option<&mut Vec<Reference>> {
    match request {
        Request::Look { of, .. }
        | Request::Adjust(Adjust { of, .. })
        | Request::Camera { of, .. }
        | Request::Pace { of, .. }
        | Request::Backwards { of, .. }
        | Request::Hasten { of, .. } => Some(of),
        _ => None,
    }
}

fn during(when: &mut When) -> Vec<&mut Reference> {
    match when {
        When::During(reference) => vec![reference],
        When::Between(from, to) => from.iter_mut().chain(to).filter_map(beside).collect(),
        _ => Vec::new(),
    }
}

fn beside(bound: &mut Bound) -> Option<&mut Reference> {
    match bound {
        Bound::Start(reference) | Bound::End(reference) => Some(reference),
        Bound::At(_) | Bound::BeforeEnd(_) => None,
    }
}
