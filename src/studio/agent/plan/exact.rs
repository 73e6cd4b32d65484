//! Edits that were said exactly: which clip, which moment, how many frames.
//!
//! Nothing is guessed here and nothing rounded but frames to milliseconds, so what was asked for is
//! done on that clip or refused. Clips of every track can be meant. On the main track the pieces that
//! follow move along when one becomes longer or shorter; on the others nothing but the clip moves.

use super::super::operation::{
    ChangeText, Duplicate, Extract, Leave, Operation, Property, Reach, Reorder, Reposition, Set,
    Split, Trim, main_video,
};
use super::piece::{LEAST, is_still, longest};
use super::seams;
use super::stage::Stage;
use super::{Plan, Refusal, insert, several};
use crate::draft::{Draft, FrameRate, Frames, Kind, Millis, Segment};
use crate::language::edit::{Clip, Edit, Gap, Side};

/// Plans an exact edit.
pub fn edit(edit: &Edit, stage: &mut Stage) -> Result<Plan, Refusal> {
    let operation = match edit {
        Edit::Split { clip, at } => split(&find(clip, stage.draft())?, *at, stage)?,
        Edit::Cut { clip, side, at } => cut(&find(clip, stage.draft())?, *side, *at, stage)?,
        Edit::Trim { clip, side, frames } => {
            trim(&find(clip, stage.draft())?, *side, *frames, stage)?
        }
        Edit::Shift { clip, frames } => {
            let found = find(clip, stage.draft())?;
            let start = by_frames(found.segment.start, *frames, stage).ok_or(Refusal::NoRoom)?;
            move_to(&found, start)
        }
        Edit::MoveTo { clip, at } => move_to(&find(clip, stage.draft())?, *at),
        Edit::Place { clip, place } => place_at(&find(clip, stage.draft())?, *place, stage)?,
        Edit::Delete { clip, gap } => Operation::Leave(Leave {
            id: find(clip, stage.draft())?.segment.id,
            closes: *gap == Gap::Close,
        }),
        Edit::Duplicate { clip } => Operation::Duplicate(Duplicate::of_one(
            find(clip, stage.draft())?.segment.id,
            stage.fresh_id(),
        )),
        Edit::Several { edit, last } => return several::edit(edit, *last, stage),
        Edit::Insert { name, at } => return insert::insert(name, *at, stage),
        Edit::Extract { from, to } => extract(*from, *to, stage)?,
        Edit::Volume { clip, percent } => volume(&find(clip, stage.draft())?, *percent)?,
        Edit::Fade { clip, side, length } => fade(&find(clip, stage.draft())?, *side, *length)?,
        Edit::Words { clip, words } => say(&find(clip, stage.draft())?, words)?,
        // Not edits of the film that is there: the turn goes back and forward itself.
        Edit::Undo | Edit::Redo | Edit::GoBack { .. } => return Ok(Plan::default()),
    };
    Ok(vec![operation].into())
}

/// A clip that was found.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) segment: Segment,
    kind: Kind,
    label: String,
    /// Whether it is a piece of the main track, which ripples.
    is_main: bool,
}

pub(super) fn find(clip: &Clip, draft: &Draft) -> Result<Found, Refusal> {
    let no_track = || Refusal::NoSuchTrack { label: clip.track.clone() };
    let is_it = |track: &usize| draft.track_label(*track) == clip.track;
    let place = (0..draft.tracks.len()).find(is_it).ok_or_else(no_track)?;
    let track = &draft.tracks[place];
    let mut ordered: Vec<&Segment> = track.segments.iter().collect();
    ordered.sort_by_key(|segment| segment.start);
    let segment = clip.number.checked_sub(1).and_then(|number| ordered.get(number));
    let main = draft.tracks.iter().position(|track| track.kind == Kind::Video);
    match segment {
        Some(segment) => Ok(Found {
            segment: (*segment).clone(),
            kind: track.kind,
            label: clip.track.clone(),
            is_main: main == Some(place),
        }),
        None => Err(Refusal::NoSuchClip {
            label: clip.track.clone(),
            asked: clip.number,
            have: ordered.len(),
        }),
    }
}

