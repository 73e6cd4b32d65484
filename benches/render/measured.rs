//! What a process costs with all that it starts: time, CPU seconds, memory.
//!
//! Reading how much memory processes hold takes a third of a core while six of them run, and more the more
//! of them there are; so a run is either timed or its memory is watched.

use std::collections::HashMap;
use std::fmt;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// What a run cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Seconds from start to exit.
    pub wall: f64,
    /// CPU seconds of the process and of all that it waited for.
    pub cpu: f64,
    /// The most that all processes held at once, in MiB, where that was watched: the sum of their
    /// proportional sets, in which what several share, as libraries, counts once.
    pub memory: f64,
}

/// What of a run is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// Its time and its CPU seconds.
    Time,
    /// Its memory, which makes its time worthless.
    Memory,
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s | {:.1} s | {:.0} MiB", self.wall, self.cpu, self.memory)
    }
}

/// Runs a command to its end, which must be a good one.
pub fn run(command: &mut Command, watch: Watch) -> Cost {
    let before = cpu_of_children();
    let began = Instant::now();
    let mut child = command.spawn().expect("it starts");
    let pid = child.id();
    let ended = AtomicBool::new(false);
    let (status, wall, memory) = std::thread::scope(|scope| {
        let memory = (watch == Watch::Memory).then(|| scope.spawn(|| most_memory(pid, &ended)));
        let status = child.wait().expect("it is ours");
        let wall = began.elapsed().as_secs_f64();
        ended.store(true, Ordering::Relaxed);
        (status, wall, memory.map_or(0.0, |memory| memory.join().expect("it only reads")))
    });
    assert!(status.success(), "{command:?} failed");
    Cost { wall, cpu: cpu_of_children() - before, memory }
}

/// Each figure's own median.
pub fn median_of(costs: impl Iterator<Item = Cost> + Clone) -> Cost {
    let of = |choose: fn(Cost) -> f64| median(costs.clone().map(choose).collect());
    Cost { wall: of(|cost| cost.wall), cpu: of(|cost| cost.cpu), memory: of(|cost| cost.memory) }
}

/// The one in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn cpu_of_children() -> f64 {
    let used = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells");
    (used.user_time() + used.system_time()).num_microseconds() as f64 / 1e6
}

fn most_memory(root: u32, ended: &AtomicBool) -> f64 {
    let mut most = 0;
    while !ended.load(Ordering::Relaxed) {
        most = most.max(kib_of_all(root));
        std::thread::sleep(Duration::from_millis(20));
    }
    most as f64 / 1024.0
}

/// What a process and all below it hold, in KiB.
fn kib_of_all(root: u32) -> u64 {
    let entries = std::fs::read_dir("/proc").expect("a Linux").flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let parents: HashMap<u32, u32> = pids.filter_map(|pid| Some((pid, parent(pid)?))).collect();
    let is_below = |mut pid: u32| {
        while pid != root {
            match parents.get(&pid) {
                Some(parent) if *parent > 1 => pid = *parent,
                _ => return false,
            }
        }
        true
    };
    parents.keys().filter(|pid| is_below(**pid)).filter_map(|pid| kib(*pid)).sum()
}

fn parent(pid: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit(") ").next()?.split(' ').nth(1)?.parse().ok()
}

fn kib(pid: u32) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
