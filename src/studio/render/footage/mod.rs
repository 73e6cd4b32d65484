//! What a renderer must know of a source before it can use it.
//!
//! A path goes in; how to open it, its size as shown, its alpha, colours, sound and length come out.
//! Stills are looked at here (a process for each of three hundred pictures would take half a
//! minute), everything else by ffprobe. What the session's [`Media`](crate::studio::media::Media)
//! says is not used: it may be older than the file.

mod animation;
mod background;
mod clip;
mod examine;
mod known;
mod library;
mod still;

use std::path::PathBuf;
use std::time::Duration;

use image::metadata::Orientation;

use crate::draft::Millis;

pub(super) use examine::examine_all;
pub(super) use known::Known;
pub(super) use library::{Library, source_name};

/// A source that can be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Footage {
    /// What drafts call it.
    pub(super) name: String,
    /// What to open.
    pub(super) path: PathBuf,
    /// Which of ffmpeg's demuxers to open it with, where the name of the file could mislead it:
    /// `50%d.jpg` is a picture and no sequence.
    pub(super) demuxer: Option<&'static str>,
    /// Which of its decoders, where the one that it would choose leaves something out.
    pub(super) decoder: Option<&'static str>,
    /// How long after the beginning of the file its picture begins. Encoders of sound put a little
    /// before the first sample, and where that counts as the beginning, seeking by the file's clock
    /// would land a frame early. In points count from the first picture.
    pub(super) lead: Duration,
    /// What can be seen.
    pub(super) picture: Option<Picture>,
    /// What can be heard.
    pub(super) sound: Option<Sound>,
}

/// What can be seen of a source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Picture {
    /// Its number among the streams of the file.
    pub(super) stream: u32,
    /// Whether it moves.
    pub(super) motion: Motion,
    /// Its size as shown: turned upright, with square pixels.
    pub(super) shown: Size,
    /// How it must be turned first; ffmpeg turns clips by itself.
    pub(super) orientation: Orientation,
    /// Whether something may show through.
    pub(super) alpha: bool,
    /// Whether it is coded as films are: H.264 of eight bits, whole pictures of square pixels in
    /// BT.709. Then a film of its size may have its very bytes.
    pub(super) is_plain: bool,
    /// Whether it is brighter than a screen of today shows and is to be mapped to what it shows.
    pub(super) hdr: Option<Hdr>,
    /// Whether it is as bright, and ffmpeg lacks what would map it.
    pub(super) is_unmapped: bool,
    /// The filter that makes whole pictures of fields, where it has these.
    pub(super) fields: Option<&'static str>,
    /// The colour matrix to assume where the source does not tell.
    pub(super) untold_matrix: Option<&'static str>,
    /// Whether zimg scales it and converts its colours, at a fifth of what swscale takes.
    pub(super) by_zimg: bool,
}

/// The curves of bright pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hdr {
    /// By nits: SMPTE ST 2084.
    Pq,
    /// By what the camera saw: ARIB STD-B67. How bright a screen shows it follows from all three colours.
    Hlg,
}

/// Whether and how a picture moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Motion {
    /// One frame, for as long as wanted.
    Still,
    /// Frames from beginning to end.
    Clip {
        /// How long, where the file tells.
        duration: Option<Millis>,
    },
    /// A short animation that may start again when it is over.
    Looping,
}

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// What can be heard of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sound {
    /// Its number among the streams of the file.
    pub(super) stream: u32,
    /// 1 is mono.
    pub(super) channels: u32,
    /// How long, where the file tells.
    pub(super) duration: Option<Millis>,
    /// Whether the file knows where each moment lies. Where it does not (MP3, raw AAC), a seek
    /// guesses, so the renderer reads from the start and drops what comes before.
    pub(super) indexed: bool,
}
