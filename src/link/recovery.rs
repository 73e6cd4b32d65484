//! After a lost connection: the message is never sent again, the state shows whether it went through.
//!
//! The same is done for a message that was with the agent when an earlier run of the program ended.

use std::time::Duration;

use super::polls::Seen;
use super::session::Session;
use super::settle::tell_change;
use super::{TurnEnd, TurnId, Update, notices};
use crate::api::Error;
use crate::language::Problem;

/// So many looks without a change, and the user is asked to decide.
const LOOKS: u32 = 5;

/// Waits and looks until the state has changed, or has not for too long.
pub(super) async fn recover(session: &Session, turn: TurnId, before: &Seen) -> TurnEnd {
    session.notice(notices::connection_lost(session.language)).await;
    look_after(session, turn, before).await
}

/// What became of a message whose answer will not come.
pub(super) async fn look_after(session: &Session, turn: TurnId, before: &Seen) -> TurnEnd {
    let (timing, language) = (&session.timing, session.language);
    let mut wait = timing.wait(timing.recovery_first);
    for look in 1..=LOOKS {
        pause(session, turn, wait, look).await;
        let status = notices::checking(language, look, LOOKS);
        session.tell(Update::TurnStatus(turn, status)).await;
        match session.film.look().await {
            Ok(after) if after.differs_from(before) => {
                tell_change(session, before, &after).await;
                return TurnEnd::Silent;
            }
            Err(error @ Error::SessionNotFound) => {
                return TurnEnd::Failed(session.problem(&error));
            }
            // A server that is still away is no proof of anything.
            Ok(_) | Err(_) => {}
        }
        wait = timing.wait(timing.recovery_next);
    }
    TurnEnd::Failed(Problem::TurnInterrupted)
}

async fn pause(session: &Session, turn: TurnId, wait: Duration, look: u32) {
    let status = notices::looks_soon(session.language, wait, look, LOOKS);
    session.tell(Update::TurnStatus(turn, status)).await;
    tokio::time::sleep(wait).await;
}
