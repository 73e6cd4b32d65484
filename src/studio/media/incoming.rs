//! A file that is still arriving.
//!
//! Its bytes are counted, hashed and written to a nameless place in the studio's own folder, on the
//! same disk as their final one, so that taking the file up is a rename. Whoever drops an
//! [`Incoming`] or an [`Arrived`] half-way leaves nothing behind.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt;

use super::Error;
use crate::api::wire::file_type::HEAD_BYTES;

/// A file so young may not be held yet by the program that makes it.
const JUST_BEGUN: Duration = Duration::from_secs(60);

/// A file that is still arriving.
#[derive(Debug)]
pub struct Incoming {
    file: tokio::fs::File,
    path: TempPath,
    limit: u64,
    bytes: u64,
    head: Vec<u8>,
    digest: Sha256,
}

/// A file that has arrived and has no name yet.
#[derive(Debug)]
pub struct Arrived {
    /// Where it lies; removed when this is dropped.
    pub path: TempPath,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its content, in hexadecimal.
    pub hash: String,
    /// Its first bytes, as many as telling its type needs.
    pub head: Vec<u8>,
    _held: tokio::fs::File,
}

impl Incoming {
    /// Begins a file in `folder` that may have up to `limit` bytes.
    ///
    /// # Errors
    /// [`Error::File`] where the folder cannot be written.
    pub async fn begin(folder: &Path, limit: u64) -> Result<Self, Error> {
        let folder = folder.to_path_buf();
        let (file, path) = in_background(folder.clone(), move || {
            let file = tempfile::Builder::new().prefix("incoming-").tempfile_in(&folder)?;
            // Held until it is taken up or dropped; see `remove_abandoned`.
            file.as_file().lock()?;
            Ok(file)
        })
        .await?
        .into_parts();
        let file = tokio::fs::File::from_std(file);
        Ok(Self { file, path, limit, bytes: 0, head: Vec::new(), digest: Sha256::new() })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// [`Error::TooLarge`] once the limit is passed, [`Error::File`] where they cannot be written.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.limit {
            return Err(Error::TooLarge { size: self.bytes, limit: self.limit });
        }
        let wanted = HEAD_BYTES.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        self.digest.update(bytes);
        let written = self.file.write_all(bytes).await;
        written.map_err(|source| self.failed(source))
    }

    /// The file is complete.
    ///
    /// # Errors
    /// [`Error::File`] where the last bytes do not reach the disk, [`Error::Empty`].
    pub async fn finish(mut self) -> Result<Arrived, Error> {
        // A write that failed in the background is told only by the next call.
        self.file.flush().await.map_err(|source| self.failed(source))?;
        self.file.sync_all().await.map_err(|source| self.failed(source))?;
        if self.bytes == 0 {
            return Err(Error::Empty);
        }
        let hash = hex(&self.digest.finalize());
        Ok(Arrived { path: self.path, bytes: self.bytes, hash, head: self.head, _held: self.file })
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::File { path: folder_of(&self.path), source }
    }
}

/// Removes what programs left in `folder` that ended while files were arriving. Blocking.
///
/// # Errors
/// When the folder cannot be read or a file in it cannot be removed.
pub fn remove_abandoned(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let age = SystemTime::now().duration_since(entry.metadata()?.modified()?);
        let begun = age.is_ok_and(|age| age > JUST_BEGUN);
        if begun && File::open(entry.path())?.try_lock().is_ok() {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// People are told the folder: the name in it means nothing to them.
fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_path_buf()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn in_background<T: Send + 'static>(
    path: PathBuf,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    let done = tokio::task::spawn_blocking(work).await.unwrap_or_else(|e| Err(io::Error::other(e)));
    done.map_err(|source| Error::File { path, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(folder: &Path) -> usize {
        std::fs::read_dir(folder).expect("a folder").count()
    }

    #[tokio::test]
    async fn what_arrived_is_counted_and_hashed() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut incoming = Incoming::begin(folder.path(), 10).await.expect("begun");
        incoming.write(b"ab").await.expect("room");
        incoming.write(b"c").await.expect("room");
        let arrived = incoming.finish().await.expect("complete");
        assert_eq!(arrived.bytes, 3);
        assert_eq!(arrived.head, b"abc");
        assert_eq!(
            arrived.hash,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(std::fs::read(&arrived.path).expect("there"), b"abc");
    }

    #[tokio::test]
    async fn a_file_above_the_limit_is_refused_and_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut incoming = Incoming::begin(folder.path(), 3).await.expect("begun");
        let refused = incoming.write(b"abcd").await.expect_err("too large");
        assert!(matches!(refused, Error::TooLarge { size: 4, limit: 3 }), "{refused:?}");
        drop(incoming);
        assert_eq!(names_in(folder.path()), 0);
    }

    #[tokio::test]
    async fn a_file_without_bytes_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let incoming = Incoming::begin(folder.path(), 3).await.expect("begun");
        assert!(matches!(incoming.finish().await, Err(Error::Empty)));
        assert_eq!(names_in(folder.path()), 0);
    }

    #[tokio::test]
    async fn only_what_nobody_holds_is_abandoned() {
        let folder = tempfile::tempdir().expect("a folder");
        let held = Incoming::begin(folder.path(), 3).await.expect("begun");
        let left = folder.path().join("incoming-left");
        std::fs::write(&left, b"half").expect("written");
        let long_ago = SystemTime::now() - 2 * JUST_BEGUN;
        for path in [&*held.path, &left] {
            let file = File::options().write(true).open(path).expect("there");
            file.set_modified(long_ago).expect("set");
        }
        remove_abandoned(folder.path()).expect("swept");
        assert!(held.path.exists() && !left.exists());
    }

    #[tokio::test]
    async fn a_full_disk_is_told_as_one() {
        let full = Path::new("/dev/full");
        let file = tokio::fs::OpenOptions::new().write(true).open(full).await.expect("a device");
        let folder = tempfile::tempdir().expect("a folder");
        let mut incoming = Incoming::begin(folder.path(), 1 << 20).await.expect("begun");
        incoming.file = file;
        let written = incoming.write(&[7; 4096]).await;
        let ended = match written {
            Ok(()) => incoming.finish().await.map(drop),
            failed => failed,
        };
        let problem = ended.expect_err("full").problem("a.mp4");
        assert_eq!(problem.code(), "disk_full");
        assert_eq!(names_in(folder.path()), 0);
    }
}
