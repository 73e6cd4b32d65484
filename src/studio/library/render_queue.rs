//! The line in which renders wait: one at a time runs for each session, on whichever studio.

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::database::{self, count, whole};
use super::owner::is_running;
use super::render::{form_named, quality_named};
use super::{Error, Folders, Library, Outcome, Owner, RenderId, SessionId};
use crate::api::wire::render::RenderEstimate;
use crate::draft::Millis;
use crate::language::Language;
use crate::studio::render::{Form, Quality, Wish};

/// How long a finished film is kept, in milliseconds: a week.
const KEPT_FOR: i64 = 7 * 24 * 60 * 60 * 1000;

/// A render whose turn it is.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its name.
    pub id: RenderId,
    /// Whose film.
    pub session: SessionId,
    /// The language of that session.
    pub language: Language,
    /// The film, as JSON.
    pub draft: String,
    /// How good.
    pub quality: Quality,
    /// What kind of file.
    pub form: Form,
    /// What else is asked for.
    pub wish: Wish,
}

/// How far a render is.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// How much is done, 0 to 1.
    pub part: f64,
    /// What it does, in a word.
    pub stage: &'static str,
    /// What has gone less than well so far, a sentence each.
    pub warnings: Vec<String>,
    /// What it will come to, once that can be told.
    pub estimate: Option<RenderEstimate>,
}

