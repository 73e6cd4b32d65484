//! Pictures that the camera moves over, as inputs: composed once, larger than they are shown, by a run of
//! ffmpeg; their frames are made outside of the graph and come through a pipe.

use std::ffi::OsString;

use crate::draft::FrameRate;
use crate::studio::render::footage::Size;
use crate::studio::render::moves::{COMPOSED, Moving, Pixels};

use super::handover::STRAIGHT;
use super::input::QUIET;
use super::shot::{COLOURS, counted};

/// A still that the camera moves over.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moved {
    pub(super) moving: Moving,
    pub(super) rate: FrameRate,
    /// The graph that composes it into `[still]`.
    compose: String,
    /// All of that, in words.
    pub(super) told: String,
}

impl Moved {
    /// `chain` composes one picture of the pixels that are wanted out of a stream.
    pub(super) fn of(moving: Moving, rate: FrameRate, stream: u32, chain: &str) -> Self {
        let compose = format!("[0:{stream}]{chain}[still]");
        let told = format!("{moving:?} {compose}");
        Self { moving, rate, compose, told }
    }

    /// The arguments of the run that writes the composed picture, out of an input, to its output.
    pub(super) fn composing(&self, input: Vec<OsString>) -> Vec<OsString> {
        let pixels = self.moving.pixels.name();
        let composed = ["-filter_complex", &self.compose, "-map", "[still]"];
        let written = ["-frames:v", "1", "-pix_fmt", pixels, "-f", "rawvideo", "pipe:1"];
        let rest = composed.into_iter().chain(written).map(OsString::from);
        QUIET.map(OsString::from).into_iter().chain(input).chain(rest).collect()
    }

    /// The chain of its frames in the graph of the film.
    pub(super) fn chain(&self) -> String {
        let Self { moving, rate, .. } = self;
        match moving.pixels {
            Pixels::Opaque => come_through(*rate, moving.frames),
            Pixels::Clear => format!(
                "{},tpad=stop_mode=clone:stop=-1,trim=end_frame={},unpremultiply=inplace=1,{STRAIGHT}",
                counted(*rate),
                moving.frames,
            ),
        }
    }
}

/// Frames that come finished through a pipe. They must end by the trim, as clips do: a crossing whose
/// first picture ends together with its last frame leaves that frame out.
pub(super) fn come_through(rate: FrameRate, frames: u64) -> String {
    format!(
        "setsar=1,{COLOURS},{},tpad=stop_mode=clone:stop=-1,trim=end_frame={frames}",
        counted(rate)
    )
}

/// The size at which a picture is composed that is shown at another, even, and never so small that a plane of
/// colour would have nothing between two pixels.
pub(super) fn larger(shown: Size) -> Size {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are small")]
    let length = |length: u32| ((f64::from(length) * COMPOSED / 2.0).round() as u32 * 2).max(4);
    Size { width: length(shown.width), height: length(shown.height) }
}
