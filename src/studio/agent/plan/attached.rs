//! Words that lie exactly over one piece belong to it: they go where it goes and last as long as it
//! lasts. All others keep their times, which is told where pictures move beneath them.

use rustc_hash::FxHashMap;

use super::super::operation::{MoveTexts, Operation, Remove, main_video, segment};
use super::Note;
use crate::draft::{Draft, Kind, Millis, Segment, SegmentId};

/// Brings words after the pieces that they lay over; those of a piece that is gone go too.
pub fn follow_pieces(before: &Draft, after: &Draft) -> Vec<Operation> {
    let (mut times, mut gone) = (Vec::new(), Vec::new());
    for text in texts(before) {
        let (Some(piece), true) = (piece_under(text, before), is_untouched(text, after)) else {
            continue;
        };
        match piece_after(&piece.id, after) {
            None => gone.push(text.id.clone()),
            Some(now) if is_as_long(now, text) => {}
            Some(now) => times.push((text.id.clone(), now.start, now.duration)),
        }
    }
    let mut operations = Vec::new();
    if !gone.is_empty() {
        operations.push(Operation::Remove(Remove { ids: gone }));
    }
    if !times.is_empty() {
        operations.push(Operation::MoveTexts(MoveTexts { times }));
    }
    operations
}

/// Told where other tracks keep their times while the pictures beneath or before them move. What
/// began before that plays on as it did and is no news, except words, which are meant for a picture.
pub fn others_stay(before: &Draft, after: &Draft) -> Option<Note> {
    let from = first_move(before, after)?;
    let stays = |text: &Segment| {
        text.end() > from && piece_under(text, before).is_none() && is_untouched(text, after)
    };
    let words = texts(before).any(stays);
    let main = before.tracks.iter().position(|track| track.kind == Kind::Video);
    let later = |segment: &Segment| segment.start > from && is_untouched(segment, after);
    let stays = |place: &usize| {
        let track = &before.tracks[*place];
        Some(*place) != main && track.kind != Kind::Text && track.segments.iter().any(later)
    };
    let tracks = (0..before.tracks.len()).filter(stays);
    let tracks: Vec<String> = tracks.map(|place| before.track_label(place)).collect();
    (words || !tracks.is_empty()).then_some(Note::OthersStay { words, tracks })
}

/// The first moment that shows something else; none where pieces were only added or are all gone.
fn first_move(before: &Draft, after: &Draft) -> Option<Millis> {
    if main_video(after).is_empty() {
        return None;
    }
    let there: FxHashMap<&SegmentId, &Segment> =
        main_video(after).iter().rev().map(|piece| (&piece.id, piece)).collect();
    let moved = |piece: &Segment| match there.get(&piece.id) {
        None => Some(piece.start),
        Some(now) if now.start != piece.start => Some(piece.start.min(now.start)),
        Some(now) if now.duration != piece.duration => Some(piece.end().min(now.end())),
        Some(_) => None,
    };
    main_video(before).iter().filter_map(moved).min()
}

fn texts(draft: &Draft) -> impl Iterator<Item = &Segment> {
    let is_text = |(track, _): &(usize, &Segment)| draft.tracks[*track].kind == Kind::Text;
    draft.segments().filter(is_text).map(|(_, segment)| segment)
}

fn piece_under<'a>(text: &Segment, draft: &'a Draft) -> Option<&'a Segment> {
    main_video(draft).iter().find(|piece| is_as_long(piece, text))
}

fn piece_after<'a>(id: &SegmentId, draft: &'a Draft) -> Option<&'a Segment> {
    main_video(draft).iter().find(|piece| piece.id == *id)
}

fn is_as_long(piece: &Segment, text: &Segment) -> bool {
    (piece.start, piece.duration) == (text.start, text.duration)
}

/// Whether words are there still and at the same time: what cuts the whole film cuts them as well.
fn is_untouched(text: &Segment, after: &Draft) -> bool {
    segment(after, &text.id).is_some_and(|now| is_as_long(now, text))
}
