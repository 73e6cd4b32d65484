//! When music is heard.

use super::super::operation::{Operation, Property, Reposition, Set, music};
use super::super::request::When;
use super::sound::{fade_out_of, footage_of};
use super::stage::Stage;
use super::{Plan, Refusal, text};
use crate::draft::{Millis, Segment};

/// The music, at another time; a file as far as it reaches.
pub fn set(when: &When, stage: &Stage) -> Result<Plan, Refusal> {
    let found = music(stage.draft());
    let piece = match &found[..] {
        [] => return Err(Refusal::NoMusic),
        [only] => *only,
        _ => return Err(Refusal::NoRoom),
    };
    let (start, asked) = text::time_of(when, piece, stage)?;
    let duration = footage_of(piece, stage.media()).map_or(asked, |longest| longest.min(asked));
    if duration.is_zero() {
        return Err(Refusal::NoRoom);
    }
    let (id, source_in) = (piece.id.clone(), piece.source_in);
    let put = Reposition { id, start, duration, source_in, keeps_piece: false };
    Ok([Operation::Reposition(put)]
        .into_iter()
        .chain(fade(piece, duration))
        .collect::<Vec<_>>()
        .into())
}

/// The fall at the end that music has by itself is as long as suits its new length.
fn fade(piece: &Segment, duration: Millis) -> Option<Operation> {
    let usual = piece.fade_out == fade_out_of(piece.duration);
    let property = Property::FadeOut(fade_out_of(duration));
    usual.then(|| Operation::Set(Set { id: piece.id.clone(), property }))
}
