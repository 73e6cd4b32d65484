//! Whole screens, in both languages.

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::app::Msg;
use crate::language::{Language, Problem};
use crate::link::{Restored, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, jobs, previous, restored, setup};
use crate::ui::{Colours, Signs};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (40, 12), (300, 100)];
const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

fn everywhere(name: &str, make: impl Fn(Editor) -> Editor) {
    for (width, height) in SIZES {
        for language in LANGUAGES {
            let editor = make(Editor::new(setup(width, height, language)));
            assert_snapshot!(
                format!("{name}_{width}x{height}_{}", language.tag()),
                editor.screen()
            );
        }
    }
}

#[test]
fn the_first_frame_says_what_this_is_and_that_it_is_setting_up() {
    everywhere("connecting", |editor| editor);
}

#[test]
fn a_new_session_offers_sentences_to_start_with_and_the_film_before() {
    everywhere("welcome", |editor| {
        let fresh = Restored { previous: Some(previous()), ..restored() };
        editor.told(Update::Opened(Box::new(fresh)))
    });
}

#[test]
fn a_film_was_made_and_jobs_of_every_kind_are_there() {
    everywhere("promo", |editor| {
        jobs().into_iter().fold(editor.promo_made(), |editor, job| editor.told(Update::Job(job)))
    });
}

#[test]
fn the_agent_works_and_another_message_waits() {
    everywhere("working", |editor| {
        let mut editor = editor.promo_made().said("put the title \"Golden Hour\" at the beginning");
        editor.say("then make it vertical");
        editor.typed("and now");
        editor
            .told(Update::TurnStarted(TurnId(2)))
            .told(Update::TurnActivity(TurnId(2), "editing the timeline".into()))
            .after(250)
            .ticked()
    });
}

#[test]
fn the_agent_asks_and_numbers_answer() {
    everywhere("question", |editor| {
        let options = vec!["calm and slow".into(), "upbeat".into(), "no music at all".into()];
        let prompt = "Which mood should the music have?".to_owned();
        editor
            .promo_made()
            .said("other music please")
            .told(Update::TurnQuestion { turn: TurnId(2), prompt, options })
            .told(Update::TurnEnded(TurnId(2), TurnEnd::Answered))
    });
}

#[test]
fn offline_says_why_and_what_happens_next() {
    everywhere("offline", |editor| {
        let problem = Problem::Unreachable { backend: "mega-api-prod.nemovideo.ai".into() };
        editor.promo_made().told(Update::Offline { problem, retrying: true })
    });
}

#[test]
fn problems_are_told_where_they_happened() {
    everywhere("problems", |editor| {
        let address = "https://nemovideo.com/register?bind=anon_1".to_owned();
        editor
            .opened()
            .said("make a film of a city at night")
            .told(Update::TurnEnded(
                TurnId(1),
                TurnEnd::Failed(Problem::OutOfCredits { address: address.clone() }),
            ))
            .told(Update::Trouble(Problem::NotInPlan { address }))
            .told(Update::Trouble(Problem::NothingToRender))
    });
}

#[test]
fn the_help_lists_all_keys() {
    everywhere("help", |editor| editor.promo_made().pressed(&[KeyCode::Tab, KeyCode::Char('?')]));
}

#[test]
fn the_film_zoomed_in_with_a_clip_selected() {
    everywhere("zoomed", |editor| {
        let keys =
            [KeyCode::Tab, KeyCode::Char('+'), KeyCode::Char('+'), KeyCode::Down, KeyCode::Down];
        editor.promo_made().pressed(&keys)
    });
}

#[test]
fn without_colours_everything_is_still_told() {
    let mut plain = setup(120, 36, Language::English);
    plain.look.colours = Colours::None;
    let editor = jobs()
        .into_iter()
        .fold(Editor::new(plain).promo_made(), |editor, job| editor.told(Update::Job(job)))
        .pressed(&[KeyCode::Tab, KeyCode::Down, KeyCode::Down]);
    let screen = editor.styled();
    for colour in ["cyan", "red", "green", "yellow", "blue", "magenta"] {
        assert!(!screen.contains(&format!(" {colour}")), "{colour}");
    }
    assert_snapshot!("no_color", screen);
}

#[test]
fn a_poor_terminal_gets_ascii_alone_for_the_programs_own_signs() {
    let mut poor = setup(120, 36, Language::English);
    poor.look.signs = Signs::Ascii;
    let mut editor = Editor::new(poor).promo_made().pressed(&[KeyCode::Tab]);
    editor.take(Msg::Tick);
    let screen = editor.screen();
    assert!(screen.is_ascii(), "{screen}");
    assert_snapshot!("ascii", screen);
}

#[test]
fn colours_carry_kinds_states_and_focus() {
    let editor = jobs()
        .into_iter()
        .fold(Editor::english(120, 36).promo_made(), |editor, job| editor.told(Update::Job(job)));
    assert_snapshot!("colours", editor.styled());
}
