//! Where the film is made: chosen, asked for, changed, kept.

use std::path::PathBuf;

use crossterm::event::KeyCode;

use crate::app::{Answer, Body, Connection, Decided, Effect, Msg};
use crate::language::{Language, Problem};
use crate::link::{
    Backend, Command, JobKind, JobState, Restored, SessionChoice, SessionInfo, Update,
};
use crate::ui::testing::{Editor, cloud, job, restored, setup};

fn to_cloud(session: SessionChoice) -> Effect {
    Effect::Tell(Command::SwitchBackend { backend: Box::new(cloud()), session })
}

fn to_studio() -> Effect {
    let session = SessionChoice::New;
    Effect::Tell(Command::SwitchBackend { backend: Box::new(Backend::Studio), session })
}

/// An editor whose user has agreed to the cloud before.
fn agreed() -> Editor {
    let mut setup = setup(80, 24, Language::English);
    setup.backends.agreed = true;
    Editor::new(setup)
}

fn choose(editor: &mut Editor, name: &str) -> Vec<Effect> {
    editor.ctrl('p');
    editor.typed(name);
    editor.key(KeyCode::Enter)
}

fn in_cloud() -> Update {
    let session = SessionInfo {
        id: "c-1".into(),
        backend: "cloud".into(),
        link: Some("https://nemovideo.com/workspace/claim?ct=clm_1".into()),
        ..restored().session
    };
    Update::Opened(Box::new(Restored { session, ..restored() }))
}

fn last_words(editor: &Editor) -> String {
    match &editor.state.chat.entries.last().expect("something was said").body {
        Body::Program(words) => words.clone(),
        Body::Problem { what, next } => format!("{what} {next}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_choice_of_the_cloud_asks_and_orders_nothing() {
    let mut editor = Editor::english(80, 24).promo_made();
    assert_eq!(choose(&mut editor, "cloud"), []);
    let asked = editor.state.asked.clone().expect("the question");
    assert_eq!((asked.backend, asked.answer), (cloud(), Answer::Stay));
    // Whatever is typed and pasted, nothing but the answer itself counts, and the first one is no.
    assert_eq!(editor.typed("yes, 12"), []);
    assert_eq!(editor.take(Msg::Paste("yes".into())), []);
    assert_eq!(editor.key(KeyCode::Enter), []);
    assert_eq!(editor.state.asked, None);
    assert_eq!(editor.state.status.backend, "studio");
    assert!(editor.state.timeline.draft().is_some(), "the film is still here");
}

#[test]
fn agreeing_changes_the_place_and_keeps_the_choice() {
    let mut editor = Editor::english(80, 24).promo_made();
    choose(&mut editor, "cloud");
    editor.key(KeyCode::Down);
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(effects[..2], [to_cloud(SessionChoice::New), Effect::KeepBackend("cloud".into())]);
    assert_eq!(editor.state.status.backend, "cloud");
    assert_eq!(editor.state.status.connection, Connection::Connecting);
    assert_eq!(editor.state.timeline.draft(), None);
    assert_eq!(editor.state.chat.entries, []);
    let path = PathBuf::from("/home/me/.config/cutroom/config.toml");
    editor.take(Msg::ChoiceKept(Ok(path)));
    let kept = "From now on cutroom starts in the cloud. Kept in ~/.config/cutroom/config.toml.";
    assert_eq!(last_words(&editor), kept);
    let mut editor = editor.told(in_cloud());
    assert_eq!(editor.state.status.connection, Connection::Connected);
    assert_eq!(last_words(&editor), kept, "it belongs to the session that is open now");
    // Back, and there again without being asked.
    assert!(choose(&mut editor, "use the studio").contains(&to_studio()));
    editor.take(Msg::Link(Update::Opened(Box::new(restored()))));
    assert!(choose(&mut editor, "cloud").contains(&to_cloud(SessionChoice::New)));
}

#[test]
fn what_is_said_during_the_change_waits_for_the_new_session() {
    let mut editor = agreed().promo_made();
    choose(&mut editor, "cloud");
    // The session that was left may still tell something.
    editor.take(Msg::Link(Update::Opened(Box::new(restored()))));
    let kept = Effect::Tell(Command::KeepQueue(vec!["make a film of a city".into()]));
    assert_eq!(editor.say("make a film of a city"), [kept]);
    assert!(!editor.state.status.has_session());
    let editor = editor.told(in_cloud());
    let says = |effect: &Effect| matches!(effect, Effect::Tell(Command::Say { .. }));
    assert!(editor.effects.iter().any(says), "{:?}", editor.effects);
    assert_eq!(editor.state.status.credits, None, "those of the studio are not the cloud's");
}

#[test]
fn a_choice_that_cannot_be_kept_is_said_to_hold_for_this_run() {
    let mut setup = setup(80, 24, Language::English);
    setup.backend = "cloud".into();
    setup.backends.agreed = true;
    setup.backends.decided = Some(Decided { by: "NEMO_API_URL", backend: "cloud".into() });
    let mut editor = Editor::new(setup).told(in_cloud());
    let keeps = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::KeepBackend(_)));
    let effects = choose(&mut editor, "use the studio");
    assert!(effects.contains(&to_studio()) && !keeps(&effects), "{effects:?}");
    assert!(last_words(&editor).contains("NEMO_API_URL decides"), "{}", last_words(&editor));
    let mut editor = editor.opened();
    assert!(keeps(&choose(&mut editor, "cloud")), "what it decides is the same");

    let mut editor = agreed().opened();
    choose(&mut editor, "cloud");
    let problem = Problem::NotWritable { path: "/etc/c.toml".into(), reason: "no".into() };
    editor.take(Msg::ChoiceKept(Err(problem)));
    let words = last_words(&editor);
    assert!(words.contains("/etc/c.toml cannot be written"), "{words}");
    assert!(words.contains("holds for this run"), "{words}");
}

