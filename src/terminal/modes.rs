//! Terminal modes, on and off, whoever asks and however often.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
};
use crossterm::execute;
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::mouse::{Mouse, Tell};
use super::screen::END_SYNCHRONIZED;

/// Whether the modes are on. Process-wide because the terminal is, and because the panic hook, which
/// can be handed nothing, must know.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is wanted; it goes with the other modes and comes back with them.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Switches everything on that the editor needs.
pub(super) fn take() -> io::Result<()> {
    if !io::stdout().is_terminal() {
        return Err(io::Error::new(io::ErrorKind::Unsupported, "standard output is no terminal"));
    }
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange)?;
    if MOUSE.load(Ordering::SeqCst) { execute!(io::stdout(), Tell(Mouse::On)) } else { Ok(()) }
}

/// Switches the mouse on or off.
pub(super) fn set_mouse(mouse: Mouse) -> io::Result<()> {
    let before = MOUSE.swap(mouse == Mouse::On, Ordering::SeqCst);
    if before == (mouse == Mouse::On) {
        return Ok(());
    }
    execute!(io::stdout(), Tell(mouse))
}

/// Switches off what is on. Does nothing the second time. Errors are not told: the terminal may be
/// gone (SIGHUP), and there is nobody left to tell.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if MOUSE.load(Ordering::SeqCst) {
        let _ = execute!(out, Tell(Mouse::Off));
    }
    // A panic or a signal may come between the two ends of a frame, with any style on.
    let _ = execute!(
        out,
        Print(END_SYNCHRONIZED),
        ResetColor,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}
