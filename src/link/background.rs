//! Exports that outlive the program: taken up by another one, in the background.
//!
//! Whoever leaves, or starts and finds work left behind, begins that program and forgets it. It takes
//! the exports of the studio that nobody works on any more, finishes them (render and file), and ends
//! with them. A job is taken by one program alone, so it does no harm to begin two.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::connect::{self, Reached};
use super::jobs::EXPORTS;
use super::open::Opener;
use super::report::Report;
use super::session::Session;
use super::storage::Storage;
use super::{JobId, JobKind, JobState, LinkSettings, Speaker, export_job, lists, notices};
use crate::language::Problem;
use crate::store::kept::{JobRecord, ListedJob};
use crate::store::{Places, SessionLock};

/// How the program is begun that finishes exports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Background {
    /// Which program.
    pub program: PathBuf,
    /// Its arguments; the ids of the jobs follow them.
    pub arguments: Vec<OsString>,
}

impl Background {
    /// Begins to finish these jobs, out of the reach of this program and its terminal. Returns at
    /// once.
    ///
    /// # Errors
    /// When the program cannot be started.
    fn finish(&self, jobs: &[ListedJob]) -> io::Result<()> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).args(jobs.iter().map(|job| &job.view.id.0));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.process_group(0).spawn()?;
        // It begins another one and ends, and somebody must take note of that.
        std::thread::spawn(move || child.wait());
        Ok(())
    }
}

/// Has every export of the studio finished that was left unfinished, and tells which. Blocks for as
/// long as it takes to read the store and to begin a program.
///
/// # Errors
/// When the store cannot be read, or the program not be begun; the exports are left as they are.
pub fn take_up_left_exports(
    places: &Places,
    background: &Background,
) -> Result<Vec<ListedJob>, Problem> {
    let left = left_exports(places)?;
    if !left.is_empty() {
        background.finish(&left).map_err(|error| Problem::NotWritable {
            path: background.program.display().to_string(),
            reason: crate::api::reason(&error),
        })?;
    }
    Ok(left)
}

fn left_exports(places: &Places) -> Result<Vec<ListedJob>, Problem> {
    let mut jobs = lists::jobs(places)?;
    jobs.retain(|job| {
        job.backend == STUDIO
            && job.view.kind == JobKind::Render
            && job.view.state == JobState::Interrupted
    });
    Ok(jobs)
}

/// What sessions of the studio are kept under.
const STUDIO: &str = "studio";
/// A program that is on its way out gives its jobs back within this time.
const HANDOVER: Duration = Duration::from_secs(15);
/// Between two looks whether it has.
const LOOK: Duration = Duration::from_millis(50);
/// Everything puts down where it was within this time, or is cut off.
const WIND_DOWN: Duration = Duration::from_millis(800);

/// Finishes these exports of the studio: the work of the program in the background. Ends with them,
/// or when `leave` says so; then they are left once more.
///
/// # Errors
/// When the store or the studio is of no use.
pub async fn finish_exports(
    settings: LinkSettings,
    jobs: Vec<JobId>,
    leave: CancellationToken,
) -> Result<(), Problem> {
    // Nobody listens; what counts is in the store.
    let (updates, mut told) = mpsc::channel(64);
    let listening = tokio::spawn(async move { while told.recv().await.is_some() {} });
    let (places, to) = (settings.places.clone(), updates.clone());
    let opening = tokio::task::spawn_blocking(move || Storage::open(&places, to)).await;
    let storage = opening.unwrap_or(Err(Problem::Interrupted))?;
    let Reached { server, studio, .. } = connect::reach(&settings, &storage, &updates)
        .await
        .map_err(|unreached| unreached.problem)?;
    let opener = Opener {
        settings: &settings,
        storage: &storage,
        server: &server,
        updates: &updates,
        handed: &[],
        in_place_of: None,
    };
    let finisher = Finisher { opener, sessions: HashMap::new(), tasks: JoinSet::new() };
    finisher.run(jobs, &leave).await;
    if let Some(studio) = studio {
        studio.stop().await;
    }
    listening.abort();
    Ok(())
}

