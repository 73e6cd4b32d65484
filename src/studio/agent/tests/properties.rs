//! What holds for any sentence at all: no panic, no overlap, and undo is exact.

use proptest::prelude::*;

use super::notation::scene;
use super::{FOOTAGE, MIXED, THREE, take_turn};
use crate::draft::{Draft, Kind, wire};

/// Pieces of sentences that mean something, to be thrown together.
const PIECES: &[&str] = &[
    "make a",
    "video",
    "20 second",
    "vertical",
    "with music",
    "and",
    "then",
    ",",
    "add",
    "remove",
    "the title",
    "\"Hello\"",
    "from 2s to 5s",
    "clip 1",
    "clip 2",
    "the last clip",
    "trim",
    "to 3 seconds",
    "swap",
    "move",
    "to the start",
    "before",
    "after",
    "each picture",
    "crossfades",
    "fade out",
    "at 30%",
    "bikes.mp4",
    "a.jpg",
    "undo",
    "the first 2 seconds",
    "keep",
    "quieter",
    "no",
    "做一个",
    "10秒的",
    "视频",
    "加",
    "音乐",
    "和",
    "，",
    "标题",
    "“你好”",
    "第3秒到第6秒",
    "删除",
    "第一段",
    "把",
    "剪到3秒",
    "前两秒",
    "移到",
    "最后",
    "每张图片",
    "转场",
    "竖屏",
    "撤销",
    "it",
    "make it",
    "15 seconds",
    "join",
    "3",
    "0",
    "999999999999",
    "-5",
    "∞",
    "9:16",
    "半",
];

fn any_sentence() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..10);
    prop_oneof![
        8 => pieces.prop_map(|pieces| pieces.join(" ")),
        1 => ".{0,60}",
        1 => "[一-龥0-9a-z%:“”\"，。 ]{0,40}",
    ]
}

fn overlaps(draft: &Draft) -> bool {
    draft.tracks.iter().any(|track| {
        track.segments.windows(2).any(|pair| pair[1].start < pair[0].end())
            || track.segments.iter().any(|segment| segment.duration.is_zero())
    })
}

fn ids_are_unique(draft: &Draft) -> bool {
    let mut ids: Vec<&str> = draft.segments().map(|(_, segment)| segment.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    ids.len() == count
}

/// No transition takes more than a third of a neighbour, and none stands at the start.
fn seams_fit(draft: &Draft) -> bool {
    let Some(track) = draft.track(Kind::Video) else { return true };
    let fits = |pair: &[crate::draft::Segment]| match &pair[1].transition {
        Some(found) => found.duration.0 * 3 <= pair[0].duration.min(pair[1].duration).0,
        None => true,
    };
    track.segments.first().is_none_or(|first| first.transition.is_none())
        && track.segments.windows(2).all(fits)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_conversation_keeps_the_film_in_order(
        start in prop::sample::select(&[THREE, FOOTAGE, MIXED]),
        sentences in prop::collection::vec(any_sentence(), 1..4),
    ) {
        let mut scene = scene(start);
        for sentence in sentences {
            let before = wire::encode(&scene.draft).to_string();
            let past = scene.history.past.len();
            let answer = take_turn(&sentence, &mut scene);
            let after = wire::encode(&scene.draft).to_string();
            prop_assert!(!answer.text.is_empty(), "{sentence}");
            prop_assert!(!overlaps(&scene.draft), "{sentence}: {after}");
            prop_assert!(ids_are_unique(&scene.draft), "{sentence}: {after}");
            prop_assert!(seams_fit(&scene.draft), "{sentence}: {after}");
            prop_assert_eq!(answer.changed, before != after, "{}", sentence);
            if answer.changed && scene.history.past.len() > past {
                let mut undone = scene.clone();
                take_turn("undo", &mut undone);
                prop_assert_eq!(&wire::encode(&undone.draft).to_string(), &before, "{}", sentence);
                take_turn("redo", &mut undone);
                prop_assert_eq!(&wire::encode(&undone.draft).to_string(), &after, "{}", sentence);
            }
        }
    }

    #[test]
    fn every_step_of_a_conversation_is_taken_back_to_the_byte(
        start in prop::sample::select(&[THREE, FOOTAGE, MIXED]),
        sentences in prop::collection::vec(any_sentence(), 1..6),
    ) {
        let mut scene = scene(start);
        let written = |draft: &Draft| wire::encode(draft).to_string();
        // Between two turns the program may end: what is kept is what was written.
        let kept = |draft: &Draft| wire::decode(&wire::encode(draft)).expect("an object");
        for sentence in &sentences {
            take_turn(sentence, &mut scene);
            scene.draft = kept(&scene.draft);
            scene.history.past = scene.history.past.iter().map(kept).collect();
            scene.history.future = scene.history.future.iter().map(kept).collect();
        }
        let films: Vec<String> = scene.history.past.iter().map(written).collect();
        let last = written(&scene.draft);
        for film in films.iter().rev() {
            take_turn("undo", &mut scene);
            prop_assert_eq!(&written(&scene.draft), film);
        }
        take_turn(&format!("redo {} steps", films.len()), &mut scene);
        if films.len() > 1 {
            prop_assert_eq!(written(&scene.draft), last);
        }
    }

    #[test]
    fn one_thing_taken_back_leaves_a_film_in_order_and_can_be_undone(
        start in prop::sample::select(&[THREE, FOOTAGE, MIXED]),
        sentences in prop::collection::vec(any_sentence(), 1..6),
        thing in prop::sample::select(&["title", "music", "transitions", "black and white"]),
    ) {
        let mut scene = scene(start);
        take_turn("add crossfades and calm music and a title \"Hi\"", &mut scene);
        for sentence in &sentences {
            take_turn(sentence, &mut scene);
        }
        let before = wire::encode(&scene.draft).to_string();
        let answer = take_turn(&format!("undo the {thing}"), &mut scene);
        let after = wire::encode(&scene.draft).to_string();
        prop_assert!(!overlaps(&scene.draft) && seams_fit(&scene.draft), "{after}");
        prop_assert!(ids_are_unique(&scene.draft), "{after}");
        prop_assert_eq!(answer.changed, before != after);
        if answer.changed && answer.text.contains("stays") {
            take_turn("undo", &mut scene);
            prop_assert_eq!(wire::encode(&scene.draft).to_string(), before);
        }
    }

    #[test]
    fn the_same_sentence_gives_the_same_film(sentence in any_sentence()) {
        let (mut one, mut other) = (scene(MIXED), scene(MIXED));
        prop_assert_eq!(take_turn(&sentence, &mut one), take_turn(&sentence, &mut other));
        prop_assert_eq!(one.draft, other.draft);
    }
}
