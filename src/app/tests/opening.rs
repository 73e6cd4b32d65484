//! Sessions: opened, restored, switched, lost and found.

use crossterm::event::KeyCode;

use crate::app::{Body, Connection, Effect};
use crate::language::Problem;
use crate::link::{Command, Restored, SessionChoice, SessionInfo, SessionSummary, Speaker, Update};
use crate::ui::testing::{Editor, draft_of, line, previous, promo, restored};

fn opened(restored: Restored) -> Update {
    Update::Opened(Box::new(restored))
}

#[test]
fn a_session_comes_back_with_its_words_and_its_film() {
    let kept = Restored {
        chat: vec![line(Speaker::User, "make a film"), line(Speaker::Agent, "Made it.")],
        draft: Some(draft_of(&promo())),
        ..restored()
    };
    let mut editor = Editor::english(80, 24).told(opened(kept));
    assert_eq!(editor.state.chat.entries.len(), 2);
    assert_eq!(editor.state.film_title(), Some("summer promo"));
    assert!(editor.effects.contains(&Effect::SetTitle("summer promo - cutroom".into())));
    // What was sent then is reachable by the up key now.
    editor.key(crossterm::event::KeyCode::Up);
    assert_eq!(editor.state.message.text(), "make a film");
}

#[test]
fn a_new_session_offers_the_one_before_until_something_is_said() {
    let fresh = || Restored { previous: Some(previous()), ..restored() };
    let mut editor = Editor::english(80, 24).told(opened(fresh()));
    assert!(editor.screen().contains("go on with summer promo"));
    let switch = Effect::Tell(Command::Switch(SessionChoice::Id("s-0".into())));
    assert_eq!(editor.ctrl('r'), [switch]);

    let mut editor = Editor::english(80, 24).told(opened(fresh())).said("make a film");
    assert_eq!(editor.ctrl('r'), []);
}

#[test]
fn another_session_takes_the_place_of_the_one_before() {
    let other = SessionInfo { id: "s-2".into(), ..restored().session };
    let editor = Editor::english(80, 24)
        .promo_made()
        .told(opened(Restored { session: other, ..restored() }));
    assert_eq!(editor.state.chat.entries, []);
    assert_eq!(editor.state.timeline.draft(), None);
}

#[test]
fn the_same_session_after_a_lost_connection_keeps_its_words() {
    let problem = Problem::Unreachable { backend: "studio".into() };
    let offline = Update::Offline { problem: problem.clone(), retrying: true };
    let editor = Editor::english(80, 24).promo_made().told(offline);
    assert_eq!(editor.state.status.connection, Connection::Offline { problem, retrying: true });
    assert!(editor.screen().contains("The studio cannot be reached."));
    let before = editor.state.chat.entries.len();
    let editor = editor.told(opened(restored()));
    assert_eq!(editor.state.chat.entries.len(), before);
    assert_eq!(editor.state.status.connection, Connection::Connected);
}

#[test]
fn a_backend_that_refuses_for_good_is_told_of_in_full() {
    let problem = Problem::NoTokenNow { backend: "cloud".into() };
    let editor = Editor::english(80, 24).told(Update::Offline { problem, retrying: false });
    let screen = editor.screen();
    for words in ["address about ten", "Set NEMO_TOKEN", "or use the studio"] {
        assert!(screen.contains(words), "{screen}");
    }
}

#[test]
fn what_was_written_for_a_backend_that_refuses_for_good_comes_back_into_the_box() {
    let problem = Problem::NoTokenNow { backend: "cloud".into() };
    let mut editor = Editor::english(80, 24).said("make a film");
    assert_eq!(editor.state.chat.queue, ["make a film"]);
    editor = editor.told(Update::Offline { problem, retrying: false });
    assert_eq!(
        (editor.state.message.text().as_str(), editor.state.chat.queue.len()),
        ("make a film", 0)
    );
    editor.key(KeyCode::Enter);
    assert_eq!(
        (editor.state.message.text().as_str(), editor.state.chat.queue.len()),
        ("make a film", 0)
    );
}

#[test]
fn a_read_only_home_and_a_second_cutroom_are_told() {
    let problem = Problem::NotWritable { path: "/home/me".into(), reason: "read-only".into() };
    let kept = Restored { shared: true, not_kept: Some(problem), ..restored() };
    let editor = Editor::english(80, 24).told(opened(kept));
    let bodies: Vec<&Body> = editor.state.chat.entries.iter().map(|entry| &entry.body).collect();
    assert!(matches!(bodies[..], [Body::Program(_), Body::Problem { .. }]), "{bodies:?}");
}

fn film(id: &str, title: &str) -> SessionSummary {
    SessionSummary { id: id.into(), title: title.into(), ..previous() }
}

#[test]
fn the_start_lists_the_films_before_and_a_number_goes_on_with_one() {
    let earlier = vec![film("s-7", "winter"), film("s-8", "日落 海滩")];
    let fresh = Restored { previous: Some(previous()), earlier, ..restored() };
    let mut editor = Editor::english(80, 24).told(opened(fresh));
    let screen = editor.screen();
    let films: Vec<&str> =
        screen.lines().filter(|line| line.contains("30 s") && !line.contains("Ctrl-R")).collect();
    assert!(films[0].contains("4  winter"), "{screen}");
    assert!(films[1].contains("5  日落 海滩"), "{screen}");
    let effects = editor.key(KeyCode::Char('5'));
    assert!(editor.state.message.is_empty());
    let choice = SessionChoice::Id("s-8".into());
    assert!(effects.contains(&Effect::Tell(Command::Switch(choice))), "{effects:?}");
}
