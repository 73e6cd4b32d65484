//! The camera over pictures that lie over the picture, and over footage that stands still.

use cutroom::studio::render::Quality;
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{BLUE, assert_close};
use crate::preview::glimpsed;

/// Blue, a red picture with a square of white in its middle, and the same square with nothing around it.
fn bench() -> Bench {
    let mut bench = Bench::new();
    bench.quality = Quality::High;
    bench.colour("blue.png", "blue", "320x180");
    let square = "lt(abs(X-W/2),W/10)*lt(abs(Y-H/2),H/10)";
    for (name, colours) in [
        ("card.png", format!("r=255:g='255*{square}':b='255*{square}':a=255")),
        ("sticker.png", format!("r=255:g=255:b=255:a='255*{square}'")),
    ] {
        let drawn = format!("color=c=black:s=1280x720,format=rgba,geq={colours}");
        bench.make(name, &["-f", "lavfi", "-i", &drawn, "-frames:v", "1", "-update", "1"]);
    }
    bench
}

fn above(upper: &[Value]) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "blue.png", "d": 3000}]}, {"tt": 0, "sg": upper}]})
}

#[tokio::test]
async fn in_a_place_of_its_own_the_picture_moves_and_the_place_does_not() {
    let bench = bench();
    let placed =
        json!({"src": "card.png", "d": 2000, "fx": ["zoom in"], "pp": {"p": "centre", "w": 50}});
    let frames = bench.render(&above(&[placed])).await.frames();
    // 160 by 90 pixels; the square is a fifth of that.
    for (frame, width) in [(0, 32.0), (30, 32.0 * 1.07), (59, 32.0 * 1.14)] {
        let (found, middle) = frames[frame].white();
        assert!((found - width).abs() < 1.2, "frame {frame}: {found:.1} and not {width:.1}");
        assert!((middle - 160.0).abs() < 0.4, "frame {frame}: its middle is at {middle:.1}");
        for (x, inside) in [(76, false), (84, true), (236, true), (244, false)] {
            let [red, _, blue] = frames[frame].pixel(x, 90);
            assert_eq!((red > 200, blue < 60), (inside, inside), "frame {frame} at {x}");
        }
    }
    assert_close(frames[60].pixel(160, 90), BLUE);
}

#[tokio::test]
async fn a_graphic_is_moved_with_all_that_is_clear_around_it() {
    let bench = bench();
    let panned = json!({"src": "sticker.png", "d": 2000, "fx": ["pan right"]});
    let frames = bench.render(&above(&[panned])).await.frames();
    let places: Vec<f64> = frames[..60].iter().map(|frame| frame.white().1).collect();
    let way = places[0] - places[59];
    assert!((way - 44.8).abs() < 1.0, "it moves by {way:.1} pixels");
    for (frame, pair) in places.windows(2).enumerate() {
        let step = pair[0] - pair[1];
        assert!((step - way / 59.0).abs() < 0.25, "at {frame} it steps by {step:.2}");
    }
    let clear =
        frames.iter().all(|frame| frame.pixel(20, 90)[2] > 240 && frame.pixel(300, 170)[2] > 240);
    assert!(clear, "the blue shows through");
}

/// What is clear is black underneath, of which nothing is to be seen around white on white.
#[tokio::test]
async fn nothing_of_what_is_clear_is_seen_around_it() {
    let mut bench = bench();
    bench.colour("white.png", "white", "320x180");
    let mut draft = above(&[json!({"src": "sticker.png", "d": 1000, "fx": ["pan right"]})]);
    draft["t"][0]["sg"][0]["src"] = json!("white.png");
    let frames = bench.render(&draft).await.frames();
    let darkest = frames[..30].iter().flat_map(|frame| &frame.rgb).min();
    assert!(darkest > Some(&245), "{darkest:?}");
}

#[tokio::test]
async fn it_moves_on_under_what_takes_over_from_it() {
    let mut bench = bench();
    bench.make(
        "clear.png",
        &[
            "-f",
            "lavfi",
            "-i",
            "color=c=black@0:s=1280x720,format=rgba",
            "-frames:v",
            "1",
            "-update",
            "1",
        ],
    );
    let crossing = json!({"k": "wipe left", "d": 1000});
    let frames = bench
        .render(&above(&[
            json!({"src": "sticker.png", "d": 1000, "fx": ["pan right"]}),
            json!({"src": "clear.png", "st": 1000, "d": 1000, "tr": crossing}),
        ]))
        .await
        .frames();
    // The wipe comes from the right and reaches the square in the middle of its way.
    let places: Vec<f64> = frames[..40].iter().map(|frame| frame.white().1).collect();
    let mean = (places[0] - places[39]) / 39.0;
    assert!((mean - 44.8 / 59.0).abs() < 0.03, "{mean}");
    for (frame, pair) in places.windows(2).enumerate() {
        let step = pair[0] - pair[1];
        assert!((step - mean).abs() < 0.3, "at {frame} it steps by {step:.2} and not {mean:.2}");
    }
}

#[tokio::test]
async fn half_solid_and_changed_it_moves_as_well_and_a_look_shows_the_same() {
    let bench = bench();
    let draft = above(&[
        json!({"src": "card.png", "st": 500, "d": 2000, "fx": ["zoom out", "negative"], "tr": {"k": "wipe up", "d": 500},
               "pp": {"p": "right", "w": 40, "o": 50}}),
    ]);
    let frames = bench.render(&draft).await.frames();
    for at in [700, 1500, 2400] {
        let seen = glimpsed(&bench, &draft, at).await;
        let film = &frames[usize::try_from(at * 30 / 1000).unwrap()];
        assert!(seen.distance(film, 0..180) < 2.0, "at {at} ms");
    }
    // What was red is cyan, and half of the blue shows through it.
    let [red, green, blue] = frames[45].pixel(200, 90);
    assert!(red < 30 && (100..160).contains(&green) && blue > 230, "{red} {green} {blue}");
    assert!(frames[40].white().0 > frames[70].white().0 * 0.9);
}

#[tokio::test]
async fn footage_that_stands_still_is_a_picture_for_the_camera() {
    let mut bench = bench();
    let source = "color=c=blue:s=1280x720:r=30:d=1[a];movie='CARD',loop=30:1,fps=30[b];[a][b]concat,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";
    let source = source.replace("CARD", &bench.path("card.png").display().to_string());
    bench.make(
        "clip.mp4",
        &["-f", "lavfi", "-i", &source, "-c:v", "libx264", "-crf", "10", "-pix_fmt", "yuv420p"],
    );
    let frozen = |place: Value| json!({"src": "clip.mp4", "in": 1500, "d": 1000, "fx": ["freeze", "zoom in"], "pp": place});
    for (draft, width) in [
        (
            json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [{"tt": 0, "sg": [frozen(Value::Null)]}]}),
            64.0,
        ),
        (above(&[frozen(json!({"p": "centre", "w": 50}))]), 32.0),
    ] {
        let frames = bench.render(&draft).await.frames();
        let [first, last] = [0, 29].map(|frame: usize| frames[frame].white().0);
        assert!((first - width).abs() < 1.5 && (last - width * 1.14).abs() < 1.5, "{first} {last}");
    }
}
