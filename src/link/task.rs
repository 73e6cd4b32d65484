//! The link's task: reach the backend, open a session, carry out orders, leave.
//!
//! It only routes. Whatever takes time runs in a task of its own, which is cancelled and waited for
//! when the session is left, so that leaving takes less than a second whatever was going on.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::background::take_up_left_exports;
use super::connect::{Reached, Unreached};
use super::inbox::Inbox;
use super::open::Open;
use super::opening::{Opening, hold_orders};
use super::orders::Orders;
use super::settings::FIRST_RETRY;
use super::storage::Storage;
use super::turn::After;
use super::turns::Message;
use super::{
    Backend, Command, Consent, JobId, LinkSettings, SessionChoice, TurnEnd, Update, consent,
    notices,
};
use crate::language::Problem;

/// A running link.
#[derive(Debug)]
pub struct Link {
    /// Takes orders.
    pub commands: mpsc::Sender<Command>,
    /// Tells facts. Read it until [`Update::Left`], or drop it.
    pub updates: mpsc::Receiver<Update>,
    /// Ends after [`Update::Left`].
    pub task: JoinHandle<()>,
}

/// Orders come from one person: more than a screenful at once is a paste of many files.
const COMMANDS: usize = 64;
/// A burst of words while the screen draws one frame. When it is full the stream waits, and nothing
/// is lost.
const UPDATES: usize = 256;

/// Starts a link. Returns at once: whatever takes time happens in the task.
#[must_use]
pub fn spawn(settings: LinkSettings) -> Link {
    let (commands, inbox) = mpsc::channel(COMMANDS);
    let (told, updates) = mpsc::channel(UPDATES);
    let task = tokio::spawn(run(settings, Inbox::new(inbox), told));
    Link { commands, updates, task }
}

async fn run(settings: LinkSettings, inbox: Inbox, updates: mpsc::Sender<Update>) {
    tell(&updates, Update::Connecting).await;
    let (places, told) = (settings.places.clone(), updates.clone());
    let opening = tokio::task::spawn_blocking(move || Storage::open(&places, told)).await;
    let choice = settings.session.clone();
    match opening.unwrap_or(Err(Problem::Interrupted)) {
        Ok(storage) => {
            let handed = take_up_left(&settings, &storage).await;
            let mut link = Running {
                settings,
                storage,
                updates,
                inbox,
                reached: None,
                agreed: None,
                handed,
                in_place_of: None,
            };
            link.serve_all(choice).await;
            link.leave().await;
        }
        Err(problem) => {
            tell(&updates, Update::Offline { problem, retrying: false }).await;
            tell(&updates, Update::Left).await;
        }
    }
}

/// Exports that a run before this one left are finished by a program of their own.
async fn take_up_left(settings: &LinkSettings, storage: &Storage) -> Vec<JobId> {
    let Some(background) = settings.background.clone().filter(|_| storage.not_kept.is_none())
    else {
        return Vec::new();
    };
    let places = storage.places.clone();
    let taking_up = tokio::task::spawn_blocking(move || take_up_left_exports(&places, &background));
    match taking_up.await {
        Ok(Ok(left)) => left.into_iter().map(|job| job.view.id).collect(),
        Ok(Err(problem)) => {
            tracing::warn!(?problem, "left exports were not taken up");
            Vec::new()
        }
        Err(_) => Vec::new(),
    }
}

pub(super) async fn tell(updates: &mpsc::Sender<Update>, update: Update) {
    // A listener that is gone has no use for it.
    let _ = updates.send(update).await;
}

/// What comes after a session.
#[derive(Debug)]
pub(super) enum Next {
    /// Another session.
    Open(SessionChoice),
    /// Another backend, and a session there.
    Move(Box<Backend>, SessionChoice),
    /// A new session, because the server has lost this one.
    InPlaceOf(String),
    /// The end.
    Leave,
}

struct Running {
    settings: LinkSettings,
    storage: Storage,
    updates: mpsc::Sender<Update>,
    inbox: Inbox,
    reached: Option<Reached>,
    /// The server that the user agreed to in this run, also where that cannot be kept.
    agreed: Option<String>,
    /// Left exports that another program takes up; told once.
    handed: Vec<JobId>,
    /// The session that the server lost while it was open.
    in_place_of: Option<String>,
}

/// The studio has this long to stop.
const STUDIO_STOP: Duration = Duration::from_millis(400);
/// Waits between attempts to reach the backend grow up to this many seconds.
const LONGEST_RETRY: f64 = 30.0;

impl Running {
    async fn serve_all(&mut self, mut choice: SessionChoice) {
        loop {
            let next = match self.connect(&choice).await {
                Ok(open) => self.serve(open).await,
                Err(next) => next,
            };
            self.in_place_of = None;
            match next {
                Next::Open(another) => choice = another,
                Next::Move(backend, another) => {
                    self.change_backend(*backend).await;
                    choice = another;
                }
                Next::InPlaceOf(lost) => {
                    choice = SessionChoice::New;
                    self.in_place_of = Some(lost);
                }
                Next::Leave => return,
            }
        }
    }

    /// The backend before is stopped; that this one was ordered means that the user agrees to it.
    async fn change_backend(&mut self, backend: Backend) {
        self.stop_studio().await;
        self.reached = None;
        if let Some(origin) = backend.elsewhere() {
            let at = (self.settings.clock)();
            consent::put_down(&self.storage.keeper, origin.clone(), at).await;
            self.agreed = Some(origin);
        }
        self.settings.backend = backend;
        self.tell(Update::Connecting).await;
    }

