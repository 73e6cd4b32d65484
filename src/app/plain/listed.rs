//! What was listed last: what the numbers behind a word mean, and what is listed when it has come.
//!
//! A number keeps its meaning until the same kind of thing is listed again, whatever comes and goes
//! meanwhile.

use std::path::PathBuf;

use crate::draft::Millis;
use crate::link::{JobId, ListedSession};
use crate::store::FolderEntry;

use super::super::{Sieve, State, Whose};
use super::shelf::Removal;
use super::still::Wanted;
use super::{lists, marks};

/// The lists as last told.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Listed {
    pub(super) sessions: Vec<ListedSession>,
    pub(super) jobs: Vec<JobId>,
    /// When the markers stand.
    pub(super) markers: Option<Vec<Millis>>,
    /// The folder, and what can be taken of it.
    pub(super) folder: Option<(PathBuf, Vec<FolderEntry>)>,
    /// The session of which it was asked whether it is to be removed.
    pub(super) removal: Option<Removal>,
    /// Everyone's jobs are to be listed when they have come.
    pub(super) wants_jobs: bool,
    /// The drafts are to be listed when those of the store have come.
    pub(super) wants_drafts: bool,
    /// What the film will come to is to be told when that is known.
    pub(super) wants_estimate: bool,
    /// A track was named, which edits mean from then on.
    pub(super) has_track: bool,
    /// The frame that is to be saved when it has come.
    pub(super) wants_picture: Option<Wanted>,
}

impl Listed {
    /// What was asked for and has come.
    pub(super) fn news(&mut self, state: &mut State) -> Vec<String> {
        let mut lines = self.session_list(state);
        if self.wants_jobs && matches!(state.jobs.whose, Whose::Everyone(Some(_))) {
            self.wants_jobs = false;
            lines.extend(self.job_list(state));
        }
        if let Some(log) = state.job_log.take_if(|log| log.steps.is_some()) {
            lines.extend(lists::log(state, &log));
        }
        if self.wants_drafts && state.history.is_whole() {
            self.wants_drafts = false;
            lines.extend(lists::drafts(state));
        }
        lines.extend(self.folder_list(state));
        lines.extend(self.estimate(state));
        lines
    }

    fn session_list(&mut self, state: &mut State) -> Vec<String> {
        let told = state.sessions.take_if(|sessions| sessions.all.is_some());
        let Some(told) = told else { return Vec::new() };
        let all = told.all.as_deref().map_or(&[][..], Vec::as_slice);
        self.sessions = told.found.iter().filter_map(|place| all.get(*place)).cloned().collect();
        lists::sessions(state, &self.sessions, !told.query.is_empty())
    }

    /// The jobs that are listed now, numbered.
    pub(super) fn job_list(&mut self, state: &State) -> Vec<String> {
        let shown = state.jobs.shown();
        self.jobs = shown.iter().map(|shown| shown.job.id.clone()).collect();
        lists::jobs(state, &shown)
    }

    /// The job with a number. Before any were listed, numbers count the session's own.
    pub(super) fn job(&self, state: &State, number: usize) -> Option<JobId> {
        let place = number.checked_sub(1)?;
        let own = state.jobs.whose == Whose::Session && state.jobs.sieve == Sieve::All;
        let counted = || state.jobs.shown().get(place).map(|shown| shown.job.id.clone());
        self.jobs.get(place).cloned().or_else(|| own.then(counted).flatten())
    }

    /// The markers, numbered.
    pub(super) fn marker_list(&mut self, state: &State) -> Vec<String> {
        let markers = &state.timeline.marks.markers;
        self.markers = Some(markers.iter().map(|marker| marker.at).collect());
        marks::markers(state)
    }

    /// When the marker with a number stands. Before any were listed, numbers count them as they are.
    pub(super) fn marker(&self, state: &State, number: usize) -> Option<Millis> {
        let place = number.checked_sub(1)?;
        match &self.markers {
            Some(listed) => listed.get(place).copied(),
            None => state.timeline.marks.markers.get(place).map(|marker| marker.at),
        }
    }

    fn folder_list(&mut self, state: &mut State) -> Vec<String> {
        let Some(picker) = state.picker.take_if(|picker| picker.read.is_some()) else {
            return Vec::new();
        };
        match picker.read {
            Some(Ok(folder)) => {
                let taken = picker.found.iter().filter_map(|place| folder.entries.get(*place));
                let entries: Vec<FolderEntry> = taken.cloned().collect();
                let lines = lists::folder(state, &folder.path, &entries);
                self.folder = Some((folder.path, entries));
                lines
            }
            Some(Err(problem)) => vec![problem.line(state.language)],
            None => Vec::new(),
        }
    }
}
