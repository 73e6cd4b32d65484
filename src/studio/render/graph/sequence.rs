//! Shots one after another: plain cuts joined, crossings mixed.
//!
//! Shots that follow by plain cuts are joined into runs first; each run is then mixed with the one
//! before it. A run's own time starts at zero, so a crossing begins at the frame on the timeline at
//! which its shot starts, whatever came before.

use crate::draft::{FrameRate, Frames};
use crate::studio::render::plan::Shot;

use super::crossings::xfade_name;
use super::seconds;
use super::shot::counted;

/// Graph lines that turn the labels `[s0]`, `[s1]` … into one, and that one.
pub(super) fn sequence(shots: &[Shot], rate: FrameRate) -> (Vec<String>, String) {
    let mut lines = Vec::new();
    let mut label = String::new();
    for run in runs(shots) {
        let joined = joined(&run, rate, &mut lines);
        let first = &shots[run.start];
        label = match &first.crossing {
            Some(crossing) if run.start > 0 => {
                let mixed = format!("[x{}]", run.start);
                let kind = xfade_name(&crossing.kind);
                let duration = seconds(crossing.length, rate);
                let offset = seconds(Frames(first.start.0), rate);
                lines.push(format!(
                    "{label}{joined}xfade=transition={kind}:duration={duration:.6}:\
                     offset={offset:.6}{mixed}"
                ));
                mixed
            }
            _ => joined,
        };
    }
    (lines, label)
}

/// Ranges of shots that follow each other by plain cuts.
fn runs(shots: &[Shot]) -> Vec<std::ops::Range<usize>> {
    let crosses = |index: &usize| *index > 0 && shots[*index].crossing.is_some();
    let starts = (0..shots.len()).filter(|index| *index == 0 || crosses(index));
    let starts: Vec<usize> = starts.chain([shots.len()]).collect();
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

fn joined(run: &std::ops::Range<usize>, rate: FrameRate, lines: &mut Vec<String>) -> String {
    if run.len() == 1 {
        return format!("[s{}]", run.start);
    }
    let parts: String = run.clone().map(|index| format!("[s{index}]")).collect();
    let label = format!("[c{}]", run.start);
    // A part of one frame lasts no time for ffmpeg, so the frames are counted anew.
    let anew = counted(rate);
    lines.push(format!("{parts}concat=n={}:v=1:a=0,{anew}{label}", run.len()));
    label
}
