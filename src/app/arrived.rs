//! Files that have arrived, in one quiet line of the chat once none is under way any more.

use crate::link::{JobKind, JobState, JobView};
use crate::ui::{format, words};

use super::{Effect, State, chat};

/// Uploads that have ended well and are not told yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Arrived {
    names: Vec<String>,
    bytes: u64,
    /// The line that told the last ones.
    line: Option<String>,
}

impl Arrived {
    /// Whether a line of the chat tells what came; plain lines have told each file by itself.
    pub(super) fn is_told_by(&self, line: &str) -> bool {
        self.line.as_deref() == Some(line)
    }
}

/// A job has ended.
pub(super) fn ended(state: &mut State, job: &JobView) -> Vec<Effect> {
    if job.kind != JobKind::Upload {
        return Vec::new();
    }
    if job.state == JobState::Done {
        let arrived = &mut state.jobs.arrived;
        arrived.names.push(job.label.clone());
        arrived.bytes += job.bytes.or(job.total).unwrap_or(job.done);
    }
    let goes_on = state.jobs.running().any(|job| job.kind == JobKind::Upload);
    if goes_on || state.jobs.arrived.names.is_empty() {
        return Vec::new();
    }
    // Told as they were given; small ones have come before large ones.
    let given = |name: &String| state.jobs.list.iter().position(|job| job.label == *name);
    let mut names = state.jobs.arrived.names.clone();
    names.sort_by_key(given);
    let mut line = words::jobs::arrived(state.language, &names);
    if state.jobs.arrived.bytes > 0 {
        let between = words::of(state.language).between;
        line.push_str(&format!(" {between} {}", format::bytes(state.jobs.arrived.bytes)));
    }
    state.jobs.arrived = Arrived { line: Some(line.clone()), ..Arrived::default() };
    chat::tell(state, line)
}
