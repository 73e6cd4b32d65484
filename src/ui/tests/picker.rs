//! The list of files on the screen.

use insta::assert_snapshot;

use crate::app::Msg;
use crate::language::Language;
use crate::store::{EntryKind, Folder, FolderEntry, MediaKind};
use crate::ui::testing::{Editor, setup};

fn listed(mut editor: Editor) -> Editor {
    let entry = |name: &str, kind, bytes, day: i64| FolderEntry {
        name: name.into(),
        kind,
        bytes,
        changed_at: 1_760_000_000_000 + day * 86_400_000,
    };
    let media = EntryKind::Media;
    let entries = vec![
        entry("raw", EntryKind::Folder, 0, 0),
        entry("beach.jpg", media(MediaKind::Image), 2_400_000, 1),
        entry("日落 海滩.mp4", media(MediaKind::Video), 48_000_000, 2),
        entry("a name with \u{1b}[31m control.mov", media(MediaKind::Video), 900, 3),
        entry("theme.wav", media(MediaKind::Audio), 5_800_000, 4),
    ];
    editor.ctrl('o');
    let path = editor.state.folder.clone();
    let folder = Folder { path: path.clone(), entries, is_cut: true };
    editor.take(Msg::FolderRead(path, Ok(folder)));
    editor.key(crossterm::event::KeyCode::Down);
    editor.key(crossterm::event::KeyCode::Tab);
    editor
}

#[test]
fn files_are_listed_with_kind_size_and_day() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let editor = listed(Editor::english(width, height).opened());
        assert_snapshot!(format!("picker_{width}x{height}"), editor.styled());
    }
    let editor = listed(Editor::new(setup(80, 24, Language::Chinese)).opened());
    assert_snapshot!("picker_80x24_zh", editor.styled());
}

#[test]
fn until_a_folder_was_read_the_list_says_so() {
    let mut editor = Editor::english(80, 24).opened();
    editor.ctrl('o');
    assert!(editor.screen().contains("reading the folder"), "{}", editor.screen());
}
