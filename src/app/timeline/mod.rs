//! The timeline's state: the film as last polled, the playhead, and what part of the film is seen.

mod changed;
mod density;
mod index;
mod marks;
mod playhead;
mod snap;
mod state;
mod zoom;

pub use changed::Changed;
pub use index::{Index, TrackIndex};
pub use marks::{Marker, Marks};
pub use snap::Snapping;
pub use state::TimelineState;
pub use zoom::Zoom;

pub(super) use playhead::{act, settle};
