//! The editor in lines: for screen readers, poor terminals, and pipes.
//!
//! The same state, the same update, the same link. Only the two ends differ: a line that comes in is
//! words, a number, or a command ([`order`]), and what changed in the state is told in lines
//! ([`Teller`]) instead of drawn. Nothing moves the cursor and nothing is coloured. What waits in a
//! pipe is taken a line at a time, each when the one before is done, so that a number means what it
//! would mean to a person.

mod deeds;
mod film;
mod finding;
mod folders;
mod listed;
mod lists;
mod makes;
mod marks;
mod order;
mod run;
mod shelf;
mod still;
mod talk;
mod teller;
#[cfg(test)]
mod tests;
mod works;

pub use run::run as run_plain;

pub(super) use still::saved as picture_saved;

use listed::Listed;
use order::{Heard, heard};
use teller::Teller;
