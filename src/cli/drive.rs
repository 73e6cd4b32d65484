//! Driving the link without a screen: say, wait for the end of it, print what comes by.
//!
//! The same commands go in and the same updates come out as in the editor. Each method sends what is
//! asked and then reads updates until its own work has ended; everything else that comes by is
//! printed. A signal ends the wait at once with [`Problem::Interrupted`].

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::draft::{Draft, summary};
use crate::language::Problem;
use crate::link::{
    self, Command, Credits, Expected, ExportTo, JobId, JobKind, JobState, JobView, Link,
    LinkSettings, OutputSettings, Restored, SessionChoice, SessionInfo, Update,
};
use crate::terminal::{Leave, Signals};
use crate::ui::words::choosing;

use super::printer::Printer;
use super::{json, offers};

/// The server hears within this time that nobody waits any more, or does not.
const CALLING_OFF: Duration = Duration::from_secs(2);

/// An open session, driven from a command.
pub struct Drive {
    link: Link,
    signals: Signals,
    /// Which signal ended the wait.
    signalled: Option<Leave>,
    /// Where everything is printed.
    pub printer: Printer,
    /// The session.
    pub session: SessionInfo,
    /// The film as last told.
    pub draft: Option<Arc<Draft>>,
    jobs: HashMap<JobId, JobState>,
    /// The jobs that this run began; the others run elsewhere, if they run.
    own: HashSet<JobId>,
    /// The jobs that were there before.
    followed: HashSet<JobId>,
    pub(super) next_turn: u64,
    pub(super) turn_began: Instant,
    /// Whether the session was named on the command line: then no other takes its place.
    pub(super) named: bool,
    /// Whether credits that come by belong to a message and are told.
    pub(super) asking: bool,
    /// A session that took the place of this one while a message was under way.
    pub(super) replacement: Option<Box<Restored>>,
}

impl Drive {
    /// Opens a session and waits until it is there.
    ///
    /// # Errors
    /// When the backend cannot be reached or the session is not found.
    pub async fn open(settings: LinkSettings, mut printer: Printer) -> Result<Self, Problem> {
        let signals = Signals::listen().map_err(|error| Problem::NotWritable {
            path: "signals".into(),
            reason: error.to_string(),
        })?;
        let named = matches!(settings.session, SessionChoice::Id(_));
        let mut link = link::spawn(settings);
        let restored = loop {
            match link.updates.recv().await {
                Some(Update::Opened(restored)) => break restored,
                Some(Update::Offline { problem, .. } | Update::Trouble(problem)) => {
                    return Err(problem);
                }
                Some(Update::Notice(words)) => printer.say(&words, Some(&json::notice(&words))),
                Some(_) => {}
                None => return Err(Problem::Unreachable { backend: "link".into() }),
            }
        };
        if let Some(problem) = &restored.not_kept {
            let line = problem.line(printer.language);
            printer.say(&line, Some(&json::notice(&line)));
        }
        tell_left_over(&mut printer, &restored);
        Ok(Self {
            link,
            signals,
            signalled: None,
            printer,
            session: restored.session,
            draft: restored.draft,
            followed: restored.jobs.iter().map(|job| job.id.clone()).collect(),
            jobs: restored.jobs.into_iter().map(|job| (job.id, job.state)).collect(),
            own: HashSet::new(),
            next_turn: 1,
            turn_began: Instant::now(),
            named,
            asking: false,
            replacement: None,
        })
    }

    /// Prints the session's event.
    pub fn tell_session(&mut self) {
        let event = json::session(&self.session);
        self.printer.event(&event);
    }

    /// Adds files and waits for all of them. Every refused file has been told when this returns. Where
    /// the server has lost the session, they are added to the one that takes its place.
    ///
    /// # Errors
    /// The first file's problem, once all have ended.
    pub async fn upload(&mut self, paths: Vec<PathBuf>) -> Result<(), Problem> {
        let added = self.upload_once(paths.clone()).await;
        if !matches!(added, Err(Problem::SessionNotFound { .. })) || self.named {
            return added;
        }
        self.move_to_replacement().await?;
        self.upload_once(paths).await
    }

    async fn upload_once(&mut self, paths: Vec<PathBuf>) -> Result<(), Problem> {
        let mut left = paths.len();
        let mut problems: Vec<Problem> = Vec::new();
        self.send(Command::Upload(paths)).await?;
        while left > 0 {
            let update = self.next().await?;
            let Some(end) = ended(&update, JobKind::Upload) else { continue };
            left -= 1;
            if let Err(problem) = end
                && !problems.contains(&problem)
            {
                problems.push(problem);
            }
        }
        // The first one is the command's own and told at its end, the others here.
        problems.iter().skip(1).for_each(|problem| self.printer.problem(problem));
        problems.into_iter().next().map_or(Ok(()), Err)
    }

