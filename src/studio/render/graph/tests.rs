//! Whole graphs as text, so that a change to one is seen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

use crate::draft::FrameRate;
use crate::studio::render::Quality;
use crate::studio::render::footage::Hdr;
use crate::studio::render::form::Codec;
use crate::studio::render::plan::{Content, Cue, Curve, Fade, Samples, Voice, tests};

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
fn a_photograph_that_zimg_takes_is_scaled_by_it_and_what_lies_behind_it_is_not() {
    let mut plan = tests::planned(&json!([{"tt": 0, "sg": [{"src": "a.jpg", "d": 1000}]}]));
    for shot in &mut plan.shots {
        let Content::Take(take) = &mut shot.content else { panic!("a photograph") };
        let footage = Arc::make_mut(&mut take.footage);
        footage.picture.as_mut().unwrap().by_zimg = true;
    }
    let how = How { codec: Codec::H264, quality: Quality::Standard, hardware: None };
    let encoding = Encoding { how, threads: None };
    let recipe = picture(&plan.chunks(0..plan.length.0)[0], &[], encoding);
    let scalers: Vec<&str> = recipe
        .words()
        .flat_map(|words| words.split([',', ']']))
        .filter(|one| one.contains("scale="))
        .collect();
    assert_eq!(
        scalers,
        [
            "zscale=w=240:h=180:f=lanczos:m=709:r=limited:c=left",
            "scale=w=320:h=240:flags=area:out_color_matrix=bt709:out_range=tv",
            "scale=w=320:h=180:flags=bicubic",
        ]
    );
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
    let list = String::from_utf8(list(&[(Path::new("/a.mp4"), Frames(7)); 1000], rate)).unwrap();
    let lengths = list.lines().filter_map(|line| line.strip_prefix("duration "));
    let sum: f64 = lengths.map(|length| length.parse::<f64>().unwrap()).sum();
    assert!((sum - seconds(Frames(7000), rate)).abs() < 1e-5, "{sum}");
}

#[test]
fn no_name_of_a_folder_means_anything_in_a_list() {
    let rate = FrameRate::from_number(25.0).unwrap();
    let path = Path::new("/it's \\ here/chunk-0.mp4");
    let list = String::from_utf8(list(&[(path, Frames(50))], rate)).unwrap();
    assert_eq!(
        list,
        "ffconcat version 1.0\nfile 'file:/it'\\''s \\ here/chunk-0.mp4'\nduration 2.000000\n"
    );
}

/// Every feature that a graph has a filter for.
fn everything() -> serde_json::Value {
    let named = [
        "grayscale",
        "sepia",
        "blur",
        "sharpen",
        "vignette",
        "negative",
        "mirror",
        "flip vertical",
    ];
    let by = [("brightness", 20), ("saturation", 20), ("turn", 90), ("turn", 180), ("zoom", 150)];
    let by = by.map(|(name, amount)| json!({"k": name, "a": amount}));
    let effects: Vec<_> =
        named.into_iter().chain(["crop 1:1"]).map(|name| json!(name)).chain(by).collect();
    let fits = ["contain", "cover", "blur", "over"].map(|fit| {
        let (fit, behind) = if fit == "over" { ("contain", "#102030") } else { (fit, "") };
        json!({"src": "a", "fit": fit, "bk": behind, "d": 1000, "sp": 0.3, "tr": {"k": "wipe left", "d": 200}})
    });
    let mut seen = vec![
        json!({"src": "a.jpg", "d": 1000, "fi": 300, "fo": 300, "fx": effects}),
        json!({"src": "a", "d": 1000, "fx": ["freeze"]}),
        json!({"src": "a.jpg", "d": 1000, "fx": ["zoom in"]}),
        json!({"src": "gone", "d": 1000}),
    ];
    seen.extend(fits);
    json!([
        {"tt": 0, "sg": seen},
        {"tt": 0, "sg": [{"src": "a", "d": 1000, "pp": {"p": "top right", "w": 30, "o": 50}, "fi": 100, "fo": 100},
            {"src": "a.jpg", "d": 1000, "pp": {"p": "top left", "w": 30}, "fx": ["sharpen"],
             "tr": {"k": "fade through black", "d": 300}}]},
        {"tt": 7, "sg": [{"st": 500, "d": 1500, "fi": 200, "fo": 200, "m": {"text": "Hi"}}]},
    ])
}

#[test]
fn every_filter_that_a_graph_can_have_is_asked_for_beforehand() {
    use crate::studio::ffmpeg::{FILTERS, TONES, filters_of};
    use crate::studio::render::form::Form;
    use crate::studio::render::plan::Content;
    use image::metadata::Orientation;

    let mut plan = tests::planned(&everything());
    let looks = [(Orientation::Rotate90FlipH, true), (Orientation::Rotate270, false)];
    for (index, shot) in plan.shots.iter_mut().enumerate() {
        let Content::Take(take) = &mut shot.content else { continue };
        let footage = Arc::make_mut(&mut take.footage);
        let Some(picture) = footage.picture.as_mut() else { continue };
        (picture.orientation, picture.alpha) = looks[index % 2];
        picture.alpha |= matches!(take.fit, crate::draft::Fit::Over(_));
        picture.hdr = (index % 2 == 1).then_some(Hdr::Hlg);
        picture.fields = Some("bwdif=mode=send_frame:parity=tff:deint=all");
    }
    for caption in &mut plan.captions {
        let Some(overlay) = caption.inset.as_mut() else { continue };
        let footage = Arc::make_mut(&mut overlay.footage);
        if let Some(picture) = footage.picture.as_mut() {
            picture.alpha = true;
        }
    }
    let drawing = || Some(Drawing { coming: 3, going: 3, ..Drawing::default() });
    let drawings: Vec<_> = plan.captions.iter().map(|_| drawing()).collect();
    let how = How { codec: Codec::H264, quality: Quality::Standard, hardware: None };
    let mut met = std::collections::BTreeSet::new();
    for chunk in plan.chunks(0..plan.length.0) {
        met.extend(picture(&chunk, &drawings, Encoding { how, threads: None }).filters());
        met.extend(reel(&chunk, &drawings).filters());
    }
    let sounds = crate::studio::render::prepare::Sounds::default();
    let mut cues = plan.cues.clone();
    for cue in &mut cues {
        (cue.speed, cue.gain) = (0.3, 0.5);
        let Voice::Footage(footage) = &mut cue.voice else { continue };
        if let Some(sound) = &mut Arc::make_mut(footage).sound {
            sound.channels = 1;
        }
    }
    let mut parts: Vec<Part> =
        cues.iter().filter_map(|cue| cue_part(cue, Samples(0), &sounds)).collect();
    parts.push(amplified_part(Path::new("a"), 2.0));
    for parts in [Vec::new(), parts[..1].to_vec(), parts] {
        met.extend(filters_of(&mix(parts, Mix::Film(Samples(48_000)), Path::new("a"))));
    }
    let film = Joined::Whole(PathBuf::from("a"));
    met.extend(filters_of(&join(Some(&film), None, Form::Gif, Path::new("a"))));

    let known: std::collections::BTreeSet<String> =
        FILTERS.iter().chain(&TONES).map(|name| (*name).to_owned()).collect();
    let forgotten: Vec<_> = met.difference(&known).collect();
    assert!(forgotten.is_empty(), "{forgotten:?} are not asked for");
    let never: Vec<_> = known.difference(&met).collect();
    assert!(never.is_empty(), "{never:?} are asked for, and no graph here has them");
}
