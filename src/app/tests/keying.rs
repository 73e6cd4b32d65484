//! Keys that the settings give, and keys that are pressed one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::actions::by_id;
use crate::app::keymap::{Keymap, Preset, Sequence};
use crate::app::{Effect, Focus, Hints, Msg, Zoom};
use crate::draft::Millis;
use crate::language::Language;
use crate::link::{Command, SessionChoice, Update};
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
fn what_a_list_has_of_its_own_is_in_the_table_and_can_be_bound() {
    let mut editor = editor(Preset::Default, &[("sessions.new", "Ctrl-G"), ("files.mark", "F2")]);
    editor.key(KeyCode::F(8));
    editor = editor.told(Update::Sessions(Arc::new(Vec::new())));
    let footer = |editor: &Editor| editor.screen().lines().last().unwrap_or_default().to_owned();
    assert!(footer(&editor).contains("Ctrl-G new"), "{}", footer(&editor));
    assert_eq!(editor.ctrl('n'), [], "it has another key");
    let effects = editor.ctrl('g');
    assert_eq!(effects, [Effect::Tell(Command::Switch(SessionChoice::New))]);
    editor.ctrl('o');
    assert!(footer(&editor).contains("F2 mark"), "{}", footer(&editor));
    editor.key(KeyCode::Esc);
    editor.key(KeyCode::F(1));
    editor.typed("chosen session");
    assert!(editor.screen().contains("Ctrl-T"), "{}", editor.screen());
    assert!(editor.screen().contains("name the chosen session"), "{}", editor.screen());
}

#[test]
fn from_the_list_of_everything_a_list_s_action_opens_it() {
    let mut editor = editor(Preset::Default, &[]);
    editor.ctrl('p');
    editor.typed("rename session");
    assert_eq!(editor.key(KeyCode::Enter), [Effect::Tell(Command::ListSessions)]);
    assert!(editor.state.sessions.is_some());
    editor.key(KeyCode::Esc);
    editor.ctrl('p');
    editor.typed("new session");
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(effects, [Effect::Tell(Command::Switch(SessionChoice::New))]);
}

/// What people's hands know from other editors, and what it does here.
#[rustfmt::skip]
const KNOWN: &[(Preset, &str, Option<&str>)] = &[
    (Preset::LosslessCut, "i", Some("timeline.set-in")), (Preset::LosslessCut, "o", Some("timeline.set-out")),
    (Preset::LosslessCut, "b", Some("timeline.split")), (Preset::LosslessCut, "Backspace", Some("timeline.delete")),
    (Preset::LosslessCut, "Space", Some("timeline.play")), (Preset::LosslessCut, "k", Some("timeline.play")),
    (Preset::LosslessCut, "j", Some("timeline.shuttle-back")), (Preset::LosslessCut, "L", Some("timeline.shuttle-forward")),
    (Preset::LosslessCut, ",", Some("timeline.frame-back")), (Preset::LosslessCut, "Left", Some("timeline.second-back")),
    (Preset::LosslessCut, "Up", Some("timeline.previous-edit")), (Preset::LosslessCut, "PgUp", Some("timeline.start")),
    (Preset::LosslessCut, "z", Some("timeline.zoom-fit")), (Preset::LosslessCut, "Ctrl-Up", Some("timeline.zoom-in")),
    (Preset::LosslessCut, "g", Some("timeline.timecode")), (Preset::LosslessCut, "e", Some("timeline.export")),
    (Preset::LosslessCut, "m", Some("timeline.mute")), (Preset::LosslessCut, "Alt-Up", Some("timeline.louder")),
    (Preset::LosslessCut, "Ctrl-Z", Some("timeline.undo")), (Preset::LosslessCut, "c", None),
    (Preset::LosslessCut, "d", None), (Preset::LosslessCut, "r", None), (Preset::LosslessCut, "Alt-Left", None),
    (Preset::Resolve, "Ctrl-B", Some("timeline.split")), (Preset::Resolve, "Ctrl-\\", Some("timeline.split")),
    (Preset::Resolve, "Delete", Some("timeline.delete")), (Preset::Resolve, "Shift-Delete", Some("timeline.delete")),
    (Preset::Resolve, "Backspace", Some("timeline.lift")), (Preset::Resolve, "Alt-X", Some("timeline.clear-marks")),
    (Preset::Resolve, "m", Some("timeline.marker")), (Preset::Resolve, "M", Some("timeline.marker-name")),
    (Preset::Resolve, "Shift-Down", Some("timeline.marker-next")), (Preset::Resolve, "n", Some("timeline.snapping")),
    (Preset::Resolve, "Z", Some("timeline.zoom-fit")), (Preset::Resolve, "{", Some("timeline.trim-start")),
    (Preset::Resolve, ",", Some("timeline.move-earlier")), (Preset::Resolve, "+", Some("timeline.timecode")),
    (Preset::Resolve, "x", None), (Preset::Resolve, "d", None), (Preset::Resolve, "e", None), (Preset::Resolve, "b", None),
    (Preset::Resolve, "T", None), (Preset::Resolve, "u", None), (Preset::Resolve, "Alt-M", None), (Preset::Resolve, "V", Some("timeline.select")),
    (Preset::Resolve, "Ctrl-Z", Some("timeline.undo")), (Preset::Resolve, "Ctrl-Shift-Z", Some("timeline.redo")),
    (Preset::Resolve, "Ctrl-Y", Some("timeline.redo")), (Preset::Resolve, "Alt-I", Some("timeline.clear-in")),
    (Preset::Resolve, "Alt-O", Some("timeline.clear-out")),
    (Preset::Vim, "h", Some("timeline.frame-back")), (Preset::Vim, "l", Some("timeline.frame-forward")),
    (Preset::Vim, "w", Some("timeline.next-edit")), (Preset::Vim, "$", Some("timeline.end")),
    (Preset::Vim, ":", Some("app.palette")), (Preset::Vim, "u", Some("timeline.undo")),
];

