//! What every pane draws with: colours, signs, words.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::State;
use crate::language::Language;

use super::glyphs::Glyphs;
use super::text;
use super::theme::Theme;
use super::words::choosing::{self, ChoosingWords};
use super::words::{self, Words};

/// Colours, signs and words for one frame.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    pub theme: Theme,
    pub glyphs: &'static Glyphs,
    pub words: &'static Words,
    pub choosing: &'static ChoosingWords,
    pub language: Language,
}

impl Ink {
    pub(super) fn of(state: &State) -> Self {
        Self {
            theme: state.look.theme.with(state.look.colours),
            glyphs: Glyphs::of(state.look.signs),
            words: words::of(state.language),
            choosing: choosing::of(state.language),
            language: state.language,
        }
    }

    /// A text cut to so many cells, with the sign that says so.
    pub(super) fn clip(&self, text: &str, cols: usize) -> String {
        text::clip(text, cols, self.glyphs.more)
    }

    /// A file name cut to so many cells in its middle.
    pub(super) fn clip_name(&self, name: &str, cols: usize) -> String {
        text::clip_middle(name, cols, self.glyphs.more)
    }
}

/// Words from outside as a span: clean.
pub(super) fn said(text: &str, style: Style) -> Span<'static> {
    Span::styled(text::clean(text).replace('\n', " "), style)
}

/// Draws a line into a row of an area, counted from the area's top. Outside of it nothing is drawn.
pub(super) fn put_line(buffer: &mut Buffer, area: Rect, row: u16, line: &Line<'_>) {
    put_at(buffer, area, 0, row, line);
}

/// Draws a line from a column of an area on.
///
/// Every word on the screen passes here, and here it is cleaned: a pane that forgets where its words
/// came from cannot let them steer the terminal.
pub(super) fn put_at(buffer: &mut Buffer, area: Rect, col: u16, row: u16, line: &Line<'_>) {
    let area = area.intersection(buffer.area);
    if row < area.height && col < area.width {
        let place = Rect { x: area.x + col, y: area.y + row, width: area.width - col, height: 1 };
        match cleaned(line) {
            None => write(buffer, place, line),
            Some(line) => write(buffer, place, &line),
        }
    }
}

/// Writes a clean line into one row, as far as it fits. What needs no looking up how wide it is, and that
/// is nearly everything, is written letter by letter.
fn write(buffer: &mut Buffer, mut place: Rect, line: &Line<'_>) {
    for span in &line.spans {
        let style = line.style.patch(span.style);
        let end = if span.content.chars().all(text::is_plain) {
            write_plain(buffer, place, &span.content, style)
        } else {
            let (text, room) = (&*span.content, usize::from(place.width));
            buffer.set_stringn(place.x, place.y, text, room, style).0
        };
        place.width = place.right().saturating_sub(end);
        place.x = end;
    }
}

fn write_plain(buffer: &mut Buffer, place: Rect, text: &str, style: Style) -> u16 {
    let mut x = place.x;
    for (at, letter) in text.char_indices().take(usize::from(place.width)) {
        buffer[(x, place.y)].set_symbol(&text[at..at + letter.len_utf8()]).set_style(style);
        x += 1;
    }
    x
}

/// The line without what is unfit to be drawn; nothing where all of it is fit, as nearly always.
fn cleaned(line: &Line<'_>) -> Option<Line<'static>> {
    let is_clean = |span: &Span<'_>| matches!(text::clean(&span.content), Cow::Borrowed(_));
    if line.spans.iter().all(is_clean) {
        return None;
    }
    let spans = line.spans.iter().map(|span| said(&span.content, span.style));
    Some(Line { spans: spans.collect(), style: line.style, alignment: line.alignment })
}

/// Draws a line over what is there: nothing of it shines through, neither letters nor styles.
pub(super) fn put_over(buffer: &mut Buffer, area: Rect, col: u16, row: u16, line: &Line<'_>) {
    let cols = u16::try_from(line_width(line)).unwrap_or(u16::MAX);
    let below = Rect {
        x: area.x.saturating_add(col),
        y: area.y.saturating_add(row),
        width: cols.min(area.width.saturating_sub(col)),
        height: u16::from(row < area.height),
    };
    for position in below.intersection(buffer.area).positions() {
        buffer[position].reset();
    }
    put_at(buffer, area, col, row, line);
}

/// Draws a line so that it ends with the area.
pub(super) fn put_right(buffer: &mut Buffer, area: Rect, row: u16, line: &Line<'_>) {
    let cols = u16::try_from(line_width(line)).unwrap_or(u16::MAX);
    put_over(buffer, area, area.width.saturating_sub(cols), row, line);
}

/// Cells that a line takes.
pub(super) fn line_width(line: &Line<'_>) -> usize {
    line.spans.iter().map(|span| text::width(&span.content)).sum()
}
