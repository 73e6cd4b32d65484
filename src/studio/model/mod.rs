//! A model of the user's own, for sentences that the built-in understanding would not get.
//!
//! ```text
//! sentence, film ──▶ ask ──▶ words ──────────────▶ chat, as they come
//!                     ▲  └─▶ calls ──▶ requests ──▶ agent ──▶ film
//!                     └───────────── results ◀──────┘
//! ```
//!
//! Any endpoint that speaks the chat-completions form with tools will do. What goes there: the
//! sentence, the film in words and the names of the files; never a file, a path or an address. A call
//! is a request to the [`agent`](crate::studio::agent) like any sentence, so a model can do nothing that
//! could not be said, and what is claimed at the end is read off the film. Everything is bounded: steps,
//! time, silence and size. Where anything fails the film is as it was, and the caller lets the built-in
//! understanding answer.
//!
//! What is accepted as a limit: a model hears the sentence and the film, not the conversation before.

mod address;
mod ask;
mod converse;
mod endpoint;
mod failure;
mod film;
mod reply;
mod talk;
mod thought;
mod tools;

pub use converse::{Limits, Voice, converse};
pub use endpoint::{Endpoint, Key, Wanted, WrongSetting};
pub use failure::Failure;
