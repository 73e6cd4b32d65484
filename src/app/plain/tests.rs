//! The editor in lines, without a terminal.

use crate::app::Effect;
use crate::language::Language;
use crate::link::{Command, JobKind, JobState, SessionChoice, TurnEnd, TurnId, Update};
use crate::ui::testing::{self, Editor};

use super::order::interrupted;
use super::{Teller, heard, lists};

/// An editor with an open session, of which everything has been told.
fn opened() -> (Editor, Teller) {
    let editor = Editor::english(100, 40).opened();
    let mut teller = Teller::default();
    teller.news(&editor.state);
    (editor, teller)
}

fn orders(effects: &[Effect]) -> Vec<&Command> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(command) => Some(command),
        _ => None,
    });
    told.filter(|command| !matches!(command, Command::Note(_) | Command::KeepQueue(_))).collect()
}

#[test]
fn words_go_to_the_agent_and_its_answer_comes_back_in_whole_lines() {
    let (mut editor, mut teller) = opened();
    let said = heard(&mut editor.state, "make a film\n", &[]);
    assert_eq!(
        orders(&said.effects),
        [&Command::Say { turn: TurnId(1), text: "make a film".into() }]
    );
    teller.wrote("make a film");
    assert_eq!(teller.news(&editor.state), ["working"], "what was written stands there already");
    let text = |words: &str| Update::TurnText(TurnId(1), words.into());
    editor = editor.told(text("I made\nit and "));
    assert_eq!(teller.news(&editor.state), ["Agent: I made"]);
    editor = editor.told(text("\u{1b}[31mnamed it."));
    assert_eq!(teller.news(&editor.state), [""; 0]);
    editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let news = teller.news(&editor.state);
    assert!(news[0].starts_with("it and ") && news[0].ends_with("named it."), "{news:?}");
    assert!(!news[0].contains('\u{1b}'), "{news:?}");
    assert_eq!(teller.news(&editor.state), [""; 0], "nothing is told twice");
}

#[test]
fn starters_are_numbered_and_a_number_takes_one() {
    let editor = Editor::english(100, 40);
    let mut teller = Teller::default();
    teller.news(&editor.state);
    let mut editor = editor.opened();
    let news = teller.news(&editor.state);
    assert!(news.iter().any(|line| line.starts_with("3. Export it")), "{news:#?}");
    let said = heard(&mut editor.state, "2", &[]);
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }] if text.starts_with("Cut each")),
        "{said:?}"
    );
    assert_eq!(
        heard(&mut editor.state, "9", &[]).lines,
        ["There is nothing with that number now."]
    );
}

#[test]
fn a_question_of_the_agent_is_answered_by_number() {
    let (mut editor, mut teller) = opened();
    heard(&mut editor.state, "make it better", &[]);
    teller.news(&editor.state);
    let editor = editor.told(Update::TurnQuestion {
        turn: TurnId(1),
        prompt: "Which music?".into(),
        options: vec!["calm".into(), "loud".into()],
        allow_multiple: false,
    });
    let mut editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Silent));
    let news = teller.news(&editor.state).join("\n");
    assert!(news.contains("Question: Which music?") && news.contains("2. loud"), "{news}");
    let said = heard(&mut editor.state, "2", &[]);
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }] if text == "loud"),
        "{said:?}"
    );
}

#[test]
fn the_timeline_is_told_in_lines() {
    let editor = Editor::english(100, 40).opened().promo_made();
    insta::assert_snapshot!(lists::tracks(&editor.state).join("\n"));
}

#[test]
fn jobs_are_told_as_they_go_on_and_taken_by_number() {
    let (editor, mut teller) = opened();
    let job = testing::job("j1", JobKind::Render, "promo.mp4", JobState::Running);
    let mut running = job.clone();
    (running.done, running.total) = (3000, Some(10_000));
    let mut editor = editor.told(Update::Job(running.clone()));
    assert_eq!(teller.news(&editor.state), ["export promo.mp4: 30 %"]);
    running.done = 4000;
    editor = editor.told(Update::Job(running));
    assert_eq!(teller.news(&editor.state), [""; 0], "each quarter is enough");
    let said = heard(&mut editor.state, "cancel 1", &[]);
    assert_eq!(orders(&said.effects), [&Command::CancelJob(job.id)]);
}

#[test]
fn sessions_are_opened_by_number() {
    let (mut editor, _) = opened();
    assert!(heard(&mut editor.state, "sessions", &[]).sessions);
    let listed = [testing::previous()];
    let said = heard(&mut editor.state, "open 1", &listed);
    let choice = SessionChoice::Id(listed[0].id.clone());
    assert_eq!(orders(&said.effects), [&Command::Switch(choice)]);
}

#[test]
fn nothing_is_sent_elsewhere_before_it_is_agreed_to() {
    let (mut editor, mut teller) = opened();
    heard(&mut editor.state, "backend cloud", &[]);
    let news = teller.news(&editor.state).join("\n");
    assert!(news.contains("1. ") && news.contains("2. "), "{news}");
    let said = heard(&mut editor.state, "make a film", &[]);
    assert_eq!(orders(&said.effects), [&Command::Leave; 0]);
    let stayed = heard(&mut editor.state, "1", &[]);
    assert_eq!(orders(&stayed.effects), [&Command::Leave; 0]);
    assert!(editor.state.asked.is_none());
}

#[test]
fn ctrl_c_stops_the_agent_first_and_then_leaves() {
    let (mut editor, _) = opened();
    heard(&mut editor.state, "make a film", &[]);
    assert_eq!(orders(&interrupted(&mut editor.state).effects), [&Command::CancelTurn(TurnId(1))]);
    let mut editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Cancelled));
    assert!(interrupted(&mut editor.state).effects.contains(&Effect::Quit));
}

#[test]
fn help_names_every_action_that_works_here() {
    for language in [Language::English, Language::Chinese] {
        let help = lists::help(language);
        for id in lists::ACTIONS {
            assert!(help.iter().any(|line| line.starts_with(id)), "{id}: {help:#?}");
        }
    }
    let mut editor = Editor::chinese(100, 40).opened();
    assert!(heard(&mut editor.state, "帮助", &[]).lines.len() > 10);
    let said = heard(&mut editor.state, "app.export", &[]);
    assert!(matches!(orders(&said.effects)[..], [Command::Export(_)]), "{said:?}");
}

#[test]
fn files_are_told_from_wishes() {
    let (mut editor, _) = opened();
    let said = heard(&mut editor.state, "add red.jpg \"blue sky.png\"", &[]);
    assert!(matches!(orders(&said.effects)[..], [Command::Upload(paths)] if paths.len() == 2));
    let said = heard(&mut editor.state, "add calm music", &[]);
    assert!(matches!(orders(&said.effects)[..], [Command::Say { .. }]), "{said:?}");
}
