//! Keys that are held while a turn runs: what they are expected to make is seen at once.

use cutroom::language::Language;

use super::picture::{film, picture};
use super::rig::Rig;
use super::{busy_film, drawn};

#[test]
fn keys_that_are_held_while_a_turn_runs_are_on_the_screen_in_their_order() {
    let sequences = [
        "x x",
        "x +1s b x",
        "+3s [ [ x",
        "d ( ( ( x",
        "alt-right wait alt-right alt-right",
        "alt-right wait alt-right f f",
        "( wait alt-right b",
        "+1s b u",
        "b +1s b +4s b u u",
        "+1s b x u U",
        "x u x",
        "x wait u x",
        "+3s f f f F d",
        "+2s words ( ( alt-right",
        "+1s i +3s o c b",
        "b b b +1s ] x x x",
        "d e ( x",
    ];
    let (mut wrong, before) = (Vec::new(), busy_film());
    for keys in sequences {
        let mut rig = Rig::new(Language::English, before.clone());
        rig.hold_answers();
        rig.press(&format!("+0.5s {keys}"));
        assert_ne!(rig.state.timeline.edits.waiting(), 0, "{keys}: nothing is held");
        assert_eq!((rig.film(), rig.polled()), (&before, &before), "{keys}: nothing was done yet");
        let expected = drawn(rig.shown());
        rig.answer();
        rig.press("wait wait");
        let came = drawn(rig.film());
        if expected != came || rig.state.timeline.is_expected() {
            wrong.push(format!("{keys}\n  expected {expected:?}\n  came     {came:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn what_is_held_is_drawn_above_whatever_film_comes_meanwhile() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.hold_answers();
    rig.say("make it better");
    rig.press("+0.5s x");
    assert_eq!(picture(rig.shown()), "V1 BBBBCCCC");
    rig.comes(film("V1 AABBBBCCCC"));
    assert_eq!(picture(rig.shown()), "V1 BBBBCCCC");
    assert_eq!(picture(rig.polled()), "V1 AABBBBCCCC");
    // Stopping the turn drops the key, and what it was expected to do.
    rig.press("esc");
    assert_eq!(picture(rig.shown()), "V1 AABBBBCCCC");
}
