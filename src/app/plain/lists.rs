//! What is told when it is asked for: files, the timeline, jobs, sessions, help.

use jiff::tz::TimeZone;

use crate::draft::{self, Segment};
use crate::language::Language;
use crate::link::{JobKind, JobState, JobView, SessionSummary};
use crate::ui::format;
use crate::ui::words::{self, plain};

use super::super::State;
use super::super::actions;

/// Actions of the table that mean something without a screen.
pub(super) const ACTIONS: &[&str] =
    &["app.export", "app.stop", "app.go-on", "app.copy-link", "app.quit"];

pub(super) fn help(language: Language) -> Vec<String> {
    let words = plain::of(language);
    let commands = words.commands.iter().map(|(what, does)| format!("{what}: {does}"));
    let named = ACTIONS.iter().filter_map(|id| actions::by_id(id));
    let named = named.map(|row| format!("{}: {}", row.id, row.help.within(language)));
    commands.chain([words.actions.to_owned()]).chain(named).collect()
}

pub(super) fn files(state: &State) -> Vec<String> {
    let items = &state.media.items;
    if items.is_empty() {
        return vec![words::of(state.language).empty_media.to_owned()];
    }
    let head = words::files(state.language, items.len());
    let rows = items.iter().enumerate().map(|(place, item)| {
        let seconds = item.duration.map(draft::Millis::from_secs_rounded);
        let size = item.width.zip(item.height).map(|(width, height)| format!("{width}×{height}"));
        let more = [
            Some(item.file_type.clone()),
            seconds.map(|time| format::length(state.language, time)),
            size,
            item.size.map(format::bytes),
        ];
        let more: Vec<String> = more.into_iter().flatten().collect();
        format!("{}. {}, {}", place + 1, item.filename, more.join(", "))
    });
    [head].into_iter().chain(rows).collect()
}

/// The timeline, a line for each track and each piece.
pub(super) fn tracks(state: &State) -> Vec<String> {
    let words = words::of(state.language);
    let Some(draft) = state.timeline.draft().filter(|draft| draft.is_ready()) else {
        return vec![words.empty_timeline.to_owned()];
    };
    let length = format::length(state.language, draft.duration());
    let mut lines = vec![format!("{}, {length}", words.timeline)];
    for (index, track) in draft.tracks.iter().enumerate() {
        let pieces = words::clips(state.language, track.segments.len());
        lines.push(format!("{}, {pieces}", draft.track_label(index)));
        lines.extend(
            track
                .segments
                .iter()
                .enumerate()
                .map(|(place, segment)| piece(state.language, place, segment)),
        );
    }
    lines
}

fn piece(language: Language, place: usize, segment: &Segment) -> String {
    let label = draft::segment_label(segment);
    let range = format::range(language, segment.start, segment.end());
    let volume = segment.volume.map(|volume| format!(", {:.0} %", volume * 100.0));
    format!("  {}. {label}, {range}{}", place + 1, volume.unwrap_or_default())
}

pub(super) fn jobs(state: &State) -> Vec<String> {
    let list = &state.jobs.list;
    if list.is_empty() {
        return vec![words::of(state.language).empty_jobs.to_owned()];
    }
    let rows = list.iter().enumerate().map(|(place, one)| {
        let path = one.path.as_ref().filter(|_| one.kind == JobKind::Render);
        let path = path.map(|path| format!(", {}", format::path(path, state.home.as_deref())));
        format!("{}. {}{}", place + 1, job(state.language, one), path.unwrap_or_default())
    });
    rows.collect()
}

/// A job in a line: what, which, how far.
pub(super) fn job(language: Language, job: &JobView) -> String {
    let words = words::of(language);
    let kind = match job.kind {
        JobKind::Upload => words.job_upload,
        JobKind::Render => words.job_render,
    };
    let stands = match (&job.state, percent(job)) {
        (JobState::Running, Some(percent)) => format!("{percent} %"),
        (JobState::Running, None) => words.state_running.to_owned(),
        (JobState::Queued, _) => words.state_queued.to_owned(),
        (JobState::Downloading, _) => words.state_fetching.to_owned(),
        (JobState::Done, _) => words.state_done.to_owned(),
        (JobState::Failed(problem), _) => {
            format!("{}: {}", words.state_failed, problem.line(language))
        }
        (JobState::Cancelled, _) => words.state_cancelled.to_owned(),
        (JobState::Interrupted, _) => words.state_interrupted.to_owned(),
    };
    format!("{kind} {}: {stands}", job.label)
}

pub(super) fn percent(job: &JobView) -> Option<u64> {
    let total = job.total.filter(|total| *total > 0)?;
    Some(u64::try_from(u128::from(job.done.min(total)) * 100 / u128::from(total)).unwrap_or(100))
}

pub(super) fn sessions(
    language: Language,
    zone: &TimeZone,
    sessions: &[SessionSummary],
) -> Vec<String> {
    let words = plain::of(language);
    if sessions.is_empty() {
        return vec![words.no_sessions.to_owned()];
    }
    let rows = sessions.iter().enumerate().map(|(place, session)| {
        let length = format::length(language, draft::Millis(session.duration_ms));
        let files = words::files(language, session.media_count);
        let at = format::time_of_day(session.used_at, zone);
        format!("{}. {}, {length}, {files}, {}, {at}", place + 1, session.title, session.backend)
    });
    rows.chain([words.sessions_how.to_owned()]).collect()
}
