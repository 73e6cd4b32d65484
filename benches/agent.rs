//! What a sentence costs on a film of 1,000 segments: from the words to the answer.
//!
//! `cargo bench --bench agent` prints the median and the slowest of many for each sentence, by the clock.
//! The limit is 5 ms a sentence.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement ends where it fails")]

use std::time::{Duration, Instant};

use cutroom::api::wire::MediaKind;
use cutroom::draft::{Draft, Kind, Millis, Segment, SegmentId, Track};
use cutroom::studio::agent::{History, Scene, take_turn};
use cutroom::studio::media::Media;

const SEGMENTS: u64 = 1000;
const FILES: u64 = 200;
const TIMES: usize = 20;

const SENTENCES: [&str; 22] = [
    "add crossfades between all clips",
    "make it black and white",
    "remove the first clip",
    "move clip 900 to the start",
    "trim clip 500 to 2 seconds",
    "each picture 3 seconds",
    "reverse the order",
    "add a title \"Hello\" from 2s to 5s",
    "remove every other clip",
    "delete everything except the first",
    "undo",
    "how long is it?",
    "把第五百段剪到2秒",
    "每张图片3秒",
    "除了第一段都删掉",
    "在第2秒到第5秒加标题“你好”",
    "the client finds it too long, so trim clip 5 to 2 seconds",
    "把整片的响度统一到-16 LUFS，护理部有要求",
    "cut clip 4 to half speed and push picture-009.jpg to double speed",
    "第四段放慢一半，把第九段删掉，其他的都不要动",
    "the bride's aunt rang me, she was lovely about it, could it breathe more, and feel less like a slideshow, more like a poem?",
    "客户昨天打电话来，说整体感觉不够高级，想要那种电影的质感，你看着办吧，尽量克制一点",
];

fn main() {
    println!("median ms  slowest ms  sentence");
    let start = scene();
    for sentence in SENTENCES {
        let mut times: Vec<Duration> = (0..TIMES)
            .map(|_| {
                let mut scene = start.clone();
                // What a thread has read of a sentence it keeps, and nobody says the same 20 times.
                let turn = move || {
                    let began = Instant::now();
                    let answer = take_turn(sentence, &mut scene);
                    let took = began.elapsed();
                    assert!(!answer.text.is_empty());
                    took
                };
                std::thread::spawn(turn).join().unwrap()
            })
            .collect();
        times.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!("{:>9.2}  {:>10.2}  {sentence}", ms(times[TIMES / 2]), ms(*times.last().unwrap()));
    }
}

fn scene() -> Scene {
    let name = |number: u64| format!("picture-{:03}.jpg", number % FILES);
    let mut track = Track::new(Kind::Video);
    for number in 0..SEGMENTS {
        let id = SegmentId::new(format!("s{}", number + 1));
        let mut segment = Segment::new(id, Millis(number * 5000), Millis(5000));
        segment.source = Some(name(number));
        track.segments.push(segment);
    }
    let draft = Draft { tracks: vec![track], ..Draft::default() };
    let mut before = draft.clone();
    before.tracks[0].segments.pop();
    let media = (0..FILES).map(|number| media(name(number))).collect();
    Scene {
        draft,
        media,
        history: History { past: vec![before], ..History::default() },
        ..Scene::default()
    }
}

fn media(name: String) -> Media {
    Media {
        path: name.clone().into(),
        name,
        kind: MediaKind::Image,
        bytes: 1,
        duration: None,
        width: Some(1920),
        height: Some(1080),
        fps: None,
        has_audio: false,
        hash: String::new(),
    }
}
