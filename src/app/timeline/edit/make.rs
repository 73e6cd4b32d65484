//! A key and a place on the timeline become an edit, or the reason why not.
//!
//! Meant is always the clip under the playhead on the selected track. Steps count from what waits
//! already, so that two presses are two steps.

mod loudness;

use crate::draft::{FrameRate, Frames, Kind, Millis, Segment, Track};
use crate::language::edit::{Clip, Edit, Gap, Side};

use super::super::super::State;
use super::super::super::actions::EditAction as E;
use super::super::{TimelineState, TrackIndex};

/// Where the playhead stood and which row was selected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) playhead: Millis,
    /// None where the track is gone meanwhile.
    pub(super) row: Option<usize>,
}

impl Place {
    pub(super) const fn of(timeline: &TimelineState) -> Self {
        Self { playhead: timeline.playhead, row: Some(timeline.track) }
    }

    /// Each row has become another one, or is gone.
    pub(super) fn move_row(&mut self, rows: &[Option<usize>]) {
        self.row = self.row.and_then(|row| rows.get(row).copied().flatten());
    }
}

/// What became of a key.
#[derive(Debug, PartialEq)]
pub(super) enum Made {
    /// A small step, which waits for more of its kind.
    Nudge(Edit),
    /// The step leads back to how the clip is, so nothing is left of what waited.
    Back,
    /// An edit.
    Edit(Edit),
    /// Nothing, and why.
    Refused(Refusal),
}

/// Why a key does nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is under the playhead on the selected track.
    NoClip,
    /// The playhead is at the clip's edge.
    AtEdge,
    /// The clip takes over from the one before it there.
    InTransition,
    /// No range is marked.
    NoRange,
    /// It makes no sound.
    Silent,
    /// It is a picture.
    Still,
    /// It is as loud or as quiet as can be.
    LoudnessEnd,
    /// The fade is as short or long as can be.
    FadeEnd,
    /// There is no room in that direction.
    NoRoom,
    /// It would have no length.
    TooShort,
    /// It lies there already.
    There,
    /// Pieces of the main track have an order, not times.
    InOrder,
    /// It has no words.
    NoWords,
    /// The film has ended there.
    BehindEnd,
}

/// The step of a fade.
const FADE_STEP: u64 = 100;
/// No clip is made shorter.
const LEAST: Millis = Millis(100);

/// The clip that a key means.
struct Meant<'a> {
    clip: Clip,
    track: &'a Track,
    index: &'a TrackIndex,
    segment: &'a Segment,
    /// Whether it is on the main track, which ripples.
    is_main: bool,
    rate: FrameRate,
    at: Millis,
    /// The number of the last clip, where several are meant, and when they end.
    last: usize,
    end: Millis,
    /// What waits already, of the first of them.
    pending: Option<&'a Edit>,
    state: &'a State,
    /// The columns of the lanes: how near an edge must be to something to lie on it.
    cols: usize,
}

pub(super) fn make(state: &State, action: E, place: Place, cols: usize) -> Made {
    let timeline = &state.timeline;
    match action {
        E::Undo => return Made::Edit(Edit::Undo),
        E::Redo => return Made::Edit(Edit::Redo),
        E::Extract => return extract(timeline),
        E::MoveHere => return move_here(timeline, place),
        _ => {}
    }
    let Some(meant) = meant(state, place, cols) else { return Made::Refused(Refusal::NoClip) };
    let meant = if is_for_several(action) { meant.with_all_chosen() } else { meant };
    let clip = meant.clip.clone();
    let made = match action {
        E::Split => meant.split(),
        E::TrimStart => meant.cut(Side::Start),
        E::TrimEnd => meant.cut(Side::End),
        E::StartEarlier => meant.trim(Side::Start, -1),
        E::StartLater => meant.trim(Side::Start, 1),
        E::EndEarlier => meant.trim(Side::End, 1),
        E::EndLater => meant.trim(Side::End, -1),
        E::MoveEarlier if meant.is_main => meant.place(-1),
        E::MoveLater if meant.is_main => meant.place(1),
        E::MoveEarlier => meant.shift(-1),
        E::MoveLater => meant.shift(1),
        E::RippleDelete => Ok(Made::Edit(meant.all(Edit::Delete { clip, gap: Gap::Close }))),
        E::Lift => Ok(Made::Edit(meant.all(Edit::Delete { clip, gap: Gap::Leave }))),
        E::Duplicate => Ok(Made::Edit(meant.all(Edit::Duplicate { clip }))),
        E::Louder => meant.louder(),
        E::Quieter => meant.quieter(),
        E::Mute => meant.mute(),
        E::FadeInLonger => meant.fade(Side::Start, true),
        E::FadeInShorter => meant.fade(Side::Start, false),
        E::FadeOutLonger => meant.fade(Side::End, true),
        E::FadeOutShorter => meant.fade(Side::End, false),
        E::Select | E::Confirm | E::Undo | E::Redo | E::Extract | E::MoveHere => {
            Err(Refusal::NoClip)
        }
    };
    made.unwrap_or_else(Made::Refused)
}

