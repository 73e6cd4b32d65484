//! Remove segments.

use rustc_hash::FxHashSet;

use crate::draft::{Draft, Kind, SegmentId};

use super::Misfit;
use super::lookup::places;
use super::ripple::{gaps, lay};

/// Segments away. The main track closes up behind them; sound and words stay where they are. A lane
/// of sound or words that has become empty goes too.
#[derive(Debug, Clone, PartialEq)]
pub struct Remove {
    /// Which ones.
    pub ids: Vec<SegmentId>,
}

impl Remove {
    /// Removes them.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let mut touched = Vec::new();
        let places = places(draft);
        for id in &self.ids {
            touched.push(places.get(id).ok_or_else(|| Misfit::NoSegment(id.clone()))?.0);
        }
        let gone: FxHashSet<&SegmentId> = self.ids.iter().collect();
        let main = draft.tracks.iter().position(|track| track.kind == Kind::Video);
        touched.sort_unstable();
        touched.dedup();
        for track in touched.into_iter().rev() {
            let segments = &mut draft.tracks[track].segments;
            let gaps = gaps(segments);
            let kept: Vec<bool> =
                segments.iter().map(|segment| !gone.contains(&segment.id)).collect();
            let mut keep = kept.iter();
            segments.retain(|_| keep.next().copied().unwrap_or(true));
            if Some(track) == main {
                let left = gaps.into_iter().zip(kept).filter(|(_, kept)| *kept);
                lay(segments, &left.map(|(gap, _)| gap).collect::<Vec<_>>());
            } else if segments.is_empty() {
                draft.tracks.remove(track);
            }
        }
        Ok(())
    }
}
