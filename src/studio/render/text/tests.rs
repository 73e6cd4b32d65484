//! Words drawn with the fonts of the machine.

use crate::draft::{Canvas, FrameRate, TextPlace};

use super::*;

const WIDE: Canvas = Canvas { width: 1920, height: 1080, rate: FrameRate::whole(30) };
const UPRIGHT: Canvas = Canvas { width: 1080, height: 1920, ..WIDE };

fn placed(words: &str, place: TextPlace, canvas: Canvas) -> Placed {
    draw(words, place, canvas).picture.expect("something is drawn")
}

#[test]
fn words_lie_inside_the_canvas_and_in_its_middle() {
    for canvas in [WIDE, UPRIGHT] {
        for words in
            ["Hello", "日落之前", "Every word that anybody could ever want to read on a picture"]
        {
            let Placed { image, x, y } = placed(words, TextPlace::Centre, canvas);
            let (right, bottom) = (x + image.width(), y + image.height());
            assert!(right <= canvas.width && bottom <= canvas.height);
            assert!((x + right).abs_diff(canvas.width) < 12, "{words}: {x} to {right}");
            assert!((y + bottom).abs_diff(canvas.height) < 80, "{words}: {y} to {bottom}");
            assert!([x, y, image.width(), image.height()].iter().all(|side| side % 2 == 0));
        }
    }
}

#[test]
fn even_a_novel_fits() {
    let novel = "once upon a time ".repeat(500);
    let Placed { image, x, y } = placed(&novel, TextPlace::Centre, WIDE);
    assert!(x + image.width() <= WIDE.width && y + image.height() <= WIDE.height);
}

#[test]
fn lines_are_about_as_long_as_each_other() {
    let Placed { image, .. } =
        placed("one two three four five six seven eight nine ten", TextPlace::Bottom, UPRIGHT);
    // Set greedily, the first line would be as wide as may be.
    assert!(image.width() < 850, "{} wide", image.width());
}

#[test]
fn letters_are_white_with_a_dark_edge() {
    let Placed { image, .. } = placed("Hello", TextPlace::Centre, WIDE);
    let solid = |pixel: &&image::Rgba<u8>| pixel.0 == [255; 4];
    let dark = |pixel: &&image::Rgba<u8>| pixel.0[0] < 20 && pixel.0[3] > 100;
    assert!(image.pixels().filter(solid).count() > 3000);
    assert!(image.pixels().filter(dark).count() > 3000);
}

#[test]
fn the_same_words_are_drawn_alike_every_time() {
    let draw = || placed("Same 一样", TextPlace::Top, WIDE);
    assert_eq!(draw(), draw());
}

#[test]
fn nothing_to_see_draws_nothing() {
    for words in ["", "  ", "\n\n", "\u{200b}"] {
        let drawn = draw(words, TextPlace::Centre, WIDE);
        assert_eq!((drawn.picture, drawn.missing.as_str()), (None, ""), "{words:?}");
    }
}

#[test]
fn missing_characters_are_named_once_and_left_out() {
    let drawn = draw("a\u{10FFFD}b\u{10FFFD}", TextPlace::Centre, WIDE);
    assert_eq!(drawn.missing, "\u{10FFFD}");
}
