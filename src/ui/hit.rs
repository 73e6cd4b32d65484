//! Where things were drawn, for the mouse.

use ratatui::layout::{Position, Rect};

use crate::app::Focus;

/// Something on the screen that can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A pane as a whole.
    Pane(Focus),
    /// The part of the timeline where a column is a moment.
    Lanes,
}

/// What lies where; what was drawn later lies above.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HitMap {
    spots: Vec<(Rect, Spot)>,
}

impl HitMap {
    pub(super) fn put(&mut self, area: Rect, spot: Spot) {
        if !area.is_empty() {
            self.spots.push((area, spot));
        }
    }

    /// What lies at a place, with its area.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<(Rect, Spot)> {
        self.spots.iter().rev().find(|(area, _)| area.contains(position)).copied()
    }
}
