//! Something over the picture: laid there, changed, taken away.

use super::super::operation::{LayInset, Operation, Property, Remove, Reposition, Set};
use super::super::request::{InsetFile, InsetSize, InsetWish, Pieces, Reference, When, Which};
use super::super::words::LISTS;
use super::piece::{footage, segment_of};
use super::stage::Stage;
use super::{Plan, Refusal, arrange, find, text};
use crate::api::wire::MediaKind;
use crate::draft::{Inset, Millis, Segment, TextPlace};
use crate::studio::media::Media;

/// Lays it, or changes or removes the one that is there.
pub fn inset(wish: &InsetWish, wanted: bool, stage: &mut Stage) -> Result<Plan, Refusal> {
    if stage.length().is_zero() {
        return Err(Refusal::NoFilm);
    }
    let there: Vec<Segment> = insets(stage).into_iter().cloned().collect();
    let file = file(&wish.file, stage)?.cloned();
    let meant: Vec<&Segment> = match &file {
        Some(file) => {
            there.iter().filter(|piece| piece.source.as_ref() == Some(&file.name)).collect()
        }
        None => there.iter().collect(),
    };
    match (meant[..].len(), file, wanted) {
        (0, Some(file), true) if wish.lays => lay(&file, wish, stage),
        // It fills the picture, as any other piece does.
        (0, Some(_), false) => match wish.file {
            InsetFile::Named(place) => arrange::remove(&[named(place)], stage),
            _ => Err(Refusal::NoInset),
        },
        (0, ..) => Err(Refusal::NoInset),
        (_, _, false) => {
            let ids = meant.iter().map(|piece| piece.id.clone()).collect();
            Ok(vec![Operation::Remove(Remove { ids })].into())
        }
        (_, _, true) => change(&meant, wish, stage),
    }
}

fn named(place: usize) -> Reference {
    Reference { pieces: Pieces::Any, which: Which::Named(place) }
}

/// All that lies over the picture.
fn insets<'a>(stage: &'a Stage) -> Vec<&'a Segment> {
    let all = stage.draft().segments().map(|(_, segment)| segment);
    all.filter(|segment| segment.inset.is_some()).collect()
}

/// The file meant; none where it is not said, or said of one that is there without a file's name.
fn file<'a>(wanted: &InsetFile, stage: &Stage<'a>) -> Result<Option<&'a Media>, Refusal> {
    let media = stage.media();
    match wanted {
        InsetFile::Named(place) => Ok(media.get(*place)),
        InsetFile::Missing(name) => Err(find::no_such_file(name, media)),
        InsetFile::Called(part) => {
            let is_called = |file: &&Media| {
                file.kind == MediaKind::Image && file.name.to_lowercase().contains(part)
            };
            let found = media.iter().find(is_called);
            if found.is_none() && insets(stage).is_empty() {
                return Err(Refusal::NoSuchFile { name: (*part).to_owned(), nearest: None });
            }
            Ok(found)
        }
        InsetFile::Unsaid => Ok(None),
    }
}

fn lay(file: &Media, wish: &InsetWish, stage: &mut Stage) -> Result<Plan, Refusal> {
    let film = stage.length();
    let when = if wish.when == When::Unsaid { &When::Whole } else { &wish.when };
    let (start, mut duration) = text::time(when, film, stage)?;
    if let Some(longest) = footage(file) {
        duration = duration.min(longest);
    }
    let mut segment = segment_of(file, stage.fresh_id(), duration);
    segment.start = start;
    let usual = usual(file);
    segment.inset = Some(Inset {
        place: wish.place.unwrap_or(usual.place),
        size: wish.size.map_or(usual.size, |size| sized(size, usual.size)),
        opacity: wish.opacity.unwrap_or(100),
    });
    Ok(vec![Operation::LayInset(LayInset { segment: Box::new(segment) })].into())
}

/// A logo is small and out of the way, a clip large enough to be watched.
fn usual(file: &Media) -> Inset {
    let (place, size) = match file.kind {
        MediaKind::Video => (TextPlace::BottomRight, 30),
        _ if LISTS.usually_small.is_within(&file.name.to_lowercase()) => (TextPlace::TopRight, 15),
        _ => (TextPlace::TopRight, 25),
    };
    Inset { place, size, opacity: 100 }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
fn sized(size: InsetSize, now: u32) -> u32 {
    let percent = match size {
        InsetSize::Small => 10.0,
        InsetSize::Large => 45.0,
        InsetSize::Times(factor) => f64::from(now) * factor,
        InsetSize::To(percent) => percent,
    };
    percent.round().clamp(2.0, 100.0) as u32
}

fn change(meant: &[&Segment], wish: &InsetWish, stage: &Stage) -> Result<Plan, Refusal> {
    let mut operations = Vec::new();
    for piece in meant {
        let Some(was) = piece.inset else { continue };
        let now = Inset {
            place: wish.place.unwrap_or(was.place),
            size: wish.size.map_or(was.size, |size| sized(size, was.size)),
            opacity: wish.opacity.unwrap_or(was.opacity),
        };
        let set = |property| Operation::Set(Set { id: piece.id.clone(), property });
        if now != was {
            operations.push(set(Property::Inset(Some(now))));
        }
        if wish.when != When::Unsaid {
            let (start, duration) = text::time(&wish.when, stage.length(), stage)?;
            operations.push(seen(piece, start, duration.max(Millis(1))));
        }
    }
    Ok(operations.into())
}

/// What lies over the picture is seen then, and no more at other times.
pub fn seen(piece: &Segment, start: Millis, duration: Millis) -> Operation {
    let (id, source_in, keeps_piece) = (piece.id.clone(), piece.source_in, true);
    if start == piece.start {
        return Operation::Set(Set { id, property: Property::Duration(duration) });
    }
    Operation::Reposition(Reposition { id, start, duration, source_in, keeps_piece })
}
