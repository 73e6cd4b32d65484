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

#[test]
fn one_thing_is_undone_and_what_came_after_it_stays() {
    let edits = ["add a title \"Hi\"", "make it square", "remove clip 3"];
    let without = "1:1 V1 a.jpg 0-5000 | b.jpg 5000-10000";
    for undo in [
        "undo the title",
        "take back the title",
        "undo the title please",
        "undo adding the title",
        "revert the title",
        "undo the title I added",
        "撤销标题",
        "撤销刚才加的标题",
        "撤回标题",
        "把标题撤销",
        "撤销加标题",
        "请撤销标题",
    ] {
        let found = films(THREE, &[&edits[..], &[undo]].concat());
        assert_eq!(found[3], without, "{undo}");
        let found = films(THREE, &[&edits[..], &[undo, "undo"]].concat());
        assert_eq!(found[4], found[2], "{undo}");
    }
}

#[test]
fn back_to_before_a_thing_takes_what_came_after_it_along() {
    let edits = ["remove clip 3", "add calm music", "make it square", "make the music louder"];
    for back in [
        "the way it was before the music",
        "go back to before the music",
        "put it back the way it was before the music",
        "back to how it was before I added the music",
        "go back to how it was before the music",
        "like it was before the music",
        "回到加音乐之前",
        "恢复到加音乐之前",
        "退回到配乐之前",
        "回到音乐之前",
        "变回加音乐以前",
        "还原到没加音乐之前的样子",
    ] {
        let found = films(THREE, &[&edits[..], &[back]].concat());
        assert_eq!(found[4], found[0], "{back}");
        let found = films(THREE, &[&edits[..], &[back, "redo"]].concat());
        assert_eq!(found[5], found[1], "{back}");
    }
}

#[test]
fn what_was_never_done_and_what_others_build_on_is_not_undone() {
    for (edits, undo) in [
        (&["make it square"][..], "undo the title"),
        (&["make it square"], "撤销音乐"),
        (&["make it square"], "the way it was before the music"),
        (&["make it square"], "回到加标题之前"),
        (&["move clip 3 to the start", "add a title \"Hi\""], "undo the move"),
        (&["trim clip 1 to 2 seconds", "make it square"], "撤销剪辑"),
    ] {
        let found = films(THREE, &[edits, &[undo]].concat());
        assert_eq!(found.last(), found.get(edits.len() - 1), "{undo}");
    }
}

#[test]
fn the_last_changes_are_counted_in_words() {
    let edits = ["remove clip 3", "add calm music", "make it square"];
    for back in [
        "undo the last two changes",
        "undo my last 2 edits",
        "undo two steps",
        "撤销最近两次改动",
        "撤销两步",
        "撤回最近的两步",
    ] {
        let found = films(THREE, &[&edits[..], &[back]].concat());
        assert_eq!(found[3], found[0], "{back}");
    }
}

#[test]
fn what_only_followed_the_pictures_is_not_taken_for_the_thing_itself() {
    const FADED: &str =
        "[a.jpg b.jpg c.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000";
    for (edits, undo, then) in [
        // The caption moved along, the music became shorter, the first transition went.
        (
            &["add a caption \"Second\" on clip 2", "remove clip 1"][..],
            "undo the caption",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000",
        ),
        (
            &["add calm music", "remove clip 3", "make it square"],
            "undo the music",
            "1:1 V1 a.jpg 0-5000 | b.jpg 5000-10000",
        ),
        (
            &["make it black and white", "remove clip 1"],
            "undo the black and white",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000",
        ),
        (
            &["add crossfades of 1 second", "remove clip 1"],
            "undo the transitions",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000",
        ),
        // What was taken comes back as far as the film goes, what was changed is as it was.
        (
            &["add a title \"Hi\" from 8s to 14s", "remove the title", "remove clip 3"],
            "undo the title",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / T1 \"Hi\" 8000-10000",
        ),
        (
            &["add a caption \"Hi\" on clip 3", "change the caption to \"Bye\"", "remove clip 1"],
            "undo the caption",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000 / T1 \"Hi\" 5000-10000 _",
        ),
        (
            &["add a title \"One\"", "add a caption \"Two\"", "remove clip 3"],
            "undo the caption",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / T1 \"One\" 0-3000",
        ),
    ] {
        let found = films(FADED, &[edits, &[undo]].concat());
        assert_eq!(found.last().map(String::as_str), Some(then), "{edits:?}, {undo}");
        let found = films(FADED, &[edits, &[undo, "undo"]].concat());
        assert_eq!(found.last(), found.get(edits.len() - 1), "{edits:?}, {undo}, undo");
    }
}
