//! The jobs pane: each with its state in a word and a bar, numbers in one column.

mod more;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Focus, ShownJob, State, Whose};
use crate::draft::Millis;
use crate::link::{JobKind, JobState, JobView};

use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::rule::Rule;
use super::text::{pad_left, pad_right, width};
use super::{HitMap, Spot, format, pane, tabs, words};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let area = areas.jobs;
    if area.is_empty() {
        return;
    }
    let focused = state.focus == Focus::Jobs;
    let mut right = tabs::others(state, areas.class, ink);
    let short = in_short(state, ink, Detail::Full);
    if right.is_empty() && !short.is_empty() {
        right.push(Span::raw(short));
    }
    let after = which(state, ink);
    Rule { title: ink.words.jobs, after, right, focused }.draw(buffer, area, ink);
    let body = pane::list_body(area, areas.class);
    let shown = state.jobs.shown();
    if shown.is_empty() {
        pane::draw_hint(buffer, body, &nothing(state, ink), ink);
        return;
    }
    draw_list(buffer, state, &shown, body, ink);
}

/// Whose jobs are listed and which of them, where it is not the session's own and all.
fn which(state: &State, ink: &Ink) -> Vec<Span<'static>> {
    let everyone = matches!(state.jobs.whose, Whose::Everyone(_));
    let everyone = everyone.then_some(words::jobs::of(ink.language).everyone);
    let sieve = words::jobs::sieve(ink.language, state.jobs.sieve);
    let parts: Vec<&str> = everyone.into_iter().chain(sieve).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let between = format!(" {} ", ink.glyphs.between);
    vec![Span::styled(parts.join(&between), ink.theme.text)]
}

fn nothing(state: &State, ink: &Ink) -> String {
    match words::jobs::sieve(ink.language, state.jobs.sieve) {
        Some(kind) => words::jobs::none_of(ink.language, kind, &state.keymap.key_of("jobs.filter")),
        None => ink.words.empty_jobs.to_owned(),
    }
}

fn draw_list(buffer: &mut Buffer, state: &State, shown: &[ShownJob<'_>], body: Rect, ink: &Ink) {
    let focused = state.focus == Focus::Jobs;
    let columns = Columns::of(usize::from(body.width));
    let selected = state.jobs.selected.min(shown.len().saturating_sub(1));
    let first = first(state, shown, body);
    let mut row = 0;
    for (place, shown) in shown.iter().enumerate().skip(first) {
        if row >= body.height {
            return;
        }
        let chosen = focused && place == selected;
        if chosen {
            pane::draw_mark(buffer, body, row, ink);
        }
        put_line(buffer, body, row, &job_line(state, shown.job, &columns, ink, chosen));
        row += 1;
        for line in more::lines(state, *shown, &columns, ink) {
            put_line(buffer, body, row, &line);
            row += 1;
        }
    }
}

fn rows(state: &State, shown: ShownJob<'_>) -> usize {
    1 + more::count(state, shown)
}

fn first(state: &State, shown: &[ShownJob<'_>], body: Rect) -> usize {
    let selected = state.jobs.selected.min(shown.len().saturating_sub(1));
    let heights: Vec<usize> = shown.iter().map(|shown| rows(state, *shown)).collect();
    pane::first_shown(&heights, selected, usize::from(body.height))
}

/// The jobs that are seen, for the mouse.
pub(super) fn hits(state: &State, areas: &Areas, map: &mut HitMap) {
    if areas.jobs.is_empty() {
        return;
    }
    let body = pane::list_body(areas.jobs, areas.class);
    let shown = state.jobs.shown();
    let mut y = body.y;
    for (place, job) in shown.iter().enumerate().skip(first(state, &shown, body)) {
        let height = u16::try_from(rows(state, *job)).unwrap_or(u16::MAX);
        let line = Rect { y, height, ..body }.intersection(body);
        map.put(line, Spot::Line(Focus::Jobs, place));
        y = y.saturating_add(height);
        if y >= body.bottom() {
            return;
        }
    }
}

const KIND: usize = 7;
const BAR: usize = 8;
const PERCENT: usize = 5;
const AMOUNT: usize = 8;
/// Below this, other columns go before the name does.
const NAME: usize = 10;

/// The widths of the columns that a list has room for; zero is none.
struct Columns {
    kind: usize,
    name: usize,
    amount: usize,
}

impl Columns {
    fn of(cols: usize) -> Self {
        let needed = 2 + BAR + PERCENT;
        let room = cols.saturating_sub(needed);
        let amount = if room >= NAME + AMOUNT { AMOUNT } else { 0 };
        let kind = if room >= NAME + AMOUNT + KIND { KIND } else { 0 };
        Self { kind, name: room - amount - kind, amount }
    }
}

fn job_line(
    state: &State,
    job: &JobView,
    columns: &Columns,
    ink: &Ink,
    chosen: bool,
) -> Line<'static> {
    let theme = &ink.theme;
    let kind =
        if columns.kind > 0 { pad_right(kind_word(job.kind, ink), KIND) } else { String::new() };
    let name = pad_right(&ink.clip_name(&job.label, columns.name), columns.name);
    let mut spans = vec![
        Span::styled(kind, theme.dim),
        Span::styled(name, if chosen { theme.strong } else { theme.text }),
        Span::raw("  "),
    ];
    spans.extend(progress(job, ink));
    if columns.amount > 0 {
        spans.push(Span::styled(pad_left(&amount(state, job), columns.amount), theme.dim));
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
            spans.push(Span::raw(pad_left(&format!("{} %", share / 10), PERCENT)));
            spans
        }
        _ => vec![Span::styled(pad_right(word, BAR + PERCENT), style)],
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
            format::clock(Millis(elapsed(state, job)))
        }
        (JobState::Done, _) => job.bytes.or(job.total).map(format::bytes).unwrap_or_default(),
        _ => String::new(),
    }
}

