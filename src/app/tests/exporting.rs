//! The sheet for an export.

use crossterm::event::KeyCode;
use serde_json::json;

use crate::app::{Effect, ExportRow, Limit, Msg};
use crate::language::{Language, Problem};
use crate::link::{
    Command, Expected, ExportTo, Form, JobKind, JobState, JobView, OutputSettings, TurnEnd, TurnId,
    Update,
};
use crate::ui::testing::{Editor, job, promo, setup};

fn opened() -> Editor {
    let mut editor = Editor::english(80, 24).opened().film(promo());
    editor.effects = editor.key(KeyCode::F(9));
    editor
}

fn orders(effects: &[Effect]) -> Vec<ExportTo> {
    let order = |effect: &Effect| match effect {
        Effect::Tell(Command::Export(to)) => Some(to.clone()),
        _ => None,
    };
    effects.iter().filter_map(order).collect()
}

fn asked(effects: &[Effect]) -> Vec<OutputSettings> {
    let asked = |effect: &Effect| match effect {
        Effect::Tell(Command::Estimate(output)) => Some((**output).clone()),
        _ => None,
    };
    effects.iter().filter_map(asked).collect()
}

fn made_in(output: OutputSettings) -> ExportTo {
    ExportTo::MadeIn { folder: "/films".into(), output: Box::new(output) }
}

fn told(output: OutputSettings, most: u64) -> Msg {
    let expected = Expected { bytes: (most / 2, most), millis: (20_000, 40_000) };
    Msg::Link(Update::Estimate { output: Box::new(output), told: Ok(expected) })
}

#[test]
fn left_alone_it_orders_what_the_key_for_exporting_orders() {
    let mut editor = opened();
    assert!(editor.state.exporting.sheet.is_some() && editor.state.is_covered());
    let at_once = Editor::english(80, 24).opened().film(promo()).ctrl('e');
    let by_sheet = editor.key(KeyCode::Enter);
    assert_eq!(orders(&by_sheet), orders(&at_once));
    assert_eq!(orders(&by_sheet), [ExportTo::Folder("/films".into())]);
    assert_eq!(editor.state.exporting.sheet, None);

    let mut editor = opened();
    assert_eq!(orders(&editor.key(KeyCode::Esc)), []);
    assert_eq!(editor.state.exporting.sheet, None);
}

#[test]
fn without_a_film_it_says_what_exporting_says() {
    let mut editor = Editor::english(80, 24).opened();
    let effects = editor.key(KeyCode::F(9));
    assert_eq!(orders(&effects), orders(&Editor::english(80, 24).opened().ctrl('e')));
    assert_eq!(editor.state.exporting.sheet, None);
}

#[test]
fn formats_and_qualities_go_round_and_what_a_format_has_no_use_for_is_left_out() {
    let mut editor = opened();
    editor.key(KeyCode::Left);
    assert_eq!(editor.state.exporting.sheet.as_ref().map(|sheet| sheet.form), Some(Form::Jpg));
    for _ in 0..5 {
        editor.key(KeyCode::Right);
    }
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Left);
    let gif = OutputSettings {
        format: "gif".into(),
        quality: "standard".into(),
        ..OutputSettings::default()
    };
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [made_in(gif)]);

    let mut editor = opened();
    editor.state.timeline.playhead = crate::draft::Millis(1_500);
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Left);
    editor.key(KeyCode::Up);
    editor.key(KeyCode::Left);
    let jpg = OutputSettings { format: "jpg".into(), at: Some(1_500), ..OutputSettings::default() };
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [made_in(jpg)], "a still has no quality");
}

