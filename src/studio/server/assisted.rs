//! A turn with the user's model, where there is one; where it fails, the built-in understanding takes it.
//!
//! Sentences that say an edit exactly never go to the model: keys make them, and there is nothing in them to
//! understand. A turn that nobody listens to any more is given up with the film as it was. If the film
//! is another one when the model is done, nothing is written: its calls were made for the film that
//! it saw.

use tokio::sync::mpsc;

use super::Context;
use super::turn::{self, TurnError};
use crate::api::wire::chat::SimpleEvent;
use crate::language::Language;
use crate::language::edit::Edit;
use crate::studio::agent::{Answer, Attempt};
use crate::studio::library::Session;
use crate::studio::model::{Endpoint, Failure, Limits, Voice, converse};

/// Takes a turn; what a model says is told as it comes.
pub(super) async fn take(
    context: &Context,
    session: &Session,
    sentence: &str,
    events: &mpsc::Sender<SimpleEvent>,
) -> Result<Answer, TurnError> {
    match &context.model {
        Some(model) if Edit::read(sentence).is_none() => {
            with_model(context, model, session, sentence, events).await
        }
        _ => turn::take(&context.library, session, sentence).await,
    }
}

async fn with_model(
    context: &Context,
    model: &Endpoint,
    session: &Session,
    sentence: &str,
    events: &mpsc::Sender<SimpleEvent>,
) -> Result<Answer, TurnError> {
    let language = Language::of_sentence(sentence).unwrap_or(session.language);
    let film = context.library.film(&session.id).await?;
    let revision = film.revision;
    let scene = turn::scene(&context.library, session, film).await?;
    let mut voice = Voice::new(events.clone());
    let talked = tokio::select! {
        biased;
        () = events.closed() => return Err(TurnError::GivenUp),
        () = context.stopping.cancelled() => return Err(TurnError::GivenUp),
        talked = converse(model, Limits::default(), sentence, scene, &mut voice) => talked,
    };
    let mut answer = match talked {
        Ok(attempt) => keep(context, session, attempt, revision, language).await?,
        Err(failure) => instead(context, session, sentence, &failure, language).await?,
    };
    if voice.has_spoken() {
        answer.text.insert_str(0, "\n\n");
    }
    Ok(answer)
}

async fn keep(
    context: &Context,
    session: &Session,
    attempt: Attempt,
    revision: i64,
    language: Language,
) -> Result<Answer, TurnError> {
    let (answer, scene) = attempt.finish(language);
    let film = turn::film_of(scene, revision);
    if answer.changed && !context.library.keep_film(&session.id, film).await? {
        return Err(TurnError::Restless);
    }
    Ok(answer)
}

/// The built-in understanding, and why it was needed.
async fn instead(
    context: &Context,
    session: &Session,
    sentence: &str,
    failure: &Failure,
    language: Language,
) -> Result<Answer, TurnError> {
    tracing::warn!(%failure, "the model did not answer");
    let mut answer = turn::take(&context.library, session, sentence).await?;
    answer.text.insert_str(0, &format!("{}\n\n", failure.told(language)));
    Ok(answer)
}
