//! A render survives the program: whatever becomes of the editor or of a command, the film arrives,
//! what was finished is not rendered again, and nothing is left behind.

mod support;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;
use support::terminal::Terminal;
use support::{World, film};

const CTRL_Q: &str = "\x11";
/// Long enough for several chunks, and for something to happen in its middle.
const SENTENCE: &str = "make a 24 second video";

/// A session with a film.
fn with_film() -> World {
    let world = World::new();
    for (name, color) in [("a.png", "red"), ("b.png", "blue"), ("c.png", "green")] {
        world.picture(name, color, "320x240");
    }
    let uploads = ["--upload", "a.png", "--upload", "b.png", "--upload", "c.png"];
    world.run(&[&["run", "--prompt", SENTENCE], &uploads[..]].concat()).assert_code(0);
    world
}

/// `cutroom export` until it has told this much of its progress.
fn exporting(world: &World, percent: f64) -> Child {
    let mut command = world.cutroom(&["export", "-o", "film.mp4", "--json"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let output = child.stdout.take().expect("its output");
    for line in BufReader::new(output).lines() {
        let event: Value = serde_json::from_str(&line.expect("text")).expect("JSON");
        if event["percent"].as_f64().is_some_and(|reached| reached >= percent) {
            return child;
        }
    }
    let ended = child.wait().expect("our child");
    panic!("it ended before it was {percent} % done: {ended}");
}

fn send(child: &Child, signal: Signal) {
    kill(pid(child), signal).expect("it runs");
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(i32::try_from(child.id()).expect("a process id is small"))
}

/// The finished chunks that are kept, each with the number of its file.
fn chunks(world: &World) -> BTreeMap<PathBuf, u64> {
    let folder = world.path("home/cache/render/chunks");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |entry: &std::fs::DirEntry| entry.metadata().expect("a chunk").ino();
    entries.map(|entry| (entry.path(), number(&entry))).collect()
}

/// Processes that have this world as their home, or work on its files.
fn processes(world: &World) -> Vec<String> {
    let home = world.folder().display().to_string();
    let about = |path: PathBuf| {
        let read = |name: &str| std::fs::read(path.join(name)).unwrap_or_default();
        let words = String::from_utf8_lossy(&read("cmdline")).replace('\0', " ");
        let knows =
            words.contains(&home) || String::from_utf8_lossy(&read("environ")).contains(&home);
        knows.then_some(words)
    };
    let all = std::fs::read_dir("/proc").expect("Linux").flatten();
    all.filter_map(|entry| about(entry.path())).collect()
}

/// Everything below a folder whose name says that it is not finished.
fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let found = entries.flat_map(|entry| {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_part = name.ends_with(".part") || name.starts_with("render-");
        let below = if path.is_dir() { unfinished(&path) } else { Vec::new() };
        is_part.then_some(path).into_iter().chain(below).collect::<Vec<_>>()
    });
    found.collect()
}

/// Fails unless, soon, nothing of this world runs and nothing unfinished lies about.
#[track_caller]
fn assert_nothing_is_left(world: &World) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !processes(world).is_empty() {
        assert!(Instant::now() < deadline, "still running: {:#?}", processes(world));
        std::thread::yield_now();
    }
    assert_eq!(unfinished(world.folder()), Vec::<PathBuf>::new());
}

#[track_caller]
fn assert_whole(film: &Path) {
    assert!((film::duration(film) - 24.0).abs() < 0.1, "{}", film::duration(film));
    assert_eq!(film::stream(film, "video")["nb_frames"], "720");
}

/// Percent from which on chunks are finished: the film has three, and two are made side by side.
const WITH_CHUNKS: f64 = 75.0;

fn state_of_render(world: &World) -> String {
    let jobs = world.run(&["jobs", "--json"]);
    let render = jobs.events().into_iter().find(|job| job["kind"] == "render").expect("a render");
    render["state"].as_str().expect("a word").to_owned()
}

