//! What must be true of the draft that follows an edit, as single facts that can be looked up in it.

use crate::draft::{Draft, FrameRate, Frames, Millis, Segment, changes, segment_label, uses};
use crate::language::edit::{Clip, Edit, Gap, Side};

use super::several;

/// Something that can be read off a draft.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// A track has so many clips.
    Count {
        /// Which track.
        track: String,
        /// How many.
        count: usize,
    },
    /// A clip begins then.
    Starts(Clip, Millis),
    /// A clip lasts so long.
    Lasts(Clip, Millis),
    /// Some clip of the track begins then and lasts so long.
    Lies {
        /// Which track.
        track: String,
        /// When it begins.
        at: Millis,
        /// How long it lasts.
        length: Millis,
    },
    /// A file is used once more than before, from then on.
    Placed {
        /// Which file.
        name: String,
        /// When it begins.
        at: Millis,
        /// How often it was used before.
        before: usize,
    },
    /// A clip is called so.
    Shows(Clip, String),
    /// A clip is so loud, in percent.
    Volume(Clip, u32),
    /// A clip rises, or falls, for so long.
    Fade(Clip, Side, Millis),
    /// A text says this.
    Says(Clip, String),
    /// The film lasts so long.
    Film(Millis),
    /// The film is an older one.
    Same,
    /// The film is the one that was there before the last change.
    Undone,
    /// The film is the one that was there before it was undone.
    Redone,
}

/// The facts that an edit of this film must bring about.
pub(super) fn facts(edit: &Edit, before: &Draft) -> Vec<Fact> {
    match edit {
        Edit::GoBack { .. } => return vec![Fact::Same],
        Edit::Undo => return vec![Fact::Undone],
        Edit::Redo => return vec![Fact::Redone],
        _ => {}
    }
    if let Edit::Extract { from, to } = edit {
        let length = before.duration();
        return vec![Fact::Film(length - ((*to).min(length) - *from))];
    }
    if let Edit::Insert { name, at } = edit {
        let before = uses(before, name).count();
        return vec![Fact::Placed { name: name.clone(), at: *at, before }];
    }
    if let Edit::Several { edit, last } = edit {
        return several::facts(edit, *last, before);
    }
    let Some(clip) = edit.clip() else { return Vec::new() };
    let Some(was) = find(before, clip) else { return Vec::new() };
    let track = &clip.track;
    let count = clips(before, track).len();
    let all = |count| Fact::Count { track: track.clone(), count };
    let next = |by: usize| Clip { track: track.clone(), number: clip.number + by };
    match edit {
        Edit::Split { at, .. } => {
            vec![
                all(count + 1),
                Fact::Lasts(clip.clone(), *at - was.start),
                Fact::Starts(next(1), *at),
            ]
        }
        Edit::Cut { side: Side::Start, at, .. } => {
            vec![all(count), Fact::Lasts(clip.clone(), was.end() - *at)]
        }
        Edit::Cut { side: Side::End, at, .. } => {
            vec![all(count), Fact::Lasts(clip.clone(), *at - was.start)]
        }
        Edit::Trim { frames, .. } => {
            let length = by_frames(was.duration, -frames, before.canvas.rate);
            vec![all(count), Fact::Lasts(clip.clone(), length)]
        }
        Edit::Shift { frames, .. } => {
            vec![Fact::Starts(clip.clone(), by_frames(was.start, *frames, before.canvas.rate))]
        }
        Edit::MoveTo { at, .. } => {
            vec![Fact::Lies { track: track.clone(), at: *at, length: was.duration }]
        }
        Edit::Place { place, .. } => {
            vec![Fact::Shows(Clip { track: track.clone(), number: *place }, segment_label(was))]
        }
        Edit::Delete { gap, .. } => {
            let follows = find(before, &next(1)).map(|next| follows(was, next, *gap));
            let starts = follows.map(|at| Fact::Starts(clip.clone(), at));
            [Some(all(count - 1)), starts].into_iter().flatten().collect()
        }
        Edit::Duplicate { .. } => vec![
            all(count + 1),
            Fact::Starts(next(1), was.end()),
            Fact::Lasts(next(1), was.duration),
        ],
        Edit::Volume { percent, .. } => vec![Fact::Volume(clip.clone(), *percent)],
        Edit::Fade { side, length, .. } => vec![Fact::Fade(clip.clone(), *side, *length)],
        Edit::Words { words, .. } => vec![Fact::Says(clip.clone(), words.clone())],
        Edit::Insert { .. }
        | Edit::Extract { .. }
        | Edit::Several { .. }
        | Edit::Undo
        | Edit::Redo
        | Edit::GoBack { .. } => Vec::new(),
    }
}

