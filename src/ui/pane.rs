//! What all panes share: a rule with a title, and the room below it.

use ratatui::layout::Rect;

use super::layout::{Class, margin};

/// The room below a pane's rule, with a margin at both sides.
pub(super) fn body(area: Rect, class: Class) -> Rect {
    let rule = u16::from(class != Class::Tiny).min(area.height);
    let margin = margin(class).min(area.width / 2);
    Rect {
        x: area.x + margin,
        y: area.y + rule,
        width: area.width - 2 * margin,
        height: area.height - rule,
    }
}

/// The first item to show so that the chosen one is seen and the room is used.
pub(super) fn first_shown(heights: &[usize], chosen: usize, rows: usize) -> usize {
    let mut first = heights.len();
    let mut used = 0;
    while first > 0 && used + heights[first - 1] <= rows {
        first -= 1;
        used += heights[first];
    }
    first.min(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_shows_its_end_unless_something_above_is_chosen() {
        assert_eq!(first_shown(&[1, 1, 1, 1], 3, 2), 2);
        assert_eq!(first_shown(&[1, 1, 1, 1], 1, 2), 1);
        assert_eq!(first_shown(&[2, 2, 1], 2, 3), 1);
        assert_eq!(first_shown(&[], 0, 3), 0);
    }
}
