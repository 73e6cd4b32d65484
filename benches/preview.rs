//! From a key that moves the playhead to the frame on the screen.
//!
//! `cargo bench --bench preview` scrubs through a film of a moving picture in a pseudo-terminal of
//! 120×36 that takes pictures in kitty's way and answers at once: first forwards, where each frame has
//! to be made, then back over the same moments, which are kept. Each time is that from the key to the
//! end of the frame's last byte; the next key follows at once, so a frame that is being made ahead is
//! in the way as it is for a person. Run it on a quiet machine.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement ends where it fails")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use support::World;
use support::terminal::Terminal;

/// Seconds that are walked over, one by one.
const STEPS: u32 = 20;
const FORWARD: &str = "\x1b[1;2C";
const BACK: &str = "\x1b[1;2D";
/// What the terminal says of itself: here, cells of 10×20, pictures in kitty's way, and no more.
const SELF: &str = "\x1b[0n\x1b[6;20;10t\x1b_Gi=31;OK\x1b\\\x1b[?62;22c";
const LONGEST: Duration = Duration::from_secs(20);

fn main() {
    let world = World::new();
    world.clip("moving.mp4", STEPS + 4);
    let mut watched = Watched::open(&world);
    watched.terminal.wait_for("moving.mp4");
    watched.terminal.say(&format!("make a {} second video", STEPS + 2));
    watched.next_picture();
    watched.terminal.send("\x1b[15~");
    watched.rest();
    let made: Vec<Duration> = (0..STEPS).map(|_| watched.step(FORWARD)).collect();
    watched.rest();
    let kept: Vec<Duration> = (1..STEPS).map(|_| watched.step(BACK)).collect();
    tell("frame that has to be made", made, 300);
    tell("frame that is kept", kept, 80);
}

fn tell(what: &str, mut times: Vec<Duration>, limit: u32) {
    times.sort_unstable();
    let ms = |time: &Duration| time.as_secs_f64() * 1000.0;
    let (median, worst) = (ms(&times[times.len() / 2]), ms(times.last().unwrap()));
    println!("{what:<27} {median:>8.1} ms, worst {worst:.1} ms (at most {limit})");
}

/// A terminal that answers, and how much of what was written has been looked at.
struct Watched {
    terminal: Terminal,
    seen: usize,
    /// The last bytes: a question may be cut in two.
    end: String,
}

impl Watched {
    fn open(world: &World) -> Self {
        let mut terminal = Terminal::start(world, &["moving.mp4"], 120, 36);
        terminal.wait_until("the first frame", |screen| !screen.trim().is_empty());
        terminal.send(SELF);
        Self { terminal, seen: 0, end: String::new() }
    }

    fn step(&mut self, key: &str) -> Duration {
        let began = Instant::now();
        self.terminal.send(key);
        self.next_picture();
        began.elapsed()
    }

    /// Waits until a whole picture has come since the last one.
    fn next_picture(&mut self) {
        let began = Instant::now();
        let mut behind = String::new();
        loop {
            behind.push_str(&self.news());
            let picture = behind.find("\x1b_Ga=T").map(|at| &behind[at..]);
            if picture.is_some_and(|picture| picture.contains("\x1b[?2026l")) {
                return;
            }
            assert!(began.elapsed() < LONGEST, "no picture came");
            pause(Duration::from_micros(200));
        }
    }

    /// Until nothing is made ahead any more.
    fn rest(&mut self) {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(3) {
            self.news();
            pause(Duration::from_millis(1));
        }
    }

    /// What was written since the last time; questions for the status are answered.
    fn news(&mut self) -> String {
        let news = self.terminal.raw_behind(self.seen);
        self.seen += news.len();
        let text = String::from_utf8_lossy(&news).into_owned();
        let joined = format!("{}{text}", self.end);
        for _ in joined.matches("\x1b[5n") {
            self.terminal.send("\x1b[0n");
        }
        self.end = joined.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
        text
    }
}

/// Only the one that is measured wakes this up, and it does not tell.
fn pause(time: Duration) {
    std::thread::sleep(time);
}
