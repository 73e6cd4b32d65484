//! What follows from a change of the main track: fitting transitions, words over the pieces
//! that they belong to, music as long as the film, and nothing beyond its end.

use super::super::operation::{Operation, Property, Remove, Set, main_video, music};
use super::attached::follow_pieces;
use super::piece::longest;
use super::seams::mend;
use super::sound::{fade_out_of, footage_of};
use super::stage::{Stage, film_length};
use crate::draft::{Draft, Kind, Millis, Segment};

/// What becomes of words that lie exactly over a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// They go where it goes.
    Follow,
    /// They stay, as what lies beside a gap that was left on purpose.
    Stay,
}

/// The operations that bring the rest of the film after its main track.
pub fn follow(before: &Draft, stage: &Stage, words: Words) -> Vec<Operation> {
    if main_video(before) == main_video(stage.draft()) {
        return Vec::new();
    }
    let (mut operations, mut after) = mended(before, stage);
    let (was, now) = (film_length(before), after.length());
    if main_video(after.draft()).is_empty() {
        operations.extend(all_gone(after.draft()));
        return operations;
    }
    let moved = match words {
        Words::Follow => follow_pieces(before, after.draft()),
        Words::Stay => Vec::new(),
    };
    if after.apply(&moved).is_ok() {
        operations.extend(moved);
    }
    if was == now || main_video(before).is_empty() {
        return operations;
    }
    // What plays a later part of the music goes first, so that the ending comes to what is left.
    operations.extend(cut_at_end(after.draft(), was, now));
    operations.extend(music_follows(&after, was, now));
    operations.extend(insets_follow(&after, was, now));
    operations
}

/// Shorter pieces may want shorter transitions again; each round only shortens, so few are needed.
fn mended<'a>(before: &Draft, stage: &Stage<'a>) -> (Vec<Operation>, Stage<'a>) {
    const ROUNDS: usize = 4;
    let (mut operations, mut after) = (Vec::new(), stage.clone());
    for _ in 0..ROUNDS {
        let round = mend(before, after.draft(), after.media());
        if round.is_empty() {
            break;
        }
        let mut next = after.clone();
        if next.apply(&round).is_err() {
            break;
        }
        after = next;
        operations.extend(round);
    }
    (operations, after)
}

/// Without pictures there is no film for sound and words to belong to.
fn all_gone(draft: &Draft) -> Option<Operation> {
    let ids: Vec<_> = draft.segments().map(|(_, segment)| segment.id.clone()).collect();
    (!ids.is_empty()).then_some(Operation::Remove(Remove { ids }))
}

/// Music that lasted to the film's end does so again, as far as a file reaches.
fn music_follows(stage: &Stage, was: Millis, now: Millis) -> Vec<Operation> {
    let mut operations = Vec::new();
    for segment in music(stage.draft()) {
        let longest = footage_of(segment, stage.media());
        let room = |film: Millis| {
            longest.map_or(film - segment.start, |longest| longest.min(film - segment.start))
        };
        // Extraction may have cut a file's sound with the film already.
        let followed = segment.duration == room(was) || segment.end() == now;
        let length = room(now);
        let sticks_out = now < segment.end() && segment.end() <= was.max(now);
        let fits = length == segment.duration && segment.source_out() == segment.piece_length();
        if !(followed || sticks_out) || fits || length.is_zero() {
            continue;
        }
        if segment.fade_out == fade_out_of(segment.duration) {
            operations.push(set(segment, Property::FadeOut(fade_out_of(length))));
        }
        operations.push(set(segment, Property::Duration(length)));
    }
    operations
}

/// What lay over the picture to the film's end does so again, as far as a clip reaches.
fn insets_follow(stage: &Stage, was: Millis, now: Millis) -> Vec<Operation> {
    let all = stage.draft().segments().map(|(_, segment)| segment);
    let to_the_end = all.filter(|segment| segment.inset.is_some() && segment.end() == was);
    let longer = to_the_end.filter_map(|segment| {
        let room = now.0.checked_sub(segment.start.0).map(Millis)?;
        let length = longest(segment, stage.media()).map_or(room, |longest| longest.min(room));
        let grows = length > segment.duration;
        grows.then(|| set(segment, Property::Duration(length)))
    });
    longer.collect()
}

/// Sound and words do not outlast the pictures. Only what ended with or before the film did so on
/// purpose; what reached beyond it before is left alone.
fn cut_at_end(draft: &Draft, was: Millis, now: Millis) -> Vec<Operation> {
    let mut operations = Vec::new();
    let mut gone = Vec::new();
    let followed = music(draft);
    for (track, segment) in draft.segments() {
        let is_main = draft.tracks[track].kind == Kind::Video && segment.inset.is_none();
        let is_music = followed.iter().any(|music| music.id == segment.id) && segment.start < now;
        if is_main || is_music || segment.end() <= now || segment.end() > was.max(now) {
            continue;
        }
        if segment.start >= now {
            gone.push(segment.id.clone());
        } else {
            operations.push(set(segment, Property::Duration(now - segment.start)));
        }
    }
    if !gone.is_empty() {
        operations.push(Operation::Remove(Remove { ids: gone }));
    }
    operations
}

fn set(segment: &Segment, property: Property) -> Operation {
    Operation::Set(Set { id: segment.id.clone(), property })
}
