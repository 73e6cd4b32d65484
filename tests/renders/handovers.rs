//! Transitions and fits of what lies over the picture.

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{BLUE, Frame, GREEN, RED, assert_close};

/// Blue below, and graphics of one colour on the left half with nothing on the right one.
fn bench() -> Bench {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    for (name, size, [red, green]) in [
        ("red.png", "320x180", [255, 0]),
        ("green.png", "320x180", [0, 255]),
        ("square.png", "200x200", [255, 0]),
    ] {
        let half = if size == "320x180" { 160 } else { 100 };
        let graphic = format!(
            "color=c=black:s={size},format=rgba,geq=r={red}:g={green}:b=0:a='if(lt(X,{half}),255,0)'"
        );
        bench.make(name, &["-f", "lavfi", "-i", &graphic, "-frames:v", "1", "-update", "1"]);
    }
    bench
}

/// Three seconds of blue, and what lies on the track above.
fn above(upper: &[Value]) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "blue.png", "d": 3000}]}, {"tt": 0, "sg": upper}]})
}

fn crossing(kind: &str) -> Value {
    json!({"k": kind, "d": 500})
}

fn row(frame: &Frame, places: [usize; 4]) -> [[u8; 3]; 4] {
    places.map(|x| frame.pixel(x, 90))
}

#[tokio::test]
async fn a_graphic_fills_what_its_fit_says() {
    let bench = bench();
    let frames = bench.render(&above(&[json!({"src": "red.png", "d": 1000})])).await.frames();
    for y in [2, 90, 177] {
        assert_close(frames[10].pixel(2, y), RED);
        assert_close(frames[10].pixel(310, y), BLUE);
    }
    for (fit, left) in [("contain", BLUE), ("blur", BLUE), ("cover", RED)] {
        let graphic = json!({"src": "square.png", "d": 1000, "fit": fit});
        let frames = bench.render(&above(&[graphic])).await.frames();
        assert_close(frames[10].pixel(20, 90), left);
        assert_close(frames[10].pixel(110, 90), RED);
        assert_close(frames[10].pixel(240, 90), BLUE);
    }
    let on_green = json!({"src": "square.png", "d": 1000, "fit": "contain", "bk": "#00ff00"});
    let frames = bench.render(&above(&[on_green])).await.frames();
    assert_close(frames[10].pixel(20, 90), GREEN);
    assert_close(frames[10].pixel(200, 90), GREEN);
}

#[tokio::test]
async fn it_comes_out_of_nothing_by_its_transition() {
    let bench = bench();
    let wiped = json!({"src": "red.png", "st": 500, "d": 1500, "tr": crossing("wipe right")});
    let frames = bench.render(&above(&[wiped])).await.frames();
    assert_close(frames[14].pixel(10, 90), BLUE);
    // A third of the way: 107 pixels.
    assert_close(frames[20].pixel(90, 90), RED);
    assert_close(frames[20].pixel(125, 90), BLUE);
    assert_close(frames[29].pixel(140, 90), RED);
    for (frame, left) in [(30, RED), (31, RED), (59, RED), (60, BLUE)] {
        assert_close(frames[frame].pixel(150, 90), left);
        assert_close(frames[frame].pixel(250, 90), BLUE);
    }
    let faded = json!({"src": "red.png", "st": 500, "d": 1500, "tr": crossing("crossfade")});
    let frames = bench.render(&above(&[faded])).await.frames();
    let [red, _, blue] = frames[22].pixel(40, 90);
    assert!((90..160).contains(&red) && (90..160).contains(&blue), "{red} {blue}");
    assert_close(frames[40].pixel(40, 90), RED);
}

#[tokio::test]
async fn one_takes_over_from_the_other_also_from_another_place() {
    let bench = bench();
    let frames = bench
        .render(&above(&[
            json!({"src": "red.png", "d": 1000}),
            json!({"src": "green.png", "st": 1000, "d": 1000, "tr": crossing("crossfade")}),
        ]))
        .await
        .frames();
    assert_close(frames[29].pixel(40, 90), RED);
    let [red, green, blue] = frames[37].pixel(40, 90);
    // Both are solid there, so nothing of the blue shines through while they cross.
    assert!(
        (100..170).contains(&red) && (85..160).contains(&green) && blue < 24,
        "{red} {green} {blue}"
    );
    assert_close(frames[37].pixel(240, 90), BLUE);
    assert_close(frames[46].pixel(40, 90), GREEN);
    assert_close(frames[59].pixel(40, 90), GREEN);
    assert_close(frames[60].pixel(40, 90), BLUE);

    let placed = |src: &str, st: u64, place: &str| json!({"src": src, "st": st, "d": 1000, "pp": {"p": place, "w": 40}, "tr": crossing("wipe left")});
    let frames = bench
        .render(&above(&[
            placed("red.png", 0, "top left"),
            placed("green.png", 1000, "bottom right"),
        ]))
        .await
        .frames();
    // 128 by 72 pixels, 7 from the edges; their left halves are seen.
    let [red, green] = [(20, 40), (200, 140)];
    let at = |frame: usize, (x, y): (usize, usize)| frames[frame].pixel(x, y);
    assert_close(at(29, red), RED);
    assert_close(at(29, green), BLUE);
    assert_close(at(37, red), RED);
    assert_close(at(37, green), GREEN);
    assert_close(at(46, red), BLUE);
    assert_close(at(46, green), GREEN);
}

