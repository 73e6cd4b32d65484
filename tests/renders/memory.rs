//! How much a render holds at once, whatever the length of the film.

use std::collections::HashMap;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::process::Command;

use crate::bench::Bench;

/// What the pictures of three quarters of a minute of [`draft`] are, in KiB: what a long film would
/// hold more than a short one, were its pictures kept.
const PICTURES: u64 = 640 * 360 * 3 / 2 * 10 * 45 / 1024;

/// Often enough to see the most; rarely enough to cost nothing.
const LOOK: Duration = Duration::from_millis(15);

/// Stills of five seconds each that the camera moves over.
fn draft(seconds: u64) -> Value {
    let names = ["a.jpg", "b.jpg", "c.jpg"];
    let still = |place: u64| {
        let name = names[usize::try_from(place).unwrap() % names.len()];
        json!({"src": name, "d": 5000, "fit": "cover", "fx": ["zoom in"]})
    };
    json!({"m": {"width": 640, "height": 360, "fps": 10},
        "t": [{"tt": 0, "sg": (0..seconds / 5).map(still).collect::<Vec<_>>()}]})
}

/// A clip of which so many seconds run backwards, picture and sound.
fn reversed(seconds: u64) -> Value {
    let piece = json!({"src": "clip.mp4", "in": seconds * 1000, "d": seconds * 1000, "rv": true});
    json!({"m": {"width": 1280, "height": 720, "fps": 30}, "t": [{"tt": 0, "sg": [piece]}]})
}

/// The most that the program and its ffmpeg processes hold together while they make a film, in KiB.
async fn most(bench: &Bench, seconds: u64, draft: Value) -> u64 {
    let written = bench.path("draft.json");
    std::fs::write(&written, draft.to_string()).expect("written");
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

/// Which processes happen to be at their most in the same moment makes a fifth of it; pictures that
/// were kept would double it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_film_four_times_as_long_takes_no_more_memory() {
    let mut bench = Bench::new();
    for (name, colour) in [("a.jpg", "red"), ("b.jpg", "green"), ("c.jpg", "blue")] {
        bench.colour(name, colour, "2400x1600");
    }
    let short = most(&bench, 15, draft(15)).await;
    let long = most(&bench, 60, draft(60)).await;
    assert!(short > 20_000, "{short} KiB: ffmpeg was seen");
    assert!(long < short + PICTURES / 2, "{long} KiB, and {short} for a short film");
}

/// Whole, twenty seconds of it would be 830 MB of pictures.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clip_that_runs_backwards_is_held_a_piece_at_a_time() {
    let mut bench = Bench::new();
    let picture = "testsrc2=s=1280x720:r=30:d=20";
    let sound = "sine=f=440:r=48000:d=20";
    let how = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "60", "-c:a", "aac"];
    let args = [&["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound][..], &how].concat();
    bench.make("clip.mp4", &args);
    let short = most(&bench, 5, reversed(5)).await;
    let long = most(&bench, 20, reversed(20)).await;
    assert!(short > 50_000, "{short} KiB: ffmpeg was seen");
    assert!(long < 600_000, "{long} KiB, and {short} for a short one");
}
