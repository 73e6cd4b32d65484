//! Editing: one typed operation on a film, applied.
//!
//! An operation says exactly what becomes different; it names segments by their ids and carries the
//! ids of segments that it makes, so the same operation on the same film gives the same film. Each
//! checks its own arguments, whoever made it, and changes nothing when it cannot be done. After it the
//! segments of every track that it touched are in order and do not overlap.

mod add_text;
mod change_text;
mod detach;
mod duplicate;
mod extract;
mod lay_inset;
mod lay_sound;
mod lay_video;
mod leave;
mod lookup;
mod move_texts;
mod pace;
mod remove;
mod reorder;
mod replace;
mod reposition;
mod retime;
mod reverse;
mod ripple;
mod set;
mod split;
mod trim;

pub(super) use add_text::AddText;
pub(super) use change_text::ChangeText;
pub(super) use detach::Detach;
pub(super) use duplicate::Duplicate;
pub(super) use extract::{Extract, Reach};
pub(super) use lay_inset::LayInset;
pub(super) use lay_sound::LaySound;
pub(super) use lay_video::LayVideo;
pub(super) use leave::Leave;
pub(super) use lookup::{main_video, music, segment};
pub(super) use move_texts::MoveTexts;
pub(super) use pace::Pace;
pub(super) use remove::Remove;
pub(super) use reorder::Reorder;
pub(super) use replace::Replace;
pub(super) use reposition::Reposition;
pub(super) use retime::Retime;
pub(super) use reverse::Reverse;
pub(super) use set::{Property, Set};
pub(super) use split::Split;
pub(super) use trim::Trim;

use crate::draft::{Canvas, Draft, SegmentId};

/// A change of a film.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operation {
    /// Everything off the timeline.
    Clear,
    /// The film's name.
    Name(String),
    /// The shape of the picture.
    Canvas(Canvas),
    /// How loud the whole is to be, in LUFS.
    Loudness(Option<f64>),
    /// How loud a track is, by its place.
    TrackVolume(usize, f64),
    /// The sound of a piece to a track of its own.
    Detach(Detach),
    /// Other pieces on the main track, or more of them.
    LayVideo(LayVideo),
    /// Segments away.
    Remove(Remove),
    /// The main track in another order.
    Reorder(Reorder),
    /// Another file in a piece of the main track.
    Replace(Replace),
    /// Other lengths on the main track.
    Retime(Retime),
    /// Pieces the other way round.
    Reverse(Reverse),
    /// Other speeds on the main track.
    Pace(Pace),
    /// Another part of a source.
    Trim(Trim),
    /// A stretch of time away.
    Extract(Extract),
    /// Words on the picture.
    AddText(AddText),
    /// Words on the picture, otherwise.
    ChangeText(ChangeText),
    /// Words at other times.
    MoveTexts(MoveTexts),
    /// Sound under the film.
    LaySound(LaySound),
    /// Something over the picture.
    LayInset(LayInset),
    /// One property of one segment.
    Set(Set),
    /// One segment into two.
    Split(Split),
    /// A segment elsewhere on its track, or more or less of it there.
    Reposition(Reposition),
    /// A segment away from its track.
    Leave(Leave),
    /// A segment once more.
    Duplicate(Duplicate),
}

/// Why an operation does not fit a film.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Misfit {
    /// No segment has this id.
    #[error("there is no segment {0}")]
    NoSegment(SegmentId),
    /// A new segment has the id of another one.
    #[error("there is a segment {0} already")]
    IdTaken(SegmentId),
    /// A segment would have no length.
    #[error("a segment would have no length")]
    NoLength,
    /// The order does not name every segment once.
    #[error("an order names every segment once")]
    NotAnOrder,
    /// Two segments of one track would lie over each other.
    #[error("segments of one track would overlap")]
    Overlap,
    /// A moment that does not lie within the segment.
    #[error("that moment is not within the segment")]
    Outside,
}

/// Makes changes one after the other. Many that each set one property find their segments together.
pub(super) fn apply_all(operations: &[Operation], draft: &mut Draft) -> Result<(), Misfit> {
    let is_set = |operation: &Operation| matches!(operation, Operation::Set(_));
    for run in operations.chunk_by(|one, other| is_set(one) && is_set(other)) {
        if run.len() < MANY {
            run.iter().try_for_each(|operation| operation.apply(draft))?;
            continue;
        }
        let places = lookup::places(draft);
        for operation in run {
            if let Operation::Set(set) = operation {
                let at = places.get(&set.id).ok_or_else(|| Misfit::NoSegment(set.id.clone()))?;
                set.apply_at(draft, *at)?;
            }
        }
    }
    Ok(())
}

/// From this many on looking for each by itself costs more than looking once.
const MANY: usize = 8;

impl Operation {
    /// Makes the change.
    pub(super) fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        match self {
            Self::Clear => {
                draft.tracks.clear();
                draft.loudness = None;
            }
            Self::Loudness(loudness) => draft.loudness = *loudness,
            Self::TrackVolume(track, volume) => {
                let track = draft.tracks.get_mut(*track).ok_or(Misfit::Outside)?;
                track.volume = Some(*volume);
            }
            Self::Detach(detach) => detach.apply(draft)?,
            Self::Name(name) => draft.title = Some(name.clone()),
            Self::Canvas(canvas) => draft.canvas = *canvas,
            Self::LayVideo(lay) => lay.apply(draft)?,
            Self::Remove(remove) => remove.apply(draft)?,
            Self::Reorder(reorder) => reorder.apply(draft)?,
            Self::Replace(replace) => replace.apply(draft)?,
            Self::Retime(retime) => retime.apply(draft)?,
            Self::Reverse(reverse) => reverse.apply(draft)?,
            Self::Pace(pace) => pace.apply(draft)?,
            Self::Trim(trim) => trim.apply(draft)?,
            Self::Extract(extract) => extract.apply(draft)?,
            Self::AddText(add) => add.apply(draft)?,
            Self::ChangeText(change) => change.apply(draft)?,
            Self::MoveTexts(texts) => texts.apply(draft)?,
            Self::LaySound(lay) => lay.apply(draft)?,
            Self::LayInset(lay) => lay.apply(draft)?,
            Self::Set(set) => set.apply(draft)?,
            Self::Split(split) => split.apply(draft)?,
            Self::Reposition(reposition) => reposition.apply(draft)?,
            Self::Leave(leave) => leave.apply(draft)?,
            Self::Duplicate(duplicate) => duplicate.apply(draft)?,
        }
        Ok(())
    }
}
