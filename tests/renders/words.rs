//! Words are really drawn, where and when the draft says.

use cutroom::studio::render::Warning;
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{Film, Frame};

async fn titled(words: &[(&str, &str)]) -> Film {
    let mut bench = Bench::new();
    bench.colour("grey.png", "gray", "320x180");
    let titles: Vec<Value> = words
        .iter()
        .map(|(words, place)| json!({"st": 400, "d": 800, "pl": place, "m": {"text": words}}))
        .collect();
    bench
        .render(&json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
            {"tt": 0, "sg": [{"src": "grey.png", "d": 1600}]}, {"tt": 7, "sg": titles}]}))
        .await
}

const MIDDLE: std::ops::Range<usize> = 70..110;
const UPPER: std::ops::Range<usize> = 10..50;
const LOWER: std::ops::Range<usize> = 140..175;

#[tokio::test]
async fn a_title_is_seen_in_its_place_and_only_in_its_time() {
    let frames = titled(&[("Hello", "centre")]).await.frames();
    let plain = &frames[0];
    for (frame, seen) in [(11, false), (20, true), (30, true), (36, false), (47, false)] {
        let distance = frames[frame].distance(plain, MIDDLE);
        assert_eq!(distance > 2.0, seen, "frame {frame} differs by {distance}");
    }
    let titled = &frames[24];
    assert!(titled.distance(plain, UPPER) < 0.5 && titled.distance(plain, LOWER) < 0.5);
    let bright = titled.rgb.iter().filter(|part| **part > 240).count();
    assert!(bright > 500, "letters are white");
}

#[tokio::test]
async fn titles_come_and_go_gently() {
    let frames = titled(&[("Hello", "centre")]).await.frames();
    let plain = &frames[0];
    let strength = |frame: usize| frames[frame].distance(plain, MIDDLE);
    assert!(strength(14) > 0.3 && strength(14) < strength(20) * 0.8, "rising");
    assert!(strength(33) > 0.3 && strength(33) < strength(20) * 0.8, "falling");
}

#[tokio::test]
async fn headings_stand_above_and_captions_below() {
    for (place, near, far) in [("top", UPPER, LOWER), ("bottom", LOWER, UPPER)] {
        let frames = titled(&[("A caption", place)]).await.frames();
        assert!(frames[24].distance(&frames[0], near) > 1.0, "{place}");
        assert!(frames[24].distance(&frames[0], far) < 0.5, "{place}");
    }
}

#[tokio::test]
async fn long_words_wrap_and_stay_inside() {
    let long = "Everything you need to make a beautiful film in one single sentence of words";
    let frames = titled(&[(long, "centre")]).await.frames();
    let (plain, titled) = (&frames[0], &frames[24]);
    let edge =
        |x: usize| (0..180).all(|y| titled.pixel(x, y)[0].abs_diff(plain.pixel(x, y)[0]) < 20);
    assert!((0..10).chain(310..320).all(edge), "the outermost columns are free");
    assert!(titled.distance(plain, 50..65) > 1.0, "there is more than one line");
}

fn words_of(frame: &Frame, plain: &Frame) -> Vec<bool> {
    let pixels = frame.rgb.iter().zip(&plain.rgb);
    pixels.map(|(one, other)| one.abs_diff(*other) > 60).collect()
}

#[tokio::test]
async fn chinese_is_drawn_in_its_own_characters() {
    let mut shapes = Vec::new();
    for words in ["日落", "出发", "山水"] {
        let film = titled(&[(words, "centre")]).await;
        assert_eq!(film.rendered.warnings, [], "a font for Chinese is installed: fonts-noto-cjk");
        let frames = film.frames();
        let shape = words_of(&frames[24], &frames[0]);
        assert!(shape.iter().filter(|changed| **changed).count() > 300);
        shapes.push(shape);
    }
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let pairs = shapes[one].iter().zip(&shapes[other]);
        let differing = pairs.filter(|(one, other)| one != other).count();
        assert!(differing > 300, "boxes would all look alike");
    }
}

#[tokio::test]
async fn characters_that_no_font_has_are_named() {
    let film = titled(&[("Go \u{10FFFD}\u{E123}!", "centre")]).await;
    let missing = "\u{10FFFD}\u{E123}".to_owned();
    assert_eq!(film.rendered.warnings, [Warning::MissingGlyphs(missing)]);
}

#[tokio::test]
async fn titles_lie_over_crossfades_and_on_black() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    bench.colour("blue.png", "blue", "320x180");
    let film = bench
        .render(&json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
            {"tt": 0, "sg": [{"src": "red.png", "d": 500},
                {"src": "blue.png", "d": 500, "tr": {"k": "crossfade", "d": 300}}]},
            {"tt": 7, "sg": [{"d": 1500, "m": {"text": "Hello"}}]}]}))
        .await;
    let frames = film.frames();
    assert_eq!(frames.len(), 45, "words alone go on over black");
    for frame in [10, 19, 25, 38] {
        let white =
            frames[frame].rgb.chunks_exact(3).filter(|rgb| rgb.iter().all(|part| *part > 225));
        assert!(white.count() > 150, "frame {frame}");
    }
    assert!(frames[38].pixel(5, 5).iter().all(|part| *part < 10));
}

#[tokio::test]
async fn words_that_go_on_are_seen_in_every_frame_of_every_chunk() {
    let mut bench = Bench::new();
    for name in ["a.png", "b.png", "c.png"] {
        bench.colour(name, "black", "320x180");
    }
    let picture = |name: &str, crossing: u64| json!({"src": name, "d": 5000, "tr": {"k": "crossfade", "d": crossing}});
    let pictures = json!([picture("a.png", 0), picture("b.png", 500), picture("c.png", 500)]);
    let words = json!([{"st": 0, "d": 20_000, "pl": "top", "m": {"text": "ACME"}}]);
    let film = bench
        .render(&json!({"m": {"width": 320, "height": 180, "fps": 30},
            "t": [{"tt": 0, "sg": pictures}, {"tt": 7, "sg": words}]}))
        .await;
    assert!(bench.chunks().len() > 2);
    let seen = |frame: &crate::film::Frame| frame.rgb.iter().any(|value| *value > 200);
    let frames = film.frames();
    let without: Vec<usize> = (10..590).filter(|place| !seen(&frames[*place])).collect();
    assert_eq!(without, Vec::<usize>::new());
}
