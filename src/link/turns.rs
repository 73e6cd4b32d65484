//! The line of turns: one runs, the others wait, each can be taken out.
//!
//! A message is in the store when it is accepted, marked as sent before its first byte goes out, and
//! never sent by anything but the order to say it.

use std::collections::VecDeque;

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::left_over::Underway;
use super::session::Session;
use super::turn::{self, After};
use super::{ChatLine, Speaker, TurnEnd, TurnId, Update};
use crate::store::database::LineId;

/// A message that waits for its turn.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) turn: TurnId,
    pub(super) text: String,
    /// Its line in the store; none where the store could not take it.
    pub(super) line: Option<LineId>,
}

/// The line of turns of a session.
#[derive(Debug)]
pub(super) struct Turns {
    session: Session,
    waiting: VecDeque<Message>,
    running: Option<(TurnId, CancellationToken)>,
    tasks: JoinSet<After>,
}

impl Turns {
    pub(super) fn new(session: Session) -> Self {
        Self { session, waiting: VecDeque::new(), running: None, tasks: JoinSet::new() }
    }

    /// Puts a message down, and sends it when it is its turn.
    pub(super) async fn say(&mut self, turn: TurnId, text: String) {
        let at = (self.session.clock)();
        let line = ChatLine { speaker: Speaker::User, text, at, original: None };
        let key = self.session.key;
        let text = line.text.clone();
        let owner = self.session.owner.clone();
        let kept = self
            .session
            .keeper
            .write(move |database| database.add_message(key, owner.name(), &line));
        let line = kept.await;
        self.waiting.push_back(Message { turn, text, line });
        self.start_next();
    }

    /// Looks after a message of an earlier run before anything else is sent.
    pub(super) fn look_after(&mut self, underway: Underway) {
        let stop = self.session.leaving.child_token();
        self.running = Some((underway.message.turn, stop.clone()));
        self.tasks.spawn(turn::look_after(self.session.clone(), underway, stop));
    }

    /// Whether a turn runs.
    pub(super) fn any_running(&self) -> bool {
        self.running.is_some()
    }

    /// Stops a turn, or takes it out of the line.
    pub(super) async fn cancel(&mut self, turn: TurnId) {
        if let Some((_, stop)) = self.running.as_ref().filter(|(running, _)| *running == turn) {
            stop.cancel();
            return;
        }
        let Some(place) = self.waiting.iter().position(|message| message.turn == turn) else {
            return;
        };
        let line = self.waiting.remove(place).and_then(|message| message.line);
        if let Some(line) = line {
            self.session.keeper.write(move |database| database.remove_line(line)).await;
        }
        self.session.tell(Update::TurnEnded(turn, TurnEnd::Cancelled)).await;
    }

    /// Waits for the running turn's end, and lets the next one begin. Never ends while none runs.
    pub(super) async fn ended(&mut self) -> After {
        let after = match self.tasks.join_next().await {
            Some(after) => after.unwrap_or(After::GoOn),
            None => std::future::pending().await,
        };
        self.running = None;
        if after == After::GoOn {
            self.start_next();
        }
        after
    }

    /// Waits until the running turn has put down where it was.
    pub(super) async fn leave(&mut self) {
        self.waiting.clear();
        while self.tasks.join_next().await.is_some() {}
    }

    /// What has not been sent yet, taken out of this session for another one.
    pub(super) async fn take_waiting(&mut self) -> Vec<Message> {
        let waiting: Vec<Message> = self.waiting.drain(..).collect();
        for line in waiting.iter().filter_map(|message| message.line) {
            self.session.keeper.write(move |database| database.remove_line(line)).await;
        }
        waiting
    }

    fn start_next(&mut self) {
        if self.running.is_some() {
            return;
        }
        let Some(message) = self.waiting.pop_front() else {
            return;
        };
        let stop = self.session.leaving.child_token();
        self.running = Some((message.turn, stop.clone()));
        self.tasks.spawn(turn::run(self.session.clone(), message, stop));
    }
}
