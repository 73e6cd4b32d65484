//! Where the studio keeps what.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::{Error, RenderId, SessionId};

/// The folders below one data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
}

impl Folders {
    /// The folders below `data`, made if need be; only their owner may look inside.
    ///
    /// # Errors
    /// [`Error::DiskFull`] or [`Error::NotWritable`].
    pub fn create(data: &Path) -> Result<Self, Error> {
        let folders = Self { data: data.to_path_buf() };
        for folder in [folders.files(), folders.renders(), folders.incoming(), folders.running()] {
            make_private(&folder)?;
        }
        Ok(folders)
    }

    /// The records.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data.join("studio.db")
    }

    /// What is still arriving.
    #[must_use]
    pub fn incoming(&self) -> PathBuf {
        self.data.join("incoming")
    }

    /// The path of a name that the records give relative to the data folder.
    #[must_use]
    pub fn resolve(&self, relative: &str) -> PathBuf {
        self.data.join(relative)
    }

    /// Where the finished film of a render lies, relative to the data folder.
    #[must_use]
    pub fn output(id: &RenderId) -> String {
        format!("renders/{id}.mp4")
    }

    /// Where a file of a session lies, relative to the data folder.
    pub(super) fn file(session: &SessionId, name: &str) -> String {
        format!("files/{session}/{name}")
    }

    /// Where the files of a session lie.
    pub(super) fn of_session(&self, session: &SessionId) -> PathBuf {
        self.files().join(session.as_str())
    }

    pub(super) fn running(&self) -> PathBuf {
        self.data.join("running")
    }

    fn files(&self) -> PathBuf {
        self.data.join("files")
    }

    /// Finished films.
    #[must_use]
    pub fn renders(&self) -> PathBuf {
        self.data.join("renders")
    }
}

pub(super) fn make_private(folder: &Path) -> Result<(), Error> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|error| Error::of_io(&error, folder))
}
