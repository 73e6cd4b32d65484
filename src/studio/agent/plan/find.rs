//! References into the pieces and files that they name.

use rustc_hash::FxHashSet;

use super::super::operation::{main_video, segment};
use super::super::request::{Pieces, Reference, Which};
use super::super::talk::Meant;
use super::stage::{Numbered, Stage};
use super::{Refusal, piece};
use crate::api::wire::MediaKind;
use crate::draft::{Segment, SegmentId};
use crate::studio::media::Media;

/// The pieces of the film that references name, each once, in the order in which they were named.
pub fn pieces(named: &[Reference], stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return Err(Refusal::NoFilm);
    }
    let mut seen = FxHashSet::default();
    let mut found: Vec<SegmentId> = Vec::new();
    for reference in named {
        found.extend(pieces_of(reference, stage)?.into_iter().filter(|id| seen.insert(id.clone())));
    }
    Ok(found)
}

/// The one piece of the film that a reference names.
pub fn piece(reference: &Reference, stage: &Stage) -> Result<SegmentId, Refusal> {
    let mut found = pieces(std::slice::from_ref(reference), stage)?;
    match (found.pop(), found.len()) {
        (Some(id), 0) => Ok(id),
        (last, _) => one_of(found.into_iter().chain(last).collect(), stage),
    }
}

/// The one that was chosen when it was asked which is meant; else it is to be asked.
fn one_of(among: Vec<SegmentId>, stage: &Stage) -> Result<SegmentId, Refusal> {
    match stage.meant() {
        Some(Meant::Piece(chosen)) if among.iter().any(|id| id.as_str() == chosen) => {
            Ok(SegmentId::new(chosen.clone()))
        }
        _ => Err(Refusal::WhichPiece { among }),
    }
}

fn pieces_of(reference: &Reference, stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    match &reference.which {
        Which::Named(file) => return showing(&[*file], stage),
        Which::Like(files) => return showing_one_of(files, stage),
        _ => {}
    }
    // "Split the bikes, then all of it in black and white": both halves.
    let all = match &reference.which {
        Which::All | Which::AllBut(_) => numbered(reference, &stage.numbered_now()),
        _ => numbered(reference, stage.numbering()),
    };
    let chosen = match &reference.which {
        Which::AllBut(out) => all_but(&all, out, stage)?,
        Which::OneBut(out) => match &all_but(&all, out, stage)?[..] {
            [other] if !out.is_empty() => vec![other.clone()],
            several => vec![one_of(several.to_vec(), stage)?],
        },
        Which::Known(ids) => ids.clone(),
        Which::Half { later, of } => vec![half(*later, *of, &all, stage)?],
        Which::It if all.len() == 1 => all,
        Which::It | Which::Rest if all.is_empty() => {
            return Err(Refusal::NoneOfKind(reference.pieces));
        }
        Which::It | Which::Rest => vec![one_of(all, stage)?],
        Which::Only if all.len() > 1 => vec![one_of(all, stage)?],
        Which::Exactly(count) if all.len() > *count => vec![one_of(all, stage)?],
        Which::Middle if all.len() > 1 && all.len().is_multiple_of(2) => {
            let half = all.len() / 2;
            vec![one_of(all[half - 1..=half].to_vec(), stage)?]
        }
        _ => choose(reference, &all, stage.media()).map_err(|refusal| with_last(refusal, stage))?,
    };
    let there: FxHashSet<&SegmentId> =
        main_video(stage.draft()).iter().map(|segment| &segment.id).collect();
    let chosen: Vec<SegmentId> = chosen.into_iter().filter(|id| there.contains(id)).collect();
    match (&reference.which, chosen.is_empty()) {
        (Which::Known(_), true) => Err(Refusal::NoneOfKind(reference.pieces)),
        _ => Ok(chosen),
    }
}

/// One of the two that a piece was just parted into; where none was, the piece of that number. `bunny的后半截` is none
/// where another piece was parted.
fn half(
    later: bool,
    of: Option<usize>,
    all: &[SegmentId],
    stage: &Stage,
) -> Result<SegmentId, Refusal> {
    if let Some(refusal) = stage.unparted() {
        return Err(refusal.clone());
    }
    let parted = stage.halves().map(|(one, other)| if later { other } else { one });
    if let Some(file) = of {
        let shown = showing(&[file], stage)?;
        let before = shown.get(usize::from(later)).filter(|_| shown.len() == 2);
        let one = parted.map_or(before, |half| shown.iter().find(|piece| *piece == half));
        return one.cloned().map_or_else(|| one_of(all.to_vec(), stage), Ok);
    }
    let asked = if later { 2 } else { 1 };
    let (have, pieces) = (all.len(), Pieces::Clips);
    parted.or_else(|| all.get(usize::from(later))).cloned().ok_or(Refusal::NoSuchPiece {
        asked,
        have,
        pieces,
        last: None,
    })
}

/// What is named to be left out has to be there: otherwise something else is meant.
fn all_but(all: &[SegmentId], out: &[Reference], stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    let out = if out.is_empty() { Vec::new() } else { pieces(out, stage)? };
    Ok(all.iter().filter(|id| !out.contains(id)).cloned().collect())
}

/// A number that no piece has is told with the last piece that there is.
fn with_last(refusal: Refusal, stage: &Stage) -> Refusal {
    match refusal {
        Refusal::NoSuchPiece { asked, have, pieces: Pieces::Any | Pieces::Clips, .. } => {
            let last = main_video(stage.draft()).last().and_then(|segment| segment.source.clone());
            Refusal::NoSuchPiece { asked, have, pieces: Pieces::Clips, last }
        }
        refusal => refusal,
    }
}

