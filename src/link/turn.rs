//! One turn, from the message to the end that is told.
//!
//! Before the first byte goes out the message is marked as sent. After the stream, however it ended,
//! the state decides what is said: words are not proof of a change, nor is silence proof of none.

use tokio_util::sync::CancellationToken;

use super::activity;
use super::left_over::Underway;
use super::notices;
use super::polls::Seen;
use super::purse;
use super::recovery;
use super::session::{ServerKind, Session};
use super::settle;
use super::stages::Stages;
use super::stream::{self, Heard, StreamEnd};
use super::turns::Message;
use super::{ChatLine, Speaker, TurnEnd, TurnId, Update};
use crate::language::Problem;
use crate::store::database::LineId;
use crate::store::kept::Delivery;

/// What follows from a turn for the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing; the next turn may begin.
    GoOn,
    /// The server has lost the session.
    SessionLost,
}

/// Takes a message through its turn.
pub(super) async fn run(session: Session, message: Message, stop: CancellationToken) -> After {
    let Message { turn, text, line } = message;
    session.tell(Update::TurnStarted(turn)).await;
    if stop.run_until_cancelled(files_arrived(&session, turn)).await.is_none() {
        let end = (!session.leaving.is_cancelled()).then_some(TurnEnd::Cancelled);
        return finish(&session, turn, line, end).await;
    }
    let before = session.film.known();
    let line = match mark_sent(&session, line, &text, &before).await {
        Ok(line) => Some(line),
        // What is paid for is put down first, or not sent.
        Err(problem) if session.server.kind == ServerKind::Remote => {
            return finish(&session, turn, line, Some(TurnEnd::Failed(problem))).await;
        }
        Err(problem) => {
            tracing::warn!(?problem, "a message is with the studio that was not put down");
            line
        }
    };
    purse::tell_before(&session).await;
    session.film.busy(true).await;
    let mut heard = Heard::new(turn, Stages::new(&before, &text));
    let listening = stream::listen(&session, &text, &mut heard);
    let streamed = stop.run_until_cancelled(listening).await;
    session.film.busy(false).await;
    stream::tell_rest(&session, &mut heard).await;
    keep_answer(&session, &heard).await;
    let end = match streamed {
        None => cancelled(&session).await,
        Some(end) => follow_up(&session, &before, &mut heard, end, &stop).await,
    };
    finish(&session, turn, line, end).await
}

/// Looks after a message that was with the agent when an earlier run ended. Nothing is sent.
pub(super) async fn look_after(
    session: Session,
    underway: Underway,
    stop: CancellationToken,
) -> After {
    let Underway { message, before, long_ago } = underway;
    let turn = message.turn;
    session.tell(Update::TurnStarted(turn)).await;
    let looking = async {
        if long_ago {
            return TurnEnd::Failed(Problem::TurnInterrupted);
        }
        recovery::look_after(&session, turn, &before).await
    };
    let end = match stop.run_until_cancelled(looking).await {
        Some(end) => Some(end),
        None => (!session.leaving.is_cancelled()).then_some(TurnEnd::Cancelled),
    };
    if end.is_some() {
        let words = notices::was_underway(session.language, &message.text);
        session.keep_line(Speaker::Program, words).await;
    }
    finish(&session, turn, message.line, end).await
}

/// The agent knows only files that have arrived, and people speak of those that are on their way.
async fn files_arrived(session: &Session, turn: TurnId) {
    if session.uploading.any() {
        let activity = activity::waiting_for_files(session.language);
        session.tell(Update::TurnActivity(turn, activity)).await;
        session.uploading.none().await;
    }
}

/// The film as it is now is kept beside the message: should the program end, the next start can tell
/// whether the message went through.
async fn mark_sent(
    session: &Session,
    line: Option<LineId>,
    text: &str,
    before: &Seen,
) -> Result<LineId, Problem> {
    let (key, at, film) = (session.key, (session.clock)(), before.written.clone());
    let (speaker, text) = (Speaker::User, text.to_owned());
    let marking = session.keeper.run(move |database| {
        let line = match line {
            Some(line) => line,
            // It could not be put down when it was said; perhaps it can be now.
            None => {
                let said = ChatLine { speaker, text, at, original: None };
                database.add_line(key, &said, Some(Delivery::Written))?
            }
        };
        database.send_line(line, at, film.map(|film| film.to_string()).as_deref())
    });
    marking.await
}

/// What was said so far is part of the conversation, also when the turn was stopped.
async fn keep_answer(session: &Session, heard: &Heard) {
    let (words, original) = (heard.words.text().trim(), heard.words.original());
    if !words.is_empty() || original.is_some() {
        let original = original.map(|original| original.trim().to_owned());
        session.keep_answer(words.to_owned(), original).await;
    }
}

/// What the end of the stream means. `None` where the session is being left.
async fn follow_up(
    session: &Session,
    before: &Seen,
    heard: &mut Heard,
    end: StreamEnd,
    stop: &CancellationToken,
) -> Option<TurnEnd> {
    let settling = async {
        match end {
            StreamEnd::Whole => settle::settle(session, before, heard).await,
            StreamEnd::Refused(error) => TurnEnd::Failed(session.problem(&error)),
            StreamEnd::Broken => recovery::recover(session, heard.turn, before).await,
        }
    };
    match stop.run_until_cancelled(settling).await {
        Some(end) => Some(end),
        None => cancelled(session).await,
    }
}

/// Stopped by the user: the connection is closed already. What has been done so far is looked at, but
/// not waited for long; if it comes later it is told later. `None` where it is the session that is
/// being left.
async fn cancelled(session: &Session) -> Option<TurnEnd> {
    if session.leaving.is_cancelled() {
        return None;
    }
    if session.server.kind == ServerKind::Remote {
        session.notice(notices::may_still_finish(session.language)).await;
    }
    let patience = session.timing.wait(session.timing.poll_busy);
    let looking = tokio::time::timeout(patience, session.film.look());
    // Whatever was seen has been told by now.
    let _ = session.leaving.run_until_cancelled(looking).await?;
    Some(TurnEnd::Cancelled)
}

/// A turn that is left stays marked as sent: whether it went through shows next time.
async fn finish(
    session: &Session,
    turn: TurnId,
    line: Option<LineId>,
    end: Option<TurnEnd>,
) -> After {
    let Some(end) = end else {
        return After::GoOn;
    };
    let delivery = match end {
        TurnEnd::Answered | TurnEnd::Silent | TurnEnd::Cancelled => Delivery::Answered,
        TurnEnd::Failed(_) => Delivery::Failed,
    };
    if let Some(line) = line {
        session.keeper.write(move |database| database.set_delivery(line, delivery)).await;
    }
    let lost = matches!(end, TurnEnd::Failed(Problem::SessionNotFound { .. }));
    session.tell(Update::TurnEnded(turn, end)).await;
    if lost { After::SessionLost } else { After::GoOn }
}
