//! A simple edit carried out on a copy of the film, as whoever edits the film is expected to do it.
//!
//! Only what a single clip says is known here; an edit that meets anything unusual (clips out of order, a
//! clip in the way) is left to the one who carries it out.

use std::ops::RangeInclusive;

use crate::draft::{Draft, FrameRate, Frames, Kind, Millis, Segment, SegmentId};
use crate::language::edit::{Clip, Edit, Gap, Side};
use crate::link::MediaItem;

use super::{along, extract, insert, several};

/// The files of the session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Files<'a>(pub(super) &'a [MediaItem]);

impl Files<'_> {
    pub(super) fn named(&self, name: &str) -> Option<&MediaItem> {
        self.0.iter().find(|item| item.filename == name)
    }

    fn item(&self, segment: &Segment) -> Option<&MediaItem> {
        self.named(segment.source.as_deref()?)
    }

    /// Whether it matters which part of its source a segment shows.
    pub(super) fn moves(&self, segment: &Segment) -> bool {
        let is_still = self.item(segment).is_some_and(|item| item.file_type == "image");
        (segment.source.is_some() || segment.generated.is_some()) && !is_still
    }

    /// How long a sound may last from its in point on; none where it has no end.
    pub(super) fn longest(&self, segment: &Segment) -> Option<Millis> {
        let length = self.item(segment)?.duration.filter(|length| *length > 0.0)?;
        let left = Millis::from_secs_rounded(length) - segment.source_in;
        Some(Millis::from_secs_rounded(left.as_secs_f64() / segment.speed))
    }
}

/// What is expected to come of an edit.
pub(super) struct Outcome {
    pub(super) draft: Draft,
    /// The segments that are expected to be otherwise: track and place.
    pub(super) marked: Vec<(usize, usize)>,
    /// The clips that further steps of the same kind mean.
    pub(super) subject: Option<(usize, RangeInclusive<usize>)>,
}

/// No clip is made shorter.
const LEAST: Millis = Millis(100);

/// Carries out an edit on a copy of the film; nothing where it cannot be told what comes of it.
pub(super) fn carry_out(
    edit: &Edit,
    before: &Draft,
    files: Files<'_>,
    copy: impl FnOnce() -> Draft,
) -> Option<Outcome> {
    match edit {
        Edit::Extract { from, to } => {
            let outcome = extract::extract(copy(), *from, *to, files)?;
            return Some(mended(outcome, before, files));
        }
        Edit::Insert { name, at } => {
            let outcome = insert::insert(copy(), name, *at, files)?;
            return Some(mended(outcome, before, files));
        }
        _ => {}
    }
    let clip = edit.clip()?;
    let at = locate(clip, before)?;
    let count = edit.last()?.checked_sub(clip.number)?.checked_add(1)?;
    if count > before.tracks[at.0].segments.len() - at.1 {
        return None;
    }
    let mut work = Work::at(copy(), at, files);
    let (marked, is_step) = match edit {
        Edit::Several { edit, .. } => several::carry_out(&mut work, edit, count)?,
        edit => work.carry_out(edit)?,
    };
    let follows = match edit {
        // No moment of the film shows or sounds otherwise, so nothing follows.
        Edit::Split { .. } => None,
        edit if edit.leaves_gap() => Some(false),
        _ => Some(true),
    };
    let Work { mut draft, track, .. } = work;
    if let (Some(words), true) = (follows, main_of(before) == Some(track)) {
        let places = marked.iter().copied().chain([at.1]);
        along::mend_seams(&mut draft.tracks[track].segments, places);
        bring_along(before, &mut draft, files, words);
    }
    let (first, last) = (marked.first().copied(), marked.last().copied());
    let subject = first.zip(last).filter(|_| is_step).map(|(first, last)| (track, first..=last));
    let marked = marked.into_iter().map(|place| (track, place)).collect();
    Some(Outcome { draft, marked, subject })
}

/// With crossings as long as there is room for them now, and all that goes along.
fn mended(mut outcome: Outcome, before: &Draft, files: Files<'_>) -> Outcome {
    if let Some(main) = main_of(&outcome.draft) {
        let places = outcome.marked.iter().filter(|(track, _)| *track == main);
        // The piece before may be shorter, too, where it was parted.
        let places = places.flat_map(|(_, place)| [place.saturating_sub(1), *place]);
        along::mend_seams(&mut outcome.draft.tracks[main].segments, places);
    }
    bring_along(before, &mut outcome.draft, files, true);
    outcome
}

fn bring_along(before: &Draft, after: &mut Draft, files: Files<'_>, words: bool) {
    if let Some(main) = main_of(before) {
        along::bring(before, after, main, files, words);
    }
}

/// The track that ripples.
pub(super) fn main_of(draft: &Draft) -> Option<usize> {
    draft.tracks.iter().position(|track| track.kind == Kind::Video)
}

fn locate(clip: &Clip, draft: &Draft) -> Option<(usize, usize)> {
    let track = (0..draft.tracks.len()).find(|track| draft.track_label(*track) == clip.track)?;
    let segments = &draft.tracks[track].segments;
    let place = clip.number.checked_sub(1).filter(|place| *place < segments.len())?;
    segments.is_sorted_by_key(|segment| segment.start).then_some((track, place))
}

