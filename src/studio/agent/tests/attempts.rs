//! Several requests that are one step.

use super::super::Attempt;
use super::THREE;
use super::notation::{film, scene};
use crate::language::Language::{Chinese, English};

#[test]
fn several_requests_are_undone_as_one() {
    let before = scene(THREE);
    let mut attempt = Attempt::new(before.clone());
    assert!(attempt.take("delete clip 2 on V1 and close the gap").changed);
    assert!(attempt.take("add the title \"Hi\"").changed);
    let (answer, mut after) = attempt.finish(English);
    assert!(answer.changed);
    for fact in ["b.jpg", "Hi", "10\u{a0}s"] {
        assert!(answer.text.contains(fact), "{}", answer.text);
    }
    assert_eq!(after.history.past, std::slice::from_ref(&before.draft));
    assert_eq!(after.history.undo(&mut after.draft, 1), 1);
    assert_eq!(film(&after.draft), film(&before.draft));
}

#[test]
fn what_comes_to_nothing_is_no_step_and_is_said() {
    let before = scene(THREE);
    let mut attempt = Attempt::new(before.clone());
    attempt.take("duplicate clip 1 on V1");
    attempt.take("delete clip 2 on V1 and close the gap");
    attempt.take("delete clip 9 on V1 and close the gap");
    let (answer, after) = attempt.finish(Chinese);
    assert!(!answer.changed);
    assert_eq!(answer.text, "影片没有改动。");
    assert_eq!(after.history, before.history);
}

#[test]
fn going_back_alone_leaves_the_steps_ahead() {
    let mut attempt = Attempt::new(scene(THREE));
    attempt.take("duplicate clip 1 on V1");
    let (_, changed) = attempt.finish(English);
    let mut attempt = Attempt::new(changed);
    attempt.take("undo");
    let (answer, back) = attempt.finish(English);
    assert!(answer.changed);
    assert_eq!((back.history.past.len(), back.history.future.len()), (0, 1));
}

#[test]
fn a_first_film_is_told_as_made() {
    let mut attempt = Attempt::new(scene("[a.jpg b.jpg c.jpg]"));
    attempt.take("make a slideshow of 9 seconds");
    let (answer, _) = attempt.finish(English);
    assert!(answer.text.starts_with("Made a film of 9\u{a0}s."), "{}", answer.text);
}
