//! The files that fit some letters.

use crossterm::event::KeyCode;

use crate::app::{Focus, Msg};
use crate::link::{Command, Update};
use crate::ui::testing::{Editor, media, restored};

use super::super::Effect;

const NAMES: [&str; 4] = ["beach.jpg", "pier at night.mp4", "calm.mp3", "beach again.mp4"];

fn at_the_files() -> Editor {
    let editor = Editor::english(120, 36).opened().told(media(&NAMES));
    editor.pressed(&[KeyCode::F(3)])
}

fn listed(editor: &Editor) -> Vec<&str> {
    let media = &editor.state.media;
    (0..media.listed()).filter_map(|line| media.at(line)).map(|item| &*item.filename).collect()
}

fn chosen(editor: &Editor) -> Option<&str> {
    editor.state.media.chosen().map(|item| &*item.filename)
}

#[test]
fn letters_list_the_files_that_fit_the_best_first() {
    let mut editor = at_the_files();
    editor.typed("/");
    assert_eq!(listed(&editor), NAMES, "without letters all are listed");
    editor.typed("ngt");
    assert_eq!(listed(&editor), ["pier at night.mp4"]);
    for kind in ["sound", "audio", "音频"] {
        editor.key(KeyCode::Esc);
        editor.typed("/");
        editor.take(Msg::Paste(kind.into()));
        assert_eq!(listed(&editor), ["calm.mp3"], "{kind}");
    }
    assert!(editor.state.message.is_empty(), "nothing of it begins a message");
}

#[test]
fn enter_gives_the_keys_back_and_they_mean_the_files_that_are_listed() {
    let mut editor = at_the_files();
    editor.typed("/beach");
    editor.key(KeyCode::Down);
    let second = chosen(&editor).expect("one of two").to_owned();
    editor.key(KeyCode::Enter);
    assert_eq!((editor.state.focus, editor.state.message.is_empty()), (Focus::Media, true));
    editor.typed("jj");
    assert_eq!(chosen(&editor), Some(&*second), "the list ends there");
    let added = editor.typed("a");
    let says = |effect: &Effect| match effect {
        Effect::Tell(Command::Say { text, .. }) => text.contains(&second),
        _ => false,
    };
    assert!(added.iter().any(says), "{added:?}");
}

#[test]
fn esc_lists_all_again_with_the_same_file_chosen() {
    let mut editor = at_the_files();
    editor.typed("/again");
    editor.key(KeyCode::Enter);
    editor.key(KeyCode::Esc);
    assert_eq!((listed(&editor).len(), chosen(&editor)), (4, Some("beach again.mp4")));
    assert_eq!(editor.state.focus, Focus::Media);
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.focus, Focus::Message);
}

#[test]
fn letters_that_fit_nothing_leave_nothing_to_act_on() {
    let mut editor = at_the_files();
    editor.typed("/zzz");
    assert!(editor.screen().contains("No file fits. Esc shows them all."), "{}", editor.screen());
    editor.key(KeyCode::Enter);
    assert_eq!(editor.typed("aA"), []);
    editor.key(KeyCode::Enter);
    assert!(editor.state.message.is_empty());
}

#[test]
fn a_file_that_comes_is_listed_where_it_fits_and_moves_no_choice() {
    let mut editor = at_the_files();
    editor.typed("/beach");
    editor.key(KeyCode::Down);
    let before = chosen(&editor).expect("one of two").to_owned();
    let more: Vec<&str> = ["beach"].into_iter().chain(NAMES).chain(["dunes.mp4"]).collect();
    let editor = editor.told(media(&more));
    assert_eq!(listed(&editor).len(), 3);
    assert_eq!(chosen(&editor), Some(&*before));
}

#[test]
fn keys_of_other_panes_work_while_letters_are_written_and_another_session_lists_all() {
    let mut editor = at_the_files();
    editor.typed("/beach");
    editor.key(KeyCode::F(4));
    assert_eq!(editor.state.focus, Focus::Jobs);
    assert!(!editor.state.media.is_filtering());
    let mut other = restored();
    other.session.id = "s-9".into();
    let editor = editor.told(Update::Opened(Box::new(other)));
    assert_eq!(editor.state.media.filter, None);
}

#[test]
fn without_files_there_is_nothing_to_narrow() {
    let mut editor = Editor::english(120, 36).opened().pressed(&[KeyCode::F(3)]);
    editor.typed("/");
    assert_eq!(editor.state.media.filter, None);
}
