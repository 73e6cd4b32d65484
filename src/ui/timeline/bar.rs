//! What stands in the timeline's rule while something is under way: a line to write in, an edit that
//! waits, why a key did nothing, an older draft.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::text::{Line, Span};

use crate::app::{Asks, Focus, State};
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
    // Title, gaps, and some of the rule stay, where there is one.
    let title = usize::from(offset(areas, ink));
    let taken = if areas.class == Class::Tiny { 0 } else { title + 3 };
    let room = usize::from(areas.timeline.width).saturating_sub(taken);
    if let Some(bar) = written(state, room, words, ink) {
        return Some(bar);
    }
    let edits = &state.timeline.edits;
    let line = |texts: &[String], style, hints: &[Vec<Span<'static>>]| {
        let texts: Vec<String> = texts.iter().map(|text| clean(text).into_owned()).collect();
        let (text, which) = fit(&texts, hints, room, ink.glyphs.more);
        let right = which.map_or_else(Vec::new, |which| hints[which].clone());
        Bar { after: vec![said(&text, style)], right, caret: None }
    };
    if let Some(notice) = &edits.notice {
        return Some(line(std::slice::from_ref(notice), ink.theme.warning, &[]));
    }
    if let Some(pending) = &edits.pending {
        let texts =
            [pending.edit.said(ink.language), editing::edit_in_short(ink.language, &pending.edit)];
        let esc = vec![Span::styled("Esc", ink.theme.text)];
        let hints = [hints(ink, words.sends, words.drops), keys(ink), esc];
        // Enter is another thing in the other panes.
        let hints = if state.focus == Focus::Timeline { &hints[..] } else { &[] };
        return Some(line(&texts, ink.theme.accent, hints));
    }
    let (waiting, export) = (edits.waiting(), edits.export_waits());
    if let Some(edit) =
        edits.asked().filter(|_| state.timeline.is_expected() && waiting == 0 && !export)
    {
        let told = |edit: &str| editing::expected(ink.language, edit);
        let texts =
            [told(&edit.said(ink.language)), told(&editing::edit_in_short(ink.language, edit))];
        return Some(line(&texts, ink.theme.dim, &[]));
    }
    if let Some((label, numbers)) = state.timeline.choosing() {
        let (first, last) = (*numbers.start(), *numbers.end());
        let texts = [
            editing::choosing(ink.language, label, first, last),
            format!("{label}:{first}–{last}"),
        ];
        let ends = vec![
            Span::styled("Esc", ink.theme.text),
            Span::styled(format!(" {}", words.ends), ink.theme.dim),
        ];
        return Some(line(&texts, ink.theme.accent, &[ends]));
    }
    let history = &state.history;
    if let Some(number) = history.looks_at() {
        let told = |turns| editing::looks_at(ink.language, number, history.count(), turns);
        // How long ago is the first that may be left out.
        let texts = [told(history.turns_ago()), told(0)];
        return Some(line(&texts, ink.theme.warning, &[hints(ink, words.goes_back, words.to_now)]));
    }
    let told = || editing::held(ink.language, waiting, export);
    (waiting > 0 || export).then(|| line(&[told()], ink.theme.dim, &[]))
}

/// Fewer cells of a sentence than this say too little to leave room for the keys.
const TELLING: usize = 24;

/// The longest of the texts that stands there whole, with the most of the keys that do beside them. Where none
/// is short enough, the shortest is cut between two words.
fn fit(
    texts: &[String],
    hints: &[Vec<Span<'static>>],
    room: usize,
    more: &str,
) -> (String, Option<usize>) {
    let beside = |hints: &[Span<'static>]| {
        room.saturating_sub(hints.iter().map(Span::width).sum::<usize>() + 4)
    };
    for text in texts {
        let fits = |hints: &Vec<Span<'static>>| width(text) <= beside(hints);
        if let Some(which) = hints.iter().position(fits) {
            return (text.clone(), Some(which));
        }
    }
    let shortest = texts.last().map_or("", String::as_str);
    if let Some(last) = hints.last()
        && beside(last) > TELLING
    {
        return (between_words(shortest, beside(last), more), Some(hints.len() - 1));
    }
    let whole = texts.iter().find(|text| width(text) <= room).cloned();
    (whole.unwrap_or_else(|| between_words(shortest, room, more)), None)
}

/// The beginning of a text in so many cells, cut between two words where there are any.
fn between_words(text: &str, cols: usize, more: &str) -> String {
    let cut = clip(text, cols, more);
    let Some(kept) = cut.strip_suffix(more).filter(|_| width(text) > cols) else { return cut };
    let ends_whole = text[kept.len()..].starts_with(' ');
    let last = kept.rfind(' ').filter(|at| !ends_whole && width(&kept[..*at]) * 2 >= cols);
    format!("{}{more}", last.map_or(kept, |at| &kept[..at]).trim_end())
}

fn hints(ink: &Ink, enter: &str, esc: &str) -> Vec<Span<'static>> {
    vec![
        Span::styled("Enter", ink.theme.text),
        Span::styled(format!(" {enter} {} ", ink.glyphs.between), ink.theme.dim),
        Span::styled("Esc", ink.theme.text),
        Span::styled(format!(" {esc}"), ink.theme.dim),
    ]
}

/// The keys alone, where there is no room for what they do.
fn keys(ink: &Ink) -> Vec<Span<'static>> {
    vec![
        Span::styled("Enter", ink.theme.text),
        Span::styled(format!(" {} ", ink.glyphs.between), ink.theme.dim),
        Span::styled("Esc", ink.theme.text),
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
        let right = Line::from(bar.right);
        let col = areas.timeline.width.saturating_sub(u16::try_from(right.width()).unwrap_or(0));
        put_over(buffer, areas.timeline, col, 0, &right);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_left_out_or_cut_between_words() {
        let texts = ["draft 2 of 3, 1 turn ago".to_owned(), "draft 2 of 3".to_owned()];
        let keys = [vec![Span::raw("Enter goes back to it · Esc back to now")]];
        let fitted = |room| fit(&texts, &keys, room, "…");
        assert_eq!(fitted(67), (texts[0].clone(), Some(0)));
        assert_eq!(fitted(66), (texts[1].clone(), Some(0)));
        assert_eq!(fitted(54), (texts[0].clone(), None));
        assert_eq!(fitted(20), (texts[1].clone(), None));
        let keys = [vec![Span::raw("Enter sends · Esc drops")], vec![Span::raw("Enter · Esc")]];
        assert_eq!(fit(&texts, &keys, 40, "…"), (texts[0].clone(), Some(1)));
        assert_eq!(between_words("cut the end of clip 3 away", 20, "…"), "cut the end of clip…");
        assert_eq!(between_words("cut the end of clip 3 away", 19, "…"), "cut the end of…");
        assert_eq!(between_words("把第三段的结尾剪掉", 9, "…"), "把第三段…");
    }
}
