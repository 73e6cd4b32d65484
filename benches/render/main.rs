//! The three jobs by which the renderer is measured, against plain ffmpeg and against x264 alone.
//!
//! `cargo bench --bench render` makes its media once, renders each job some times in pairs (the
//! program, then one ffmpeg graph with the same encoder), and prints the tables of
//! `docs/performance.md`: medians of whole processes with all their children. `PAIRS` says how many,
//! names of jobs as arguments which, and `CUTROOM` may name another program to measure.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement ends where it fails"
)]

mod jobs;
mod looks;
mod measured;
mod media;
mod yardstick;

use std::path::{Path, PathBuf};
use std::process::Command;

use jobs::Job;
use measured::{Cost, Watch, median_of, run};
use media::Media;
use serde_json::Value;

fn main() {
    let pairs = std::env::var("PAIRS").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let named: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let is_wanted = |name: &str| named.is_empty() || named.iter().any(|wanted| wanted == name);
    let media = Media::make();
    let jobs: Vec<Job> = jobs::all().into_iter().filter(|job| is_wanted(job.name)).collect();
    if !jobs.is_empty() {
        println!("| job | what | wall | CPU | memory |\n|---|---|---|---|---|");
    }
    let ratios: Vec<String> = jobs.iter().map(|job| measure(job, &media, pairs)).collect();
    if !ratios.is_empty() {
        println!("\n| job | figure | value |\n|---|---|---|\n{}", ratios.concat());
    }
    if is_wanted("looks") {
        looks::measure(&media, pairs);
    }
}

/// All runs of one job; prints their costs and returns the lines of the ratios.
fn measure(job: &Job, media: &Media, pairs: usize) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let finished = job.floor.then(|| folder.path().join("finished.mkv"));
    if let Some(finished) = &finished {
        run(
            Command::new("ffmpeg").args(yardstick::picture(job.name, media, finished)),
            Watch::Time,
        );
    }
    let finished = finished.as_deref();
    let mut all: Vec<Pair> = Vec::new();
    for _ in 0..pairs {
        all.push(Pair::measure(job, media, finished, Watch::Time));
    }
    let watched = Pair::measure(job, media, finished, Watch::Memory);
    let of = |choose: fn(&Pair) -> Cost| Cost {
        memory: choose(&watched).memory,
        ..median_of(all.iter().map(choose))
    };
    let (first, ffmpeg) = (of(|pair| pair.first), of(|pair| pair.ffmpeg));
    let name = job.name;
    println!("| {name} | cutroom | {first} |\n| {name} | ffmpeg | {ffmpeg} |");
    let mut lines = vec![
        format!("| {name} | wall against ffmpeg | {:.2} |\n", first.wall / ffmpeg.wall),
        format!("| {name} | CPU against ffmpeg | {:.2} |\n", first.cpu / ffmpeg.cpu),
    ];
    if watched.floor.is_some() {
        let floor = median_of(all.iter().filter_map(|pair| pair.floor));
        println!("| {name} | x264 alone | {floor} |");
        lines.push(format!("| {name} | CPU against x264 alone | {:.2} |\n", first.cpu / floor.cpu));
    }
    for (place, (what, _)) in job.again.iter().enumerate() {
        let again = Cost {
            memory: watched.again[place].memory,
            ..median_of(all.iter().map(|pair| pair.again[place]))
        };
        println!("| {name} | {what} | {again} |");
        let part = again.wall / first.wall;
        lines.push(format!("| {name} | {what}, against the first | {part:.2} |\n"));
    }
    lines.concat()
}

/// The runs that are compared with each other, one right after the other.
struct Pair {
    first: Cost,
    again: Vec<Cost>,
    ffmpeg: Cost,
    floor: Option<Cost>,
}

impl Pair {
    fn measure(job: &Job, media: &Media, finished: Option<&Path>, watch: Watch) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let film = home.path().join("film.mp4");
        let export = |draft: &Value| cutroom(draft, media, home.path(), &film, watch);
        let first = export(&job.draft);
        let again = job.again.iter().map(|(_, draft)| export(draft)).collect();
        let plain = home.path().join("plain.mp4");
        let graph = yardstick::film(job.name, media, &plain);
        let ffmpeg = run(Command::new("ffmpeg").args(graph), watch);
        let floor = finished.map(|finished| encoding_alone(finished, watch));
        Self { first, again, ffmpeg, floor }
    }
}

fn cutroom(draft: &Value, media: &Media, home: &Path, film: &Path, watch: Watch) -> Cost {
    let file = home.join("draft.json");
    std::fs::write(&file, draft.to_string()).unwrap();
    let program = std::env::var_os("CUTROOM").map(PathBuf::from);
    let program = program.unwrap_or_else(|| env!("CARGO_BIN_EXE_cutroom").into());
    let mut command = Command::new(program);
    command.args(["render", "--quiet", "--force", "--quality", "standard"]).arg(file);
    command.arg("--media").arg(&media.folder).arg("-o").arg(film);
    run(command.env("CUTROOM_HOME", home.join("home")), watch)
}

/// What encoding the finished picture costs: reading and encoding it, less reading it. It must not
/// have been encoded with loss before, which would have taken out what costs most.
fn encoding_alone(film: &Path, watch: Watch) -> Cost {
    let ffmpeg = |codec: &[&str]| {
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error", "-nostdin", "-i"]).arg(film).args(["-map", "0:v"]);
        run(command.args(codec).args(["-f", "null", "-"]), watch)
    };
    let whole = ffmpeg(&["-c:v", "libx264", "-preset", "veryfast", "-crf", "21"]);
    let read = ffmpeg(&["-c:v", "wrapped_avframe"]);
    Cost { cpu: whole.cpu - read.cpu, ..whole }
}
