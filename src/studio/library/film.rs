//! The film of a session, with what it was before and what was undone.

use rusqlite::{Transaction, params};
use serde_json::Value;

use super::database::corrupt;
use super::session::touch;
use super::{Error, Library, SessionId};
use crate::draft::{Draft, wire};

/// How many earlier films are kept.
const MOST_STEPS: usize = 100;
/// How many bytes of them. A film of hours is a megabyte; undoing a few dozen of its steps is
/// enough, and reading them all at each turn is not free.
const MOST_BYTES: usize = 16 << 20;

/// A film and its history, as of one revision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Film {
    /// Counts the changes; what is made from this film may be written only over this revision.
    pub revision: i64,
    /// The film; none before the first edit.
    pub draft: Option<Draft>,
    /// What undo goes back to, oldest first.
    pub past: Vec<Draft>,
    /// What redo goes forward to; the next one last.
    pub future: Vec<Draft>,
    /// What could be redone until another change was made, oldest first.
    pub left: Vec<Draft>,
}

/// A film as it stands in the records.
struct Row {
    revision: i64,
    draft: Option<String>,
    past: String,
    future: String,
    left: String,
}

impl Library {
    /// The film of a session.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn film(&self, session: &SessionId) -> Result<Film, Error> {
        let session = session.clone();
        self.read(move |records| read(records, &session)?.decoded()).await
    }

    /// Writes a film that was made from revision `film.revision`. `false`, and nothing written, if
    /// the session has moved on meanwhile.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn keep_film(&self, session: &SessionId, film: Film) -> Result<bool, Error> {
        let session = session.clone();
        self.write(move |records| {
            let row = Row::encoded(&film);
            let changed = records.execute(
                "UPDATE drafts SET draft = ?3, past = ?4, future = ?5, left_behind = ?6,
                        revision = revision + 1
                 WHERE session = ?1 AND revision = ?2",
                params![session.as_str(), row.revision, row.draft, row.past, row.future, row.left],
            )?;
            if changed == 1 {
                touch(records, &session)?;
            }
            Ok(changed == 1)
        })
        .await
    }
}

/// The film alone, as JSON.
pub(super) fn draft_of(
    records: &Transaction<'_>,
    session: &SessionId,
) -> rusqlite::Result<Option<Value>> {
    let mut query = records.prepare_cached("SELECT draft FROM drafts WHERE session = ?1")?;
    let text: Option<String> = query.query_row([session.as_str()], |row| row.get(0))?;
    text.map(|text| json(&text)).transpose()
}

fn read(records: &Transaction<'_>, session: &SessionId) -> rusqlite::Result<Row> {
    let query = "SELECT revision, draft, past, future, left_behind FROM drafts WHERE session = ?1";
    records.query_row(query, [session.as_str()], |row| {
        Ok(Row {
            revision: row.get(0)?,
            draft: row.get(1)?,
            past: row.get(2)?,
            future: row.get(3)?,
            left: row.get(4)?,
        })
    })
}

impl Row {
    fn decoded(self) -> rusqlite::Result<Film> {
        let draft = self.draft.map(|text| decode(&json(&text)?)).transpose()?;
        Ok(Film {
            revision: self.revision,
            draft,
            past: decode_all(&self.past)?,
            future: decode_all(&self.future)?,
            left: decode_all(&self.left)?,
        })
    }

    fn encoded(film: &Film) -> Self {
        Self {
            revision: film.revision,
            draft: film.draft.as_ref().map(text),
            past: list(newest(film.past.iter().map(text).collect())),
            future: list(newest(film.future.iter().map(text).collect())),
            left: list(newest(film.left.iter().map(text).collect())),
        }
    }
}

fn text(draft: &Draft) -> String {
    wire::encode(draft).to_string()
}

/// The last ones, as far as there is room; the very last always.
fn newest(mut texts: Vec<String>) -> Vec<String> {
    let mut bytes = 0;
    let fits = |(count, text): &(usize, &String)| {
        bytes += text.len();
        *count == 0 || (*count < MOST_STEPS && bytes <= MOST_BYTES)
    };
    let kept = texts.iter().rev().enumerate().take_while(fits).count();
    texts.split_off(texts.len() - kept)
}

/// A JSON list of values that are JSON already.
fn list(texts: Vec<String>) -> String {
    format!("[{}]", texts.join(","))
}

fn json(text: &str) -> rusqlite::Result<Value> {
    serde_json::from_str(text).map_err(|_| corrupt())
}

fn decode(value: &Value) -> rusqlite::Result<Draft> {
    wire::decode(value).map_err(|_| corrupt())
}

fn decode_all(text: &str) -> rusqlite::Result<Vec<Draft>> {
    let values: Vec<Value> = serde_json::from_str(text).map_err(|_| corrupt())?;
    values.iter().map(decode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_steps_go_first_and_the_last_one_stays() {
        let steps = |count: usize| (0..count).map(|step| step.to_string()).collect::<Vec<_>>();
        assert_eq!(newest(steps(3)), ["0", "1", "2"]);
        assert_eq!(newest(steps(150)), steps(150)[50..]);
        let huge = vec!["a".repeat(MOST_BYTES), "b".repeat(MOST_BYTES + 1)];
        assert_eq!(newest(huge.clone()), huge[1..]);
    }
}
