//! Lists that need no connection: what the store knows.

use super::SessionSummary;
use crate::language::Problem;
use crate::store::database::Error;
use crate::store::kept::{JobState, ListedJob};
use crate::store::lock::Run;
use crate::store::{Database, Places};

/// A session and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionName {
    /// `studio`, `cloud`, or the address.
    pub backend: String,
    /// Its id there.
    pub id: String,
}

/// Every session that has anything in it, the one used last first; of links only those that still
/// work. Blocks.
///
/// # Errors
/// [`Problem::StoreDamaged`], [`Problem::NotWritable`].
pub fn sessions(places: &Places) -> Result<Vec<SessionSummary>, Problem> {
    let mut sessions = read(places, Database::summaries)?;
    let now = super::now();
    for session in &mut sessions {
        session.link.take_if(|link| link.until <= now);
    }
    Ok(sessions)
}

/// The sessions whose ids begin so, on every backend; those that are exactly so stand alone. Blocks.
///
/// # Errors
/// [`Problem::StoreDamaged`], [`Problem::NotWritable`].
pub fn sessions_named(places: &Places, beginning: &str) -> Result<Vec<SessionName>, Problem> {
    let rows = read(places, |database| database.find_sessions_anywhere(beginning))?;
    Ok(rows.into_iter().map(|row| SessionName { backend: row.backend, id: row.id }).collect())
}

/// Every session's jobs, oldest first. What no running program works on is told as interrupted.
/// Blocks.
///
/// # Errors
/// [`Problem::StoreDamaged`], [`Problem::NotWritable`].
pub fn jobs(places: &Places) -> Result<Vec<ListedJob>, Problem> {
    let mut jobs = read(places, Database::all_jobs)?;
    for job in jobs.iter_mut().filter(|job| !job.view.state.is_over()) {
        if !job.owner.as_deref().is_some_and(|name| Run::is_running(&places.data, name)) {
            job.view.state = JobState::Interrupted;
        }
    }
    Ok(jobs)
}

/// Where there is no database yet, there is nothing in it.
fn read<T>(
    places: &Places,
    list: impl FnOnce(&Database) -> Result<Vec<T>, Error>,
) -> Result<Vec<T>, Problem> {
    let path = places.database();
    let opened = Database::open_to_read(&path);
    let listed = opened.and_then(|database| match database {
        Some(database) => list(&database),
        None => Ok(Vec::new()),
    });
    listed.map_err(|error| error.to_problem(&path))
}
