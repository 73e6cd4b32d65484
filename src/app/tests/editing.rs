//! Playing, marking, typing a time, and edits that wait: what keys on the timeline order.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{Effect, Focus, Marker, Marks, Msg};
use crate::draft::Millis;
use crate::link::{Command, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, promo};

fn at_the_film() -> Editor {
    Editor::english(120, 36).opened().film(promo()).pressed(&[KeyCode::Tab])
}

fn said(effects: &[Effect]) -> Vec<String> {
    let said = |effect: &Effect| match effect {
        Effect::Tell(Command::Say { text, .. }) => Some(text.clone()),
        _ => None,
    };
    effects.iter().filter_map(said).collect()
}

#[test]
fn a_playing_film_asks_for_its_next_step_and_a_standing_one_for_nothing() {
    let mut editor = at_the_film();
    assert_eq!(editor.typed("l"), [Effect::WakeAt(Duration::from_nanos(33_333_333))]);
    editor.clock = 2;
    let next = editor.take(Msg::Tick);
    assert_eq!(editor.state.timeline.playhead, Millis(2_000));
    assert_eq!(next, [Effect::WakeAt(Duration::from_nanos(2_033_333_333))]);
    editor.typed("k");
    editor.clock = 3;
    assert_eq!(editor.take(Msg::Tick), []);
    assert_eq!(editor.state.timeline.playhead, Millis(2_000));
}

#[test]
fn a_time_is_typed_at_once_or_after_its_key() {
    for (keys, playhead) in [
        ("12.5\n", 12_500),
        ("g1:05\n", 30_000),
        (":0:07\n", 7_000),
        ("g+20\n", 667),
        ("g00:00:02:15\n", 2_500),
        ("g12", 0),
        ("g\n", 0),
    ] {
        let mut editor = at_the_film();
        for letter in keys.chars() {
            let key = if letter == '\n' { KeyCode::Enter } else { KeyCode::Char(letter) };
            editor.key(key);
        }
        assert_eq!(editor.state.timeline.playhead, Millis(playhead), "{keys:?}");
        assert_eq!(editor.state.message.text(), "", "{keys:?}");
    }
}

#[test]
fn what_is_no_time_stays_to_be_corrected() {
    let mut editor = at_the_film();
    editor.typed("gx7");
    editor.key(KeyCode::Enter);
    assert!(editor.state.timeline.edits.notice.is_some());
    editor.key(KeyCode::Home);
    editor.key(KeyCode::Delete);
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.timeline.playhead, Millis(7_000));
    editor.typed("9");
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.timeline.entry, None);
    assert_eq!(editor.state.timeline.playhead, Millis(7_000));
}

#[test]
fn marks_are_kept_as_they_are_set() {
    let mut editor = at_the_film();
    editor.typed("4\n");
    editor.key(KeyCode::Enter);
    let kept = editor.typed("i");
    let marks = Marks { in_point: Some(Millis(4_000)), ..Marks::default() };
    assert_eq!(kept, [Effect::Tell(Command::KeepMarks(marks))]);
    editor.key(KeyCode::Home);
    editor.typed("o");
    assert_eq!(editor.state.timeline.marks.in_point, None, "a range does not run backwards");
    editor.typed("mnbeat");
    editor.key(KeyCode::Enter);
    editor.key(KeyCode::End);
    editor.typed("m\"");
    let markers = [(0, "beat"), (30_000, "")];
    let markers = markers.map(|(at, name)| Marker { at: Millis(at), name: name.into() });
    assert_eq!(editor.state.timeline.marks.markers, markers);
    assert_eq!(editor.state.timeline.playhead, Millis(0));
    editor.typed("m'm");
    assert_eq!(editor.state.timeline.marks.markers, []);
}

#[test]
fn small_steps_wait_and_go_as_one_sentence_after_a_pause() {
    let mut editor = at_the_film();
    assert_eq!(editor.typed("("), [Effect::WakeAt(Duration::from_millis(800))]);
    editor.typed("(((");
    editor.clock = 1;
    let effects = editor.take(Msg::Tick);
    assert_eq!(said(&effects), ["trim the end of clip 1 on V1 by 4 frames"]);
    assert_eq!(editor.state.focus, Focus::Timeline);
}

#[test]
fn a_film_that_changed_meanwhile_is_not_edited_by_old_numbers() {
    let mut editor = at_the_film();
    editor.typed("(");
    let mut other = promo();
    other["t"][1]["sg"][0]["d"] = 4000.into();
    let mut editor = editor.film(other);
    editor.clock = 1;
    assert_eq!(said(&editor.take(Msg::Tick)), [""; 0]);
    assert!(editor.state.timeline.edits.notice.is_some());
}

