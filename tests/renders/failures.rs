//! What goes wrong costs as little as it can, and leaves nothing behind.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use cutroom::language::Language;
use cutroom::studio::render::{Error, Quality, Stage, Told, Warning, render};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::bench::Bench;
use crate::film::{Frame, GREEN, RED, assert_close};

/// A small film of pieces on one track.
pub(crate) fn draft(segments: &Value) -> Value {
    json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [{"tt": 0, "sg": segments}]})
}

#[tokio::test]
async fn an_empty_timeline_gives_no_film() {
    let bench = Bench::new();
    for draft in [
        json!({}),
        draft(&json!([])),
        draft(&json!([{"src": "a.png", "d": 0}])),
        json!({"t": [{"tt": 42, "sg": [{"d": 5000}]}]}),
    ] {
        assert!(matches!(bench.try_render(&draft).await, Err(Error::Nothing)), "{draft}");
    }
    assert_eq!(bench.files().iter().filter(|name| name.ends_with("mp4")).count(), 0);
}

#[tokio::test]
async fn a_missing_source_costs_its_segment_and_is_named_once() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    bench.list("gone.mp4", bench.path("gone.mp4"));
    let film = bench
        .render(&draft(&json!([{"src": "red.png", "d": 200}, {"src": "gone.mp4", "d": 200},
            {"src": "never.png", "d": 200}, {"src": "gone.mp4", "d": 200}])))
        .await;
    let missing = |name: &str| Warning::MissingSource(name.to_owned());
    assert_eq!(film.rendered.warnings, [missing("gone.mp4"), missing("never.png")]);
    let frames = film.frames();
    assert_eq!(frames.len(), 24);
    assert_close(frames[0].centre(), RED);
    let corner = frames[8].pixel(10, 10);
    assert!(corner.iter().all(|part| (20..60).contains(part)), "dark, but not black");
}

/// How many pixels of a frame are light.
fn light(frame: &Frame) -> usize {
    frame.rgb.chunks_exact(3).filter(|pixel| pixel[1] > 130).count()
}

#[tokio::test]
async fn the_card_in_place_of_a_missing_source_names_it_in_the_films_language() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let film = |name: &str| {
        draft(&json!([{"src": "red.png", "d": 200}, {"src": name, "d": 400},
            {"src": "red.png", "d": 300, "tr": {"k": "crossfade", "d": 200}}]))
    };
    let short = bench.render(&film("a.mp4")).await.frames();
    let long = bench.render(&film("a-much-longer-name.mp4")).await.frames();
    assert_eq!(short.len(), 27);
    assert!(light(&short[8]) > 100, "{}", light(&short[8]));
    assert!(light(&long[8]) > light(&short[8]) * 3 / 2, "the name is on it");
    assert_close(short[3].centre(), RED);
    assert_close(short[26].centre(), RED);
    bench.language = Language::Chinese;
    let chinese = bench.render(&film("a.mp4")).await.frames();
    assert!(chinese[8].distance(&short[8], 60..120) > 1.0, "other words");
}

#[tokio::test]
async fn what_is_missing_is_told_before_the_first_picture_is_made() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let (sender, mut receiver) = watch::channel(Told::default());
    let film = draft(&json!([{"src": "red.png", "d": 900}, {"src": "gone.mp4", "d": 200}]));
    let rendering = tokio::spawn(render(bench.order(&film), sender, CancellationToken::new()));
    let told = receiver.wait_for(|told| !told.warnings.is_empty()).await.expect("told").clone();
    assert_eq!(told.warnings, [Warning::MissingSource("gone.mp4".to_owned())]);
    assert_eq!((told.part, told.stage), (0.0, Stage::Reading));
    assert_eq!(rendering.await.unwrap().unwrap().warnings, told.warnings, "and at the end");
}

#[tokio::test]
async fn a_source_broken_behind_a_good_head_costs_its_segment_too() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let broken = bench.colour("broken.png", "blue", "320x180");
    let whole = std::fs::read(&broken).unwrap();
    std::fs::write(&broken, &whole[..40]).unwrap();
    let noise = bench.path("noise.mp4");
    std::fs::write(&noise, b"no film at all").unwrap();
    bench.list("noise.mp4", noise);
    let clip = bench.counting("cut.mp4", "30", 30);
    let whole = std::fs::read(&clip).unwrap();
    std::fs::write(&clip, &whole[..whole.len() / 3]).unwrap();
    let film = bench
        .render(&draft(&json!([{"src": "red.png", "d": 200}, {"src": "broken.png", "d": 200},
            {"src": "noise.mp4", "d": 200}, {"src": "cut.mp4", "d": 200}])))
        .await;
    let missing = |name: &str| Warning::MissingSource(name.to_owned());
    let expected = ["broken.png", "noise.mp4", "cut.mp4"].map(missing);
    assert_eq!(film.rendered.warnings, expected);
    assert_eq!(film.frames().len(), 24);
}

