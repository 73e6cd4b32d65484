//! The film that is expected already, made the polled one again: a further step on a film of very many pieces
//! need not copy it anew.

use std::sync::Arc;

use crate::draft::{Draft, Segment};

use super::Expected;

/// A copy of the film as polled, to be changed.
pub(super) fn copy_of(polled: &Arc<Draft>, before: Option<Expected>) -> Draft {
    let before = before.filter(|expected| Arc::ptr_eq(&expected.of, polled));
    let reused = before.and_then(|expected| Arc::into_inner(expected.film.into_draft()?));
    reused.and_then(|draft| restored(draft, polled)).unwrap_or_else(|| Draft::clone(polled))
}

/// Only what an edit changes of a piece is written. Where pieces came, went or changed places, nothing is.
fn restored(mut draft: Draft, polled: &Draft) -> Option<Draft> {
    let is_alike = |one: &[Segment], other: &[Segment]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.id == other.id)
    };
    let mut tracks = draft.tracks.iter().zip(&polled.tracks);
    if draft.tracks.len() != polled.tracks.len()
        || !tracks.all(|(one, other)| is_alike(&one.segments, &other.segments))
    {
        return None;
    }
    for (track, was) in draft.tracks.iter_mut().zip(&polled.tracks) {
        for (piece, was) in track.segments.iter_mut().zip(&was.segments) {
            restore(piece, was);
        }
    }
    Some(draft)
}

fn restore(piece: &mut Segment, was: &Segment) {
    (piece.start, piece.duration, piece.source_in) = (was.start, was.duration, was.source_in);
    (piece.volume, piece.fade_in, piece.fade_out) = (was.volume, was.fade_in, was.fade_out);
    if piece.transition != was.transition {
        piece.transition.clone_from(&was.transition);
    }
    if piece.generated != was.generated {
        piece.generated.clone_from(&was.generated);
    }
    if piece.text != was.text {
        piece.text.clone_from(&was.text);
    }
}
