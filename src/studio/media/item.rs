//! What is known of one file of a session.

use std::path::PathBuf;

use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// One uploaded file. Segments name it by [`Media::name`].
#[derive(Debug, Clone, PartialEq)]
pub struct Media {
    /// File name, unique in its session.
    pub name: String,
    /// Where it lies on this machine.
    pub path: PathBuf,
    /// What it is to an editor. A GIF or WebP that moves is an [`MediaKind::Image`] with a duration.
    pub kind: MediaKind,
    /// Its size.
    pub bytes: u64,
    /// How long it plays; none for stills.
    pub duration: Option<Millis>,
    /// Pixels across, as shown (after rotation); none for sound.
    pub width: Option<u32>,
    /// Pixels down, as shown.
    pub height: Option<u32>,
    /// Frames a second.
    pub fps: Option<f64>,
    /// Whether it can be heard.
    pub has_audio: bool,
    /// SHA-256 of the content, in hexadecimal.
    pub hash: String,
}
