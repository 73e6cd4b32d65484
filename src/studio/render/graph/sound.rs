//! The runs that mix the sound: 48 kHz stereo in floating point, limited at the very end.
//!
//! A run mixes a bounded number of cues. Films with more are mixed in groups first, each into a file
//! that starts with its earliest cue; those files are then mixed like cues.

use std::ffi::OsString;
use std::path::Path;

use crate::studio::ffmpeg::file_argument;
use crate::studio::render::footage::{Footage, Sound};
use crate::studio::render::form::Form;
use crate::studio::render::plan::{Cue, Curve, Fade, Reversal, SAMPLE_RATE, Samples, Voice};
use crate::studio::render::prepare::Sounds;

use super::arguments;
use super::input::Input;

/// Sounds that one process mixes.
pub(in crate::studio::render) const MOST_CUES: usize = 24;

/// One sound of a mix: what to open, and what to do with it up to its place in time.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct Part {
    input: Input,
    stream: u32,
    filters: Vec<String>,
}

/// What comes out of a mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::studio::render) enum Mix {
    /// A group to be mixed further, as long as it is.
    Group,
    /// The film's sound: limited, and of exactly this length.
    Film(Samples),
    /// The same, encoded as films have it.
    Coded(Samples),
}

/// A cue in a mix that starts at `origin`; none when its music was not made, or not turned round.
pub(in crate::studio::render) fn cue_part(
    cue: &Cue,
    origin: Samples,
    sounds: &Sounds,
) -> Option<Part> {
    let (input, stream, mut filters) = match &cue.voice {
        Voice::Footage(_) if cue.reversed => {
            let turned = sounds.turned.get(&cue.reversal()?)?;
            (Input::own(turned), 0, Vec::new())
        }
        Voice::Footage(footage) => {
            let played = cue.length.as_secs_f64() * cue.speed + 1.0;
            opened(footage, footage.sound?, cue.source_in.as_secs_f64(), played)
        }
        Voice::Music(brief) => {
            let music = &sounds.music;
            let skip = format!("atrim=start={:.6}", cue.source_in.as_secs_f64());
            let filters = vec![skip, "asetpts=PTS-STARTPTS".to_owned(), resampled()];
            (Input::own(music.get(brief)?), 0, filters)
        }
    };
    filters.extend(tempo(cue.speed));
    filters.push(format!("atrim=end_sample={}", cue.length.0));
    filters.extend(fade("in", Samples(0), cue.fade_in, cue.length));
    filters.extend(fade("out", cue.length, cue.fade_out, cue.length));
    filters.push(format!("volume={:.6}", cue.gain));
    filters.extend(delayed(cue.start - origin));
    Some(Part { input, stream, filters })
}

/// A group that was mixed before, in the film's mix.
pub(in crate::studio::render) fn premixed_part(path: &Path, start: Samples) -> Part {
    Part { input: Input::own(path), stream: 0, filters: delayed(start).collect() }
}

/// All of a film's sound, mixed before, louder or quieter.
pub(in crate::studio::render) fn amplified_part(path: &Path, gain: f64) -> Part {
    Part { input: Input::own(path), stream: 0, filters: vec![format!("volume={gain:.6}")] }
}

/// Arguments that write a stretch of a source's sound as bare samples, as many as it lasts, for it to be
/// turned round.
pub(in crate::studio::render) fn unturned(
    footage: &Footage,
    sound: Sound,
    reversal: &Reversal,
    target: &Path,
) -> Vec<OsString> {
    let (from, to) = (reversal.from, reversal.to);
    let played = (to - from).as_secs_f64() + 1.0;
    let (input, stream, filters) = opened(footage, sound, from.as_secs_f64(), played);
    let samples = (to - from).0 * SAMPLE_RATE / 1000;
    let graph = format!(
        "[0:{stream}]{},apad=whole_len={samples},atrim=end_sample={samples}[sound]",
        filters.join(",")
    );
    let written = ["-map", "[sound]", "-c:a", "pcm_f32le", "-f", "f32le", "-y"];
    let output = written.into_iter().map(OsString::from).chain([file_argument(target)]);
    arguments(&[input], &graph, output.collect())
}