    /// Renders, fetches the file, and prints where it is.
    ///
    /// # Errors
    /// When there is nothing to render, or the render or the download failed.
    pub async fn export(&mut self, to: ExportTo) -> Result<(), Problem> {
        self.send(Command::Export(to)).await?;
        self.wait_for_render().await
    }

    /// Asks what a film made so would come to.
    ///
    /// # Errors
    /// When there is nothing to render, and whatever its render would meet before its first picture.
    pub async fn estimate(&mut self, output: OutputSettings) -> Result<Expected, Problem> {
        self.send(Command::Estimate(Box::new(output))).await?;
        loop {
            match self.next().await? {
                Update::Estimate { told, .. } => return told,
                Update::Trouble(problem) => return Err(problem),
                _ => {}
            }
        }
    }

    /// Takes up a job, or follows it where it runs already, and waits for its end.
    ///
    /// # Errors
    /// When it fails again.
    pub async fn retry(&mut self, job: &JobView) -> Result<(), Problem> {
        let before = self.jobs.remove(&job.id);
        if before.is_none_or(|state| state.is_over()) {
            self.own.insert(job.id.clone());
        }
        self.send(Command::RetryJob(job.id.clone())).await?;
        let ended = self.end_of(job.id.clone()).await?;
        match ended.kind {
            JobKind::Render => self.tell_saved(&ended),
            JobKind::Upload => {}
        }
        Ok(())
    }

    /// Stops a job, wherever it runs, and waits until it has stopped.
    ///
    /// # Errors
    /// When it has ended otherwise meanwhile.
    pub async fn cancel(&mut self, job: &JobView) -> Result<(), Problem> {
        self.jobs.remove(&job.id);
        self.send(Command::CancelJob(job.id.clone())).await?;
        match self.end_of(job.id.clone()).await {
            // That is what was asked for.
            Ok(_) | Err(Problem::Interrupted) if self.signalled.is_none() => Ok(()),
            other => other.map(drop),
        }
    }

    async fn end_of(&mut self, id: JobId) -> Result<JobView, Problem> {
        loop {
            let update = self.next().await?;
            if let Update::Trouble(problem) = update {
                return Err(problem);
            }
            let Update::Job(job) = &update else { continue };
            if job.id != id {
                continue;
            }
            if let Some(end) = ended(&update, job.kind) {
                return end;
            }
        }
    }

    async fn wait_for_render(&mut self) -> Result<(), Problem> {
        loop {
            let update = self.next().await?;
            if let Update::Trouble(problem) = update {
                return Err(problem);
            }
            let Some(end) = ended(&update, JobKind::Render) else { continue };
            if !matches!(&update, Update::Job(job) if self.own.contains(&job.id)) {
                continue;
            }
            self.tell_saved(&end?);
            return Ok(());
        }
    }

    fn tell_saved(&mut self, job: &JobView) {
        let path = job.path.clone().unwrap_or_default().display().to_string();
        let link = self.session.link.as_deref();
        let event = json::saved(&path, job.bytes.unwrap_or_default(), link, &job.warnings);
        self.printer.result(&path, &event);
    }

    /// Asks for the credits.
    ///
    /// # Errors
    /// When the server does not tell.
    pub async fn credits(&mut self) -> Result<Credits, Problem> {
        self.send(Command::AskCredits).await?;
        loop {
            match self.next().await? {
                Update::Credits(credits) => return Ok(credits),
                Update::Trouble(problem) => return Err(problem),
                _ => {}
            }
        }
    }

    /// Sends an order.
    ///
    /// # Errors
    /// When the link has ended.
    pub async fn send(&mut self, command: Command) -> Result<(), Problem> {
        let sent = self.link.commands.send(command).await;
        sent.map_err(|_| Problem::Unreachable { backend: self.session.backend.clone() })
    }

    /// Ends the link and waits for it. Somebody who interrupts wants an end of what was begun here;
    /// a line that is lost wants nothing.
    pub async fn leave(mut self) -> Printer {
        if self.signalled == Some(Leave::Interrupt) {
            let _ = tokio::time::timeout(CALLING_OFF, self.call_off()).await;
        }
        if self.link.commands.send(Command::Leave).await.is_ok() {
            while let Some(update) = self.link.updates.recv().await {
                match update {
                    Update::Left => break,
                    Update::Notice(words) => self.printer.say(&words, Some(&json::notice(&words))),
                    _ => {}
                }
            }
        }
        self.printer
    }

    async fn call_off(&mut self) {
        let runs = |id: &&JobId| !self.jobs.get(*id).is_some_and(JobState::is_over);
        let running: Vec<JobId> = self.own.iter().filter(runs).cloned().collect();
        for id in running {
            if self.link.commands.send(Command::CancelJob(id.clone())).await.is_err() {
                return;
            }
            while let Some(update) = self.link.updates.recv().await {
                if matches!(&update, Update::Job(job) if job.id == id && job.state.is_over()) {
                    break;
                }
            }
        }
    }

