//! What stands in the timeline's rule while something is under way: a line to write in, an edit that
//! waits, why a key did nothing, an older draft.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::text::{Line, Span};

use crate::app::{Asks, State};
use crate::ui::ink::{Ink, put_at, put_over, said};
use crate::ui::layout::{Areas, Class};
use crate::ui::text::{clean, clip, width};
use crate::ui::words::editing::{self, EditingWords};

/// What stands behind the title and at the right end.
pub(super) struct Bar {
    pub after: Vec<Span<'static>>,
    pub right: Vec<Span<'static>>,
    /// Cells of `after` before the caret, where there is one to write at.
    pub caret: Option<u16>,
}

/// What is under way; nothing if nothing is.
pub(super) fn of(state: &State, areas: &Areas, ink: &Ink) -> Option<Bar> {
    let words = editing::of(ink.language);
    // Title, gaps, and some of the rule stay.
    let title = usize::from(offset(areas, ink));
    let room = usize::from(areas.timeline.width).saturating_sub(title + 3);
    if let Some(bar) = written(state, room, words, ink) {
        return Some(bar);
    }
    let edits = &state.timeline.edits;
    let line = |text: &str, style, hints: Vec<Span<'static>>| {
        let cells: usize = hints.iter().map(Span::width).sum();
        let fits = room > cells + 24;
        let room = if fits { room.saturating_sub(cells + 4) } else { room };
        let text = said(&ink.clip(&clean(text), room), style);
        Bar { after: vec![text], right: if fits { hints } else { Vec::new() }, caret: None }
    };
    if let Some(notice) = &edits.notice {
        return Some(line(notice, ink.theme.warning, Vec::new()));
    }
    if let Some(pending) = &edits.pending {
        let hints = hints(ink, words.sends, words.drops);
        return Some(line(&pending.edit.said(ink.language), ink.theme.accent, hints));
    }
    let history = &state.history;
    if let Some(number) = history.looks_at() {
        let text = editing::looks_at(ink.language, number, history.count(), history.turns_ago());
        return Some(line(&text, ink.theme.warning, hints(ink, words.goes_back, words.to_now)));
    }
    let waiting = edits.waiting();
    (waiting > 0).then(|| line(&editing::held(ink.language, waiting), ink.theme.dim, Vec::new()))
}

fn hints(ink: &Ink, enter: &str, esc: &str) -> Vec<Span<'static>> {
    vec![
        Span::styled("Enter", ink.theme.text),
        Span::styled(format!(" {enter} {} ", ink.glyphs.between), ink.theme.dim),
        Span::styled("Esc", ink.theme.text),
        Span::styled(format!(" {esc}"), ink.theme.dim),
    ]
}

/// The line to write in: what it is for, and as much of what is written as there is room for.
fn written(state: &State, room: usize, words: &EditingWords, ink: &Ink) -> Option<Bar> {
    let entry = state.timeline.entry.as_ref()?;
    let (label, enter) = match entry.asks {
        Asks::Time => (words.go_to, words.goes),
        Asks::Marker(_) => (words.marker, words.keeps),
        Asks::Words(_) => (words.words_of, words.sends),
    };
    let mut right = hints(ink, enter, words.leaves);
    let cells: usize = right.iter().map(Span::width).sum();
    let mut room = room.saturating_sub(width(label) + 4);
    if room > cells + 24 {
        room -= cells + 4;
    } else {
        right.clear();
    }
    let before = clean(&entry.text[..entry.caret]).replace('\n', " ");
    let after = clean(&entry.text[entry.caret..]).replace('\n', " ");
    let before = end_of(&before, room);
    let after = clip(&after, room.saturating_sub(width(&before)), ink.glyphs.more);
    let caret = u16::try_from(width(label) + 2 + width(&before)).ok();
    let after = vec![
        Span::styled(format!("{label}  "), ink.theme.dim),
        Span::styled(before, ink.theme.text),
        Span::styled(format!("{after} "), ink.theme.text),
    ];
    Some(Bar { after, right, caret })
}

/// The last so many cells of a text.
fn end_of(text: &str, cols: usize) -> String {
    let mut kept = text;
    while width(kept) > cols {
        let first = kept.chars().next().map_or(1, char::len_utf8);
        kept = &kept[first..];
    }
    kept.to_owned()
}

/// Over the first row where the pane has no rule.
pub(super) fn draw_bare(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if areas.class == Class::Tiny
        && let Some(bar) = of(state, areas, ink)
    {
        let blank = Line::raw(" ".repeat(usize::from(areas.timeline.width)));
        put_at(buffer, areas.timeline, 0, 0, &blank);
        put_over(buffer, areas.timeline, 0, 0, &Line::from(bar.after));
    }
}

/// A rule begins with two strokes, a space, the title, if there is room for it, and two spaces.
fn offset(areas: &Areas, ink: &Ink) -> u16 {
    match areas.class {
        Class::Tiny => 0,
        Class::Narrow => 5,
        _ => u16::try_from(width(ink.words.timeline)).unwrap_or(0) + 5,
    }
}

/// Where the caret stands while a line is written in.
pub(super) fn caret(state: &State, areas: &Areas, ink: &Ink) -> Option<Position> {
    let caret = of(state, areas, ink)?.caret? + offset(areas, ink);
    let area = areas.timeline;
    (caret < area.width).then(|| Position { x: area.x + caret, y: area.y })
}
