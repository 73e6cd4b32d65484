//! What the mouse does.

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Effect, Focus, Mouse, Msg};
use crate::draft::Millis;
use crate::link::{Command, JobId, Restored, Update};
use crate::ui::testing::{Editor, jobs, restored};

const CLICK: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);

fn mouse(editor: &mut Editor, kind: MouseEventKind, column: u16, row: u16) -> Vec<Effect> {
    held(editor, kind, KeyModifiers::NONE, (column, row))
}

fn held(
    editor: &mut Editor,
    kind: MouseEventKind,
    modifiers: KeyModifiers,
    (column, row): (u16, u16),
) -> Vec<Effect> {
    editor.take(Msg::Mouse(MouseEvent { kind, column, row, modifiers }))
}

/// Where words stand on the screen. Only for screens without wide letters.
fn place(editor: &Editor, words: &str) -> (u16, u16) {
    let screen = editor.screen();
    let found = screen
        .lines()
        .enumerate()
        .find_map(|(row, line)| line.find(words).map(|at| (line[..at].chars().count(), row)));
    let (column, row) = found.unwrap_or_else(|| panic!("{words:?} is not on:\n{screen}"));
    (u16::try_from(column).expect("a column"), u16::try_from(row).expect("a row"))
}

fn click_on(editor: &mut Editor, words: &str) -> Vec<Effect> {
    let (column, row) = place(editor, words);
    mouse(editor, CLICK, column, row)
}

#[test]
fn a_click_focuses_the_pane_below_it() {
    let mut editor = Editor::english(120, 36).promo_made();
    for (words, pane) in [
        ("picture beach.jpg", Focus::Media),
        ("Uploads and exports appear", Focus::Jobs),
        ("Made a 30 s", Focus::Chat),
        ("say what you want", Focus::Message),
        ("── timeline", Focus::Timeline),
    ] {
        click_on(&mut editor, words);
        assert_eq!(editor.state.focus, pane, "{words}");
    }
}

#[test]
fn a_click_with_shift_selects_every_clip_up_to_there() {
    let mut editor = Editor::english(120, 36).promo_made();
    let (column, row) = place(&editor, "+ pier.jpg");
    mouse(&mut editor, CLICK, column + 3, row);
    let (column, row) = place(&editor, "+ dunes.jpg");
    held(&mut editor, CLICK, KeyModifiers::SHIFT, (column + 3, row));
    let choosing = |editor: &Editor| editor.state.timeline.choosing().map(|(_, numbers)| numbers);
    assert_eq!(choosing(&editor), Some(2..=5));
    let (column, row) = place(&editor, "+ sunset.jpg");
    mouse(&mut editor, CLICK, column + 3, row);
    assert_eq!(choosing(&editor), None, "a plain click means one clip");
}

#[test]
fn a_click_in_the_lanes_takes_the_playhead_there_and_selects_the_track() {
    let mut editor = Editor::english(120, 36).promo_made();
    let (column, row) = place(&editor, "│+ upbeat");
    mouse(&mut editor, CLICK, column + 1, row);
    assert_eq!(editor.state.timeline.track, 2);
    assert!(editor.state.timeline.playhead < Millis(500), "{:?}", editor.state.timeline.playhead);
    let (column, row) = place(&editor, "╳╳ + sunset.jpg");
    mouse(&mut editor, CLICK, column + 5, row);
    assert_eq!(editor.state.timeline.track, 1);
    let selected = editor.state.timeline.selected().expect("a segment");
    assert_eq!(crate::draft::segment_label(selected), "sunset.jpg");
}

#[test]
fn dragging_scrubs_wherever_the_mouse_goes_until_it_is_let_go() {
    let mut editor = Editor::english(120, 36).promo_made();
    let (column, row) = place(&editor, "╷00:00:05:00");
    mouse(&mut editor, CLICK, column, row);
    let pressed = editor.state.timeline.playhead;
    mouse(&mut editor, DRAG, column + 18, 0);
    assert!(editor.state.timeline.playhead > pressed);
    assert_eq!(editor.state.timeline.track, 1, "the ruler has no track");
    mouse(&mut editor, DRAG, 0, 0);
    assert_eq!(editor.state.timeline.playhead, Millis::ZERO);
    mouse(&mut editor, DRAG, 119, 35);
    assert_eq!(editor.state.timeline.playhead, Millis::from_secs(30));
    mouse(&mut editor, MouseEventKind::Up(MouseButton::Left), 119, 35);
    mouse(&mut editor, DRAG, column, row);
    assert_eq!(editor.state.timeline.playhead, Millis::from_secs(30));
}

