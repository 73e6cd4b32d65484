//! Every draft of this run that differed from the one before, to be looked at and gone back to.
//!
//! Looking changes nothing: the timeline shows an older draft and says so, and edits are refused until
//! one is back at now. Going back is asked of whoever edits the film, like any other change.
//!
//! What is kept is kept in memory for the run: the newest two hundred. The studio keeps what it needs
//! to go back exactly by itself, and over restarts.

mod state;
mod steps;
mod walk;

pub use state::DraftHistory;
pub use walk::Comparison;

pub(super) use walk::{
    act, back_to_now, compared, go_back, polled, restored, return_to, took_turn, wanted,
};
