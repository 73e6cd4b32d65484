//! The orders that come in, and those that wait until there is a session to carry them out.

use std::collections::VecDeque;

use tokio::sync::mpsc;

use super::{Command, TurnId};

/// The orders that come in.
#[derive(Debug)]
pub(super) struct Inbox {
    commands: mpsc::Receiver<Command>,
    held: VecDeque<Command>,
}

impl Inbox {
    pub(super) fn new(commands: mpsc::Receiver<Command>) -> Self {
        Self { commands, held: VecDeque::new() }
    }

    /// The next order, held ones first. When nobody can give orders any more, it is to leave.
    pub(super) async fn next(&mut self) -> Command {
        match self.held.pop_front() {
            Some(command) => command,
            None => self.fresh().await,
        }
    }

    /// The next order that was not held.
    pub(super) async fn fresh(&mut self) -> Command {
        self.commands.recv().await.unwrap_or(Command::Leave)
    }

    /// Keeps an order for later. People give them one by one, so there are never many.
    pub(super) fn hold(&mut self, command: Command) {
        self.held.push_back(command);
    }

    /// Takes back a sentence that is held; tells whether there was one.
    pub(super) fn take_back(&mut self, turn: TurnId) -> bool {
        let before = self.held.len();
        let is_it =
            |command: &Command| matches!(command, Command::Say { turn: held, .. } if *held == turn);
        self.held.retain(|command| !is_it(command));
        self.held.len() < before
    }

    /// Everything that is held, because it cannot be carried out.
    pub(super) fn give_up(&mut self) -> Vec<Command> {
        self.held.drain(..).collect()
    }
}
