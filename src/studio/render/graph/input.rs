//! One file that ffmpeg opens, with the options that must stand before it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::draft::FrameRate;
use crate::studio::ffmpeg::{LOCAL_ONLY, file_argument};
use crate::studio::render::footage::{Footage, Motion};
use crate::studio::render::moves::{Moving, Reversed};

use super::backwards::Backwards;
use super::moved::Moved;

/// One file to open.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct Input {
    path: PathBuf,
    options: Vec<String>,
    /// Threads that decode it; where there is none, ffmpeg chooses.
    threads: Option<String>,
    fed: Option<Box<Feeding>>,
}

/// An input whose frames are made here and come through a pipe.
#[derive(Debug, Clone, PartialEq)]
enum Feeding {
    Moving(Moved),
    Backwards(Backwards),
}

/// What comes through a pipe, and the runs of ffmpeg that make it.
pub(in crate::studio::render) enum Fed {
    /// A still that the camera moves over, and the run that writes the composed picture to its output.
    Moving(Moving, Vec<OsString>),
    /// Frames in the opposite order.
    Backwards(Reversed),
}

/// Of a run whose output is frames.
pub(super) const QUIET: [&str; 5] = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error"];

/// A decoder with a thread for each core of a large machine, times two dozen inputs, is thousands.
const MOST_THREADS: usize = 4;

impl Input {
    /// A file made by this program.
    pub(super) fn own(path: &Path) -> Self {
        Self { path: path.to_owned(), options: Vec::new(), threads: None, fed: None }
    }

    /// A source from its beginning to its end.
    pub(in crate::studio::render) fn whole(footage: &Footage) -> Self {
        let mut input = Self::own(&footage.path);
        let is_still = footage.picture.is_some_and(|picture| picture.motion == Motion::Still);
        if is_still {
            // It is turned by filters, the same with every release of ffmpeg.
            input = input.with(["-noautorotate"]);
        }
        input.threads = Some(if is_still { 1 } else { MOST_THREADS }.to_string());
        if let Some(demuxer) = footage.demuxer {
            input = input.with(["-f", demuxer]);
        }
        match footage.decoder {
            Some(decoder) => input.with(["-c:v", decoder]),
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

    /// The same, as a still that the camera moves over.
    pub(super) fn moving(self, moved: Moved) -> Self {
        Self { fed: Some(Box::new(Feeding::Moving(moved))), ..self }
    }

    /// A source in the opposite order.
    pub(super) fn backwards(footage: &Footage, backwards: Backwards) -> Self {
        Self { fed: Some(Box::new(Feeding::Backwards(backwards))), ..Self::whole(footage) }
    }

    /// Whether its frames come through a pipe, in the only stream of it.
    pub(super) fn is_fed(&self) -> bool {
        self.fed.is_some()
    }

    /// What comes through its pipe.
    pub(super) fn fed(&self) -> Option<Fed> {
        let moved = match self.fed.as_deref()? {
            Feeding::Moving(moved) => moved,
            Feeding::Backwards(backwards) => return Some(Fed::Backwards(backwards.runs())),
        };
        Some(Fed::Moving(moved.moving, moved.composing(self.args())))
    }

    /// The arguments that open it where its frames, if they are made here, come through a pipe.
    pub(super) fn args_through(&self, pipe: &Path) -> Vec<OsString> {
        let (shown, rate, pixels) = match self.fed.as_deref() {
            None => return self.args(),
            Some(Feeding::Moving(moved)) => {
                (moved.moving.shown, moved.rate, moved.moving.pixels.name())
            }
            Some(Feeding::Backwards(it)) => (it.shown, it.rate, it.pixels()),
        };
        let (size, rate) = (format!("{}x{}", shown.width, shown.height), rate.to_string());
        let raw = ["-protocol_whitelist", "file", "-thread_queue_size", "2", "-f", "rawvideo"];
        let like = ["-pixel_format", pixels, "-video_size", &size, "-framerate", &rate, "-i"];
        let args = raw.into_iter().chain(like).map(OsString::from);
        args.chain([file_argument(pipe)]).collect()
    }

    /// The same, decoded by no more threads than that.
    pub(super) fn sparing(mut self, threads: usize) -> Self {
        if let Some(known) = &mut self.threads
            && threads < MOST_THREADS
        {
            *known = if known == "1" { "1".to_owned() } else { threads.to_string() };
        }
        if let Some(Feeding::Backwards(backwards)) = self.fed.as_deref_mut() {
            backwards.spare(threads);
        }
        self
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
        let moved = self.fed.as_deref().map(|fed| match fed {
            Feeding::Moving(moved) => moved.told.as_str(),
            Feeding::Backwards(backwards) => backwards.told.as_str(),
        });
        self.opened().chain(moved).chain(["-i"])
    }

    fn opened(&self) -> impl Iterator<Item = &str> {
        let threads = self.threads.iter().flat_map(|threads| ["-threads", threads]);
        self.options.iter().map(String::as_str).chain(threads)
    }

    /// The arguments that open it.
    pub(in crate::studio::render) fn args(&self) -> Vec<OsString> {
        let safe = LOCAL_ONLY.into_iter().map(OsString::from);
        let options = self.opened().map(OsString::from);
        let file = [OsString::from("-i"), file_argument(&self.path)];
        safe.chain(options).chain(file).collect()
    }
}
