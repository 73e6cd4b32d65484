//! Backgrounds that are made here.

use serde_json::json;

use crate::bench::Bench;
use crate::film::{RED, assert_close};

#[tokio::test]
async fn a_colour_a_gradient_and_one_that_drifts_are_pictures_of_the_film() {
    let bench = Bench::new();
    let film = bench
        .render(&json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [{"tt": 0, "sg": [
            {"bg": ["#ff0000"], "d": 1000, "fit": "cover"},
            {"bg": ["#ffffff", "#000000"], "d": 1000, "fit": "cover"},
            {"bg": ["#ffffff", "#000000"], "d": 1000, "fit": "cover", "fx": ["pan right"]}]}]}))
        .await;
    assert_eq!(film.rendered.warnings, []);
    let frames = film.frames();
    assert_eq!(frames.len(), 90);
    assert_close(frames[10].centre(), RED);
    let grey = |frame: usize, x: usize, y: usize| frames[frame].pixel(x, y)[1];
    assert!(grey(40, 2, 2) > 245 && grey(40, 317, 177) < 10, "from corner to corner");
    assert!(grey(40, 160, 90).abs_diff(127) < 8);
    assert_eq!(grey(35, 160, 90), grey(55, 160, 90), "it stands still");
    // The camera goes to where it is darker, evenly.
    let drift: Vec<u8> = [60, 70, 80, 89].map(|frame| grey(frame, 160, 90)).to_vec();
    assert!(drift.windows(2).all(|pair| pair[1] + 2 < pair[0]), "{drift:?}");
}
