//! How far the work is, as the window's title and bar are told it.

use crossterm::event::KeyCode;

use crate::app::{Effect, Msg};
use crate::language::{Language, Problem};
use crate::link::{JobKind, JobState, JobView, Update};
use crate::terminal::{Progress, ProgressBar};
use crate::ui::testing::{Editor, job, setup};

fn editor() -> Editor {
    let mut setup = setup(80, 24, Language::English);
    setup.look.progress = ProgressBar::Osc94;
    Editor::new(setup).opened()
}

fn film(done: u64, state: JobState) -> JobView {
    JobView { done, total: Some(10_000), ..job("r", JobKind::Render, "promo.mp4", state) }
}

fn file(id: &str, done: u64, state: JobState) -> JobView {
    JobView { done, total: Some(200), ..job(id, JobKind::Upload, "a.mov", state) }
}

/// What the window is told when a job stands so.
fn told(editor: &mut Editor, job: JobView) -> Vec<Effect> {
    of_window(editor.take(Msg::Link(Update::Job(job))))
}

fn of_window(effects: Vec<Effect>) -> Vec<Effect> {
    let is_of_window =
        |effect: &Effect| matches!(effect, Effect::Progress(_) | Effect::SetTitle(_));
    effects.into_iter().filter(is_of_window).collect()
}

fn at(percent: u8) -> [Effect; 2] {
    let title = format!("{percent} % - cutroom");
    [Effect::Progress(Progress::Percent(percent)), Effect::SetTitle(title)]
}

fn plain_title() -> Effect {
    Effect::SetTitle("cutroom".into())
}

#[test]
fn each_percent_is_told_once_and_the_end_clears_it() {
    let mut editor = editor();
    assert_eq!(told(&mut editor, film(0, JobState::Running)), at(0));
    assert_eq!(told(&mut editor, film(4_200, JobState::Running)), at(42));
    assert_eq!(told(&mut editor, film(4_299, JobState::Running)), []);
    assert_eq!(told(&mut editor, film(4_300, JobState::Running)), at(43));
    let end = [Effect::Progress(Progress::None), plain_title()];
    assert_eq!(told(&mut editor, film(10_000, JobState::Done)), end);
}

#[test]
fn several_count_as_one_and_it_does_not_fall_back_when_one_ends() {
    let mut editor = editor();
    told(&mut editor, file("a", 100, JobState::Running));
    assert_eq!(told(&mut editor, file("b", 0, JobState::Queued)), at(25));
    assert_eq!(told(&mut editor, file("a", 200, JobState::Done)), at(50));
    assert_eq!(told(&mut editor, file("b", 100, JobState::Running)), at(75));
    told(&mut editor, file("b", 200, JobState::Done));
    assert_eq!(told(&mut editor, file("c", 20, JobState::Running)), at(10), "a new beginning");
}

#[test]
fn a_failure_stays_until_somebody_does_something() {
    let mut editor = editor();
    told(&mut editor, film(4_200, JobState::Running));
    let failed = JobState::Failed(Problem::Unreachable { backend: "studio".into() });
    let shown = [Effect::Progress(Progress::Failed(42)), plain_title()];
    assert_eq!(told(&mut editor, film(4_200, failed.clone())), shown);
    assert_eq!(of_window(editor.take(Msg::Focused(true))), []);
    let seen = of_window(editor.key(KeyCode::Tab));
    assert_eq!(seen, [Effect::Progress(Progress::None)]);
    told(&mut editor, film(4_200, JobState::Running));
    told(&mut editor, film(4_200, failed));
    assert_eq!(told(&mut editor, film(0, JobState::Running)), at(0), "it began again");
    let stopped = told(&mut editor, film(0, JobState::Cancelled));
    assert_eq!(stopped[0], Effect::Progress(Progress::None), "by their own wish");
}

#[test]
fn what_cannot_be_measured_has_no_percent() {
    let mut editor = editor();
    let fetched = JobView { total: None, ..file("a", 9, JobState::Running) };
    assert_eq!(told(&mut editor, fetched), [Effect::Progress(Progress::Unmeasured)]);
}

#[test]
fn a_terminal_without_a_bar_is_told_by_its_title_alone() {
    let mut editor = Editor::chinese(80, 24).promo_made();
    let title = Effect::SetTitle("42 % - summer promo - cutroom".into());
    assert_eq!(told(&mut editor, film(4_200, JobState::Running)), [title]);
}
