//! What else a film can be made into: one frame, and a file of a size.

use cutroom::draft::Millis;
use cutroom::studio::render::{Error, Form, Quality, Warning, Wish};
use serde_json::{Value, json};

use crate::bench::{Bench, ffmpeg};
use crate::film::Film;

fn counting() -> (Bench, Value) {
    let mut bench = Bench::new();
    bench.counting("clip.mp4", "25", 50);
    let draft = json!({"m": {"width": 160, "height": 90, "fps": 25.0},
        "t": [{"tt": 0, "sg": [{"src": "clip.mp4", "d": 2000}]}]});
    (bench, draft)
}

/// Which frame of the counting clip a picture shows, by its brightness.
fn number(path: &std::path::Path) -> u32 {
    let grey = ffmpeg([
        "-i",
        &format!("file:{}", path.display()),
        "-vf",
        "scale=1:1:flags=area:in_range=pc:out_range=tv,format=gray",
        "-f",
        "rawvideo",
        "-",
    ]);
    u32::from(grey[0]).saturating_sub(16) / 4
}

#[tokio::test]
async fn a_still_is_the_frame_of_its_moment_at_full_size() {
    let (mut bench, draft) = counting();
    for (form, at, shown) in
        [(Form::Png, 0, 0), (Form::Png, 1_000, 25), (Form::Jpg, 1_480, 37), (Form::Png, 99_000, 49)]
    {
        bench.form = form;
        bench.wish.at = Millis(at);
        let film = bench.render(&draft).await;
        let size = image::image_dimensions(film.path()).expect("a picture");
        assert_eq!(size, (160, 90));
        assert!(number(film.path()).abs_diff(shown) <= 1, "{form:?} at {at}");
        assert_eq!(film.rendered.duration, Millis::ZERO);
    }
    assert_eq!(bench.leftovers(), Vec::<String>::new());
    assert!(!bench.files().iter().any(|name| name.contains("part")), "{:?}", bench.files());
}

#[tokio::test]
async fn a_still_tells_of_a_broken_source_that_it_shows_and_of_no_other() {
    let (mut bench, _) = counting();
    bench.form = Form::Png;
    bench.list("gone.mp4", bench.path("gone.mp4"));
    let draft = json!({"m": {"width": 160, "height": 90, "fps": 25.0}, "t": [{"tt": 0, "sg": [
        {"src": "clip.mp4", "d": 1000}, {"src": "gone.mp4", "d": 1000}]}]});
    bench.wish.at = Millis(200);
    assert_eq!(bench.render(&draft).await.rendered.warnings, []);
    bench.wish.at = Millis(1_500);
    let missing = Warning::MissingSource("gone.mp4".into());
    assert_eq!(bench.render(&draft).await.rendered.warnings, [missing]);
}

/// Three seconds that are hard to encode, with a tone.
fn restless() -> (Bench, Value) {
    let mut bench = Bench::new();
    let picture = "testsrc2=s=320x180:r=25:d=3,noise=alls=40:allf=t";
    bench.make(
        "noise.mp4",
        &["-f", "lavfi", "-i", picture, "-c:v", "libx264", "-qp", "8", "-pix_fmt", "yuv420p"],
    );
    bench.tone("tone.wav", 440, 3.0);
    bench.quality = Quality::Draft;
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 25.0}, "t": [
        {"tt": 0, "sg": [{"src": "noise.mp4", "d": 3000}]},
        {"tt": 1, "sg": [{"src": "tone.wav", "d": 3000}]}]});
    (bench, draft)
}

fn bytes(film: &Film) -> u64 {
    std::fs::metadata(film.path()).expect("a film").len()
}

#[tokio::test]
async fn a_film_that_is_too_large_is_made_to_fit_and_keeps_frames_and_sound() {
    let (mut bench, draft) = restless();
    for form in [Form::Mp4, Form::WebM] {
        bench.form = form;
        bench.wish = Wish::default();
        let large = bytes(&bench.render(&draft).await);
        let most = large / 2;
        bench.wish.most_bytes = Some(most);
        let film = bench.render(&draft).await;
        assert!(bytes(&film) <= most, "{form:?}: {} of {most}", bytes(&film));
        assert!(bytes(&film) * 10 > most * 6, "{form:?} wastes room: {} of {most}", bytes(&film));
        assert_eq!(film.frames().len(), 75, "{form:?}");
        assert!((film.loudness(0.5, 2.5) - -9.0).abs() < 1.5, "{form:?}");
        assert_eq!(film.rendered.bytes, bytes(&film));
    }
    assert_eq!(bench.leftovers(), Vec::<String>::new());
}

#[tokio::test]
async fn a_film_that_fits_is_the_same_as_without_a_limit() {
    let (mut bench, draft) = restless();
    let plain = std::fs::read(bench.render(&draft).await.path()).expect("a film");
    bench.wish.most_bytes = Some(plain.len() as u64);
    let limited = std::fs::read(bench.render(&draft).await.path()).expect("a film");
    assert!(plain == limited);
}

#[tokio::test]
async fn a_size_that_cannot_be_met_leaves_no_file() {
    let (mut bench, draft) = restless();
    bench.wish.most_bytes = Some(9_000);
    let refused = bench.try_render(&draft).await;
    assert!(matches!(refused, Err(Error::TooLarge { most: 9_000, .. })), "{refused:?}");
    assert!(!bench.path("film.mp4").exists());
    assert_eq!(bench.leftovers(), Vec::<String>::new());
}
