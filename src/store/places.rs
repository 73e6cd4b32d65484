//! Where things lie on this machine.

use std::path::PathBuf;

/// The folders of this user. None of them need exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Sessions, chats, jobs, and the studio's own library: what must not be lost.
    pub data: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
    /// Settings and the client id.
    pub config: PathBuf,
}

impl Places {
    /// The folders that the system gives this user. `CUTROOM_HOME` puts all three below one folder,
    /// for portable installations and for tests. `None` where the system names no home.
    #[must_use]
    pub fn of_user(cutroom_home: Option<PathBuf>) -> Option<Self> {
        if let Some(home) = cutroom_home {
            return Some(Self {
                data: home.join("data"),
                cache: home.join("cache"),
                config: home.join("config"),
            });
        }
        let dirs = directories::ProjectDirs::from("", "", "cutroom")?;
        Some(Self {
            data: dirs.data_dir().to_path_buf(),
            cache: dirs.cache_dir().to_path_buf(),
            config: dirs.config_dir().to_path_buf(),
        })
    }

    /// The session database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data.join("cutroom.db")
    }

    /// Which hints are needed no more.
    #[must_use]
    pub fn hints(&self) -> PathBuf {
        self.data.join("hints")
    }

    /// The studio's own records and files.
    #[must_use]
    pub fn studio(&self) -> PathBuf {
        self.data.join("studio")
    }
}