#[test]
fn a_preset_has_the_keys_of_the_editor_that_it_is_called_after() {
    for (preset, key, id) in KNOWN {
        let keymap = Keymap::new(*preset, &BTreeMap::new()).expect("a preset");
        let key = Sequence::parse(key).expect("a key").keys()[0];
        let action = id.map(|id| by_id(id).unwrap_or_else(|| panic!("{id}")).action);
        assert_eq!(keymap.find(Focus::Timeline, key), action, "{}: {key}", preset.name());
    }
}

#[test]
fn one_end_of_the_range_is_taken_away_in_every_keymap() {
    for preset in Preset::ALL {
        let mut editor = on_the_timeline(preset, &[]);
        let mut range_after = |letter| {
            let marks = &mut editor.state.timeline.marks;
            (marks.in_point, marks.out_point) = (Some(Millis(1000)), Some(Millis(2000)));
            editor.take(Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT)));
            let marks = &editor.state.timeline.marks;
            (marks.in_point, marks.out_point)
        };
        let name = preset.name();
        assert_eq!(range_after('i'), (None, Some(Millis(2000))), "{name}");
        assert_eq!(range_after('o'), (Some(Millis(1000)), None), "{name}");
        assert_eq!(range_after('x'), (None, None), "{name}");
    }
}

#[test]
fn shift_beside_ctrl_counts_only_where_an_action_has_such_a_key() {
    let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
    for (preset, letter, code) in [
        (Preset::Resolve, 'z', KeyCode::Char('z')),
        (Preset::Resolve, 'z', KeyCode::Char('Z')),
        (Preset::Default, 'p', KeyCode::Char('P')),
    ] {
        let mut editor = on_the_timeline(preset, &[]);
        editor.take(Msg::Key(KeyEvent::new(code, both)));
        let is_redo = editor.state.timeline.edits.pending.is_some();
        assert_eq!(is_redo, letter == 'z', "{code:?}");
        assert_eq!(editor.state.palette.is_some(), letter == 'p', "{code:?}");
    }
}

#[test]
fn a_time_can_begin_with_a_sign_in_every_keymap() {
    for (preset, keys) in
        [(Preset::Default, "g+1:00"), (Preset::Vim, "g+1:00"), (Preset::Resolve, "+1:00")]
    {
        let mut editor = on_the_timeline(preset, &[]).pressed(&[KeyCode::Home]);
        editor.typed(keys);
        let entry = editor.state.timeline.entry.as_ref().map(|entry| entry.text.as_str());
        assert_eq!(entry, Some("+1:00"), "{}", preset.name());
        editor.key(KeyCode::Enter);
        assert_eq!(editor.state.timeline.playhead, editor.state.timeline.duration());
    }
    let mut editor = on_the_timeline(Preset::Vim, &[]);
    editor.typed("g");
    let shown = editor.screen();
    assert!(shown.contains("+") && shown.contains("go to a time"), "{shown}");
    editor.typed("-0.5");
    let end = editor.state.timeline.playhead;
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.timeline.playhead.0, end.0 - 500);
}

#[test]
fn the_whole_film_is_shown_and_again_what_was_seen_before() {
    let mut editor = on_the_timeline(Preset::LosslessCut, &[]);
    editor.typed("==");
    let before = editor.state.timeline.zoom;
    editor.typed("z");
    assert_eq!(editor.state.timeline.zoom, Zoom::Fit);
    editor.typed("z");
    assert_eq!(editor.state.timeline.zoom, before);
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