/// Leaves every packet of sound where it is, and nothing in it that a decoder could read.
fn spoil_sound(clip: &std::path::Path) {
    let asked = ["-v", "error", "-select_streams", "a", "-show_entries", "packet=pos,size"];
    let asked = asked.into_iter().chain(["-of", "default=nk=1:nw=1"]);
    let run = std::process::Command::new("ffprobe").args(asked).arg(clip).output().unwrap();
    let told = String::from_utf8(run.stdout).unwrap();
    let numbers: Vec<usize> = told.lines().map(|line| line.parse().unwrap()).collect();
    let mut bytes = std::fs::read(clip).unwrap();
    for packet in numbers.chunks_exact(2) {
        bytes[packet[1]..packet[1] + packet[0]].fill(0xff);
    }
    std::fs::write(clip, bytes).unwrap();
}

#[tokio::test]
async fn a_broken_sound_is_silence_and_costs_no_picture() {
    let mut bench = Bench::new();
    let clip = bench.path("clip.mp4");
    let picture = ["-f", "lavfi", "-i", "color=red:s=320x180:r=30:d=1"];
    let sound = ["-f", "lavfi", "-i", "sine=440:d=1"];
    let written = ["-c:v", "libx264", "-c:a", "aac", "-shortest", clip.to_str().unwrap()];
    crate::bench::ffmpeg(picture.into_iter().chain(sound).chain(written));
    spoil_sound(&clip);
    bench.list("clip.mp4", clip);
    bench.tone("tone.wav", 440, 1.0);
    let noise = bench.path("noise.mp3");
    std::fs::write(&noise, b"no sound at all").unwrap();
    bench.list("noise.mp3", noise);
    let film = json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "clip.mp4", "d": 1000}]},
        {"tt": 1, "sg": [{"src": "noise.mp3", "d": 500}, {"st": 500, "src": "tone.wav", "d": 500}]}]});
    let film = bench.render(&film).await;
    let silenced = |name: &str| Warning::Silenced(name.to_owned());
    assert_eq!(film.rendered.warnings, [silenced("clip.mp4"), silenced("noise.mp3")]);
    assert!(film.frames().iter().all(|frame| {
        assert_close(frame.centre(), RED);
        true
    }));
    assert!(film.loudness(0.1, 0.4) < -80.0 && film.loudness(0.6, 0.9) > -20.0);
}

#[tokio::test]
async fn names_of_transitions_and_effects_that_are_not_known_are_said() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let film = draft(&json!([{"src": "red.png", "d": 400, "fx": ["sparkle"]},
        {"src": "red.png", "d": 400, "tr": {"k": "star wipe", "d": 200}},
        {"src": "red.png", "d": 400, "tr": {"k": "wipe left", "d": 200}}]));
    let told = bench.render(&film).await.rendered.warnings;
    let [effect, transition] = [
        Warning::UnknownEffect("sparkle".to_owned()),
        Warning::UnknownTransition("star wipe".to_owned()),
    ];
    assert!(told.len() == 2 && told.contains(&effect) && told.contains(&transition), "{told:?}");
    assert!(transition.line(Language::English).contains("crossfade"));
}

#[tokio::test]
async fn a_playlist_that_calls_itself_a_film_reads_no_other_file() {
    let mut bench = Bench::new();
    let secret = bench.colour("red.png", "red", "320x180");
    bench.media.clear();
    let list = bench.path("trick.mp4");
    std::fs::write(&list, format!("ffconcat version 1.0\nfile '{}'\n", secret.display())).unwrap();
    bench.list("trick.mp4", list);
    let film = bench.render(&draft(&json!([{"src": "trick.mp4", "d": 200}]))).await;
    assert_eq!(film.rendered.warnings, [Warning::MissingSource("trick.mp4".to_owned())]);
}

