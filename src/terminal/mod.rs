//! The terminal itself: taking it, drawing on it, and giving it back on every way out.
//!
//! Modes are switched on and off here and nowhere else. Whatever happens (quit, error, panic,
//! SIGTERM, SIGHUP, suspend), [`give_back`] undoes what [`Screen::take`] did, once. This folder knows
//! nothing of the editor: it draws what it is handed and reports signals.

mod clipboard;
mod modes;
mod mouse;
mod panic;
mod resized;
mod screen;
mod signals;

pub use clipboard::Clipboard;
pub use modes::give_back;
pub use mouse::Mouse;
pub use panic::restore_on_panic;
pub use resized::tell_waiting_keys_again;
pub use screen::Screen;
pub use signals::{Leave, Signals, stop_until_continued};
