//! Why a file is not taken.

use std::io;
use std::path::PathBuf;

use crate::language::Problem;
use crate::studio::ffmpeg;

/// Why a file is not taken. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// Its content is none of the accepted types.
    #[error("the file's type is not accepted")]
    Unsupported,
    /// Its type is accepted, but it ends early or does not decode.
    #[error("the file is damaged")]
    Damaged,
    /// It is to be subtitles, and no entry of them can be read.
    #[error("no subtitles can be read in the file")]
    NoSubtitles,
    /// It has more bytes than a file may have.
    #[error("the file has {size} bytes, the limit is {limit}")]
    TooLarge {
        /// Bytes seen.
        size: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// ffmpeg or ffprobe is missing or hung; this says nothing about the file.
    #[error(transparent)]
    Tool(ffmpeg::Error),
    /// It cannot be written down or read again.
    #[error("{path}: {source}")]
    File {
        /// Which path of ours.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl Error {
    /// What a person is told about the file of this name.
    #[must_use]
    pub fn problem(&self, name: &str) -> Problem {
        let path = name.to_owned();
        match self {
            Self::Empty => Problem::FileEmpty { path },
            Self::Unsupported => Problem::FileUnsupported { path },
            Self::Damaged => Problem::FileDamaged { path },
            Self::NoSubtitles => Problem::NoSubtitles { path },
            Self::TooLarge { size, limit } => {
                Problem::FileTooLarge { path, size: *size, limit: *limit }
            }
            Self::Tool(ffmpeg::Error::Missing(_)) => Problem::FfmpegMissing,
            Self::Tool(other) => Problem::FileUnreadable { path, reason: other.to_string() },
            Self::File { path, source } => write_problem(path, source),
        }
    }
}

/// What a person is told when the studio cannot write one of its own files.
pub(crate) fn write_problem(path: &std::path::Path, source: &io::Error) -> Problem {
    let path = path.display().to_string();
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Problem::DiskFull { path },
        _ => Problem::NotWritable { path, reason: source.to_string() },
    }
}
