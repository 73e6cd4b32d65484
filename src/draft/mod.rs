//! The edited film: canvas, tracks, segments, time, and what changed between two drafts.
//!
//! Everything here is a pure value. This folder knows no other folder, no terminal, no network and
//! no disk, so that the editor, the client and the studio can all mean the same thing by a draft.
//! The short names of the contract (`t`, `tt`, `sg`, `d`, `m`) and the studio's further keys stand
//! in [`wire`] alone; inside, everything has its full name. A draft that is decoded and encoded
//! again is the same JSON, unknown keys included.

mod diff;
mod fingerprint;
mod fx;
mod id;
mod inset;
mod landing;
mod model;
mod origin;
mod summary;
mod text_style;
mod time;
pub mod wire;

pub use diff::{Change, Difference, TrackDifference, changes, differences};
pub use fingerprint::fingerprint;
pub use fx::Fx;
pub use id::SegmentId;
pub use inset::Inset;
pub use landing::{STILL, landing, used_file, uses};
pub use model::{
    Canvas, Draft, Fit, Generated, Kind, Mood, Segment, Track, Transition, TransitionKind,
};
pub use origin::Origin;
pub use summary::{segment_label, summary};
pub use text_style::{Backing, Colour, TextMove, TextPlace, TextStyle, TextWeight};
pub use time::{FrameRate, Frames, Millis, Timecode};
pub use wire::DecodeError;
