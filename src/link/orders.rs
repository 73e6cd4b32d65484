//! Carrying out orders in an open session, and closing it.
//!
//! An order only starts something: a turn, a job, a question to the server. What was started is owned
//! here, and ends with the session.

use std::time::Duration;

use tokio::task::{AbortHandle, JoinSet};

use super::jobs::Jobs;
use super::left_over::Underway;
use super::session::{ServerKind, Session};
use super::task::Next;
use super::turn::After;
use super::turns::{Message, Turns};
use super::{ChatLine, Command, Speaker, Update};
use super::{drafts, estimate, job_lists, looks, piece, purse, shelf};
use crate::api::Error;
use crate::store::database::Queue;
use crate::store::kept::JobRecord;

/// Everything puts down where it was within this time, or is cut off.
const WIND_DOWN: Duration = Duration::from_millis(500);

/// What goes on in an open session.
#[derive(Debug)]
pub(super) struct Orders {
    session: Session,
    turns: Turns,
    jobs: Jobs,
    /// Questions to the server that are not answered yet.
    questions: JoinSet<After>,
    /// The frame that is being made.
    preview: Option<AbortHandle>,
    /// The music that is listened to.
    pieces: Option<AbortHandle>,
    /// A job or a question found out that the server has lost the session.
    lost: bool,
}

impl Orders {
    pub(super) fn new(session: Session, jobs: Vec<JobRecord>) -> Self {
        Self {
            turns: Turns::new(session.clone()),
            jobs: Jobs::new(session.clone(), jobs),
            session,
            questions: JoinSet::new(),
            preview: None,
            pieces: None,
            lost: false,
        }
    }

    /// Looks after a message of an earlier run.
    pub(super) fn look_after(&mut self, underway: Underway) {
        self.turns.look_after(underway);
    }

    /// Carries out an order; tells what comes next if it ends the session.
    pub(super) async fn carry_out(&mut self, command: Command) -> Option<Next> {
        let session = self.session.clone();
        match command {
            Command::Say { turn, text } => self.turns.say(turn, text).await,
            Command::CancelTurn(turn) => self.turns.cancel(turn).await,
            Command::KeepQueue(texts) => keep_queue(&session, texts).await,
            Command::KeepMarks(marks) => keep_marks(&session, marks).await,
            Command::Note(line) => note(&session, line).await,
            Command::Upload(paths) => self.jobs.upload(paths).await,
            Command::Export(to) => self.jobs.export(to).await,
            Command::Estimate(output) => {
                self.questions.spawn(estimate::tell(session, *output));
            }
            Command::CancelJob(id) => self.jobs.cancel(&id).await,
            Command::RetryJob(id) => self.jobs.retry(&id).await,
            Command::ListJobs => job_lists::list(&session).await,
            Command::ListDrafts => drafts::list(&session).await,
            Command::ListSteps(id) => job_lists::steps(&session, id).await,
            Command::AskCredits => drop(self.questions.spawn(ask_credits(session))),
            Command::AskState => drop(self.questions.spawn(ask_state(session))),
            Command::Preview(wish) => {
                if let Some(before) = self.preview.take() {
                    before.abort();
                }
                self.preview =
                    Some(self.questions.spawn(looks::preview(session, self.jobs.sent(), wish)));
            }
            Command::Thumbnail(still) => {
                self.questions.spawn(looks::thumbnail(session, self.jobs.sent(), still));
            }
            Command::Waveform(file) => {
                self.questions.spawn(looks::waveform(session, self.jobs.sent(), file));
            }
            Command::Pieces(pieces) => {
                if let Some(before) = self.pieces.take() {
                    before.abort();
                }
                self.pieces = Some(self.questions.spawn(piece::waveforms(session, pieces)));
            }
            Command::ListSessions => shelf::list(&session).await,
            Command::NameSession { session: named, name } => {
                shelf::name(&session, named, name).await;
            }
            Command::RemoveSession(removed) => shelf::remove(&session, removed).await,
            Command::RemoveFilm(removed) => shelf::remove_film(&session, removed).await,
            Command::Switch(choice) => return Some(Next::Open(choice)),
            Command::SwitchBackend { backend, session } => {
                return Some(Next::Move(backend, session));
            }
            Command::Leave => return Some(Next::Leave),
        }
        None
    }

