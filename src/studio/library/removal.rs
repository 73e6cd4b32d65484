//! The end of a session: its records, its files and its films go.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Transaction;

use super::session::find;
use super::{Error, Folders, Library, SessionId};

/// What came of a wish to remove a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// It is gone.
    Gone,
    /// It was never there.
    Unknown,
    /// A render of it is under way.
    AtWork,
}

impl Library {
    /// Removes the session of that name with all that is kept of it here. Where files cannot be
    /// removed they only cost space: nothing leads to them any more.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn remove_session(&self, name: &str) -> Result<Removal, Error> {
        let (name, folders) = (name.to_owned(), self.folders().clone());
        let taken = self.write(move |records| take_out(records, &name, &folders)).await?;
        let left = match taken {
            Taken::Left(left) => left,
            Taken::Not(why) => return Ok(why),
        };
        // They are many at most where somebody has exported for days.
        let swept = tokio::task::spawn_blocking(move || left.iter().for_each(|path| sweep(path)));
        swept.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
        Ok(Removal::Gone)
    }
}

enum Taken {
    /// What the records led to.
    Left(Vec<PathBuf>),
    Not(Removal),
}

fn take_out(records: &Transaction<'_>, name: &str, folders: &Folders) -> rusqlite::Result<Taken> {
    let Some(session) = find(records, name)? else { return Ok(Taken::Not(Removal::Unknown)) };
    if is_at_work(records, &session.id)? {
        return Ok(Taken::Not(Removal::AtWork));
    }
    let mut left = films(records, &session.id, folders)?;
    // Its name is one that the studio gave.
    left.push(folders.of_session(&session.id));
    records.execute("DELETE FROM sessions WHERE id = ?1", [session.id.as_str()])?;
    Ok(Taken::Left(left))
}

fn is_at_work(records: &Transaction<'_>, session: &SessionId) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM renders
         WHERE session = ?1 AND status IN ('pending', 'processing'))";
    records.query_row(sql, [session.as_str()], |row| row.get(0))
}

fn films(
    records: &Transaction<'_>,
    session: &SessionId,
    folders: &Folders,
) -> rusqlite::Result<Vec<PathBuf>> {
    let sql = "SELECT output FROM renders WHERE session = ?1 AND output IS NOT NULL";
    let mut query = records.prepare(sql)?;
    let outputs = query.query_map([session.as_str()], |row| row.get::<_, String>(0))?;
    outputs.map(|output| Ok(folders.resolve(&output?))).collect()
}

fn sweep(path: &Path) {
    let swept = match path.is_dir() {
        true => std::fs::remove_dir_all(path),
        false => std::fs::remove_file(path),
    };
    if let Err(error) = swept
        && error.kind() != ErrorKind::NotFound
    {
        tracing::warn!(%error, "files of a removed session stay");
    }
}
