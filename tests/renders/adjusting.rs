//! Pictures otherwise by an amount: colours, turning, cutting, nearness.

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{BLUE, Frame, GREEN, RED, assert_close};

/// One still under each of these effects, three frames each; the middle one of each.
async fn under(bench: &Bench, name: &str, effects: &[Value]) -> Vec<Frame> {
    let segments: Vec<Value> =
        effects.iter().map(|fx| json!({"src": name, "d": 100, "fx": fx})).collect();
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 30},
        "t": [{"tt": 0, "sg": segments}]});
    let frames = bench.render(&draft).await.frames();
    assert_eq!(frames.len(), effects.len() * 3);
    frames.into_iter().skip(1).step_by(3).collect()
}

#[tokio::test]
async fn brightness_moves_the_middle_and_leaves_black_and_white() {
    let mut bench = Bench::new();
    for (name, colour) in [("grey.png", "0x808080"), ("black.png", "black"), ("white.png", "white")]
    {
        bench.colour(name, colour, "320x180");
    }
    let effects =
        [json!([]), json!([{"k": "brightness", "a": 20}]), json!([{"k": "brightness", "a": -50}])];
    let grey: Vec<u8> =
        under(&bench, "grey.png", &effects).await.iter().map(|frame| frame.centre()[1]).collect();
    assert!(grey[0].abs_diff(128) < 5, "{grey:?}");
    assert!(grey[1].abs_diff(154) < 7, "a fifth brighter: {grey:?}");
    assert!(grey[2].abs_diff(64) < 7, "half as bright: {grey:?}");
    for (name, level) in [("black.png", 0), ("white.png", 255)] {
        for frame in under(&bench, name, &effects).await {
            assert_close(frame.centre(), [level; 3]);
        }
    }
}

#[tokio::test]
async fn contrast_saturation_and_warmth_go_both_ways() {
    let mut bench = Bench::new();
    bench.colour("dark.png", "0x505050", "320x180");
    bench.colour("rose.png", "0xc06060", "320x180");
    let contrast = |a: i32| json!([{"k": "contrast", "a": a}]);
    let dark = under(&bench, "dark.png", &[contrast(0), contrast(50), contrast(-50)]).await;
    let level = |place: usize| i32::from(dark[place].centre()[1]);
    assert!(level(1) < level(0) - 15 && level(2) > level(0) + 15);
    let saturation = |a: i32| json!([{"k": "saturation", "a": a}]);
    let rose = [saturation(0), saturation(50), saturation(-100)];
    let rose = under(&bench, "rose.png", &rose).await;
    let colour = |place: usize| {
        let [red, green, _] = rose[place].centre();
        i32::from(red) - i32::from(green)
    };
    assert!(colour(1) > colour(0) + 20, "{} {}", colour(0), colour(1));
    assert!(colour(2).abs() < 8, "nothing is left of the colour: {}", colour(2));
    let warmth = |a: i32| json!([{"k": "warmth", "a": a}]);
    let tones = under(&bench, "dark.png", &[warmth(40), warmth(-40)]).await;
    let [red, _, blue] = tones[0].centre();
    assert!(red > blue + 20, "warm is red: {:?}", tones[0].centre());
    let [red, _, blue] = tones[1].centre();
    assert!(blue > red + 20, "cool is blue: {:?}", tones[1].centre());
}

/// Red on the left, blue on the right, green in a band down the middle.
fn banded(bench: &mut Bench) {
    let source = "color=c=red:s=640x360,format=rgb24,drawbox=x=320:y=0:w=320:h=360:color=blue:t=fill,\
                  drawbox=x=300:y=0:w=40:h=360:color=lime:t=fill";
    bench.make("banded.png", &["-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1"]);
}

#[tokio::test]
async fn turning_changes_which_way_is_up_and_the_shape() {
    let mut bench = Bench::new();
    banded(&mut bench);
    let turn = |a: i32| json!([{"k": "turn", "a": a}]);
    let frames = under(&bench, "banded.png", &[turn(90), turn(180), turn(270)]).await;
    assert_close(frames[0].pixel(160, 20), RED);
    assert_close(frames[0].pixel(160, 160), BLUE);
    assert_close(frames[1].pixel(20, 90), BLUE);
    assert_close(frames[1].pixel(300, 90), RED);
    assert_close(frames[2].pixel(160, 20), BLUE);
    assert_close(frames[2].pixel(160, 160), RED);
    let [red, green, blue] = frames[0].pixel(20, 20);
    assert!(red < 200 && green < 100 && blue < 100, "beside a picture on end lies its backdrop");
}

#[tokio::test]
async fn from_nearer_the_middle_fills_more_of_the_picture() {
    let mut bench = Bench::new();
    banded(&mut bench);
    let effects = [json!([]), json!([{"k": "zoom", "a": 400}]), json!(["crop 1:1"])];
    let frames = under(&bench, "banded.png", &effects).await;
    let band = |frame: &Frame| (0..320).filter(|x| frame.pixel(*x, 90)[1] > 128).count();
    assert!(band(&frames[0]).abs_diff(20) < 4, "{}", band(&frames[0]));
    assert!(band(&frames[1]).abs_diff(80) < 6, "{}", band(&frames[1]));
    assert_close(frames[1].centre(), GREEN);
    assert!(band(&frames[2]).abs_diff(20) < 4, "a cut picture keeps its size");
    let [red, ..] = frames[2].pixel(10, 90);
    assert!(red < 230, "what was cut off is not there");
}