    /// Waits until the user agrees to the backend, if that is still to be asked. Until then nothing
    /// is sent.
    async fn ask_first(&mut self, choice: &SessionChoice) -> Result<(), Next> {
        let Some(origin) = self.settings.backend.elsewhere() else { return Ok(()) };
        let is_given =
            self.settings.consent == Consent::Given || self.agreed.as_ref() == Some(&origin);
        if is_given || consent::is_put_down(&self.storage.keeper, origin).await {
            return Ok(());
        }
        let backend = Box::new(self.settings.backend.clone());
        self.tell(Update::ConsentNeeded { backend, session: choice.clone() }).await;
        let opening = Opening {
            settings: &self.settings,
            storage: &self.storage,
            updates: &self.updates,
            handed: &self.handed,
            in_place_of: self.in_place_of.as_deref(),
        };
        hold_orders(&mut self.inbox, &opening, std::future::pending()).await
    }

    /// Reaches the backend and opens the session, while orders are held or carried out.
    async fn connect(&mut self, choice: &SessionChoice) -> Result<Open, Next> {
        self.ask_first(choice).await?;
        let mut wait = FIRST_RETRY;
        let mut told: Option<Problem> = None;
        loop {
            let opening = Opening {
                settings: &self.settings,
                storage: &self.storage,
                updates: &self.updates,
                handed: &self.handed,
                in_place_of: self.in_place_of.as_deref(),
            };
            let attempt = opening.attempt(&mut self.reached, choice);
            let Unreached { problem, retrying } =
                match hold_orders(&mut self.inbox, &opening, attempt).await? {
                    Ok(open) => return Ok(open),
                    Err(unreached) => unreached,
                };
            if told.as_ref() != Some(&problem) {
                told = Some(problem.clone());
                self.tell(Update::Offline { problem: problem.clone(), retrying }).await;
            }
            if !retrying {
                return Err(self.refuse_orders(&problem).await);
            }
            let pause = tokio::time::sleep(self.settings.timing.wait(wait));
            hold_orders(&mut self.inbox, &opening, pause).await?;
            wait = (wait * 2.0).min(LONGEST_RETRY);
        }
    }

    /// There is no session and there will be none, until another is chosen.
    async fn refuse_orders(&mut self, problem: &Problem) -> Next {
        for command in self.inbox.give_up() {
            self.refuse(command, problem).await;
        }
        loop {
            match self.inbox.fresh().await {
                Command::Leave => return Next::Leave,
                Command::Switch(choice) => return Next::Open(choice),
                Command::SwitchBackend { backend, session } => {
                    return Next::Move(backend, session);
                }
                command => self.refuse(command, problem).await,
            }
        }
    }

    async fn refuse(&self, command: Command, problem: &Problem) {
        let problem = problem.clone();
        let update = match command {
            Command::Say { turn, .. } => Update::TurnEnded(turn, TurnEnd::Failed(problem)),
            Command::Note(_)
            | Command::KeepQueue(_)
            | Command::KeepMarks(_)
            | Command::CancelTurn(_)
            | Command::Preview(_)
            | Command::Thumbnail(_)
            | Command::Waveform(_)
            | Command::Pieces(_) => return,
            _ => Update::Trouble(problem),
        };
        self.tell(update).await;
    }

    /// Carries out orders until the session is left.
    async fn serve(&mut self, open: Open) -> Next {
        let Open { session, jobs, restored, underway, _lock } = open;
        let id = session.id.clone();
        self.tell(Update::Opened(Box::new(restored))).await;
        let notices = self.reached.as_mut().map(|reached| std::mem::take(&mut reached.notices));
        let handed = std::mem::take(&mut self.handed).len();
        let taken_up =
            (handed > 0).then(|| notices::exports_taken_up(self.settings.language, handed));
        for words in notices.unwrap_or_default().into_iter().chain(taken_up) {
            self.tell(Update::Notice(words)).await;
        }
        let mut orders = Orders::new(session, jobs);
        if let Some(underway) = underway {
            orders.look_after(underway);
        }
        orders.tell_credits();
        if self.settings.background.is_some() {
            orders.take_up_renders().await;
        }
        let next = loop {
            tokio::select! {
                command = self.inbox.next() => {
                    if let Some(next) = orders.carry_out(command).await {
                        break next;
                    }
                }
                after = orders.turn_ended() => if after == After::SessionLost {
                    self.hold_waiting(orders.take_waiting().await);
                    break Next::InPlaceOf(id);
                }
            }
        };
        orders.close(&next).await;
        if !matches!(next, Next::Leave) {
            // An export does not end with its session either.
            self.handed = take_up_left(&self.settings, &self.storage).await;
        }
        next
    }

    /// What was not sent in a session that is lost is said in the next one.
    fn hold_waiting(&mut self, waiting: Vec<Message>) {
        for message in waiting {
            self.inbox.hold(Command::Say { turn: message.turn, text: message.text });
        }
    }

    async fn leave(&mut self) {
        self.stop_studio().await;
        self.tell(Update::Left).await;
    }

    async fn stop_studio(&mut self) {
        if let Some(studio) = self.reached.take().and_then(|reached| reached.studio)
            && tokio::time::timeout(STUDIO_STOP, studio.stop()).await.is_err()
        {
            tracing::warn!("the studio did not stop in time");
        }
    }

    async fn tell(&self, update: Update) {
        tell(&self.updates, update).await;
    }
}
