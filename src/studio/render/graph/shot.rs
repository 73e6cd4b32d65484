//! One shot as a chain of filters that ends in exactly its frames.
//!
//! Whatever goes in, what comes out has the size, pixel format, colours and frame rate of the
//! canvas, and starts at time zero: the chains are interchangeable for what joins them.

use image::metadata::Orientation;

use crate::draft::{Canvas, Colour, Fit, FrameRate, Frames, Fx};
use crate::studio::render::footage::{Hdr, Motion, Picture, Size};
use crate::studio::render::moves::{Camera, Moving, Pixels};
use crate::studio::render::plan::{Content, Shot, Take};

use super::backwards::{Backwards, Wanted};
use super::cut_out::cut_out;
use super::effects;
use super::fit::{Scaler, filters, placing};
use super::following::following;
use super::input::Input;
use super::moved::{Moved, come_through, larger};
use super::seconds;

/// How every frame is described to whoever reads it.
pub(super) const COLOURS: &str =
    "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

/// A shot's input, if it reads one, and its chain without the label at its end.
pub(super) fn chain(
    shot: &Shot,
    canvas: Canvas,
    id: usize,
    input: usize,
) -> (Option<Input>, String) {
    let fades = fades(shot);
    match &shot.content {
        Content::Black => (None, format!("{}{fades}", plain("black", shot, canvas))),
        Content::Placeholder(_) => (None, format!("{}{fades}", plain("0x23262b", shot, canvas))),
        Content::Take(take) => {
            let Some(picture) = take.footage.picture else {
                return (None, plain("black", shot, canvas));
            };
            let reading = Reading { shot, take, picture, canvas, id };
            let (source, chain) = reading.chain();
            let stream = if source.is_fed() { 0 } else { picture.stream };
            (Some(source), format!("[{input}:{stream}]{chain}{fades}"))
        }
    }
}

fn plain(colour: &str, shot: &Shot, canvas: Canvas) -> String {
    let Canvas { width, height, rate } = canvas;
    let frames = shot.frames().0;
    format!(
        "color=c={colour}:s={width}x{height}:r={rate},format=yuv420p,setsar=1,{COLOURS},\
         trim=end_frame={frames}"
    )
}

/// Counted in frames, so that they end where the plan says.
fn fades(shot: &Shot) -> String {
    let mut fades = String::new();
    if shot.fade_in.0 > 0 {
        fades.push_str(&format!(",fade=t=in:s=0:n={}", shot.fade_in.0));
    }
    if shot.fade_out.0 > 0 {
        let start = shot.length.0 - shot.fade_out.0;
        fades.push_str(&format!(",fade=t=out:s={start}:n={}", shot.fade_out.0));
    }
    fades
}

/// A shot that reads a source.
struct Reading<'a> {
    shot: &'a Shot,
    take: &'a Take,
    picture: Picture,
    canvas: Canvas,
    id: usize,
}

/// How much before the in point is read: the frame that is on screen at the in point may have
/// started earlier, where frames are rare.
pub(super) const BEFORE: f64 = 0.5;

/// Moments at which source frames and film frames meet differ by rounding. Source frames are moved
/// by this part of a film frame, so that no rounding decides which of two frames is seen.
pub(in crate::studio::render) const BIAS: f64 = 0.23;

