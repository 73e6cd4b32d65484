//! Signals that mean leaving, and the one that means stepping aside.

use std::io;

use nix::sys::signal::{Signal, raise};
use tokio::signal::unix::{self, SignalKind};

/// Why the program is told to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// SIGTERM: end now.
    Terminate,
    /// SIGHUP: the terminal is gone.
    Hangup,
    /// SIGINT from elsewhere (in raw mode Ctrl-C is a key).
    Interrupt,
}

impl Leave {
    /// What a shell expects as exit code: 128 and the signal's number.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Hangup => 129,
            Self::Interrupt => 130,
            Self::Terminate => 143,
        }
    }
}

/// Waits for signals. From its making on, they no longer end the process by themselves.
pub struct Signals {
    terminate: unix::Signal,
    hangup: unix::Signal,
    interrupt: unix::Signal,
}

impl Signals {
    /// Starts to listen. Needs a running tokio runtime.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn listen() -> io::Result<Self> {
        Ok(Self {
            terminate: unix::signal(SignalKind::terminate())?,
            hangup: unix::signal(SignalKind::hangup())?,
            interrupt: unix::signal(SignalKind::interrupt())?,
        })
    }

    /// The next signal. Can be dropped and asked again without losing one.
    pub async fn next(&mut self) -> Leave {
        tokio::select! {
            _ = self.terminate.recv() => Leave::Terminate,
            _ = self.hangup.recv() => Leave::Hangup,
            _ = self.interrupt.recv() => Leave::Interrupt,
        }
    }
}

/// Stops the process as Ctrl-Z does in a shell; returns when it is continued.
pub fn stop_until_continued() {
    if let Err(error) = raise(Signal::SIGTSTP) {
        tracing::warn!(%error, "the process cannot be stopped");
    }
}
