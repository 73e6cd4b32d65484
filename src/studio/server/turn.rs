//! One turn: the session's film and a sentence in, an answer and a changed film out, as one step.
//!
//! Nobody is kept out while the agent thinks. If the film is another one by the time it is to be
//! written (another program, another sentence), the turn is taken again from that one, so no change
//! is ever written over.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::api::wire::MediaKind;
use crate::studio::agent::{self, Answer, History, Scene, Talk};
use crate::studio::library::{Error, Film, Library, Session};
use crate::studio::media::{Media, Subtitles};

/// More than that many changes during one turn are not a coincidence.
const TRIES: u32 = 20;

/// Why a turn was not taken. The film is as it was.
#[derive(Debug, thiserror::Error)]
pub(super) enum TurnError {
    /// The records failed.
    #[error(transparent)]
    Library(#[from] Error),
    /// The film changed again and again meanwhile.
    #[error("the film would not hold still")]
    Restless,
    /// Nobody waits for it any more.
    #[error("given up")]
    GivenUp,
    /// The agent gave up in a way it must not.
    #[error("the agent failed")]
    Agent(#[from] tokio::task::JoinError),
}

/// Takes a turn.
pub(super) async fn take(
    library: &Library,
    session: &Session,
    sentence: &str,
) -> Result<Answer, TurnError> {
    for _ in 0..TRIES {
        let film = library.film(&session.id).await?;
        let revision = film.revision;
        let scene = scene(library, session, film).await?;
        let sentence = sentence.to_owned();
        let thought = tokio::task::spawn_blocking(move || think(&sentence, scene)).await;
        let (answer, mut scene) = thought?;
        let talk = std::mem::take(&mut scene.talk);
        if !answer.changed || library.keep_film(&session.id, film_of(scene, revision)).await? {
            keep_talk(library, session, &talk).await;
            return Ok(answer);
        }
    }
    Err(TurnError::Restless)
}

/// The turn is taken whether or not the next one knows what it was about.
async fn keep_talk(library: &Library, session: &Session, talk: &Talk) {
    let written = serde_json::to_string(talk).unwrap_or_default();
    if let Err(error) = library.keep_talk(&session.id, written).await {
        tracing::warn!(%error, "what a turn was about was not kept");
    }
}

pub(super) async fn scene(
    library: &Library,
    session: &Session,
    film: Film,
) -> Result<Scene, Error> {
    let media = library.media(&session.id).await?;
    let media: Vec<Media> = media.into_iter().map(|kept| kept.media).collect();
    let subtitles = subtitles(&media).await;
    let talk = library.talk(&session.id).await?;
    Ok(Scene {
        draft: film.draft.unwrap_or_default(),
        history: History { past: film.past, future: film.future, left: film.left },
        media,
        subtitles,
        language: session.language,
        talk: serde_json::from_str(&talk).unwrap_or_default(),
    })
}

/// What the session's files of subtitles say. One that cannot be read says nothing.
async fn subtitles(media: &[Media]) -> HashMap<String, Subtitles> {
    let of_kind = media.iter().filter(|media| media.kind == MediaKind::Subtitles);
    let files: Vec<_> = of_kind.map(|media| (media.name.clone(), media.path.clone())).collect();
    if files.is_empty() {
        return HashMap::new();
    }
    let read = move || {
        let open = |(name, path): (String, PathBuf)| Some((name, Subtitles::open(&path).ok()?));
        files.into_iter().filter_map(open).collect()
    };
    tokio::task::spawn_blocking(read).await.unwrap_or_default()
}

fn think(sentence: &str, mut scene: Scene) -> (Answer, Scene) {
    let answer = agent::take_turn(sentence, &mut scene);
    (answer, scene)
}

pub(super) fn film_of(scene: Scene, revision: i64) -> Film {
    let History { past, future, left } = scene.history;
    Film { revision, draft: Some(scene.draft), past, future, left }
}
