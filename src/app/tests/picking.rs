//! The list of files.

use std::path::{Path, PathBuf};

use crossterm::event::KeyCode;

use crate::app::{Effect, Msg};
use crate::language::Problem;
use crate::link::Command;
use crate::store::{EntryKind, Folder, FolderEntry, MediaKind};
use crate::ui::testing::Editor;

fn entry(name: &str, kind: EntryKind, bytes: u64, changed_at: i64) -> FolderEntry {
    FolderEntry { name: name.into(), kind, bytes, changed_at }
}

fn tell(editor: &mut Editor, path: &str, entries: Vec<FolderEntry>) {
    let folder = Folder { path: path.into(), entries, is_cut: false };
    editor.take(Msg::FolderRead(path.into(), Ok(folder)));
}

fn holiday() -> Vec<FolderEntry> {
    vec![
        entry("raw", EntryKind::Folder, 0, 5),
        entry("beach.jpg", EntryKind::Media(MediaKind::Image), 300, 1),
        entry(".hidden.jpg", EntryKind::Media(MediaKind::Image), 10, 1),
        entry("notes.txt", EntryKind::Other, 9, 9),
        entry("surf.mp4", EntryKind::Media(MediaKind::Video), 900, 2),
        entry("waves.wav", EntryKind::Media(MediaKind::Audio), 500, 3),
        entry("talk.srt", EntryKind::Media(MediaKind::Subtitles), 40, 0),
    ]
}

/// The list in the folder of the start.
fn opened() -> Editor {
    let mut editor = Editor::english(80, 24).opened();
    let asked = editor.ctrl('o');
    assert_eq!(asked, [Effect::ReadFolder(editor.state.folder.clone())]);
    let folder = editor.state.folder.display().to_string();
    tell(&mut editor, &folder, holiday());
    editor
}

fn names(editor: &Editor) -> Vec<String> {
    let picker = editor.state.picker.as_ref().expect("it is open");
    let name = |place: &usize| picker.entries()[*place].name.to_string_lossy().into_owned();
    picker.found.iter().map(name).collect()
}

fn uploaded(effects: &[Effect]) -> Vec<PathBuf> {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Tell(Command::Upload(paths)) => Some(paths.clone()),
            _ => None,
        })
        .unwrap_or_default()
}

#[test]
fn letters_find_a_file_and_enter_adds_it() {
    let mut editor = opened();
    assert_eq!(names(&editor), ["raw", "beach.jpg", "surf.mp4", "waves.wav", "talk.srt"]);
    editor.typed("srf");
    assert_eq!(names(&editor), ["surf.mp4"]);
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(uploaded(&effects), [editor.state.folder.join("surf.mp4")]);
    assert_eq!(editor.state.picker, None);
}

#[test]
fn several_are_marked_and_added_together_also_from_another_folder() {
    let mut editor = opened();
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Tab);
    editor.key(KeyCode::Home);
    let start = editor.state.folder.clone();
    let read = editor.key(KeyCode::Right);
    assert_eq!(read, [Effect::ReadFolder(start.join("raw"))]);
    let raw = start.join("raw").display().to_string();
    let clip = entry("take.mov", EntryKind::Media(MediaKind::Video), 1, 1);
    tell(&mut editor, &raw, vec![clip]);
    editor.key(KeyCode::Tab);
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(uploaded(&effects), [start.join("beach.jpg"), start.join("raw/take.mov")]);
}

#[test]
fn the_kind_and_the_order_are_chosen() {
    let mut editor = opened();
    editor.ctrl('t');
    assert_eq!(names(&editor), ["raw", "surf.mp4"]);
    editor.ctrl('t');
    assert_eq!(names(&editor), ["raw", "beach.jpg"]);
    editor.ctrl('t');
    assert_eq!(names(&editor), ["raw", "waves.wav"]);
    editor.ctrl('t');
    assert_eq!(names(&editor), ["raw", "talk.srt"]);
    editor.ctrl('t');
    editor.ctrl('s');
    assert_eq!(
        names(&editor),
        ["raw", "notes.txt", "waves.wav", "surf.mp4", "beach.jpg", "talk.srt"]
    );
    editor.ctrl('s');
    assert_eq!(
        names(&editor),
        ["raw", "surf.mp4", "waves.wav", "beach.jpg", "talk.srt", "notes.txt"]
    );
    editor.typed(".hid");
    assert_eq!(names(&editor), [".hidden.jpg"]);
}

#[test]
fn a_file_that_is_no_media_is_not_taken_and_that_is_said() {
    let mut editor = opened();
    for _ in 0..5 {
        editor.ctrl('t');
    }
    editor.typed("notes");
    assert_eq!(editor.key(KeyCode::Enter), []);
    assert!(editor.state.picker.is_some());
    let screen = editor.screen();
    assert!(screen.contains("notes.txt is no clip, picture, sound or subtitles"), "{screen}");
}

#[test]
fn the_way_up_comes_back_to_the_folder_that_was_left() {
    let mut editor = opened();
    let start = editor.state.folder.clone();
    let above = start.parent().expect("a folder above").to_owned();
    assert_eq!(editor.key(KeyCode::Backspace), [Effect::ReadFolder(above.clone())]);
    let name = start.file_name().expect("a name").to_string_lossy().into_owned();
    let folders =
        vec![entry("another", EntryKind::Folder, 0, 0), entry(&name, EntryKind::Folder, 0, 0)];
    tell(&mut editor, &above.display().to_string(), folders);
    let chosen = editor.state.picker.as_ref().expect("it is open").chosen();
    assert_eq!(chosen.map(|entry| entry.name.to_string_lossy().into_owned()), Some(name));
}

#[test]
fn a_path_leads_to_its_folder_and_a_whole_one_is_taken() {
    let mut editor = opened();
    editor.typed("/films/");
    assert_eq!(editor.state.picker.as_ref().expect("open").folder, Path::new("/films"));
    editor.take(Msg::Paste("/films/a b.mp4".into()));
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(uploaded(&effects), [PathBuf::from("/films/a b.mp4")]);
}

#[test]
fn a_folder_that_cannot_be_read_says_why_and_the_list_opens_where_it_was() {
    let mut editor = opened();
    editor.typed("raw/");
    let raw = editor.state.folder.join("raw");
    let problem = Problem::FileUnreadable {
        path: raw.display().to_string(),
        reason: "Permission denied".into(),
    };
    editor.take(Msg::FolderRead(raw.clone(), Err(problem)));
    assert!(editor.screen().contains("Permission denied"), "{}", editor.screen());
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.picker, None);
    assert_eq!(editor.ctrl('o'), [Effect::ReadFolder(raw)]);
}
