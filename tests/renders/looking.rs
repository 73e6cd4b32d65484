//! Looks at a film that has been open for a while: frames that were made in the background.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use cutroom::draft::Millis;
use cutroom::draft::wire::decode;
use cutroom::language::Language;
use cutroom::studio::render::{Glimpse, Looks, Moment, Size};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::bench::Bench;
use crate::film::{Frame, assert_close};

/// Somebody who looks, and the work behind it, which ends with it.
struct Looker {
    looks: Looks,
    renders: watch::Sender<usize>,
    work: JoinHandle<()>,
}

impl Drop for Looker {
    fn drop(&mut self) {
        self.work.abort();
    }
}

impl Looker {
    fn of(bench: &Bench) -> Self {
        let looks = Looks::below(bench.path("looks"));
        let renders = watch::Sender::new(0);
        let work = tokio::spawn(looks.clone().make_ahead(renders.subscribe()));
        Self { looks, renders, work }
    }

    async fn look(&self, bench: &Bench, draft: &Value, at: u64) -> Frame {
        let draft = decode(draft).expect("the draft is an object");
        let within = Size { width: draft.canvas.width, height: draft.canvas.height };
        let moment = Moment {
            draft,
            media: bench.media.clone(),
            at: Millis(at),
            within,
            scratch: bench.path("looks"),
            language: Language::English,
        };
        let Glimpse { size, rgb } = self.looks.glimpse(moment).await.expect("a picture");
        Frame { width: size.width as usize, height: size.height as usize, rgb }
    }

    /// Until all of it is made.
    async fn rest(&self) {
        let rested = tokio::time::timeout(Duration::from_secs(60), self.looks.rest());
        rested.await.expect("it comes to rest");
    }
}

/// Takes the content away and leaves the file as it seems: now nothing can be decoded any more.
fn blank(path: &Path) {
    let facts = fs::metadata(path).expect("it is there");
    fs::write(path, vec![0; usize::try_from(facts.len()).unwrap()]).expect("written");
    File::options()
        .write(true)
        .open(path)
        .and_then(|file| file.set_modified(facts.modified()?))
        .expect("set");
}

fn reels(bench: &Bench) -> Vec<String> {
    let entries = fs::read_dir(bench.path("looks/reels")).into_iter().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn difference(one: &Frame, other: &Frame) -> f64 {
    one.distance(other, 0..one.height)
}

#[tokio::test]
async fn every_frame_that_was_made_ahead_is_that_of_the_film() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "400x300");
    let clip = ["-f", "lavfi", "-i", "testsrc2=s=640x360:r=30:d=4", "-c:v", "libx264"];
    bench.make("clip.mp4", &clip);
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": [
        {"tt": 0, "sg": [
            {"src": "red.png", "d": 2000, "fit": "blur", "fx": ["zoom in"]},
            {"src": "clip.mp4", "st": 2000, "d": 2000, "in": 500,
             "tr": {"k": "wipe left", "d": 800}, "fx": ["warm"]},
            {"src": "clip.mp4", "st": 4000, "d": 1000, "fo": 500}]},
        {"tt": 7, "sg": [{"st": 500, "d": 3000, "m": {"text": "Autumn"}}]}]});
    let film = bench.render(&draft).await.frames();
    let looker = Looker::of(&bench);
    looker.look(&bench, &draft, 0).await;
    looker.rest().await;
    bench.media.iter().for_each(|one| blank(&one.path));
    let numbered = film.iter().enumerate();
    for (number, frame) in numbered {
        let seen = looker.look(&bench, &draft, number as u64 * 100).await;
        let apart = difference(&seen, frame);
        assert!(apart < 5.0, "frame {number} is off by {apart:.1}");
    }
    let seen = looker.look(&bench, &draft, 2400).await;
    assert!(difference(&seen, &film[24]) < difference(&seen, &film[23]));
    assert!(difference(&seen, &film[24]) < difference(&seen, &film[25]));
}