#[test]
fn letters_are_the_name_and_an_ending_chooses_the_format() {
    let mut editor = opened();
    editor.typed("cut.gif");
    let sheet = editor.state.exporting.sheet.clone().expect("it is open");
    assert_eq!(
        (sheet.row, sheet.form, sheet.name.as_str()),
        (ExportRow::Name, Form::Gif, "cut.gif")
    );
    editor.key(KeyCode::Up);
    editor.key(KeyCode::Up);
    editor.key(KeyCode::Up);
    editor.key(KeyCode::Right);
    let output = OutputSettings { format: "m4a".into(), ..OutputSettings::default() };
    let path = "/films/cut.m4a".into();
    let made = ExportTo::Made { path, force: false, output: Box::new(output) };
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [made]);

    let mut editor = opened();
    editor.typed("~/a b");
    let path = "/home/me/a b.mp4".into();
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [ExportTo::File { path, force: false }]);

    let mut editor = opened();
    editor.take(Msg::Paste("day one\u{1b}[31m\nmore".into()));
    let path = "/films/day one.mp4".into();
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [ExportTo::File { path, force: false }]);
}

#[test]
fn a_size_is_written_and_one_that_cannot_be_reached_is_refused() {
    let mut editor = opened();
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Down);
    editor.typed("8");
    editor.typed("x");
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [], "no size has this unit");
    assert!(editor.screen().contains("A size such as 8MB"), "{}", editor.screen());
    editor.key(KeyCode::Backspace);
    editor.typed("k");
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [], "too small");
    assert!(editor.screen().contains("This film needs at least"), "{}", editor.screen());
    editor.key(KeyCode::Backspace);
    editor.typed("mb");
    let small = OutputSettings { max_size: Some(8_000_000), ..OutputSettings::default() };
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [made_in(small)]);

    let mut editor = opened();
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Down);
    editor.typed("8");
    editor.key(KeyCode::Backspace);
    assert_eq!(
        editor.state.exporting.sheet.as_ref().map(|sheet| sheet.limit.clone()),
        Some(Limit::Free)
    );
}

#[test]
fn a_platform_has_a_size_and_says_what_it_does_not_take() {
    let mut editor = opened();
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Right);
    let screen = editor.screen();
    for words in ["[TikTok]", "at most", "TikTok shows 9:16"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    let [ExportTo::MadeIn { output, .. }] = &orders(&editor.key(KeyCode::Enter))[..] else {
        panic!("one order")
    };
    assert_eq!((output.max_size, output.format.as_str()), (Some(287_000_000), "mp4"));
}

#[test]
fn what_it_will_come_to_is_asked_once_at_a_time_and_the_newest_counts() {
    let mut editor = opened();
    let usual = OutputSettings::default();
    assert_eq!(asked(&editor.effects), std::slice::from_ref(&usual));
    editor.key(KeyCode::Down);
    assert_eq!(asked(&editor.key(KeyCode::Left)), [], "one answer is waited for");
    assert_eq!(asked(&editor.key(KeyCode::Left)), []);
    assert!(editor.screen().contains("reckoning"), "{}", editor.screen());
    let draft = OutputSettings { quality: "draft".into(), ..usual.clone() };
    let next = asked(&editor.take(told(usual.clone(), 40_000_000)));
    assert_eq!(next, std::slice::from_ref(&draft));
    assert!(editor.screen().contains("reckoning"), "that was of another quality");
    assert_eq!(asked(&editor.take(told(draft, 8_000_000))), []);
    let screen = editor.screen();
    assert!(screen.contains("about 4.0 MB to 8.0 MB, made in 0:20 to 0:40"), "{screen}");

    let failed =
        Update::Estimate { output: Box::new(usual.clone()), told: Err(Problem::FfmpegMissing) };
    let mut editor = opened();
    editor.take(Msg::Link(failed));
    assert!(editor.screen().contains("ffmpeg"), "{}", editor.screen());
    // An answer that comes when it is closed is of no use.
    let mut editor = opened();
    editor.key(KeyCode::Esc);
    assert_eq!(asked(&editor.take(told(usual, 1))), []);
}

