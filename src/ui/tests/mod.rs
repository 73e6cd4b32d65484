//! What the screen shows, in every state and size class.

mod editing;
mod panes;
mod screens;
mod sizes;
mod timeline;
