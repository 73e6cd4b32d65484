//! The file itself: streams, lengths, order of its parts.

use cutroom::studio::render::Quality;
use serde_json::json;

use crate::bench::Bench;

fn two_colours(fps: f64, length: u64) -> (Bench, serde_json::Value) {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let draft = json!({"m": {"width": 320, "height": 180, "fps": fps},
        "t": [{"tt": 0, "sg": [{"src": "red.png", "d": length}]}]});
    (bench, draft)
}

#[tokio::test]
async fn a_film_is_h264_high_with_aac_in_stereo_that_plays_from_the_start() {
    for quality in [Quality::Draft, Quality::Standard, Quality::High] {
        let (mut bench, draft) = two_colours(30.0, 1000);
        bench.quality = quality;
        let film = bench.render(&draft).await;
        let (picture, sound) = film.streams();
        for (key, expected) in [
            ("codec_name", json!("h264")),
            ("profile", json!("High")),
            ("pix_fmt", json!("yuv420p")),
            ("color_space", json!("bt709")),
            ("color_transfer", json!("bt709")),
            ("color_primaries", json!("bt709")),
            ("color_range", json!("tv")),
            ("sample_aspect_ratio", json!("1:1")),
            ("codec_tag_string", json!("avc1")),
        ] {
            assert_eq!(picture[key], expected, "{key}");
        }
        let heard = ["codec_name", "profile", "sample_rate", "channels"].map(|key| &sound[key]);
        assert_eq!(heard, [&json!("aac"), &json!("LC"), &json!("48000"), &json!(2)]);
        let bytes = std::fs::read(film.path()).unwrap();
        let at = |atom: &[u8]| bytes.windows(4).position(|four| four == atom);
        assert!(at(b"moov") < at(b"mdat"), "the index stands before the pictures");
        assert_eq!(film.rendered.bytes, bytes.len() as u64);
    }
}

#[tokio::test]
async fn a_film_has_every_frame_of_its_length_and_sound_as_long() {
    for (fps, rate, length, frames) in [
        (30.0, "30/1", 1000, 30),
        (29.97, "30000/1001", 2002, 60),
        (25.0, "25/1", 1990, 50),
        (23.976, "24000/1001", 1500, 36),
        (60.0, "60/1", 517, 31),
        (12.5, "25/2", 800, 10),
    ] {
        let (bench, draft) = two_colours(fps, length);
        let film = bench.render(&draft).await;
        let (picture, sound) = film.streams();
        assert_eq!(picture["r_frame_rate"], json!(rate));
        assert_eq!(picture["avg_frame_rate"], json!(rate));
        assert_eq!(picture["nb_read_frames"], json!(frames.to_string()), "at {fps}");
        let seconds = |stream: &serde_json::Value| -> f64 {
            stream["duration"].as_str().unwrap().parse().unwrap()
        };
        let exact = f64::from(frames) / picture_rate(rate);
        assert!((seconds(&picture) - exact).abs() < 0.001, "{} at {fps}", seconds(&picture));
        assert!((seconds(&sound) - exact).abs() < 0.001, "{} at {fps}", seconds(&sound));
        assert!((film.samples().len() as f64 / 48_000.0 - exact).abs() < 0.03);
    }
}

fn picture_rate(rate: &str) -> f64 {
    let (upper, lower) = rate.split_once('/').unwrap();
    upper.parse::<f64>().unwrap() / lower.parse::<f64>().unwrap()
}
