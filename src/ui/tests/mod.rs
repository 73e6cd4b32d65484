//! What the screen shows, in every state and size class.

mod editing;
mod finding;
mod languages;
mod panes;
mod screens;
mod sizes;
mod timeline;