    /// The next update that means something, after it has been printed.
    pub(super) async fn next(&mut self) -> Result<Update, Problem> {
        loop {
            let update = tokio::select! {
                update = self.link.updates.recv() => update,
                signal = self.signals.next() => {
                    self.signalled = Some(signal);
                    return Err(Problem::Interrupted);
                }
            };
            let Some(update) = update else {
                return Err(Problem::Unreachable { backend: self.session.backend.clone() });
            };
            if self.is_news(&update) {
                self.tell(&update);
                return Ok(update);
            }
        }
    }

    /// Whether an update is of this run: jobs that had ended before are not.
    fn is_news(&self, update: &Update) -> bool {
        match update {
            Update::Job(job) => !self.jobs.get(&job.id).is_some_and(JobState::is_over),
            _ => true,
        }
    }

    /// The program's own words.
    pub(super) fn notice(&mut self, line: &str) {
        self.printer.say(line, Some(&json::notice(line)));
    }

    fn tell(&mut self, update: &Update) {
        match update {
            Update::TurnText(_, words) => self.printer.stream(words, &json::text(words)),
            Update::TurnOffer(_, offer) => {
                let line = offers::how(offer, self.printer.language);
                self.printer.say(&line, Some(&json::notice(&line)));
            }
            Update::TurnActivity(_, label) => {
                let elapsed = self.turn_began.elapsed().as_millis() as u64;
                self.printer.event(&json::activity(label, elapsed));
            }
            Update::TurnQuestion { prompt, options, .. } => {
                let line = format!("{prompt}\n  {}", options.join("\n  "));
                self.printer.say(&line, Some(&json::question(prompt, options)));
            }
            Update::Notice(words) | Update::TurnStatus(_, words) => self.notice(words),
            Update::Draft(draft) => self.tell_draft(draft.clone()),
            Update::Job(job) => self.tell_job(job),
            Update::BrowserLink(address) => {
                let line = choosing::opens_at(self.printer.language, address);
                self.printer.say(&line, Some(&json::notice(&line)));
                self.session.link = Some(address.clone());
            }
            Update::Credits(credits) if self.asking && !credits.unlimited => {
                self.printer.event(&json::credits(credits));
            }
            Update::Opened(restored) => self.replacement = Some(restored.clone()),
            Update::Credits(_)
            | Update::Connecting
            | Update::ConsentNeeded { .. }
            | Update::TurnSuggestions(..)
            | Update::Offline { .. }
            | Update::TurnStarted(_)
            | Update::TurnOriginal(..)
            | Update::TurnEnded(..)
            | Update::Trouble(_)
            | Update::Media(_)
            | Update::Estimate { .. }
            | Update::Preview { .. }
            | Update::Thumbnail { .. }
            | Update::Waveform(_)
            | Update::Sessions(_)
            | Update::Jobs(_)
            | Update::JobSteps(..)
            | Update::Drafts(_)
            | Update::Left => {}
        }
    }

    fn tell_draft(&mut self, draft: Arc<Draft>) {
        let event = json::tracks(&self.session.id, &draft);
        self.printer.say(&summary(&draft), Some(&event));
        self.draft = Some(draft);
    }

    fn tell_job(&mut self, job: &JobView) {
        let before = self.jobs.insert(job.id.clone(), job.state.clone());
        if before.is_none() && !self.followed.contains(&job.id) {
            self.own.insert(job.id.clone());
        }
        let uploaded = job.kind == JobKind::Upload && job.state == JobState::Done;
        if uploaded || matches!(job.state, JobState::Running | JobState::Downloading) {
            if let Some(expected) = job.expected.as_deref().copied() {
                self.printer.expects(job, expected);
            }
            self.printer.progress(job, link::now());
        }
        if before.as_ref() != Some(&job.state) {
            let event = json::job(job, self.printer.language);
            self.printer.event(&event);
        }
        if !matches!(job.state, JobState::Failed(_) | JobState::Cancelled) {
            self.printer.warnings(job);
        }
    }
}

/// What an earlier run left open: nothing of it is sent by itself.
fn tell_left_over(printer: &mut Printer, restored: &Restored) {
    let left = &restored.left_over;
    let language = printer.language;
    let unsent = left.unsent.iter().map(|text| link::never_sent(language, text));
    for line in left.told.iter().cloned().chain(unsent) {
        printer.say(&line, Some(&json::notice(&line)));
    }
}

/// How a job of this kind ended, if this update says so.
fn ended(update: &Update, kind: JobKind) -> Option<Result<JobView, Problem>> {
    let Update::Job(job) = update else { return None };
    if job.kind != kind {
        return None;
    }
    match &job.state {
        JobState::Done => Some(Ok(job.clone())),
        JobState::Failed(problem) => Some(Err(problem.clone())),
        JobState::Cancelled | JobState::Interrupted => Some(Err(Problem::Interrupted)),
        JobState::Queued | JobState::Running | JobState::Downloading => None,
    }
}
