//! A look at one moment shows what the film has there.

use std::time::Duration;

use cutroom::draft::Millis;
use cutroom::draft::wire::decode;
use cutroom::language::Language;
use cutroom::studio::media::{thumbnail, waveform};
use cutroom::studio::render::{Error, Glimpse, Moment, Size, glimpse};
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{BLUE, Frame, GREEN, RED, assert_close};

const WHOLE: Size = Size { width: 320, height: 180 };

fn moment(bench: &Bench, draft: &Value, at: u64, within: Size) -> Moment {
    Moment {
        draft: decode(draft).expect("the draft is an object"),
        media: bench.media.clone(),
        at: Millis(at),
        within,
        scratch: bench.path("scratch"),
        language: Language::English,
    }
}

pub async fn glimpsed(bench: &Bench, draft: &Value, at: u64) -> Frame {
    let Glimpse { size, rgb } = glimpse(moment(bench, draft, at, WHOLE)).await.expect("a picture");
    Frame { width: size.width as usize, height: size.height as usize, rgb }
}

/// By how much the bytes of two pictures differ on average, of 255.
fn difference(one: &Frame, other: &Frame) -> f64 {
    assert_eq!((one.width, one.height), (other.width, other.height));
    let apart = one.rgb.iter().zip(&other.rgb).map(|(a, b)| f64::from(a.abs_diff(*b)));
    apart.sum::<f64>() / one.rgb.len() as f64
}

/// A still, a crossing into a clip, a second track, and words that fade; ten frames a second.
fn film_of_everything() -> (Bench, Value) {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "400x300");
    bench.colour("green.png", "lime", "320x180");
    let clip = ["-f", "lavfi", "-i", "testsrc2=s=640x360:r=30:d=4", "-c:v", "libx264"];
    bench.make("clip.mp4", &clip);
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": [
        {"tt": 0, "sg": [
            {"src": "red.png", "d": 2000, "fit": "blur"},
            {"src": "clip.mp4", "st": 2000, "d": 2000, "in": 500,
             "tr": {"k": "wipe left", "d": 800}},
            {"src": "clip.mp4", "st": 4500, "d": 1000, "fo": 500}]},
        {"tt": 0, "sg": [{"src": "green.png", "st": 3200, "d": 300}]},
        {"tt": 7, "sg": [{"st": 500, "d": 3000, "m": {"text": "Autumn"}}]}]});
    (bench, draft)
}

#[tokio::test]
async fn a_look_shows_what_the_film_has_at_that_moment() {
    let (bench, draft) = film_of_everything();
    let film = bench.render(&draft).await.frames();
    assert_eq!(film.len(), 55);
    // A still; with a title; inside the crossing; a clip; the second track; a gap; falling to black.
    for at in [0, 1000, 2000, 2300, 2700, 2900, 3300, 4200, 5200, 5400] {
        let seen = glimpsed(&bench, &draft, at).await;
        let frame = usize::try_from(at / 100).unwrap();
        let apart = difference(&seen, &film[frame]);
        assert!(apart < 4.0, "at {at} ms it is off by {apart:.1}");
    }
    // Which frame it is can be told: those beside it are further off.
    let seen = glimpsed(&bench, &draft, 2400).await;
    assert!(difference(&seen, &film[24]) < difference(&seen, &film[22]));
    assert!(difference(&seen, &film[24]) < difference(&seen, &film[26]));
}

#[tokio::test]
async fn a_look_is_as_small_as_wished_and_leaves_nothing_behind() {
    let (bench, draft) = film_of_everything();
    let small = moment(&bench, &draft, 9_999_000, Size { width: 80, height: 200 });
    let seen = glimpse(small).await.expect("after the end, the last frame");
    assert_eq!((seen.size, seen.rgb.len()), (Size { width: 80, height: 45 }, 80 * 45 * 3));
    assert_eq!(bench.leftovers(), [""; 0]);
}

#[tokio::test]
async fn sources_elsewhere_in_the_film_do_not_matter_and_missing_ones_are_shown_as_missing() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    bench.list("gone.mp4", "/no/such/file.mp4".into());
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": [{"tt": 0, "sg": [
        {"src": "red.png", "d": 1000}, {"src": "gone.mp4", "st": 1000, "d": 1000}]}]});
    assert_close(glimpsed(&bench, &draft, 500).await.centre(), RED);
    assert_close(glimpsed(&bench, &draft, 1500).await.centre(), [0x23, 0x26, 0x2b]);
    let nothing = json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": []});
    let refused = glimpse(moment(&bench, &nothing, 0, WHOLE)).await;
    assert!(matches!(refused, Err(Error::Nothing)), "{refused:?}");
}

#[tokio::test]
async fn a_thumbnail_is_small_and_of_its_moment_and_made_once() {
    let mut bench = Bench::new();
    let colours = "color=c=red:s=320x180:r=10:d=2[a];color=c=blue:s=320x180:r=10:d=2[b];\
                   [a][b]concat";
    let args = ["-filter_complex", colours, "-c:v", "libx264", "-g", "10"];
    let clip = bench.make("clip.mp4", &args);
    let cache = bench.path("cache");
    for (at, colour) in [(300, RED), (3500, BLUE)] {
        let seen = thumbnail(&clip, Millis(at), (64, 64), &cache).await.expect("a picture");
        assert_eq!((seen.width, seen.height), (64, 36));
        let frame = Frame { width: 64, height: 36, rgb: seen.rgb };
        assert_close(frame.centre(), colour);
    }
    // Without the source's bytes there is still what was kept under its name, size and age.
    let kept = std::fs::read_dir(&cache).unwrap().count();
    assert_eq!(kept, 2);
    thumbnail(&clip, Millis(300), (64, 64), &cache).await.expect("a picture");
    assert_eq!(std::fs::read_dir(&cache).unwrap().count(), 2);
    let still = bench.colour("green.png", "lime", "320x180");
    let seen = thumbnail(&still, Millis(0), (32, 32), &cache).await.expect("a picture");
    assert_close(Frame { width: 32, height: 18, rgb: seen.rgb }.centre(), GREEN);
    assert!(thumbnail(&bench.path("none.mp4"), Millis(0), (32, 32), &cache).await.is_err());
}

#[tokio::test]
async fn a_waveform_tells_when_it_is_loud() {
    let mut bench = Bench::new();
    let source = "aevalsrc='if(lt(t,1),0.5*sin(2*PI*440*t),0)':s=48000:d=2";
    let sound = bench.make("sound.wav", &["-f", "lavfi", "-i", source]);
    let cache = bench.path("cache");
    let peaks = waveform(&sound, &cache).await.expect("a shape");
    assert_eq!(peaks.len(), 40, "twenty a second");
    assert!(peaks[..20].iter().all(|peak| (115..=135).contains(peak)), "{peaks:?}");
    assert!(peaks[21..].iter().all(|peak| *peak < 3), "{peaks:?}");
    // It is kept: the same file is not decoded again, a changed one is.
    let kept = std::fs::read_dir(&cache).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&kept, [7, 7]).unwrap();
    assert_eq!(waveform(&sound, &cache).await.expect("a shape"), [7, 7]);
    let later = std::time::SystemTime::now() + Duration::from_secs(60);
    std::fs::File::options().write(true).open(&sound).unwrap().set_modified(later).unwrap();
    assert_eq!(waveform(&sound, &cache).await.expect("a shape").len(), 40);
    let silent = bench.colour("red.png", "red", "320x180");
    assert!(waveform(&silent, &cache).await.is_err());
}
