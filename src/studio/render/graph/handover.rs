//! Transitions of what lies over the picture, each in its own rectangle.
//!
//! What is clear takes part: both pictures are mixed with what shows through them, colours weighed by how
//! solid they are, so that nothing shines through at the edges. Where one lay in another place, both are
//! mixed in the rectangle that has room for the two.

use crate::draft::{FrameRate, Frames};
use crate::studio::render::footage::Size;
use crate::studio::render::plan::Crossing;

use super::crossings::xfade_name;
use super::seconds;
use super::shot::counted;

/// A picture that is to lie over the picture, as a chain from its input on.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub(super) chain: String,
    pub(super) input: usize,
    /// Where it begins in the chunk.
    pub(super) start: Frames,
    pub(super) frames: u64,
    pub(super) rate: FrameRate,
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) size: Size,
}

/// A label and where it is to be laid.
pub(super) struct Laid {
    pub(super) label: String,
    pub(super) x: u32,
    pub(super) y: u32,
}

/// Transitions that go through black or grey. Black over the picture would be a black rectangle: what is
/// clear is taken through the transition by itself, so that they go through nothing.
const APART: [&str; 4] = ["fadeblack", "fadegrays", "circlecrop", "rectcrop"];

/// As it lies over the picture, from red, green and blue.
pub(super) const STRAIGHT: &str =
    "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,setsar=1";
/// Colours by how solid they are.
pub(super) const WEIGHED: &str =
    "scale=in_color_matrix=bt709:in_range=tv,format=gbrap,premultiply=inplace=1";

const LIGHT: &str = "scale=out_color_matrix=bt709:out_range=tv,format=yuv444p";
const UNLIGHT: &str = "scale=in_color_matrix=bt709:in_range=tv,format=gbrap";

impl Layer {
    /// With nothing that it takes over from.
    pub(super) fn alone(self) -> (Vec<String>, Vec<Laid>) {
        let label = format!("[w{}]", self.input);
        let line = format!("{}{}{label}", self.chain, self.at(0));
        (vec![line], vec![self.laid(label)])
    }

    fn laid(&self, label: String) -> Laid {
        Laid { label, x: self.x, y: self.y }
    }

    /// The filter that puts a stream at its time, so many frames after the beginning.
    fn at(&self, frames: u64) -> String {
        let start = seconds(Frames(self.start.0 + frames), self.rate);
        format!(",setpts=PTS-STARTPTS+{start:.6}/TB")
    }

    /// Nothing, of its size.
    fn nothing(&self, frames: u64) -> String {
        let (Size { width, height }, rate) = (self.size, self.rate);
        format!(
            "color=c=black@0:s={width}x{height}:r={rate},format=yuva420p,setsar=1,trim=end_frame={frames}"
        )
    }

    /// Graph lines that mix two streams into `[w]` and its number, beginning with it.
    fn mixed(&self, crossing: &Crossing, frames: u64, from: &str, to: &str) -> Vec<String> {
        let (id, kind) = (self.input, xfade_name(&crossing.kind));
        let duration = seconds(Frames(frames), self.rate);
        let mix = format!("xfade=transition={kind}:duration={duration:.6}:offset=0");
        let end = format!("unpremultiply=inplace=1,{STRAIGHT}{}[w{id}]", self.at(0));
        if !APART.contains(&kind) {
            return vec![
                format!("{from}{WEIGHED}[f{id}]"),
                format!("{to}{WEIGHED}[g{id}]"),
                format!("[f{id}][g{id}]{mix},{end}"),
            ];
        }
        // Through grey it goes by brightness; what is clear has none, and is mixed evenly.
        let is_grey = kind == "fadegrays";
        let (into, out_of) =
            if is_grey { (LIGHT, UNLIGHT) } else { ("format=gbrp", "format=gbrap") };
        let clear = if is_grey { mix.replace(kind, "fade") } else { mix.clone() };
        let parted = |side: &str, label: &str| {
            [
                format!("{label}{WEIGHED},split=2[{side}{id}a][{side}{id}b]"),
                format!("[{side}{id}a]format=gbrp,{into}[{side}{id}]"),
                format!("[{side}{id}b]alphaextract,format=gbrp[{side}{id}s]"),
            ]
        };
        let mut lines: Vec<String> = parted("f", from).into_iter().chain(parted("g", to)).collect();
        lines.push(format!("[f{id}][g{id}]{mix}[m{id}]"));
        lines.push(format!("[f{id}s][g{id}s]{clear},extractplanes=g[m{id}s]"));
        lines.push(format!("[m{id}]{out_of}[m{id}c]"));
        lines.push(format!("[m{id}c][m{id}s]alphamerge,{end}"));
        lines
    }

