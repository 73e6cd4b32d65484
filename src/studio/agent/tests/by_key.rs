//! Sentences as the editor's keys make them: each does exactly what it says, on the clip that it names.

use super::notation::{film, scene};
use super::{THREE, check, take_turn};
use crate::draft::fingerprint;
use crate::language::Language;
use crate::language::edit::{Clip, Edit, Gap, Side};

/// A scene, an edit, the film: said in both languages it must come out the same.
fn both(rows: &[(&'static str, Edit, &'static str)]) {
    let said: Vec<_> = rows
        .iter()
        .flat_map(|(scene, edit, film)| {
            [Language::English, Language::Chinese]
                .map(|language| (*scene, &*edit.said(language).leak(), *film))
        })
        .map(|(scene, said, film)| (scene, said as &'static str, film))
        .collect();
    check(&said);
}

fn clip(track: &str, number: usize) -> Clip {
    Clip { track: track.into(), number }
}

use crate::draft::Millis as At;

const FOOTAGE: &str = "[bikes.mp4 bunny.mp4] V1 bikes.mp4 0-4000 @1000 | bunny.mp4 4000-8000 @500";
const LAYERS: &str = "[a.jpg bikes.mp4 song.mp3] V1 a.jpg 0-5000 | a.jpg 5000-10000 / \
    V2 bikes.mp4 1000-4000 @2000 | bikes.mp4 6000-8000 / A1 song.mp3 0-4000 @1000 | song.mp3 5000-8000 / \
    T1 \"Hi\" 500-2500 | \"Bye\" 3000-4000";

#[test]
fn a_clip_is_split_where_it_was_said() {
    let split = |track: &str, number, at| Edit::Split { clip: clip(track, number), at: At(at) };
    both(&[
        (
            THREE,
            split("V1", 2, 7_267),
            "V1 a.jpg 0-5000 | b.jpg 5000-7267 | b.jpg 7267-10000 | c.jpg 10000-15000",
        ),
        (
            FOOTAGE,
            split("V1", 1, 2500),
            "V1 bikes.mp4 0-2500 @1000 | bikes.mp4 2500-4000 @3500 | bunny.mp4 4000-8000 @500",
        ),
        (THREE, split("V1", 2, 5000), "="),
        (THREE, split("V1", 4, 5500), "="),
        (THREE, split("V2", 1, 500), "="),
        (
            "[a.jpg] V1 a.jpg 0-5000 | a.jpg 5000-10000 x600 in500 out400 / T1 \"Hi\" 5000-10000",
            split("V1", 2, 8000),
            "V1 a.jpg 0-5000 | a.jpg 5000-8000 x600 in500 | a.jpg 8000-10000 out400 / T1 \"Hi\" 5000-10000",
        ),
        // Right behind a transition it keeps its length; within one nothing is split.
        (
            "[a.jpg] V1 a.jpg 0-5000 | a.jpg 5000-10000 x600 / T1 \"Hi\" 5000-10000",
            split("V1", 2, 5600),
            "V1 a.jpg 0-5000 | a.jpg 5000-5600 x600 | a.jpg 5600-10000 / T1 \"Hi\" 5000-10000",
        ),
        ("[a.jpg] V1 a.jpg 0-5000 | a.jpg 5000-10000 x600", split("V1", 2, 5599), "="),
        (
            "[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-4000",
            split("T1", 1, 2000),
            "V1 a.jpg 0-5000 / T1 \"Hi\" 1000-2000 | \"Hi\" 2000-4000",
        ),
    ]);
}

#[test]
fn a_file_comes_into_the_film_at_a_moment() {
    let insert = |name: &str, at| Edit::Insert { name: name.into(), at: At(at) };
    let film = "[a.jpg b.jpg bikes.mp4 song.mp3] V1 a.jpg 0-5000 | b.jpg 5000-10000 x500";
    both(&[
        // Between two pieces; the crossfade behind it needs the end of its footage.
        (
            film,
            insert("bikes.mp4", 5000),
            "V1 a.jpg 0-5000 | bikes.mp4 5000-14500 | b.jpg 14500-19500 x500",
        ),
        (film, insert("a.jpg", 0), "V1 a.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000 x500"),
        (
            film,
            insert("a.jpg", 10_000),
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | a.jpg 10000-15000",
        ),
        // Within a piece, which it parts; footage goes on where it was, words stay.
        (
            "[a.jpg bikes.mp4] V1 bikes.mp4 0-4000 @1000 / T1 \"Hi\" 2500-3500",
            insert("a.jpg", 2000),
            "V1 bikes.mp4 0-2000 @1000 | a.jpg 2000-7000 | bikes.mp4 7000-9000 @3000 / T1 \"Hi\" 2500-3500",
        ),
        // Sound lies where it was said, on a track with room, and ends with the pictures.
        (
            film,
            insert("song.mp3", 3000),
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 / A1 song.mp3 3000-10000 out0",
        ),
        (
            "[a.jpg song.mp3] V1 a.jpg 0-20000 / A1 calm 0-20000 35%",
            insert("song.mp3", 4000),
            "V1 a.jpg 0-20000 / A1 calm 0-20000 35% / A2 song.mp3 4000-16000 out0",
        ),
        (film, insert("song.mp3", 10_000), "="),
        (film, insert("other.mp4", 1000), "="),
        ("[a.jpg]", insert("a.jpg", 0), "V1 a.jpg 0-5000"),
        ("[song.mp3]", insert("song.mp3", 0), "A1 song.mp3 0-12000 out0"),
    ]);
}

#[test]
fn an_end_of_a_clip_is_cut_at_a_moment() {
    let cut =
        |track: &str, number, side, at| Edit::Cut { clip: clip(track, number), side, at: At(at) };
    both(&[
        (
            THREE,
            cut("V1", 2, Side::Start, 6500),
            "V1 a.jpg 0-5000 | b.jpg 5000-8500 | c.jpg 8500-13500",
        ),
        (
            THREE,
            cut("V1", 2, Side::End, 6500),
            "V1 a.jpg 0-5000 | b.jpg 5000-6500 | c.jpg 6500-11500",
        ),
        (
            FOOTAGE,
            cut("V1", 1, Side::Start, 1500),
            "V1 bikes.mp4 0-2500 @2500 | bunny.mp4 2500-6500 @500",
        ),
        (THREE, cut("V1", 2, Side::End, 11_000), "="),
        (THREE, cut("V1", 2, Side::End, 5_050), "="),
        (
            "[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-4000 | \"Bye\" 4000-5000",
            cut("T1", 1, Side::Start, 2000),
            "V1 a.jpg 0-5000 / T1 \"Hi\" 2000-4000 | \"Bye\" 4000-5000",
        ),
    ]);
}

#[test]
fn ends_move_by_frames() {
    let trim =
        |track: &str, number, side, frames| Edit::Trim { clip: clip(track, number), side, frames };
    both(&[
        (
            THREE,
            trim("V1", 1, Side::End, 5),
            "V1 a.jpg 0-4833 | b.jpg 4833-9833 | c.jpg 9833-14833",
        ),
        (
            THREE,
            trim("V1", 1, Side::End, -1),
            "V1 a.jpg 0-5033 | b.jpg 5033-10033 | c.jpg 10033-15033",
        ),
        (
            FOOTAGE,
            trim("V1", 2, Side::Start, 15),
            "V1 bikes.mp4 0-4000 @1000 | bunny.mp4 4000-7500 @1000",
        ),
        (
            FOOTAGE,
            trim("V1", 2, Side::Start, -15),
            "V1 bikes.mp4 0-4000 @1000 | bunny.mp4 4000-8500",
        ),
        (FOOTAGE, trim("V1", 2, Side::Start, -16), "="),
        (FOOTAGE, trim("V1", 2, Side::End, -60), "="),
        (
            FOOTAGE,
            trim("V1", 2, Side::End, -45),
            "V1 bikes.mp4 0-4000 @1000 | bunny.mp4 4000-9500 @500",
        ),
        (FOOTAGE, trim("V1", 2, Side::End, 200), "="),
        (
            "[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-3000 | \"Bye\" 4000-5000",
            trim("T1", 1, Side::End, -30),
            "V1 a.jpg 0-5000 / T1 \"Hi\" 1000-4000 | \"Bye\" 4000-5000",
        ),
        (
            "[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-3000 | \"Bye\" 4000-5000",
            trim("T1", 1, Side::End, -31),
            "=",
        ),
        (
            "[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-3000",
            trim("T1", 1, Side::Start, -30),
            "V1 a.jpg 0-5000 / T1 \"Hi\" 0-3000",
        ),
        ("[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-3000", trim("T1", 1, Side::Start, -31), "="),
    ]);
}

#[test]
fn clips_move_where_there_is_room() {
    let shift = |track: &str, number, frames| Edit::Shift { clip: clip(track, number), frames };
    let to = |track: &str, number, at| Edit::MoveTo { clip: clip(track, number), at: At(at) };
    let place = |number, place| Edit::Place { clip: clip("V1", number), place };
    const WORDS: &str = "[a.jpg] V1 a.jpg 0-9000 / T1 \"Hi\" 1000-3000 | \"Bye\" 4000-5000";
    both(&[
        (WORDS, shift("T1", 1, 30), "V1 a.jpg 0-9000 / T1 \"Hi\" 2000-4000 | \"Bye\" 4000-5000"),
        (WORDS, shift("T1", 1, 31), "="),
        (WORDS, shift("T1", 1, -30), "V1 a.jpg 0-9000 / T1 \"Hi\" 0-2000 | \"Bye\" 4000-5000"),
        (WORDS, shift("T1", 1, -31), "="),
        (WORDS, to("T1", 1, 5000), "V1 a.jpg 0-9000 / T1 \"Bye\" 4000-5000 | \"Hi\" 5000-7000"),
        (WORDS, to("T1", 1, 4500), "="),
        (THREE, place(3, 1), "V1 c.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000"),
        (THREE, place(1, 4), "="),
        (THREE, shift("V1", 2, 1), "="),
    ]);
}

#[test]
fn a_clip_goes_and_its_gap_closes_or_stays() {
    let delete = |track: &str, number, gap| Edit::Delete { clip: clip(track, number), gap };
    const SOUND: &str =
        "[a.jpg song.mp3] V1 a.jpg 0-9000 / A1 song.mp3 0-3000 | song.mp3 4000-6000";
    both(&[
        (THREE, delete("V1", 2, Gap::Close), "V1 a.jpg 0-5000 | c.jpg 5000-10000"),
        (THREE, delete("V1", 2, Gap::Leave), "V1 a.jpg 0-5000 | c.jpg 10000-15000"),
        (SOUND, delete("A1", 1, Gap::Close), "V1 a.jpg 0-9000 / A1 song.mp3 1000-3000"),
        (SOUND, delete("A1", 1, Gap::Leave), "V1 a.jpg 0-9000 / A1 song.mp3 4000-6000"),
        (
            "[a.jpg] V1 a.jpg 0-5000 / T1 \"Hi\" 1000-3000",
            delete("T1", 1, Gap::Close),
            "V1 a.jpg 0-5000",
        ),
    ]);
}

#[test]
fn a_stretch_of_time_is_taken_out_of_every_track() {
    let extract = |from, to| Edit::Extract { from: At(from), to: At(to) };
    both(&[
        (THREE, extract(4000, 6500), "V1 a.jpg 0-4000 | b.jpg 4000-7500 | c.jpg 7500-12500"),
        (
            "[a.jpg song.mp3] V1 a.jpg 0-9000 / A1 song.mp3 0-9000 / T1 \"Hi\" 1000-3000 | \"Bye\" 5000-6000",
            extract(2000, 4000),
            "V1 a.jpg 0-2000 | a.jpg 2000-7000 / A1 song.mp3 0-2000 out0 | song.mp3 2000-7000 @4000 out2000 / T1 \"Hi\" 1000-2000 | \"Bye\" 3000-4000",
        ),
        (THREE, extract(0, 15_000), "="),
        (THREE, extract(15_000, 16_000), "="),
    ]);
}

#[test]
fn a_copy_lies_right_behind() {
    let copy = |track: &str, number| Edit::Duplicate { clip: clip(track, number) };
    both(&[
        (
            THREE,
            copy("V1", 1),
            "V1 a.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000 | c.jpg 15000-20000",
        ),
        (
            "[a.jpg] V1 a.jpg 0-9000 / T1 \"Hi\" 1000-3000 | \"Bye\" 4000-5000",
            copy("T1", 1),
            "V1 a.jpg 0-9000 / T1 \"Hi\" 1000-3000 | \"Hi\" 3000-5000 | \"Bye\" 5000-6000",
        ),
    ]);
}

#[test]
fn loudness_fades_and_words_are_of_one_clip() {
    let volume = |track: &str, number, percent| Edit::Volume { clip: clip(track, number), percent };
    let fade =
        |number, side, length| Edit::Fade { clip: clip("V1", number), side, length: At(length) };
    let words =
        |track: &str, words: &str| Edit::Words { clip: clip(track, 1), words: words.into() };
    const WORDS: &str = "[a.jpg] V1 a.jpg 0-9000 / T1 \"Hi\" 1000-3000 _";
    both(&[
        (FOOTAGE, volume("V1", 2, 85), "V1 bikes.mp4 0-4000 @1000 | bunny.mp4 4000-8000 @500 85%"),
        (FOOTAGE, volume("V1", 2, 0), "V1 bikes.mp4 0-4000 @1000 | bunny.mp4 4000-8000 @500 0%"),
        (WORDS, volume("T1", 1, 50), "="),
        (
            THREE,
            fade(2, Side::Start, 500),
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 in500 | c.jpg 10000-15000",
        ),
        (
            THREE,
            fade(2, Side::End, 100),
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 out100 | c.jpg 10000-15000",
        ),
        (THREE, fade(2, Side::End, 5001), "="),
        (
            WORDS,
            words("T1", "“Good day”, remove clip 1"),
            "V1 a.jpg 0-9000 / T1 \"“Good day”, remove clip 1\" 1000-3000 _",
        ),
        (WORDS, words("V1", "no"), "="),
    ]);
}

#[test]
fn clips_of_every_track_can_be_meant() {
    let split = |track: &str, number, at| Edit::Split { clip: clip(track, number), at: At(at) };
    let cut = |track: &str, side, at| Edit::Cut { clip: clip(track, 1), side, at: At(at) };
    let after = |from: &str, to: &str| &*LAYERS.replace(from, to)[27..].trim().to_owned().leak();
    both(&[
        (
            LAYERS,
            split("V2", 1, 2000),
            after(
                "V2 bikes.mp4 1000-4000 @2000",
                "V2 bikes.mp4 1000-2000 @2000 | bikes.mp4 2000-4000 @3000",
            ),
        ),
        (
            LAYERS,
            cut("V2", Side::Start, 2000),
            after("V2 bikes.mp4 1000-4000 @2000", "V2 bikes.mp4 2000-4000 @3000"),
        ),
        (
            LAYERS,
            cut("A1", Side::End, 3000),
            after("song.mp3 0-4000 @1000", "song.mp3 0-3000 @1000 out1000"),
        ),
        (
            LAYERS,
            Edit::MoveTo { clip: clip("T1", 2), at: At(8000) },
            after("\"Bye\" 3000-4000", "\"Bye\" 8000-9000"),
        ),
    ]);
}

#[test]
fn going_back_leads_to_exactly_that_film_and_can_be_undone() {
    for language in [Language::English, Language::Chinese] {
        let mut scene = scene(THREE);
        let first = (film(&scene.draft), fingerprint(&scene.draft));
        take_turn("remove clip 1", &mut scene);
        let second = (film(&scene.draft), fingerprint(&scene.draft));
        take_turn("undo", &mut scene);
        take_turn("make it vertical", &mut scene);
        let third = film(&scene.draft);
        let mut back = |version, mark: &str| {
            let sentence = Edit::GoBack { version, mark: mark.into() }.said(language);
            let answer = take_turn(&sentence, &mut scene);
            (film(&scene.draft), answer.changed)
        };
        assert_eq!(back(2, &second.1), (second.0.clone(), true), "a film that undo has left");
        assert_eq!(back(1, &first.1), (first.0, true));
        assert_eq!(back(9, "00000000"), (back(1, &first.1).0, false), "one that is not kept");
        take_turn("undo", &mut scene);
        assert_eq!(film(&scene.draft), second.0);
        take_turn("undo", &mut scene);
        assert_eq!(film(&scene.draft), third);
    }
}

#[test]
fn a_transition_behind_which_was_split_keeps_its_length_at_the_next_edit() {
    both(&[(
        "[a.jpg] V1 a.jpg 0-5000 | a.jpg 5000-5600 x600 | a.jpg 5600-10000",
        Edit::Trim { clip: clip("V1", 3), side: Side::End, frames: 30 },
        "V1 a.jpg 0-5000 | a.jpg 5000-5600 x600 | a.jpg 5600-9000",
    )]);
}

#[test]
fn tracks_that_do_not_ripple_are_told() {
    let close = Edit::Delete { clip: clip("V1", 1), gap: Gap::Close };
    let leave = Edit::Delete { clip: clip("V1", 1), gap: Gap::Leave };
    for (language, told) in [
        (Language::English, "Titles, captions and what lies on V2 keep their times."),
        (Language::Chinese, "标题、字幕和 V2 上内容的时间不变。"),
    ] {
        let mut scene = scene(LAYERS);
        let answer = take_turn(&close.said(language), &mut scene);
        assert!(answer.text.contains(told), "{}", answer.text);
    }
    let mut scene = scene(LAYERS);
    let answer = take_turn(&leave.said(Language::English), &mut scene);
    assert!(!answer.text.contains("keep"), "{}", answer.text);
}

#[test]
fn a_gap_that_is_left_leaves_the_words_over_it() {
    both(&[(
        "[a.jpg] V1 a.jpg 0-3000 | a.jpg 3000-6000 / T1 \"Hi\" 0-3000",
        Edit::Delete { clip: clip("V1", 1), gap: Gap::Leave },
        "V1 a.jpg 3000-6000 / T1 \"Hi\" 0-3000",
    )]);
}
