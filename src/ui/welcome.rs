//! What a newcomer reads: what this is, how files come in, and sentences to start with.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Choice, State};
use crate::draft::Millis;
use crate::link::SessionSummary;

use super::chat_rows::{Page, numbered};
use super::ink::said;
use super::text::{pad_right, plain_rows, width};
use super::words::choosing;
use super::{format, words};

/// The welcome as rows of the conversation. Where it does not fit, a sentence to start with takes one
/// row: it is read in full when its number is pressed, and the tip below them stays in view.
pub(super) fn rows(state: &State, page: &Page) -> Vec<Line<'static>> {
    let rows = welcome(state, page, Starters::Whole);
    // The empty row at its end need not be seen.
    let is_seen = rows.len() <= super::chat_rows::room(state) + usize::from(!page.dense);
    if is_seen { rows } else { welcome(state, page, Starters::Clipped) }
}

/// How the sentences to start with are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Starters {
    /// In as many rows as they need.
    Whole,
    /// Each in one row.
    Clipped,
}

fn welcome(state: &State, page: &Page, starters: Starters) -> Vec<Line<'static>> {
    let words = page.ink.words;
    let mut rows = Vec::new();
    gap(page, &mut rows);
    // Who has made films before knows what this is.
    let is_known = !state.chat.earlier.is_empty();
    let told = if is_known { &words.welcome[..1] } else { &words.welcome[..] };
    for line in told {
        paragraph(page, &mut rows, line);
    }
    gap(page, &mut rows);
    let go_on_key = state.keymap.key_of("app.go-on");
    let labels = Labels::of(page, &go_on_key);
    labels.put(&mut rows, words.welcome_files, sentence(page, &labels, words.welcome_files_how));
    if let Some(previous) = &state.chat.previous {
        labels.put(&mut rows, &go_on_key, vec![go_on(page, &labels, previous)]);
    }
    let place = choosing::made_in(page.ink.language, &state.status.backend);
    labels.put(&mut rows, &state.keymap.key_of("app.backend"), sentence(page, &labels, &place));
    if let Some(link) = &state.status.session.as_ref().and_then(|session| session.link.clone()) {
        let line = format!("{} {link}", page.ink.choosing.copies);
        labels.put(
            &mut rows,
            &state.keymap.key_of("app.copy-link"),
            sentence(page, &labels, &line),
        );
    }
    gap(page, &mut rows);
    let choices = state.choices();
    let (sentences, films) = choices.split_at(state.profile.prompts.len().min(choices.len()));
    let prompts = match starters {
        Starters::Whole => numbered(page, sentences, labels.cols),
        Starters::Clipped => clipped(page, sentences, labels.cols),
    };
    if !prompts.is_empty() {
        labels.put(&mut rows, words.welcome_start, prompts);
        gap(page, &mut rows);
    }
    if !films.is_empty() {
        let first = sentences.len() + 1;
        labels.put(&mut rows, words.welcome_earlier, earlier(state, page, &labels, first));
        gap(page, &mut rows);
    }
    if !state.profile.tip.is_empty() && !is_known {
        labels.put(&mut rows, words.tip, sentence(page, &labels, &state.profile.tip));
        gap(page, &mut rows);
    }
    rows
}

/// The column of labels at the left.
struct Labels {
    cols: usize,
    style: Style,
}

impl Labels {
    fn of(page: &Page, key: &str) -> Self {
        let words = page.ink.words;
        let all = [words.welcome_files, words.welcome_start, words.welcome_earlier, words.tip, key];
        let widest = all.into_iter().map(width).max().unwrap_or_default();
        Self { cols: widest + 2, style: page.ink.theme.dim }
    }

    /// Puts rows beside a label.
    fn put(&self, rows: &mut Vec<Line<'static>>, label: &str, beside: Vec<Line<'static>>) {
        for (number, mut line) in beside.into_iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            line.spans.insert(0, Span::styled(pad_right(label, self.cols), self.style));
            rows.push(line);
        }
    }
}

fn clipped(page: &Page, choices: &[Choice], taken: usize) -> Vec<Line<'static>> {
    let room = page.cols.saturating_sub(taken + 3);
    let starter = |(place, choice): (usize, &Choice)| {
        let number = Span::styled(format!("{}  ", place + 1), page.ink.theme.accent);
        Line::from(vec![
            number,
            Span::styled(page.ink.clip(choice.label(), room), page.ink.theme.text),
        ])
    };
    choices.iter().enumerate().map(starter).collect()
}

fn gap(page: &Page, rows: &mut Vec<Line<'static>>) {
    if !page.dense {
        rows.push(Line::default());
    }
}

fn paragraph(page: &Page, rows: &mut Vec<Line<'static>>, line: &str) {
    for row in plain_rows(line, page.cols) {
        rows.push(Line::from(row.runs.into_iter().map(|run| run.text).collect::<String>()));
    }
}

/// A sentence as rows that leave room for the labels.
fn sentence(page: &Page, labels: &Labels, words: &str) -> Vec<Line<'static>> {
    let rows = plain_rows(words, page.cols.saturating_sub(labels.cols).max(1)).into_iter();
    rows.map(|row| Line::from(row.runs.into_iter().map(|run| run.text).collect::<String>()))
        .collect()
}

/// `4  winter · 30 s · 2026-11-26`, each with its number from `first` on.
fn earlier(state: &State, page: &Page, labels: &Labels, first: usize) -> Vec<Line<'static>> {
    let theme = &page.ink.theme;
    let between = format!(" {} ", page.ink.glyphs.between);
    let film = |(place, session): (usize, &SessionSummary)| {
        let length = format::length(page.ink.language, Millis(session.duration_ms));
        let facts = format!("{between}{length}{between}{}", format::day(state, session.used_at));
        let number = format!("{}  ", first + place);
        let room = page.cols.saturating_sub(labels.cols + width(&number) + width(&facts));
        let title = page.ink.clip(&session.title, room);
        Line::from(vec![
            Span::styled(number, theme.accent),
            said(&title, theme.text),
            Span::styled(facts, theme.dim),
        ])
    };
    state.chat.earlier.iter().enumerate().map(film).collect()
}

/// `go on with summer promo · 6 files · 30 s`.
fn go_on(page: &Page, labels: &Labels, previous: &SessionSummary) -> Line<'static> {
    let theme = &page.ink.theme;
    let between = format!(" {} ", page.ink.glyphs.between);
    let facts = [
        words::files(page.ink.language, previous.media_count),
        format::length(page.ink.language, Millis(previous.duration_ms)),
    ];
    let facts = format!("{between}{}", facts.join(&between));
    let verb = format!("{} ", page.ink.words.welcome_go_on);
    let room = page.cols.saturating_sub(labels.cols + width(&verb) + width(&facts));
    let title = page.ink.clip(&previous.title, room);
    Line::from(vec![Span::raw(verb), said(&title, theme.accent), Span::styled(facts, theme.dim)])
}
