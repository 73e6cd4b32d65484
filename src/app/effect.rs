//! What the editor orders done.

use std::path::PathBuf;
use std::time::Duration;

use crate::link::Command;
use crate::terminal::{Mouse, Progress};

/// An order for the runtime: plain data that can be printed and compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Tell the link.
    Tell(Command),
    /// Send [`Msg::Tick`](super::Msg::Tick) at this moment of the steady clock. The newest such
    /// order counts; when nothing moves there is none.
    WakeAt(Duration),
    /// Give the terminal to the shell until the program is continued.
    Suspend,
    /// Put this into the clipboard. Within tmux [`Msg::HandedToTmux`](super::Msg::HandedToTmux) tells what
    /// came of it.
    Copy(String),
    /// Put this into the terminal's clipboard by OSC 52, which tmux did not take by itself.
    CopyByEscape(String),
    /// Ask tmux what it can do and where it shows this; [`Msg::Tmux`](super::Msg::Tmux) tells it.
    AskTmux,
    /// Open a file with the desktop's own program; [`Msg::FileOpened`](super::Msg::FileOpened) tells
    /// what came of it.
    Open(PathBuf),
    /// Look what is in this folder; [`Msg::FolderRead`](super::Msg::FolderRead) tells it.
    ReadFolder(PathBuf),
    /// Keep the choice of this backend in the settings file; [`Msg::ChoiceKept`](super::Msg::ChoiceKept)
    /// tells what came of it.
    KeepBackend(String),
    /// Keep the choice of this theme in the settings file; [`Msg::ThemeKept`](super::Msg::ThemeKept)
    /// tells what came of it.
    KeepTheme(String),
    /// Keep that these actions need not be hinted at any more.
    KeepUsed(Vec<String>),
    /// Have the terminal tell what the mouse does, or not.
    SetMouse(Mouse),
    /// Name the window.
    SetTitle(String),
    /// Show in the window's own bar how far the work is.
    Progress(Progress),
    /// Tell somebody who looks elsewhere.
    Notify(String),
    /// End the program. The link has been told to leave before.
    Quit,
}