fn split(found: &Found, at: Millis, stage: &mut Stage) -> Result<Operation, Refusal> {
    check_within(found, at)?;
    seams::check_split(&found.segment, at)?;
    Ok(Operation::Split(Split {
        id: found.segment.id.clone(),
        at,
        moves: moves(&found.segment, stage),
        fresh: stage.fresh_id(),
    }))
}

fn check_within(found: &Found, at: Millis) -> Result<(), Refusal> {
    let (from, to) = (found.segment.start, found.segment.end());
    if from < at && at < to { Ok(()) } else { Err(Refusal::OutsideClip { from, to }) }
}

/// Whether it matters which part of its source a segment shows.
fn moves(segment: &Segment, stage: &Stage) -> bool {
    let has_moments = segment.source.is_some() || segment.generated.is_some();
    has_moments && !is_still(segment, stage.media())
}

fn cut(found: &Found, side: Side, at: Millis, stage: &Stage) -> Result<Operation, Refusal> {
    check_within(found, at)?;
    let (start, end) = (found.segment.start, found.segment.end());
    match side {
        Side::Start => reach(found, at, end, stage),
        Side::End => reach(found, start, at, stage),
    }
}

fn trim(found: &Found, side: Side, frames: i64, stage: &Stage) -> Result<Operation, Refusal> {
    let (start, end) = (found.segment.start, found.segment.end());
    let from_footage = || stuck(found, stage);
    match side {
        Side::Start => {
            // The piece begins where it did; more or less of its source is shown there.
            let moved = by_frames(start, frames, stage);
            let Some(moved) = moved.filter(|moved| *moved < end) else {
                if frames < 0 && found.is_main {
                    return extend_start(found, frames, stage);
                }
                return Err(if frames < 0 { from_footage() } else { Refusal::NothingLeft });
            };
            reach(found, moved, end, stage)
        }
        Side::End => {
            let moved = by_frames(end, -frames, stage).ok_or(Refusal::NothingLeft)?;
            reach(found, start, moved, stage)
        }
    }
}

/// More of its source before its in point, than there is film before it: pieces of the main track keep their
/// starts, so the film's beginning is no end of it.
fn extend_start(found: &Found, frames: i64, stage: &Stage) -> Result<Operation, Refusal> {
    let mut later = found.clone();
    let start = found.segment.start;
    let longer =
        frames.checked_neg().and_then(|more| by_frames(found.segment.duration, more, stage));
    let longer = longer.ok_or_else(|| stuck(found, stage))?;
    // As if it lay so much later: only lengths count.
    later.segment.start = start + (longer - found.segment.duration);
    reach(&later, start, later.segment.end(), stage)
}

/// The clip from one moment to another: on the main track it ripples, elsewhere it needs the room.
fn reach(found: &Found, from: Millis, to: Millis, stage: &Stage) -> Result<Operation, Refusal> {
    let segment = &found.segment;
    if to < from + LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    let mut trimmed = segment.clone();
    trimmed.duration = to - from;
    if moves(segment, stage) {
        let at_speed = |time: Millis| Millis::from_secs_rounded(time.as_secs_f64() * segment.speed);
        let (earlier, later) = (at_speed(segment.start - from), at_speed(from - segment.start));
        let (back, on) = if segment.reversed { (later, earlier) } else { (earlier, later) };
        let moved = segment.source_in + on;
        let past = |length| segment.reversed && !on.is_zero() && length < moved;
        if back > segment.source_in || source_length(segment, stage).is_some_and(past) {
            return Err(stuck(found, stage));
        }
        trimmed.source_in = moved - back;
        if longest(&trimmed, stage.media())
            .is_some_and(|longest| trimmed.duration > longest + Millis(1))
        {
            return Err(stuck(found, stage));
        }
    }
    let (id, source_in, duration) = (segment.id.clone(), trimmed.source_in, trimmed.duration);
    if found.is_main {
        return Ok(Operation::Trim(Trim { id, source_in, duration }));
    }
    Ok(Operation::Reposition(Reposition {
        id,
        start: from,
        duration,
        source_in,
        keeps_piece: true,
    }))
}

fn source_length(segment: &Segment, stage: &Stage) -> Option<Millis> {
    let media = stage.media().iter().find(|media| Some(&media.name) == segment.source.as_ref())?;
    media.duration.filter(|length| !length.is_zero())
}