#[tokio::test]
async fn strange_names_of_files_do_no_harm() {
    let mut bench = Bench::new();
    let names = [
        "-y 50%d:off.jpg",
        "it's; $(touch owned) \"q\".png",
        "[0:v]\\,=.png",
        "日落 %03d.png",
        "http:.jpg",
    ];
    for name in names {
        bench.colour("plain.png", "lime", "320x180");
        let path = bench.path(name);
        std::fs::rename(bench.path("plain.png"), &path).unwrap();
        bench.list(name, path);
    }
    bench.counting("plain.mp4", "30", 10);
    let path = bench.path("-i %d: *.mp4");
    std::fs::rename(bench.path("plain.mp4"), &path).unwrap();
    bench.list("-i %d: *.mp4", path);
    let mut segments: Vec<Value> =
        names.iter().map(|name| json!({"src": name, "d": 100})).collect();
    segments.push(json!({"src": "-i %d: *.mp4", "d": 100}));
    let mut order = bench.order(&draft(&json!(segments)));
    order.output = bench.path("-film: %d'.mp4");
    let rendered =
        render(order, watch::channel(Told::default()).0, CancellationToken::new()).await.unwrap();
    assert_eq!(rendered.warnings, []);
    let film = crate::film::Film { rendered, _folder: bench.folder.clone() };
    assert_eq!(film.frames().len(), 18);
    assert!(film.frames()[..15].iter().all(|frame| {
        assert_close(frame.centre(), GREEN);
        true
    }));
    assert!(!bench.files().contains(&"owned".to_owned()));
}

#[tokio::test]
async fn progress_only_grows_and_ends_at_one() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let (sender, mut receiver) = watch::channel(Told::default());
    let listening = tokio::spawn(async move {
        let mut told = vec![receiver.borrow_and_update().clone()];
        while receiver.changed().await.is_ok() {
            told.push(receiver.borrow_and_update().clone());
        }
        told
    });
    let segments: Vec<Value> = (0..40).map(|_| json!({"src": "a.mp4", "d": 300})).collect();
    let order = bench.order(&draft(&json!(segments)));
    render(order, sender, CancellationToken::new()).await.unwrap();
    let told = listening.await.unwrap();
    let parts: Vec<f64> = told.iter().map(|told| told.part).collect();
    assert!(parts.is_sorted(), "{told:?}");
    assert!(parts.iter().any(|part| (0.05..0.95).contains(part)), "{told:?}");
    assert_eq!(parts.last(), Some(&1.0));
    let mut stages: Vec<Stage> = told.iter().map(|told| told.stage).collect();
    stages.dedup();
    // Sound is mixed beside the picture and is told only where it is waited for.
    stages.retain(|stage| *stage != Stage::Sound);
    let all = [Stage::Reading, Stage::Pictures, Stage::Joining, Stage::Checking];
    assert_eq!(stages, all);
}

/// Processes that were started with something of this folder in their arguments.
fn processes_about(bench: &Bench) -> usize {
    let folder = bench.folder.path().to_string_lossy().into_owned();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let arguments =
        processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    arguments.filter(|line| String::from_utf8_lossy(line).contains(&folder)).count()
}

/// What was killed needs a moment to end.
pub(crate) async fn assert_all_ended(bench: &Bench) {
    let gone = async {
        while processes_about(bench) > 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), gone).await.expect("ffmpeg has ended");
}

#[tokio::test]
async fn a_cancelled_render_leaves_no_file_and_no_process() {
    let mut bench = Bench::new();
    bench.quality = Quality::High;
    bench.counting("a.mp4", "30", 54);
    let before = bench.files();
    let film = json!({"m": {"width": 1920, "height": 1080, "fps": 60},
        "t": [{"tt": 0, "sg": [{"src": "a.mp4", "d": 600_000}]}]});
    let (sender, mut receiver) = watch::channel(Told::default());
    let cancel = CancellationToken::new();
    let rendering = tokio::spawn(render(bench.order(&film), sender, cancel.clone()));
    receiver.wait_for(|told| told.part > 0.0).await.expect("it gets somewhere first");
    assert!(processes_about(&bench) > 0);
    cancel.cancel();
    assert!(matches!(rendering.await.unwrap(), Err(Error::Cancelled)));
    assert_all_ended(&bench).await;
    let after: Vec<String> = bench.files().into_iter().filter(|name| name != "scratch").collect();
    assert_eq!(after, before);
    assert_eq!(bench.leftovers(), Vec::<String>::new());
}

#[tokio::test]
async fn an_output_that_cannot_be_written_is_named() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let mut order = bench.order(&draft(&json!([{"src": "red.png", "d": 100}])));
    order.output = bench.path("no-such-folder/film.mp4");
    let refused =
        render(order.clone(), watch::channel(Told::default()).0, CancellationToken::new()).await;
    assert!(matches!(refused, Err(Error::Write { path, .. }) if path == order.output));
}

#[tokio::test]
async fn a_film_may_be_read_by_whom_the_users_mask_allows() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let film = bench.render(&draft(&json!([{"src": "red.png", "d": 100}]))).await;
    let plain = bench.path("plain");
    std::fs::write(&plain, b"").unwrap();
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode();
    assert_eq!(mode(film.path()), mode(&plain));
}
