//! The camera over what plays: clips, forwards and backwards, on the lowest track and above it.

use cutroom::studio::render::Quality;
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::Frame;
use crate::preview::glimpsed;

/// A clip with a white square in its middle, whose ground is a little redder in each frame; and blue.
fn bench(shape: &str, frames: u32) -> Bench {
    let mut bench = Bench::new();
    bench.quality = Quality::High;
    bench.colour("blue.png", "blue", "320x180");
    let square = "lt(abs(X-W/2),H/8)*lt(abs(Y-H/2),H/8)";
    let colours = format!("r='max(40+N*2,255*{square})':g='255*{square}':b='255*{square}'");
    let drawn = format!(
        "color=c=black:s={shape}:r=30,format=gbrp,geq={colours},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
    );
    let count = frames.to_string();
    let encoded = ["-frames:v", &count, "-c:v", "libx264", "-crf", "8", "-colorspace", "bt709"];
    bench.make("clip.mp4", &[&["-f", "lavfi", "-i", &drawn][..], &encoded].concat());
    bench
}

fn film(piece: &Value) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [{"tt": 0, "sg": [piece]}]})
}

fn above(piece: &Value) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "blue.png", "d": 2000}]}, {"tt": 0, "sg": [piece]}]})
}

/// The frame of the clip that is seen, by its ground.
fn number(frame: &Frame) -> f64 {
    (f64::from(frame.pixel(100, 20)[0]) - 40.0) / 2.0
}

#[tokio::test]
async fn a_clip_goes_on_while_the_camera_comes_nearer() {
    let bench = bench("640x360", 60);
    let draft = film(&json!({"src": "clip.mp4", "d": 2000, "fx": ["zoom in"]}));
    let frames = bench.render(&draft).await.frames();
    assert_eq!(frames.len(), 60);
    for (at, frame) in frames.iter().enumerate() {
        assert!((number(frame) - at as f64).abs() < 2.0, "{at} shows {}", number(frame));
        let (found, middle) = frame.white();
        let width = 45.0 * 1.14_f64.powf(at as f64 / 59.0);
        assert!((found - width).abs() < 1.2, "{at}: {found:.1} and not {width:.1}");
        assert!((middle - 160.0).abs() < 0.4, "{at}: its middle is at {middle:.1}");
    }
    for at in [0, 1000, 1900] {
        let seen = glimpsed(&bench, &draft, at).await;
        assert!(seen.distance(&frames[usize::try_from(at * 30 / 1000).unwrap()], 0..180) < 2.0);
    }
}

#[tokio::test]
async fn a_pan_over_a_clip_is_even_where_one_chunk_follows_another() {
    let bench = bench("640x360", 100);
    let draft = film(&json!({"src": "clip.mp4", "d": 12_000, "sp": 0.25, "fx": ["pan right"]}));
    let frames = bench.render(&draft).await.frames();
    assert!(bench.chunks().len() > 1);
    let places: Vec<f64> = frames.iter().map(|frame| frame.white().1).collect();
    let mean = (places[0] - places[359]) / 359.0;
    assert!((mean * 359.0 - 44.8).abs() < 1.0, "it moves by {:.1} pixels", mean * 359.0);
    for (at, pair) in places.windows(2).enumerate() {
        let step = pair[0] - pair[1];
        assert!((step - mean).abs() < 0.15, "at {at} it steps by {step:.2} and not {mean:.2}");
    }
}

#[tokio::test]
async fn backwards_the_camera_moves_as_it_does_forwards() {
    let bench = bench("640x360", 60);
    let frames = bench
        .render(&film(
            &json!({"src": "clip.mp4", "in": 2000, "d": 2000, "rv": true, "fx": ["zoom out"]}),
        ))
        .await
        .frames();
    for at in [0, 20, 40, 59] {
        let (found, width) = (frames[at].white().0, 45.0 * 1.14_f64.powf(1.0 - at as f64 / 59.0));
        assert!((found - width).abs() < 1.2, "{at}: {found:.1} and not {width:.1}");
        assert!((number(&frames[at]) - (59 - at) as f64).abs() < 2.0);
    }
}

#[tokio::test]
async fn in_a_place_of_its_own_a_clip_moves_and_the_place_does_not() {
    let bench = bench("640x360", 60);
    for (solid, share) in [(100, 1.0), (60, 0.6)] {
        let place = json!({"p": "centre", "w": 50, "o": solid});
        let piece = json!({"src": "clip.mp4", "d": 2000, "fx": ["zoom in"], "pp": place});
        let frames = bench.render(&above(&piece)).await.frames();
        let [first, last] = [0, 59].map(|at: usize| frames[at].white().0);
        assert!((first - 22.5 * share).abs() < 2.0, "{first:.1} of {share}");
        assert!((last / first - 1.14).abs() < 0.05, "{first:.1} {last:.1}");
        for (x, inside) in [(76, false), (84, true), (236, true), (244, false)] {
            let [red, _, blue] = frames[59].pixel(x, 60);
            let below = if inside { 255.0 * (1.0 - share) } else { 255.0 };
            assert_eq!(red > 60, inside, "at {x}, {solid}: {red}");
            assert!((f64::from(blue) - below).abs() < 25.0, "at {x}, {solid}: {blue}");
        }
    }
}