fn opened(footage: &Footage, sound: Sound, from: f64, played: f64) -> (Input, u32, Vec<String>) {
    let (input, skip) = if sound.indexed {
        (Input::part(footage, from, played), None)
    } else {
        let skip = format!("atrim=start={from:.6},asetpts=PTS-STARTPTS");
        (Input::part(footage, 0.0, from + played), Some(skip))
    };
    let filters = skip.into_iter().chain([resampled(), stereo(sound.channels).to_owned()]);
    (input, sound.stream, filters.collect())
}

/// Starts at zero and has no holes, whatever the source's times say.
fn resampled() -> String {
    format!("aresample={SAMPLE_RATE}:async=1:first_pts=0")
}

/// One channel is heard from both sides at full level; five are folded by the usual weights.
const fn stereo(channels: u32) -> &'static str {
    match channels {
        1 => "aformat=sample_fmts=fltp,pan=stereo|c0=c0|c1=c0",
        _ => "aformat=sample_fmts=fltp:channel_layouts=stereo",
    }
}

/// Faster or slower at the same pitch; one filter goes down to half speed.
fn tempo(speed: f64) -> Vec<String> {
    let mut left = speed;
    let mut filters = Vec::new();
    while left < 0.5 {
        filters.push("atempo=0.5".to_owned());
        left /= 0.5;
    }
    if (left - 1.0).abs() > 1e-6 {
        filters.push(format!("atempo={left:.6}"));
    }
    filters
}

fn fade(direction: &str, end: Samples, fade: Fade, most: Samples) -> Option<String> {
    let length = fade.length.min(most);
    let curve = match fade.curve {
        Curve::Linear => "tri",
        Curve::Crossing => "qsin",
    };
    let start = (end - length).0;
    (length.0 > 0).then(|| format!("afade=t={direction}:ss={start}:ns={}:curve={curve}", length.0))
}

fn delayed(by: Samples) -> impl Iterator<Item = String> {
    (by.0 > 0).then(|| format!("adelay=delays={}S:all=1", by.0)).into_iter()
}

/// The limiter looks 5 ms ahead and is late by as much, less one sample.
const LIMITER_DELAY: u64 = 239;

/// Below full scale by the decibel that AAC may overshoot.
const LIMITER: &str = "alimiter=limit=0.89:attack=5:release=80:level=0";

/// Arguments that mix sounds into a file.
pub(in crate::studio::render) fn mix(parts: Vec<Part>, mix: Mix, target: &Path) -> Vec<OsString> {
    let mut lines: Vec<String> = parts.iter().enumerate().map(part_line).collect();
    let labels: String = (0..parts.len()).map(|index| format!("[a{index}]")).collect();
    let sum = match parts.len() {
        0 => "anullsrc=r=48000:cl=stereo".to_owned(),
        1 => format!("{labels}anull"),
        count => format!("{labels}amix=inputs={count}:duration=longest:normalize=0"),
    };
    let ending = match mix {
        Mix::Group => String::new(),
        Mix::Film(length) | Mix::Coded(length) => film_ending(length),
    };
    lines.push(format!("{sum}{ending}[sound]"));
    let written: Vec<&str> = match mix {
        Mix::Group | Mix::Film(_) => vec!["-c:a", "pcm_f32le", "-rf64", "auto", "-f", "wav"],
        Mix::Coded(_) => [Form::Mp4.sound_encoder(), &["-f", "mp4"]].concat(),
    };
    let output = ["-map", "[sound]"].into_iter().chain(written).chain(["-y"]);
    let mut output: Vec<OsString> = output.map(OsString::from).collect();
    output.push(file_argument(target));
    let inputs: Vec<Input> = parts.into_iter().map(|part| part.input).collect();
    arguments(&inputs, &lines.join(";\n"), output)
}

fn part_line((index, part): (usize, &Part)) -> String {
    let filters: String = part.filters.iter().map(|filter| format!("{filter},")).collect();
    format!("[{index}:{}]{filters}asetpts=N/SR/TB[a{index}]", part.stream)
}

fn film_ending(length: Samples) -> String {
    let end = LIMITER_DELAY + length.0;
    format!(
        ",apad=whole_len={end},{LIMITER},atrim=start_sample={LIMITER_DELAY}:end_sample={end},\
         asetpts=N/SR/TB"
    )
}