impl Library {
    /// Takes the first of the owner's renders that may begin.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn claim_render(&self, owner: &str) -> Result<Option<Claimed>, Error> {
        let owner = owner.to_owned();
        self.write(move |records| claim(records, &owner)).await
    }

    /// Whether any of the owner's renders waits.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn has_waiting_renders(&self, owner: &str) -> Result<bool, Error> {
        let owner = owner.to_owned();
        self.read(move |records| {
            let query = "SELECT 1 FROM renders WHERE owner = ?1 AND status = 'pending'";
            records.prepare_cached(query)?.exists([&owner])
        })
        .await
    }

    /// Notes how far a render is. `true` if somebody wants it to end.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn note_progress(&self, id: &RenderId, noted: Noted) -> Result<bool, Error> {
        let id = id.clone();
        self.write(move |records| {
            let change = "UPDATE renders SET progress = ?2, stage = ?3, warnings = ?4,
                              estimate = ?5
                          WHERE id = ?1 AND status = 'processing' RETURNING cancel";
            let Noted { part, stage, warnings, estimate } = noted;
            let estimate =
                estimate.map_or_else(String::new, |told| serde_json::json!(told).to_string());
            let warnings = serde_json::json!(warnings).to_string();
            let values = params![id.as_str(), part, stage, warnings, estimate];
            let asked = records.query_row(change, values, |row| row.get(0));
            Ok(asked.optional()?.unwrap_or(false))
        })
        .await
    }

    /// Notes how a render ended.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn end_render(&self, id: &RenderId, outcome: Outcome) -> Result<(), Error> {
        let id = id.clone();
        self.write(move |records| end(records, &id, &outcome)).await
    }

    /// Takes over a render whose studio has ended, where it is asked for again: it waits, for `owner`
    /// to render it. `true` if it was taken over.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn adopt_render(&self, id: &RenderId, owner: &str) -> Result<bool, Error> {
        let (id, owner, folders) = (id.clone(), owner.to_owned(), self.folders().clone());
        self.write(move |records| adopt(records, &id, &owner, &folders)).await
    }

    /// Ends, as interrupted, what studios left behind that no longer run; `sentence` says so.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn interrupt_abandoned_renders(
        &self,
        sentence: fn(Language) -> String,
    ) -> Result<(), Error> {
        let folders = self.folders().clone();
        self.write(move |records| {
            for owner in owners_at_work(records)? {
                if !is_running(&folders, &owner) {
                    interrupt_all(records, &owner, &["pending", "processing"], sentence)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Ends, as interrupted, what the owner has not begun; `sentence` says why.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn interrupt_waiting_renders(
        &self,
        owner: &str,
        sentence: fn(Language) -> String,
    ) -> Result<(), Error> {
        let owner = owner.to_owned();
        self.write(move |records| interrupt_all(records, &owner, &["pending"], sentence)).await
    }

    /// Removes the films that have been kept for long enough.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn expire_renders(&self) -> Result<(), Error> {
        let folders = self.folders().clone();
        self.write(move |records| expire(records, &folders, database::now() - KEPT_FOR)).await
    }

    /// Begins to run as an owner of renders. Blocking.
    ///
    /// # Errors
    /// [`Error::DiskFull`] or [`Error::NotWritable`].
    pub fn begin_owner(&self) -> Result<Owner, Error> {
        Owner::begin(self.folders(), uuid::Uuid::new_v4().to_string())
    }
}

fn claim(records: &Transaction<'_>, owner: &str) -> rusqlite::Result<Option<Claimed>> {
    let next = "UPDATE renders SET status = 'processing', started = ?2
        WHERE rowid = (
            SELECT waiting.rowid FROM renders AS waiting
            WHERE waiting.owner = ?1 AND waiting.status = 'pending' AND NOT EXISTS (
                SELECT 1 FROM renders AS running
                WHERE running.session = waiting.session AND running.status = 'processing')
            ORDER BY waiting.created, waiting.rowid LIMIT 1)
        RETURNING id, session, draft, quality,
            (SELECT language FROM sessions WHERE sessions.id = renders.session),
            form, at, most_bytes";
    records.query_row(next, params![owner, database::now()], read_claimed).optional()
}

fn read_claimed(row: &Row<'_>) -> rusqlite::Result<Claimed> {
    let (id, quality, tag): (String, String, String) = (row.get(0)?, row.get(3)?, row.get(4)?);
    Ok(Claimed {
        id: RenderId::parse(&id).ok_or_else(database::corrupt)?,
        session: SessionId::recorded(row.get(1)?),
        language: Language::of_locale(&tag),
        draft: row.get(2)?,
        quality: quality_named(&quality),
        form: form_named(&row.get::<_, String>(5)?),
        wish: Wish {
            at: Millis(count(row.get(6)?)),
            most_bytes: row.get::<_, Option<i64>>(7)?.map(count),
        },
    })
}

fn end(records: &Transaction<'_>, id: &RenderId, outcome: &Outcome) -> rusqlite::Result<()> {
    let now = database::now();
    let id_text = id.as_str();
    let ended = match outcome {
        Outcome::Completed { duration, bytes, warnings } => records.execute(
            "UPDATE renders SET status = 'completed', progress = 1, output = ?2, duration = ?3,
                bytes = ?4, warnings = ?5, ended = ?6 WHERE id = ?1",
            params![
                id_text,
                Folders::output(id),
                whole(duration.0),
                whole(*bytes),
                serde_json::json!(warnings).to_string(),
                now
            ],
        ),
        Outcome::Failed { error } => records.execute(
            "UPDATE renders SET status = 'failed', error = ?2, ended = ?3 WHERE id = ?1",
            params![id_text, error, now],
        ),
        Outcome::Interrupted { error } => records.execute(
            "UPDATE renders SET status = 'interrupted', error = ?2, ended = ?3 WHERE id = ?1",
            params![id_text, error, now],
        ),
        Outcome::Cancelled => records.execute(
            "UPDATE renders SET status = 'cancelled', ended = ?2 WHERE id = ?1",
            params![id_text, now],
        ),
    };
    ended.map(drop)
}

fn adopt(
    records: &Transaction<'_>,
    id: &RenderId,
    owner: &str,
    folders: &Folders,
) -> rusqlite::Result<bool> {
    let query = "SELECT owner, status FROM renders
        WHERE id = ?1 AND status IN ('interrupted', 'pending', 'processing')";
    let known = records.query_row(query, [id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)));
    let Some((before, status)): Option<(String, String)> = known.optional()? else {
        return Ok(false);
    };
    if status != "interrupted" && (before == owner || is_running(folders, &before)) {
        return Ok(false);
    }
    let change = "UPDATE renders SET owner = ?2, status = 'pending', error = NULL, cancel = 0,
        ended = NULL WHERE id = ?1";
    records.execute(change, params![id.as_str(), owner])?;
    Ok(true)
}

fn owners_at_work(records: &Transaction<'_>) -> rusqlite::Result<Vec<String>> {
    let query = "SELECT DISTINCT owner FROM renders WHERE status IN ('pending', 'processing')";
    let mut query = records.prepare(query)?;
    query.query_map([], |row| row.get(0))?.collect()
}

fn interrupt_all(
    records: &Transaction<'_>,
    owner: &str,
    statuses: &[&str],
    sentence: fn(Language) -> String,
) -> rusqlite::Result<()> {
    let mut query = records.prepare(
        "SELECT renders.id, sessions.language FROM renders
         JOIN sessions ON sessions.id = renders.session
         WHERE owner = ?1 AND status = ?2",
    )?;
    for status in statuses {
        let rows = query.query_map([owner, status], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let left: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
        for (id, tag) in left {
            let id = RenderId::parse(&id).ok_or_else(database::corrupt)?;
            let error = sentence(Language::of_locale(&tag));
            end(records, &id, &Outcome::Interrupted { error })?;
        }
    }
    Ok(())
}

fn expire(records: &Transaction<'_>, folders: &Folders, before: i64) -> rusqlite::Result<()> {
    let change = "UPDATE renders SET status = 'expired' WHERE status = 'completed' AND ended < ?1
                  RETURNING output";
    let mut change = records.prepare(change)?;
    let outputs: Vec<Option<String>> =
        change.query_map([before], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for output in outputs.into_iter().flatten() {
        // One that is gone already is as gone as it should be.
        let _ = std::fs::remove_file(folders.resolve(&output));
    }
    Ok(())
}
