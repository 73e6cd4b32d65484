//! What the agent says of a web page becomes a choice; its own words are a key away.

use crossterm::event::KeyCode;

use crate::app::{Effect, Focus};
use crate::language::Offer;
use crate::link::{ChatLine, Command, ExportTo, Restored, Speaker, TurnEnd, TurnId, Update};
use crate::ui::testing::{AFTERNOON, Editor, promo, restored};

/// An answer of which something was taken out.
fn answered(offers: Vec<Offer>) -> Editor {
    let mut editor = Editor::english(80, 24).opened().film(promo());
    editor.say("title");
    let mut editor = editor.told(Update::TurnText(TurnId(1), "Title added.".into()));
    for offer in offers {
        editor = editor.told(Update::TurnOffer(TurnId(1), offer));
    }
    editor
        .told(Update::TurnOriginal(TurnId(1), "Title added. Now click it.".into()))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered))
}

fn orders(effects: &[Effect]) -> Vec<&Command> {
    let orders = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(Command::Note(_)) => None,
        Effect::Tell(command) => Some(command),
        _ => None,
    });
    orders.collect()
}

fn labels(editor: &Editor) -> Vec<String> {
    editor.state.choices().iter().map(|choice| choice.label().to_owned()).collect()
}

#[test]
fn what_costs_or_writes_is_a_choice_and_is_done_when_it_is_chosen() {
    let edit = "move the title to 3 s".to_owned();
    let mut editor = answered(vec![Offer::Export, Offer::Say(edit.clone())]);
    assert_eq!(orders(&editor.effects), [] as [&Command; 0], "nothing is done without the user");
    assert_eq!(labels(&editor)[..2], ["export the film", &edit]);
    let chosen = editor.key(KeyCode::Char('1'));
    assert_eq!(orders(&chosen), [&Command::Export(ExportTo::Folder("/films".into()))]);
    assert_eq!(labels(&editor)[0], edit, "what was chosen is offered no longer");
    let chosen = editor.key(KeyCode::Char('1'));
    assert_eq!(orders(&chosen), [&Command::Say { turn: TurnId(2), text: edit }]);
    assert_eq!(labels(&editor), [] as [String; 0]);
}

#[test]
fn what_only_shows_is_done_once_when_the_turn_has_ended() {
    let offers = vec![Offer::Tracks, Offer::Tracks, Offer::Credits];
    let editor = answered(offers);
    assert_eq!(orders(&editor.effects), [&Command::AskState, &Command::AskCredits]);
    let screen = editor.screen();
    assert_eq!(screen.matches("Timeline (3 tracks)").count(), 1, "{screen}");
}

#[test]
fn an_export_is_offered_once_however_it_came() {
    let editor = answered(vec![Offer::Export]);
    let exports = labels(&editor).iter().filter(|label| label.contains("export")).count();
    assert_eq!(exports, 1, "{:?}", labels(&editor));
}

#[test]
fn another_sentence_passes_the_offers_over() {
    let mut editor = answered(vec![Offer::Say("move it to 3 s".into())]);
    editor.say("make it vertical");
    let editor = editor.told(Update::TurnEnded(TurnId(2), TurnEnd::Answered));
    assert!(!labels(&editor).contains(&"move it to 3 s".to_owned()), "{:?}", labels(&editor));
}

#[test]
fn a_failed_turn_shows_nothing_by_itself() {
    let mut editor = Editor::english(80, 24).opened().film(promo());
    editor.say("title");
    let problem = crate::language::Problem::TooManyRequests;
    let editor = editor
        .told(Update::TurnOffer(TurnId(1), Offer::Credits))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Failed(problem)));
    assert_eq!(orders(&editor.effects), [] as [&Command; 0]);
}

#[test]
fn o_turns_the_last_answer_in_view_over_and_back() {
    let mut editor = answered(vec![Offer::Export]);
    assert!(editor.screen().contains("o original  ·  in the chat pane"), "{}", editor.screen());
    editor.state.focus = Focus::Chat;
    editor.key(KeyCode::Char('o'));
    assert!(editor.screen().contains("Title added. Now click it."), "{}", editor.screen());
    editor.key(KeyCode::Char('o'));
    let screen = editor.screen();
    assert!(screen.contains("Title added.") && !screen.contains("Now click it."), "{screen}");
    assert!(screen.contains("o original") && !screen.contains("in the chat pane"), "{screen}");
    assert!(editor.state.message.is_empty(), "the key is no letter of the message");
}

#[test]
fn a_long_original_is_read_from_its_start() {
    let mut editor = Editor::english(80, 24).opened().film(promo());
    editor.say("title");
    let original: String = (1..=30).map(|line| format!("Line {line} of it.\n")).collect();
    let mut editor = editor
        .told(Update::TurnText(TurnId(1), "Done.".into()))
        .told(Update::TurnOriginal(TurnId(1), original))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    editor.state.focus = Focus::Chat;
    editor.key(KeyCode::Char('o'));
    assert!(editor.screen().contains("Line 1 of it."), "{}", editor.screen());
    editor.key(KeyCode::Char('o'));
    assert_eq!(editor.state.chat.scroll, crate::app::Scroll::Follow);
    assert!(editor.screen().contains("next   1"), "{}", editor.screen());
}

#[test]
fn an_answer_of_which_nothing_is_left_can_still_be_read() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("where?");
    let mut editor = editor
        .told(Update::TurnOffer(TurnId(1), Offer::Export))
        .told(Update::TurnOriginal(TurnId(1), "Click Export.".into()))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    assert_eq!(labels(&editor), ["export the film"]);
    editor.state.focus = Focus::Chat;
    editor.key(KeyCode::Char('o'));
    assert!(editor.screen().contains("Click Export."), "{}", editor.screen());
}

#[test]
fn an_answer_from_before_has_its_original_too() {
    let answer = ChatLine {
        speaker: Speaker::Agent,
        text: "Done.".into(),
        at: AFTERNOON,
        original: Some("Done. Click Export.".into()),
    };
    let kept = Restored { chat: vec![answer], ..restored() };
    let mut editor = Editor::chinese(80, 24).told(Update::Opened(Box::new(kept)));
    assert!(editor.screen().contains("o 原文"), "{}", editor.screen());
    editor.state.focus = Focus::Chat;
    editor.key(KeyCode::Char('o'));
    assert!(editor.screen().contains("Done. Click Export."), "{}", editor.screen());
    assert!(editor.screen().contains("o 精简后"), "{}", editor.screen());
}

#[test]
fn an_answer_with_an_offer_at_80x24() {
    let offers = vec![Offer::Export, Offer::Say("move the title to 3 s".into())];
    insta::assert_snapshot!(answered(offers).styled());
}
