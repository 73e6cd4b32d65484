//! Clauses in English.

mod clause;
mod judge;
mod leads;
mod phrases;
mod sentence_to_send;
mod table;
mod verbs;
mod words;

pub(super) use clause::{announces, as_beginning, read, read_means, sequel, speaks_to, tells};
