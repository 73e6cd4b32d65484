//! The contract from the client's side: requests, answers, the event stream, and what can go wrong.
//!
//! Bytes and JSON come in from a server of the contract (the cloud or the studio); typed values and
//! [`Error`]s go out. This folder knows `draft` for the film and nothing of the screen, the store or
//! the studio. [`wire`] holds the shapes that client and studio share; the studio uses that folder
//! and no other part of this one.

mod answers;
mod chat;
mod client;
mod download;
mod error;
pub mod events;
mod identity;
mod looks;
mod media_addresses;
mod origin;
mod render;
mod repeat;
mod said;
mod session;
mod upload;
pub mod wire;

pub use chat::EventStream;
pub use client::{Attribution, Client, Setup};
pub use download::{PartFile, SaveAs, Transfer, Whole, stem_of_title};
pub(crate) use error::reason;
pub use error::{About, Account, Error};
pub use identity::{
    Anonymous, Credential, NewToken, Renewal, TokenRequest, request_anonymous_token,
};
pub use media_addresses::with_public_addresses;
pub(crate) use origin::is_loopback;
pub use render::{RenderProgress, RenderState};
pub use repeat::{Patience, Repeat};
pub use session::{Claim, Opened, State, StateAnswer};
pub use upload::Upload;