/// There is no more of it.
fn stuck(found: &Found, stage: &Stage) -> Refusal {
    let mut whole = found.segment.clone();
    (whole.source_in, whole.reversed) = (Millis::ZERO, false);
    let what = found.segment.source.clone();
    match longest(&whole, stage.media()) {
        Some(longest) => Refusal::CannotStretch { what, longest },
        None => Refusal::NoRoom,
    }
}

/// A moment so many frames later, or earlier; none before the film begins.
pub(super) fn by_frames(time: Millis, frames: i64, stage: &Stage) -> Option<Millis> {
    let rate: FrameRate = stage.draft().canvas.rate;
    let frame = rate.frames_nearest(time).0.checked_add_signed(frames)?;
    Some(rate.millis_nearest(Frames(frame)))
}

pub(super) fn move_to(found: &Found, start: Millis) -> Operation {
    let segment = &found.segment;
    Operation::Reposition(Reposition {
        id: segment.id.clone(),
        start,
        duration: segment.duration,
        source_in: segment.source_in,
        keeps_piece: true,
    })
}

fn place_at(found: &Found, place: usize, stage: &Stage) -> Result<Operation, Refusal> {
    place_all(std::slice::from_ref(found), place, stage)
}

/// Pieces that follow each other on the main track, so that the first gets a number.
pub(super) fn place_all(run: &[Found], place: usize, stage: &Stage) -> Result<Operation, Refusal> {
    let Some(found) = run.first() else { return Err(Refusal::NoRoom) };
    if !found.is_main {
        return Err(Refusal::OnlyMain { label: found.label.clone() });
    }
    let mut order: Vec<_> =
        main_video(stage.draft()).iter().map(|segment| segment.id.clone()).collect();
    let have = order.len();
    let beyond = || Refusal::NoSuchClip { label: found.label.clone(), asked: place, have };
    let fits = |to: &usize| *to < have && run.len() <= have - to;
    let to = place.checked_sub(1).filter(fits).ok_or_else(beyond)?;
    order.retain(|id| run.iter().all(|found| *id != found.segment.id));
    order.splice(to..to, run.iter().map(|found| found.segment.id.clone()));
    Ok(Operation::Reorder(Reorder { order }))
}

fn extract(from: Millis, to: Millis, stage: &mut Stage) -> Result<Operation, Refusal> {
    let length = stage.draft().duration();
    if from >= to {
        return Err(Refusal::EndBeforeStart);
    }
    if from >= length {
        return Err(Refusal::BeyondEnd { what: None, length });
    }
    if from.is_zero() && to >= length {
        return Err(Refusal::NothingLeft);
    }
    let fresh = (0..stage.draft().tracks.len()).map(|_| stage.fresh_id()).collect();
    Ok(Operation::Extract(Extract { from, to: to.min(length), reach: Reach::Film, fresh }))
}

pub(super) fn volume(found: &Found, percent: u32) -> Result<Operation, Refusal> {
    if found.kind == Kind::Text {
        return Err(Refusal::NoSound);
    }
    let volume = f64::from(percent.min(100)) / 100.0;
    Ok(set(found, Property::Volume(volume)))
}

pub(super) fn fade(found: &Found, side: Side, length: Millis) -> Result<Operation, Refusal> {
    let segment = &found.segment;
    let other = if side == Side::Start { segment.fade_out } else { segment.fade_in };
    if length + other > segment.duration {
        return Err(Refusal::FadeTooLong { longest: segment.duration - other });
    }
    let property = match side {
        Side::Start => Property::FadeIn(length),
        Side::End => Property::FadeOut(length),
    };
    Ok(set(found, property))
}

fn say(found: &Found, words: &str) -> Result<Operation, Refusal> {
    if found.kind != Kind::Text {
        return Err(Refusal::NoWords { label: found.label.clone() });
    }
    let segment = &found.segment;
    Ok(Operation::ChangeText(ChangeText {
        id: segment.id.clone(),
        words: words.to_owned(),
        place: segment.text_style.place,
        start: segment.start,
        duration: segment.duration,
    }))
}

fn set(found: &Found, property: Property) -> Operation {
    Operation::Set(Set { id: found.segment.id.clone(), property })
}
