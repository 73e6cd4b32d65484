//! Listening to a turn: words are told as they come, and every silence has its limit.
//!
//! Three clocks run. Without words for two minutes the program says that the agent is still working,
//! in one line that is told anew every two minutes; with nothing but signs of life for ten minutes, or after fifteen in all, the stream counts as
//! broken, though the connection may still stand.

use std::pin::pin;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::gather::{GATHER, behind, joined};
use super::session::Session;
use super::stages::Stages;
use super::words::Words;
use super::{TurnId, Update, activity, notices};
use crate::api::events::{Event, Question, Tell, Teller};
use crate::api::{Error, EventStream};
use crate::language::Cleaned;
use crate::store::Timing;

/// What was heard of a turn.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) turn: TurnId,
    /// The words of the answer.
    pub(super) words: Words,
    /// Whether the agent asked and waits.
    pub(super) asked: bool,
    /// An error that the server reported inside the stream.
    pub(super) failure: Option<Failure>,
    /// An apology that closed the stream after work: whether it is worth telling, the state decides.
    pub(super) apology: Option<String>,
    /// What the polls show meanwhile.
    pub(super) stages: Stages,
    activity: String,
    teller: Teller,
}

/// An error inside the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// The contract's number, where there is one.
    pub(super) code: Option<i64>,
    /// The server's words.
    pub(super) message: Option<String>,
}

/// How a stream ended.
#[derive(Debug)]
pub(super) enum StreamEnd {
    /// By itself.
    Whole,
    /// It broke off, or fell silent: whether the message went through is not known.
    Broken,
    /// The message was refused, and nothing was done.
    Refused(Error),
}

impl Heard {
    pub(super) fn new(turn: TurnId, stages: Stages) -> Self {
        Self {
            turn,
            words: Words::default(),
            asked: false,
            failure: None,
            apology: None,
            stages,
            activity: String::new(),
            teller: Teller::default(),
        }
    }
}

/// Sends a message and listens until the stream ends. May be dropped at any await: what was heard
/// stays in `heard`.
pub(super) async fn listen(session: &Session, text: &str, heard: &mut Heard) -> StreamEnd {
    let mut clocks = Clocks::new(&session.timing);
    let mut saying = pin!(session.server.client.say(&session.id, text));
    let said = loop {
        tokio::select! {
            said = &mut saying => break said,
            alarm = clocks.ring() => if wakes(session, heard.turn, &alarm).await {
                return StreamEnd::Broken;
            },
        }
    };
    match said {
        Ok(stream) => follow(session, stream, heard, clocks).await,
        Err(error) if error.may_have_been_done() => broken(&error),
        Err(error) => StreamEnd::Refused(error),
    }
}

async fn follow(
    session: &Session,
    mut stream: EventStream,
    heard: &mut Heard,
    mut clocks: Clocks,
) -> StreamEnd {
    let mut films = session.film.follow();
    films.mark_unchanged();
    let (mut pause, mut rest) = (None, None);
    loop {
        tokio::select! {
            () = until(pause) => {
                pause = None;
                let cleaned = heard.words.pause();
                tell_words(session, heard.turn, cleaned).await;
            }
            Ok(()) = films.changed() => {
                let seen = films.borrow_and_update().clone();
                heard.stages.see(session, &seen).await;
            }
            () = until(rest) => rest = None,
            event = stream.next(), if rest.is_none() => {
                let taken = behind(event, &mut stream).await;
                let mut told = Vec::new();
                for event in taken.events {
                    clocks.heard(&event);
                    if matches!(event, Event::Text(..)) {
                        let now = Instant::now();
                        (pause, rest) = (Some(now + PAUSE), Some(now + GATHER));
                    }
                    told.extend(heard.teller.hear(event));
                }
                if matches!(taken.end, Some(Ok(()))) {
                    told.extend(heard.teller.finish());
                }
                tell(session, heard, joined(told)).await;
                match taken.end {
                    None => {}
                    Some(Ok(())) => return StreamEnd::Whole,
                    Some(Err(error)) => return broken(&error),
                }
            },
            alarm = clocks.ring() => if wakes(session, heard.turn, &alarm).await {
                return StreamEnd::Broken;
            },
        }
    }
}

/// Words come closer together than this while somebody writes them.
const PAUSE: Duration = Duration::from_millis(400);

/// Waits until a moment, or for ever where there is none.
async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

fn broken(error: &Error) -> StreamEnd {
    tracing::warn!(%error, "a turn's stream broke off");
    StreamEnd::Broken
}

