//! What the rows of a table have done, kept beside the store as it happens.
//!
//! One file for each table, named by the table's path. It is written whole under another name and put
//! in place, so that an end at any moment leaves the old one or the new one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::language::{Detail, Problem};
use crate::store::Places;

use super::table::Row;

/// How far a row is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "stage")]
pub(super) enum Stage {
    /// Nothing was done, or nothing that can be gone on with.
    New,
    /// A session was opened for it.
    Begun {
        /// Which one.
        session: String,
        /// Its files are there and everything has been said: only the export is left.
        said: bool,
        /// A message was on its way. What became of it is not known.
        asking: bool,
    },
    /// All of it.
    Done,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    stage: Stage,
    export: Option<PathBuf>,
}

/// The rows of one table.
#[derive(Debug)]
pub(super) struct Record {
    path: PathBuf,
    rows: BTreeMap<String, Entry>,
    /// Held while a batch of this table runs.
    lock: Option<File>,
}

impl Record {
    /// What is known of a table; nothing where it is new.
    pub fn open(places: &Places, table: &Path) -> Result<Self, Problem> {
        let table = table.canonicalize().unwrap_or_else(|_| table.to_path_buf());
        let digest = Sha256::digest(table.as_os_str().as_encoded_bytes());
        let name = digest.iter().take(8).fold(String::new(), |mut name, byte| {
            let _ = write!(name, "{byte:02x}");
            name
        });
        let path = places.data.join("batches").join(format!("{name}.json"));
        let rows = match fs::read(&path) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).map_err(|error| unreadable(&path, error))?
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => BTreeMap::new(),
            Err(error) => return Err(unreadable(&path, error)),
        };
        Ok(Self { path, rows, lock: None })
    }

    /// Keeps another run of the same table away until this one has ended.
    pub fn lock(&mut self) -> Result<(), Problem> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
        let path = self.path.with_extension("lock");
        let file = File::create(&path).map_err(|error| unwritable(&path, error))?;
        match file.try_lock() {
            Ok(()) => {
                self.lock = Some(file);
                Ok(())
            }
            Err(_) => {
                let detail =
                    Detail::new("this table is being worked on already", "这个表格已在处理中");
                Err(Problem::BadUsage { detail })
            }
        }
    }

    /// How far a row is.
    pub fn stage(&self, row: &Row) -> Stage {
        self.rows.get(&row.key()).map_or(Stage::New, |entry| entry.stage.clone())
    }

    /// Whether a film at this place was begun by an earlier row of this table.
    pub fn made(&self, path: &Path) -> bool {
        self.rows.values().any(|entry| entry.export.as_deref() == Some(path))
    }

    /// Puts down how far a row is.
    pub fn put(&mut self, row: &Row, stage: Stage) -> Result<(), Problem> {
        // A place is only known as this table's once its export can have begun.
        let exporting = matches!(&stage, Stage::Done | Stage::Begun { said: true, .. });
        let before = self.rows.get(&row.key()).and_then(|entry| entry.export.clone());
        let export = if exporting { row.export.clone() } else { before };
        self.rows.insert(row.key(), Entry { stage, export });
        let write = || -> std::io::Result<()> {
            let folder = self.path.parent().unwrap_or(Path::new("."));
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(&serde_json::to_vec_pretty(&self.rows)?)?;
            file.as_file().sync_all()?;
            file.persist(&self.path)?;
            Ok(())
        };
        write().map_err(|error| unwritable(&self.path, error))
    }
}

fn unreadable(path: &Path, error: impl ToString) -> Problem {
    Problem::FileUnreadable { path: path.display().to_string(), reason: error.to_string() }
}

fn unwritable(path: &Path, error: impl ToString) -> Problem {
    Problem::NotWritable { path: path.display().to_string(), reason: error.to_string() }
}
