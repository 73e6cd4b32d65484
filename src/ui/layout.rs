//! Where the panes lie, from the size of the terminal and little else.
//!
//! Pure arithmetic on plain values; `update` asks it as well as `view`, because scrolling is settled
//! there. Each pane's area begins with the row of its rule. A pane that is not shown has an empty
//! area. What is decided here depends on sizes, never on what happens, so nothing on the screen jumps
//! while work goes on; the message box alone grows with its lines.

use ratatui::layout::{Rect, Size};

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The words and the film, without rules or furniture.
    Tiny,
    /// Every pane in turn, without air.
    Narrow,
    /// The upper half is one pane of three; the film below.
    Standard,
    /// Words left, things right, the film below.
    Wide,
    /// Words, media and jobs side by side.
    Panorama,
}

impl Class {
    /// The class of a size.
    #[must_use]
    pub const fn of(size: Size) -> Self {
        match (size.width, size.height) {
            (0..20, _) | (_, 0..9) => Self::Tiny,
            (20..60, _) | (_, 9..16) => Self::Narrow,
            (60..100, _) | (_, 16..24) => Self::Standard,
            (100..200, _) => Self::Wide,
            _ => Self::Panorama,
        }
    }

    /// Whether media and jobs stand beside the chat instead of taking its place.
    #[must_use]
    pub const fn is_wide(self) -> bool {
        matches!(self, Self::Wide | Self::Panorama)
    }
}

/// Which pane the upper half shows where it shows one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// The conversation.
    #[default]
    Chat,
    /// The files.
    Media,
    /// Uploads and renders.
    Jobs,
}

/// What the places depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The terminal.
    pub size: Size,
    /// The pane of the upper half.
    pub tab: Tab,
    /// Rows that the words in the message box take.
    pub message_rows: u16,
    /// Tracks of the film.
    pub lanes: u16,
    /// The lanes show small pictures, where there is room for lanes of three rows.
    pub filmstrip: bool,
}

/// Where everything lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the pane that it is named after")]
pub struct Areas {
    pub class: Class,
    pub status: Rect,
    pub chat: Rect,
    pub message: Rect,
    pub media: Rect,
    pub jobs: Rect,
    pub preview: Rect,
    pub timeline: Rect,
    pub footer: Rect,
    /// Rows of one lane.
    pub lane_rows: u16,
}

/// Columns that words in the message box can take.
#[must_use]
pub fn message_cols(size: Size) -> u16 {
    let class = Class::of(size);
    left_cols(size, class).saturating_sub(2 * margin(class) + u16::from(class == Class::Tiny))
}

/// Empty columns at each side of a pane's words.
#[must_use]
pub const fn margin(class: Class) -> u16 {
    match class {
        Class::Tiny => 0,
        Class::Narrow => 1,
        Class::Standard | Class::Wide | Class::Panorama => 2,
    }
}

/// Places everything.
#[must_use]
pub fn areas(wanted: Wanted) -> Areas {
    let class = Class::of(wanted.size);
    let full = Rect::from((ratatui::layout::Position::ORIGIN, wanted.size));
    let (rest, mut placed) = furniture(class, full);
    let (lane_rows, film) = timeline_rows(class, wanted);
    let (upper, timeline) = cut_bottom(rest, film);
    placed.lane_rows = lane_rows;
    placed.timeline = timeline;
    place_upper(class, wanted, upper, &mut placed);
    placed
}

/// Status line above, footer below.
fn furniture(class: Class, full: Rect) -> (Rect, Areas) {
    let rows = u16::from(class != Class::Tiny);
    let (rest, footer) = cut_bottom(full, rows);
    let (status, rest) = cut_top(rest, rows);
    let none = Rect::ZERO;
    let placed = Areas {
        class,
        status,
        chat: none,
        message: none,
        media: none,
        jobs: none,
        preview: none,
        timeline: none,
        footer,
        lane_rows: 1,
    };
    (rest, placed)
}

/// How high a lane and the whole timeline are.
fn timeline_rows(class: Class, wanted: Wanted) -> (u16, u16) {
    let height = wanted.size.height;
    let lanes = wanted.lanes.max(3);
    match class {
        Class::Tiny => (1, if height >= 6 { 2 } else { 0 }),
        Class::Narrow => (1, 1 + lanes.min(3)),
        // Where it does not crowd the chat, a row more: the overview takes it, or a track.
        Class::Standard => (1, 2 + lanes.min(height / 5) + u16::from(height >= 28)),
        Class::Wide | Class::Panorama => {
            let room = (height / 3).max(6);
            let lane_rows = match room / lanes.max(1) {
                3.. if wanted.filmstrip && height < 48 => 3,
                _ if height < 48 => 1,
                rows => rows.clamp(1, 4),
            };
            // High lanes that no track has would be emptiness at the cost of the chat.
            let lanes = if lane_rows > 1 && height < 48 { wanted.lanes.max(1) } else { lanes };
            // Rule, ruler, lanes, and the overview below them.
            (lane_rows, 3 + (lanes * lane_rows).min(room))
        }
    }
}

