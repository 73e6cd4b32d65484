//! Another picture over the picture: a logo with what shows through it, or a clip in a corner.

use crate::draft::{Canvas, FrameRate, Frames, TextPlace};
use crate::studio::render::footage::{Motion, Picture, Size};
use crate::studio::render::plan::{Caption, Overlay};

use super::backwards::{Backwards, Wanted};
use super::cut_out::cut_out;
use super::effects;
use super::input::Input;
use super::seconds;
use super::shot::{BEFORE, BIAS, COLOURS, TONES, counted, turned, whole_pictures};

/// The input, the graph lines that lay it over the picture, and the label of the result.
pub(super) fn lay_over(
    under: &str,
    caption: &Caption,
    overlay: &Overlay,
    canvas: Canvas,
    input: usize,
) -> (Input, Vec<String>, String) {
    let Some(picture) = overlay.footage.picture else {
        // The plan has none of these; a graph must still be whole.
        let result = format!("[o{input}]");
        return (Input::whole(&overlay.footage), vec![format!("{under}null{result}")], result);
    };
    let (cut, seen) = cut_out(&overlay.effects, picture.shown);
    let size = size(seen, overlay, canvas);
    let (x, y) = corner(overlay.inset.place, size, canvas);
    let dressed = dressed(overlay, picture, &cut, size);
    let (source, chain) = match picture.motion {
        Motion::Still => still(caption, overlay, canvas, &dressed),
        Motion::Clip { .. } | Motion::Looping if overlay.reversed => {
            backwards(caption, overlay, picture, (canvas, size), &dressed)
        }
        Motion::Clip { .. } | Motion::Looping => {
            let skipped = seconds(caption.skip, canvas.rate) * overlay.speed;
            let from = overlay.source_in.as_secs_f64() + skipped;
            played(overlay, picture, (from, caption.length.0), canvas.rate, &dressed)
        }
    };
    let stream = if source.is_fed() { 0 } else { picture.stream };
    let words = format!(
        "[{input}:{stream}]{chain}{},setpts=PTS-STARTPTS+{:.6}/TB[w{input}]",
        fades(caption),
        seconds(caption.start, canvas.rate),
    );
    let result = format!("[o{input}]");
    let over =
        format!("{under}[w{input}]overlay=x={x}:y={y}:eof_action=pass:format=yuv420{result}");
    (source, vec![words, over], result)
}

/// As wide as it is to be, in its own shape, and never higher than the canvas has room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of a canvas")]
fn size(seen: Size, overlay: &Overlay, canvas: Canvas) -> Size {
    let ratio = f64::from(seen.height.max(1)) / f64::from(seen.width.max(1));
    let wide = f64::from(canvas.width) * f64::from(overlay.inset.size) / 100.0;
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

/// Upright, of its size, with what shows through it. Transparent pixels have colours too, which must
/// not run into the others when it is scaled.
fn dressed(overlay: &Overlay, picture: Picture, cut: &[String], size: Size) -> String {
    let Size { width, height } = size;
    let from = picture.untold_matrix.map(|from| format!(":in_color_matrix={from}"));
    let from = from.unwrap_or_default();
    let colours = "out_color_matrix=bt709:out_range=tv";
    let mut steps: Vec<String> = Vec::new();
    steps.extend(picture.is_hdr.then(|| TONES.to_owned()));
    steps.extend(turned(picture.orientation).map(str::to_owned));
    steps.extend(cut.iter().cloned());
    if picture.alpha {
        steps.push(format!(
            "format=gbrap,premultiply=inplace=1,scale=w={width}:h={height}:flags=lanczos,\
             unpremultiply=inplace=1,scale={colours},format=yuva420p"
        ));
    } else {
        steps.push(format!("scale=w={width}:h={height}:flags=bicubic{from}:{colours}"));
        steps.push("format=yuv420p".to_owned());
        steps.extend(overlay.effects.iter().filter_map(effects::filter));
        steps.push("format=yuva420p".to_owned());
    }
    steps.push("setsar=1".to_owned());
    if overlay.inset.opacity < 100 {
        let share = f64::from(overlay.inset.opacity) / 100.0;
        steps.push(format!("colorchannelmixer=aa={share:.2}"));
    }
    steps.join(",")
}

fn still(caption: &Caption, overlay: &Overlay, canvas: Canvas, dressed: &str) -> (Input, String) {
    let chain = format!(
        "trim=end_frame=1,{dressed},loop=loop=-1:size=1:start=0,{},trim=end_frame={}",
        counted(canvas.rate),
        caption.length.0,
    );
    (Input::whole(&overlay.footage), chain)
}

/// As shots do it: so many frames at the film's rate from a moment on, and the last one for as long as it
/// takes.
fn played(
    overlay: &Overlay,
    picture: Picture,
    (from, frames): (f64, u64),
    rate: FrameRate,
    dressed: &str,
) -> (Input, String) {
    let played = seconds(Frames(frames), rate) * overlay.speed;
    let loops = picture.motion == Motion::Looping;
    let before = if loops { from } else { from.min(BEFORE) };
    let input = if loops {
        Input::looped(&overlay.footage, before + played + 1.0)
    } else {
        Input::part(&overlay.footage, from - before, before + played + 1.0)
    };
    let chain = format!(
        "{}settb=AVTB,setpts=(PTS-{:.0})/{:.6}-{:.0},fps=fps={rate}:round=up:start_time=0,{dressed},\
         tpad=stop_mode=clone:stop=-1,trim=end_frame={frames}",
        whole_pictures(picture),
        before * 1e6,
        overlay.speed,
        BIAS / rate.as_f64() * 1e6,
    );
    (input, chain)
}

/// The same frames, the last one first.
fn backwards(
    caption: &Caption,
    overlay: &Overlay,
    picture: Picture,
    (canvas, shown): (Canvas, Size),
    dressed: &str,
) -> (Input, String) {
    let rate = canvas.rate;
    let wanted = Wanted {
        from: overlay.source_in,
        skip: caption.skip.0,
        frames: caption.length.0,
        speed: overlay.speed,
        rate,
        shown,
        alpha: true,
    };
    let played = |from: f64, frames: u64| played(overlay, picture, (from, frames), rate, dressed);
    let turned = Backwards::of(&wanted, picture, played);
    let chain = format!(
        "setsar=1,{COLOURS},{},tpad=stop_mode=clone:stop=-1,trim=end_frame={}",
        counted(rate),
        caption.length.0
    );
    (Input::backwards(&overlay.footage, turned), chain)
}

/// Only what is seen of it in this chunk is here, so a fade is here if its beginning is.
fn fades(caption: &Caption) -> String {
    let mut fades = String::new();
    if caption.skip.0 == 0 && caption.fade_in.0 > 0 {
        fades.push_str(&format!(",fade=t=in:s=0:n={}:alpha=1", caption.fade_in.0));
    }
    let gone = caption.whole.0 - caption.fade_out.0;
    if caption.fade_out.0 > 0 && gone >= caption.skip.0 {
        let start = gone - caption.skip.0;
        fades.push_str(&format!(",fade=t=out:s={start}:n={}:alpha=1", caption.fade_out.0));
    }
    fades
}
