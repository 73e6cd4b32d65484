//! A file that lies on this machine, as the renderer wants it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use super::Media;
use crate::api::wire::FileType;
use crate::api::wire::file_type::HEAD_BYTES;

/// The file under a name; `None` if it is no media. The renderer looks into it itself, so the facts stay
/// empty, and it is told apart from others by its place, size and age instead of its content.
///
/// # Errors
/// When it cannot be read.
pub fn lying(path: &Path, name: &str) -> io::Result<Option<Media>> {
    let file = File::open(path)?;
    let facts = file.metadata()?;
    let mut head = Vec::new();
    file.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let Some(file_type) = FileType::of_content(&head, name) else { return Ok(None) };
    let age = facts.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut digest = Sha256::new();
    digest.update(path.as_os_str().as_encoded_bytes());
    digest.update(format!("\0{} {}", facts.len(), age.as_nanos()));
    Ok(Some(Media {
        name: name.to_owned(),
        path: path.to_path_buf(),
        kind: file_type.kind(),
        bytes: facts.len(),
        duration: None,
        width: None,
        height: None,
        fps: None,
        has_audio: false,
        hash: digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
    }))
}
