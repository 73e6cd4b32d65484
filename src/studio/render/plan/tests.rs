//! Plans as pictures: a letter for each frame, before and after.

use std::time::Duration;

use image::metadata::Orientation;
use serde_json::{Value, json};

use crate::draft::wire::decode;
use crate::studio::render::footage::{Library, Motion, Picture, Size, Sound};

use super::*;

/// A clip of a minute with sound, or a still when its name ends so.
pub(in crate::studio::render) fn footage(name: &str) -> Footage {
    let is_still = name.ends_with("jpg");
    let duration = Some(Millis::from_secs(60));
    let sound = Sound { stream: 1, channels: 2, duration, indexed: true };
    Footage {
        name: name.to_owned(),
        path: name.into(),
        demuxer: is_still.then_some("jpeg_pipe"),
        decoder: None,
        lead: Duration::ZERO,
        picture: Some(Picture {
            stream: 0,
            motion: if is_still { Motion::Still } else { Motion::Clip { duration } },
            shown: Size { width: 320, height: 240 },
            orientation: Orientation::NoTransforms,
            alpha: false,
            is_plain: false,
            hdr: None,
            is_unmapped: false,
            fields: None,
            untold_matrix: None,
            by_zimg: false,
        }),
        sound: (!is_still).then_some(sound),
    }
}

/// A plan at ten frames a second of a draft's tracks; every source is there but `gone`.
pub(in crate::studio::render) fn planned(tracks: &Value) -> RenderPlan {
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 10}, "t": tracks});
    let draft = decode(&draft).unwrap();
    let names = draft.segments().filter_map(|(_, segment)| segment.source.clone());
    let library: Library = names.filter(|name| name != "gone").map(|name| footage(&name)).collect();
    plan(&draft, &library).unwrap()
}

/// What is seen in each frame: the first letter of the source, `.` black, `?` a placeholder. Frames
/// that a crossing mixes are capitals.
fn seen(plan: &RenderPlan) -> String {
    let mut seen = String::new();
    for shot in &plan.shots {
        assert_eq!(shot.start.0 as usize, seen.len(), "shots follow each other");
        let letter = match &shot.content {
            Content::Black => '.',
            Content::Placeholder(_) => '?',
            Content::Take(take) => take.footage.name.chars().next().unwrap(),
        };
        let crossing = shot.crossing.as_ref().map_or(0, |crossing| crossing.length.0);
        for frame in 0..shot.length.0 {
            seen.push(if frame < crossing { letter.to_ascii_uppercase() } else { letter });
        }
    }
    assert_eq!(seen.len() as u64, plan.length.0);
    seen
}

#[test]
fn what_lies_uppermost_is_seen() {
    for (tracks, expected) in [
        (json!([{"tt": 0, "sg": [{"src": "a", "d": 300}, {"src": "b", "d": 400}]}]), "aaabbbb"),
        (
            json!([{"tt": 0, "sg": [{"src": "a", "d": 300}, {"src": "b", "st": 500, "d": 200}]}]),
            "aaa..bb",
        ),
        (
            json!([{"tt": 0, "sg": [{"src": "a", "d": 900}]},
                   {"tt": 0, "sg": [{"src": "b", "st": 200, "d": 300}]}]),
            "aabbbaaaa",
        ),
        (
            json!([{"tt": 0, "sg": [{"src": "a", "d": 700}, {"src": "b", "st": 200, "d": 200},
                                    {"src": "c", "st": 300, "d": 0}]}]),
            "aabbaaa",
        ),
        (json!([{"tt": 0, "sg": [{"src": "gone", "d": 200}, {"d": 100}]}]), "???"),
        (json!([{"tt": 1, "sg": [{"src": "a", "d": 500}]}]), "....."),
        (json!([{"tt": 0, "sg": [{"src": "a", "d": 200}]}, {"tt": 9, "sg": [{"d": 900}]}]), "aa"),
    ] {
        assert_eq!(seen(&planned(&tracks)), expected, "{tracks}");
    }
}

