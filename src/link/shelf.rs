//! The sessions on this machine, as the editor lists, names and removes them.
//!
//! What is removed is what is kept here: the conversation, the list of its files, its jobs. The film
//! and the files at the backend are the backend's. A session that a running program has open, this one
//! included, or whose jobs go on, is not removed.

use std::sync::Arc;

use super::lists::SessionName;
use super::session::Session;
use super::{ListedSession, Update, Used, notices};
use crate::store::database::Error;
use crate::store::{Database, kept};

/// Tells every session with anything in it.
pub(super) async fn list(session: &Session) {
    let owner = Arc::clone(&session.owner);
    let now = (session.clock)();
    let listing = session.keeper.write(move |database| {
        let working = working(database, |name| owner.is_running(name))?;
        let summaries = database.summaries()?;
        let listed = summaries.into_iter().map(|mut summary| {
            summary.link.take_if(|link| link.until <= now);
            let name = SessionName { backend: summary.backend.clone(), id: summary.id.clone() };
            let used = match () {
                () if working.contains(&name) => Used::Working,
                () if owner.has_open(&name.backend, &name.id) => Used::Open,
                () => Used::No,
            };
            ListedSession { summary, used }
        });
        Ok(listed.collect::<Vec<_>>())
    });
    if let Some(listed) = listing.await {
        session.tell(Update::Sessions(Arc::new(listed))).await;
    }
}

/// The sessions of which a running program works on a job.
fn working(
    database: &Database,
    is_running: impl Fn(&str) -> bool,
) -> Result<Vec<SessionName>, Error> {
    let goes_on = |job: &kept::ListedJob| {
        !job.view.state.is_over() && job.owner.as_deref().is_some_and(&is_running)
    };
    let jobs = database.all_jobs()?.into_iter().filter(goes_on);
    Ok(jobs.map(|job| SessionName { backend: job.backend, id: job.session }).collect())
}

/// Names a session, and tells the list as it is now.
pub(super) async fn name(session: &Session, named: SessionName, name: String) {
    session
        .keeper
        .write(move |database| {
            let name = Some(name.trim()).filter(|name| !name.is_empty());
            database.name_session(&named.backend, &named.id, name)
        })
        .await;
    list(session).await;
}

/// Removes a session that nobody uses, and tells the list as it is now.
pub(super) async fn remove(session: &Session, removed: SessionName) {
    let owner = Arc::clone(&session.owner);
    let removing = session.keeper.write(move |database| {
        let in_use = owner.has_open(&removed.backend, &removed.id)
            || working(database, |name| owner.is_running(name))?.contains(&removed);
        if !in_use {
            database.remove_session(&removed.backend, &removed.id)?;
        }
        Ok(in_use)
    });
    if removing.await == Some(true) {
        session.notice(notices::session_in_use(session.language)).await;
    }
    list(session).await;
}
