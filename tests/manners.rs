//! How the editor behaves towards its terminal, byte by byte.

mod support;

use std::path::Path;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use support::World;
use support::terminal::Terminal;

const CTRL_Q: &str = "\x11";
const CTRL_Z: &str = "\x1a";
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

#[test]
fn what_the_terminal_can_do_is_asked_behind_the_first_frame() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 100, 30);
    terminal.wait_for("connected");
    let raw = terminal.raw();
    let (first, rest) = raw.split_once(END).expect("a frame");
    assert!(!first.contains("\x1b[c"), "nothing is asked before it");
    assert!(rest.starts_with(&format!("{STATUS}\x1b[>0q")), "{rest:?}");
    assert_eq!(raw.matches("\x1b[c").count(), 1);
    terminal.send("\x1b[0n\x1bP>|test(1)\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[6;18;9t");
    terminal.send("\x1b_Gi=31;OK\x1b\\\x1b[?62;4c");
    terminal.send("typed");
    let screen = terminal.wait_for("typed");
    for answer in ["test(1)", "rgb:", "Gi=31", "62;4"] {
        assert!(!screen.contains(answer), "{screen}");
    }
    terminal.send(CTRL_Q);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn keys_that_share_a_byte_are_told_apart_where_the_terminal_can_and_its_shell_gets_them_as_before()
{
    let (began, ended) = ("\x1b[>1u", "\x1b[<1u");
    let world = World::new();
    let arguments = ["-c", SHELL, env!("CARGO_BIN_EXE_cutroom")];
    let mut terminal = Terminal::start_program(&world, Path::new("/bin/sh"), &arguments, &[]);
    terminal.wait_for("connected");
    assert!(!terminal.raw().contains(began), "it has not said that it can");
    terminal.send("\x1b[?0u\x1b[?62c");
    terminal.wait_for_bytes(began);
    // Escape, a letter with Alt, a line's end that sends nothing, and to the shell, all by number.
    terminal.send("one\x1b[13;2utwo");
    terminal.wait_until("two lines", |screen| {
        screen.contains("one") && screen.contains("two") && !screen.contains("onetwo")
    });
    terminal.send("\x1b[122;5u");
    terminal.wait_for("the shell is here");
    let away = terminal.raw().len();
    let left = terminal.raw();
    assert!(left.rfind(ended) < left.rfind("\x1b[?1049l") && left.contains(ended), "{left:?}");
    terminal.send("\n");
    terminal.wait_for("two");
    assert!(terminal.raw()[away..].contains(began), "and back again");
    terminal.send("\x1b[113;5u\x1b[113;5u");
    assert_eq!(terminal.wait_for_exit(), 0);
    assert_eq!(terminal.raw().matches(began).count(), terminal.raw().matches(ended).count());
    terminal.assert_given_back();
}

#[test]
fn a_multiplexer_is_not_asked_what_it_would_show() {
    let world = World::new();
    let terminal = Terminal::start_with(&world, &[], &[("TMUX", "/tmp/nothing,1,0")]);
    terminal.wait_for("connected");
    assert!(terminal.raw().contains("\x1b[c") && !terminal.raw().contains("\x1b_G"));
}

#[test]
fn every_mode_is_put_back_also_while_answers_are_on_their_way() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 100, 30);
    terminal.wait_for("message");
    kill(Pid::from_raw(terminal.pid()), Signal::SIGTERM).expect("it runs");
    assert_eq!(terminal.wait_for_exit(), 143);
    terminal.assert_given_back();
    let raw = terminal.raw();
    for mode in ["?1004", "?2004", "?1049"] {
        let on = raw.rfind(&format!("\x1b[{mode}h")).expect(mode);
        let off = raw.rfind(&format!("\x1b[{mode}l")).expect(mode);
        assert!(on < off, "{mode}");
    }
    let (drawn, end) = raw.rsplit_once("\x1b[?1004l").expect("it was put back");
    assert!(
        drawn.contains(&format!("{END}\x1b[0m")),
        "no frame stays open, no style on: {drawn:?}"
    );
    assert!(end.ends_with("\x1b[?1049l\x1b[?25h"), "{end:?}");
}

/// What a person does in a shell: the program, away with Ctrl-Z, and back with `fg`.
const SHELL: &str = r#"set -m; "$0"; echo "the shell is here"; read -r line; fg; exit $?"#;

