//! The credits before and after each message, as the server told them and never otherwise.
//!
//! No message waits for them. What counts as "before" is what was told before the message was sent;
//! where nothing was, nothing is said about what the message took.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::session::{ServerKind, Session};
use super::{Credits, Update, notices};

/// What is known of the credits.
#[derive(Debug, Default)]
pub(super) struct Purse {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// As told last.
    now: Option<Credits>,
    /// As told last when the running turn's message was sent.
    before: Option<Credits>,
}

impl Purse {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The server told the credits.
    pub(super) fn told(&self, credits: &Credits) {
        self.known().now = Some(credits.clone());
    }

    /// A message is about to be sent: what is known now is from before it.
    fn sending(&self) -> Option<Credits> {
        let mut known = self.known();
        known.before = known.now.clone();
        known.before.clone()
    }

    fn before(&self) -> Option<Credits> {
        self.known().before.take()
    }
}

/// Tells the credits as they are known before a message is sent. Where the first answer of the session
/// is still on its way, it is told when it comes.
pub(super) async fn tell_before(session: &Session) {
    let known = session.purse.sending();
    if session.server.kind == ServerKind::Remote
        && let Some(credits) = known
    {
        session.tell(Update::Credits(credits)).await;
    }
}

/// Asks for the credits after a turn, tells them, and says what the message took where both sides are
/// known. The studio counts nothing.
pub(super) async fn tell_after(session: Session) {
    if session.server.kind == ServerKind::Studio {
        return;
    }
    let before = session.purse.before();
    let Ok(now) = session.server.client.credits().await else {
        return;
    };
    session.purse.told(&now);
    session.tell(Update::Credits(now.clone())).await;
    if let Some(used) = before.and_then(|before| used(&before, &now)) {
        session.notice(notices::used_credits(session.language, used, &now)).await;
    }
}

/// What was used up between two answers.
fn used(before: &Credits, after: &Credits) -> Option<f64> {
    if before.unlimited || after.unlimited {
        return None;
    }
    Some(before.available - after.available).filter(|used| *used > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credits(available: f64) -> Credits {
        Credits { available, frozen: 0.0, total: 100.0, unlimited: false }
    }

    #[test]
    fn only_what_two_answers_tell_is_called_used() {
        assert_eq!(used(&credits(100.0), &credits(88.0)), Some(12.0));
        assert_eq!(used(&credits(88.0), &credits(88.0)), None);
        assert_eq!(used(&credits(88.0), &credits(100.0)), None, "somebody topped up");
        let unlimited = Credits { unlimited: true, ..credits(0.0) };
        assert_eq!(used(&credits(9.0), &unlimited), None);

        let purse = Purse::default();
        assert_eq!(purse.sending(), None);
        purse.told(&credits(90.0));
        assert_eq!(
            purse.before(),
            None,
            "an answer that came after the sending is not from before"
        );
    }
}
