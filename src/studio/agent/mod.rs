//! The studio's agent: a sentence and a film in, words and a changed film out.
//!
//! ```text
//! sentence -> words -> requests -> plan -> operations -> film
//!                                            film before, film after -> answer
//! ```
//!
//! Each arrow is a pure step in a folder of its own. Nothing here reads a file, a clock or the
//! network, and the same sentence on the same scene gives the same film. Everything that an answer
//! claims to have changed is read off the change itself. To teach it a word, add it to
//! `assets/language`; to teach it an edit, add a request, its reader, its plan and, if no operation
//! does it yet, an operation.
//!
//! What is accepted as a limit: only the first video track is edited, sound, and words that do not lie
//! exactly over one piece, keep their places when pictures move, and a wish is understood by its words rather than its grammar.

mod afresh;
mod answer;
mod ask;
mod attempt;
mod back;
mod begun;
mod between_the_two;
mod both_of_two;
mod brief;
mod but_for;
mod by_turns;
mod carrying_out;
mod changed_to_that;
mod counted_pieces;
mod dialect;
mod for_a_platform;
mod further_of_it;
mod gist;
mod headed;
mod held_back;
mod held_behind;
mod ill_suited;
mod marks_between;
mod misread;
mod moments_within;
mod neighbours;
mod numbered;
mod once_more;
mod operation;
mod own_words;
mod passed_on;
mod piecewise;
mod plan;
mod put_elsewhere;
mod put_simply;
mod questions;
mod quoted_texts;
mod request;
mod said_first;
mod same_unit;
mod scene;
mod shown_and_changed;
mod so_by_itself;
mod spoken;
mod taken_back;
mod talk;
mod texts_named;
mod those_seconds;
mod timecode;
mod told_and_changed;
mod told_short;
mod turn;
mod typed_short;
mod wish_by_wish;
mod words;
mod would_suit;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Choices};
pub use attempt::Attempt;
pub use scene::{History, Scene};
pub use talk::{About, Asked, Meant, Offer, Talk};
pub use turn::take_turn;
