//! While there is no session: attempts to reach the backend and open one, and what becomes of the orders
//! that come in meanwhile.

use tokio::sync::mpsc;

use super::connect::{self, Reached, Unreached};
use super::inbox::Inbox;
use super::open::{Open, Opener};
use super::storage::Storage;
use super::task::{Next, tell};
use super::{Command, JobId, LinkSettings, SessionChoice, TurnEnd, Update};
use crate::language::Problem;
use crate::store::database::Queue;

/// What reaching the backend and opening a session need.
pub(super) struct Opening<'a> {
    pub(super) settings: &'a LinkSettings,
    pub(super) storage: &'a Storage,
    pub(super) updates: &'a mpsc::Sender<Update>,
    /// Left exports that another program is about to take up.
    pub(super) handed: &'a [JobId],
    /// The session that the server lost while it was open.
    pub(super) in_place_of: Option<&'a str>,
}

impl Opening<'_> {
    /// One attempt. A backend that was reached stays reached for the next session.
    pub(super) async fn attempt(
        &self,
        reached: &mut Option<Reached>,
        choice: &SessionChoice,
    ) -> Result<Open, Unreached> {
        if reached.is_none() {
            *reached = Some(connect::reach(self.settings, self.storage, self.updates).await?);
        }
        let Some(Reached { server, .. }) = reached else {
            return Err(Unreached { problem: Problem::Interrupted, retrying: false });
        };
        let &Self { settings, storage, updates, handed, in_place_of } = self;
        Opener { settings, storage, server, updates, handed, in_place_of }.open(choice).await
    }

    /// What waits in the editor for a session is kept at once: no session need ever be opened.
    async fn keep_queue(&self, texts: Vec<String>) {
        let owner = self.storage.owner.clone();
        let keeping = self.storage.keeper.write(move |database| {
            database.put_waiting(Queue { owner: owner.name(), session: None }, &texts)
        });
        keeping.await;
    }
}

/// Waits for something while orders come in: those that end the waiting are carried out, the others
/// are held.
pub(super) async fn hold_orders<T>(
    inbox: &mut Inbox,
    opening: &Opening<'_>,
    work: impl Future<Output = T>,
) -> Result<T, Next> {
    let mut work = std::pin::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return Ok(done),
            command = inbox.fresh() => match command {
                Command::Leave => return Err(Next::Leave),
                Command::Switch(choice) => return Err(Next::Open(choice)),
                Command::SwitchBackend { backend, session } => {
                    return Err(Next::Move(backend, session));
                }
                Command::KeepQueue(texts) => opening.keep_queue(texts).await,
                Command::CancelTurn(turn) => {
                    if inbox.take_back(turn) {
                        tell(opening.updates, Update::TurnEnded(turn, TurnEnd::Cancelled)).await;
                    }
                }
                other => inbox.hold(other),
            }
        }
    }
}