#[test]
fn a_crossing_mixes_the_first_frames_and_holds_the_shot_before() {
    let crossing = |length: u64| json!({"k": "crossfade", "d": length});
    for (tracks, expected, tails) in [
        (
            json!([{"tt": 0, "sg": [{"src": "a", "d": 300}, {"src": "b", "d": 400, "tr": crossing(200)}]}]),
            "aaaBBbb",
            vec![2, 0],
        ),
        // There is nothing before the first; and no crossing is longer than what it leads to.
        (
            json!([{"tt": 0, "sg": [{"src": "a", "d": 300, "tr": crossing(200)},
                                    {"src": "b", "d": 200, "tr": crossing(900)}]}]),
            "aaaBB",
            vec![2, 0],
        ),
        // After a gap it leads over from black, and an upper track crosses from what lies below.
        (
            json!([{"tt": 0, "sg": [{"src": "a", "d": 600}]},
                   {"tt": 0, "sg": [{"src": "b", "st": 200, "d": 300, "tr": crossing(100)},
                                    {"src": "c", "st": 700, "d": 200, "tr": crossing(100)}]}]),
            "aaBbba.Cc",
            vec![1, 0, 0, 1, 0],
        ),
    ] {
        let plan = planned(&tracks);
        assert_eq!(seen(&plan), expected);
        assert_eq!(plan.shots.iter().map(|shot| shot.tail.0).collect::<Vec<_>>(), tails);
    }
}

#[test]
fn a_covered_clip_goes_on_where_it_would_be() {
    let plan = planned(&json!([{"tt": 0, "sg": [{"src": "a", "d": 900}]},
                               {"tt": 0, "sg": [{"src": "b", "st": 200, "d": 300}]}]));
    let skips = plan.shots.iter().map(|shot| match &shot.content {
        Content::Take(take) => take.skip.0,
        _ => panic!("all are takes"),
    });
    assert_eq!(skips.collect::<Vec<_>>(), [0, 0, 5]);
}

fn chunk_lengths(plan: &RenderPlan) -> Vec<u64> {
    let chunks = plan.chunks(0..plan.length.0);
    let mut end = 0;
    for chunk in &chunks {
        assert_eq!(chunk.start.0, end, "chunks follow each other");
        let shots: u64 = chunk.shots.iter().map(|shot| shot.length.0).sum();
        assert_eq!(shots, chunk.length.0, "a chunk is full of shots");
        assert!(chunk.shots[0].crossing.is_none(), "nothing to cross from");
        assert_eq!(chunk.shots.last().unwrap().tail.0, 0, "nothing to cross to");
        end += chunk.length.0;
    }
    assert_eq!(end, plan.length.0);
    chunks.iter().map(|chunk| chunk.length.0).collect()
}

#[test]
fn a_short_film_is_one_chunk() {
    let plan =
        planned(&json!([{"tt": 0, "sg": [{"src": "a.jpg", "d": 5000}, {"src": "b", "d": 900}]}]));
    assert_eq!(chunk_lengths(&plan), [59]);
}

#[test]
fn many_crossing_pictures_are_cut_where_nothing_mixes() {
    let picture = json!({"src": "a.jpg", "d": 500, "tr": {"k": "crossfade", "d": 200}});
    let plan = planned(&json!([{"tt": 0, "sg": vec![picture; 300]}]));
    let lengths = chunk_lengths(&plan);
    assert!(lengths.len() > 18 && lengths.len() < 24, "{lengths:?}");
    assert!(plan.chunks(0..plan.length.0).iter().all(|chunk| chunk.shots.len() <= 24));
}

#[test]
fn a_long_film_is_cut_every_few_seconds_at_a_plain_cut_rather_than_inside_a_shot() {
    let clip = |seconds: u64| json!({"src": "a", "d": seconds * 1000});
    for (clips, expected) in [
        (vec![clip(30)], vec![60, 60, 60, 60, 60]),
        (vec![clip(5), clip(2), clip(5), clip(3)], vec![70, 80]),
        (vec![clip(8), clip(9)], vec![80, 90]),
    ] {
        let plan = planned(&json!([{"tt": 0, "sg": clips}]));
        assert_eq!(chunk_lengths(&plan), expected);
    }
}

