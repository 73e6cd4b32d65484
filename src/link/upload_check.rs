//! What must be true of a file before its first byte is sent.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::SystemTime;

use crate::api::wire::FileType;
use crate::api::wire::file_type::HEAD_BYTES;
use crate::language::Problem;

/// A file that may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sendable {
    /// Its name without folders.
    pub(super) name: String,
    /// Bytes.
    pub(super) size: u64,
    /// When it was written last.
    pub(super) modified: Option<SystemTime>,
}

/// Whether a file is there, can be read, is of an accepted type by its content, and is not too large.
/// Blocks.
pub(super) fn check(path: &Path, limit: u64) -> Result<Sendable, Problem> {
    let shown = shown(path);
    let found = std::fs::metadata(path).map_err(|error| unreadable(&shown, &error))?;
    // A pipe or a device is found out before it is opened, which may wait for ever.
    if !found.is_file() {
        return Err(Problem::NotAFile { path: shown });
    }
    let head = head(path).map_err(|error| unreadable(&shown, &error))?;
    let size = found.len();
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    if head.is_empty() {
        return Err(Problem::FileEmpty { path: shown });
    }
    if FileType::of_content(&head, &name).is_none() {
        return Err(Problem::FileUnsupported { path: shown });
    }
    if size > limit {
        return Err(Problem::FileTooLarge { path: shown, size, limit });
    }
    Ok(Sendable { name, size, modified: found.modified().ok() })
}

fn head(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    File::open(path)?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// Why a file cannot be read.
pub(super) fn unreadable(path: &str, error: &std::io::Error) -> Problem {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::NotFound => Problem::FileMissing { path },
        // `clip.mp4/x`: what is before the slash is a file, so there is no such file.
        ErrorKind::NotADirectory => Problem::FileMissing { path },
        _ => Problem::FileUnreadable { path, reason: crate::api::reason(error) },
    }
}

/// A path as people would write it where they are: without the folder that they are in.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let inside = here.and_then(|here| path.strip_prefix(here).ok()).filter(|inside| {
        // The folder itself has no shorter name.
        !inside.as_os_str().is_empty()
    });
    inside.unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(name: &str, content: &[u8], limit: u64) -> Result<Sendable, Problem> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, content).expect("written");
        check(&path, limit)
    }

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0";

    #[test]
    fn content_decides_and_the_name_does_not() {
        let good = checked("notes.txt", PNG, 1000).expect("a picture under another name");
        assert_eq!((good.name.as_str(), good.size), ("notes.txt", PNG.len() as u64));
        let bad = checked("picture.png", b"just words", 1000);
        assert!(matches!(bad, Err(Problem::FileUnsupported { .. })), "{bad:?}");
    }

    #[test]
    fn each_obstacle_has_its_own_problem() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = check(&folder.path().join("no.mp4"), 9);
        assert!(matches!(missing, Err(Problem::FileMissing { .. })), "{missing:?}");
        let a_folder = check(folder.path(), 9);
        assert!(matches!(a_folder, Err(Problem::NotAFile { .. })), "{a_folder:?}");
        assert!(matches!(checked("a.png", b"", 9), Err(Problem::FileEmpty { .. })));
        let large = checked("a.png", PNG, 9);
        assert!(matches!(large, Err(Problem::FileTooLarge { limit: 9, .. })), "{large:?}");
    }
}
