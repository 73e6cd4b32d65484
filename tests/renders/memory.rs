//! How much a render holds at once, whatever the length of the film.

use std::collections::HashMap;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::process::Command;

use crate::bench::Bench;

/// Often enough to see the most; rarely enough to cost nothing.
const LOOK: Duration = Duration::from_millis(15);

/// Stills of five seconds each that the camera moves over.
fn draft(seconds: u64) -> Value {
    let names = ["a.jpg", "b.jpg", "c.jpg"];
    let still = |place: u64| {
        let name = names[usize::try_from(place).unwrap() % names.len()];
        json!({"src": name, "d": 5000, "fit": "cover", "fx": ["zoom in"]})
    };
    json!({"m": {"width": 320, "height": 180, "fps": 10},
        "t": [{"tt": 0, "sg": (0..seconds / 5).map(still).collect::<Vec<_>>()}]})
}

/// The most that the program and its ffmpeg processes hold together while they make it, in KiB.
async fn most(bench: &Bench, seconds: u64) -> u64 {
    let written = bench.path("draft.json");
    std::fs::write(&written, draft(seconds).to_string()).expect("written");
    let mut program = Command::new(env!("CARGO_BIN_EXE_cutroom"))
        .env("CUTROOM_HOME", bench.path(&format!("home of {seconds}")))
        .args(["render", "--quality", "draft"])
        .arg(written)
        .arg("--media")
        .arg(bench.folder.path())
        .arg("-o")
        .arg(bench.path(&format!("film of {seconds}.mp4")))
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the program starts");
    let root = program.id().expect("it runs");
    let mut clock = tokio::time::interval(LOOK);
    let mut most = 0;
    loop {
        tokio::select! {
            ended = program.wait() => {
                assert!(ended.expect("an exit code").success());
                return most;
            }
            _ = clock.tick() => most = most.max(held(root)),
        }
    }
}

/// What a process and all below it hold; what they share counts once.
fn held(root: u32) -> u64 {
    let entries = std::fs::read_dir("/proc").expect("a Linux").flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let parents: HashMap<u32, u32> = pids.filter_map(|pid| Some((pid, parent(pid)?))).collect();
    let is_below = |pid: &u32| {
        let line = std::iter::successors(Some(*pid), |pid| parents.get(pid).copied());
        line.take_while(|pid| *pid > 1).any(|pid| pid == root)
    };
    parents.keys().filter(|pid| is_below(pid)).filter_map(|pid| held_by(*pid)).sum()
}

fn parent(pid: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit(") ").next()?.split(' ').nth(1)?.parse().ok()
}

fn held_by(pid: u32) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_film_four_times_as_long_takes_no_more_memory() {
    let mut bench = Bench::new();
    for (name, colour) in [("a.jpg", "red"), ("b.jpg", "green"), ("c.jpg", "blue")] {
        bench.colour(name, colour, "2400x1600");
    }
    let short = most(&bench, 15).await;
    let long = most(&bench, 60).await;
    assert!(short > 20_000, "{short} KiB: ffmpeg was seen");
    assert!(long < short + short * 15 / 100, "{long} KiB, and {short} for a short film");
}
