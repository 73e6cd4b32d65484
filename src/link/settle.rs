//! The end of a turn whose stream was whole: what happened is read off the state.
//!
//! About three edits in ten end without a word. Then what became different is told instead, and an
//! error inside the stream counts only if nothing did. The state may be a moment behind the stream,
//! so silence without a change is looked into a second and a third time.

use super::polls::Seen;
use super::session::Session;
use super::stream::{Failure, Heard};
use super::{Speaker, TurnEnd, Update, notices};
use crate::api::Error;
use crate::language::Problem;

/// So often the state is looked at after a turn without words.
const LOOKS: u32 = 3;

/// How a turn ended; what changed without words has been told.
pub(super) async fn settle(session: &Session, before: &Seen, heard: &mut Heard) -> TurnEnd {
    let answered = heard.asked || heard.words.say_something();
    let looks = if answered { 1 } else { LOOKS };
    let after = match look_for_a_change(session, before, looks).await {
        Ok(after) => after,
        // The words came, and the film follows with the next look.
        Err(_) if answered && heard.failure.is_none() => return TurnEnd::Answered,
        Err(error) => return TurnEnd::Failed(session.problem(&error)),
    };
    let changed = after.differs_from(before);
    let steps_told = changed && heard.stages.finish(session, heard.turn, &after).await;
    if !changed && heard.failure.is_none() {
        tell_apology(session, heard).await;
    }
    match (&heard.failure, answered, changed) {
        (Some(failure), _, false) => TurnEnd::Failed(problem(session, failure)),
        (_, true, _) => TurnEnd::Answered,
        (_, false, true) => {
            if !steps_told {
                tell_change(session, before, &after).await;
            }
            TurnEnd::Silent
        }
        (None, false, false) => {
            session.notice(notices::nothing_changed(session.language)).await;
            TurnEnd::Silent
        }
    }
}

/// An apology that closed the turn after work, and nothing was changed: then it is part of the answer.
async fn tell_apology(session: &Session, heard: &mut Heard) {
    if let Some(words) = heard.apology.take() {
        session.tell(Update::TurnText(heard.turn, format!("\n\n{words}"))).await;
        session.keep_line(Speaker::Agent, words).await;
    }
}

/// Says in words what became different.
pub(super) async fn tell_change(session: &Session, before: &Seen, after: &Seen) {
    let words = notices::changed(session.language, &before.film(), &after.film());
    session.notice(words).await;
}

async fn look_for_a_change(session: &Session, before: &Seen, looks: u32) -> Result<Seen, Error> {
    let mut seen = session.film.look().await?;
    for _ in 1..looks {
        if seen.differs_from(before) {
            break;
        }
        tokio::time::sleep(session.timing.wait(session.timing.poll_busy)).await;
        seen = session.film.look().await?;
    }
    Ok(seen)
}

/// An error inside the stream, by the contract's table where it has a number.
fn problem(session: &Session, failure: &Failure) -> Problem {
    /// Of an error that has words and no number.
    const NO_NUMBER: i64 = -1;
    let code = failure.code.unwrap_or(NO_NUMBER);
    session.problem(&Error::of_code(code, failure.message.clone(), None))
}
