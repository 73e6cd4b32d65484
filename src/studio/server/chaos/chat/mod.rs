//! Turns that go wrong: the studio's own stream is heard to its end, then told again with faults.
//!
//! In four steps, each a file and pure: what is said ([`words`]), in which dialect ([`dialect`]), in
//! which frames ([`frames`]), and in which pieces, with which waits and up to where ([`steps`]).
//! Because the stream is heard to its end first, a long turn is silent until then; the studio's own
//! signs of life are not passed on.

mod dialect;
mod frames;
mod heard;
mod steps;
mod turn;
mod words;

pub(super) use turn::turn;
