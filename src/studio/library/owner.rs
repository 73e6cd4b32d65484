//! Which of the studios on the same data is still running.
//!
//! Each holds a lock on a file of its own; the system lets go of it however the program ends, and a
//! number that the system gives to another program later cannot be mistaken for it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::PathBuf;

use super::{Error, Folders};

/// A running studio, for as long as this value lives.
#[derive(Debug)]
pub struct Owner {
    name: String,
    path: PathBuf,
    _held: File,
}

impl Owner {
    /// Begins to run under this name, which nobody else may ever use. Blocking.
    ///
    /// # Errors
    /// [`Error::DiskFull`] or [`Error::NotWritable`].
    pub fn begin(folders: &Folders, name: String) -> Result<Self, Error> {
        let path = folders.running().join(&name);
        let failed = |error: std::io::Error| Error::of_io(&error, &path);
        let held = OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
        held.lock().map_err(failed)?;
        Ok(Self { name, path, _held: held })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        // Should it stay, it is found free and removed by the next one who asks.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Whether the studio of that name still runs. Blocking. In doubt it does.
pub(super) fn is_running(folders: &Folders, name: &str) -> bool {
    let path = folders.running().join(name);
    let Ok(file) = File::open(&path) else {
        return path.exists();
    };
    match file.try_lock() {
        Ok(()) => {
            // Nobody will ask for it again; only tidiness depends on it.
            let _ = std::fs::remove_file(&path);
            false
        }
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_studio_runs_until_its_owner_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::create(folder.path()).expect("made");
        let owner = Owner::begin(&folders, "one".to_owned()).expect("begun");
        assert!(is_running(&folders, "one"));
        drop(owner);
        assert!(!is_running(&folders, "one"));
    }

    #[test]
    fn a_file_that_nobody_holds_was_left_by_a_dead_program() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::create(folder.path()).expect("made");
        std::fs::write(folders.running().join("dead"), b"").expect("written");
        assert!(!is_running(&folders, "dead"));
        assert!(!is_running(&folders, "never was"));
    }
}
