//! Shots one after another: plain cuts joined, crossings mixed.
//!
//! Shots that follow by plain cuts are joined into runs first. Where one run crosses into the next,
//! only the frames that both have are mixed, and everything is joined in the end: mixing needs
//! another pixel format, and to bring whole shots into it and back costs a fifth of a render. The
//! plain dissolve needs none: the second picture becomes less and less clear over the first one.

use std::ops::Range;

use crate::draft::FrameRate;
use crate::studio::render::plan::{Crossing, Shot};

use super::crossings::xfade_name;
use super::seconds;
use super::shot::counted;

/// Graph lines that turn the labels `[s0]`, `[s1]` … into one, and that one.
pub(super) fn sequence(shots: &[Shot], rate: FrameRate) -> (Vec<String>, String) {
    let mut lines = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    let mut tail: Option<String> = None;
    for run in runs(shots) {
        let name = run.start;
        let [head, body, next] = parted(&run, &shots[run.clone()], rate, &mut lines);
        if let (Some(crossing), Some(tail), Some(head)) = (&shots[name].crossing, tail, head) {
            let mixed = format!("[x{name}]");
            lines.push(mix(crossing, &tail, &head, &mixed, rate));
            parts.push(mixed);
        }
        parts.extend(body);
        tail = next;
    }
    let label = match parts.len() {
        1 => parts.concat(),
        _ => concat(&parts, "[cut]".to_owned(), rate, &mut lines),
    };
    (lines, label)
}

/// Ranges of shots that follow each other by plain cuts.
fn runs(shots: &[Shot]) -> Vec<Range<usize>> {
    let crosses = |index: &usize| *index > 0 && shots[*index].crossing.is_some();
    let starts = (0..shots.len()).filter(|index| *index == 0 || crosses(index));
    let starts: Vec<usize> = starts.chain([shots.len()]).collect();
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The labels of a run's frames under the crossing before it, of those that it has for itself, and of
/// those under the crossing after it; each only where there are any.
fn parted(
    run: &Range<usize>,
    shots: &[Shot],
    rate: FrameRate,
    lines: &mut Vec<String>,
) -> [Option<String>; 3] {
    let whole = joined(run, rate, lines);
    let crossing = shots[0].crossing.as_ref().filter(|_| run.start > 0);
    let under = crossing.map_or(0, |crossing| crossing.length.0);
    let length: u64 = shots.iter().map(|shot| shot.length.0).sum();
    let tail = shots.last().map_or(0, |shot| shot.tail.0);
    let places = [0..under, under..length, length..length + tail];
    let wanted = places.iter().filter(|place| !place.is_empty()).count();
    if wanted == 1 {
        return places.map(|place| (!place.is_empty()).then(|| whole.clone()));
    }
    let name = run.start;
    let labels = ["h", "b", "t"].map(|part| format!("{part}{name}"));
    let mut copies = String::new();
    let mut trims = Vec::new();
    let parts = [0, 1, 2].map(|index| {
        let (Range { start, end }, label) = (&places[index], &labels[index]);
        (start < end).then(|| {
            copies.push_str(&format!("[{label}a]"));
            let anew = counted(rate);
            let trim = format!("trim=start_frame={start}:end_frame={end},{anew}");
            trims.push(format!("[{label}a]{trim}[{label}]"));
            format!("[{label}]")
        })
    });
    lines.push(format!("{whole}split={wanted}{copies}"));
    lines.extend(trims);
    parts
}

fn mix(crossing: &Crossing, from: &str, to: &str, label: &str, rate: FrameRate) -> String {
    let kind = xfade_name(&crossing.kind);
    if kind == "fade" {
        let name = label.trim_matches(['[', ']']);
        let frames = crossing.length.0;
        return format!(
            "{to}format=yuva420p,fade=t=in:s=0:n={frames}:alpha=1[{name}c];\
             {from}[{name}c]overlay=format=yuv420,format=yuv420p{label}"
        );
    }
    let duration = seconds(crossing.length, rate);
    format!(
        "{from}{to}xfade=transition={kind}:duration={duration:.6}:offset=0,format=yuv420p{label}"
    )
}

fn joined(run: &Range<usize>, rate: FrameRate, lines: &mut Vec<String>) -> String {
    let parts: Vec<String> = run.clone().map(|index| format!("[s{index}]")).collect();
    match parts.len() {
        1 => parts.concat(),
        _ => concat(&parts, format!("[c{}]", run.start), rate, lines),
    }
}

fn concat(parts: &[String], label: String, rate: FrameRate, lines: &mut Vec<String>) -> String {
    // A part of one frame lasts no time for ffmpeg, so the frames are counted anew.
    let (inputs, anew) = (parts.concat(), counted(rate));
    lines.push(format!("{inputs}concat=n={}:v=1:a=0,{anew}{label}", parts.len()));
    label
}
