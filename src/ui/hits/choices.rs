//! The numbered choices of the conversation: each reaches from its number to the end of its words.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{Scroll, State};
use crate::ui::chat_rows;
use crate::ui::ink::Ink;
use crate::ui::layout::Areas;
use crate::ui::pane;
use crate::ui::text::width;

use super::{HitMap, Spot};

pub(super) fn hits(state: &State, areas: &Areas, ink: &Ink, map: &mut HitMap) {
    if areas.chat.is_empty() || !state.message.is_empty() {
        return;
    }
    let body = pane::body(areas.chat, areas.class);
    let rows = u16::try_from(chat_rows::room(state)).unwrap_or(u16::MAX);
    let seen = Rect { height: rows.min(body.height), ..body };
    let (mut item, mut skip) = match state.chat.scroll {
        Scroll::Follow => chat_rows::top_when_following(state),
        Scroll::From { entry, row } => (entry, row),
    };
    let last = chat_rows::count(state).saturating_sub(1);
    let (mut row, mut next) = (0, 1);
    while row < seen.height && item <= last {
        let lines = chat_rows::rows(state, item);
        // What was said by somebody may look like a choice, but is none.
        let holds_choices = item == 0 || item == last;
        for line in lines.iter().skip(skip) {
            if row >= seen.height {
                return;
            }
            if holds_choices {
                next = in_line(line, seen, row, next, ink, map);
            }
            row += 1;
        }
        (item, skip) = (item + 1, 0);
    }
}

/// Numbers stand in the accent, in their order; gives back the one that comes next.
fn in_line(
    line: &Line<'_>,
    seen: Rect,
    row: u16,
    mut next: usize,
    ink: &Ink,
    map: &mut HitMap,
) -> usize {
    let mut col = 0;
    for (place, span) in line.spans.iter().enumerate() {
        let number = span.content.trim().parse::<usize>();
        if number == Ok(next) && span.style == ink.theme.accent {
            let words = line.spans.get(place + 1).map_or(0, |span| width(span.content.trim_end()));
            let cols = width(&span.content) + words;
            let x = seen.x.saturating_add(u16::try_from(col).unwrap_or(u16::MAX));
            let cols = u16::try_from(cols).unwrap_or(u16::MAX);
            let area = Rect { x, y: seen.y + row, width: cols, height: 1 };
            map.put(area.intersection(seen), Spot::Choice(next));
            next += 1;
        }
        col += width(&span.content);
    }
    next
}
