//! What was learned of ffmpeg, as small files in the cache: whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

/// Writes a file anew; its folder is made where there is none.
pub(super) fn write(path: &Path, learned: &impl Serialize) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(serde_json::to_string(learned)?.as_bytes())?;
    beside.persist(path).map(drop).map_err(|refused| refused.error)
}
