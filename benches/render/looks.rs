//! What is looked at while editing: a frame at a moment, a row of thumbnails, the shape of a sound;
//! each against plain ffmpeg doing the same.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use cutroom::api::wire::MediaKind;
use cutroom::draft::{Millis, wire};
use cutroom::language::Language;
use cutroom::studio::media::{Media as Known, thumbnail, waveform};
use cutroom::studio::render::{Looks, Moment, Size};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::measured::{Watch, median, run};
use crate::media::Media;

/// Prints the table.
pub fn measure(media: &Media, rounds: usize) {
    let runtime = Runtime::new().unwrap();
    println!("\n| what | cutroom | ffmpeg |\n|---|---|---|");
    frames(media, &runtime);
    thumbnails(media, &runtime, rounds);
    shape(media, &runtime, rounds);
}

/// A minute on five tracks: two clips, a title, a logo, and music.
fn film() -> Value {
    json!({"m": {"width": 1920, "height": 1080, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "wide.mp4", "d": 25_000},
            {"src": "long.mp4", "st": 25_000, "d": 35_000,
             "tr": {"k": "crossfade", "d": 1000}}]},
        {"tt": 0, "sg": [{"src": "quick.mp4", "st": 40_000, "d": 5000}]},
        {"tt": 7, "sg": [{"d": 60_000, "pl": "top", "m": {"text": "ACME & Co"}}]},
        {"tt": 7, "sg": [{"st": 1000, "d": 58_000, "m": {"text": "A minute of it"}}]},
        {"tt": 1, "sg": [{"d": 60_000, "mu": {"mood": "calm", "seed": 1}}]}]})
}

fn frames(media: &Media, runtime: &Runtime) {
    let scratch = tempfile::tempdir().unwrap();
    let draft = wire::decode(&film()).unwrap();
    let names = ["wide.mp4", "long.mp4", "quick.mp4"];
    let listed: Vec<Known> = names.iter().map(|name| known(name, &media.path(name))).collect();
    let looks = Looks::below(scratch.path().to_owned());
    let look = |at: u64| {
        let moment = Moment {
            draft: draft.clone(),
            media: listed.clone(),
            at: Millis(at),
            within: Size { width: 854, height: 480 },
            scratch: scratch.path().to_owned(),
            language: Language::English,
        };
        let began = Instant::now();
        let seen = runtime.block_on(looks.glimpse(moment)).expect("a picture");
        assert_eq!(seen.size.height, 480);
        began.elapsed().as_secs_f64() * 1000.0
    };
    let anywhere = || (0..15).map(|number| look(3000 + number * 3371)).collect::<Vec<f64>>();
    let cold = look(12_340);
    let opened = median(anywhere());
    // From here on the film has been open for a while: what is made in the background is there.
    let renders = tokio::sync::watch::Sender::new(0);
    let began = Instant::now();
    let work = runtime.spawn(looks.clone().make_ahead(renders.subscribe()));
    runtime.block_on(looks.rest());
    let made_in = began.elapsed().as_secs_f64();
    let times = anywhere();
    let worst = times.iter().copied().fold(0.0, f64::max);
    let warm = median(times);
    let near = median((0..15).map(|number| look(12_340 + number * 33)).collect());
    work.abort();
    let kept = std::fs::read_dir(scratch.path().join("reels")).unwrap();
    let bytes: u64 = kept.map(|reel| reel.unwrap().metadata().unwrap().len()).sum();
    let seek = |number: u64| {
        let at = (3000 + number * 1371).to_string() + "ms";
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error", "-nostdin", "-ss", &at, "-i"]).arg(media.path("wide.mp4"));
        let picture = ["-frames:v", "1", "-vf", "scale=854:480", "-pix_fmt", "rgb24"];
        command.args(picture).args(["-f", "rawvideo", "-y", "/dev/null"]);
        run(&mut command, Watch::Time).wall * 1000.0
    };
    let plain = median((0..9).map(seek).collect());
    println!("| frame of a film, the first | {cold:.0} ms | {plain:.0} ms |");
    println!("| frame of a film just opened, anywhere | {opened:.0} ms | {plain:.0} ms |");
    println!(
        "| of one open for a while, anywhere | {warm:.0} ms, worst {worst:.0} | {plain:.0} ms |"
    );
    println!("| of one open for a while, the next | {near:.0} ms | {plain:.0} ms |");
    let megabytes = bytes as f64 / 1e6;
    println!("| all its frames made ahead | {made_in:.1} s, {megabytes:.0} MB | |");
}

fn thumbnails(media: &Media, runtime: &Runtime, rounds: usize) {
    let path = media.path("long.mp4");
    let ours = || {
        let cache = tempfile::tempdir().unwrap();
        let began = Instant::now();
        for number in 0..12 {
            let at = Millis(number * 12_500);
            runtime.block_on(thumbnail(&path, at, (160, 90), cache.path())).expect("a picture");
        }
        began.elapsed().as_secs_f64() * 1000.0
    };
    let plain = || {
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error", "-nostdin", "-skip_frame", "nokey", "-i"]).arg(&path);
        let picture = ["-vf", "fps=1/12.5,scale=160:90", "-frames:v", "12", "-pix_fmt", "rgb24"];
        run(command.args(picture).args(["-f", "rawvideo", "-y", "/dev/null"]), Watch::Time).wall
            * 1000.0
    };
    let (ours, plain) = paired(rounds, ours, plain);
    println!("| 12 thumbnails of 150 s | {ours:.0} ms | {plain:.0} ms |");
}

fn shape(media: &Media, runtime: &Runtime, rounds: usize) {
    let path = media.path("song.mp3");
    let ours = || {
        let cache = tempfile::tempdir().unwrap();
        let began = Instant::now();
        runtime.block_on(waveform(&path, cache.path())).expect("a shape");
        began.elapsed().as_secs_f64() * 1000.0
    };
    let plain = || {
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error", "-nostdin", "-i"]).arg(&path);
        let sound = ["-ac", "1", "-ar", "8000", "-f", "s16le", "-y", "/dev/null"];
        run(command.args(sound), Watch::Time).wall * 1000.0
    };
    let (ours, plain) = paired(rounds, ours, plain);
    println!("| waveform of 90 s of MP3 | {ours:.0} ms | {plain:.0} ms |");
}

/// Medians of two measurements made in turn.
fn paired(rounds: usize, one: impl Fn() -> f64, other: impl Fn() -> f64) -> (f64, f64) {
    let (ours, theirs) = (0..rounds.max(3)).map(|_| (one(), other())).unzip();
    (median(ours), median(theirs))
}

fn known(name: &str, path: &Path) -> Known {
    Known {
        name: name.to_owned(),
        path: path.to_owned(),
        kind: MediaKind::Video,
        bytes: 0,
        duration: None,
        width: None,
        height: None,
        fps: None,
        has_audio: true,
        hash: name.to_owned(),
    }
}
