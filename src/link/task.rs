//! The link's task: reach the backend, open a session, carry out orders, leave.
//!
//! It only routes. Whatever takes time runs in a task of its own, which is cancelled and waited for
//! when the session is left, so that leaving takes less than a second whatever was going on.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::connect::{self, Reached, Unreached};
use super::inbox::Inbox;
use super::jobs::Jobs;
use super::open::{Open, Opener};
use super::session::Session;
use super::settings::FIRST_RETRY;
use super::storage::Storage;
use super::turn::After;
use super::turns::Turns;
use super::{Command, LinkSettings, SessionChoice, Speaker, TurnEnd, Update};
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
            let mut link = Running { settings, storage, updates, inbox, reached: None };
            link.serve_all(choice).await;
            link.leave().await;
        }
        Err(problem) => {
            tell(&updates, Update::Offline { problem, retrying: false }).await;
            tell(&updates, Update::Left).await;
        }
    }
}

async fn tell(updates: &mpsc::Sender<Update>, update: Update) {
    // A listener that is gone has no use for it.
    let _ = updates.send(update).await;
}

/// What comes after a session.
enum Next {
    /// Another session.
    Open(SessionChoice),
    /// The end.
    Leave,
}

struct Running {
    settings: LinkSettings,
    storage: Storage,
    updates: mpsc::Sender<Update>,
    inbox: Inbox,
    reached: Option<Reached>,
}

/// Everything puts down where it was within this time, or is cut off.
const WIND_DOWN: Duration = Duration::from_millis(500);
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
            match next {
                Next::Open(another) => choice = another,
                Next::Leave => return,
            }
        }
    }

    /// Reaches the backend and opens the session, while orders are held or carried out.
    async fn connect(&mut self, choice: &SessionChoice) -> Result<Open, Next> {
        let mut wait = FIRST_RETRY;
        let mut told: Option<Problem> = None;
        loop {
            let attempt =
                attempt(&self.settings, &self.storage, &self.updates, &mut self.reached, choice);
            let Unreached { problem, retrying } =
                match hold_orders(&mut self.inbox, &self.updates, attempt).await? {
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
            hold_orders(&mut self.inbox, &self.updates, pause).await?;
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
                command => self.refuse(command, problem).await,
            }
        }
    }

    async fn refuse(&self, command: Command, problem: &Problem) {
        let problem = problem.clone();
        let update = match command {
            Command::Say { turn, .. } => Update::TurnEnded(turn, TurnEnd::Failed(problem)),
            Command::Note(_) | Command::CancelTurn(_) => return,
            _ => Update::Trouble(problem),
        };
        self.tell(update).await;
    }

    /// Carries out orders until the session is left.
    async fn serve(&mut self, open: Open) -> Next {
        let Open { session, jobs, restored, _lock } = open;
        self.tell(Update::Opened(Box::new(restored))).await;
        tokio::spawn(tell_credits(session.clone()));
        let mut turns = Turns::new(session.clone());
        let mut jobs = Jobs::new(session.clone(), jobs);
        let next = loop {
            tokio::select! {
                command = self.inbox.next() => {
                    if let Some(next) = carry_out(command, &session, &mut turns, &mut jobs).await {
                        break next;
                    }
                }
                after = turns.ended() => {
                    tokio::spawn(tell_credits(session.clone()));
                    if after == After::SessionLost {
                        self.hold_waiting(&mut turns);
                        break Next::Open(SessionChoice::Last);
                    }
                }
                () = jobs.ended() => {}
            }
        };
        close(&session, &mut turns, &mut jobs).await;
        next
    }

    /// What was not sent in a session that is lost is said in the next one.
    fn hold_waiting(&mut self, turns: &mut Turns) {
        for message in turns.take_waiting() {
            self.inbox.hold(Command::Say { turn: message.turn, text: message.text });
        }
    }

    async fn leave(&mut self) {
        if let Some(studio) = self.reached.take().and_then(|reached| reached.studio)
            && tokio::time::timeout(STUDIO_STOP, studio.stop()).await.is_err()
        {
            tracing::warn!("the studio did not stop in time");
        }
        self.tell(Update::Left).await;
    }

    async fn tell(&self, update: Update) {
        tell(&self.updates, update).await;
    }
}