fn place_upper(class: Class, wanted: Wanted, upper: Rect, placed: &mut Areas) {
    if class.is_wide() {
        let (left, right) = cut_left(upper, left_cols(wanted.size, class));
        place_words(class, wanted, left, placed);
        // One column for the upright rule between.
        place_things(class, cut_left(right, 1).1, placed);
        return;
    }
    place_words(class, wanted, upper, placed);
    match wanted.tab {
        Tab::Chat => {}
        Tab::Media => std::mem::swap(&mut placed.media, &mut placed.chat),
        Tab::Jobs => std::mem::swap(&mut placed.jobs, &mut placed.chat),
    }
}

fn place_words(class: Class, wanted: Wanted, area: Rect, placed: &mut Areas) {
    let rule = u16::from(class != Class::Tiny);
    let least = 1 + u16::from(class.is_wide());
    let most = (wanted.size.height / 5).clamp(1, 8);
    let rows = wanted.message_rows.clamp(least, most.max(least)) + rule;
    (placed.chat, placed.message) = cut_bottom(area, rows);
}

fn place_things(class: Class, area: Rect, placed: &mut Areas) {
    if class == Class::Panorama {
        let (media, jobs) = cut_left(area, area.width / 2);
        (placed.media, placed.jobs) = (media, cut_left(jobs, 1).1);
    } else {
        (placed.media, placed.jobs) = cut_bottom(area, area.height / 2);
    }
}

fn left_cols(size: Size, class: Class) -> u16 {
    let width = size.width;
    match class {
        Class::Wide => width - (width * 2 / 5).clamp(40, 72),
        Class::Panorama => width * 2 / 5,
        Class::Tiny | Class::Narrow | Class::Standard => width,
    }
}

fn cut_top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let top = Rect { height: rows, ..area };
    (top, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

fn cut_bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    cut_top(area, area.height - rows)
}

fn cut_left(area: Rect, cols: u16) -> (Rect, Rect) {
    let cols = cols.min(area.width);
    let left = Rect { width: cols, ..area };
    (left, Rect { x: area.x + cols, width: area.width - cols, ..area })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(width: u16, height: u16, tab: Tab) -> Areas {
        areas(Wanted {
            size: Size { width, height },
            tab,
            message_rows: 1,
            lanes: 3,
            filmstrip: false,
        })
    }

    #[test]
    fn the_panes_of_a_standard_terminal_fill_it_row_by_row() {
        let areas = placed(80, 24, Tab::Chat);
        let rows = [areas.status, areas.chat, areas.message, areas.timeline, areas.footer];
        assert_eq!(rows.map(|area| area.height), [1, 15, 2, 5, 1]);
        assert_eq!(areas.media, Rect::ZERO);
    }

    #[test]
    fn a_tab_takes_the_place_of_the_chat_and_of_nothing_else() {
        let (chat, jobs) = (placed(80, 24, Tab::Chat), placed(80, 24, Tab::Jobs));
        assert_eq!((jobs.jobs, jobs.chat), (chat.chat, Rect::ZERO));
        assert_eq!((jobs.message, jobs.timeline), (chat.message, chat.timeline));
    }

    #[test]
    fn panes_never_overlap_nor_leave_the_terminal() {
        for width in 0..220 {
            for height in 0..60 {
                let areas = placed(width, height, Tab::Chat);
                let full = Rect::new(0, 0, width, height);
                let panes = [
                    areas.status,
                    areas.chat,
                    areas.message,
                    areas.media,
                    areas.jobs,
                    areas.timeline,
                    areas.footer,
                ];
                let shown: Vec<Rect> = panes.into_iter().filter(|pane| !pane.is_empty()).collect();
                for (index, pane) in shown.iter().enumerate() {
                    assert_eq!(full.intersection(*pane), *pane, "{width}x{height}");
                    let others = &shown[index + 1..];
                    assert!(
                        others.iter().all(|other| !other.intersects(*pane)),
                        "{width}x{height}"
                    );
                }
            }
        }
    }
}
