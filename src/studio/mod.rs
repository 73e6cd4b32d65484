//! The built-in backend: a server of the contract that needs no account and no network. Only a model of
//! the user's own, where one is set, is asked elsewhere.
//!
//! Requests come in over HTTP on loopback and answers go out the same way; there is no side door. It
//! shares with the client only the shapes of [`crate::api::wire`], and with everyone the film of
//! [`crate::draft`] and the words of [`crate::language`]. It never imports the screen, the link or
//! the client.

pub mod agent;
pub mod ffmpeg;
pub mod library;
pub mod media;
pub mod model;
pub mod music;
pub mod render;
pub mod samples;
pub mod server;
