//! What is seen: order, layers, mixing, fades, fits, and all kinds of pictures.

use std::fs::File;
use std::io::BufWriter;

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{BLACK, BLUE, GREEN, RED, WHITE, assert_close};

fn draft(tracks: &Value) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": tracks})
}

fn primary() -> Bench {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    bench.colour("green.png", "lime", "320x180");
    bench.colour("blue.jpg", "blue", "320x180");
    bench
}

#[tokio::test]
async fn pictures_follow_each_other_as_the_draft_says_with_black_in_the_gaps() {
    let film = primary()
        .render(&draft(&json!([{"tt": 0, "sg": [
            {"src": "red.png", "d": 200}, {"src": "green.png", "d": 200},
            {"src": "blue.jpg", "st": 600, "d": 200}]}])))
        .await;
    let frames = film.frames();
    assert_eq!(frames.len(), 24);
    for (frame, colour) in [
        (0, RED),
        (5, RED),
        (6, GREEN),
        (11, GREEN),
        (12, BLACK),
        (17, BLACK),
        (18, BLUE),
        (23, BLUE),
    ] {
        assert_close(frames[frame].centre(), colour);
    }
}

#[tokio::test]
async fn upper_tracks_cover_lower_ones_and_overlaps_are_borne() {
    let film = primary()
        .render(&draft(&json!([
            {"tt": 0, "sg": [{"src": "red.png", "d": 1000}, {"src": "blue.jpg", "st": 200, "d": 100},
                             {"src": "red.png", "st": 500, "d": 0}]},
            {"tt": 0, "sg": [{"src": "green.png", "st": 400, "d": 200}]},
            {"tt": 42, "sg": [{"src": "blue.jpg", "d": 9000}]},
        ])))
        .await;
    let frames = film.frames();
    assert_eq!(frames.len(), 30, "tracks of unknown kinds do not count");
    for (frame, colour) in
        [(0, RED), (6, BLUE), (8, BLUE), (9, RED), (12, GREEN), (17, GREEN), (18, RED), (29, RED)]
    {
        assert_close(frames[frame].centre(), colour);
    }
}

#[tokio::test]
async fn a_crossfade_mixes_over_the_first_moments_of_the_later_picture() {
    let film = primary()
        .render(&draft(&json!([{"tt": 0, "sg": [{"src": "red.png", "d": 500},
            {"src": "blue.jpg", "d": 500, "tr": {"k": "crossfade", "d": 400}}]}])))
        .await;
    let frames = film.frames();
    assert_eq!(frames.len(), 30);
    assert_close(frames[14].centre(), RED);
    assert_close(frames[21].centre(), [127, 0, 127]);
    assert_close(frames[27].centre(), BLUE);
}

#[tokio::test]
async fn transitions_go_by_their_plain_names_and_unknown_ones_crossfade() {
    for (kind, left, right) in [
        ("wipe left", RED, BLUE),
        ("slide right", BLUE, RED),
        ("never heard of", [127, 0, 127], [127, 0, 127]),
    ] {
        let film = primary()
            .render(&draft(&json!([{"tt": 0, "sg": [{"src": "red.png", "d": 500},
                {"src": "blue.jpg", "d": 500, "tr": {"k": kind, "d": 400}}]}])))
            .await;
        let middle = &film.frames()[21];
        assert_close(middle.pixel(40, 90), left);
        assert_close(middle.pixel(280, 90), right);
    }
}

#[tokio::test]
async fn fading_through_black_is_dark_in_the_middle() {
    let film = primary()
        .render(&draft(&json!([{"tt": 0, "sg": [{"src": "red.png", "d": 500},
            {"src": "blue.jpg", "d": 500, "tr": {"k": "fade through black", "d": 400}}]}])))
        .await;
    let frames = film.frames();
    assert!(frames[20].centre().iter().all(|part| *part < 70), "{:?}", frames[20].centre());
    assert_close(frames[14].centre(), RED);
    assert_close(frames[28].centre(), BLUE);
}

