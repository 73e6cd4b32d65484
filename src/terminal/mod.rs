//! The terminal itself: taking it, drawing on it, and giving it back on every way out.
//!
//! Modes are switched on and off here and nowhere else. Whatever happens (quit, error, panic,
//! SIGTERM, SIGHUP, suspend), [`give_back`] undoes what [`Screen::take`] did, once. This folder knows
//! nothing of the editor: it draws what it is handed and reports signals.

mod capabilities;
mod cells;
mod clipboard;
mod graphics;
mod input;
mod modes;
mod mouse;
mod notify;
mod pacing;
mod panic;
mod pen;
mod pictures;
mod progress;
mod rate;
mod screen;
mod share;
mod signals;
mod tmux;

pub use capabilities::{Asking, Asks, Capabilities};
pub use clipboard::Clipboard;
pub use graphics::{Passage, Pixels, Way};
pub use input::{Heard, Input, Reply};
pub use modes::give_back;
pub use mouse::Mouse;
pub use notify::Notify;
pub use pacing::{Cause, Pacing};
pub use panic::restore_on_panic;
pub use pictures::{Depth, Pictures};
pub use progress::{Progress, ProgressBar};
pub use screen::{Drawn, Screen, window_pixels};
pub use share::Share;
pub use signals::{Leave, Signals, stop_until_continued};
pub use tmux::Tmux;
