//! The mouse in a pseudo-terminal.

mod support;

use support::World;
use support::terminal::Terminal;

const CTRL_Q: &str = "\x11";

#[test]
fn a_click_does_what_stands_there_and_the_mouse_can_be_given_back() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 120, 36);
    terminal.wait_for("connected");
    assert!(terminal.tells_of_the_mouse());
    terminal.click_on("Ctrl-P anything");
    terminal.wait_for("type a few letters");
    terminal.send("mouse");
    terminal.wait_until("what was searched for", |screen| !screen.contains("next pane"));
    terminal.click_on("mouse on or off");
    terminal.wait_for("The mouse is off");
    assert!(!terminal.tells_of_the_mouse());
    terminal.send("\x10mouse\r");
    terminal.wait_for("The mouse is on.");
    assert!(terminal.tells_of_the_mouse());
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_setting_leaves_the_mouse_to_the_terminal() {
    let world = World::new();
    let variables = [("CUTROOM_SCREEN_MOUSE", "false")];
    let mut terminal = Terminal::start_with(&world, &[], &variables);
    terminal.wait_for("connected");
    assert!(!terminal.tells_of_the_mouse());
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}
