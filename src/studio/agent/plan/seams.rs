//! Transitions that fit their pieces.
//!
//! A transition takes no more than a third of the shorter of its two pieces. The piece before it is
//! held on while it runs: footage needs that much left after its out point, or its last frame would
//! freeze, so it is used that much shorter.

use super::super::operation::{Operation, Property, Retime, Set, main_video};
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

/// What makes every seam of the main track fit again.
pub fn mend(draft: &Draft, media: &[Media]) -> Vec<Operation> {
    let segments = main_video(draft);
    let mut lengths: Vec<(SegmentId, Millis)> = Vec::new();
    let mut operations = Vec::new();
    if let Some(first) = segments.first().filter(|first| first.transition.is_some()) {
        operations.push(set(first, None));
    }
    for pair in segments.windows(2) {
        let [one, other] = pair else { continue };
        let Some(wanted) = &other.transition else { continue };
        let fitting = fitting(one, other, wanted);
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
