//! Words: what a sentence asks of the program itself, and what the program says to people.
//!
//! English and Chinese. Pure functions from text and facts to text and choices; this folder knows
//! `draft` and nothing else of the program. Understanding edits is not here but with the studio's
//! agent, because on the cloud somebody else does it.
//!
//! `route` decides where a sentence of the user's goes, `edit` says an edit exactly and reads it back,
//! `gui` takes words of a web page out of the agent's answers, `changes` and `problem` are what the program says itself.

mod changes;
mod clean;
pub mod edit;
mod gui;
pub mod pointing;
mod problem;
mod route;
mod size;
pub mod stages;
mod tongue;

#[cfg(test)]
pub(crate) use changes::COLOURS;
pub use changes::tell_changes;
pub(crate) use changes::{differing_looks, piece_name, spoken, unusual};
pub(crate) use changes::{told_effect, transition_name};
pub use clean::clean;
pub use gui::{Cleaned, GuiFilter, Offer};
pub use problem::{Detail, Problem};
pub use route::{Route, route, words_as_names, words_as_paths};
pub use size::said_size;
pub use tongue::Language;
