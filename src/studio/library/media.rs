//! The files of a session: which there are, and how a new one gets its name and its place.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::{OptionalExtension, Row, Transaction, params};
use tempfile::{PathPersistError, TempPath};

use super::database::{self, count, whole};
use super::folders::make_private;
use super::session::touch;
use super::{Error, Folders, Library, SessionId};
use crate::api::wire::MediaKind;
use crate::draft::Millis;
use crate::studio::media::{Arrived, Facts, Media, numbered, safe_name};

/// A file in the records.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptMedia {
    /// What it is and where it lies.
    pub media: Media,
    /// What a browser would call its type.
    pub mime: String,
}

/// When a file came, in microseconds since 1970: when the user named it, where the client says so, else
/// when its request came. Files are listed by it, not by when they were complete: a small one sent
/// second overtakes a large one sent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Came(i64);

impl Came {
    /// As the client says.
    #[must_use]
    pub const fn named_at(micros: i64) -> Self {
        Self(micros)
    }

    /// Now.
    #[must_use]
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }
}

/// What became of a file that arrived.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// It is a file of the session now.
    New(KeptMedia),
    /// The session had a file of the same content; the one that arrived is gone.
    Known(KeptMedia),
}

impl Kept {
    /// The file, either way.
    #[must_use]
    pub fn into_media(self) -> KeptMedia {
        match self {
            Self::New(kept) | Self::Known(kept) => kept,
        }
    }
}

/// A file in its place, which it loses again unless its record is written too.
struct Placed {
    kept: Kept,
    place: Option<TempPath>,
}

impl Placed {
    fn settle(self) -> std::io::Result<Kept> {
        if let Some(place) = self.place {
            place.keep().map_err(|error| error.error)?;
        }
        Ok(self.kept)
    }
}

/// Why a file that arrived did not become one of the session's.
enum Refused {
    Sql(rusqlite::Error),
    Io(std::io::Error),
}

impl From<rusqlite::Error> for Refused {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<std::io::Error> for Refused {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<PathPersistError> for Refused {
    fn from(error: PathPersistError) -> Self {
        Self::Io(error.error)
    }
}

impl Library {
    /// The files of a session, in the order in which they came.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn media(&self, session: &SessionId) -> Result<Vec<KeptMedia>, Error> {
        let (session, folders) = (session.clone(), self.folders().clone());
        self.read(move |records| all_of(records, &session, &folders)).await
    }

    /// One file of a session.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn media_named(&self, session: &str, name: &str) -> Result<Option<KeptMedia>, Error> {
        let (session, name) = (session.to_owned(), name.to_owned());
        let folders = self.folders().clone();
        self.read(move |records| {
            let query = format!("{SELECT} WHERE session = ?1 AND name = ?2");
            let mut query = records.prepare_cached(&query)?;
            query.query_row([&session, &name], |row| read(row, &folders)).optional()
        })
        .await
    }

    /// Takes a file that arrived as `claimed` into a session, under a safe and free name. The same
    /// content is never kept twice.
    ///
    /// # Errors
    /// Any of [`Error`]; the file is gone then.
    pub async fn keep_media(
        &self,
        session: &SessionId,
        claimed: &str,
        came: Came,
        arrived: Arrived,
        facts: Facts,
    ) -> Result<Kept, Error> {
        let folders = self.folders().clone();
        let (session, claimed) = (session.clone(), claimed.to_owned());
        let folder = folders.resolve(&Folders::file(&session, ""));
        make_private(&folder)?;
        let placed = self
            .write(move |records| {
                let shelf = Shelf { records, folders: &folders, session: &session };
                match shelf.keep(&claimed, came, arrived, &facts) {
                    Ok(placed) => Ok(Ok(placed)),
                    Err(Refused::Io(error)) => Ok(Err(error)),
                    Err(Refused::Sql(error)) => Err(error),
                }
            })
            .await?;
        placed.and_then(Placed::settle).map_err(|error| Error::of_io(&error, &folder))
    }
}

/// One session's files while nobody else may change them.
struct Shelf<'a> {
    records: &'a Transaction<'a>,
    folders: &'a Folders,
    session: &'a SessionId,
}

