//! Words over the picture: drawn once, and faded or moved in their own rectangle only. Where they come
//! or go in a way that is drawn, their file has one picture for each frame of it.

use crate::draft::{Canvas, FrameRate, TextMove};
use crate::studio::render::plan::Caption;

use super::input::Input;
use super::shot::counted;
use super::{Drawing, seconds};

const SPARE: u64 = 2;

/// The input that has the words.
pub(super) fn drawn(drawing: &Drawing, rate: FrameRate) -> Input {
    if drawing.coming + drawing.going == 0 {
        Input::own(&drawing.path)
    } else {
        Input::pictures(&drawing.path, rate)
    }
}

/// Graph lines that lay one caption over the picture; the label of the result.
pub(super) fn lay_over(
    under: &str,
    caption: &Caption,
    drawing: &Drawing,
    canvas: Canvas,
    input: usize,
) -> (Vec<String>, String) {
    let rate = canvas.rate;
    let Caption { start, length, skip, whole, .. } = caption;
    // ffmpeg may let go of an input before its last frame; words that go on in the next chunk have some
    // to spare, which nobody reads.
    let shown = skip.0 + length.0;
    let end = if whole.0 > shown { shown + SPARE } else { shown };
    let fades = fades(caption, drawing);
    // Everything is counted from the caption's real beginning, of which this may be a later part.
    let words = format!(
        "[{input}:v]{},{},trim=end_frame={end}{fades},trim=start_frame={},\
         setpts=PTS-STARTPTS+{:.6}/TB[w{input}]",
        held(caption, drawing),
        counted(rate),
        skip.0,
        seconds(*start, rate),
    );
    let result = format!("[o{input}]");
    let (x, y) = place(caption, drawing, canvas);
    let over =
        format!("{under}[w{input}]overlay=x={x}:y={y}:eof_action=pass:format=yuv420{result}");
    (vec![words, over], result)
}

/// The finished picture as often as it takes, between those of its coming and of its going.
fn held(caption: &Caption, drawing: &Drawing) -> String {
    let colours = "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p";
    let (coming, going) = (drawing.coming as u64, drawing.going as u64);
    if coming + going == 0 {
        return format!("trim=end_frame=1,{colours},loop=loop=-1:size=1:start=0");
    }
    let times = caption.whole.0.saturating_sub(coming + going + 1);
    format!("{colours},loop=loop={times}:size=1:start={coming}")
}

/// Words that are drawn on their way do not fade as well.
fn fades(caption: &Caption, drawing: &Drawing) -> String {
    let mut fades = String::new();
    if drawing.coming == 0 && caption.style.entrance != TextMove::Cut {
        fades.push_str(&format!(",fade=t=in:s=0:n={}:alpha=1", caption.fade_in.0.max(1)));
    }
    if drawing.going == 0 && caption.style.exit != TextMove::Cut {
        let gone = caption.whole.0 - caption.fade_out.0;
        fades.push_str(&format!(",fade=t=out:s={gone}:n={}:alpha=1", caption.fade_out.0.max(1)));
    }
    fades
}

/// Where the words are at each frame: in their place, but for the way to it and from it.
fn place(caption: &Caption, drawing: &Drawing, canvas: Canvas) -> (String, String) {
    let Drawing { x, y, width, height, .. } = drawing;
    // From where nothing of them is seen.
    let (left, right) = (i64::from(x + width), i64::from(canvas.width - x));
    let (up, down) = (i64::from(y + height), i64::from(canvas.height - y));
    let (mut across, mut along) = (x.to_string(), y.to_string());
    let frame = format!("(n-{}+{})", caption.start.0, caption.skip.0);
    let coming = format!("pow(1-min(({frame}+1)/{},1),3)", caption.fade_in.0.max(1));
    match caption.style.entrance {
        TextMove::Right => across.push_str(&format!("-{left}*{coming}")),
        TextMove::Left => across.push_str(&format!("+{right}*{coming}")),
        TextMove::Down => along.push_str(&format!("-{up}*{coming}")),
        TextMove::Up => along.push_str(&format!("+{down}*{coming}")),
        _ => {}
    }
    let gone = caption.whole.0 - caption.fade_out.0;
    let going = format!("pow(max(({frame}-{gone}+1)/{},0),3)", caption.fade_out.0.max(1));
    match caption.style.exit {
        TextMove::Right => across.push_str(&format!("+{right}*{going}")),
        TextMove::Left => across.push_str(&format!("-{left}*{going}")),
        TextMove::Down => along.push_str(&format!("+{down}*{going}")),
        TextMove::Up => along.push_str(&format!("-{up}*{going}")),
        _ => {}
    }
    (quoted(across), quoted(along))
}

fn quoted(expression: String) -> String {
    if expression.contains('(') { format!("'{expression}'") } else { expression }
}
