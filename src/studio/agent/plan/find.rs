//! References into the pieces and files that they name.

use super::super::operation::main_video;
use super::super::request::{Pieces, Reference, Which};
use super::stage::{Numbered, Stage};
use super::{Refusal, piece};
use crate::api::wire::MediaKind;
use crate::draft::SegmentId;
use crate::studio::media::Media;

/// The pieces of the film that references name, each once, in the order in which they were named.
pub fn pieces(named: &[Reference], stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return Err(Refusal::NoFilm);
    }
    let mut found: Vec<SegmentId> = Vec::new();
    for reference in named {
        for id in pieces_of(reference, stage)? {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    Ok(found)
}

/// The one piece of the film that a reference names.
pub fn piece(reference: &Reference, stage: &Stage) -> Result<SegmentId, Refusal> {
    let mut found = pieces(std::slice::from_ref(reference), stage)?;
    match (found.pop(), found.len()) {
        (Some(id), 0) => Ok(id),
        (_, more) => Err(Refusal::WhichPiece { have: more + 1 }),
    }
}

fn pieces_of(reference: &Reference, stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    let is_there =
        |id: &SegmentId| main_video(stage.draft()).iter().any(|segment| segment.id == *id);
    if let Which::Named(file) = reference.which {
        let name = stage.media().get(file).map(|media| media.name.clone()).unwrap_or_default();
        let shows = main_video(stage.draft())
            .iter()
            .filter(|segment| segment.source.as_ref() == Some(&name));
        let found: Vec<SegmentId> = shows.map(|segment| segment.id.clone()).collect();
        return if found.is_empty() { Err(Refusal::NotInFilm { name }) } else { Ok(found) };
    }
    let all = numbered(reference, stage.numbering());
    let chosen = choose(reference, &all, stage.media())?;
    Ok(chosen.into_iter().filter(is_there).collect())
}

/// The pieces among which a reference counts. `Clips` are footage when all of them are meant and
/// there is footage; counted by number they are all pieces, as the timeline shows them.
fn numbered(reference: &Reference, numbering: &[Numbered]) -> Vec<SegmentId> {
    let has_footage = numbering.iter().any(|piece| !piece.is_still);
    let all_of_kind = matches!(reference.which, Which::All | Which::Count(_));
    let counts = |piece: &&Numbered| match reference.pieces {
        Pieces::Any => true,
        Pieces::Pictures => piece.is_still,
        Pieces::Footage => !piece.is_still,
        Pieces::Clips => !(all_of_kind && has_footage && piece.is_still),
    };
    numbering.iter().filter(counts).map(|piece| piece.id.clone()).collect()
}

/// The files that references name, for a film to be made of: pictures and clips only.
pub fn files(named: &[Reference], media: &[Media]) -> Result<Vec<usize>, Refusal> {
    if !media.iter().any(is_visual) {
        return Err(Refusal::NoMedia);
    }
    let mut found = Vec::new();
    for reference in named {
        for file in files_of(reference, media)? {
            if !found.contains(&file) {
                found.push(file);
            }
        }
    }
    Ok(found)
}

/// Every picture and clip of the session.
pub fn every_file(media: &[Media]) -> Result<Vec<usize>, Refusal> {
    files(&[Reference { pieces: Pieces::Any, which: Which::All }], media)
}

fn files_of(reference: &Reference, media: &[Media]) -> Result<Vec<usize>, Refusal> {
    if let Which::Named(file) = reference.which {
        return Ok(vec![file]);
    }
    let has_footage = media.iter().any(|media| media.kind == MediaKind::Video);
    let all_of_kind =
        matches!(reference.which, Which::All | Which::Count(_) | Which::First(_) | Which::Last(_));
    let counts = |media: &Media| match reference.pieces {
        Pieces::Any => is_visual(media),
        Pieces::Pictures => piece::is_still_file(media),
        Pieces::Footage => media.kind == MediaKind::Video,
        Pieces::Clips => {
            is_visual(media) && (!(all_of_kind && has_footage) || media.kind == MediaKind::Video)
        }
    };
    let all: Vec<usize> = (0..media.len()).filter(|place| counts(&media[*place])).collect();
    choose(reference, &all, media)
}

fn is_visual(media: &Media) -> bool {
    media.kind != MediaKind::Audio
}

/// Which of a list a reference means.
fn choose<T: Clone>(reference: &Reference, all: &[T], media: &[Media]) -> Result<Vec<T>, Refusal> {
    let (have, pieces) = (all.len(), reference.pieces);
    let enough = |asked: usize| {
        if asked <= have { Ok(asked) } else { Err(Refusal::TooFew { asked, have, pieces }) }
    };
    match &reference.which {
        Which::All if all.is_empty() => Err(Refusal::NoneOfKind(pieces)),
        Which::All => Ok(all.to_vec()),
        Which::Only if have == 1 => Ok(all.to_vec()),
        Which::Only if have == 0 => Err(Refusal::NoneOfKind(pieces)),
        Which::Only => Err(Refusal::WhichPiece { have }),
        Which::First(count) | Which::Count(count) => {
            enough(*count).map(|count| all[..count].to_vec())
        }
        Which::Last(count) => enough(*count).map(|count| all[have - count..].to_vec()),
        Which::Nth(number) => {
            let place =
                nth(*number, have).ok_or(Refusal::NoSuchPiece { asked: *number, have, pieces })?;
            Ok(vec![all[place].clone()])
        }
        Which::Missing(name) => Err(no_such_file(name, media)),
        Which::Named(_) => Ok(Vec::new()),
    }
}

/// The place of a number that counts from 1, or from the end where negative.
pub fn nth(number: i32, have: usize) -> Option<usize> {
    let from_start = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let from_end = usize::try_from(-i64::from(number)).ok().filter(|back| *back > 0);
    let place = from_start.or_else(|| from_end.and_then(|back| have.checked_sub(back)))?;
    (place < have).then_some(place)
}

/// A name that no file has, with the one most like it.
pub fn no_such_file(name: &str, media: &[Media]) -> Refusal {
    let likeness = |media: &&Media| {
        let (one, other) = (media.name.to_lowercase(), name.to_lowercase());
        one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
    };
    let nearest = media.iter().max_by_key(likeness).filter(|media| likeness(media) >= 3);
    Refusal::NoSuchFile { name: name.to_owned(), nearest: nearest.map(|media| media.name.clone()) }
}
