//! Adding files: dropped, pasted, named, or given at the start.

use std::path::PathBuf;

use crate::app::{Effect, Focus, Msg};
use crate::language::Language;
use crate::link::{Command, ExportTo, Update};
use crate::ui::testing::{Editor, media, restored, setup};

fn upload(paths: &[&str]) -> Effect {
    Effect::Tell(Command::Upload(paths.iter().map(PathBuf::from).collect()))
}

#[test]
fn files_dropped_on_an_empty_message_are_added() {
    let mut editor = Editor::english(80, 24).opened();
    let effects =
        editor.take(Msg::Paste("'/tmp/my film.mp4' file:///tmp/a%20b.jpg\n~/c.mov".into()));
    assert_eq!(effects, [upload(&["/tmp/my film.mp4", "/tmp/a b.jpg", "/home/me/c.mov"])]);
    assert!(editor.state.message.is_empty());
}

#[test]
fn files_on_lines_of_their_own_are_several_however_the_terminal_ends_lines() {
    for text in ["/tmp/a.jpg\r/tmp/b.jpg\r", "/tmp/a.jpg\r\n/tmp/b.jpg", "/tmp/a.jpg\n/tmp/b.jpg"] {
        let mut editor = Editor::english(80, 24).opened();
        let effects = editor.take(Msg::Paste(text.into()));
        assert_eq!(effects, [upload(&["/tmp/a.jpg", "/tmp/b.jpg"])], "{text:?}");
    }
}

#[test]
fn files_leave_the_editor_with_their_whole_path() {
    let mut editor = Editor::english(80, 24).opened();
    let added = upload(&["/films/a.jpg", "/home/me/b.jpg"]);
    assert!(editor.say("upload ./a.jpg ~/b.jpg").contains(&added));
    for (said, path) in
        [("export to x.mp4", "/films/x.mp4"), ("export to ~/x.mp4", "/home/me/x.mp4")]
    {
        let file = ExportTo::File { path: path.into(), force: false };
        assert!(editor.say(said).contains(&Effect::Tell(Command::Export(file))), "{said}");
    }
}

#[test]
fn names_of_files_in_the_folder_are_added_when_pasted() {
    let added = upload(&["/films/Dune.jpg", "/films/bikes.mp4"]);
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(
        editor.take(Msg::Paste("Dune.jpg bikes.mp4\n".into())),
        std::slice::from_ref(&added)
    );
}

#[test]
fn names_of_files_that_are_there_are_words() {
    for words in ["Dune.jpg", "删除Dune.jpg"] {
        let mut editor = Editor::english(80, 24).opened().told(media(&["Dune.jpg"]));
        assert_eq!(editor.take(Msg::Paste(words.into())), []);
        assert_eq!(editor.state.message.text(), words);
    }
}

#[test]
fn within_a_sentence_a_pasted_path_is_a_word() {
    let mut editor = Editor::english(80, 24).opened();
    editor.typed("use ");
    assert_eq!(editor.take(Msg::Paste("/tmp/a.jpg".into())), []);
    assert_eq!(editor.state.message.text(), "use /tmp/a.jpg");
}

#[test]
fn pasted_lines_stay_lines_and_are_not_sent() {
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(editor.take(Msg::Paste("first\r\nsecond\rthird\nlast".into())), []);
    assert_eq!(editor.state.message.text(), "first\nsecond\nthird\nlast");
}

#[test]
fn words_pasted_elsewhere_go_to_the_message() {
    let mut editor = Editor::english(80, 24).opened();
    editor.key(crossterm::event::KeyCode::Tab);
    editor.take(Msg::Paste("make it short".into()));
    assert_eq!(editor.state.focus, Focus::Message);
    assert_eq!(editor.state.message.text(), "make it short");
}

#[test]
fn files_are_named_in_either_language() {
    let mut editor = Editor::chinese(80, 24).opened();
    assert!(
        editor.say("上传 /tmp/a.jpg ~/b.mp4").contains(&upload(&["/tmp/a.jpg", "/home/me/b.mp4"]))
    );
    assert!(editor.say("upload '/tmp/a b.jpg'").contains(&upload(&["/tmp/a b.jpg"])));
}

#[test]
fn files_given_at_the_start_or_dropped_early_wait_for_the_session() {
    let mut given = setup(80, 24, Language::English);
    given.files = vec!["a.jpg".into()];
    let mut editor = Editor::new(given);
    assert_eq!(editor.take(Msg::Paste("/tmp/b.jpg".into())), []);
    let editor = editor.told(Update::Opened(Box::new(restored())));
    assert!(editor.effects.contains(&upload(&["/films/a.jpg", "/tmp/b.jpg"])));
}
