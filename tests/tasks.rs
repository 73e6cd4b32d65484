//! Whole tasks of a person in a pseudo-terminal: a film cut and saved, an action found by its name, a
//! program that was killed in the middle of an edit.

mod support;

use std::path::{Path, PathBuf};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use support::serving::{Serving, TOKEN};
use support::terminal::Terminal;
use support::{World, film};

const CTRL_P: &str = "\x10";
const CTRL_Q: &str = "\x11";
const TAB: &str = "\t";
const PICTURES: [&str; 3] = ["a.png", "b.png", "c.png"];

/// Red, green and blue, small enough to be rendered in no time.
fn world() -> World {
    let world = World::new();
    for (name, color) in PICTURES.into_iter().zip(["red", "green", "blue"]) {
        world.picture(name, color, "160x90");
    }
    world
}

/// Makes a film of two seconds of each picture, and goes to the timeline.
fn make_the_film(terminal: &mut Terminal) {
    let all = |screen: &str| PICTURES.iter().all(|name| screen.contains(name));
    terminal.wait_until("all three files", all);
    terminal.say("make a 6 second video");
    terminal.wait_for("timeline  6 s");
    terminal.send(TAB);
    terminal.wait_for("Space play");
}

/// The one film in the folder of films.
fn saved_film(world: &World) -> PathBuf {
    let files = std::fs::read_dir(world.path("out")).expect("the folder of films").flatten();
    let films = files.map(|file| file.path()).filter(|path| ends_in_mp4(path));
    let [film] = &films.collect::<Vec<_>>()[..] else { panic!("not one film") };
    film.clone()
}

fn ends_in_mp4(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "mp4")
}

/// Which of the three colours a frame has.
fn color_at(film: &Path, seconds: f64) -> &'static str {
    let shown = film::color_at(film, seconds);
    let strongest = (0..3).max_by_key(|part| shown[*part]).expect("three parts");
    ["red", "green", "blue"][strongest]
}

#[test]
fn three_clips_are_cut_by_keys_alone_and_the_saved_film_shows_the_cuts() {
    let world = world();
    let mut terminal = Terminal::start(&world, &PICTURES, 120, 36);
    make_the_film(&mut terminal);
    // The first clip ends at 1 s and the second, then at 2.5 s; of the third, half a second goes.
    terminal.send("g1\r]g2.5\r]g3\r[");
    terminal.wait_for("timeline  4 s");
    terminal.send("e");
    terminal.wait_for("Saved");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
    let film = saved_film(&world);
    assert!((film::duration(&film) - 4.0).abs() < 0.05, "{}", film::duration(&film));
    let picture = film::stream(&film, "video");
    assert_eq!((&picture["width"], &picture["height"]), (&1920.into(), &1080.into()));
    let shown = [0.0, 0.9, 1.1, 2.4, 2.6, 3.9].map(|seconds| color_at(&film, seconds));
    assert_eq!(shown, ["red", "red", "green", "green", "blue", "blue"]);
}

#[test]
fn an_action_is_found_by_its_name_and_done() {
    let world = world();
    let mut terminal = Terminal::start(&world, &PICTURES, 120, 36);
    make_the_film(&mut terminal);
    terminal.send("g1\r");
    terminal.wait_for("00:00:01:00 ──");
    terminal.send(CTRL_P);
    terminal.wait_for("type a few letters");
    terminal.send("delete gap close");
    terminal.wait_for("delete the clip and close the gap");
    terminal.send("\r");
    terminal.wait_until("the film without its first clip", |screen| {
        screen.contains("timeline  4 s") && screen.contains("delete clip 1 on V1")
    });
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

/// The editor on a studio of its own, which outlives it.
fn beside(world: &World, server: &Serving, arguments: &[&str]) -> Terminal {
    let variables = [
        ("NEMO_TOKEN", TOKEN),
        ("CUTROOM_TIMING_SCALE", "0.05"),
        // A studio that only shows signs of life is waited for until the program is killed.
        ("CUTROOM_TIMING_HEARTBEATS_ONLY", "1000000"),
        ("CUTROOM_TIMING_TURN_LIMIT", "1000000"),
    ];
    let arguments = [arguments, &["--backend", &server.url]].concat();
    Terminal::start_sized(world, &arguments, &variables, (120, 36))
}

/// An edit by key goes out to a studio that misbehaves from then on, more keys are pressed, and the
/// program is killed. Gives back what was pressed first, as it was said.
fn killed_in_mid_edit(world: &World, server: &Serving) -> &'static str {
    let mut terminal = beside(world, server, &PICTURES);
    make_the_film(&mut terminal);
    terminal.send("g1\r]");
    let sentence = "cut the end of clip 1 on V1 away from 1s on";
    terminal.wait_for(sentence);
    terminal.wait_for("Esc stops");
    terminal.send("((((x");
    terminal.send("\x1bOQand a title");
    terminal.wait_for("and a title");
    terminal.send("\r");
    terminal.wait_for("then  and a title");
    terminal.wait_for("edits wait for the turn that runs");
    // What is on the screen is in the records a moment later.
    terminal
        .wait_until("what waits in the records", |_| is_kept(&world.path("home"), "and a title"));
    kill(Pid::from_raw(terminal.pid()), Signal::SIGKILL).expect("it runs");
    terminal.wait_for_exit();
    sentence
}

/// Whether words stand in a file below a folder.
fn is_kept(folder: &Path, words: &str) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return is_kept(&path, words);
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        bytes.windows(words.len()).any(|some| some == words.as_bytes())
    })
}

#[test]
fn after_a_kill_in_mid_edit_the_film_the_chat_and_what_became_of_the_edit_are_there() {
    let world = world();
    // The edit is made, and its answer does not come.
    let server = Serving::chaos("heartbeats=10m@chat:2", 7);
    let sentence = killed_in_mid_edit(&world, &server);
    let mut again = beside(&world, &server, &["--session", "last"]);
    again.wait_until("the film, the chat and what was under way", |screen| {
        ["timeline  5 s", "make a 6 second video", "went through", "not sent  and a title"]
            .iter()
            .all(|words| screen.contains(words))
    });
    assert_eq!(server.heard(sentence), (1, 1), "{}", server.ledger());
    let said = server.ledger()["messages"].as_array().map_or(0, Vec::len);
    assert_eq!(said, 2, "what waited is not said by itself: {}", server.ledger());
    again.send(CTRL_Q);
    again.send(CTRL_Q);
    assert_eq!(again.wait_for_exit(), 0);
}

#[test]
fn after_a_kill_in_mid_edit_that_did_not_arrive_nothing_is_said_again_by_itself() {
    let world = world();
    // The edit is not made: the studio is busy for as long as the program lives.
    let server = Serving::chaos("slow=10m@chat:2", 7);
    let sentence = killed_in_mid_edit(&world, &server);
    let mut again = beside(&world, &server, &["--session", "last"]);
    again.wait_until("the film, the chat and the choice", |screen| {
        ["timeline  6 s", "make a 6 second video", "send it again", "not sent  and a title"]
            .iter()
            .all(|words| screen.contains(words))
    });
    assert_eq!(server.ledger()["requests"]["chat"], 2, "{}", server.ledger());
    // By choice it goes out once more.
    again.send("1");
    again.wait_for("timeline  5 s");
    assert_eq!(server.ledger()["requests"]["chat"], 3, "{}", server.ledger());
    assert_eq!(server.heard(sentence), (1, 1), "{}", server.ledger());
    again.send(CTRL_Q);
    again.send(CTRL_Q);
    assert_eq!(again.wait_for_exit(), 0);
}
