//! The editor in lines: a whole task by hand in a terminal, and one through a pipe.

mod support;

use std::io::Write;
use std::process::Stdio;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use support::serving::Serving;
use support::terminal::Terminal;
use support::{Ran, World, film};

#[test]
fn a_film_is_made_and_saved_by_hand_without_a_screen() {
    let world = World::new();
    world.picture("red.jpg", "red", "320x240");
    world.picture("green.png", "green", "320x240");
    let mut terminal = Terminal::start(&world, &["--plain", "green.png"], 100, 60);
    terminal.wait_for("upload green.png: done");
    terminal.send("add red.jpg\n");
    terminal.wait_for("upload red.jpg: done");
    terminal.send("make a 2 second video with music and the title \"Hello\"\n");
    terminal.wait_for("Agent: ");
    terminal.send("tracks\n");
    terminal.wait_for("timeline, 2 s");
    terminal.wait_for("1. Hello");
    terminal.send("files\n");
    terminal.wait_for("2. red.jpg");
    terminal.send("export to film.mp4\n");
    terminal.wait_for("export Hello: done");
    terminal.send("jobs\n");
    terminal.wait_for("3. export Hello: done");
    terminal.send("quit\n");
    assert_eq!(terminal.wait_for_exit(), 0);
    assert!(world.path("film.mp4").exists());
    // No cursor is moved, no colour, no mode: nothing but lines.
    assert!(!terminal.raw().contains('\x1b'), "{:?}", terminal.raw());
    terminal.assert_given_back();
}

#[test]
fn ctrl_c_leaves_when_nothing_runs() {
    let world = World::new();
    let mut terminal = Terminal::start_with(&world, &[], &[("CUTROOM_PLAIN", "1")]);
    terminal.wait_for("connected");
    kill(Pid::from_raw(terminal.pid()), Signal::SIGINT).expect("it runs");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn what_is_piped_is_done_line_by_line() {
    let world = World::new();
    world.picture("红.png", "red", "320x240");
    let mut command = world.cutroom(&["--plain", "红.png"]);
    command.env("LC_ALL", "zh_CN.UTF-8");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let lines = "做一个2秒的视频，标题“港口”\n轨道\n导出到 港口.mp4\n任务\n";
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(lines.as_bytes()).expect("it reads");
    drop(input);
    let ran = Ran::of(child.wait_with_output().expect("our child"));
    ran.assert_code(0);
    let told = ran.stdout();
    for words in ["已连接", "助手：", "1. 港口", "港口.mp4"] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(world.path("港口.mp4").exists(), "{told}");
}

#[test]
fn lists_are_asked_for_by_words_and_what_is_in_them_by_numbers() {
    let world = World::new();
    world.picture("red.jpg", "red", "320x240");
    let mut command = world.cutroom(&["--plain", "red.jpg"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let lines = [
        "make a 2 second video with the title \"Hello\"",
        "use 1 at 0:01",
        "drafts",
        "compare 1 2",
        "jobs all",
        "log 1",
        "files find rd",
        "chat find hello",
        "folder",
        "sessions",
        "name session 1 The harbour",
        "remove session 1",
        "mark 0:01 the middle",
        "markers",
        "picture 0:01",
        "show",
    ];
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(lines.join("\n").as_bytes()).expect("it reads");
    drop(input);
    let ran = Ran::of(child.wait_with_output().expect("our child"));
    ran.assert_code(0);
    let told = ran.stdout();
    for words in [
        "1. 2 s, 2 clips",
        "what changed from draft 1 to draft 2",
        "1. upload red.jpg: done",
        "log, red.jpg",
        "file sent",
        "1 of 1 files",
        ": make a 2 second video with the title",
        "red.jpg, image, ",
        "1. Hello, ",
        "1. The harbour, ",
        "That session is open",
        "1. 0:01, the middle",
        "picture-0-01.png",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    let frame = film::stream(&world.path("out/picture-0-01.png"), "video");
    assert_eq!(frame["codec_name"], "png", "{told}");
}

/// What is told of lines that come through a pipe.
fn told(mut command: std::process::Command, lines: &[&str]) -> String {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(lines.join("\n").as_bytes()).expect("it reads");
    drop(input);
    let ran = Ran::of(child.wait_with_output().expect("our child"));
    ran.assert_code(0);
    ran.stdout()
}

#[test]
fn a_frame_of_a_film_that_lies_elsewhere_is_saved_from_the_files_that_were_sent() {
    let (world, server) = (World::new(), Serving::with(&[]));
    world.picture("red.jpg", "red", "320x240");
    world.picture("green.jpg", "green", "320x240");
    let lines = [
        "make a 4 second video",
        "picture 0:01",
        "picture 0:03 green.jpg",
        "picture 0:03 later.png",
        "picture 0:01",
        "go 0:03",
        "picture third.jpg",
    ];
    let told = told(server.client(&world, &["--plain", "red.jpg", "green.jpg"]), &lines);
    let is = |name: &str, strongest: usize| {
        let [red, green, blue] = film::color_at(&world.path(name), 0.0);
        let found = [red, green, blue].into_iter().max();
        assert_eq!(found, Some([red, green, blue][strongest]), "{name}: {told}");
    };
    is("out/picture-0-01.png", 0);
    is("later.png", 1);
    is("third.jpg", 1);
    // What is there already is kept: a name of one's own is refused, the program's own gets a number.
    is("green.jpg", 1);
    is("out/picture-0-01-2.png", 0);
    assert!(
        told.contains("green.jpg already exists") || told.contains("green.jpg is there"),
        "{told}"
    );
    let frame = film::stream(&world.path("later.png"), "video");
    assert_eq!((&frame["width"], &frame["height"]), (&1920.into(), &1080.into()), "{told}");
}
