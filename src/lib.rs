//! A full-screen terminal video editor that you talk to.
//!
//! The folders are the architecture, and data flows one way through them:
//!
//! ```text
//! terminal, link, timer -> Msg -> update(&mut State, Msg) -> Vec<Effect> -> runtime -> Msg …
//!                                      └-> view(&State) -> frame
//! ```
//!
//! | folder | what it is for |
//! |---|---|
//! | [`draft`] | the edited film: tracks, segments, time, differences; pure values |
//! | [`language`] | words: routing of sentences, what the program says; English and Chinese |
//! | [`api`] | the contract from the client's side |
//! | [`studio`] | the built-in backend: agent, media, music, render, server |
//! | [`link`] | the background task that owns the connection: `Command` in, `Update` out |
//! | [`store`] | what outlives the program: sessions, chat, jobs, settings, profiles |
//!
//! Arrows point one way: `draft` knows nobody; `ui` knows `draft` and the editor's state, never
//! `api`; `app` never waits; `studio` meets the client on the wire alone.

pub mod api;
pub mod app;
pub mod cli;
pub mod draft;
pub mod language;
pub mod link;
pub mod store;
pub mod studio;
pub mod terminal;
pub mod ui;
