//! Another picture over the picture: a logo with what shows through it, or a clip in a corner.

use crate::draft::{Canvas, FrameRate, Frames, Fx};
use crate::studio::render::footage::{Motion, Picture, Size};
use crate::studio::render::moves::{Camera, Moving, Pixels};
use crate::studio::render::plan::{Caption, Ended, Handover, Overlay};

use super::backwards::{Backwards, Wanted};
use super::cut_out::cut_out;
use super::effects;
use super::following::following;
use super::handover::{Layer, STRAIGHT, WEIGHED, away, from_before, from_nothing};
use super::input::Input;
use super::inset_place::{Place, place, place_of_moved};
use super::moved::{Moved, come_through, larger};
use super::seconds;
use super::shot::{BEFORE, BIAS, counted, tones, turned, whole_pictures};

/// The inputs, the graph lines that lay it over the picture, and the label of the result. `input` is the
/// number of the first input.
pub(super) fn lay_over(
    under: &str,
    caption: &Caption,
    overlay: &Overlay,
    canvas: Canvas,
    input: usize,
) -> (Vec<Input>, Vec<String>, String) {
    let reading = Reading { skip: caption.skip, frames: caption.length.0, canvas, input };
    let Some((source, mut layer)) = reading.layer(overlay) else {
        // The plan has none of these; a graph must still be whole.
        return (Vec::new(), Vec::new(), under.to_owned());
    };
    layer.start = caption.start;
    layer.chain.push_str(&fades(caption, canvas.rate));
    let (mut inputs, mut before) = (vec![source], None);
    let (mut lines, laid) = match &overlay.handover {
        None => layer.alone(),
        Some(Handover::Away(crossing)) => away(layer, crossing),
        Some(Handover::From(crossing, ended)) => {
            if let Some(Ended { overlay, skip }) = ended.as_deref() {
                let frames = crossing.length.0.min(caption.length.0);
                before = Reading { skip: *skip, frames, canvas, input: input + 1 }.layer(overlay);
            }
            match before {
                None => from_nothing(layer, crossing),
                Some((source, before)) => {
                    inputs.push(source);
                    from_before(layer, &before, crossing)
                }
            }
        }
    };
    let mut under = under.to_owned();
    for (number, laid) in laid.iter().enumerate() {
        let result = format!("[o{}]", input + number);
        let (x, y) = (laid.x, laid.y);
        lines.push(format!(
            "{under}{}overlay=x={x}:y={y}:eof_action=pass:format=yuv420{result}",
            laid.label
        ));
        under = result;
    }
    (inputs, lines, under)
}

/// Some frames of it, from one of its own on.
#[derive(Debug, Clone, Copy)]
struct Reading {
    skip: Frames,
    frames: u64,
    canvas: Canvas,
    input: usize,
}

impl Reading {
    fn layer(self, overlay: &Overlay) -> Option<(Input, Layer)> {
        let Self { frames, canvas, input, .. } = self;
        let picture = overlay.footage.picture?;
        let (mut cut, seen) = cut_out(&overlay.effects, picture.shown);
        let held = held(overlay, picture, canvas.rate);
        let camera = Camera::of(&overlay.effects);
        let place = match (camera, &held) {
            (None, _) => place(seen, overlay.inset, overlay.fit, canvas),
            (Some(_), Some(_)) => place_of_moved(seen, overlay.inset, overlay.fit, canvas, larger),
            (Some(_), None) => place_of_moved(seen, overlay.inset, overlay.fit, canvas, |it| it),
        };
        cut.extend(place.before.clone());
        let dressed = dressed(overlay, picture, &cut, &place, input);
        let (source, chain) = match (held, camera) {
            (Some((source, found)), Some(camera)) => {
                let moved = self.moved(overlay, (camera, picture), &place, &[found, dressed]);
                let chain = moved.chain();
                (source.moving(moved), chain)
            }
            (Some((source, found)), None) => {
                let anew = counted(canvas.rate);
                let again = format!("loop=loop=-1:size=1:start=0,{anew},trim=end_frame={frames}");
                (source, format!("{found},{dressed},{again}"))
            }
            (None, _) => {
                let (source, chain) = self.moving(overlay, picture, place.size, &dressed);
                (source, chain + &self.followed(overlay, is_clear(overlay, picture, &place)))
            }
        };
        let stream = if source.is_fed() { 0 } else { picture.stream };
        let layer = Layer {
            chain: format!("[{input}:{stream}]{chain}"),
            input,
            start: Frames(0),
            frames,
            rate: canvas.rate,
            x: place.x,
            y: place.y,
            size: place.size,
        };
        Some((source, layer))
    }