#[test]
fn after_a_kill_jobs_resume_goes_on_where_it_was() {
    let world = with_film();
    let mut child = exporting(&world, WITH_CHUNKS);
    send(&child, Signal::SIGKILL);
    child.wait().expect("it was our child");
    let kept = chunks(&world);
    assert!(!kept.is_empty(), "{kept:?}");
    let resumed = world.run(&["jobs", "resume", "--json"]);
    resumed.assert_code(0);
    let first = resumed.events().into_iter().find(|event| event["done"].as_u64() > Some(0));
    let first = first.expect("progress");
    assert!(first["percent"].as_f64() > Some(20.0), "it counts what was finished: {first}");
    assert_whole(&world.path("film.mp4"));
    let now = chunks(&world);
    assert!(kept.iter().all(|chunk| now.get(chunk.0) == Some(chunk.1)), "{kept:?} {now:?}");
    assert_nothing_is_left(&world);
}

#[test]
fn a_command_whose_line_is_lost_goes_on_in_the_background() {
    for signal in [Signal::SIGHUP, Signal::SIGTERM] {
        let world = with_film();
        let mut child = exporting(&world, 20.0);
        send(&child, signal);
        assert_eq!(child.wait().expect("our child").code(), Some(130));
        // Waits for it, wherever it runs.
        world.run(&["jobs", "resume"]).assert_code(0);
        assert_whole(&world.path("film.mp4"));
        assert_eq!(state_of_render(&world), "done");
        assert_nothing_is_left(&world);
    }
}

#[test]
fn a_command_that_is_interrupted_stops() {
    let world = with_film();
    let mut child = exporting(&world, 20.0);
    send(&child, Signal::SIGINT);
    assert_eq!(child.wait().expect("our child").code(), Some(130));
    assert_eq!(state_of_render(&world), "cancelled");
    assert_nothing_is_left(&world);
    assert!(!world.path("film.mp4").exists());
}

#[test]
fn what_runs_in_the_background_is_stopped_by_its_id() {
    let world = with_film();
    let mut child = exporting(&world, 10.0);
    send(&child, Signal::SIGTERM);
    child.wait().expect("our child");
    let jobs = world.run(&["jobs", "--json"]);
    let render = jobs.events().into_iter().find(|job| job["kind"] == "render").expect("a render");
    world.run(&["jobs", "cancel", render["job"].as_str().expect("an id")]).assert_code(0);
    assert_eq!(state_of_render(&world), "cancelled");
    assert_nothing_is_left(&world);
    assert!(!world.path("film.mp4").exists());
}

/// The editor on that film, with an export that is under way.
fn editor_exporting(world: &World) -> Terminal {
    let mut terminal = Terminal::start(world, &["--session", "last"], 100, 30);
    terminal.wait_for("V1");
    terminal.say("export to film.mp4");
    terminal.wait_until("most of it", |screen| {
        let words: Vec<&str> = screen.split_whitespace().collect();
        let reached = words.windows(2).filter(|pair| pair[1] == "%");
        let mut reached = reached.filter_map(|pair| pair[0].parse::<u32>().ok());
        reached.any(|percent| f64::from(percent) >= WITH_CHUNKS)
    });
    terminal
}

#[test]
fn when_the_editor_is_left_the_film_arrives_all_the_same() {
    let world = with_film();
    let mut terminal = editor_exporting(&world);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0, "once is enough");
    terminal.assert_given_back();
    assert!(terminal.raw().contains("goes on in the background"), "{}", terminal.screen());
    // Whoever opens the session meanwhile sees it go on and arrive.
    let mut second = Terminal::start(&world, &["--session", "last"], 100, 30);
    second.wait_for("film.mp4 ·");
    second.send(CTRL_Q);
    assert_eq!(second.wait_for_exit(), 0);
    assert_whole(&world.path("film.mp4"));
    assert!(!second.raw().contains("also open in another"), "nobody else is there");
    assert_nothing_is_left(&world);
}

#[test]
fn after_a_kill_the_next_start_says_so_and_takes_it_up() {
    let world = with_film();
    let mut terminal = editor_exporting(&world);
    kill(Pid::from_raw(terminal.pid()), Signal::SIGKILL).expect("it runs");
    terminal.wait_for_exit();
    let kept = chunks(&world);
    // Another session: the film is finished all the same.
    let mut second = Terminal::start(&world, &[], 100, 30);
    second.wait_for("An export was interrupted; it goes on");
    second.send(CTRL_Q);
    assert_eq!(second.wait_for_exit(), 0);
    world.run(&["jobs", "resume"]).assert_code(0);
    assert_whole(&world.path("film.mp4"));
    let now = chunks(&world);
    assert!(!kept.is_empty() && kept.iter().all(|chunk| now.get(chunk.0) == Some(chunk.1)));
    assert_nothing_is_left(&world);
}