#[test]
fn back_from_the_shell_the_screen_is_whole_and_every_mode_is_on_again() {
    let world = World::new();
    let program = env!("CARGO_BIN_EXE_cutroom");
    let arguments = ["-c", SHELL, program];
    let mut terminal = Terminal::start_program(&world, Path::new("/bin/sh"), &arguments, &[]);
    terminal.wait_for("connected");
    terminal.send("half a thought");
    let before = terminal.wait_for("half a thought");
    terminal.send(CTRL_Z);
    let shell = terminal.wait_for("the shell is here");
    assert!(!shell.contains("half a thought"), "{shell}");
    terminal.assert_given_back();
    let away = terminal.raw().len();
    terminal.send("\n");
    terminal.wait_until("the screen as it was", |screen| screen == before);
    let raw = terminal.raw();
    for mode in ["?1049", "?2004", "?1004"] {
        assert!(raw[away..].contains(&format!("\x1b[{mode}h")), "{mode}");
    }
    terminal.send(" more");
    terminal.wait_for("half a thought more");
    terminal.send(CTRL_Q);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

/// A film of so many seconds, in a terminal with these variables, whose export has been asked for.
fn exporting(world: &World, seconds: u32, variables: &[(&str, &str)]) -> Terminal {
    world.picture("a.png", "red", "320x240");
    let mut terminal = Terminal::start_with(world, &["a.png"], variables);
    terminal.wait_for("done");
    terminal.say(&format!("make a {seconds} second video"));
    terminal.wait_for("V1");
    terminal.say("export");
    terminal
}

#[test]
fn progress_is_shown_where_the_terminal_knows_it_and_its_end_clears_it() {
    let world = World::new();
    let terminal = exporting(&world, 2, &[("WT_SESSION", "8f1c")]);
    terminal.wait_for("Saved");
    let raw = terminal.raw();
    let (_, shown) = raw.split_once("\x1b]9;4;1;").expect("the export was shown");
    assert!(raw.contains(" % - "), "in the title, too");
    assert!(shown.contains("\x1b]9;4;0;0\x1b\\"), "its end clears it");
}

#[test]
fn a_signal_while_progress_is_shown_clears_it_and_gives_the_title_back() {
    let world = World::new();
    let mut terminal = exporting(&world, 120, &[("WT_SESSION", "8f1c")]);
    terminal.wait_until("it runs", |screen| screen.contains("export") && screen.contains(" %"));
    kill(Pid::from_raw(terminal.pid()), Signal::SIGTERM).expect("it runs");
    assert_eq!(terminal.wait_for_exit(), 143);
    terminal.assert_given_back();
    let raw = terminal.raw();
    let told: Vec<&str> = raw.split("\x1b]9;4;").skip(1).collect();
    let [.., before, last] = told[..] else { panic!("{told:?}") };
    assert!(before.starts_with("1;"), "it ran: {before:?}");
    assert!(last.starts_with("0;0\x1b\\"), "{last:?}");
    assert!(raw.rfind("\x1b[22;0t") < raw.rfind("\x1b[23;0t"), "the shell's title is back");
}

#[test]
fn in_the_shell_no_progress_is_shown_and_back_from_it_it_is_there_again() {
    let world = World::new();
    world.picture("a.png", "red", "320x240");
    let program = env!("CARGO_BIN_EXE_cutroom");
    let shell = SHELL.replacen("\"$0\"", "\"$0\" a.png", 1);
    let arguments = ["-c", &shell, program];
    let variables = [("WT_SESSION", "8f1c")];
    let mut terminal =
        Terminal::start_program(&world, Path::new("/bin/sh"), &arguments, &variables);
    terminal.wait_for("done");
    terminal.say("make a 120 second video");
    terminal.wait_for("V1");
    terminal.say("export");
    terminal.wait_for_bytes("\x1b]9;4;1;");
    terminal.send(CTRL_Z);
    terminal.wait_for("the shell is here");
    let raw = terminal.raw();
    let (_, last) = raw.rsplit_once("\x1b]9;4;").expect("it was shown");
    assert!(last.starts_with("0;0\x1b\\"), "{last:?}");
    assert!(raw.rfind(" % - ") < raw.rfind("\x1b[23;0t"), "the shell's title is back");
    let shown = raw.matches("\x1b]9;4;1;").count();
    terminal.send("\n");
    terminal.wait_for_bytes_times("\x1b]9;4;1;", shown + 1);
    terminal.send(CTRL_Q);
    terminal.wait_for_exit();
}

#[test]
fn no_progress_is_written_within_a_multiplexer() {
    let world = World::new();
    let inside = [("WT_SESSION", "8f1c"), ("TMUX", "/tmp/nothing,1,0")];
    let terminal = exporting(&world, 2, &inside);
    terminal.wait_for("Saved");
    assert!(!terminal.raw().contains("\x1b]9;4"));
}
