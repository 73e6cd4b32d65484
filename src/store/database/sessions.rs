//! The table of sessions.
//!
//! A session has something in it when somebody spoke or a file was added; only such sessions are
//! offered to go on with, and the others are removed when they are left.

use rusqlite::{OptionalExtension, Row, named_params};

use super::{Database, Error};
use crate::store::kept::SessionSummary;

/// Names a session within the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionKey(pub(super) i64);

/// A session that begins or is used again.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// `studio`, `cloud`, or the address.
    pub backend: &'a str,
    /// Its id there.
    pub id: &'a str,
    /// The profile's `name`.
    pub profile: &'a str,
    /// The tag of its language.
    pub language: &'a str,
    /// Now, in milliseconds since 1970.
    pub at: i64,
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its name here.
    pub key: SessionKey,
    /// `studio`, `cloud`, or the address.
    pub backend: String,
    /// Its id at the backend.
    pub id: String,
    /// The film's name.
    pub title: Option<String>,
}

/// Somebody spoke, or a file was added.
const HAS_CONTENT: &str = "(EXISTS (SELECT 1 FROM chat WHERE chat.session = sessions.key \
     AND speaker IN ('user', 'agent')) \
     OR EXISTS (SELECT 1 FROM waiting WHERE waiting.session = sessions.key) \
     OR EXISTS (SELECT 1 FROM media WHERE media.session = sessions.key AND count > 0))";

impl Database {
    /// Puts a session down, or notes that it is used again.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn open_session(&mut self, new: NewSession<'_>) -> Result<SessionKey, Error> {
        let sql = "INSERT INTO sessions (backend, id, profile, language, created_at, used_at)
             VALUES (:backend, :id, :profile, :language, :at, :at)
             ON CONFLICT (backend, id) DO UPDATE
             SET used_at = :at, profile = excluded.profile, language = excluded.language
             RETURNING key";
        let values = named_params! {
            ":backend": new.backend, ":id": new.id, ":profile": new.profile,
            ":language": new.language, ":at": new.at,
        };
        Ok(self.connection.query_row(sql, values, |row| Ok(SessionKey(row.get(0)?)))?)
    }

    /// Notes that a session is in use.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn touch_session(&mut self, session: SessionKey, at: i64) -> Result<(), Error> {
        let sql = "UPDATE sessions SET used_at = ?2 WHERE key = ?1";
        self.connection.execute(sql, (session.0, at))?;
        Ok(())
    }

    /// Notes the film's name.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn set_title(&mut self, session: SessionKey, title: Option<&str>) -> Result<(), Error> {
        let sql = "UPDATE sessions SET title = ?2 WHERE key = ?1";
        self.connection.execute(sql, (session.0, title))?;
        Ok(())
    }

    /// The session used last on a backend, if it has anything in it; `except` is left out.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn last_session(
        &self,
        backend: &str,
        except: Option<SessionKey>,
    ) -> Result<Option<SessionRow>, Error> {
        let sql = format!(
            "SELECT key, backend, id, title FROM sessions WHERE backend = ?1 AND key IS NOT ?2
             AND {HAS_CONTENT} ORDER BY used_at DESC, key DESC LIMIT 1"
        );
        let except = except.map(|key| key.0);
        Ok(self.connection.query_row(&sql, (backend, except), row).optional()?)
    }

    /// The sessions of a backend with anything in them that were used last, except for one.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn last_summaries(
        &self,
        backend: &str,
        except: SessionKey,
        most: u32,
    ) -> Result<Vec<SessionSummary>, Error> {
        let wanted = format!("backend = ?1 AND sessions.key IS NOT ?2 AND ({HAS_CONTENT})");
        let sql = format!("{} LIMIT ?3", summary_sql(&wanted));
        let mut statement = self.connection.prepare(&sql)?;
        let found = statement.query_map((backend, except.0, most), summary)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The sessions of a backend whose ids begin so; an id that is exactly so stands alone.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn find_sessions(&self, backend: &str, beginning: &str) -> Result<Vec<SessionRow>, Error> {
        let sql = "SELECT key, backend, id, title FROM sessions
             WHERE backend = ?1 AND substr(id, 1, length(?2)) = ?2 ORDER BY used_at DESC";
        let mut statement = self.connection.prepare(sql)?;
        let found = statement.query_map((backend, beginning), row)?;
        let found: Vec<SessionRow> = found.collect::<Result<_, _>>()?;
        let exact = found.iter().find(|session| session.id == beginning).cloned();
        Ok(exact.map_or(found, |session| vec![session]))
    }

    /// The same on every backend. Ids that are exactly so stand before those that only begin so.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn find_sessions_anywhere(&self, beginning: &str) -> Result<Vec<SessionRow>, Error> {
        let sql = "SELECT key, backend, id, title FROM sessions
             WHERE substr(id, 1, length(?1)) = ?1 ORDER BY used_at DESC";
        let mut statement = self.connection.prepare(sql)?;
        let found: Vec<SessionRow> =
            statement.query_map([beginning], row)?.collect::<Result<_, _>>()?;
        let exact: Vec<SessionRow> =
            found.iter().filter(|session| session.id == beginning).cloned().collect();
        Ok(if exact.is_empty() { found } else { exact })
    }

    /// Every session with anything in it, the one used last first.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn summaries(&self) -> Result<Vec<SessionSummary>, Error> {
        let sql = summary_sql(HAS_CONTENT);
        let mut statement = self.connection.prepare(&sql)?;
        let found = statement.query_map([], summary)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// One session's line in a list.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn summary(&self, session: SessionKey) -> Result<Option<SessionSummary>, Error> {
        let sql = summary_sql("sessions.key = ?1");
        Ok(self.connection.query_row(&sql, [session.0], summary).optional()?)
    }

    /// Calls a session by a name of the person's choice; by none, it is called after its film again.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn name_session(
        &mut self,
        backend: &str,
        id: &str,
        name: Option<&str>,
    ) -> Result<(), Error> {
        let sql = "UPDATE sessions SET name = ?3 WHERE backend = ?1 AND id = ?2";
        self.connection.execute(sql, (backend, id, name))?;
        Ok(())
    }

    /// Removes all that is kept of a session: the conversation, what is known of its files, its jobs.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn remove_session(&mut self, backend: &str, id: &str) -> Result<(), Error> {
        let sql = "DELETE FROM sessions WHERE backend = ?1 AND id = ?2";
        self.connection.execute(sql, (backend, id))?;
        Ok(())
    }

    /// Removes a session that has nothing in it.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn remove_if_empty(&mut self, session: SessionKey) -> Result<(), Error> {
        let sql = format!("DELETE FROM sessions WHERE key = ?1 AND NOT {HAS_CONTENT}");
        self.connection.execute(&sql, [session.0])?;
        Ok(())
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let key = SessionKey(row.get(0)?);
    Ok(SessionRow { key, backend: row.get(1)?, id: row.get(2)?, title: row.get(3)? })
}

