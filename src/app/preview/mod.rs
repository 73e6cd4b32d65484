//! The picture under the playhead: when it is asked for, and which one is shown.
//!
//! A frame is asked for when the playhead, the film or the pane's size has changed and the pane is
//! seen, one at a time: the next when the last has come. So scrubbing shows as many frames as the
//! machine can make and never waits for one. Frames seen lately are kept for scrubbing back, and while
//! the playhead rests the frames beside it are made, so that the next step finds its frame made.

mod beside;
mod file;
mod recent;
mod showing;

use std::sync::Arc;

use ratatui::layout::{Rect, Size};

use crate::draft::Draft;
use crate::link::{Command, NoPicture, Picture, Wish};
use crate::ui;
use crate::ui::layout::Class;

use super::{Connection, Effect, State};
use beside::Beside;
use file::FileLooks;
use recent::Recent;
use showing::Around;

pub use file::of_chosen_file;
pub(super) use file::{ask as ask_file, told as told_file};
pub use showing::{Showing, showing_of};
pub(super) use showing::{know_terminal, know_tmux, look_around};

pub use crate::terminal::{Depth, Pictures, Pixels, Share};

/// What the preview shows and waits for.
#[derive(Debug, Clone, Default)]
pub struct PreviewState {
    /// Whether the person opened or closed the pane, which holds for the run.
    pub(super) chosen: Option<bool>,
    /// The colours that a cell can take.
    pub depth: Depth,
    /// Whether the line to the terminal takes whole pictures, once that is known.
    quick: Option<bool>,
    /// Bytes that it takes in a moment, where it is slow.
    room: Option<usize>,
    /// The newest frame that came.
    pub shown: Option<Arc<Picture>>,
    /// Why there is none.
    pub trouble: Option<NoPicture>,
    /// The frame to be seen, ordered or kept.
    asked: Option<(Wish, Arc<Draft>)>,
    /// The order that has no answer yet: for that frame, one beside it, or one that was to be seen.
    ordered: Option<(Wish, Arc<Draft>)>,
    recent: Recent,
    /// The frames around the one that is seen.
    beside: Beside,
    /// What is known of the terminal besides what it tells itself.
    around: Around,
    /// The looks of files that were selected.
    files: FileLooks,
}

impl PreviewState {
    /// Takes what the variables of the environment promise.
    pub(super) fn know_environment(&mut self, variable: impl Fn(&str) -> Option<String>) {
        self.depth = Depth::of(&variable);
        self.around.know_environment(variable);
    }

    /// Whether the line to the terminal takes whole pictures, once that is known.
    #[must_use]
    pub const fn is_quick(&self) -> Option<bool> {
        self.quick
    }

    /// Bytes that the line takes in a moment, where it is slow.
    #[must_use]
    pub const fn room(&self) -> Option<usize> {
        self.room
    }

    /// Whether another frame can be ordered now: what was made ahead makes way, unless it is that one.
    /// A frame that was asked for is waited for, so that who scrubs sees something on the way.
    fn makes_way(&self, wish: Wish, draft: &Arc<Draft>) -> bool {
        let Some((ordered, of)) = &self.ordered else { return true };
        let is = |(other, film): &(Wish, Arc<Draft>)| other == ordered && Arc::ptr_eq(film, of);
        !self.asked.as_ref().is_some_and(is) && (*ordered != wish || !Arc::ptr_eq(of, draft))
    }

    /// From now on the line does, or not. A frame that came is of the other size.
    pub(super) fn take_line(&mut self, quick: bool) {
        if self.quick.unwrap_or_default() != quick {
            self.shown = None;
        }
        self.quick = Some(quick);
    }

    /// From now on the line takes so many in a moment.
    pub(super) const fn take_room(&mut self, room: Option<usize>) {
        self.room = room;
    }
}

/// From this size on the pane leaves room for the others, and is there without being asked for.
const ROOMY: Size = Size { width: 120, height: 30 };

/// Whether the pane is shown: as the person wants it, else where there is room, a film, and somebody
/// who can make its pictures.
#[must_use]
pub fn is_open(state: &State) -> bool {
    state.preview.chosen.unwrap_or_else(|| {
        state.size.width >= ROOMY.width
            && state.size.height >= ROOMY.height
            && state.look.pictures != Pictures::Off
            && is_from_studio(state)
            && state.timeline.draft().is_some()
    })
}

/// Whether the backend makes pictures of a film before it is rendered.
pub(super) fn is_from_studio(state: &State) -> bool {
    state.status.backend == "studio"
}

/// Whether frames are shown as cells for no other reason than that the line is slow.
#[must_use]
pub fn is_line_too_slow(state: &State) -> bool {
    state.preview.quick == Some(false) && showing::possible(state).is_some()
}

