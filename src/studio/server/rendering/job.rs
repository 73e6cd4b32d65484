//! One render, from its record to its end.

use std::path::PathBuf;
use std::time::Duration;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::words;
use crate::api::wire::render::RenderEstimate;
use crate::draft::{Draft, wire};
use crate::language::Language;
use crate::studio::library::{Claimed, Error, Folders, Library, Noted, Outcome, SessionId};
use crate::studio::render::{self, Estimate, Machine, Order, Rendered, Told};
use crate::studio::server::clearing::interrupted;
use crate::studio::server::paths::file_name;

/// Between two notes of how far a render is, and two looks whether it is still wanted.
const NOTED_EVERY: Duration = Duration::from_millis(500);

/// One render at work.
pub(super) struct Job {
    pub(super) library: Library,
    pub(super) scratch: PathBuf,
    pub(super) machine: Machine,
    pub(super) claimed: Claimed,
    /// Ends this render.
    pub(super) cancel: CancellationToken,
    /// Ends the studio, and with it this render.
    pub(super) stopping: CancellationToken,
}

impl Job {
    /// Renders, and notes the end.
    pub(super) async fn run(self, tasks: TaskTracker) {
        let outcome = match self.render(&tasks).await {
            Ok(outcome) => outcome,
            Err(error) => Outcome::Failed { error: error.problem().line(self.claimed.language) },
        };
        if let Err(error) = self.library.end_render(&self.claimed.id, outcome).await {
            tracing::error!(error = &error as &dyn std::error::Error, "an end was not noted");
        }
    }

    async fn render(&self, tasks: &TaskTracker) -> Result<Outcome, Error> {
        let order = self.order().await?;
        let (told, progress) = watch::channel(Told::default());
        let work = tasks.spawn(render::render(order, told, self.cancel.clone()));
        let watching = self.note_progress(progress);
        tokio::pin!(work);
        let ended = tokio::select! {
            ended = &mut work => ended,
            () = watching => work.await,
        };
        Ok(match ended {
            Ok(ended) => self.outcome(ended),
            Err(_) => Outcome::Failed { error: words::mistake(self.claimed.language) },
        })
    }

    async fn order(&self) -> Result<Order, Error> {
        let media = self.library.media(&self.claimed.session).await?;
        let (text, session) = (self.claimed.draft.clone(), self.claimed.session.clone());
        let read = tokio::task::spawn_blocking(move || film(&text, &session)).await;
        let folders = self.library.folders();
        Ok(Order {
            draft: read.unwrap_or_default(),
            media: media.into_iter().map(|kept| kept.media).collect(),
            output: folders.resolve(&Folders::output(&self.claimed.id)),
            scratch: self.scratch.clone(),
            form: self.claimed.form,
            quality: self.claimed.quality,
            wish: self.claimed.wish,
            language: self.claimed.language,
            machine: self.machine,
        })
    }

    /// Runs until the render is called off, by whoever shares the records.
    async fn note_progress(&self, progress: watch::Receiver<Told>) {
        let mut clock = tokio::time::interval(NOTED_EVERY);
        clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            clock.tick().await;
            let reached = noted(&progress.borrow(), self.claimed.language);
            match self.library.note_progress(&self.claimed.id, reached).await {
                Ok(true) => return self.cancel.cancel(),
                Ok(false) => {}
                // The film matters more than the note.
                Err(error) => tracing::warn!(%error, "progress was not noted"),
            }
        }
    }

    fn outcome(&self, ended: Result<Rendered, render::Error>) -> Outcome {
        let language = self.claimed.language;
        match ended {
            Ok(rendered) => Outcome::Completed {
                duration: rendered.duration,
                bytes: rendered.bytes,
                warnings: rendered.warnings.iter().map(|warning| warning.line(language)).collect(),
            },
            Err(render::Error::Cancelled) if self.stopping.is_cancelled() => {
                Outcome::Interrupted { error: interrupted(language) }
            }
            Err(render::Error::Cancelled) => Outcome::Cancelled,
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a render failed");
                let folder = self.library.folders().renders();
                Outcome::Failed { error: words::failure(&error, &folder, language) }
            }
        }
    }
}

fn noted(told: &Told, language: Language) -> Noted {
    let warnings = told.warnings.iter().map(|warning| warning.line(language)).collect();
    let estimate = told.estimate.map(on_the_wire);
    Noted { part: told.part, stage: told.stage.name(), warnings, estimate }
}

pub(super) fn on_the_wire(Estimate { bytes, millis }: Estimate) -> RenderEstimate {
    RenderEstimate { bytes: [bytes.least, bytes.most], millis: [millis.least, millis.most] }
}

/// The film of a record, its sources named as the session names them. What is no film has nothing
/// on its timeline, and the renderer says so.
pub(super) fn film(text: &str, session: &SessionId) -> Draft {
    let decoded = serde_json::from_str(text).ok().and_then(|value| wire::decode(&value).ok());
    let mut draft = decoded.unwrap_or_default();
    let segments = draft.tracks.iter_mut().flat_map(|track| &mut track.segments);
    for source in segments.filter_map(|segment| segment.source.as_mut()) {
        if let Some(name) = file_name(session, source) {
            *source = name;
        }
    }
    draft
}
