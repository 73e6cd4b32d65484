//! The conversation: a sentence comes in, the turn's events stream out, in the simple dialect.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use axum::extract::State;
use axum::response::sse::{Event, Sse};
use futures_util::Stream;
use futures_util::stream;
use serde_json::json;
use tokio::sync::mpsc;

use super::pieces::pieces;
use super::refusal::Refusal;
use super::turn::TurnError;
use super::{Context, assisted, request};
use crate::api::wire::chat::{RunRequest, SimpleEvent};
use crate::language::Language;
use crate::studio::agent::{Answer, Choices};
use crate::studio::library::Session;

/// A sentence, or a long paragraph that somebody pasted.
const BODY: usize = 1 << 20;
/// Between signs of life.
const QUIET: Duration = Duration::from_secs(10);
/// A turn has about a dozen events; whoever reads slower holds the turn up, not the memory.
const EVENTS: usize = 16;
/// What the agent's work is called.
const WORK: &str = "edit_timeline";
/// What a question is called.
const ASK: &str = "ask_question";

/// Begins a turn. It is finished even if nobody listens to the end.
pub(super) async fn run(
    State(context): State<Context>,
    body: Body,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refusal> {
    let asked: RunRequest = request::json(body, BODY).await?;
    let sentence = sentence(&asked)?;
    let session = context.library.session(&asked.session_id).await?;
    let session = session.ok_or_else(|| Refusal::no_session(&asked.session_id))?;
    let (events, heard) = mpsc::channel(EVENTS);
    let turn = tell(context.clone(), session, sentence, Listener(events));
    context.tasks.spawn(turn);
    Ok(Sse::new(stream::unfold(heard, next)))
}

fn sentence(asked: &RunRequest) -> Result<String, Refusal> {
    let parts: Vec<&str> = asked.new_message.parts.iter().map(|part| part.text.trim()).collect();
    let sentence = parts.join("\n").trim().to_owned();
    if sentence.is_empty() {
        return Err(Refusal::bad_request("The message is empty.", "消息是空的。"));
    }
    Ok(sentence)
}

async fn next(
    mut heard: mpsc::Receiver<SimpleEvent>,
) -> Option<(Result<Event, Infallible>, mpsc::Receiver<SimpleEvent>)> {
    let event = heard.recv().await?;
    Some((Ok(Event::default().data(event.to_json().to_string())), heard))
}

/// Whoever hears the turn, as long as somebody does.
struct Listener(mpsc::Sender<SimpleEvent>);

impl Listener {
    async fn tell(&self, event: SimpleEvent) {
        // Someone who went away loses the words; the film and the turn do not.
        let _ = self.0.send(event).await;
    }
}

async fn tell(context: Context, session: Session, sentence: String, listener: Listener) {
    let args = json!({"request": sentence});
    listener.tell(SimpleEvent::ToolCall { name: WORK.to_owned(), args }).await;
    let taken = assisted::take(&context, &session, &sentence, &listener.0);
    let taken = alive(taken, &listener).await;
    let result = json!({"changed": taken.as_ref().is_ok_and(|answer| answer.changed)});
    listener.tell(SimpleEvent::ToolResult { name: WORK.to_owned(), result }).await;
    let language = Language::of_sentence(&sentence).unwrap_or(session.language);
    for event in said(taken, language) {
        listener.tell(event).await;
    }
}

/// Waits for the work, with a sign of life whenever it has been quiet for long.
async fn alive<T>(work: impl Future<Output = T>, listener: &Listener) -> T {
    tokio::pin!(work);
    loop {
        match tokio::time::timeout(QUIET, &mut work).await {
            Ok(done) => return done,
            Err(_) => listener.tell(SimpleEvent::Heartbeat).await,
        }
    }
}

fn said(taken: Result<Answer, TurnError>, language: Language) -> Vec<SimpleEvent> {
    match taken {
        Ok(Answer { choices: Some(choices), .. }) => vec![asked(&choices)],
        Ok(answer) => {
            pieces(&answer.text).into_iter().map(|piece| SimpleEvent::Text(piece.into())).collect()
        }
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a turn failed");
            vec![SimpleEvent::Error(sentence_of(&error, language))]
        }
    }
}

/// The one tool call that reaches the person: a question with choices, of which one is the next message.
fn asked(choices: &Choices) -> SimpleEvent {
    let option =
        |(place, label): (usize, &String)| json!({"id": place.to_string(), "label": label});
    let options: Vec<_> = choices.options.iter().enumerate().map(option).collect();
    let question = json!({"id": "which", "prompt": choices.prompt, "options": options});
    SimpleEvent::ToolCall { name: ASK.to_owned(), args: json!({"questions": [question]}) }
}

fn sentence_of(error: &TurnError, language: Language) -> String {
    match (error, language) {
        (TurnError::Library(error), _) => error.problem().line(language),
        (_, Language::English) => {
            "The edit could not be made and nothing was changed; say it again.".to_owned()
        }
        (_, Language::Chinese) => "这次编辑未能完成，没有任何改动，请再说一遍。".to_owned(),
    }
}
