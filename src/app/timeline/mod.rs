//! The timeline's state: the film as last polled, the playhead, and what part of the film is seen.

mod along;
mod changed;
mod chosen;
mod density;
mod edit;
mod entry;
mod film;
mod gone;
mod index;
mod marking;
mod playhead;
mod pointed;
mod pointing;
mod rows;
mod snap;
mod state;
mod tick;
mod timecode;
mod transport;
mod zoom;

pub use crate::link::{Marker, Marks};
pub use changed::{Changed, LaneMarks};
pub use chosen::Chosen;
pub use edit::{EditRefusal, EditState, Expected, Fact, Pending};
pub use entry::{Asks, Entry};
pub use film::Film;
pub use index::{Index, TrackIndex};
pub use snap::Snapping;
pub use state::TimelineState;
pub use transport::Transport;
pub use zoom::Zoom;

pub(super) use chosen::{choose_up_to_here, end as end_choosing};
pub(super) use edit::{
    act as edit, drop_pending, export, export_as, flush, give_up, go_on, has_edits_behind_turn,
    insert, send as send_sentence, settle_expected, verify,
};
pub(super) use entry::{go_to, pressed as written, time_of};
pub(super) use marking::{act as run, name as name_marker, remove as remove_marker};
pub(super) use playhead::{act, settle};
pub(super) use pointed::{is_zoomed, move_on, pick, scrub};
pub(super) use pointing::point_out;
pub(super) use tick::{tick, wake};