#[tokio::test]
async fn fades_rise_from_black_and_fall_to_black() {
    let film = primary()
        .render(&draft(
            &json!([{"tt": 0, "sg": [{"src": "red.png", "d": 1000, "fi": 400, "fo": 300}]}]),
        ))
        .await;
    let frames = film.frames();
    assert_close(frames[0].centre(), BLACK);
    assert_close(frames[6].centre(), [127, 0, 0]);
    assert_close(frames[15].centre(), RED);
    assert!(frames[29].centre()[0] < 60);
}

/// A white square in the middle of green, wider or taller than the canvas.
fn square(bench: &mut Bench, name: &str, size: &str) {
    let source = format!(
        "color=c=lime:s={size},format=rgb24,drawbox=x=iw/2-50:y=ih/2-50:w=100:h=100:color=white:t=fill"
    );
    bench.make(name, &["-f", "lavfi", "-i", &source, "-frames:v", "1", "-update", "1"]);
}

#[tokio::test]
async fn every_fit_keeps_a_square_square() {
    let mut bench = Bench::new();
    square(&mut bench, "tall.png", "200x401");
    square(&mut bench, "wide.png", "803x200");
    for (name, fit) in [
        ("tall.png", "contain"),
        ("tall.png", "cover"),
        ("tall.png", "blur"),
        ("wide.png", "contain"),
        ("wide.png", "cover"),
        ("wide.png", "blur"),
    ] {
        let film = bench
            .render(&draft(&json!([{"tt": 0, "sg": [{"src": name, "fit": fit, "d": 100}]}])))
            .await;
        let frame = &film.frames()[0];
        let is_white = |pixel: [u8; 3]| pixel.iter().all(|part| *part > 200);
        let across = (0..320).filter(|x| is_white(frame.pixel(*x, 90))).count();
        let down = (0..180).filter(|y| is_white(frame.pixel(160, *y))).count();
        let whole = down < 179;
        assert!(!whole || across.abs_diff(down) <= 2, "{name} {fit}: {across} by {down}");
        let corner = frame.pixel(2, 2);
        match fit {
            "contain" => assert_close(corner, BLACK),
            "cover" => assert_close(corner, GREEN),
            _ => assert!((40..200).contains(&corner[1]) && corner[0] < 40, "{corner:?}"),
        }
    }
}

#[tokio::test]
async fn a_coloured_background_is_of_that_colour_and_seen_through_what_is_transparent() {
    let mut bench = Bench::new();
    square(&mut bench, "tall.png", "200x401");
    let source = "color=c=blue:s=160x181,format=rgba,geq=r=0:g=0:b=255:a='if(lt(X,80),0,255)'";
    bench.make("logo.png", &["-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1"]);
    let clip = "color=c=white:s=100x180:r=10:d=1";
    bench.make("clip.mp4", &["-f", "lavfi", "-i", clip, "-pix_fmt", "yuv420p"]);
    for (name, hex, colour) in [
        ("tall.png", "#ffffff", [255, 255, 255]),
        ("tall.png", "#e53935", [229, 57, 53]),
        ("clip.mp4", "#1e88e5", [30, 136, 229]),
        ("logo.png", "#43a047", [67, 160, 71]),
    ] {
        let piece = json!({"src": name, "fit": "contain", "bk": hex, "d": 100});
        let film = bench.render(&draft(&json!([{"tt": 0, "sg": [piece]}]))).await;
        let frame = &film.frames()[0];
        assert_close(frame.pixel(4, 90), colour);
        assert_close(frame.pixel(316, 90), colour);
        if name == "logo.png" {
            assert_close(frame.pixel(110, 90), colour);
            assert_close(frame.pixel(210, 90), [0, 0, 255]);
        }
    }
}

#[tokio::test]
async fn what_is_transparent_is_black() {
    let mut bench = Bench::new();
    let source = "color=c=red:s=321x181,format=rgba,geq=r=255:g=0:b=0:a='if(lt(X,160),0,128)'";
    bench.make("logo.png", &["-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1"]);
    let film =
        bench.render(&draft(&json!([{"tt": 0, "sg": [{"src": "logo.png", "d": 100}]}]))).await;
    assert_close(film.frames()[0].pixel(40, 90), BLACK);
    assert_close(film.frames()[0].pixel(280, 90), [128, 0, 0]);
}