#[test]
fn a_click_near_an_edit_point_goes_to_it_unless_snapping_is_off() {
    let mut editor = Editor::english(120, 36).promo_made();
    let (column, row) = place(&editor, "╷00:00:05:00");
    mouse(&mut editor, CLICK, column - 1, row);
    assert_eq!(editor.state.timeline.playhead, Millis::from_secs(5));
    editor.typed("S");
    mouse(&mut editor, CLICK, column - 1, row);
    assert!(editor.state.timeline.playhead < Millis::from_secs(5));
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_leaves_the_focus() {
    let mut editor = Editor::english(80, 24).promo_made().said("one").said("two").said("three");
    let before = editor.screen();
    mouse(&mut editor, MouseEventKind::ScrollUp, 10, 5);
    assert_ne!(editor.screen(), before, "the chat moved");
    mouse(&mut editor, MouseEventKind::ScrollDown, 10, 5);
    assert_eq!(editor.screen(), before);
    let (column, row) = place(&editor, "╷00:00:10:00");
    let zoom = editor.state.timeline.zoom;
    held(&mut editor, MouseEventKind::ScrollUp, KeyModifiers::CONTROL, (column, row));
    assert_ne!(editor.state.timeline.zoom, zoom);
    mouse(&mut editor, MouseEventKind::ScrollDown, column, row);
    assert!(editor.state.timeline.playhead > Millis::ZERO, "a film that is zoomed moves");
    assert_eq!(editor.state.focus, Focus::Message);
}

#[test]
fn keys_tabs_and_choices_are_done_by_a_click_on_them() {
    let mut editor = Editor::english(80, 24).promo_made();
    click_on(&mut editor, "F3 media");
    assert_eq!(editor.state.focus, Focus::Media);
    click_on(&mut editor, "F4 jobs");
    assert_eq!(editor.state.focus, Focus::Jobs);
    click_on(&mut editor, "F2 chat");
    assert_eq!(editor.state.focus, Focus::Message);
    let effects = click_on(&mut editor, "1 make it vertical");
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Tell(Command::Say { .. }))),
        "{effects:?}"
    );
    click_on(&mut editor, "Ctrl-P anything");
    assert!(editor.state.palette.is_some());
}

#[test]
fn a_line_of_the_list_is_done_by_a_click_and_nothing_below_the_list_is() {
    let mut editor = Editor::english(80, 24).promo_made();
    editor.ctrl('p');
    editor.typed("to the");
    click_on(&mut editor, "to the media");
    assert_eq!((editor.state.focus, editor.state.palette.is_some()), (Focus::Media, false));
    editor.ctrl('p');
    mouse(&mut editor, CLICK, 40, 21);
    assert_eq!(editor.state.focus, Focus::Media, "the timeline is covered");
}

#[test]
fn a_click_closes_the_help_and_the_wheel_scrolls_it() {
    let mut editor = Editor::english(80, 24).promo_made();
    editor.key(KeyCode::F(1));
    mouse(&mut editor, MouseEventKind::ScrollDown, 10, 10);
    assert_eq!(editor.state.help.as_ref().map(|help| help.first), Some(1));
    mouse(&mut editor, CLICK, 10, 10);
    assert_eq!(editor.state.help, None);
    assert_eq!(editor.state.focus, Focus::Message);
}

#[test]
fn the_mouse_is_switched_from_the_list_of_everything() {
    let mut editor = Editor::english(80, 24).promo_made();
    for mouse in [Mouse::Off, Mouse::On] {
        editor.ctrl('p');
        editor.typed("mouse");
        let effects = editor.key(KeyCode::Enter);
        assert!(effects.contains(&Effect::SetMouse(mouse)), "{effects:?}");
        assert_eq!(editor.state.look.mouse, mouse);
    }
}

#[test]
fn a_click_on_a_file_selects_it_and_another_puts_its_name_into_the_message() {
    let mut editor = Editor::english(120, 36).promo_made();
    click_on(&mut editor, "picture sunset.jpg");
    assert_eq!((editor.state.focus, editor.state.media.selected), (Focus::Media, 2));
    assert!(editor.state.message.is_empty());
    click_on(&mut editor, "picture sunset.jpg");
    assert_eq!(editor.state.message.text(), "sunset.jpg ");
    assert_eq!(editor.state.focus, Focus::Message);
    // The first click on what is selected already is for the pane.
    click_on(&mut editor, "picture sunset.jpg");
    assert_eq!(editor.state.focus, Focus::Media);
    assert_eq!(editor.state.message.text(), "sunset.jpg ");
}

#[test]
fn a_click_on_a_job_selects_it_whichever_of_its_rows_and_another_opens_its_file() {
    let there = Restored { jobs: jobs(), ..restored() };
    let mut editor = Editor::english(120, 36).told(Update::Opened(Box::new(there)));
    click_on(&mut editor, "beach.jpg");
    let chosen =
        |editor: &Editor| editor.state.jobs.chosen().map(|(_, shown)| shown.job.id.clone());
    assert_eq!(chosen(&editor), Some(JobId("u-1".into())));
    click_on(&mut editor, "~/Videos/summer-promo.mp4");
    assert_eq!((editor.state.focus, chosen(&editor)), (Focus::Jobs, Some(JobId("r-1".into()))));
    let effects = click_on(&mut editor, "~/Videos/summer-promo.mp4");
    assert_eq!(effects.first(), Some(&Effect::Open("/home/me/Videos/summer-promo.mp4".into())));
}
