//! The background task that owns the connection to a backend: [`Command`] in, [`Update`] out.
//!
//! Both directions are bounded channels of plain data, so the link can be driven by the editor, by
//! the headless commands and by tests alike. It alone talks to the server and to the store: what must
//! not be lost is written down before its first byte goes out. It knows nothing of the screen.
//!
//! What is kept of the conversation: the user's messages, the agent's answers and the link's own
//! notices are put down here; whatever else the screen says comes in as [`Command::Note`]. A message
//! is sent at most once, also across a crash: it is marked as sent before its first byte goes out, and
//! nothing sends a marked message. What the next start finds marked and without an end is looked after
//! until the state shows what became of it; what was never sent is given back to the person.

mod activity;
mod background;
mod browser;
mod command;
mod connect;
mod consent;
mod drafts;
mod elsewhere;
mod estimate;
mod export_job;
mod fingerprint;
mod gather;
mod identity;
mod inbox;
mod job_lists;
mod jobs;
mod left_over;
mod lists;
mod looks;
mod lost;
mod notices;
mod open;
mod opening;
mod orders;
mod originals;
mod piece;
mod polls;
mod purse;
mod recovery;
mod render_wait;
mod report;
mod session;
mod settings;
mod settle;
mod shelf;
mod stages;
mod storage;
mod stream;
mod task;
mod turn;
mod turns;
mod update;
mod upload_check;
mod upload_job;
mod uploading;
mod words;

pub use background::{Background, finish_exports, take_up_left_exports};
pub use command::{Command, ExportTo, SessionChoice};
pub use consent::is_agreed;
pub use lists::{SessionName, jobs, sessions, sessions_named};
pub use looks::{NoPicture, Picture, Still, Wish};
pub use notices::{files_gone, never_sent, new_session};
pub use piece::Piece;
pub use settings::{Backend, Consent, LinkSettings, now};
pub use task::{Link, spawn};
pub use update::{
    ChatLine, Credits, Expected, JobId, JobKind, JobState, JobView, LeftOver, LostSession, Marker,
    Marks, MediaItem, PEAK, PastFilm, Restored, SessionInfo, SessionSummary, Speaker, TurnEnd,
    TurnId, Update, Waveform,
};

pub use crate::api::wire::render::OutputSettings;
pub use crate::store::kept::{JobStep, ListedJob, ListedSession, Used};
pub use crate::studio::server::{Form, PRESETS, Preset, check_size};
