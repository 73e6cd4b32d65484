//! One file that ffmpeg opens, with the options that must stand before it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::draft::FrameRate;
use crate::studio::ffmpeg::{LOCAL_ONLY, file_argument};
use crate::studio::render::footage::{Footage, Motion};

/// One file to open.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct Input {
    path: PathBuf,
    options: Vec<String>,
}

/// A decoder with a thread for each core of a large machine, times two dozen inputs, is thousands.
const MOST_THREADS: &str = "4";

impl Input {
    /// A file made by this program.
    pub(super) fn own(path: &Path) -> Self {
        Self { path: path.to_owned(), options: Vec::new() }
    }

    /// A source from its beginning to its end.
    pub(in crate::studio::render) fn whole(footage: &Footage) -> Self {
        let mut input = Self::own(&footage.path);
        let is_still = footage.picture.is_some_and(|picture| picture.motion == Motion::Still);
        if is_still {
            // It is turned by filters, the same with every release of ffmpeg.
            input = input.with(["-noautorotate", "-threads", "1"]);
        } else {
            input = input.with(["-threads", MOST_THREADS]);
        }
        match footage.demuxer {
            Some(demuxer) => input.with(["-f", demuxer]),
            None => input,
        }
    }

    /// The part of a source from a moment of its picture on, for so many seconds.
    pub(super) fn part(footage: &Footage, from: f64, length: f64) -> Self {
        let mut input = Self::whole(footage);
        let from = from + footage.lead.as_secs_f64();
        if from > 0.0 {
            input = input.with(["-ss", &format!("{from:.6}")]);
        }
        input.with(["-t", &format!("{length:.6}")])
    }

    /// An animation that starts again as often as its file says, for so many seconds. (ffmpeg's own
    /// `-stream_loop` cuts the last picture of each round short.)
    pub(super) fn looped(footage: &Footage, length: f64) -> Self {
        Self::whole(footage).with(["-ignore_loop", "0", "-t", &format!("{length:.6}")])
    }

    /// Pictures one after another in one file made by this program, one for each frame.
    pub(super) fn pictures(path: &Path, rate: FrameRate) -> Self {
        Self::own(path).with(["-f", "png_pipe", "-framerate", &rate.to_string()])
    }

    fn with<const N: usize>(mut self, options: [&str; N]) -> Self {
        self.options.extend(options.map(str::to_owned));
        self
    }

    /// What it opens.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// How it is opened, with a mark at the end, so that two inputs never read as one.
    pub(super) fn options(&self) -> impl Iterator<Item = &str> {
        self.options.iter().map(String::as_str).chain(["-i"])
    }

    /// The arguments that open it.
    pub(in crate::studio::render) fn args(&self) -> Vec<OsString> {
        let safe = LOCAL_ONLY.into_iter().map(OsString::from);
        let options = self.options.iter().map(OsString::from);
        let file = [OsString::from("-i"), file_argument(&self.path)];
        safe.chain(options).chain(file).collect()
    }
}
