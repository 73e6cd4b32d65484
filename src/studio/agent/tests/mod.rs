//! Sentences and the changes that they must cause: the agent's manual, as tables.
//!
//! A row is a scene, a sentence, and what the film must be afterwards, written as [`notation`] has it;
//! `=` says that nothing may have changed.

mod answers;
mod arranging;
mod as_filmed;
mod attached;
mod attempts;
mod beats;
mod by_key;
mod cutting;
mod guarding;
mod history;
mod in_one_breath;
mod looks;
mod making;
mod notation;
mod properties;
mod refusing;
mod sound;
mod tables;
mod text;

use super::take_turn;
use notation::{film, scene};

/// Scene, sentence, film.
type Row = (&'static str, &'static str, &'static str);

const PICTURES: &str = "[a.jpg b.jpg c.jpg]";
const CLIPS: &str = "[bikes.mp4 bunny.mp4]";
const MIXED: &str = "[a.jpg b.jpg bikes.mp4]";
const THREE: &str = "[a.jpg b.jpg c.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000";
const FOOTAGE: &str = "[bikes.mp4 bunny.mp4] V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000";

#[track_caller]
fn check(rows: &[Row]) {
    let mut wrong = Vec::new();
    for (before, sentence, after) in rows {
        let mut scene = scene(before);
        let answer = take_turn(sentence, &mut scene);
        let same = film(&notation::scene(before).draft);
        let expected = if *after == "=" { same.clone() } else { (*after).to_owned() };
        let found = film(&scene.draft);
        if found != expected || answer.changed != (found != same) {
            wrong.push(format!(
                "{sentence}\n  wanted {expected}\n  found  {found}\n  said   {}",
                answer.text
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows:\n\n{}", wrong.len(), rows.len(), wrong.join("\n\n"));
}
