//! Keys that the settings give, and keys that are pressed one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use crossterm::event::KeyCode;

use crate::app::keymap::{Keymap, Preset};
use crate::app::{Effect, Focus, Hints};
use crate::language::Language;
use crate::ui::testing::{Editor, setup};

fn editor(preset: Preset, binds: &[(&str, &str)]) -> Editor {
    let own: BTreeMap<String, Vec<String>> =
        binds.iter().map(|(id, key)| ((*id).to_owned(), vec![(*key).to_owned()])).collect();
    let mut setup = setup(80, 24, Language::English);
    setup.keymap = Arc::new(Keymap::new(preset, &own).expect("right keys"));
    Editor::new(setup).promo_made()
}

fn on_the_timeline(preset: Preset, binds: &[(&str, &str)]) -> Editor {
    editor(preset, binds).pressed(&[KeyCode::F(5), KeyCode::End])
}

#[test]
fn a_sequence_does_its_action_at_its_last_key() {
    let mut editor = on_the_timeline(Preset::Vim, &[]);
    let end = editor.state.timeline.playhead;
    editor.typed("g");
    assert_eq!(editor.state.pending.len(), 1);
    assert_eq!(editor.state.timeline.playhead, end);
    editor.typed("g");
    assert!(editor.state.pending.is_empty());
    assert_eq!(editor.state.timeline.playhead.0, 0);
    assert!(editor.state.message.is_empty());
}

#[test]
fn esc_drops_a_sequence_and_does_nothing_else() {
    let mut editor = on_the_timeline(Preset::Vim, &[]);
    editor.typed("g");
    editor.key(KeyCode::Esc);
    assert!(editor.state.pending.is_empty());
    assert_eq!(editor.state.focus, Focus::Timeline, "Esc alone goes to the message");
}

#[test]
fn a_key_that_leads_nowhere_drops_the_sequence_and_begins_no_message() {
    let mut editor = on_the_timeline(Preset::Vim, &[]);
    editor.typed("gq");
    assert!(editor.state.pending.is_empty() && editor.state.message.is_empty());
    assert_eq!(editor.state.focus, Focus::Timeline);
}

#[test]
fn what_comes_between_drops_a_sequence() {
    let mut editor = on_the_timeline(Preset::Vim, &[]);
    editor.typed("g");
    editor.take(crate::app::Msg::Paste("words".into()));
    assert!(editor.state.pending.is_empty());
    assert_eq!(editor.state.focus, Focus::Message);
}

#[test]
fn in_the_message_box_letters_are_written_whatever_the_keymap() {
    let mut editor = editor(Preset::Vim, &[("app.jobs", "Space j"), ("app.media", "Ctrl-G m")]);
    editor.typed("g :");
    assert_eq!(editor.state.message.text(), "g :");
    editor.ctrl('g');
    editor.typed("m");
    assert_eq!(editor.state.focus, Focus::Media, "a sequence that Ctrl begins is read there too");
    editor.typed(" j");
    assert_eq!(editor.state.focus, Focus::Jobs);
}

#[test]
fn lists_keep_their_keys_and_leaving_has_the_key_of_the_settings() {
    let mut editor = editor(
        Preset::Default,
        &[("message.send", "Ctrl-S"), ("app.quit", "Ctrl-O"), ("app.palette", "Ctrl-T")],
    );
    editor.ctrl('t');
    assert!(editor.state.palette.is_some());
    editor.typed("to the jobs");
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.focus, Focus::Jobs);
    editor.ctrl('t');
    let effects = editor.ctrl('o');
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Tell(_))), "{effects:?}");
}

#[test]
fn everything_that_tells_a_key_tells_the_one_of_the_settings() {
    let mut editor = on_the_timeline(
        Preset::Default,
        &[("timeline.export", "Ctrl-X e"), ("timeline.zoom-in", "Space i")],
    );
    let footer = editor.screen().lines().last().unwrap_or_default().to_owned();
    assert!(footer.contains("Ctrl-X e export"), "{footer}");
    editor.typed("?");
    assert!(editor.screen().contains("Ctrl-X e"), "{}", editor.screen());
    editor.key(KeyCode::Esc);
    editor.ctrl('p');
    editor.typed("zoom in");
    assert!(editor.screen().contains("Space i    zoom in"), "{}", editor.screen());
}

#[test]
fn letters_search_in_the_list_of_keys_and_esc_takes_the_search_back_first() {
    let mut editor = editor(Preset::Default, &[]);
    editor.key(KeyCode::F(1));
    editor.typed("zoom");
    let shown = editor.screen();
    assert!(shown.contains("zoom in") && !shown.contains("scroll up"), "{shown}");
    editor.typed(" +");
    assert!(!editor.screen().contains("zoom out"), "{}", editor.screen());
    editor.typed("qq");
    assert!(editor.screen().contains("No key has that name"), "{}", editor.screen());
    editor.key(KeyCode::Esc);
    assert!(editor.screen().contains("send the message"), "{}", editor.screen());
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.help, None);
}

#[test]
fn a_hint_goes_once_its_action_was_used_in_whatever_way() {
    let mut setup = setup(120, 36, Language::English);
    setup.hints = Hints::Except(["app.next-pane".to_owned()].into());
    let mut editor = Editor::new(setup).promo_made();
    assert!(editor.screen().contains("Ctrl-P  find anything by name"), "{}", editor.screen());
    editor.ctrl('p');
    editor.typed("next edit");
    let effects = editor.key(KeyCode::Enter);
    let kept = ["app.next-pane", "app.palette", "timeline.next-edit"].map(str::to_owned);
    assert!(effects.contains(&Effect::KeepUsed(kept.to_vec())), "{effects:?}");
    let shown = editor.screen();
    assert!(shown.contains("+  zoom in ──"), "{shown}");
    assert_eq!(
        editor.typed("+"),
        [Effect::KeepUsed(
            ["app.next-pane", "app.palette", "timeline.next-edit", "timeline.zoom-in"]
                .map(str::to_owned)
                .to_vec()
        )]
    );
    assert_eq!(editor.typed("+"), [], "it is kept once");
}

#[test]
fn without_hints_nothing_is_hinted_at_nor_kept() {
    let mut editor = editor(Preset::Default, &[]);
    assert!(!editor.screen().contains("Ctrl-P  find"));
    assert_eq!(editor.ctrl('p'), []);
}
