//! From a plan to ffmpeg's arguments: filter graphs as text, and nothing run yet.
//!
//! Three kinds of run make a film: one for each chunk of picture ([`picture`]), one or a few for the
//! sound ([`sound`]), and one that joins them without encoding the picture again ([`join`]). Graphs
//! are bounded with the chunks, so they fit into an argument and need no file.

mod backwards;
mod captions;
mod crossings;
mod cut_out;
mod effects;
mod encoder;
mod fit;
mod following;
mod handover;
mod input;
mod inset;
mod inset_place;
mod join;
mod moved;
mod picture;
mod sequence;
mod shot;
mod sound;
mod unknown;

use std::ffi::OsString;
use std::path::PathBuf;

use crate::draft::{FrameRate, Frames};

pub(super) use crossings::is_old;
pub(super) use encoder::{Encoding, How, trial};
pub(super) use input::{Fed, Input};
pub(super) use join::{Heard, Joined, join, list};
pub(super) use picture::{Recipe, picture, reel, still};
pub(super) use shot::BIAS;
pub(super) use sound::{
    MOST_CUES, Mix, Part, amplified_part, cue_part, mix, premixed_part, unturned,
};
pub(super) use unknown::unknown;

/// Words drawn into a picture of their own, and where its upper left corner belongs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Drawing {
    pub(super) path: PathBuf,
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
    /// How many pictures there are of its coming, before the finished one.
    pub(super) coming: usize,
    /// How many there are of its going, after it.
    pub(super) going: usize,
}

/// The arguments of one run, all but those about its progress.
fn arguments(inputs: &[Input], graph: &str, output: Vec<OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = inputs.iter().flat_map(Input::args).collect();
    args.push("-filter_complex".into());
    args.push(graph.into());
    args.extend(output);
    args
}

/// As ffmpeg's options take a time: seconds to the microsecond.
fn seconds(frames: Frames, rate: FrameRate) -> f64 {
    frames.0 as f64 * f64::from(rate.denominator()) / f64::from(rate.numerator())
}

#[cfg(test)]
mod tests;