/// What a person called it, else the film's name. Without either, the first words to the agent say what a session is about; orders to the
/// program (`upload …`) have no delivery and do so only where there is nothing else.
fn summary_sql(which: &str) -> String {
    format!(
        "SELECT id, backend, profile,
             coalesce(name, title, (SELECT text FROM chat WHERE chat.session = sessions.key
                 AND speaker = 'user' ORDER BY delivery IS NULL, line LIMIT 1), ''),
             used_at, coalesce(media.count, 0), coalesce(drafts.duration_ms, 0),
             projects.link, projects.link_until
         FROM sessions
         LEFT JOIN projects ON projects.session = sessions.key
         LEFT JOIN media ON media.session = sessions.key
         LEFT JOIN drafts ON drafts.session = sessions.key
         WHERE {which} ORDER BY used_at DESC, key DESC"
    )
}

/// Beyond this many letters, first words are a beginning.
const TITLE_LETTERS: usize = 60;

fn summary(row: &Row<'_>) -> rusqlite::Result<SessionSummary> {
    let title: String = row.get(3)?;
    let first_line = title.lines().next().unwrap_or_default();
    Ok(SessionSummary {
        id: row.get(0)?,
        backend: row.get(1)?,
        profile: row.get(2)?,
        title: first_line.chars().take(TITLE_LETTERS).collect(),
        used_at: row.get(4)?,
        media_count: row.get::<_, u32>(5)? as usize,
        duration_ms: u64::try_from(row.get::<_, i64>(6)?).unwrap_or_default(),
        link: super::projects::browser_link(row.get(7)?, row.get(8)?),
    })
}
