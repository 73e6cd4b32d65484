//! Who renders what, and when.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::job::Job;
use crate::studio::library::{Claimed, Error, Library, Owner, RenderId};
use crate::studio::render::Machine;
use crate::studio::server::clearing::interrupted;

/// Renders at a time, of different sessions. Each uses all processors while it can; a second one
/// keeps a short film from waiting for a long one.
const AT_ONCE: usize = 2;
/// How often is looked whether another studio has made room.
const PATIENCE: Duration = Duration::from_secs(1);

/// The renders of this studio.
#[derive(Debug, Clone)]
pub(in crate::studio::server) struct Runner {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    library: Library,
    owner: Owner,
    scratch: PathBuf,
    machine: Machine,
    wake: Notify,
    running: Mutex<HashMap<RenderId, CancellationToken>>,
    /// How many run, for whatever makes way for them.
    at_work: watch::Sender<usize>,
    tasks: TaskTracker,
    stopping: CancellationToken,
}

impl Runner {
    /// Begins to attend to what is ordered, until `stopping`.
    pub(in crate::studio::server) fn begin(
        library: Library,
        owner: Owner,
        (scratch, machine): (PathBuf, Machine),
        tasks: &TaskTracker,
        stopping: &CancellationToken,
    ) -> Self {
        let shared = Shared {
            library,
            owner,
            scratch,
            machine,
            wake: Notify::new(),
            running: Mutex::default(),
            at_work: watch::Sender::new(0),
            tasks: tasks.clone(),
            stopping: stopping.clone(),
        };
        let runner = Self { shared: Arc::new(shared) };
        tasks.spawn(runner.clone().attend());
        runner
    }

    /// The name under which this studio's renders are noted.
    pub(in crate::studio::server) fn owner(&self) -> &str {
        self.shared.owner.name()
    }

    /// In which folder renders work, and what of the machine they may use.
    pub(in crate::studio::server) fn place(&self) -> (PathBuf, Machine) {
        (self.shared.scratch.clone(), self.shared.machine)
    }

    /// How many renders run, from now on.
    pub(in crate::studio::server) fn at_work(&self) -> watch::Receiver<usize> {
        self.shared.at_work.subscribe()
    }

    /// Something was ordered.
    pub(in crate::studio::server) fn wake(&self) {
        self.shared.wake.notify_one();
    }

    /// Ends a render, if it is this studio that runs it.
    pub(in crate::studio::server) fn cancel(&self, id: &RenderId) {
        if let Some(cancel) = self.running().get(id) {
            cancel.cancel();
        }
    }

    async fn attend(self) {
        while !self.shared.stopping.is_cancelled() {
            let waiting = self.begin_all().await.unwrap_or_else(|error| {
                tracing::error!(error = &error as &dyn std::error::Error, "the line is stuck");
                true
            });
            tokio::select! {
                () = self.shared.stopping.cancelled() => {}
                () = self.shared.wake.notified() => {}
                () = tokio::time::sleep(PATIENCE), if waiting => {}
            }
        }
        self.give_up_waiting().await;
    }

    /// Begins whatever may begin. Whether something waits for another studio.
    async fn begin_all(&self) -> Result<bool, Error> {
        let library = &self.shared.library;
        while self.running().len() < AT_ONCE {
            match library.claim_render(self.owner()).await? {
                Some(claimed) => self.begin_one(claimed),
                None if library.has_waiting_renders(self.owner()).await? => {
                    // Perhaps behind one whose studio is dead.
                    library.interrupt_abandoned_renders(interrupted).await?;
                    return Ok(true);
                }
                None => return Ok(false),
            }
        }
        // Whoever ends first wakes this up.
        Ok(false)
    }

    fn begin_one(&self, claimed: Claimed) {
        let cancel = self.shared.stopping.child_token();
        let id = claimed.id.clone();
        self.running().insert(id.clone(), cancel.clone());
        self.tell_how_many();
        let job = Job {
            library: self.shared.library.clone(),
            scratch: self.shared.scratch.clone(),
            machine: self.shared.machine,
            claimed,
            cancel,
            stopping: self.shared.stopping.clone(),
        };
        let runner = self.clone();
        self.shared.tasks.spawn(async move {
            job.run(runner.shared.tasks.clone()).await;
            runner.running().remove(&id);
            runner.tell_how_many();
            runner.wake();
        });
    }

    fn tell_how_many(&self) {
        self.shared.at_work.send_replace(self.running().len());
    }

    async fn give_up_waiting(&self) {
        let failed = self.shared.library.interrupt_waiting_renders(self.owner(), interrupted).await;
        if let Err(error) = failed {
            // The next studio on these records will do it.
            tracing::warn!(%error, "renders were left waiting");
        }
    }

    fn running(&self) -> MutexGuard<'_, HashMap<RenderId, CancellationToken>> {
        self.shared.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
