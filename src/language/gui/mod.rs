//! Words of a screen that is not there: instructions for a web editor, taken out of an answer.
//!
//! The agent believes that its user sees a web editor with buttons, panels and a mouse. Its answer
//! comes in piece by piece; the text to show comes out, with what can be [offered](Offer) in place of
//! the instructions. What was made or changed stays, and so does what is quoted or code. A sentence is
//! judged clause by clause, in its own language, and only the orders of an instruction are taken out;
//! in doubt the text stays. Where the pieces are cut makes no difference to the whole, and nothing is
//! held back but a clause that may still become an instruction (and the space at the end).
//!
//! Known limits: a sentence of more than 800 bytes, a row of a table, and a question are left as they
//! are; an instruction that also tells what was done stays with it.

mod chinese;
mod clauses;
mod english;
mod filter;
mod offer;
mod page;
mod quotes;
mod reading;
mod sentence;
mod split;
mod tokens;

pub use filter::{Cleaned, GuiFilter};
pub use offer::Offer;

#[cfg(test)]
mod tests;
