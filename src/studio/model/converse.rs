//! A turn with a model: ask, carry out what it calls, tell it what came of it, until it calls no more.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::timeout;

use super::ask::{ask, client};
use super::reply::Called;
use super::talk::Talk;
use super::{Endpoint, Failure, tools};
use crate::api::wire::chat::SimpleEvent;
use crate::studio::agent::{Attempt, Scene};

/// How much a model is given.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Answers of one turn.
    pub steps: usize,
    /// Without a byte.
    pub silence: Duration,
    /// For the whole turn.
    pub turn: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { steps: 12, silence: Duration::from_secs(60), turn: Duration::from_secs(180) }
    }
}

/// Calls of one turn that fit nothing. A model that slips is told so; one that goes on is not.
const WRONG_CALLS: usize = 3;
/// Bytes that are said in one turn.
const LONGEST: usize = 64 * 1024;

/// What a model says, on its way to whoever listens.
#[derive(Debug)]
pub struct Voice {
    events: mpsc::Sender<SimpleEvent>,
    said: usize,
    /// Another paragraph begins with the next words.
    paused: bool,
}

impl Voice {
    /// A voice that is heard there.
    #[must_use]
    pub fn new(events: mpsc::Sender<SimpleEvent>) -> Self {
        Self { events, said: 0, paused: false }
    }

    /// Whether anything was said.
    #[must_use]
    pub fn has_spoken(&self) -> bool {
        self.said > 0
    }

    /// Says it. Blanks before the first words are none.
    pub(super) async fn say(&mut self, piece: &str) -> Result<(), Failure> {
        let begins = self.said == 0 || self.paused;
        let piece = if begins { piece.trim_start() } else { piece };
        if piece.is_empty() {
            return Ok(());
        }
        let gap = if self.paused { "\n\n" } else { "" };
        self.said += gap.len() + piece.len();
        self.paused = false;
        if self.said > LONGEST {
            return Err(Failure::TooLong);
        }
        // Whoever went away does not hear it; the caller ends the turn.
        let _ = self.events.send(SimpleEvent::Text(format!("{gap}{piece}"))).await;
        Ok(())
    }

    fn pause(&mut self) {
        self.paused = self.said > 0;
    }
}

/// Takes a turn with a model. The scene is changed in what is given back, nowhere else.
///
/// # Errors
/// Any of [`Failure`]; what it may have done on the way is gone then.
pub async fn converse(
    endpoint: &Endpoint,
    limits: Limits,
    sentence: &str,
    scene: Scene,
    voice: &mut Voice,
) -> Result<Attempt, Failure> {
    if let super::Key::Missing(name) = &endpoint.key {
        return Err(Failure::NoKey(name.clone()));
    }
    let turn = async {
        let client = client(endpoint)?;
        let mut talk = Talk::begin(sentence, &scene);
        let mut attempt = Attempt::new(scene);
        let (mut wrong, mut called) = (0, false);
        for _ in 0..limits.steps {
            voice.pause();
            let body = talk.body(&endpoint.model);
            let reply = ask(&client, endpoint, &body, limits.silence, voice).await?;
            if reply.calls.is_empty() {
                let is_empty = reply.text.trim().is_empty() && !called;
                return if is_empty { Err(Failure::Empty) } else { Ok(attempt) };
            }
            called = true;
            talk.replied(&reply);
            for call in &reply.calls {
                wrong += usize::from(!carry_out(call, &mut attempt, &mut talk));
            }
            if wrong >= WRONG_CALLS {
                return Err(Failure::WrongCalls);
            }
        }
        Err(Failure::Endless(limits.steps))
    };
    timeout(limits.turn, turn).await.unwrap_or(Err(Failure::Slow(limits.turn)))
}

/// Whether there is such a call; whether it changed anything is for the model to read.
fn carry_out(call: &Called, attempt: &mut Attempt, talk: &mut Talk) -> bool {
    match tools::sentence(&call.name, &call.arguments) {
        Ok(sentence) => {
            let answer = attempt.take(&sentence);
            talk.done(&call.id, &answer, attempt.scene());
            true
        }
        Err(why) => {
            talk.not_done(&call.id, &why);
            false
        }
    }
}
