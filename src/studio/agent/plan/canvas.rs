//! The shape of the picture.

use super::super::operation::Operation;
use super::super::request::Canvas as Wanted;
use super::super::words::Shape;
use super::stage::Stage;
use super::{Plan, Refusal};
use crate::draft::{Canvas, FrameRate};

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

/// As many lines along the shorter side, in the shape that the picture has.
pub fn resolution(lines: u32, stage: &Stage) -> Result<Plan, Refusal> {
    let was = stage.draft().canvas;
    let short = f64::from(was.width.min(was.height).max(1));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sides of a canvas"
    )]
    let side = |side: u32| (f64::from(side) * f64::from(lines) / short / 2.0).round() as u32 * 2;
    let canvas = Canvas { width: side(was.width), height: side(was.height), ..was };
    Ok(vec![Operation::Canvas(canvas)].into())
}

/// Frames a second; the moments of the film stay.
pub fn rate(rate: f64, stage: &Stage) -> Result<Plan, Refusal> {
    let known = FrameRate::from_number(rate).filter(|_| (1.0..=120.0).contains(&rate));
    let rate = known.ok_or(Refusal::OtherRate)?;
    Ok(vec![Operation::Canvas(Canvas { rate, ..stage.draft().canvas })].into())
}
