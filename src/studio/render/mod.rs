//! From a draft to an MP4.
//!
//! A plan (what is seen and heard when) is made from the draft first, purely; only then is it turned
//! into arguments, and the arguments into a process.

use std::path::PathBuf;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::draft::{Draft, Millis};
use crate::studio::media::Media;

/// What to render.
#[derive(Debug, Clone)]
pub struct Order {
    /// The film.
    pub draft: Draft,
    /// The files that it may name.
    pub media: Vec<Media>,
    /// The finished file. It appears under this name only when it is whole.
    pub output: PathBuf,
    /// A folder for what is made on the way; kept between renders, safe to delete.
    pub scratch: PathBuf,
    /// How good.
    pub quality: Quality,
}

/// How good the picture is, against how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quality {
    /// For a look.
    Draft,
    /// For most uses.
    Standard,
    /// For keeps.
    #[default]
    High,
}

/// The finished film.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Its length.
    pub duration: Millis,
    /// What went less than well without failing.
    pub warnings: Vec<Warning>,
}

/// Something that went less than well without failing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// No installed font has these characters; they are missing from the film.
    MissingGlyphs(String),
    /// The file of this name is not there or cannot be decoded; a placeholder stands for it.
    MissingSource(String),
}

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
    Ffmpeg(#[from] crate::studio::ffmpeg::Error),
    /// A file could not be written.
    #[error("{path}: {source}")]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// Renders, telling how far it is (0 to 1) and leaving nothing half-done behind.
///
/// # Errors
/// Any of [`Error`]; no partial file is left and no process runs on.
pub async fn render(
    _order: Order,
    _progress: watch::Sender<f64>,
    _cancel: CancellationToken,
) -> Result<Rendered, Error> {
    Err(Error::Nothing)
}
