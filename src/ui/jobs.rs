//! The jobs pane: each with its state in a word and a bar, numbers in one column.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Focus, State};
use crate::draft::Millis;
use crate::link::{JobKind, JobState, JobView};

use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::rule::Rule;
use super::text::{pad_left, pad_right, width};
use super::{format, pane};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let area = areas.jobs;
    if area.is_empty() {
        return;
    }
    let focused = state.focus == Focus::Jobs;
    let right = in_short(state, ink);
    Rule { title: ink.words.jobs, after: Vec::new(), right, focused }.draw(buffer, area, ink);
    let body = pane::body(area, areas.class);
    if state.jobs.list.is_empty() {
        let row = u16::from(body.height > 2);
        let hint = ink.clip(ink.words.empty_jobs, usize::from(body.width));
        put_line(buffer, body, row, &Line::styled(hint, ink.theme.dim));
        return;
    }
    draw_list(buffer, state, body, ink, focused);
}

fn draw_list(buffer: &mut Buffer, state: &State, body: Rect, ink: &Ink, focused: bool) {
    let jobs = &state.jobs;
    let heights: Vec<usize> = jobs.list.iter().map(|job| 1 + usize::from(has_more(job))).collect();
    let first = pane::first_shown(&heights, jobs.selected, usize::from(body.height));
    let mut row = 0;
    for (place, job) in jobs.list.iter().enumerate().skip(first) {
        if row >= body.height {
            return;
        }
        let chosen = focused && place == jobs.selected;
        put_line(buffer, body, row, &job_line(state, job, usize::from(body.width), ink, chosen));
        row += 1;
        if let Some(line) = more(state, job, usize::from(body.width), ink) {
            put_line(buffer, body, row, &line);
            row += 1;
        }
    }
}

/// Columns for numbers at the right end: `1.2 of 4.1 MB` needs the most.
const AMOUNT: usize = 9;
const BAR: usize = 10;
const KIND: usize = 8;

fn job_line(state: &State, job: &JobView, cols: usize, ink: &Ink, chosen: bool) -> Line<'static> {
    let theme = &ink.theme;
    let mark = if chosen { ink.glyphs.chosen } else { " " };
    let progress = progress(job, ink);
    let amount = pad_left(&amount(state, job), AMOUNT);
    let fixed = 2 + KIND + 2 + BAR + 5 + 1 + AMOUNT;
    let name_style = if chosen { theme.strong } else { theme.text };
    let kind = pad_right(kind_word(job.kind, ink), KIND);
    let mut spans = vec![Span::styled(format!("{mark} "), theme.accent)];
    if cols >= fixed + 8 {
        let room = cols - fixed;
        let name = pad_right(&ink.clip_name(&job.label, room), room);
        spans.push(Span::styled(kind, theme.dim));
        spans.push(Span::styled(name, name_style));
        spans.push(Span::raw("  "));
        spans.extend(progress);
        spans.push(Span::styled(format!(" {amount}"), theme.dim));
    } else {
        // Room for the name and how far it is, and nothing else.
        let room = cols.saturating_sub(2 + 2 + BAR + 5);
        spans.push(Span::styled(pad_right(&ink.clip_name(&job.label, room), room), name_style));
        spans.push(Span::raw("  "));
        spans.extend(progress);
    }
    Line::from(spans)
}

fn kind_word(kind: JobKind, ink: &Ink) -> &'static str {
    match kind {
        JobKind::Upload => ink.words.job_upload,
        JobKind::Render => ink.words.job_render,
    }
}

/// A bar with its percent, or a word where there is nothing to measure; always of one width.
fn progress(job: &JobView, ink: &Ink) -> Vec<Span<'static>> {
    let (word, style) = state_word(&job.state, ink);
    match (&job.state, share(job)) {
        (JobState::Running | JobState::Downloading, Some(share)) => {
            let mut spans = bar(share, ink);
            spans.push(Span::raw(pad_left(&format!("{} %", share / 10), 5)));
            spans
        }
        _ => vec![Span::styled(pad_right(word, BAR + 5), style)],
    }
}