/// Whether the picture stands although the film plays: one after the other, in coloured cells, would
/// fill a slow line, and every key would wait behind them. It comes when the playhead rests.
#[must_use]
pub fn is_held(state: &State) -> bool {
    let Some(room) = state.preview.room else { return false };
    let bytes = match state.preview.depth {
        Depth::True => 38,
        Depth::Indexed => 24,
        Depth::Shades => 1,
    };
    let area = ui::preview::picture_area(&state.areas());
    state.timeline.transport.rate() != 0
        && showing_of(state).is_none()
        && usize::from(area.width) * usize::from(area.height) * bytes > room
}

/// Pixels across, at most, of a frame in pixels: the terminal makes it as large as its place.
const WIDEST: u32 = 480;

/// The size to be asked for to fill an area.
fn size_for(state: &State, area: Rect) -> (u32, u32) {
    let (cols, rows) = (u32::from(area.width), u32::from(area.height));
    // As cells, each is two pixels, one above the other.
    let Some(Showing { cell: (cell_width, cell_height), .. }) = showing_of(state) else {
        return (cols, rows * 2);
    };
    let (width, height) = (cols * u32::from(cell_width), rows * u32::from(cell_height));
    let larger = width.max(height).max(1);
    if larger <= WIDEST {
        return (width, height);
    }
    ((width * WIDEST / larger).max(1), (height * WIDEST / larger).max(1))
}

/// Shows or hides the pane.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    state.preview.chosen = Some(!is_open(state));
    Vec::new()
}

/// Where the picture lies in place of the other panes, it goes: one of them is to be seen.
pub(super) fn make_way(state: &mut State) {
    if !Class::of(state.size).is_wide() {
        state.preview.chosen = None;
    }
}

/// Another session: what was ordered in the one before will not come.
pub(super) fn begin_again(state: &mut State) {
    let PreviewState { chosen, depth, quick, room, .. } = state.preview;
    let around = std::mem::take(&mut state.preview.around);
    state.preview = PreviewState { chosen, depth, quick, room, around, ..PreviewState::default() };
}

/// Takes a frame, or the word that there is none. One that was made ahead is only kept: it is not the
/// one to be seen, and that it could not be made is told when it is.
pub(super) fn told(state: &mut State, wish: Wish, picture: Result<Arc<Picture>, NoPicture>) {
    let preview = &mut state.preview;
    // One that made way may have come all the same.
    let ordered = preview.ordered.take_if(|(ordered, _)| *ordered == wish);
    let Some((ordered, draft)) = ordered else { return };
    let asked = preview.asked.as_ref();
    let is_seen = asked.is_some_and(|(asked, of)| *asked == ordered && Arc::ptr_eq(of, &draft));
    match picture {
        Ok(picture) => {
            if asked.is_some_and(|(_, of)| Arc::ptr_eq(of, &draft)) {
                preview.recent.keep(wish, &draft, Arc::clone(&picture));
            }
            if is_seen {
                (preview.shown, preview.trouble) = (Some(picture), None);
            }
        }
        Err(trouble) if is_seen => (preview.shown, preview.trouble) = (None, Some(trouble)),
        Err(_) => {}
    }
}

/// The order for the frame that should be seen now, if it is neither seen nor on its way; else for one
/// beside it.
pub(super) fn ask(state: &mut State) -> Option<Effect> {
    if !is_open(state)
        || state.look.pictures == Pictures::Off
        || state.status.connection != Connection::Connected
        || is_held(state)
    {
        return None;
    }
    let area = ui::preview::picture_area(&state.areas());
    let draft = state.timeline.draft().filter(|_| !area.is_empty())?;
    let (width, height) = size_for(state, area);
    let wish = Wish { at: state.timeline.playhead, width, height };
    let preview = &mut state.preview;
    let same = |(asked, of): &(Wish, Arc<Draft>)| *asked == wish && Arc::ptr_eq(of, draft);
    if !preview.asked.as_ref().is_some_and(same) {
        // One that is kept is shown at once, whatever is on its way.
        let kept = preview.recent.find(wish, draft);
        if kept.is_none() && !preview.makes_way(wish, draft) {
            return None;
        }
        let before = preview.asked.replace((wish, Arc::clone(draft)));
        preview.beside = Beside::of(wish, before.map(|(before, _)| before.at), draft);
        let Some(picture) = kept else {
            preview.ordered = Some((wish, Arc::clone(draft)));
            return Some(Effect::Tell(Command::Preview(wish)));
        };
        (preview.shown, preview.trouble) = (Some(picture), None);
    }
    // What plays or cannot be made has no rest in which to make more.
    let rests = state.timeline.transport.rate() == 0 && preview.ordered.is_none();
    if !rests || preview.trouble.is_some() {
        return None;
    }
    let known = |wish: &Wish| preview.recent.find(*wish, draft).is_some();
    let next = preview.beside.next(known)?;
    preview.ordered = Some((next, Arc::clone(draft)));
    Some(Effect::Tell(Command::Preview(next)))
}

#[cfg(test)]
mod tests;
