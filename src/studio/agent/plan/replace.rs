//! Another file in a piece's place.

use super::super::operation::{Operation, Replace, segment};
use super::super::request::{Reference, Which};
use super::piece::footage;
use super::stage::Stage;
use super::{Note, Plan, Refusal, find};

/// The piece lasts as long as before, or as long as the footage put in it reaches, which is said.
pub fn replace(what: &Reference, by: &Reference, stage: &Stage) -> Result<Plan, Refusal> {
    let id = find::piece(what, stage)?;
    let found = match &by.which {
        Which::Like(files) => find::one_file(files, stage)?,
        _ => find::files(std::slice::from_ref(by), stage)?,
    };
    let [file] = found[..] else { return Err(Refusal::WhichFile { among: Vec::new() }) };
    let (Some(media), Some(piece)) = (stage.media().get(file), segment(stage.draft(), &id)) else {
        return Err(Refusal::NoFilm);
    };
    if piece.source.as_ref() == Some(&media.name) {
        return Ok(Plan::default());
    }
    let longest = footage(media).unwrap_or(piece.duration);
    let duration = piece.duration.min(longest);
    let short = duration < piece.duration;
    let notes = short.then_some(Note::ClipsTooShort { count: 1, asked: piece.duration });
    let replace = Replace { id, source: media.name.clone(), duration };
    Ok(Plan { operations: vec![Operation::Replace(replace)], notes: notes.into_iter().collect() })
}