#[tokio::test]
async fn whatever_times_a_source_keeps_the_frames_are_the_films_own() {
    let mut bench = Bench::new();
    bench.counting("even.mp4", "30", 50);
    let even = bench.path("even.mp4");
    let even = even.to_str().unwrap();
    // Frames of two lengths; one that a camera filmed lying; a sound that begins before the picture.
    let uneven = "setpts='(N+0.8*mod(N,2))/30/TB'";
    let lossless = ["-c:v", "libx264", "-qp", "0", "-g", "50"];
    let args = [&["-i", even, "-vf", uneven, "-fps_mode", "vfr"][..], &lossless].concat();
    bench.make("uneven.mp4", &args);
    bench.make("turned.mp4", &["-i", even, "-c", "copy", "-metadata:s:v:0", "rotate=270"]);
    let voice = ["-i", even, "-f", "lavfi", "-i", "sine=f=220:r=48000:d=2", "-c:a", "libopus"];
    let vp9 = ["-c:v", "libvpx-vp9", "-lossless", "1", "-cpu-used", "8"];
    bench.make("voiced.webm", &[&voice[..], &vp9].concat());
    let shot = |number: usize, name: &str| json!({"src": name, "st": number * 1000, "d": 1000, "in": 200, "fit": "cover"});
    let names = ["uneven.mp4", "turned.mp4", "voiced.webm"];
    let shots: Vec<Value> = names.iter().enumerate().map(|(n, name)| shot(n, name)).collect();
    let draft =
        json!({"m": {"width": 160, "height": 90, "fps": 25}, "t": [{"tt": 0, "sg": shots}]});
    let film = bench.render(&draft).await.numbers();
    assert_eq!(film.len(), 75);
    let looker = Looker::of(&bench);
    looker.look(&bench, &draft, 0).await;
    looker.rest().await;
    bench.media.iter().for_each(|one| blank(&one.path));
    let mut seen = Vec::new();
    for frame in 0..75 {
        seen.push(looker.look(&bench, &draft, frame * 40).await.number());
    }
    assert_eq!(seen, film);
}

#[tokio::test]
async fn a_change_costs_only_the_frames_that_it_is_seen_in() {
    let mut bench = Bench::new();
    for (name, colour) in [("red.png", "red"), ("blue.png", "blue"), ("green.png", "lime")] {
        bench.colour(name, colour, "320x180");
    }
    let film = |first: u64, last: &str| {
        json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": [{"tt": 0, "sg": [
            {"src": "red.png", "d": first}, {"src": "blue.png", "st": first, "d": 1000},
            {"src": last, "st": first + 1000, "d": 1000}]}]})
    };
    let looker = Looker::of(&bench);
    looker.look(&bench, &film(1000, "red.png"), 0).await;
    looker.rest().await;
    let before = reels(&bench);
    // The first and the last shot are the same.
    assert_eq!(before.len(), 2);
    let changed = film(2000, "green.png");
    looker.look(&bench, &changed, 0).await;
    looker.rest().await;
    let after = reels(&bench);
    assert_eq!(after.len(), 4, "the longer first one, and the other last one");
    assert!(before.iter().all(|reel| after.contains(reel)));
    assert_close(looker.look(&bench, &changed, 3500).await.centre(), [0, 255, 0]);
    // Safe to delete: a look makes its frame as if there never had been any, and then they come back.
    fs::remove_dir_all(bench.path("looks/reels")).expect("removed");
    assert_close(looker.look(&bench, &changed, 3500).await.centre(), [0, 255, 0]);
    looker.rest().await;
    assert_eq!(reels(&bench).len(), 1, "the one that was looked for");
}

#[tokio::test]
async fn nothing_is_made_while_a_render_runs() {
    let mut bench = Bench::new();
    bench.colour("red.png", "red", "320x180");
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 10},
        "t": [{"tt": 0, "sg": [{"src": "red.png", "d": 1000}]}]});
    let looker = Looker::of(&bench);
    looker.renders.send_replace(1);
    looker.look(&bench, &draft, 0).await;
    let waited = tokio::time::timeout(Duration::from_millis(300), looker.looks.rest()).await;
    assert!(waited.is_err() && reels(&bench).is_empty(), "it waits for the render");
    looker.renders.send_replace(0);
    looker.rest().await;
    assert_eq!(reels(&bench).len(), 1);
}

#[tokio::test]
async fn what_cannot_be_made_ahead_is_left() {
    let mut bench = Bench::new();
    bench.list("gone.mp4", "/no/such/file.mp4".into());
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": [
        {"tt": 0, "sg": [{"src": "gone.mp4", "d": 1000}, {"st": 1000, "d": 500}]}]});
    let looker = Looker::of(&bench);
    assert_close(looker.look(&bench, &draft, 900).await.pixel(5, 5), [0x23, 0x26, 0x2b]);
    looker.rest().await;
    assert_eq!(reels(&bench), [""; 0], "cards are made as quickly as they are found");
}
