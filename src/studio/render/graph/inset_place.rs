//! Where another picture lies over the picture, and how large it is there.

use crate::draft::{Canvas, Fit, Inset, TextPlace};
use crate::studio::render::footage::Size;

use super::fit::{Placing, placing};

/// The pixels of the canvas that it takes, and how it comes to their number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) size: Size,
    /// What is cut off before it is scaled.
    pub(super) before: Option<String>,
    pub(super) scaled: Size,
    /// What is cut off after that.
    pub(super) after: Option<String>,
    /// What is put around it in the end, with nothing in it.
    pub(super) around: Option<String>,
}

/// The place of a picture of a size. One that meets the canvas by its fit has nothing around it: what
/// is below shows there.
pub(super) fn place(seen: Size, inset: Option<Inset>, fit: Fit, canvas: Canvas) -> Place {
    let plain =
        |(x, y), size| Place { x, y, size, before: None, scaled: size, after: None, around: None };
    if let Some(inset) = inset {
        let size = size(seen, inset, canvas);
        return plain(corner(inset.place, size, canvas), size);
    }
    let Canvas { width, height, .. } = canvas;
    let all = Size { width, height };
    let fit = if fit == Fit::Cover { Fit::Cover } else { Fit::Contain };
    match placing(seen, canvas, fit) {
        Placing::Inside { scaled, x, y, .. } => plain((x, y), scaled),
        Placing::Cropped { scaled } => {
            let after = (scaled != all).then(|| format!("crop=w={width}:h={height}"));
            Place { scaled, after, ..plain((0, 0), all) }
        }
        Placing::Cut { across, down } => {
            let before = format!("crop=w='2*trunc(iw*{across:.6}/2)':h='2*trunc(ih*{down:.6}/2)'");
            Place { before: Some(before), ..plain((0, 0), all) }
        }
    }
}

/// The same where the camera moves over it: scaled is what is composed, `larger` by some than what is shown.
/// Nothing of it is seen outside of a place of its own; else it has the whole canvas to move over.
pub(super) fn place_of_moved(
    seen: Size,
    inset: Option<Inset>,
    fit: Fit,
    canvas: Canvas,
    larger: fn(Size) -> Size,
) -> Place {
    if inset.is_some() {
        let place = place(seen, inset, fit, canvas);
        return Place { scaled: larger(place.size), ..place };
    }
    let all = Size { width: canvas.width, height: canvas.height };
    let Size { width, height } = larger(all);
    let inner = place(seen, None, fit, Canvas { width, height, ..canvas });
    let Place { x, y, size, .. } = inner;
    let clear = format!("pad=w={width}:h={height}:x={x}:y={y}:color=black@0");
    let around = (size != larger(all)).then_some(clear);
    Place { x: 0, y: 0, size: all, around, ..inner }
}

/// As wide as it is to be, in its own shape, and never higher than the canvas has room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of a canvas")]
fn size(seen: Size, inset: Inset, canvas: Canvas) -> Size {
    let ratio = f64::from(seen.height.max(1)) / f64::from(seen.width.max(1));
    let wide = f64::from(canvas.width) * f64::from(inset.size) / 100.0;
    let high = (wide * ratio).min(f64::from(canvas.height) * 0.9);
    let even = |length: f64| (length / 2.0).round().max(1.0) as u32 * 2;
    Size { width: even(high / ratio), height: even(high) }
}

/// Even, because colour is stored for two by two pixels.
fn corner(place: TextPlace, size: Size, canvas: Canvas) -> (u32, u32) {
    let margin = canvas.width.min(canvas.height) / 25;
    let far = |all: u32, part: u32| all.saturating_sub(part + margin);
    let middle = |all: u32, part: u32| all.saturating_sub(part) / 2;
    let x = match place {
        TextPlace::TopLeft | TextPlace::Left | TextPlace::BottomLeft | TextPlace::LowerThird => {
            margin
        }
        TextPlace::TopRight | TextPlace::Right | TextPlace::BottomRight => {
            far(canvas.width, size.width)
        }
        TextPlace::Top | TextPlace::Centre | TextPlace::Bottom => middle(canvas.width, size.width),
    };
    let y = match place {
        TextPlace::Top | TextPlace::TopLeft | TextPlace::TopRight => margin,
        TextPlace::Left | TextPlace::Centre | TextPlace::Right => {
            middle(canvas.height, size.height)
        }
        TextPlace::Bottom
        | TextPlace::BottomLeft
        | TextPlace::BottomRight
        | TextPlace::LowerThird => far(canvas.height, size.height),
    };
    (x & !1, y & !1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Colour, FrameRate};

    const CANVAS: Canvas = Canvas { width: 320, height: 180, rate: FrameRate::whole(30) };

    #[test]
    fn a_graphic_of_the_whole_canvas_is_as_large_as_the_canvas() {
        let seen = Size { width: 1920, height: 1080 };
        for fit in [Fit::Blur, Fit::Contain, Fit::Cover, Fit::Over(Colour([0; 3]))] {
            let place = place(seen, None, fit, CANVAS);
            assert_eq!((place.x, place.y, place.size.width, place.size.height), (0, 0, 320, 180));
        }
    }

    #[test]
    fn another_shape_is_all_inside_or_fills_it_as_its_fit_says() {
        let seen = Size { width: 100, height: 100 };
        let inside = place(seen, None, Fit::Blur, CANVAS);
        assert_eq!((inside.x, inside.size.width, inside.size.height), (70, 180, 180));
        let filling = place(seen, None, Fit::Cover, CANVAS);
        assert_eq!((filling.x, filling.y, filling.size.width), (0, 0, 320));
        assert_eq!(filling.scaled, Size { width: 320, height: 320 });
        assert_eq!(filling.after.as_deref(), Some("crop=w=320:h=180"));
    }
}
