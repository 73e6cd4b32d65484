//! The timeline's state: the film as last polled, the playhead, and what part of the film is seen.

mod index;
mod marks;
mod playhead;
mod pointed;
mod state;
mod zoom;

pub use index::{Index, TrackIndex};
pub use marks::{Marker, Marks};
pub use state::TimelineState;
pub use zoom::Zoom;

pub(super) use playhead::{act, settle};
pub(super) use pointed::{is_zoomed, move_on, pick, scrub};
