//! Which programs run, and which sessions they have open.
//!
//! Locks of the system's own on empty files, which go with the process however that ends. A second
//! program on a session is noticed, not stopped. Where locks cannot be had (some network folders), the
//! session counts as free, and the program as one that has ended.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Held while a session is open.
#[derive(Debug)]
pub struct SessionLock {
    /// Closing it gives the lock back.
    _file: File,
}

/// Whether a session is open in this program alone.
#[derive(Debug)]
pub enum Hold {
    /// In this one alone, as long as the lock is kept.
    Alone(Option<SessionLock>),
    /// In another one too.
    Shared,
}

impl SessionLock {
    /// Takes the lock of a session, if it is free.
    #[must_use]
    pub fn take(data: &Path, backend: &str, session: &str) -> Hold {
        let Some(file) = lock_file(data, backend, session) else {
            return Hold::Alone(None);
        };
        match file.try_lock() {
            Ok(()) => Hold::Alone(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Hold::Shared,
            Err(TryLockError::Error(_)) => Hold::Alone(None),
        }
    }

    /// Whether some program has the session open.
    #[must_use]
    pub fn is_taken(data: &Path, backend: &str, session: &str) -> bool {
        matches!(Self::take(data, backend, session), Hold::Shared)
    }
}

/// A running program, under a name that nobody else ever has.
#[derive(Debug)]
pub struct Run {
    name: String,
    path: Option<PathBuf>,
    _held: Option<File>,
}

impl Run {
    /// Runs from now on, until this value goes.
    #[must_use]
    pub fn begin(data: &Path) -> Self {
        let name = uuid::Uuid::new_v4().simple().to_string();
        let path = run_file(data, &name);
        let made = fs::create_dir_all(data.join("locks")).and_then(|()| File::create(&path));
        let held = made.ok().filter(|file| file.try_lock().is_ok());
        Self { path: held.is_some().then_some(path), name, _held: held }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the program of that name runs.
    #[must_use]
    pub fn is_running(data: &Path, name: &str) -> bool {
        let path = run_file(data, name);
        let Ok(file) = File::open(&path) else { return false };
        match file.try_lock() {
            Ok(()) => {
                // Nobody takes this name again, so the file is only in the way.
                let _ = fs::remove_file(path);
                false
            }
            Err(TryLockError::WouldBlock) => true,
            Err(TryLockError::Error(_)) => false,
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // Should it stay, the next who asks removes it.
            let _ = fs::remove_file(path);
        }
    }
}

fn run_file(data: &Path, name: &str) -> PathBuf {
    data.join("locks").join(format!("run-{name}"))
}

fn lock_file(data: &Path, backend: &str, session: &str) -> Option<File> {
    let folder = data.join("locks");
    fs::create_dir_all(&folder).ok()?;
    // A backend may be an address, and an id anything: neither is fit for a file name.
    let digest = Sha256::digest(format!("{backend}\n{session}"));
    let name: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    File::create(folder.join(format!("{name}.lock"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_told_and_the_lock_goes_with_the_first() {
        let data = tempfile::tempdir().expect("a folder");
        let take = |session| SessionLock::take(data.path(), "studio", session);
        let first = take("s1");
        assert!(matches!(first, Hold::Alone(Some(_))));
        assert!(matches!(take("s1"), Hold::Shared));
        assert!(matches!(take("s2"), Hold::Alone(Some(_))), "another session is free");
        drop(first);
        assert!(!SessionLock::is_taken(data.path(), "studio", "s1"));
    }

    #[test]
    fn a_program_runs_until_it_ends_however_that_happens() {
        let data = tempfile::tempdir().expect("a folder");
        let run = Run::begin(data.path());
        let name = run.name().to_owned();
        assert!(Run::is_running(data.path(), &name));
        drop(run);
        assert!(!Run::is_running(data.path(), &name));
        // What a killed program leaves is a file that nobody holds.
        fs::write(run_file(data.path(), "killed"), "").expect("written");
        assert!(!Run::is_running(data.path(), "killed"));
        assert!(!run_file(data.path(), "killed").exists());
    }
}
