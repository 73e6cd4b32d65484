//! The log of a job, over everything but the film's status: a line for each thing that happened.

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{JobLogState, State};
use crate::draft::Millis;
use crate::link::{JobKind, JobState, JobStep};

use super::footer::key_words;
use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::text::{pad_left, plain_rows};
use super::{format, pane, sheet, words};

/// Rows of the open log, for scrolling.
#[must_use]
pub fn rows(state: &State) -> usize {
    let Some(log) = &state.job_log else { return 0 };
    let areas = state.areas();
    let body = pane::list_body(sheet::area(&areas, state), areas.class);
    lines(state, log, &Ink::of(state), usize::from(body.width)).len()
}

/// What happened, in lines of words.
#[must_use]
pub fn text(state: &State, log: &JobLogState) -> Vec<String> {
    const COLS: usize = 400;
    let lines = lines(state, log, &Ink::of(state), COLS);
    let words = |line: Line<'_>| line.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    lines.into_iter().map(words).collect()
}

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let Some(log) = &state.job_log else { return };
    let words = words::jobs::of(state.language);
    let label = ink.clip_name(&log.label, usize::from(state.size.width / 2));
    let after = vec![Span::styled(label, ink.theme.text)];
    let area = sheet::lay(buffer, state, areas, words.log, after, ink);
    let body = pane::list_body(area, areas.class);
    match &log.steps {
        None => return pane::draw_hint(buffer, body, words.looking, ink),
        Some(steps) if steps.is_empty() => {
            return pane::draw_hint(buffer, body, words.no_log, ink);
        }
        Some(_) => {}
    }
    let lines = lines(state, log, ink, usize::from(body.width));
    for (row, line) in (0..body.height).zip(lines.iter().skip(log.first)) {
        put_line(buffer, body, row, line);
    }
}

/// The keys that work now.
pub(super) fn footer(state: &State, ink: &Ink, cols: usize) -> Line<'static> {
    let words = words::jobs::of(state.language);
    key_words([("Esc", words.close), ("↑↓", words.scroll)], cols, ink)
}

/// Cells of `2026-11-28 14:02:09`, of the time of day alone, of how long after the first thing, and
/// what is between that and the words.
const WHEN: usize = 19;
const TIME: usize = 8;
const SINCE: usize = 9;
const GAP: usize = 2;
/// Below this there is room for the time of day alone.
const ROOM_FOR_DAY: usize = 60;

/// `14:02:09  +0:02  begun`, and what else is known in rows below it.
fn lines(state: &State, log: &JobLogState, ink: &Ink, cols: usize) -> Vec<Line<'static>> {
    let steps = log.steps.as_deref().map_or(&[][..], Vec::as_slice);
    let (form, indent) = match cols >= ROOM_FOR_DAY {
        true => ("%Y-%m-%d %H:%M:%S", WHEN + SINCE + GAP),
        false => ("%H:%M:%S", TIME + SINCE + GAP),
    };
    let mut lines = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| steps.get(before));
        let (said, style) = said(log.kind, step, before, ink);
        let when = format::moment(state, step.at, form);
        let since = before.map(|_| format!("+{}", format::clock(since(steps[0].at, step.at))));
        let since = pad_left(&since.unwrap_or_default(), SINCE);
        let room = cols.saturating_sub(indent);
        lines.push(Line::from(vec![
            Span::styled(format!("{when}{since}  "), ink.theme.dim),
            Span::styled(ink.clip(&said, room), style),
        ]));
        for words in details(state, step) {
            for row in plain_rows(&words, cols.saturating_sub(indent).max(1)) {
                let row: String = row.runs.into_iter().map(|run| run.text).collect();
                lines.push(Line::from(vec![
                    Span::raw(" ".repeat(indent)),
                    Span::styled(row, ink.theme.dim),
                ]));
            }
        }
    }
    lines
}

fn since(first: i64, at: i64) -> Millis {
    Millis(u64::try_from(at.saturating_sub(first)).unwrap_or(0))
}

/// What happened, in a word; of another stage the server's word for it.
fn said(kind: JobKind, step: &JobStep, before: Option<&JobStep>, ink: &Ink) -> (String, Style) {
    let (words, theme) = (words::jobs::of(ink.language), &ink.theme);
    let same = before.is_some_and(|before| before.state == step.state);
    if let Some(stage) = step.stage.as_ref().filter(|_| same) {
        return (words::jobs::stage(ink.language, stage).to_owned(), theme.text);
    }
    let (word, style) = match (&step.state, kind) {
        (JobState::Queued, _) if before.is_some_and(|before| before.state.is_over()) => {
            (words.again, theme.text)
        }
        (JobState::Queued, _) => (words.queued, theme.text),
        (JobState::Running, JobKind::Upload) => (words.sending, theme.text),
        (JobState::Running, JobKind::Render) => (words.rendering, theme.text),
        (JobState::Downloading, _) => (words.fetching, theme.text),
        (JobState::Done, JobKind::Upload) => (words.sent, theme.success),
        (JobState::Done, JobKind::Render) => (words.written, theme.success),
        (JobState::Failed(_), _) => (words.failed, theme.error),
        (JobState::Cancelled, _) => (words.stopped, theme.text),
        (JobState::Interrupted, _) => (words.interrupted, theme.warning),
    };
    match &step.stage {
        Some(stage) => {
            let stage = words::jobs::stage(ink.language, stage);
            (format!("{word} {} {stage}", ink.glyphs.between), style)
        }
        None => (word.to_owned(), style),
    }
}

/// Why it failed and what helps, or which file was made.
fn details(state: &State, step: &JobStep) -> Vec<String> {
    let mut details = Vec::new();
    if let JobState::Failed(problem) = &step.state {
        let (what, next) = problem.sentences(state.language);
        details.extend([what, next]);
    }
    let path = step.path.as_ref().map(|path| format::path(path, state.home.as_deref()));
    details.extend(path);
    details.extend(step.bytes.map(format::bytes));
    details.retain(|words| !words.is_empty());
    details
}