#[test]
fn a_picture_that_the_camera_moves_over_is_cut_most_often_under_words() {
    let picture = |fx: &[&str]| json!({"tt": 0, "sg": [{"src": "a.jpg", "d": 11_000, "fx": fx}]});
    let lengths = |tracks: &[serde_json::Value]| chunk_lengths(&planned(&json!(tracks)));
    assert_eq!(lengths(&[picture(&["zoom in"])]), [40, 40, 30]);
    assert_eq!(lengths(&[picture(&["grayscale"])]), [60, 50]);
    let words = json!({"tt": 7, "sg": [{"st": 500, "d": 3500, "m": {"text": "Sale"}}]});
    assert_eq!(lengths(&[picture(&["zoom in"]), words]), [20, 20, 40, 30]);
}

#[test]
fn an_animation_is_not_cut_only_because_it_is_long() {
    let mut plan = planned(&json!([{"tt": 0, "sg": [{"src": "a", "d": 60_000}]}]));
    if let Content::Take(take) = &mut plan.shots[0].content {
        let mut footage = footage("a");
        footage.picture =
            footage.picture.map(|picture| Picture { motion: Motion::Looping, ..picture });
        take.footage = footage.into();
    }
    assert_eq!(chunk_lengths(&plan), [600]);
}

#[test]
fn crossings_without_a_calm_frame_between_them_stay_together() {
    let picture = json!({"src": "a.jpg", "d": 300, "tr": {"k": "crossfade", "d": 300}});
    let plan = planned(&json!([{"tt": 0, "sg": vec![picture; 40]}]));
    let lengths = chunk_lengths(&plan);
    assert!(lengths.len() <= 2, "{lengths:?}");
}

#[test]
fn large_photographs_share_a_chunk_with_few() {
    let mut plan = planned(&json!([{"tt": 0, "sg": vec![json!({"src": "a.jpg", "d": 300}); 12]}]));
    plan.canvas.width = 3840;
    plan.canvas.height = 2160;
    assert!(plan.chunks(0..plan.length.0).iter().all(|chunk| chunk.shots.len() <= 3));
    assert!(chunk_lengths(&plan).len() >= 4);
}

#[test]
fn a_caption_across_a_cut_keeps_its_fades_in_place() {
    let pictures = vec![json!({"src": "a.jpg", "d": 300}); 30];
    let plan = planned(&json!([{"tt": 0, "sg": pictures},
                               {"tt": 7, "sg": [{"st": 500, "d": 8000, "m": {"text": "Hi"}}]}]));
    let parts: Vec<Caption> =
        plan.chunks(0..plan.length.0).iter().flat_map(|chunk| chunk.captions.clone()).collect();
    assert!(parts.len() > 1);
    assert_eq!(parts.iter().map(|part| part.length.0).sum::<u64>(), 80);
    assert!(parts.windows(2).all(|pair| pair[1].skip.0 == pair[0].skip.0 + pair[0].length.0));
    assert!(parts.iter().all(|part| part.whole.0 == 80 && part.fade_in.0 == 2));
}

#[test]
fn clips_and_music_sound_and_what_is_off_does_not() {
    let plan = planned(&json!([
        {"tt": 0, "m": {"volume": 0.5}, "sg": [{"src": "a", "d": 1000, "m": {"volume": 0.5}},
            {"src": "b.jpg", "d": 500}, {"src": "c", "d": 500, "m": {"volume": 0}}]},
        {"tt": 1, "sg": [{"d": 9000, "in": 1000, "mu": {"mood": "calm", "seed": 3}}]},
    ]));
    let cues: Vec<(u64, u64, f64)> =
        plan.cues.iter().map(|cue| (cue.start.0, cue.length.0, cue.gain)).collect();
    assert_eq!(cues, [(0, 48_000, 0.25), (0, 432_000, 1.0)]);
    assert!(matches!(plan.cues[1].voice, Voice::Music(brief) if brief.length == Millis(10_000)));
}