    /// Takes up the exports of a remote server that were left when this session was: they went on
    /// there. (Those of the studio are taken up by a program of their own.)
    pub(super) async fn take_up_renders(&mut self) {
        if self.session.server.kind == ServerKind::Remote {
            self.jobs.take_up_renders().await;
        }
    }

    /// Asks for the credits although nobody wants to know: they are told if they can be had.
    pub(super) fn tell_credits(&mut self) {
        let session = self.session.clone();
        self.questions.spawn(async move {
            if let Ok(credits) = session.server.client.credits().await {
                session.purse.told(&credits);
                session.tell(Update::Credits(credits)).await;
            }
            After::GoOn
        });
    }

    /// Waits for the end of the running turn, while jobs and questions come to theirs. Where one of
    /// those finds out that the session is lost, a turn that runs comes to its end all the same.
    pub(super) async fn turn_ended(&mut self) -> After {
        loop {
            if self.lost && !self.turns.any_running() {
                return After::SessionLost;
            }
            tokio::select! {
                after = self.turns.ended() => {
                    let session = self.session.clone();
                    self.questions.spawn(async {
                        purse::tell_after(session).await;
                        After::GoOn
                    });
                    return if self.lost { After::SessionLost } else { after };
                }
                after = self.jobs.ended() => self.lost |= after == After::SessionLost,
                Some(after) = self.questions.join_next() => {
                    self.lost |= matches!(after, Ok(After::SessionLost));
                }
            }
        }
    }

    /// What has not been sent yet, for another session.
    pub(super) async fn take_waiting(&mut self) -> Vec<Message> {
        self.turns.take_waiting().await
    }

    /// Stops everything that works on the session, and waits until it has put down where it was.
    /// A session without anything in it is forgotten, unless another takes its place and asks for what
    /// is known of it.
    pub(super) async fn close(mut self, next: &Next) {
        let replaced = matches!(next, Next::InPlaceOf(_));
        self.session.leaving.cancel();
        let winding_down = async { tokio::join!(self.turns.leave(), self.jobs.leave()) };
        if tokio::time::timeout(WIND_DOWN, winding_down).await.is_err() {
            tracing::warn!("something did not wind down in time");
        }
        let (key, at) = (self.session.key, (self.session.clock)());
        let closing = self.session.keeper.run(move |database| {
            database.touch_session(key, at)?;
            if replaced { Ok(()) } else { database.remove_if_empty(key) }
        });
        if let Ok(Err(problem)) = tokio::time::timeout(WIND_DOWN, closing).await {
            tracing::warn!(?problem, "the session could not be put down");
        }
    }
}

/// The agent's lines are put down by the turn that heard them.
async fn note(session: &Session, line: ChatLine) {
    if line.speaker == Speaker::Agent {
        return;
    }
    let key = session.key;
    session.keeper.write(move |database| database.add_line(key, &line, None)).await;
}

async fn keep_queue(session: &Session, texts: Vec<String>) {
    let (key, owner) = (session.key, session.owner.clone());
    let keeping = session.keeper.write(move |database| {
        database.put_waiting(Queue { owner: owner.name(), session: Some(key) }, &texts)
    });
    keeping.await;
}

async fn keep_marks(session: &Session, marks: super::Marks) {
    let key = session.key;
    session.keeper.write(move |database| database.put_marks(key, &marks)).await;
}

async fn ask_credits(session: Session) -> After {
    match session.server.client.credits().await {
        Ok(credits) => {
            session.purse.told(&credits);
            session.tell(Update::Credits(credits)).await;
        }
        Err(error) => session.tell(Update::Trouble(session.problem(&error))).await,
    }
    After::GoOn
}

async fn ask_state(session: Session) -> After {
    let Err(error) = session.film.look().await else {
        return After::GoOn;
    };
    session.tell(Update::Trouble(session.problem(&error))).await;
    if matches!(error, Error::SessionNotFound) { After::SessionLost } else { After::GoOn }
}