#[test]
fn nothing_is_left_while_something_runs() {
    let mut editor = agreed().promo_made();
    editor.say("add a title");
    let effects = choose(&mut editor, "cloud");
    let left = |effect: &Effect| matches!(effect, Effect::Tell(Command::SwitchBackend { .. }));
    assert!(!effects.iter().any(left));
    assert!(last_words(&editor).contains("still running"));

    let running = job("r-1", JobKind::Render, "film", JobState::Running);
    let mut editor = agreed().promo_made().told(Update::Job(running));
    assert!(!choose(&mut editor, "cloud").iter().any(left));
}

#[test]
fn at_the_start_the_question_comes_first_and_both_answers_go_on_in_the_same_run() {
    let asked = || {
        let mut setup = setup(80, 24, Language::English);
        setup.backend = "cloud".into();
        let session = SessionChoice::Last;
        let mut editor = Editor::new(setup);
        editor.say("make a film");
        editor.told(Update::ConsentNeeded { backend: Box::new(cloud()), session })
    };
    let mut editor = asked();
    assert_eq!(editor.state.status.connection, Connection::Asking);
    editor.key(KeyCode::Down);
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(effects, [to_cloud(SessionChoice::Last)], "decided for this start, so not kept");

    for decline in [KeyCode::Esc, KeyCode::Enter] {
        let mut editor = asked();
        assert_eq!(editor.key(decline), [to_studio()]);
        assert_eq!(editor.state.status.backend, "studio");
        assert_eq!(editor.state.chat.queue, ["make a film"], "it is said there");
    }
}

#[test]
fn the_key_for_places_lists_both_with_the_other_one_chosen() {
    let mut editor = agreed().opened();
    editor.key(KeyCode::F(6));
    let screen = editor.screen();
    assert!(screen.contains("use the studio") && screen.contains("in use"), "{screen}");
    assert!(editor.key(KeyCode::Enter).contains(&to_cloud(SessionChoice::New)));
}

#[test]
fn a_link_is_told_shown_and_copied_by_key() {
    let mut setup = setup(80, 24, Language::English);
    setup.backend = "cloud".into();
    let mut editor = Editor::new(setup).told(in_cloud());
    let first = "https://nemovideo.com/workspace/claim?ct=clm_1";
    assert!(editor.screen().contains(first), "{}", editor.screen());
    assert_eq!(editor.ctrl('y'), [Effect::Copy(first.into())]);
    assert_eq!(
        last_words(&editor),
        format!("Sent to the clipboard by OSC 52, unconfirmed: {first}")
    );
    let second = "https://nemovideo.com/workspace/claim?ct=clm_2";
    let mut editor = editor.told(Update::BrowserLink(second.into()));
    assert_eq!(last_words(&editor), format!("Opens in a browser: {second}"));
    assert_eq!(editor.ctrl('y'), [Effect::Copy(second.into())]);
    let address = "https://nemovideo.com/register?bind=anon_1".to_owned();
    let mut editor =
        editor.told(Update::Trouble(Problem::OutOfCredits { address: address.clone() }));
    assert_eq!(editor.ctrl('y'), [Effect::Copy(address)]);
}

#[test]
fn without_a_link_that_is_said() {
    let mut editor = Editor::english(80, 24).opened();
    assert!(!editor.ctrl('y').iter().any(|effect| matches!(effect, Effect::Copy(_))));
    assert_eq!(last_words(&editor), "There is no link to copy.");
}

#[test]
fn within_tmux_it_is_said_what_tmux_did_and_osc_52_goes_only_where_it_refused() {
    let mut setup = setup(80, 24, Language::English);
    setup.backend = "cloud".into();
    setup.look.clipboard = crate::app::Clipboard::Tmux;
    let mut editor = Editor::new(setup).told(in_cloud());
    let link = "https://nemovideo.com/workspace/claim?ct=clm_1".to_owned();
    assert_eq!(editor.ctrl('y'), [Effect::Copy(link.clone())]);
    assert_eq!(last_words(&editor), format!("Being handed to tmux: {link}"));
    assert_eq!(editor.take(Msg::HandedToTmux(Ok(()))), []);
    assert!(last_words(&editor).starts_with("In tmux's buffer, and sent on by it"));
    let refused = editor.take(Msg::HandedToTmux(Err(link.clone())));
    assert_eq!(refused, [Effect::CopyByEscape(link)]);
    assert!(last_words(&editor).starts_with("tmux refused; sent by OSC 52"));
}

#[test]
fn what_is_too_long_for_a_terminal_is_not_sent() {
    let mut editor = Editor::chinese(80, 24).opened();
    let address = format!("https://nemovideo.com/{}", "a".repeat(75_000));
    editor.take(Msg::Link(Update::BrowserLink(address)));
    assert!(!editor.ctrl('y').iter().any(|effect| matches!(effect, Effect::Copy(_))));
    assert!(last_words(&editor).starts_with("未复制：超过 100 kB"));
}