async fn tell(session: &Session, heard: &mut Heard, told: Vec<Tell>) {
    for tell in told {
        if matches!(tell, Tell::Tool(_) | Tell::Question(_)) {
            // The message before it has ended.
            let cleaned = heard.words.end();
            tell_words(session, heard.turn, cleaned).await;
        }
        let update = match tell {
            Tell::Text(words) => {
                let cleaned = heard.words.hear(&words);
                tell_words(session, heard.turn, cleaned).await;
                continue;
            }
            Tell::Tool(name) => {
                heard.stages.works_with(&name);
                match heard.does(activity::of_tool(&name, session.language, &session.usual_wait)) {
                    Some(update) => update,
                    None => continue,
                }
            }
            Tell::Thinking => match heard.does(activity::thinking(session.language)) {
                Some(update) => update,
                None => continue,
            },
            Tell::Question(question) => {
                heard.asked = true;
                let Question { prompt, options, allow_multiple } = question;
                Update::TurnQuestion { turn: heard.turn, prompt, options, allow_multiple }
            }
            Tell::Apology(words) => {
                heard.apology = Some(words);
                continue;
            }
            Tell::Failed { code, message } => {
                heard.failure = Some(Failure { code, message });
                continue;
            }
        };
        session.tell(update).await;
    }
}

async fn tell_words(session: &Session, turn: TurnId, cleaned: Cleaned) {
    if !cleaned.text.is_empty() {
        session.tell(Update::TurnText(turn, cleaned.text)).await;
    }
    for offer in cleaned.offers {
        session.tell(Update::TurnOffer(turn, offer)).await;
    }
}

/// The stream is over, however it ended: words that were held back are told.
pub(super) async fn tell_rest(session: &Session, heard: &mut Heard) {
    let cleaned = heard.words.end();
    tell_words(session, heard.turn, cleaned).await;
    if let Some(original) = heard.words.original() {
        session.tell(Update::TurnOriginal(heard.turn, original.trim().to_owned())).await;
    }
}

impl Heard {
    /// What the agent does now, unless that was told already.
    fn does(&mut self, word: String) -> Option<Update> {
        if self.activity == word {
            return None;
        }
        self.activity.clone_from(&word);
        Some(Update::TurnActivity(self.turn, word))
    }
}

/// Whether an alarm ends the stream; the other one is said.
async fn wakes(session: &Session, turn: TurnId, alarm: &Alarm) -> bool {
    match alarm {
        Alarm::GiveUp => true,
        Alarm::StillWorking { so_far, quiet } => {
            let status = notices::still_working(session.language, *so_far, *quiet);
            session.tell(Update::TurnStatus(turn, status)).await;
            false
        }
    }
}

enum Alarm {
    StillWorking {
        so_far: Duration,
        /// How long there was not even a sign of life, where that is longer than it should be.
        quiet: Option<Duration>,
    },
    GiveUp,
}

/// The three clocks of a turn.
struct Clocks {
    began: Instant,
    patience: Duration,
    say_so_at: Instant,
    only_alive: Duration,
    alive_until: Instant,
    end: Instant,
    last_sign: Instant,
}

impl Clocks {
    fn new(timing: &Timing) -> Self {
        let began = Instant::now();
        let patience = timing.wait(timing.still_working).max(Duration::from_millis(1));
        let only_alive = timing.wait(timing.heartbeats_only);
        Self {
            began,
            patience,
            say_so_at: began + patience,
            only_alive,
            alive_until: began + only_alive,
            end: began + timing.wait(timing.turn_limit),
            last_sign: began,
        }
    }

    fn heard(&mut self, event: &Event) {
        let now = Instant::now();
        self.last_sign = now;
        match event {
            Event::Alive | Event::Unknown => return,
            Event::Text(..) | Event::Question(_) => self.say_so_at = now + self.patience,
            Event::Thought | Event::ToolCall(_) | Event::ToolResult(_) | Event::Failed { .. } => {}
        }
        self.alive_until = now + self.only_alive;
    }

    /// Waits for the next alarm.
    async fn ring(&mut self) -> Alarm {
        let give_up = self.alive_until.min(self.end);
        sleep_until(self.say_so_at.min(give_up)).await;
        if self.say_so_at >= give_up {
            return Alarm::GiveUp;
        }
        self.say_so_at += self.patience;
        let quiet = self.last_sign.elapsed();
        Alarm::StillWorking {
            so_far: self.began.elapsed(),
            quiet: (quiet >= self.patience).then_some(quiet),
        }
    }
}
