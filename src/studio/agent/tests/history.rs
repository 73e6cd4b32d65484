//! Back and forward through what was done.

use super::notation::{film, scene};
use super::{PICTURES, THREE, take_turn};

/// Says one sentence after the other; gives the film after each.
fn films(start: &str, sentences: &[&str]) -> Vec<String> {
    let mut scene = scene(start);
    let mut said = |sentence: &&str| {
        take_turn(sentence, &mut scene);
        film(&scene.draft)
    };
    sentences.iter().map(&mut said).collect()
}

const PLAIN: &str = "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000";

#[test]
fn a_turn_is_one_step_however_much_it_asks_for() {
    let found = films(
        THREE,
        &["make it vertical and add a title \"Hi\" and remove clip 1", "undo", "redo", "undo"],
    );
    assert_eq!(found[0], "9:16 V1 b.jpg 0-5000 | c.jpg 5000-10000 / T1 \"Hi\" 0-3000");
    assert_eq!(found[1], PLAIN);
    assert_eq!(found[2], found[0]);
    assert_eq!(found[3], PLAIN);
}

#[test]
fn steps_are_counted() {
    let edits = ["remove clip 3", "删除第二段", "make it square"];
    for (back, steps) in [
        ("undo twice", 2),
        ("undo 3 steps", 3),
        ("撤销两步", 2),
        ("undo all", 3),
        ("please undo that", 1),
        ("撤销", 1),
    ] {
        let mut sentences = edits.to_vec();
        sentences.push(back);
        let found = films(THREE, &sentences);
        let expected = if steps == 3 { PLAIN } else { &found[2 - steps] };
        assert_eq!(found[3], expected, "{back}");
    }
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let found = films(THREE, &["remove clip 3", "undo", "remove clip 1", "redo"]);
    assert_eq!(found[3], found[2]);
}

#[test]
fn going_back_and_on_in_one_sentence_is_one_step() {
    let found = films(THREE, &["remove clip 3", "undo and make it vertical", "undo", "undo"]);
    assert_eq!(found[1], format!("9:16 {PLAIN}"));
    assert_eq!(found[2], found[0]);
    assert_eq!(found[3], PLAIN);
}

#[test]
fn what_changes_nothing_is_no_step() {
    let found = films(THREE, &["remove clip 3", "how long is it", "remove clip 9", "asdf", "undo"]);
    assert_eq!(found[4], PLAIN);
}

#[test]
fn a_replaced_film_comes_back() {
    let found = films(
        PICTURES,
        &["make a 9 second video with music", "做一个6秒的视频", "撤销上一步", "重做"],
    );
    assert_eq!(found[2], found[0]);
    assert_eq!(found[3], found[1]);
}

#[test]
fn a_hundred_steps_are_kept() {
    let mut scene = scene(THREE);
    for turn in 0..130 {
        take_turn(if turn % 2 == 0 { "make it vertical" } else { "make it square" }, &mut scene);
    }
    assert_eq!(scene.history.past.len(), 100);
}
