//! What every endpoint can reach: the records, the limits, the secrets, and the running tasks.

use std::net::SocketAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::chaos::Works;
use super::paths::Keys;
use super::rendering::Runner;
use super::{Endpoint, Settings, StartError, clearing};
use crate::studio::library::{self, Library};
use crate::studio::render::Looks;

/// How many files may be arriving at once; more wait.
const UPLOADS: usize = 4;

/// How many frames may be made at once for those who look at a film.
const LOOKING: usize = 2;

/// A studio at work, without its listener. Clones share it.
#[derive(Debug, Clone)]
pub struct Context {
    inner: Arc<Inner>,
}

/// The parts.
#[derive(Debug)]
pub struct Inner {
    pub(super) library: Library,
    pub(super) address: SocketAddr,
    pub(super) token: SecretString,
    pub(super) keys: Keys,
    pub(super) upload_limit: u64,
    pub(super) anonymous_tokens: bool,
    /// The user's own model.
    pub(super) model: Option<Endpoint>,
    /// What goes wrong on purpose.
    pub(super) chaos: Option<Arc<Works>>,
    pub(super) uploads: Semaphore,
    pub(super) runner: Runner,
    /// What previews are made in, and where waveforms are kept.
    pub(super) looks_at: PathBuf,
    pub(super) looks: Looks,
    /// Turns at making what is looked at.
    pub(super) looking: Semaphore,
    pub(super) waveforms: Semaphore,
    pub(super) tasks: TaskTracker,
    pub(super) stopping: CancellationToken,
}

impl Deref for Context {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl Context {
    /// Opens the records, clears away what a dead studio left behind, and begins to render what is
    /// ordered. `address` is where it will be reached.
    ///
    /// # Errors
    /// [`StartError::Library`].
    pub async fn open(settings: &Settings, address: SocketAddr) -> Result<Self, StartError> {
        let (library, owner) = open_library(settings.data.clone()).await?;
        clearing::clear(&library).await?;
        let stopping = CancellationToken::new();
        let tasks = TaskTracker::new();
        let place = (settings.cache.join("render"), settings.machine);
        let runner = Runner::begin(library.clone(), owner, place, &tasks, &stopping);
        let looks_at = settings.cache.join("looks");
        let looks = Looks::below(looks_at.clone());
        let ahead = looks.clone().make_ahead(runner.at_work());
        let until = stopping.clone();
        tasks.spawn(async move { until.run_until_cancelled(ahead).await });
        let token = settings.token.clone().unwrap_or_else(random_token);
        let works = settings.chaos.clone().map(|chaos| Arc::new(Works::new(chaos, token.clone())));
        let inner = Inner {
            library,
            address,
            token,
            keys: Keys::random(),
            upload_limit: settings.upload_limit,
            anonymous_tokens: settings.anonymous_tokens,
            model: settings.model.clone(),
            chaos: works,
            uploads: Semaphore::new(UPLOADS),
            runner,
            looks_at,
            looks,
            looking: Semaphore::new(LOOKING),
            waveforms: Semaphore::new(1),
            tasks,
            stopping,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// What clients must know.
    #[must_use]
    pub fn token(&self) -> &SecretString {
        &self.inner.token
    }

    /// Ends turns and renders and waits until they have ended.
    pub async fn close(&self) {
        self.stopping.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}

async fn open_library(data: PathBuf) -> Result<(Library, library::Owner), library::Error> {
    let opened = tokio::task::spawn_blocking(move || {
        let library = Library::open(&data)?;
        let owner = library.begin_owner()?;
        Ok((library, owner))
    });
    opened.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
}

fn random_token() -> SecretString {
    let (first, second) = (uuid::Uuid::new_v4().simple(), uuid::Uuid::new_v4().simple());
    SecretString::from(format!("nmv_usr_{first}{second}"))
}
