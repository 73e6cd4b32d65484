//! Whole graphs as text, so that a change to one is seen.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::draft::FrameRate;
use crate::studio::render::Quality;
use crate::studio::render::form::Codec;
use crate::studio::render::plan::{Cue, Curve, Fade, Samples, Voice, tests};

use super::*;

fn text(args: &[OsString]) -> String {
    let lines = args.iter().map(|arg| arg.to_string_lossy().replace(";\n", ";\n    "));
    let mut text = String::new();
    for line in lines {
        let starts_option = line.starts_with('-');
        text.push_str(if starts_option && !text.is_empty() { "\n" } else { " " });
        text.push_str(&line);
    }
    text.trim().to_owned()
}

#[test]
fn pictures_clips_crossings_and_words_become_one_graph() {
    let plan = tests::planned(&json!([
        {"tt": 0, "sg": [{"src": "a.jpg", "d": 1000, "fi": 300}, {"src": "b", "in": 2000, "d": 1000, "sp": 2},
            {"src": "c.jpg", "fit": "cover", "d": 1000, "tr": {"k": "wipe left", "d": 500}, "fx": ["grayscale"]},
            {"st": 3500, "src": "gone", "d": 500}]},
        {"tt": 7, "sg": [{"st": 500, "d": 1500, "m": {"text": "Hi"}}]},
    ]));
    let drawing =
        Drawing { path: PathBuf::from("/w/words-0.png"), x: 100, y: 80, ..Drawing::default() };
    let chunks = plan.chunks(0..plan.length.0);
    assert_eq!(chunks.len(), 1);
    let how = How { codec: Codec::H264, quality: Quality::Standard, hardware: None };
    let encoding = Encoding { how, threads: None };
    let recipe = picture(&chunks[0], &[Some(drawing)], encoding);
    insta::assert_snapshot!(text(&recipe.args(Path::new("/w/chunk-0.mp4"))));
}

#[test]
fn a_run_beside_others_decodes_and_encodes_with_its_share_of_threads() {
    let plan = tests::planned(
        &json!([{"tt": 0, "sg": [{"src": "a.jpg", "d": 1000}, {"src": "b", "d": 900}]}]),
    );
    let threads = |threads| {
        let how = How { codec: Codec::H264, quality: Quality::Standard, hardware: None };
        let encoding = Encoding { how, threads };
        let recipe = picture(&plan.chunks(0..plan.length.0)[0], &[], encoding);
        let words: Vec<&str> = recipe.words().collect();
        let told =
            words.windows(2).filter(|pair| pair[0] == "-threads").map(|pair| pair[1].to_owned());
        told.collect::<Vec<String>>()
    };
    assert_eq!(threads(None), ["1", "4"]);
    assert_eq!(threads(Some(2)), ["1", "2", "2"]);
}

#[test]
fn sounds_become_one_mix() {
    let mut footage = tests::footage("a");
    if let Some(sound) = footage.sound.as_mut() {
        sound.channels = 1;
    }
    let cue = Cue {
        voice: Voice::Footage(footage.into()),
        source_in: crate::draft::Millis(1500),
        speed: 0.3,
        reversed: false,
        start: Samples(96_000),
        length: Samples(48_000),
        ducking: None,
        gain: 0.35,
        fade_in: Fade { length: Samples(240), curve: Curve::Linear },
        fade_out: Fade { length: Samples(24_000), curve: Curve::Crossing },
    };
    let part = cue_part(&cue, Samples(48_000), &crate::studio::render::prepare::Sounds::default());
    let group = premixed_part(Path::new("/w/group-0.wav"), Samples(7));
    let parts = part.into_iter().chain([group]).collect();
    insta::assert_snapshot!(text(&mix(
        parts,
        Mix::Film(Samples(480_000)),
        Path::new("/w/sound.wav")
    )));
}

#[test]
fn the_lengths_of_chunks_add_up_to_the_length_of_the_film() {
    let rate = FrameRate::from_number(29.97).unwrap();
    let chunks: Vec<(String, Frames)> =
        (0..1000).map(|n| (format!("{n}.mp4"), Frames(7))).collect();
    let list = list(&chunks, rate);
    let lengths = list.lines().filter_map(|line| line.strip_prefix("duration "));
    let sum: f64 = lengths.map(|length| length.parse::<f64>().unwrap()).sum();
    assert!((sum - seconds(Frames(7000), rate)).abs() < 1e-5, "{sum}");
}
