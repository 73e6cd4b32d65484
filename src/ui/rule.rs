//! The thin rule that parts panes, with the pane's title set into it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::ink::{Ink, line_width, put_at, put_over};

/// What stands in a rule.
pub(super) struct Rule<'a> {
    /// The pane's name.
    pub title: &'a str,
    /// What is said after the title.
    pub after: Vec<Span<'a>>,
    /// What is said at the right end.
    pub right: Vec<Span<'a>>,
    /// Whether the pane has the keys: then rule and title are in the accent.
    pub focused: bool,
}

impl Rule<'_> {
    /// Draws it over the first row of an area.
    pub(super) fn draw(self, buffer: &mut Buffer, area: Rect, ink: &Ink) {
        if area.is_empty() {
            return;
        }
        let stroke = if self.focused { ink.theme.accent } else { ink.theme.dim };
        let all = Line::styled(ink.glyphs.rule.repeat(usize::from(area.width)), stroke);
        put_at(buffer, area, 0, 0, &all);
        let title =
            if self.focused { ink.theme.accent.patch(ink.theme.strong) } else { Style::new() };
        let left = self.left(title);
        let used = 2 + line_width(&left);
        put_over(buffer, area, 2, 0, &left);
        self.put_right(buffer, area, used);
    }

    fn left(&self, title: Style) -> Line<'_> {
        let mut spans = vec![Span::raw(" "), Span::styled(self.title, title), Span::raw(" ")];
        if !self.after.is_empty() {
            spans.extend([Span::raw(" ")]);
            spans.extend(self.after.iter().cloned());
            spans.push(Span::raw(" "));
        }
        Line::from(spans)
    }

    /// The right end, where it does not touch the left.
    fn put_right(&self, buffer: &mut Buffer, area: Rect, used: usize) {
        if self.right.is_empty() {
            return;
        }
        let mut spans = vec![Span::raw(" ")];
        spans.extend(self.right.iter().cloned());
        spans.push(Span::raw(" "));
        let line = Line::from(spans);
        let needed = line_width(&line) + 2;
        let width = usize::from(area.width);
        if used + needed < width {
            let col = u16::try_from(width - needed).unwrap_or(u16::MAX);
            put_over(buffer, area, col, 0, &line);
        }
    }
}
