//! The unfinished file beside its place, and the one step that puts it there.
//!
//! The final name is taken with a hard link, which fails where a file of that name exists, so that
//! nothing is ever overwritten by a race; file systems without hard links get the name reserved by an
//! empty file first. A part file that is dropped unfinished is removed, unless it is left to be gone
//! on with: then its path, and what the server said of the whole file, are enough.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use tokio::sync::watch;

use super::name::candidates;
use crate::api::Error;

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveAs {
    /// Exactly here. An existing file is replaced only if `force` says so.
    File {
        /// Where.
        path: PathBuf,
        /// Whether an existing file may be replaced.
        force: bool,
    },
    /// Into this folder, under a free name that begins with `stem`.
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// The name without its ending.
        stem: String,
        /// The ending, without its dot.
        ending: String,
    },
}

impl SaveAs {
    fn folder(&self) -> &Path {
        match self {
            Self::File { path, .. } => match path.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            },
            Self::Folder { folder, .. } => folder,
        }
    }

    /// What people are told where it cannot be written.
    fn named(&self) -> &Path {
        match self {
            Self::File { path, .. } => path,
            Self::Folder { folder, .. } => folder,
        }
    }

    /// Whether the name is taken already and may not be used.
    fn is_taken(&self) -> bool {
        match self {
            Self::File { path, force } => !force && path.symlink_metadata().is_ok(),
            Self::Folder { .. } => false,
        }
    }
}

/// What a server said of a whole file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Whole {
    /// By which it tells the file from every other.
    pub tag: Option<String>,
    /// Its size in bytes.
    pub total: Option<u64>,
}

/// A file that is not finished yet.
#[derive(Debug)]
pub struct PartFile {
    path: PathBuf,
    file: tokio::fs::File,
    written: u64,
    target: SaveAs,
    whole: watch::Sender<Whole>,
    /// Whether it stays when this value goes.
    is_left: bool,
}

impl PartFile {
    /// Begins a file. Proves, before any work is done for it, that its place can be written.
    ///
    /// # Errors
    /// [`Error::Disk`]: the folder cannot be written, or the name is taken.
    pub fn create(target: SaveAs) -> Result<Self, Error> {
        Self::open(Self::place_for(&target), target, Whole::default())
    }

    /// Where a new unfinished file of this target lies. Nothing is there yet.
    #[must_use]
    pub fn place_for(target: &SaveAs) -> PathBuf {
        let unique = uuid::Uuid::new_v4().simple().to_string();
        let name = format!(".cutroom-{}.part", &unique[..12]);
        let place = target.folder().join(name);
        std::path::absolute(&place).unwrap_or(place)
    }

    /// Begins a file at its place, or goes on with it where it was left.
    ///
    /// # Errors
    /// [`Error::Disk`]: the folder cannot be written, or the name is taken.
    pub fn open(path: PathBuf, target: SaveAs, whole: Whole) -> Result<Self, Error> {
        let failed = |source| Error::Disk { path: target.named().to_path_buf(), source };
        if target.is_taken() {
            return Err(failed(ErrorKind::AlreadyExists.into()));
        }
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        let written = file.seek(SeekFrom::End(0)).map_err(failed)?;
        let (file, whole) = (tokio::fs::File::from_std(file), watch::Sender::new(whole));
        Ok(Self { path, file, written, target, whole, is_left: false })
    }

    /// Whether a path is one that [`PartFile::place_for`] gives, so that it may be opened or removed.
    #[must_use]
    pub fn is_place(path: &Path) -> bool {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(".cutroom-") && name.ends_with(".part"))
    }

    /// What the server said of the whole file, as it is learned.
    #[must_use]
    pub fn whole(&self) -> watch::Receiver<Whole> {
        self.whole.subscribe()
    }

    pub(super) fn known(&self) -> Whole {
        self.whole.borrow().clone()
    }

    pub(super) fn learn(&self, whole: Whole) {
        self.whole.send_if_modified(|known| {
            let news = *known != whole;
            *known = whole;
            news
        });
    }

    /// What is there is of another file: the next transfer begins anew.
    pub fn forget(&self) {
        self.learn(Whole::default());
    }

    /// Leaves the file where it is, to be gone on with.
    pub async fn leave(mut self) {
        // What cannot be written now is fetched again.
        let _ = self.file.flush().await;
        self.is_left = true;
    }

    /// Bytes so far.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.written
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).await.map_err(|source| self.failed(source))?;
        self.written += bytes.len() as u64;
        Ok(())
    }

    /// What was written so far is on its way to the disk, so that it is there if the program ends.
    pub(super) async fn flush(&mut self) -> Result<(), Error> {
        self.file.flush().await.map_err(|source| self.failed(source))
    }

    pub(super) async fn restart(&mut self) -> Result<(), Error> {
        let emptied = async {
            self.file.set_len(0).await?;
            self.file.rewind().await
        };
        emptied.await.map_err(|source| self.failed(source))?;
        self.written = 0;
        Ok(())
    }

    /// Everything is on the disk, not only on its way there. Returns the size.
    pub(super) async fn sync(&mut self) -> Result<u64, Error> {
        let synced = async {
            self.file.flush().await?;
            self.file.sync_all().await
        };
        synced.await.map_err(|source| self.failed(source))?;
        Ok(self.written)
    }

    /// Gives the file its final name, and tells it.
    ///
    /// # Errors
    /// [`Error::Disk`]: the name was taken meanwhile, or the folder is gone.
    pub fn finish(self) -> Result<PathBuf, Error> {
        let placed = match &self.target {
            SaveAs::File { path, force: true } => {
                std::fs::rename(&self.path, path).map(|()| path.clone())
            }
            SaveAs::File { path, force: false } => place(&self.path, path).map(|()| path.clone()),
            SaveAs::Folder { folder, stem, ending } => place_free(&self.path, folder, stem, ending),
        };
        let placed = placed.map_err(|source| self.failed(source))?;
        // The name is as durable as its folder. Where folders cannot be synced, so be it.
        if let Ok(folder) = File::open(self.target.folder()) {
            let _ = folder.sync_all();
        }
        Ok(placed)
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::Disk { path: self.target.named().to_path_buf(), source }
    }
}

