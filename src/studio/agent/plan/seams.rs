//! Transitions that fit their pieces.
//!
//! A transition takes no more than a third of the shorter of its two pieces. The piece before it is
//! held on while it runs: footage needs that much left after its out point, or its last frame would
//! freeze, so it is used that much shorter.

use rustc_hash::FxHashMap;

use super::super::operation::{Operation, Property, Retime, Set, main_video};
use super::Refusal;
use super::piece::{LEAST, longest};
use crate::draft::{Draft, Millis, Segment, SegmentId, Transition, TransitionKind};
use crate::studio::media::Media;

/// A transition with no other length asked for.
pub const USUAL: Millis = Millis(500);

/// The longest transition between pieces of these lengths.
pub fn longest_between(one: Millis, other: Millis) -> Millis {
    Millis(one.min(other).0 / 3)
}

/// A transition of a kind and length.
pub fn transition(kind: &str, duration: Millis) -> Transition {
    Transition { kind: TransitionKind(kind.to_owned()), duration }
}

/// A transition stays whole in the first of two parts, so a piece is not split while it runs.
pub fn check_split(piece: &Segment, at: Millis) -> Result<(), Refusal> {
    let until = piece.transition.as_ref().map_or(piece.start, |it| piece.start + it.duration);
    if at < until { Err(Refusal::InTransition { until }) } else { Ok(()) }
}

/// What makes every seam of the main track fit again. Seams that were so before keep their length, as
/// far as the piece that carries the transition lasts: splits leave pieces shorter than any other way.
pub fn mend(before: &Draft, draft: &Draft, media: &[Media]) -> Vec<Operation> {
    let segments = main_video(draft);
    let pairs = main_video(before).windows(2);
    let known: FxHashMap<&SegmentId, &[Segment]> = pairs.map(|pair| (&pair[1].id, pair)).collect();
    let mut lengths: Vec<(SegmentId, Millis)> = Vec::new();
    let mut operations = Vec::new();
    if let Some(first) = segments.first().filter(|first| first.transition.is_some()) {
        operations.push(set(first, None));
    }
    for pair in segments.windows(2) {
        let [one, other] = pair else { continue };
        let Some(wanted) = &other.transition else { continue };
        let stays =
            wanted.duration <= other.duration && was_so(one, other, known.get(&other.id).copied());
        let fitting = if stays { Some(wanted.clone()) } else { fitting(one, other, wanted) };
        let duration = fitting.as_ref().map_or(Millis::ZERO, |transition| transition.duration);
        if fitting.as_ref() != Some(wanted) {
            operations.push(set(other, fitting));
        }
        if let Some(length) = length_that_leaves(one, duration, media) {
            lengths.push((one.id.clone(), length));
        }
    }
    if !lengths.is_empty() {
        operations.push(Operation::Retime(Retime { lengths }));
    }
    operations
}

/// Whether these pieces met in the same way, and were as long, in an earlier film.
fn was_so(one: &Segment, other: &Segment, known: Option<&[Segment]>) -> bool {
    let is = |was: &Segment, now: &Segment| was.id == now.id && was.duration == now.duration;
    matches!(known, Some([was_one, was_other]) if is(was_one, one) && is(was_other, other)
        && was_other.transition == other.transition)
}

/// The transition as long as its pieces allow; none where they are too short to show one.
fn fitting(one: &Segment, other: &Segment, wanted: &Transition) -> Option<Transition> {
    let duration = wanted.duration.min(longest_between(one.duration, other.duration));
    (!duration.is_zero()).then(|| Transition { kind: wanted.kind.clone(), duration })
}

/// The length of a piece that leaves enough of its footage for the transition after it, if that is
/// less than it has.
fn length_that_leaves(one: &Segment, transition: Millis, media: &[Media]) -> Option<Millis> {
    let longest = longest(one, media)? - transition;
    (longest < one.duration && longest >= LEAST).then_some(longest)
}

fn set(segment: &Segment, transition: Option<Transition>) -> Operation {
    Operation::Set(Set { id: segment.id.clone(), property: Property::Transition(transition) })
}
