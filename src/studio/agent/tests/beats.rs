//! Cuts that fall on the beats of music made here.

use super::notation::scene;
use super::{check, take_turn};
use crate::draft::{Millis, Mood};
use crate::language::Language;
use crate::language::edit::{Clip, Edit, Side};
use crate::studio::music::{Brief, beats};

const FILM: &str = "[a.jpg b.jpg c.jpg] V1 a.jpg 0-4800 | b.jpg 4800-9700 | c.jpg 9700-15000 / \
                    A1 upbeat 0-15000 35%";

#[test]
fn every_cut_moves_to_the_nearest_beat_and_the_film_stays_as_long() {
    let brief = Brief { mood: Mood::Upbeat, seed: 1, tempo: None, length: Millis(15_000) };
    let beats = beats(&brief);
    for sentence in [
        "cut on the beat",
        "cut it to the beat",
        "make it in time with the music",
        "sync the cuts to the beat of the music",
        "beat sync",
        "卡点",
        "按节拍剪辑",
        "把图片对齐到音乐节拍",
        "做成卡点视频",
    ] {
        let mut scene = scene(FILM);
        let answer = take_turn(sentence, &mut scene);
        let pieces = &scene.draft.tracks[0].segments;
        assert!(answer.changed, "{sentence}: {}", answer.text);
        for (piece, was) in pieces.iter().zip([4800, 9700]) {
            assert!(beats.contains(&piece.end()), "{sentence}: {}", piece.end());
            assert!(piece.end().abs_diff(Millis(was)) <= Millis(280), "{sentence}");
        }
        assert_eq!(pieces[2].end(), Millis(15_000), "{sentence}");
    }
}

#[test]
fn music_from_a_file_has_no_beats_that_are_known() {
    let film =
        "[a.jpg b.jpg long.mp3] V1 a.jpg 0-5000 | b.jpg 5000-10000 / A1 long.mp3 0-10000 35%";
    let silent = "[a.jpg b.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000";
    check(&[
        (film, "cut on the beat", "="),
        (film, "卡点", "="),
        (silent, "cut on the beat", "="),
        ("[a.jpg]", "cut on the beat", "="),
    ]);
}

/// How long the pieces are that the parts of the music belong to, behind a sentence or several.
fn pieces(sentences: &[&str]) -> Vec<u64> {
    let mut scene = scene("[a.jpg b.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 / A1 calm 0-10000 35%");
    for sentence in sentences {
        assert!(take_turn(sentence, &mut scene).changed, "{sentence}");
    }
    scene.draft.tracks[1].segments.iter().map(|part| part.piece_length().0).collect()
}

#[test]
fn parts_of_split_music_play_one_piece() {
    let split = "split clip 1 on A1 at 6s";
    assert_eq!(pieces(&[split]), [10_000, 10_000]);
    assert_eq!(pieces(&[split, "split clip 1 on A1 at 2s"]), [10_000; 3]);
    let first = Clip { track: "A1".into(), number: 1 };
    let shorter = Edit::Cut { clip: first.clone(), side: Side::End, at: Millis(6000) };
    assert_eq!(pieces(&[&shorter.said(Language::English)]), [10_000]);
    let twice = Edit::Duplicate { clip: first };
    assert_eq!(pieces(&[split, &twice.said(Language::English)]), [10_000; 3]);
}

#[test]
fn the_ending_of_split_music_moves_with_the_end_of_the_film() {
    let split = "split clip 1 on A1 at 6s";
    assert_eq!(pieces(&[split, "make the film 12 seconds"]), [12_000, 12_000]);
    assert_eq!(pieces(&[split, "make the film 8 seconds"]), [8000, 8000]);
    assert_eq!(pieces(&[split, "make the film 4 seconds"]), [4000]);
}
