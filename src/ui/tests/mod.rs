//! What the screen shows, in every state and size class.

mod any_keys;
mod editing;
mod finding;
mod jobs;
mod languages;
mod panes;
mod picker;
mod screens;
mod sessions;
mod sizes;
mod timeline;
mod unfit;