/// A film that is changed at one clip.
pub(super) struct Work<'a> {
    pub(super) draft: Draft,
    track: usize,
    pub(super) place: usize,
    files: Files<'a>,
}

impl<'a> Work<'a> {
    /// At a clip by its track and place.
    pub(super) const fn at(draft: Draft, (track, place): (usize, usize), files: Files<'a>) -> Self {
        Self { draft, track, place, files }
    }

    /// The places on the track that are otherwise afterwards, and whether further steps mean them.
    pub(super) fn carry_out(&mut self, edit: &Edit) -> Option<(Vec<usize>, bool)> {
        let place = self.place;
        match edit {
            Edit::Split { at, .. } => self.split(*at).map(|()| (vec![place, place + 1], false)),
            Edit::Cut { side, at, .. } => {
                let (start, end) = self.span();
                let (from, to) = if *side == Side::Start { (*at, end) } else { (start, *at) };
                (start < *at && *at < end).then_some(())?;
                self.reach(from, to).map(|()| (vec![place], false))
            }
            Edit::Trim { side, frames, .. } => {
                let (start, end) = self.span();
                let (from, to) = match (side, self.by_frames(start, *frames)) {
                    (Side::Start, Some(from)) => (from, end),
                    (Side::Start, None) => {
                        return self.extend_start(*frames).map(|()| (vec![place], true));
                    }
                    (Side::End, _) => (start, self.by_frames(end, frames.checked_neg()?)?),
                };
                self.reach(from, to).map(|()| (vec![place], true))
            }
            Edit::Shift { .. } => {
                let start = self.start_after(edit)?;
                self.put_at(start).map(|place| (vec![place], true))
            }
            Edit::MoveTo { at, .. } => self.put_at(*at).map(|place| (vec![place], false)),
            Edit::Place { place: number, .. } => {
                self.reorder(1, number.checked_sub(1)?).map(|place| (vec![place], true))
            }
            Edit::Delete { gap, .. } => {
                self.delete(*gap);
                Some((Vec::new(), false))
            }
            Edit::Duplicate { .. } => {
                self.duplicate(1);
                Some((vec![place + 1], false))
            }
            Edit::Volume { percent, .. } => {
                self.clip().volume = Some(f64::from((*percent).min(100)) / 100.0);
                Some((vec![place], true))
            }
            Edit::Fade { side: Side::Start, length, .. } => {
                self.clip().fade_in = *length;
                Some((vec![place], true))
            }
            Edit::Fade { side: Side::End, length, .. } => {
                self.clip().fade_out = *length;
                Some((vec![place], true))
            }
            Edit::Words { words, .. } => {
                self.clip().text = Some(words.clone());
                Some((vec![place], false))
            }
            Edit::Extract { .. }
            | Edit::Insert { .. }
            | Edit::Several { .. }
            | Edit::Undo
            | Edit::Redo
            | Edit::GoBack { .. } => None,
        }
    }

    pub(super) fn segments(&mut self) -> &mut Vec<Segment> {
        &mut self.draft.tracks[self.track].segments
    }

    fn clip(&mut self) -> &mut Segment {
        let place = self.place;
        &mut self.segments()[place]
    }

    fn span(&mut self) -> (Millis, Millis) {
        let clip = self.clip();
        (clip.start, clip.end())
    }

    fn by_frames(&self, time: Millis, frames: i64) -> Option<Millis> {
        let rate: FrameRate = self.draft.canvas.rate;
        let frame = rate.frames_nearest(time).0.checked_add_signed(frames)?;
        Some(rate.millis_nearest(Frames(frame)))
    }

    /// When the clip begins after steps.
    pub(super) fn start_after(&mut self, edit: &Edit) -> Option<Millis> {
        let Edit::Shift { frames, .. } = edit else { return None };
        let (start, _) = self.span();
        self.by_frames(start, *frames)
    }

    pub(super) fn split(&mut self, at: Millis) -> Option<()> {
        let (files, place) = (self.files, self.place);
        let moves = files.moves(self.clip());
        let left = self.clip();
        if at <= left.start || left.end() <= at {
            return None;
        }
        let (mut right, piece, skipped) = (left.clone(), left.piece_length(), at - left.start);
        left.duration = skipped;
        left.fade_out = Millis::ZERO;
        right.id = fresh();
        right.start = at;
        right.duration = right.duration - skipped;
        right.fade_in = Millis::ZERO;
        right.transition = None;
        if moves {
            right.source_in = right.source_after(skipped);
        }
        left.keep_piece(piece);
        right.keep_piece(piece);
        self.segments().insert(place + 1, right);
        Some(())
    }

