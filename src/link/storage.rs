//! Where this run keeps things: the user's own folders, or a temporary one where those are of no use.
//!
//! A home that cannot be written, or a damaged database, does not keep anybody from working: the run
//! goes on in a folder that is gone afterwards, and says so. The database is written from threads that
//! may block; whoever writes waits, so what must be on the disk before a request goes out is there.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::TempDir;
use tokio::sync::mpsc;

use super::Update;
use crate::language::Problem;
use crate::store::database::Error;
use crate::store::lock::Run;
use crate::store::{Database, Places, SessionLock};

/// Where this run keeps things.
#[derive(Debug)]
pub(super) struct Storage {
    /// The folders in use.
    pub(super) places: Places,
    /// The database in use.
    pub(super) keeper: Keeper,
    /// This run, to which the jobs that it works on belong.
    pub(super) owner: Arc<Owner>,
    /// Why nothing is kept after this run.
    pub(super) not_kept: Option<Problem>,
    /// Gone with this value.
    _temporary: Option<TempDir>,
}

/// This run of the program, and who else runs.
#[derive(Debug)]
pub(super) struct Owner {
    data: PathBuf,
    run: Run,
}

impl Owner {
    /// Runs from now on. Blocks.
    fn begin(data: PathBuf) -> Arc<Self> {
        Arc::new(Self { run: Run::begin(&data), data })
    }

    pub(super) fn name(&self) -> &str {
        self.run.name()
    }

    /// Whether a running program, also this one, has the session open. Blocks.
    pub(super) fn has_open(&self, backend: &str, session: &str) -> bool {
        SessionLock::is_taken(&self.data, backend, session)
    }

    /// Whether the program of that name runs. Blocks.
    pub(super) fn is_running(&self, name: &str) -> bool {
        Run::is_running(&self.data, name)
    }
}

/// Writes to the database without holding up anybody else.
#[derive(Debug, Clone)]
pub(super) struct Keeper {
    database: Arc<Mutex<Database>>,
    path: PathBuf,
    updates: mpsc::Sender<Update>,
    /// Trouble is told when it begins, not at every write.
    in_trouble: Arc<AtomicBool>,
}

impl Storage {
    /// Opens the user's own folders, or a temporary one. Blocks.
    pub(super) fn open(own: &Places, updates: mpsc::Sender<Update>) -> Result<Self, Problem> {
        let path = own.database();
        match Database::open(&path) {
            Ok(database) => Ok(Self {
                places: own.clone(),
                keeper: Keeper::new(database, path, updates),
                owner: Owner::begin(own.data.clone()),
                not_kept: None,
                _temporary: None,
            }),
            Err(error) => Self::open_temporary(own, &error, updates),
        }
    }

    /// A damaged database says nothing against the other folders; one that cannot be written does.
    fn open_temporary(
        own: &Places,
        error: &Error,
        updates: mpsc::Sender<Update>,
    ) -> Result<Self, Problem> {
        let problem = error.to_problem(&own.database());
        tracing::warn!(%error, "the database is of no use, a temporary one takes its place");
        let folder = TempDir::with_prefix("cutroom-").map_err(|_| problem.clone())?;
        let temporary = Places {
            data: folder.path().join("data"),
            cache: folder.path().join("cache"),
            config: own.config.clone(),
        };
        let path = temporary.database();
        let database = Database::open(&path).map_err(|_| problem.clone())?;
        let owner = Owner::begin(temporary.data.clone());
        let places = match error {
            Error::Damaged => own.clone(),
            _ => temporary,
        };
        let keeper = Keeper::new(database, path, updates);
        Ok(Self { places, keeper, owner, not_kept: Some(problem), _temporary: Some(folder) })
    }
}

impl Keeper {
    fn new(database: Database, path: PathBuf, updates: mpsc::Sender<Update>) -> Self {
        let in_trouble = Arc::new(AtomicBool::new(false));
        Self { database: Arc::new(Mutex::new(database)), path, updates, in_trouble }
    }

    /// Reads or writes, and says what went wrong.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Database) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let database = Arc::clone(&self.database);
        let worked = tokio::task::spawn_blocking(move || {
            work(&mut database.lock().unwrap_or_else(PoisonError::into_inner))
        });
        match worked.await {
            Ok(done) => done.map_err(|error| error.to_problem(&self.path)),
            Err(_) => Err(Problem::Interrupted),
        }
    }

    /// Writes; where that fails, says so once and goes on, for the work itself is not in danger.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Database) -> Result<T, Error> + Send + 'static,
    ) -> Option<T> {
        match self.run(work).await {
            Ok(done) => {
                self.in_trouble.store(false, Ordering::Relaxed);
                Some(done)
            }
            Err(problem) => {
                if !self.in_trouble.swap(true, Ordering::Relaxed) {
                    // Nobody who listens: the program is on its way out.
                    let _ = self.updates.send(Update::Trouble(problem)).await;
                }
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn trouble_with_the_disk_is_told_when_it_begins_and_the_work_goes_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::of_user(Some(folder.path().into())).expect("a home");
        let (updates, mut told) = mpsc::channel(8);
        let keeper = Storage::open(&places, updates).expect("storage").keeper;
        for _ in 0..3 {
            assert_eq!(keeper.write(|_| Err::<(), _>(Error::Full)).await, None);
        }
        assert_eq!(keeper.write(|_| Ok(7)).await, Some(7));
        keeper.write(|_| Err::<(), _>(Error::Full)).await;
        drop(keeper);
        let full =
            Update::Trouble(Problem::DiskFull { path: places.database().display().to_string() });
        let mut count = 0;
        while let Some(update) = told.recv().await {
            assert_eq!(update, full);
            count += 1;
        }
        assert_eq!(count, 2, "once for each time that it began");
    }
}
