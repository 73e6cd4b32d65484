//! The program in a pseudo-terminal: keys in, screen out.
//!
//! A thread reads what the program writes and feeds a terminal emulator; waiting for something on the
//! screen is woken by that thread and ends at a deadline, so nothing here sleeps.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::termios::LocalFlags;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::World;

/// How long anything may take before a test fails. Generous: machines that run tests are slow.
const DEADLINE: Duration = Duration::from_secs(90);

struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    ended: bool,
}

/// A terminal with the program in it.
pub struct Terminal {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program in a terminal of this size.
    pub fn start(world: &World, arguments: &[&str], columns: u16, rows: u16) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_cutroom"));
        Self::open(world, program, arguments, &[], (columns, rows))
    }

    /// Starts the program with further variables in its environment.
    pub fn start_with(world: &World, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_cutroom"));
        Self::open(world, program, arguments, variables, (100, 30))
    }

    /// Starts the program with further variables, in a terminal of this size.
    pub fn start_sized(
        world: &World,
        arguments: &[&str],
        variables: &[(&str, &str)],
        (columns, rows): (u16, u16),
    ) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_cutroom"));
        Self::open(world, program, arguments, variables, (columns, rows))
    }

    /// Starts another program.
    pub fn start_program(
        world: &World,
        program: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        Self::open(world, program, arguments, variables, (100, 30))
    }

    fn open(
        world: &World,
        program: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
        (columns, rows): (u16, u16),
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(world.folder());
        super::HIDDEN.iter().for_each(|name| command.env_remove(name));
        command.env("TERM", "xterm-256color");
        world.environment().into_iter().for_each(|(name, value)| command.env(name, value));
        variables.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        let seen = Seen { parser, raw: Vec::new(), ended: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let reader = pair.master.try_clone_reader().expect("the terminal can be read");
        read_in_background(reader, seen.clone());
        let writer = pair.master.take_writer().expect("the terminal can be written");
        Self { seen, writer, child, master: pair.master }
    }

    /// Types, or presses keys given as their bytes.
    pub fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("the program reads its keys");
        self.writer.flush().expect("the program reads its keys");
    }

    /// Types a line and presses Enter.
    pub fn say(&mut self, line: &str) {
        self.send(line);
        self.wait_for(line.split(' ').next_back().unwrap_or(line));
        self.send("\r");
    }

    /// Pastes, as terminals do that know bracketed paste.
    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        let mut seen = self.seen.0.lock().expect("no reader panics");
        seen.parser.screen_mut().set_size(cells(rows), cells(columns));
        drop(seen);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the terminal can be resized");
    }

    /// Tells the size of the window in pixels as terminals tell it to the line, and not the program.
    pub fn measure(&self, (columns, rows): (u16, u16), (width, height): (u16, u16)) {
        let size = PtySize { rows, cols: columns, pixel_width: width, pixel_height: height };
        self.master.resize(size).expect("the terminal can be measured");
    }

    pub fn pid(&self) -> i32 {
        i32::try_from(self.child.process_id().expect("it runs")).expect("a process id is small")
    }

    /// The screen as text, a line a row.
    pub fn screen(&self) -> String {
        self.seen.0.lock().expect("no reader panics").parser.screen().contents()
    }

    /// The screen with all that its cells show, between two frames.
    pub fn cells(&self) -> vt100::Screen {
        let mut seen = self.seen.0.lock().expect("no reader panics");
        let last = |raw: &[u8], sequence: &[u8]| {
            raw.windows(sequence.len()).rposition(|some| some == sequence)
        };
        while last(&seen.raw, b"\x1b[?2026h") > last(&seen.raw, b"\x1b[?2026l") && !seen.ended {
            seen = self.seen.1.wait_timeout(seen, DEADLINE).expect("no reader panics").0;
        }
        seen.parser.screen().clone()
    }

    /// Everything the program has written so far.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().expect("no reader panics").raw).into_owned()
    }

    /// What the program has written behind so many bytes.
    pub fn raw_behind(&self, bytes: usize) -> Vec<u8> {
        let seen = self.seen.0.lock().expect("no reader panics");
        seen.raw.get(bytes..).unwrap_or_default().to_vec()
    }

    /// Waits until these words are on the screen.
    #[track_caller]
    pub fn wait_for(&self, words: &str) -> String {
        self.wait_until(words, |screen| screen.contains(words))
    }

    /// Waits until the screen is as wanted, and returns it.
    #[track_caller]
    pub fn wait_until(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().expect("no reader panics");
        loop {
            let screen = seen.parser.screen().contents();
            if wanted(&screen) {
                return screen;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                drop(seen);
                panic!("never seen: {what}\n{screen}");
            }
            seen = self.seen.1.wait_timeout(seen, left).expect("no reader panics").0;
        }
    }

    /// Waits until the program has written these bytes.
    #[track_caller]
    pub fn wait_for_bytes(&self, bytes: &str) {
        self.wait_for_bytes_times(bytes, 1);
    }

    /// Waits until the program has written these bytes so often.
    #[track_caller]
    pub fn wait_for_bytes_times(&self, bytes: &str, times: usize) {
        let deadline = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().expect("no reader panics");
        let written = |seen: &Seen| {
            seen.raw.windows(bytes.len()).filter(|some| *some == bytes.as_bytes()).count()
        };
        while written(&seen) < times {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !seen.ended, "never written: {bytes:?}");
            seen = self.seen.1.wait_timeout(seen, left).expect("no reader panics").0;
        }
    }

    /// Waits until the program has ended and returns its exit code.
    #[track_caller]
    pub fn wait_for_exit(&mut self) -> u32 {
        let deadline = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().expect("no reader panics");
        while !seen.ended {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "still running\n{}", seen.parser.screen().contents());
            seen = self.seen.1.wait_timeout(seen, left).expect("no reader panics").0;
        }
        drop(seen);
        self.child.wait().expect("it was our child").exit_code()
    }

    /// Whether the program is told what the mouse does.
    pub fn tells_of_the_mouse(&self) -> bool {
        let seen = self.seen.0.lock().expect("no reader panics");
        seen.parser.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    }

    /// Clicks on words that are on the screen.
    pub fn click_on(&mut self, words: &str) {
        let screen = self.wait_for(words);
        let place = screen.lines().enumerate().find_map(|(row, line)| {
            line.find(words).map(|at| (line[..at].chars().count() + 1, row + 1))
        });
        let (column, row) = place.expect("it was waited for");
        self.send(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    }

    /// Fails unless the terminal is as it was before the program came.
    #[track_caller]
    pub fn assert_given_back(&self) {
        let seen = self.seen.0.lock().expect("no reader panics");
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        let mouse = screen.mouse_protocol_mode();
        assert_eq!(mouse, vt100::MouseProtocolMode::None, "the mouse is told of");
        drop(seen);
        let modes = self.master.get_termios().expect("the terminal has modes");
        let cooked = (LocalFlags::ICANON | LocalFlags::ECHO).bits();
        assert_eq!(modes.local_flags.bits() & cooked, cooked, "still raw");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        let _ = self.child.kill();
    }
}

/// The emulator knows no terminal without cells.
fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has cells")
}

fn read_in_background(mut reader: Box<dyn Read + Send>, seen: Arc<(Mutex<Seen>, Condvar)>) {
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        loop {
            let count = reader.read(&mut buffer).unwrap_or(0);
            let mut now = seen.0.lock().expect("nobody panics while holding it");
            now.parser.process(&buffer[..count]);
            now.raw.extend_from_slice(&buffer[..count]);
            now.ended = count == 0;
            let ended = now.ended;
            drop(now);
            seen.1.notify_all();
            if ended {
                return;
            }
        }
    });
}
