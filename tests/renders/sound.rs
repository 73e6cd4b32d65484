//! What is heard, and when.

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::loudness;

fn draft(tracks: &Value) -> Value {
    json!({"m": {"width": 160, "height": 90, "fps": 30}, "t": tracks})
}

/// A sine at half of full scale has this power.
const TONE: f64 = -9.03;

#[track_caller]
fn assert_level(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.7, "{found:.1} dB instead of {expected:.1}");
}

#[tokio::test]
async fn sound_is_there_when_the_draft_says_and_nothing_elsewhere() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 440, 3.0);
    let film = bench
        .render(&draft(&json!([{"tt": 0, "sg": [{"d": 2000, "src": "none.png"}]},
            {"tt": 1, "sg": [{"st": 500, "d": 1000, "src": "tone.wav"}]}])))
        .await;
    let samples = film.samples();
    assert_level(loudness(&samples, 0.55, 1.45), TONE);
    assert!(loudness(&samples, 0.0, 0.48) < -70.0);
    assert!(loudness(&samples, 1.53, 2.0) < -70.0);
    let onset = samples.iter().position(|sample| sample.abs() > 0.1).unwrap();
    assert!(onset.abs_diff(24_000) < 480, "it begins at sample {onset}");
}

#[tokio::test]
async fn volumes_of_segment_and_track_multiply() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 440, 3.0);
    let film = bench
        .render(&draft(&json!([{"tt": 1, "m": {"volume": 0.5}, "sg": [
            {"d": 1000, "src": "tone.wav", "m": {"volume": 0.35}}, {"d": 1000, "src": "tone.wav"},
            {"d": 1000, "src": "tone.wav", "m": {"volume": 0}}]}])))
        .await;
    let samples = film.samples();
    assert_level(loudness(&samples, 0.1, 0.9), TONE - 9.12 - 6.02);
    assert_level(loudness(&samples, 1.1, 1.9), TONE - 6.02);
    assert!(loudness(&samples, 2.1, 2.9) < -70.0);
}

#[tokio::test]
async fn sound_fades_in_and_out() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 440, 3.0);
    let film = bench
        .render(&draft(
            &json!([{"tt": 1, "sg": [{"d": 2000, "src": "tone.wav", "fi": 500, "fo": 1000}]}]),
        ))
        .await;
    let samples = film.samples();
    assert_level(loudness(&samples, 0.24, 0.26), TONE - 6.0);
    assert_level(loudness(&samples, 0.6, 0.9), TONE);
    assert_level(loudness(&samples, 1.49, 1.51), TONE - 6.0);
    assert!(loudness(&samples, 1.98, 2.0) < TONE - 30.0);
}

#[tokio::test]
async fn two_sounds_together_are_as_loud_as_their_sum_and_never_clip() {
    let mut bench = Bench::new();
    bench.tone("low.wav", 330, 2.0);
    bench.tone("high.wav", 1100, 2.0);
    let film = bench
        .render(&draft(&json!([
            {"tt": 1, "sg": [{"d": 1500, "src": "low.wav", "m": {"volume": 0.8}}]},
            {"tt": 1, "sg": [{"st": 500, "d": 1000, "src": "high.wav", "m": {"volume": 0.8}}]},
            {"tt": 1, "sg": [{"st": 1000, "d": 500, "src": "high.wav", "m": {"volume": 4}}]}])))
        .await;
    let samples = film.samples();
    assert_level(loudness(&samples, 0.1, 0.45), TONE - 1.94);
    assert_level(loudness(&samples, 0.6, 0.95), TONE - 1.94 + 3.0);
    let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
    assert!(peak < 1.0, "peak {peak}");
}

#[tokio::test]
async fn a_crossing_of_two_sounds_leaves_no_hole() {
    let mut bench = Bench::new();
    bench.tone("low.wav", 330, 3.0);
    bench.tone("high.wav", 1100, 3.0);
    let film = bench
        .render(&draft(&json!([{"tt": 1, "sg": [{"d": 1000, "src": "low.wav"},
            {"d": 1000, "src": "high.wav", "tr": {"k": "crossfade", "d": 500}}]}])))
        .await;
    let samples = film.samples();
    for moment in [0.8, 1.05, 1.25, 1.45, 1.7] {
        assert_level(loudness(&samples, moment - 0.05, moment + 0.05), TONE);
    }
}

