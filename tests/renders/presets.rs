//! Films made for a platform by the program: their size and their rate, looked up in the file.

use std::process::Command;

use cutroom::studio::render::PRESETS;
use serde_json::{Value, json};

use crate::bench::Bench;

/// What a film of twice the usual size becomes, of each platform's usual shape.
const PROMISED: [(&str, u32, u32); 10] = [
    ("tiktok", 1080, 1920),
    ("reels", 1080, 1920),
    ("shorts", 1080, 1920),
    ("square", 1080, 1080),
    ("youtube", 3840, 2160),
    ("tiktok-ads", 1080, 1920),
    ("meta-ads", 1080, 1350),
    ("linkedin-ads", 1920, 1080),
    ("x-ads", 1920, 1080),
    ("bumper", 1920, 1080),
];

/// What `cutroom render --preset` makes of half a second of a picture, as ffprobe has it.
fn made(bench: &Bench, preset: &str, (width, height): (u32, u32), fps: f64) -> Value {
    let draft = json!({"m": {"width": width, "height": height, "fps": fps},
        "t": [{"tt": 0, "sg": [{"src": "red.png", "d": 500}]}]});
    let (written, film) = (bench.path("draft.json"), bench.path("film.mp4"));
    std::fs::write(&written, draft.to_string()).expect("written");
    let run = Command::new(env!("CARGO_BIN_EXE_cutroom"))
        .env("CUTROOM_HOME", bench.path("home"))
        .args(["render", "--force", "--quality", "draft", "--preset", preset])
        .arg(written)
        .arg("--media")
        .arg(bench.folder.path())
        .arg("-o")
        .arg(&film)
        .output()
        .expect("the program starts");
    assert!(run.status.success(), "{preset}: {}", String::from_utf8_lossy(&run.stderr));
    let probe = ["-v", "error", "-count_frames", "-show_streams", "-of", "json"];
    let facts = Command::new("ffprobe").args(probe).arg(film).output().expect("ffprobe");
    let facts: Value = serde_json::from_slice(&facts.stdout).expect("JSON");
    facts["streams"][0].clone()
}

#[test]
fn every_preset_makes_the_size_that_it_promises_at_the_films_rate() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    assert_eq!(names, PROMISED.map(|(name, ..)| name), "each is looked at");
    for (place, (name, width, height)) in PROMISED.into_iter().enumerate() {
        let (fps, rate) = [(24.0, "24/1"), (30.0, "30/1")][place % 2];
        let twice = if name == "youtube" { (width, height) } else { (width * 2, height * 2) };
        let facts = made(&bench, name, twice, fps);
        assert_eq!((&facts["width"], &facts["height"]), (&json!(width), &json!(height)), "{name}");
        assert_eq!(facts["avg_frame_rate"], json!(rate), "{name}");
        assert_eq!(facts["nb_read_frames"], json!((fps / 2.0).to_string()), "{name}");
        assert_eq!(facts["codec_name"], json!("h264"), "{name}");
    }
    // What is smaller already is not made larger.
    let small = made(&bench, "tiktok", (360, 640), 25.0);
    assert_eq!((&small["width"], &small["height"]), (&json!(360), &json!(640)));
}
