//! What the screen shows, in every state and size class.

mod panes;
mod screens;
mod sizes;
mod timeline;
