//! The picture of a film that nobody asked another one of: as most of it was filmed.
//!
//! A clip that is only cut is then not scaled and not given another rate, so that its own pictures can be
//! copied. Where no footage is seen for more than half of the film, and where it is of a size or a rate
//! that no film should have, the usual picture stays.

use super::super::operation::{Operation, main_video};
use super::super::request::Request;
use super::piece::footage;
use super::stage::Stage;
use super::{Note, Refusal};
use crate::draft::{Canvas, Draft, FrameRate, Millis};
use crate::studio::media::Media;

/// Shorter sides of footage that are worth a film; less is shown larger.
const LEAST_SIDE: u32 = 360;
/// The longer and the shorter side of the largest picture.
const MOST: (u32, u32) = (3840, 2160);
/// Rates that films have. Others are of cameras that keep none, or meant to be slowed down.
const RATES: [f64; 11] = [15.0, 20.0, 23.976, 24.0, 25.0, 29.97, 30.0, 48.0, 50.0, 59.94, 60.0];
/// Averages of an even rate lie this near to it, in parts of it.
const NEAR: f64 = 0.0004;
/// Beyond this the average of an uneven rate is nobody's.
const FAR: f64 = 0.06;

/// Whether the picture is as it comes by itself, and nobody's wish.
pub fn is_unasked(stage: &Stage) -> bool {
    let draft = stage.draft();
    draft.canvas == as_filmed(draft, stage.media())
}

/// Whether a request says what the picture is to be.
pub fn asks(request: &Request) -> bool {
    matches!(request, Request::Canvas(_) | Request::Resolution(_) | Request::Rate(_))
}

/// Gives a film the picture of its footage.
pub fn follow(stage: &mut Stage) -> Result<Option<Note>, Refusal> {
    let canvas = as_filmed(stage.draft(), stage.media());
    if canvas == stage.draft().canvas {
        return Ok(None);
    }
    stage.apply(&[Operation::Canvas(canvas)])?;
    Ok((canvas != Canvas::default()).then_some(Note::AsFilmed(canvas)))
}

/// The picture of the footage that is seen for more than half of the film; else the usual one.
fn as_filmed(draft: &Draft, media: &[Media]) -> Canvas {
    let mut seen: Vec<(Canvas, Millis)> = Vec::new();
    let mut whole = Millis::ZERO;
    for segment in main_video(draft) {
        whole += segment.duration;
        let source = media.iter().find(|media| Some(&media.name) == segment.source.as_ref());
        let Some(canvas) = source.and_then(canvas_of) else { continue };
        match seen.iter_mut().find(|(known, _)| *known == canvas) {
            Some((_, time)) => *time += segment.duration,
            None => seen.push((canvas, segment.duration)),
        }
    }
    let most = seen.into_iter().find(|(_, time)| time.0 * 2 > whole.0);
    most.map(|(canvas, _)| canvas).unwrap_or_default()
}

/// A film's picture that is like that of a clip, if one can be.
fn canvas_of(media: &Media) -> Option<Canvas> {
    footage(media)?;
    let (width, height) = size(media.width?, media.height?)?;
    let rate = media.fps.and_then(rate).unwrap_or_default();
    Some(Canvas { width, height, rate })
}

/// Even sides within bounds, in the clip's shape.
fn size(width: u32, height: u32) -> Option<(u32, u32)> {
    let (long, short) = (width.max(height), width.min(height));
    if short < LEAST_SIDE || u64::from(long) > 4 * u64::from(short) {
        return None;
    }
    let shrink = (f64::from(MOST.0) / f64::from(long)).min(f64::from(MOST.1) / f64::from(short));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not larger than it was"
    )]
    let even = |side: u32| (f64::from(side) * shrink.min(1.0) / 2.0).floor() as u32 * 2;
    Some((even(width), even(height)))
}

/// The rate of a film that shows footage of this average.
fn rate(average: f64) -> Option<FrameRate> {
    let mut average = average;
    while average > RATES[RATES.len() - 1] * (1.0 + NEAR) {
        average /= 2.0;
    }
    let off = |rate: &f64| (average / rate - 1.0).abs();
    let nearest = RATES.into_iter().min_by(|one, other| off(one).total_cmp(&off(other)))?;
    let is_exact = off(&nearest) < NEAR;
    // The average of a phone's uneven rate, 29.6 or so, means the whole one beside it.
    let rate = if is_exact { nearest } else { nearest.ceil() };
    (is_exact || off(&nearest) < FAR).then(|| FrameRate::from_number(rate))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_even_of_the_same_shape_and_within_bounds() {
        for ((width, height), film) in [
            ((1280, 720), Some((1280, 720))),
            ((1080, 1920), Some((1080, 1920))),
            ((1921, 1081), Some((1920, 1080))),
            ((7680, 4320), Some((3840, 2160))),
            ((4320, 7680), Some((2160, 3840))),
            ((4000, 3000), Some((2880, 2160))),
            ((640, 360), Some((640, 360))),
            ((320, 180), None),
            ((4000, 400), None),
        ] {
            assert_eq!(size(width, height), film, "{width}x{height}");
        }
    }

    #[test]
    fn a_rate_is_one_that_films_have() {
        let exact = |rate: f64| FrameRate::from_number(rate);
        for (average, film) in [
            (25.0, exact(25.0)),
            (30000.0 / 1001.0, exact(29.97)),
            (24000.0 / 1001.0, exact(23.976)),
            (60.0, exact(60.0)),
            (120.0, exact(60.0)),
            (240_000.0 / 1001.0, exact(59.94)),
            (100.0, exact(50.0)),
            (29.62, exact(30.0)),
            (30.02, exact(30.0)),
            (17.4, None),
            (5.0, None),
        ] {
            assert_eq!(rate(average), film, "{average}");
        }
    }
}
