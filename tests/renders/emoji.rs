//! Emoji in titles, in their own colours.

use serde_json::json;

use crate::bench::Bench;
use crate::film::{Film, Frame};

/// Half a second of grey with white words on it.
async fn titled(words: &str) -> Film {
    let mut bench = Bench::new();
    bench.colour("grey.png", "0x606060", "320x180");
    let look = json!({"c": "#ffffff", "size": 200, "b": "none"});
    let title = json!({"d": 500, "pl": "centre", "ts": look, "m": {"text": words}});
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "grey.png", "d": 500}]}, {"tt": 7, "sg": [title]}]});
    bench.render(&draft).await
}

/// How many pixels have a colour, and how many are plain but not the ground's.
fn seen(frame: &Frame) -> (usize, usize) {
    let pixels = frame.rgb.chunks_exact(3);
    let parts = pixels.map(|rgb| (rgb.iter().min().unwrap(), rgb.iter().max().unwrap()));
    let (coloured, plain): (Vec<_>, Vec<_>) = parts.partition(|(least, most)| *most - *least > 80);
    (coloured.len(), plain.iter().filter(|(least, _)| **least > 200).count())
}

#[tokio::test]
async fn an_emoji_has_its_own_colours_and_the_words_theirs() {
    let red: fn([u8; 3]) -> bool = |[red, green, _]| red > green.saturating_add(80);
    let green: fn([u8; 3]) -> bool = |[red, green, _]| green > red.saturating_add(30);
    let blue: fn([u8; 3]) -> bool = |[red, _, blue]| blue > red.saturating_add(80);
    let yellow: fn([u8; 3]) -> bool = |[red, _, blue]| red > blue.saturating_add(80);
    // The last three are in fonts for words, too, as plain signs.
    for (emoji, is_its_colour) in [
        ("\u{1F534}", red),
        ("\u{1F49A}", green),
        ("\u{1F499}", blue),
        ("\u{2764}\u{FE0F}", red),
        ("\u{2600}\u{FE0F}", yellow),
        ("\u{2B50}", yellow),
    ] {
        let film = titled(&format!("Hi {emoji}")).await;
        assert_eq!(
            film.rendered.warnings,
            [],
            "an emoji font is installed: fonts-noto-color-emoji"
        );
        let frame = &film.frames()[8];
        let (coloured, plain) = seen(frame);
        assert!(coloured > 150 && plain > 60, "{emoji}: {coloured} coloured, {plain} white");
        let its = frame.rgb.chunks_exact(3).filter(|rgb| is_its_colour([rgb[0], rgb[1], rgb[2]]));
        let its = its.count();
        assert!(its * 10 > coloured * 9, "{emoji}: {its} of {coloured} have its colour");
    }
}

#[tokio::test]
async fn words_and_plain_signs_have_no_colour() {
    let (coloured, plain) = seen(&titled("Hi there \u{2764}").await.frames()[8]);
    assert!(coloured == 0 && plain > 60, "{coloured} coloured, {plain} white");
}

#[tokio::test]
async fn an_emoji_of_several_characters_is_one_picture() {
    let width = |frame: &Frame| {
        let all = (0..frame.height).flat_map(|y| (0..frame.width).map(move |x| (x, y)));
        let drawn =
            all.filter(|(x, y)| frame.pixel(*x, *y).iter().any(|part| part.abs_diff(0x60) > 30));
        let across: Vec<usize> = drawn.map(|place| place.0).collect();
        across.iter().max().unwrap() - across.iter().min().unwrap()
    };
    let one = width(&titled("\u{1F469}").await.frames()[8]);
    let family = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}";
    let joined = width(&titled(family).await.frames()[8]);
    assert!(one > 20 && joined < one * 3 / 2, "{joined} across, and {one} for one of them");
}