/// A JPEG with an EXIF orientation, red on the left and blue on the right as stored.
fn turned(bench: &mut Bench, name: &str, orientation: u8) {
    let source =
        "color=c=red:s=200x100,format=rgb24,drawbox=x=100:y=0:w=100:h=100:color=blue:t=fill";
    let args = ["-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1", "-q:v", "2"];
    let path = bench.make(name, &args);
    let jpeg = std::fs::read(&path).unwrap();
    let exif = [
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(),
        &[orientation],
        b"\0\0\0\0\0\0",
    ]
    .concat();
    std::fs::write(&path, [&jpeg[..2], &exif, &jpeg[2..]].concat()).unwrap();
}

#[tokio::test]
async fn photographs_stand_as_their_cameras_were_held() {
    let mut bench = Bench::new();
    turned(&mut bench, "right.jpg", 6);
    turned(&mut bench, "over.jpg", 3);
    let film = bench
        .render(&draft(&json!([{"tt": 0, "sg": [
            {"src": "right.jpg", "fit": "contain", "d": 100}, {"src": "over.jpg", "fit": "contain", "d": 100}]}])))
        .await;
    let frames = film.frames();
    assert_close(frames[0].pixel(160, 30), RED);
    assert_close(frames[0].pixel(160, 150), BLUE);
    assert_close(frames[0].pixel(40, 90), BLACK);
    assert_close(frames[3].pixel(40, 90), BLUE);
    assert_close(frames[3].pixel(280, 90), RED);
}

#[tokio::test]
async fn clips_filmed_upright_stand_upright() {
    let mut bench = Bench::new();
    let source = "color=c=red:s=200x100:d=0.5,drawbox=x=100:y=0:w=100:h=100:color=blue:t=fill";
    let flat = bench.make("flat.mp4", &["-f", "lavfi", "-i", source, "-c:v", "libx264"]);
    let flat = flat.to_str().unwrap().to_owned();
    bench.make("phone.mp4", &["-i", &flat, "-c", "copy", "-metadata:s:v:0", "rotate=270"]);
    let film = bench
        .render(&draft(
            &json!([{"tt": 0, "sg": [{"src": "phone.mp4", "fit": "contain", "d": 200}]}]),
        ))
        .await;
    let frame = &film.frames()[0];
    assert_close(frame.pixel(40, 90), BLACK);
    assert_close(frame.pixel(160, 20), RED);
    assert_close(frame.pixel(160, 160), BLUE);
}

#[tokio::test]
async fn effects_are_applied_and_unknown_ones_do_no_harm() {
    let film = primary()
        .render(&draft(&json!([{"tt": 0, "sg": [
            {"src": "red.png", "d": 100, "fx": ["grayscale"]}, {"src": "red.png", "d": 100, "fx": ["sparkle"]}]}])))
        .await;
    let frames = film.frames();
    let [red, green, blue] = frames[0].centre();
    assert!(red.abs_diff(green) < 6 && green.abs_diff(blue) < 6, "grey has no colour");
    assert_close(frames[3].centre(), RED);
}

#[tokio::test]
async fn animated_gifs_move_and_start_again() {
    let mut bench = Bench::new();
    let source =
        "color=c=red:s=320x180:r=10:d=0.2[a];color=c=blue:s=320x180:r=10:d=0.2[b];[a][b]concat";
    bench.make("wink.gif", &["-f", "lavfi", "-i", source, "-loop", "0"]);
    let film =
        bench.render(&draft(&json!([{"tt": 0, "sg": [{"src": "wink.gif", "d": 1000}]}]))).await;
    let frames = film.frames();
    for (frame, colour) in [(1, RED), (4, RED), (8, BLUE), (14, RED), (20, BLUE), (26, RED)] {
        assert_close(frames[frame].centre(), colour);
    }
}