#[tokio::test]
async fn a_clip_brings_its_own_sound_in_time_with_its_picture() {
    let mut bench = Bench::new();
    let picture =
        "color=c=black:s=160x90:r=30:d=2,drawbox=color=white:t=fill:enable='between(t,0.99,1.2)'";
    let sound = "aevalsrc='if(between(t,1,1.2),0.5*sin(2*PI*1000*t),0)':s=44100:d=2";
    for name in ["clip.mp4", "clip.mkv", "clip.mov"] {
        bench.make(
            name,
            &[
                "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, "-c:v", "libx264",
                "-c:a", "aac",
            ],
        );
        let film = bench
            .render(&draft(&json!([{"tt": 0, "sg": [{"src": name, "in": 500, "d": 1000}]}])))
            .await;
        let flash = film.frames().iter().position(|frame| frame.centre()[1] > 128).unwrap();
        let beep = film.samples().iter().position(|sample| sample.abs() > 0.1).unwrap();
        let apart = beep as f64 / 48_000.0 - flash as f64 / 30.0;
        assert!(flash == 15 && apart.abs() < 0.02, "{name}: frame {flash}, {apart:.3} s apart");
    }
}

#[tokio::test]
async fn every_kind_of_sound_comes_out_at_its_level() {
    let mut bench = Bench::new();
    let mono = "aevalsrc='0.5*sin(2*PI*440*t)':s=22050:d=2";
    let around = "aevalsrc='0|0|0.5*sin(2*PI*440*t)|0|0|0':c=5.1:s=48000:d=2";
    bench.make("mono.mp3", &["-f", "lavfi", "-i", mono]);
    bench.make("voice.m4a", &["-f", "lavfi", "-i", around, "-c:a", "aac"]);
    bench.make("raw.aac", &["-f", "lavfi", "-i", mono, "-c:a", "aac"]);
    bench.tone("high.wav", 440, 2.0);
    for (name, level) in
        [("mono.mp3", TONE), ("voice.m4a", TONE - 3.0), ("raw.aac", TONE), ("high.wav", TONE)]
    {
        let film = bench
            .render(&draft(&json!([{"tt": 1, "sg": [{"src": name, "in": 500, "d": 1000}]}])))
            .await;
        assert_level(film.loudness(0.2, 0.8), level);
    }
}

#[tokio::test]
async fn speed_changes_the_length_and_not_the_pitch() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 480, 4.0);
    for speed in [0.25, 0.5, 2.0] {
        let film = bench
            .render(&draft(
                &json!([{"tt": 1, "sg": [{"src": "tone.wav", "d": 1000, "sp": speed}]}]),
            ))
            .await;
        let samples = film.samples();
        let part = &samples[9_600..38_400];
        let waves = part.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count();
        assert!(waves.abs_diff(288) <= 6, "{waves} waves at {speed}");
    }
}

#[tokio::test]
async fn a_film_without_a_sound_has_a_silent_track() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "160x90");
    let film =
        bench.render(&draft(&json!([{"tt": 0, "sg": [{"src": "red.png", "d": 1000}]}]))).await;
    let (_, sound) = film.streams();
    assert_eq!(sound["codec_name"], json!("aac"));
    assert!(film.loudness(0.0, 1.0) < -90.0);
}

#[tokio::test]
async fn many_sounds_are_mixed_in_groups_at_the_same_level() {
    let mut bench = Bench::new();
    bench.tone("tone.wav", 440, 2.0);
    let piece = |place: u64| json!({"st": place * 100, "d": 50, "src": "tone.wav"});
    let film = bench
        .render(&draft(&json!([{"tt": 1, "sg": (0..30).map(piece).collect::<Vec<_>>()}])))
        .await;
    let samples = film.samples();
    for place in [0, 13, 24, 29] {
        let start = f64::from(place) / 10.0;
        assert_level(loudness(&samples, start + 0.012, start + 0.040), TONE);
        if place < 29 {
            assert!(loudness(&samples, start + 0.075, start + 0.09) < -35.0);
        }
    }
}

#[tokio::test]
async fn split_music_sounds_as_it_did_in_one() {
    let bench = Bench::new();
    let music = |parts: Value| draft(&json!([{"tt": 1, "sg": parts}]));
    let whole = music(json!([{"d": 4000, "mu": {"mood": "upbeat", "seed": 3}}]));
    let split = music(json!([{"d": 2500, "mu": {"mood": "upbeat", "seed": 3, "d": 4000}},
        {"d": 1500, "in": 2500, "mu": {"mood": "upbeat", "seed": 3}}]));
    let (whole, split) =
        (bench.render(&whole).await.samples(), bench.render(&split).await.samples());
    for half in 0..8 {
        let from = f64::from(half) / 2.0;
        let level = |samples: &[f32]| loudness(samples, from, from + 0.5);
        assert_level(level(&split), level(&whole));
    }
}
