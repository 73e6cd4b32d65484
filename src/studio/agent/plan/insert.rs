//! A file into the film at a moment that was said exactly.

use super::super::operation::{LaySound, LayVideo, Operation, Split, main_video};
use super::super::request::Reference;
use super::piece::{STILL, footage, is_still, segment_of};
use super::stage::Stage;
use super::{Plan, Refusal, find};
use crate::api::wire::MediaKind;
use crate::draft::{Millis, Segment, landing};
use crate::studio::media::Media;

/// Pictures go between the pieces of the main track, or part the one that lies there; sound goes
/// beside what is heard then, as far as there are pictures.
pub fn insert(name: &str, at: Millis, stage: &mut Stage) -> Result<Plan, Refusal> {
    let media = stage.media();
    let file = media.iter().find(|media| media.name == name);
    let file = file.ok_or_else(|| find::no_such_file(name, media))?;
    let operations = match file.kind {
        MediaKind::Audio => vec![lay_sound(file, at, stage)?],
        MediaKind::Video | MediaKind::Image => {
            let length = footage(file).unwrap_or(STILL);
            lay_picture(file, length, at, stage)
        }
        MediaKind::Subtitles => return Err(Refusal::NotAPicture { name: file.name.clone() }),
    };
    Ok(operations.into())
}

/// A file at a moment of the film, for so long if said.
pub fn insert_for(
    what: &Reference,
    at: Millis,
    length: Option<Millis>,
    stage: &mut Stage,
) -> Result<Plan, Refusal> {
    let media = stage.media();
    let files = find::files(std::slice::from_ref(what), stage)?;
    let file = files.first().and_then(|file| media.get(*file)).ok_or(Refusal::NoMedia)?;
    let film = stage.length();
    if film.is_zero() {
        return Err(Refusal::NoFilm);
    }
    if at > film {
        return Err(Refusal::BeyondEnd { what: None, length: film });
    }
    let longest = footage(file);
    let length = length.or(longest).unwrap_or(STILL);
    if let Some(longest) = longest.filter(|longest| *longest < length) {
        return Err(Refusal::CannotStretch { what: Some(file.name.clone()), longest });
    }
    Ok(lay_picture(file, length, at, stage).into())
}

fn lay_picture(file: &Media, length: Millis, at: Millis, stage: &mut Stage) -> Vec<Operation> {
    let segment = segment_of(file, stage.fresh_id(), length);
    lay_at(segment, at, stage)
}

/// Between the pieces of the main track, or into the one that lies there, which is parted.
pub fn lay_at(segment: Segment, at: Millis, stage: &mut Stage) -> Vec<Operation> {
    let at = landing(stage.draft(), at);
    let pieces = main_video(stage.draft());
    let before = pieces.iter().filter(|piece| piece.start < at).count();
    let parted = pieces.iter().find(|piece| piece.start < at && at < piece.end());
    let parted = parted.map(|piece| {
        let has_moments = piece.source.is_some() || piece.generated.is_some();
        (piece.id.clone(), has_moments && !is_still(piece, stage.media()))
    });
    let mut operations = Vec::new();
    if let Some((id, moves)) = parted {
        operations.push(Operation::Split(Split { id, at, moves, fresh: stage.fresh_id() }));
    }
    operations.push(Operation::LayVideo(LayVideo { at: before, segments: vec![segment] }));
    operations
}

fn lay_sound(file: &Media, at: Millis, stage: &mut Stage) -> Result<Operation, Refusal> {
    let length = file.duration.filter(|length| !length.is_zero()).unwrap_or(STILL);
    let film = stage.length();
    if !film.is_zero() && at >= film {
        return Err(Refusal::BeyondEnd { what: None, length: film });
    }
    let room = if film.is_zero() { length } else { film - at };
    let mut segment = segment_of(file, stage.fresh_id(), length.min(room));
    segment.start = at;
    Ok(Operation::LaySound(LaySound { segment: Box::new(segment) }))
}
