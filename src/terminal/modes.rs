//! Terminal modes, on and off, whoever asks and however often.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::execute;
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::Progress;
use super::mouse::{Mouse, Tell};
use super::screen::END_SYNCHRONIZED;

/// Keep the window's title, as the shell set it, and have it back. Terminals without a stack for it
/// leave both out; so that no percent stays there, the title is emptied before.
const KEEP_TITLE: &str = "\x1b[22;0t";
const TITLE_BACK: &str = "\x1b]0;\x1b\\\x1b[23;0t";

const TELL_KEYS: PushKeyboardEnhancementFlags =
    PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES);

/// Whether the modes are on. Process-wide because the terminal is, and because the panic hook, which
/// can be handed nothing, must know.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is wanted; it goes with the other modes and comes back with them.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Whether keys are told apart that share a byte (`Ctrl-Shift-Z` and `Ctrl-Z`), as kitty began it.
static KEYS: AtomicBool = AtomicBool::new(false);

/// The progress in the window's bar, as [`Progress::number`]; it goes and comes back in the same way.
static PROGRESS: AtomicU16 = AtomicU16::new(0);

/// What takes the picture away that the terminal keeps and that would lie over the shell.
static PICTURE: Mutex<Option<&'static str>> = Mutex::new(None);

/// The terminal keeps a picture from now on that this takes away, or none.
pub(super) fn set_picture(farewell: Option<&'static str>) {
    if let Ok(mut kept) = PICTURE.lock() {
        *kept = farewell;
    }
}

/// Switches everything on that the editor needs.
pub(super) fn take() -> io::Result<()> {
    if !io::stdout().is_terminal() {
        return Err(io::Error::new(io::ErrorKind::Unsupported, "standard output is no terminal"));
    }
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange)?;
    execute!(io::stdout(), Print(KEEP_TITLE))?;
    let progress = Progress::of_number(PROGRESS.load(Ordering::SeqCst));
    if progress != Progress::None {
        execute!(io::stdout(), Print(progress.sequence()))?;
    }
    if KEYS.load(Ordering::SeqCst) {
        execute!(io::stdout(), TELL_KEYS)?;
    }
    if MOUSE.load(Ordering::SeqCst) { execute!(io::stdout(), Tell(Mouse::On)) } else { Ok(()) }
}

/// Has the terminal tell keys apart that share a byte. Only for one that says it can; the alternate
/// screen has a mode of its own for it, so that the shell's stays as it is.
pub(super) fn tell_keys() -> io::Result<()> {
    if KEYS.swap(true, Ordering::SeqCst) { Ok(()) } else { execute!(io::stdout(), TELL_KEYS) }
}

/// Switches the mouse on or off.
pub(super) fn set_mouse(mouse: Mouse) -> io::Result<()> {
    let before = MOUSE.swap(mouse == Mouse::On, Ordering::SeqCst);
    if before == (mouse == Mouse::On) {
        return Ok(());
    }
    execute!(io::stdout(), Tell(mouse))
}

/// Shows in the window's bar how far the work is.
pub(super) fn show_progress(progress: Progress) -> io::Result<()> {
    PROGRESS.store(progress.number(), Ordering::SeqCst);
    execute!(io::stdout(), Print(progress.sequence()))
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
    if KEYS.load(Ordering::SeqCst) {
        let _ = execute!(out, PopKeyboardEnhancementFlags);
    }
    // A panic may come from whoever holds it, who then has nothing to wait for.
    if let Ok(Some(farewell)) = PICTURE.try_lock().map(|mut kept| kept.take()) {
        let _ = out.write_all(farewell.as_bytes());
    }
    // A panic or a signal may come between the two ends of a frame, with any style on.
    let _ = execute!(out, Print(END_SYNCHRONIZED), ResetColor);
    if PROGRESS.load(Ordering::SeqCst) != Progress::None.number() {
        let _ = execute!(out, Print(Progress::None.sequence()));
    }
    let _ = execute!(out, Print(TITLE_BACK));
    let _ = execute!(out, DisableFocusChange, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}
