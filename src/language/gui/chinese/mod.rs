//! Clauses in Chinese.
//!
//! There are no spaces to split at, so the beginning of a clause is eaten from the left, longest word
//! first; what is left must begin with the verb of an order.

mod clause;
mod judge;
mod sentence_to_send;
mod table;

pub(super) use clause::{announces, as_beginning, read, sequel, speaks_to, tells};
