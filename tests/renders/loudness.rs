//! Ducking, the loudness of the whole, and sound on a track of its own.

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{Film, loudness};

fn draft(tracks: &Value) -> Value {
    json!({"m": {"width": 160, "height": 90, "fps": 30}, "t": tracks})
}

/// A clip that beeps high from second 2 to 3 of four.
fn speaking(bench: &mut Bench) {
    let sound = "aevalsrc='if(between(t,2,3),0.3*sin(2*PI*3000*t),0)':s=48000:d=4";
    let picture = "color=c=gray:s=160x90:r=30:d=4";
    bench.make(
        "talk.mp4",
        &[
            "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, "-c:v", "libx264", "-c:a",
            "aac",
        ],
    );
}

/// What is left of the sound below the beeps.
fn low(film: &Film) -> Vec<f32> {
    let path = film.path().to_str().unwrap();
    let filter = "pan=mono|c0=c0,lowpass=f=700:p=2,lowpass=f=700:p=2";
    let raw = crate::bench::ffmpeg(["-i", path, "-map", "0:a", "-af", filter, "-f", "f32le", "-"]);
    raw.chunks_exact(4).map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap())).collect()
}

#[tokio::test]
async fn music_that_ducks_is_down_while_the_clip_is_heard_and_only_then() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 200, 6.0);
    speaking(&mut bench);
    let film = bench
        .render(&draft(&json!([{"tt": 0, "sg": [{"src": "talk.mp4", "d": 4000}]},
            {"tt": 1, "sg": [{"d": 4000, "src": "tone.wav", "dk": 12, "m": {"volume": 0.5}}]}])))
        .await;
    let music = low(&film);
    let before = loudness(&music, 0.5, 1.5);
    let under = loudness(&music, 2.1, 2.9);
    let after = loudness(&music, 3.93, 3.98);
    assert!((before - under - 12.0).abs() < 1.0, "{before:.1} dB before, {under:.1} dB under");
    assert!((before - after).abs() < 1.5, "it comes back: {before:.1} and {after:.1}");
}

#[tokio::test]
async fn a_film_is_brought_to_the_loudness_asked_for() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 997, 6.0);
    // The last differs in nothing but the loudness from the one before it, whose sound is kept.
    for (volume, target) in [(0.05, -14.0), (1.0, -20.0), (1.0, -16.0)] {
        let draft = json!({"m": {"width": 160, "height": 90, "fps": 30, "lufs": target}, "t": [
            {"tt": 1, "sg": [{"d": 5000, "src": "tone.wav", "m": {"volume": volume}}]}]});
        let film = bench.render(&draft).await;
        let path = film.path().to_str().unwrap();
        let told = std::process::Command::new("ffmpeg")
            .args(["-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-"])
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&told.stderr).into_owned();
        let summary = told.rsplit("Integrated loudness:").next().unwrap();
        let found: f64 = summary
            .split_whitespace()
            .skip_while(|word| *word != "I:")
            .nth(1)
            .and_then(|level| level.parse().ok())
            .unwrap();
        assert!((found - target).abs() < 0.6, "{found} LUFS instead of {target}");
    }
}
