//! The background task that owns the connection to a backend: [`Command`] in, [`Update`] out.
//!
//! Both directions are bounded channels of plain data, so the link can be driven by the editor, by
//! the headless commands and by tests alike. It alone talks to the server and to the store: what must
//! not be lost is written down before its first byte goes out. It knows nothing of the screen.

mod command;
mod update;

pub use command::{Command, ExportTo, SessionChoice};
pub use update::{
    ChatLine, Credits, JobId, JobKind, JobState, JobView, MediaItem, Restored, SessionInfo,
    SessionSummary, Speaker, TurnEnd, TurnId, Update,
};
