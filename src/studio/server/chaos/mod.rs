//! The studio misbehaving on purpose, for those who write clients of the contract.
//!
//! A list of faults ([`Chaos`]) and a seed come in; around the studio's router lies a layer that
//! spoils requests and answers accordingly. The handlers behind it know nothing of it, and a studio
//! without a list has no such layer. Where a fault says that something was done, it was: the film
//! behind the layer is always the truth.
//!
//! Whether a request is struck is a pure function of the seed, the fault, the endpoint and the
//! request's number at that endpoint, so the same requests in the same order meet the same faults.
//! Requests that overtake each other (two uploads at a time) swap numbers; that is a limit.
//! `docs/chaos.md` is the manual, made in part from the table in [`TABLE`].

mod chat;
mod dice;
mod documents;
mod endpoint;
mod fault;
mod files;
mod grammar;
mod layer;
mod ledger;
mod marks;
mod memory;
mod plan;
mod refuse;
mod renders;
mod rewrite;
mod rule;
mod tokens;
mod visit;
mod wrap;

use dice::Dice;

pub use documents::{endpoints as endpoints_table, faults as faults_table};
pub use endpoint::Endpoint;
pub use fault::{Alone, Fault, Known, TABLE};
pub use grammar::ListError;
pub use plan::Chaos;
pub(super) use visit::Works;
pub(super) use wrap::{around, with_ledger};
