//! How a picture meets a canvas of another shape, without distortion.

use crate::draft::{Canvas, Colour, Fit};
use crate::studio::render::footage::Size;

/// Where the pixels of a picture go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Placing {
    /// Scaled to at least the canvas, the rest cut off.
    Cropped { scaled: Size },
    /// The same, where much is cut off: cut to these parts of its sides first, since what is cut off
    /// need not be scaled.
    Cut { across: f64, down: f64 },
    /// Scaled to at most the canvas, in its middle, over something else.
    Inside { scaled: Size, x: u32, y: u32, around: Around },
}

/// What is seen where a picture does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    Plain(Colour),
    /// A blurred copy, made small: scaled to cover, cut to `cut`, and scaled up to the canvas.
    Blurred {
        covering: Size,
        cut: Size,
    },
}

/// Decides where the pixels go.
pub(super) fn placing(shown: Size, canvas: Canvas, fit: Fit) -> Placing {
    let inside = scaled(shown, canvas, f64::min);
    let around = match fit {
        Fit::Cover => None,
        _ if is_nearly(inside, canvas) => None,
        Fit::Contain => Some(Around::Plain(BLACK)),
        Fit::Over(colour) => Some(Around::Plain(colour)),
        Fit::Blur => Some(blurred(shown, canvas)),
    };
    let Some(around) = around else {
        return covered(shown, canvas);
    };
    let inside =
        Size { width: inside.width.min(canvas.width), height: inside.height.min(canvas.height) };
    // Even offsets keep colour where it belongs.
    let middle = |all: u32, part: u32| ((all - part) / 2) & !1;
    let (x, y) = (middle(canvas.width, inside.width), middle(canvas.height, inside.height));
    Placing::Inside { scaled: inside, x, y, around }
}

const BLACK: Colour = Colour([0; 3]);

/// Pictures must keep so many pixels a side to be cut first: of few, a whole pixel is much.
const FEWEST_KEPT: f64 = 256.0;

/// Less than this part cut off is not worth a filter.
const LITTLE: f64 = 0.95;

fn covered(shown: Size, canvas: Canvas) -> Placing {
    let scaled = covering(shown, canvas);
    let across = f64::from(canvas.width) / f64::from(scaled.width);
    let down = f64::from(canvas.height) / f64::from(scaled.height);
    let fewest = (f64::from(shown.width) * across).min(f64::from(shown.height) * down);
    if across * down < LITTLE && fewest >= FEWEST_KEPT {
        Placing::Cut { across, down }
    } else {
        Placing::Cropped { scaled }
    }
}

fn covering(shown: Size, canvas: Canvas) -> Size {
    let Size { width, height } = scaled(shown, canvas, f64::max);
    Size { width: width.max(canvas.width), height: height.max(canvas.height) }
}

/// The shorter side of what is blurred. Blurring is done small, where it costs next to nothing, and
/// scaling up again blurs further.
const BLURRED_SIDE: u32 = 96;

fn blurred(shown: Size, canvas: Canvas) -> Around {
    let divisor = (canvas.width.min(canvas.height) / BLURRED_SIDE).max(1);
    let small = |length: u32| ((length / divisor) & !1).max(2);
    let cut = Size { width: small(canvas.width), height: small(canvas.height) };
    let covering = covering(shown, Canvas { width: cut.width, height: cut.height, ..canvas });
    Around::Blurred { covering, cut }
}

