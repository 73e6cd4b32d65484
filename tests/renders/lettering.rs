//! How words look, come and go, in the finished film.

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{Frame, assert_close};

const GREY: [u8; 3] = [96, 96, 96];

/// A second of grey with one title on it from the first frame to the last.
async fn titled(mut segment: Value) -> Vec<Frame> {
    let mut bench = Bench::new();
    bench.colour("grey.png", "0x606060", "320x180");
    segment["d"] = json!(1000);
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "grey.png", "d": 1000}]}, {"tt": 7, "sg": [segment]}]});
    bench.render(&draft).await.frames()
}

/// Also where it is still half transparent; what is behind it has no colour.
fn is_yellow([red, _, blue]: [u8; 3]) -> bool {
    red > blue.saturating_add(60)
}

fn yellow(frame: &Frame) -> usize {
    places(frame).len()
}

/// Where there is yellow.
fn places(frame: &Frame) -> Vec<(usize, usize)> {
    let all = (0..frame.height).flat_map(|y| (0..frame.width).map(move |x| (x, y)));
    all.filter(|(x, y)| is_yellow(frame.pixel(*x, *y))).collect()
}

fn middle(frame: &Frame) -> (usize, usize) {
    let places = places(frame);
    let count = places.len().max(1);
    let sum = places.iter().fold((0, 0), |sum, place| (sum.0 + place.0, sum.1 + place.1));
    (sum.0 / count, sum.1 / count)
}

#[tokio::test]
async fn words_have_the_colour_size_and_corner_that_they_were_given() {
    let look = json!({"c": "#ffd500", "size": 200, "b": "none"});
    let frames = titled(json!({"pl": "bottom right", "ts": look, "m": {"text": "MMM"}})).await;
    let frame = &frames[15];
    assert!(yellow(frame) > 150, "{}", yellow(frame));
    let (x, y) = middle(frame);
    assert!(x > 200 && y > 110, "{x}, {y}");
    assert_close(frame.pixel(20, 20), GREY);
}

#[tokio::test]
async fn a_plate_covers_what_is_behind_the_words() {
    let look = json!({"b": "box", "bc": "#ff0000"});
    let frames = titled(json!({"ts": look, "m": {"text": "Hi"}})).await;
    let red = |frame: &Frame| {
        (0..180)
            .flat_map(|y| (0..320).map(move |x| (x, y)))
            .filter(|(x, y)| {
                let [red, green, _] = frame.pixel(*x, *y);
                red > 180 && green < 60
            })
            .count()
    };
    assert!(red(&frames[15]) > 250, "{}", red(&frames[15]));
}

#[tokio::test]
async fn words_slide_in_from_outside_and_out_again() {
    let look = json!({"c": "#ffd500", "b": "none", "in": "slide right", "out": "slide up"});
    let frames = titled(json!({"ts": look, "fi": 300, "fo": 300, "m": {"text": "MMMM"}})).await;
    assert_eq!(yellow(&frames[0]), 0, "nothing is seen before it comes");
    let (early, there, late) = (middle(&frames[3]), middle(&frames[15]), middle(&frames[26]));
    assert!(early.0 < there.0 && early.1.abs_diff(there.1) < 4, "{early:?} to {there:?}");
    assert!(late.1 < there.1 && late.0.abs_diff(there.0) < 4, "{there:?} to {late:?}");
    assert!(there.0.abs_diff(160) < 8 && there.1.abs_diff(90) < 16, "{there:?}");
}

#[tokio::test]
async fn a_typewriter_writes_from_left_to_right_and_stays() {
    let look = json!({"c": "#ffd500", "b": "none", "in": "typewriter"});
    let frames = titled(json!({"ts": look, "fi": 500, "m": {"text": "MMMMMMMM"}})).await;
    let seen: Vec<usize> = [2, 6, 10, 14, 18].map(|frame| yellow(&frames[frame])).into();
    assert!(seen.windows(2).all(|pair| pair[0] < pair[1] + 20), "{seen:?}");
    assert!(seen[0] * 3 < seen[4] && seen[4] > 200, "{seen:?}");
    let right = |frame: &Frame| places(frame).iter().map(|place| place.0).max().unwrap_or(0);
    assert!(right(&frames[6]) + 40 < right(&frames[18]));
    assert!(yellow(&frames[20]).abs_diff(yellow(&frames[24])) < 30, "then it stands");
}

#[tokio::test]
async fn words_that_pop_grow_too_far_and_come_back() {
    let look = json!({"c": "#ffd500", "b": "none", "in": "pop"});
    let frames = titled(json!({"ts": look, "fi": 330, "m": {"text": "MMMM"}})).await;
    let width = |frame: &Frame| {
        let across: Vec<usize> = places(frame).iter().map(|place| place.0).collect();
        across.iter().max().unwrap_or(&0) - across.iter().min().unwrap_or(&0)
    };
    let (first, there) = (width(&frames[0]), width(&frames[18]));
    let most = (0..10).map(|frame| width(&frames[frame])).max().unwrap();
    assert!(first < there * 2 / 3, "{first} of {there}");
    assert!(most > there, "{most} of {there}");
}
