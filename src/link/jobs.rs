//! The session's jobs: begun, stopped, begun again.
//!
//! Two uploads run at a time, and one export; more wait in line. Each job is a task with a way to stop
//! it, and is in the store before it begins. A job that another program works on is shown as that one
//! puts it down, and is stopped through the store.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::elsewhere::Elsewhere;
use super::originals::Sent;
use super::report::{Outcome, Report};
use super::session::Session;
use super::turn::After;
use super::{ExportTo, JobId, JobKind, JobState, JobView, Update, export_job, upload_job};
use crate::language::Problem;
use crate::store::kept::{JobOrder, JobRecord};

/// Uploads at a time: a second one fills the pauses of the first, a third only slows both.
const UPLOADS: usize = 2;
/// Exports at a time, by the contract.
pub(super) const EXPORTS: usize = 1;

/// The jobs of a session.
#[derive(Debug)]
pub(super) struct Jobs {
    session: Session,
    known: HashMap<JobId, Known>,
    tasks: JoinSet<JobRecord>,
    uploads: Arc<Semaphore>,
    /// When the newest upload was named, in microseconds since 1970; no two are alike.
    named_at: i64,
    exports: Arc<Semaphore>,
    elsewhere: Elsewhere,
}

#[derive(Debug)]
struct Known {
    record: JobRecord,
    /// While it runs.
    stop: Option<CancellationToken>,
}

/// A job may be taken up from another folder, so it must not depend on this one.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

impl Jobs {
    /// The jobs that the store kept; those that are not over run in another program.
    pub(super) fn new(session: Session, records: Vec<JobRecord>) -> Self {
        let mut elsewhere = Elsewhere::new(session.clone());
        for job in records.iter().filter(|job| !job.view.state.is_over()) {
            elsewhere.watch(job.view.id.clone());
        }
        let known = |record: JobRecord| (record.view.id.clone(), Known { record, stop: None });
        Self {
            session,
            known: records.into_iter().map(known).collect(),
            tasks: JoinSet::new(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            named_at: 0,
            exports: Arc::new(Semaphore::new(EXPORTS)),
            elsewhere,
        }
    }

    /// Adds files, each as a job.
    pub(super) async fn upload(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let (order, path) = match address(&path) {
                Some(address) => (JobOrder::SendAddress(address), path),
                None => {
                    let path = absolute(path);
                    (JobOrder::SendFile(path.clone()), path)
                }
            };
            let label = match &order {
                JobOrder::SendAddress(address) => address_name(address),
                _ => file_name(&path),
            };
            self.begin(order, label, Some(path)).await;
        }
    }

    /// The files of this machine that were sent.
    pub(super) fn sent(&self) -> Vec<Sent> {
        self.known.values().filter_map(|known| Sent::by(&known.record.view)).collect()
    }

    /// Renders the film.
    pub(super) async fn export(&mut self, to: ExportTo) {
        let title = self.session.film.known().draft.and_then(|draft| draft.title.clone());
        let (order, path) = match to {
            ExportTo::File { path, force } => {
                let path = absolute(path);
                (JobOrder::SaveFile { path: path.clone(), force }, Some(path))
            }
            ExportTo::Made { path, force, output } => {
                let path = absolute(path);
                (JobOrder::Make { path: path.clone(), force, output }, Some(path))
            }
            ExportTo::Folder(folder) => (JobOrder::SaveIn(absolute(folder)), None),
            ExportTo::MadeIn { folder, output } => {
                (JobOrder::MakeIn { folder: absolute(folder), output }, None)
            }
        };
        let label = title.or_else(|| path.as_deref().map(file_name));
        self.begin(order, label.unwrap_or_else(|| "video".into()), path).await;
    }

    /// Stops a job, wherever it runs. One that was left is given up.
    pub(super) async fn cancel(&mut self, id: &JobId) {
        let Some(known) = self.known.get(id) else {
            return self.cancel_of_another_session(id).await;
        };
        if let Some(stop) = &known.stop {
            stop.cancel();
            return;
        }
        let state = &known.record.view.state;
        if matches!(state, JobState::Done | JobState::Failed(_) | JobState::Cancelled) {
            self.tell_again(id).await;
            return;
        }
        match self.claim(id).await {
            Some(record) => self.give_up(record).await,
            None => {
                let wanted = id.clone();
                self.session.keeper.write(move |database| database.mark_unwanted(&wanted)).await;
                self.elsewhere.watch(id.clone());
            }
        }
    }

    /// The program that works on it finds the mark.
    async fn cancel_of_another_session(&self, id: &JobId) {
        let wanted = id.clone();
        let marking =
            self.session.keeper.write(move |database| database.mark_unwanted(&wanted)).await;
        if marking != Some(true) {
            self.unknown(id).await;
        }
    }

    /// Begins a job again that ended without success. One that runs elsewhere is only shown.
    pub(super) async fn retry(&mut self, id: &JobId) {
        let Some(known) = self.known.get(id) else {
            self.unknown(id).await;
            return;
        };
        if known.stop.is_some() {
            return;
        }
        if known.record.view.state == JobState::Done {
            self.tell_again(id).await;
            return;
        }
        let Some(mut record) = self.claim(id).await else {
            self.elsewhere.watch(id.clone());
            self.follow().await;
            return;
        };
        if matches!(record.view.state, JobState::Failed(_) | JobState::Cancelled) {
            // What failed or was stopped there is not taken up again.
            record.render = None;
        }
        record.view.state = JobState::Queued;
        record.view.done = 0;
        record.view.started_at = (self.session.clock)();
        record.view.ended_at = None;
        record.view.warnings.clear();
        self.start(record).await;
    }

