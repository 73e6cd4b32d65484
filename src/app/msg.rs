//! What can happen to the editor.

use std::path::PathBuf;
use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Size;

use crate::language::Problem;
use crate::link;
use crate::store::Folder;
use crate::terminal::{Capabilities, Tmux};

/// A fact from outside: the terminal, the link, the timer.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted, or files were dropped, which terminals tell the same way.
    Paste(String),
    /// The terminal has another size.
    Resized(Size),
    /// The window got the focus, or lost it.
    Focused(bool),
    /// The terminal told what it can do, or had time enough to.
    Terminal(Capabilities),
    /// What tmux told of itself and the terminal around it, where it told.
    Tmux(Option<Tmux>),
    /// Whether the line to the terminal is quick enough for whole pictures.
    LineTakesPictures(bool),
    /// How many bytes a frame of a picture may have that plays, where the line is slow.
    LineHasRoom(Option<usize>),
    /// The link told something.
    Link(link::Update),
    /// The choice of a backend was written into this settings file, or was not.
    ChoiceKept(Result<PathBuf, Problem>),
    /// The choice of a theme was written into this settings file, or was not.
    ThemeKept(Result<PathBuf, Problem>),
    /// What is in a folder, or why it cannot be told.
    FolderRead(PathBuf, Result<Folder, Problem>),
    /// A frame was saved as this file, or was not.
    PictureSaved(PathBuf, Result<(), Problem>),
    /// A file was handed to the desktop, or there is none that takes it.
    FileOpened(PathBuf, bool),
    /// tmux took a text for its buffer, or did not; then this is the text.
    HandedToTmux(Result<(), String>),
    /// The time that an [`Effect::WakeAt`](super::Effect::WakeAt) asked for has come.
    Tick,
}

/// The time at which something happens; it comes in with every message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Now {
    /// Milliseconds since 1970, for what people read.
    pub wall: i64,
    /// Since some fixed moment, never going back, for what is measured.
    pub steady: Duration,
}
