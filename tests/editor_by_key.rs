//! The film cut by keys alone, in a pseudo-terminal with the studio behind it.

mod support;

use support::World;
use support::serving::{Serving, TOKEN};
use support::terminal::Terminal;

const CTRL_Q: &str = "\x11";
const TAB: &str = "\t";
const ESC: &str = "\x1b";
const FILES: [&str; 3] = ["a.png", "b.png", "c.png"];

/// Three pictures of four seconds each, and the keys on the timeline.
fn at_the_film(world: &World) -> Terminal {
    pictures(world);
    let terminal = Terminal::start(world, &FILES, 120, 36);
    with_the_film(terminal)
}

/// The same on a studio of its own, which misbehaves as the list says.
fn on_a_server(world: &World, server: &Serving) -> Terminal {
    pictures(world);
    // One that takes its time is waited for.
    let variables = [
        ("NEMO_TOKEN", TOKEN),
        ("CUTROOM_TIMING_SCALE", "0.05"),
        ("CUTROOM_TIMING_HEARTBEATS_ONLY", "1000000"),
        ("CUTROOM_TIMING_TURN_LIMIT", "1000000"),
    ];
    let arguments = [&FILES[..], &["--backend", &server.url]].concat();
    with_the_film(Terminal::start_sized(world, &arguments, &variables, (120, 36)))
}

fn pictures(world: &World) {
    for (name, color) in FILES.into_iter().zip(["red", "green", "blue"]) {
        world.picture(name, color, "320x240");
    }
}

fn with_the_film(mut terminal: Terminal) -> Terminal {
    terminal.wait_until("all three files", |screen| FILES.iter().all(|name| screen.contains(name)));
    terminal.say("make a 12 second video");
    terminal.wait_for("timeline  12 s");
    terminal.send(TAB);
    terminal.wait_for("Space play");
    terminal
}

#[test]
fn three_clips_are_cut_by_keys_alone() {
    let world = World::new();
    let mut terminal = at_the_film(&world);
    // All at once: what is pressed while a turn runs is done on the film that it leaves.
    terminal.send("g2\r]g4\r]g6\r]");
    terminal.wait_for("timeline  6 s");
    let screen = terminal.wait_for("cut the end of clip 3 on V1 away from 6s on");
    assert!(!screen.contains("did not happen"), "{screen}");
    terminal.send("u");
    terminal.wait_for("timeline  8 s");
    // Ten frames off the end of the last clip, as one sentence.
    terminal.send("((((((((((");
    terminal.wait_for("trim the end of clip 3 on V1 by 10 frames");
    terminal.wait_for("timeline  7.7 s");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

#[test]
fn what_is_pressed_while_a_turn_runs_is_seen_at_once_and_goes_with_the_turn() {
    let world = World::new();
    // The turn of the first key does not end by itself.
    let server = Serving::chaos("slow=10m@chat:2", 7);
    let mut terminal = on_a_server(&world, &server);
    terminal.send("x");
    terminal.wait_for("Esc stops");
    terminal.send("x");
    terminal.wait_until("the third clip where the first was", |screen| {
        screen.contains("c.png 4 s   00:00:00:00") && screen.contains("1 edit waits")
    });
    terminal.send(ESC);
    terminal.wait_until("the film as it was", |screen| {
        screen.contains("a.png 4 s   00:00:00:00") && screen.contains("were dropped")
    });
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

#[test]
fn an_older_draft_is_seen_and_gone_back_to() {
    let world = World::new();
    let mut terminal = at_the_film(&world);
    terminal.send("x");
    terminal.wait_for("timeline  8 s");
    terminal.send("x");
    terminal.wait_for("timeline  4 s");
    terminal.send("<<");
    terminal.wait_for("2 turns ago");
    terminal.send(ESC);
    terminal.wait_for("timeline  4 s");
    terminal.send("<<\r");
    terminal.wait_for("timeline  12 s");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn markers_are_there_the_next_time() {
    let world = World::new();
    let mut terminal = at_the_film(&world);
    terminal.send("g3\rnbeat\r");
    terminal.wait_for("00:00:03:00 ──");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    let mut again = Terminal::start(&world, &[], 120, 36);
    again.wait_for("connected");
    again.send("\x12");
    again.wait_for("timeline  12 s");
    again.send(TAB);
    again.wait_for("Space play");
    again.send("'");
    again.wait_for("00:00:03:00 ──");
    again.send("n");
    again.wait_for("marker  beat");
    again.send(CTRL_Q);
    again.wait_for_exit();
}