/// The pieces that show a file.
fn showing(files: &[usize], stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    let name = |file: &usize| stage.media().get(*file).map(|media| &media.name);
    let names: Vec<&String> = files.iter().filter_map(name).collect();
    let shows =
        |segment: &&Segment| segment.source.as_ref().is_some_and(|source| names.contains(&source));
    let found: Vec<SegmentId> =
        main_video(stage.draft()).iter().filter(shows).map(|segment| segment.id.clone()).collect();
    if found.is_empty() {
        let name = names.first().map(|name| (*name).clone()).unwrap_or_default();
        return Err(Refusal::NotInFilm { name });
    }
    Ok(found)
}

/// Where a name fits several files, only those in the film can be meant; several are asked for.
fn showing_one_of(files: &[usize], stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    let found = showing(files, stage)?;
    if found.len() == 1 { Ok(found) } else { one_of(found, stage).map(|id| vec![id]) }
}

/// The pieces among which a reference counts. `Clips` are footage when all of them are meant and
/// there is footage; counted by number they are all pieces, as the timeline shows them.
fn numbered(reference: &Reference, numbering: &[Numbered]) -> Vec<SegmentId> {
    let has_footage = numbering.iter().any(|piece| !piece.is_still);
    // "三个镜头" of a film of three pieces are all of them.
    let everything = |count: usize| count == numbering.len();
    let all_of_kind = match reference.which {
        Which::Count(count) | Which::Exactly(count) => !everything(count),
        Which::All => true,
        _ => false,
    };
    let counts = |piece: &&Numbered| match reference.pieces {
        Pieces::Any => true,
        Pieces::Pictures => piece.is_still,
        Pieces::Footage => !piece.is_still,
        Pieces::Clips => !(all_of_kind && has_footage && piece.is_still),
    };
    numbering.iter().filter(counts).map(|piece| piece.id.clone()).collect()
}

/// The files that references name, for a film to be made of: pictures and clips only.
pub fn files(named: &[Reference], stage: &Stage) -> Result<Vec<usize>, Refusal> {
    if !stage.media().iter().any(is_visual) {
        return Err(Refusal::NoMedia);
    }
    let mut found = Vec::new();
    for reference in named {
        for file in files_of(reference, stage)? {
            if !found.contains(&file) {
                found.push(file);
            }
        }
    }
    Ok(found)
}

/// Every picture and clip of the session.
pub fn every_file(stage: &Stage) -> Result<Vec<usize>, Refusal> {
    files(&[Reference { pieces: Pieces::Any, which: Which::All }], stage)
}

fn files_of(reference: &Reference, stage: &Stage) -> Result<Vec<usize>, Refusal> {
    let media = stage.media();
    let all = files_of_kind(reference, media);
    match &reference.which {
        Which::Named(file) => Ok(vec![*file]),
        Which::Like(files) => one_file(files, stage),
        Which::AllBut(out) => {
            let out = self::files(out, stage)?;
            Ok(all.into_iter().filter(|file| !out.contains(file)).collect())
        }
        Which::Known(ids) => {
            let source = |id: &SegmentId| segment(stage.draft(), id)?.source.as_ref();
            let of =
                |id: &SegmentId| media.iter().position(|media| Some(&media.name) == source(id));
            Ok(ids.iter().filter_map(of).collect())
        }
        _ => choose(reference, &all, media),
    }
}

fn files_of_kind(reference: &Reference, media: &[Media]) -> Vec<usize> {
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
    (0..media.len()).filter(|place| counts(&media[*place])).collect()
}

/// The file that was chosen; else it is to be asked for.
pub fn one_file(files: &[usize], stage: &Stage) -> Result<Vec<usize>, Refusal> {
    let name = |file: &usize| stage.media().get(*file).map(|media| media.name.clone());
    let chosen = files.iter().find(|file| match stage.meant() {
        Some(Meant::File(chosen)) => name(file).as_ref() == Some(chosen),
        _ => false,
    });
    match chosen {
        Some(file) => Ok(vec![*file]),
        None => Err(Refusal::WhichFile { among: files.iter().filter_map(name).collect() }),
    }
}

fn is_visual(media: &Media) -> bool {
    media.kind.is_visual()
}

/// Which of a list a reference means.
fn choose<T: Clone>(reference: &Reference, all: &[T], media: &[Media]) -> Result<Vec<T>, Refusal> {
    let (have, pieces) = (all.len(), reference.pieces);
    let enough = |asked: usize| {
        if asked <= have { Ok(asked) } else { Err(Refusal::TooFew { asked, have, pieces }) }
    };
    match &reference.which {
        Which::All | Which::Only | Which::Middle if all.is_empty() => {
            Err(Refusal::NoneOfKind(pieces))
        }
        Which::All => Ok(all.to_vec()),
        Which::Only if have == 1 => Ok(all.to_vec()),
        Which::Middle => Ok(vec![all[have / 2].clone()]),
        Which::Every { step, from } => {
            Ok(all.iter().skip(from.saturating_sub(1)).step_by((*step).max(1)).cloned().collect())
        }
        Which::First(count) | Which::Count(count) | Which::Exactly(count) => {
            enough(*count).map(|count| all[..count].to_vec())
        }
        Which::Last(count) => enough(*count).map(|count| all[have - count..].to_vec()),
        Which::Nth(number) => {
            let none = Refusal::NoSuchPiece { asked: *number, have, pieces, last: None };
            Ok(vec![all[nth(*number, have).ok_or(none)?].clone()])
        }
        Which::Missing(name) => Err(no_such_file(name, media)),
        _ => Err(Refusal::WhichFile { among: Vec::new() }),
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
