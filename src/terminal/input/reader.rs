//! The thread that reads the terminal, and what it hands over.
//!
//! It sleeps in the system until something comes, so idle costs nothing. It looks again as long as
//! anything is unread: no key waits for the next one, also not in the moment of a resize. While the
//! program owns the terminal nobody else reads; when the [`Input`] is dropped the thread ends without
//! taking what is typed for the shell.

use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Stdin};
use std::os::fd::{AsFd, BorrowedFd};
use std::thread;

use crossterm::event::Event;
use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use tokio::signal::unix::{self, SignalKind};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::Heard;
use super::decode::decode;
use super::split::Splitter;

/// How long the rest of a sequence may be late behind its first byte, in milliseconds.
const LATE: u8 = 25;

/// What the terminal sends, in order.
pub struct Input {
    heard: UnboundedReceiver<io::Result<Heard>>,
    resized: unix::Signal,
    /// Its end tells the thread to end.
    _stop: PipeWriter,
}

impl Input {
    /// Starts to listen. Needs a running tokio runtime.
    ///
    /// # Errors
    /// When the system refuses, or there is no terminal.
    pub fn listen() -> io::Result<Self> {
        let resized = unix::signal(SignalKind::window_change())?;
        let (stopped, stop) = io::pipe()?;
        let source = Source::open()?;
        let (to, heard) = unbounded_channel();
        thread::Builder::new().name("terminal input".into()).stack_size(64 * 1024).spawn(
            move || {
                if let Err(error) = read(source, &stopped, &to) {
                    let _ = to.send(Err(error));
                }
            },
        )?;
        Ok(Self { heard, resized, _stop: stop })
    }

    /// The next that comes. Can be dropped and asked again without losing anything.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub async fn next(&mut self) -> io::Result<Heard> {
        tokio::select! {
            biased;
            heard = self.heard.recv() => heard.unwrap_or_else(|| Err(gone())),
            _ = self.resized.recv() => size(),
        }
    }

    /// What has come already.
    pub fn waiting(&mut self) -> Option<io::Result<Heard>> {
        self.heard.try_recv().ok()
    }
}

fn size() -> io::Result<Heard> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Heard::Event(Event::Resize(width, height)))
}

fn gone() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the terminal is gone")
}

/// Standard input, or the terminal of the process where that is something else.
enum Source {
    Standard(Stdin),
    Terminal(File),
}

impl Source {
    fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return Ok(Self::Standard(stdin));
        }
        Ok(Self::Terminal(File::open("/dev/tty")?))
    }

    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            // Past the library's own buffer: what lies there would not be seen as waiting.
            Self::Standard(stdin) => Ok(nix::unistd::read(stdin.as_fd(), buffer)?),
            Self::Terminal(file) => file.read(buffer),
        }
    }
}

impl AsFd for Source {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Standard(stdin) => stdin.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }
}

fn read(
    mut source: Source,
    stopped: &PipeReader,
    to: &UnboundedSender<io::Result<Heard>>,
) -> io::Result<()> {
    let mut splitter = Splitter::default();
    let mut buffer = [0; 4096];
    loop {
        let hand_over = |piece| {
            if let Some(heard) = decode(piece) {
                // Nobody listens any more only while the program ends.
                let _ = to.send(Ok(heard));
            }
        };
        match wait(&source, stopped, splitter.is_in_doubt())? {
            Woken::Stopped => return Ok(()),
            Woken::TooLate => splitter.give_up(hand_over),
            Woken::Readable => match source.read(&mut buffer) {
                Ok(0) => return Err(gone()),
                Ok(count) => splitter.take(&buffer[..count], hand_over),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            },
            Woken::Again => {}
        }
    }
}

enum Woken {
    Readable,
    TooLate,
    Stopped,
    Again,
}

fn wait(source: &Source, stopped: &PipeReader, in_doubt: bool) -> io::Result<Woken> {
    let timeout = if in_doubt { PollTimeout::from(LATE) } else { PollTimeout::NONE };
    let mut both = [
        PollFd::new(stopped.as_fd(), PollFlags::POLLIN),
        PollFd::new(source.as_fd(), PollFlags::POLLIN),
    ];
    match poll(&mut both, timeout) {
        Ok(0) => Ok(Woken::TooLate),
        Ok(_) if both[0].any() == Some(true) => Ok(Woken::Stopped),
        Ok(_) => Ok(Woken::Readable),
        Err(Errno::EINTR) => Ok(Woken::Again),
        Err(error) => Err(error.into()),
    }
}
