//! What goes along with a change of the main track: words that lie exactly over a piece, music that lasts
//! as long as the film, and nothing that would outlast the pictures.

use std::collections::HashMap;

use crate::draft::{Draft, Generated, Kind, Millis, Segment, SegmentId};

use super::change::Files;

/// Brings the rest of the film after its main track. `words` says whether words go with their piece.
pub(super) fn bring(before: &Draft, after: &mut Draft, main: usize, files: Files<'_>, words: bool) {
    let (was, now) = (before.tracks[main].end(), after.tracks[main].end());
    if words {
        words_follow(before, after, main);
    }
    if was == now || after.tracks[main].segments.is_empty() {
        return;
    }
    let others = after.tracks.iter_mut().enumerate().filter(|(number, _)| *number != main);
    for (_, track) in others {
        let is_sound = track.kind == Kind::Audio;
        track.segments.retain_mut(|segment| {
            if is_sound && segment.end() == was {
                segment.duration = as_long_as(segment, now, files);
            } else if segment.end() > now && segment.end() <= was {
                segment.duration = now - segment.start;
            }
            !segment.duration.is_zero()
        });
    }
}

/// Sound that lasted to the film's end does so again, as far as its file reaches.
fn as_long_as(segment: &Segment, film: Millis, files: Files<'_>) -> Millis {
    let room = film - segment.start;
    match segment.generated {
        Some(Generated::Music { .. }) => room,
        _ => files.longest(segment).map_or(room, |longest| longest.min(room)),
    }
}

/// A crossing takes no more than a third of the shorter of its two pieces, and the first piece has none. Looked at
/// are the seams on both sides of what is otherwise.
pub(super) fn mend_seams(segments: &mut [Segment], touched: impl Iterator<Item = usize>) {
    if let Some(first) = segments.first_mut() {
        first.transition = None;
    }
    for seam in touched.flat_map(|place| [place, place + 1]).filter(|seam| *seam > 0) {
        let Some([one, other]) = segments.get_mut(seam - 1..=seam) else { continue };
        let longest = Millis(one.duration.min(other.duration).0 / 3);
        if let Some(transition) = &mut other.transition {
            transition.duration = transition.duration.min(longest);
        }
    }
}

fn words_follow(before: &Draft, after: &mut Draft, main: usize) {
    let pieces = &before.tracks[main].segments;
    let piece_under = |text: &Segment| {
        let place = pieces.partition_point(|piece| piece.start < text.start);
        pieces.get(place).filter(|piece| is_as_long(piece, text)).map(|piece| &piece.id)
    };
    let is_text = |track: &usize| before.tracks[*track].kind == Kind::Text;
    let texts: Vec<usize> = (0..before.tracks.len()).filter(is_text).collect();
    let with_piece: HashMap<&SegmentId, &SegmentId> = texts
        .iter()
        .flat_map(|track| &before.tracks[*track].segments)
        .filter_map(|text| Some((&text.id, piece_under(text)?)))
        .collect();
    if with_piece.is_empty() {
        return;
    }
    let there: HashMap<SegmentId, (Millis, Millis)> = after.tracks[main]
        .segments
        .iter()
        .map(|piece| (piece.id.clone(), (piece.start, piece.duration)))
        .collect();
    for track in texts {
        let segments = &mut after.tracks[track].segments;
        segments.retain_mut(|text| {
            let Some(piece) = with_piece.get(&text.id) else { return true };
            let Some((start, duration)) = there.get(*piece) else { return false };
            (text.start, text.duration) = (*start, *duration);
            true
        });
        segments.sort_by_key(|text| text.start);
    }
}

fn is_as_long(piece: &Segment, text: &Segment) -> bool {
    (piece.start, piece.duration) == (text.start, text.duration)
}
