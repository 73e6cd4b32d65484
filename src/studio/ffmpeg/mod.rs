//! Running ffmpeg and ffprobe: processes, never libraries.
//!
//! A broken file can end such a process and not this one. Every run gets arguments as a list (no
//! shell), no standard input but what is written to it here, a time limit, a process group of its own that is killed when its owner
//! goes, and local files only. Callers add nothing to a command line that opens a network protocol.

mod capabilities;
mod filter_list;
mod filters;
mod hardware;
mod kept;
mod launch;
mod local;
mod process;
mod progress;
mod reason;
mod streamed;
mod watched;

pub use capabilities::{Capabilities, capabilities};
pub(crate) use capabilities::{crossing, decodes, learn_crossings};
pub(crate) use filter_list::{has_filters, has_zimg, know_filters, maps_tones};
#[cfg(test)]
pub(crate) use filters::{FILTERS, TONES};
pub(crate) use filters::{filters_of, named_in};
pub use hardware::Hardware;
pub(crate) use hardware::tried;
pub(crate) use launch::Priority;
pub(crate) use local::{LOCAL_ONLY, file_argument};
pub use process::{Error, Tool, output};
pub(crate) use progress::Progress;
pub(crate) use streamed::stream_gently;
pub(crate) use watched::{Ahead, Limits, run_watched, run_watched_at};