    /// Its first frames and the others, where there are any, as labels.
    fn parted(&self, frames: u64, lines: &mut Vec<String>) -> (String, Option<String>) {
        let id = self.input;
        if frames >= self.frames {
            lines.push(format!("{}[n{id}]", self.chain));
            return (format!("[n{id}]"), None);
        }
        let anew = counted(self.rate);
        lines.push(format!("{},split=2[n{id}a][n{id}b]", self.chain));
        lines.push(format!("[n{id}a]trim=end_frame={frames},{anew}[n{id}]"));
        lines.push(format!("[n{id}b]trim=start_frame={frames}{}[v{id}]", self.at(frames)));
        (format!("[n{id}]"), Some(format!("[v{id}]")))
    }
}

/// It comes out of nothing.
pub(super) fn from_nothing(mut layer: Layer, crossing: &Crossing) -> (Vec<String>, Vec<Laid>) {
    let frames = crossing.length.0.min(layer.frames);
    if xfade_name(&crossing.kind) == "fade" {
        layer.chain.push_str(&format!(",fade=t=in:s=0:n={frames}:alpha=1"));
        return layer.alone();
    }
    let mut lines = Vec::new();
    let (head, body) = layer.parted(frames, &mut lines);
    let from = layer.nothing(frames);
    let laid = [Some(format!("[w{}]", layer.input)), body].into_iter().flatten();
    lines.extend(layer.mixed(crossing, frames, &format!("{from},"), &head));
    let laid = laid.map(|label| layer.laid(label)).collect();
    (lines, laid)
}

/// It goes into nothing.
pub(super) fn away(mut layer: Layer, crossing: &Crossing) -> (Vec<String>, Vec<Laid>) {
    let frames = layer.frames;
    if xfade_name(&crossing.kind) == "fade" {
        layer.chain.push_str(&format!(",fade=t=out:s=0:n={frames}:alpha=1"));
        return layer.alone();
    }
    let to = format!("{},", layer.nothing(frames));
    let from = format!("{},", layer.chain);
    let lines = layer.mixed(crossing, frames, &from, &to);
    (lines, vec![layer.laid(format!("[w{}]", layer.input))])
}

/// It takes over from another one.
pub(super) fn from_before(
    layer: Layer,
    before: &Layer,
    crossing: &Crossing,
) -> (Vec<String>, Vec<Laid>) {
    let frames = crossing.length.0.min(layer.frames);
    let mut lines = Vec::new();
    let (head, body) = layer.parted(frames, &mut lines);
    let body = body.map(|label| layer.laid(label));
    let both = around(&layer, before);
    let from = format!("{}{},", before.chain, room(before, &both));
    let to = match room(&layer, &both) {
        room if room.is_empty() => head,
        room => format!("{head}{},", room.trim_start_matches(',')),
    };
    lines.extend(both.mixed(crossing, frames, &from, &to));
    let mixed = both.laid(format!("[w{}]", both.input));
    (lines, [Some(mixed), body].into_iter().flatten().collect())
}

/// The first layer in the rectangle that has room for both.
fn around(layer: &Layer, other: &Layer) -> Layer {
    let (x, y) = (layer.x.min(other.x), layer.y.min(other.y));
    let right = (layer.x + layer.size.width).max(other.x + other.size.width);
    let bottom = (layer.y + layer.size.height).max(other.y + other.size.height);
    Layer { x, y, size: Size { width: right - x, height: bottom - y }, ..layer.clone() }
}

/// The filter that gives a layer the room of another, where it needs one.
fn room(layer: &Layer, both: &Layer) -> String {
    if layer.size == both.size {
        return String::new();
    }
    let (Size { width, height }, x, y) = (both.size, layer.x - both.x, layer.y - both.y);
    format!(",pad=w={width}:h={height}:x={x}:y={y}:color=black@0")
}
