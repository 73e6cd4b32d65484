//! Where footage ends: a clip is made no longer than the file has pictures or sound for it.
//!
//! Whoever edits the film would refuse it, too, a turn later. Here the key says at once how much there is, and
//! which key finds more.

use crate::draft::{Draft, Frames, Fx, Millis, Segment};
use crate::language::edit::{Edit, Side};
use crate::ui::format;
use crate::ui::words::editing;

use super::super::super::State;
use super::fact::find;

/// Why a clip cannot be extended that far; nothing if it can, or nobody knows how long its file is.
pub(super) fn refused(state: &State, edit: &Edit) -> Option<String> {
    let Edit::Trim { clip, side, frames } = edit else { return None };
    let more = frames.checked_neg().and_then(|more| u64::try_from(more).ok()).filter(|n| *n > 0)?;
    let draft = state.timeline.draft()?;
    let segment = find(draft, clip)?;
    let name = segment.source.as_deref()?;
    let length = length_of(state, name)?;
    if segment.reversed || segment.effects.iter().any(Fx::is_freeze) {
        return None;
    }
    let before = played(segment, segment.source_in);
    let after = played(segment, length - segment.source_out());
    let (here, there) = if *side == Side::Start { (before, after) } else { (after, before) };
    if draft.canvas.rate.millis_nearest(Frames(more)) <= here + half_a_frame(draft) {
        return None;
    }
    let other = if *side == Side::Start { "timeline.end-later" } else { "timeline.start-earlier" };
    let other = (there > half_a_frame(draft))
        .then(|| (state.keymap.key_of(other), format::length(state.language, there)));
    let length = format::length(state.language, length);
    Some(editing::footage_ends(state.language, name, &length, *side, other))
}

/// How long a file of the session is, if it has a length.
fn length_of(state: &State, name: &str) -> Option<Millis> {
    let item = state.media.items.iter().find(|item| item.filename == name)?;
    let seconds = item.duration.filter(|seconds| *seconds > 0.0)?;
    matches!(item.file_type.as_str(), "video" | "audio").then(|| Millis::from_secs_rounded(seconds))
}

/// How long so much of the file plays.
fn played(segment: &Segment, source: Millis) -> Millis {
    Millis::from_secs_rounded(source.as_secs_f64() / segment.speed)
}

/// Files and films count in frames of their own.
fn half_a_frame(draft: &Draft) -> Millis {
    Millis(draft.canvas.rate.millis_nearest(Frames(1)).0 / 2)
}