#[test]
fn a_film_that_changes_while_it_is_chosen_is_asked_for_again_and_one_that_does_not_is_not() {
    let editor = opened();
    let usual = OutputSettings::default();
    let shorter = json!({"t": [{"tt": 0, "sg": [{"src": "a.jpg", "d": 1000}]}]});
    assert_eq!(asked(&editor.effects), std::slice::from_ref(&usual));
    // It changes while an answer is waited for, which is then of another film.
    let mut editor = editor.film(shorter.clone());
    assert_eq!(asked(&editor.effects), []);
    let again = asked(&editor.take(told(usual.clone(), 40_000_000)));
    assert_eq!(again, std::slice::from_ref(&usual));
    assert!(editor.screen().contains("reckoning"), "{}", editor.screen());
    assert_eq!(asked(&editor.take(told(usual.clone(), 8_000_000))), []);
    assert!(editor.screen().contains("4.0 MB to 8.0 MB"), "{}", editor.screen());
    // The same film once more.
    let mut editor = editor.film(shorter);
    assert_eq!(asked(&editor.effects), []);
    assert!(editor.screen().contains("4.0 MB to 8.0 MB"), "{}", editor.screen());
    // And when nothing is waited for.
    editor.effects.clear();
    let editor = editor.film(promo());
    assert_eq!(asked(&editor.effects), [usual]);
    assert!(editor.screen().contains("reckoning"), "{}", editor.screen());
}

#[test]
fn elsewhere_a_film_is_an_mp4_of_any_size_and_the_sheet_says_so() {
    let mut setup = setup(80, 24, Language::English);
    setup.backend = "cloud".into();
    let mut editor = Editor::new(setup).opened().film(promo());
    editor.state.status.backend = "cloud".into();
    let effects = editor.key(KeyCode::F(9));
    assert_eq!(asked(&effects), [], "only the studio tells");
    editor.key(KeyCode::Right);
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Right);
    editor.typed("8mb");
    editor.key(KeyCode::Down);
    editor.typed("a.gif");
    let sheet = editor.state.exporting.sheet.clone().expect("it is open");
    assert_eq!((sheet.form, sheet.limit), (Form::Mp4, Limit::Free));
    assert!(editor.screen().contains("the studio makes the others: F6."), "{}", editor.screen());
    let path = "/films/a.gif.mp4".into();
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [ExportTo::File { path, force: false }]);
}

#[test]
fn while_a_turn_runs_it_waits_and_is_then_made_as_it_was_chosen() {
    let mut editor = Editor::english(80, 24).opened().film(promo());
    editor.say("make it faster");
    editor.key(KeyCode::F(9));
    editor.typed("a.gif");
    assert_eq!(orders(&editor.key(KeyCode::Enter)), []);
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let editor = match orders(&editor.effects)[..] {
        [] => editor.film(json!({"t": [{"tt": 0, "sg": [{"src": "a.jpg", "d": 1000}]}]})),
        _ => editor,
    };
    let output = OutputSettings { format: "gif".into(), ..OutputSettings::default() };
    let path = "/films/a.gif".into();
    let made = ExportTo::Made { path, force: false, output: Box::new(output) };
    assert_eq!(orders(&editor.effects), [made]);
}

#[test]
fn onto_an_existing_file_it_is_made_as_it_was_chosen_once_that_is_agreed_to() {
    let mut editor = opened();
    editor.key(KeyCode::Down);
    editor.key(KeyCode::Left);
    editor.typed("a.webm");
    editor.key(KeyCode::Enter);
    let problem = Problem::FileExists { path: "/films/a.webm".into() };
    let failed = JobView {
        path: Some("/films/a.webm".into()),
        ..job("r-1", JobKind::Render, "a", JobState::Failed(problem))
    };
    let mut editor = editor.told(Update::Job(failed));
    let [ExportTo::Made { force: true, output, .. }] = &orders(&editor.typed("1"))[..] else {
        panic!("one order")
    };
    assert_eq!((output.format.as_str(), output.quality.as_str()), ("webm", "standard"));
}