/// When the clip after one that goes begins then.
fn follows(gone: &Segment, next: &Segment, gap: Gap) -> Millis {
    match gap {
        Gap::Close => next.start - gone.duration,
        Gap::Leave => next.start,
    }
}

/// Whether a fact can be read off a draft. Times may be a frame off: not everybody counts in
/// milliseconds.
pub(super) fn holds(fact: &Fact, after: &Draft, wanted: Option<&Draft>) -> bool {
    let frame = after.canvas.rate.millis_nearest(Frames(1)) + Millis(1);
    let near = |one: Millis, other: Millis| one.abs_diff(other) <= frame;
    match fact {
        Fact::Count { track, count } => clips(after, track).len() == *count,
        Fact::Starts(clip, at) => find(after, clip).is_some_and(|found| near(found.start, *at)),
        Fact::Lasts(clip, length) => {
            find(after, clip).is_some_and(|found| near(found.duration, *length))
        }
        Fact::Lies { track, at, length } => clips(after, track)
            .iter()
            .any(|found| near(found.start, *at) && near(found.duration, *length)),
        Fact::Placed { name, at, before } => {
            uses(after, name).any(|found| near(found.start, *at))
                && uses(after, name).count() > *before
        }
        Fact::Shows(clip, label) => {
            find(after, clip).is_some_and(|found| segment_label(found) == *label)
        }
        Fact::Volume(clip, percent) => find(after, clip).is_some_and(|found| {
            let lane = lane(after, &clip.track).and_then(|track| track.volume);
            let volume = found.volume.or(lane).unwrap_or(1.0);
            (volume * 100.0 - f64::from(*percent)).abs() < 1.0
        }),
        Fact::Fade(clip, side, length) => find(after, clip).is_some_and(|found| {
            near(if *side == Side::Start { found.fade_in } else { found.fade_out }, *length)
        }),
        Fact::Says(clip, words) => {
            find(after, clip).is_some_and(|found| found.text.as_ref() == Some(words))
        }
        Fact::Film(length) => near(after.duration(), *length),
        Fact::Same | Fact::Undone | Fact::Redone => {
            wanted.is_none_or(|wanted| changes(wanted, after).is_empty())
        }
    }
}

/// What the draft has in place of the fact, for the words that say so.
pub(super) fn instead(fact: &Fact, after: &Draft) -> Option<String> {
    match fact {
        Fact::Count { track, .. } => Some(clips(after, track).len().to_string()),
        Fact::Starts(clip, _) => find(after, clip).map(|found| found.start.to_string()),
        Fact::Lasts(clip, _) => find(after, clip).map(|found| found.duration.to_string()),
        Fact::Film(_) => Some(after.duration().to_string()),
        _ => None,
    }
}

fn lane<'a>(draft: &'a Draft, label: &str) -> Option<&'a crate::draft::Track> {
    (0..draft.tracks.len())
        .find(|place| draft.track_label(*place) == label)
        .map(|place| &draft.tracks[place])
}

pub(super) fn clips<'a>(draft: &'a Draft, label: &str) -> Vec<&'a Segment> {
    let mut found: Vec<&Segment> =
        lane(draft, label).map_or(Vec::new(), |track| track.segments.iter().collect());
    found.sort_by_key(|segment| segment.start);
    found
}

pub(super) fn find<'a>(draft: &'a Draft, clip: &Clip) -> Option<&'a Segment> {
    clips(draft, &clip.track).get(clip.number.checked_sub(1)?).copied()
}

pub(super) fn by_frames(time: Millis, frames: i64, rate: FrameRate) -> Millis {
    let frame = rate.frames_nearest(time).0.saturating_add_signed(frames);
    rate.millis_nearest(Frames(frame))
}