    /// What plays, forwards or backwards.
    fn moving(
        self,
        overlay: &Overlay,
        picture: Picture,
        shown: Size,
        dressed: &str,
    ) -> (Input, String) {
        if overlay.reversed {
            return self.backwards(overlay, picture, shown, dressed);
        }
        let skipped = seconds(self.skip, self.canvas.rate) * overlay.speed;
        let from = overlay.source_in.as_secs_f64() + skipped;
        played(overlay, picture, (from, self.frames), self.canvas.rate, dressed)
    }

    /// What a camera sees of what plays. What is clear has colours, too, which must not run into the others.
    fn followed(self, overlay: &Overlay, is_clear: bool) -> String {
        let following = following(&overlay.effects, self.skip, overlay.whole);
        if following.is_empty() || !is_clear {
            return following;
        }
        format!(",{WEIGHED}{following},unpremultiply=inplace=1,{STRAIGHT}")
    }

    /// With a camera that moves over it, after some filters. What covers the canvas by its fit is moved with all
    /// that is clear around it, as shots are; in a place of its own it is moved within that.
    fn moved(
        self,
        overlay: &Overlay,
        (camera, picture): (Camera, Picture),
        place: &Place,
        steps: &[String; 2],
    ) -> Moved {
        let is_clear = is_clear(overlay, picture, place);
        let pixels = if is_clear { Pixels::Clear } else { Pixels::Opaque };
        let moving = Moving {
            camera,
            composed: larger(place.size),
            shown: place.size,
            pixels,
            skip: self.skip.0,
            frames: self.frames,
            whole: overlay.whole.0,
        };
        let [found, dressed] = steps;
        let last = if is_clear { WEIGHED } else { "format=yuv420p" };
        let chain = format!("{found},{dressed},{last}");
        Moved::of(moving, self.canvas.rate, picture.stream, &chain)
    }

    /// The same frames, the last one first.
    fn backwards(
        self,
        overlay: &Overlay,
        picture: Picture,
        shown: Size,
        dressed: &str,
    ) -> (Input, String) {
        let Self { skip, frames, canvas: Canvas { rate, .. }, .. } = self;
        let wanted = Wanted {
            from: overlay.source_in,
            skip: skip.0,
            frames,
            speed: overlay.speed,
            rate,
            shown,
            alpha: true,
        };
        let played =
            |from: f64, frames: u64| played(overlay, picture, (from, frames), rate, dressed);
        let turned = Backwards::of(&wanted, picture, played);
        (Input::backwards(&overlay.footage, turned), come_through(rate, frames))
    }
}

/// Whether something below shows through it or around it.
fn is_clear(overlay: &Overlay, picture: Picture, place: &Place) -> bool {
    let shines = overlay.inset.is_some_and(|inset| inset.opacity < 100);
    picture.alpha || shines || place.around.is_some()
}

