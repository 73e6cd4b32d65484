//! What a newcomer reads: what this is, how files come in, and sentences to start with.

use ratatui::text::{Line, Span};

use crate::app::State;
use crate::draft::Millis;

use super::chat_rows::{Page, numbered};
use super::ink::said;
use super::text::{plain_rows, width};
use super::{format, words};

/// The welcome as rows of the conversation.
pub(super) fn rows(state: &State, page: &Page) -> Vec<Line<'static>> {
    let words = page.ink.words;
    let mut rows = Vec::new();
    gap(page, &mut rows);
    for line in words.welcome {
        paragraph(page, &mut rows, line);
    }
    gap(page, &mut rows);
    labelled(page, &mut rows, words.welcome_files, words.welcome_files_how);
    gap(page, &mut rows);
    if let Some(line) = go_on(state, page) {
        rows.push(line);
        gap(page, &mut rows);
    }
    let prompts = state.choices();
    if !prompts.is_empty() {
        rows.push(Line::styled(words.welcome_start, page.ink.theme.dim));
        rows.extend(numbered(page, &prompts));
        gap(page, &mut rows);
    }
    if !state.profile.tip.is_empty() {
        labelled(page, &mut rows, words.tip, &state.profile.tip);
    }
    rows
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

/// A dim word, then a sentence that hangs beside it.
fn labelled(page: &Page, rows: &mut Vec<Line<'static>>, label: &str, sentence: &str) {
    let indent = width(label) + 2;
    for (number, row) in
        plain_rows(sentence, page.cols.saturating_sub(indent).max(1)).into_iter().enumerate()
    {
        let label = if number == 0 { format!("{label}  ") } else { " ".repeat(indent) };
        let words: String = row.runs.into_iter().map(|run| run.text).collect();
        rows.push(Line::from(vec![Span::styled(label, page.ink.theme.dim), Span::raw(words)]));
    }
}

/// `Ctrl-R  go on with summer promo · 6 files · 30 s`.
fn go_on(state: &State, page: &Page) -> Option<Line<'static>> {
    let previous = state.chat.previous.as_ref()?;
    let theme = &page.ink.theme;
    let between = format!(" {} ", page.ink.words.between);
    let facts = [
        words::files(page.ink.language, previous.media_count),
        format::length(page.ink.language, Millis(previous.duration_ms)),
    ]
    .join(&between);
    let key = "Ctrl-R  ";
    let verb = format!("{} ", page.ink.words.welcome_go_on);
    let used = width(key) + width(&verb) + width(&between) + width(&facts);
    let title = page.ink.clip(&previous.title, page.cols.saturating_sub(used));
    Some(Line::from(vec![
        Span::styled(key, theme.accent),
        Span::raw(verb),
        said(&title, theme.strong),
        Span::styled(format!("{between}{facts}"), theme.dim),
    ]))
}
