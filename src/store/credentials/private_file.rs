//! Files for their owner alone, written in one step.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// The new one takes its place.
    Replaced,
    /// It stays, and the writing fails.
    Stays,
}

/// Makes a folder that nobody else may enter, with those above it that are missing.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Closes this program's own folder to others, where it was made by other means.
pub(super) fn close_folder(folder: &Path) -> io::Result<()> {
    let mode = fs::metadata(folder)?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(folder, Permissions::from_mode(mode & 0o700))
}

/// Writes a file that is whole or not there.
pub(super) fn write(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    let part = folder.join(format!(".{}.part", uuid::Uuid::new_v4().simple()));
    let mut options = OpenOptions::new();
    let written = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| match existing {
            Existing::Replaced => fs::rename(&part, path),
            Existing::Stays => fs::hard_link(&part, path),
        });
    // After a rename there is nothing under this name.
    let _ = fs::remove_file(&part);
    written
}
