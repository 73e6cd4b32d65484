//! The upright rules of the wide screens, with the joints where the rules of panes meet them.
//!
//! A joint is read off the panes that begin beside it, so that every arrangement of panes has the right ones.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::glyphs::Glyphs;
use super::ink::{Ink, put_over};
use super::layout::Areas;

/// Draws one on the left of every pane that has others there.
pub(super) fn draw(buffer: &mut Buffer, areas: &Areas, ink: &Ink) {
    if !areas.class.is_wide() {
        return;
    }
    let panes = [areas.chat, areas.message, areas.preview, areas.media, areas.jobs, areas.timeline];
    let panes: Vec<Rect> = panes.into_iter().filter(|pane| !pane.is_empty()).collect();
    let mut cols: Vec<u16> = panes.iter().filter_map(|pane| pane.x.checked_sub(1)).collect();
    cols.sort_unstable();
    cols.dedup();
    cols.into_iter().for_each(|x| draw_one(buffer, x, &panes, ink));
}

fn draw_one(buffer: &mut Buffer, x: u16, panes: &[Rect], ink: &Ink) {
    let beside = || panes.iter().filter(|pane| pane.x == x + 1);
    let top = beside().map(|pane| pane.y).min().unwrap_or_default();
    let bottom = beside().map(|pane| pane.bottom()).max().unwrap_or_default();
    for y in top..=bottom {
        let rule_at = |at: u16| panes.iter().any(|pane| pane.y == y && holds(pane, at));
        let joint = Joint {
            above: y > top,
            below: y < bottom,
            left: x.checked_sub(1).is_some_and(rule_at),
            right: rule_at(x + 1),
        };
        // Where a rule that goes on below it has words, they stay.
        if !rule_at(x) || is(buffer, x, y, ink.glyphs.rule) {
            let cell = Rect { x, y, width: 1, height: 1 };
            put_over(buffer, cell, 0, 0, &Line::styled(joint.sign(ink.glyphs), ink.theme.dim));
        }
    }
}

const fn holds(pane: &Rect, x: u16) -> bool {
    pane.x <= x && x < pane.right()
}

fn is(buffer: &Buffer, x: u16, y: u16, sign: &str) -> bool {
    buffer.cell(Position { x, y }).is_some_and(|cell| cell.symbol() == sign)
}

/// In which directions a rule goes on from a cell.
#[expect(clippy::struct_excessive_bools, reason = "one for each direction")]
struct Joint {
    above: bool,
    below: bool,
    left: bool,
    right: bool,
}

impl Joint {
    const fn sign(&self, glyphs: &Glyphs) -> &'static str {
        match (self.above, self.below, self.left, self.right) {
            (true, true, true, true) => glyphs.rule_cross,
            (true, true, false, true) => glyphs.rule_start,
            (true, true, true, false) => glyphs.rule_end,
            (false, true, ..) => glyphs.rule_down,
            (true, false, ..) => glyphs.rule_up,
            (false, false, ..) => glyphs.rule,
            (true, true, false, false) => glyphs.upright,
        }
    }
}
