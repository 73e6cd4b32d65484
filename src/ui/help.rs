//! All keys, over everything but the film: grouped as the table of actions is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::actions::{List, Row, Scope, scope_word, table};
use crate::app::{Focus, HelpState, State, help};

use super::ink::{Ink, line_width, put_line};
use super::layout::{Areas, Class};
use super::text::{break_rows, clean, clip_middle, pad_right, width};
use super::words::finding;
use super::{pane, sheet};

/// Rows of the whole list, for scrolling.
#[must_use]
pub fn help_rows(state: &State) -> usize {
    let areas = state.areas();
    let body = pane::body(sheet::area(&areas, state), areas.class);
    rows(state, &Ink::of(state), usize::from(body.width)).len()
}

pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let help = state.help.as_ref()?;
    let (after, caret) = searched(help, sheet::area(areas, state), ink);
    let area = sheet::lay(buffer, state, areas, ink.words.help, after, ink);
    let body = pane::body(area, areas.class);
    let lines = rows(state, ink, usize::from(body.width));
    if lines.is_empty() {
        pane::draw_hint(buffer, body, finding::of(ink.language).no_key, ink);
    }
    for (row, line) in (0..body.height).zip(lines.iter().skip(help.first)) {
        put_line(buffer, body, row, line);
    }
    (areas.class != Class::Tiny).then_some(caret)
}

/// What is searched for, in the rule, and where the caret is.
fn searched(help: &HelpState, area: Rect, ink: &Ink) -> (Vec<Span<'static>>, Position) {
    let room = usize::from(area.width / 3);
    let query = clip_middle(&clean(&help.query), room, ink.glyphs.more);
    let words = if query.is_empty() {
        Span::styled(finding::of(ink.language).search_keys, ink.theme.dim)
    } else {
        Span::styled(query.clone(), ink.theme.text)
    };
    // Two strokes, the title between blanks, and one more blank before what is said after it.
    let before = 2 + 1 + width(ink.words.help) + 2 + 2 + width(&query);
    let col = u16::try_from(before).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    let mark = Span::styled(format!("{} ", ink.glyphs.prompt), ink.theme.accent);
    (vec![mark, words], Position { x: area.x + col, y: area.y })
}

const KEYS: usize = 30;
/// From here on there are two columns.
const TWO_COLUMNS: usize = 116;

fn rows(state: &State, ink: &Ink, cols: usize) -> Vec<Line<'static>> {
    if cols < TWO_COLUMNS {
        return scopes(state)
            .into_iter()
            .flat_map(|scope| group(state, scope, ink, cols))
            .collect();
    }
    let half = (cols - 4) / 2;
    let groups: Vec<_> =
        scopes(state).into_iter().map(|scope| group(state, scope, ink, half)).collect();
    beside(&groups, half)
}

/// The pane that has the keys comes first, then what works anywhere.
fn scopes(state: &State) -> Vec<Scope> {
    let here = [Scope::In(state.focus), Scope::Anywhere];
    let others = Focus::ROUND.into_iter().filter(|focus| *focus != state.focus).map(Scope::In);
    here.into_iter().chain(others).chain(List::ALL.map(Scope::Over)).collect()
}

/// A heading, its actions, and an empty row.
fn group(state: &State, scope: Scope, ink: &Ink, cols: usize) -> Vec<Line<'static>> {
    let query = state.help.as_ref().map_or("", |help| &help.query);
    let rows: Vec<&Row> =
        table().filter(|row| row.scope == scope && help::fits(state, row, query)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let heading = scope_word(scope).within(ink.language);
    let mut lines = vec![Line::from(Span::styled(heading, ink.theme.strong))];
    let room = KEYS.min(cols * 2 / 5);
    for row in rows {
        let mut keys = key_names(state, row, room);
        let help = row.help.within(ink.language);
        // What does not fit beside the keys goes on below; nothing is cut off.
        for part in break_rows(help, cols.saturating_sub(room + 2).max(1)) {
            lines.push(Line::from(vec![
                Span::styled(pad_right(&keys, room), ink.theme.accent),
                Span::raw("  "),
                Span::styled(help[part].trim_end(), ink.theme.text),
            ]));
            keys.clear();
        }
    }
    lines.push(Line::default());
    lines
}

/// As many of the keys as there is room for, each whole.
fn key_names(state: &State, row: &Row, room: usize) -> String {
    let mut names = String::new();
    for key in state.keymap.keys(row).iter().map(ToString::to_string) {
        let gap = if names.is_empty() { "" } else { "  " };
        if width(&names) + gap.len() + width(&key) <= room {
            names.push_str(gap);
            names.push_str(&key);
        }
    }
    names
}

/// Groups in two columns, in their order, as low as can be.
fn beside(groups: &[Vec<Line<'static>>], half: usize) -> Vec<Line<'static>> {
    let rows = |groups: &[Vec<Line<'static>>]| groups.iter().map(Vec::len).sum::<usize>();
    let higher = |cut: &usize| rows(&groups[..*cut]).max(rows(&groups[*cut..]));
    let cut = (0..=groups.len()).min_by_key(higher).unwrap_or(0);
    let mut left: Vec<Line<'static>> = groups[..cut].iter().flatten().cloned().collect();
    let right: Vec<Line<'static>> = groups[cut..].iter().flatten().cloned().collect();
    left.resize(left.len().max(right.len()), Line::default());
    for (line, beside) in left.iter_mut().zip(right) {
        let gap = (half + 4).saturating_sub(line_width(line));
        line.spans.push(Span::raw(" ".repeat(gap)));
        line.spans.extend(beside.spans);
    }
    left
}
