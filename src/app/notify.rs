//! Telling somebody who looks elsewhere that long work has ended.

use crate::link::{JobKind, JobState, JobView, Update};
use crate::ui::words::manners;

use super::{Effect, State};

/// Work that took less than this is not worth a call, in milliseconds.
const LONG: i64 = 10_000;

/// What an update ends, if it is long work and the window has no focus. To be asked before the update
/// is taken.
pub(super) fn about(state: &State, update: &Update) -> Option<Effect> {
    if !state.unfocused {
        return None;
    }
    let words = match update {
        Update::Job(job) => about_job(state, job)?,
        Update::TurnEnded(id, _) => {
            let turn = state.chat.turn.as_ref().filter(|turn| turn.id == *id)?;
            let took = state.now.steady.saturating_sub(turn.since).as_millis();
            if took < LONG.unsigned_abs().into() {
                return None;
            }
            manners::of(state.language).answered.to_owned()
        }
        _ => return None,
    };
    Some(Effect::Notify(words))
}

fn about_job(state: &State, job: &JobView) -> Option<String> {
    let before = state.jobs.list.iter().find(|known| known.id == job.id)?;
    let long = state.now.wall - job.started_at >= LONG;
    if before.state.is_over() || !long {
        return None;
    }
    let words = manners::of(state.language);
    let what = match (&job.state, job.kind) {
        (JobState::Done, JobKind::Render) => words.exported,
        (JobState::Done, JobKind::Upload) => words.uploaded,
        (JobState::Failed(_), JobKind::Render) => words.not_exported,
        (JobState::Failed(_), JobKind::Upload) => words.not_uploaded,
        _ => return None,
    };
    Some(format!("{what}: {}", job.label))
}