/// What can be done to all clips that are chosen.
const fn is_for_several(action: E) -> bool {
    matches!(
        action,
        E::RippleDelete
            | E::Lift
            | E::Duplicate
            | E::MoveEarlier
            | E::MoveLater
            | E::Louder
            | E::Quieter
            | E::Mute
            | E::FadeInLonger
            | E::FadeInShorter
            | E::FadeOutLonger
            | E::FadeOutShorter
    )
}

/// The text under the playhead, with its words.
pub(super) fn words(state: &State, place: Place) -> Option<(Clip, String)> {
    let meant = meant(state, place, 0).filter(|meant| meant.track.kind == Kind::Text)?;
    Some((meant.clip, meant.segment.text.clone().unwrap_or_default()))
}

fn meant(state: &State, place: Place, cols: usize) -> Option<Meant<'_>> {
    let timeline = &state.timeline;
    let draft = timeline.draft()?;
    let (track, index) = timeline.row(place.row?)?;
    let number = match stepping(timeline, &index.label) {
        Some(number) => number,
        None => index.place_under(track, place.playhead)?,
    };
    let first = draft.track(Kind::Video);
    let segment = index.segment(track, number)?;
    Some(Meant {
        clip: Clip { track: index.label.clone(), number: number + 1 },
        track,
        index,
        segment,
        is_main: first.is_some_and(|first| std::ptr::eq(first, track)),
        rate: draft.canvas.rate,
        at: place.playhead,
        last: number + 1,
        end: segment.end(),
        pending: timeline.edits.pending.as_ref().map(|pending| &pending.edit),
        state,
        cols,
    })
}

/// The place of the clip that moves by steps. It may lie elsewhere on the screen than in the film that was
/// polled; keys that were pressed on another one do not come here before it is sent.
fn stepping(timeline: &TimelineState, label: &str) -> Option<usize> {
    let pending = timeline.edits.pending.as_ref().filter(|_| timeline.expected.is_some())?;
    pending.edit.clip().filter(|clip| clip.track == label)?.number.checked_sub(1)
}

