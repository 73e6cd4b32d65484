//! Keys that come in the very moment of a resize.
//!
//! crossterm waits for keys and for the resize signal with one edge-triggered poll, and when both are
//! there it returns with the resize and leaves the keys unread, as if their news had been taken: they
//! show with the next key, however long that takes. The system tells the news again when the
//! terminal's settings are written, so after each resize they are written as they are.

use std::fs::File;
use std::io::{self, IsTerminal};

use nix::sys::termios::{SetArg, tcgetattr, tcsetattr};

/// Has the terminal tell once more that keys are waiting, if any are.
///
/// # Errors
/// When the terminal is gone.
pub fn tell_waiting_keys_again() -> io::Result<()> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        let settings = tcgetattr(&stdin)?;
        return Ok(tcsetattr(&stdin, SetArg::TCSANOW, &settings)?);
    }
    // As crossterm does where standard input is something else.
    let terminal = File::open("/dev/tty")?;
    let settings = tcgetattr(&terminal)?;
    Ok(tcsetattr(&terminal, SetArg::TCSANOW, &settings)?)
}