    /// Takes up every export that was left and that the server may still have.
    pub(super) async fn take_up_renders(&mut self) {
        let left =
            self.known.values().map(|known| &known.record).filter(|record| {
                record.view.state == JobState::Interrupted && record.render.is_some()
            });
        let left: Vec<JobId> = left.map(|record| record.view.id.clone()).collect();
        for id in left {
            self.retry(&id).await;
        }
    }

    /// Waits for a job's end, which may show that the server has lost the session, or for news of one
    /// elsewhere. Never ends while there is none.
    pub(super) async fn ended(&mut self) -> After {
        tokio::select! {
            Some(ended) = self.tasks.join_next() => match ended {
                Ok(record) => return self.has_ended(record),
                Err(error) => tracing::error!(%error, "a job's task failed"),
            },
            () = tokio::time::sleep(self.elsewhere.pace()), if self.elsewhere.any() => {
                self.follow().await;
            }
            else => std::future::pending().await,
        }
        After::GoOn
    }

    fn has_ended(&mut self, record: JobRecord) -> After {
        let gone = Problem::SessionNotFound { id: self.session.id.clone() };
        let lost = record.view.state == JobState::Failed(gone);
        self.known.insert(record.view.id.clone(), Known { record, stop: None });
        if lost { After::SessionLost } else { After::GoOn }
    }

    /// Tells what is new of the jobs that run elsewhere.
    async fn follow(&mut self) {
        for record in self.elsewhere.look().await {
            let id = record.view.id.clone();
            let known = self.known.get(&id);
            if known.is_none_or(|known| known.record.view != record.view) {
                self.session.tell(Update::Job(record.view.clone())).await;
                self.known.insert(id, Known { record, stop: None });
            }
        }
    }

    /// Takes a job for this program, if no other one works on it.
    async fn claim(&mut self, id: &JobId) -> Option<JobRecord> {
        let (wanted, owner) = (id.clone(), self.session.owner.clone());
        let claimed = self.session.keeper.write(move |database| {
            database.claim_job(&wanted, owner.name(), &|name| owner.is_running(name))
        });
        let record = claimed.await.flatten()?;
        self.elsewhere.forget(id);
        Some(record)
    }

    /// What was left is not wanted any more.
    async fn give_up(&mut self, record: JobRecord) {
        let report = Report::begin(self.session.clone(), record).await;
        if report.record().view.kind == JobKind::Render {
            export_job::call_off(&report).await;
        }
        export_job::remove_part(&report);
        let record = report.end(Outcome::Cancelled).await;
        self.known.insert(record.view.id.clone(), Known { record, stop: None });
    }

    async fn tell_again(&self, id: &JobId) {
        if let Some(known) = self.known.get(id) {
            self.session.tell(Update::Job(known.record.view.clone())).await;
        }
    }

    /// Waits until every job has put down where it was.
    pub(super) async fn leave(&mut self) {
        while self.tasks.join_next().await.is_some() {}
    }

    async fn begin(&mut self, order: JobOrder, label: String, path: Option<PathBuf>) {
        let kind = match order {
            JobOrder::SendFile(_) | JobOrder::SendAddress(_) => JobKind::Upload,
            JobOrder::SaveFile { .. }
            | JobOrder::Make { .. }
            | JobOrder::MakeIn { .. }
            | JobOrder::SaveIn(_) => JobKind::Render,
        };
        let view = JobView {
            id: self.new_id(kind),
            kind,
            label,
            state: JobState::Queued,
            done: 0,
            total: None,
            path,
            bytes: None,
            started_at: (self.session.clock)(),
            ended_at: None,
            warnings: Vec::new(),
            stage: None,
            expected: None,
            film: None,
        };
        self.start(JobRecord { view, order, render: None, owner: None, part: None }).await;
    }

    async fn start(&mut self, mut record: JobRecord) {
        record.owner = Some(self.session.owner.name().to_owned());
        let stop = CancellationToken::new();
        let known = Known { record: record.clone(), stop: Some(stop.clone()) };
        self.known.insert(record.view.id.clone(), known);
        let report = Report::begin(self.session.clone(), record).await;
        let marks = report.marks();
        match report.record().view.kind {
            JobKind::Upload => {
                let places = Arc::clone(&self.uploads);
                self.named_at = (self.named_at + 1).max((self.session.clock)() * 1000);
                let named_at = self.named_at;
                let counted = self.session.uploading.begin();
                self.tasks.spawn(async move {
                    let work = upload_job::run(report, places, named_at, stop.clone());
                    let record = marks.during(stop, work).await;
                    drop(counted);
                    record
                });
            }
            JobKind::Render => {
                let places = Arc::clone(&self.exports);
                let work = export_job::run(report, places, stop.clone());
                self.tasks.spawn(marks.during(stop, work));
            }
        }
    }

    /// Short enough to type, and not in use.
    fn new_id(&self, kind: JobKind) -> JobId {
        let letter = match kind {
            JobKind::Upload => 'u',
            JobKind::Render => 'r',
        };
        loop {
            let random = uuid::Uuid::new_v4().simple().to_string();
            let id = JobId(format!("{letter}-{}", &random[..6]));
            if !self.known.contains_key(&id) {
                return id;
            }
        }
    }

    async fn unknown(&self, id: &JobId) {
        self.session.tell(Update::Trouble(Problem::JobNotFound { id: id.0.clone() })).await;
    }
}

/// The address, where a "path" is one.
fn address(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    (text.starts_with("http://") || text.starts_with("https://")).then(|| text.to_owned())
}

/// The last part of an address's path.
fn address_name(address: &str) -> String {
    let plain = address.split(['?', '#']).next().unwrap_or(address);
    let name = plain.trim_end_matches('/').rsplit('/').next();
    name.unwrap_or(address).to_owned()
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
