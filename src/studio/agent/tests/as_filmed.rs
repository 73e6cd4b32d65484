//! The picture of a new film, which is that of its footage where nobody asked for another.

use super::notation::scene;
use crate::draft::{Canvas, FrameRate};
use crate::studio::agent::{Answer, Scene, take_turn};

/// Files and the pictures that they have.
const FILMED: [(&str, u32, u32, f64); 5] = [
    ("bikes.mp4", 1280, 720, 25.0),
    ("bunny.mp4", 1080, 1920, 60.0),
    ("silent.mp4", 320, 180, 30.0),
    ("a.jpg", 4000, 3000, 0.0),
    ("b.jpg", 4000, 3000, 0.0),
];

fn filmed(line: &str) -> Scene {
    let mut scene = scene(line);
    for media in &mut scene.media {
        let found = FILMED.iter().find(|(name, ..)| *name == media.name).expect("a known file");
        (media.width, media.height) = (Some(found.1), Some(found.2));
        media.fps = Some(found.3).filter(|rate| *rate > 0.0);
    }
    scene
}

fn say(scene: &mut Scene, sentences: &[&str]) -> Vec<Answer> {
    sentences.iter().map(|sentence| take_turn(sentence, scene)).collect()
}

fn canvas(width: u32, height: u32, rate: u32) -> Canvas {
    Canvas { width, height, rate: FrameRate::whole(rate) }
}

#[test]
fn a_new_film_has_the_picture_of_what_most_of_it_shows() {
    for (files, sentences, wanted) in [
        ("[bikes.mp4]", &["make a video"][..], canvas(1280, 720, 25)),
        ("[bunny.mp4]", &["用这段视频做一个影片"][..], canvas(1080, 1920, 60)),
        // Ten seconds of one, six of the other.
        ("[bunny.mp4 bikes.mp4]", &["join them"][..], canvas(1280, 720, 25)),
        ("[bikes.mp4 a.jpg]", &["make a video"][..], canvas(1280, 720, 25)),
        // Most of it is a still, or too small.
        ("[bunny.mp4 a.jpg b.jpg]", &["make a video"][..], Canvas::default()),
        ("[silent.mp4]", &["make a video"][..], Canvas::default()),
        ("[a.jpg]", &["make a video"][..], Canvas::default()),
    ] {
        let mut scene = filmed(files);
        let answers = say(&mut scene, sentences);
        assert!(scene.draft.is_ready(), "{sentences:?}: {answers:?}");
        assert_eq!(scene.draft.canvas, wanted, "{files} {sentences:?}: {answers:?}");
        let told = answers[0].text.contains("1280×720 at 25\u{a0}fps");
        assert_eq!(told, wanted == canvas(1280, 720, 25), "{}", answers[0].text);
        assert!(!answers[0].text.contains("Canvas"), "{}", answers[0].text);
    }
}

#[test]
fn what_was_asked_for_wins() {
    for (sentences, wanted) in [
        (&["make a vertical video"][..], canvas(1080, 1920, 25)),
        (&["make a 16:9 video"][..], canvas(1920, 1080, 25)),
        (&["make a video at 50 fps"][..], canvas(1280, 720, 50)),
        (&["make a video", "make it square", "trim clip 1 to 3s"][..], canvas(1080, 1080, 25)),
        // A new film of other files keeps what was asked for.
        (
            &["make a video of bikes.mp4", "make it square", "make a new video of bunny.mp4"][..],
            canvas(1080, 1080, 25),
        ),
    ] {
        let mut scene = filmed("[bikes.mp4]");
        if sentences.len() > 2 && sentences[2].contains("bunny") {
            scene = filmed("[bikes.mp4 bunny.mp4]");
        }
        let answers = say(&mut scene, sentences);
        assert_eq!(scene.draft.canvas, wanted, "{sentences:?}: {answers:?}");
    }
}

#[test]
fn another_film_follows_its_own_footage_and_starting_over_forgets() {
    let mut scene = filmed("[bikes.mp4 bunny.mp4]");
    say(&mut scene, &["make a video of bikes.mp4", "make a new video of bunny.mp4"]);
    assert_eq!(scene.draft.canvas, canvas(1080, 1920, 60));
    let answers = say(&mut scene, &["start over"]);
    assert_eq!(scene.draft.canvas, Canvas::default());
    assert!(!answers[0].text.contains("1920"), "{}", answers[0].text);
    say(&mut scene, &["make a video of bikes.mp4"]);
    assert_eq!(scene.draft.canvas, canvas(1280, 720, 25));
    // What comes into a film that is there changes nothing about its picture.
    say(&mut scene, &["add bunny.mp4 at the end", "remove clip 1"]);
    assert_eq!(scene.draft.canvas, canvas(1280, 720, 25));
}