#[test]
fn a_failed_turn_drops_the_keys_that_waited_for_it() {
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    assert_eq!(said(&editor.typed("bb")), ["split clip 1 on V1 at 2s"]);
    assert_eq!(editor.state.timeline.edits.waiting(), 1);
    let problem = crate::language::Problem::TurnInterrupted;
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Failed(problem)));
    assert_eq!(editor.state.timeline.edits.waiting(), 0);
    assert_eq!(said(&editor.effects), [""; 0]);
}

/// The exports among the orders, and the sentences, in their order.
fn ordered(effects: &[Effect]) -> Vec<String> {
    let told = |effect: &Effect| match effect {
        Effect::Tell(Command::Say { text, .. }) => Some(text.clone()),
        Effect::Tell(Command::Export(_)) => Some("export".into()),
        _ => None,
    };
    effects.iter().filter_map(told).collect()
}

fn answered(turn: u64) -> Update {
    Update::TurnEnded(TurnId(turn), TurnEnd::Answered)
}

#[test]
fn an_export_takes_the_steps_with_it_that_were_not_sent_yet() {
    let mut editor = at_the_film();
    editor.typed("(((");
    assert_eq!(ordered(&editor.typed("e")), ["trim the end of clip 1 on V1 by 3 frames"]);
    assert!(editor.screen().contains("The export begins when what was asked"));
    assert_eq!(ordered(&editor.typed("e")), [""; 0], "pressed twice it is meant once");
    assert!(editor.screen().contains("the export waits for the turn that runs"));
    let mut editor = editor.told(answered(1));
    assert_eq!(ordered(&editor.effects), ["export"]);
    assert!(!editor.screen().contains("The export begins"), "it has begun");
    assert_eq!(ordered(&editor.typed("e")), ["export"], "nothing is before this one");
}

#[test]
fn an_export_waits_for_the_keys_and_the_sentences_before_it_alone() {
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    assert_eq!(ordered(&editor.typed("bxe")), ["split clip 1 on V1 at 2s"]);
    // Pressed later: it is not in the file.
    editor.typed("x");
    let mut editor = editor.pressed(&[KeyCode::BackTab]);
    assert_eq!(ordered(&editor.say("add music")), [""; 0]);
    let editor = editor.told(answered(1));
    assert_eq!(ordered(&editor.effects), ["add music"]);
    let editor = editor.told(answered(2));
    let [removal] = &ordered(&editor.effects)[..] else { panic!("{:?}", editor.effects) };
    assert!(removal.starts_with("delete clip 1"), "{removal}");
    let editor = editor.told(answered(3));
    assert_eq!(ordered(&editor.effects), ["export"]);
    let mut editor = editor.after(1);
    let [removal] = &ordered(&editor.take(Msg::Tick))[..] else { panic!("it waited") };
    assert!(removal.starts_with("delete clip 1"), "{removal}");
}

#[test]
fn an_export_is_not_made_of_a_film_that_was_not_edited_and_that_is_said() {
    let problem = crate::language::Problem::TurnInterrupted;
    for end in [TurnEnd::Failed(problem), TurnEnd::Cancelled] {
        let mut editor = at_the_film();
        editor.typed("(((e");
        let editor = editor.told(Update::TurnEnded(TurnId(1), end));
        assert_eq!(ordered(&editor.effects), [""; 0]);
        assert!(editor.screen().contains("Not exported"), "{}", editor.screen());
    }
}

#[test]
fn leaving_works_while_a_time_is_typed() {
    let mut editor = at_the_film();
    editor.typed("g1");
    let ctrl_q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL);
    let effects = editor.take(Msg::Key(ctrl_q));
    assert!(effects.contains(&Effect::Tell(Command::Leave)), "{effects:?}");
}

#[test]
fn what_waits_to_be_sent_is_sent_before_the_program_leaves() {
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    assert_eq!(said(&editor.typed("b")), [""; 0]);
    let effects = editor.ctrl('q');
    assert_eq!(said(&effects), ["split clip 1 on V1 at 2s"]);
    let leaves = effects.iter().position(|effect| *effect == Effect::Tell(Command::Leave));
    let says =
        effects.iter().position(|effect| matches!(effect, Effect::Tell(Command::Say { .. })));
    assert!(says < leaves && leaves.is_some(), "{effects:?}");
}

#[test]
fn undo_takes_back_what_was_not_sent_yet() {
    let mut editor = at_the_film();
    editor.typed("(((");
    assert_eq!(said(&editor.typed("u")), [""; 0]);
    assert_eq!(editor.state.timeline.edits.pending, None);
    assert_eq!(said(&editor.typed("u")), [""; 0]);
    assert_eq!(said(&editor.typed("U")), [""; 0], "redo takes back the undo that was not sent");
    assert_eq!(editor.state.timeline.edits.pending, None);
    assert_eq!(said(&editor.typed("uu")), ["undo"], "and a second one is held");
    let mut editor = editor.told(answered(1)).after(1);
    assert_eq!(said(&editor.take(Msg::Tick)), ["undo"]);
}

