//! Another file in a piece's place.

use super::super::operation::{Operation, Replace, segment};
use super::super::request::{Reference, Which};
use super::piece::footage;
use super::stage::Stage;
use super::{Note, Plan, Refusal, find};
use crate::draft::{Segment, SegmentId};

/// `replace the logo with new.png`: what shows that file over the picture.
pub fn over_the_picture(name: String, stage: &Stage) -> Result<SegmentId, Refusal> {
    let shows = |segment: &Segment| segment.source.as_ref() == Some(&name);
    let mut found = stage.draft().segments().filter(|(_, segment)| segment.inset.is_some());
    let found = found.find(|(_, segment)| shows(segment)).map(|(_, segment)| segment.id.clone());
    found.ok_or(Refusal::NotInFilm { name })
}

/// The piece lasts as long as before, or as long as the footage put in it reaches, which is said.
pub fn replace(what: &Reference, by: &Reference, stage: &Stage) -> Result<Plan, Refusal> {
    let id = match find::piece(what, stage) {
        Err(Refusal::NotInFilm { name }) => over_the_picture(name, stage)?,
        found => found?,
    };
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
    let name = media.name.clone();
    let notes = short.then_some(Note::ReplacementShorter { name, length: longest });
    let replace = Replace { id, source: media.name.clone(), duration };
    Ok(Plan { operations: vec![Operation::Replace(replace)], notes: notes.into_iter().collect() })
}