#[tokio::test]
async fn webp_works_still_and_animated() {
    let mut bench = Bench::new();
    let still = "color=c=lime:s=320x180,format=rgba";
    bench.make("still.webp", &["-f", "lavfi", "-i", still, "-frames:v", "1", "-lossless", "1"]);
    let moving = "color=c=red:s=320x180:r=10:d=0.3[a];color=c=blue:s=320x180:r=10:d=0.3[b];[a][b]concat,format=rgba";
    bench.make("moving.webp", &["-f", "lavfi", "-i", moving, "-lossless", "1", "-loop", "0"]);
    let film = bench
        .render(&draft(&json!([{"tt": 0, "sg": [{"src": "still.webp", "d": 200}, {"src": "moving.webp", "d": 800}]}])))
        .await;
    let frames = film.frames();
    for (frame, colour) in [(0, GREEN), (5, GREEN), (8, RED), (13, RED), (17, BLUE), (26, RED)] {
        assert_close(frames[frame].centre(), colour);
    }
}

#[tokio::test]
async fn variable_frame_rate_shows_each_picture_at_its_time() {
    let mut bench = Bench::new();
    let source = "color=c=red:s=320x180:r=10:d=1[a];color=c=blue:s=320x180:r=10:d=1[b];[a][b]concat,select='eq(n,0)+eq(n,9)+eq(n,10)+eq(n,19)'";
    bench.make(
        "rare.mkv",
        &["-f", "lavfi", "-i", source, "-fps_mode", "vfr", "-c:v", "libx264", "-qp", "0"],
    );
    let film = bench
        .render(&draft(&json!([{"tt": 0, "sg": [{"src": "rare.mkv", "in": 500, "d": 1000}]}])))
        .await;
    let frames = film.frames();
    assert_eq!(frames.len(), 30);
    for (frame, colour) in [(0, RED), (14, RED), (15, BLUE), (29, BLUE)] {
        assert_close(frames[frame].centre(), colour);
    }
}

/// A JPEG picture of eight strips, each of one colour.
fn strips(bench: &mut Bench, name: &str, (width, height): (u32, u32)) {
    let path = bench.path(name);
    let strip = |x: u32, _| image::Rgb(STRIPS[(x * 8 / width) as usize]);
    let mut file = BufWriter::new(File::create(&path).unwrap());
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 98);
    image::RgbImage::from_fn(width, height, strip).write_with_encoder(encoder).unwrap();
    drop(file);
    bench.list(name, path);
}

const STRIPS: [[u8; 3]; 8] = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 0],
    [20, 20, 20],
    [180, 90, 40],
    [90, 140, 200],
    [240, 240, 240],
];

/// zimg scales the first, and swscale the second, whose sides it does not take.
#[tokio::test]
async fn photographs_keep_their_colours_and_edges_whatever_scales_them() {
    let mut bench = Bench::new();
    strips(&mut bench, "large.jpg", (1280, 720));
    strips(&mut bench, "odd.jpg", (1281, 721));
    let film = bench
        .render(&draft(&json!([{"tt": 0, "sg": [{"src": "large.jpg", "d": 100},
            {"src": "odd.jpg", "fit": "cover", "d": 100}]}])))
        .await;
    let frames = film.frames();
    for frame in [&frames[0], &frames[3]] {
        for (number, colour) in STRIPS.into_iter().enumerate() {
            for x in [number * 40 + 8, number * 40 + 20, number * 40 + 32] {
                assert_close(frame.pixel(x, 90), colour);
            }
        }
    }
}

#[tokio::test]
async fn a_white_picture_is_white_and_not_grey() {
    let mut bench = Bench::new();
    let path = bench.path("white.jpg");
    let white = image::RgbImage::from_pixel(320, 180, image::Rgb(WHITE));
    let mut file = BufWriter::new(File::create(&path).unwrap());
    white.write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
    drop(file);
    bench.list("white.jpg", path);
    let film =
        bench.render(&draft(&json!([{"tt": 0, "sg": [{"src": "white.jpg", "d": 100}]}]))).await;
    assert_close(film.frames()[0].centre(), WHITE);
}
