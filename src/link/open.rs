//! Opening a session: which one, what the store kept of it, and what the server says of it now.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::connect::Unreached;
use super::left_over::Underway;
use super::polls::{Film, Seen, keep_film, keep_media};
use super::purse::Purse;
use super::session::{Server, Session, Shared};
use super::storage::Storage;
use super::uploading::Uploading;
use super::{
    JobId, JobState, LeftOver, LinkSettings, Restored, SessionChoice, SessionInfo, Speaker, Update,
    browser, left_over, lost, notices,
};
use crate::api::{About, Error, Opened, Repeat, StateAnswer};
use crate::language::{Detail, Problem};
use crate::store::SessionLock;
use crate::store::database::{NewSession, SessionKey, SessionRow};
use crate::store::kept::{BrowserLink, JobRecord};
use crate::store::lock::Hold;

/// So many of the sessions before the last one are told.
const EARLIER: u32 = 4;

/// An open session, with what the store kept of it.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) session: Session,
    pub(super) jobs: Vec<JobRecord>,
    pub(super) restored: Restored,
    /// A message of an earlier run that is to be looked after.
    pub(super) underway: Option<Underway>,
    /// Kept as long as the session is open.
    pub(super) _lock: Option<SessionLock>,
}

/// A session at the server.
struct Found {
    id: String,
    seen: Seen,
    /// As the server made it just now; none of a session that was there before.
    opened: Option<Opened>,
    resumed: bool,
    /// The one that was wanted and is gone.
    in_place_of: Option<String>,
}

/// What opening needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opener<'a> {
    pub(super) settings: &'a LinkSettings,
    pub(super) storage: &'a Storage,
    pub(super) server: &'a Server,
    pub(super) updates: &'a tokio::sync::mpsc::Sender<Update>,
    /// Left exports that another program is about to take up.
    pub(super) handed: &'a [JobId],
    /// The session that the server lost while it was open, if the new one is to take its place.
    pub(super) in_place_of: Option<&'a str>,
}