/// Scaled by the smaller or the larger of the two ratios, to even sizes.
fn scaled(shown: Size, canvas: Canvas, choose: fn(f64, f64) -> f64) -> Size {
    let (width, height) = (f64::from(shown.width.max(1)), f64::from(shown.height.max(1)));
    let factor = choose(f64::from(canvas.width) / width, f64::from(canvas.height) / height);
    Size { width: even(width * factor), height: even(height * factor) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
fn even(length: f64) -> u32 {
    (length / 2.0).round().clamp(1.0, 32_768.0) as u32 * 2
}

/// A hairline of a bar looks like a mistake; up to a hundredth is rather cut off.
fn is_nearly(inside: Size, canvas: Canvas) -> bool {
    let close = |part: u32, all: u32| all.saturating_sub(part) * 100 <= all;
    close(inside.width, canvas.width) && close(inside.height, canvas.height)
}

/// Filters that do it, from the label or filter before to the next, `id` telling labels apart.
pub(super) fn filters(placing: Placing, canvas: Canvas, scaler: Scaler, id: usize) -> String {
    let Canvas { width, height, .. } = canvas;
    match placing {
        Placing::Cropped { scaled } => {
            format!("{},crop=w={width}:h={height}", scaler.to(scaled))
        }
        Placing::Cut { across, down } => {
            let scaled = scaler.to(Size { width, height });
            format!("crop=w='2*trunc(iw*{across:.6}/2)':h='2*trunc(ih*{down:.6}/2)',{scaled}")
        }
        Placing::Inside { scaled, x, y, around: Around::Plain(colour) } => {
            let place = format!("pad=w={width}:h={height}:x={x}:y={y}");
            if colour == BLACK {
                return format!("{},format=yuv420p,{place}", scaler.to(scaled));
            }
            // Padding in the picture's own colours mistakes other colours than grey.
            let [red, green, blue] = colour.0;
            let front = scaler.to_rgb(scaled);
            let to = Scaler { from: None, by_zimg: false, ..scaler }.to(Size { width, height });
            format!(
                "{front},format=gbrp,{place}:color=0x{red:02x}{green:02x}{blue:02x},{to},format=yuv420p"
            )
        }
        Placing::Inside { scaled, x, y, around: Around::Blurred { covering, cut } } => {
            let front = scaler.to(scaled);
            let back = backdrop(covering, cut, canvas, scaler);
            format!(
                "split=2[near{id}][far{id}];[near{id}]{front},format=yuv420p[front{id}];\
                 [far{id}]{back}[back{id}];[back{id}][front{id}]overlay=x={x}:y={y}:format=yuv420"
            )
        }
    }
}

/// A blurred and darkened copy that covers the canvas.
fn backdrop(covering: Size, cut: Size, canvas: Canvas, scaler: Scaler) -> String {
    let small = Scaler { flags: "area", by_zimg: false, ..scaler }.to(covering);
    let Size { width: narrow, height: low } = cut;
    let Canvas { width, height, .. } = canvas;
    format!(
        "{small},crop=w={narrow}:h={low},format=yuv420p,gblur=sigma=5,{DARKER},\
         scale=w={width}:h={height}:flags=bicubic,setsar=1"
    )
}

const DARKER: &str = "lutyuv=y='16+(val-16)*0.55':u='128+(val-128)*0.6':v='128+(val-128)*0.6'";

/// How a picture is scaled and its colours are converted on the way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scaler {
    /// swscale's algorithm.
    pub(super) flags: &'static str,
    /// The matrix of the source, where it must be told.
    pub(super) from: Option<&'static str>,
    /// Whether zimg does it.
    pub(super) by_zimg: bool,
}

impl Scaler {
    fn to(self, size: Size) -> String {
        let Size { width, height } = size;
        if self.by_zimg {
            return format!("zscale=w={width}:h={height}:f=lanczos:m=709:r=limited:c=left");
        }
        format!("scale=w={width}:h={height}:flags={}{}", self.flags, self.matrix())
    }

    /// The same in red, green and blue.
    fn to_rgb(self, size: Size) -> String {
        let Size { width, height } = size;
        let from = self.from.map(|from| format!(":in_color_matrix={from}")).unwrap_or_default();
        format!("scale=w={width}:h={height}:flags={}{from}", self.flags)
    }

    fn matrix(self) -> String {
        let from = self.from.map(|from| format!(":in_color_matrix={from}")).unwrap_or_default();
        format!("{from}:out_color_matrix=bt709:out_range=tv")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Canvas =
        Canvas { width: 1920, height: 1080, rate: crate::draft::FrameRate::whole(30) };
    const UPRIGHT: Canvas = Canvas { width: 1080, height: 1920, ..WIDE };

    fn size(width: u32, height: u32) -> Size {
        Size { width, height }
    }

    #[test]
    fn pictures_keep_their_shape_on_every_canvas() {
        let (black, white) = (Around::Plain(BLACK), Colour([255; 3]));
        for (shown, canvas, fit, expected) in [
            (size(1920, 1080), WIDE, Fit::Blur, Placing::Cropped { scaled: size(1920, 1080) }),
            (size(4000, 3000), WIDE, Fit::Cover, Placing::Cut { across: 1.0, down: 0.75 }),
            (size(300, 300), WIDE, Fit::Cover, Placing::Cropped { scaled: size(1920, 1920) }),
            (
                size(4000, 3000),
                WIDE,
                Fit::Contain,
                Placing::Inside { scaled: size(1440, 1080), x: 240, y: 0, around: black },
            ),
            (
                size(4000, 3000),
                WIDE,
                Fit::Over(white),
                Placing::Inside {
                    scaled: size(1440, 1080),
                    x: 240,
                    y: 0,
                    around: Around::Plain(white),
                },
            ),
            (
                size(2560, 1600),
                UPRIGHT,
                Fit::Blur,
                Placing::Inside {
                    scaled: size(1080, 676),
                    x: 0,
                    y: 622,
                    around: Around::Blurred { covering: size(278, 174), cut: size(98, 174) },
                },
            ),
            (
                size(1, 10_000),
                WIDE,
                Fit::Contain,
                Placing::Inside { scaled: size(2, 1080), x: 958, y: 0, around: black },
            ),
        ] {
            assert_eq!(placing(shown, canvas, fit), expected);
        }
    }

    #[test]
    fn a_hairline_of_a_bar_is_cut_off_instead() {
        let almost = placing(size(1366, 768), WIDE, Fit::Contain);
        assert_eq!(almost, Placing::Cropped { scaled: size(1920, 1080) });
    }
}