#[tokio::test]
async fn what_goes_through_black_goes_through_nothing_here() {
    let bench = bench();
    for kind in ["fade through black", "circle crop", "fade grays"] {
        let frames = bench
            .render(&above(&[
                json!({"src": "red.png", "d": 1000}),
                json!({"src": "green.png", "st": 1000, "d": 1000, "tr": crossing(kind)}),
            ]))
            .await
            .frames();
        for frame in &frames[30..46] {
            assert_close(frame.pixel(250, 90), BLUE);
        }
        assert_close(frames[28].pixel(40, 90), RED);
        assert_close(frames[46].pixel(40, 90), GREEN);
    }
}

/// A clip that covers all, then a graphic, then the clip again, all on the upper track.
#[tokio::test]
async fn a_graphic_and_a_piece_that_covers_all_cross_together() {
    let mut bench = bench();
    bench.colour("lime.png", "lime", "320x180");
    let frames = bench
        .render(&above(&[
            json!({"src": "lime.png", "d": 1000}),
            json!({"src": "red.png", "st": 1000, "d": 1000, "tr": crossing("wipe right")}),
            json!({"src": "lime.png", "st": 2000, "d": 1000, "tr": crossing("wipe right")}),
        ]))
        .await
        .frames();
    let places = [40, 150, 170, 280];
    assert_eq!(frames.len(), 90);
    for (frame, wanted) in [
        (29, [GREEN, GREEN, GREEN, GREEN]),
        (35, [RED, GREEN, GREEN, GREEN]),
        (41, [RED, RED, BLUE, GREEN]),
        (46, [RED, RED, BLUE, BLUE]),
        (59, [RED, RED, BLUE, BLUE]),
        (65, [GREEN, RED, BLUE, BLUE]),
        (71, [GREEN, GREEN, GREEN, BLUE]),
        (76, [GREEN, GREEN, GREEN, GREEN]),
    ] {
        for (found, wanted) in row(&frames[frame], places).into_iter().zip(wanted) {
            assert_close(found, wanted);
        }
    }
}

#[tokio::test]
async fn a_moving_sticker_plays_while_it_comes() {
    let mut bench = bench();
    let sticker = "color=c=red:s=160x90:r=30:d=1[a];color=c=lime:s=160x90:r=30:d=1[b];[a][b]concat,\
                   format=yuva420p,geq=lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='if(lt(X,80),255,0)'";
    let vp9 = ["-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-deadline", "realtime"];
    bench.make("sticker.webm", &[&["-f", "lavfi", "-i", sticker][..], &vp9].concat());
    let placed = json!({"src": "sticker.webm", "in": 800, "st": 500, "d": 1200, "fx": ["mirror"],
                        "pp": {"p": "centre", "w": 50}, "tr": crossing("wipe up")});
    let frames = bench.render(&above(&[placed])).await.frames();
    // Mirrored, its right half is seen. From below it comes; after 0.2 s red becomes green.
    assert_close(frames[20].pixel(200, 130), RED);
    assert_close(frames[20].pixel(200, 55), BLUE);
    assert_close(frames[23].pixel(200, 130), GREEN);
    assert_close(frames[40].pixel(200, 55), GREEN);
    assert_close(frames[40].pixel(110, 90), BLUE);
    assert_close(frames[51].pixel(200, 90), BLUE);
}

#[tokio::test]
async fn what_changes_colours_leaves_what_is_clear() {
    let bench = bench();
    for (effect, wanted) in [("negative", [0, 255, 255]), ("sharpen", RED), ("vignette", RED)] {
        let graphic = json!({"src": "red.png", "d": 1000, "fx": [effect]});
        let frames = bench.render(&above(&[graphic])).await.frames();
        assert_close(frames[10].pixel(120, 90), wanted);
        assert_close(frames[10].pixel(240, 90), BLUE);
    }
}

/// Chunks are eight seconds at most, and end at cuts.
#[tokio::test]
async fn a_fade_goes_on_where_the_film_is_cut_into_chunks() {
    let mut bench = bench();
    bench.colour("black.png", "black", "320x180");
    bench.colour("white.png", "white", "320x180");
    let below: Vec<Value> = (0..12).map(|_| json!({"src": "black.png", "d": 1000})).collect();
    let over = json!({"src": "white.png", "st": 6500, "d": 5500, "fi": 1800, "fo": 200,
                      "pp": {"p": "centre", "w": 50}});
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 30},
                       "t": [{"tt": 0, "sg": below}, {"tt": 0, "sg": [over]}]});
    let frames = bench.render(&draft).await.frames();
    assert_eq!(bench.chunks().len(), 2, "the fade goes across a cut");
    let grey = |frame: usize| i32::from(frames[frame].centre()[1]);
    for frame in 200..248 {
        let step = grey(frame + 1) - grey(frame);
        assert!(
            (1..=12).contains(&step),
            "frame {frame}: {} then {}",
            grey(frame),
            grey(frame + 1)
        );
    }
    assert!(grey(249) > 245);
}
