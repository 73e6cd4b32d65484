//! How far the uploads and exports are, in one number: for the window's title and its bar.
//!
//! All that has run since nothing ran counts alike, so that the number does not fall back when one of
//! several ends. A failure stays until a person does something, or until work begins again.

use crate::link::{JobId, JobState, JobView, Update};
use crate::terminal::{Progress, ProgressBar};

use super::{Effect, Msg, State};

/// What is told of the progress.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ProgressState {
    /// What has run since nothing ran.
    together: Vec<JobId>,
    /// Something failed, and nobody has done anything since.
    failed: bool,
    /// How far it is.
    now: Progress,
    /// What the terminal was told last.
    told: Progress,
}

/// What a message means for a failure that is shown. To be asked before the message is taken.
pub(super) fn hear(state: &mut State, msg: &Msg) {
    match msg {
        Msg::Key(_) | Msg::Mouse(_) | Msg::Paste(_) => state.progress.failed = false,
        Msg::Link(Update::Job(job)) => {
            let before = state.jobs.list.iter().find(|known| known.id == job.id);
            let ran = before.is_some_and(|before| !before.state.is_over());
            match job.state {
                JobState::Failed(_) if ran => state.progress.failed = true,
                _ if !ran && !job.state.is_over() => state.progress.failed = false,
                _ => {}
            }
        }
        _ => {}
    }
}

/// Counts anew, and tells the terminal what is new, if it shows progress.
pub(super) fn tell(state: &mut State) -> Option<Effect> {
    state.progress.now = count(state);
    let progress = &mut state.progress;
    if state.look.progress == ProgressBar::Off || progress.told == progress.now {
        return None;
    }
    progress.told = progress.now;
    Some(Effect::Progress(progress.now))
}

/// The percent for the title, while something runs.
pub(super) fn percent(state: &State) -> Option<u8> {
    match state.progress.now {
        Progress::Percent(percent) => Some(percent),
        Progress::Failed(percent) if state.jobs.any_running() => Some(percent),
        _ => None,
    }
}

fn count(state: &mut State) -> Progress {
    let (jobs, progress) = (&state.jobs, &mut state.progress);
    if !jobs.any_running() {
        progress.together.clear();
        return match (progress.failed, progress.now) {
            (false, _) => Progress::None,
            (true, Progress::Percent(percent) | Progress::Failed(percent)) => {
                Progress::Failed(percent)
            }
            (true, _) => Progress::Failed(100),
        };
    }
    for job in jobs.running() {
        if !progress.together.contains(&job.id) {
            progress.together.push(job.id.clone());
        }
    }
    let together = jobs.list.iter().filter(|job| progress.together.contains(&job.id));
    let shares: Vec<u64> = together.filter_map(share).collect();
    let sum: u64 = shares.iter().sum();
    let mean = u64::try_from(shares.len()).ok().and_then(|count| sum.checked_div(count));
    match mean.and_then(|mean| u8::try_from(mean).ok()) {
        Some(percent) if progress.failed => Progress::Failed(percent),
        Some(percent) => Progress::Percent(percent),
        None if progress.failed => Progress::Failed(100),
        None => Progress::Unmeasured,
    }
}

/// How much of a job is done, in percent; none where that is not known or where it ended otherwise.
fn share(job: &JobView) -> Option<u64> {
    match job.state {
        JobState::Done => return Some(100),
        JobState::Failed(_) | JobState::Cancelled | JobState::Interrupted => return None,
        JobState::Queued | JobState::Running | JobState::Downloading => {}
    }
    let total = job.total.filter(|total| *total > 0)?;
    u64::try_from(u128::from(job.done.min(total)) * 100 / u128::from(total)).ok()
}