impl Reading<'_> {
    fn chain(&self) -> (Input, String) {
        let (input, chain) = match self.picture.motion {
            Motion::Still => return self.still(),
            Motion::Clip { .. } if self.take.effects.iter().any(Fx::is_freeze) => {
                return self.frozen();
            }
            Motion::Clip { .. } | Motion::Looping if self.take.reversed => self.backwards(),
            Motion::Clip { .. } | Motion::Looping => {
                let skipped = seconds(self.take.skip, self.canvas.rate) * self.take.speed;
                let from = self.take.source_in.as_secs_f64() + skipped;
                self.played(from, self.shot.frames().0)
            }
        };
        let Take { effects, skip, whole, .. } = self.take;
        (input, chain + &following(effects, *skip, *whole))
    }

    /// Scaled once; then the finished frame is repeated, which copies nothing.
    fn still(&self) -> (Input, String) {
        let input = Input::whole(&self.take.footage);
        self.held(input, "trim=end_frame=1", "lanczos+accurate_rnd+full_chroma_int")
    }

    /// One frame of a clip: the one that is on screen at the in point, found as a film would find it.
    fn frozen(&self) -> (Input, String) {
        let in_point = self.take.source_in.as_secs_f64();
        let before = in_point.min(BEFORE);
        let input = Input::part(&self.take.footage, in_point - before, before + 1.0);
        let bias = BIAS / self.canvas.rate.as_f64();
        let found = format!(
            "{}settb=AVTB,setpts=PTS-{:.0},fps=fps={}:round=up:start_time=0,trim=end_frame=1",
            whole_pictures(self.picture),
            (before + bias) * 1e6,
            self.canvas.rate,
        );
        self.held(input, &found, "bicubic")
    }

    /// One picture, found by some filters, for as long as it takes; the camera may move over it.
    fn held(&self, input: Input, found: &str, scaling: &'static str) -> (Input, String) {
        let (rate, frames) = (self.canvas.rate, self.shot.frames().0);
        if let Some(camera) = Camera::of(&self.take.effects) {
            let moved = self.moved(camera, found, scaling);
            let chain = moved.chain();
            return (input.moving(moved), chain);
        }
        let chain = format!(
            "{found},{},loop=loop=-1:size=1:start=0,{},trim=end_frame={frames}",
            self.dressed(scaling),
            counted(rate),
        );
        (input, chain)
    }

    fn moved(&self, camera: Camera, found: &str, scaling: &'static str) -> Moved {
        let Canvas { width, height, rate } = self.canvas;
        let shown = Size { width, height };
        let composed = larger(shown);
        let moving = Moving {
            camera,
            composed,
            shown,
            pixels: Pixels::Opaque,
            skip: self.take.skip.0,
            frames: self.shot.frames().0,
            whole: self.take.whole.0,
        };
        let canvas = Canvas { width: composed.width, height: composed.height, rate };
        let large = Self { canvas, id: 0, ..*self };
        let chain = format!("{found},{}", large.dressed(scaling));
        Moved::of(moving, rate, self.picture.stream, &chain)
    }

    /// So many frames from a moment of the source on.
    fn played(&self, from: f64, frames: u64) -> (Input, String) {
        let played = seconds(Frames(frames), self.canvas.rate) * self.take.speed;
        let footage = &self.take.footage;
        // A second more than needed: sources may have gaps.
        if self.picture.motion == Motion::Looping {
            return (Input::looped(footage, from + played + 1.0), self.moving(from, frames));
        }
        let before = from.min(BEFORE);
        let input = Input::part(footage, from - before, before + played + 1.0);
        (input, self.moving(before, frames))
    }

    /// The frames that it has forwards, the last one first.
    fn backwards(&self) -> (Input, String) {
        let Canvas { width, height, rate } = self.canvas;
        let wanted = Wanted {
            from: self.take.source_in,
            skip: self.take.skip.0,
            frames: self.shot.frames().0,
            speed: self.take.speed,
            rate,
            shown: Size { width, height },
            alpha: false,
        };
        let played = |from: f64, frames: u64| self.played(from, frames);
        let turned = Backwards::of(&wanted, self.picture, played);
        (Input::backwards(&self.take.footage, turned), come_through(rate, wanted.frames))
    }

    /// Frames at the film's rate from a moment of the input on. Frames that are not needed go
    /// before they cost anything; a source that ends early stays on its last frame.
    fn moving(&self, before: f64, frames: u64) -> String {
        let rate = self.canvas.rate;
        let bias = BIAS / rate.as_f64();
        let whole = whole_pictures(self.picture);
        format!(
            "{whole}settb=AVTB,setpts=(PTS-{:.0})/{:.6}-{:.0},fps=fps={rate}:round=up:start_time=0,{},\
             tpad=stop_mode=clone:stop=-1,trim=end_frame={frames}",
            before * 1e6,
            self.take.speed,
            bias * 1e6,
            self.dressed("bicubic"),
        )
    }

    /// Upright, opaque, of the canvas's size and colours, with its effects.
    fn dressed(&self, scaling: &'static str) -> String {
        let Picture { untold_matrix: from, by_zimg, .. } = self.picture;
        let scaler = Scaler { flags: scaling, from, by_zimg };
        let (cut, seen) = cut_out(&self.take.effects, self.picture.shown);
        let placing = placing(seen, self.canvas, self.take.fit);
        let mut steps = Vec::new();
        if self.picture.alpha {
            steps.push(self.opaque());
        }
        steps.extend(self.picture.hdr.map(tones));
        steps.extend(turned(self.picture.orientation).map(str::to_owned));
        steps.extend(cut);
        steps.push(filters(placing, self.canvas, scaler, self.id));
        steps.push("format=yuv420p,setsar=1".to_owned());
        steps.extend(self.take.effects.iter().filter_map(effects::filter));
        steps.push(COLOURS.to_owned());
        steps.join(",")
    }

    /// What is seen through, over what the picture is to lie on.
    fn opaque(&self) -> String {
        let Fit::Over(Colour([red, green, blue])) = self.take.fit else {
            return "format=gbrap,premultiply=inplace=1,format=gbrp".to_owned();
        };
        let id = self.id;
        format!(
            "format=gbrap,split=2[clear{id}][flat{id}];\
             [flat{id}]format=gbrp,lutrgb=r={red}:g={green}:b={blue}[ground{id}];\
             [ground{id}][clear{id}]overlay=format=gbrp,format=gbrp"
        )
    }
}

/// Fields become pictures before any of them is left out, as each is made with its neighbours.
pub(super) fn whole_pictures(picture: Picture) -> String {
    picture.fields.map(|filter| format!("{filter},")).unwrap_or_default()
}

/// Light is made linear, its colours those of BT.709, and what is brighter than white is pressed
/// together. A hundred nits are taken for the white of a page. Left to itself zimg undoes the curve of HLG
/// for each colour apart, which makes strong colours stronger; by the brightness of all three takes 40 ms
/// more for a frame of full HD.
pub(super) fn tones(hdr: Hdr) -> String {
    let exact = if hdr == Hdr::Hlg { ":agamma=0" } else { "" };
    format!(
        "zscale=t=linear:npl=100{exact},format=gbrpf32le,zscale=p=bt709,\
         tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p"
    )
}

/// Gives frames that come as fast as they are asked for the film's own times.
pub(super) fn counted(rate: FrameRate) -> String {
    format!("settb={}/{},setpts=N,fps=fps={rate}", rate.denominator(), rate.numerator())
}

pub(super) fn turned(orientation: Orientation) -> Option<&'static str> {
    Some(match orientation {
        Orientation::NoTransforms => return None,
        Orientation::Rotate90 => "transpose=clock",
        Orientation::Rotate180 => "hflip,vflip",
        Orientation::Rotate270 => "transpose=cclock",
        Orientation::FlipHorizontal => "hflip",
        Orientation::FlipVertical => "vflip",
        Orientation::Rotate90FlipH => "transpose=clock,hflip",
        Orientation::Rotate270FlipH => "transpose=cclock,hflip",
    })
}
