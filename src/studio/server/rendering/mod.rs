//! Renders: ordered, run one after another for each session, asked about and called off.
//!
//! The records hold the line and every state; in memory there are only the handles of what this
//! studio itself is rendering. So another studio on the same data can tell how far a render is, and
//! can call it off, without knowing who runs it.

mod canvas;
mod endpoints;
mod job;
mod runner;
mod words;

pub(super) use endpoints::{cancel, estimate, order, status};
pub(super) use runner::Runner;