/// One attempt. A backend that was reached stays reached for the next session.
async fn attempt(
    settings: &LinkSettings,
    storage: &Storage,
    updates: &mpsc::Sender<Update>,
    reached: &mut Option<Reached>,
    choice: &SessionChoice,
) -> Result<Open, Unreached> {
    if reached.is_none() {
        *reached = Some(connect::reach(settings, storage).await?);
    }
    let Some(Reached { server, .. }) = reached else {
        return Err(Unreached { problem: Problem::Interrupted, retrying: false });
    };
    Opener { settings, storage, server, updates }.open(choice).await
}

/// Waits for something while orders come in: those that end the waiting are carried out, the others
/// are held.
async fn hold_orders<T>(
    inbox: &mut Inbox,
    updates: &mpsc::Sender<Update>,
    work: impl Future<Output = T>,
) -> Result<T, Next> {
    let mut work = std::pin::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return Ok(done),
            command = inbox.fresh() => match command {
                Command::Leave => return Err(Next::Leave),
                Command::Switch(choice) => return Err(Next::Open(choice)),
                Command::CancelTurn(turn) => {
                    if inbox.take_back(turn) {
                        tell(updates, Update::TurnEnded(turn, TurnEnd::Cancelled)).await;
                    }
                }
                other => inbox.hold(other),
            }
        }
    }
}

/// Carries out an order; tells what comes next if it ends the session.
async fn carry_out(
    command: Command,
    session: &Session,
    turns: &mut Turns,
    jobs: &mut Jobs,
) -> Option<Next> {
    match command {
        Command::Say { turn, text } => turns.say(turn, text).await,
        Command::CancelTurn(turn) => turns.cancel(turn).await,
        Command::Note(line) => note(session, line).await,
        Command::Upload(paths) => jobs.upload(paths).await,
        Command::Export(to) => jobs.export(to).await,
        Command::CancelJob(id) => jobs.cancel(&id).await,
        Command::RetryJob(id) => jobs.retry(&id).await,
        Command::AskCredits => drop(tokio::spawn(ask_credits(session.clone()))),
        Command::AskState => drop(tokio::spawn(ask_state(session.clone()))),
        Command::Switch(choice) => return Some(Next::Open(choice)),
        Command::Leave => return Some(Next::Leave),
    }
    None
}

/// The agent's lines are put down by the turn that heard them.
async fn note(session: &Session, line: super::ChatLine) {
    if line.speaker == Speaker::Agent {
        return;
    }
    let key = session.key;
    session.keeper.write(move |database| database.add_line(key, &line, None)).await;
}

async fn ask_credits(session: Session) {
    match session.server.client.credits().await {
        Ok(credits) => session.tell(Update::Credits(credits)).await,
        Err(error) => session.tell(Update::Trouble(session.problem(&error))).await,
    }
}

/// Credits that nobody asked for are told if they can be had.
async fn tell_credits(session: Session) {
    let asked = session.leaving.run_until_cancelled(session.server.client.credits()).await;
    if let Some(Ok(credits)) = asked {
        session.tell(Update::Credits(credits)).await;
    }
}

async fn ask_state(session: Session) {
    if let Err(error) = session.film.look().await {
        session.tell(Update::Trouble(session.problem(&error))).await;
    }
}

/// Stops everything that works on the session, and waits until it has put down where it was.
async fn close(session: &Session, turns: &mut Turns, jobs: &mut Jobs) {
    session.leaving.cancel();
    let winding_down = async { tokio::join!(turns.leave(), jobs.leave()) };
    if tokio::time::timeout(WIND_DOWN, winding_down).await.is_err() {
        tracing::warn!("something did not wind down in time");
    }
    let (key, at) = (session.key, (session.clock)());
    let closing = session.keeper.run(move |database| {
        database.touch_session(key, at)?;
        database.remove_if_empty(key)
    });
    if let Ok(Err(problem)) = tokio::time::timeout(WIND_DOWN, closing).await {
        tracing::warn!(?problem, "the session could not be put down");
    }
}
