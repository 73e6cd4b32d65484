//! Whole screens, in both languages.

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::app::Msg;
use crate::language::{Language, Problem};
use crate::link::{Restored, SessionChoice, SessionInfo, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, cloud, jobs, previous, restored, setup};
use crate::ui::{Colours, Links, Signs};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (40, 12), (300, 100)];
const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

fn everywhere(name: &str, make: impl Fn(Editor) -> Editor) {
    for (width, height) in SIZES {
        for language in LANGUAGES {
            let editor = make(Editor::new(setup(width, height, language)));
            assert_snapshot!(
                format!("{name}_{width}x{height}_{}", language.tag()),
                editor.styled()
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
            .told(Update::TurnQuestion { turn: TurnId(2), prompt, options, allow_multiple: false })
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
fn the_palette_lists_what_can_be_done_with_its_keys() {
    everywhere("palette", |mut editor| {
        editor = editor.promo_made();
        editor.ctrl('p');
        editor
    });
}

#[test]
fn a_few_letters_in_the_palette_leave_what_fits() {
    everywhere("palette_search", |mut editor| {
        let letters = if editor.state.language == Language::Chinese { "使用" } else { "use the" };
        editor = editor.opened();
        editor.ctrl('p');
        editor.typed(letters);
        editor.pressed(&[KeyCode::Down])
    });
}

#[test]
fn before_the_first_use_of_the_cloud_it_is_said_what_leaves_the_machine() {
    everywhere("consent", |editor| {
        let session = SessionChoice::New;
        editor.told(Update::ConsentNeeded { backend: Box::new(cloud()), session })
    });
}

#[test]
fn in_the_cloud_the_link_to_a_browser_is_told() {
    everywhere("cloud", |mut editor| {
        editor.state.status.backend = "cloud".into();
        let link = Some("https://nemovideo.com/workspace/claim?ct=clm_7Jt2mQ9xVb4LrW8z".into());
        let session = SessionInfo { backend: "cloud".into(), link, ..restored().session };
        editor
            .told(Update::Opened(Box::new(Restored { session, ..restored() })))
            .said("make a film of a city at night")
            .told(Update::TurnText(TurnId(1), "Here it is.".into()))
            .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered))
    });
}

#[test]
fn addresses_of_the_program_are_links_where_the_terminal_knows_them() {
    let mut linking = setup(80, 24, Language::English);
    linking.look.links = Links::Osc8;
    let address = "https://nemovideo.com/register?bind=anon_1";
    let editor = Editor::new(linking)
        .opened()
        .told(Update::Trouble(Problem::OutOfCredits { address: address.into() }));
    let buffer = editor.buffer();
    let links: Vec<&str> = buffer
        .content()
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .filter(|symbol| symbol.contains('\u{1b}'))
        .collect();
    assert_eq!(links.len(), 1, "{links:?}");
    let printed = format!(";{address}\u{1b}\\{address}\u{1b}]8;;\u{1b}\\");
    assert!(links[0].ends_with(&printed), "{links:?}");
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
    assert_snapshot!("ascii", editor.styled());
}

#[test]
fn colours_carry_kinds_states_and_focus() {
    let editor = jobs()
        .into_iter()
        .fold(Editor::english(120, 36).promo_made(), |editor, job| editor.told(Update::Job(job)));
    assert_snapshot!("colours", editor.styled());
}

#[test]
fn each_pane_that_has_the_keys_shows_so() {
    for (name, key) in [("chat", 2), ("media", 3), ("jobs", 4), ("timeline", 5), ("picture", 7)] {
        everywhere(&format!("keys_in_{name}"), |editor| {
            let editor = jobs()
                .into_iter()
                .fold(editor.promo_made(), |editor, job| editor.told(Update::Job(job)));
            editor.pressed(&[KeyCode::F(key)])
        });
    }
}
