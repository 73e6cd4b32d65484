//! Stillness, and the camera over what is still.

use super::super::operation::{LayVideo, Operation, Property, Set, Split, main_video};
use super::super::request::{Freeze, Frozen, Pieces, Reference};
use super::super::words::Camera;
use super::piece::is_still;
use super::stage::Stage;
use super::{Plan, Refusal, find, seams, treat};
use crate::draft::{Frames, Fx, Millis, Segment};

/// One picture for a while, between what is before it and what is after it.
pub fn freeze(wanted: &Freeze, stage: &mut Stage) -> Result<Plan, Refusal> {
    let pieces = main_video(stage.draft()).to_vec();
    if pieces.is_empty() {
        return Err(Refusal::NoFilm);
    }
    let place = place(wanted, &pieces, stage)?;
    let piece = &pieces[place];
    if is_still(piece, stage.media()) {
        return Err(Refusal::NoneOfKind(Pieces::Footage));
    }
    let moment = match wanted.at {
        Frozen::At(moment) => in_the_film(moment, piece, wanted.of.is_some()),
        Frozen::Within(moment) => piece.start + moment,
        Frozen::First => piece.start,
        Frozen::Last => piece.end(),
    };
    if moment < piece.start || piece.end() < moment {
        return Err(Refusal::OutsideClip { from: piece.start, to: piece.end() });
    }
    let mut operations = Vec::new();
    let is_inside = piece.start < moment && moment < piece.end();
    if is_inside {
        seams::check_split(piece, moment)?;
        let (id, fresh) = (piece.id.clone(), stage.fresh_id());
        operations.push(Operation::Split(Split { id, at: moment, moves: true, fresh }));
    }
    let ends = moment == piece.end();
    let mut held = held(piece, moment, wanted.length, stage);
    if ends && !piece.fade_out.is_zero() {
        held.fade_out = piece.fade_out;
        let property = Property::FadeOut(Millis::ZERO);
        operations.push(Operation::Set(Set { id: piece.id.clone(), property }));
    }
    let at = if moment == piece.start { place } else { place + 1 };
    operations.push(Operation::LayVideo(LayVideo { at, segments: vec![held] }));
    Ok(operations.into())
}

/// `freeze bikes at 3 s`: three seconds into the clip, where it is not to be seen at that time of the film.
fn in_the_film(moment: Millis, piece: &Segment, is_named: bool) -> Millis {
    let seen = piece.start <= moment && moment <= piece.end();
    if is_named && !seen && moment < piece.duration { piece.start + moment } else { moment }
}

fn place(wanted: &Freeze, pieces: &[Segment], stage: &Stage) -> Result<usize, Refusal> {
    if let Some(of) = &wanted.of {
        let id = find::piece(of, stage)?;
        return pieces.iter().position(|piece| piece.id == id).ok_or(Refusal::NoFilm);
    }
    match wanted.at {
        Frozen::First => Ok(0),
        Frozen::Last => Ok(pieces.len() - 1),
        Frozen::At(moment) | Frozen::Within(moment) => pieces
            .iter()
            .position(|piece| piece.contains(moment))
            .or_else(|| pieces.iter().position(|piece| piece.end() == moment))
            .ok_or(Refusal::BeyondEnd { what: None, length: stage.length() }),
    }
}

/// The picture that is seen at a moment; at its end, the last one.
fn held(piece: &Segment, moment: Millis, length: Millis, stage: &mut Stage) -> Segment {
    let frame = stage.draft().canvas.rate.millis_nearest(Frames(1));
    let shown = if moment == piece.end() { piece.duration - frame } else { moment - piece.start };
    let mut held = Segment::new(stage.fresh_id(), moment, length);
    held.source.clone_from(&piece.source);
    // What runs backwards shows in each frame what lies before its moment.
    let shown = if piece.reversed { shown + frame } else { shown };
    held.source_in = piece.source_after(shown);
    held.fit = piece.fit;
    held.effects.clone_from(&piece.effects);
    held.effects.push(Fx::named(Fx::FREEZE));
    held
}

/// Moves that a piece can have; one at a time.
const MOVES: [&str; 7] =
    ["ken burns", "zoom in", "zoom out", "pan left", "pan right", "pan up", "pan down"];

/// The camera over what is named, clips as well as stills. Where nothing is named, footage among stills stays as
/// it is.
pub fn camera(of: &[Reference], camera: Option<Camera>, stage: &Stage) -> Result<Plan, Refusal> {
    let mut pieces = treat::meant(of, stage)?;
    let is_meant = |piece: &Segment| is_still(piece, stage.media());
    if of.is_empty() && pieces.iter().any(is_meant) {
        pieces.retain(is_meant);
    }
    let mut operations = Vec::new();
    for piece in pieces {
        let mut effects = piece.effects.clone();
        effects.retain(|effect| !MOVES.contains(&effect.name.as_str()));
        effects.extend(camera.map(|camera| Fx::named(camera.effect())));
        if effects != piece.effects {
            let property = Property::Effects(effects);
            operations.push(Operation::Set(Set { id: piece.id, property }));
        }
    }
    Ok(operations.into())
}