impl Drop for PartFile {
    /// After [`PartFile::finish`] there is nothing left under this name.
    fn drop(&mut self) {
        if !self.is_left {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn place_free(part: &Path, folder: &Path, stem: &str, ending: &str) -> io::Result<PathBuf> {
    for name in candidates(stem, ending) {
        let path = folder.join(name);
        match place(part, &path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Puts the file at `path` unless there is something.
fn place(part: &Path, path: &Path) -> io::Result<()> {
    match std::fs::hard_link(part, path) {
        Ok(()) => std::fs::remove_file(part),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(error),
        Err(_) => {
            OpenOptions::new().write(true).create_new(true).open(path)?;
            std::fs::rename(part, path)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn finished(target: SaveAs, content: &[u8]) -> Result<PathBuf, Error> {
        let mut part = PartFile::create(target)?;
        part.write(content).await?;
        part.sync().await?;
        part.finish()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let name = |entry: io::Result<std::fs::DirEntry>| entry.expect("an entry").file_name();
        let mut names: Vec<_> =
            entries.map(|entry| name(entry).into_string().expect("text")).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn a_folder_gets_the_next_free_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = || SaveAs::Folder {
            folder: folder.path().into(),
            stem: "promo".into(),
            ending: "mp4".into(),
        };
        for _ in 0..3 {
            finished(target(), b"film").await.expect("saved");
        }
        assert_eq!(names(folder.path()), ["promo-2.mp4", "promo-3.mp4", "promo.mp4"]);
    }

    #[tokio::test]
    async fn a_file_that_is_there_stays_unless_force_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.mp4");
        std::fs::write(&path, "old").expect("written");
        let target = |force| SaveAs::File { path: path.clone(), force };
        let refused = finished(target(false), b"new").await;
        assert!(
            matches!(&refused, Err(Error::Disk { source, .. }) if source.kind() == ErrorKind::AlreadyExists)
        );
        assert_eq!(std::fs::read(&path).expect("a file"), b"old");
        finished(target(true), b"new").await.expect("saved");
        assert_eq!(std::fs::read(&path).expect("a file"), b"new");
        assert_eq!(names(folder.path()), ["a.mp4"]);
    }

    #[tokio::test]
    async fn a_file_that_appears_meanwhile_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.mp4");
        let part = PartFile::create(SaveAs::File { path: path.clone(), force: false });
        std::fs::write(&path, "somebody else's").expect("written");
        assert!(part.expect("a part").finish().is_err());
        assert_eq!(std::fs::read(&path).expect("a file"), b"somebody else's");
        assert_eq!(names(folder.path()), ["a.mp4"], "and nothing is left over");
    }

    #[tokio::test]
    async fn a_file_that_was_left_is_gone_on_with() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = || SaveAs::Folder {
            folder: folder.path().into(),
            stem: "x".into(),
            ending: "mp4".into(),
        };
        let place = PartFile::place_for(&target());
        assert!(PartFile::is_place(&place) && !PartFile::is_place(Path::new("/a/x.mp4")));
        let mut part = PartFile::open(place.clone(), target(), Whole::default()).expect("a part");
        part.write(b"half").await.expect("written");
        part.leave().await;
        let mut part = PartFile::open(place, target(), Whole::default()).expect("a part");
        assert_eq!(part.written(), 4);
        part.write(b" and half").await.expect("written");
        part.sync().await.expect("written");
        let path = part.finish().expect("saved");
        assert_eq!(std::fs::read(path).expect("a file"), b"half and half");
        assert_eq!(names(folder.path()), ["x.mp4"]);
    }

    #[test]
    fn an_unfinished_file_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(async {
            let part = PartFile::create(SaveAs::Folder {
                folder: folder.path().into(),
                stem: "x".into(),
                ending: "mp4".into(),
            });
            assert_eq!(names(folder.path()).len(), 1);
            drop(part);
        });
        assert_eq!(names(folder.path()), [""; 0]);
    }
}
