//! Renders: what was ordered, how far it is, and what came of it.

use std::fmt;
use std::path::PathBuf;

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::database::{self, count, whole};
use super::{Error, Folders, Library, SessionId};
use crate::api::wire::render::RenderEstimate;
use crate::draft::Millis;
use crate::studio::render::{Form, Quality, Wish};

/// The name of a render, chosen by whoever ordered it: letters, digits, `_` and `-`, at most 128.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RenderId(String);

impl RenderId {
    /// The name, if it may be one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let usual = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        let fits = (1..=128).contains(&name.len()) && name.bytes().all(usual);
        fits.then(|| Self(name.to_owned()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RenderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a render stands. All but the first two are ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenderStatus {
    /// It waits for the one before it.
    Pending,
    /// It runs.
    Processing,
    /// The film is there.
    Completed,
    /// There is no film.
    Failed,
    /// Its owner stopped it.
    Cancelled,
    /// There was a film; it has been removed with time.
    Expired,
    /// Its studio ended before it did. Whoever wants it orders it again, by the same name.
    Interrupted,
}

impl RenderStatus {
    const ALL: [Self; 7] = [
        Self::Pending,
        Self::Processing,
        Self::Completed,
        Self::Failed,
        Self::Cancelled,
        Self::Expired,
        Self::Interrupted,
    ];

    /// Its name on the wire: the contract has no word for an interrupted one.
    #[must_use]
    pub const fn wire_name(self) -> &'static str {
        match self {
            Self::Interrupted => Self::Failed.name(),
            other => other.name(),
        }
    }

    /// Its name in the records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Processing => "processing",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Interrupted => "interrupted",
        }
    }

    /// Whether nothing follows.
    #[must_use]
    pub const fn is_end(self) -> bool {
        !matches!(self, Self::Pending | Self::Processing)
    }
}

/// A render as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Render {
    /// Its name.
    pub id: RenderId,
    /// Whose film.
    pub session: SessionId,
    /// Which studio renders it.
    pub owner: String,
    /// What kind of file it becomes.
    pub form: Form,
    /// Where it stands.
    pub status: RenderStatus,
    /// 0 to 1.
    pub progress: f64,
    /// What it does at the moment; empty before it begins.
    pub stage: String,
    /// What it will come to, once that can be told.
    pub estimate: Option<RenderEstimate>,
    /// The film, once completed.
    pub output: Option<PathBuf>,
    /// Its length.
    pub duration: Millis,
    /// Its size.
    pub bytes: u64,
    /// Why there is none, in one sentence.
    pub error: Option<String>,
    /// What went less than well without failing, a sentence each.
    pub warnings: Vec<String>,
}

/// What is ordered.
#[derive(Debug, Clone)]
pub struct NewRender {
    /// Its name.
    pub id: RenderId,
    /// Whose film.
    pub session: SessionId,
    /// Which studio renders it.
    pub owner: String,
    /// The film, as JSON.
    pub draft: String,
    /// How good.
    pub quality: Quality,
    /// What kind of file.
    pub form: Form,
    /// What else is asked for.
    pub wish: Wish,
}

/// How a render ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// With a film, at the render's usual place.
    Completed {
        /// Its length.
        duration: Millis,
        /// Its size.
        bytes: u64,
        /// What went less than well, a sentence each.
        warnings: Vec<String>,
    },
    /// Without one.
    Failed {
        /// Why, in one sentence.
        error: String,
    },
    /// By its owner's wish.
    Cancelled,
    /// With its studio.
    Interrupted {
        /// What is said of it, in one sentence.
        error: String,
    },
}

