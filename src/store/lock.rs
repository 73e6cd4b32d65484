//! One running program for a session: a second one is noticed, not stopped.
//!
//! A lock of the system's own on an empty file, which goes with the process however that ends. Where
//! locks cannot be had (some network folders), the session counts as free.

use std::fs::{self, File, TryLockError};
use std::path::Path;

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
}
