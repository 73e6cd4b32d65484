//! What a run that ended too early left of the conversation: its unsent messages are given back, and
//! what became of the one that was with the agent is read off the state.

use super::polls::Seen;
use super::session::Shared;
use super::turns::Message;
use super::{ChatLine, LeftOver, Speaker, TurnId, notices};
use crate::store::Database;
use crate::store::database::{Error, LineId, SessionKey, Unfinished};
use crate::store::kept::Delivery;

/// What was found, for the person and for the link itself.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) left_over: LeftOver,
    /// The message to look after, and the film as it was before it was sent.
    pub(super) underway: Option<Underway>,
}

/// A message that was with the agent when the program ended.
#[derive(Debug)]
pub(super) struct Underway {
    pub(super) message: Message,
    pub(super) before: Seen,
    /// It was sent so long ago that its turn is over, whatever became of it.
    pub(super) long_ago: bool,
}

/// What an earlier run left open, taken out of the conversation where it does not belong.
#[derive(Debug, Default)]
pub(super) struct Taken {
    sent: Vec<Unfinished>,
    unsent: Vec<String>,
}

/// Takes what an earlier run left open.
pub(super) async fn take(shared: &Shared) -> Taken {
    let (key, owner) = (shared.key, shared.owner.clone());
    let reading = shared.keeper.write(move |database| {
        let sent = take_messages(database, key, owner.name())?;
        Ok(Taken {
            sent,
            unsent: database
                .take_waiting_over(key, owner.name(), &|name| owner.is_running(name))?,
        })
    });
    reading.await.unwrap_or_default()
}

/// What became of it; `seen` is the state as it is now.
pub(super) async fn judge_all(shared: &Shared, seen: &Seen, taken: Taken) -> Found {
    let Taken { sent, unsent } = taken;
    let mut found = Found::default();
    found.left_over.unsent = unsent;
    for message in sent {
        judge(shared, seen, message, &mut found).await;
    }
    found
}

/// What was never sent goes back among what waits; what was sent is given back.
fn take_messages(
    database: &mut Database,
    key: SessionKey,
    owner: &str,
) -> Result<Vec<Unfinished>, Error> {
    let (sent, written): (Vec<_>, Vec<_>) = database
        .unfinished_messages(key)?
        .into_iter()
        .partition(|message| message.delivery == Delivery::Sent);
    for message in written {
        database.put_back(message.line, owner)?;
    }
    Ok(sent)
}

/// A film that is another one than when the message was sent shows that it went through. Else it may
/// still be on its way, and is looked after.
async fn judge(shared: &Shared, seen: &Seen, message: Unfinished, found: &mut Found) {
    let Unfinished { line, text, at, film_before, .. } = message;
    let before = Seen::kept(film_before.as_deref());
    let language = shared.language;
    if seen.differs_from(&before) {
        let changes = notices::changed(language, &before.film(), &seen.film());
        let words = notices::went_through(language, &text, &changes);
        end(shared, line, Delivery::Answered, words.clone()).await;
        found.left_over.told = Some(words);
        return;
    }
    if let Some(earlier) = found.underway.take().and_then(|earlier| earlier.message.line) {
        // One turn runs at a time; an earlier one without an end is past finding out.
        let words = notices::was_underway(language, &text);
        end(shared, earlier, Delivery::Failed, words).await;
    }
    let limit = shared.timing.wait(shared.timing.turn_limit).as_millis();
    let age = u128::try_from((shared.clock)().saturating_sub(at)).unwrap_or_default();
    found.left_over.told = Some(notices::was_underway(language, &text));
    found.left_over.underway = Some(text.clone());
    let message = Message { turn: TurnId::BEFORE, text, line: Some(line) };
    found.underway = Some(Underway { message, before, long_ago: age > limit });
}

async fn end(shared: &Shared, line: LineId, delivery: Delivery, words: String) {
    let (key, at) = (shared.key, (shared.clock)());
    let ending = shared.keeper.write(move |database| {
        database.set_delivery(line, delivery)?;
        let told = ChatLine { speaker: Speaker::Program, text: words, at, original: None };
        database.add_line(key, &told, None)
    });
    ending.await;
}
