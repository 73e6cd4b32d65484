//! The drafts of the three jobs, and what is changed in them for another export.

use serde_json::{Value, json};

/// A job.
pub struct Job {
    /// What it is called.
    pub name: &'static str,
    /// The film.
    pub draft: Value,
    /// Whether it is held against x264 alone, which first has to be given the finished picture.
    pub floor: bool,
    /// Exports after the first: what was changed, and the film then.
    pub again: Vec<(&'static str, Value)>,
}

/// All of them.
pub fn all() -> Vec<Job> {
    vec![
        Job {
            name: "promo",
            draft: promo("Autumn sale", 0.5),
            floor: true,
            again: vec![
                ("again, title changed", promo("Winter sale", 0.5)),
                ("again, music volume changed", promo("Autumn sale", 0.3)),
                ("again, nothing changed", promo("Autumn sale", 0.5)),
            ],
        },
        Job {
            name: "clips",
            draft: clips(),
            floor: true,
            again: vec![("again, nothing changed", clips())],
        },
        Job {
            name: "cut",
            draft: cut(),
            floor: false,
            again: vec![("again, nothing changed", cut())],
        },
    ]
}

fn promo(title: &str, volume: f64) -> Value {
    let motions = ["zoom in", "pan left", "zoom out", "pan right", "zoom in", "zoom out"];
    let picture = |number: usize| {
        let mut segment = json!({"src": format!("photo-{number}.jpg"), "st": number * 5000,
            "d": 5000, "fit": "cover", "fx": [motions[number]]});
        if number > 0 {
            segment["tr"] = json!({"k": "crossfade", "d": 500});
        }
        segment
    };
    json!({"m": {"width": 1920, "height": 1080, "fps": 30}, "t": [
        {"tt": 0, "sg": (0..6).map(picture).collect::<Vec<Value>>()},
        {"tt": 0, "sg": [{"src": "logo.png", "d": 30000, "pp": {"p": "top right", "w": 16}}]},
        {"tt": 7, "sg": [{"st": 500, "d": 3500, "m": {"text": title}}]},
        {"tt": 1, "sg": [{"d": 30000, "mu": {"mood": "upbeat", "seed": 1},
            "m": {"volume": volume}, "fo": 1000}]}]})
}

fn clips() -> Value {
    let names = ["wide.mp4", "quick.mp4", "upright.webm", "wide.mp4", "quick.mp4", "upright.webm"];
    let clip = |(number, name): (usize, &&str)| {
        let mut segment = json!({"src": name, "st": number * 10_000, "d": 10_000,
            "in": 1500 + number * 1700, "fit": "cover"});
        if number > 0 {
            segment["tr"] = json!({"k": "crossfade", "d": 500});
        }
        segment
    };
    let text = |start: u64, words: &str| json!({"st": start, "d": 4000, "m": {"text": words}});
    json!({"m": {"width": 1080, "height": 1920, "fps": 30}, "t": [
        {"tt": 0, "sg": names.iter().enumerate().map(clip).collect::<Vec<Value>>()},
        {"tt": 7, "sg": [text(1000, "First of all"), text(22_000, "And then"),
            text(52_000, "See you soon")]},
        {"tt": 1, "sg": [{"src": "song.mp3", "d": 60_000, "dk": 12, "m": {"volume": 0.25}, "fo": 1500}]}]})
}

/// Four parts of one clip, none of them beginning at a key frame.
fn cut() -> Value {
    let parts = [1300, 36_700, 74_100, 112_900];
    let part = |start: &u64| json!({"src": "long.mp4", "in": start, "d": 30_000});
    json!({"m": {"width": 1920, "height": 1080, "fps": 30},
        "t": [{"tt": 0, "sg": parts.iter().map(part).collect::<Vec<Value>>()}]})
}