impl Shelf<'_> {
    fn keep(
        &self,
        claimed: &str,
        came: Came,
        arrived: Arrived,
        facts: &Facts,
    ) -> Result<Placed, Refused> {
        if let Some(known) = self.same_content(&arrived.hash)? {
            if !known.media.path.exists() {
                // Somebody removed the file and brings it back.
                arrived.path.persist(&known.media.path)?;
            }
            return Ok(Placed { kept: Kept::Known(known), place: None });
        }
        let name = self.free_name(&safe_name(claimed, facts.file_type))?;
        let relative = Folders::file(self.session, &name);
        let path = self.folders.resolve(&relative);
        let (bytes, hash) = (arrived.bytes, arrived.hash);
        arrived.path.persist_noclobber(&path)?;
        let place = Some(TempPath::try_from_path(&path)?);
        let media = media(name, &path, bytes, hash, facts);
        let kept = KeptMedia { media, mime: facts.file_type.mime().to_owned() };
        self.insert(&kept, &relative, came)?;
        Ok(Placed { kept: Kept::New(kept), place })
    }

    fn same_content(&self, hash: &str) -> rusqlite::Result<Option<KeptMedia>> {
        let query = format!("{SELECT} WHERE session = ?1 AND hash = ?2");
        let found = self
            .records
            .query_row(&query, [self.session.as_str(), hash], |row| read(row, self.folders));
        found.optional()
    }

    /// The name itself, or the first number that makes it free both in the records and on the disk.
    fn free_name(&self, name: &str) -> rusqlite::Result<String> {
        let mut candidate = name.to_owned();
        let mut number = 1;
        while self.is_taken(&candidate)? {
            number += 1;
            candidate = numbered(name, number);
        }
        Ok(candidate)
    }

    fn is_taken(&self, name: &str) -> rusqlite::Result<bool> {
        let mut query =
            self.records.prepare_cached("SELECT 1 FROM media WHERE session = ?1 AND name = ?2")?;
        let path = self.folders.resolve(&Folders::file(self.session, name));
        Ok(query.exists([self.session.as_str(), name])? || path.symlink_metadata().is_ok())
    }

    fn insert(&self, kept: &KeptMedia, relative: &str, came: Came) -> rusqlite::Result<()> {
        let media = &kept.media;
        self.records.execute(
            "INSERT INTO media (session, name, path, mime, kind, bytes, duration, width, height,
                                fps, has_audio, hash, came)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            params![
                self.session.as_str(),
                media.name,
                relative,
                kept.mime,
                media.kind.name(),
                whole(media.bytes),
                media.duration.map(|duration| whole(duration.0)),
                media.width,
                media.height,
                media.fps,
                media.has_audio,
                media.hash,
                came.0,
            ],
        )?;
        touch(self.records, self.session)
    }
}

fn media(name: String, path: &Path, bytes: u64, hash: String, facts: &Facts) -> Media {
    Media {
        name,
        path: path.to_path_buf(),
        kind: facts.kind,
        bytes,
        duration: facts.duration,
        width: facts.width,
        height: facts.height,
        fps: facts.fps,
        has_audio: facts.has_audio,
        hash,
    }
}

const SELECT: &str = "SELECT name, path, mime, kind, bytes, duration, width, height, fps, \
                      has_audio, hash FROM media";

pub(super) fn all_of(
    records: &Transaction<'_>,
    session: &SessionId,
    folders: &Folders,
) -> rusqlite::Result<Vec<KeptMedia>> {
    let query = format!("{SELECT} WHERE session = ?1 ORDER BY came, place");
    let mut query = records.prepare_cached(&query)?;
    let rows = query.query_map([session.as_str()], |row| read(row, folders))?;
    rows.collect()
}

fn read(row: &Row<'_>, folders: &Folders) -> rusqlite::Result<KeptMedia> {
    let (path, kind): (String, String) = (row.get(1)?, row.get(3)?);
    let media = Media {
        name: row.get(0)?,
        path: folders.resolve(&path),
        kind: MediaKind::from_name(&kind).ok_or_else(database::corrupt)?,
        bytes: count(row.get(4)?),
        duration: row.get::<_, Option<i64>>(5)?.map(|millis| Millis(count(millis))),
        width: row.get(6)?,
        height: row.get(7)?,
        fps: row.get(8)?,
        has_audio: row.get(9)?,
        hash: row.get(10)?,
    };
    Ok(KeptMedia { media, mime: row.get(2)? })
}
