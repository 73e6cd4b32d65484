//! What the screen shows, in every state and size class.

mod any_keys;
mod editing;
mod exporting;
mod finding;
mod jobs;
mod languages;
mod panes;
mod parts;
mod picker;
mod pictures;
mod rules;
mod screens;
mod sessions;
mod sizes;
mod states;
mod timeline;
mod unfit;