impl Opener<'_> {
    /// Opens the chosen session.
    pub(super) async fn open(&self, choice: &SessionChoice) -> Result<Open, Unreached> {
        let wanted = match self.in_place_of {
            Some(_) => None,
            None => self.wanted(choice).await.map_err(final_problem)?,
        };
        let found = match wanted {
            Some(id) => self.resume(id, choice).await?,
            None => self.make(self.in_place_of.map(str::to_owned)).await?,
        };
        let id = &found.id;
        let hold = SessionLock::take(&self.storage.places.data, self.backend(), id);
        let (lock, is_shared) = match hold {
            Hold::Alone(lock) => (lock, false),
            Hold::Shared => (None, true),
        };
        let shared = self.put_down(id, is_shared).await?;
        self.interrupt_left_jobs(&shared).await;
        if found.in_place_of.is_some() {
            let words = notices::new_session(shared.language);
            shared.keep_line(Speaker::Program, words).await;
        }
        let mut taken = None;
        if !is_shared {
            taken = Some(left_over::take(&shared).await);
        }
        let (jobs, mut restored) =
            self.restore(&shared, &found, is_shared).await.map_err(final_problem)?;
        let mut underway = None;
        if let Some(taken) = taken {
            let left = left_over::judge_all(&shared, &found.seen, taken).await;
            (restored.left_over, underway) = (left.left_over, left.underway);
        }
        keep_film(&shared, &found.seen).await;
        keep_media(&shared, &found.seen).await;
        let film = Film::watch(Arc::clone(&shared), found.seen);
        let session = Session::new(shared, film);
        Ok(Open { session, jobs, restored, underway, _lock: lock })
    }

    fn backend(&self) -> &str {
        &self.server.name
    }

    /// The id of the session to go on with; `None` for a new one.
    async fn wanted(&self, choice: &SessionChoice) -> Result<Option<String>, Problem> {
        let backend = self.backend().to_owned();
        let keeper = &self.storage.keeper;
        match choice {
            SessionChoice::New => Ok(None),
            SessionChoice::Last | SessionChoice::LastOnly => {
                let last =
                    keeper.run(move |database| database.last_session(&backend, None)).await?;
                match (last, choice) {
                    (Some(row), _) => Ok(Some(row.id)),
                    // Where the records cannot be used, that is the reason, not that there is none.
                    (None, SessionChoice::LastOnly) => Err(self
                        .storage
                        .not_kept
                        .clone()
                        .unwrap_or_else(|| Problem::SessionNotFound { id: "last".into() })),
                    (None, _) => Ok(None),
                }
            }
            SessionChoice::Id(beginning) => {
                let wanted = beginning.clone();
                let found = keeper.run(move |database| database.find_sessions(&backend, &wanted));
                only_one(found.await?, beginning).map(Some)
            }
        }
    }

    /// Goes on with a session. One that the server has lost is replaced, unless it was asked for by
    /// name.
    async fn resume(&self, id: String, choice: &SessionChoice) -> Result<Found, Unreached> {
        match self.server.client.state(&id, None, Repeat::Freely).await {
            Ok(StateAnswer::Now(state)) => {
                let seen = Seen::of(*state);
                Ok(Found { id, seen, opened: None, resumed: true, in_place_of: None })
            }
            Ok(StateAnswer::Unchanged) => Err(self.unreached(&id, &Error::BadAnswer("no state"))),
            Err(Error::SessionNotFound) if *choice == SessionChoice::Last => {
                self.make(Some(id)).await
            }
            Err(error) => Err(self.unreached(&id, &error)),
        }
    }

    async fn make(&self, in_place_of: Option<String>) -> Result<Found, Unreached> {
        let client = &self.server.client;
        let language = self.settings.language.tag();
        let opened = client.open_session(language).await;
        let opened = opened.map_err(|error| self.unreached("", &error))?;
        let (id, seen) = (opened.session.clone(), Seen::default());
        Ok(Found { id, seen, opened: Some(opened), resumed: false, in_place_of })
    }

    /// What the profile expects is the service's time, not the studio's.
    fn usual_wait(&self) -> String {
        match self.server.kind {
            super::session::ServerKind::Studio => String::new(),
            super::session::ServerKind::Remote => self.settings.profile.typical_wait.clone(),
        }
    }

    /// Where the session opens in a browser: asked for when it is new, else as it was kept.
    async fn link(&self, shared: &Shared, found: &Found) -> Option<BrowserLink> {
        let (key, now) = (shared.key, (shared.clock)());
        let Some(opened) = &found.opened else {
            let kept = shared.keeper.run(move |database| database.link(key)).await;
            return kept.ok().flatten().filter(|link| now < link.until);
        };
        let link = browser::ask(self.server, opened, now).await;
        let (task, kept) = (opened.task.clone(), link.clone());
        let keeping = shared.keeper.write(move |database| {
            database.put_project(key, &task)?;
            kept.map_or(Ok(()), |link| database.put_link(key, &link))
        });
        keeping.await;
        link
    }

    /// The session is in the store from now on.
    async fn put_down(&self, id: &str, with_others: bool) -> Result<Arc<Shared>, Unreached> {
        let (backend, id) = (self.backend().to_owned(), id.to_owned());
        let (profile, at) = (self.settings.profile.name.clone(), (self.settings.clock)());
        let language = self.settings.language;
        let session = id.clone();
        let kept = self.storage.keeper.run(move |database| {
            let (backend, id, profile) = (&*backend, &*session, &*profile);
            database.open_session(NewSession { backend, id, profile, language: language.tag(), at })
        });
        let key = kept.await.map_err(final_problem)?;
        Ok(self.shared(id, key, with_others))
    }

    /// A session that only its jobs are finished of: nothing of it is changed by that.
    pub(super) async fn attend(&self, id: &str) -> Result<Session, Problem> {
        let (backend, wanted) = (self.backend().to_owned(), id.to_owned());
        let found =
            self.storage.keeper.run(move |database| database.find_sessions(&backend, &wanted));
        let row = found.await?.into_iter().find(|row| row.id == id);
        let key = row.ok_or_else(|| Problem::SessionNotFound { id: id.to_owned() })?.key;
        let shared = self.shared(id.to_owned(), key, false);
        let seen = match self.server.client.state(id, None, Repeat::Freely).await {
            Ok(StateAnswer::Now(state)) => Seen::of(*state),
            Ok(StateAnswer::Unchanged) => Seen::default(),
            Err(error) => return Err(self.unreached(id, &error).problem),
        };
        let film = Film::watch(Arc::clone(&shared), seen);
        Ok(Session::new(shared, film))
    }

    fn shared(&self, id: String, key: SessionKey, with_others: bool) -> Arc<Shared> {
        Arc::new(Shared {
            id,
            key,
            server: self.server.clone(),
            keeper: self.storage.keeper.clone(),
            cache: self.storage.places.cache.clone(),
            owner: Arc::clone(&self.storage.owner),
            updates: self.updates.clone(),
            timing: self.settings.timing.clone(),
            language: self.settings.language,
            upload_limit: self.settings.profile.upload_limit,
            usual_wait: self.usual_wait(),
            leaving: CancellationToken::new(),
            clock: self.settings.clock,
            with_others,
            uploading: Uploading::default(),
            purse: Purse::default(),
            listening: Semaphore::new(1),
        })
    }

    /// Jobs whose program has ended can be begun again, whoever else has the session open.
    async fn interrupt_left_jobs(&self, shared: &Shared) {
        let (key, at, owner) = (shared.key, (shared.clock)(), shared.owner.clone());
        let interrupting = shared.keeper.write(move |database| {
            database.interrupt_left_jobs(key, at, &|name| owner.is_running(name))
        });
        interrupting.await;
    }

    async fn restore(
        &self,
        shared: &Shared,
        found: &Found,
        is_shared: bool,
    ) -> Result<(Vec<JobRecord>, Restored), Problem> {
        let (key, backend) = (shared.key, self.backend().to_owned());
        let in_place_of = found.in_place_of.clone();
        let kept = shared.keeper.run(move |database| {
            let earlier = database.last_summaries(&backend, key, EARLIER + 1)?;
            let (previous, unfinished) = match database.last_session(&backend, Some(key))? {
                Some(SessionRow { key, .. }) => (database.summary(key)?, database.left_over(key)?),
                None => (None, 0),
            };
            let lost = in_place_of.map(|id| lost::remember(database, &backend, &id)).transpose()?;
            let said = (database.chat(key)?, database.marks(key)?);
            let before = (previous, earlier);
            Ok((said, database.jobs(key)?, before, unfinished, lost))
        });
        let ((chat, marks), mut jobs, before, previous_left_over, lost) = kept.await?;
        let (previous, mut earlier) = before;
        earlier.retain(|session| previous.as_ref().is_none_or(|last| last.id != session.id));
        earlier.truncate(usize::try_from(EARLIER).unwrap_or_default());
        for job in jobs.iter_mut().filter(|job| self.handed.contains(&job.view.id)) {
            if job.view.state == JobState::Interrupted {
                job.view.state = JobState::Queued;
            }
        }
        let link = self.link(shared, found).await.map(|link| link.address);
        let restored = Restored {
            session: self.info(found, link),
            chat,
            jobs: jobs.iter().map(|job| job.view.clone()).collect(),
            media: Arc::clone(&found.seen.media),
            draft: found.seen.draft.clone(),
            marks,
            previous,
            earlier,
            shared: is_shared,
            not_kept: self.storage.not_kept.clone(),
            left_over: LeftOver::default(),
            previous_left_over,
            lost,
        };
        Ok((jobs, restored))
    }

    fn info(&self, found: &Found, link: Option<String>) -> SessionInfo {
        SessionInfo {
            id: found.id.clone(),
            backend: self.backend().to_owned(),
            profile: self.settings.profile.name.clone(),
            title: found.seen.draft.as_deref().and_then(|draft| draft.title.clone()),
            link,
            resumed: found.resumed,
        }
    }

    fn unreached(&self, session: &str, error: &Error) -> Unreached {
        tracing::warn!(%error, "the session was not opened");
        let problem = error.to_problem(About {
            backend: self.backend(),
            web: &self.server.web,
            account: &self.server.client.account(),
            session,
            path: "",
            upload_limit: self.settings.profile.upload_limit,
        });
        Unreached { problem, retrying: error.is_retryable() }
    }
}

/// A beginning names a session if no other begins so. One that the store does not know may still be
/// at the server.
fn only_one(found: Vec<SessionRow>, beginning: &str) -> Result<String, Problem> {
    match &found[..] {
        [one] => Ok(one.id.clone()),
        [] => Ok(beginning.to_owned()),
        several => {
            let ids: Vec<&str> = several.iter().map(|row| row.id.as_str()).collect();
            let ids = ids.join(", ");
            let detail = Detail::new(
                format!("\"{beginning}\" begins several sessions: {ids}"),
                format!("有多个会话以 \"{beginning}\" 开头：{ids}"),
            );
            Err(Problem::BadUsage { detail })
        }
    }
}

fn final_problem(problem: Problem) -> Unreached {
    Unreached { problem, retrying: false }
}
