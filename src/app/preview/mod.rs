//! The picture under the playhead: when it is asked for, and which one is shown.
//!
//! A frame is asked for when the playhead, the film or the pane's size has changed and the pane is
//! seen, one at a time: the next when the last has come. So scrubbing shows as many frames as the
//! machine can make and never waits for one. Frames seen lately are kept for scrubbing back.

mod recent;

use std::sync::Arc;

use crate::draft::Draft;
use crate::link::{Command, NoPicture, Picture, Wish};
use crate::ui;

use super::{Connection, Effect, State};
use recent::Recent;

pub use crate::terminal::Depth;

/// What the preview shows and waits for.
#[derive(Debug, Clone, Default)]
pub struct PreviewState {
    /// Whether the pane is shown.
    pub open: bool,
    /// The colours that a cell can take.
    pub depth: Depth,
    /// The newest frame that came.
    pub shown: Option<Arc<Picture>>,
    /// Why there is none.
    pub trouble: Option<NoPicture>,
    /// What the newest order was for.
    asked: Option<(Wish, Arc<Draft>)>,
    /// That order has no answer yet.
    waiting: bool,
    recent: Recent,
}

/// Shows or hides the pane.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    state.preview.open = !state.preview.open;
    Vec::new()
}

/// Another session: what was ordered in the one before will not come.
pub(super) fn begin_again(state: &mut State) {
    let PreviewState { open, depth, .. } = state.preview;
    state.preview = PreviewState { open, depth, ..PreviewState::default() };
}

/// Takes a frame, or the word that there is none.
pub(super) fn told(state: &mut State, wish: Wish, picture: Result<Arc<Picture>, NoPicture>) {
    let preview = &mut state.preview;
    preview.waiting = false;
    match picture {
        Ok(picture) => {
            if let Some((_, draft)) = preview.asked.as_ref().filter(|(asked, _)| *asked == wish) {
                preview.recent.keep(wish, draft, Arc::clone(&picture));
            }
            (preview.shown, preview.trouble) = (Some(picture), None);
        }
        Err(trouble) => (preview.shown, preview.trouble) = (None, Some(trouble)),
    }
}

/// The order for the frame that should be seen now, if it is neither seen nor on its way.
pub(super) fn ask(state: &mut State) -> Option<Effect> {
    if !state.preview.open
        || state.preview.waiting
        || state.status.connection != Connection::Connected
    {
        return None;
    }
    let area = ui::preview::picture_area(&state.areas());
    let draft = state.timeline.draft().filter(|_| !area.is_empty())?;
    // A cell is two pixels, one above the other.
    let (width, height) = (u32::from(area.width), u32::from(area.height) * 2);
    let wish = Wish { at: state.timeline.playhead, width, height };
    let preview = &mut state.preview;
    let same = |(asked, of): &(Wish, Arc<Draft>)| *asked == wish && Arc::ptr_eq(of, draft);
    if preview.asked.as_ref().is_some_and(same) {
        return None;
    }
    preview.asked = Some((wish, Arc::clone(draft)));
    if let Some(picture) = preview.recent.find(wish, draft) {
        (preview.shown, preview.trouble) = (Some(picture), None);
        return None;
    }
    preview.waiting = true;
    Some(Effect::Tell(Command::Preview(wish)))
}

#[cfg(test)]
mod tests;
