//! An order's own wishes for the size and rate of the picture.

use serde_json::Value;

use crate::api::wire::render::OutputSettings;
use crate::draft::{Canvas, FrameRate};

/// Sides that a picture may have.
const SIDES: std::ops::RangeInclusive<u32> = 16..=7680;

/// The canvas that the order asks for, given the draft's; `Err` names what cannot be meant.
pub(super) fn wanted(canvas: Canvas, output: &OutputSettings) -> Result<Canvas, &'static str> {
    let (width, height) = match output.resolution.as_deref() {
        Some(text) => size(canvas, text).ok_or("resolution")?,
        None => (canvas.width, canvas.height),
    };
    let rate = match &output.fps {
        Some(value) => rate(value).ok_or("fps")?,
        None => canvas.rate,
    };
    Ok(Canvas { width, height, rate })
}

/// `1280x720`, or `720p`: the shorter side, with the draft's shape.
fn size(canvas: Canvas, text: &str) -> Option<(u32, u32)> {
    let text = text.trim().to_ascii_lowercase();
    let (width, height) = match text.split_once(['x', '×', '*']) {
        Some((width, height)) => (width.trim().parse().ok()?, height.trim().parse().ok()?),
        None => scaled(canvas, text.strip_suffix('p')?.parse().ok()?)?,
    };
    let even = |side: u32| side.checked_add(side % 2).filter(|side| SIDES.contains(side));
    Some((even(width)?, even(height)?))
}

fn scaled(canvas: Canvas, shorter: u32) -> Option<(u32, u32)> {
    let (long, short) = (canvas.width.max(canvas.height), canvas.width.min(canvas.height));
    let longer = u64::from(long) * u64::from(shorter) / u64::from(short.max(1));
    let longer = u32::try_from(longer).ok()?;
    Some(if canvas.width >= canvas.height { (longer, shorter) } else { (shorter, longer) })
}

fn rate(value: &Value) -> Option<FrameRate> {
    let number = match value {
        Value::String(text) => text.trim().parse().ok()?,
        other => other.as_f64()?,
    };
    FrameRate::from_number(number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn size_of(resolution: &str, width: u32, height: u32) -> Option<(u32, u32)> {
        let canvas = Canvas { width, height, ..Canvas::default() };
        let output = OutputSettings { resolution: Some(resolution.into()), ..Default::default() };
        wanted(canvas, &output).ok().map(|canvas| (canvas.width, canvas.height))
    }

    #[test]
    fn a_resolution_is_two_sides_or_the_shorter_one() {
        assert_eq!(size_of("1280x720", 1920, 1080), Some((1280, 720)));
        assert_eq!(size_of("720p", 1920, 1080), Some((1280, 720)));
        assert_eq!(size_of("720P", 1080, 1920), Some((720, 1280)));
        assert_eq!(size_of("481x361", 1920, 1080), Some((482, 362)));
        for nonsense in ["", "x", "0x0", "1280", "huge", "99999x10", "-1x5", "0p"] {
            assert_eq!(size_of(nonsense, 1920, 1080), None, "{nonsense}");
        }
    }

    #[test]
    fn a_rate_is_a_number_or_its_text() {
        for fps in [json!(25), json!("25"), json!(25.0)] {
            let output = OutputSettings { fps: Some(fps), ..Default::default() };
            let canvas = wanted(Canvas::default(), &output).expect("a rate");
            assert_eq!(canvas.rate, FrameRate::whole(25));
        }
        let output = OutputSettings { fps: Some(json!(0)), ..Default::default() };
        assert_eq!(wanted(Canvas::default(), &output), Err("fps"));
    }
}
