//! The shape of the picture.

use super::super::operation::Operation;
use super::super::request::Canvas as Wanted;
use super::super::words::Shape;
use super::stage::Stage;
use super::{Plan, Refusal};
use crate::draft::Canvas;

/// The picture in another shape, at the usual size of that shape and the rate that it has.
pub fn set(wanted: Wanted, stage: &Stage) -> Result<Plan, Refusal> {
    let (width, height) = match wanted {
        Wanted::Shape(Shape::Vertical) => (1080, 1920),
        Wanted::Shape(Shape::Wide) => (1920, 1080),
        Wanted::Shape(Shape::Square) => (1080, 1080),
        Wanted::Shape(Shape::Portrait) => (1080, 1350),
        Wanted::Other(width, height) => return Err(Refusal::OtherShape { width, height }),
    };
    let canvas = Canvas { width, height, rate: stage.draft().canvas.rate };
    Ok(vec![Operation::Canvas(canvas)].into())
}
