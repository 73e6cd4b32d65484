//! Why there is no film, as a person is told it.

use std::path::Path;

use crate::language::Problem;
use crate::studio::media::write_problem;

use super::Error;

impl Error {
    /// What a person is told; `folder` is where the film was to be.
    #[must_use]
    pub fn problem(&self, folder: &Path) -> Problem {
        match self {
            Self::Nothing => Problem::NothingToRender,
            Self::Cancelled => Problem::Interrupted,
            Self::TooLarge { bytes, most } => Problem::FilmTooLarge { most: *most, least: *bytes },
            // Much is written elsewhere than where the film was to be, on another disk perhaps.
            Self::Write { path, source } => write_problem(path, source),
            error if error.is_ffmpeg_missing() => Problem::FfmpegMissing,
            error if error.is_disk_full() => {
                Problem::DiskFull { path: folder.display().to_string() }
            }
            Self::Ffmpeg(error) if error.lacks().is_some() => {
                Problem::FfmpegLacks { what: error.lacks().unwrap_or_default() }
            }
            Self::Ffmpeg(error) if error.hung().is_some() => {
                let seconds = error.hung().unwrap_or_default().as_secs();
                Problem::FfmpegHangs { seconds }
            }
            other => Problem::RenderFailed { reason: other.to_string() },
        }
    }
}
