//! Sessions: one film each, with its files.

use std::fmt;

use rusqlite::{OptionalExtension, Row, Transaction, params};
use serde_json::Value;

use super::{Error, KeptMedia, Library, database};
use crate::language::Language;

/// The name of a session that is in the records.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SessionId(String);

impl SessionId {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(in crate::studio) fn recorded(name: String) -> Self {
        Self(name)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name.
    pub id: SessionId,
    /// The name of its project.
    pub task_id: String,
    /// The language that its owner asked for.
    pub language: Language,
    /// Grows with every change of the film or the files.
    pub version: i64,
}

/// What a session holds, at one moment.
#[derive(Debug, Clone)]
pub struct State {
    /// The session itself.
    pub session: Session,
    /// The film, as it was written; none before the first edit.
    pub draft: Option<Value>,
    /// The files, in the order in which they came.
    pub media: Vec<KeptMedia>,
}

impl Library {
    /// Begins a session for someone who speaks the language of this tag.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn create_session(&self, language_tag: &str) -> Result<Session, Error> {
        let session = Session {
            id: SessionId(uuid::Uuid::new_v4().to_string()),
            task_id: uuid::Uuid::new_v4().to_string(),
            language: Language::of_locale(language_tag),
            version: 0,
        };
        let (created, tag) = (session.clone(), language_tag.to_owned());
        self.write(move |records| insert(records, &session, &tag)).await?;
        Ok(created)
    }

    /// The session of that name.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn session(&self, name: &str) -> Result<Option<Session>, Error> {
        let name = name.to_owned();
        self.read(move |records| find(records, &name)).await
    }

    /// What the session of that name holds now.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn state(&self, name: &str) -> Result<Option<State>, Error> {
        let name = name.to_owned();
        let folders = self.folders().clone();
        self.read(move |records| {
            let Some(session) = find(records, &name)? else { return Ok(None) };
            let draft = super::film::draft_of(records, &session.id)?;
            let media = super::media::all_of(records, &session.id, &folders)?;
            Ok(Some(State { session, draft, media }))
        })
        .await
    }
}

fn insert(records: &Transaction<'_>, session: &Session, tag: &str) -> rusqlite::Result<()> {
    records.execute(
        "INSERT INTO sessions (id, task_id, language, created) VALUES (?1, ?2, ?3, ?4)",
        params![session.id.as_str(), session.task_id, tag, database::now()],
    )?;
    records.execute("INSERT INTO drafts (session) VALUES (?1)", [session.id.as_str()])?;
    Ok(())
}

pub(super) fn find(records: &Transaction<'_>, name: &str) -> rusqlite::Result<Option<Session>> {
    let mut query = records
        .prepare_cached("SELECT id, task_id, language, version FROM sessions WHERE id = ?1")?;
    query.query_row([name], read_session).optional()
}

fn read_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let tag: String = row.get(2)?;
    Ok(Session {
        id: SessionId(row.get(0)?),
        task_id: row.get(1)?,
        language: Language::of_locale(&tag),
        version: row.get(3)?,
    })
}

/// Notes that the session's state is another one now.
pub(super) fn touch(records: &Transaction<'_>, session: &SessionId) -> rusqlite::Result<()> {
    let change = "UPDATE sessions SET version = version + 1 WHERE id = ?1";
    records.execute(change, [session.as_str()]).map(drop)
}
