//! Spots and their areas.

use ratatui::layout::{Position, Rect};

use crate::app::Focus;
use crate::app::actions::Action;

/// Something on the screen that can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A pane as a whole.
    Pane(Focus),
    /// The part of the timeline where a column is a moment and a row belongs to a track.
    Lanes,
    /// The timeline's ruler, where a column is a moment.
    Ruler,
    /// What is chosen by this number.
    Choice(usize),
    /// A key that is told with what it does.
    Key(Action),
    /// A line of a pane's list, from its first.
    Line(Focus, usize),
    /// A line of the list that lies over the panes, from its first.
    Listed(usize),
}

/// Something that was pointed at, with its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where it lies.
    pub area: Rect,
    /// What it is.
    pub spot: Spot,
}

/// What lies where; what was put later lies above.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HitMap {
    spots: Vec<Hit>,
}

impl HitMap {
    pub(in crate::ui) fn put(&mut self, area: Rect, spot: Spot) {
        if !area.is_empty() {
            self.spots.push(Hit { area, spot });
        }
    }

    /// What lies at a place.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<Hit> {
        self.spots.iter().rev().find(|hit| hit.area.contains(position)).copied()
    }

    /// The pane at a place, whatever lies upon it.
    #[must_use]
    pub fn pane(&self, position: Position) -> Option<Focus> {
        self.spots.iter().find_map(|hit| match hit.spot {
            Spot::Pane(focus) if hit.area.contains(position) => Some(focus),
            _ => None,
        })
    }
}