fn state_word(state: &JobState, ink: &Ink) -> (&'static str, Style) {
    let (words, theme) = (ink.words, &ink.theme);
    match state {
        JobState::Queued => (words.state_queued, theme.dim),
        JobState::Running => (words.state_running, theme.text),
        JobState::Downloading => (words.state_fetching, theme.text),
        JobState::Done => (words.state_done, theme.success),
        JobState::Failed(_) => (words.state_failed, theme.error),
        JobState::Cancelled => (words.state_cancelled, theme.dim),
        JobState::Interrupted => (words.state_interrupted, theme.warning),
    }
}

/// How far it is in thousandths, where that is known.
fn share(job: &JobView) -> Option<u64> {
    let total = job.total.filter(|total| *total > 0)?;
    let share = u128::from(job.done.min(total)) * 1000 / u128::from(total);
    u64::try_from(share).ok()
}

/// A bar that grows by eighths of a cell.
fn bar(share: u64, ink: &Ink) -> Vec<Span<'static>> {
    let eighths = usize::try_from(share).unwrap_or(0) * BAR * 8 / 1000;
    let (full, part) = (eighths / 8, eighths % 8);
    let mut done = ink.glyphs.eighths[7].repeat(full);
    if part > 0 {
        done.push_str(ink.glyphs.eighths[part - 1]);
    }
    let rest = BAR - width(&done);
    vec![
        Span::styled(done, ink.theme.accent),
        Span::styled(ink.glyphs.bar_track.repeat(rest), ink.theme.dim),
    ]
}

/// Bytes, or how long it has run.
fn amount(state: &State, job: &JobView) -> String {
    match (&job.state, job.kind) {
        (JobState::Running, JobKind::Upload) => format::bytes(job.done),
        (JobState::Running | JobState::Downloading, JobKind::Render) => {
            let since = u64::try_from(state.now.wall - job.started_at).unwrap_or(0);
            format::clock(Millis(since))
        }
        (JobState::Done, _) => job.bytes.or(job.total).map(format::bytes).unwrap_or_default(),
        _ => String::new(),
    }
}

fn has_more(job: &JobView) -> bool {
    match job.state {
        JobState::Failed(_) => true,
        JobState::Done => job.kind == JobKind::Render && job.path.is_some(),
        _ => false,
    }
}

/// The second row: why it failed, or where the film is.
fn more(state: &State, job: &JobView, cols: usize, ink: &Ink) -> Option<Line<'static>> {
    if !has_more(job) {
        return None;
    }
    let indent = 2 + KIND;
    let room = cols.saturating_sub(indent);
    let words = match (&job.state, &job.path) {
        (JobState::Failed(problem), _) => ink.clip(&problem.sentences(ink.language).0, room),
        (_, Some(path)) => ink.clip_name(&format::path(path, state.home.as_deref()), room),
        (_, None) => return None,
    };
    Some(Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(words, ink.theme.dim)]))
}

/// The jobs in a few words, for a rule or a status line: `72 %  1 waiting`.
pub(super) fn in_short(state: &State, ink: &Ink) -> Vec<Span<'static>> {
    let running = state.jobs.running().filter(|job| job.state != JobState::Queued);
    let running: Vec<&JobView> = running.collect();
    let waiting = state.jobs.running().count() - running.len();
    let mut parts = Vec::new();
    match running[..] {
        [] => {}
        [job] => {
            let word = kind_word(job.kind, ink);
            let share =
                share(job).map(|share| format!(" {} %", pad_left(&(share / 10).to_string(), 2)));
            parts.push(format!("{word}{}", share.unwrap_or_default()));
        }
        _ => parts.push(format!("{} {}", running.len(), ink.words.running)),
    }
    if waiting > 0 {
        parts.push(format!("{waiting} {}", ink.words.waiting));
    }
    if parts.is_empty() {
        return Vec::new();
    }
    vec![Span::raw(parts.join(&format!(" {} ", ink.glyphs.between)))]
}
