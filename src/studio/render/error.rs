//! Why there is no film.

use std::io;
use std::path::{Path, PathBuf};

use crate::studio::ffmpeg;

/// Why there is no film.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing lies on the timeline.
    #[error("nothing to render")]
    Nothing,
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
    /// ffmpeg is missing, failed, or hung.
    #[error(transparent)]
    Ffmpeg(#[from] ffmpeg::Error),
    /// A file could not be written.
    #[error("{path}: {source}")]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The film does not fit the size that it may have.
    #[error("{bytes} bytes are the least that it comes to, and {most} were asked for")]
    TooLarge {
        /// How large it came out.
        bytes: u64,
        /// How large it may be.
        most: u64,
    },
    /// The film came out otherwise than planned, so it was not kept.
    #[error("the film came out wrong: {0}")]
    Wrong(#[from] Mismatch),
}

/// How a film differs from its plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// It has another number of pictures.
    #[error("{found} frames instead of {planned}")]
    Frames {
        /// How many there should be.
        planned: u64,
        /// How many there are.
        found: u64,
    },
    /// Its sound ends elsewhere than its picture.
    #[error("its sound lasts {found} ms instead of {planned}")]
    Sound {
        /// How long it should be.
        planned: u64,
        /// How long it is.
        found: u64,
    },
    /// It lacks picture or sound, or cannot be read at all.
    #[error("it cannot be read back")]
    Unreadable,
}

impl Error {
    /// Whether ffmpeg or ffprobe is not installed.
    #[must_use]
    pub const fn is_ffmpeg_missing(&self) -> bool {
        matches!(self, Self::Ffmpeg(error) if error.is_missing())
    }

    /// Whether there was no room left for the film or for what is made on the way.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Ffmpeg(error) => error.is_disk_full(),
            Self::Write { source, .. } => is_full(source),
            Self::Nothing | Self::Cancelled | Self::TooLarge { .. } | Self::Wrong(_) => false,
        }
    }

    /// For `map_err`: a failed run of ffmpeg that wrote below a folder of ours. Where it met a full disk, it
    /// is that folder that is full, and not the film's.
    pub(super) fn run_below(folder: &Path) -> impl FnOnce(ffmpeg::Error) -> Self {
        move |error| match error.is_disk_full() {
            true => Self::write(folder)(io::ErrorKind::StorageFull.into()),
            false => Self::Ffmpeg(error),
        }
    }

    /// For `map_err`: a failed write with the path it was meant for.
    pub(super) fn write(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Write { path, source }
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}
