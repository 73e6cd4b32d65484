//! Small things made from a file, kept until the file changes.
//!
//! What was made is named by the file's path, size and age, so a file that changes is looked at
//! anew. Everything here can be made again; what was used longest ago goes when it gets too much.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};

/// Beyond this many files, those used longest ago go. Each is a few kilobytes.
const MOST_FILES: usize = 4_000;

/// Where one thing made from one file is kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    folder: PathBuf,
    path: PathBuf,
}

impl Kept {
    /// The place of `what` made from `source`.
    ///
    /// # Errors
    /// When the source is not there.
    pub(super) fn of(source: &Path, what: &str, folder: &Path) -> io::Result<Self> {
        let facts = fs::metadata(source)?;
        let changed = facts.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut digest = Sha256::new();
        digest.update(source.as_os_str().as_encoded_bytes());
        digest.update(format!("\0{} {} {what}", facts.len(), changed.as_nanos()));
        let name: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { folder: folder.to_owned(), path: folder.join(name) })
    }

    /// The place of what is made without a file, and is the same whenever it is called the same.
    pub(super) fn called(what: &str, folder: &Path) -> Self {
        let digest = Sha256::digest(what);
        let name: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { folder: folder.to_owned(), path: folder.join(name) }
    }

    /// What was kept.
    pub(super) fn take(&self) -> Option<Vec<u8>> {
        let found = fs::read(&self.path).ok()?;
        // How long ago it was used decides how long it stays.
        if let Ok(file) = File::options().append(true).open(&self.path) {
            let _ = file.set_modified(SystemTime::now());
        }
        Some(found)
    }

    /// Keeps it. Where that fails it is made again next time, and that is all.
    pub(super) fn keep(&self, made: &[u8]) {
        let written = fs::create_dir_all(&self.folder).and_then(|()| {
            let mut beside = tempfile::NamedTempFile::new_in(&self.folder)?;
            beside.write_all(made)?;
            beside.persist(&self.path).map(drop).map_err(|refused| refused.error)
        });
        if let Err(error) = written {
            tracing::warn!(%error, "what was made from a file was not kept");
        }
        sweep(&self.folder, MOST_FILES);
    }
}

fn sweep(folder: &Path, most: usize) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries
        .flatten()
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    if files.len() <= most {
        return;
    }
    files.sort();
    let too_many = files.len() - most;
    for (_, path) in files.into_iter().take(too_many) {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_goes_with_the_state_of_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let (source, cache) = (folder.path().join("a.mp4"), folder.path().join("cache"));
        assert!(Kept::of(&source, "sound", &cache).is_err(), "it is not there");
        fs::write(&source, "one").unwrap();
        let kept = Kept::of(&source, "sound", &cache).unwrap();
        assert_eq!(kept.take(), None);
        kept.keep(b"shape");
        assert_eq!(kept.take(), Some(b"shape".to_vec()));
        assert_eq!(Kept::of(&source, "picture", &cache).unwrap().take(), None);
        fs::write(&source, "other").unwrap();
        assert_eq!(Kept::of(&source, "sound", &cache).unwrap().take(), None);
    }

    #[test]
    fn what_was_used_longest_ago_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        for (name, age) in [("new", 1), ("old", 100), ("older", 200)] {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(SystemTime::now() - std::time::Duration::from_secs(age)).unwrap();
        }
        sweep(folder.path(), 1);
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["new"]);
    }
}
