//! All that is known of one file, below the list of the files.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::State;
use crate::draft::Millis;
use crate::link::MediaItem;
use crate::ui::ink::{Ink, put_line};
use crate::ui::text::width;
use crate::ui::{format, words};

/// An empty row, the name, and two rows of facts.
pub(super) const ROWS: u16 = 4;

pub(super) fn draw(buffer: &mut Buffer, area: Rect, state: &State, ink: &Ink) {
    let Some(item) = state.media.chosen().filter(|_| area.height >= ROWS) else { return };
    let cols = usize::from(area.width);
    let name = ink.clip_name(&item.filename, cols);
    put_line(buffer, area, 1, &Line::styled(name, ink.theme.strong));
    let lines = lines_of(&facts(state, item, ink), cols, ink);
    for (row, line) in (2..ROWS).zip(lines) {
        put_line(buffer, area, row, &Line::styled(ink.clip(&line, cols), ink.theme.dim));
    }
}

/// What is known, in the order of its use; what is not known is left out.
fn facts(state: &State, item: &MediaItem, ink: &Ink) -> Vec<String> {
    let words = words::media::of(ink.language);
    let length = item.duration.map(Millis::from_secs_rounded);
    let heard = state.pictures.is_heard(&item.filename).filter(|_| item.file_type == "video");
    let facts = [
        Some(super::kind(item, ink).0.to_owned()),
        Some(words::media::uses(ink.language, state.media.uses(&item.filename))),
        length.map(|length| format::length(ink.language, length)),
        super::picture(item),
        item.fps.filter(|rate| *rate > 0.0).map(|rate| words::media::rate(ink.language, rate)),
        item.size.map(format::bytes),
        heard.map(|heard| if heard { words.heard } else { words.silent }.to_owned()),
    ];
    facts.into_iter().flatten().collect()
}

/// Facts side by side, as many in a line as it has room for.
fn lines_of(facts: &[String], cols: usize, ink: &Ink) -> Vec<String> {
    let between = format!(" {} ", ink.glyphs.between);
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(line) if width(line) + width(&between) + width(fact) <= cols => {
                line.push_str(&between);
                line.push_str(fact);
            }
            _ => lines.push(fact.clone()),
        }
    }
    lines
}