#[test]
fn parts_of_music_come_from_one_piece_and_fast_music_is_as_long_as_it_plays() {
    let plan = planned(&json!([{"tt": 1, "sg": [
        {"d": 6000, "mu": {"mood": "calm", "seed": 3, "d": 10_000}},
        {"d": 4000, "in": 6000, "mu": {"mood": "calm", "seed": 3}},
        {"st": 10_000, "d": 6000, "sp": 2, "mu": {"mood": "calm", "seed": 3}}]}]));
    let lengths = plan.cues.iter().map(|cue| match cue.voice {
        Voice::Music(brief) => brief.length.0,
        Voice::Footage(_) => 0,
    });
    assert_eq!(lengths.collect::<Vec<_>>(), [10_000, 10_000, 12_000]);
    assert_eq!((plan.cues[0].fade_out.length.0, plan.cues[1].fade_in.length.0), (0, 0));
}

#[test]
fn halves_of_a_split_clip_join_without_a_dip() {
    let plan = planned(
        &json!([{"tt": 0, "sg": [{"src": "a", "d": 1000}, {"src": "a", "in": 1000, "d": 500},
                                                {"src": "a", "in": 0, "d": 500}]}]),
    );
    let fades: Vec<(u64, u64)> =
        plan.cues.iter().map(|cue| (cue.fade_in.length.0, cue.fade_out.length.0)).collect();
    assert_eq!(fades, [(240, 0), (0, 240), (240, 240)]);
}

#[test]
fn sound_crosses_with_the_picture() {
    let plan = planned(&json!([{"tt": 0, "sg": [{"src": "a", "d": 1000},
        {"src": "b", "d": 1000, "tr": {"k": "crossfade", "d": 500}}]}]));
    let crossing = Fade { length: Samples(24_000), curve: Curve::Crossing };
    assert_eq!((plan.cues[0].length, plan.cues[0].fade_out), (Samples(72_000), crossing));
    assert_eq!((plan.cues[1].length, plan.cues[1].fade_in), (Samples(48_000), crossing));
}

#[test]
fn a_sound_that_crosses_beyond_its_source_just_ends() {
    let plan = planned(&json!([{"tt": 0, "sg": [{"src": "a", "in": 59_000, "d": 1000},
        {"src": "b", "d": 1000, "tr": {"k": "crossfade", "d": 500}}]}]));
    assert_eq!(plan.cues[0].length, Samples(48_000));
    assert_eq!(plan.cues[0].fade_out, Fade { length: Samples(240), curve: Curve::Linear });
}

#[test]
fn a_film_is_not_cut_while_a_picture_over_it_takes_over_from_another() {
    let pictures: Vec<_> = (0..160).map(|_| json!({"src": "a.jpg", "d": 100})).collect();
    let inset = |start: u64| {
        json!({"src": "b", "st": start, "d": 8000, "pp": {"p": "centre", "w": 40},
        "tr": {"k": "wipe left", "d": 1500}})
    };
    let plan =
        planned(&json!([{"tt": 0, "sg": pictures}, {"tt": 0, "sg": [inset(0), inset(8000)]}]));
    let mut ends = Vec::new();
    for chunk in plan.chunks(0..plan.length.0) {
        ends.push(chunk.start.0 + chunk.length.0);
    }
    assert!(ends.len() > 4, "{ends:?}");
    let inside = |end: &&u64| (1..15).contains(*end) || (81..95).contains(*end);
    assert_eq!(ends.iter().find(inside), None, "{ends:?}");
    let Some(Handover::From(_, Some(before))) =
        plan.captions[1].inset.as_ref().and_then(|overlay| overlay.handover.clone())
    else {
        panic!("{:?}", plan.captions[1]);
    };
    assert_eq!(before.skip, Frames(80), "it is held on with what comes next of it");
}
