//! Rippling: when one piece of a track changes, those after it move along and gaps keep their length.

use crate::draft::{Millis, Segment};

/// The empty time before each segment of a track.
pub fn gaps(segments: &[Segment]) -> Vec<Millis> {
    let ends = std::iter::once(Millis::ZERO).chain(segments.iter().map(Segment::end));
    segments.iter().zip(ends).map(|(segment, before)| segment.start - before).collect()
}

/// Lays segments one after the other, each after its gap; those without one abut.
pub fn lay(segments: &mut [Segment], gaps: &[Millis]) {
    let mut end = Millis::ZERO;
    for (place, segment) in segments.iter_mut().enumerate() {
        segment.start = end + gaps.get(place).copied().unwrap_or_default();
        end = segment.end();
    }
}
