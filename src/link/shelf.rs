//! The sessions on this machine, as the editor lists, names and removes them.
//!
//! What is removed is what is kept here: the conversation, the list of its files, its jobs. The film
//! and the files at the backend are the backend's; the studio on this machine is asked to remove them
//! where that is wanted. A session that a running program has open, this one
//! included, or whose jobs go on, is not removed.

use std::sync::Arc;

use super::lists::SessionName;
use super::session::{ServerKind, Session};
use super::{ListedSession, Update, Used, notices};
use crate::api;
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
    if !is_in_use(session, &removed).await {
        forget(session, removed).await;
    }
    list(session).await;
}

/// Removes a session that nobody uses from the studio first, then here. What the studio keeps after all
/// stays in the list.
pub(super) async fn remove_film(session: &Session, removed: SessionName) {
    let server = &session.server;
    let is_there = server.kind == ServerKind::Studio && server.name == removed.backend;
    if is_there && !is_in_use(session, &removed).await {
        match server.client.remove_session(&removed.id).await {
            Ok(()) | Err(api::Error::SessionNotFound) => forget(session, removed).await,
            Err(error) => session.tell(Update::Trouble(session.problem(&error))).await,
        }
    }
    list(session).await;
}

/// Whether a program has it open or works on its jobs, which is told; in doubt one does.
async fn is_in_use(session: &Session, named: &SessionName) -> bool {
    let (owner, named) = (Arc::clone(&session.owner), named.clone());
    let looking = session.keeper.write(move |database| {
        let in_use = owner.has_open(&named.backend, &named.id)
            || working(database, |name| owner.is_running(name))?.contains(&named);
        Ok(in_use)
    });
    let in_use = looking.await;
    if in_use == Some(true) {
        session.notice(notices::session_in_use(session.language)).await;
    }
    in_use.unwrap_or(true)
}

async fn forget(session: &Session, removed: SessionName) {
    let forgetting = session
        .keeper
        .write(move |database| database.remove_session(&removed.backend, &removed.id));
    forgetting.await;
}