    /// The clip from one moment to another: on the main track what follows ripples, elsewhere there has to
    /// be room.
    fn reach(&mut self, from: Millis, to: Millis) -> Option<()> {
        if to < from + LEAST {
            return None;
        }
        let (files, place) = (self.files, self.place);
        let moves = files.moves(self.clip());
        let clip = self.clip();
        let at_speed = |time: Millis| Millis::from_secs_rounded(time.as_secs_f64() * clip.speed);
        let (earlier, later) = (at_speed(clip.start - from), at_speed(from - clip.start));
        let (back, on) = if clip.reversed { (later, earlier) } else { (earlier, later) };
        let source_in = if moves { clip.source_in + on - back } else { clip.source_in };
        if main_of(&self.draft) == Some(self.track) {
            let segments = self.segments();
            let gaps = gaps(segments);
            (segments[place].source_in, segments[place].duration) = (source_in, to - from);
            lay(segments, &gaps);
            return Some(());
        }
        let clip = self.clip();
        let piece = clip.piece_length();
        (clip.start, clip.duration, clip.source_in) = (from, to - from, source_in);
        clip.keep_piece(piece);
        self.has_room(place).then_some(())
    }

    /// More of its source before its in point, than there is film before it.
    fn extend_start(&mut self, frames: i64) -> Option<()> {
        if main_of(&self.draft) != Some(self.track) {
            return None;
        }
        let (files, place, length) = (self.files, self.place, self.clip().duration);
        let moves = files.moves(self.clip());
        let longer = self.by_frames(length, frames.checked_neg()?)?;
        let segments = self.segments();
        let gaps = gaps(segments);
        let clip = &mut segments[place];
        let more = Millis::from_secs_rounded((longer - length).as_secs_f64() * clip.speed);
        if moves {
            let earlier = clip.source_in - more;
            clip.source_in = if clip.reversed { clip.source_in + more } else { earlier };
        }
        clip.duration = longer;
        lay(segments, &gaps);
        Some(())
    }

    /// Whether nothing lies over a segment; its neighbours are in order.
    fn has_room(&mut self, place: usize) -> bool {
        let segments = self.segments();
        let (start, end) = (segments[place].start, segments[place].end());
        let before = place.checked_sub(1).and_then(|before| segments.get(before));
        before.is_none_or(|before| before.end() <= start)
            && segments.get(place + 1).is_none_or(|after| end <= after.start)
    }

    fn put_at(&mut self, start: Millis) -> Option<usize> {
        let place = self.place;
        let segments = self.segments();
        let mut moved = segments.remove(place);
        moved.start = start;
        let place = segments.partition_point(|other| other.start <= start);
        segments.insert(place, moved);
        self.has_room(place).then_some(place)
    }

    /// Gaps and transitions stay where they were: they belong to the seams.
    pub(super) fn reorder(&mut self, count: usize, to: usize) -> Option<usize> {
        let place = self.place;
        if main_of(&self.draft) != Some(self.track) {
            return None;
        }
        let segments = self.segments();
        if to >= segments.len() || count > segments.len() - to {
            return None;
        }
        let gaps = gaps(segments);
        let seams: Vec<_> = segments.iter_mut().map(|segment| segment.transition.take()).collect();
        let moved: Vec<Segment> = segments.drain(place..place + count).collect();
        segments.splice(to..to, moved);
        for (segment, transition) in segments.iter_mut().zip(seams) {
            segment.transition = transition;
        }
        lay(segments, &gaps);
        Some(to)
    }

    /// A lane that has become empty keeps its place until the draft comes.
    pub(super) fn delete(&mut self, gap: Gap) {
        let place = self.place;
        let segments = self.segments();
        let gone = segments.remove(place);
        for later in segments.iter_mut().skip(place) {
            if gap == Gap::Close && later.start >= gone.end() {
                later.start = later.start - gone.duration;
            } else if later.start == gone.end() {
                later.transition = None;
            }
        }
    }

    /// A copy of so many clips behind the last of them.
    pub(super) fn duplicate(&mut self, count: usize) {
        let place = self.place;
        let after = place + count;
        let segments = self.segments();
        let mut copies = segments[place..after].to_vec();
        let start = copies[0].start;
        let end = copies.iter().map(Segment::end).max().unwrap_or_default();
        for copy in &mut copies {
            copy.id = fresh();
            copy.start = end + (copy.start - start);
        }
        copies[0].transition = None;
        let room = segments.get(after).map(|next| next.start - end);
        let missing = room.map_or(end - start, |room| (end - start) - room);
        for later in segments.iter_mut().skip(after) {
            later.start += missing;
        }
        segments.splice(after..after, copies);
    }
}

/// The name of a segment that is there only on the screen.
pub(super) fn fresh() -> SegmentId {
    SegmentId::new("@expected")
}

/// The empty time before each segment of a track.
fn gaps(segments: &[Segment]) -> Vec<Millis> {
    let ends = std::iter::once(Millis::ZERO).chain(segments.iter().map(Segment::end));
    segments.iter().zip(ends).map(|(segment, before)| segment.start - before).collect()
}

/// Lays segments one after the other, each after its gap.
fn lay(segments: &mut [Segment], gaps: &[Millis]) {
    let mut end = Millis::ZERO;
    for (segment, gap) in segments.iter_mut().zip(gaps) {
        segment.start = end + *gap;
        end = segment.end();
    }
}
