//! What is told when it is asked for: files, the timeline, drafts, jobs, sessions, folders.

use std::path::Path;

use crate::draft::{Kind, Millis, Segment, Track};
use crate::language::{Language, piece_name, unusual};
use crate::link::{JobKind, JobState, JobView, ListedSession};
use crate::store::{EntryKind, FolderEntry};
use crate::ui::words::{self, plain};
use crate::ui::{format, job_log_text};

use super::super::media_filter::fitting;
use super::super::sessions::is_current;
use super::super::{Body, Comparison, JobLogState, ShownJob, State, history};

/// The session's files that fit some letters; all of them without any. Their numbers stay.
pub(super) fn files(state: &State, letters: &str) -> Vec<String> {
    let items = &state.media.items;
    if items.is_empty() {
        return vec![words::of(state.language).empty_media.to_owned()];
    }
    let found = fitting(items, letters);
    let head = if letters.is_empty() {
        words::files(state.language, items.len())
    } else {
        words::media::some_of(state.language, found.len(), items.len())
    };
    let rows = found.into_iter().filter_map(|place| {
        let item = items.get(place)?;
        let seconds = item.duration.map(Millis::from_secs_rounded);
        let size = item.width.zip(item.height).map(|(width, height)| format!("{width}×{height}"));
        let more = [
            Some(kind(state.language, &item.file_type).to_owned()),
            seconds.map(|time| format::length(state.language, time)),
            size,
            item.size.map(format::bytes),
            Some(words::media::uses(state.language, state.media.uses(&item.filename))),
        ];
        let more: Vec<String> = more.into_iter().flatten().collect();
        let comma = plain::of(state.language).comma;
        Some(format!("{}. {}{comma}{}", place + 1, item.filename, more.join(comma)))
    });
    [head].into_iter().chain(rows).collect()
}

/// What kind of file, by its name on the wire.
fn kind(language: Language, name: &str) -> &str {
    let words = words::of(language);
    match (language, name) {
        (Language::English, _) => name,
        (Language::Chinese, "image") => words.kind_image,
        (Language::Chinese, "video") => words.kind_video,
        (Language::Chinese, "audio") => words.kind_audio,
        (Language::Chinese, other) => other,
    }
}

/// The timeline, a line for each track and each piece.
pub(super) fn tracks(state: &State) -> Vec<String> {
    let words = words::of(state.language);
    let Some(draft) = state.timeline.draft().filter(|draft| draft.is_ready()) else {
        return vec![words.empty_timeline.to_owned()];
    };
    let length = format::length(state.language, draft.duration());
    let comma = plain::of(state.language).comma;
    let mut lines = vec![format!("{}{comma}{length}", words.timeline)];
    for (index, track) in draft.tracks.iter().enumerate() {
        let pieces = words::clips(state.language, track.segments.len());
        let volume = track.volume.map(|volume| format!("{comma}{:.0} %", volume * 100.0));
        let label = draft.track_label(index);
        lines.push(format!("{label}{comma}{pieces}{}", volume.unwrap_or_default()));
        lines.extend(pieces_of(state.language, track));
    }
    lines
}

/// The pieces in the order in which they are numbered, and where nothing lies between pictures or sounds.
fn pieces_of(language: Language, track: &Track) -> Vec<String> {
    let mut pieces: Vec<&Segment> = track.segments.iter().collect();
    pieces.sort_by_key(|piece| piece.start);
    let (mut lines, mut end) = (Vec::new(), Millis::ZERO);
    for (place, segment) in pieces.into_iter().enumerate() {
        let has_gaps =
            matches!(track.kind, Kind::Video) || (track.kind == Kind::Audio && place > 0);
        if has_gaps && segment.start > end {
            lines.push(format!(
                "  {}",
                plain::gap(language, &format::range(language, end, segment.start))
            ));
        }
        lines.push(piece(language, place, segment));
        end = end.max(segment.end());
    }
    lines
}

fn piece(language: Language, place: usize, segment: &Segment) -> String {
    let label = piece_name(segment, language);
    let range = format::range(language, segment.start, segment.end());
    let facts: Vec<String> = [label, range].into_iter().chain(unusual(segment, language)).collect();
    format!("  {}. {}", place + 1, facts.join(plain::of(language).comma))
}

pub(super) fn jobs(state: &State, shown: &[ShownJob<'_>]) -> Vec<String> {
    if shown.is_empty() {
        return vec![words::of(state.language).empty_jobs.to_owned()];
    }
    let rows = shown.iter().enumerate().map(|(place, ShownJob { job: one, elsewhere })| {
        let path = one.path.as_ref().filter(|_| one.kind == JobKind::Render);
        let comma = plain::of(state.language).comma;
        let path = path.map(|path| format!("{comma}{}", format::path(path, state.home.as_deref())));
        let session = elsewhere.map(|listed| {
            let name = called(state, &listed.title);
            format!("{comma}{}", words::jobs::in_session(state.language, name))
        });
        let more = format!("{}{}", path.unwrap_or_default(), session.unwrap_or_default());
        format!("{}. {}{more}", place + 1, job(state.language, one))
    });
    rows.chain([plain::of(state.language).jobs_how.to_owned()]).collect()
}

/// What happened to a job, oldest first.
pub(super) fn log(state: &State, log: &JobLogState) -> Vec<String> {
    let words = words::jobs::of(state.language);
    let lines = job_log_text(state, log);
    if lines.is_empty() {
        return vec![words.no_log.to_owned()];
    }
    let comma = plain::of(state.language).comma;
    [format!("{}{comma}{}", words.log, log.label)].into_iter().chain(lines).collect()
}

/// A job in a line: what, which, how far.
pub(super) fn job(language: Language, job: &JobView) -> String {
    let colon = plain::of(language).colon;
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
            format!("{}{colon}{}", words.state_failed, problem.line(language))
        }
        (JobState::Cancelled, _) => words.state_cancelled.to_owned(),
        (JobState::Interrupted, _) => words.state_interrupted.to_owned(),
    };
    format!("{kind} {}{colon}{stands}", job.label)
}

