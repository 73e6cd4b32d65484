//! Several video tracks as one: at each frame the uppermost segment is seen.
//!
//! Later tracks lie over earlier ones; on one track, what starts later lies over what starts
//! earlier. Where nothing lies there is a gap, and what was covered comes back when its cover ends.

use crate::draft::{FrameRate, Segment, Track};
use crate::studio::render::footage::Library;

use super::see_through::lies_over;

/// A stretch of frames in which one segment, or none, is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<'a> {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) layer: Option<Layer<'a>>,
}

/// A segment and the frames that it would cover if it were alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layer<'a> {
    pub(super) segment: &'a Segment,
    pub(super) start: u64,
    pub(super) end: u64,
}

/// What is seen in frames 0 to `length`, without gaps and without two neighbours that are one.
pub(super) fn flatten<'a>(
    tracks: impl Iterator<Item = (bool, &'a Track)>,
    library: &Library,
    rate: FrameRate,
    length: u64,
) -> Vec<Span<'a>> {
    let layers: Vec<Layer<'_>> =
        tracks.flat_map(|(is_upper, track)| layers_of(track, is_upper, library, rate)).collect();
    let edges = edges(&layers, length);
    let mut spans: Vec<Span<'_>> = Vec::new();
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        let covers = |layer: &&Layer<'_>| layer.start <= start && start < layer.end;
        let layer = layers.iter().rev().find(covers).copied();
        match spans.last_mut() {
            Some(last) if is_same(last.layer, layer) => last.end = end,
            _ => spans.push(Span { start, end, layer }),
        }
    }
    spans
}

/// The track's segments that cover at least a frame, lowest first.
fn layers_of<'a>(
    track: &'a Track,
    is_upper: bool,
    library: &Library,
    rate: FrameRate,
) -> Vec<Layer<'a>> {
    let layer =
        |segment| frames_of(segment, rate).map(|(start, end)| Layer { segment, start, end });
    let covers = track.segments.iter().filter(|one| !lies_over(one, is_upper, library));
    let mut layers: Vec<_> = covers.filter_map(layer).collect();
    layers.sort_by_key(|layer| layer.start);
    layers
}

/// First frame and one past the last; none for a segment shorter than half a frame.
pub(super) fn frames_of(segment: &Segment, rate: FrameRate) -> Option<(u64, u64)> {
    let (start, end) = (rate.frames_nearest(segment.start).0, rate.frames_nearest(segment.end()).0);
    (start < end).then_some((start, end))
}

fn edges(layers: &[Layer<'_>], length: u64) -> Vec<u64> {
    let inside = layers.iter().flat_map(|layer| [layer.start, layer.end]);
    let mut edges: Vec<u64> = inside.filter(|edge| *edge < length).chain([0, length]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn is_same(one: Option<Layer<'_>>, other: Option<Layer<'_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one.segment, other.segment),
        (None, None) => true,
        _ => false,
    }
}
