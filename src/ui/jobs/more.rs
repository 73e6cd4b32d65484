//! What is said below a job: how fast and how long, what it does, what went less than well; why it failed,
//! or where its file is. Of the first what fits is shown whole, the most useful first.

use ratatui::text::{Line, Span};

use crate::app::{Pace, ShownJob, State};
use crate::draft::Millis;
use crate::link::{JobKind, JobState, JobView, ListedJob};
use crate::ui::ink::Ink;
use crate::ui::text::width;
use crate::ui::{format, sessions, words};

use super::{BAR, Columns, PERCENT, elapsed};

/// An upload of which nothing has moved for so long is told by its time, in milliseconds.
const SLOW: u64 = 15_000;

/// How many rows there are below a job.
pub(super) fn count(state: &State, ShownJob { job, elsewhere }: ShownJob<'_>) -> usize {
    let first = elsewhere.is_some() || has_facts(state, job);
    usize::from(first) + usize::from(warning(job).is_some())
}

fn has_facts(state: &State, job: &JobView) -> bool {
    match job.state {
        JobState::Failed(_) => true,
        JobState::Done => job.kind == JobKind::Render && job.path.is_some(),
        JobState::Running if is_slow_upload(state, job) => true,
        _ => job.stage.is_some() || state.jobs.pace(job, state.now.steady).is_some(),
    }
}

fn is_slow_upload(state: &State, job: &JobView) -> bool {
    job.kind == JobKind::Upload && elapsed(state, job) >= SLOW
}

/// What went less than well while it runs; it has a row of its own, for it is a sentence.
fn warning(job: &JobView) -> Option<&String> {
    job.warnings.last().filter(|_| is_under_way(&job.state))
}

const fn is_under_way(state: &JobState) -> bool {
    matches!(state, JobState::Queued | JobState::Running | JobState::Downloading)
}

/// The rows below a job.
pub(super) fn lines(
    state: &State,
    shown: ShownJob<'_>,
    columns: &Columns,
    ink: &Ink,
) -> Vec<Line<'static>> {
    let ShownJob { job, elsewhere } = shown;
    let indent = 2;
    let all = columns.kind + columns.name + 2 + BAR + PERCENT + columns.amount - indent;
    let between = format!(" {} ", ink.glyphs.between);
    let session = elsewhere.map(|listed| {
        let name = ink.clip(sessions::called(state, &listed.title), all / 2);
        let session = words::jobs::in_session(ink.language, &name);
        if !has_namesake(state, listed) {
            return session;
        }
        format!("{session} {}", format::day(state, job.started_at))
    });
    let named = session.as_ref().map_or(0, |name| width(name) + width(&between));
    let room = all.saturating_sub(named);
    let words = match (&job.state, &job.path) {
        _ if elsewhere.is_none() && !has_facts(state, job) => String::new(),
        (underway, _) if is_under_way(underway) => {
            let facts = under_way(state, job, ink);
            fitting(&facts, room, &between).unwrap_or_else(|first| ink.clip(&first, room))
        }
        (JobState::Failed(problem), _) => ink.clip(&problem.sentences(ink.language).0, room),
        (_, Some(path)) => ink.clip_name(&format::path(path, state.home.as_deref()), room),
        (_, None) => String::new(),
    };
    let words = Some(words).filter(|words| !words.is_empty());
    let parts: Vec<String> = session.into_iter().chain(words).collect();
    let first = (!parts.is_empty()).then(|| (parts.join(&between), ink.theme.dim));
    let second = warning(job).map(|words| (ink.clip(words, all), ink.theme.warning));
    let line = |(words, style)| {
        Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(words, style)])
    };
    first.into_iter().chain(second).map(line).collect()
}

/// Whether jobs of another session are listed that is called the same.
fn has_namesake(state: &State, listed: &ListedJob) -> bool {
    let mut others = state.jobs.shown().into_iter().filter_map(|shown| shown.elsewhere);
    others.any(|other| other.session != listed.session && other.title == listed.title)
}

/// The facts that fit whole, from the first on; where not even that does, that one.
fn fitting(facts: &[String], room: usize, between: &str) -> Result<String, String> {
    let mut words = String::new();
    for fact in facts {
        let gap = if words.is_empty() { "" } else { between };
        if width(&words) + width(gap) + width(fact) <= room {
            words.push_str(gap);
            words.push_str(fact);
        }
    }
    match facts.first() {
        Some(first) if words.is_empty() => Err(first.clone()),
        _ => Ok(words),
    }
}

/// `0:18 left`, `3.4 MB/s`, `uploading`, as far as it is known.
fn under_way(state: &State, job: &JobView, ink: &Ink) -> Vec<String> {
    let pace = state.jobs.pace(job, state.now.steady);
    let left = pace.and_then(|pace| pace.left).map(|left| {
        let left = u64::try_from(left.as_millis()).unwrap_or(u64::MAX);
        words::left(ink.language, &format::clock(Millis(left)))
    });
    let rate = pace.and_then(|pace| rate(job, pace));
    // How long an export has run stands in the last column.
    let so_far = (job.kind == JobKind::Upload && job.state == JobState::Running)
        .then(|| words::jobs::so_far(ink.language, &format::clock(Millis(elapsed(state, job)))));
    let expected =
        job.expected.as_deref().filter(|_| left.is_none() && job.state == JobState::Running);
    let expected = expected.map(|expected| words::jobs::expected(ink.language, *expected));
    let stage = job.stage.as_deref().map(|word| words::jobs::stage(ink.language, word).to_owned());
    // Bytes are read with what is left of them, as ever.
    let facts = if job.kind == JobKind::Upload {
        [rate, left, so_far, expected, stage]
    } else {
        [left, rate, stage, expected, so_far]
    };
    facts.into_iter().flatten().collect()
}

/// Bytes a second; of a render, how much of the film it makes in the time that this plays.
fn rate(job: &JobView, pace: Pace) -> Option<String> {
    if job.kind == JobKind::Upload || job.state == JobState::Downloading {
        return Some(format!("{}/s", format::bytes(pace.rate)));
    }
    let (film, total) = (job.film?, job.total.filter(|total| *total > 0)?);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let times = film.as_secs_f64() * pace.rate as f64 / total as f64;
    Some(if times < 9.95 { format!("{times:.1}×") } else { format!("{times:.0}×") })
}