pub(super) fn percent(job: &JobView) -> Option<u64> {
    let total = job.total.filter(|total| *total > 0)?;
    Some(u64::try_from(u128::from(job.done.min(total)) * 100 / u128::from(total)).unwrap_or(100))
}

/// The sessions, or those of them that were looked for.
pub(super) fn sessions(state: &State, sessions: &[ListedSession], looked: bool) -> Vec<String> {
    let (language, words) = (state.language, plain::of(state.language));
    if sessions.is_empty() {
        let none = words::sessions::of(language).none_fits;
        return vec![if looked { none } else { words.no_sessions }.to_owned()];
    }
    let rows = sessions.iter().enumerate().map(|(place, listed)| {
        let session = &listed.summary;
        let used = words::sessions::used(language, is_current(state, session), listed.used);
        let facts = [
            format::length(language, Millis(session.duration_ms)),
            words::files(language, session.media_count),
            words::choosing::name(language, &session.backend).to_owned(),
            used.to_owned(),
            format::day(state, session.used_at),
        ];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let comma = words.comma;
        format!("{}. {}{comma}{}", place + 1, called(state, &session.title), facts.join(comma))
    });
    rows.chain([words.sessions_how.to_owned()]).collect()
}

/// A session that has files alone has no name yet.
pub(super) fn called<'a>(state: &State, title: &'a str) -> &'a str {
    if title.trim().is_empty() { words::sessions::of(state.language).untitled } else { title }
}

/// What a folder of the disk holds that can be gone into or added.
pub(super) fn folder(state: &State, path: &Path, entries: &[FolderEntry]) -> Vec<String> {
    let words = plain::of(state.language);
    let (head, comma) = (format::path(path, state.home.as_deref()), words.comma);
    let rows = entries.iter().enumerate().map(|(place, entry)| {
        let (number, name) = (place + 1, entry.name.to_string_lossy());
        match entry.kind {
            EntryKind::Folder => format!("{number}. {name}/"),
            EntryKind::Media(kind) => {
                let (kind, bytes) =
                    (self::kind(state.language, kind.name()), format::bytes(entry.bytes));
                format!("{number}. {name}{comma}{kind}{comma}{bytes}")
            }
            EntryKind::Other => format!("{number}. {name}"),
        }
    });
    [head].into_iter().chain(rows).chain([words.folder_how.to_owned()]).collect()
}

/// The drafts, the film as it is now last.
pub(super) fn drafts(state: &State) -> Vec<String> {
    let (language, words) = (state.language, plain::of(state.language));
    let rows: Vec<String> = state
        .history
        .numbered()
        .map(|(number, draft)| {
            let clips = words::clips(language, draft.segments().count());
            let length = format::length(language, draft.duration());
            let what = what_came(state, number, draft.segments().count());
            let what = what.map(|what| format!("{}{what}", words.comma)).unwrap_or_default();
            format!("{number}. {length}{}{clips}{what}", words.comma)
        })
        .collect();
    if rows.is_empty() {
        return vec![words::of(language).empty_timeline.to_owned()];
    }
    rows.into_iter().chain([words.drafts_how.to_owned()]).collect()
}

/// More pieces in all drafts together would take a while to compare.
const MOST_COMPARED: usize = 100_000;

/// The first thing that differs from the draft before, and how many more do.
fn what_came(state: &State, number: usize, pieces: usize) -> Option<String> {
    if pieces * state.history.numbered().count() > MOST_COMPARED {
        return None;
    }
    let found = history::compared(state, number.checked_sub(1)?, number)?;
    let first = found.lines.first()?;
    let more = plain::and_more(state.language, found.lines.len() - 1);
    Some(format!("{}{more}", plain::change(state.language, first)))
}

/// What differs between two drafts.
pub(super) fn comparison(state: &State, found: &Comparison) -> Vec<String> {
    let head = words::editing::compared(state.language, found.from, found.to);
    if found.lines.is_empty() {
        return vec![head, words::editing::of(state.language).no_difference.to_owned()];
    }
    let line = |change| plain::change(state.language, change);
    [head].into_iter().chain(found.lines.iter().map(line)).collect()
}

/// Messages of the conversation with who said them, and when.
pub(super) fn messages(state: &State, places: impl IntoIterator<Item = usize>) -> Vec<String> {
    let words = plain::of(state.language);
    let colon = words.colon;
    let entries = places.into_iter().filter_map(|place| state.chat.entries.get(place));
    let mut lines = Vec::new();
    for entry in entries {
        let at = format::day(state, entry.at);
        match &entry.body {
            Body::User(text) => lines.push(format!("{} {at}{colon}{text}", words.you)),
            Body::Agent { text, .. } => lines.push(format!("{} {at}{colon}{text}", words.agent)),
            Body::Program(text) => lines.push(format!("{at}{colon}{text}")),
            Body::Problem { what, next } => {
                lines.push(format!("{} {at}{colon}{what} {next}", words.problem));
            }
            Body::Changes(changes) => {
                lines.extend(changes.iter().map(|change| plain::change(state.language, change)));
            }
        }
    }
    lines
}
