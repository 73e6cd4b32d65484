//! Every draft of this run that differed from the one before, to be looked at and gone back to.
//!
//! Looking changes nothing: the timeline shows an older draft and says so, and edits are refused until
//! one is back at now. Going back is asked of whoever edits the film, like any other change.
//!
//! Those of this run are in memory, the newest two hundred. All of them, and those of earlier runs, are
//! in the store; they are read the first time that somebody goes back or compares. The studio keeps
//! what it needs to go back exactly by itself.

mod compare;
mod past;
mod scroll;
mod state;
mod steps;
mod walk;

pub use state::DraftHistory;
pub use walk::Comparison;

pub(super) use past::{ask, told};
pub(super) use scroll::scrolled;
pub(super) use walk::{
    act, back_to_now, compared, go_back, polled, restored, return_to, took_turn, wanted,
};
