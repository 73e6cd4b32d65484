//! Who looks elsewhere is told when long work has ended.

use crate::app::{Effect, Msg};
use crate::link::{JobKind, JobState, Update};
use crate::ui::testing::{AFTERNOON, Editor, job};

fn ended(editor: &mut Editor, began: i64, state: JobState) -> Vec<String> {
    let mut film = job("j", JobKind::Render, "promo.mp4", JobState::Running);
    film.started_at = began;
    editor.take(Msg::Link(Update::Job(film.clone())));
    film.state = state;
    let effects = editor.take(Msg::Link(Update::Job(film)));
    let told = effects.into_iter().filter_map(|effect| match effect {
        Effect::Notify(words) => Some(words),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_long_export_is_told_to_somebody_who_looks_elsewhere() {
    let long_ago = AFTERNOON - 60_000;
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(ended(&mut editor, long_ago, JobState::Done), [""; 0], "it is seen");
    let mut editor = Editor::english(80, 24).opened();
    editor.take(Msg::Focused(false));
    assert_eq!(ended(&mut editor, long_ago, JobState::Done), ["Exported: promo.mp4"]);
    assert_eq!(ended(&mut editor, AFTERNOON, JobState::Done), [""; 0], "it took no time");
    editor.take(Msg::Focused(true));
    let mut editor = Editor::chinese(80, 24).opened();
    editor.take(Msg::Focused(false));
    assert_eq!(ended(&mut editor, long_ago, JobState::Cancelled), [""; 0], "by their own wish");
}