#[test]
fn each_edit_is_shown_before_it_is_sent() {
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    assert_eq!(editor.typed("b"), [Effect::WakeAt(Duration::from_millis(400))]);
    let screen = editor.screen();
    assert!(screen.contains("split clip 1 on V1 at 2s") && screen.contains("Enter sends"));
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.timeline.edits.pending, None, "taken back");
    editor.typed("b");
    assert_eq!(said(&editor.key(KeyCode::Enter)), ["split clip 1 on V1 at 2s"]);
}

#[test]
fn an_edit_goes_by_itself_after_the_delay_of_the_settings() {
    let mut setup = crate::ui::testing::setup(120, 36, crate::language::Language::English);
    let keymap = crate::app::Keymap::default().with_edit_delay(Duration::from_secs(2));
    setup.keymap = std::sync::Arc::new(keymap);
    let editor = Editor::new(setup).opened().film(promo());
    let mut editor = editor.pressed(&[KeyCode::Tab, KeyCode::Char('x')]).after(1);
    assert_eq!(said(&editor.take(Msg::Tick)), [""; 0]);
    let mut editor = editor.after(1);
    assert_eq!(said(&editor.take(Msg::Tick)), ["delete clip 1 on V1 and close the gap"]);
}

#[test]
fn a_key_behind_an_edit_that_waits_means_the_film_that_comes_of_it() {
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    editor.typed("]5");
    editor.key(KeyCode::Enter);
    // A cut lies there now, and will not then.
    assert_eq!(said(&editor.typed("]")), ["cut the end of clip 1 on V1 away from 2s on"]);
    assert_eq!(editor.state.timeline.edits.waiting(), 1);
    assert_eq!(editor.state.timeline.edits.notice, None);
}

#[test]
fn where_footage_ends_the_key_says_how_much_there_is_and_which_key_finds_more() {
    let film = serde_json::json!({"t": [
        {"tt": 0, "sg": [{"d": 4900, "in": 500, "src": "clip0.mp4"}, {"d": 3000, "src": "b.jpg"}]},
    ]});
    let mut files = crate::ui::testing::media(&["clip0.mp4", "b.jpg"]);
    if let Update::Media(items) = &mut files {
        let items = std::sync::Arc::make_mut(items);
        items[0].duration = Some(5.5);
    }
    let editor = Editor::english(120, 36).opened().film(film).told(files);
    let mut editor = editor.pressed(&[KeyCode::Tab]);
    editor.typed("))))");
    let notice = editor.state.timeline.edits.notice.clone().unwrap_or_default();
    assert_eq!(notice, "clip0.mp4 is 5.5 s long and ends here; { extends its start by up to 0.5 s");
    assert_eq!(said(&editor.key(KeyCode::Enter)), ["extend the end of clip 1 on V1 by 3 frames"]);
}

#[test]
fn removals_that_are_pressed_fast_stay_separate_and_in_order() {
    let mut editor = at_the_film();
    assert_eq!(said(&editor.typed("xXd")), ["delete clip 1 on V1 and close the gap"]);
    assert_eq!(editor.state.timeline.edits.waiting(), 2);
    let editor = editor.told(answered(1));
    assert_eq!(said(&editor.effects), ["delete clip 1 on V1 and leave the gap"]);
    let mut editor = editor.told(answered(2)).after(1);
    assert_eq!(said(&editor.take(Msg::Tick)), ["duplicate clip 1 on V1"]);
}

/// The promo's pictures in another order.
fn in_order(order: [usize; 6]) -> serde_json::Value {
    let mut film = promo();
    let pieces = film["t"][1]["sg"].as_array().expect("pieces").clone();
    let moved = order.iter().enumerate().map(|(place, number)| {
        let mut piece = pieces[*number].clone();
        piece["st"] = (place * 5000).into();
        piece
    });
    film["t"][1]["sg"] = moved.collect();
    film
}

#[test]
fn the_playhead_goes_with_a_clip_that_changes_its_place() {
    let later = KeyEvent::new(KeyCode::Right, KeyModifiers::ALT);
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    let two = [later; 2].map(|key| editor.take(Msg::Key(key)));
    assert_eq!(said(&two.concat()), [""; 0], "two presses are one move");
    assert_eq!(said(&editor.key(KeyCode::Enter)), ["make clip 1 on V1 clip 3 of that track"]);
    for _ in 0..2 {
        editor.take(Msg::Key(later));
    }
    let editor = editor.film(in_order([1, 2, 0, 3, 4, 5]));
    assert_eq!(editor.state.timeline.playhead, Millis(12_000));
    let mut editor = editor.told(answered(1)).after(1);
    assert_eq!(
        said(&editor.take(Msg::Tick)),
        ["make clip 3 on V1 clip 5 of that track"],
        "the same clip"
    );
}

