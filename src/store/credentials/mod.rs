//! Who this program is to a server without an account: the client id and the anonymous token.
//!
//! The client id lies in the XDG configuration folder, in a file shared with the vendor's own tools,
//! and holds the UUID only. The token lies in this program's own folder, which is closed to everybody
//! but its owner, and is used until it expires: a server gives out one a week. Several programs may
//! start at once, so whoever asks for a token holds a lock meanwhile.

mod client_id;
mod private_file;
mod tokens;

pub use client_id::{ClientId, client_id, client_id_file, known_client_id};
pub use tokens::{KeptToken, TokensLock, keep_token, kept_token};
