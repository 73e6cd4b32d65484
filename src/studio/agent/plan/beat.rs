//! Every cut on a beat: pieces become a little longer or shorter, the film stays as long as it is.
//!
//! The beats are those of music made here, whose score is known; of a file nobody has told them.

use super::super::operation::{Operation, Retime, main_video, music};
use super::piece::{LEAST, longest};
use super::stage::Stage;
use super::{Plan, Refusal};
use crate::draft::{Generated, Millis, Segment};
use crate::studio::music::{Brief, beats};

/// Moves every cut to the nearest beat that both of its pieces can reach.
pub fn cut(stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = main_video(stage.draft());
    if pieces.is_empty() {
        return Err(Refusal::NoFilm);
    }
    let beats = known_beats(stage)?;
    let film = pieces.last().map(Segment::end).unwrap_or_default();
    let mut lengths = Vec::new();
    let mut start = pieces.first().map(|piece| piece.start).unwrap_or_default();
    for (piece, next) in pieces.iter().zip(pieces.iter().skip(1)) {
        let most = longest(piece, stage.media()).map_or(film, |longest| start + longest);
        // The last piece takes what is left, so its cut must not come too early for it.
        let is_last = next.end() == film;
        let need = longest(next, stage.media()).filter(|_| is_last);
        let least = need.map_or(Millis::ZERO, |longest| film - longest).max(start + LEAST);
        let fits = |beat: &&Millis| least <= **beat && **beat <= most && **beat + LEAST <= film;
        let nearest = beats.iter().filter(fits).min_by_key(|beat| beat.abs_diff(piece.end()));
        let end = nearest.copied().unwrap_or_else(|| piece.end().max(start + LEAST));
        lengths.push((piece.id.clone(), end - start));
        start = end;
    }
    if let Some(last) = pieces.last() {
        lengths.push((last.id.clone(), (film - start).max(LEAST)));
    }
    let was = |id: &crate::draft::SegmentId| {
        pieces.iter().find(|piece| piece.id == *id).map(|piece| piece.duration)
    };
    lengths.retain(|(id, length)| was(id) != Some(*length));
    if lengths.is_empty() {
        return Ok(Plan::default());
    }
    Ok(vec![Operation::Retime(Retime { lengths })].into())
}

/// The beats of the music, as moments of the film.
fn known_beats(stage: &Stage) -> Result<Vec<Millis>, Refusal> {
    let pieces = music(stage.draft());
    if pieces.is_empty() {
        return Err(Refusal::NoMusic);
    }
    let made = pieces.iter().find_map(|piece| {
        let Some(Generated::Music { mood, seed, tempo, .. }) = &piece.generated else {
            return None;
        };
        Some((*piece, *mood, *seed, *tempo))
    });
    let (piece, mood, seed, tempo) = made.ok_or(Refusal::UnknownBeats)?;
    let brief = Brief { mood, seed, tempo, length: piece.piece_length() };
    let heard = beats(&brief).into_iter().filter(|beat| *beat >= piece.source_in);
    Ok(heard.map(|beat| piece.start + (beat - piece.source_in)).collect())
}