fn elapsed(state: &State, job: &JobView) -> u64 {
    u64::try_from(state.now.wall - job.started_at).unwrap_or(0)
}

/// `exporting 42 % · 0:03 left`, where no list of jobs is seen.
pub(super) fn export_line(state: &State, ink: &Ink) -> Option<Line<'static>> {
    if !state.areas().jobs.is_empty() {
        return None;
    }
    let under_way = |job: &&JobView| {
        job.kind == JobKind::Render
            && matches!(job.state, JobState::Running | JobState::Downloading)
    };
    let job = state.jobs.list.iter().find(under_way)?;
    let mut words = ink.words.exporting.to_owned();
    if let Some(percent) = percent(job) {
        words.push_str(&format!(" {}", percent.trim_start()));
    }
    if let Some(left) = time_left(state, job) {
        let left = words::left(ink.language, &format::clock(left));
        words.push_str(&format!(" {} {left}", ink.glyphs.between));
    }
    Some(Line::styled(words, ink.theme.dim))
}

/// How long a render will go on at the pace that was seen, or else that it has had since its beginning.
fn time_left(state: &State, job: &JobView) -> Option<Millis> {
    let left = state.jobs.pace(job, state.now.steady).and_then(|pace| pace.left);
    if let Some(left) = left.and_then(|left| u64::try_from(left.as_millis()).ok()) {
        return Some(Millis(left));
    }
    let share = share(job).filter(|share| *share > 0 && job.state == JobState::Running)?;
    let since = u64::try_from(state.now.wall - job.started_at).ok().filter(|since| *since > 0)?;
    Some(Millis(since.saturating_mul(1000 - share) / share))
}

/// How much is said of the jobs elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// `export 72 % · 1 waiting`.
    Full,
    /// `72 %`, or a number.
    Brief,
}

/// The jobs that wait or run in a few words; nothing if there are none.
pub(super) fn in_short(state: &State, ink: &Ink, detail: Detail) -> String {
    let all: Vec<&JobView> = state.jobs.running().collect();
    match (&all[..], detail) {
        ([], _) => String::new(),
        ([job], Detail::Brief) => percent(job).unwrap_or_else(|| "1".to_owned()),
        (_, Detail::Brief) => all.len().to_string(),
        (_, Detail::Full) => counted(&all, ink),
    }
}

fn counted(all: &[&JobView], ink: &Ink) -> String {
    let running: Vec<&&JobView> = all.iter().filter(|job| job.state != JobState::Queued).collect();
    let waiting = all.len() - running.len();
    let mut parts = Vec::new();
    match running[..] {
        [] => {}
        [job] => {
            let share = percent(job).map(|percent| format!(" {percent}")).unwrap_or_default();
            parts.push(format!("{}{share}", kind_word(job.kind, ink)));
        }
        _ => parts.push(format!("{} {}", running.len(), ink.words.running)),
    }
    if waiting > 0 {
        parts.push(format!("{waiting} {}", ink.words.waiting));
    }
    parts.join(&format!(" {} ", ink.glyphs.between))
}

/// ` 7 %`: of one width below a hundred, so that nothing jumps.
fn percent(job: &JobView) -> Option<String> {
    share(job).map(|share| format!("{:2} %", share / 10))
}
