//! What a key tells that does nothing, or whose word would stand where nobody looks.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::json;

use crate::app::{Effect, Focus, Msg};
use crate::link::{Command, JobKind, JobState, JobView, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, job, promo};

fn alt(editor: &mut Editor, code: KeyCode) -> Vec<Effect> {
    editor.take(Msg::Key(KeyEvent::new(code, KeyModifiers::ALT)))
}

/// The sentence that a press of the mute key comes to.
fn muted(editor: &mut Editor) -> Option<String> {
    alt(editor, KeyCode::Char('m'));
    let sent = editor.key(KeyCode::Enter);
    sent.into_iter().find_map(|effect| match effect {
        Effect::Tell(Command::Say { text, .. }) => Some(text),
        _ => None,
    })
}

#[test]
fn what_is_muted_comes_back_as_loud_as_it_was() {
    let film = |volume: f64| {
        let mut film = promo();
        film["t"][2]["sg"][0]["m"]["volume"] = json!(volume);
        film
    };
    let mut editor = Editor::english(120, 36).opened().film(film(0.6)).pressed(&[KeyCode::Tab]);
    editor.state.timeline.track = 2;
    assert_eq!(muted(&mut editor).as_deref(), Some("set the volume of clip 1 on A1 to 0%"));
    let mut editor = editor.film(film(0.0)).told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    assert_eq!(muted(&mut editor).as_deref(), Some("set the volume of clip 1 on A1 to 60%"));
    // One that was never heard here is as recorded.
    let mut editor = Editor::english(120, 36).opened().film(film(0.0)).pressed(&[KeyCode::Tab]);
    editor.state.timeline.track = 2;
    assert_eq!(muted(&mut editor).as_deref(), Some("set the volume of clip 1 on A1 to 100%"));
}

#[test]
fn a_picture_is_made_neither_louder_nor_quieter() {
    let mut editor = Editor::english(120, 36).promo_made().pressed(&[KeyCode::Tab]);
    for key in [KeyCode::Up, KeyCode::Down, KeyCode::Char('m')] {
        assert_eq!(alt(&mut editor, key), []);
        assert!(editor.screen().contains("A picture makes no sound"), "{}", editor.screen());
    }
}

#[test]
fn a_letter_that_is_no_key_on_a_film_begins_no_message() {
    let mut editor = Editor::english(80, 24).promo_made().pressed(&[KeyCode::Tab]);
    assert_eq!(editor.typed("y"), []);
    assert_eq!((editor.state.focus, editor.state.message.text()), (Focus::Timeline, String::new()));
    assert!(
        editor.screen().contains("“y” is no key here. F1 lists the keys"),
        "{}",
        editor.screen()
    );
    // Words of another script are no keys anywhere.
    editor.typed("加音乐");
    assert_eq!(editor.state.message.text(), "加音乐");
}

#[test]
fn what_is_said_behind_another_pane_stands_in_the_bottom_line_until_the_next_key() {
    let path = Some("/home/ann/summer promo.mp4".into());
    let done = JobView { path, ..job("r-1", JobKind::Render, "summer promo", JobState::Done) };
    let mut editor = Editor::english(80, 24).opened().told(Update::Job(done));
    editor.key(KeyCode::F(4));
    editor.typed("y");
    let bottom = |editor: &Editor| editor.screen().lines().last().map(str::to_owned);
    let said = bottom(&editor).expect("a line");
    assert!(said.contains("Sent to the clipboard by OSC 52"), "{said}");
    editor.key(KeyCode::Down);
    assert_ne!(bottom(&editor), Some(said));
    // Where the conversation is seen it stands there alone.
    let mut wide = Editor::english(120, 36).opened().told(Update::Notice("Hello.".into()));
    wide.key(KeyCode::F(4));
    assert_eq!(wide.state.foot, None);
}

#[test]
fn a_copy_is_told_while_something_is_looked_for_and_an_answer_with_one_wording_says_so() {
    let mut editor = Editor::english(80, 24).promo_made().pressed(&[KeyCode::Tab; 2]);
    assert_eq!(editor.state.focus, Focus::Chat);
    editor.typed("/film");
    editor.key(KeyCode::Enter);
    editor.typed("y");
    assert!(editor.screen().contains("Sent to the clipboard"), "{}", editor.screen());
    editor.typed("n");
    assert!(editor.screen().contains("find / film"), "{}", editor.screen());
    editor.typed("o");
    assert!(editor.screen().contains("no answer in view has another wording"));
}
