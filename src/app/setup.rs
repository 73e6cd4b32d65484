//! What the editor is told once, at its start.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::tz::TimeZone;
use ratatui::layout::Size;

use crate::language::Language;
use crate::store::Profile;
use crate::terminal::{Clipboard, Mouse, Notify, Pictures, ProgressBar};
use crate::ui::{Colours, Links, Signs, Theme};

use super::{Backends, Hints, Keymap, Now};

/// Everything that the first frame needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup {
    /// The language of the screen.
    pub language: Language,
    /// The kind of work.
    pub profile: Profile,
    /// `studio`, `cloud`, or the address, as the status line says it.
    pub backend: String,
    /// What else could be chosen.
    pub backends: Backends,
    /// The time of the start.
    pub now: Now,
    /// Where the user is, for the times of day in the conversation.
    pub zone: TimeZone,
    /// The terminal's size.
    pub size: Size,
    /// Files to add as soon as a session is open.
    pub files: Vec<PathBuf>,
    /// The folder that the program was started in: what paths without a root begin at.
    pub folder: PathBuf,
    /// The folder for exports that name no file.
    pub output: PathBuf,
    /// What `~` means.
    pub home: Option<PathBuf>,
    /// Colours and signs.
    pub look: Look,
    /// Hints for who is new.
    pub hints: Hints,
    /// Which keys do what.
    pub keymap: Arc<Keymap>,
}

/// How the screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// The colours of the roles.
    pub theme: Theme,
    /// Whether colours are used, and how many.
    pub colours: Colours,
    /// Which signs the terminal can show.
    pub signs: Signs,
    /// Whether addresses are drawn as links that can be opened.
    pub links: Links,
    /// Whether the mouse is used.
    pub mouse: Mouse,
    /// The way to the clipboard.
    pub clipboard: Clipboard,
    /// How somebody who looks elsewhere is told.
    pub notify: Notify,
    /// Whether the window's own bar shows how far the work is.
    pub progress: ProgressBar,
    /// How pictures are shown.
    pub pictures: Pictures,
}
