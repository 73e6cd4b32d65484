//! Whole-process measurements: what a person feels, and what it costs.
//!
//! `cargo bench` prints a line for each figure of `docs/performance.md`. The program is run in a
//! pseudo-terminal as in the end-to-end tests; times are medians, from just before the program is
//! started. Run it on a quiet machine.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement ends where it fails")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use cutroom::draft::{Draft, Kind, Millis, Segment, SegmentId, Track, wire};
use cutroom::studio::agent::{Scene, take_turn};
use serde_json::{Value, json};
use support::World;
use support::terminal::Terminal;

fn main() {
    start_to_first_frame();
    typed_key_to_screen();
    idle();
    sentence_on_a_thousand_segments();
    state_of_many_segments();
    export();
}

fn start_to_first_frame() {
    let mut times: Vec<Duration> = (0..20).map(|_| first_frame()).collect();
    println!("start to first frame        {:>8.1} ms", median(&mut times));
}

fn first_frame() -> Duration {
    let world = World::new();
    let began = Instant::now();
    let terminal = Terminal::start(&world, &[], 120, 36);
    terminal.wait_for("message");
    began.elapsed()
}

fn typed_key_to_screen() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 120, 36);
    terminal.wait_for("connected");
    let mut typed = String::new();
    let mut times: Vec<Duration> = "every letter typed comes back in a frame of its own"
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .map(|letter| {
            typed.push(letter);
            let began = Instant::now();
            terminal.send(&letter.to_string());
            terminal.wait_for(&typed);
            began.elapsed()
        })
        .collect();
    println!("typed key to screen         {:>8.2} ms", median(&mut times));
}

fn idle() {
    let world = World::new();
    let terminal = Terminal::start(&world, &[], 120, 36);
    terminal.wait_for("connected");
    // The first seconds still settle: caches are written, connections closed.
    pause(Duration::from_secs(3));
    let (bytes, cpu) = (terminal.raw().len(), cpu_ticks(terminal.pid()));
    pause(Duration::from_secs(10));
    let (more, ticks) = (terminal.raw().len() - bytes, cpu_ticks(terminal.pid()) - cpu);
    println!("idle for 10 s               {more:>8} bytes, {ticks} ticks of CPU (10 ms each)");
    println!("resident memory             {:>8.1} MiB", resident_mib(terminal.pid()));
}

fn sentence_on_a_thousand_segments() {
    let mut track = Track::new(Kind::Video);
    for place in 0..1000 {
        let id = SegmentId::new(format!("s{place}"));
        let mut segment = Segment::new(id, Millis(place * 1000), Millis(1000));
        segment.source = Some("a.jpg".into());
        track.segments.push(segment);
    }
    let scene =
        Scene { draft: Draft { tracks: vec![track], ..Draft::default() }, ..Scene::default() };
    let mut times: Vec<Duration> = (0..50)
        .map(|_| {
            let mut scene = scene.clone();
            let began = Instant::now();
            let answer = take_turn("move clip 500 to the start", &mut scene);
            assert!(answer.changed, "{}", answer.text);
            began.elapsed()
        })
        .collect();
    println!("a sentence, 1000 segments   {:>8.2} ms", median(&mut times));
}

/// Twice the segments take twice the time: nothing is looked up in what was read before.
fn state_of_many_segments() {
    for count in [10_000, 20_000] {
        let segment = |n: u32| json!({"id": format!("s{n}"), "d": 1000, "src": "a.mp4", "m": {"name": format!("clip {n}")}});
        let segments: Vec<Value> = (0..count).map(segment).collect();
        let draft = json!({"t": [{"tt": 0, "sg": segments}]});
        let mut times: Vec<Duration> = (0..10)
            .map(|_| {
                let began = Instant::now();
                let decoded = wire::decode(&draft).expect("an object");
                let took = began.elapsed();
                assert_eq!(wire::encode(&decoded), draft);
                took
            })
            .collect();
        println!("a state, {count} segments   {:>8.2} ms", median(&mut times));
    }
}

fn export() {
    let world = World::new();
    world.run(&["demo", "--make", "media"]).assert_code(0);
    let files: Vec<String> = std::fs::read_dir(world.path("media"))
        .unwrap()
        .map(|file| file.unwrap().path().display().to_string())
        .filter(|name| name.ends_with(".jpg"))
        .collect();
    let mut arguments = vec![
        "run",
        "--quiet",
        "--prompt",
        "make a 20-second promo with music, crossfades and the title \"Hello\"",
        "--export",
        "out.mp4",
    ];
    files.iter().for_each(|file| arguments.extend(["--upload", file]));
    let began = Instant::now();
    world.run(&arguments).assert_code(0);
    println!("six pictures to a 20 s MP4  {:>8.1} s", began.elapsed().as_secs_f64());
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// Idling can only be measured by letting time pass; nothing is waited for here.
fn pause(time: Duration) {
    std::thread::sleep(time);
}

fn cpu_ticks(pid: i32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let after_name = stat.rsplit(") ").next().unwrap();
    let fields: Vec<u64> =
        after_name.split(' ').skip(11).take(2).map(|field| field.parse().unwrap()).collect();
    fields.iter().sum()
}

fn resident_mib(pid: i32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    let kib: f64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kib / 1024.0
}