struct Finisher<'a> {
    opener: Opener<'a>,
    sessions: HashMap<String, Attended>,
    tasks: JoinSet<()>,
}

/// A session with exports to finish.
struct Attended {
    session: Session,
    exports: Arc<Semaphore>,
}

impl Finisher<'_> {
    async fn run(mut self, jobs: Vec<JobId>, leave: &CancellationToken) {
        let beginning = async {
            for id in jobs {
                if let Err(problem) = self.begin(&id).await {
                    tracing::warn!(?problem, "an export was not taken up");
                }
            }
        };
        leave.run_until_cancelled(beginning).await;
        let working = async { while self.tasks.join_next().await.is_some() {} };
        if leave.run_until_cancelled(working).await.is_none() {
            self.sessions.values().for_each(|attended| attended.session.leaving.cancel());
            let winding_down = async { while self.tasks.join_next().await.is_some() {} };
            // What does not put itself down is found to be left all the same.
            let _ = tokio::time::timeout(WIND_DOWN, winding_down).await;
        }
        self.sessions.values().for_each(|attended| attended.session.leaving.cancel());
    }

    async fn begin(&mut self, id: &JobId) -> Result<(), Problem> {
        let Some((session, mut record)) = self.claim(id).await? else { return Ok(()) };
        let Attended { session, exports } = self.attend(session).await?;
        record.view.state = JobState::Queued;
        record.view.ended_at = None;
        let stop = CancellationToken::new();
        let report = Report::begin(session.clone(), record).await;
        let marks = report.marks();
        let work = export_job::run(report, exports, stop.clone());
        let data = self.opener.storage.places.data.clone();
        self.tasks.spawn(async move {
            let record = marks.during(stop, work).await;
            if !SessionLock::is_taken(&data, STUDIO, &session.id) {
                tell_end(&session, &record).await;
            }
        });
        Ok(())
    }

    /// Takes a job as soon as its program has let go of it; not if another one is quicker.
    async fn claim(&self, id: &JobId) -> Result<Option<(String, JobRecord)>, Problem> {
        let until = tokio::time::Instant::now() + HANDOVER;
        let mut first = None;
        loop {
            let (wanted, owner) = (id.clone(), self.opener.storage.owner.clone());
            let tried = self.opener.storage.keeper.run(move |database| {
                let listed = database.all_jobs()?.into_iter().find(|job| job.view.id == wanted);
                let is_running = |name: &str| owner.is_running(name);
                let wants = listed.as_ref().is_some_and(|job| !is_settled(&job.view.state));
                let claimed = match wants {
                    true => database.claim_job(&wanted, owner.name(), &is_running)?,
                    false => None,
                };
                Ok((listed, claimed))
            });
            let (Some(listed), claimed) = tried.await? else { return Ok(None) };
            if let Some(record) = claimed {
                return Ok(Some((listed.session, record)));
            }
            let before = first.get_or_insert(listed.owner.clone());
            if is_settled(&listed.view.state)
                || *before != listed.owner
                || tokio::time::Instant::now() > until
            {
                return Ok(None);
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn attend(&mut self, id: String) -> Result<Attended, Problem> {
        if !self.sessions.contains_key(&id) {
            let session = self.opener.attend(&id).await?;
            let exports = Arc::new(Semaphore::new(EXPORTS));
            self.sessions.insert(id.clone(), Attended { session, exports });
        }
        let known = self.sessions.get(&id).ok_or(Problem::Interrupted)?;
        Ok(Attended { session: known.session.clone(), exports: Arc::clone(&known.exports) })
    }
}

/// Whether nobody is to take a job up.
fn is_settled(state: &JobState) -> bool {
    matches!(state, JobState::Done | JobState::Failed(_) | JobState::Cancelled)
}

/// The conversation says what became of the export, for whoever opens the session next.
async fn tell_end(session: &Session, record: &JobRecord) {
    let line = match &record.view.state {
        JobState::Done => {
            let path = record.view.path.as_ref().map(|path| path.display().to_string());
            notices::saved(session.language, &path.unwrap_or_default())
        }
        JobState::Failed(problem) => problem.line(session.language),
        _ => return,
    };
    session.keep_line(Speaker::Program, line).await;
}