/// Upright, of its size, with what shows through it. Transparent pixels have colours too, which must
/// not run into the others when it is scaled.
fn dressed(
    overlay: &Overlay,
    picture: Picture,
    cut: &[String],
    place: &Place,
    id: usize,
) -> String {
    let Size { width, height } = place.scaled;
    let from = picture.untold_matrix.map(|from| format!(":in_color_matrix={from}"));
    let from = from.unwrap_or_default();
    let colours = "out_color_matrix=bt709:out_range=tv";
    let mut steps: Vec<String> = Vec::new();
    steps.extend(picture.hdr.map(tones));
    steps.extend(turned(picture.orientation).map(str::to_owned));
    steps.extend(cut.iter().cloned());
    if picture.alpha {
        steps.push(format!(
            "format=gbrap,premultiply=inplace=1,scale=w={width}:h={height}:flags=lanczos,\
             unpremultiply=inplace=1"
        ));
        steps.extend(place.after.clone());
        steps.push(format!("scale={colours},format=yuva420p"));
        let known = overlay.effects.iter().filter_map(effects::filter).enumerate();
        steps.extend(known.map(|(number, filter)| effects::keeping_clear(&filter, id, number)));
    } else {
        steps.push(format!("scale=w={width}:h={height}:flags=bicubic{from}:{colours}"));
        steps.extend(place.after.clone());
        steps.push("format=yuv420p".to_owned());
        steps.extend(overlay.effects.iter().filter_map(effects::filter));
        steps.push("format=yuva420p".to_owned());
    }
    steps.extend(place.around.clone());
    steps.push("setsar=1".to_owned());
    if let Some(inset) = overlay.inset.filter(|inset| inset.opacity < 100) {
        let share = f64::from(inset.opacity) / 100.0;
        steps.push(format!("colorchannelmixer=aa={share:.2}"));
    }
    steps.join(",")
}

/// Where it is one picture: its input, and the filters that find it there. Of a clip that stands still that is
/// the one that is on screen at the in point.
fn held(overlay: &Overlay, picture: Picture, rate: FrameRate) -> Option<(Input, String)> {
    match picture.motion {
        Motion::Still => Some((Input::whole(&overlay.footage), "trim=end_frame=1".to_owned())),
        Motion::Clip { .. } if overlay.effects.iter().any(Fx::is_freeze) => {
            let from = overlay.source_in.as_secs_f64();
            let before = from.min(BEFORE);
            let found = format!(
                "{}settb=AVTB,setpts=PTS-{:.0},fps=fps={rate}:round=up:start_time=0,trim=end_frame=1",
                whole_pictures(picture),
                (before + BIAS / rate.as_f64()) * 1e6,
            );
            Some((Input::part(&overlay.footage, from - before, before + 1.0), found))
        }
        Motion::Clip { .. } | Motion::Looping => None,
    }
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

/// Of what goes on from an earlier chunk a fade may be under way: there it goes by the time since the
/// real beginning.
fn fades(caption: &Caption, rate: FrameRate) -> String {
    let Caption { skip, length, fade_in, fade_out, whole, .. } = caption;
    let mut fades = String::new();
    let gone = whole.0 - fade_out.0;
    let rises = fade_in.0 > skip.0;
    let falls = fade_out.0 > 0 && gone < skip.0 + length.0;
    if skip.0 == 0 {
        if rises {
            fades.push_str(&format!(",fade=t=in:s=0:n={}:alpha=1", fade_in.0));
        }
        if falls {
            fades.push_str(&format!(",fade=t=out:s={gone}:n={}:alpha=1", fade_out.0));
        }
        return fades;
    }
    if rises || falls {
        fades.push_str(&format!(",setpts=PTS+{:.6}/TB", seconds(*skip, rate)));
    }
    if rises {
        fades.push_str(&format!(",fade=t=in:st=0:d={:.6}:alpha=1", seconds(*fade_in, rate)));
    }
    if falls {
        let (start, length) = (seconds(Frames(gone), rate), seconds(*fade_out, rate));
        fades.push_str(&format!(",fade=t=out:st={start:.6}:d={length:.6}:alpha=1"));
    }
    fades
}
