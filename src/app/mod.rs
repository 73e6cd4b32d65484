//! The editor as values: what it knows, what can happen to it, and what it orders done.
//!
//! [`update`] takes the [`State`], a [`Msg`] and the time, and gives back [`Effect`]s: it waits for
//! nothing, reads no clock and touches neither disk nor network, so every behaviour is a test without
//! a terminal. Each pane has a small state and an update of its own; keys become [`actions::Action`]s by
//! one table. From `ui` it uses what is pure measuring and wording (where panes lie, how text breaks,
//! the words of the language), because scrolling is settled here.

pub mod actions;
mod arrived;
mod backends;
mod chat;
mod clock;
mod copy;
mod desktop;
mod effect;
mod exporting;
mod filmstrip;
mod foot;
pub(crate) mod help;
mod hints;
mod history;
mod job_log;
mod jobs;
mod jobs_shown;
pub mod keymap;
mod keys;
mod leaving;
mod listing;
mod media;
mod media_filter;
mod message;
mod mouse;
mod msg;
mod notify;
mod opened;
mod palette;
mod parting;
mod paste;
pub mod picker;
mod pictures;
mod plain;
mod press;
mod preview;
mod progress;
mod redraw;
mod run;
pub mod sessions;
mod setup;
mod state;
mod status;
mod themes;
mod timeline;
mod update;
mod waveform;

#[cfg(test)]
mod tests;

pub use crate::terminal::{Clipboard, Mouse};
pub use backends::{Answer, Asked, Backends, Decided, Place};
pub(crate) use chat::new_rows;
pub use chat::{
    Body, ChangeLine, ChatState, Choice, Entry, Find, Mark, Phase, Question, Scroll, Turn, Wording,
};
pub use effect::Effect;
pub use exporting::{
    ExportRow, ExportSheet, ExportState, Limit, QUALITIES, concerns, expected, is_by_studio,
    is_made, refused,
};
pub use filmstrip::{FilmstripState, is_on as is_filmstrip_on};
pub use help::HelpState;
pub use hints::Hints;
pub use history::{Comparison, DraftHistory};
pub use job_log::JobLogState;
pub use jobs::{JobsState, Pace};
pub use jobs_shown::{ShownJob, Sieve, Whose};
pub use keymap::Keymap;
pub use keys::Key;
pub use leaving::Leaving;
pub(crate) use leaving::warning as leaving_warning;
pub use media::MediaState;
pub use media_filter::MediaFilter;
pub use message::{MessageRow, MessageState};
pub use msg::{Msg, Now};
pub use palette::{Found, Listing, PaletteEntry, PaletteState, Pick, Sentence, Setting};
pub use picker::{PickerState, Sort, Wanted};
pub use pictures::{PicturesState, sound_name};
pub use plain::run_plain;
pub use preview::{
    Depth, Pictures, Pixels, PreviewState, Share, Showing, is_held, is_line_too_slow,
    is_open as is_preview_open, of_chosen_file, showing_of,
};
pub use redraw::Redraw;
pub use run::{Editor, run};
pub use sessions::{Doing, SessionsState};
pub use setup::{Look, Setup};
pub use state::{Focus, State};
pub use status::{Connection, StatusState};
pub use timeline::{
    Asks, Changed, Chosen, EditRefusal, EditState, Entry as TimelineEntry, Expected, Fact, Film,
    Index, LaneMarks, Marker, Marks, Pending, Snapping, TimelineState, TrackIndex, Transport, Zoom,
};
pub use update::{SPINNER_STEP, update};
pub use waveform::Waveform;
