//! What the screen shows, in every state and size class.

mod panes;
mod screens;
mod sessions;
mod sizes;
mod unfit;
