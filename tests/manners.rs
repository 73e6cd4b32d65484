//! How the editor behaves towards its terminal, byte by byte.

mod support;

use support::World;
use support::terminal::Terminal;

const CTRL_Q: &str = "\x11";
const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";
const STATUS: &str = "\x1b[5n";
const TAKEN: &str = "\x1b[0n";

#[test]
fn each_frame_is_one_synchronized_update_and_nothing_is_cleared() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 100, 30);
    terminal.wait_for("connected");
    terminal.send("hello");
    terminal.wait_for("hello");
    let raw = terminal.raw();
    let (before, frames) = raw.split_once(BEGIN).expect("a frame");
    assert!(!before.contains("\x1b[2J"), "the alternate screen is empty");
    for frame in frames.split(BEGIN) {
        let (drawn, between) = frame.split_once(END).expect("each update ends");
        assert!(!drawn.is_empty(), "a frame that changes nothing is not written");
        assert!(!drawn.contains(END) && !drawn.contains("\x1b[2J"), "{drawn:?}");
        assert!(
            !between.contains(|letter: char| letter.is_alphabetic() && letter > 'z'),
            "nothing is drawn between frames: {between:?}"
        );
    }
    terminal.send(CTRL_Q);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn a_typed_letter_costs_its_frame_and_itself() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 100, 30);
    terminal.wait_for("connected");
    terminal.send("qx");
    terminal.wait_for("qx");
    let before = terminal.raw().len();
    terminal.send("c");
    terminal.wait_for("qxc");
    let written = &terminal.raw()[before..];
    assert_eq!(written, format!("{BEGIN}c{END}"));
}

#[test]
fn the_next_frame_waits_until_the_terminal_has_taken_the_one_before() {
    let world = World::new();
    world.picture("a.png", "red", "320x240");
    let mut terminal = Terminal::start(&world, &["a.png"], 100, 30);
    terminal.wait_for("message");
    // It answers, so from here on its answers are waited for.
    terminal.send(TAKEN);
    terminal.wait_for("connected");
    terminal.send("typed");
    terminal.wait_for("typed");
    assert!(terminal.raw().ends_with(END), "a key's frame waits for nothing and asks nothing");
    for _ in 0..3 {
        terminal.send(TAKEN);
    }
    terminal.wait_for("a.png");
    assert!(!terminal.screen().contains("[0n"), "an answer is no text");
    assert!(terminal_asks(&terminal) > 1, "{}", terminal_asks(&terminal));
    terminal.send(CTRL_Q);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

fn terminal_asks(terminal: &Terminal) -> usize {
    terminal.raw().matches(STATUS).count()
}

#[test]
fn a_terminal_that_knows_nothing_is_asked_nothing() {
    let world = World::new();
    let terminal = Terminal::start_with(&world, &[], &[("TERM", "dumb")]);
    terminal.wait_for("connected");
    assert_eq!(terminal_asks(&terminal), 0);
}
