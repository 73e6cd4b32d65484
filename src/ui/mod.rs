//! The state as a picture: [`view`] draws it and tells where things are.
//!
//! Drawing is pure: it takes `&State`, changes nothing and reads nothing else, and it works at every
//! size down to none. One file for each pane, places in [`layout`], colours in `theme` alone, words
//! in [`words`] alone. It knows the editor's state, the film, and what the link tells; never the API.
//! Some of its measuring is public to the update, which settles scrolling with it.

mod ascii;
mod chat;
pub mod chat_rows;
mod consent;
mod exporting;
mod footer;
pub mod format;
mod glyphs;
mod help;
mod hints;
mod history;
mod hits;
mod hyperlinks;
mod ink;
mod job_log;
mod jobs;
pub mod layout;
mod media;
mod message;
mod palette;
mod pane;
mod picker;
pub mod preview;
mod query;
mod rule;
mod sessions;
mod sheet;
mod status;
mod tabs;
pub mod text;
mod theme;
mod timeline;
mod uprights;
mod view;
mod welcome;
mod which_key;
pub mod words;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use glyphs::Signs;
pub use help::help_rows;
pub use history::rows as comparison_rows;
pub use hits::{Hit, HitMap, Spot, hits};
pub use hyperlinks::Links;
pub use job_log::{rows as job_log_rows, text as job_log_text};
pub use theme::{Colours, Theme, ThemeError, theme_names};
pub use timeline::{filmstrip_wishes, has_filmstrip, lane_cols, lane_count};
pub use view::{view, view_parts};
