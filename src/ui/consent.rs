//! The question before the first use of a server elsewhere: what leaves the machine, where it goes,
//! and two answers. At 40x12 all of it is seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::{Answer, Asked, State};

use super::ink::{Ink, put_line};
use super::layout::{Areas, Class};
use super::rule::Rule;
use super::text::{pad_right, plain_rows, width};
use super::words::choosing;
use super::{pane, sheet};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let Some(asked) = &state.asked else { return };
    let area = sheet::area(areas, state);
    Clear.render(area, buffer);
    if areas.class != Class::Tiny {
        let title = choosing::asked(ink.language, asked.backend.name());
        let rule = Rule { title: &title, after: Vec::new(), right: Vec::new(), focused: true };
        rule.draw(buffer, area, ink);
    }
    let body = pane::body(area, areas.class);
    let airy = areas.class >= Class::Standard;
    let mut rows = told(asked, usize::from(body.width), airy, ink);
    // The answers are always seen.
    let answers = ANSWERS.len() + usize::from(airy);
    rows.truncate(usize::from(body.height).saturating_sub(answers));
    let first = rows.len() + usize::from(airy);
    for (row, line) in (0..body.height).zip(&rows) {
        put_line(buffer, body, row, line);
    }
    draw_answers(buffer, body, first, asked, ink);
}

/// In this order, from above.
const ANSWERS: [Answer; 2] = [Answer::Stay, Answer::Accept];

fn draw_answers(buffer: &mut Buffer, body: Rect, first: usize, asked: &Asked, ink: &Ink) {
    for (place, answer) in ANSWERS.into_iter().enumerate() {
        let Ok(row) = u16::try_from(first + place) else { return };
        let words = match answer {
            Answer::Stay => ink.choosing.stay,
            Answer::Accept => ink.choosing.accept,
        };
        let is_chosen = answer == asked.answer;
        let mark = if is_chosen { ink.glyphs.chosen } else { " " };
        let style = if is_chosen { ink.theme.accent } else { ink.theme.text };
        let line = Line::from(vec![
            Span::styled(format!("{mark} "), ink.theme.accent),
            Span::styled(words, style),
        ]);
        put_line(buffer, body, row, &line);
    }
}

/// What leaves the machine, where it goes, and as whom.
fn told(asked: &Asked, cols: usize, airy: bool, ink: &Ink) -> Vec<Line<'static>> {
    let words = ink.choosing;
    let facts = choosing::leaving(ink.language, &asked.backend);
    let labels = facts.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    let mut rows = Vec::new();
    let gap = |rows: &mut Vec<Line<'static>>| {
        if airy {
            rows.push(Line::default());
        }
    };
    gap(&mut rows);
    rows.extend(sentence(words.leaves, cols).into_iter().map(Line::from));
    gap(&mut rows);
    for (label, fact) in facts {
        for (place, row) in sentence(&fact, cols.saturating_sub(labels)).into_iter().enumerate() {
            let label = if place == 0 { label } else { "" };
            let label = Span::styled(pad_right(label, labels), ink.theme.dim);
            rows.push(Line::from(vec![label, Span::raw(row)]));
        }
    }
    if airy {
        gap(&mut rows);
        rows.push(Line::styled(words.nothing_sent_yet, ink.theme.dim));
    }
    rows
}

fn sentence(words: &str, cols: usize) -> Vec<String> {
    let rows = plain_rows(words, cols.max(1)).into_iter();
    rows.map(|row| row.runs.into_iter().map(|run| run.text).collect()).collect()
}
