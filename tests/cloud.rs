//! The program without a screen against a server of the contract that answers as a test says: what it
//! makes of refusals and nonsense, what it keeps to itself, and how much memory it takes.

mod support;

#[path = "link/server.rs"]
mod server;

mod cloud {
    mod errors;
    mod memory;
    mod program;
    mod secrets;
}
