//! Words drawn with the fonts of the machine.

use crate::draft::{Backing, Canvas, Colour, FrameRate, TextPlace};

use super::*;

const WIDE: Canvas = Canvas { width: 1920, height: 1080, rate: FrameRate::whole(30) };
const UPRIGHT: Canvas = Canvas { width: 1080, height: 1920, ..WIDE };

fn drawn(words: &str, place: TextPlace, canvas: Canvas) -> Drawn {
    draw(words, &TextStyle::at(place), canvas, Pace::default())
}

fn placed(words: &str, place: TextPlace, canvas: Canvas) -> Placed {
    drawn(words, place, canvas).picture.expect("something is drawn")
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
    let again = || placed("Same 一样", TextPlace::Top, WIDE);
    assert_eq!(again(), again());
}

#[test]
fn nothing_to_see_draws_nothing() {
    for words in ["", "  ", "\n\n", "\u{200b}"] {
        let drawn = drawn(words, TextPlace::Centre, WIDE);
        assert_eq!((drawn.picture, drawn.missing.as_str()), (None, ""), "{words:?}");
    }
}

#[test]
fn missing_characters_are_named_once_and_left_out() {
    let drawn = drawn("a\u{10FFFD}b\u{10FFFD}", TextPlace::Centre, WIDE);
    assert_eq!(drawn.missing, "\u{10FFFD}");
}

fn dressed(look: TextStyle, pace: Pace) -> Drawn {
    draw("Hello", &look, WIDE, pace)
}

fn count(image: &RgbaImage, fits: impl Fn([u8; 4]) -> bool) -> usize {
    image.pixels().filter(|pixel| fits(pixel.0)).count()
}

#[test]
fn words_stand_in_all_nine_places_and_the_lower_third() {
    let corner = |place| {
        let Placed { image, x, y } = placed("Hello", place, WIDE);
        let centre = (x + image.width() / 2, y + image.height() / 2);
        (centre.0 * 3 / WIDE.width, centre.1 * 3 / WIDE.height)
    };
    for (place, cell) in [
        (TextPlace::TopLeft, (0, 0)),
        (TextPlace::Top, (1, 0)),
        (TextPlace::TopRight, (2, 0)),
        (TextPlace::Left, (0, 1)),
        (TextPlace::Centre, (1, 1)),
        (TextPlace::Right, (2, 1)),
        (TextPlace::BottomLeft, (0, 2)),
        (TextPlace::Bottom, (1, 2)),
        (TextPlace::BottomRight, (2, 2)),
        (TextPlace::LowerThird, (0, 2)),
    ] {
        assert_eq!(corner(place), cell, "{place:?}");
    }
}

#[test]
fn letters_have_the_size_and_colour_asked_for() {
    let plain = dressed(TextStyle::default(), Pace::default()).picture.unwrap().image;
    let large = TextStyle { size: 200, ..TextStyle::default() };
    let large = dressed(large, Pace::default()).picture.unwrap().image;
    assert!(large.width() * 10 > plain.width() * 17, "{} {}", large.width(), plain.width());
    let yellow = TextStyle { colour: Some(Colour([255, 213, 0])), ..TextStyle::default() };
    let yellow = dressed(yellow, Pace::default()).picture.unwrap().image;
    assert!(count(&yellow, |p| p == [255, 213, 0, 255]) > 2000);
    assert_eq!(count(&yellow, |p| p == [255, 255, 255, 255]), 0);
}

#[test]
fn what_sets_letters_off_is_a_shadow_a_line_a_plate_or_nothing() {
    let image = |backing, backing_colour| {
        let look = TextStyle { backing, backing_colour, ..TextStyle::default() };
        dressed(look, Pace::default()).picture.unwrap().image
    };
    let bare = image(Backing::None, None);
    assert_eq!(count(&bare, |[red, _, _, alpha]| alpha > 0 && red < 200), 0, "letters alone");
    let red = Some(Colour([255, 0, 0]));
    let line = image(Backing::Outline, red);
    let strong = count(&line, |p| p == [255, 0, 0, 255]);
    assert!(strong > 1000, "{strong} pixels of line");
    let plate = image(Backing::Plate, red);
    let covered = count(&plate, |[r, g, _, alpha]| r == 255 && g == 0 && alpha > 200);
    assert!(covered * 2 > (plate.width() * plate.height()) as usize, "most of it is plate");
    assert!(plate.get_pixel(0, 0).0[3] < 40, "its corners are round");
}

#[test]
fn coming_and_going_are_as_many_pictures_as_frames_and_end_in_the_finished_one() {
    let pace = Pace { coming: 12, going: 6 };
    for motion in [TextMove::Pop, TextMove::Typewriter] {
        let look = TextStyle { entrance: motion, exit: motion, ..TextStyle::default() };
        let drawn = dressed(look, pace);
        let finished = drawn.picture.unwrap().image;
        assert_eq!((drawn.coming.len(), drawn.going.len()), (12, 6), "{motion:?}");
        let seen = |image: &RgbaImage| count(image, |[.., alpha]| alpha > 200);
        assert!(drawn.coming.iter().all(|image| image.dimensions() == finished.dimensions()));
        assert!(seen(&drawn.coming[0]) * 2 < seen(&finished), "{motion:?} begins with little");
        assert!(seen(&drawn.going[5]) * 2 < seen(&finished), "{motion:?} ends with little");
    }
    let faded = dressed(TextStyle::default(), pace);
    assert!(faded.coming.is_empty() && faded.going.is_empty(), "a fade needs no pictures");
}