impl Library {
    /// Notes an order. An order whose name is known is the one that was given before; nothing is
    /// changed then.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn order_render(&self, order: NewRender) -> Result<Render, Error> {
        let folders = self.folders().clone();
        self.write(move |records| {
            insert(records, &order)?;
            find(records, order.id.as_str(), &folders)?.ok_or_else(database::corrupt)
        })
        .await
    }

    /// The render of that name.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn render(&self, id: &RenderId) -> Result<Option<Render>, Error> {
        let (id, folders) = (id.clone(), self.folders().clone());
        self.read(move |records| find(records, id.as_str(), &folders)).await
    }

    /// Asks for an end: at once for one that waits, through its owner for one that runs. The render
    /// as it stands after that; an end that has come stays as it is.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn cancel_render(&self, id: &RenderId) -> Result<Option<Render>, Error> {
        let (id, folders) = (id.clone(), self.folders().clone());
        self.write(move |records| {
            records.execute(
                "UPDATE renders SET status = 'cancelled', ended = ?2
                 WHERE id = ?1 AND status = 'pending'",
                params![id.as_str(), database::now()],
            )?;
            records.execute(
                "UPDATE renders SET cancel = 1 WHERE id = ?1 AND status = 'processing'",
                [id.as_str()],
            )?;
            find(records, id.as_str(), &folders)
        })
        .await
    }
}

fn insert(records: &Transaction<'_>, order: &NewRender) -> rusqlite::Result<()> {
    records.execute(
        "INSERT OR IGNORE INTO renders
             (id, session, owner, status, draft, quality, created, form, at, most_bytes)
         VALUES (?1, ?2, ?3, 'pending', ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            order.id.as_str(),
            order.session.as_str(),
            order.owner,
            order.draft,
            quality_name(order.quality),
            database::now(),
            order.form.ending(),
            whole(order.wish.at.0),
            order.wish.most_bytes.map(whole),
        ],
    )?;
    Ok(())
}

fn find(
    records: &Transaction<'_>,
    id: &str,
    folders: &Folders,
) -> rusqlite::Result<Option<Render>> {
    let mut query = records.prepare_cached(
        "SELECT id, session, status, progress, output, duration, bytes, error, warnings, owner,
                form, stage, estimate
         FROM renders WHERE id = ?1",
    )?;
    query.query_row([id], |row| read(row, folders)).optional()
}

fn read(row: &Row<'_>, folders: &Folders) -> rusqlite::Result<Render> {
    let (status, warnings): (String, String) = (row.get(2)?, row.get(8)?);
    let status = RenderStatus::ALL.into_iter().find(|known| known.name() == status);
    let output: Option<String> = row.get(4)?;
    Ok(Render {
        id: RenderId(row.get(0)?),
        session: SessionId::recorded(row.get(1)?),
        owner: row.get(9)?,
        form: form_named(&row.get::<_, String>(10)?),
        status: status.ok_or_else(database::corrupt)?,
        progress: row.get(3)?,
        stage: row.get(11)?,
        estimate: serde_json::from_str(&row.get::<_, String>(12)?).ok(),
        output: output.map(|relative| folders.resolve(&relative)),
        duration: Millis(count(row.get::<_, Option<i64>>(5)?.unwrap_or_default())),
        bytes: count(row.get::<_, Option<i64>>(6)?.unwrap_or_default()),
        error: row.get(7)?,
        warnings: serde_json::from_str(&warnings).map_err(|_| database::corrupt())?,
    })
}

const QUALITIES: [(Quality, &str); 3] =
    [(Quality::Draft, "draft"), (Quality::Standard, "standard"), (Quality::High, "high")];

fn quality_name(quality: Quality) -> &'static str {
    QUALITIES.into_iter().find(|(known, _)| *known == quality).map_or("high", |(_, name)| name)
}

/// The quality of that name; the best for names that nobody knows.
pub(super) fn quality_named(name: &str) -> Quality {
    let known = QUALITIES.into_iter().find(|(_, known)| *known == name);
    known.map_or(Quality::High, |(quality, _)| quality)
}

/// The kind of that name; a film for names that nobody knows.
pub(super) fn form_named(name: &str) -> Form {
    Form::named(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_render_is_one_that_a_file_may_have() {
        for name in ["render_1", "a", "0-9_Z", &"x".repeat(128)] {
            assert!(RenderId::parse(name).is_some(), "{name}");
        }
        for name in ["", "..", "a/b", "a b", "a.mp4", "渲染", "a\0", &"x".repeat(129)] {
            assert_eq!(RenderId::parse(name), None, "{name}");
        }
    }
}
