//! The look that words get: what was said, over what they have.

use super::super::operation::{Operation, Property, Set};
use super::super::request::{Dress, Size};
use crate::draft::{Backing, Canvas, SegmentId, TextPlace, TextStyle};

/// The operations that dress words of an id, which look like `was` now.
pub fn dress(id: &SegmentId, was: &TextStyle, dress: &Dress, canvas: Canvas) -> Vec<Operation> {
    let now = dressed(was, dress, canvas);
    let set = |property| Operation::Set(Set { id: id.clone(), property });
    let mut operations = Vec::new();
    if now != *was {
        operations.push(set(Property::TextStyle(now)));
    }
    operations.extend(dress.coming.map(|length| set(Property::FadeIn(length))));
    operations.extend(dress.going.map(|length| set(Property::FadeOut(length))));
    operations
}

/// What new words look like at a place before anything is said.
pub fn usual(place: TextPlace) -> TextStyle {
    let backing = match place {
        TextPlace::LowerThird => Backing::Plate,
        _ => Backing::default(),
    };
    TextStyle { backing, ..TextStyle::at(place) }
}

fn dressed(was: &TextStyle, dress: &Dress, canvas: Canvas) -> TextStyle {
    let backing = dress.backing.unwrap_or(match dress.backing_colour {
        Some(_) if was.backing == Backing::None => Backing::Outline,
        _ => was.backing,
    });
    let kept = was.backing_colour.filter(|_| backing == was.backing);
    TextStyle {
        place: was.place,
        size: dress.size.map_or(was.size, |size| sized(was, size, canvas)),
        colour: dress.colour.unwrap_or(was.colour),
        weight: dress.weight.unwrap_or(was.weight),
        italic: dress.italic.unwrap_or(was.italic),
        backing,
        backing_colour: dress.backing_colour.or(kept),
        entrance: dress.entrance.unwrap_or(was.entrance),
        exit: dress.exit.unwrap_or(was.exit),
    }
}

/// A title is usually this part of the canvas's shorter side; what is said in pixels is set against it.
fn usual_height(place: TextPlace, canvas: Canvas) -> f64 {
    let part = match place {
        TextPlace::Centre => 0.112,
        TextPlace::Top => 0.088,
        TextPlace::Bottom => 0.054,
        TextPlace::LowerThird => 0.056,
        TextPlace::Left | TextPlace::Right => 0.066,
        _ => 0.05,
    };
    part * f64::from(canvas.width.min(canvas.height))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
fn sized(was: &TextStyle, size: Size, canvas: Canvas) -> u32 {
    let percent = match size {
        Size::Times(factor) => f64::from(was.size) * factor,
        Size::To(percent) => percent,
        Size::Pixels(pixels) => pixels * 100.0 / usual_height(was.place, canvas),
    };
    percent.round().clamp(20.0, 600.0) as u32
}
