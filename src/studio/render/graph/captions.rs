//! Words over the picture: drawn once, faded, and blended in their own rectangle only.

use crate::draft::Canvas;
use crate::studio::render::plan::Caption;

use super::shot::counted;
use super::{Drawing, seconds};

/// Graph lines that lay one caption over the picture; the label of the result.
pub(super) fn lay_over(
    under: &str,
    caption: &Caption,
    drawing: &Drawing,
    canvas: Canvas,
    input: usize,
) -> (Vec<String>, String) {
    let Caption { start, length, skip, fade_in, fade_out, whole, .. } = caption;
    let rate = canvas.rate;
    let end = skip.0 + length.0;
    let gone = whole.0 - fade_out.0;
    // The fades are counted from the caption's real beginning, of which this may be a later part.
    let words = format!(
        "[{input}:v]trim=end_frame=1,scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,\
         loop=loop=-1:size=1:start=0,{},trim=end_frame={end},fade=t=in:s=0:n={}:alpha=1,\
         fade=t=out:s={gone}:n={}:alpha=1,trim=start_frame={},\
         setpts=PTS-STARTPTS+{:.6}/TB[w{input}]",
        counted(rate),
        fade_in.0.max(1),
        fade_out.0.max(1),
        skip.0,
        seconds(*start, rate),
    );
    let result = format!("[o{input}]");
    let Drawing { x, y, .. } = drawing;
    let over =
        format!("{under}[w{input}]overlay=x={x}:y={y}:eof_action=pass:format=yuv420{result}");
    (vec![words, over], result)
}
