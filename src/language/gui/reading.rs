//! What a clause is taken for.

use super::Offer;
use super::clauses::Joint;

/// What a clause is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// Something to show.
    Plain,
    /// It leads to the clause that follows, and shares its fate: `To save it`, `If you like`.
    Leading {
        /// It also tells what was done.
        tells: bool,
    },
    /// An instruction for a screen.
    Instruction(Vec<Offer>),
    /// It has begun and may become anything.
    Open,
}

/// What stands around a clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// How it is joined to the one before.
    pub(super) joint: Joint,
    /// More may follow.
    pub(super) open: bool,
    /// The sentence is an item of a list.
    pub(super) in_list: bool,
    /// The clause before speaks to the user, or leads to this one.
    pub(super) spoken_to: bool,
    /// A clause before tells what was done.
    pub(super) told: bool,
}

/// What a clause after an instruction is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sequel {
    /// It stands on its own.
    Stays,
    /// It goes with the instruction.
    Goes(Vec<Offer>),
}
