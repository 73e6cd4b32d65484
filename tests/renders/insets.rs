//! A picture over the picture.

use cutroom::studio::render::Warning;
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{BLACK, BLUE, GREEN, RED, assert_close};

/// Two seconds of blue, with something over it from half a second to one and a half.
fn over(source: &str, inset: Value) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "blue.png", "d": 2000}]},
        {"tt": 0, "sg": [{"src": source, "st": 500, "d": 1000, "pp": inset}]}]})
}

#[tokio::test]
async fn a_logo_lies_in_its_corner_in_its_time_and_what_is_clear_shows_through() {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    let logo = "color=c=red:s=200x100,format=rgba,geq=r=255:g=0:b=0:a='if(lt(X,100),255,0)'";
    bench.make("logo.png", &["-f", "lavfi", "-i", logo, "-frames:v", "1", "-update", "1"]);
    let draft = over("logo.png", json!({"p": "top right", "w": 25}));
    let frames = bench.render(&draft).await.frames();
    assert_eq!(frames.len(), 60);
    for (frame, there) in [(10, false), (15, true), (30, true), (44, true), (45, false)] {
        let frame = &frames[frame];
        // 80 by 40 pixels, 7 from the edges: its left half is red, its right half clear.
        assert_close(frame.pixel(250, 26), if there { RED } else { BLUE });
        assert_close(frame.pixel(300, 26), BLUE);
        assert_close(frame.pixel(200, 26), BLUE);
        assert_close(frame.pixel(20, 160), BLUE);
    }
}

/// Its right half is clear.
#[tokio::test]
async fn what_is_below_a_clear_graphic_of_an_upper_track_is_seen() {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    let graphic = "color=c=red:s=320x180,format=rgba,geq=r=255:g=0:b=0:a='if(lt(X,160),255,0)'";
    bench.make("title.png", &["-f", "lavfi", "-i", graphic, "-frames:v", "1", "-update", "1"]);
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "blue.png", "d": 2000}]},
        {"tt": 0, "sg": [{"src": "title.png", "st": 500, "d": 1000}]}]});
    let frames = bench.render(&draft).await.frames();
    for (frame, left) in [(14, BLUE), (15, RED), (44, RED), (45, BLUE)] {
        assert_close(frames[frame].pixel(80, 90), left);
        assert_close(frames[frame].pixel(240, 90), BLUE);
    }
}

/// VP9 says in a tag that something is clear, and not in its pixels.
#[tokio::test]
async fn a_clear_webm_is_clear() {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    let sticker = "color=c=red:s=160x90:r=30:d=1,format=yuva420p,\
                   geq=lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='if(lt(X,80),255,0)'";
    let vp9 = ["-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-deadline", "realtime"];
    bench.make("sticker.webm", &[&["-f", "lavfi", "-i", sticker][..], &vp9].concat());
    let draft = over("sticker.webm", json!({"p": "centre", "w": 50}));
    let frame = &bench.render(&draft).await.frames()[30];
    assert_close(frame.pixel(110, 90), RED);
    assert_close(frame.pixel(210, 90), BLUE);
}

#[tokio::test]
async fn what_is_half_solid_mixes_with_what_is_behind_it() {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    bench.colour("green.png", "lime", "100x100");
    let draft = over("green.png", json!({"p": "bottom left", "w": 20, "o": 50}));
    let frame = &bench.render(&draft).await.frames()[30];
    let [red, green, blue] = frame.pixel(30, 150);
    assert!(
        red < 60 && (90..200).contains(&green) && (60..200).contains(&blue),
        "{red} {green} {blue}"
    );
    assert_close(frame.pixel(300, 20), BLUE);
}

#[tokio::test]
async fn a_clip_in_the_corner_plays_from_its_in_point() {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    let source = "color=c=red:s=160x90:r=30:d=1[a];color=c=lime:s=160x90:r=30:d=1[b];[a][b]concat";
    bench.make("two.mp4", &["-f", "lavfi", "-i", source, "-c:v", "libx264"]);
    let mut draft = over("two.mp4", json!({"p": "centre", "w": 50}));
    draft["t"][1]["sg"][0]["in"] = json!(500);
    let frames = bench.render(&draft).await.frames();
    for (frame, colour) in [(14, BLUE), (15, RED), (29, RED), (30, GREEN), (44, GREEN), (45, BLUE)]
    {
        assert_close(frames[frame].centre(), colour);
        assert_close(frames[frame].pixel(10, 10), BLUE);
    }
    assert!(frames.iter().all(|frame| frame.pixel(300, 170) != BLACK));
}

#[tokio::test]
async fn in_the_place_of_a_file_that_cannot_be_read_lies_a_card_that_names_it() {
    let mut bench = Bench::new();
    bench.colour("blue.png", "blue", "320x180");
    let broken = bench.path("broken.mp4");
    std::fs::write(&broken, "no film").unwrap();
    bench.list("broken.mp4", broken);
    let draft = over("broken.mp4", json!({"p": "top right", "w": 40}));
    let film = bench.render(&draft).await;
    assert_eq!(film.rendered.warnings, [Warning::MissingSource("broken.mp4".to_owned())]);
    let frames = film.frames();
    let differs =
        |frame: usize, rows: std::ops::Range<usize>| frames[frame].distance(&frames[0], rows) > 2.0;
    for (frame, there) in [(10, false), (15, true), (30, true), (44, true), (45, false)] {
        assert_eq!(differs(frame, 0..90), there, "frame {frame}");
        assert!(!differs(frame, 100..180), "it lies in its corner");
    }
    assert_close(frames[30].pixel(20, 30), BLUE);
    // The ground of the card is dark, the film blue: only letters have so much red.
    let letters = frames[30].rgb.chunks_exact(3).filter(|pixel| pixel[0] > 80).count();
    assert!(letters > 40, "letters on it: {letters}");
}
