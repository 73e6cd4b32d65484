//! Pictures that the camera moves over, judged by where a dot is from frame to frame.

use cutroom::studio::render::Quality;
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::Frame;
use crate::preview::glimpsed;

/// A soft dot in the middle of black, on a picture of the canvas's shape.
fn dot(bench: &mut Bench) {
    let bright = "16+200*exp(-((X-W/2)*(X-W/2)+(Y-H/2)*(Y-H/2))/800)";
    let source = format!("nullsrc=s=1280x720,format=gray,geq=lum='{bright}'");
    bench.make("dot.png", &["-f", "lavfi", "-i", &source, "-frames:v", "1"]);
}

fn film(seconds: u64, effects: &Value) -> Value {
    let picture = json!({"src": "dot.png", "d": seconds * 1000, "fit": "cover", "fx": effects});
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [{"tt": 0, "sg": [picture]}]})
}

/// Where the dot is, and how much of it there is.
fn found(frame: &Frame) -> (f64, f64) {
    let (mut sum, mut across) = (0.0, 0.0);
    for (place, pixel) in frame.rgb.chunks_exact(3).enumerate() {
        let bright = f64::from(pixel[1].saturating_sub(24));
        sum += bright;
        across += bright * (place % frame.width) as f64;
    }
    (across / sum, sum)
}

#[tokio::test]
async fn a_pan_moves_evenly_also_where_one_chunk_follows_another() {
    let mut bench = Bench::new();
    bench.quality = Quality::High;
    dot(&mut bench);
    let draft = film(10, &json!(["pan right"]));
    let film = bench.render(&draft).await;
    assert_eq!(bench.chunks().len(), 3, "chunks of 120, 120 and 60 frames");
    let frames = film.frames();
    assert_eq!(frames.len(), 300);
    let places: Vec<f64> = frames.iter().map(|frame| found(frame).0).collect();
    let steps: Vec<f64> = places.windows(2).map(|pair| pair[0] - pair[1]).collect();
    let way = places[0] - places[299];
    assert!((way - 44.8).abs() < 1.5, "it moves by {way:.1} pixels");
    let mean = way / steps.len() as f64;
    for (frame, step) in steps.iter().enumerate() {
        // Nothing refers to the pictures before a key frame inside of a chunk, so the encoder spends less on them.
        let before_a_key_frame = [60, 180].contains(&(frame + 1));
        let noise = if before_a_key_frame { 0.2 } else { 0.12 };
        assert!((step - mean).abs() < noise, "at {frame} it steps by {step:.2} and not {mean:.2}");
    }
    // Over longer stretches noise evens out, and no stretch is quicker than another.
    for part in places.windows(31).step_by(15) {
        let pace = (part[0] - part[30]) / 30.0;
        assert!((pace - mean).abs() < 0.02, "{pace:.3} and not {mean:.3}");
    }
}

#[tokio::test]
async fn zooming_in_makes_things_larger_and_zooming_out_smaller() {
    let mut bench = Bench::new();
    dot(&mut bench);
    for (effect, larger) in [("zoom in", true), ("zoom out", false)] {
        let frames = bench.render(&film(2, &json!([effect]))).await.frames();
        let grown = found(&frames[59]).1 / found(&frames[0]).1;
        let expected: f64 = if larger { 1.14 * 1.14 } else { 1.0 / (1.14 * 1.14) };
        assert!((grown - expected).abs() < 0.06, "{effect}: {grown:.2}");
        let off = (found(&frames[59]).0 - found(&frames[0]).0).abs();
        assert!(off < 0.3, "{effect} keeps the middle in the middle, but for {off:.2}");
    }
}

#[tokio::test]
async fn a_look_at_a_moving_picture_shows_what_the_film_has() {
    let mut bench = Bench::new();
    dot(&mut bench);
    let draft = film(3, &json!(["pan left", "grayscale"]));
    let frames = bench.render(&draft).await.frames();
    for at in [0, 1500, 2900] {
        let seen = glimpsed(&bench, &draft, at).await;
        let film = &frames[usize::try_from(at * 30 / 1000).unwrap()];
        assert!((found(&seen).0 - found(film).0).abs() < 0.3, "at {at} ms");
    }
    assert_eq!(bench.leftovers(), Vec::<String>::new());
}

#[tokio::test]
async fn a_moving_picture_that_cannot_be_read_costs_itself_and_not_the_film() {
    let mut bench = Bench::new();
    dot(&mut bench);
    let whole = std::fs::read(bench.path("dot.png")).unwrap();
    std::fs::write(bench.path("dot.png"), &whole[..200]).unwrap();
    let film = bench.render(&film(1, &json!(["zoom in"]))).await;
    assert_eq!(film.rendered.warnings.len(), 1);
    assert_eq!(film.frames().len(), 30);
}

#[tokio::test]
async fn behind_its_crossing_a_clip_goes_on_without_a_repeated_frame() {
    let mut bench = Bench::new();
    bench.colour("black.png", "black", "640x360");
    bench.counting("clip.mp4", "10", 40);
    let draft = json!({"m": {"width": 160, "height": 90, "fps": 10}, "t": [{"tt": 0, "sg": [
        {"src": "black.png", "d": 2000, "fx": ["zoom in"]},
        {"src": "clip.mp4", "st": 2000, "d": 2500, "tr": {"k": "wipe left", "d": 800}}]}]});
    let numbers = bench.render(&draft).await.numbers();
    assert_eq!(numbers.len(), 45);
    // The wipe has passed the middle, and the clip is as far as the film since its cut.
    assert_eq!(numbers[26..], (6..25).collect::<Vec<u32>>());
}