impl Meant<'_> {
    fn inside(&self) -> Result<Millis, Refusal> {
        let within = self.segment.start < self.at && self.at < self.segment.end();
        if within { Ok(self.at) } else { Err(Refusal::AtEdge) }
    }

    /// A transition stays whole in the first of the two parts.
    fn split(&self) -> Result<Made, Refusal> {
        let at = self.inside()?;
        let transition = self.segment.transition.as_ref();
        if transition.is_some_and(|transition| at < self.segment.start + transition.duration) {
            return Err(Refusal::InTransition);
        }
        Ok(Made::Edit(Edit::Split { clip: self.clip.clone(), at }))
    }

    fn cut(&self, side: Side) -> Result<Made, Refusal> {
        let at = self.inside()?;
        let left = match side {
            Side::Start => self.segment.end() - at,
            Side::End => at - self.segment.start,
        };
        if left < LEAST {
            return Err(Refusal::TooShort);
        }
        Ok(Made::Edit(Edit::Cut { clip: self.clip.clone(), side, at }))
    }

    fn trim(&self, side: Side, frames: i64) -> Result<Made, Refusal> {
        let so_far = match self.pending {
            Some(Edit::Trim { clip, side: other, frames })
                if *clip == self.clip && *other == side =>
            {
                *frames
            }
            _ => 0,
        };
        let inwards = |frames: i64| if side == Side::Start { frames } else { -frames };
        let end = if side == Side::Start { self.segment.start } else { self.segment.end() };
        // A piece of the main track keeps its start: what is seen to move is always its end.
        let is_start = side == Side::Start && !self.is_main;
        let seen = if is_start { self.segment.start } else { self.segment.end() };
        let later = |frames: i64| if is_start { frames } else { -frames };
        let now = self.by_frames(seen, later(so_far));
        let frames = now.map_or(frames, |now| later(self.snapped([now], later(frames))));
        let total = so_far + frames;
        let to = self.by_frames(end, inwards(total));
        let left = match side {
            Side::Start => self.segment.end() - to.unwrap_or_default(),
            Side::End => to.unwrap_or_default() - self.segment.start,
        };
        if left < LEAST {
            return Err(Refusal::TooShort);
        }
        // The main track's pieces keep their starts; what lies freely ends where the film begins.
        if to.is_none() && !self.is_main {
            return Err(Refusal::NoRoom);
        }
        Ok(Made::Nudge(Edit::Trim { clip: self.clip.clone(), side, frames }))
    }

    fn shift(&self, frames: i64) -> Result<Made, Refusal> {
        let so_far = match self.pending {
            Some(Edit::Shift { clip, frames }) if *clip == self.clip => *frames,
            _ => 0,
        };
        let now = self.by_frames(self.segment.start, so_far).ok_or(Refusal::NoRoom)?;
        let length = self.end - self.segment.start;
        let frames = self.snapped([now, now + length], frames);
        let start = self.by_frames(self.segment.start, so_far + frames).ok_or(Refusal::NoRoom)?;
        if !self.has_room(start) {
            return Err(Refusal::NoRoom);
        }
        Ok(Made::Nudge(self.all(Edit::Shift { clip: self.clip.clone(), frames })))
    }

    /// A step of these edges, or as many frames as the first of them needs to lie on what is ahead.
    fn snapped<const N: usize>(&self, edges: [Millis; N], frames: i64) -> i64 {
        let own = [self.segment.start, self.end];
        let snap = |from| self.state.timeline.snap_step(from, frames, own, self.cols);
        let steps = edges.map(snap).into_iter().filter(|steps| *steps != frames);
        steps.min_by_key(|steps| steps.abs()).unwrap_or(frames)
    }

    /// Pieces of the main track follow each other; they change places.
    fn place(&self, by: isize) -> Result<Made, Refusal> {
        let so_far = match self.pending {
            Some(Edit::Place { clip, place }) if *clip == self.clip => *place,
            _ => self.clip.number,
        };
        let place = so_far.checked_add_signed(by).ok_or(Refusal::NoRoom)?;
        if place == 0 || place + self.last - self.clip.number > self.track.segments.len() {
            return Err(Refusal::NoRoom);
        }
        let edit = self.all(Edit::Place { clip: self.clip.clone(), place });
        Ok(if place == self.clip.number { Made::Back } else { Made::Nudge(edit) })
    }

    fn has_room(&self, start: Millis) -> bool {
        let end = start + (self.end - self.segment.start);
        // Those that are meant go along.
        let stays = |other: &&Segment| other.start < self.segment.start || other.start >= self.end;
        let mut others = self.track.segments.iter().filter(stays);
        others.all(|other| other.end() <= start || end <= other.start)
    }

    fn fade(&self, side: Side, longer: bool) -> Result<Made, Refusal> {
        let is = match side {
            Side::Start => self.segment.fade_in,
            Side::End => self.segment.fade_out,
        };
        let so_far = match self.pending {
            Some(Edit::Fade { clip, side: waiting, length })
                if *clip == self.clip && *waiting == side =>
            {
                *length
            }
            _ => is,
        };
        let length = if longer { so_far + Millis(FADE_STEP) } else { so_far - Millis(FADE_STEP) };
        if length == so_far || !self.is_long_enough(side, length) {
            return Err(Refusal::FadeEnd);
        }
        let edit = self.all(Edit::Fade { clip: self.clip.clone(), side, length });
        Ok(if length == is && self.is_one() { Made::Back } else { Made::Nudge(edit) })
    }

    /// Whether every clip that is meant has room for a fade beside its other one.
    fn is_long_enough(&self, side: Side, length: Millis) -> bool {
        let fits = |clip: &&Segment| {
            let other = if side == Side::Start { clip.fade_out } else { clip.fade_in };
            length + other <= clip.duration
        };
        let is_meant = |clip: &&Segment| self.segment.start <= clip.start && clip.start < self.end;
        self.track.segments.iter().filter(is_meant).all(|clip| fits(&clip))
    }

    const fn is_one(&self) -> bool {
        self.last == self.clip.number
    }

    /// What is said of the first clip, of all that are meant.
    fn all(&self, edit: Edit) -> Edit {
        edit.up_to(self.last)
    }

    fn with_all_chosen(self) -> Self {
        let index = self.index;
        let chosen = self.state.timeline.chosen_on(self.track, index, self.at);
        let Some((first, last)) = chosen.map(|places| (*places.start(), *places.end())) else {
            return self;
        };
        let ends = (index.segment(self.track, first), index.segment(self.track, last));
        let (Some(segment), Some(end)) = ends else { return self };
        let clip = Clip { track: self.clip.track.clone(), number: first + 1 };
        let same = |edit: &&Edit| edit.clip() == Some(&clip) && edit.last() == Some(last + 1);
        let pending = self.pending.filter(same).map(Edit::one);
        Self { clip, segment, last: last + 1, end: end.end(), pending, ..self }
    }

    fn by_frames(&self, time: Millis, frames: i64) -> Option<Millis> {
        let frame = self.rate.frames_nearest(time).0.checked_add_signed(frames)?;
        Some(self.rate.millis_nearest(Frames(frame)))
    }
}

