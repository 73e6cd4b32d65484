//! The list of sessions in the editor, as a person uses it.

mod support;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use support::World;
use support::terminal::Terminal;

const CTRL_N: &str = "\x0e";
const CTRL_X: &str = "\x18";
const F8: &str = "\x1b[19~";

#[test]
fn a_film_is_gone_on_with_from_the_list_after_a_kill_and_another_is_removed() {
    let world = World::new();
    world.picture("beach.png", "red", "320x240");
    let upload = ["run", "--prompt", "make a 6 second video", "--upload", "beach.png"];
    world.run(&upload).assert_code(0);

    let mut editor = Terminal::start(&world, &[], 100, 30);
    editor.wait_for("connected");
    editor.say("what can you do");
    editor
        .wait_until("the answer", |screen| screen.lines().any(|row| row.starts_with("  studio  ")));
    kill(Pid::from_raw(editor.pid()), Signal::SIGKILL).expect("it runs");
    editor.wait_for_exit();

    let mut editor = Terminal::start(&world, &[], 100, 30);
    editor.wait_for("connected");
    editor.send(F8);
    editor.wait_until("both sessions", |screen| {
        screen.lines().filter(|row| row.contains("studio  video-maker   ")).count() == 2
    });
    editor.send("whatcan");
    editor.wait_until("one", |screen| !screen.contains("make a 6"));
    editor.send(CTRL_X);
    editor.wait_for("Remove “what can you do”?");
    editor.send("\r");
    editor.wait_for("No session has that name.");
    editor.send("\x15");
    editor.wait_for("make a 6");
    editor.send("\r");
    editor.wait_until("the film", |screen| screen.contains("beach.png") && screen.contains("6 s"));
    editor.send(F8);
    editor.wait_for("this one");
    editor.send(CTRL_N);
    editor.wait_for("Nothing on the timeline yet.");
    editor.send("\x11");
    assert_eq!(editor.wait_for_exit(), 0);
    editor.assert_given_back();
}
