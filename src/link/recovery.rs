//! After a lost connection: the message is never sent again, the state shows whether it went through.

use super::polls::Seen;
use super::session::Session;
use super::settle::tell_change;
use super::{TurnEnd, notices};
use crate::api::Error;
use crate::language::Problem;

/// So many looks without a change, and the user is asked to decide.
const LOOKS: u32 = 5;

/// Waits and looks until the state has changed, or has not for too long.
pub(super) async fn recover(session: &Session, before: &Seen) -> TurnEnd {
    let timing = &session.timing;
    let mut wait = timing.wait(timing.recovery_first);
    session.notice(notices::connection_lost(session.language, wait)).await;
    for look in 1..=LOOKS {
        tokio::time::sleep(wait).await;
        match session.film.look().await {
            Ok(after) if after.differs_from(before) => {
                tell_change(session, before, &after).await;
                return TurnEnd::Silent;
            }
            Err(error @ Error::SessionNotFound) => {
                return TurnEnd::Failed(session.problem(&error));
            }
            // A server that is still away is no proof of anything.
            Ok(_) | Err(_) => {
                session.notice(notices::checking(session.language, look, LOOKS)).await;
            }
        }
        wait = timing.wait(timing.recovery_next);
    }
    TurnEnd::Failed(Problem::TurnInterrupted)
}
