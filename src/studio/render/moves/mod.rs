//! Pictures that the camera moves over: zooming in or out, and panning.
//!
//! The picture is composed once, larger than the canvas, and each frame is then a window of it, taken
//! at places between its pixels: so a slow move is as even as a quick one. ffmpeg's own filter for
//! this makes a new scaler for every frame and moves by whole pixels of the source. Frames go to
//! ffmpeg through a named pipe, as raw planes, where they are one more input of the graph
//! ([`feed()`]). A look at one moment goes the same way as the film. Footage that runs backwards comes
//! through a pipe too, a short piece after another.

mod backwards;
mod camera;
mod feed;
mod lent;
mod sample;
mod stills;

pub(super) use backwards::{Reversed, ReversedRun};
pub(super) use camera::Camera;
pub(super) use feed::{feed, pipe};
pub(super) use stills::Stills;

use crate::studio::render::footage::Size;

/// What is shown of a picture, frame by frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moving {
    pub(super) camera: Camera,
    /// The size of the composed picture.
    pub(super) composed: Size,
    /// The size of the frames.
    pub(super) shown: Size,
    pub(super) pixels: Pixels,
    /// How many frames of the move lie before the first.
    pub(super) skip: u64,
    /// How many frames are wanted.
    pub(super) frames: u64,
    /// How many frames the whole move takes.
    pub(super) whole: u64,
}

/// What is known of each pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pixels {
    /// Brightness, and two of colour at half the size.
    Opaque,
    /// Green, blue and red, each by how solid the pixel is, and that: so what is clear has no colour that
    /// could run into its neighbours.
    Clear,
}

impl Pixels {
    /// As ffmpeg calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Opaque => "yuv420p",
            Self::Clear => "gbrap",
        }
    }
}

/// How much larger than the canvas a picture is composed: the nearest that the camera comes, and
/// some more, so that what lies between two pixels is as sharp as what lies on one.
pub(super) const COMPOSED: f64 = camera::NEAREST * 1.2;
