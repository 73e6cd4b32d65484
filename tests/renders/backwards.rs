//! Footage that runs backwards, picture and sound.

use cutroom::studio::render::Form;
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::preview::glimpsed;

fn film(rate: u32, tracks: &Value) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": rate}, "t": tracks})
}

fn backwards(from: u32, to: u32) -> Vec<u32> {
    (to..from).rev().collect()
}

#[tokio::test]
async fn every_frame_is_that_of_the_clip_forwards_and_the_last_is_first() {
    let mut bench = Bench::new();
    bench.counting("count.mp4", "30", 54);
    let draft = film(
        30,
        &json!([{"tt": 0, "sg": [
            {"src": "count.mp4", "in": 100, "d": 400},
            {"src": "count.mp4", "in": 1500, "d": 1000, "rv": true},
            {"src": "count.mp4", "in": 1600, "d": 500, "sp": 2, "rv": true}]}]),
    );
    let film = bench.render(&draft).await;
    let fast: Vec<u32> = (0..15).map(|frame| 46 - frame * 2).collect();
    let expected = [(3..15).collect(), backwards(45, 15), fast].concat();
    assert_eq!(film.numbers(), expected);
    // A look at a moment shows the frame of the film; the next one is brighter or darker by four.
    let frames = film.frames();
    for frame in [5_u32, 12, 20, 41, 50] {
        let seen = glimpsed(&bench, &draft, u64::from(frame * 1000 / 30 + 5)).await.centre()[1];
        let shown = frames[frame as usize].centre()[1];
        assert!(seen.abs_diff(shown) <= 2, "frame {frame}: {seen} instead of {shown}");
    }
}

#[tokio::test]
async fn a_long_clip_is_turned_in_pieces_that_meet() {
    let mut bench = Bench::new();
    bench.counting("count.mp4", "10", 54);
    let tracks =
        json!([{"tt": 0, "sg": [{"src": "count.mp4", "in": 5400, "d": 5400, "rv": true}]}]);
    assert_eq!(bench.render(&film(10, &tracks)).await.numbers(), backwards(54, 0));
}

#[tokio::test]
async fn it_plays_on_under_a_crossing_and_stays_on_its_first_frame() {
    let mut bench = Bench::new();
    bench.counting("count.mp4", "30", 54);
    bench.colour("black.png", "black", "320x180");
    // A crossing to what is black shows half of what it plays on with.
    let film = |from: u32| {
        film(
            30,
            &json!([{"tt": 0, "sg": [
                {"src": "count.mp4", "in": from, "d": 800, "rv": true},
                {"src": "black.png", "d": 1000, "tr": {"k": "wipe left", "d": 400}}]}]),
        )
    };
    // The left half of the canvas is the last to go.
    let left = |film: &crate::film::Film, frame: usize| {
        let frames = film.frames();
        u32::from(frames[frame].pixel(40, 90)[1])
    };
    let more = bench.render(&film(1200)).await;
    assert_eq!(more.numbers()[..24], backwards(36, 12));
    let (before, under) = (left(&more, 22), left(&more, 26));
    assert!(under + 12 < before, "it plays on: {before}, {under}");
    let none = bench.render(&film(800)).await;
    assert_eq!(none.numbers()[..24], backwards(24, 0));
    assert_eq!((none.frames().len(), left(&none, 26)), (54, left(&none, 23)));
}

#[tokio::test]
async fn over_the_picture_it_runs_backwards_too() {
    let mut bench = Bench::new();
    bench.counting("count.mp4", "30", 54);
    bench.colour("black.png", "black", "320x180");
    let tracks = json!([{"tt": 0, "sg": [{"src": "black.png", "d": 1000}]},
        {"tt": 0, "sg": [{"src": "count.mp4", "in": 1000, "d": 1000, "rv": true,
            "pp": {"p": "centre", "w": 50, "o": 100}}]}]);
    assert_eq!(bench.render(&film(30, &tracks)).await.numbers(), backwards(30, 0));
}

#[tokio::test]
async fn sound_is_turned_to_the_sample_and_moves_with_the_picture() {
    let mut bench = Bench::new();
    let click = "aevalsrc='0.8*eq(n,12000)|0.8*eq(n,12000)':s=48000:d=1.5";
    bench.make("click.wav", &["-f", "lavfi", "-i", click]);
    bench.form = Form::Wav;
    let tracks =
        json!([{"tt": 1, "sg": [{"src": "click.wav", "in": 1000, "d": 1000, "rv": true}]}]);
    let samples = bench.render(&film(30, &tracks)).await.samples();
    let loudest = |samples: &[f32]| {
        let loud = samples.iter().enumerate();
        loud.max_by(|one, other| one.1.abs().total_cmp(&other.1.abs())).map(|(place, _)| place)
    };
    assert_eq!(loudest(&samples), Some(48_000 - 1 - 12_000));
    // Twice as fast, after half a second: the click comes when its picture would.
    let tracks = json!([{"tt": 1, "sg": [
        {"src": "click.wav", "in": 1500, "st": 500, "d": 750, "sp": 2, "rv": true}]}]);
    let samples = bench.render(&film(30, &tracks)).await.samples();
    let at = loudest(&samples).unwrap();
    assert!(at.abs_diff(24_000 + 30_000) < 960, "it is at sample {at}");
}

#[tokio::test]
async fn sound_and_picture_of_a_clip_go_together_whatever_its_source_lacks() {
    let mut bench = Bench::new();
    // Two seconds of picture; sound in the second half of the first.
    let sound = "aevalsrc='0.5*sin(2*PI*440*t)*between(t,0.5,1)':s=48000:d=1";
    let picture = "nullsrc=s=160x90:r=30,format=yuv420p,geq=lum='16+4*N':cb=128:cr=128";
    bench.make(
        "clip.mkv",
        &[
            "-f",
            "lavfi",
            "-i",
            picture,
            "-f",
            "lavfi",
            "-i",
            sound,
            "-t",
            "1.8",
            "-c:v",
            "libx264",
            "-qp",
            "0",
            "-c:a",
            "pcm_s16le",
        ],
    );
    let tracks = json!([{"tt": 0, "sg": [{"src": "clip.mkv", "in": 1800, "d": 1800, "rv": true}]}]);
    let film = bench.render(&film(30, &tracks)).await;
    assert_eq!(film.numbers(), backwards(54, 0));
    assert!(film.loudness(0.0, 0.78) < -70.0, "its sound ends before its picture");
    assert!(film.loudness(0.83, 1.27) > -15.0);
    assert!(film.loudness(1.33, 1.8) < -60.0);
}