#[test]
fn the_playhead_stays_where_the_clip_did_not_get_its_place() {
    let mut editor = at_the_film();
    editor.typed("2");
    editor.key(KeyCode::Enter);
    editor.take(Msg::Key(KeyEvent::new(KeyCode::Right, KeyModifiers::ALT)));
    assert_eq!(said(&editor.key(KeyCode::Enter)), ["make clip 1 on V1 clip 2 of that track"]);
    let editor = editor.film(in_order([2, 1, 0, 3, 4, 5])).told(answered(1));
    assert_eq!(editor.state.timeline.playhead, Millis(2_000));
    let notice = editor.state.timeline.edits.notice.as_deref().unwrap_or_default();
    assert!(notice.contains("clip 2 on V1 should be beach.jpg"), "{notice}");
}

#[test]
fn what_waits_goes_before_the_next_message() {
    let mut editor = at_the_film();
    editor.typed("(((");
    editor.key(KeyCode::BackTab);
    let effects = editor.say("add a title \"Hi\"");
    assert_eq!(said(&effects), ["trim the end of clip 1 on V1 by 3 frames"]);
    assert_eq!(editor.state.chat.queue, ["add a title \"Hi\""]);
}

#[test]
fn elsewhere_an_older_film_is_asked_for_by_what_was_on_it() {
    let mut longer = promo();
    longer["t"][0]["sg"][0]["m"]["text"] = "Silver Hour".into();
    let mut editor = at_the_film().film(longer);
    editor.state.status.backend = "cloud".into();
    editor.typed("<");
    let effects = editor.key(KeyCode::Enter);
    let found = said(&effects);
    assert!(found[0].starts_with("bring the film back to how it was: Timeline (3 tracks):"));
    assert!(found[0].contains("Golden Hour"), "{found:?}");
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let last = editor.state.chat.entries.last().map(|entry| format!("{:?}", entry.body));
    assert!(last.is_some_and(|last| last.contains("the film should be the older one")));
}

#[test]
fn words_of_a_text_are_changed_in_place() {
    let mut editor = at_the_film();
    editor.key(KeyCode::PageUp);
    editor.key(KeyCode::Enter);
    let ctrl_u = KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL);
    editor.take(Msg::Key(ctrl_u));
    editor.take(Msg::Paste("海边".into()));
    editor.key(KeyCode::Left);
    editor.typed("x");
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(said(&effects), ["change the words of clip 1 on T1 to “海x边”"]);
}

#[test]
fn the_selection_and_keys_that_wait_stay_on_their_track_when_lanes_come_and_go() {
    let untitled = || {
        let mut film = promo();
        film["t"].as_array_mut().expect("tracks").remove(0);
        film
    };
    let selected = |editor: &Editor| {
        editor.state.timeline.selected_track().map(|(_, index)| index.label.clone())
    };
    let mut editor = at_the_film().film(untitled());
    assert_eq!(selected(&editor).as_deref(), Some("V1"), "the lane of words has gone");
    editor = editor.film(promo());
    assert_eq!(selected(&editor).as_deref(), Some("V1"), "it is there again");
    // The second key waits for the turn of the first, which takes a lane away.
    assert_eq!(said(&editor.typed("xX")), ["delete clip 1 on V1 and close the gap"]);
    let mut editor = editor.film(untitled()).told(answered(1)).after(1);
    assert_eq!(said(&editor.take(Msg::Tick)), ["delete clip 1 on V1 and leave the gap"]);
}

#[test]
fn a_pane_that_gets_the_keys_is_seen_where_the_picture_lay_over_it() {
    for (key, is_open) in [
        (KeyCode::F(2), false),
        (KeyCode::F(3), false),
        (KeyCode::F(4), false),
        (KeyCode::F(5), true),
    ] {
        let mut editor = Editor::english(80, 24).opened().film(promo());
        editor.key(KeyCode::F(7));
        assert!(!editor.state.areas().preview.is_empty());
        editor.key(key);
        assert_eq!(!editor.state.areas().preview.is_empty(), is_open, "{key:?}");
    }
    let mut editor = Editor::english(80, 24).opened().film(promo());
    editor.key(KeyCode::F(7));
    editor.ctrl('e');
    assert!(editor.state.areas().preview.is_empty(), "the export is told in the chat");
}

#[test]
fn esc_to_the_message_shows_the_chat_that_the_picture_hid() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut editor = Editor::english(width, height).opened().film(promo());
        editor.key(KeyCode::F(5));
        editor.key(KeyCode::F(7));
        assert!(!editor.state.areas().preview.is_empty(), "{width}x{height}");
        editor.key(KeyCode::Esc);
        assert!(editor.state.areas().preview.is_empty(), "{width}x{height}");
    }
}