fn extract(timeline: &TimelineState) -> Made {
    let marks = &timeline.marks;
    let end = timeline.duration();
    let (from, to) = match (marks.in_point, marks.out_point) {
        (None, None) => return Made::Refused(Refusal::NoRange),
        (from, to) => (from.unwrap_or_default(), to.unwrap_or(end).min(end)),
    };
    if from < to { Made::Edit(Edit::Extract { from, to }) } else { Made::Refused(Refusal::NoRange) }
}

/// The clip of the track that is nearest to the playhead begins there. Pieces of the main track have
/// an order instead.
fn move_here(timeline: &TimelineState, place: Place) -> Made {
    let refused = |why| Made::Refused(why);
    let row = place.row.and_then(|row| timeline.row(row));
    let Some((track, index)) = row else { return refused(Refusal::NoClip) };
    let at = place.playhead;
    let is_main = timeline
        .draft()
        .and_then(|draft| draft.track(Kind::Video))
        .is_some_and(|first| std::ptr::eq(first, track));
    let Some(number) = index.nearest(track, at) else { return refused(Refusal::NoClip) };
    let clip = Clip { track: index.label.clone(), number: number + 1 };
    let Some(segment) = index.segment(track, number) else { return refused(Refusal::NoClip) };
    if is_main {
        return refused(Refusal::InOrder);
    }
    if segment.start == at {
        return refused(Refusal::There);
    }
    let mut others = track.segments.iter().filter(|other| !std::ptr::eq(*other, segment));
    let end = at + segment.duration;
    let has_room = others.all(|other| other.end() <= at || end <= other.start);
    if has_room { Made::Edit(Edit::MoveTo { clip, at }) } else { refused(Refusal::NoRoom) }
}
