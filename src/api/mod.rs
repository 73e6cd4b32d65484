//! The contract from the client's side: requests, answers, the event stream, and what can go wrong.
//!
//! Bytes and JSON come in from a server of the contract (the cloud or the studio); typed values and
//! [`Error`]s go out. This folder knows `draft` for the film and nothing of the screen, the store or
//! the studio. [`wire`] holds the shapes that client and studio share; the studio uses that folder
//! and no other part of this one.

pub mod wire;
